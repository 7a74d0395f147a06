import Testing

@testable import Incubation

/// S&T tasks: two regimes as data, limits in working days, extensions, reports, councils.
@Suite("S&T tasks")
struct TaskRuleTests {
  private let regime = ShippedRegimes.all[0]
  private let newer = ShippedRegimes.all[1]
  private let calendar = WorkingDays()

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> LocalDate {
    try #require(LocalDate(year: year, month: month, day: day))
  }

  private func content(
    _ regime: String = "2013", from: LocalDate? = nil, to: LocalDate? = nil
  ) -> TaskContent {
    var content = TaskContent(title: "Máy sấy lúa tầng sôi", regime: regime)
    (content.from, content.to) = (from, to)
    return content
  }

  private func moves(_ steps: [(TaskTransition.Kind?, String?, String, LocalDate)]) -> [TaskMove] {
    steps.enumerated().map { index, step in
      TaskMove(
        id: Identifier(high: UInt64(index), low: 1), kind: step.0, from: step.1, to: step.2,
        day: step.3, recordedAt: step.3.at(hour: 9), actor: "lan")
    }
  }

  @Test("every regime is whole: states are reachable, and every way ends")
  func regimesAreWhole() throws {
    for regime in ShippedRegimes.all {
      let codes = Set(regime.states.map(\.code))
      #expect(codes.count == regime.states.count)
      var reached: Set<String> = [try #require(regime.states.first).code]
      var before = 0
      while before != reached.count {
        before = reached.count
        for step in regime.transitions where !reached.isDisjoint(with: step.from) {
          if let to = step.to { reached.insert(to) }
        }
      }
      #expect(reached == codes, "regime \(regime.code)")
      for step in regime.transitions {
        #expect(codes.isSuperset(of: step.from), "\(step.title.english)")
        #expect(step.to != nil || step.kind == .resume || step.kind == .extend)
        if let council = step.council {
          #expect(regime.councils.contains { $0.code == council })
        }
      }
      for state in regime.states where ![.finished, .ended].contains(state.phase) {
        #expect(!regime.transitions(from: state.code).isEmpty, "\(state.code) is a dead end")
      }
    }
  }

  @Test("a regime read from the file that it wrote is the same")
  func regimeFiles() throws {
    for regime in ShippedRegimes.all {
      let text = regime.json.written(pretty: true)
      #expect(try TaskRegime(json: JSONValue.parse(text)) == regime)
    }
    guard case .object(var fields) = regime.json else { return }
    fields["states"] = .array([])
    #expect(throws: JSONRefusal.unexpected(field: "states")) {
      try TaskRegime(json: .object(fields))
    }
  }

  @Test("a step that the regime does not know is refused with those that it knows")
  func unknownSteps() throws {
    let path = TaskPath(
      moves([(nil, nil, "proposed", try day(2019, 1, 10))]), of: content(), under: regime)
    let today = try day(2019, 6, 1)
    var request = TaskMoveRequest(to: "liquidated", on: try day(2019, 2, 1))
    let refusal = #expect(throws: ProgrammeRefusal.self) {
      try path.check(request, today: today)
    }
    let words = try #require(refusal?.words(.vietnamese))
    #expect(words.contains("«Đề xuất»") && words.contains("Xác định"), "\(words)")
    #expect(refusal?.words(.english).contains("cannot become") == true)
    request.to = "risk-accepted"
    #expect(throws: ProgrammeRefusal.unknownState("risk-accepted", regime: regime)) {
      try path.check(request, today: today)
    }
    request.to = "determined"
    #expect(throws: ProgrammeRefusal.self) { try path.check(request, today: today) }
    request.document = "05/BB-SKHCN"
    #expect(try path.check(request, today: today).to == "determined")
    request.day = try day(2019, 1, 9)
    #expect(
      throws: ProgrammeRefusal.dayBefore(try day(2019, 1, 9), last: try day(2019, 1, 10))
    ) { try path.check(request, today: today) }
    request.day = try day(2019, 6, 2)
    #expect(throws: ProgrammeRefusal.dayInFuture(try day(2019, 6, 2))) {
      try path.check(request, today: today)
    }
  }

  @Test("a failure without fault is known to the law of 2025 only")
  func withoutFault() throws {
    let first = try day(2025, 11, 3)
    let path = TaskPath(
      moves([
        (nil, nil, "proposed", first), (.advance, "proposed", "funding-review", first),
        (.advance, "funding-review", "approved", first),
        (.advance, "approved", "contracted", first),
        (.advance, "contracted", "implementing", first),
      ]), of: content("2025", from: first, to: first.adding(months: 12)), under: newer)
    var request = TaskMoveRequest(to: "risk-accepted", on: first.adding(days: 90))
    (request.document, request.reason) = ("12/KL", "bão số 10 làm hỏng mô hình")
    let step = try path.check(request, today: first.adding(days: 100))
    #expect(step.to == "risk-accepted" && step.transition.council == "evaluation")
  }

  @Test("a suspended task resumes where it was; one that returns needs a reason")
  func suspension() throws {
    let start = try day(2019, 3, 1)
    let running = moves([
      (nil, nil, "proposed", start), (.advance, "proposed", "implementing", start),
      (.suspend, "implementing", "suspended", start.adding(days: 30)),
    ])
    let path = TaskPath(
      running, of: content(from: start, to: start.adding(months: 12)), under: regime)
    #expect(path.state == "suspended")
    var request = TaskMoveRequest(to: TaskMoveRequest.resume, on: start.adding(days: 60))
    request.document = "15/CV"
    #expect(try path.check(request, today: request.day).to == "implementing")
    let accepted = TaskPath(
      moves([(nil, nil, "acceptance", start)]),
      of: content(from: start, to: start.adding(months: 12)), under: regime)
    var back = TaskMoveRequest(to: "implementing", on: start)
    #expect(throws: ProgrammeRefusal.self) { try accepted.check(back, today: start) }
    back.reason = "thiếu số liệu khảo nghiệm"
    #expect(try accepted.check(back, today: start).transition.kind == .back)
  }

  @Test("a contract of 24 months is extended by 12 at most, a shorter one by 6, once")
  func extensions() throws {
    let start = try day(2019, 4, 1)
    for (months, most) in [(24, 12), (18, 6)] {
      let end = start.adding(months: months).adding(days: -1)
      var steps = moves([(nil, nil, "implementing", start)])
      let content = content(from: start, to: end)
      var request = TaskMoveRequest(to: "implementing", on: start.adding(days: 300))
      (request.reason, request.document) = ("giãn cách xã hội", "33/QĐ")
      request.until = end.adding(months: most)
      let path = TaskPath(steps, of: content, under: regime)
      #expect(try path.check(request, today: request.day).transition.kind == .extend)
      request.until = end.adding(months: most).adding(days: 1)
      #expect(
        throws: ProgrammeRefusal.extensionTooLong(
          months: most, last: end.adding(months: most))
      ) { try path.check(request, today: request.day) }
      request.until = end
      #expect(throws: ProgrammeRefusal.extensionNotLater(end)) {
        try path.check(request, today: request.day)
      }
      steps.append(
        TaskMove(
          id: Identifier(high: 9, low: 9), kind: .extend, from: "implementing",
          to: "implementing", day: request.day, recordedAt: request.day.at(hour: 9),
          actor: "lan", until: end.adding(months: 1)))
      let extended = TaskPath(steps, of: content, under: regime)
      #expect(extended.end == end.adding(months: 1) && extended.since == start)
      request.until = end.adding(months: 2)
      #expect(throws: ProgrammeRefusal.extendedAlready(1)) {
        try extended.check(request, today: request.day)
      }
    }
  }

  @Test("limits in working days know Tết, limits in days end on a working day")
  func limits() throws {
    // Tết 2019: 5/2. Off from Monday 4/2 to Friday 8/2, so ten days from 28/1 end on 18/2.
    let monday = try day(2019, 1, 28)
    #expect(TaskLimit(10, .workingDays).end(after: monday, calendar) == (try day(2019, 2, 18)))
    // 30 days from 5/1/2019 is 4/2, in Tết: the next day at work is 11/2.
    #expect(
      TaskLimit(30, .days).end(after: try day(2019, 1, 5), calendar) == (try day(2019, 2, 11)))
  }

  @Test("reports are due every six months while the contract runs, and late ones are counted")
  func reports() throws {
    let start = try day(2019, 3, 15)
    let end = start.adding(months: 24).adding(days: -1)
    var task = ScienceTask(
      id: Identifier(high: 1, low: 1), code: "NV-0001", content: content(from: start, to: end),
      state: "implementing", since: start, end: end)
    let clock = TaskClock(calendar)
    // 15/9/2019 and 15/3/2020 are Sundays.
    #expect(
      clock.reportDays(of: task, under: regime)
        == [try day(2019, 9, 16), try day(2020, 3, 16), try day(2020, 9, 15)])
    let today = try day(2020, 9, 15)
    #expect(
      clock.alerts(for: task, under: regime, on: today).map(\.kind)
        == [.report(1), .report(2), .report(3)])
    task.reports = [1]
    let late = clock.alerts(for: task, under: regime, on: today).filter(\.isOverdue)
    #expect(late.map(\.kind) == [.report(2)])
    #expect(late.first?.daysLate == calendar.count(from: try day(2020, 3, 16), to: today))
    #expect(late.first?.words(.vietnamese).hasPrefix("báo cáo số 2 trễ") == true)
    #expect(throws: ProgrammeRefusal.noSuchReport(4, last: 3)) {
      try clock.check(TaskReport(number: 4, day: today), of: task, under: regime, today: today)
    }
    #expect(throws: ProgrammeRefusal.reportedAlready(1)) {
      try clock.check(TaskReport(number: 1, day: today), of: task, under: regime, today: today)
    }
    let over = clock.alerts(for: task, under: regime, on: end.adding(days: 10))
    #expect(over.contains { $0.kind == .contract && $0.isOverdue })
  }

  @Test("councils: quorum, pass mean and votes as the rules say")
  func councils() throws {
    let council = try #require(regime.councils.first)
    #expect(
      council.isQuorate(members: 9, present: 6, chairOrDeputy: true, reviewersPresent: 2))
    #expect(
      !council.isQuorate(members: 9, present: 5, chairOrDeputy: true, reviewersPresent: 2))
    #expect(
      !council.isQuorate(members: 9, present: 9, chairOrDeputy: false, reviewersPresent: 2))
    #expect(council.passes(totals: [7_000, 7_000, 7_000], zeros: [1]))
    #expect(!council.passes(totals: [7_000, 7_000, 7_000], zeros: [2]))
    #expect(!council.passes(totals: [6_999, 7_000, 7_000], zeros: [0]))
    func outcome(_ best: Int, _ good: Int, _ bad: Int) -> CouncilRule.Vote? {
      council.outcome(
        of: Array(repeating: .excellent, count: best) + Array(repeating: .passed, count: good)
          + Array(repeating: .failed, count: bad))
    }
    #expect(outcome(6, 2, 0) == .excellent && outcome(5, 2, 0) == .passed)
    #expect(outcome(6, 1, 1) == .passed && outcome(0, 6, 3) == .passed)
    #expect(outcome(0, 5, 4) == .failed && outcome(0, 0, 0) == nil)
  }

  @Test(
    "walking at random, a task is only ever in states of its regime, and its days never go back")
  func walks() throws {
    let seed: UInt64 = 20_190_115
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let regime = Bool.random(using: &random) ? regime : newer
      let start = try day(2026, 1, 5)
      let content = content(regime.code, from: start, to: start.adding(months: 24))
      var steps = moves([(nil, nil, regime.states[0].code, start)])
      for index in 1..<30 {
        let path = TaskPath(steps, of: content, under: regime)
        guard let step = regime.transitions(from: path.state).randomElement(using: &random) else {
          #expect([.finished, .ended].contains(try #require(regime.state(path.state)).phase))
          break
        }
        var request = TaskMoveRequest(
          to: path.destination(of: step), on: start.adding(days: index))
        (request.reason, request.document) = ("lý do", "01/QĐ")
        request.until = path.end?.adding(days: 1)
        guard let found = try? path.check(request, today: start.adding(days: 40)) else {
          continue
        }
        #expect(regime.state(found.to) != nil, "seed \(seed)")
        steps.append(
          TaskMove(
            id: Identifier(high: UInt64(index), low: 2), kind: found.transition.kind,
            from: path.state, to: found.to, day: request.day,
            recordedAt: request.day.at(hour: 8), actor: "lan",
            until: found.transition.kind == .extend ? request.until : nil))
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.day <= $1.day })
      }
    }
  }

  @Test("months are counted as contracts do")
  func months() throws {
    #expect((try day(2020, 1, 31)).adding(months: 1) == (try day(2020, 2, 29)))
    #expect((try day(2019, 12, 15)).adding(months: -12) == (try day(2018, 12, 15)))
    #expect((try day(2019, 1, 1)).months(to: try day(2021, 1, 1)) == 24)
    #expect((try day(2019, 1, 15)).months(to: try day(2019, 3, 14)) == 1)
  }
}
