import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws a year: a row a month, its days under their weekdays, with how many sessions each has.
struct YearDrawing {
  private let whole: TrainingDrawing
  private let area: Rectangle
  /// Cells of the names of months, and slots of a row: six days before the first, and 31 days.
  private static let gutter = 5
  private static let slots = 37

  init(_ whole: TrainingDrawing, _ area: Rectangle) { (self.whole, self.area) = (whole, area) }

  private var cellWidth: Int { max(1, min(3, (area.width - Self.gutter) / Self.slots)) }

  func draw(on frame: inout Frame<TrainingAction>) {
    let (head, body) = area.splitTop(1)
    for slot in 0..<Self.slots {
      let place = cell(slot, in: head)
      // 5 January 1970 was a Monday.
      let name = LocalDate(dayNumber: 4 + slot % 7).shortWeekdayName(whole.text.language)
      let letter =
        cellWidth > 2 ? name : whole.text.say(String(name.suffix(1)), String(name.prefix(1)))
      frame.canvas.put(
        TextWidth.cut(letter, to: place.width), in: place, style: Style(.muted))
    }
    let (year, _, _) = whole.state.day.components
    let step = body.height >= 27 ? 2 : 1
    let (months, pane) = body.splitTop(min(body.height, 12 * step))
    let first = firstMonth(shown: months.height / step)
    for month in first...12 {
      let row = months.row((month - first) * step)
      if row.isEmpty { break }
      draw(month, of: year, in: row, on: &frame)
    }
    drawLegend(in: pane, on: &frame)
  }

  /// On a low screen the months around the focus are shown.
  private func firstMonth(shown: Int) -> Int {
    let month = whole.state.day.components.month
    return shown >= 12 ? 1 : max(1, min(month - shown / 2, 13 - max(1, shown)))
  }

  private func cell(_ slot: Int, in row: Rectangle) -> Rectangle {
    Rectangle(
      x: row.x + Self.gutter + slot * cellWidth, y: row.y, width: cellWidth, height: 1
    ).intersection(row)
  }

  private func draw(
    _ month: Int, of year: Int, in row: Rectangle, on frame: inout Frame<TrainingAction>
  ) {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return }
    let name = whole.text.say(" T\(month)", " \(month)")
    frame.canvas.put(name, in: row, style: Style(.heading))
    let count = LocalDate.length(ofMonth: month, year: year)
    let dates = (0..<count).map { first.adding(days: $0) }
    for (index, day) in TrainingCalendar.days(dates, whole.state.layers).enumerated() {
      draw(day, in: cell(first.weekday - 1 + index, in: row), on: &frame)
    }
  }

  /// A number for sessions, * for a holiday, ~ for a festival, a point for a working day, a blank
  /// for a weekly day off.
  private func draw(
    _ day: CalendarDay, in place: Rectangle, on frame: inout Frame<TrainingAction>
  ) {
    guard !place.isEmpty else { return }
    let isFocus = day.date == whole.state.day
    let surface: Surface = isFocus ? .selected : .base
    let count = whole.state.layers.contains(.sessions) ? whole.state.counts[day.date] ?? 0 : 0
    let isOff = day.marks.contains { [.holiday, .inLieu, .off].contains($0.kind) }
    let (letter, role): (String, Role) =
      count > 0
      ? (String(min(9, count)), .info)
      : isOff
        ? ("*", .danger)
        : !day.marks.isEmpty ? ("~", .chart4) : day.isWorkingDay ? ("·", .muted) : (" ", .muted)
    frame.canvas.fill(place, style: Style(.text, on: surface))
    let isToday = day.date == whole.context.today
    frame.canvas.put(
      // In cells of one column the legend tells what is behind the mark.
      isFocus ? "▶" : letter, in: place,
      style: Style(isFocus ? .focus : role, on: surface, emphasis: isToday ? .bold : []))
    if isFocus, cellWidth > 1 {
      frame.canvas.put(letter, in: place, offset: 1, style: Style(role, on: surface))
    }
    if isFocus { frame.canvas.pointCursor(at: place) }
    frame.target(place.intersection(whole.area), .pick(day.date))
  }

  private func drawLegend(in pane: Rectangle, on frame: inout Frame<TrainingAction>) {
    guard pane.height > 0 else { return }
    let text = whole.text
    let day = TrainingCalendar.days([whole.state.day], whole.state.layers)[0]
    let count = whole.state.counts[whole.state.day] ?? 0
    let all = whole.state.counts.values.reduce(0, +)
    let lines: [(String, Role)] = [
      (text.day(day) + " · " + text.sessionCount(count), .heading),
      (
        text.say("Cả năm: ", "All year: ") + text.sessionCount(all)
          + text.say(
            "   số: buổi học · *: nghỉ lễ · ~: lễ hội",
            "   number: sessions · *: holiday · ~: festival"), .muted
      ),
    ]
    for (index, line) in lines.enumerated() where index < pane.height {
      frame.canvas.put(
        TextWidth.cut(" " + line.0, to: pane.width), in: pane.row(index), style: Style(line.1))
    }
  }
}

/// Draws the sessions from a day on, under their days.
struct AgendaDrawing {
  private let whole: TrainingDrawing
  private let area: Rectangle
  private enum Line {
    case day(CalendarDay)
    case session(SessionSummary, LocalDate)
  }

  init(_ whole: TrainingDrawing, _ area: Rectangle) { (self.whole, self.area) = (whole, area) }

  private var lines: [Line] {
    guard whole.state.layers.contains(.sessions) else { return [] }
    let dates = Array(Set(whole.state.sessions.map(\.day))).sorted()
    let days = TrainingCalendar.days(dates, whole.state.layers)
    return days.flatMap { day in
      [.day(day)]
        + whole.state.sessions.filter { $0.day == day.date }.map { .session($0, day.date) }
    }
  }

  func draw(on frame: inout Frame<TrainingAction>) {
    let lines = lines
    if lines.isEmpty {
      frame.canvas.put(
        TextWidth.cut(
          "  " + (whole.state.isLoading ? whole.text.loading : whole.text.noSessions),
          to: area.width), in: area.row(0), style: Style(.muted))
      return
    }
    let clashes = SessionClash.all(whole.state.sessions)
    let focus = lines.firstIndex {
      if case .session(let summary, _) = $0 {
        summary.session.id == whole.state.session
      } else {
        false
      }
    }
    let top = max(0, min((focus ?? 0) - area.height / 2, lines.count - area.height))
    for (index, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      let row = area.row(index)
      switch line {
      case .day(let day):
        frame.canvas.put(
          TextWidth.cut(" " + whole.text.day(day), to: row.width), in: row,
          style: Style(day.isWorkingDay ? .heading : .danger))
      case .session(let summary, let day):
        draw(summary, day, clashes[summary.session.id], index + top == focus, in: row, on: &frame)
      }
    }
  }

  private func draw(
    _ summary: SessionSummary, _ day: LocalDate, _ clash: SessionClash?, _ isFocus: Bool,
    in row: Rectangle, on frame: inout Frame<TrainingAction>
  ) {
    let surface: Surface = isFocus ? .selected : .base
    frame.canvas.fill(row, style: Style(.text, on: surface))
    frame.canvas.put(isFocus ? "▶" : " ", in: row, style: Style(.focus, on: surface))
    if isFocus { frame.canvas.pointCursor(at: row) }
    let words = whole.mark(summary, clash) + whole.text.line(summary)
    let role: Role = summary.session.isCancelled ? .disabled : clash == nil ? .text : .warning
    frame.canvas.put(
      TextWidth.cut(words, to: row.width - 3), in: row, offset: 3, style: Style(role, on: surface))
    frame.target(row.intersection(whole.area), .pickSession(summary.session.id, day))
  }
}
