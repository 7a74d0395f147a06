import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct TableUpdateTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  @Test func typingALetterSearches() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    let action = TableScreen.action(for: .text("g"), state, context)
    #expect(action == .searchInput(.text("g")))
    let outcomes = TableScreen.update(&state, .searchInput(.text("g")), context)
    #expect(outcomes == [.perform(.index)])
    // The next letters wait for the index that is being made, and do not begin another.
    #expect(TableScreen.update(&state, .searchInput(.text("a")), context).isEmpty)
    let index = SearchIndex([VentureSearchKey(id: Fixtures.id(1), folded: "gao st")])
    let loads = TableScreen.update(&state, .indexed(index), context)
    guard case .perform(.load(let query, index: index)) = loads.first else {
      Issue.record("nothing is loaded")
      return
    }
    #expect(query.text == "ga" && query.keep == nil && query.offset == 0)
    #expect(TableScreen.action(for: .text(" "), state, context) == .searchInput(.text(" ")))
  }

  @Test func openingTheSearchBeginsTheIndexOnce() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    #expect(TableScreen.update(&state, .search, context) == [.perform(.index)])
    #expect(TableScreen.update(&state, .search, context).isEmpty)
    #expect(TableScreen.update(&state, .searchInput(.text("g")), context).isEmpty)
  }

  @Test func anIndexThatIsOutdatedWhenItComesIsMadeAgain() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&state, .searchInput(.text("g")), context)
    #expect(TableScreen.update(&state, .reload, context).isEmpty)
    let old = SearchIndex([])
    #expect(TableScreen.update(&state, .indexed(old), context) == [.perform(.index)])
    #expect(state.index == nil)
    let new = SearchIndex([VentureSearchKey(id: Fixtures.id(1), folded: "gao st")])
    _ = TableScreen.update(&state, .indexed(new), context)
    #expect(state.index == new)
  }

  @Test func aSearchWithVeryManyHitsAsksForItsWindowOnly() async throws {
    let keys = (1...1_500).map { VentureSearchKey(id: Fixtures.id($0), folded: "gao \($0)") }
    let ventures = FakeVentures(Fixtures.content(), version: 3)
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    state.filter = VentureFilter()
    state.search = TextField("g")
    state.list.restart()
    let reply = await TableScreen.perform(
      .load(TableScreen.query(state, context), index: SearchIndex(keys)),
      EffectTests.services(ventures)
    ) { _ in }
    guard case .loaded(let page, query: _) = reply else {
      Issue.record("\(String(describing: reply))")
      return
    }
    #expect(page.total == 1_500)
    #expect(ventures.calls.count == 1)
  }

  @Test func spaceMarksWhenNothingIsTyped() {
    let state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    #expect(TableScreen.action(for: .text(" "), state, context) == nil)
    let commands = TableScreen.commands(
      state, TableScreen.text(in: .vietnamese), context)
    #expect(
      commands.first { $0.keys.contains(KeyStroke(.character(" "))) }?.action == .mark)
  }

  @Test func theSameColumnTurnsTheOrderRound() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&state, .sort(.due), context)
    #expect(state.sort == VentureSort(.due))
    _ = TableScreen.update(&state, .sort(.due), context)
    #expect(state.sort == VentureSort(.due, descending: true))
  }

  @Test func aReloadKeepsFocusAndMarks() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    for action in [TableAction.mark, .stroke(KeyStroke(.down))] {
      _ = TableScreen.update(&state, action, context)
    }
    let focus = state.list.focusID
    let marks = state.list.marks
    state.index = SearchIndex([])
    let outcomes = TableScreen.update(&state, .reload, context)
    #expect(state.index == nil)
    guard case .perform(.load(let query, index: nil)) = outcomes.first else {
      Issue.record("nothing is loaded")
      return
    }
    #expect(query.keep == focus)
    let rows = Array(Fixtures.summaries().reversed())
    _ = TableScreen.update(
      &state, .loaded(VenturePage(total: 10, offset: 0, rows: rows), query: query), context)
    #expect(state.list.focusID == focus && state.list.marks == marks)
    #expect(state.list.focus == 7)
  }

  /// A count that disagrees with its rows is shown as it is, and not asked for again and again.
  @Test func aCountThatDisagreesIsNotLoadedForEver() {
    var state = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    let page = VenturePage(total: 14, offset: 0, rows: Fixtures.summaries())
    let query = TableScreen.query(state, context)
    #expect(TableScreen.update(&state, .loaded(page, query: query), context).isEmpty)
  }
}

@Suite struct SearchIndexTests {
  static func index(_ texts: [String]) -> SearchIndex {
    SearchIndex(
      texts.enumerated().map {
        VentureSearchKey(id: Fixtures.id($0.offset), folded: TextFolding.fold($0.element))
      })
  }

  static let index = index([
    "Tôm sạch Gạo", "Gạo ST tuần hoàn", "Đổi mới sáng tạo", "gạ ost", "Lúa gạo sạch",
  ])

  @Test(arguments: [
    ("doi moi", [2]), ("Đổi", [2]), ("gao sach", [4, 0]), ("sach gao", [0, 4]),
    ("gao", [1, 0, 4]), ("g", [1, 3, 0, 4, 2]), ("zz", []), ("ao st", [1]),
    ("   ", [0, 1, 2, 3, 4]),
  ])
  func finds(_ query: String, _ wanted: [Int]) {
    let found = Self.index.search(query, limit: 10)
    #expect(found.ids == wanted.map(Fixtures.id))
    #expect(found.total == wanted.count)
  }

  @Test func theLimitCutsButCounts() {
    let found = Self.index.search("gao", limit: 1)
    #expect(found.ids == [Fixtures.id(1)] && found.total == 3)
  }

  /// The index finds exactly what looking at every key finds.
  @Test(arguments: [UInt64(3), 11, 99])
  func agreesWithThePlainWay(seed: UInt64) {
    var random = seed
    func next(_ bound: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % bound)
    }
    let syllables = ["gao", "sach", "tom", "lua", "ca", "o", "st", "moi"]
    let texts = (0..<200).map { _ in
      (0...next(5)).map { _ in syllables[next(8)] }.joined(separator: " ")
    }
    let index = Self.index(texts)
    for _ in 0..<60 {
      let query = (0...next(2)).map { _ in String(syllables[next(8)].prefix(next(3) + 1)) }
      let plain = texts.indices.filter { place in query.allSatisfy { texts[place].contains($0) } }
      let found = index.search(query.joined(separator: " "), limit: 1_000)
      #expect(Set(found.ids) == Set(plain.map(Fixtures.id)), "seed \(seed), \(query)")
      #expect(found.total == plain.count, "seed \(seed), \(query)")
    }
  }
}
