import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// Draws the import screen.
struct ImportDrawing {
  let state: ImportState
  let area: Rectangle
  let text: ImportText
  let context: ScreenContext

  private enum Column: Hashable, Sendable { case line, mark, title, what }

  func draw(on frame: inout Frame<ImportAction>) {
    let inside = area.inset(horizontal: 1)
    drawPath(in: inside.row(0), on: &frame)
    let body = inside.splitTop(2).rest
    switch state.step {
    case .asking: drawLines(asking, in: body, on: &frame)
    case .reading(let rows): drawLines([(text.reading(rows), .info)], in: body, on: &frame)
    case .preview(let planned): drawPreview(planned.plan, in: body, on: &frame)
    case .publishing(let planned):
      drawPreview(planned.plan, in: body, on: &frame)
      put(text.publishing, .info, in: inside.row(1), on: &frame)
    case .done(_, let summary, let rejected):
      let lines = text.done(summary, rejected: rejected).enumerated().map { index, line in
        (line, index == 0 ? Role.ok : .text)
      }
      drawLines(lines, in: body, on: &frame)
    }
    drawColumns(on: &frame)
  }

  private var asking: [(String, Role)] {
    let failure = state.failure.map { [("! " + $0.words(text.language), Role.danger)] } ?? []
    return failure + text.explanation.map { ($0, .muted) }
  }

  private func drawPath(in line: Rectangle, on frame: inout Frame<ImportAction>) {
    let used = frame.canvas.put(text.path + "  ", in: line, style: Style(.heading))
    var isAsking = state.columns == nil
    if case .asking = state.step {} else { isAsking = false }
    state.path.draw(
      in: line.splitLeft(used).rest, on: &frame.canvas, isFocused: isAsking,
      placeholder: text.pathHint)
  }

  private func drawLines(
    _ lines: [(String, Role)], in body: Rectangle, on frame: inout Frame<ImportAction>
  ) {
    var y = 0
    for (line, role) in lines {
      for part in TextWrap.lines(of: line, width: body.width) {
        frame.canvas.put(part, in: body.row(y), style: Style(role))
        if y == 0, frame.canvas.cursor == nil { frame.canvas.pointCursor(at: body) }
        y += 1
      }
    }
  }

  private func put(
    _ words: String, _ role: Role, in line: Rectangle, on frame: inout Frame<ImportAction>
  ) {
    frame.canvas.put(TextWidth.cut(words, to: line.width), in: line, style: Style(role))
  }

  // MARK: Preview

  private func drawPreview(
    _ plan: ImportPlan, in body: Rectangle, on frame: inout Frame<ImportAction>
  ) {
    put(text.summary(plan), .heading, in: body.row(0), on: &frame)
    put(text.columns(plan.mapping), .muted, in: body.row(1), on: &frame)
    put(
      text.onMatch(state.onMatch, changed: plan.changedCount)
        + " · " + text.say("đang hiện ", "showing ") + text.name(state.shown),
      .muted, in: body.row(2), on: &frame)
    let (list, detail) = body.splitTop(3).rest.splitBottom(3)
    let headings = text.rowsHeading
    let columns = Table.layout(
      [
        TableColumn(Column.line, title: headings[0], minimum: 6, alignment: .trailing),
        TableColumn(Column.mark, title: headings[1], minimum: 1),
        TableColumn(Column.title, title: headings[2], minimum: 16, weight: 2),
        TableColumn(Column.what, title: headings[3], minimum: 18, weight: 3),
      ], width: list.width)
    let rows = Table.draw(
      state.rows, columns, in: list, on: &frame.canvas, isFocused: state.columns == nil
    ) { row, column in
      cell(plan, row.id, column)
    }
    for (place, area) in rows { frame.target(area, .row(place)) }
    if let row = state.rows.focused { drawDetail(plan, row.id, in: detail, on: &frame) }
  }

  private func cell(_ plan: ImportPlan, _ row: Int, _ column: Column) -> TableCell {
    let outcome = plan.outcome(at: row)
    switch column {
    case .line: return TableCell(text.number(plan.line(at: row)), .muted)
    case .mark: return mark(outcome)
    case .title:
      switch outcome {
      case .new(let venture): return TableCell(venture.content.title.string)
      case .matched(let matched): return TableCell(matched.title.string)
      case .refused: return TableCell("—", .muted)
      }
    case .what:
      switch outcome {
      case .new: return TableCell(text.new, .ok)
      case .matched(let matched):
        return matched.differences.isEmpty
          ? TableCell(text.same, .muted)
          : TableCell(text.differs(matched.differences.map(\.field)), .info)
      case .refused(let refused):
        let column = refused.column.map { $0.string + ": " } ?? ""
        return TableCell(column + refused.reason.words(text.language), .danger)
      }
    }
  }

  private func mark(_ outcome: ImportPlan.Outcome) -> TableCell {
    switch outcome {
    case .new: TableCell("+", .ok)
    case .matched: TableCell("=", .info)
    case .refused: TableCell("×", .danger)
    }
  }

  /// The row in focus, whole: what differs, why it is refused, what to know about it.
  private func drawDetail(
    _ plan: ImportPlan, _ row: Int, in detail: Rectangle, on frame: inout Frame<ImportAction>
  ) {
    frame.canvas.fill(detail.row(0), "─", style: Style(.border))
    var lines: [(String, Role)] = []
    switch plan.outcome(at: row) {
    case .new: break
    case .matched(let matched):
      lines = matched.differences.map { (text.difference($0), .text) }
    case .refused(let refused):
      let column = refused.column.map { $0.string + ": " } ?? ""
      lines = [(column + refused.reason.words(text.language), .danger)]
    }
    lines += plan.warnings(onLine: plan.line(at: row)).map {
      ("! " + ($0.column.map { $0.string + ": " } ?? "") + $0.words(text.language), .warning)
    }
    let words = lines.map(\.0).joined(separator: " · ")
    let shown = TextWrap.lines(of: words, width: detail.width)
    let last = shown.dropFirst().joined(separator: " ")
    for (index, line) in [shown.first ?? "", last].enumerated() {
      put(line, lines.first?.1 ?? .text, in: detail.row(index + 1), on: &frame)
    }
  }

  // MARK: Columns

  private func drawColumns(on frame: inout Frame<ImportAction>) {
    guard let list = state.columns else { return }
    let size = Size(
      width: min(64, area.width), height: min(list.choices.count + 4, area.height))
    let name = state.column.flatMap { state.mapping?.name(of: $0).string }
    let inside = Panel.draw(
      name ?? text.columnsTitle, in: area.centred(size), on: &frame.canvas)
    let (body, bottom) = inside.splitBottom(1)
    let rows = list.draw(
      in: body, on: &frame.canvas, language: text.language, placeholder: text.ventures.typeToFind)
    for (id, place) in rows { frame.target(place, .columnPicked(id)) }
    let words = state.failure.map { $0.words(text.language) } ?? ""
    frame.canvas.put(
      TextWidth.cut(words, to: bottom.width), in: bottom, style: Style(.danger, on: .overlay))
  }
}
