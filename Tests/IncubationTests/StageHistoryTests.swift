import Incubation
import Testing

@Suite("History of stages")
struct StageHistoryTests {
  private let first = LocalDate(dayNumber: 18_000)

  /// Moves on given days after the first, in the shipped pipeline of startups.
  private func moves(_ steps: [(Int, StageMove.Kind, String)]) -> [StageMove] {
    var random = SeededRandom(seed: 1)
    var source = IdentifierSource(random: { 0 })
    var result: [StageMove] = []
    for (offset, kind, stage) in steps {
      let moment = first.adding(days: offset).at(hour: random.number(0...23))
      result.append(
        StageMove(
          id: source.next(at: moment), venture: Identifier(high: 0, low: 0), kind: kind,
          from: result.last?.to, to: stage, movedAt: moment, actor: "lan"))
    }
    return result
  }

  private func history(_ steps: [(Int, StageMove.Kind, String)]) -> StageHistory {
    StageHistory(moves: moves(steps), pipeline: ShippedPipelines.startup)
  }

  private func cancelling(_ move: StageMove, as number: UInt64) -> StageMove {
    StageMove(
      id: Identifier(high: .max, low: number), venture: move.venture, kind: .cancelled,
      from: move.to, to: move.from ?? move.to, movedAt: move.movedAt, actor: "lan",
      cancels: move.id)
  }

  @Test("Entered, left, latest and cumulative, with a return")
  func stays() {
    let history = history([
      (0, .entered, "discovery"), (10, .forward, "screening"), (30, .forward, "incubation"),
      (50, .back, "screening"), (55, .forward, "incubation"),
    ])
    let today = first.adding(days: 60)
    #expect(history.position?.stage == "incubation")
    #expect(history.position?.enteredOn == first.adding(days: 55))
    #expect(history.firstEntry(into: "screening") == first.adding(days: 10))
    #expect(history.latestEntry(into: "screening") == first.adding(days: 50))
    #expect(history.left("screening") == first.adding(days: 55))
    #expect(history.left("incubation") == nil && history.left("testing") == nil)
    #expect(history.entries(into: "screening") == 2)
    #expect(history.latestDays(in: "screening", today: today) == 5)
    #expect(history.cumulativeDays(in: "screening", today: today) == 25)
    #expect(history.cumulativeDays(in: "incubation", today: today) == 25)
    #expect(history.cumulativeDays(in: "testing", today: today) == nil)
    #expect(history.furthest == 2)
  }

  @Test("Days of rest are not days of work, and a dropped venture's stay ends")
  func rests() {
    let aside = history([
      (0, .entered, "discovery"), (10, .setAside, "discovery"), (40, .resumed, "discovery"),
      (45, .forward, "screening"),
    ])
    let today = first.adding(days: 100)
    #expect(aside.cumulativeDays(in: "discovery", today: today) == 15)
    #expect(aside.latestDays(in: "screening", today: today) == 55)
    let dropped = history([
      (0, .entered, "discovery"), (10, .setAside, "discovery"), (40, .dropped, "discovery"),
    ])
    #expect(dropped.position?.status == .dropped)
    #expect(dropped.left("discovery") == first.adding(days: 40))
    #expect(dropped.cumulativeDays(in: "discovery", today: today) == 10)
    let still = history([(0, .entered, "discovery"), (10, .setAside, "discovery")])
    #expect(still.left("discovery") == nil)
    #expect(still.cumulativeDays(in: "discovery", today: today) == 10)
    let again = history([
      (0, .entered, "discovery"), (10, .dropped, "discovery"), (40, .resumed, "discovery"),
    ])
    #expect(again.position?.enteredOn == first && again.position?.status == .active)
    #expect(again.left("discovery") == nil)
    #expect(again.cumulativeDays(in: "discovery", today: today) == 70)
  }

  @Test("Stalled is longer than usual, and never for those at rest or in the last stage")
  func stalled() {
    let here = history([(0, .entered, "discovery")])
    #expect(!here.isStalled(today: first.adding(days: 30)))
    #expect(here.isStalled(today: first.adding(days: 31)))
    let aside = history([(0, .entered, "discovery"), (1, .setAside, "discovery")])
    #expect(!aside.isStalled(today: first.adding(days: 99)))
    #expect(!history([(0, .entered, "market")]).isStalled(today: first.adding(days: 9_999)))
  }

  @Test("A cancelled move does not count, and a cancelled cancellation does not either")
  func cancellation() throws {
    let pipeline = ShippedPipelines.startup
    let all = moves([(0, .entered, "discovery"), (10, .forward, "screening")])
    let undone = all + [cancelling(all[1], as: 1)]
    #expect(
      StageHistory(moves: undone, pipeline: pipeline).position
        == StageHistory(moves: [all[0]], pipeline: pipeline).position)
    let redone = undone + [cancelling(undone[2], as: 2)]
    #expect(
      StageHistory(moves: redone, pipeline: pipeline)
        == StageHistory(moves: all, pipeline: pipeline))
    #expect(StageHistory.counted(redone) == all)
    let nothing = [all[0], cancelling(all[0], as: 3)]
    #expect(StageHistory(moves: nothing, pipeline: pipeline).position == nil)
    #expect(StageHistory(moves: [], pipeline: pipeline).furthest == nil)
  }

  @Test("A status change after a cancelled move leaves the stage alone")
  func cancelledBelow() {
    let all = moves([
      (0, .entered, "discovery"), (10, .forward, "screening"), (20, .setAside, "screening"),
    ])
    let history = StageHistory(
      moves: all + [cancelling(all[1], as: 1)], pipeline: ShippedPipelines.startup)
    #expect(history.position?.stage == "discovery")
    #expect(history.position?.status == .setAside)
  }

  @Test("A clock that was set back makes no stay of negative length")
  func clockSetBack() {
    let history = history([(10, .entered, "discovery"), (3, .forward, "screening")])
    #expect(history.intervals.map { $0.days(today: first) } == [0, 0])
    #expect(history.position?.enteredOn == first.adding(days: 10))
  }

  @Test("Legal moves, undone at random, replay to where the plans led", arguments: seeds)
  func replays(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let walk = RandomWalk.make(&random, steps: random.number(1...25))
      let history = StageHistory(moves: walk.moves, pipeline: RandomWalk.pipeline)
      #expect(history.position == walk.position, "seed \(seed): \(walk.moves.map(\.kind))")
      #expect(history.intervals.last?.stage == walk.position?.stage)
      #expect(history.intervals.last?.from == walk.position?.enteredOn)
      for (stay, next) in zip(history.intervals, history.intervals.dropFirst()) {
        #expect(stay.to == next.from && stay.stage != next.stage, "seed \(seed)")
      }
      let today = LocalDate(dayNumber: 30_000)
      let spent = history.intervals.reduce(0) { $0 + $1.days(today: today) }
      let from = history.intervals.first?.from ?? today
      #expect(spent >= 0 && spent <= today.days(since: from), "seed \(seed)")
      #expect(
        history.isStalled(today: today)
          == (walk.position.map { walk.isStalled($0, today: today) } ?? false))
    }
  }
}
