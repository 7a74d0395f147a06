import DashboardKit
import Foundation
import Incubation

/// Reads and writes the files that people name.
enum Files {
  /// The bytes of a file, at most `limit` of them.
  ///
  /// - Throws: `Failure` with code data.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotRead(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(
        .data, vi: "\(path) là thư mục; hãy chỉ ra một tệp.",
        en: "\(path) is a folder; name a file.")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit + 1, max(0, Int(status.st_size)) + 1))
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while bytes.count <= limit {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw cannotRead(path) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Writes a file, all or nothing: under another name first.
  ///
  /// - Throws: `Failure` with code cannotCreate.
  static func write(_ path: String, _ body: ((([UInt8]) throws -> Void)) throws -> Void) throws {
    try refuseDatabase(path)
    let temporary = path + ".part"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotWrite(path) }
    do {
      try body { try append($0, to: descriptor, path) }
      guard fsync(descriptor) == 0 else { throw cannotWrite(path) }
      close(descriptor)
      guard rename(temporary, path) == 0 else { throw cannotWrite(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  /// Writes a file that must not be there yet.
  ///
  /// - Throws: `Failure` with code cannotCreate.
  static func create(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw cannotWrite(path) }
      throw Failure(
        .cannotCreate, vi: "\(path) đã có nên không ghi đè; hãy chọn tên khác.",
        en: "\(path) is there already and is not overwritten; choose another name.")
    }
    do {
      try append(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw cannotWrite(path) }
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
  }

  /// Whether a path is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Nobody means to replace a database by a list.
  private static func refuseDatabase(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 15)
    guard Foundation.read(descriptor, &header, header.count) == header.count,
      header == Array("SQLite format 3".utf8)
    else { return }
    throw Failure(
      .cannotCreate, vi: "\(path) là một cơ sở dữ liệu nên không ghi đè; hãy chọn tên khác.",
      en: "\(path) is a database and is not overwritten; choose another name.")
  }

  private static func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw cannotWrite(path) }
      start += count
    }
  }

  private static func cannotRead(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .data, vi: "Không đọc được tệp \(path): \(SystemWords.translated(reason, .vietnamese)).",
      en: "Cannot read \(path): \(reason).")
  }

  private static func cannotWrite(_ path: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .cannotCreate,
      vi: "Không ghi được tệp \(path): \(SystemWords.translated(reason, .vietnamese)).",
      en: "Cannot write \(path): \(reason).")
  }
}
