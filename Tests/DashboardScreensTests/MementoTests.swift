import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// What every screen remembers of where the user was.
@Suite struct MementoTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  private func place(_ screen: ScreenID, _ memento: JSONValue?) -> Destination {
    var place = Destination(screen)
    place.memento = memento
    return place
  }

  @Test func theBoardRemembersFilterColumnAndCardButNotTheSearch() throws {
    var board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    board.filter.onlyStalled = true
    board.filter.text = "gạo"
    _ = PipelineScreen.update(&board, .stroke(KeyStroke(.right)), context)
    _ = PipelineScreen.update(&board, .stroke(KeyStroke(.down)), context)
    let memento = try #require(PipelineScreen.memento(board, context))
    #expect(!memento.written().contains("gạo"))
    var (again, outcomes) = PipelineScreen.start(place(.pipeline, memento), context)
    #expect(again.filter.onlyStalled)
    #expect(again.filter.text.isEmpty)
    guard case .perform(.load(let query))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(query.followStage == "screening")
    #expect(query.follow == board.focusedCard?.id)
    #expect(PipelineScreen.memento(again, context) == memento, "also before it is loaded")
    _ = PipelineScreen.update(&again, .loaded(Fixtures.board(Fixtures.summaries())), context)
    #expect(again.focus == 1)
    #expect(again.focusedCard?.id == board.focusedCard?.id)
  }

  @Test func aCardAndAPipelineThatAreGoneArePassedOver() throws {
    let memento = JSONValue.object([
      "view": .string(CanonicalJSON.write(["pipeline": "gone", "stages": .array(["nowhere"])])),
      "stage": "nowhere", "venture": .string(Fixtures.id(99).description),
    ])
    var (again, _) = PipelineScreen.start(place(.pipeline, memento), context)
    #expect(again.filter.pipeline == "startup")
    #expect(again.filter.stages.isEmpty)
    let outcomes = PipelineScreen.update(
      &again, .loaded(Fixtures.board(Fixtures.summaries())), context)
    #expect(outcomes.isEmpty)
    #expect(again.focus == 0)
    for damaged in [JSONValue.null, "x", .object(["view": "{"]), .array([])] {
      let (state, _) = PipelineScreen.start(place(.pipeline, damaged), context)
      #expect(state.filter.pipeline == "startup")
      let (table, _) = TableScreen.start(place(.table, damaged), context)
      #expect(table.columns == ColumnSetting.standard)
    }
  }

  @Test func theTableRemembersOrderColumnsAndRow() throws {
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    table.columns[2].isShown = false
    table.columns[3].width = 20
    table.sort = VentureSort(.entered, descending: true)
    table.filter.stages = ["screening"]
    table.filter.ids = Fixtures.summaries().map(\.id)
    table.search = TextField("gạo")
    _ = TableScreen.update(&table, .stroke(KeyStroke(.down)), context)
    let memento = try #require(TableScreen.memento(table, context))
    let (again, outcomes) = TableScreen.start(place(.table, memento), context)
    #expect(again.columns == table.columns)
    #expect(again.sort == table.sort)
    #expect(again.filter == table.filter)
    #expect(again.search.text.isEmpty)
    guard case .perform(.load(let query, index: _))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(query.keep == table.list.focusID)
    #expect(query.keep != nil)
  }

  @Test func thePageRemembersItsSectionAndLeavesWhenTheVentureIsGone() throws {
    var page = RecordDepthTests.teamed(context)
    _ = RecordScreen.update(&page, .section(.evidence), context)
    var place = place(.record, RecordScreen.memento(page, context))
    place.venture = Fixtures.id(1)
    var (again, _) = RecordScreen.start(place, context)
    var gone = again
    _ = RecordScreen.update(&again, .loaded(Fixtures.record()), context)
    #expect(again.section == .evidence)
    #expect(again.mode == .reading)
    let outcomes = RecordScreen.update(&gone, .failed(.notFound(entity: "venture")), context)
    #expect(outcomes == [.shell(.back)], "without a word")
  }

  @Test func theOverviewRemembersItsLine() throws {
    var page = OverviewTests.loaded(context)
    for target in [
      OverviewTarget.stage("screening"), .reached("trial"), .stalled(nil), .stalled("trial"),
      .source(.contest), .source(nil), .venture(Fixtures.id(3)),
    ] {
      page.focus = target
      let (again, _) = OverviewScreen.start(
        place(.overview, OverviewScreen.memento(page, context)), context)
      #expect(again.focus == target)
      #expect(again.pipeline == page.pipeline)
    }
  }
}
