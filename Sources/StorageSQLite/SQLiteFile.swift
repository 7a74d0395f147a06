import Foundation
import Storage

/// What has to be true of a path before SQLite may touch it.
enum SQLiteFile {
  /// `application_id` of a database of this program: "VUOM".
  static let applicationID: Int32 = 0x5655_4F4D

  /// File systems whose locks are not to be trusted, by the beginning of the kernel's names.
  private static let unsafeFileSystems = [
    "nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "lustre", "gpfs", "coda", "vboxsf",
    "prl_fs",
  ]

  /// What is at the path.
  enum Presence {
    case missing, empty
    /// A file of SQLite without our mark.
    case unmarked
    case database
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
    return try stamp(path) == applicationID ? .database : .unmarked
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

  /// The mark in the header: ours, or none.
  private static func stamp(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
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
    return stamp
  }

  private static func checkFileSystem(_ path: String, _ isAllowed: Bool) throws {
    if isAllowed { return }
    if let name = unsafeFileSystem(of: path) { throw StorageError.unsafeFileSystem(name) }
  }

  /// The name of the file system that a path lies on, when its locks are not to be trusted; nil
  /// for all others, and when it cannot be told.
  static func unsafeFileSystem(of path: String) -> String? {
    guard let name = fileSystem(of: path) else { return nil }
    return isDoubtful(name) ? name : nil
  }

  /// Whether the locks of a file system, by the kernel's name of it, are not to be trusted.
  static func isDoubtful(_ name: String) -> Bool {
    unsafeFileSystems.contains(where: name.hasPrefix)
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

  /// Makes an empty file in place of whatever has that name, with this mode whatever the umask.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  static func makeEmpty(_ path: String, mode: mode_t) throws {
    unlink(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw cannotOpen(path) }
    fchmod(descriptor, mode)
    close(descriptor)
  }

  /// Whether the file can be written, and the log and the locks beside it made.
  static func isWritable(_ path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    return access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0
  }

  /// Whether changes lie in a log beside the file.
  static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// The path as SQLite is to read it: never as an address ("file:…") or a special name.
  static func enginePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }

  /// The address of a file that nobody writes, which SQLite then reads without a log or locks.
  static func immutableAddress(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
    let escaped = enginePath(path).utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "file:" + escaped.joined() + "?immutable=1"
  }

  private static func cannotOpen(_ path: String) -> StorageError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}
