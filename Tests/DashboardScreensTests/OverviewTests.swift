import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

extension Fixtures {
  /// Figures of twelve ventures that went as far as their number says.
  static func overview() -> PipelineOverview {
    let histories = (0..<12).map { number -> StageHistory in
      let furthest = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 4, 5][number]
      let moves = (0...furthest).map { stage in
        StageMove(
          id: Identifier(high: UInt64(number), low: UInt64(stage)), venture: id(number),
          kind: stage == 0 ? .entered : .forward, from: nil, to: startup.stages[stage].code,
          movedAt: today.adding(days: -300 + number * 10 + stage * 40).at(hour: 9), actor: "lan")
      }
      return StageHistory(moves: moves, pipeline: startup)
    }
    let ages = startup.stages.map { stage in
      PipelineOverview.StageAges(
        stage: stage.code, within: 2, over: stage.code == "incubation" ? 3 : 0, longest: 132)
    }
    let start = LocalDate(year: 2020, month: 9, day: 1) ?? today
    return PipelineOverview(
      statistics: PipelineStatistics(histories, in: startup, today: today), ages: ages,
      sources: [
        PipelineOverview.SourceCount(source: .contest, count: 7),
        PipelineOverview.SourceCount(source: .event, count: 4),
        PipelineOverview.SourceCount(source: nil, count: 1),
      ],
      months: (0..<12).map {
        PipelineOverview.Month(start: start.adding(days: ($0 - 11) * 30), count: $0 % 5)
      })
  }
}

@Suite struct OverviewTests {
  static func failed(_ context: ScreenContext) -> OverviewState {
    var (state, _) = OverviewScreen.start(Destination(.overview), context)
    _ = OverviewScreen.update(&state, .failed(.unavailable("connection refused")), context)
    return state
  }

  static func loaded(_ context: ScreenContext, isLong: Bool = false) -> OverviewState {
    var (state, _) = OverviewScreen.start(Destination(.overview), context)
    let stalled = Fixtures.summaries(isLong: isLong).filter { $0.position.stage == "incubation" }
    _ = OverviewScreen.update(
      &state, .loaded(Fixtures.overview(), stalled: stalled, pipeline: "startup"), context)
    return state
  }

  let context = Fixtures.context(Size(width: 120, height: 36))

  @Test func everyFigureOpensTheRecordsBehindIt() {
    let state = Self.loaded(context)
    let targets = OverviewScreen.page(state, context).targets
    #expect(targets.count > 15)
    for target in targets {
      var copy = state
      _ = OverviewScreen.update(&copy, .line(target), context)
      let outcomes = OverviewScreen.update(&copy, .open, context)
      #expect(outcomes.count == 1, "\(target)")
    }
  }

  @Test func aStageOpensTheTableWithItsFilter() {
    var state = Self.loaded(context)
    _ = OverviewScreen.update(&state, .line(.stalled("incubation")), context)
    var filter = VentureFilter(pipeline: "startup")
    filter.stages = ["incubation"]
    filter.onlyStalled = true
    #expect(
      OverviewScreen.update(&state, .open, context)
        == [.shell(.open(Destination(.table, filter: filter, sort: VentureSort(.entered))))])
  }

  @Test func theFunnelOpensThoseWhoReachedAStage() async throws {
    var state = Self.loaded(context)
    _ = OverviewScreen.update(&state, .line(.reached("screening")), context)
    let outcomes = OverviewScreen.update(&state, .line(.reached("screening")), context)
    guard case .perform(let effect) = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    let services = EffectTests.services(FakeVentures(Fixtures.content(), version: 3))
    let reply = try #require(await OverviewScreen.perform(effect, services) { _ in })
    var filter = VentureFilter(pipeline: "startup")
    filter.ids = [Fixtures.id(1), Fixtures.id(2)]
    #expect(
      OverviewScreen.update(&state, reply, context)
        == [.shell(.open(Destination(.table, filter: filter, sort: VentureSort(.stage))))])
  }

  @Test func moreThanAListCanNameAreShownByTheirStages() {
    var state = Self.loaded(context)
    let ids = (0..<6_000).map(Fixtures.id)
    let outcomes = OverviewScreen.update(
      &state, .behind(.reached("trial"), ids), context)
    guard case .shell(.open(let destination)) = outcomes.first else { return }
    #expect(destination.filter?.ids == nil)
    #expect(destination.filter?.stages == ["trial", "market"])
  }

  @Test func keysGoThroughAllLinesAndSections() {
    var state = Self.loaded(context)
    let page = OverviewScreen.page(state, context)
    #expect(page.focus(state.focus) == .reached("discovery"))
    _ = OverviewScreen.update(&state, .cross, context)
    #expect(state.focus == .stage("discovery"))
    _ = OverviewScreen.update(&state, .last, context)
    #expect(state.focus == page.targets.last)
    _ = OverviewScreen.update(&state, .move(1), context)
    #expect(state.focus == page.targets.last)
    _ = OverviewScreen.update(&state, .cross, context)
    #expect(state.focus == .reached("discovery"))
  }

  @Test func figuresOfAnotherPipelineAreNotTaken() {
    var state = Self.loaded(context)
    let outcomes = OverviewScreen.update(&state, .nextPipeline, context)
    #expect(outcomes == [.perform(.load(pipeline: "enterprise", today: Fixtures.today))])
    _ = OverviewScreen.update(
      &state, .loaded(Fixtures.overview(), stalled: [], pipeline: "startup"), context)
    #expect(state.figures == nil)
  }

  @Test(arguments: [(4_583, "45,8 %"), (10_000, "100 %"), (0, "0 %"), (6_666, "66,7 %")])
  func percent(_ hundredths: Int, _ shown: String) {
    #expect(OverviewText(language: .vietnamese).percent(hundredths) == shown)
  }

  // MARK: Charts

  @Test func barsGrowByEighths() {
    #expect(Chart.bar(8, of: 16, width: 4) == "██")
    #expect(Chart.bar(1, of: 32, width: 4) == "▏")
    #expect(Chart.bar(1, of: 9_999, width: 4) == "▏")
    #expect(Chart.bar(0, of: 16, width: 4) == "")
    #expect(Chart.bar(99, of: 16, width: 4) == "████")
    #expect(Chart.bar(3, of: 8, width: 4) == "█▌")
    #expect(Chart.bar(3, of: 8, width: 4, .ascii) == "#-")
  }

  @Test func columnsShowTheGreatestFull() {
    #expect(Chart.columns([0, 1, 2, 4, 8]) == "▁▂▃▅█")
    #expect(Chart.columns([0, 8], .ascii) == ".#")
    #expect(Chart.columns([0, 0]) == "▁▁")
  }

  @Test(arguments: [Chart.Ladder.blocks, .ascii])
  func barsNeverLeaveTheirWidth(_ ladder: Chart.Ladder) {
    for value in 0...50 {
      for width in 0...12 {
        #expect(Chart.bar(value, of: 40, width: width, ladder).count <= width)
      }
    }
  }
}
