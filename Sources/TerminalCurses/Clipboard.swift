extension TerminalSession {
  /// The most bytes of text that are offered to the clipboard; more than that terminals drop
  /// (the 100,000 bytes of xterm's and tmux's sequences, of which base64 takes four thirds).
  public nonisolated static let mostBytesToCopy = 74_994

  /// Offers the text to the clipboard of the user's own machine, also over ssh, by OSC 52. No
  /// terminal says whether it took the text, so the text should be shown for copying by hand as
  /// well.
  public func copy(_ text: String) -> ClipboardAnswer {
    let bytes = Array(text.utf8)
    let answer = ClipboardAnswer(byteCount: bytes.count, environment)
    if answer == .sent || answer == .sentToTmux {
      terminal.send("\u{1B}]52;c;\(Base64.encoded(bytes))\u{7}")
    }
    return answer
  }
}

/// What came of offering a text to the clipboard.
public enum ClipboardAnswer: Hashable, Sendable {
  /// The terminal was given it.
  case sent
  /// tmux was given it, which passes it on when its option set-clipboard is on.
  case sentToTmux
  /// It has more bytes than `TerminalSession.mostBytesToCopy`.
  case tooLong
  /// The terminal of this name has no clipboard.
  case unsupported(String)

  /// Terminals without a clipboard that a program could reach: the Linux console, GNU screen,
  /// which takes the sequence for itself, and what is older than the sequence.
  private static let without = ["linux", "vt", "screen", "ansi", "cygwin", "eterm", "sun", "cons"]

  /// What becomes of a text of so many bytes in the terminal that the environment names.
  init(byteCount: Int, _ environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    let isTmux = environment["TMUX"] != nil || name.hasPrefix("tmux")
    if !isTmux, Self.without.contains(where: name.hasPrefix) {
      self = .unsupported(name)
    } else if byteCount > TerminalSession.mostBytesToCopy {
      self = .tooLong
    } else {
      self = isTmux ? .sentToTmux : .sent
    }
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
