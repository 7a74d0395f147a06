import Incubation
import Testing

@Suite("Days as people write them")
struct CalendarDayTextTests {
  /// Wednesday; 26/1 of the lunar year Canh Tý.
  private static let today = "2020-02-19"

  private func parse(_ text: String, today: String = today) throws -> String {
    let now = try #require(LocalDate(iso: today))
    return try DayText.parse(text, today: now).description
  }

  @Test(
    "Solar days",
    arguments: [
      ("12/3", "2020-03-12"), ("12/3/2021", "2021-03-12"), ("2021-03-12", "2021-03-12"),
      ("12.3", "2020-03-12"), ("29/2", "2020-02-29"), ("ngày 12 tháng 3", "2020-03-12"),
      ("12 tháng 3 năm 2022", "2022-03-12"), ("ngày 09 tháng 02 năm 2020", "2020-02-09"),
      ("12", "2020-02-12"), ("ngày 5", "2020-02-05"), ("12 March", "2020-03-12"),
      ("March 12th, 2021", "2021-03-12"), ("1st of May", "2020-05-01"), ("5 Sept", "2020-09-05"),
    ])
  func solar(text: String, expected: String) throws { #expect(try parse(text) == expected) }

  @Test(
    "By their distance from today",
    arguments: [
      ("hôm nay", "2020-02-19"), ("Hom Nay", "2020-02-19"), ("mai", "2020-02-20"),
      ("ngày mai", "2020-02-20"), ("tomorrow", "2020-02-20"), ("ngày kia", "2020-02-21"),
      ("mốt", "2020-02-21"), ("hôm qua", "2020-02-18"), ("yesterday", "2020-02-18"),
      ("3 ngày nữa", "2020-02-22"), ("sau 3 ngày", "2020-02-22"), ("in two weeks", "2020-03-04"),
      ("2 tuần trước", "2020-02-05"), ("10 days ago", "2020-02-09"), ("tuần sau", "2020-02-26"),
      ("next week", "2020-02-26"), ("tháng sau", "2020-03-19"), ("1 tháng nữa", "2020-03-19"),
      ("cuối tháng", "2020-02-29"), ("đầu tháng", "2020-02-01"), ("một tuần nữa", "2020-02-26"),
    ])
  func relative(text: String, expected: String) throws { #expect(try parse(text) == expected) }

  @Test("A month later at its end is the last day of the next")
  func clampedMonth() throws {
    #expect(try parse("tháng sau", today: "2020-01-31") == "2020-02-29")
    #expect(try parse("tháng trước", today: "2020-01-31") == "2019-12-31")
  }

  @Test(
    "Days of the week",
    arguments: [
      ("thứ 5", "2020-02-20"), ("thứ tư", "2020-02-19"), ("thứ 5 tuần sau", "2020-02-27"),
      ("thứ năm tuần sau", "2020-02-27"), ("thu sau tuan sau", "2020-02-28"),
      ("T2", "2020-02-24"), ("t2 tuần này", "2020-02-17"), ("thứ 2 tuần trước", "2020-02-10"),
      ("thứ tư tới", "2020-02-26"), ("CN", "2020-02-23"), ("chủ nhật tuần tới", "2020-03-01"),
      ("next Thursday", "2020-02-27"), ("Thursday", "2020-02-20"), ("this Monday", "2020-02-17"),
      ("last Friday", "2020-02-14"), ("Sunday next week", "2020-03-01"), ("fri", "2020-02-21"),
    ])
  func weekdays(text: String, expected: String) throws { #expect(try parse(text) == expected) }

  @Test(
    "Lunar days, the next from today on",
    arguments: [
      ("rằm tháng 8", "2020-10-01"), ("ram thang 8", "2020-10-01"),
      ("rằm tháng tám", "2020-10-01"), ("rằm tháng giêng", "2021-02-26"),
      ("mùng 3 tết", "2021-02-14"), ("mồng 1 tết", "2021-02-12"), ("tết", "2021-02-12"),
      ("30 tháng chạp", "2021-02-11"), ("30 tết", "2021-02-11"), ("giao thừa", "2021-02-11"),
      ("rằm", "2020-03-08"), ("mùng 1", "2020-02-23"), ("10/3 âm lịch", "2020-04-02"),
      ("15/10 ÂL", "2020-11-29"), ("lunar 15/8", "2020-10-01"),
      ("15th of the 8th lunar month", "2020-10-01"), ("rằm tháng 4 nhuận", "2020-06-06"),
      ("rằm tháng 8 năm 2021", "2021-09-21"), ("rằm tháng 8/2021", "2021-09-21"),
      ("mùng 3 tết 2022", "2022-02-03"), ("15/8/2021 âm", "2021-09-21"),
      ("30 tháng mười hai âm 2020", "2021-02-11"), ("full moon", "2020-03-08"),
    ])
  func lunar(text: String, expected: String) throws { #expect(try parse(text) == expected) }

  @Test("In January the last month of the old lunar year is still to come")
  func oldYear() throws {
    #expect(try parse("23 tháng chạp", today: "2026-01-10") == "2026-02-10")
    #expect(try parse("mùng 3 tết", today: "2026-01-10") == "2026-02-19")
  }

  @Test(
    "Festivals and holidays by name",
    arguments: [
      ("trung thu", "2020-10-01"), ("tết trung thu 2021", "2021-09-21"),
      ("giỗ tổ", "2020-04-02"), ("Quốc khánh", "2020-09-02"), ("quốc khánh 2027", "2027-09-02"),
      ("Ok Om Bok", "2020-11-28"), ("vu lan", "2020-09-02"), ("tết dương lịch", "2021-01-01"),
      ("Mid-Autumn Festival", "2020-10-01"), ("tết nguyên đán", "2021-02-12"),
    ])
  func names(text: String, expected: String) throws { #expect(try parse(text) == expected) }

  @Test("The next month is not the sixth when its accents say so")
  func nextMonth() throws {
    #expect(try parse("rằm tháng sau") == "2020-03-08")
    #expect(try parse("rằm tháng tới") == "2020-03-08")
    #expect(try parse("rằm tháng này") == "2020-02-08")
    #expect(try parse("rằm tháng sáu") == "2020-08-04")
    #expect(try parse("ram thang sau") == "2020-08-04")
  }

  @Test("A year without 30 tháng chạp says so")
  func missingThirtieth() {
    let refusal = DayTextRefusal.lunar(
      .noSuchDay(day: 30, month: 12, year: 2025, isLeap: false, last: 29))
    #expect(throws: refusal) { try parse("30 tháng chạp", today: "2026-01-10") }
    #expect(throws: refusal) { try parse("30 tết", today: "2026-01-10") }
    #expect(throws: refusal) { try parse("30 tháng chạp năm 2025") }
    #expect(
      refusal.words(.vietnamese)
        == "Tháng chạp năm Ất Tỵ (2025) chỉ có 29 ngày, không có ngày 30.")
  }

  @Test(
    "Days that do not exist are named as such",
    arguments: [
      ("31/2", DayTextRefusal.date(.noSuchDay(day: 31, month: 2, year: 2020, last: 29))),
      ("29/2/2021", .date(.noSuchDay(day: 29, month: 2, year: 2021, last: 28))),
      ("ngày 31 tháng 4", .date(.noSuchDay(day: 31, month: 4, year: 2020, last: 30))),
      ("31", .date(.noSuchDay(day: 31, month: 2, year: 2020, last: 29))),
      ("1/13", .date(.noSuchMonth(13))), ("12/3/26", .date(.year("26"))),
      ("15/13 âm", .lunar(.noSuchMonth(13))),
      ("rằm tháng 5 nhuận năm 2020", .lunar(.notLeap(month: 5, year: 2020, leap: 4))),
    ])
  func noSuchDay(text: String, refusal: DayTextRefusal) {
    #expect(throws: refusal) { try parse(text) }
  }

  @Test(
    "What is no day",
    arguments: [
      "", " ", "abc", "thứ 9", "rằm tháng", "mùng", "mùng 11", "12 tháng", "sau", "in days",
      "99999999999999999999 ngày nữa", "rằm xyz", "12/3/2020/1", "next", "ngày",
      "tháng chạp tháng 8", "-3 ngày nữa", "\u{202E}12/3",
    ])
  func notADay(text: String) {
    #expect(throws: DayTextRefusal.notADay) { try parse(text) }
  }

  @Test("Any words end in a day or a refusal", arguments: seeds)
  func nonsense(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words = [
      "rằm", "mùng", "tháng", "8", "30", "chạp", "tết", "nhuận", "thứ", "sau", "tuần", "next",
      "/", "2026", "năm", "ngày", "nữa", "0", "9223372036854775807", "12/3", "âm", "giao", "thừa",
    ]
    let ends = try [#require(LocalDate(iso: "1900-01-01")), #require(LocalDate(iso: "2100-12-31"))]
    for _ in 0..<2_000 {
      let text = (0..<random.number(1...6)).map { _ in random.pick(words) }.joined(separator: " ")
      for today in ends {
        if let date = try? DayText.parse(text, today: today) {
          #expect((1899...2199).contains(date.components.year), "seed \(seed): \(text)")
        }
      }
    }
  }

  @Test("What was written by the program is read by it", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let today = try #require(LocalDate(iso: Self.today))
    for _ in 0..<300 {
      let date = LocalDate(dayNumber: random.number(0...40_000))
      let lunar = try LunarDate(date)
      for text in [
        date.formatted, date.description, date.official(.vietnamese), date.official(.english),
        lunar.text(.vietnamese) + " năm \(lunar.year) âm lịch",
      ] {
        #expect(try DayText.parse(text, today: today) == date, "seed \(seed): \(text)")
      }
    }
  }
}
