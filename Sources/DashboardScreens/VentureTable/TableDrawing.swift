import DashboardKit
import Incubation
import TerminalCanvas

/// Draws the table.
struct TableDrawing {
  let state: TableState
  let area: Rectangle
  let text: TableText
  let context: ScreenContext

  private var pipeline: Pipeline? { TableScreen.pipeline(state, context) }

  func draw(on frame: inout Frame<TableAction>) {
    drawHeader(in: area.row(0).inset(horizontal: 1), on: &frame)
    drawNarrowing(in: area.row(1).inset(horizontal: 1), on: &frame)
    var panel: MovePanel?
    if case .move(let open) = state.dialog { panel = open }
    let panelHeight = panel.map { min($0.height, max(3, area.height / 2)) } ?? 1
    let (body, bottom) = area.splitTop(2).rest.splitBottom(panelHeight)
    let caret = frame.canvas.cursor
    drawRows(in: body, on: &frame)
    if state.isSearching, caret != nil { frame.canvas.cursor = caret }
    if let panel {
      let places = panel.draw(
        in: bottom, on: &frame.canvas, text.moves, pipeline, context.fields, within: area)
      frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    } else {
      drawStatus(in: bottom.row(0).inset(horizontal: 1), on: &frame)
    }
    drawDialog(on: &frame)
  }

  private func drawHeader(in line: Rectangle, on frame: inout Frame<TableAction>) {
    let name =
      state.filter.pipeline == nil
      ? text.everything : pipeline?.title(text.language).string ?? text.everything
    let counts = state.isLoading ? "" : text.rows(state.list.total)
    let switcher = text.board.board + " │ " + text.board.table
    let switchWidth = TextWidth.width(of: switcher)
    let nameRoom = max(8, line.width - TextWidth.width(of: counts) - 3)
    let used = frame.canvas.put(
      TextWidth.cut(name, to: nameRoom), in: line, style: Style(.heading))
    let rest = line.splitLeft(used + 3).rest
    let taken = frame.canvas.put(
      TextWidth.cut(counts, to: rest.width), in: rest, style: Style(.muted))
    guard rest.width - taken > switchWidth + 2 else { return }
    let right = rest.splitLeft(rest.width - switchWidth).rest
    let first = frame.canvas.put(text.board.board, in: right, style: Style(.link))
    frame.canvas.put(" │ ", in: right, offset: first, style: Style(.border))
    frame.canvas.put(text.board.table, in: right, offset: first + 3, style: Style(.tabActive))
    frame.target(right.splitLeft(first).left, .openBoard)
  }

  private func drawNarrowing(in line: Rectangle, on frame: inout Frame<TableAction>) {
    let label = frame.canvas.put(text.board.searchLabel, in: line, style: Style(.muted))
    let width = max(0, min(30, line.width - label - 1))
    let field = line.splitLeft(label + 1).rest.splitLeft(width).left
    state.search.draw(
      in: field, on: &frame.canvas, isFocused: state.isSearching && state.dialog == nil,
      placeholder: text.board.searchHint)
    frame.target(field, .search)
    let rest = line.splitLeft(label + 1 + width + 2).rest
    let chips = text.filters.chips(state.filter, pipeline, today: context.today)
    let shown = chips.map { "[" + $0 + "]" }.joined(separator: " ")
    let taken = frame.canvas.put(
      TextWidth.cut(shown, to: rest.width), in: rest, style: Style(.info))
    if taken > 0 { frame.target(rest.splitLeft(taken).left, .openFilter) }
  }

  private func drawRows(in body: Rectangle, on frame: inout Frame<TableAction>) {
    let columns = TableColumns.placed(state, text, width: body.width)
    let rows = Table.draw(
      state.list, columns, in: body, on: &frame.canvas, isFocused: state.dialog == nil, cell: cell)
    for placed in columns where state.dialog == nil {
      let title = Rectangle(x: body.x + placed.x, y: body.y, width: placed.width, height: 1)
      let edge = Rectangle(x: title.maxX, y: body.y, width: 2, height: 1)
      frame.target(
        title.intersection(body), .pressHeader(placed.column.id, isEdge: false))
      frame.target(edge.intersection(body), .pressHeader(placed.column.id, isEdge: true))
    }
    for (place, area) in rows { frame.target(area, .row(place)) }
    guard state.list.total == 0 else { return }
    let isFiltered = !FilterWords.isOpen(state.filter) || !state.search.text.isEmpty
    let lines =
      state.problem.map { [ErrorWords(text.language).sentence(for: $0)] }
      ?? (state.isLoading ? [text.board.loading] : text.board.empty(isFiltered: isFiltered))
    for (index, line) in lines.enumerated() {
      let row = body.row(max(1, body.height / 2 - lines.count + index)).inset(horizontal: 1)
      let shown = TextWidth.cut(line, to: row.width)
      frame.canvas.put(
        shown, in: row, offset: (row.width - TextWidth.width(of: shown)) / 2,
        style: Style(index == 0 ? .text : .muted))
      if index == 0, state.dialog == nil { frame.canvas.pointCursor(at: row) }
    }
  }

  private func drawStatus(in line: Rectangle, on frame: inout Frame<TableAction>) {
    if let header = state.header, let words = text.arranging(header) {
      frame.canvas.put(
        TextWidth.cut(words, to: line.width), in: line, style: Style(.focus))
      return
    }
    guard state.list.total > 0 else { return }
    var parts = [text.place(state.list.focus, of: state.list.total)]
    if !state.list.marks.isEmpty { parts.append(text.marked(state.list.marks.count)) }
    if let row = state.list.focused {
      parts.append(row.title.string)
      if !row.organisation.isBlank { parts.append(row.organisation.string) }
      if !row.nextStep.isBlank { parts.append("→ " + row.nextStep.string) }
    }
    frame.canvas.put(
      TextWidth.cut(parts.joined(separator: " · "), to: line.width), in: line,
      style: Style(.muted))
  }

  private func drawDialog(on frame: inout Frame<TableAction>) {
    switch state.dialog {
    case .filter(let panel):
      let places = panel.draw(in: area, on: &frame.canvas, text.filters, context.fields)
      frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    case .sort(let list):
      let size = Size(width: min(40, area.width), height: min(list.choices.count + 3, area.height))
      let inside = Panel.draw(text.sortTitle, in: area.centred(size), on: &frame.canvas)
      let rows = list.draw(
        in: inside, on: &frame.canvas, language: text.language,
        placeholder: text.ventures.typeToFind)
      for (id, place) in rows {
        if let key = VentureSort.Key(rawValue: id) { frame.target(place, .sort(key)) }
      }
    case .moves(let menu):
      for (id, place) in menu.draw(in: area, on: &frame.canvas, text.moves, pipeline) {
        frame.target(place, .pickMove(id))
      }
    case .columns(let panel):
      for (column, place) in panel.draw(in: area, on: &frame.canvas, text) {
        frame.target(place, .column(column))
      }
    case .views(let panel):
      for (id, place) in panel.draw(in: area, on: &frame.canvas, text, context.fields) {
        frame.target(place, .view(id))
      }
    case .bulk(let panel):
      let words = BulkWords(language: text.language)
      let places = panel.draw(in: area, on: &frame.canvas, words, pipeline, context.fields)
      for (id, place) in places.lines { frame.target(place, .bulk(id)) }
      frame.target(places.form, field: { .field($0) }, pick: { .pick($0) })
    case .move, nil: break
    }
  }

  // MARK: Cells

  private func cell(_ row: VentureSummary, _ column: VentureColumn) -> TableCell {
    switch column {
    case .code: return TableCell(row.code.string, .muted)
    case .title: return TableCell(row.title.string, .link)
    case .stage: return stage(row)
    case .days: return days(row)
    case .representative: return TableCell(row.representative.string)
    case .place: return TableCell(row.place.string)
    case .field: return TableCell(fieldName(row.field))
    case .next:
      return row.nextStep.isBlank
        ? TableCell(text.ventures.noNextStep, .muted) : TableCell(row.nextStep.string)
    case .due: return due(row)
    case .owner: return TableCell(row.leadOwner.string, .muted)
    }
  }

  private func stage(_ row: VentureSummary) -> TableCell {
    let pipeline = context.pipelines.first { $0.code == row.position.pipeline }
    guard row.position.status == .active else {
      return TableCell("× " + row.position.status.label(text.language), .muted)
    }
    return TableCell(text.moves.stage(row.position.stage, pipeline))
  }

  /// The days in the stage of a venture that is worked on; the stay of one at rest has another
  /// measure, which its record shows.
  private func days(_ row: VentureSummary) -> TableCell {
    guard row.position.status == .active else { return TableCell("–", .muted) }
    let pipeline = context.pipelines.first { $0.code == row.position.pipeline }
    let days = max(0, context.today.days(since: row.position.enteredOn))
    let usual = pipeline?.stage(row.position.stage)?.usualDays
    let isStalled = usual.map { days > $0 } ?? false
    return isStalled ? TableCell("~ \(days)", .warning) : TableCell(String(days))
  }

  private func due(_ row: VentureSummary) -> TableCell {
    guard let due = row.nextStepDue else { return TableCell("") }
    if due < context.today {
      return TableCell("! " + text.shortDay(due, today: context.today), .danger)
    }
    return TableCell(due.formatted)
  }

  private func fieldName(_ field: SafeText) -> String {
    context.fieldNames.first { $0.vietnamese == field }?(text.language).string ?? field.string
  }
}
