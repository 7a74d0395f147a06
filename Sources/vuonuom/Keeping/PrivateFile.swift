import Foundation

/// Small files that only their owner may read, written all or nothing, each locked by the process
/// that wrote it for as long as it has it open.
struct PrivateFile {
  /// What the system said.
  struct Failure: Error {
    let number: Int32
  }

  let path: String
  private let descriptor: Int32

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Writes a file under another name first, locks it and puts it in its place. `isDurable` also
  /// waits until it would survive a power cut.
  ///
  /// - Throws: `PrivateFile.Failure`; the file is as it was then.
  static func write(
    _ bytes: [UInt8], to path: String, isDurable: Bool
  ) throws(Failure) -> PrivateFile {
    let temporary = path + ".part"
    unlink(temporary)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    if let number = fill(descriptor, bytes, isDurable, temporary, path) {
      Foundation.close(descriptor)
      unlink(temporary)
      throw Failure(number: number)
    }
    if isDurable { syncFolder(of: path) }
    return PrivateFile(path, descriptor)
  }

  /// The number of the error; nil when all went well.
  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ isDurable: Bool, _ temporary: String, _ path: String
  ) -> Int32? {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      start += count
    }
    if isDurable, fsync(descriptor) != 0 { return errno }
    return rename(temporary, path) == 0 ? nil : errno
  }

  private static func syncFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Foundation.close(descriptor)
  }

  /// A file that no other process has locked; nil when one has, or there is no such file.
  static func claim(_ path: String) -> PrivateFile? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    // A file system without locks says so by another error: then nobody can hold one.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      Foundation.close(descriptor)
      return nil
    }
    // It may have been taken away between opening and locking.
    var (mine, there) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, stat(path, &there) == 0, mine.st_ino == there.st_ino
    else {
      Foundation.close(descriptor)
      return nil
    }
    return PrivateFile(path, descriptor)
  }

  /// What stands in it; nil when it is longer than so many bytes, or no ordinary file.
  func text(atMost limit: Int) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Gives the lock up.
  func close() { Foundation.close(descriptor) }

  /// Takes the file away, and gives the lock up.
  func remove() {
    unlink(path)
    close()
  }
}
