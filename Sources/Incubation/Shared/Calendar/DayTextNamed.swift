/// Festivals and holidays by their names, or the first or last words of them: "trung thu", "giỗ
/// tổ", "quốc khánh 2027".
enum DayTextNamed {
  static func day(in tokens: [String], today: LocalDate) -> LocalDate? {
    var words = tokens
    var year: Int?
    if let last = words.last, last.utf8.count == 4, let number = Int(last), words.count > 1 {
      year = number
      words.removeLast()
      if words.last == "nam" { words.removeLast() }
    }
    let phrase = words.joined(separator: " ")
    // Full moons and months are for the lunar calendar to read.
    guard words.count >= 2, phrase.utf8.count >= 6,
      !words.contains(where: { ["ram", "moon", "thang"].contains($0) }),
      let named = days.first(where: { $0.names.contains { isPart(phrase, of: $0) } })?.day
    else { return nil }
    let years = year.map { $0...$0 } ?? today.components.year...(today.components.year + 2)
    for year in years {
      let dates = named.dates(inYear: year)
      if let date = dates.first(where: { years.count == 1 || $0 >= today }) { return date }
    }
    return nil
  }

  /// Whether a phrase is a name, or its first or last words.
  private static func isPart(_ phrase: String, of name: String) -> Bool {
    name == phrase || name.hasPrefix(phrase + " ") || name.hasPrefix(phrase + ",")
      || name.hasSuffix(" " + phrase)
  }

  private static let days: [(names: [String], day: YearlyDay)] =
    (Festivals.all + PublicHolidays.fixed).map { day in
      let names = [day.mark.name.vietnamese, day.mark.name.english]
      let kept = YearlyDay(day.mark, day.anchor, days: day.days, since: day.since)
      return (names.map { TextFolding.fold($0.string) }, kept)
    }
}
