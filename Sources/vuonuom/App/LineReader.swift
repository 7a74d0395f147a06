import DashboardKit
import Foundation
import Synchronization

/// Reads lines from a descriptor. Signals do not disturb it; the last line needs no end.
final class LineReader: Sendable {
  private struct Pending {
    var bytes: [UInt8] = []
    var isAtEnd = false
  }

  private let descriptor: Int32
  private let pending = Mutex(Pending())
  /// The most bytes of a line: far more than the longest note has.
  private static let limit = 1 << 20

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line. Waits for it.
  func next() -> PlainInput {
    pending.withLock { pending in
      var isTooLong = false
      var searched = 0
      while true {
        if let end = pending.bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
          let line = Array(pending.bytes[..<end])
          pending.bytes.removeSubrange(...end)
          return isTooLong ? .unreadable : Self.input(line)
        }
        if pending.bytes.count > Self.limit {
          isTooLong = true
          pending.bytes = []
        }
        searched = pending.bytes.count
        if pending.isAtEnd || !fill(&pending) {
          pending.isAtEnd = true
          let rest = pending.bytes
          pending.bytes = []
          if isTooLong { return .unreadable }
          return rest.isEmpty ? .end : Self.input(rest)
        }
      }
    }
  }

  /// Reads more; false when there is no more to come.
  private func fill(_ pending: inout Pending) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      pending.bytes += buffer[..<count]
      return true
    }
  }

  private static func input(_ bytes: [UInt8]) -> PlainInput {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    return String(validating: line, as: UTF8.self).map { .line($0) } ?? .unreadable
  }
}
