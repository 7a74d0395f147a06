import TerminalCanvas

/// The line above the footer that says what happened, without taking the focus.
enum MessageLine {
  /// The most lines that a message takes.
  private static let limit = 3

  /// Draws a message into the last row of an area, and into up to two rows above it when it is
  /// long; never over the caret.
  static func draw(_ message: Message, in area: Rectangle, on canvas: inout Canvas) {
    let lines = lines(of: message.text, in: area, caret: canvas.cursor)
    let place = area.splitBottom(lines.count).bottom
    let (mark, role) = look(message.kind)
    canvas.fill(place, style: Style(.text, on: .toast))
    canvas.put(mark, in: place, offset: 1, style: Style(role, on: .toast))
    for (index, line) in lines.enumerated() {
      canvas.put(line, in: place.row(index), offset: 3, style: Style(.text, on: .toast))
    }
  }

  private static func lines(of text: String, in area: Rectangle, caret: Point?) -> [String] {
    let width = area.width - 4
    var lines = TextWrap.lines(of: text, width: width)
    if lines.count > limit {
      let rest = lines[(limit - 1)...].joined(separator: " ")
      lines = lines.prefix(limit - 1) + [TextWidth.cut(rest, to: width)]
    }
    let covered = area.splitBottom(lines.count).bottom
    let hidesCaret = caret.map { covered.contains($0) } ?? false
    return hidesCaret ? [TextWidth.cut(text, to: width)] : lines
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
