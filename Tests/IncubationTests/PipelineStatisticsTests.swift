import Incubation
import Testing

@Suite("Figures of a pipeline")
struct PipelineStatisticsTests {
  private let first = LocalDate(dayNumber: 18_000)

  private func history(_ steps: [(Int, StageMove.Kind, String)]) -> StageHistory {
    var number: UInt64 = 0
    let moves = steps.map { offset, kind, stage in
      number += 1
      return StageMove(
        id: Identifier(high: 0, low: number), venture: Identifier(high: 0, low: 0), kind: kind,
        from: nil, to: stage, movedAt: first.adding(days: offset).at(hour: 8), actor: "lan")
    }
    return StageHistory(moves: moves, pipeline: ShippedPipelines.startup)
  }

  @Test("A venture has reached every stage up to the furthest, also those it passed over")
  func reached() {
    let histories = [
      history([(0, .entered, "discovery")]),
      history([(0, .entered, "discovery"), (5, .forward, "incubation"), (9, .back, "screening")]),
      history([
        (0, .entered, "discovery"), (45, .forward, "screening"), (60, .dropped, "screening"),
      ]),
      history([(0, .entered, "prototype")]),
      history([]),
    ]
    let statistics = PipelineStatistics(
      histories, in: ShippedPipelines.startup, today: first.adding(days: 99))
    #expect(statistics.total == 4)
    #expect(statistics.stages.map(\.reached) == [4, 3, 2, 1, 0, 0])
    #expect(statistics.stages.map(\.reachedNext) == [3, 2, 1, 0, 0, nil])
    #expect(statistics.stages.map(\.present) == [1, 1, 0, 1, 0, 0])
    #expect(statistics.stages.map(\.dropped) == [0, 1, 0, 0, 0, 0])
    #expect(statistics.stages.map(\.conversion) == [7_500, 6_667, 5_000, 0, nil, nil])
    #expect(statistics.stages.map(\.medianDays) == [5, 15, 4, nil, nil, nil])
    #expect(statistics.bottleneck == nil)
  }

  @Test("The stage that exceeds its usual days by the greatest factor is the bottleneck")
  func bottleneck() {
    let slow = history([
      (0, .entered, "discovery"), (40, .forward, "screening"), (82, .forward, "incubation"),
    ])
    let statistics = PipelineStatistics(
      [slow], in: ShippedPipelines.startup, today: first.adding(days: 500))
    #expect(statistics.bottleneck == "screening")
    #expect(PipelineStatistics([], in: ShippedPipelines.startup, today: first).total == 0)
  }

  @Test("Reached never grows along the stages, and conversions multiply to it", arguments: seeds)
  func monotone(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let histories = (0..<100).map { _ in
      let walk = RandomWalk.make(&random, steps: random.number(1...12))
      return StageHistory(moves: walk.moves, pipeline: RandomWalk.pipeline)
    }
    let statistics = PipelineStatistics(
      histories, in: RandomWalk.pipeline, today: LocalDate(dayNumber: 30_000))
    let stages = statistics.stages
    #expect(stages.first?.reached == statistics.total, "seed \(seed)")
    for (stage, next) in zip(stages, stages.dropFirst()) {
      #expect(stage.reachedNext == next.reached && next.reached <= stage.reached, "seed \(seed)")
      #expect((0...10_000).contains(stage.conversion ?? 0))
    }
    let active = histories.count { $0.position?.status == .active }
    #expect(stages.reduce(0) { $0 + $1.present } == active, "seed \(seed)")
  }
}
