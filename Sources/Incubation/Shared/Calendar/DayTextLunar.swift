/// Days of the lunar calendar in words: "rằm tháng 8", "mùng 3 tết", "30 tháng chạp", "15/8 âm".
struct DayTextLunar {
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var isLeap = false
  /// "tết" was said: its 28th to 30th are days of the old year.
  private var isTet = false
  private var isEve = false
  private var isFirstDays = false
  /// Months counted from that of today, when the month was named so.
  private var monthsAhead: Int?

  /// The day; nil when the words do not speak of the lunar calendar.
  ///
  /// - Throws: `DayTextRefusal`, also for words beside it that are not understood.
  static func day(
    in tokens: [String], today: LocalDate
  ) throws(DayTextRefusal) -> LocalDate? {
    let phrase = " " + tokens.joined(separator: " ") + " "
    if phrase.contains(" duong lich ") { return nil }
    guard tokens.contains(where: { signs.contains($0) }) || phrase.contains(" full moon ") else {
      return nil
    }
    var reading = DayTextLunar()
    var rest = tokens[...]
    while let word = rest.popFirst() {
      guard reading.take(word, &rest) else { throw .notADay }
    }
    return try reading.resolved(today)
  }

  /// Words that only the lunar calendar has.
  private static let signs: Set = [
    "ram", "mung", "mong", "gieng", "chap", "nhuan", "am", "al", "lunar", "tet", "giao",
  ]
  private static let fillers: Set = [
    "ngay", "am", "lich", "al", "lunar", "of", "the", "moon", "thua", "in", "on", "year",
    "nguyen", "dan", "nam",
  ]
  private static let months = [
    "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "chap": 12,
  ]

  /// Understands one word, with those that belong to it.
  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    switch word {
    case "ram", "full": return set(&day, 15)
    case "mung", "mong":
      isFirstDays = true
      return set(&day, rest.popFirst().flatMap { Int($0) }.flatMap { $0 <= 10 ? $0 : nil })
    case "giao": isEve = true
    case "tet": isTet = true
    case "nhuan", "leap": isLeap = true
    case "gieng": return set(&month, 1)
    case "chap": return set(&month, 12)
    case "thang", "month": return takeMonth(&rest)
    default:
      if Self.fillers.contains(word) { return true }
      return takeNumbers(word)
    }
    return true
  }

  /// The month behind "tháng": a number, perhaps with its year, or a word. In English the number
  /// may stand before it.
  private mutating func takeMonth(_ rest: inout ArraySlice<String>) -> Bool {
    guard let word = rest.first else { return month != nil }
    if let ahead = ["nay": 0, "toi": 1, "this": 0][word] {
      rest.removeFirst()
      return month == nil && year == nil && !isLeap && set(&monthsAhead, ahead)
    }
    if var number = Self.months[word] {
      rest.removeFirst()
      if number == 10, let next = rest.first, let unit = ["mot": 1, "hai": 2][next] {
        rest.removeFirst()
        number += unit
      }
      return set(&month, number)
    }
    let parts = word.split(separator: "/").map { Int($0) }
    guard let number = parts.first ?? nil, parts.count <= 2, number < 1_000 else {
      return month != nil
    }
    rest.removeFirst()
    guard set(&month, number) else { return false }
    return parts.count == 1 || set(&year, parts[1])
  }

  /// "15", "2026", "15/8", "15/8/2026".
  private mutating func takeNumbers(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count <= 3, !parts.contains(nil) else { return false }
    if parts.count > 1 {
      guard set(&day, parts[0]), set(&month, parts[1]) else { return false }
      return parts.count == 2 || set(&year, parts[2])
    }
    if word.utf8.count == 4 { return set(&year, parts[0]) }
    return day == nil ? set(&day, parts[0]) : set(&month, parts[0])
  }

  private func set(_ field: inout Int?, _ value: Int?) -> Bool {
    guard field == nil, let value, value >= 0 else { return false }
    field = value
    return true
  }
}

extension DayTextLunar {
  private func resolved(_ today: LocalDate) throws(DayTextRefusal) -> LocalDate {
    do { return try found(today) } catch { throw .lunar(error) }
  }

  private func found(_ today: LocalDate) throws(LunarRefusal) -> LocalDate {
    if isEve { return try eve(today) }
    if let monthsAhead { return try found(day ?? 1, monthsAhead: monthsAhead, today) }
    if isTet, let day, day >= 28, !isFirstDays { return try lastDays(day, today) }
    guard let month = isTet ? 1 : month else { return try next(day ?? 1, today) }
    let day = day ?? 1
    if let year {
      return try LunarDate(year: year, month: month, day: day, isLeap: isLeap).date
    }
    let start = try LunarDate(today).year
    for year in start...(start + 40) {
      guard let length = try? LunarDate.length(ofMonth: month, year: year, isLeap: isLeap),
        let clamped = try? LunarDate(
          year: year, month: month, day: min(max(day, 1), length), isLeap: isLeap),
        clamped.date >= today
      else { continue }
      return try LunarDate(year: year, month: month, day: day, isLeap: isLeap).date
    }
    return try LunarDate(year: start, month: month, day: day, isLeap: isLeap).date
  }

  /// A day of the month of today, or of the next one.
  private func found(
    _ day: Int, monthsAhead: Int, _ today: LocalDate
  ) throws(LunarRefusal) -> LocalDate {
    var now = try LunarDate(today)
    if monthsAhead > 0 {
      let length = try LunarDate.length(ofMonth: now.month, year: now.year, isLeap: now.isLeap)
      now = try LunarDate(today.adding(days: length - now.day + 1))
    }
    return try LunarDate(year: now.year, month: now.month, day: day, isLeap: now.isLeap).date
  }

  /// The day before Tết, of a year or the next one.
  private func eve(_ today: LocalDate) throws(LunarRefusal) -> LocalDate {
    if let year { return try LunarDate(year: year, month: 1, day: 1).date.adding(days: -1) }
    let next = try LunarDate(today).year + 1
    return try LunarDate(year: next, month: 1, day: 1).date.adding(days: -1)
  }

  /// "30 tết": a day of the last month of the old year.
  private func lastDays(_ day: Int, _ today: LocalDate) throws(LunarRefusal) -> LocalDate {
    let old: Int
    if let year { old = year - 1 } else { old = try LunarDate(today).year }
    return try LunarDate(year: old, month: 12, day: day).date
  }

  /// The next such day of any month, today included.
  private func next(_ day: Int, _ today: LocalDate) throws(LunarRefusal) -> LocalDate {
    let now = try LunarDate(today)
    for months in [LunarMonths.months(of: now.year), LunarMonths.months(of: now.year + 1)] {
      for month in months where (1...month.length).contains(day) {
        let date = LocalDate(dayNumber: month.first + day - 1)
        if date >= today { return date }
      }
    }
    throw .noSuchDay(
      day: day, month: now.month, year: now.year, isLeap: now.isLeap,
      last: try LunarDate.length(ofMonth: now.month, year: now.year, isLeap: now.isLeap))
  }
}
