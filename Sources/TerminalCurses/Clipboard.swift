extension TerminalSession {
  /// The most bytes of text that are offered to the clipboard; more than that terminals drop
  /// (the 100,000 bytes of xterm's and tmux's sequences, of which base64 takes four thirds).
  public static let mostBytesToCopy = 74_994

  /// Offers the text to the clipboard of the user's own machine, also over ssh, by OSC 52. Says
  /// false when it is too long. No terminal says whether it took the text, so the text should be
  /// shown for copying by hand as well.
  public func copy(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.mostBytesToCopy else { return false }
    terminal.send("\u{1B}]52;c;\(Base64.encoded(bytes))\u{7}")
    return true
  }
}

/// Base64 (RFC 4648, section 4).
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)

  static func encoded(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        result.append(isPadding ? "=" : letters[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(result)
  }
}
