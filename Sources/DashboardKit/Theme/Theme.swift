public import Incubation
public import TerminalCanvas

/// What every role and every surface looks like, at every depth of colour.
public struct Theme: Hashable, Sendable {
  /// What a background is, so that a fitting theme can be chosen.
  public enum Variant: String, CaseIterable, Sendable {
    case light, dark
    /// Whatever the terminal has.
    case any
  }

  /// Colours and weight at one depth. A nil colour names none: the surface's then counts for a
  /// role, and the role's for a surface.
  public struct Look: Hashable, Sendable {
    /// Of the letters.
    public var fg: ThemeColour?
    /// Of what they stand on. A role's counts where its surface names none.
    public var bg: ThemeColour?
    /// Weight.
    public var emphasis: Emphasis = []

    /// A look; plain when nothing is named.
    public init(fg: ThemeColour? = nil, bg: ThemeColour? = nil, emphasis: Emphasis = []) {
      self.fg = fg
      self.bg = bg
      self.emphasis = emphasis
    }
  }

  /// The looks of one role or surface: in full colour, in 16 colours, and without any.
  public struct Entry: Hashable, Sendable {
    /// With all colours, and with the nearest of 256.
    public var full = Look()
    /// With the 16 of the terminal.
    public var ansi = Look()
    /// With none.
    public var mono = Look()

    /// An entry that is plain everywhere.
    public init() {}
  }

  /// Its name: that of its file, without the ending.
  public var name: String
  /// Its title in Vietnamese.
  public var vietnameseTitle: String
  /// Its title in English.
  public var englishTitle: String
  /// What its background is.
  public var variant: Variant
  /// Every role.
  public var roles: [Role: Entry]
  /// Every surface. A foreground here stands for that of every role on it.
  public var surfaces: [Surface: Entry]

  /// Its title in a language.
  public func title(_ language: Language) -> String {
    language.say(vietnameseTitle, englishTitle)
  }

  /// What a cell of a style looks like.
  public func colours(for style: Style, depth: ColourDepth) -> ThemeColours {
    let role = look(of: roles[style.role], depth)
    let surface = look(of: surfaces[style.surface], depth)
    let emphasis = role.emphasis.symmetricDifference(surface.emphasis.intersection(.reverse))
      .union(surface.emphasis.subtracting(.reverse))
    let all = style.emphasis.contains(.reverse) ? emphasis.symmetricDifference(.reverse) : emphasis
    let weight = all.union(style.emphasis.subtracting(.reverse))
    let fg = surface.fg ?? role.fg ?? .default
    let bg = surface.bg ?? role.bg ?? .default
    return ThemeColours(
      fg: fg, bg: bg, isBold: weight.contains(.bold) && !Self.isPaler(bold: fg, on: bg),
      isUnderlined: weight.contains(.underline),
      isReversed: weight.contains(.reverse))
  }

  /// Whether bold would make letters harder to read: xterm, and most terminals after it, show a
  /// bold colour of the first eight as the brighter one of the second eight, so that bold black on
  /// white comes out grey.
  private static func isPaler(bold fg: ThemeColour, on bg: ThemeColour) -> Bool {
    guard case .ansi(let letters) = fg, case .ansi(let ground) = bg else { return false }
    return letters < 8 && ground > 6
  }

  private func look(of entry: Entry?, _ depth: ColourDepth) -> Look {
    guard let entry else { return Look() }
    switch depth {
    case .direct: return entry.full
    case .indexed256:
      return Look(
        fg: entry.full.fg?.quantised, bg: entry.full.bg?.quantised, emphasis: entry.full.emphasis)
    case .ansi16: return entry.ansi
    case .mono: return Look(emphasis: entry.mono.emphasis)
    }
  }
}

/// What a terminal is told about a cell.
public struct ThemeColours: Hashable, Sendable {
  /// Colour of the letters.
  public var fg: ThemeColour
  /// Colour of what they stand on.
  public var bg: ThemeColour
  /// Whether bold.
  public var isBold: Bool
  /// Whether underlined.
  public var isUnderlined: Bool
  /// Whether foreground and background are exchanged.
  public var isReversed: Bool

  /// Colours and weight.
  public init(
    fg: ThemeColour, bg: ThemeColour, isBold: Bool = false, isUnderlined: Bool = false,
    isReversed: Bool = false
  ) {
    self.fg = fg
    self.bg = bg
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}
