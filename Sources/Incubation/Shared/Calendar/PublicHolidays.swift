/// The public holidays by law, before the announcements of a year.
public struct PublicHolidays: Hashable, Sendable {
  /// Which days around the new year are the days off that the law gives for Tết.
  public enum TetChoice: String, CaseIterable, Sendable {
    /// The last day of the old year and the first four of the new one.
    case oneAndFour = "1+4"
    /// The last two days of the old year and the first three of the new one.
    case twoAndThree = "2+3"
  }

  /// Which day beside 2 September is off as well (from 2021 on).
  public enum NationalDayChoice: String, CaseIterable, Sendable {
    /// 1 September.
    case before
    /// 3 September.
    case after
  }

  /// Choices announced for Tết, by solar year.
  public var tet: [Int: TetChoice] = [:]
  /// Choices announced for National Day, by year.
  public var nationalDay: [Int: NationalDayChoice] = [:]
  /// Whether 24 November is a holiday from 2026 on: ordered by Politburo Resolution 80-NQ/TW and
  /// Government Resolution 30/NQ-CP of 2026, while the change of the law has not been seen.
  public var includesCultureDay = false

  /// The holidays without any announcement.
  public init() {}

  /// The years for which the law is known here.
  public static let years = 1995...2100

  /// The holidays of a year in order, with days off in lieu; none outside `years`.
  public func days(inYear year: Int) -> [(date: LocalDate, mark: DayMark)] {
    guard Self.years.contains(year) else { return [] }
    let holidays = byLaw(year).sorted { $0.date < $1.date }
    return (holidays + Self.inLieu(of: holidays)).sorted { $0.date < $1.date }
  }

  private typealias Day = (date: LocalDate, mark: DayMark)

  /// Labour Code 1994 art. 73 (from 1995; Hùng Vương by Law 84/2007/QH11), Labour Code 2012 art.
  /// 115 (from 1 May 2013), Labour Code 2019 art. 112 (from 2021).
  private func byLaw(_ year: Int) -> [Day] {
    var rules = Self.fixed
    rules.append(YearlyDay(Self.tetMark, .lunar(month: 1, day: 1), days: tetDays(year)))
    rules.append(
      YearlyDay(
        Self.nationalDayMark, .solar(month: 9, day: 2), days: nationalDays(year), since: 2021))
    if includesCultureDay { rules.append(Self.cultureDay) }
    return rules.flatMap { rule in rule.dates(inYear: year).map { ($0, rule.mark) } }
  }

  /// Four days up to 2013 (the last of the old year, three of the new one), five since. What the
  /// announcements of 2017 to 2026 chose where nothing is known: two and three, but one and four
  /// when Tết is a Tuesday.
  private func tetDays(_ year: Int) -> ClosedRange<Int> {
    if year <= 2013 { return -1...2 }
    let choice = tet[year] ?? (Self.tet(year)?.weekday == 2 ? .oneAndFour : .twoAndThree)
    return choice == .oneAndFour ? -1...3 : -2...2
  }

  /// The day that joins 2 September to a weekend where nothing is announced.
  private func nationalDays(_ year: Int) -> ClosedRange<Int> {
    let weekday = LocalDate(year: year, month: 9, day: 2)?.weekday ?? 1
    let choice = nationalDay[year] ?? ([1, 4].contains(weekday) ? .after : .before)
    return choice == .after ? 0...1 : -1...0
  }

  private static func tet(_ year: Int) -> LocalDate? {
    DayAnchor.lunar(month: 1, day: 1).dates(inYear: year).first
  }

  /// For every holiday on a weekly day off the next day that is neither (Labour Code 2019 art.
  /// 111.3, 2012 art. 110 and 115).
  private static func inLieu(of holidays: [Day]) -> [Day] {
    var taken = Set(holidays.map(\.date))
    var counted: Set<LocalDate> = []
    var result: [Day] = []
    for (date, mark) in holidays where WeeklyRest.contains(date) && counted.insert(date).inserted {
      var day = date
      while taken.contains(day) || WeeklyRest.contains(day) { day = day.adding(days: 1) }
      taken.insert(day)
      result.append((day, DayMark(.holidays, .inLieu, mark.name)))
    }
    return result
  }
}

/// The weekly days off of public servants.
public enum WeeklyRest {
  /// Saturday and Sunday since 2 October 1999 (Decision 188/1999/QĐ-TTg), Sunday before.
  public static func contains(_ date: LocalDate) -> Bool {
    date.weekday == 7 || date.weekday == 6 && date.dayNumber >= 10_866
  }
}

extension PublicHolidays {
  private static let tetMark = DayMark(
    .holidays, .holiday, Bilingual(vietnamese: "Tết Nguyên đán", english: "Lunar New Year"))
  private static let nationalDayMark = DayMark(
    .holidays, .holiday, Bilingual(vietnamese: "Quốc khánh", english: "National Day"))
  private static let cultureDay = YearlyDay(
    DayMark(
      .holidays, .holiday,
      Bilingual(vietnamese: "Ngày Văn hóa Việt Nam", english: "Viet Nam Culture Day")),
    .solar(month: 11, day: 24), since: 2026)

  /// The holidays that need no choice.
  static let fixed: [YearlyDay] = [
    YearlyDay(
      DayMark(
        .holidays, .holiday,
        Bilingual(vietnamese: "Tết Dương lịch", english: "New Year's Day")),
      .solar(month: 1, day: 1)),
    YearlyDay(
      DayMark(
        .holidays, .holiday,
        Bilingual(vietnamese: "Giỗ Tổ Hùng Vương", english: "Hùng Kings' Day")),
      .lunar(month: 3, day: 10), since: 2007),
    YearlyDay(
      DayMark(
        .holidays, .holiday,
        Bilingual(vietnamese: "Ngày Chiến thắng", english: "Victory Day")),
      .solar(month: 4, day: 30)),
    YearlyDay(
      DayMark(
        .holidays, .holiday,
        Bilingual(vietnamese: "Ngày Quốc tế lao động", english: "International Labour Day")),
      .solar(month: 5, day: 1)),
    YearlyDay(nationalDayMark, .solar(month: 9, day: 2), until: 2020),
  ]
}
