import Incubation
import Testing

/// Rules of courses: repeating, places, passing, times.
@Suite("Rules of courses")
struct TrainingRuleTests {
  private func moment(_ text: String) throws -> LocalMoment {
    try #require(LocalMoment(basic: text))
  }

  private func starts(_ rule: String, from first: String) throws -> [String] {
    try Recurrence.parse(rule).occurrences(from: moment(first)).map { $0.start.basic }
  }

  /// From RFC 5545 section 3.8.5.3; times as they stand there, days beyond two years left out.
  private static let published: [(rule: String, from: String, days: [String])] = [
    ("FREQ=DAILY;COUNT=10", "19970902T090000", (2...11).map { "199709\($0 < 10 ? "0" : "")\($0)" }),
    (
      "FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902T090000",
      ["19970902", "19970912", "19970922", "19971002", "19971012"]
    ),
    (
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=MO;BYDAY=TU,TH", "19970902T090000",
      [
        "19970902", "19970904", "19970909", "19970911", "19970916", "19970918", "19970923",
        "19970925", "19970930", "19971002",
      ]
    ),
    (
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU", "19970805T090000",
      ["19970805", "19970810", "19970819", "19970824"]
    ),
    (
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "19970905T090000",
      [
        "19970905", "19971003", "19971107", "19971205", "19980102", "19980206", "19980306",
        "19980403", "19980501", "19980605",
      ]
    ),
    (
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "19970907T090000",
      [
        "19970907", "19970928", "19971102", "19971130", "19980104", "19980125", "19980301",
        "19980329", "19980503", "19980531",
      ]
    ),
    (
      "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "19970922T090000",
      ["19970922", "19971020", "19971117", "19971222", "19980119", "19980216"]
    ),
    (
      // The 31st: months without it are passed over.
      "FREQ=MONTHLY;COUNT=4", "20200131T080000", ["20200131", "20200331", "20200531", "20200731"]
    ),
  ]

  @Test("rules give the days of RFC 5545", arguments: 0..<8)
  func published(index: Int) throws {
    let known = Self.published[index]
    #expect(
      try starts(known.rule, from: known.from).map { String($0.prefix(8)) } == known.days,
      "\(known.rule)")
  }

  @Test("a rule that repeats every second, without end or in unknown ways is refused")
  func refusedRules() throws {
    #expect(throws: TrainingRefusal.tooFrequent("SECONDLY")) {
      try Recurrence.parse("FREQ=SECONDLY")
    }
    #expect(throws: TrainingRefusal.endless) {
      try Recurrence.parse("FREQ=DAILY").occurrences(from: moment("20200101T080000"))
    }
    #expect(throws: TrainingRefusal.endless) {
      try Recurrence.parse("FREQ=DAILY;COUNT=1000000000")
    }
    #expect(throws: TrainingRefusal.endless) {
      try Recurrence.parse("FREQ=WEEKLY;INTERVAL=4;COUNT=40")
        .occurrences(from: moment("20200101T080000"))
    }
    #expect(throws: TrainingRefusal.rulePart("BYSETPOS=1")) {
      try Recurrence.parse("FREQ=MONTHLY;BYSETPOS=1")
    }
    for refusal in [
      TrainingRefusal.tooFrequent("SECONDLY"), .endless, .rulePart("BYSETPOS=1"), .noCapacity(0),
    ] {
      for language in Language.allCases {
        #expect(refusal.words(language).hasSuffix("."), "\(refusal.words(language))")
      }
    }
  }

  @Test("a rule reads back as it was written")
  func roundTrip() throws {
    let text = "FREQ=MONTHLY;INTERVAL=2;UNTIL=20201231T235900;BYDAY=1MO,-1FR"
    #expect(try Recurrence.parse(text).text == text)
  }

  @Test("an end before its beginning, 31/2 and 30 tháng chạp of a short year have their sentence")
  func impossibleTimes() throws {
    let start = try moment("20200915T100000")
    let end = try moment("20200915T080000")
    #expect(throws: TrainingRefusal.endBeforeStart(start, end)) { try TimeSpan(start, end) }
    #expect(
      TrainingRefusal.endBeforeStart(start, end).words(.vietnamese)
        == "Giờ kết thúc (15/09/2020 08:00) không sau giờ bắt đầu (15/09/2020 10:00); "
        + "hãy sửa lại giờ.")
    #expect(throws: TrainingRefusal.self) { try TimeSpan(end, end.adding(days: 3)) }
    #expect(LocalMoment(basic: "20200231T080000") == nil)
    let today = try #require(LocalDate(year: 2025, month: 3, day: 1))
    for text in ["31/2", "30/12/2025 âm lịch"] {
      let refusal = try #require(throws: DayTextRefusal.self) {
        try DayText.parse(text, today: today)
      }
      let words = TrainingRefusal.day(SafeText(escaping: text), refusal).words(.vietnamese)
      #expect(words.contains(text) && words.hasSuffix("."), "\(words)")
    }
  }

  @Test("times of day are read as people write them")
  func times() throws {
    for (text, minute) in [("8:00", 480), ("08h30", 510), ("8h", 480), ("14.30", 870)] {
      #expect(try LocalMoment.parseTime(text) == minute)
    }
    for text in ["25:00", "8:60", "sáng", "", "8", ":30"] {
      #expect(throws: TrainingRefusal.self) { try LocalMoment.parseTime(text) }
    }
  }

  @Test("UTC becomes the time on the wall in Viet Nam")
  func utc() throws {
    #expect(try moment("20200914T183000Z") == moment("20200915T013000"))
    #expect(try moment("20200915T013000").timestamp.localTime.hour == 1)
  }

  @Test("passing counts sessions or hours, and says when it has become impossible")
  func passing() {
    let id = Identifier<CourseSession>(high: 0, low: 0)
    let who = Identifier<Enrolment>(high: 0, low: 1)
    func held(_ mark: Attendance.Mark?, _ missed: Int = 0) -> PassingStanding.Held {
      PassingStanding.Held(
        minutes: 180,
        attendance: mark.map {
          Attendance(session: id, enrolment: who, mark: $0, missed: missed)
        })
    }
    func outcome(
      _ sessions: [PassingStanding.Held], score: Int? = nil,
      _ change: (inout PassingRule) -> Void = { _ in }
    ) -> PassingStanding.Outcome {
      var rule = PassingRule()
      change(&rule)
      return PassingStanding(rule, held: sessions, score: score, gaveFeedback: false).outcome
    }
    let four = [held(.present), held(.late, 90), held(.present), held(.leftEarly, 10)]
    #expect(outcome(four + [held(.absent)]) == .passed)
    #expect(
      outcome(four + [held(nil)]) { $0.basis = .hours }
        == .open([.attendance(have: 68, need: 80)]))
    #expect(
      outcome(four + [held(.absent)]) { $0.basis = .hours }
        == .impossible([.attendance(have: 68, need: 80)]))
    #expect(
      outcome([held(.present), held(.excused), held(nil)])
        == .impossible([.attendance(have: 33, need: 80)]))
    #expect(
      outcome(four, score: 450) { ($0.minimumScore, $0.needsFeedback) = (500, true) }
        == .open([.score(have: 450, need: 500), .feedback]))
    #expect(outcome([]) == .open([.attendance(have: 0, need: 80)]))
  }

  @Test("no series of events loses or doubles a person, or fills more than the places")
  func places() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let capacity = Int.random(in: 1...6, using: &random)
      var rules = RegistrationRules()
      rules.quotas = [.init(.unit, "Sở A", seats: Int.random(in: 1...4, using: &random))]
      var book = SeatBook(capacity: capacity, rules: rules, entries: [])
      var registered = 0
      for step in 0..<40 {
        if Bool.random(using: &random) || book.entries.isEmpty {
          registered += 1
          var entry = SeatBook.Entry(
            id: Identifier(high: 1, low: UInt64(registered)), state: .waiting,
            unit: Bool.random(using: &random) ? "Sở A" : "Sở B", group: .empty, rank: step)
          if book.hasPlace(for: entry) { (entry.state, entry.rank) = (.registered, nil) }
          book.put(entry)
        } else if var entry = book.entries.randomElement(using: &random), entry.state.holdsPlace {
          entry.state = .cancelled
          book.put(entry)
          let waited = book.waiting.map(\.id)
          let offered = book.offerPlaces()
          #expect(offered.allSatisfy(waited.contains), "seed \(seed)")
        }
        #expect(book.taken <= capacity, "seed \(seed)")
        let ofA = book.entries.count { $0.state.holdsPlace && $0.unit == "so a" }
        #expect(ofA <= rules.quotas[0].seats, "seed \(seed)")
        #expect(book.entries.count == registered, "seed \(seed)")
        #expect(Set(book.entries.map(\.id)).count == registered, "seed \(seed)")
        let places = book.waiting.compactMap { book.place(of: $0.id) }
        #expect(places == Array(1...max(1, places.count)).prefix(places.count).map { $0 })
      }
    }
  }

  @Test("lots are those of the seed, and each of those who wait has one")
  func lots() {
    let entries = (1...30).map {
      SeatBook.Entry(
        id: Identifier(high: 1, low: UInt64($0)), state: .waiting, unit: .empty, group: .empty,
        rank: nil)
    }
    let book = SeatBook(capacity: 1, rules: RegistrationRules(), entries: entries)
    let lots = book.lots(seed: 2020)
    #expect(lots.map(\.rank) == Array(1...30))
    #expect(Set(lots.map(\.id)).count == 30)
    #expect(lots.map(\.id) == book.lots(seed: 2020).map(\.id))
    #expect(lots.map(\.id) != book.lots(seed: 2021).map(\.id))
  }

  @Test("a registration goes only where its state allows")
  func states() {
    #expect(!Enrolment.State.transferred.mayBecome(.registered))
    #expect(!Enrolment.State.waiting.mayBecome(.attended))
    #expect(Enrolment.State.offered.mayBecome(.expired))
    for state in Enrolment.State.allCases { #expect(!state.mayBecome(state)) }
  }
}
