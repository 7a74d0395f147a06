import Incubation
import TerminalCanvas

/// A text that was offered to the clipboard: says what came of it, and shows the whole text over
/// the width of the screen, without a frame, so that the mouse of the terminal can select it.
struct CopyDialog: Equatable, Sendable {
  let copied: CopyText
  let outcome: CopyOutcome
  /// The first line shown.
  private(set) var top = 0

  init(_ copied: CopyText, _ outcome: CopyOutcome) {
    self.copied = copied
    self.outcome = outcome
  }

  mutating func handle(_ event: InputEvent) -> DialogReply {
    switch event {
    case .key(KeyStroke(.escape)), .key(KeyStroke(.enter)): return .cancelled
    case .key(KeyStroke(.up)): top = max(0, top - 1)
    case .key(KeyStroke(.down)): top += 1
    case .key(KeyStroke(.pageUp)): top = max(0, top - 10)
    case .key(KeyStroke(.pageDown)): top += 10
    case .key(KeyStroke(.home)): top = 0
    default: break
    }
    // The last line stays to be seen, however narrow the screen is.
    let least = copied.text.reduce(1) { $0 + ($1.isNewline ? 1 : 0) }
    top = min(top, max(0, max(least, copied.text.count / 20) - 1))
    return .stay
  }

  /// Draws it over an area; the cursor stands on the first line of the text.
  func draw(in area: Rectangle, on canvas: inout Canvas, _ text: ShellText) {
    canvas.fill(area, style: Style(.text, on: .overlay))
    let heading = TextWidth.cut(" " + text.copyTitle(copied.title), to: area.width)
    canvas.put(heading, in: area.row(0), style: Style(.heading, on: .overlay))
    let (mark, words, role) = text.copied(outcome)
    let said = TextWrap.lines(of: mark + " " + words, width: max(1, area.width - 2))
    for (index, line) in said.enumerated() {
      canvas.put(line, in: area.row(1 + index), offset: 1, style: Style(role, on: .overlay))
    }
    let (head, rest) = area.splitTop(2 + said.count)
    canvas.fill(head.row(head.height - 1), "─", style: Style(.border, on: .overlay))
    let lines = shown(width: area.width)
    let first = min(top, max(0, lines.count - 1))
    for (index, line) in lines.dropFirst(first).prefix(rest.height).enumerated() {
      canvas.put(line, in: rest.row(index), style: Style(.text, on: .overlay))
    }
    if !rest.isEmpty { canvas.cursor = Point(x: rest.x, y: rest.y) }
  }

  private func shown(width: Int) -> [String] {
    let spaced = copied.text.split(separator: "\t", omittingEmptySubsequences: false)
      .joined(separator: "   ")
    return TextWrap.lines(of: spaced, width: width)
  }
}
