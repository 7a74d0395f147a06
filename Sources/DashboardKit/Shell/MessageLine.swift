import TerminalCanvas

/// The line above the footer that says what happened, without taking the focus.
enum MessageLine {
  static func draw(_ message: Message, in area: Rectangle, on canvas: inout Canvas) {
    let (mark, role) = look(message.kind)
    canvas.fill(area, style: Style(.text, on: .toast))
    canvas.put(mark, in: area, offset: 1, style: Style(role, on: .toast))
    canvas.put(
      TextWidth.cut(message.text, to: area.width - 4), in: area, offset: 3,
      style: Style(.text, on: .toast))
  }

  /// A mark for each kind, so that nothing is said by colour alone.
  private static func look(_ kind: Message.Kind) -> (mark: String, role: Role) {
    switch kind {
    case .done: ("✓", .ok)
    case .info: ("i", .info)
    case .warning: ("!", .warning)
    case .failure: ("×", .danger)
    }
  }
}
