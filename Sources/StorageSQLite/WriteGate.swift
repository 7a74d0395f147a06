import Foundation
import Storage

/// One exclusive lock around every write transaction and every checkpoint, across processes.
///
/// The SQLite that Debian 12 ships can lose commits when one process checkpoints while another
/// resets the log (the WAL-reset bug, fixed in 3.51.3); under this lock the two never meet. It is
/// also fairer and faster than SQLite's own waiting. The kernel releases it when a process dies.
final class WriteGate: Sendable {
  private let descriptor: Int32
  private let patienceMilliseconds: Int

  /// Opens the lock file beside a database.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  init(path: String, patienceMilliseconds: Int) throws {
    self.patienceMilliseconds = patienceMilliseconds
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o660)
    guard descriptor >= 0 else {
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// Runs something while no other process writes.
  ///
  /// - Throws: `StorageError.locked` when the lock cannot be had in time, and what `body` throws.
  func run<T>(_ body: () throws -> T) throws -> T {
    try acquire()
    defer { release() }
    return try body()
  }

  private func acquire() throws {
    let deadline = DispatchTime.now() + .milliseconds(patienceMilliseconds)
    var pause: UInt32 = 500
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StorageError.cannotOpen(path: "lock", reason: String(cString: strerror(errno)))
      }
      if DispatchTime.now() > deadline { throw StorageError.locked(holder: holder()) }
      usleep(pause)
      pause = min(8_000, pause * 2)
    }
    writeHolder()
  }

  private func release() {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
  }

  /// The process that holds the lock, as it wrote it down; nil when it has not.
  func holder() -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).first.flatMap { Int32($0) }
  }

  /// Whether the lock can be had at this moment.
  func isFree() -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    flock(descriptor, LOCK_UN)
    return true
  }

  private func writeHolder() {
    let line = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, line, line.count, 0)
  }
}
