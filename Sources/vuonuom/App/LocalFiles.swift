import DashboardScreens
import Foundation
import Incubation
import Interchange

/// The files of this machine, as the import screen reads and writes them.
enum LocalFiles: FileSource {
  static func read(_ path: String) async throws(FileFailure) -> [UInt8] {
    let path = (path as NSString).expandingTildeInPath
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    // One byte more than an import takes, so that the import itself says that it is too large.
    let limit = min(Int(status.st_size), CSVLimits().bytes + 1)
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let count = bytes.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), limit - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String {
    let path = (path as NSString).expandingTildeInPath
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      start += count
    }
    return path
  }

  static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules {
    try RulesFile.rules(bytes)
  }

  private static func failure(_ path: String) -> FileFailure {
    switch errno {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM, EROFS: .notAllowed(path: path)
    case EISDIR, ELOOP: .notAFile(path: path)
    case EEXIST: .exists(path: path)
    default: .other(path: path, reason: String(cString: strerror(errno)))
    }
  }
}

/// The screens of the program, over the files of this machine.
typealias Screens = ScreenCatalog<LocalFiles>
