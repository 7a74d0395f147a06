import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the list of contests, or the page of one.
struct ContestsDrawing {
  let state: ContestsState
  let area: Rectangle
  let text: ContestText
  let context: ScreenContext

  func draw(on frame: inout Frame<ContestsAction>) {
    drawHeader(in: area.row(0).inset(horizontal: 1), on: &frame)
    let body = area.splitTop(2).rest
    if state.contest != nil {
      let labels = ContestSection.allCases.map { (text.section($0), $0 == state.section) }
      for (place, part) in PartsLine.draw(labels, in: area.row(1), on: &frame.canvas) {
        frame.target(part, .chooseSection(ContestSection.allCases[place]))
      }
    }
    let table = ContestTables(state: state, text: text, context: context).current
    if state.list.total == 0 || table.ids.isEmpty {
      let line = body.row(0).inset(horizontal: 1)
      let problem = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      let words =
        problem
        ?? (state.isLoading ? text.loading : state.contest == nil ? text.empty : text.emptySection)
      frame.canvas.put(
        TextWidth.cut(words, to: line.width), in: line,
        style: Style(problem == nil ? .muted : .danger))
      frame.canvas.pointCursor(at: line)
    } else {
      draw(table, in: body, on: &frame)
    }
    state.panel?.draw(
      in: area, on: &frame, context, field: ContestsAction.field, pick: ContestsAction.pick)
  }

  private func draw(
    _ table: ContestTable, in body: Rectangle, on frame: inout Frame<ContestsAction>
  ) {
    let columns = Table.layout(table.columns, width: body.width)
    let places = Table.draw(
      state.list, columns, in: body, on: &frame.canvas, isFocused: state.panel == nil
    ) { row, column in
      let cells = table.cells(row.id)
      return cells.indices.contains(column) ? cells[column] : TableCell("")
    }
    for (place, line) in places {
      frame.target(
        line.intersection(area), place == state.list.focus ? .open : .place(place))
    }
  }

  private func drawHeader(in line: Rectangle, on frame: inout Frame<ContestsAction>) {
    guard let record = state.record else {
      let words =
        state.entering.isEmpty
        ? text.count(state.summaries.count, "cuộc thi", "contest", "contests")
        : text.enteringWords
      frame.canvas.put(
        TextWidth.cut(words, to: line.width), in: line,
        style: Style(state.entering.isEmpty ? .muted : .warning))
      return
    }
    let content = record.competition.content
    let used = frame.canvas.put(
      TextWidth.cut(content.title(text.language).string, to: line.width), in: line,
      style: Style(.heading))
    let deadline = record.deadlines.last.map {
      text.say(" · hạn nộp ", " · deadline ") + $0.day.formatted
    }
    let rest =
      " · \(text.count(record.entries.count, "bài", "entry", "entries"))"
      + " · \(text.count(record.judges.count, "giám khảo", "judge", "judges"))"
      + (deadline ?? "") + (content.decision.isBlank ? "" : " · " + content.decision.string)
    frame.canvas.put(
      TextWidth.cut(rest, to: max(0, line.width - used)), in: line, offset: used,
      style: Style(.muted))
  }
}

/// The names of the parts of a page on one line, the one that is shown in brackets.
enum PartsLine {
  /// Draws them; where they do not fit, those around the one that is shown. Returns where each
  /// stands.
  static func draw(
    _ parts: [(title: String, isShown: Bool)], in line: Rectangle, on canvas: inout Canvas
  ) -> [(place: Int, area: Rectangle)] {
    var result: [(Int, Rectangle)] = []
    let whole = parts.reduce(0) { $0 + TextWidth.width(of: $1.title) + 3 }
    let shown = parts.firstIndex { $0.isShown } ?? 0
    let first = whole <= line.width ? 0 : max(0, shown - 1)
    var x = 1
    for (place, part) in parts.enumerated().dropFirst(first) {
      let label = part.isShown ? "[" + part.title + "]" : " " + part.title + " "
      let width = TextWidth.width(of: label)
      guard x + width <= line.width else { break }
      canvas.put(
        label, in: line, offset: x, style: Style(part.isShown ? .tabActive : .tab))
      result.append((place, line.splitLeft(x).rest.splitLeft(width).left))
      x += width + 1
    }
    return result
  }
}
