/// A day of the Vietnamese lunar calendar, from 1 January 1900 to the last day of the lunar year
/// 2100.
public struct LunarDate: Hashable, Sendable {
  /// The lunar year, named after the year in which most of it lies. 1899 for January 1900.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day, 1 to 30.
  public let day: Int
  /// Whether the month is the second one of its number in the year.
  public let isLeap: Bool
  /// The same day of the solar calendar.
  public let date: LocalDate

  /// The lunar years that are known in full.
  public static let years = 1900...2100

  /// A lunar day.
  ///
  /// - Throws: `LunarRefusal` when there is none.
  public init(
    year: Int, month: Int, day: Int, isLeap: Bool = false
  ) throws(LunarRefusal) {
    let found = try Self.found(month, year, isLeap)
    guard (1...found.length).contains(day) else {
      throw .noSuchDay(day: day, month: month, year: year, isLeap: isLeap, last: found.length)
    }
    self.init(found, day: day)
  }

  /// The lunar day of a solar one.
  ///
  /// - Throws: `LunarRefusal.dayOutside`.
  public init(_ date: LocalDate) throws(LunarRefusal) {
    guard let found = LunarMonths.month(withDay: date.dayNumber) else { throw .dayOutside(date) }
    self.init(found, day: date.dayNumber - found.first + 1)
  }

  private init(_ found: LunarMonth, day: Int) {
    (year, month, isLeap, self.day) = (found.year, found.month, found.isLeap, day)
    date = LocalDate(dayNumber: found.first + day - 1)
  }

  /// The days of a month, 29 or 30.
  ///
  /// - Throws: `LunarRefusal` when there is no such month.
  public static func length(
    ofMonth month: Int, year: Int, isLeap: Bool = false
  ) throws(LunarRefusal) -> Int {
    try found(month, year, isLeap).length
  }

  /// The number of the leap month of a year; nil when it has none or is not in `years`.
  public static func leapMonth(of year: Int) -> Int? {
    LunarMonths.months(of: year).first { $0.isLeap }?.month
  }

  private static func found(
    _ month: Int, _ year: Int, _ isLeap: Bool
  ) throws(LunarRefusal) -> LunarMonth {
    guard years.contains(year) || year == 1899 && month == 12 else { throw .yearOutside(year) }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    let months = LunarMonths.months(of: year)
    guard let found = months.first(where: { $0.month == month && $0.isLeap == isLeap }) else {
      throw .notLeap(month: month, year: year, leap: leapMonth(of: year))
    }
    return found
  }
}

extension LunarDate: Comparable {
  /// Earlier first.
  public static func < (left: LunarDate, right: LunarDate) -> Bool { left.date < right.date }
}

/// Why something is no day of the lunar calendar.
public enum LunarRefusal: Error, Hashable, Sendable {
  /// The lunar year is not 1900 to 2100.
  case yearOutside(Int)
  /// The solar day is before 1900 or after the lunar year 2100.
  case dayOutside(LocalDate)
  /// The month is not 1 to 12.
  case noSuchMonth(Int)
  /// The month is no leap month in this year; the one that is, if any.
  case notLeap(month: Int, year: Int, leap: Int?)
  /// The month has no such day; its last one.
  case noSuchDay(day: Int, month: Int, year: Int, isLeap: Bool, last: Int)
}
