import Incubation
import Storage

/// A contest on the test bench: two criteria, entries and judges, and the people who run it.
struct ContestBench {
  let desk: Desk
  let competition: Identifier<Competition>
  let round: Identifier<Round>
  let entries: [Identifier<Entry>]
  let judges: [Identifier<Judge>]

  static let rules = RoundRules(
    criteria: [
      Criterion(
        code: "A", title: Bilingual(vietnamese: "Mới", english: "Novelty"), maximum: Rational(10),
        step: Rational(1, over: 2)),
      Criterion(
        code: "B", title: Bilingual(vietnamese: "Khả thi", english: "Feasible"),
        maximum: Rational(20), step: .one),
    ],
    components: [
      RoundRules.Component(
        code: "CC", title: Bilingual(vietnamese: "Chuyên cần", english: "Attendance"),
        maximum: Rational(5), fallback: .zero)
    ], rounding: RoundRules.Rounding(places: 2, after: [.total]), quorum: 2, advancing: 2)

  var contests: any CompetitionPort { desk.stores.competitions }
  var judging: any JudgingPort { desk.stores.judging }
  var organiser: Session { desk.session("son", [.organiser]) }
  var secretary: Session { desk.session("thu", [.secretary]) }
  var supervisor: Session { desk.session("minh", [.supervisor]) }
  func judge(_ index: Int) -> Session { desk.session("gk\(index + 1)", [.judge]) }

  /// A round that is set up, and opened unless `isOpen` is false.
  static func make(
    _ desk: Desk, entries count: Int = 4, judges panel: Int = 3, isOpen: Bool = true,
    rules: RoundRules = rules, change: (inout RoundContent) -> Void = { _ in }
  ) async throws -> ContestBench {
    let organiser = desk.session("son", [.organiser])
    let contests = desk.stores.competitions
    let competition = try await contests.create(
      CompetitionContent(
        code: "YT2020", title: Bilingual(vietnamese: "Ý tưởng 2020", english: "Ideas 2020")),
      by: organiser
    ).id
    var content = RoundContent(
      code: "chung-ket", title: Bilingual(vietnamese: "Chung kết", english: "Final"))
    change(&content)
    let round = try await contests.addRound(
      content, rules: rules, to: competition, by: organiser
    ).id
    let entries = try await contests.addEntries(
      (1...count).map { EntryContent(title: SafeText(escaping: "Ý tưởng \($0)")) },
      to: competition, by: organiser
    ).ids
    _ = try await contests.setEligibility(
      .eligible, reason: "đủ hồ sơ", of: entries, by: desk.session("thu", [.secretary]))
    _ = try await contests.admit(entries, to: round, by: organiser)
    var judges: [Identifier<Judge>] = []
    for index in 0..<panel {
      judges.append(
        try await contests.addJudge(
          JudgeContent(
            name: SafeText(escaping: "Giám khảo \(index + 1)"), login: "gk\(index + 1)"),
          to: competition, by: organiser
        ).id)
    }
    _ = try await contests.seat(judges.map { Seat($0) }, in: round, by: organiser)
    _ = try await contests.assign(AssignmentSettings(seed: 7), in: round, by: organiser)
    let bench = ContestBench(
      desk: desk, competition: competition, round: round, entries: entries, judges: judges)
    for index in judges.indices {
      _ = try await contests.declareComplete(judges[index], in: round, by: bench.judge(index))
    }
    if isOpen { try await bench.move(to: .open) }
    return bench
  }

  func state() async throws -> Round {
    try await judging.snapshot(of: round, by: organiser).round
  }

  func move(
    to state: RoundState, by session: Session? = nil, accepting: Bool = false,
    reason: SafeText = .empty
  ) async throws {
    _ = try await contests.move(
      round, to: state, accepting: accepting, reason: reason,
      ifVersion: try await self.state().version, by: session ?? organiser)
  }

  func event(
    _ entry: Int, _ judge: Int, _ criterion: String, _ hundredths: Int?, at milliseconds: Int64 = 0,
    id: Identifier<ScoreEvent>? = nil, device: String = "máy 1"
  ) -> ScoreEvent {
    ScoreEvent(
      id: id ?? Identifier(high: .random(in: .min ... .max), low: .random(in: .min ... .max)),
      round: round, entry: entries[entry], judge: judges[judge],
      kind: .value(criterion: criterion, hundredths: hundredths),
      typedAt: Timestamp(milliseconds: Desk.start.milliseconds + milliseconds), device: device)
  }

  @discardableResult
  func score(
    _ entry: Int, _ judge: Int, _ a: Int, _ b: Int
  ) async throws -> [ScoreOutcome] {
    try await judging.record(
      [event(entry, judge, "A", a), event(entry, judge, "B", b)], by: self.judge(judge))
  }

  /// Every judge scores and seals everything: entry 1 best.
  func scoreAll() async throws {
    for judge in judges.indices {
      for entry in entries.indices {
        try await score(entry, judge, 900 - entry * 100, 1_800 - entry * 200 + judge * 100)
      }
      _ = try await judging.seal(
        entries, of: judges[judge], in: round, by: self.judge(judge))
    }
  }

  /// What is refused, by the rules of the contest.
  static func refusal(_ body: () async throws -> Void) async -> ContestRefusal? {
    guard case .contestRefused(let refusal)? = await caught(body) else { return nil }
    return refusal
  }
}
