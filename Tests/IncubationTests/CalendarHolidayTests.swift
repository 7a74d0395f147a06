import Incubation
import Testing

/// A day as files write it.
private func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

@Suite("Public holidays")
struct CalendarHolidayTests {
  /// Days off of Tết as they were announced: first and last of the break, weekends inside it.
  @Test(
    "Tết breaks as announced",
    arguments: [
      ("2019-02-04", "2019-02-08"), ("2020-01-23", "2020-01-29"), ("2021-02-10", "2021-02-16"),
      ("2022-01-31", "2022-02-04"), ("2023-01-20", "2023-01-26"), ("2024-02-08", "2024-02-14"),
      ("2025-01-27", "2025-01-31"), ("2026-02-16", "2026-02-20"),
    ])
  func tetBreaks(first: String, last: String) throws {
    let working = WorkingDays()
    let (start, end) = (try day(first), try day(last))
    #expect(working.count(from: start.adding(days: -1), to: end) == 0)
    #expect(working.isWorkingDay(working.adding(-1, to: start)))
    let names = (0...end.days(since: start)).flatMap { working.marks(on: start.adding(days: $0)) }
    #expect(names.count(where: { $0.kind == .holiday }) == 5)
    #expect(names.allSatisfy { $0.name.vietnamese == "Tết Nguyên đán" })
    // The working days around it: at most a weekend away.
    #expect(start.days(since: working.adding(-1, to: start)) <= 3)
    #expect(working.adding(1, to: end).days(since: end) <= 3)
  }

  @Test("Eleven days a year since 2021, ten before, nine and eight by the older laws")
  func counts() {
    let holidays = PublicHolidays()
    let laws = [(2021...2099, 11), (2014...2020, 10), (2007...2013, 9), (1995...2006, 8)]
    for (years, count) in laws {
      for year in years {
        let days = holidays.days(inYear: year)
        #expect(days.count { $0.mark.kind == .holiday } == count, "\(year)")
      }
    }
    #expect(holidays.days(inYear: 1994).isEmpty)
    #expect(holidays.days(inYear: 2101).isEmpty)
  }

  @Test("Fixed days of 2020: a law of one day for National Day, Hùng Vương by the lunar calendar")
  func year2020() {
    let days = PublicHolidays().days(inYear: 2020)
    #expect(
      days.filter { $0.mark.kind == .holiday }.map(\.date.shortFormatted)
        == [
          "01/01", "23/01", "24/01", "25/01", "26/01", "27/01", "02/04", "30/04", "01/05", "02/09",
        ])
    #expect(
      days.filter { $0.mark.kind == .inLieu }.map(\.date.shortFormatted) == ["28/01", "29/01"])
  }

  @Test(
    "Days in lieu as announced",
    arguments: [
      ("2022-04-11", "Giỗ Tổ Hùng Vương"), ("2022-05-02", "Ngày Chiến thắng"),
      ("2022-05-03", "Ngày Quốc tế lao động"), ("2023-05-02", "Giỗ Tổ Hùng Vương"),
      ("2023-05-03", "Ngày Chiến thắng"), ("2023-01-02", "Tết Dương lịch"),
      ("2023-09-04", "Quốc khánh"), ("2022-01-03", "Tết Dương lịch"),
    ])
  func inLieu(iso: String, name: String) throws {
    let marks = WorkingDays().marks(on: try day(iso))
    #expect(marks.map(\.kind) == [.inLieu])
    #expect(marks.first?.name.vietnamese.string == name)
  }

  @Test(
    "The day beside 2 September as announced",
    arguments: [
      ("2021-09-03", "2021-09-01"), ("2022-09-01", "2022-09-05"), ("2023-09-01", "2023-09-05"),
      ("2024-09-03", "2024-09-04"), ("2025-09-01", "2025-09-03"), ("2026-09-01", "2026-09-03"),
    ])
  func nationalDay(off: String, worked: String) throws {
    let working = WorkingDays()
    #expect(!working.isWorkingDay(try day(off)))
    #expect(working.isWorkingDay(try day(worked)))
  }

  @Test("24 November only from 2026 and only when switched on")
  func cultureDay() throws {
    #expect(WorkingDays().isWorkingDay(try day("2026-11-24")))
    let on = WorkingDays(includesCultureDay: true)
    #expect(!on.isWorkingDay(try day("2026-11-24")))
    #expect(on.isWorkingDay(try day("2025-11-24")))
  }

  @Test("Saturdays were worked until October 1999")
  func saturdays() throws {
    #expect(WorkingDays().isWorkingDay(try day("1999-09-25")))
    #expect(!WorkingDays().isWorkingDay(try day("1999-10-02")))
  }

  @Test("No day in lieu falls on a weekly day off, and none is lost")
  func inLieuProperty() {
    for year in PublicHolidays.years {
      let days = PublicHolidays().days(inYear: year)
      let off = Set(days.filter { $0.mark.kind == .holiday }.map(\.date))
      let inLieu = days.filter { $0.mark.kind == .inLieu }.map(\.date)
      #expect(inLieu.count == off.count { WeeklyRest.contains($0) }, "\(year)")
      #expect(inLieu.allSatisfy { !WeeklyRest.contains($0) && !off.contains($0) }, "\(year)")
      #expect(Set(inLieu).count == inLieu.count, "\(year)")
    }
  }
}

@Suite("Working days")
struct CalendarWorkingDayTests {
  @Test("Ten working days over Tết 2020")
  func overTet() throws {
    let working = WorkingDays()
    let start = try day("2020-01-20")
    #expect(working.adding(2, to: start) == (try day("2020-01-22")))
    #expect(working.adding(3, to: start) == (try day("2020-01-30")))
    #expect(working.adding(10, to: start) == (try day("2020-02-10")))
    #expect(working.count(from: start, to: try day("2020-02-10")) == 10)
    #expect(working.adding(-3, to: try day("2020-01-30")) == (try day("2020-01-20")))
    #expect(working.adding(0, to: try day("2020-01-25")) == (try day("2020-01-30")))
    #expect(working.adding(0, to: start) == start)
  }

  @Test("A swapped day: off on Friday, at work on Saturday")
  func swap() throws {
    let (announcements, problems) = HolidayAnnouncements.read(
      "2026-01-02 swap 2026-01-10 \"Hoán đổi\"\n")
    #expect(problems.isEmpty)
    let working = WorkingDays(announcements: announcements)
    #expect(!working.isWorkingDay(try day("2026-01-02")))
    #expect(working.isWorkingDay(try day("2026-01-10")))
    #expect(working.adding(1, to: try day("2025-12-31")) == (try day("2026-01-05")))
    #expect(working.adding(1, to: try day("2026-01-09")) == (try day("2026-01-10")))
    #expect(working.marks(on: try day("2026-01-10")).first?.kind == .work)
  }

  @Test("Counting is the inverse of adding", arguments: seeds)
  func inverse(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let working = WorkingDays()
    for _ in 0..<300 {
      let start = LocalDate(dayNumber: random.number(10_000...40_000))
      let count = random.number(1...400)
      let later = working.adding(count, to: start)
      #expect(working.isWorkingDay(later), "seed \(seed)")
      #expect(working.count(from: start, to: later) == count, "seed \(seed)")
      let earlier = working.adding(-count, to: start)
      #expect(working.isWorkingDay(earlier), "seed \(seed)")
      #expect(working.count(from: start, to: earlier) == -count, "seed \(seed)")
      let part = random.number(1...count)
      let split = working.adding(part, to: start)
      #expect(
        part == count || working.adding(count - part, to: split) == later, "seed \(seed)")
    }
  }

  @Test("A count beyond all measure ends")
  func huge() {
    let start = LocalDate(dayNumber: 18_000)
    #expect(WorkingDays().adding(.max, to: start) > start)
    #expect(WorkingDays().adding(.min, to: start) < start)
  }
}

@Suite("Announced days")
struct CalendarAnnouncementTests {
  @Test("A whole file")
  func file() throws {
    let (read, problems) = HolidayAnnouncements.read(
      """
      \u{FEFF}# Thông báo

      2027 tet 1+4
      2027 quoc-khanh after
      2026-02-16 off "Tết Nguyên đán"
        2026-02-28 work «Làm bù»\u{20}
      2026-01-02 swap 2026-01-10
      2026-10-01 note "Ngày hội đổi mới sáng tạo"\r
      """)
    #expect(problems.isEmpty)
    #expect(read.days[try day("2026-02-16")]?.name == "Tết Nguyên đán")
    #expect(read.days[try day("2026-02-28")]?.effect == .work)
    #expect(read.days[try day("2026-01-10")]?.effect == .work)
    #expect(read.notes[try day("2026-10-01")] == ["Ngày hội đổi mới sáng tạo"])
    let working = WorkingDays(announcements: read)
    // Tết of 2027 is Saturday, 6 February: one and four instead of two and three.
    #expect(working.isWorkingDay(try day("2027-02-04")))
    #expect(!working.isWorkingDay(try day("2027-02-05")))
    #expect(!working.isWorkingDay(try day("2027-02-10")))
    #expect(!working.isWorkingDay(try day("2027-09-03")))
    #expect(working.isWorkingDay(try day("2027-09-01")))
    #expect(working.marks(on: try day("2026-02-28")).first?.name.vietnamese == "Làm bù")
  }

  @Test(
    "Lines that cannot be used are named",
    arguments: [
      ("31/2 off", HolidayProblem.Reason.notADay("31/2")),
      ("2026-02-31 off", .noSuchDay("2026-02-31")), ("2026-02-16", .unknownWord("")),
      ("2026-02-16 nghi", .unknownWord("nghi")), ("2026-02-16 off Tết", .name),
      ("2026-02-16 off \"Tết", .name), ("2026-02-16 off \"a\" \"b\"", .name),
      ("2026-02-16 off \"a\u{202E}b\"", .unsafeName),
      (
        "2026 tet 3+2",
        .unknownChoice(
          "3+2", ["1+4", "2+3"])
      ), ("2026 le before", .unknownWord("le")),
      ("2026-01-02 swap \"x\"", .notADay("\"x\"")),
    ])
  func problems(line: String, reason: HolidayProblem.Reason) {
    let (read, problems) = HolidayAnnouncements.read("# một\n2026-03-02 off\n\(line)\n")
    #expect(problems == [HolidayProblem(line: 3, reason: reason)])
    #expect(read.days.count == 1)
    #expect(problems.first?.words(.vietnamese).hasPrefix("Dòng 3: ") == true)
    #expect(problems.first?.words(.english).hasPrefix("Line 3: ") == true)
  }

  @Test("A day off on one line and worked on another")
  func contradiction() throws {
    let (_, problems) = HolidayAnnouncements.read(
      "2026-02-16 off\n2026-02-17 off\n2026-02-16 work\n")
    #expect(
      problems
        == [HolidayProblem(line: 3, reason: .contradiction(try day("2026-02-16"), line: 1))])
  }

  @Test("Any bytes end in a reading, never a trap", arguments: seeds)
  func nonsense(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "2026-02-16", "off", "work", "swap", "\"", "«", "»", " ", "\n", "2026", "tet", "1+4", "#",
      "\r\n", "\u{0}", "9999-12-31", "-", "é", "note", "99999999999999999999",
    ]
    for _ in 0..<500 {
      let text = (0..<random.number(0...20)).map { _ in random.pick(pieces) }.joined()
      let (read, _) = HolidayAnnouncements.read(text)
      #expect(read.days.count <= 20, "seed \(seed)")
    }
  }
}
