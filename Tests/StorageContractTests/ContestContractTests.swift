import Incubation
import Storage
import Testing

@Suite("A contest on every engine")
struct ContestContractTests {
  @Test("from setting up to a published result", arguments: Engine.allCases)
  func wholeWay(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    try await bench.scoreAll()
    _ = try await bench.judging.setComponent(
      "CC", hundredths: 500, of: bench.entries[3], in: bench.round, by: bench.secretary)
    try await bench.move(to: .closed)
    try await bench.move(to: .verified, by: bench.secretary)
    _ = try await bench.contests.sign(bench.round, capacity: "Chủ tịch", by: bench.supervisor)
    _ = try await bench.contests.sign(bench.round, capacity: "Ủy viên", by: bench.organiser)
    try await bench.move(to: .published)
    let result = try await bench.judging.result(of: bench.round, by: bench.organiser)
    #expect(result.rows.map(\.id) == ["01", "02", "04", "03"])
    #expect(result.rows.map(\.rank) == [1, 2, 3, 4])
    #expect(result.rows.map { $0.total?.description } == ["28", "25", "24", "22"])
    let verdict = try #require(
      try await bench.judging.verdict(of: bench.round, by: bench.supervisor))
    #expect(verdict.signatures.map(\.login).sorted() == ["minh", "son"])
    #expect(verdict.heads.map(\.count) == [4, 4, 4])
    #expect(verdict.result.rows.map(\.rank) == result.rows.map(\.rank))
    let seen = try await bench.judging.publicResult(of: bench.round, by: bench.desk.session())
    #expect(seen == verdict.result)
    let check = try await bench.judging.verify(
      bench.round, against: verdict.heads, by: bench.supervisor)
    #expect(check.finding == nil)
    #expect(check.events == 36)
  }

  @Test("a step needs its role, its second person and its reason", arguments: Engine.allCases)
  func steps(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    try await bench.scoreAll()
    #expect(
      await caught { try await bench.move(to: .closed, by: bench.judge(0)) }
        == .notAllowed(.runCompetitions, login: "gk1"))
    #expect(
      await ContestBench.refusal { try await bench.move(to: .signed) } == .noWay(.open, .signed))
    try await bench.move(to: .closed)
    #expect(
      await ContestBench.refusal { try await bench.move(to: .verified) }
        == .needsSecondPerson("son"))
    #expect(
      await ContestBench.refusal { try await bench.move(to: .open) } == .missing(.reason))
    #expect(
      await ContestBench.refusal { try await bench.move(to: .open, reason: "nhầm") }
        == .needsSecondPerson("son"))
    try await bench.move(to: .open, by: bench.desk.session("ha", [.organiser]), reason: "nhầm")
    #expect(try await bench.state().state == .open)
    let stale = await caught {
      _ = try await bench.contests.move(
        bench.round, to: .closed, accepting: false, reason: .empty, ifVersion: 1,
        by: bench.organiser)
    }
    guard case .conflict? = stale else {
      Issue.record("\(String(describing: stale))")
      return
    }
  }

  @Test("closing lists what is missing and takes an explicit decision", arguments: Engine.allCases)
  func closing(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 2, judges: 2)
    try await bench.score(0, 0, 500, 1_000)
    let refusal = await ContestBench.refusal { try await bench.move(to: .closed) }
    guard case .obstacles(let obstacles)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(
      obstacles == [
        .missingSheets([
          SheetKey(entry: "01", judge: "GK2"), SheetKey(entry: "02", judge: "GK1"),
          SheetKey(entry: "02", judge: "GK2"),
        ]), .unsealed([SheetKey(entry: "01", judge: "GK1")]),
      ])
    #expect(
      await ContestBench.refusal { try await bench.move(to: .closed, accepting: true) }
        == .missing(.reason))
    try await bench.move(to: .closed, accepting: true, reason: "GK2 vắng")
    #expect(try await bench.state().state == .closed)
    // The result is provisional, and verifying says so.
    let next = await ContestBench.refusal {
      try await bench.move(to: .verified, by: bench.secretary)
    }
    #expect(next == .obstacles([.provisional(["01", "02"])]))
  }

  @Test("rules are frozen: a change needs two people and a reason", arguments: Engine.allCases)
  func rules(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    var rules = ContestBench.rules
    rules.quorum = 3
    let version = try await bench.state().version
    #expect(
      await ContestBench.refusal {
        _ = try await bench.contests.changeRules(
          rules, of: bench.round, reason: .empty, ifVersion: version, by: bench.organiser)
      } == .missing(.reason))
    _ = try await bench.contests.changeRules(
      rules, of: bench.round, reason: "quyết định 12", ifVersion: version, by: bench.organiser)
    #expect(
      try await bench.judging.snapshot(of: bench.round, by: bench.organiser).rules.quorum == 2)
    #expect(
      await ContestBench.refusal {
        _ = try await bench.contests.approveRules(
          2, of: bench.round, ifVersion: version + 1, by: bench.organiser)
      } == .needsSecondPerson("son"))
    _ = try await bench.contests.approveRules(
      2, of: bench.round, ifVersion: version + 1, by: bench.desk.session("ha", [.organiser]))
    let now = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    #expect(now.rules == rules)
    let versions = try await bench.contests.rulesVersions(of: bench.round, by: bench.organiser)
    #expect(versions.map(\.number) == [2, 1])
    #expect(versions[0].approvedBy == "ha")
    // A score that was given cannot be ruled out afterwards.
    try await bench.score(0, 0, 950, 1_000)
    rules.criteria[0].step = .one
    #expect(
      await ContestBench.refusal {
        _ = try await bench.contests.changeRules(
          rules, of: bench.round, reason: "bước 1", ifVersion: now.round.version,
          by: bench.organiser)
      } == .offStep(criterion: "A", step: "1"))
  }

  @Test("entries: from ventures, limits, duplicates, eligibility, undo", arguments: Engine.allCases)
  func entries(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let organiser = desk.session("son", [.organiser])
    let contests = desk.stores.competitions
    var ids: [Identifier<Competition>] = []
    for code in ["A", "B"] {
      ids.append(
        try await contests.create(
          CompetitionContent(
            code: code, title: Bilingual(vietnamese: "Thi", english: "Contest"), mostOfPerson: 1),
          by: organiser
        ).id)
    }
    let venture = try await desk.venture("Gạo sạch") { $0.representative = "Lý Hoa" }
    let made = try await contests.enter([venture], board: "chung", in: ids[0], by: organiser)
    _ = try await contests.enter([venture], board: "chung", in: ids[1], by: organiser)
    let twice = try await contests.duplicates(of: ids[0], by: organiser)
    #expect(twice.map(\.otherCompetition) == ["B"])
    #expect(
      await ContestBench.refusal {
        _ = try await contests.addEntries(
          [EntryContent(title: "Khác", leader: "ly hoa")], to: ids[0], by: organiser)
      } == .tooMany("ly hoa", limit: 1))
    let record = try await contests.competition(ids[0], by: organiser)
    #expect(record.entries.map(\.content.venture) == [venture])
    let round = try await contests.addRound(
      RoundContent(code: "v1", title: Bilingual(vietnamese: "Vòng 1", english: "Round 1")),
      rules: ContestBench.rules, to: ids[0], by: organiser
    ).id
    #expect(
      await ContestBench.refusal {
        _ = try await contests.admit(made.ids, to: round, by: organiser)
      } == .notEligible("01"))
    let undone = try await desk.ventures.undo(made.receipt.event, by: organiser)
    #expect(try await contests.competition(ids[0], by: organiser).entries.isEmpty)
    _ = try await desk.ventures.undo(undone.event, by: organiser)
    #expect(try await contests.competition(ids[0], by: organiser).entries.map(\.code) == ["01"])
    let entry = try await contests.competition(ids[0], by: organiser).entries[0]
    var content = entry.content
    content.title = "Gạo thơm"
    let edit = try await contests.updateEntry(
      entry.id, to: content, ifVersion: entry.version, by: organiser)
    _ = try await desk.ventures.undo(edit.event, by: organiser)
    #expect(
      try await contests.competition(ids[0], by: organiser).entries[0].content.title == "Gạo sạch")
  }

  @Test("conflicts are proposed from the records and block every path", arguments: Engine.allCases)
  func conflicts(engine: Engine) async throws {
    let bench = try await ContestBench.make(
      try await engine.fresh(), entries: 3, judges: 3, isOpen: false)
    let venture = try await bench.desk.venture("Mắm") { $0.leadOwner = "Giám khảo 1" }
    let more = try await bench.contests.enter(
      [venture], board: "chung", in: bench.competition, by: bench.organiser)
    _ = try await bench.contests.setEligibility(
      .eligible, reason: .empty, of: more.ids, by: bench.secretary)
    _ = try await bench.contests.admit(more.ids, to: bench.round, by: bench.organiser)
    let (plan, _) = try await bench.contests.assign(
      AssignmentSettings(seed: 1), in: bench.round, by: bench.organiser)
    let snapshot = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    #expect(snapshot.conflicts.map(\.kind) == [.mentor])
    #expect(plan.panels.first { $0.entry == "04" }?.judges == ["GK2", "GK3"])
    #expect(
      await ContestBench.refusal { try await bench.move(to: .open) }
        == .obstacles([.openConflicts(1)]))
    var conflict = snapshot.conflicts[0]
    conflict.status = .dismissed
    conflict.reason = "trùng tên"
    #expect(
      await caught {
        _ = try await bench.contests.declare(conflict, in: bench.round, by: bench.judge(0))
      } == .notAllowed(.runCompetitions, login: "gk1"))
    conflict.status = .confirmed
    _ = try await bench.contests.declare(conflict, in: bench.round, by: bench.secretary)
    try await bench.move(to: .open)
    let event = ScoreEvent(
      id: Identifier(high: 1, low: 1), round: bench.round, entry: more.ids[0],
      judge: bench.judges[0], kind: .value(criterion: "A", hundredths: 100),
      typedAt: Desk.start)
    #expect(
      try await bench.judging.record([event], by: bench.judge(0)) == [.refused(.conflict("04"))])
    // Declared in the middle of the round: the sheet that is there no longer counts.
    try await bench.score(0, 1, 500, 1_000)
    _ = try await bench.contests.declare(
      ConflictOfInterest(
        entry: bench.entries[0], judge: bench.judges[1], kind: .family, reason: "em họ"),
      in: bench.round, by: bench.judge(1))
    let after = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    #expect(after.record.sheets.isEmpty)
    #expect(
      after.cell(SheetPlace(entry: bench.entries[0], judge: bench.judges[1])) == .conflict)
    #expect(
      await ContestBench.refusal {
        _ = try await bench.judging.seal(
          [bench.entries[0]], of: bench.judges[1], in: bench.round, by: bench.judge(1))
      } == .conflict("01"))
  }

  @Test("a substitute takes over what is not finished", arguments: Engine.allCases)
  func substitutes(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 3, judges: 2)
    try await bench.score(0, 0, 500, 1_000)
    let other = try await bench.contests.addJudge(
      JudgeContent(name: "Người thay", login: "thay"), to: bench.competition, by: bench.organiser
    ).id
    _ = try await bench.contests.substitute(
      bench.judges[0], with: other, in: bench.round, by: bench.secretary)
    let snapshot = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    let codes = snapshot.assigned.map(snapshot.key).sorted()
    #expect(
      codes.filter { $0.judge != "GK2" } == [
        SheetKey(entry: "01", judge: "GK1"), SheetKey(entry: "02", judge: "GK3"),
        SheetKey(entry: "03", judge: "GK3"),
      ])
    #expect(snapshot.judge(bench.judges[0])?.isPresent == false)
  }
}
