import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws a month: weeks from Monday, the lunar date in every cell, holidays and sessions below it.
struct MonthDrawing {
  private let whole: TrainingDrawing
  private let area: Rectangle
  private let days: [CalendarDay]
  private let clashes: [Identifier<CourseSession>: SessionClash]
  private let byDay: [LocalDate: [SessionSummary]]

  init(_ whole: TrainingDrawing, _ area: Rectangle) {
    (self.whole, self.area) = (whole, area)
    let span = CalendarSpan.days(.month, around: whole.state.day)
    let dates = (span.lowerBound.dayNumber...span.upperBound.dayNumber)
      .map(LocalDate.init(dayNumber:))
    days = TrainingCalendar.days(dates, whole.state.layers)
    clashes = SessionClash.all(whole.state.sessions)
    var byDay: [LocalDate: [SessionSummary]] = [:]
    if whole.state.layers.contains(.sessions) {
      for summary in whole.state.sessions {
        for day in summary.session.content.span.days { byDay[day, default: []].append(summary) }
      }
    }
    self.byDay = byDay
  }

  /// From this width on a cell has room for a mark before its day.
  private static let wide = 10

  private var weeks: Int { days.count / 7 }

  func draw(on frame: inout Frame<TrainingAction>) {
    let (names, rest) = area.splitTop(1)
    // The cells get what they need first; the pane below at least two rows where there is room.
    let least = rest.height > weeks + 2 ? min(5, max(2, rest.height / 4)) : 0
    let cellHeight = max(1, (rest.height - least) / max(1, weeks))
    let (grid, pane) = rest.splitTop(cellHeight * weeks)
    for column in 0..<7 {
      let place = cell(column, 0, in: names, height: 1).intersection(names)
      let name = days[column].date.shortWeekdayName(whole.text.language)
      frame.canvas.put(
        TextWidth.cut(" " + name, to: place.width), in: place, style: Style(.heading))
    }
    for (index, day) in days.enumerated() {
      let place = cell(index % 7, index / 7, in: grid, height: cellHeight).intersection(grid)
      if !place.isEmpty { draw(day, in: place, on: &frame) }
    }
    if let day = days.first(where: { $0.date == whole.state.day }) {
      DayPaneDrawing(whole: whole, area: pane, day: day, clashes: clashes).draw(on: &frame)
    }
  }

  /// The cell of a column and a week; what does not divide by seven goes to the last columns.
  private func cell(
    _ column: Int, _ week: Int, in grid: Rectangle, height: Int
  ) -> Rectangle {
    let left = grid.width * column / 7
    let right = grid.width * (column + 1) / 7
    return Rectangle(
      x: grid.x + left, y: grid.y + week * height, width: right - left, height: height)
  }

  private func draw(
    _ day: CalendarDay, in place: Rectangle, on frame: inout Frame<TrainingAction>
  ) {
    let isFocus = day.date == whole.state.day
    let isTarget = whole.state.drag.map { $0.target == day.date && $0.origin != day.date } ?? false
    let surface: Surface = isTarget ? .lifted : isFocus ? .selected : .base
    let inside = place.splitLeft(max(1, place.width - 1)).left
    frame.canvas.fill(inside, style: Style(.text, on: surface))
    frame.target(place.intersection(whole.area), .pick(day.date))
    if isFocus { frame.canvas.pointCursor(at: inside.row(0)) }
    if isFocus, inside.width >= Self.wide {
      frame.canvas.put("▶", in: inside.row(0), style: Style(.focus, on: surface))
    }
    drawDate(day, isFocus, surface, in: inside, on: &frame)
    drawContent(day, surface, in: inside, on: &frame)
  }

  private func drawDate(
    _ day: CalendarDay, _ isFocus: Bool, _ surface: Surface, in inside: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    let line = inside.row(0)
    let number = String(day.date.components.day)
    let isToday = day.date == whole.context.today
    let isOther = day.date.components.month != whole.state.day.components.month
    let role: Role = isOther ? .muted : day.isWorkingDay ? .text : .danger
    let weight: Emphasis = isToday ? .bold : []
    let isWide = line.width >= Self.wide
    let shown = isToday && isWide ? "(" + number + ")" : number
    var used = isWide ? 1 : 0
    used += frame.canvas.put(
      TextWidth.cut(shown, to: max(0, line.width - used)), in: line, offset: used,
      style: Style(role, on: surface, emphasis: weight))
    if !isWide, isFocus || isToday, line.width > 2 {
      // Between both dates there is room for one mark.
      frame.canvas.put(isFocus ? "▶" : "◂", in: line, offset: 2, style: Style(.focus, on: surface))
      used = 2
    }
    guard var lunar = day.lunar?.shortText(whole.text.language) else { return }
    if used + 1 + TextWidth.width(of: lunar) > line.width { lunar = String(day.lunar?.day ?? 0) }
    let width = TextWidth.width(of: lunar)
    guard used + 1 + width <= line.width else { return }
    let first = day.lunar?.day == 1 || day.lunar?.day == 15
    frame.canvas.put(
      lunar, in: line, offset: line.width - width, style: Style(first ? .info : .muted, on: surface)
    )
    // Without a row of their own sessions are counted between both dates.
    let count = byDay[day.date]?.count ?? 0
    guard inside.height == 1, count > 0, used + width + 4 <= line.width, isWide else { return }
    frame.canvas.put("•\(min(9, count))", in: line, offset: used, style: Style(.info, on: surface))
  }

  private func drawContent(
    _ day: CalendarDay, _ surface: Surface, in inside: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    let own = byDay[day.date] ?? []
    var lines: [(String, Role, SessionSummary?)] = day.marks.prefix(1).map { mark in
      let isOff = [.holiday, .inLieu, .off].contains(mark.kind)
      let name = mark.name(whole.text.language).string
      return ((isOff ? "* " : "~ ") + name, isOff ? .danger : .info, nil)
    }
    lines += whole.state.contests(on: day.date).map { (whole.text.contest($0), .info, nil) }
    // A busy day shows its sessions rather than what it is known for.
    if inside.height - 1 < own.count + lines.count, !own.isEmpty, inside.height <= 2 { lines = [] }
    lines += own.map { summary in
      let clash = clashes[summary.session.id]
      let span = summary.session.content.span
      let time = inside.width >= 14 ? span.start.timeText : String(span.start.timeText.prefix(2))
      return (
        whole.mark(summary, clash) + time + " " + summary.title.string, whole.role(summary, clash),
        summary
      )
    }
    let room = inside.height - 1
    let shown = lines.count > room ? max(0, room - 1) : lines.count
    for (index, line) in lines.prefix(shown).enumerated() {
      let row = inside.row(index + 1)
      frame.canvas.put(
        TextWidth.cut(line.0, to: row.width), in: row, style: Style(line.1, on: surface))
      if let summary = line.2 {
        frame.target(
          row.intersection(whole.area), .pickSession(summary.session.id, day.date))
      }
    }
    guard lines.count > shown, room > 0 else { return }
    let left = lines.count - shown
    let words = left == 1 ? lines[shown].0 : whole.text.more(left)
    let role: Role = left == 1 ? lines[shown].1 : .muted
    let row = inside.row(shown + 1)
    frame.canvas.put(TextWidth.cut(words, to: row.width), in: row, style: Style(role, on: surface))
  }
}
