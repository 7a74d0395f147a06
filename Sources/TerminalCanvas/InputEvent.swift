/// A key that is not a letter.
public enum Key: Hashable, Sendable {
  case enter, tab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F24.
  case function(Int)
  /// A letter or digit that came together with Ctrl or Alt; lower case. Space is " ".
  case character(Character)
}

/// Keys held while another is pressed.
public struct Modifiers: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// A set of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Shift.
  public static let shift = Modifiers(rawValue: 1)
  /// Alt, also sent as a leading Escape.
  public static let alt = Modifiers(rawValue: 2)
  /// Ctrl.
  public static let control = Modifiers(rawValue: 4)
}

/// A key with what was held; the unit in which commands are bound.
public struct KeyStroke: Hashable, Sendable {
  /// The key.
  public var key: Key
  /// What was held.
  public var modifiers: Modifiers

  /// A key stroke.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// Ctrl with a letter.
  public static func control(_ character: Character) -> KeyStroke {
    KeyStroke(.character(character), .control)
  }

  /// Alt with a letter.
  public static func alt(_ character: Character) -> KeyStroke {
    KeyStroke(.character(character), .alt)
  }

  /// A function key.
  public static func function(_ number: Int) -> KeyStroke { KeyStroke(.function(number)) }
}

/// What a mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// The kind of report.
  public enum Kind: Hashable, Sendable {
    case press, release, drag, move, wheelUp, wheelDown
  }

  /// A button.
  public enum Button: Hashable, Sendable {
    case left, middle, right, none
  }

  /// What happened.
  public var kind: Kind
  /// Which button.
  public var button: Button
  /// Where, in cells from the top left corner.
  public var position: Point
  /// What was held.
  public var modifiers: Modifiers

  /// A mouse report.
  public init(
    _ kind: Kind, _ button: Button = .left, at position: Point, modifiers: Modifiers = []
  ) {
    self.kind = kind
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }
}

/// One thing that the terminal told us.
public enum InputEvent: Hashable, Sendable {
  /// A key that is not text, or text with Ctrl or Alt.
  case key(KeyStroke)
  /// Text that was typed: never empty, never a control character; not yet normalised.
  case text(String)
  /// A bracketed paste, whole; line feeds kept, other controls already removed.
  case paste(String)
  /// The mouse.
  case mouse(MouseEvent)
  /// The terminal window got or lost the focus.
  case focus(Bool)
  /// The screen has a new size.
  case resize(Size)
  /// The terminal answered a DECRQM query: mode number and its state (0 to 4).
  case modeReport(mode: Int, state: Int)
  /// Bytes that are not UTF-8 were received and dropped: how many.
  case invalidBytes(Int)
}
