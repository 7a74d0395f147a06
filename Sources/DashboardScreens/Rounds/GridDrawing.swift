import DashboardKit
import Incubation
import TerminalCanvas

/// Draws the organiser's grid: a row an entry, a column a judge, and the list of sheets to chase.
struct GridDrawing {
  let page: RoundPage
  let focus: GridFocus
  let text: ContestText
  let context: ScreenContext

  private static let cellWidth = 5
  private static let chaseWidth = 40

  func draw(in body: Rectangle, on frame: inout Frame<RoundDeskAction>) {
    let (upper, legend) = body.splitBottom(body.height >= 8 ? 2 : 1)
    drawLegend(in: legend, on: &frame)
    if body.width >= 100 {
      let (grid, side) = upper.splitLeft(body.width - Self.chaseWidth)
      drawGrid(in: grid, on: &frame)
      drawChase(in: side, on: &frame)
    } else if upper.height >= 12 {
      let (grid, below) = upper.splitBottom(5)
      drawGrid(in: grid, on: &frame)
      drawChase(in: below, on: &frame)
    } else {
      drawGrid(in: upper, on: &frame)
    }
  }

  private var titleWidth: (code: Int, all: Int) {
    let code = page.snapshot.entries.map { TextWidth.width(of: $0.code) }.max() ?? 2
    return (code, code + 3)
  }

  private func drawGrid(in area: Rectangle, on frame: inout Frame<RoundDeskAction>) {
    let snapshot = page.snapshot
    guard !snapshot.entries.isEmpty, !snapshot.judges.isEmpty else {
      let words = text.say(
        "Vòng chưa có bài hoặc chưa có giám khảo.", "The round has no entries or no judges yet.")
      frame.canvas.put(
        TextWidth.cut(words, to: max(0, area.width - 1)), in: area.row(0), offset: 1,
        style: Style(.muted))
      frame.canvas.pointCursor(at: area.row(0))
      return
    }
    let judges = snapshot.judges.count
    let least = titleWidth.all + min(judges, 4) * Self.cellWidth
    let name = max(
      0, min(24, area.width - max(least, titleWidth.all + judges * Self.cellWidth) - 1))
    let start = titleWidth.all + (name >= 8 ? name + 1 : 0)
    let shown = max(1, (area.width - start) / Self.cellWidth)
    let left = min(max(0, focus.column - shown + 1), max(0, judges - shown))
    let columns = Array(left..<min(judges, left + shown))
    for column in columns {
      frame.canvas.put(
        TextWidth.pad(snapshot.judges[column].code, to: Self.cellWidth, alignment: .centre),
        in: area.row(0), offset: start + (column - left) * Self.cellWidth,
        style: Style(column == focus.column ? .focus : .heading))
    }
    let rows = max(1, area.height - 1)
    let top = min(max(0, focus.row - rows / 2), max(0, snapshot.entries.count - rows))
    for (index, row) in (top..<min(snapshot.entries.count, top + rows)).enumerated() {
      let line = area.row(index + 1)
      drawTitle(row, name: name >= 8 ? name : 0, in: line, on: &frame)
      for column in columns {
        let cell = line.splitLeft(start + (column - left) * Self.cellWidth).rest
          .splitLeft(Self.cellWidth).left
        draw(row, column, in: cell, on: &frame)
      }
    }
  }

  private func drawTitle(
    _ row: Int, name: Int, in line: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    let entry = page.snapshot.entries[row]
    let isFocus = row == focus.row
    frame.canvas.put(isFocus ? "▶" : " ", in: line, style: Style(.focus))
    frame.canvas.put(
      entry.code, in: line, offset: 1, style: Style(isFocus ? .text : .muted))
    guard name > 0 else { return }
    frame.canvas.put(
      TextWidth.cut(entry.title.string, to: name), in: line, offset: titleWidth.all,
      style: Style(isFocus ? .text : .muted))
  }

  private func draw(
    _ row: Int, _ column: Int, in cell: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    guard page.grid.indices.contains(row), page.grid[row].indices.contains(column),
      let place = focus.place(row, column)
    else { return }
    let isFocus = row == focus.row && column == focus.column
    let (mark, role) = text.mark(page.grid[row][column])
    let surface: Surface = isFocus ? .selected : .base
    frame.canvas.fill(cell, style: Style(.text, on: surface))
    frame.canvas.put(
      isFocus ? "▶ \(mark)" : "  \(mark)", in: cell, style: Style(role, on: surface))
    if isFocus { frame.canvas.pointCursor(at: cell) }
    frame.target(cell, isFocus ? .open : .cell(place))
  }

  /// The marks with their words, and the cell in focus in words.
  private func drawLegend(in area: Rectangle, on frame: inout Frame<RoundDeskAction>) {
    if let place = focus.current {
      let key = page.snapshot.key(place)
      let name = page.snapshot.judge(place.judge)?.name.string ?? ""
      let sheet = page.snapshot.sheet(place)
      let count = page.snapshot.rules.criteria.count
      let saved = sheet.savedAt.map {
        text.say(" · lưu ", " · saved ") + Formatting(text.language).time($0)
      }
      let words =
        text.say("Bài \(key.entry)", "Entry \(key.entry)") + " · \(key.judge) \(name): "
        + page.snapshot.cell(place).label(text.language)
        + " \(sheet.filled(page.snapshot.rules.criteria))/\(count)" + (saved ?? "")
      frame.canvas.put(
        TextWidth.cut(words, to: max(0, area.width - 1)), in: area.row(0), offset: 1,
        style: Style(.text))
    }
    frame.canvas.put(
      TextWidth.cut(text.legend, to: max(0, area.width - 1)), in: area.row(1), offset: 1,
      style: Style(.muted))
  }

  // MARK: Chasing

  private func drawChase(in area: Rectangle, on frame: inout Frame<RoundDeskAction>) {
    let title =
      page.chase.isEmpty
      ? text.say("Không thiếu phiếu nào.", "No sheet is missing.")
      : text.say(
        "Nhắc \(page.chase.count) phiếu, đổi nhóm đầu trước",
        "Chase \(page.chase.count), those that move the top first")
    frame.canvas.put(
      TextWidth.cut(title, to: area.width), in: area.row(0),
      style: Style(page.chase.isEmpty ? .ok : .heading))
    let now = page.chase.firstIndex { $0.place == focus.current } ?? 0
    let rows = max(0, area.height - 1)
    let top = min(max(0, now - rows / 2), max(0, page.chase.count - rows))
    for (index, missing) in page.chase.dropFirst(top).prefix(rows).enumerated() {
      let line = area.row(index + 1)
      let isFocus = missing.place == focus.current
      let filled = "\(missing.filled)/\(page.snapshot.rules.criteria.count)"
      let reach = missing.reach.map {
        text.say("hạng ", "rank ")
          + ($0.lowerBound == $0.upperBound
            ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)")
      }
      let touched = missing.lastTouched.map { Formatting(text.language).time($0) }
      let words =
        (isFocus ? "▶" : missing.touchesTop ? "!" : " ")
        + " \(missing.key.entry) · \(missing.key.judge)  "
        + [filled, reach, touched].compactMap(\.self).joined(separator: " · ")
      frame.canvas.put(
        TextWidth.cut(words, to: area.width), in: line,
        style: Style(missing.touchesTop ? .warning : .text))
      frame.target(line.intersection(area), .cell(missing.place))
    }
  }
}
