/// A month of the solar calendar.
public struct CalendarMonth: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// The years of the calendar, those of the lunar one.
  public static let years = LunarDate.years

  /// A month; nil when it is not 1 to 12 or its year not in `years`.
  public init?(year: Int, month: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    (self.year, self.month) = (year, month)
  }

  /// The month with a day; nil when its year is not in `years`.
  public init?(_ date: LocalDate) {
    self.init(year: date.components.year, month: date.components.month)
  }

  /// Its days in order.
  public var days: [LocalDate] {
    guard let first = LocalDate(year: year, month: month, day: 1) else { return [] }
    return (0..<LocalDate.length(ofMonth: month, year: year)).map { first.adding(days: $0) }
  }

  /// "Tháng 2/2026", "February 2026".
  public func title(_ language: Language) -> String {
    guard language == .english, let first = days.first else { return "Tháng \(month)/\(year)" }
    return String(first.official(.english).dropFirst(2))
  }

  /// As files write it: 2026-02.
  public var iso: String { String((days.first?.description ?? "").prefix(7)) }

  /// Why something is no month.
  public enum Refusal: Error, Hashable, Sendable {
    /// Not of the form 2026-02, 02/2026 or 2/2026.
    case notAMonth
    /// The month is not 1 to 12.
    case noSuchMonth(Int)
    /// The year is not in `years`.
    case year(Int)

    /// One sentence that says what is wrong and what to do.
    public func words(_ language: Language) -> String {
      let isVietnamese = language == .vietnamese
      switch self {
      case .notAMonth:
        return isVietnamese
          ? "Không hiểu tháng này; hãy viết như 2026-02 hoặc 02/2026."
          : "This month is not understood; write it as 2026-02 or 02/2026."
      case .noSuchMonth(let month):
        return isVietnamese
          ? "Không có tháng \(month): tháng từ 1 đến 12."
          : "There is no month \(month): months are 1 to 12."
      case .year(let year):
        return isVietnamese
          ? "Lịch ở đây có từ năm 1900 đến 2100, không có năm \(year)."
          : "The calendar here covers 1900 to 2100, not \(year)."
      }
    }
  }

  /// Reads a month: 2026-02, 02/2026, 2/2026.
  ///
  /// - Throws: `Refusal`.
  public static func parse(_ text: String) throws(Refusal) -> CalendarMonth {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    let areDigits = parts.allSatisfy { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard parts.count == 2, areDigits, let first = Int(parts[0]), let second = Int(parts[1]),
      (parts[0].count == 4) != (parts[1].count == 4)
    else { throw .notAMonth }
    let (year, month) = parts[0].count == 4 ? (first, second) : (second, first)
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard let result = CalendarMonth(year: year, month: month) else { throw .year(year) }
    return result
  }
}

/// A day as a calendar shows it.
public struct CalendarDay: Hashable, Sendable {
  /// The day.
  public let date: LocalDate
  /// Its lunar date; nil outside 1900-2100.
  public let lunar: LunarDate?
  /// Whether people work.
  public let isWorkingDay: Bool
  /// What is shown on it, the most important first.
  public let marks: [DayMark]
}

/// What calendars show: working days, festivals, and whatever else is put on days.
public struct CalendarContent: Sendable {
  /// The working days.
  public let workingDays: WorkingDays
  /// The layers that are shown.
  public var layers: Set<CalendarLayer>
  private let own: [LocalDate: [DayMark]]

  /// The content of a calendar.
  ///
  /// - Parameter marks: what else is to be shown, by day: sessions, deadlines, competitions.
  public init(
    announcements: HolidayAnnouncements = HolidayAnnouncements(), includesCultureDay: Bool = false,
    layers: Set<CalendarLayer> = Set(CalendarLayer.allCases), marks: [LocalDate: [DayMark]] = [:]
  ) {
    workingDays = WorkingDays(
      announcements: announcements, includesCultureDay: includesCultureDay)
    self.layers = layers
    let notes = announcements.notes.mapValues { names in
      names.map { DayMark(.other, .remark, Bilingual(vietnamese: $0, english: $0)) }
    }
    own = notes.merging(marks) { $0 + $1 }
  }

  /// The days of a period, in order.
  public func days(_ dates: [LocalDate]) -> [CalendarDay] {
    var festivals: [LocalDate: [DayMark]] = [:]
    for year in Set(dates.map(\.components.year)) {
      for festival in Festivals.all {
        for date in festival.dates(inYear: year) {
          festivals[date, default: []].append(festival.mark)
        }
      }
    }
    return dates.map { date in
      let marks = workingDays.marks(on: date) + (festivals[date] ?? []) + (own[date] ?? [])
      return CalendarDay(
        date: date, lunar: try? LunarDate(date), isWorkingDay: workingDays.isWorkingDay(date),
        marks: shown(marks))
    }
  }

  /// The days of a month.
  public func days(of month: CalendarMonth) -> [CalendarDay] { days(month.days) }

  /// Marks of layers that are shown, each name once.
  private func shown(_ marks: [DayMark]) -> [DayMark] {
    var names: Set<SafeText> = []
    return marks.filter { layers.contains($0.layer) && names.insert($0.name.vietnamese).inserted }
  }
}
