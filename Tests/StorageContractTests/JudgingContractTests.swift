import Incubation
import Storage
import Testing

@Suite("Scoring on every engine")
struct JudgingContractTests {
  @Test("a score is stored once, however often it is sent", arguments: Engine.allCases)
  func idempotent(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let events = [bench.event(0, 0, "A", 750), bench.event(0, 0, "B", 1_200)]
    #expect(try await bench.judging.record(events, by: bench.judge(0)) == [.saved, .saved])
    let again = try await bench.judging.record(events + events, by: bench.judge(0))
    #expect(again == Array(repeating: .alreadySaved, count: 4))
    let other = bench.event(0, 0, "A", 800, id: events[0].id)
    #expect(
      try await bench.judging.record([other], by: bench.judge(0)) == [.refused(.identityReused)])
    let place = SheetPlace(entry: bench.entries[0], judge: bench.judges[0])
    let history = try await bench.judging.history(
      of: place, in: bench.round, by: bench.organiser)
    #expect(history.count == 2)
    #expect(try await ProjectionCheck.run(bench.desk.database).isEmpty)
  }

  @Test("of two devices the later typing counts, and both are kept", arguments: Engine.allCases)
  func devices(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let low = Identifier<ScoreEvent>(high: 1, low: 1)
    let high = Identifier<ScoreEvent>(high: 2, low: 1)
    let outcomes = try await bench.judging.record(
      [
        bench.event(0, 0, "A", 700, at: 50, device: "máy 2"),
        bench.event(0, 0, "A", 600, at: 40, device: "máy 1"),
        bench.event(0, 0, "B", 1_000, at: 60, id: high),
        bench.event(0, 0, "B", 1_100, at: 60, id: low),
      ], by: bench.judge(0))
    #expect(outcomes == [.saved, .superseded, .saved, .superseded])
    let place = SheetPlace(entry: bench.entries[0], judge: bench.judges[0])
    let sheet = try await bench.judging.snapshot(of: bench.round, by: bench.organiser).sheet(place)
    #expect(sheet.hundredths("A") == 700)
    #expect(sheet.hundredths("B") == 1_000)
    let history = try await bench.judging.history(of: place, in: bench.round, by: bench.organiser)
    #expect(history.map(\.device) == ["máy 2", "máy 1", "máy 1", "máy 1"])
    #expect(try await ProjectionCheck.run(bench.desk.database).isEmpty)
  }

  @Test(
    "what does not fit is refused and keeps nothing else from being saved",
    arguments: Engine.allCases)
  func refusals(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let outcomes = try await bench.judging.record(
      [
        bench.event(0, 0, "A", 1_050), bench.event(0, 0, "A", 725), bench.event(0, 0, "X", 100),
        bench.event(0, 1, "A", 500), bench.event(0, 0, "A", 650),
      ], by: bench.judge(0))
    #expect(
      outcomes == [
        .refused(.outOfRange(criterion: "A", least: "0", most: "10")),
        .refused(.offStep(criterion: "A", step: "0.5")), .refused(.unknownCriterion("X")),
        .refused(.notAJudge("gk1")), .saved,
      ])
    let stranger = try await bench.judging.record(
      [bench.event(0, 0, "A", 500)], by: bench.desk.session("la", [.judge]))
    #expect(stranger == [.refused(.notAJudge("la"))])
    let clerk = await caught {
      _ = try await bench.judging.record([bench.event(0, 0, "A", 500)], by: bench.desk.session())
    }
    #expect(clerk == .notAllowed(.scoreEntries, login: "lan"))
  }

  @Test("late scores are kept and do not count", arguments: Engine.allCases)
  func late(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 1, judges: 2)
    try await bench.scoreAll()
    let late = bench.event(0, 0, "A", 100, at: 5)
    #expect(try await bench.judging.record([late], by: bench.judge(0)) == [.late])
    #expect(try await bench.judging.record([late], by: bench.judge(0)) == [.alreadySaved])
    try await bench.move(to: .closed, accepting: true, reason: "đã xem điểm muộn")
    #expect(
      try await bench.judging.record([bench.event(0, 1, "A", 100)], by: bench.judge(1)) == [.late])
    let snapshot = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    #expect(snapshot.lateCount == 2)
    #expect(snapshot.sheets.values.allSatisfy { $0.hundredths("A") == 900 })
    #expect(try await ProjectionCheck.run(bench.desk.database).isEmpty)
  }

  @Test(
    "a sealed sheet is opened by two people, and both versions stay", arguments: Engine.allCases)
  func reopening(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 2, judges: 2)
    let place = SheetPlace(entry: bench.entries[0], judge: bench.judges[0])
    #expect(
      await ContestBench.refusal {
        _ = try await bench.judging.seal(
          [place.entry], of: place.judge, in: bench.round, by: bench.judge(0))
      } == .incomplete("01"))
    try await bench.scoreAll()
    _ = try await bench.judging.askReopening(
      of: place, in: bench.round, reason: "gõ nhầm", by: bench.judge(0))
    let asked = try await bench.judging.reopenings(of: bench.round, by: bench.organiser)
    #expect(asked.map(\.reason) == ["gõ nhầm"])
    #expect(try await bench.judging.reopenings(of: bench.round, by: bench.judge(1)).isEmpty)
    #expect(
      await caught {
        _ = try await bench.judging.approveReopening(asked[0].id, by: bench.judge(1))
      } == .notAllowed(.runCompetitions, login: "gk2"))
    _ = try await bench.judging.approveReopening(asked[0].id, by: bench.secretary)
    try await bench.score(0, 0, 500, 1_000)
    let (seals, _) = try await bench.judging.seal(
      [place.entry], of: place.judge, in: bench.round, by: bench.judge(0))
    #expect(seals.map(\.number) == [3])
    #expect(seals.map(\.sheetVersion) == [2])
    let all = try await bench.judging.seals(of: bench.round, by: bench.organiser)
    #expect(all.filter { $0.entry == place.entry && $0.judge == place.judge }.count == 2)
    let check = try await bench.judging.verify(bench.round, against: nil, by: bench.organiser)
    #expect(check.finding == nil)
  }

  @Test("paper sheets are keyed twice, and must add up", arguments: Engine.allCases)
  func paper(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 1, judges: 2)
    func paper(_ a: Int, _ b: Int, _ sum: Int) -> PaperKeying {
      PaperKeying(
        entry: bench.entries[0], judge: bench.judges[0], scores: ["A": a, "B": b], checksum: sum)
    }
    func key(_ keying: PaperKeying, _ session: Session) async throws -> PaperOutcome {
      try await bench.judging.key(keying, in: bench.round, by: session)
    }
    #expect(
      await ContestBench.refusal { _ = try await key(paper(500, 1_000, 1_400), bench.secretary) }
        == .checksum("01"))
    #expect(try await key(paper(500, 1_000, 1_500), bench.secretary) == .waitsForSecond)
    #expect(try await key(paper(500, 1_000, 1_500), bench.secretary) == .waitsForSecond)
    #expect(
      try await key(paper(600, 900, 1_500), bench.organiser)
        == .differs([
          PaperKeying.Difference(criterion: "A", first: 500, second: 600),
          PaperKeying.Difference(criterion: "B", first: 1_000, second: 900),
        ]))
    #expect(try await key(paper(500, 1_000, 1_500), bench.organiser) == .entered)
    let snapshot = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    let place = SheetPlace(entry: bench.entries[0], judge: bench.judges[0])
    #expect(snapshot.cell(place) == .complete)
    #expect(snapshot.sheet(place).total(snapshot.rules.criteria).description == "15")
  }

  @Test("what somebody changed in the tables is found and named", arguments: Engine.allCases)
  func tampering(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 2, judges: 2)
    try await bench.scoreAll()
    try await bench.move(to: .closed)
    try await bench.move(to: .verified, by: bench.secretary)
    func finding(_ heads: [ChainHead]? = nil) async throws -> ReplayFinding? {
      try await bench.judging.verify(bench.round, against: heads, by: bench.organiser).finding
    }
    func run(_ sql: String) async throws {
      try await bench.desk.database.write { _ = try $0.execute(sql) }
    }
    let heads = try await bench.judging.verify(bench.round, against: nil, by: bench.organiser).heads
    #expect(try await finding(heads) == nil)
    let first = SheetKey(entry: "01", judge: "GK1")
    try await run("UPDATE score_cell SET value = value + 50 WHERE slot = 'value:A'")
    #expect(try await finding() == .cellDiffers(first, criterion: "A"))
    #expect(
      await ContestBench.refusal {
        _ = try await bench.contests.sign(bench.round, capacity: "", by: bench.supervisor)
      } == .obstacles([.tampered(.cellDiffers(first, criterion: "A"))]))
    // The events changed as well: the sealed body no longer fits.
    try await run("UPDATE score_event SET value = value + 50 WHERE criterion = 'A'")
    #expect(try await finding() == .sealDiffers(first))
    try await run("UPDATE score_event SET value = value - 50 WHERE criterion = 'A'")
    try await run("UPDATE score_cell SET value = value - 50 WHERE slot = 'value:A'")
    #expect(try await finding() == nil)
    try await run("DELETE FROM sheet_seal WHERE number = 1")
    #expect(try await finding() == .brokenLink(SheetKey(entry: "02", judge: "GK1"), number: 2))
    var wrong = heads
    wrong[1].count = 1
    try await run("UPDATE sheet_seal SET number = 1, previous = '\(SheetSeal.origin)'")
    #expect(try await finding(wrong) == .wrongHash(SheetKey(entry: "02", judge: "GK1"), number: 1))
  }

  @Test(
    "twenty write at once while the round is closed: nothing is lost", arguments: Engine.allCases)
  func concurrent(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 5, judges: 20)
    let other = try await bench.desk.neighbour()
    let stored = await withTaskGroup(of: Int.self) { group in
      for judge in 0..<20 {
        group.addTask {
          let port = judge % 2 == 0 ? bench.judging : other.stores.judging
          var count = 0
          for entry in 0..<5 {
            let events = [
              bench.event(entry, judge, "A", 500 + 50 * (judge % 5)),
              bench.event(entry, judge, "B", 1_000),
            ]
            // Sent twice, as after a lost answer.
            _ = try? await port.record(events, by: bench.judge(judge))
            let outcomes = (try? await port.record(events, by: bench.judge(judge))) ?? []
            count += outcomes.count { $0.isStored }
          }
          return count
        }
      }
      group.addTask {
        try? await bench.move(to: .closed, accepting: true, reason: "hết giờ")
        return 0
      }
      return await group.reduce(0, +)
    }
    #expect(stored == 200)
    let events = try await bench.judging.events(of: bench.round, after: 0, by: bench.organiser)
    #expect(events.count == 200)
    let snapshot = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    let counted = snapshot.sheets.values.reduce(0) { $0 + $1.filled(snapshot.rules.criteria) }
    #expect(counted + snapshot.lateCount == 200)
    #expect(snapshot.round.state == .closed)
    #expect(try await ProjectionCheck.run(bench.desk.database).isEmpty)
  }
}
