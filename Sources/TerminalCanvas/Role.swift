/// What a piece of text means. A theme gives each role its colours; screens never name a colour.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case text
  /// Text of second rank: hints, units, dates beside a name.
  case muted
  /// A command or field that cannot be used now.
  case disabled
  /// A title of a screen, a section or a column.
  case heading
  /// The name of the department and other words of the title bar.
  case title
  /// Something that opens a record.
  case link
  /// Lines of frames and separators.
  case border
  /// The frame of the part that has the focus.
  case borderFocus
  /// The mark of the row or card in focus.
  case focus
  /// The mark of a row that has been marked.
  case marked
  /// A key in the footer, the menu or the help.
  case keyHint
  /// What the key does.
  case keyLabel
  /// Text that is being typed.
  case input
  /// A hint inside an empty field.
  case placeholder
  /// A field in error, and the words about it.
  case danger
  /// Needs attention soon.
  case warning
  /// All is well.
  case ok
  /// Neutral news.
  case info
  /// Letters that matched a search.
  case match
  /// A tab that is not chosen.
  case tab
  /// The chosen tab.
  case tabActive
  /// Series of a chart, in order.
  case chart1, chart2, chart3, chart4, chart5, chart6
  /// The empty part of a bar.
  case track
}

/// What a piece of text lies on. A theme gives each surface its background.
public enum Surface: UInt8, CaseIterable, Sendable {
  /// The screen itself.
  case base
  /// Title bar and tabs.
  case bar
  /// Footer.
  case footer
  /// The selected row or card, of the part that has the focus.
  case selected
  /// The selected row of a part that does not have the focus.
  case selectedInactive
  /// A card that has been lifted and is being moved.
  case lifted
  /// A field that can be typed into.
  case input
  /// The field that has the caret.
  case inputFocus
  /// A dialog, a menu, the palette.
  case overlay
  /// A short message.
  case toast
}

/// Extra weight on a piece of text. Themes without colours lean on it.
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// A set of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Bold.
  public static let bold = Emphasis(rawValue: 1)
  /// Underlined; not on Vietnamese text with marks below, where it hides them.
  public static let underline = Emphasis(rawValue: 2)
  /// Foreground and background exchanged.
  public static let reverse = Emphasis(rawValue: 4)
}

/// How a piece of text is shown: what it means, what it lies on, and its weight.
public struct Style: Hashable, Sendable {
  /// What the text means.
  public var role: Role
  /// What it lies on.
  public var surface: Surface
  /// Its weight, besides what the theme gives the role.
  public var emphasis: Emphasis

  /// A style; ordinary text on the screen itself when nothing is named.
  public init(_ role: Role = .text, on surface: Surface = .base, emphasis: Emphasis = []) {
    self.role = role
    self.surface = surface
    self.emphasis = emphasis
  }
}
