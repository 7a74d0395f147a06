import Foundation
import Storage

/// What has to be true of a path before SQLite may touch it.
enum SQLiteFile {
  /// `application_id` of a database of this program: "VUOM".
  static let applicationID: Int32 = 0x5655_4F4D

  /// File systems whose locks are not to be trusted, by the beginning of the kernel's names.
  private static let unsafeFileSystems = ["nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph"]

  /// What is at the path.
  enum Presence {
    case missing, empty, database
  }

  /// Looks at a path without opening it through SQLite.
  ///
  /// - Throws: `StorageError.cannotOpen`, `.notADatabase`, `.unsafeFileSystem`.
  static func inspect(_ path: String, allowsUnsafeFileSystem: Bool) throws -> Presence {
    var status = stat()
    let folder = (path as NSString).deletingLastPathComponent
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw cannotOpen(path) }
      try checkFileSystem(folder.isEmpty ? "." : folder, allowsUnsafeFileSystem)
      return .missing
    }
    try checkKind(path, status)
    try checkFileSystem(path, allowsUnsafeFileSystem)
    if status.st_size == 0 { return .empty }
    try checkHeader(path)
    return .database
  }

  private static func checkKind(_ path: String, _ status: stat) throws {
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_nlink == 1 else {
        throw StorageError.cannotOpen(path: path, reason: "more than one hard link")
      }
    case S_IFDIR:
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(EISDIR)))
    case S_IFLNK:
      throw StorageError.cannotOpen(path: path, reason: "symbolic link")
    default:
      throw StorageError.cannotOpen(path: path, reason: "not a regular file")
    }
  }

  private static func checkHeader(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotOpen(path) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 72)
    let count = read(descriptor, &header, header.count)
    let magic = Array("SQLite format 3".utf8) + [0]
    guard count == header.count, Array(header.prefix(16)) == magic else {
      throw StorageError.notADatabase(path: path)
    }
    let stamp = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard stamp == applicationID || stamp == 0 else {
      throw StorageError.notADatabase(path: path)
    }
  }

  private static func checkFileSystem(_ path: String, _ isAllowed: Bool) throws {
    if isAllowed { return }
    if let name = unsafeFileSystem(of: path) { throw StorageError.unsafeFileSystem(name) }
  }

  /// The name of the file system that a path lies on, when its locks are not to be trusted; nil
  /// for all others, and when it cannot be told.
  static func unsafeFileSystem(of path: String) -> String? {
    guard let name = fileSystem(of: path) else { return nil }
    return unsafeFileSystems.contains(where: name.hasPrefix) ? name : nil
  }

  /// The kernel's name of the file system of a path, from the table of mounts: the entry of the
  /// same device. See proc(5), mountinfo.
  static func fileSystem(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0,
      let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    else { return nil }
    return fileSystem(ofDevice: "\(major(status.st_dev)):\(minor(status.st_dev))", in: table)
  }

  static func fileSystem(ofDevice device: String, in table: String) -> String? {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == device,
        let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }

  /// As gnu_dev_major(3).
  private static func major(_ device: UInt) -> UInt {
    (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
  }

  /// As gnu_dev_minor(3).
  private static func minor(_ device: UInt) -> UInt {
    (device & 0xFF) | (device >> 12 & ~0xFF)
  }

  private static func cannotOpen(_ path: String) -> StorageError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}
