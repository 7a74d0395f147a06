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
}
