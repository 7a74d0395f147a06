public import TerminalCanvas

/// A colour as a theme names it.
public enum ColourValue: Hashable, Sendable {
  /// What the user has set in the terminal.
  case `default`
  /// One of the sixteen colours of the terminal, 0 to 15; others count modulo 16.
  case ansi(Int)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)
}

/// Attributes of cells.
public struct TextAttributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// A set of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Bold.
  public static let bold = TextAttributes(rawValue: 1)
  /// Underlined.
  public static let underline = TextAttributes(rawValue: 2)
  /// Foreground and background exchanged.
  public static let reverse = TextAttributes(rawValue: 4)
  /// Fainter than usual; not every terminal shows it.
  public static let dim = TextAttributes(rawValue: 8)
}

/// How the terminal is to show a style.
public struct TerminalColours: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: ColourValue
  /// The colour behind it.
  public var background: ColourValue
  /// Its attributes, besides the emphasis of the style.
  public var attributes: TextAttributes

  /// Colours; those of the terminal when nothing is named.
  public init(
    foreground: ColourValue = .default, background: ColourValue = .default,
    attributes: TextAttributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// A theme as the terminal sees it: from a style to colours.
///
/// The function is asked once for each style that occurs, and again after `setPalette`. It may
/// choose by the colour depth of the terminal, which is handed in, so that a theme can say itself
/// what it looks like with sixteen colours or none.
public struct Palette: Sendable {
  let colours: @Sendable (Style, ColourDepth) -> TerminalColours

  /// A palette.
  public init(colours: @escaping @Sendable (Style, ColourDepth) -> TerminalColours) {
    self.colours = colours
  }

  /// No colours at all: selection and focus by attributes only.
  public static let plain = Palette { style, _ in
    switch style.surface {
    case .selected, .lifted, .inputFocus: TerminalColours(attributes: .reverse)
    default: TerminalColours()
    }
  }
}
