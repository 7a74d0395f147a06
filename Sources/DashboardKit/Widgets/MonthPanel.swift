public import Incubation
public import TerminalCanvas

/// A month to choose a day of, weeks beginning on Monday.
///
/// The day in focus has the mark ▶, the day of the field stands in brackets and today in round
/// ones, so that no colour is needed to tell them.
public struct MonthPanel: Equatable, Sendable {
  /// What came of an event.
  public enum Reply: Equatable, Sendable {
    /// It means nothing here.
    case ignored
    /// The panel changed.
    case handled
    /// This day was chosen.
    case chosen(LocalDate)
    /// The panel is to go away.
    case cancelled
  }

  /// The day that counts as today.
  public let today: LocalDate
  /// The day of the field; nil when it has none.
  public let chosen: LocalDate?
  /// The day in focus.
  public private(set) var focus: LocalDate

  /// A panel that shows the month of the day chosen, or of today.
  public init(_ chosen: LocalDate?, today: LocalDate) {
    self.chosen = chosen
    self.today = today
    focus = chosen ?? today
  }

  /// Takes an event in: arrows go by days and weeks, PgUp and PgDn by months, with Shift or Ctrl
  /// by years, Home and End to the ends of the month; Enter takes the day, Esc leaves.
  public mutating func handle(_ event: InputEvent) -> Reply {
    if case .mouse(let mouse) = event {
      switch mouse.kind {
      case .wheelUp: move(months: -1)
      case .wheelDown: move(months: 1)
      default: return .ignored
      }
      return .handled
    }
    guard let stroke = event.plainStroke else { return .ignored }
    let isFar = !stroke.modifiers.isDisjoint(with: [.shift, .control])
    switch stroke.key {
    case .escape: return .cancelled
    case .enter, .character(" "): return .chosen(focus)
    case .left: move(to: focus.adding(days: -1))
    case .right: move(to: focus.adding(days: 1))
    case .up where stroke.modifiers.isEmpty: move(to: focus.adding(days: -7))
    case .down where stroke.modifiers.isEmpty: move(to: focus.adding(days: 7))
    case .pageUp: move(months: isFar ? -12 : -1)
    case .pageDown: move(months: isFar ? 12 : 1)
    case .home: move(to: focus.adding(days: 1 - focus.components.day))
    case .end: move(months: 0, day: 31)
    case .delete, .backspace: move(to: today)
    default: return .ignored
    }
    return .handled
  }

  /// Goes on by so many months; the day stays where the month has one like it.
  public mutating func move(months: Int) { move(months: months, day: focus.components.day) }

  private mutating func move(months: Int, day: Int) {
    let (year, month, _) = focus.components
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let last = LocalDate.length(ofMonth: newMonth, year: newYear)
    if let date = LocalDate(year: newYear, month: newMonth, day: min(day, last)) { move(to: date) }
  }

  private mutating func move(to day: LocalDate) {
    if LocalDate.years.contains(day.components.year) { focus = day }
  }

  /// The day before the first of the month's first week.
  private var firstShown: LocalDate {
    let first = focus.adding(days: 1 - focus.components.day)
    return first.adding(days: 1 - first.weekday)
  }
}

extension MonthPanel {
  /// What it takes on the screen, frame included.
  public static let size = Size(width: 33, height: 12)

  /// Draws it into an area, and says what can be clicked.
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, language: Language
  ) -> [(pick: FormPick, area: Rectangle)] {
    let (year, month, _) = focus.components
    let title = CalendarMonth(year: year, month: month)?.title(language) ?? "\(month)/\(year)"
    let inside = Panel.draw(title, in: area, on: &canvas)
    var picks: [(pick: FormPick, area: Rectangle)] = []
    for column in 0..<7 {
      let name = firstShown.adding(days: column).shortWeekdayName(language)
      canvas.put(
        name, in: inside.row(0), offset: column * 4 + 1, style: Style(.heading, on: .overlay))
    }
    for place in 0..<42 {
      let day = firstShown.adding(days: place)
      let row = inside.row(1 + place / 7)
      guard day.components.month == month, row.y < inside.maxY else { continue }
      let cell = Rectangle(x: row.x + place % 7 * 4, y: row.y, width: 4, height: 1)
      draw(day, in: cell, on: &canvas)
      picks.append((.day(day), cell))
    }
    let words = [
      focus.weekdayName(language) + ", " + focus.formatted,
      legend(language),
      language.say("Enter lấy · Esc · PgDn tháng", "Enter take · Esc · PgDn month"),
    ]
    for (index, line) in words.enumerated() where 7 + index < inside.height {
      canvas.put(
        TextWidth.cut(line, to: inside.width), in: inside.row(7 + index),
        style: Style(index == 0 ? .text : .muted, on: .overlay))
    }
    return picks + drawArrows(in: area, on: &canvas)
  }

  /// What the brackets mean.
  private func legend(_ language: Language) -> String {
    let now = "(\(today.components.day)) " + language.say("hôm nay", "today")
    guard let chosen else { return now }
    return now + " · [\(chosen.components.day)] " + language.say("đang chọn", "chosen")
  }

  private func draw(_ day: LocalDate, in cell: Rectangle, on canvas: inout Canvas) {
    let number = String(day.components.day)
    let padded = (number.count == 1 ? " " : "") + number
    let isFocus = day == focus
    let around = day == chosen ? ("[", "]") : day == today ? ("(", ")") : (" ", " ")
    let style = Style(
      isFocus ? .focus : .text, on: isFocus ? .selected : .overlay,
      emphasis: isFocus || day == chosen ? .bold : [])
    canvas.put((isFocus ? "▶" : around.0) + padded + around.1, in: cell, style: style)
    if isFocus { canvas.cursor = Point(x: cell.x, y: cell.y) }
  }

  /// The months beside, in the frame, for the mouse.
  private func drawArrows(
    in area: Rectangle, on canvas: inout Canvas
  ) -> [(pick: FormPick, area: Rectangle)] {
    guard area.width >= 12 else { return [] }
    return [(-1, " ‹ ", 8), (1, " › ", 5)].map { step, mark, right in
      let place = Rectangle(x: area.maxX - right, y: area.y, width: 3, height: 1)
      canvas.put(mark, in: place, style: Style(.keyHint, on: .overlay))
      return (.month(step), place)
    }
  }
}
