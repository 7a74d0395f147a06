import Incubation
import Testing

@Suite("Days and moments")
struct CalendarTests {
  @Test(
    "Published days of the week",
    arguments: [
      (1970, 1, 1, 4), (2000, 2, 5, 6), (2007, 2, 17, 6), (2020, 2, 9, 7), (2020, 9, 15, 2),
      (2025, 1, 29, 3), (1900, 1, 1, 1), (2100, 3, 1, 1), (1582, 10, 15, 5),
    ])
  func weekdays(year: Int, month: Int, day: Int, weekday: Int) throws {
    #expect(try #require(LocalDate(year: year, month: month, day: day)).weekday == weekday)
  }

  @Test("Numbers and calendar days are one to one from 1899 to 2200")
  func oneToOne() throws {
    var expected = try #require(LocalDate(year: 1899, month: 1, day: 1)).dayNumber
    #expect(LocalDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    for year in 1899...2200 {
      for month in 1...12 {
        let length = LocalDate.length(ofMonth: month, year: year)
        for day in 1...length {
          let date = try #require(LocalDate(year: year, month: month, day: day))
          try #require(date.dayNumber == expected)
          try #require(date.components == (year, month, day))
          expected += 1
        }
        #expect(LocalDate(year: year, month: month, day: length + 1) == nil)
      }
    }
    #expect(LocalDate.length(ofMonth: 2, year: 1900) == 28)
    #expect(LocalDate.length(ofMonth: 2, year: 2000) == 29)
  }

  @Test("The day in Viet Nam begins at 17:00 UTC, also before 1970")
  func vietnam() throws {
    let day = try #require(LocalDate(year: 2020, month: 9, day: 15))
    let midnight = day.at(hour: 0)
    #expect(midnight.milliseconds == 1_600_102_800_000)
    #expect(midnight.localDate == day)
    #expect(Timestamp(milliseconds: midnight.milliseconds - 1).localDate == day.adding(days: -1))
    let before = LocalDate(dayNumber: -1).at(hour: 23, minute: 59, second: 58)
    #expect(before.localDate.dayNumber == -1)
    #expect(before.localTime == (23, 59, 58))
    #expect(Timestamp(milliseconds: 0).localTime == (7, 0, 0))
  }

  @Test("A moment made from a day and a time shows them again", arguments: seeds)
  func moments(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_000 {
      let day = LocalDate(dayNumber: random.number(-30_000...60_000))
      let (hour, minute, second) = (
        random.number(0...23), random.number(0...59), random.number(0...59)
      )
      let moment = day.at(hour: hour, minute: minute, second: second)
      #expect(moment.localDate == day, "seed \(seed)")
      #expect(moment.localTime == (hour, minute, second), "seed \(seed)")
    }
  }
}

@Suite("Names with periods")
struct DatedNameTests {
  @Test("A paper prints the name of its day")
  func validity() {
    let merger = LocalDate(year: 2025, month: 7, day: 1)
    let names = [
      DatedName("Sở KH&CN Sóc Trăng", to: merger?.adding(days: -1)),
      DatedName("Sở KH&CN Cần Thơ", from: merger),
    ]
    #expect(names.name(on: LocalDate(dayNumber: 18_000)) == "Sở KH&CN Sóc Trăng")
    #expect(names.name(on: LocalDate(dayNumber: 20_269)) == "Sở KH&CN Sóc Trăng")
    #expect(names.name(on: LocalDate(dayNumber: 20_270)) == "Sở KH&CN Cần Thơ")
    #expect([DatedName]().name(on: LocalDate(dayNumber: 0)) == .empty)
    let later = [DatedName("B", from: merger)]
    #expect(later.name(on: LocalDate(dayNumber: 0)) == "B")
  }
}

@Suite("Access")
struct AccessTests {
  @Test("The table: who may do what")
  func table() {
    let expected: [UserRole: Set<Permission>] = [
      .judge: [.viewVentures, .viewCompetitions, .scoreEntries, .viewTraining],
      .supervisor: [
        .viewVentures, .moveVentures, .exportData, .viewCompetitions, .viewScores, .signResults,
        .viewTraining, .overrideConflicts, .viewProgramme,
      ],
      .secretary: [
        .viewVentures, .editVentures, .exportData, .viewCompetitions, .runCompetitions,
        .viewScores, .issueNumbers, .viewTraining, .editTraining, .viewProgramme, .editProgramme,
      ],
      .administrator: Set(Permission.allCases),
    ]
    for (role, permissions) in expected { #expect(Access.permissions(of: role) == permissions) }
    for role in UserRole.allCases where role != .administrator {
      #expect(!Access.allows(.manageUsers, to: [role]) && !Access.allows(.maintain, to: [role]))
      #expect(Access.allows(.viewVentures, to: [role]))
    }
    for role in [UserRole.judge, .supervisor] {
      #expect(!Access.allows(.issueNumbers, to: [role]))
    }
    #expect(!Access.allows(.viewVentures, to: []))
    #expect(Access.allows(.moveVentures, to: [.judge, .supervisor]))
  }

  @Test("Logins are plain ASCII")
  func logins() {
    for login in ["lan", "n-t.mai_2", "ab"] { #expect(User.isLogin(login), "\(login)") }
    for login in ["a", "Lan", "lan kim", "lân", "", "la\u{200B}n", "lаn"] {
      #expect(!User.isLogin(login), "\(login)")
    }
    #expect(User.isLogin(String(repeating: "a", count: 32)))
    #expect(!User.isLogin(String(repeating: "a", count: 33)))
  }
}
