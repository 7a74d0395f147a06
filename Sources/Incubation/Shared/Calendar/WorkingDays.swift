/// Which days are worked: weekly days off, holidays by law, days in lieu, and what is announced.
///
/// Built once, then asked; the holidays of all years are worked out when it is made.
public struct WorkingDays: Sendable {
  private let marks: [Int: [DayMark]]

  /// The working days by law and announcements.
  ///
  /// - Parameter includesCultureDay: see `PublicHolidays`.
  public init(
    announcements: HolidayAnnouncements = HolidayAnnouncements(), includesCultureDay: Bool = false
  ) {
    var holidays = PublicHolidays()
    holidays.tet = announcements.tet
    holidays.nationalDay = announcements.nationalDay
    holidays.includesCultureDay = includesCultureDay
    var marks: [Int: [DayMark]] = [:]
    for year in PublicHolidays.years {
      for (date, mark) in holidays.days(inYear: year) {
        marks[date.dayNumber, default: []].append(mark)
      }
    }
    for (date, entry) in announcements.days {
      marks[date.dayNumber] = Self.announced(entry, marks[date.dayNumber] ?? [])
    }
    self.marks = marks
  }

  /// Whether people work on a day.
  public func isWorkingDay(_ date: LocalDate) -> Bool {
    guard let mark = marks[date.dayNumber]?.first else { return !WeeklyRest.contains(date) }
    return mark.kind == .work
  }

  /// What is known about a day beyond its place in the week; empty for most days.
  public func marks(on date: LocalDate) -> [DayMark] { marks[date.dayNumber] ?? [] }

  /// The so-manieth working day after a day, or before it when negative; for 0 the day itself when
  /// it is a working day, otherwise the next one. A count beyond 100,000 is taken as that.
  ///
  /// The day itself is not counted: a term begins on the day after the event (Civil Code 2015 art.
  /// 147).
  public func adding(_ count: Int, to date: LocalDate) -> LocalDate {
    let step = count < 0 ? -1 : 1
    var left = min(abs(max(count, -100_000)), 100_000)
    var day = date
    if count == 0 {
      while !isWorkingDay(day) { day = day.adding(days: 1) }
    }
    while left > 0 {
      day = day.adding(days: step)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The working days after one day up to and including another; the other way round, those from
  /// the earlier day up to the later one without it, as a negative number.
  public func count(from start: LocalDate, to end: LocalDate) -> Int {
    if end < start {
      return -(end.dayNumber..<start.dayNumber).count { isWorkingDay(LocalDate(dayNumber: $0)) }
    }
    return ((start.dayNumber + 1)..<(end.dayNumber + 1)).count {
      isWorkingDay(LocalDate(dayNumber: $0))
    }
  }

  /// What an announcement makes of a day. A name of its own goes before that of the law.
  private static func announced(
    _ entry: HolidayAnnouncements.Entry, _ known: [DayMark]
  ) -> [DayMark] {
    let isNamed = !entry.name.isBlank
    let own = Bilingual(vietnamese: entry.name, english: entry.name)
    switch entry.effect {
    case .off:
      if !isNamed, !known.isEmpty { return known }
      let name =
        isNamed ? own : Bilingual(vietnamese: "Nghỉ theo thông báo", english: "Announced day off")
      let kind = known.first?.kind ?? .off
      return [DayMark(.holidays, kind, name)]
    case .work:
      let name =
        isNamed
        ? own : Bilingual(vietnamese: "Làm việc theo thông báo", english: "Announced working day")
      return [DayMark(.holidays, .work, name)]
    }
  }
}
