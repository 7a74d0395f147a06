import DashboardKit
import Incubation
import TerminalCanvas

/// Draws one column of the board: its head and the cards that are seen.
struct ColumnDrawing {
  let board: BoardDrawing
  let place: Int
  let column: PipelineState.Column

  private var text: PipelineText { board.text }
  private var stage: Stage? { board.pipeline?.stage(column.count.stage) }
  private var isFocused: Bool { board.state.focus == place && board.state.lift == nil }
  private var isTarget: Bool { board.state.lift?.target == place }

  func draw(in area: Rectangle, on frame: inout Frame<PipelineAction>) {
    let (head, body) = area.splitTop(3)
    drawHead(in: head, on: &frame)
    frame.target(board.state.lift == nil ? head : area, .column(place))
    drawCards(in: body, on: &frame)
  }

  private func drawHead(in head: Rectangle, on frame: inout Frame<PipelineAction>) {
    let count = text.number(column.count.total)
    let countWidth = TextWidth.width(of: count)
    let title = stage?.title(text.language).string ?? column.count.stage
    let mark = isTarget ? "→ " : ""
    let role: Role = isTarget || isFocused ? .focus : .heading
    frame.canvas.put(
      TextWidth.cut(mark + title, to: head.width - countWidth - 1), in: head,
      style: Style(role, emphasis: .bold))
    frame.canvas.put(
      count, in: head, offset: head.width - countWidth, style: Style(.muted))
    if isTarget || isFocused { frame.canvas.pointCursor(at: head) }
    drawMarks(in: head.row(1), on: &frame)
    frame.canvas.fill(
      head.row(2), isFocused || isTarget ? "━" : "─",
      style: Style(isFocused || isTarget ? .borderFocus : .border))
  }

  /// The usual time, then what is late and what stands still, with the marks that cards have.
  private func drawMarks(in line: Rectangle, on frame: inout Frame<PipelineAction>) {
    let overdue = column.count.overdue > 0 ? "! \(column.count.overdue)" : ""
    let stalled = column.count.stalled > 0 ? "~ \(column.count.stalled)" : ""
    var x = line.width - TextWidth.width(of: stalled)
    frame.canvas.put(stalled, in: line, offset: x, style: Style(.warning))
    if !overdue.isEmpty {
      x -= TextWidth.width(of: overdue) + (stalled.isEmpty ? 0 : 2)
      frame.canvas.put(overdue, in: line, offset: x, style: Style(.danger))
    }
    frame.canvas.put(
      TextWidth.cut(text.usual(stage?.usualDays), to: x - 1), in: line, style: Style(.muted))
  }

  private func drawCards(in body: Rectangle, on frame: inout Frame<PipelineAction>) {
    let capacity = max(1, (body.height + 1) / BoardLayout.cardRows)
    let shown = column.cards.visible(height: min(capacity, board.layout.capacity))
    for (index, cardPlace) in shown.enumerated() {
      let top = body.y + index * BoardLayout.cardRows
      let card = Rectangle(x: body.x, y: top, width: body.width, height: 3).intersection(body)
      if index > 0 {
        let rule = Rectangle(x: body.x, y: top - 1, width: body.width, height: 1)
        drawRule(in: rule, on: &frame)
      }
      drawCard(at: cardPlace, in: card, on: &frame)
      if board.state.lift == nil, board.state.dialog == nil {
        frame.target(card, .card(column: place, place: cardPlace))
      }
    }
    drawMore(after: shown, in: body, on: &frame)
  }

  private func drawRule(in line: Rectangle, on frame: inout Frame<PipelineAction>) {
    for x in stride(from: 0, to: line.width, by: 2) {
      frame.canvas.put("─", in: line, offset: x, style: Style(.border))
    }
  }

  /// How many cards lie above and below, in the row under the last card.
  private func drawMore(
    after shown: Range<Int>, in body: Rectangle, on frame: inout Frame<PipelineAction>
  ) {
    let below = column.cards.total - shown.upperBound
    let parts = [
      shown.lowerBound > 0 ? "▲ \(shown.lowerBound)" : "", below > 0 ? "▼ \(below)" : "",
    ].filter { !$0.isEmpty }
    let row = body.row(shown.count * BoardLayout.cardRows - 1)
    guard !parts.isEmpty, !row.isEmpty else { return }
    let words = parts.joined(separator: " ")
    frame.canvas.put(
      words, in: row, offset: max(0, row.width - TextWidth.width(of: words)),
      style: Style(.muted))
  }

  private func drawCard(
    at cardPlace: Int, in area: Rectangle, on frame: inout Frame<PipelineAction>
  ) {
    let hasFocus = cardPlace == column.cards.focus && board.state.focus == place
    guard let card = column.cards.row(at: cardPlace) else {
      frame.canvas.put("…", in: area, offset: 1, style: Style(.muted))
      return
    }
    let isLifted = board.state.lift?.card.id == card.id
    let surface: Surface =
      isLifted
      ? .lifted : hasFocus ? (board.state.dialog == nil ? .selected : .selectedInactive) : .base
    frame.canvas.fill(area, style: Style(.text, on: surface))
    if hasFocus || isLifted {
      frame.canvas.put(
        isLifted ? "◆" : "▶", in: area.row(0), style: Style(.focus, on: surface))
    }
    if hasFocus, board.state.lift == nil { frame.canvas.pointCursor(at: area) }
    let words = CardWords(card, text, board.context, stage: stage)
    let room = max(0, area.width - 1)
    frame.canvas.put(
      TextWidth.cut(card.title.string, to: room), in: area.row(0), offset: 1,
      style: Style(.text, on: surface, emphasis: hasFocus ? .bold : []))
    let (second, secondRole) = words.second(width: room - 1)
    frame.canvas.put(second, in: area.row(1), offset: 2, style: Style(secondRole, on: surface))
    let (third, thirdRole) = words.third(width: room - 1)
    frame.canvas.put(third, in: area.row(2), offset: 2, style: Style(thirdRole, on: surface))
  }
}
