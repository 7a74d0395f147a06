import Foundation
import Incubation

/// Standard output and standard error. Only text that is safe to show gets here.
enum Output {
  /// Writes data to standard output: a line.
  static func line(_ text: SafeText) { write(text.string + "\n", to: STDOUT_FILENO) }

  /// Writes a line that the program put together from safe parts.
  static func line(_ text: String) { line(SafeText(escapingLines: text)) }

  /// Writes bytes that are data, such as a CSV file, to standard output.
  static func bytes(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

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
      // A closed pipe ends the output; the exit code of the work itself stands.
      guard count > 0 else { return }
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
