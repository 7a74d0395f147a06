public import Incubation

/// Makes lines fit to be read aloud and to be shown by any terminal.
public enum PlainLine {
  /// The lines of a text, each safe: no control or escape characters, and nothing that only draws,
  /// as borders, blocks and braille, which a screen reader spells out sign by sign.
  public static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { withoutDrawing(SafeText(escaping: String($0)).string) }
  }

  /// A run of drawn signs becomes one hyphen, so that it is still seen that something is there.
  private static func withoutDrawing(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: isDrawn) else { return line }
    var result = String.UnicodeScalarView()
    var isInRun = false
    for scalar in line.unicodeScalars {
      if isDrawn(scalar) {
        if !isInRun { result.append("-") }
        isInRun = true
      } else {
        result.append(scalar)
        isInRun = false
      }
    }
    return String(result)
  }

  /// Whether a scalar is a line, block, geometric shape or braille pattern.
  static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2500...0x25FF, 0x2800...0x28FF: true
    default: false
    }
  }

  /// Words that were written for a screen, without the marks that stand there beside a word or
  /// between facts: the word says it all.
  public static func spoken(_ words: String, _ language: Language) -> String {
    var text = words[...]
    let marks: Set<Character> = ["!", "~", "×", "→", "←", "‖", "▸", "+", "=", "·", "▼", "▲", "✓"]
    var parts: [Substring] = []
    for part in text.split(separator: " · ") {
      text = part
      while let first = text.first, marks.contains(first), text.dropFirst().first == " " {
        text = text.dropFirst(2)
      }
      parts.append(text)
    }
    return parts.joined(separator: ", ")
      .split(separator: " → ").joined(separator: language.say(" thành ", " to "))
  }
}
