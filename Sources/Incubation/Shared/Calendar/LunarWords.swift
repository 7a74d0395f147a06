extension LunarDate {
  /// The day as it is spoken: "mùng 1" to "mùng 10", "rằm", "16"; "1st", "15th".
  public func dayText(_ language: Language) -> String {
    if language == .english { return Self.ordinal(day) }
    return day == 15 ? "rằm" : day <= 10 ? "mùng \(day)" : String(day)
  }

  /// The month as it is spoken: "tháng giêng", "tháng 6 nhuận", "tháng chạp"; "1st lunar month",
  /// "leap 6th lunar month".
  public var monthText: Words { Self.monthWords(month, isLeap: isLeap) }

  /// Day and month: "rằm tháng 8", "30 tháng chạp"; "15th of the 8th lunar month".
  public func text(_ language: Language) -> String {
    language == .vietnamese
      ? "\(dayText(language)) \(monthText.vietnamese)"
      : "\(dayText(language)) of the \(monthText.english)"
  }

  /// Day, month and year: "rằm tháng 8 năm Canh Tý", "15th of the 8th lunar month, Canh Tý (Rat)".
  public func longText(_ language: Language) -> String {
    language == .vietnamese
      ? "\(text(language)) năm \(Self.yearName(year))"
      : "\(text(language)), \(Self.yearName(year)) (\(Self.animal(year)))"
  }

  /// Day and month as a cell of a calendar shows them: "27/7"; in a leap month "27/6n", in English
  /// "27/6L".
  public func shortText(_ language: Language) -> String {
    "\(day)/\(month)" + (isLeap ? (language == .vietnamese ? "n" : "L") : "")
  }

  /// The name of a lunar year in the cycle of sixty: "Canh Tý" for 2020.
  public static func yearName(_ year: Int) -> String {
    stems[remainder(year + 6, 10)] + " " + branches[remainder(year + 8, 12)]
  }

  /// The animal of a lunar year in English; in Viet Nam the second is the buffalo and the fourth
  /// the cat.
  public static func animal(_ year: Int) -> String { animals[remainder(year + 8, 12)] }

  static func monthWords(_ month: Int, isLeap: Bool) -> Words {
    let number = month == 1 ? "giêng" : month == 12 ? "chạp" : String(month)
    return Words(
      vietnamese: "tháng \(number)" + (isLeap ? " nhuận" : ""),
      english: (isLeap ? "leap " : "") + "\(ordinal(month)) lunar month")
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      (11...13).contains(number % 100)
      ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending)"
  }

  private static func remainder(_ value: Int, _ by: Int) -> Int { (value % by + by) % by }

  private static let stems = [
    "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý",
  ]
  private static let branches = [
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
  ]
  private static let animals = [
    "Rat", "Buffalo", "Tiger", "Cat", "Dragon", "Snake", "Horse", "Goat", "Monkey", "Rooster",
    "Dog", "Pig",
  ]
}

extension LunarDate {
  /// The same words in both languages.
  public struct Words: Hashable, Sendable {
    /// Vietnamese.
    public let vietnamese: String
    /// English.
    public let english: String

    /// The words in one language.
    public func callAsFunction(_ language: Language) -> String {
      language == .vietnamese ? vietnamese : english
    }
  }
}

extension LunarRefusal {
  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    let (vietnamese, english) = texts
    return language == .vietnamese ? vietnamese : english
  }

  private var texts: (vietnamese: String, english: String) {
    switch self {
    case .yearOutside(let year):
      return (
        "Lịch âm ở đây có từ năm 1900 đến 2100, không có năm \(year).",
        "The lunar calendar here covers 1900 to 2100, not \(year)."
      )
    case .dayOutside(let date):
      return (
        "Lịch âm ở đây có từ 01/01/1900 đến hết năm âm 2100, không có ngày \(date.formatted).",
        "The lunar calendar here covers 01/01/1900 to the end of the lunar year 2100, not "
          + "\(date.formatted)."
      )
    case .noSuchMonth(let month):
      return (
        "Không có tháng \(month): tháng âm từ 1 đến 12.",
        "There is no month \(month): lunar months are 1 to 12."
      )
    case .notLeap(let month, let year, let leap):
      return Self.notLeap(month, year, leap)
    case .noSuchDay(let day, let month, let year, let isLeap, let last):
      return Self.noSuchDay(day, LunarDate.monthWords(month, isLeap: isLeap), year, last)
    }
  }

  private static func notLeap(
    _ month: Int, _ year: Int, _ leap: Int?
  ) -> (vietnamese: String, english: String) {
    let name = LunarDate.yearName(year)
    guard let leap else {
      return (
        "Năm \(name) (\(year)) không có tháng nhuận.",
        "The year \(name) (\(year)) has no leap month."
      )
    }
    return (
      "Năm \(name) (\(year)) nhuận tháng \(leap), không nhuận tháng \(month).",
      "The leap month of \(name) (\(year)) is month \(leap), not month \(month)."
    )
  }

  private static func noSuchDay(
    _ day: Int, _ month: LunarDate.Words, _ year: Int, _ last: Int
  ) -> (vietnamese: String, english: String) {
    let name = LunarDate.yearName(year)
    let capital = "T" + month.vietnamese.dropFirst()
    return (
      "\(capital) năm \(name) (\(year)) chỉ có \(last) ngày, không có ngày \(day).",
      "The \(month.english) of \(name) (\(year)) has only \(last) days; there is no day \(day)."
    )
  }
}
