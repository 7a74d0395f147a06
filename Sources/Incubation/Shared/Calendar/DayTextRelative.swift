/// Days by their distance from today: "mai", "3 ngày nữa", "tuần sau", "in two weeks".
enum DayTextRelative {
  static func day(in tokens: [String], today: LocalDate) -> LocalDate? {
    let phrase = tokens.joined(separator: " ")
    if let days = distances[phrase] { return today.adding(days: days) }
    if let months = months[phrase] { return moved(today, months: months) }
    switch phrase {
    case "dau thang", "start of the month", "start of month":
      return today.adding(days: 1 - today.components.day)
    case "cuoi thang", "end of the month", "end of month":
      let (year, month, day) = today.components
      return today.adding(days: LocalDate.length(ofMonth: month, year: year) - day)
    default: return counted(tokens, today)
    }
  }

  /// "3 ngày nữa", "sau 3 ngày", "2 tuần trước", "in 3 days", "3 days ago".
  private static func counted(_ tokens: [String], _ today: LocalDate) -> LocalDate? {
    var words = tokens
    var direction = 0
    if words.count == 3, ["sau", "in"].contains(words[0]) {
      direction = 1
      words.removeFirst()
    } else if let last = words.last, words.count == 3 {
      direction = ["nua": 1, "toi": 1, "sau": 1, "later": 1, "truoc": -1, "ago": -1][last] ?? 0
      words.removeLast()
    }
    guard direction != 0, words.count == 2, let unit = units[words[1]],
      let count = Int(words[0]) ?? numbers[words[0]], (0...40_000).contains(count)
    else { return nil }
    if unit == 0 { return moved(today, months: direction * count) }
    return today.adding(days: direction * count * unit)
  }

  /// The same day of another month, or its last one.
  private static func moved(_ date: LocalDate, months: Int) -> LocalDate? {
    let (year, month, day) = date.components
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    guard index >= 12 else { return nil }
    let last = LocalDate.length(ofMonth: newMonth, year: newYear)
    return LocalDate(year: newYear, month: newMonth, day: min(day, last))
  }

  private static let distances = [
    "hom nay": 0, "nay": 0, "bua nay": 0, "today": 0, "mai": 1, "ngay mai": 1, "tomorrow": 1,
    "mot": 2, "ngay mot": 2, "ngay kia": 2, "day after tomorrow": 2,
    "the day after tomorrow": 2, "hom qua": -1, "qua": -1, "yesterday": -1, "hom kia": -2,
    "day before yesterday": -2, "the day before yesterday": -2, "tuan sau": 7, "tuan toi": 7,
    "next week": 7, "tuan truoc": -7, "last week": -7,
  ]
  private static let months = [
    "thang sau": 1, "thang toi": 1, "next month": 1, "thang truoc": -1, "last month": -1,
  ]
  /// Days in a unit; 0 for months.
  private static let units = [
    "ngay": 1, "hom": 1, "day": 1, "days": 1, "tuan": 7, "week": 7, "weeks": 7, "thang": 0,
    "month": 0, "months": 0,
  ]
  private static let numbers = [
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "a": 1, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5,
  ]
}

/// Days of the week: "thứ 5", "T5 tuần sau", "chủ nhật", "next Thursday".
enum DayTextWeekday {
  static func day(in tokens: [String], today: LocalDate) -> LocalDate? {
    guard let (weekday, rest) = weekday(in: tokens) else { return nil }
    let monday = today.adding(days: 1 - today.weekday)
    let ofWeek = monday.adding(days: weekday - 1)
    let ahead = (weekday - today.weekday + 7) % 7
    switch rest.joined(separator: " ") {
    case "": return today.adding(days: ahead)
    case "toi", "coming": return today.adding(days: ahead == 0 ? 7 : ahead)
    case "nay", "tuan nay", "this", "this week": return ofWeek
    case "sau", "tuan sau", "tuan toi", "next", "next week": return ofWeek.adding(days: 7)
    case "truoc", "tuan truoc", "tuan roi", "tuan qua", "last", "last week":
      return ofWeek.adding(days: -7)
    default: return nil
    }
  }

  /// The day of the week, 1 for Monday, and the words beside it.
  private static func weekday(in tokens: [String]) -> (Int, [String])? {
    for (place, word) in tokens.enumerated() {
      let next = place + 1 < tokens.count ? tokens[place + 1] : ""
      var rest = tokens
      if let weekday = single[word] ?? english(word) {
        rest.remove(at: place)
        return (weekday, rest)
      }
      if word == "thu", let weekday = ordinals[next] {
        rest.removeSubrange(place...(place + 1))
        return (weekday, rest)
      }
      if word == "chu", next == "nhat" {
        rest.removeSubrange(place...(place + 1))
        return (7, rest)
      }
    }
    return nil
  }

  private static func english(_ word: String) -> Int? {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let short = ["mon": 1, "tue": 2, "tues": 2, "wed": 3, "thur": 4, "thurs": 4, "fri": 5]
    return (names.firstIndex(of: word).map { $0 + 1 }) ?? short[word] ?? ["sat": 6, "sun": 7][word]
  }

  private static let single = ["t2": 1, "t3": 2, "t4": 3, "t5": 4, "t6": 5, "t7": 6, "cn": 7]
  private static let ordinals = [
    "2": 1, "hai": 1, "3": 2, "ba": 2, "4": 3, "tu": 3, "5": 4, "nam": 4, "6": 5, "sau": 5,
    "7": 6, "bay": 6,
  ]
}
