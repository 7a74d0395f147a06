import Foundation
import Incubation
import Synchronization

/// The log: what went wrong, for whoever has to find out why. One line an entry, without the
/// content of records.
final class LogFile: Sendable {
  private let path: String
  private let mostBytes: Int
  private let turn = Mutex(())

  /// A log at this path; when it grows beyond `mostBytes`, the older half of what was written is
  /// kept beside it, with the ending ".1".
  init(path: String = Places.logFile, mostBytes: Int = 1_000_000) {
    self.path = path
    self.mostBytes = mostBytes
  }

  /// Adds an entry. A log that cannot be written is no reason to stop.
  func write(_ text: String, at now: Timestamp = RealWorld.now()) {
    turn.withLock { _ in
      rotate()
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      let (hour, minute, second) = now.localTime
      let time = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        .joined(separator: ":")
      let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      let line = "\(now.localDate) \(time) \(SafeText(escaping: oneLine))\n"
      _ = Array(line.utf8).withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
    }
  }

  private func rotate() {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > mostBytes else { return }
    rename(path, path + ".1")
  }
}
