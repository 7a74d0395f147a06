import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws days with their sessions as blocks of time, those at the same time side by side.
struct TimeGridDrawing {
  private let whole: TrainingDrawing
  private let area: Rectangle
  private let days: [CalendarDay]
  private let clashes: [Identifier<CourseSession>: SessionClash]
  private static let gutter = 6

  init(_ whole: TrainingDrawing, _ area: Rectangle) {
    (self.whole, self.area) = (whole, area)
    let span = CalendarSpan.days(whole.state.view, around: whole.state.day)
    let dates = (span.lowerBound.dayNumber...span.upperBound.dayNumber)
      .map(LocalDate.init(dayNumber:))
    days = TrainingCalendar.days(dates, whole.state.layers)
    clashes = SessionClash.all(whole.state.sessions)
  }

  /// A session with its place among those at the same time.
  struct Block: Equatable {
    var summary: SessionSummary
    var lane: Int
    var lanes: Int
  }

  /// Sessions of one day with their lanes: as few beside each other as there are at one time.
  static func blocks(_ sessions: [SessionSummary]) -> [Block] {
    var result: [Block] = []
    var group: [Block] = []
    var ends: [LocalMoment] = []
    func close() {
      result += group.map { Block(summary: $0.summary, lane: $0.lane, lanes: ends.count) }
      (group, ends) = ([], [])
    }
    for summary in sessions.sorted(by: { $0.session.content.span < $1.session.content.span }) {
      let span = summary.session.content.span
      if let last = ends.max(), last <= span.start { close() }
      let lane = ends.firstIndex { $0 <= span.start } ?? ends.count
      if lane == ends.count { ends.append(span.end) } else { ends[lane] = span.end }
      group.append(Block(summary: summary, lane: lane, lanes: 0))
    }
    close()
    return result
  }

  /// The hours shown: a working day, and more when a session needs it.
  private var hours: Range<Int> {
    var (first, last) = (7, 17)
    for summary in whole.state.sessions {
      let span = summary.session.content.span
      first = min(first, span.start.minuteOfDay / 60)
      last = max(last, min(24, (span.start.minuteOfDay + span.minutes + 59) / 60))
    }
    return first..<last
  }

  func draw(on frame: inout Frame<TrainingAction>) {
    let paneHeight = area.height >= 12 ? min(4, area.height / 4) : 2
    let (top, pane) = area.splitBottom(min(paneHeight, max(0, area.height - 3)))
    let (head, grid) = top.splitTop(1)
    let hours = hours
    for hour in hours {
      let row = grid.row(row(hour * 60, hours, grid.height))
      frame.canvas.put(
        TextWidth.cut((hour < 10 ? " 0" : " ") + "\(hour)h", to: Self.gutter), in: row,
        style: Style(.muted))
    }
    for (index, day) in days.enumerated() {
      let column = column(index, in: grid)
      drawHead(day, in: self.column(index, in: head), on: &frame)
      frame.target(column.intersection(whole.area), .pick(day.date))
      draw(Self.blocks(whole.state.sessions(on: day.date)), day, hours, in: column, on: &frame)
    }
    if let day = days.first(where: { $0.date == whole.state.day }) {
      DayPaneDrawing(whole: whole, area: pane, day: day, clashes: clashes).draw(on: &frame)
    }
  }

  private func column(_ index: Int, in room: Rectangle) -> Rectangle {
    let width = max(0, room.width - Self.gutter)
    let left = width * index / days.count
    let right = width * (index + 1) / days.count
    return Rectangle(
      x: room.x + Self.gutter + left, y: room.y, width: max(0, right - left - 1),
      height: room.height)
  }

  private func row(_ minute: Int, _ hours: Range<Int>, _ height: Int) -> Int {
    let all = max(1, hours.count * 60)
    return max(0, minute - hours.lowerBound * 60) * height / all
  }

  private func drawHead(
    _ day: CalendarDay, in place: Rectangle, on frame: inout Frame<TrainingAction>
  ) {
    let isFocus = day.date == whole.state.day
    let surface: Surface = isFocus ? .selected : .base
    frame.canvas.fill(place, style: Style(.text, on: surface))
    let name = day.date.shortWeekdayName(whole.text.language)
    let number = String(day.date.components.day)
    let lunar = day.lunar.map { " " + $0.shortText(whole.text.language) } ?? ""
    let date = name + " " + (day.date == whole.context.today ? "(\(number))" : number)
    let mark = isFocus ? "▶" : " "
    let shown = TextWidth.width(of: mark + date + lunar) <= place.width ? date + lunar : date
    frame.canvas.put(
      TextWidth.cut(mark + shown, to: place.width), in: place,
      style: Style(day.isWorkingDay ? .heading : .danger, on: surface))
    if isFocus { frame.canvas.pointCursor(at: place) }
    frame.target(place.intersection(whole.area), .pick(day.date))
  }

  private func draw(
    _ blocks: [Block], _ day: CalendarDay, _ hours: Range<Int>, in column: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    for block in blocks {
      let span = block.summary.session.content.span
      let begin = span.start.day == day.date ? span.start.minuteOfDay : 0
      let end = span.end.day == day.date ? span.end.minuteOfDay : 1_440
      let first = row(begin, hours, column.height)
      let last = max(first + 1, row(end, hours, column.height))
      let left = column.width * block.lane / block.lanes
      let right = column.width * (block.lane + 1) / block.lanes
      let place = Rectangle(
        x: column.x + left, y: column.y + first, width: max(1, right - left), height: last - first
      ).intersection(column)
      draw(block.summary, day, in: place, on: &frame)
    }
  }

  private func draw(
    _ summary: SessionSummary, _ day: CalendarDay, in place: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    let clash = clashes[summary.session.id]
    let isFocus =
      summary.session.id == whole.state.focused?.session.id
      && day.date == whole.state.day
    let role = whole.role(summary, clash)
    let surface: Surface = isFocus ? .selected : .base
    frame.canvas.fill(place, style: Style(role, on: surface))
    // The first cell is the edge of the block.
    for y in 0..<place.height {
      frame.canvas.put(
        isFocus && y == 0 ? "▶" : "│", in: place.row(y), style: Style(role, on: surface))
    }
    // In a narrow block the rows tell the time.
    let time = place.width >= 12 ? summary.session.content.span.start.timeText + " " : ""
    let words =
      whole.mark(summary, clash) + time + summary.title.string
      + (summary.venue.map { " · " + $0.name.string } ?? "")
    let room = max(0, place.width - 1)
    let lines = room > 0 ? TextWrap.lines(of: words, width: room) : []
    for (index, line) in lines.prefix(place.height).enumerated() {
      let isLast = index == place.height - 1 && lines.count > place.height
      let shown = isLast ? lines[index...].joined(separator: " ") : line
      frame.canvas.put(
        TextWidth.cut(shown, to: room), in: place.row(index), offset: 1,
        style: Style(role, on: surface))
    }
    frame.target(
      place.intersection(whole.area), .pickSession(summary.session.id, day.date))
  }
}
