/// What a person has chosen for working at the screen, besides language and theme. Screens read it
/// from their context; the settings file keeps it.
public struct Preferences: Hashable, Sendable {
  /// How Vietnamese letters are composed in fields of words; off unless wished for, because most
  /// machines have a typing method of their own.
  public var typing = Typing.off
  /// Whether h, j, k and l move, and g and G go to the ends, where letters otherwise find rows.
  public var usesViKeys = false
  /// Whether the mouse belongs to the program; off leaves it to the terminal, for selecting text.
  public var usesMouse = true
  /// Whether anything on the screen may move by itself.
  public var hasMotion = true
  /// Whether copying may use the terminal's own clipboard sequence (OSC 52).
  public var usesTerminalClipboard = true

  /// What holds when nothing was chosen.
  public init() {}
}
