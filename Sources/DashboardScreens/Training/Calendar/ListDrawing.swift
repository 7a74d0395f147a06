import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the courses as a table.
struct CourseListDrawing {
  private enum Column: Hashable, Sendable {
    case code, title, kind, days, sessions, places, waiting, status
  }

  private let whole: TrainingDrawing
  private let area: Rectangle

  init(_ whole: TrainingDrawing, _ area: Rectangle) { (self.whole, self.area) = (whole, area) }

  func draw(on frame: inout Frame<TrainingAction>) {
    let text = whole.text
    let state = whole.state
    if state.courses.total == 0 {
      let words =
        state.isLoading && state.allCourses.isEmpty
        ? text.loading : state.allCourses.isEmpty ? text.noCourses : text.nothingFound
      frame.canvas.put(
        TextWidth.cut("  " + words, to: area.width), in: area.row(0), style: Style(.muted))
      return
    }
    let titles = text.columns
    let columns = Table.layout(
      [
        TableColumn(Column.code, title: titles[0], minimum: 10, rank: 1),
        TableColumn(Column.title, title: titles[1], minimum: 16, weight: 3),
        TableColumn(Column.kind, title: titles[2], minimum: 18, rank: 6),
        TableColumn(Column.days, title: titles[3], minimum: 16, rank: 3),
        TableColumn(
          Column.sessions, title: titles[4], minimum: 5, alignment: .trailing, rank: 5),
        TableColumn(Column.places, title: titles[5], minimum: 7, alignment: .trailing, rank: 2),
        TableColumn(Column.waiting, title: titles[6], minimum: 4, alignment: .trailing, rank: 4),
        TableColumn(Column.status, title: titles[7], minimum: 12, rank: 2),
      ], width: area.width)
    let rows = Table.draw(
      state.courses, columns, in: area, on: &frame.canvas, isFocused: state.panel == nil
    ) { row, column in cell(row.summary, column) }
    for (place, row) in rows { frame.target(row.intersection(whole.area), .row(place)) }
  }

  private func cell(_ summary: CourseSummary, _ column: Column) -> TableCell {
    let course = summary.course
    switch column {
    case .code: return TableCell(course.code.string, .muted)
    case .title: return TableCell(course.content.title.string)
    case .kind: return TableCell(course.content.kind.label(whole.text.language), .muted)
    case .days: return TableCell(whole.text.days(summary.days))
    case .sessions: return TableCell(String(summary.sessions))
    case .places:
      let isFull = course.content.capacity.map { summary.placesHeld >= $0 } ?? false
      return TableCell(whole.text.places(summary), isFull ? .warning : .text)
    case .waiting:
      let count = summary.people[.waiting] ?? 0
      return TableCell(count == 0 ? "" : String(count), .warning)
    case .status:
      let role: Role =
        switch course.status {
        case .open: .ok
        case .planned: .info
        case .closed: .muted
        case .cancelled: .disabled
        }
      return TableCell(course.status.label(whole.text.language), role)
    }
  }
}

/// Draws the figures of training, each with the courses behind it.
struct FiguresDrawing {
  private let whole: TrainingDrawing
  private let area: Rectangle

  init(_ whole: TrainingDrawing, _ area: Rectangle) { (self.whole, self.area) = (whole, area) }

  /// The widths of the columns of numbers, of which those that have no room are left out from the
  /// right.
  private static let widths = [9, 13, 10, 9, 7, 9, 14]

  private var columns: Int {
    var room = area.width - 24
    var count = 0
    for width in Self.widths {
      room -= width
      if room < 0 { break }
      count += 1
    }
    return max(1, count)
  }

  private var nameWidth: Int {
    max(8, area.width - 3 - Self.widths.prefix(columns).reduce(0, +))
  }

  func draw(on frame: inout Frame<TrainingAction>) {
    let text = whole.text
    let rows = whole.state.figures.rows(of: whole.state.allCourses, text.language)
    let isWaiting = whole.state.figures.courses.isEmpty && whole.state.isLoading
    if isWaiting || rows.isEmpty {
      frame.canvas.put(
        TextWidth.cut("  " + (isWaiting ? text.loading : text.noCourses), to: area.width),
        in: area.row(0), style: Style(.muted))
      return
    }
    put(
      text.name(whole.state.figures.group), text.figureColumns, .heading, .base, in: area.row(0),
      on: &frame)
    let focus = min(whole.state.figures.focus, rows.count - 1)
    let room = max(1, area.height - 1)
    let top = max(0, min(focus - room / 2, rows.count - room))
    for (index, row) in rows.enumerated().dropFirst(top).prefix(room) {
      let line = area.row(index - top + 1)
      let surface: Surface = index == focus ? .selected : .base
      frame.canvas.fill(line, style: Style(.text, on: surface))
      if index == focus {
        frame.canvas.put("▶", in: line, style: Style(.focus, on: surface))
        frame.canvas.pointCursor(at: line)
      }
      let isSum = index == rows.count - 1 && rows.count > 1
      put(row.name, cells(row), isSum ? .heading : .text, surface, in: line, on: &frame)
      frame.target(line.intersection(whole.area), .figureRow(index))
    }
  }

  private func cells(_ row: TrainingFigures.Row) -> [String] {
    let text = whole.text
    let share =
      row.sum.marks == 0
      ? "—" : Formatting(text.language).percent(row.sum.there, of: row.sum.marks)
    return [
      text.number(row.courses.count), text.number(row.sum.held), text.number(row.sum.trainees),
      share, text.hours(row.sum.minutes), text.number(row.sum.certificates),
      row.costPerTrainee.map { Money(dong: $0).formatted(text.language) } ?? "—",
    ]
  }

  private func put(
    _ name: String, _ cells: [String], _ role: Role, _ surface: Surface, in line: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    frame.canvas.put(
      TextWidth.cut(name, to: nameWidth - 1), in: line, offset: 2, style: Style(role, on: surface))
    var x = 2 + nameWidth
    for (index, cell) in cells.prefix(columns).enumerated() {
      let width = Self.widths[index]
      let shown = TextWidth.cut(cell, to: width - 1)
      frame.canvas.put(
        shown, in: line, offset: x + width - TextWidth.width(of: shown) - 1,
        style: Style(role, on: surface))
      x += width
    }
  }
}
