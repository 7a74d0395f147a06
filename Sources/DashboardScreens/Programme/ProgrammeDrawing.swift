import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws a page about the programme, and the form that is open over it.
struct ProgrammeDrawing {
  let state: ProgrammeState
  let area: Rectangle
  let text: ProgrammeText
  let context: ScreenContext

  /// The cells that the fields of a form get.
  static func formWidth(_ size: Size) -> Int {
    let width = max(1, size.width - 2)
    return max(1, width - ProgrammeForm.labelWidth(in: width))
  }

  func draw(on frame: inout Frame<ProgrammeAction>) {
    let inside = area.inset(horizontal: 1)
    guard let edit = state.edit else { return drawPage(in: inside, on: &frame) }
    let hints = hints(of: edit, width: inside.width)
    let wanted = edit.form.height + 2 + hints.count
    let (page, form) = inside.splitBottom(min(wanted, max(4, area.height - 5)))
    drawPage(in: page, on: &frame)
    drawForm(edit, hints, in: form, on: &frame)
  }

  // MARK: The page

  private func drawPage(in body: Rectangle, on frame: inout Frame<ProgrammeAction>) {
    guard state.data != nil else {
      let problem = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      frame.canvas.put(
        TextWidth.cut(problem ?? text.loading, to: body.width), in: body.row(1),
        style: Style(.muted))
      frame.canvas.pointCursor(at: body.row(1))
      return
    }
    let page = ProgrammePage(state: state, text: text, context: context, width: area.width)
    let focus = page.focused(state.focus)?.key
    var rest = body
    for lines in page.panes {
      let (pane, right) = rest.splitLeft(page.paneWidth)
      draw(lines, focus, in: pane, on: &frame)
      rest = right.splitLeft(3).rest
    }
    if focus == nil, state.edit == nil { frame.canvas.pointCursor(at: body.row(0)) }
  }

  private func draw(
    _ lines: [ProgrammeLine], _ focus: String?, in pane: Rectangle,
    on frame: inout Frame<ProgrammeAction>
  ) {
    guard pane.height > 0 else { return }
    let place = lines.firstIndex { $0.key == focus } ?? 0
    let top = max(0, min(place - pane.height / 2, lines.count - pane.height))
    for (index, line) in lines.dropFirst(top).prefix(pane.height).enumerated() {
      draw(line, isFocus: line.isFocusable && line.key == focus, in: pane.row(index), on: &frame)
    }
    let below = lines.count - top - pane.height
    guard below > 0 else { return }
    let words = text.say(" ▼ còn \(below)", " ▼ \(below) more")
    let row = pane.row(pane.height - 1)
    frame.canvas.put(
      words, in: row, offset: max(0, row.width - TextWidth.width(of: words)), style: Style(.info))
  }

  private func draw(
    _ line: ProgrammeLine, isFocus: Bool, in row: Rectangle,
    on frame: inout Frame<ProgrammeAction>
  ) {
    let surface: Surface = isFocus ? .selected : .base
    var x = 0
    if isFocus {
      frame.canvas.fill(row, style: Style(.text, on: surface))
      x = frame.canvas.put("▶", in: row, style: Style(.focus, on: surface))
      if state.edit == nil, !row.isEmpty { frame.canvas.cursor = Point(x: row.x, y: row.y) }
    }
    for (number, piece) in line.pieces.enumerated() {
      let shown = isFocus && number == 0 ? String(piece.text.dropFirst()) : piece.text
      let cut = TextWidth.cut(shown, to: max(0, row.width - x))
      x += frame.canvas.put(cut, in: row, offset: x, style: Style(piece.role, on: surface))
    }
    if line.isFocusable, state.edit == nil { frame.target(row, .line(line.key)) }
  }

  // MARK: The form

  private func hints(of edit: ProgrammeEdit, width: Int) -> [(String, Role)] {
    if let cap = edit.cap, !edit.warnings.isEmpty {
      let words = edit.warnings.map { "! " + $0.words(text.language, of: cap) }
      return (words + [text.saveAnyway]).flatMap { sentence in
        TextWrap.lines(of: sentence, width: max(1, width - 4)).map { ($0, .warning) }
      }
    }
    let hint = edit.form.focused.map { text.fieldLabel($0.id, edit).hint } ?? ""
    let words = edit.isWorking ? text.working : hint.isEmpty ? text.formHint : hint
    return [(TextWidth.cut(words, to: max(1, width - 2)), .muted)]
  }

  private func drawForm(
    _ edit: ProgrammeEdit, _ hints: [(String, Role)], in form: Rectangle,
    on frame: inout Frame<ProgrammeAction>
  ) {
    frame.canvas.fill(form, style: Style(.text, on: .overlay))
    let (head, rest) = form.splitTop(1)
    let title = edit.title(text.language).string
    frame.canvas.put(
      TextWidth.cut("─ " + title + " ", to: head.width), in: head,
      style: Style(.heading, on: .overlay))
    let (body, bottom) = rest.splitBottom(min(hints.count, max(0, rest.height - 1)))
    let places = edit.form.draw(
      in: body, on: &frame.canvas, surface: .overlay, context.fields, within: area,
      label: { text.fieldLabel($0, edit) }, words: { $0.words(text.language) })
    frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    for (index, hint) in hints.prefix(bottom.height).enumerated() {
      frame.canvas.put(
        TextWidth.cut(hint.0, to: bottom.width), in: bottom.row(index),
        style: Style(hint.1, on: .overlay))
    }
  }
}
