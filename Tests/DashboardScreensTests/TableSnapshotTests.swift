import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct TableSnapshotTests {
  /// A table with the given ventures, as it is after loading.
  static func loaded(_ summaries: [VentureSummary], _ context: ScreenContext) -> TableState {
    var (state, _) = TableScreen.start(
      Destination(.table, filter: VentureFilter(pipeline: "startup")), context)
    let page = VenturePage(total: summaries.count, offset: 0, rows: summaries)
    _ = TableScreen.update(
      &state, .loaded(page, query: TableScreen.query(state, context)), context)
    return state
  }

  static func failed(_ context: ScreenContext) -> TableState {
    var (state, _) = TableScreen.start(Destination(.table), context)
    _ = TableScreen.update(&state, .failed(.unavailable("connection refused")), context)
    return state
  }

  static func filtering(
    _ context: ScreenContext, _ summaries: [VentureSummary] = Fixtures.summaries()
  ) -> TableState {
    var state = loaded(summaries, context)
    var facets = VentureFacets()
    facets.places = [VentureFacets.Value(text: "Mỹ Xuyên", count: 4)]
    _ = TableScreen.update(&state, .facetsLoaded(facets), context)
    return state
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func table(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    var marked = Self.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&marked, .mark, context)
    var sorting = marked
    _ = TableScreen.update(&sorting, .openSort, context)
    var filtered = marked
    filtered.filter.onlyStalled = true
    filtered.filter.place = "Mỹ Xuyên"
    filtered.search = TextField("gao sach")
    filtered.isSearching = true
    let states: [(String, TableState)] = [
      ("normal", marked), ("empty", Self.loaded([], context)),
      ("longest", Self.loaded(Fixtures.summaries(isLong: true), context)),
      ("sorting", sorting), ("filtered", filtered), ("error", Self.failed(context)),
      ("filter", Self.filtering(context)),
    ]
    for (name, state) in states {
      let frame = drawn(TableScreen.self, state, context)
      try expectSnapshot(frame.canvas, "table", name, context)
    }
  }
}
