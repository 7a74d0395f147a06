/// Reads days as people say and write them, in Vietnamese and English, with and without accents:
/// "12/3", "hôm nay", "thứ 5 tuần sau", "rằm tháng 8", "mùng 3 tết", "next Thursday".
public enum DayText {
  /// The day that a text names.
  ///
  /// Without a year, a solar day is that of the year of today, and a lunar one the next from today
  /// on. "thứ 5" is the next one, today included; "thứ 5 tuần sau" and "next Thursday" lie in the
  /// week after this one, which begins on Monday; "thứ 5 tới" is the first after today. "30 tết" is
  /// the eve of Tết. Festivals and holidays are known by name: "trung thu", "ok om bok".
  ///
  /// - Throws: `DayTextRefusal`.
  public static func parse(
    _ text: String, today: LocalDate
  ) throws(DayTextRefusal) -> LocalDate {
    guard text.utf8.count <= 200 else { throw .notADay }
    let tokens = tokens(of: text)
    if tokens.isEmpty { throw .notADay }
    let found =
      DayTextRelative.day(in: tokens, today: today)
      ?? DayTextWeekday.day(in: tokens, today: today) ?? DayTextNamed.day(in: tokens, today: today)
    if let found {
      guard LocalDate.years.contains(found.components.year) else { throw .notADay }
      return found
    }
    // Without its accent "sáu", six, is "sau", next: only "tháng" written with its own tells.
    let saysNext = text.lowercased().contains("tháng sau")
    let lunarTokens = saysNext ? tokens.map { $0 == "sau" ? "toi" : $0 } : tokens
    if let lunar = try DayTextLunar.day(in: lunarTokens, today: today) { return lunar }
    return try solar(tokens, text, today)
  }

  /// Runs between spaces and commas, without accents and in lower case; "12th" as "12".
  private static func tokens(of text: String) -> [String] {
    TextFolding.fold(text).split { $0 == " " || $0 == "," }.map { word in
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let isOrdinal =
        !digits.isEmpty && ["st", "nd", "rd", "th"].contains(word[digits.endIndex...])
      return String(isOrdinal ? digits : word)
    }
  }

  private static func solar(
    _ tokens: [String], _ text: String, _ today: LocalDate
  ) throws(DayTextRefusal) -> LocalDate {
    let (year, month, _) = today.components
    var written = text
    if let parts = dayAndMonth(tokens) {
      written = "\(parts.day)/\(parts.month)/\(parts.year ?? String(year))"
    } else if let day = dayAlone(tokens) {
      written = "\(day)/\(month)/\(year)"
    }
    do { return try LocalDate.parse(written, referenceYear: year) } catch {
      guard case .date(let refusal) = error, refusal != .notADate else { throw .notADay }
      throw .date(refusal)
    }
  }

  /// "12", "ngày 12".
  private static func dayAlone(_ tokens: [String]) -> String? {
    let words = tokens.first == "ngay" ? Array(tokens.dropFirst()) : tokens
    guard words.count == 1, words[0].utf8.count <= 2, Int(words[0]) != nil else { return nil }
    return words[0]
  }

  /// "ngày 12 tháng 3", "12 tháng 3 năm 2026", "12 March 2026", "March 12".
  private static func dayAndMonth(
    _ tokens: [String]
  ) -> (day: String, month: String, year: String?)? {
    var numbers: [String] = []
    var month: String?
    var rest = tokens.filter { !["ngay", "nam", "of", "the"].contains($0) }[...]
    while let word = rest.popFirst() {
      if word == "thang", month == nil, let next = rest.popFirst(), Int(next) != nil {
        month = next
      } else if let place = englishMonth(word), month == nil {
        month = String(place)
      } else if Int(word) != nil {
        numbers.append(word)
      } else {
        return nil
      }
    }
    guard let month, (1...2).contains(numbers.count) else { return nil }
    return (numbers[0], month, numbers.count == 2 ? numbers[1] : nil)
  }

  private static func englishMonth(_ word: String) -> Int? {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) || $0.prefix(3) + "." == word }.map { $0 + 1 }
  }
}

/// Why a text names no day.
public enum DayTextRefusal: Error, Hashable, Sendable {
  /// Nothing that is understood.
  case notADay
  /// A day of the solar calendar that does not exist.
  case date(LocalDate.Refusal)
  /// A day of the lunar calendar that does not exist.
  case lunar(LunarRefusal)

  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    switch self {
    case .notADay:
      return language == .vietnamese
        ? "Không hiểu ngày này; hãy viết như 12/3, mai, thứ 5 tuần sau, rằm tháng 8."
        : "This day is not understood; write it as 12/3, tomorrow, next Thursday, rằm tháng 8."
    case .date(let refusal): return FieldRefusal.date(refusal).words(language)
    case .lunar(let refusal): return refusal.words(language)
    }
  }
}
