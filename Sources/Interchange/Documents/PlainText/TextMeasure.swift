/// How many columns text takes. Whoever writes for a terminal passes the table of its own canvas,
/// which this target does not know.
public struct TextMeasure: Sendable {
  /// The columns of a text of one line.
  public let width: @Sendable (String) -> Int

  /// A measure.
  public init(_ width: @escaping @Sendable (String) -> Int) { self.width = width }

  /// The text in lines of at most so many columns, broken at blanks, and inside a word that is
  /// longer than a line. One empty line for an empty text.
  func wrap(_ text: String, to limit: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine(String($0), to: max(1, limit)) }
  }

  /// The widest word.
  func longestWord(of text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { width(String($0)) }.max() ?? 0
  }

  /// The text filled with blanks; a text that is too wide stays as it is.
  func pad(_ text: String, to total: Int, _ alignment: DocumentTable.Alignment = .left) -> String {
    let missing = max(0, total - width(text))
    let before =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return Self.blanks(before) + text + Self.blanks(missing - before)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func wrapLine(_ line: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var taken = 0
    for word in line.split(separator: " ").flatMap({ pieces(of: String($0), to: limit) }) {
      let columns = width(word)
      if !current.isEmpty, taken + 1 + columns > limit {
        lines.append(current)
        (current, taken) = ("", 0)
      }
      if !current.isEmpty {
        current += " "
        taken += 1
      }
      current += word
      taken += columns
    }
    if !current.isEmpty || lines.isEmpty { lines.append(current) }
    return lines
  }

  /// A word, cut where it is longer than a line.
  private func pieces(of word: String, to limit: Int) -> [String] {
    guard width(word) > limit else { return [word] }
    var pieces: [String] = []
    var current = ""
    for character in word {
      if !current.isEmpty, width(current + String(character)) > limit {
        pieces.append(current)
        current = ""
      }
      current.append(character)
    }
    return current.isEmpty ? pieces : pieces + [current]
  }
}
