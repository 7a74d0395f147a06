extension TextWidth {
  /// Where text stands in a space that is wider than it.
  public enum Alignment: Hashable, Sendable {
    case left, centre, right
  }

  /// The text cut to a width, with an ellipsis in the last cell when something was cut. Empty
  /// when the width is 0 or less.
  public static func cut(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    var taken = 0
    var result = ""
    var beforeLast = ""
    var fits = true
    forEachPiece(of: text) { piece in
      fits = taken + piece.width <= width
      guard fits else { return false }
      taken += piece.width
      result += piece.text
      if taken <= width - 1 { beforeLast = result }
      return true
    }
    return fits ? result : beforeLast + "…"
  }

  /// The text cut or filled with blanks so that it takes exactly this many cells.
  public static func pad(
    _ text: String, to width: Int, alignment: Alignment = .left
  ) -> String {
    let shown = cut(text, to: width)
    let missing = max(0, width - self.width(of: shown))
    let before: Int
    switch alignment {
    case .left: before = 0
    case .centre: before = missing / 2
    case .right: before = missing
    }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: missing - before)
  }

  /// The text in lines of at most this many cells: broken at blanks, a word that is longer than
  /// a line anywhere, line feeds kept. Blanks at a break are left out. No lines when the width
  /// is 0 or less; one empty line for an empty text.
  public static func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrapParagraph(pieces(of: String($0)), width: width) }
  }

  private static func wrapParagraph(_ pieces: [Piece], width: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    var taken = 0
    var lastBlank: Int?
    for (index, piece) in pieces.enumerated() {
      if taken + piece.width > width, index > start {
        // A line ends before the last blank in it, before a blank that no longer fits, or,
        // without any, in the middle of the word.
        let end = piece.text == " " ? index : lastBlank ?? index
        lines.append(line(pieces[start..<end]))
        start = end
        while start < index, pieces[start].text == " " { start += 1 }
        taken = pieces[start..<index].reduce(0) { $0 + $1.width }
        lastBlank = nil
      }
      if piece.text == " " {
        // Blanks at the start of a line that a break has opened are left out.
        if start == index, !lines.isEmpty {
          start = index + 1
          continue
        }
        if index > start, pieces[index - 1].text != " " { lastBlank = index }
      }
      taken += piece.width
    }
    if start < pieces.count || lines.isEmpty { lines.append(line(pieces[start...])) }
    return lines
  }

  private static func line(_ pieces: ArraySlice<Piece>) -> String {
    var end = pieces.endIndex
    while end > pieces.startIndex, pieces[end - 1].text == " " { end -= 1 }
    return pieces[pieces.startIndex..<end].reduce(into: "") { $0 += $1.text }
  }
}
