/// A month of the lunar calendar.
struct LunarMonth: Hashable, Sendable {
  var year: Int
  var month: Int
  var isLeap: Bool
  /// Its first day, counted from 1970-01-01.
  var first: Int
  /// 29 or 30.
  var length: Int
}

/// All months from the twelfth of 1899, which begins on 1 January 1900, to the twelfth of 2100.
///
/// Rules (Hồ Ngọc Đức): a month begins on the day of the new moon, the winter solstice lies in
/// month 11, a year of 13 months has its leap month where the sun first enters no new twelfth.
/// Clocks: seven hours ahead of UTC from 1968 on (Decision 121-CP of 8 August 1967), eight before,
/// as his published table has it.
enum LunarMonths {
  /// The months in order. Computed once.
  static let all: [LunarMonth] = {
    var months = (1899...2101).flatMap { LunarMonths.computed(year: $0) }
    for index in months.indices.dropLast() {
      months[index].length = months[index + 1].first - months[index].first
    }
    return months.filter { (1900...2100).contains($0.year) || $0.year == 1899 && $0.month == 12 }
  }()

  /// The place in `all` where each year begins; the first is that of 1900.
  static let starts: [Int] = {
    all.indices.filter { all[$0].month == 1 && !all[$0].isLeap }
  }()

  /// The month with a day; nil outside 1900-2100.
  static func month(withDay day: Int) -> LunarMonth? {
    guard let first = all.first, let last = all.last, day >= first.first,
      day < last.first + last.length
    else { return nil }
    var low = 0
    var high = all.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if all[middle].first <= day { low = middle } else { high = middle }
    }
    return all[low]
  }

  /// The months of a lunar year; none outside 1899-2100.
  static func months(of year: Int) -> ArraySlice<LunarMonth> {
    if year == 1899 { return all[..<starts[0]] }
    guard (1900...2100).contains(year) else { return [] }
    let end = year == 2100 ? all.count : starts[year - 1900 + 1]
    return all[starts[year - 1900]..<end]
  }

  /// Months that the published tables begin one day before the algorithm does: new moons within a
  /// minute of midnight, and, before 1929, the local time of Beijing. The tables: TK20 and TK21 of
  /// the same author, compared month by month. TK20 once had Tết of 1925 on 25 January; the
  /// corrected edition and the eclipse of that day say the 24th, as the algorithm does.
  static let oneDayEarlier: Set<[Int]> = [
    [1906, 4], [1914, 10], [1916, 1], [1920, 10], [2054, 4], [2072, 11], [2077, 10],
  ]

  /// The hours ahead of UTC that the calendar of a lunar year was computed with.
  private static func zone(_ year: Int) -> Int { year < 1968 ? 8 : 7 }

  /// The months of a lunar year, without their lengths.
  private static func computed(year: Int) -> [LunarMonth] {
    let zone = zone(year)
    let months = winterYear(year - 1, zone: zone) + winterYear(year, zone: zone)
    return months.filter { $0.year == year }.map { month in
      var month = month
      if !month.isLeap, oneDayEarlier.contains([year, month.month]) { month.first -= 1 }
      return month
    }
  }

  /// The twelve or thirteen months from month 11 of a year to month 10 of the next.
  private static func winterYear(_ year: Int, zone: Int) -> [LunarMonth] {
    let first = eleventhMonth(year, zone: zone)
    let next = eleventhMonth(year + 1, zone: zone)
    let count = next.day - first.day > 365 ? 13 : 12
    let days = (0..<count).map { MoonAndSun.newMoonDay(first.number + $0, zone: zone) }
    let leap = count == 13 ? leapPlace(days, next.day, zone: zone) : nil
    var month = 11
    return days.enumerated().map { place, day in
      if place > 0, place != leap { month = month % 12 + 1 }
      return LunarMonth(
        year: month >= 11 ? year : year + 1, month: month, isLeap: place == leap, first: day,
        length: 0)
    }
  }

  /// The new moon that begins month 11: the last one not after the winter solstice.
  private static func eleventhMonth(_ year: Int, zone: Int) -> (number: Int, day: Int) {
    let lastOfYear = LocalDate(year: year, month: 12, day: 31)?.dayNumber ?? 0
    var number = MoonAndSun.number(near: lastOfYear) + 1
    var day = MoonAndSun.newMoonDay(number, zone: zone)
    while day > lastOfYear || MoonAndSun.solarTerm(onDay: day, zone: zone) == 9 {
      number -= 1
      day = MoonAndSun.newMoonDay(number, zone: zone)
    }
    return (number, day)
  }

  /// The place of the first month in which the sun enters no new twelfth.
  private static func leapPlace(_ days: [Int], _ next: Int, zone: Int) -> Int? {
    let terms = (days + [next]).map { MoonAndSun.solarTerm(onDay: $0, zone: zone) }
    return days.indices.first { $0 > 0 && terms[$0] == terms[$0 + 1] }
  }
}
