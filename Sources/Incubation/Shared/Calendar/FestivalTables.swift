/// The festivals and days of remembrance that the program ships with: data, no days off.
public enum Festivals {
  /// All of them.
  public static let all: [YearlyDay] = lunar + khmer + other

  /// Festivals by the lunar calendar. The birthday of the Buddha is kept on the full moon since
  /// 1959.
  static let lunar: [YearlyDay] = [
    day(.lunar, "Tết Nguyên đán", "Lunar New Year", .lunar(month: 1, day: 1)),
    day(.lunar, "Rằm tháng giêng", "First full moon", .lunar(month: 1, day: 15)),
    day(.lunar, "Tết Hàn thực", "Cold Food Day", .lunar(month: 3, day: 3)),
    day(.lunar, "Giỗ Tổ Hùng Vương", "Hùng Kings' Day", .lunar(month: 3, day: 10)),
    day(.lunar, "Lễ Phật đản", "Birthday of the Buddha", .lunar(month: 4, day: 15), since: 1959),
    day(.lunar, "Tết Đoan ngọ", "Midsummer Day", .lunar(month: 5, day: 5)),
    day(.lunar, "Lễ Vu lan", "Vu Lan", .lunar(month: 7, day: 15)),
    day(.lunar, "Tết Trung thu", "Mid-Autumn Festival", .lunar(month: 8, day: 15)),
    day(.lunar, "Ông Công ông Táo", "Kitchen Gods' Day", .lunar(month: 12, day: 23)),
    day(.lunar, "Giao thừa", "Lunar New Year's Eve", .lunarNewYearsEve),
  ]

  /// Festivals of the Khmer in Sóc Trăng. The first day of the new year is the 13th or the 14th of
  /// April, sources differ on the days of Sene Đôn-ta; Ok Om Bok with its boat races is fixed by
  /// the Vietnamese lunar calendar.
  static let khmer: [YearlyDay] = [
    YearlyDay(
      DayMark(
        .khmer, .remark,
        Bilingual(vietnamese: "Chôl Chnăm Thmây", english: "Chôl Chnăm Thmây (Khmer New Year)"),
        isApproximate: true), .solar(month: 4, day: 14), days: 0...2),
    YearlyDay(
      DayMark(
        .khmer, .remark,
        Bilingual(vietnamese: "Sene Đôn-ta", english: "Sene Đôn-ta (Ancestors' Day)"),
        isApproximate: true), .lunar(month: 9, day: 1), days: -1...1),
    YearlyDay(
      DayMark(
        .khmer, .remark,
        Bilingual(
          vietnamese: "Ok Om Bok, đua ghe ngo", english: "Ok Om Bok, boat races")),
      .lunar(month: 10, day: 15), days: -1...0),
  ]

  /// Days of remembrance.
  static let other: [YearlyDay] = [
    day(
      .other, "Ngày Quốc tế Phụ nữ", "International Women's Day", .solar(month: 3, day: 8)),
    day(
      .other, "Ngày Khoa học và Công nghệ Việt Nam", "Viet Nam Science and Technology Day",
      .solar(month: 5, day: 18), since: 2014),
    day(
      .other, "Ngày Chuyển đổi số quốc gia", "National Digital Transformation Day",
      .solar(month: 10, day: 10), since: 2022),
    day(
      .other, "Ngày Doanh nhân Việt Nam", "Viet Nam Entrepreneurs' Day",
      .solar(month: 10, day: 13), since: 2004),
    day(
      .other, "Ngày Phụ nữ Việt Nam", "Vietnamese Women's Day", .solar(month: 10, day: 20)),
    day(
      .other, "Ngày Nhà giáo Việt Nam", "Vietnamese Teachers' Day", .solar(month: 11, day: 20),
      since: 1982),
    day(
      .other, "Ngày Văn hóa Việt Nam", "Viet Nam Culture Day", .solar(month: 11, day: 24),
      since: 2026),
  ]

  private static func day(
    _ layer: CalendarLayer, _ vietnamese: StaticString, _ english: StaticString,
    _ anchor: DayAnchor, since: Int = 1900
  ) -> YearlyDay {
    let name = Bilingual(
      vietnamese: SafeText(stringLiteral: vietnamese), english: SafeText(stringLiteral: english))
    return YearlyDay(DayMark(layer, .remark, name), anchor, since: since)
  }
}
