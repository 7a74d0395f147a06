@_spi(_Unicode) import Swift

/// How many cells text takes, by our own table rather than the machine's locale.
public enum TextWidth {
  /// A grapheme that is safe to show, with its width.
  public struct Piece: Hashable, Sendable {
    /// The grapheme in NFC: one base character and at most four marks.
    public let text: String
    /// 1 or 2 cells.
    public let width: Int
  }

  /// The cells that a line of text takes when it is shown.
  public static func width(of text: String) -> Int {
    if isPlain(text) { return text.unicodeScalars.count }
    var width = 0
    forEachPiece(of: text) {
      width += $0.width
      return true
    }
    return width
  }

  /// The text as graphemes in NFC, each with its width; what must not reach a terminal is shown
  /// as the replacement character.
  ///
  /// A control, format, private or unassigned character becomes U+FFFD; a variation selector, a
  /// zero width joiner and a skin tone are left out; a mark without a base gets a dotted circle;
  /// marks after the fourth are left out, because a cell of ncurses holds no more
  /// (`CCHARW_MAX`); the two halves of a flag become the two letters of the country.
  public static func pieces(of text: String) -> [Piece] {
    var result: [Piece] = []
    forEachPiece(of: text) {
      result.append($0)
      return true
    }
    return result
  }

  /// The text in Unicode normalisation form C.
  public static func normalised(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }

  /// Whether every scalar of the text is a cell of width 1 by itself and stays as it is in NFC:
  /// true of nearly all text of this program, and what makes drawing cheap.
  static func isPlain(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where !ScalarKind.isPlain(scalar.value) { return false }
    return true
  }

  /// Hands out the pieces in order until the closure says false.
  static func forEachPiece(of text: String, _ body: (Piece) -> Bool) {
    if isPlain(text) {
      for scalar in text.unicodeScalars
      where !body(Piece(text: PlainText.string(of: scalar), width: 1)) { return }
      return
    }
    var builder = PieceBuilder()
    for scalar in text._nfc {
      if let piece = builder.add(scalar), !body(piece) { return }
    }
    if let piece = builder.finish() { _ = body(piece) }
  }
}

/// Puts scalars in NFC together to pieces.
private struct PieceBuilder {
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"
  private static let replacement: Unicode.Scalar = "\u{FFFD}"
  private static let mostMarks = 4

  private var text = String.UnicodeScalarView()
  private var width = 0
  private var marks = 0

  /// Takes one scalar; gives the piece before it when that is complete.
  mutating func add(_ scalar: Unicode.Scalar) -> TextWidth.Piece? {
    switch ScalarKind(scalar) {
    case .narrow: return begin(scalar, width: 1)
    case .wide: return begin(scalar, width: 2)
    case .hidden: return begin(Self.replacement, width: 1)
    case .flagHalf(let letter): return begin(letter, width: 1)
    case .skinTone: return width == 0 ? begin(scalar, width: 2) : nil
    case .dropped: return nil
    case .mark:
      let before = width == 0 ? begin(Self.dottedCircle, width: 1) : nil
      if marks < Self.mostMarks {
        text.append(scalar)
        marks += 1
      }
      return before
    }
  }

  /// The last piece; nil when there is none.
  func finish() -> TextWidth.Piece? {
    width == 0 ? nil : TextWidth.Piece(text: String(text), width: width)
  }

  private mutating func begin(_ scalar: Unicode.Scalar, width: Int) -> TextWidth.Piece? {
    let before = finish()
    text = String.UnicodeScalarView()
    text.append(scalar)
    self.width = width
    marks = 0
    return before
  }
}
