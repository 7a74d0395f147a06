/// Something that comes back every lunar year on the same lunar day. In a year with two months of
/// the number it falls in the first, as festivals do.
public struct LunarRecurrence: Hashable, Sendable {
  /// What happens in a year whose month has no 30th.
  public enum MissingDay: String, CaseIterable, Sendable {
    /// The 29th is taken.
    case clamp
    /// That year goes without.
    case skip
    /// It is an error, so that somebody decides.
    case refuse
  }

  /// The month, 1 to 12.
  public let month: Int
  /// The day, 1 to 30.
  public let day: Int
  /// What happens in a year whose month has no 30th.
  public let missingDay: MissingDay

  /// A lunar day of every year; nil when no year can have it, as 31/8 or 1/13.
  public init?(month: Int, day: Int, missingDay: MissingDay) {
    guard (1...12).contains(month), (1...30).contains(day) else { return nil }
    (self.month, self.day, self.missingDay) = (month, day, missingDay)
  }

  /// The day in a lunar year; nil when that year goes without.
  ///
  /// - Throws: `LunarRefusal.yearOutside`, and `noSuchDay` when a missing 30th is refused.
  public func date(inLunarYear year: Int) throws(LunarRefusal) -> LocalDate? {
    let last = try LunarDate.length(ofMonth: month, year: year)
    if day > last, missingDay == .skip { return nil }
    let taken = missingDay == .clamp ? min(day, last) : day
    return try LunarDate(year: year, month: month, day: taken).date
  }

  /// The days in a period, in order.
  ///
  /// - Throws: `LunarRefusal`, when the period leaves 1900-2100 or a missing 30th is refused.
  public func dates(in period: ClosedRange<LocalDate>) throws(LunarRefusal) -> [LocalDate] {
    let first = try LunarDate(period.lowerBound).year
    let last = try LunarDate(period.upperBound).year
    var dates: [LocalDate] = []
    for year in max(first, LunarDate.years.lowerBound)...max(last, LunarDate.years.lowerBound) {
      // A missing day matters only when it would have been in the period.
      if let month = try? LunarDate(year: year, month: month, day: min(day, 29)).date,
        !period.overlaps(month...month.adding(days: 1))
      {
        continue
      }
      if let date = try date(inLunarYear: year), period.contains(date) { dates.append(date) }
    }
    return dates
  }
}
