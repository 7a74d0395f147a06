import Incubation
import Storage
import Testing

/// No verb gives a judge what others gave before the rules say so.
@Suite("What judges may see, on every engine")
struct SightContractTests {
  /// All that a user can read of a round.
  private func everything(_ bench: ContestBench, _ session: Session) async -> [AnyHashable] {
    var answers: [AnyHashable] = []
    func add<T: Hashable>(_ body: () async throws -> T) async {
      do {
        answers.append(AnyHashable(try await body()))
      } catch {
        answers.append(AnyHashable(error as? StorageError))
      }
    }
    await add { try await bench.judging.snapshot(of: bench.round, by: session) }
    await add { try await bench.judging.events(of: bench.round, after: 0, by: session) }
    await add { try await bench.judging.result(of: bench.round, by: session) }
    await add { try await bench.judging.publicResult(of: bench.round, by: session) }
    await add { try await bench.judging.reopenings(of: bench.round, by: session) }
    await add { try await bench.judging.seals(of: bench.round, by: session) }
    await add { try await bench.judging.verdict(of: bench.round, by: session) }
    await add { try await bench.judging.verify(bench.round, against: nil, by: session) }
    for judge in bench.judges.dropFirst() {
      await add {
        try await bench.judging.history(
          of: SheetPlace(entry: bench.entries[0], judge: judge), in: bench.round, by: session)
      }
    }
    await add { try await bench.contests.obstacles(to: .closed, of: bench.round, by: session) }
    await add { try await bench.contests.competitions(by: session) }
    await add { try await bench.contests.competition(bench.competition, by: session) }
    await add { try await bench.contests.rulesVersions(of: bench.round, by: session) }
    return answers
  }

  @Test(
    "nothing that others do changes anything that a judge or a clerk can read",
    arguments: Engine.allCases, [RoundState.open, .frozen])
  func blindToOthers(engine: Engine, state: RoundState) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 3, judges: 3)
    if state == .frozen { try await bench.move(to: .frozen) }
    let both = bench.desk.session("gk1", [.judge, .organiser, .administrator])
    try await bench.score(0, 0, 500, 1_000)
    var before: [[AnyHashable]] = []
    for session in [bench.judge(0), bench.desk.session(), both] {
      before.append(await everything(bench, session))
    }
    for judge in 1...2 {
      for entry in 0..<3 { try await bench.score(entry, judge, 850, 1_900 - entry * 100) }
      _ = try await bench.judging.seal(
        bench.entries, of: bench.judges[judge], in: bench.round, by: bench.judge(judge))
    }
    _ = try await bench.judging.setComponent(
      "CC", hundredths: 400, of: bench.entries[0], in: bench.round, by: bench.secretary)
    _ = try await bench.judging.record(
      [bench.event(0, 1, "A", 100)], by: bench.judge(1))
    _ = try await bench.judging.askReopening(
      of: SheetPlace(entry: bench.entries[0], judge: bench.judges[1]), in: bench.round,
      reason: "nhầm", by: bench.judge(1))
    _ = try await bench.contests.declare(
      ConflictOfInterest(
        entry: bench.entries[2], judge: bench.judges[2], kind: .family, reason: "anh em"),
      in: bench.round, by: bench.judge(2))
    for (index, session) in [bench.judge(0), bench.desk.session(), both].enumerated() {
      for (place, answer) in await everything(bench, session).enumerated() {
        #expect(answer == before[index][place], "reader \(index), answer \(place)")
      }
    }
    let organiser = "\(await everything(bench, bench.organiser))"
    #expect(organiser.contains("850"))
  }

  @Test("judges who sealed all see the rest where the rules say so", arguments: Engine.allCases)
  func afterSealing(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 2, judges: 2) {
      $0.othersVisible = .sealed
    }
    try await bench.scoreAll()
    let own = try await bench.judging.snapshot(of: bench.round, by: bench.judge(0))
    #expect(own.sight == .allScores)
    #expect(try await bench.judging.result(of: bench.round, by: bench.judge(0)).rows.count == 2)
    try await bench.move(to: .frozen)
    let frozen = try await bench.judging.snapshot(of: bench.round, by: bench.judge(0))
    #expect(frozen.sight == .ownSheets(bench.judges[0]))
    #expect(frozen.sheets.keys.allSatisfy { $0.judge == bench.judges[0] })
  }

  @Test("the public board stands still from freezing to publishing", arguments: Engine.allCases)
  func publicBoard(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 2, judges: 2) {
      $0.hasPublicBoard = true
    }
    let clerk = bench.desk.session()
    try await bench.score(0, 0, 500, 1_000)
    let live = try await bench.judging.publicResult(of: bench.round, by: clerk)
    #expect(live.rows.map(\.total) == ["15.00", ""])
    try await bench.move(to: .frozen)
    try await bench.scoreAll()
    _ = try await bench.judging.setComponent(
      "CC", hundredths: 500, of: bench.entries[1], in: bench.round, by: bench.secretary)
    #expect(try await bench.judging.publicResult(of: bench.round, by: clerk) == live)
    try await bench.move(to: .closed)
    #expect(try await bench.judging.publicResult(of: bench.round, by: clerk) == live)
    try await bench.move(to: .verified, by: bench.secretary)
    try await bench.move(to: .signed, by: bench.supervisor)
    #expect(try await bench.judging.publicResult(of: bench.round, by: clerk) == live)
    try await bench.move(to: .published)
    #expect(try await bench.judging.publicResult(of: bench.round, by: clerk) != live)
  }

  @Test(
    "a blind round shows judges codes, and no way from code to name", arguments: Engine.allCases)
  func blind(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh(), entries: 3, judges: 2) {
      $0.isBlind = true
    }
    let own = try await bench.judging.snapshot(of: bench.round, by: bench.judge(0))
    #expect(own.entries.allSatisfy { $0.title.isBlank && $0.code.hasPrefix("M") })
    let text = "\(await everything(bench, bench.judge(0)))"
    #expect(!text.contains("Ý tưởng 1"))
    let organiser = try await bench.judging.snapshot(of: bench.round, by: bench.organiser)
    #expect(organiser.entries.contains { $0.title == "Ý tưởng 1" })
  }
}
