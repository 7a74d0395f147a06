public import TerminalCanvas

extension InputEvent {
  /// The event as a key stroke; typed text of one character counts as the key of that character,
  /// so that Space and "/" can be bound like any other key. Nil for everything else.
  public var plainStroke: KeyStroke? {
    switch self {
    case .key(let stroke): return stroke
    case .text(let text):
      guard let first = text.first, text.count == 1 else { return nil }
      return KeyStroke(.character(first))
    case .paste, .mouse, .focus, .resize, .modeReport, .invalidBytes: return nil
    }
  }

  /// The arrow key that stands for a turn of the wheel, in lists that know keys only; nil for
  /// everything else.
  public var wheelAsArrow: InputEvent? {
    guard case .mouse(let mouse) = self else { return nil }
    switch mouse.kind {
    case .wheelUp: return .key(KeyStroke(.up))
    case .wheelDown: return .key(KeyStroke(.down))
    case .press, .release, .drag, .move: return nil
    }
  }

  /// The most characters of one read that count as typed one after another.
  static let mostTypedAtOnce = 512

  /// What was typed, a character at a time: keys that came in one read are keys all the same, and
  /// the first of them may open the field that the rest is meant for. More than anybody types in
  /// one moment is a paste of a terminal that does not say so, stays whole, and runs no command.
  var oneByOne: [InputEvent] {
    guard case .text(let text) = self, (2...Self.mostTypedAtOnce).contains(text.count) else {
      return [self]
    }
    return text.map { .text(String($0)) }
  }
}
