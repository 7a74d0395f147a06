import Incubation
import Testing

@Suite("Lunar calendar")
struct LunarDateTests {
  private func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  @Test("Tết, leap month, Hùng Vương and Ok Om Bok of 2000-2040", arguments: LunarVectors.years)
  func publishedYears(row: LunarVectors.Year) throws {
    let tet = try LunarDate(year: row.year, month: 1, day: 1).date
    #expect(tet.formatted == "\(row.tet)/\(row.year)")
    #expect(tet.shortWeekdayName(.vietnamese) == row.weekday)
    #expect(LunarDate.leapMonth(of: row.year) ?? 0 == row.leap)
    let hungVuong = try LunarDate(year: row.year, month: 3, day: 10).date
    #expect(hungVuong.formatted == "\(row.hungVuong)/\(row.year)")
    let okOmBok = try LunarDate(year: row.year, month: 10, day: 15).date
    #expect(okOmBok.formatted == "\(row.okOmBok)/\(row.year)")
  }

  @Test("The table of published years is whole")
  func wholeTable() {
    #expect(LunarVectors.years.map(\.year) == Array(2000...2040))
  }

  @Test("Published days", arguments: LunarVectors.days)
  func publishedDays(iso: String, day: Int, month: Int, year: Int, isLeap: Bool) throws {
    let date = try self.day(iso)
    let lunar = try LunarDate(date)
    #expect((lunar.day, lunar.month, lunar.year) == (day, month, year))
    #expect(lunar.isLeap == isLeap)
    #expect(try LunarDate(year: year, month: month, day: day, isLeap: isLeap).date == date)
  }

  @Test("All month beginnings of 1900-2100 are those of the published tables")
  func allMonths() throws {
    // The hash was made from the packed tables TK20 to TK22 of Hồ Ngọc Đức, with Tết of 1925 as in
    // their corrected edition, not from this program.
    var hash: UInt64 = 0
    var count = 0
    for year in LunarDate.years {
      for month in 1...12 {
        for isLeap in [false, true] {
          guard let first = try? LunarDate(year: year, month: month, day: 1, isLeap: isLeap)
          else { continue }
          let value = (first.date.dayNumber + 100_000) * 64 + month * 2 + (isLeap ? 1 : 0)
          hash = (hash &* 1_000_003) ^ UInt64(value)
          count += 1
        }
      }
    }
    #expect(count == 2486)
    #expect(hash == 16_230_211_711_799_557_434)
  }

  @Test("Every day of 1900-2100 goes there and back, and follows the one before")
  func roundTrip() throws {
    var last: LunarDate?
    let end = try day("2100-12-31")
    var date = try day("1900-01-01")
    while date <= end {
      let lunar = try LunarDate(date)
      let back = try LunarDate(
        year: lunar.year, month: lunar.month, day: lunar.day, isLeap: lunar.isLeap)
      try #require(back.date == date)
      if let last {
        let isNext =
          lunar.month == last.month && lunar.year == last.year
          && lunar.isLeap == last.isLeap
        if isNext {
          try #require(lunar.day == last.day + 1)
        } else {
          try #require(lunar.day == 1 && (29...30).contains(last.day))
          let isLeapNext = lunar.isLeap && lunar.month == last.month && !last.isLeap
          try #require(isLeapNext || !lunar.isLeap && lunar.month == last.month % 12 + 1)
          try #require(lunar.year == last.year + (lunar.month == 1 ? 1 : 0))
        }
      }
      last = lunar
      date = date.adding(days: 1)
    }
  }

  @Test("What does not exist is refused with the reason")
  func refusals() throws {
    for year in [2024, 2025, 2026] {
      let refusal = LunarRefusal.noSuchDay(
        day: 30, month: 12, year: year, isLeap: false, last: 29)
      #expect(throws: refusal) { try LunarDate(year: year, month: 12, day: 30) }
    }
    let august = LunarRefusal.noSuchDay(day: 30, month: 8, year: 2025, isLeap: false, last: 29)
    #expect(throws: august) { try LunarDate(year: 2025, month: 8, day: 30) }
    #expect(throws: LunarRefusal.notLeap(month: 5, year: 2025, leap: 6)) {
      try LunarDate(year: 2025, month: 5, day: 1, isLeap: true)
    }
    #expect(throws: LunarRefusal.notLeap(month: 5, year: 2026, leap: nil)) {
      try LunarDate(year: 2026, month: 5, day: 1, isLeap: true)
    }
    #expect(throws: LunarRefusal.yearOutside(2101)) {
      try LunarDate(year: 2101, month: 1, day: 1)
    }
    #expect(throws: LunarRefusal.yearOutside(1899)) {
      try LunarDate(year: 1899, month: 11, day: 1)
    }
    #expect(throws: LunarRefusal.noSuchMonth(13)) { try LunarDate(year: 2026, month: 13, day: 1) }
    #expect(throws: LunarRefusal.noSuchMonth(0)) { try LunarDate(year: 2026, month: 0, day: 1) }
    #expect(throws: (any Error).self) { try LunarDate(year: 2026, month: 1, day: 0) }
    let before = try day("1899-12-31")
    #expect(throws: LunarRefusal.dayOutside(before)) { try LunarDate(before) }
    let after = try day("2101-01-29")
    #expect(try LunarDate(day("2101-01-28")).year == 2100)
    #expect(throws: LunarRefusal.dayOutside(after)) { try LunarDate(after) }
  }

  @Test("Refusals are sentences in both languages")
  func sentences() {
    let refusal = LunarRefusal.noSuchDay(day: 30, month: 12, year: 2025, isLeap: false, last: 29)
    #expect(
      refusal.words(.vietnamese)
        == "Tháng chạp năm Ất Tỵ (2025) chỉ có 29 ngày, không có ngày 30.")
    #expect(
      refusal.words(.english)
        == "The 12th lunar month of Ất Tỵ (2025) has only 29 days; there is no day 30.")
    #expect(
      LunarRefusal.notLeap(month: 5, year: 2025, leap: 6).words(.vietnamese)
        == "Năm Ất Tỵ (2025) nhuận tháng 6, không nhuận tháng 5.")
  }

  @Test(
    "Names of years",
    arguments: [
      (2020, "Canh Tý"), (2025, "Ất Tỵ"), (2026, "Bính Ngọ"), (1900, "Canh Tý"),
      (1945, "Ất Dậu"), (1968, "Mậu Thân"), (1984, "Giáp Tý"), (2023, "Quý Mão"),
    ])
  func yearNames(year: Int, name: String) { #expect(LunarDate.yearName(year) == name) }

  @Test("Words for days and months")
  func words() throws {
    let full = try LunarDate(year: 2020, month: 8, day: 15)
    #expect(full.text(.vietnamese) == "rằm tháng 8")
    #expect(full.longText(.vietnamese) == "rằm tháng 8 năm Canh Tý")
    #expect(full.text(.english) == "15th of the 8th lunar month")
    #expect(full.longText(.english) == "15th of the 8th lunar month, Canh Tý (Rat)")
    let first = try LunarDate(year: 2025, month: 6, day: 1, isLeap: true)
    #expect(first.text(.vietnamese) == "mùng 1 tháng 6 nhuận")
    #expect(first.text(.english) == "1st of the leap 6th lunar month")
    #expect(first.shortText(.vietnamese) == "1/6n")
    #expect(first.shortText(.english) == "1/6L")
    #expect(try LunarDate(year: 2023, month: 12, day: 30).text(.vietnamese) == "30 tháng chạp")
    #expect(try LunarDate(year: 2023, month: 1, day: 10).text(.vietnamese) == "mùng 10 tháng giêng")
    let eleventh = try LunarDate(year: 2023, month: 11, day: 11)
    #expect(eleventh.text(.english) == "11th of the 11th lunar month")
    #expect(LunarDate.animal(2023) == "Cat")
  }
}

@Suite("Recurring by lunar date")
struct LunarRecurrenceTests {
  @Test("The missing 30th: the 29th instead, no day, or an error")
  func missingDay() throws {
    let clamp = try #require(LunarRecurrence(month: 12, day: 30, missingDay: .clamp))
    let skip = try #require(LunarRecurrence(month: 12, day: 30, missingDay: .skip))
    let refuse = try #require(LunarRecurrence(month: 12, day: 30, missingDay: .refuse))
    #expect(try clamp.date(inLunarYear: 2025)?.formatted == "16/02/2026")
    #expect(try skip.date(inLunarYear: 2025) == nil)
    #expect(
      throws: LunarRefusal.noSuchDay(day: 30, month: 12, year: 2025, isLeap: false, last: 29)
    ) { try refuse.date(inLunarYear: 2025) }
    for rule in [clamp, skip, refuse] {
      #expect(try rule.date(inLunarYear: 2023)?.formatted == "09/02/2024")
    }
  }

  @Test("Days in a period; a refused day outside it does not matter")
  func period() throws {
    let refuse = try #require(LunarRecurrence(month: 12, day: 30, missingDay: .refuse))
    let start = try #require(LocalDate(iso: "2023-06-01"))
    let end = try #require(LocalDate(iso: "2024-12-31"))
    #expect(try refuse.dates(in: start...end).map(\.formatted) == ["09/02/2024"])
    let longer = try #require(LocalDate(iso: "2025-12-31"))
    #expect(throws: (any Error).self) { try refuse.dates(in: start...longer) }
    let moon = try #require(LunarRecurrence(month: 8, day: 15, missingDay: .refuse))
    #expect(
      try moon.dates(in: start...longer).map(\.formatted)
        == ["29/09/2023", "17/09/2024", "06/10/2025"])
  }

  @Test("No year has a 31st or a month 13")
  func impossible() {
    #expect(LunarRecurrence(month: 8, day: 31, missingDay: .clamp) == nil)
    #expect(LunarRecurrence(month: 13, day: 1, missingDay: .clamp) == nil)
    #expect(LunarRecurrence(month: 8, day: 0, missingDay: .clamp) == nil)
  }

  @Test("Once a lunar year, in order, whatever the day", arguments: seeds)
  func onceAYear(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let start = try #require(LocalDate(iso: "1900-01-31"))
    let end = try LunarDate(year: 2100, month: 12, day: 29).date
    for _ in 0..<20 {
      let (month, day) = (random.number(1...12), random.number(1...30))
      let rule = try #require(LunarRecurrence(month: month, day: day, missingDay: .clamp))
      let dates = try rule.dates(in: start...end)
      #expect(dates == dates.sorted(), "seed \(seed)")
      let expected = day == 30 && month == 12 ? 200...201 : 201...201
      #expect(expected.contains(dates.count), "seed \(seed): \(day)/\(month)")
    }
  }
}
