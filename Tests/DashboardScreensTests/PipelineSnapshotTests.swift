import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct PipelineSnapshotTests {
  /// A board with the given ventures, as it is after loading.
  static func loaded(
    _ summaries: [VentureSummary], _ context: ScreenContext
  ) -> PipelineState {
    var (state, _) = PipelineScreen.start(Destination(.pipeline), context)
    _ = PipelineScreen.update(&state, .loaded(Fixtures.board(summaries)), context)
    return state
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func board(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    let states: [(String, PipelineState)] = [
      ("normal", Self.loaded(Fixtures.summaries(), context)),
      ("empty", Self.loaded([], context)),
      ("longest", Self.loaded(Fixtures.summaries(isLong: true), context)),
      ("lifted", Self.lifted(context)),
      ("missing", Self.missing(context)),
      ("error", Self.failed(context)), ("pipelines", Self.choosingPipeline(context)),
      ("filter", Self.filtering(context)), ("searched", Self.searched(context)),
    ]
    for (name, state) in states {
      let frame = drawn(PipelineScreen.self, state, context)
      try expectSnapshot(frame.canvas, "board", name, context)
    }
  }

  static func failed(_ context: ScreenContext) -> PipelineState {
    var (state, _) = PipelineScreen.start(Destination(.pipeline), context)
    _ = PipelineScreen.update(&state, .failed(.unavailable("connection refused")), context)
    return state
  }

  static func choosingPipeline(_ context: ScreenContext) -> PipelineState {
    var state = loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&state, .choosePipeline, context)
    return state
  }

  static func lifted(
    _ context: ScreenContext, _ summaries: [VentureSummary] = Fixtures.summaries()
  ) -> PipelineState {
    var state = loaded(summaries, context)
    _ = PipelineScreen.update(&state, .lift, context)
    return state
  }

  static func missing(
    _ context: ScreenContext, _ summaries: [VentureSummary] = Fixtures.summaries()
  ) -> PipelineState {
    var state = lifted(context, summaries)
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    _ = PipelineScreen.update(&state, .drop, context)
    _ = PipelineScreen.update(
      &state,
      .moved(
        work, title: "Gạo ST tuần hoàn",
        .missing(
          [.field(.phone), .field(.problem), Fixtures.plan],
          VentureContent(title: "Gạo ST tuần hoàn"), version: 3, [])), context)
    _ = PipelineScreen.update(&state, .submit, context)
    return state
  }

  /// A search that also finds ventures at rest, which no column shows.
  static func searched(_ context: ScreenContext) -> PipelineState {
    var state = loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&state, .search, context)
    _ = PipelineScreen.update(&state, .searchInput(.text("gao")), context)
    _ = PipelineScreen.update(&state, .searchInput(.key(KeyStroke(.enter))), context)
    var page = Fixtures.board(Array(Fixtures.summaries().prefix(1)))
    page.resting = 2
    _ = PipelineScreen.update(&state, .loaded(page), context)
    return state
  }

  static func filtering(
    _ context: ScreenContext, _ summaries: [VentureSummary] = Fixtures.summaries()
  ) -> PipelineState {
    var state = loaded(summaries, context)
    var facets = VentureFacets()
    facets.places = [VentureFacets.Value(text: "Mỹ Xuyên", count: 4)]
    _ = PipelineScreen.update(&state, .facetsLoaded(facets), context)
    return state
  }
}
