@_spi(_Unicode) import Swift

/// How many cells text takes, by our own table rather than the machine's locale.
public enum TextWidth {
  /// A grapheme that is safe to show, with its width.
  public struct Piece: Hashable, Sendable {
    /// The grapheme in NFC.
    public let text: String
    /// 1 or 2 cells.
    public let width: Int
  }

  /// The cells that a line of text takes.
  public static func width(of text: String) -> Int {
    pieces(of: text).reduce(0) { $0 + $1.width }
  }

  /// The text as graphemes in NFC, each with its width; what must not reach a terminal is shown
  /// as the replacement character.
  public static func pieces(of text: String) -> [Piece] {
    normalised(text).map { Piece(text: String($0), width: 1) }
  }

  /// The text in Unicode normalisation form C.
  public static func normalised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }

  /// The text cut to a width, with an ellipsis in the last cell when something was cut.
  public static func cut(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    var taken = 0
    var result = ""
    var beforeLast = ""
    for piece in pieces(of: text) {
      if taken + piece.width > width { return beforeLast + "…" }
      taken += piece.width
      result += piece.text
      if taken <= width - 1 { beforeLast = result }
    }
    return result
  }
}
