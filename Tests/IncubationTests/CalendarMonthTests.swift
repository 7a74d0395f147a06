import Incubation
import Testing

@testable import enum Incubation.Sine

@Suite("A month as a calendar shows it")
struct CalendarMonthTests {
  private func days(
    _ month: String, layers: Set<CalendarLayer> = Set(CalendarLayer.allCases),
    announcements: String = "", extra: [LocalDate: [DayMark]] = [:]
  ) throws -> [CalendarDay] {
    let content = CalendarContent(
      announcements: HolidayAnnouncements.read(announcements).announcements, layers: layers,
      marks: extra)
    return content.days(of: try CalendarMonth.parse(month))
  }

  private func names(_ days: [CalendarDay]) -> [String] {
    days.flatMap { day in
      day.marks.map { "\(day.date.shortFormatted) \($0.name.vietnamese)" }
    }
  }

  @Test("November 2020 has Ok Om Bok and Teachers' Day")
  func november() throws {
    #expect(
      names(try days("2020-11"))
        == [
          "20/11 Ngày Nhà giáo Việt Nam", "28/11 Ok Om Bok, đua ghe ngo",
          "29/11 Ok Om Bok, đua ghe ngo",
        ])
  }

  @Test("Layers are shown one by one")
  func layers() throws {
    #expect(names(try days("2025-04", layers: [.khmer])).count == 3)
    #expect(
      names(try days("2025-04", layers: [.holidays]))
        == ["07/04 Giỗ Tổ Hùng Vương", "30/04 Ngày Chiến thắng"])
    // Shown once when the law and the lunar calendar name the same.
    #expect(
      names(try days("2025-04", layers: [.holidays, .lunar]))
        == ["07/04 Giỗ Tổ Hùng Vương", "30/04 Ngày Chiến thắng"])
    #expect(names(try days("2025-04", layers: [.lunar])) == ["07/04 Giỗ Tổ Hùng Vương"])
    #expect(names(try days("2025-04", layers: [])).isEmpty)
    let none = try days("2025-04", layers: [])
    #expect(!none[6].isWorkingDay && none[7].isWorkingDay)
  }

  @Test("A leap month repeats no festival")
  func leapMonth() throws {
    // 2025 has a month 6 twice; 2020 a month 4 twice.
    let both = try days("2020-05", layers: [.lunar]) + days("2020-06", layers: [.lunar])
    #expect(names(both).count { $0.contains("Phật đản") } == 1)
  }

  @Test("Marks of others are shown with the rest")
  func extra() throws {
    let date = try #require(LocalDate(iso: "2020-11-20"))
    let mark = DayMark(.other, .remark, Bilingual(vietnamese: "Buổi 3", english: "Session 3"))
    let shown = try days("2020-11", extra: [date: [mark]])
    #expect(names(shown).contains("20/11 Buổi 3"))
    let noted = try days("2026-10", announcements: "2026-10-01 note \"Ngày hội\"")
    #expect(names(noted).first == "01/10 Ngày hội")
  }

  @Test("The page of February 2026")
  func page() throws {
    let month = try CalendarMonth.parse("2026-02")
    let page = MonthPage(
      month, try days("2026-02"), today: LocalDate(iso: "2026-02-17"), language: .vietnamese)
    let lines = page.lines
    #expect(lines[0].hasPrefix("Tháng 2/2026  ·  14 tháng chạp Ất Tỵ – 12 tháng giêng Bính"))
    #expect(lines.contains { $0.hasPrefix("│16 nghỉ   │17◂nghỉ   │18 nghỉ   │") })
    #expect(lines.contains { $0.hasPrefix("│   29/12  │   1/1    │   2/1    │") })
    #expect(lines.contains("  16–20/02  nghỉ     Tết Nguyên đán"))
    #expect(lines.last == "  Ngày làm việc trong tháng: 15")
  }

  @Test("Every page is 78 columns of whole weeks, in both languages", arguments: seeds)
  func grid(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for language in Language.allCases {
      for _ in 0..<30 {
        let (year, month) = (random.number(1900...2100), random.number(1...12))
        let shown = try #require(CalendarMonth(year: year, month: month))
        let content = CalendarContent().days(of: shown)
        let lines = MonthPage(shown, content, today: nil, language: language).lines
        let grid = lines.filter { "┌│├└".contains($0.first ?? " ") }
        #expect(grid.allSatisfy { $0.count == 78 }, "seed \(seed): \(month)/\(year)")
        #expect((lines.first?.count ?? 0) <= 78, "seed \(seed): \(lines.first ?? "")")
        let numbers = grid.joined().split { !$0.isNumber && $0 != "/" }.filter {
          !$0.contains("/")
        }
        let shownDays = Array(numbers.compactMap { Int($0) }.suffix(content.count))
        #expect(shownDays == Array(1...content.count), "seed \(seed): \(month)/\(year)")
      }
    }
  }

  @Test("Months as people write them")
  func months() throws {
    for text in ["2026-02", "02/2026", "2/2026", "2026/2", "2-2026"] {
      #expect(try CalendarMonth.parse(text).iso == "2026-02")
    }
    for text in ["", "2026", "2026-02-01", "02-26", "2026-2026", "a/2026", "２/2026"] {
      #expect(throws: CalendarMonth.Refusal.notAMonth) { try CalendarMonth.parse(text) }
    }
    #expect(throws: CalendarMonth.Refusal.noSuchMonth(13)) { try CalendarMonth.parse("2026-13") }
    #expect(throws: CalendarMonth.Refusal.year(1899)) { try CalendarMonth.parse("1899-12") }
    #expect(try CalendarMonth.parse("2026-02").title(.english) == "February 2026")
  }

  @Test("The sine of published angles, and its symmetries", arguments: seeds)
  func sine(seed: UInt64) {
    for (angle, value) in [
      (0.0, 0.0), (30, 0.5), (45, 0.707_106_781_186_547_6), (60, 0.866_025_403_784_438_6),
      (90, 1), (180, 0), (210, -0.5), (-90, -1), (3_600_030, 0.5), (1, 0.017_452_406_437_283_51),
    ] {
      #expect(abs(Sine.ofDegrees(angle) - value) < 4e-15, "\(angle)")
    }
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let angle = Double.random(in: -1e6...1e6, using: &random)
      let (sine, cosine) = (Sine.ofDegrees(angle), Sine.ofDegrees(angle + 90))
      #expect(abs(sine * sine + cosine * cosine - 1) < 1e-12, "seed \(seed)")
      #expect(abs(sine + Sine.ofDegrees(-angle)) < 1e-15, "seed \(seed)")
      #expect(abs(2 * sine * cosine - Sine.ofDegrees(2 * angle)) < 1e-12, "seed \(seed)")
    }
  }
}
