import Foundation
import Incubation
import Synchronization

/// Standard output and standard error. Only text that is safe to show gets here.
enum Output {
  /// Writes data to standard output: a line.
  static func line(_ text: SafeText) { write(text.string + "\n", to: STDOUT_FILENO) }

  /// Writes a line that the program put together from safe parts.
  static func line(_ text: String) { line(SafeText(escapingLines: text)) }

  /// Writes a prompt behind which a person types.
  static func prompt(_ text: String) {
    write(SafeText(escapingLines: text).string, to: STDOUT_FILENO)
  }

  /// Writes bytes that are data, such as a CSV file, to standard output.
  static func bytes(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Why standard output did not take all that was written; nil while it did. A reader that went
  /// away, as `head` does, is none.
  static var failure: Failure? {
    guard let code = lost.withLock({ $0 }), code != EPIPE else { return nil }
    let reason = String(cString: strerror(code))
    return Failure(
      .cannotCreate, vi: "Không ghi hết được dữ liệu ra: \(reason).",
      en: "The data could not be written out: \(reason).")
  }

  private static let lost = Mutex<Int32?>(nil)

  /// Tells a person something, on standard error.
  static func note(_ text: String) {
    write(SafeText(escapingLines: text).string + "\n", to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        if descriptor == STDOUT_FILENO { lost.withLock { $0 = $0 ?? code } }
        return
      }
      start += count
    }
  }
}

extension SafeText {
  /// Text of several lines, each made safe on its own.
  init(escapingLines text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(escaping: String($0)).string }
    self.init(escaping: lines.joined(separator: "\n"))
  }
}
