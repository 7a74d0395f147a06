/// Keeps spreadsheets from taking text for a formula (OWASP, "CSV Injection").
///
/// A line of a cell that begins with a formula sign, past spaces and apostrophes, gets one more
/// apostrophe in front; reading takes exactly one away from such lines again. Because lines that
/// begin with apostrophes of their own before the sign are guarded as well, every text comes back
/// as it was.
public enum FormulaGuard {
  /// The text as a cell may hold it.
  public static func guarding(_ text: String) -> String {
    rewritten(text) { line in
      var copy = line
      copy.insert(apostrophe, at: copy.startIndex)
      return copy
    }
  }

  /// The text that a cell stands for.
  public static func unguarding(_ cell: String) -> String {
    rewritten(cell) { line in
      line.first == apostrophe ? Array(line.dropFirst()) : line
    }
  }

  /// Whether a spreadsheet could take the cell for a formula.
  public static func isDangerous(_ cell: String) -> Bool {
    var isFirst = true
    return lines(of: Array(cell.unicodeScalars)).contains { line in
      defer { isFirst = false }
      return line.first != apostrophe && isGuarded(line, isFirst: isFirst)
    }
  }

  private static let apostrophe: Unicode.Scalar = "'"

  /// Applies a change to each line that needs one; most texts hold no sign at all and are given
  /// back untouched.
  private static func rewritten(
    _ text: String, _ change: ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> String {
    guard mayHoldSign(text) else { return text }
    var result = String.UnicodeScalarView()
    for (index, line) in lines(of: Array(text.unicodeScalars)).enumerated() {
      result.append(contentsOf: isGuarded(line, isFirst: index == 0) ? change(line) : line)
    }
    return String(result)
  }

  /// Whether some line can be one: a cheap look at the first byte, and for line breaks.
  private static func mayHoldSign(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF:
      // A digit or a letter; U+00A0 begins with C2, the wider spaces and signs with E1 to EF.
      return text.utf8.contains { $0 == CSVByte.lineFeed || $0 == CSVByte.carriageReturn }
    default:
      return true
    }
  }

  /// The lines of a text, each with its line break.
  private static func lines(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    for (index, scalar) in scalars.enumerated() {
      lines[lines.count - 1].append(scalar)
      let isInsideBreak =
        scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if (scalar == "\n" || scalar == "\r") && !isInsideBreak { lines.append([]) }
    }
    return lines
  }

  /// Whether a line is apostrophes, then spaces, then a sign. A line break counts as a sign only at
  /// the very beginning of a cell: blank lines within a text are harmless.
  private static func isGuarded(_ line: [Unicode.Scalar], isFirst: Bool) -> Bool {
    let rest = line.drop { $0 == apostrophe }.drop(while: isSpace)
    guard let sign = rest.first else { return false }
    return isSign(sign) || isFirst && (sign == "\n" || sign == "\r")
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t": return true
    // Full-width, small and mathematical forms, which some programs fold to the plain ones.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    case "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}", "\u{2212}": return true
    default: return false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return true
    default: return false
    }
  }
}
