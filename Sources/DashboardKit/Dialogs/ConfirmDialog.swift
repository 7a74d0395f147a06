public import TerminalCanvas

/// A question with a few answers. The first is the safe one and has the focus at the beginning.
public struct ConfirmDialog: Equatable, Sendable {
  /// What it is about.
  public var title: String
  /// The question, with what an answer will do.
  public var question: String
  /// The answers, the safe one first.
  public var choices: [String]
  /// Which answer has the focus, from 0.
  public private(set) var focus = 0

  /// A question.
  public init(title: String, question: String, choices: [String]) {
    self.title = title
    self.question = question
    self.choices = choices
  }

  /// Takes an event in: arrows, Tab and letters move, Enter chooses, Esc cancels.
  public mutating func handle(_ event: InputEvent) -> DialogReply {
    let count = max(1, choices.count)
    switch event {
    case .key(KeyStroke(.escape)): return .cancelled
    case .key(KeyStroke(.enter)): return .chosen(focus)
    case .key(KeyStroke(.left)), .key(KeyStroke(.up)), .key(KeyStroke(.tab, .shift)):
      focus = (focus + count - 1) % count
    case .key(KeyStroke(.right)), .key(KeyStroke(.down)), .key(KeyStroke(.tab)):
      focus = (focus + 1) % count
    case .text(let typed):
      if let letter = LetterJump.letter(typed),
        let next = LetterJump.next(letter, after: focus, in: choices)
      {
        focus = next
      }
    default: break
    }
    return .stay
  }

  /// Draws it into the middle of an area, and says where each answer can be clicked.
  @discardableResult
  public func draw(in area: Rectangle, on canvas: inout Canvas) -> [Rectangle] {
    let width = min(area.width - 2, 64)
    let lines = TextWrap.lines(of: question, width: width - 4)
    let size = Size(width: width, height: min(area.height, lines.count + choices.count + 3))
    let inside = Panel.draw(title, in: area.centred(size), on: &canvas)
    for (index, line) in lines.enumerated() {
      canvas.put(line, in: inside.row(index), style: Style(.text, on: .overlay))
    }
    return choices.enumerated().map { index, choice in
      let row = inside.row(lines.count + 1 + index)
      let surface: Surface = index == focus ? .selected : .overlay
      canvas.fill(row, style: Style(.text, on: surface))
      if index == focus { canvas.cursor = Point(x: row.x, y: row.y) }
      canvas.put(
        (index == focus ? "▶ " : "  ") + choice, in: row, style: Style(.text, on: surface))
      return row
    }
  }
}
