import Incubation
import Testing

@Suite("Days as text")
struct LocalDateTextTests {
  @Test(
    "Days are read as people write them",
    arguments: [
      "09/02/2020", "9/2/2020", "9-2-2020", "9.2.2020", "2020-02-09", "2020/2/9", " 09/02/2020 ",
      "ngày 09 tháng 02 năm 2020", "Ngày 9 tháng 2 năm 2020",
    ])
  func parses(text: String) throws {
    #expect(try LocalDate.parse(text) == LocalDate(year: 2020, month: 2, day: 9))
  }

  @Test("A day without a year takes the year of reference, when there is one")
  func reference() throws {
    let day = try LocalDate.parse("12/3", referenceYear: 2020)
    #expect(day == LocalDate(year: 2020, month: 3, day: 12))
    #expect(try LocalDate.parse("29/2", referenceYear: 2020).formatted == "29/02/2020")
    #expect(throws: FieldRefusal.date(.yearMissing)) { try LocalDate.parse("12/3") }
    #expect(throws: FieldRefusal.date(.noSuchDay(day: 29, month: 2, year: 2021, last: 28))) {
      try LocalDate.parse("29/2", referenceYear: 2021)
    }
  }

  @Test(
    "What is no day is refused with the reason",
    arguments: [
      ("31/2/2020", .noSuchDay(day: 31, month: 2, year: 2020, last: 29)),
      ("31/04/2020", .noSuchDay(day: 31, month: 4, year: 2020, last: 30)),
      ("0/1/2020", .noSuchDay(day: 0, month: 1, year: 2020, last: 31)),
      ("2/13/2020", .noSuchMonth(13)), ("1/0/2020", .noSuchMonth(0)), ("12/3/20", .year("20")),
      ("12/3/0020", .year("0020")), ("12/3/2500", .year("2500")), ("", .notADate),
      ("hôm nay", .notADate), ("12", .notADate), ("1/2/3/2020", .notADate), ("1/2-2020", .notADate),
      ("1//2020", .notADate), ("012/3/2020", .notADate), ("٠١/٠٢/٢٠٢٠", .notADate),
    ] as [(String, LocalDate.Refusal)])
  func refuses(text: String, refusal: LocalDate.Refusal) {
    #expect(throws: FieldRefusal.date(refusal), "\(text)") { try LocalDate.parse(text) }
  }

  @Test("Every day of 2000 to 2099 survives each notation")
  func roundTrip() throws {
    let first = try #require(LocalDate(year: 2000, month: 1, day: 1))
    for offset in 0..<36_525 {
      let day = first.adding(days: offset)
      try #require(LocalDate(iso: day.description) == day)
      guard offset % 7 == 0 else { continue }
      try #require(try LocalDate.parse(day.formatted) == day)
      try #require(try LocalDate.parse(day.official(.vietnamese)) == day)
    }
  }

  @Test("Documents have a leading zero for days below 10 and months 1 and 2")
  func official() throws {
    let day = try LocalDate.parse("09/02/2020")
    #expect(day.official(.vietnamese) == "ngày 09 tháng 02 năm 2020")
    #expect(day.official(.english) == "9 February 2020")
    #expect(try LocalDate.parse("5/3/2020").official(.vietnamese) == "ngày 05 tháng 3 năm 2020")
    #expect(try LocalDate.parse("15/11/2018").official(.vietnamese) == "ngày 15 tháng 11 năm 2018")
    #expect(day.formatted == "09/02/2020")
    #expect(day.shortFormatted == "09/02")
  }

  @Test("Days of the week and quarters have names")
  func names() throws {
    let tuesday = try LocalDate.parse("15/09/2020")
    #expect(tuesday.weekdayName(.vietnamese) == "Thứ Ba")
    #expect(tuesday.weekdayName(.english) == "Tuesday")
    let week = (0..<7).map { tuesday.adding(days: $0 - 1) }
    #expect(
      week.map { $0.shortWeekdayName(.vietnamese) } == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"])
    #expect(
      week.map { $0.shortWeekdayName(.english) } == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
      ])
    #expect(tuesday.quarterText(.vietnamese) == "Quý III/2020")
    #expect(try LocalDate.parse("31/3/2020").quarterText(.vietnamese) == "Quý I/2020")
    #expect(try LocalDate.parse("1/10/2020").quarterText(.english) == "Q4/2020")
  }

  @Test("Only the exact notation of files is read as ISO 8601")
  func iso() {
    for text in ["2020-2-9", "2020-02-30", "20-02-09", "2020/02/09", "2020-02-09 ", "+020-02-09"] {
      #expect(LocalDate(iso: text) == nil, "\(text)")
    }
  }

  @Test("The published UUID of version 7 holds its moment (RFC 9562, appendix A.6)")
  func uuid() throws {
    let text = "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"
    let id = try #require(Identifier<Venture>(text))
    #expect(id.high >> 16 == 1_645_557_742_000)
    #expect(id.description == text.lowercased())
    #expect(Identifier<Venture>(bytes: id.bytes) == id)
    #expect(Identifier<Venture>("０17F22E2-79B0-7CC3-98C4-DC0C0C07398F") == nil)
  }

  @Test("Identities grow even when the clock is set back", arguments: seeds)
  func identifiers(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let fixed = random.next()
    var source = IdentifierSource(random: { fixed })
    var last: Identifier<Venture>?
    for step in 0..<10_000 {
      let now = 1_600_000_000_000 + Int64(step / 5_000) - Int64(random.number(0...50))
      let id = source.next(at: Timestamp(milliseconds: now), Venture.self)
      #expect(id.high >> 12 & 0xF == 7 && id.low >> 62 == 2)
      if let last, last >= id { Issue.record("seed \(seed): \(last) before \(id)") }
      last = id
    }
  }
}
