extension LocalDate {
  /// Why something is no day.
  public enum Refusal: Error, Hashable, Sendable {
    /// Not of the form day/month/year.
    case notADate
    /// The month is not 1 to 12.
    case noSuchMonth(Int)
    /// The month has no such day: the day asked for, the month, its year, and its last day.
    case noSuchDay(day: Int, month: Int, year: Int, last: Int)
    /// The year is missing, and there is none to take instead.
    case yearMissing
    /// The year does not have four digits between 1900 and 2199.
    case year(String)
  }

  /// The years that a day may have when somebody types it.
  public static let years = 1900...2199

  /// Reads a day: 09/02/2020, 9/2/2020, 9-2-2020, 9.2.2020, 2020-02-09, "ngày 09 tháng 02 năm
  /// 2020", and, when a year of reference is given, 9/2.
  ///
  /// - Throws: `FieldRefusal.date`.
  public static func parse(
    _ text: String, referenceYear: Int? = nil
  ) throws(FieldRefusal) -> LocalDate {
    do { return try day(in: text, referenceYear) } catch { throw .date(error) }
  }

  private static func day(
    in text: String, _ referenceYear: Int?
  ) throws(Refusal) -> LocalDate {
    let fields = try fields(of: text)
    if fields.count == 2 {
      guard let referenceYear else { throw .yearMissing }
      return try checked(fields[0], fields[1], String(referenceYear))
    }
    guard fields.count == 3 else { throw .notADate }
    return fields[0].count >= 3
      ? try checked(fields[2], fields[1], fields[0])
      : try checked(fields[0], fields[1], fields[2])
  }

  /// The runs of digits, between separators of one kind or the words of an official date.
  private static func fields(of text: String) throws(Refusal) -> [String] {
    let folded = TextFolding.fold(text)
    let words = folded.split(separator: " ").map(String.init)
    if words.count == 6, words[0] == "ngay", words[2] == "thang", words[4] == "nam" {
      return try digits([words[1], words[3], words[5]])
    }
    guard let separator = folded.first(where: { !$0.isNumber }), "/-.".contains(separator) else {
      throw .notADate
    }
    return try digits(
      folded.split(separator: separator, omittingEmptySubsequences: false).map(String.init))
  }

  private static func digits(_ fields: [String]) throws(Refusal) -> [String] {
    guard
      fields.allSatisfy({ field in
        (1...6).contains(field.utf8.count) && field.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { throw .notADate }
    return fields
  }

  private static func checked(
    _ day: String, _ month: String, _ year: String
  ) throws(Refusal) -> LocalDate {
    guard let dayNumber = Int(day), let monthNumber = Int(month), day.count <= 2,
      month.count <= 2
    else { throw .notADate }
    guard let yearNumber = Int(year), year.count == 4, years.contains(yearNumber) else {
      throw .year(year)
    }
    guard (1...12).contains(monthNumber) else { throw .noSuchMonth(monthNumber) }
    guard let result = LocalDate(year: yearNumber, month: monthNumber, day: dayNumber) else {
      let last = length(ofMonth: monthNumber, year: yearNumber)
      throw .noSuchDay(day: dayNumber, month: monthNumber, year: yearNumber, last: last)
    }
    return result
  }
}

extension LocalDate {
  /// As screens show it, in both languages: 09/02/2020.
  public var formatted: String {
    let (year, month, day) = components
    return [Self.padded(day, 2), Self.padded(month, 2), Self.padded(year, 4)]
      .joined(separator: "/")
  }

  /// As screens show it where the year is clear: 09/02.
  public var shortFormatted: String {
    let (_, month, day) = components
    return Self.padded(day, 2) + "/" + Self.padded(month, 2)
  }

  /// As documents print it: "ngày 09 tháng 02 năm 2020", in English "9 February 2020". Days below
  /// 10 and the months 1 and 2 get a leading zero (Decree 30/2020/NĐ-CP, appendix I).
  public func official(_ language: Language) -> String {
    let (year, month, day) = components
    if language == .english { return "\(day) \(Self.englishMonths[month - 1]) \(year)" }
    let shownMonth = month < 3 ? "0\(month)" : "\(month)"
    return "ngày \(Self.padded(day, 2)) tháng \(shownMonth) năm \(year)"
  }

  /// The name of the day of the week: "Thứ Hai", "Monday".
  public func weekdayName(_ language: Language) -> String {
    language == .vietnamese
      ? Self.vietnameseWeekdays[weekday - 1] : Self.englishWeekdays[weekday - 1]
  }

  /// The name of the day of the week in the head of a calendar: "T2" … "CN", "Mon" … "Sun".
  public func shortWeekdayName(_ language: Language) -> String {
    guard language == .vietnamese else { return String(weekdayName(.english).prefix(3)) }
    return weekday == 7 ? "CN" : "T\(weekday + 1)"
  }

  /// The quarter, 1 to 4.
  public var quarter: Int { (components.month - 1) / 3 + 1 }

  /// The quarter with its year: "Quý I/2020", "Q1/2020".
  public func quarterText(_ language: Language) -> String {
    let year = components.year
    guard language == .vietnamese else { return "Q\(quarter)/\(year)" }
    return "Quý \(["I", "II", "III", "IV"][quarter - 1])/\(year)"
  }

  private static let vietnameseWeekdays = [
    "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật",
  ]
  private static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension LocalDate {
  /// A day in the notation of `description`, 2020-09-15; nil when it is none.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
