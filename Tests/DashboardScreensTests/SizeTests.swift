import Incubation
import Interchange
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Every state of every screen can be drawn at any size, and never outside of its area.
@Suite struct SizeTests {
  static let widths = [1, 2, 5, 11, 19, 24, 38, 47, 59, 66, 79, 93, 108, 140]
  static let heights = [1, 2, 3, 4, 6, 9, 13, 17, 23, 31, 45]

  /// Draws into an area that is smaller than the canvas, and looks at what lies around it.
  static func expectInside<S: Screen>(
    _ screen: S.Type, _ state: S.State, _ context: ScreenContext, _ name: String
  ) {
    let whole = Size(width: context.size.width + 4, height: context.size.height + 4)
    let area = Rectangle(
      x: 2, y: 2, width: context.size.width, height: context.size.height)
    var frame = Frame<S.Action>(Canvas(whole))
    S.draw(state, in: area, on: &frame, S.text(in: context.language), context)
    for y in 0..<whole.height {
      for x in 0..<whole.width where !area.contains(Point(x: x, y: y)) {
        guard frame.canvas[x, y] != Cell() else { continue }
        Issue.record("\(name) \(context.size) draws outside at \(x), \(y)")
        return
      }
    }
    for target in frame.targets where target.area.intersection(area) != target.area {
      Issue.record("\(name) \(context.size) can be clicked outside: \(target.area)")
      return
    }
    if let cursor = frame.canvas.cursor, !area.contains(cursor) {
      Issue.record("\(name) \(context.size) has its cursor outside")
    }
  }

  @Test(arguments: Language.allCases, [false, true])
  func anySize(_ language: Language, _ isLong: Bool) async throws {
    let planned = try await ImportSnapshotTests.planned(ImportSnapshotTests.csv)
    for width in Self.widths {
      for height in Self.heights {
        let context = Fixtures.context(Size(width: width, height: height), language)
        let summaries = Fixtures.summaries(isLong: isLong)
        boards(summaries, context)
        records(context, isLong: isLong)
        let table = TableSnapshotTests.loaded(summaries, context)
        Self.expectInside(TableScreen.self, table, context, "table")
        var sorting = table
        _ = TableScreen.update(&sorting, .openSort, context)
        Self.expectInside(TableScreen.self, sorting, context, "sorting")
        for (name, state) in DepthSnapshotTests.tables(context, summaries) {
          Self.expectInside(TableScreen.self, state, context, name)
        }
        Self.expectInside(
          OverviewScreen.self, OverviewTests.loaded(context), context, "overview")
        imports(planned, context)
        training(context)
        for (name, state) in ScoringFixture.states(context, isLong: isLong) {
          Self.expectInside(ScoringScreen.self, state, context, name)
        }
        for (name, state) in SheetsTests.states() {
          Self.expectInside(SheetsScreen.self, state, context, name)
        }
        contests(context)
      }
    }
  }

  func boards(_ summaries: [VentureSummary], _ context: ScreenContext) {
    var searching = PipelineSnapshotTests.loaded(summaries, context)
    Self.expectInside(PipelineScreen.self, searching, context, "board")
    _ = PipelineScreen.update(&searching, .search, context)
    Self.expectInside(PipelineScreen.self, searching, context, "searching")
    for (name, state) in [
      ("empty", PipelineSnapshotTests.loaded([], context)),
      ("lifted", PipelineSnapshotTests.lifted(context)),
      ("missing", PipelineSnapshotTests.missing(context)),
      ("filter", PipelineSnapshotTests.filtering(context)),
      ("moves", DepthSnapshotTests.choosing(context)),
    ] {
      Self.expectInside(PipelineScreen.self, state, context, name)
    }
  }

  func records(_ context: ScreenContext, isLong: Bool) {
    let record = RecordSnapshotTests.loaded(context, isLong: isLong)
    Self.expectInside(RecordScreen.self, record, context, "record")
    Self.expectInside(
      RecordScreen.self, RecordSnapshotTests.conflict(context), context, "conflict")
    for (name, action) in [
      ("editing", RecordAction.edit), ("noting", .note), ("deleting", .delete),
      ("moves", .chooseMove), ("team", .team), ("evidence", .recordEvidence),
    ] {
      var state = record
      _ = RecordScreen.update(&state, action, context)
      Self.expectInside(RecordScreen.self, state, context, name)
    }
  }

  func training(_ context: ScreenContext) {
    typealias Training = TrainingFixtures
    for (name, state) in Training.calendars(context) {
      Self.expectInside(Training.Calendar.self, state, context, name)
    }
    for (name, state) in Training.pages(context) {
      Self.expectInside(Training.Page.self, state, context, name)
    }
  }

  func contests(_ context: ScreenContext) {
    Self.expectInside(
      ContestFixtures.Contests.self, ContestFixtures.contests(context), context, "contests")
    for section in ContestSection.allCases {
      var state = ContestFixtures.contest(section, context)
      Self.expectInside(ContestFixtures.Contests.self, state, context, section.rawValue)
      _ = ContestFixtures.Contests.update(&state, .add, context)
      Self.expectInside(ContestFixtures.Contests.self, state, context, "asking")
    }
    for section in RoundSection.allCases {
      var state = ContestFixtures.desk(section, context, Self.page)
      Self.expectInside(ContestFixtures.Desk.self, state, context, section.rawValue)
      _ = ContestFixtures.Desk.update(&state, .paper, context)
      Self.expectInside(ContestFixtures.Desk.self, state, context, "paper")
    }
    for isAudience in [false, true] {
      Self.expectInside(
        RevealScreen.self, ContestFixtures.reveal(4, isAudience: isAudience), context, "reveal")
    }
  }

  private static let page = ContestFixtures.page()

  func imports(_ planned: PlannedImport, _ context: ScreenContext) {
    typealias Screen = ImportSnapshotTests.Screen
    var (state, _) = Screen.start(Destination(.importing), context)
    Self.expectInside(Screen.self, state, context, "asking")
    _ = Screen.update(&state, .mapped(planned.plan.mapping, nil), context)
    _ = Screen.update(&state, .planned(planned), context)
    Self.expectInside(Screen.self, state, context, "preview")
    _ = Screen.update(&state, .openColumns, context)
    Self.expectInside(Screen.self, state, context, "columns")
  }
}
