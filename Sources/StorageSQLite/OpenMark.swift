import Dispatch
import Foundation
import Storage
import Synchronization

/// Says to other processes that a database is open, as long as this lives. A restore, which puts
/// another file in its place, needs the mark for itself alone.
///
/// It is a lock on one byte of the lock file that belongs to the open file (F_OFD_SETLK, fcntl(2)),
/// so that the kernel takes it away when the process dies, and closing another descriptor of that
/// file does not.
final class OpenMark: Sendable {
  /// `F_OFD_SETLK` of Linux.
  private static let setOpenFileLock: Int32 = 37
  /// The byte that is locked, far behind what is written into the file.
  private static let place = 1 << 20
  /// The lock file; -1 when the mark was taken away.
  private let held: Mutex<Int32>

  /// Marks the database as open beside others, or as taken by this process alone.
  ///
  /// - Throws: `StorageError.locked`, with a process that has it open when one can be seen, and
  ///   `.cannotOpen`.
  init(ofDatabase path: String, isExclusive: Bool, patienceMilliseconds: Int) throws {
    let lockPath = path + ".lock"
    let flags = (isExclusive ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(lockPath, flags)
    guard descriptor >= 0 else {
      throw StorageError.cannotOpen(path: lockPath, reason: String(cString: strerror(errno)))
    }
    let deadline = DispatchTime.now() + .milliseconds(patienceMilliseconds)
    let kind = Int16(isExclusive ? F_WRLCK : F_RDLCK)
    while !Self.lock(descriptor, kind) {
      guard errno == EAGAIN || errno == EACCES || errno == EINTR, DispatchTime.now() < deadline
      else {
        close(descriptor)
        throw StorageError.locked(holder: Self.process(using: path))
      }
      usleep(5_000)
    }
    held = Mutex(descriptor)
  }

  deinit { release() }

  /// Takes the mark away.
  func release() {
    held.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }

  private static func lock(_ descriptor: Int32, _ kind: Int16) -> Bool {
    var region = flock(
      l_type: kind, l_whence: Int16(SEEK_SET), l_start: place, l_len: 1, l_pid: 0)
    return fcntl(descriptor, setOpenFileLock, &region) == 0
  }

  /// Another process that has the file open, as far as this user may see; nil when none is seen.
  static func process(using path: String) -> Int32? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let wanted = String(cString: real)
    let files = FileManager.default
    let processes = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
    for name in processes {
      guard let process = Int32(name), process != getpid() else { continue }
      let folder = "/proc/\(name)/fd/"
      for entry in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
        if (try? files.destinationOfSymbolicLink(atPath: folder + entry)) == wanted {
          return process
        }
      }
    }
    return nil
  }
}
