import TerminalCanvas

/// The choice of a theme: moving tries it, Enter keeps it, Esc returns to the one before.
struct ThemeDialog: Equatable, Sendable {
  /// The theme to return to, from 0.
  let original: Int
  let count: Int
  private(set) var focus: Int

  init(count: Int, current: Int) {
    self.count = count
    original = current
    focus = current
  }

  mutating func handle(_ event: InputEvent, _ titles: [String]) -> DialogReply {
    switch event {
    case .key(KeyStroke(.escape)): return .cancelled
    case .key(KeyStroke(.enter)): return .chosen(focus)
    case .key(KeyStroke(.up)): focus = (focus + count - 1) % count
    case .key(KeyStroke(.down)): focus = (focus + 1) % count
    case .key(KeyStroke(.home)): focus = 0
    case .key(KeyStroke(.end)): focus = max(0, count - 1)
    case .text(let typed):
      guard let letter = LetterJump.letter(typed),
        let next = LetterJump.next(letter, after: focus, in: titles)
      else { return .stay }
      focus = next
    default: return .stay
    }
    return .focused(focus)
  }

  func draw(
    _ titles: [String], in area: Rectangle, on canvas: inout Canvas, _ text: ShellText
  ) -> [DialogTarget] {
    let widest = titles.map { TextWidth.width(of: $0) }.max() ?? 0
    let size = Size(width: max(28, widest + 8), height: titles.count + 2)
    let inside = Panel.draw(text.themesTitle, in: area.centred(size), on: &canvas)
    let first = ListWindow.first(showing: focus, of: titles.count, height: inside.height)
    return (first..<min(titles.count, first + inside.height)).map { index in
      let row = inside.row(index - first)
      let surface: Surface = index == focus ? .selected : .overlay
      canvas.fill(row, style: Style(.text, on: surface))
      if index == focus { canvas.cursor = Point(x: row.x, y: row.y) }
      canvas.put(
        (index == focus ? "▶ " : "  ") + titles[index], in: row, style: Style(.text, on: surface))
      return DialogTarget(area: row, index: index)
    }
  }
}
