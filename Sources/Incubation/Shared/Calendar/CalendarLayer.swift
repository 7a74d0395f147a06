/// What can be shown on a calendar, each switched on and off by itself.
public enum CalendarLayer: String, Labelled {
  /// Public holidays, days in lieu, days swapped.
  case holidays
  /// Festivals by the lunar calendar.
  case lunar
  /// Festivals of the Khmer of the Mekong delta.
  case khmer
  /// Other days of the year.
  case other
  /// Sessions of courses.
  case sessions

  /// The name in both languages.
  public var labels: Bilingual {
    switch self {
    case .holidays: Bilingual(vietnamese: "Ngày nghỉ lễ", english: "Public holidays")
    case .lunar: Bilingual(vietnamese: "Ngày âm lịch", english: "Lunar festivals")
    case .khmer: Bilingual(vietnamese: "Lễ hội Khmer", english: "Khmer festivals")
    case .other: Bilingual(vietnamese: "Ngày khác", english: "Other days")
    case .sessions: Bilingual(vietnamese: "Buổi học", english: "Sessions")
    }
  }
}

/// Something that a calendar shows on a day.
public struct DayMark: Hashable, Sendable {
  /// What it means for work on that day.
  public enum Kind: String, Sendable {
    /// A public holiday.
    case holiday
    /// A day off in lieu of a holiday on a weekly day off.
    case inLieu
    /// A day off by the announcement of a year.
    case off
    /// A weekly day off on which people work.
    case work
    /// A day on which people work as on any other.
    case remark
  }

  /// The layer it is shown with.
  public let layer: CalendarLayer
  /// What it means for work.
  public let kind: Kind
  /// Its name in both languages.
  public let name: Bilingual
  /// Whether the day itself is not certain, and so to be asked about.
  public let isApproximate: Bool

  /// Something on a day.
  public init(
    _ layer: CalendarLayer, _ kind: Kind, _ name: Bilingual, isApproximate: Bool = false
  ) {
    (self.layer, self.kind, self.name) = (layer, kind, name)
    self.isApproximate = isApproximate
  }
}

/// Where in the year a day lies.
public enum DayAnchor: Hashable, Sendable {
  /// A day of the solar calendar.
  case solar(month: Int, day: Int)
  /// A day of the lunar calendar, in the first month of that number.
  case lunar(month: Int, day: Int)
  /// The last day of the lunar year that ends in the solar year.
  case lunarNewYearsEve

  /// The days of a solar year; two when a lunar day falls into it twice, none when the year is
  /// outside 1900-2100 for a lunar day.
  public func dates(inYear year: Int) -> [LocalDate] {
    switch self {
    case .solar(let month, let day):
      return LocalDate(year: year, month: month, day: day).map { [$0] } ?? []
    case .lunar(let month, let day):
      return [year - 1, year].compactMap { lunarYear in
        let length = (try? LunarDate.length(ofMonth: month, year: lunarYear)) ?? 30
        return try? LunarDate(year: lunarYear, month: month, day: min(day, length)).date
      }.filter { $0.components.year == year }
    case .lunarNewYearsEve:
      return Self.lunar(month: 1, day: 1).dates(inYear: year).map { $0.adding(days: -1) }
    }
  }
}

/// A day of every year within a period, with the days that belong to it.
public struct YearlyDay: Hashable, Sendable {
  /// Its mark.
  public let mark: DayMark
  /// Where it lies.
  public let anchor: DayAnchor
  /// Days counted from the anchor; 0 is the day itself.
  public let days: ClosedRange<Int>
  /// The years in which it is kept; both ends may be open.
  public let since: Int
  /// The last year in which it is kept; nil when it still is.
  public let until: Int?

  /// A day of every year.
  public init(
    _ mark: DayMark, _ anchor: DayAnchor, days: ClosedRange<Int> = 0...0, since: Int = 1900,
    until: Int? = nil
  ) {
    (self.mark, self.anchor, self.days) = (mark, anchor, days)
    (self.since, self.until) = (since, until)
  }

  /// Its days in a solar year, in order.
  public func dates(inYear year: Int) -> [LocalDate] {
    guard year >= since, year <= until ?? year else { return [] }
    return anchor.dates(inYear: year).flatMap { date in days.map { date.adding(days: $0) } }
  }
}
