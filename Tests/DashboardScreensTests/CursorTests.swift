import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// The terminal's own cursor stands at the caret, or on the part in focus: there screen readers and
/// magnifiers look.
@Suite struct CursorTests {
  /// Every screen in every state that is stored as a snapshot.
  static func canvases(_ context: ScreenContext) async throws -> [(String, Canvas)] {
    func canvas<S: Screen>(_ screen: S.Type, _ state: S.State) -> Canvas {
      drawn(screen, state, context).canvas
    }
    let boards: [(String, PipelineState)] = [
      ("board", PipelineSnapshotTests.loaded(Fixtures.summaries(), context)),
      ("empty board", PipelineSnapshotTests.loaded([], context)),
      ("lifted", PipelineSnapshotTests.lifted(context)),
      ("missing", PipelineSnapshotTests.missing(context)),
      ("board filter", PipelineSnapshotTests.filtering(context)),
      ("board moves", DepthSnapshotTests.choosing(context)),
      ("searching", after(.search, context)), ("pipelines", after(.choosePipeline, context)),
    ]
    let record = RecordSnapshotTests.loaded(context)
    func page(_ action: RecordAction) -> RecordState {
      var copy = record
      _ = RecordScreen.update(&copy, action, context)
      return copy
    }
    let records: [(String, RecordState)] =
      [
        ("record", record), ("end", page(.stroke(KeyStroke(.end)))), ("editing", page(.edit)),
        ("noting", page(.note)), ("deleting", page(.delete)),
        ("conflict", RecordSnapshotTests.conflict(context)),
        ("new record", RecordScreen.start(Destination(.record), context).0),
      ] + RecordDepthTests.modes(context)
    let table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    var sorting = table
    _ = TableScreen.update(&sorting, .openSort, context)
    let tables: [(String, TableState)] =
      [
        ("table", table), ("sorting", sorting),
        ("empty table", TableSnapshotTests.loaded([], context)),
      ] + DepthSnapshotTests.tables(context, Fixtures.summaries())
    typealias Import = ImportSnapshotTests.Screen
    let preview = try await ImportSnapshotTests.preview(ImportSnapshotTests.csv, context)
    var columns = preview
    _ = Import.update(&columns, .openColumns, context)
    let imports = [
      ("asking", Import.start(Destination(.importing), context).0), ("preview", preview),
      ("columns", columns),
    ]
    typealias Training = TrainingFixtures
    return programme(context)
      + Training.calendars(context).map { ($0.0, canvas(Training.Calendar.self, $0.1)) }
      + Training.pages(context).map { ($0.0, canvas(Training.Page.self, $0.1)) }
      + boards.map { ($0.0, canvas(PipelineScreen.self, $0.1)) }
      + records.map { ($0.0, canvas(RecordScreen.self, $0.1)) }
      + tables.map { ($0.0, canvas(TableScreen.self, $0.1)) }
      + imports.map { ($0.0, canvas(Import.self, $0.1)) } + [
        ("overview", canvas(OverviewScreen.self, OverviewTests.loaded(context))),
        ("settings", canvas(SettingsScreen.self, SettingsState())),
      ] + ContestFixtures.states(context).map { ($0.name, $0.draw(context)) }
  }

  private static func programme(_ context: ScreenContext) -> [(String, Canvas)] {
    let pages = ProgrammeFixtures.pages("Máy sấy mini").filter { $0.0 != "wallboard" }.map {
      ($0.0, ProgrammeFixtures.state($0.1, $0.2, context))
    }
    return (pages + ProgrammeFixtures.forms("Máy sấy mini", context)).map {
      ($0.0, drawn(ProgrammeScreen.self, $0.1, context).canvas)
    }
  }

  private static func after(_ action: PipelineAction, _ context: ScreenContext) -> PipelineState {
    var state = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&state, action, context)
    return state
  }

  /// What stands in focus without a mark or a surface of its own.
  private static let plain = [
    "empty table", "empty board", "lifted", "deleting", "end", "course plan", "course feedback",
    "reveal-presenter", "reveal-audience", "reveal-rehearsal",
  ]

  @Test(arguments: Language.allCases, snapshotSizes)
  func theCursorStandsWhereTheFocusIs(_ language: Language, _ size: Size) async throws {
    let context = Fixtures.context(size, language)
    for (name, canvas) in try await Self.canvases(context) {
      guard let cursor = canvas.cursor else {
        Issue.record("\(name) \(size) hides the cursor")
        continue
      }
      guard !Self.plain.contains(name) else { continue }
      let cell = canvas[cursor.x, cursor.y]
      let isMarked = (0...2).contains { canvas[cursor.x + $0, cursor.y].text == "▶" }
      let isOnFocus = [.selected, .inputFocus, .lifted].contains(cell.style.surface)
      let isQuestion = cell.style.surface == .overlay && cell.style.emphasis.contains(.bold)
      #expect(isMarked || isOnFocus || isQuestion, "\(name) \(size): \(cursor)")
    }
  }

  /// The fonts of the Linux console have no braille, and readers of braille read none of it as a
  /// chart.
  @Test(arguments: snapshotSizes)
  func nothingIsDrawnInBraille(_ size: Size) async throws {
    for (name, canvas) in try await Self.canvases(Fixtures.context(size)) {
      let letters = canvas.cells.flatMap { $0.text.unicodeScalars }
      #expect(!letters.contains { (0x2800...0x28FF).contains($0.value) }, "\(name)")
    }
  }
}
