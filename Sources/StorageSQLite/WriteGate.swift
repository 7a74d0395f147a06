import Dispatch
import Foundation
import Storage
import Synchronization

/// One exclusive lock around every write transaction and every checkpoint, across processes and
/// inside this one.
///
/// The SQLite that Debian 12 ships can lose commits when one process checkpoints while another
/// resets the log (the WAL-reset bug, fixed in 3.51.3); under this lock the two never meet. It is
/// also fairer and faster than SQLite's own waiting. The kernel releases it when a process dies.
final class WriteGate: Sendable {
  private let path: String
  private let patienceMilliseconds: Int
  /// The lock file; opened again when somebody has removed it.
  private let descriptor: Mutex<Int32>
  /// flock(2) does not tell the threads of one process apart; this does.
  private let turn = DispatchSemaphore(value: 1)

  /// Opens the lock file beside a database, and makes it when it is missing.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  init(path: String, patienceMilliseconds: Int) throws {
    self.path = path
    self.patienceMilliseconds = patienceMilliseconds
    descriptor = Mutex(try LockFile.open(path))
  }

  deinit { close(descriptor.withLock { $0 }) }

  /// Runs something while nobody else writes. Not to be called from inside itself.
  ///
  /// - Throws: `StorageError.locked` when the lock cannot be had in time, and what `body` throws.
  func run<T>(_ body: () throws -> T) throws -> T {
    let deadline = DispatchTime.now() + .milliseconds(patienceMilliseconds)
    guard turn.wait(timeout: deadline) == .success else {
      throw StorageError.locked(holder: getpid())
    }
    defer { turn.signal() }
    let held = try acquire(until: deadline)
    defer { release(held) }
    return try body()
  }

  private func acquire(until deadline: DispatchTime) throws -> Int32 {
    var pause: UInt32 = 500
    while true {
      let current = try currentDescriptor()
      if flock(current, LOCK_EX | LOCK_NB) == 0 {
        // Whoever removed the file while this one waited may have let another one in.
        if LockFile.isAt(path, current) {
          LockFile.writeHolder(to: current)
          return current
        }
        continue
      }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
      if DispatchTime.now() > deadline {
        throw StorageError.locked(holder: LockFile.holder(in: current))
      }
      usleep(pause)
      pause = min(8_000, pause * 2)
    }
  }

  /// The lock file that lies at the path now.
  private func currentDescriptor() throws -> Int32 {
    try descriptor.withLock { current in
      if LockFile.isAt(path, current) { return current }
      let fresh = try LockFile.open(path)
      close(current)
      current = fresh
      return fresh
    }
  }

  private func release(_ held: Int32) {
    ftruncate(held, 0)
    flock(held, LOCK_UN)
  }

  /// Whether the lock of a database is held at this moment, and by which process as far as it
  /// says so. Looks through a descriptor of its own, so that it never lets go of a lock.
  static func state(at path: String) -> (isFree: Bool, holder: Int32?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return (true, nil) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return (true, nil) }
    return (false, LockFile.holder(in: descriptor))
  }
}

/// The file beside a database on which its locks are kept.
enum LockFile {
  /// Opens it for writing; makes it, for owner and group whatever the umask says.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  static func open(_ path: String) throws -> Int32 {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = Foundation.open(path, flags | O_CREAT | O_EXCL, 0o660)
    if descriptor >= 0 {
      fchmod(descriptor, 0o660)
      return descriptor
    }
    if errno == EEXIST { descriptor = Foundation.open(path, flags) }
    guard descriptor >= 0 else {
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    return descriptor
  }

  /// Whether the open file is the one that lies at the path.
  static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var there = stat()
    var here = stat()
    guard lstat(path, &there) == 0, fstat(descriptor, &here) == 0 else { return false }
    return there.st_ino == here.st_ino && there.st_dev == here.st_dev
  }

  static func writeHolder(to descriptor: Int32) {
    let line = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, line, line.count, 0)
  }

  /// The process that holds the lock, as it wrote it down; nil when it has not.
  static func holder(in descriptor: Int32) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).first.flatMap { Int32($0) }
  }
}
