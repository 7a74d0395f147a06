import TerminalCanvas

/// Breaks text into lines of a width, at spaces where there are some.
public enum TextWrap {
  /// A line: the graphemes it holds, as places in the text. A line feed that ends it, and a space
  /// at which it was broken, belong to no line.
  struct Line: Equatable, Sendable {
    var start: Int
    var end: Int
  }

  /// The text as lines that each take at most `width` cells. Never empty.
  public static func lines(of text: String, width: Int) -> [String] {
    let letters = Array(TextWidth.normalised(text))
    return places(of: letters, width: width).map { String(letters[$0.start..<$0.end]) }
  }

  static func places(of letters: [Character], width: Int) -> [Line] {
    let width = max(1, width)
    var result: [Line] = []
    var start = 0
    var taken = 0
    var lastSpace: Int?
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter.isNewline {
        result.append(Line(start: start, end: index))
        (start, taken, lastSpace) = (index + 1, 0, nil)
        index += 1
        continue
      }
      let cells = letter.utf8.count == 1 ? 1 : TextWidth.width(of: String(letter))
      if taken + cells > width, index > start {
        let end = letter == " " ? index : lastSpace ?? index
        result.append(Line(start: start, end: end))
        start = end < letters.count && letters[end] == " " ? end + 1 : end
        taken = 0
        lastSpace = nil
        index = start
        continue
      }
      if letter == " " { lastSpace = index }
      taken += cells
      index += 1
    }
    result.append(Line(start: start, end: letters.count))
    return result
  }
}
