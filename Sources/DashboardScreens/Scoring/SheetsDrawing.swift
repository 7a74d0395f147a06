import DashboardKit
import Incubation
import TerminalCanvas

/// Draws the list of the own rounds, and below it what is left to do in the one in focus.
struct SheetsDrawing {
  let state: SheetsState
  let area: Rectangle
  let text: SheetsText
  let context: ScreenContext

  private enum Column: Hashable { case name, state, day, progress, sealed }

  func draw(on frame: inout Frame<SheetsAction>) {
    let notice = notice
    let (top, rest) = area.splitTop(min(notice.count, area.height))
    for (index, line) in notice.prefix(top.height).enumerated() {
      frame.canvas.put(
        line, in: top.row(index).inset(horizontal: 1),
        style: Style(state.isSending ? .info : .warning))
    }
    if !notice.isEmpty { frame.target(top, .send) }
    guard !state.rows.isEmpty else {
      let words = state.isLoading ? text.loading : text.empty
      for (index, line) in TextWrap.lines(of: words, width: max(1, rest.width - 2)).enumerated()
      where index < rest.height {
        frame.canvas.put(
          line, in: rest.row(index).inset(horizontal: 1), style: Style(.muted))
      }
      return
    }
    let about = state.focused.map(text.about) ?? ""
    let lines = TextWrap.lines(of: about, width: max(1, area.width - 2))
    let (list, bottom) = rest.splitBottom(rest.height > 6 ? min(4, lines.count + 1) : 0)
    drawList(in: list, on: &frame)
    for (index, line) in lines.enumerated() where index + 1 < bottom.height {
      frame.canvas.put(
        line, in: bottom.row(index + 1).inset(horizontal: 1), style: Style(.text))
    }
  }

  private var notice: [String] {
    if state.isSending { return [text.sending] }
    if state.left == 0 { return [] }
    let key = KeyNames.name(.control("s"), context.language)
    return TextWrap.lines(
      of: text.left(state.left, key: key), width: max(1, area.width - 2)) + [""]
  }

  private func drawList(in list: Rectangle, on frame: inout Frame<SheetsAction>) {
    let columns = Table.layout(
      [
        TableColumn(Column.name, title: text.contest, minimum: 16, weight: 1),
        TableColumn(Column.state, title: text.state, minimum: 12, weight: 0, rank: 2),
        TableColumn(Column.day, title: text.day, minimum: 10, rank: 3),
        TableColumn(
          Column.progress, title: text.progress, minimum: 9, alignment: .trailing, rank: 0),
        TableColumn(
          Column.sealed, title: text.sealed, minimum: 10, alignment: .trailing, rank: 4),
      ], width: list.width)
    let (header, body) = list.splitTop(1)
    for placed in columns {
      put(placed.column.title, .heading, placed, in: header, .base, on: &frame)
    }
    let first = max(
      0, min(state.focus - body.height / 2, state.rows.count - body.height))
    for place in first..<state.rows.count where place - first < body.height {
      let line = body.row(place - first)
      let surface: Surface = place == state.focus ? .selected : .base
      frame.canvas.fill(line, style: Style(.text, on: surface))
      if place == state.focus {
        frame.canvas.put("▶", in: line, style: Style(.focus, on: surface))
        frame.canvas.pointCursor(at: line)
      }
      frame.target(line.intersection(area), .row(place))
      for placed in columns {
        let cell = cell(state.rows[place], placed.column.id)
        put(cell.0, cell.1, placed, in: line, surface, on: &frame)
      }
    }
  }

  private func cell(_ row: SheetsRow, _ column: Column) -> (String, Role) {
    switch column {
    case .name: (text.name(row), .text)
    case .state:
      (
        row.round.state.label(context.language),
        row.round.state.takesScores ? .ok : .muted
      )
    case .day: (row.round.content.heldOn?.formatted ?? "", .muted)
    case .progress:
      (
        text.progress(row),
        row.complete < row.count && row.round.state.takesScores ? .warning : .text
      )
    case .sealed: ("\(row.sealed)", .muted)
    }
  }

  private func put(
    _ words: String, _ role: Role, _ placed: Table.Placed<Column>, in line: Rectangle,
    _ surface: Surface, on frame: inout Frame<SheetsAction>
  ) {
    let room = Rectangle(x: line.x + placed.x, y: line.y, width: placed.width, height: 1)
      .intersection(line)
    let shown = TextWidth.cut(words, to: room.width)
    let isTrailing = placed.column.alignment == .trailing
    let offset = isTrailing ? max(0, room.width - TextWidth.width(of: shown)) : 0
    frame.canvas.put(shown, in: room, offset: offset, style: Style(role, on: surface))
  }
}
