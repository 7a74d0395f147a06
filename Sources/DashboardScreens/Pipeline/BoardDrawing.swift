import DashboardKit
import Incubation
import TerminalCanvas

/// Draws the board.
struct BoardDrawing {
  let state: PipelineState
  let area: Rectangle
  let text: PipelineText
  let context: ScreenContext

  var layout: BoardLayout { BoardLayout(area.size, columns: max(1, state.columns.count)) }
  var pipeline: Pipeline? { context.pipelines.first { $0.code == state.pipeline } }

  func draw(on frame: inout Frame<PipelineAction>) {
    drawHeader(on: &frame)
    let panelHeight = movePanel.map { min($0.height, max(3, area.height / 2)) } ?? 1
    let (body, bottom) = area.splitTop(2).rest.splitBottom(panelHeight)
    let caret = frame.canvas.cursor
    drawBody(in: body, on: &frame)
    if state.isSearching, caret != nil { frame.canvas.cursor = caret }
    if let movePanel {
      let places = movePanel.draw(
        in: bottom, on: &frame.canvas, text.moves, pipeline, context.fields, within: area)
      frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    } else {
      drawStatus(in: bottom.row(0).inset(horizontal: 1), on: &frame)
    }
    drawDialog(on: &frame)
  }

  private var movePanel: MovePanel? {
    if case .move(let panel) = state.dialog { return panel }
    return nil
  }

  // MARK: Header

  private func drawHeader(on frame: inout Frame<PipelineAction>) {
    let line = area.row(0).inset(horizontal: 1)
    let switcher = text.board + " │ " + text.table
    let switchWidth = TextWidth.width(of: switcher)
    let totals = state.totals
    let parts = text.totals(totals.total, overdue: totals.overdue, stalled: totals.stalled)
    let counts = state.columns.isEmpty ? "" : parts.joined(separator: " · ")
    let name = (pipeline?.title(text.language).string ?? "") + " ▾"
    let room = line.width - TextWidth.width(of: counts) - 3
    let shownName = TextWidth.cut(name, to: max(8, min(TextWidth.width(of: name), room)))
    let nameWidth = frame.canvas.put(shownName, in: line, style: Style(.heading))
    frame.target(Rectangle(x: line.x, y: line.y, width: nameWidth, height: 1), .choosePipeline)
    let rest = line.splitLeft(nameWidth + 3).rest
    let taken = frame.canvas.put(
      TextWidth.cut(counts, to: rest.width), in: rest, style: Style(.muted))
    let free = rest.width - taken
    if free > switchWidth + 2 {
      let right = rest.splitLeft(rest.width - switchWidth).rest
      let first = frame.canvas.put(text.board, in: right, style: Style(.tabActive))
      frame.canvas.put(" │ ", in: right, offset: first, style: Style(.border))
      frame.canvas.put(text.table, in: right, offset: first + 3, style: Style(.link))
      frame.target(right.splitLeft(first + 3).rest, .openTable)
    }
    drawNarrowing(in: area.row(1).inset(horizontal: 1), on: &frame)
  }

  private func drawNarrowing(in line: Rectangle, on frame: inout Frame<PipelineAction>) {
    var line = line
    let hidden = hiddenColumns
    if hidden.left + hidden.right > 0 {
      let words = text.hidden(left: hidden.left, right: hidden.right)
      let parts = line.splitLeft(line.width - TextWidth.width(of: words))
      frame.canvas.put(words, in: parts.rest, style: Style(.muted))
      line = parts.left.splitLeft(parts.left.width - 2).left
    }
    if let search = state.search {
      let label = frame.canvas.put(text.searchLabel, in: line, style: Style(.text))
      let field = line.splitLeft(label + 1).rest.splitLeft(min(28, line.width - label - 1)).left
      search.draw(
        in: field, on: &frame.canvas, isFocused: state.isSearching, placeholder: text.searchHint)
      frame.target(field, .search)
      line = line.splitLeft(label + 1 + field.width + 2).rest
    }
    if state.resting > 0 {
      let words = TextWidth.cut(text.resting(state.resting), to: line.width)
      let width = frame.canvas.put(words, in: line, style: Style(.warning))
      frame.target(line.splitLeft(width).left, .openTable)
      line = line.splitLeft(width + 2).rest
    }
    let chips = text.filters.chips(state.filter, pipeline, today: context.today)
    guard !chips.isEmpty else { return }
    let shown = chips.map { "[" + $0 + "]" }.joined(separator: " ")
    let width = frame.canvas.put(
      TextWidth.cut(shown, to: line.width), in: line, style: Style(.info))
    frame.target(line.splitLeft(width).left, .openFilter)
  }

  private var firstColumn: Int {
    layout.firstColumn(
      state.firstColumn, focus: state.lift?.target ?? state.focus, columns: state.columns.count)
  }

  private var hiddenColumns: (left: Int, right: Int) {
    (firstColumn, max(0, state.columns.count - firstColumn - layout.shown))
  }

  // MARK: Columns

  private func drawBody(in body: Rectangle, on frame: inout Frame<PipelineAction>) {
    guard !state.columns.isEmpty else {
      let words = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      drawMiddle(
        [words ?? (state.isLoading ? text.loading : text.empty(isFiltered: false)[0])],
        in: body, on: &frame)
      return
    }
    for index in 0..<layout.shown {
      let place = firstColumn + index
      guard state.columns.indices.contains(place) else { break }
      let column = Rectangle(
        x: area.x + layout.x(of: index), y: body.y, width: layout.columnWidth,
        height: body.height
      ).intersection(area)
      ColumnDrawing(board: self, place: place, column: state.columns[place])
        .draw(in: column, on: &frame)
    }
    if state.totals.total == 0 {
      drawMiddle(
        text.empty(isFiltered: !FilterWords.isOpen(state.filter)),
        in: body.splitTop(3).rest, on: &frame)
    }
  }

  private func drawMiddle(
    _ lines: [String], in body: Rectangle, on frame: inout Frame<PipelineAction>
  ) {
    for (index, line) in lines.enumerated() {
      let row = body.row(max(0, body.height / 2 - lines.count + index)).inset(horizontal: 1)
      let shown = TextWidth.cut(line, to: row.width)
      frame.canvas.put(
        shown, in: row, offset: (row.width - TextWidth.width(of: shown)) / 2,
        style: Style(index == 0 ? .text : .muted))
      if index == 0 { frame.canvas.pointCursor(at: row) }
    }
  }

  // MARK: Below

  private func drawStatus(in line: Rectangle, on frame: inout Frame<PipelineAction>) {
    if let lift = state.lift {
      let words = text.lifted(
        lift.card.title, target: lift.source == lift.target ? nil : stageTitle(lift.target),
        isDragged: lift.isDragged)
      let keys = lift.isDragged ? text.draggedKeys : text.liftedKeys
      let keysWidth = TextWidth.width(of: keys)
      let hasRoom = line.width >= keysWidth + 34
      let room = hasRoom ? line.width - keysWidth - 2 : line.width
      frame.canvas.put(TextWidth.cut(words, to: room), in: line, style: Style(.focus))
      if hasRoom {
        frame.canvas.put(
          keys, in: line, offset: line.width - keysWidth, style: Style(.muted))
      }
    } else if !state.find.isEmpty {
      frame.canvas.put(
        TextWidth.cut(text.finding(state.find), to: line.width), in: line, style: Style(.match))
    } else if let card = state.focusedCard {
      let details = CardWords(card, text, context, stage: pipeline?.stage(card.position.stage))
      frame.canvas.put(
        TextWidth.cut(details.status, to: line.width), in: line, style: Style(.muted))
    }
  }

  func stageTitle(_ place: Int) -> String {
    guard state.columns.indices.contains(place) else { return "" }
    return text.moves.stage(state.columns[place].count.stage, pipeline)
  }

  private func drawDialog(on frame: inout Frame<PipelineAction>) {
    switch state.dialog {
    case .filter(let panel):
      let places = panel.draw(in: area, on: &frame.canvas, text.filters, context.fields)
      frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    case .pipelines(let list):
      let size = Size(width: min(48, area.width), height: min(list.choices.count + 3, area.height))
      let inside = Panel.draw(text.choosePipeline, in: area.centred(size), on: &frame.canvas)
      let rows = list.draw(
        in: inside, on: &frame.canvas, language: text.language,
        placeholder: text.ventures.typeToFind)
      for (id, place) in rows { frame.target(place, .pickPipeline(id)) }
    case .moves(let menu):
      for (id, place) in menu.draw(in: area, on: &frame.canvas, text.moves, pipeline) {
        frame.target(place, .pickMove(id))
      }
    case .move, nil: break
    }
  }
}
