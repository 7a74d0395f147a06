import TerminalCanvas

/// The keys of vi, for those who wish for them: where no field has the focus, letters move.
enum ViKeys {
  /// The event, or the move that it stands for.
  static func moves(_ event: InputEvent) -> InputEvent {
    guard case .text(let typed) = event, let key = key(typed) else { return event }
    return .key(KeyStroke(key))
  }

  private static func key(_ typed: String) -> Key? {
    switch typed {
    case "h": .left
    case "j": .down
    case "k": .up
    case "l": .right
    case "g": .home
    case "G": .end
    default: nil
    }
  }
}
