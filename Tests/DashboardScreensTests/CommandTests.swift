import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// What every screen offers, in every state and language.
@Suite struct CommandTests {
  static func infos<S: Screen>(
    _ screen: S.Type, _ state: S.State, _ context: ScreenContext
  ) -> [CommandInfo] {
    S.commands(state, S.text(in: context.language), context).map(CommandInfo.init)
  }

  static func everything(_ context: ScreenContext) async throws -> [(String, [CommandInfo])] {
    let board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    var searching = board
    searching.isSearching = true
    searching.filter.onlyStalled = true
    var finding = board
    finding.find = "g"
    let table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    let record = RecordSnapshotTests.loaded(context)
    var editing = record
    _ = RecordScreen.update(&editing, .edit, context)
    var deleting = record
    _ = RecordScreen.update(&deleting, .delete, context)
    let more = DepthSnapshotTests.tables(context, Fixtures.summaries()).map {
      ($0.0, infos(TableScreen.self, $0.1, context))
    }
    let pages = RecordDepthTests.modes(context).map {
      ($0.0, infos(RecordScreen.self, $0.1, context))
    }
    let preview = try await ImportSnapshotTests.preview(ImportSnapshotTests.csv, context)
    typealias Training = TrainingFixtures
    let training =
      Training.calendars(context).map { ($0.0, infos(Training.Calendar.self, $0.1, context)) }
      + Training.pages(context).map { ($0.0, infos(Training.Page.self, $0.1, context)) }
    let scoring = ScoringFixture.states(context).map {
      ($0.0, infos(ScoringScreen.self, $0.1, context))
    }
    let sheets = SheetsTests.states().map { ($0.0, infos(SheetsScreen.self, $0.1, context)) }
    let programme =
      ProgrammeFixtures.pages("x").map {
        (
          "programme " + $0.0,
          infos(ProgrammeScreen.self, ProgrammeFixtures.state($0.1, $0.2, context), context)
        )
      }
      + ProgrammeFixtures.forms("x", context).map {
        ("programme form " + $0.0, infos(ProgrammeScreen.self, $0.1, context))
      }
    let others: [(String, [CommandInfo])] =
      training + scoring + sheets + programme + ContestFixtures.commands(context)
    return more + pages + others + [
      ("moves", infos(PipelineScreen.self, DepthSnapshotTests.choosing(context), context)),
      ("overview", infos(OverviewScreen.self, OverviewTests.loaded(context), context)),
      ("board", infos(PipelineScreen.self, board, context)),
      ("lifted", infos(PipelineScreen.self, PipelineSnapshotTests.lifted(context), context)),
      ("missing", infos(PipelineScreen.self, PipelineSnapshotTests.missing(context), context)),
      ("searching", infos(PipelineScreen.self, searching, context)),
      ("finding", infos(PipelineScreen.self, finding, context)),
      ("table", infos(TableScreen.self, table, context)),
      ("record", infos(RecordScreen.self, record, context)),
      ("editing", infos(RecordScreen.self, editing, context)),
      ("deleting", infos(RecordScreen.self, deleting, context)),
      ("conflict", infos(RecordScreen.self, RecordSnapshotTests.conflict(context), context)),
      ("import", infos(ImportSnapshotTests.Screen.self, preview, context)),
    ]
  }

  @Test(arguments: Language.allCases)
  func nothingIsWrongWithTheCommands(_ language: Language) async throws {
    let context = Fixtures.context(Size(width: 80, height: 24), language)
    for (name, commands) in try await Self.everything(context) {
      #expect(CommandAudit.problems(in: commands).isEmpty, "\(name)")
      for command in commands {
        #expect(command.permission != nil, "\(name): \(command.id) has no permission")
      }
    }
  }

  /// Delete and drop are never one bare key away from being done.
  @Test func destructionAsksFirst() {
    let context = Fixtures.context(Size(width: 80, height: 24))
    var state = RecordSnapshotTests.loaded(context)
    #expect(RecordScreen.update(&state, .delete, context).isEmpty)
    #expect(state.mode == .deleting)
    #expect(RecordScreen.update(&state, .cancel, context).isEmpty)
    #expect(state.mode == .reading)
  }
}
