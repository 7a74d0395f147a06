import Incubation
import Interchange
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// The built-in typing method in every field of every screen that holds words, and in no other.
@Suite("Typing Vietnamese in the fields of the screens")
struct FieldWiringTests {
  let context: ScreenContext

  init() {
    var context = Fixtures.context(Size(width: 80, height: 24))
    context.preferences.typing = Typing(.telex)
    self.context = context
  }

  /// Hands events to a screen as its host does.
  static func press<S: Screen>(
    _ screen: S.Type, _ events: [InputEvent], _ state: inout S.State, _ context: ScreenContext
  ) {
    for event in events {
      if let action = S.action(for: event, state, context) {
        _ = S.update(&state, action, context)
      } else if let stroke = event.plainStroke {
        let commands = S.commands(state, S.text(in: context.language), context)
        let found = commands.first { $0.keys.contains(stroke) && $0.disabledReason == nil }
        if let found { _ = S.update(&state, found.action, context) }
      }
    }
  }

  static func letters(_ text: String) -> [InputEvent] { text.map { .text(String($0)) } }

  @Test("The form of a venture: words are composed, codes, numbers, days and addresses are not")
  func record() {
    for (field, kind) in [
      (VentureField.title, InputKind.text), (.representative, .text), (.place, .text),
      (.nextStep, .text), (.tags, .text), (.leadOwner, .text), (.summary, .text),
      (.taxCode, .code), (.email, .email), (.phone, .phone), (.birthYear, .number),
      (.foundOn, .date), (.nextStepDue, .date), (.needVision, .number), (.attachments, .path),
    ] {
      var (state, _) = RecordScreen.start(Destination(.record), context)
      _ = RecordScreen.update(&state, .field(.field(field)), context)
      Self.press(RecordScreen.self, Self.letters("Vieetj"), &state, context)
      let wanted = kind == .text ? "Việt" : "Vieetj"
      #expect(state.form?.value(.field(field)) == wanted, "\(field)")
    }
  }

  @Test("Notes, evidence, team, reasons")
  func otherForms() {
    let forms: [(RecordAction, FormKey)] = [
      (.note, .note), (.recordEvidence, .evidenceReference), (.team, .member(0, .name)),
      (.move(.drop), .reason),
    ]
    for (action, key) in forms {
      var state = RecordSnapshotTests.loaded(context)
      _ = RecordScreen.update(&state, action, context)
      state.form?.moveFocus(to: key)
      Self.press(RecordScreen.self, Self.letters("Vieetj"), &state, context)
      #expect(state.form?.value(key) == "Việt", "\(key)")
      #expect(RecordScreen.isTyping(state))
    }
  }

  @Test("Searches of board and table, names of views, marks, lists")
  func lists() {
    var board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    Self.press(
      PipelineScreen.self, [.text("/")] + Self.letters("gaoj"), &board, context)
    #expect(board.search?.text == "gạo" && PipelineScreen.isTyping(board))
    #expect(board.filter.text == "gạo")
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    Self.press(TableScreen.self, Self.letters("gaoj"), &table, context)
    #expect(table.search.text == "gạo" && TableScreen.isTyping(table))
    table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&table, .viewsLoaded([]), context)
    Self.press(TableScreen.self, [.key(KeyStroke(.enter))], &table, context)
    Self.press(TableScreen.self, Self.letters("Cuar tooi"), &table, context)
    #expect(table.form?.value(.viewName) == "Của tôi")
    table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&table, .mark, context)
    _ = TableScreen.update(&table, .openBulk, context)
    _ = TableScreen.update(&table, .bulk("field addTag"), context)
    Self.press(TableScreen.self, Self.letters("moiws"), &table, context)
    #expect(table.form?.value(.bulk(.addTag)) == "mới")
    table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&table, .openSort, context)
    Self.press(TableScreen.self, Self.letters("maax"), &table, context)
    guard case .sort(let list) = table.dialog else {
      Issue.record("no list")
      return
    }
    #expect(list.query.text == "mẫ")
  }

  @Test("The path of a file is left as it is typed")
  func path() {
    var (state, _) = ImportScreen<NoFiles>.start(Destination(.importing), context)
    Self.press(ImportScreen<NoFiles>.self, Self.letters("~/danhsachs.csv"), &state, context)
    #expect(state.path.text == "~/danhsachs.csv")
  }

  private enum NoFiles: FileSource {
    static func read(_ path: String) async throws(FileFailure) -> [UInt8] {
      throw .notFound(path: path)
    }
    static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules { .usual }
    static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String {
      throw .notFound(path: path)
    }
  }

  // MARK: Undo, days, pastes

  @Test("Ctrl+Z in a form takes back what was typed, and never what was saved")
  func undo() {
    var state = RecordSnapshotTests.loaded(context)
    _ = RecordScreen.update(&state, .edit, context)
    let before = state.form?.value(.field(.title))
    Self.press(RecordScreen.self, Self.letters(" mowis"), &state, context)
    #expect(state.form?.value(.field(.title)) == (before ?? "") + " mới")
    let text = RecordText(language: .vietnamese)
    var undo = RecordScreen.commands(state, text, context).first { $0.id == "typing.undo" }
    #expect(undo?.disabledReason == nil)
    Self.press(
      RecordScreen.self, [.key(.control("z")), .key(.control("z"))], &state, context)
    #expect(state.form?.value(.field(.title)) == before)
    undo = RecordScreen.commands(state, text, context).first { $0.id == "typing.undo" }
    #expect(undo?.disabledReason == text.moves.stillTyping)
    #expect(undo?.keys == [.control("z")], "so that it does not reach the shell's own")
    #expect(!RecordScreen.hasUnsavedInput(state))
  }

  @Test("A day is taken from the month; Esc closes the month before the form")
  func month() {
    var state = RecordSnapshotTests.loaded(context)
    _ = RecordScreen.update(&state, .edit, context)
    _ = RecordScreen.update(&state, .field(.field(.nextStepDue)), context)
    let text = RecordText(language: .vietnamese)
    #expect(RecordScreen.commands(state, text, context).contains { $0.id == "field.open" })
    Self.press(
      RecordScreen.self, [.key(.function(4)), .key(KeyStroke(.escape))], &state, context)
    #expect(state.form != nil && state.form?.panel == nil)
    Self.press(RecordScreen.self, [.key(KeyStroke(.down, .alt))], &state, context)
    _ = RecordScreen.update(&state, .cancel, context)
    #expect(state.form != nil && state.form?.panel == nil, "the hint in the footer, too")
    _ = RecordScreen.update(&state, .field(.field(.nextStepDue)), context)
    _ = RecordScreen.update(&state, .pick(.day(Fixtures.today)), context)
    #expect(state.form?.value(.field(.nextStepDue)) == "15/09/2020")
  }

  @Test("Days are understood where ventures are moved, recorded and changed together")
  func days() throws {
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&table, .mark, context)
    _ = TableScreen.update(&table, .openBulk, context)
    _ = TableScreen.update(&table, .bulk("field due"), context)
    let typed = Self.letters("thứ 5 tuần sau")
    Self.press(TableScreen.self, typed + [.key(KeyStroke(.enter))], &table, context)
    guard case .bulk(let panel) = table.dialog, case .previewing(let change, _) = panel.step
    else {
      Issue.record("no preview")
      return
    }
    #expect(change == .set(.nextStepDue, "24/09/2020"))
    var record = RecordSnapshotTests.loaded(context)
    _ = RecordScreen.update(&record, .recordEvidence, context)
    record.form?.moveFocus(to: .evidenceReference)
    Self.press(RecordScreen.self, Self.letters("KH-13"), &record, context)
    record.form?.moveFocus(to: .evidenceDay)
    Self.press(RecordScreen.self, [.key(.control("u"))] + Self.letters("hom qua"), &record, context)
    let outcomes = RecordScreen.update(&record, .submit, context)
    guard case .perform(.record(_, let evidence, _)) = outcomes.first else {
      Issue.record("not recorded: \(outcomes)")
      return
    }
    #expect(evidence.recordedOn == Fixtures.today.adding(days: -1))
  }

  @Test("Stages and states of the filter can be several")
  func severalInFilter() {
    var board = PipelineSnapshotTests.filtering(context)
    _ = PipelineScreen.update(&board, .field(.filter(.stage)), context)
    Self.press(
      PipelineScreen.self,
      [
        .text(" "), .text(" "), .key(KeyStroke(.down)), .text(" "), .key(KeyStroke(.enter)),
        .key(KeyStroke(.enter)),
      ], &board, context)
    #expect(board.dialog == nil)
    #expect(board.filter.stages == ["discovery", "screening"])
  }

  @Test("Lines pasted into a search are joined, and the shell is told")
  func pasted() {
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = TableScreen.update(&table, .search, context)
    let outcomes = TableScreen.update(&table, .searchInput(.paste("gạo\nsạch")), context)
    let words = FieldNotice.joinedLines(2).words(.vietnamese)
    #expect(outcomes.contains(.shell(.announce(Message(.warning, words)))))
    var board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&board, .search, context)
    let said = PipelineScreen.update(&board, .searchInput(.paste("gạo\nsạch")), context)
    #expect(said.contains(.shell(.announce(Message(.warning, words)))))
    #expect(board.search?.text == "gạo sạch")
  }

  @Test("Searching again takes the place of the old words; an arrow keeps them")
  func searchAgain() {
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    var board = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    for (event, wanted) in [(InputEvent.text("t"), "t"), (.key(KeyStroke(.end)), "gao")] {
      for text in ["g", "a", "o"] {
        _ = TableScreen.update(&table, .searchInput(.text(text)), context)
        _ = PipelineScreen.update(&board, .searchInput(.text(text)), context)
      }
      _ = TableScreen.update(&table, .searchInput(.key(KeyStroke(.enter))), context)
      _ = PipelineScreen.update(&board, .searchInput(.key(KeyStroke(.enter))), context)
      _ = TableScreen.update(&table, .search, context)
      _ = PipelineScreen.update(&board, .search, context)
      _ = TableScreen.update(&table, .searchInput(event), context)
      _ = PipelineScreen.update(&board, .searchInput(event), context)
      #expect(table.search.text == wanted)
      #expect(board.search?.text == wanted)
      (table.search, board.search) = (TextField(), TextField())
    }
  }

  // MARK: Letters outside of fields

  @Test("Letters find sections, columns, figures and fields in conflict, composed or not")
  func letters() {
    var record = RecordSnapshotTests.loaded(context)
    Self.press(RecordScreen.self, [.text("đ")], &record, context)
    #expect(record.section == .team, "Đội ngũ")
    Self.press(RecordScreen.self, [.text("d")], &record, context)
    #expect(record.section == .timeline, "Diễn biến")
    #expect(!RecordScreen.isTyping(record))
    #expect(RecordScreen.action(for: .text("?"), record, context) == nil)
    var columns = ColumnsPanel(columns: ColumnSetting.standard)
    #expect(columns.handle(.text("l")) == .handled)
    #expect(columns.columns[columns.focus].id == .field, "Lĩnh vực")
    #expect(columns.handle(.text("z")) == .ignored)
    var conflict = RecordSnapshotTests.conflict(context)
    Self.press(RecordScreen.self, [.text("b")], &conflict, context)
    guard case .conflict(let panel) = conflict.mode else {
      Issue.record("no conflict")
      return
    }
    #expect(panel.rows[panel.focus].field == .nextStep, "Bước tới")
    var overview = OverviewTests.loaded(context)
    let target = OverviewScreen.page(overview, context).focus(nil)
    Self.press(OverviewScreen.self, [.text("ư")], &overview, context)
    #expect(overview.focus != nil && overview.focus != target, "Ươm tạo")
  }

  @Test("Where a field has the caret, letters are text", arguments: [60, 80, 120])
  func typingIsTold(_ width: Int) {
    var context = context
    context.size = Size(width: width, height: 24)
    func expect<S: Screen>(_ screen: S.Type, _ state: S.State, _ name: String) {
      let canvas = drawn(screen, state, context).canvas
      guard let cursor = canvas.cursor else { return }
      let isField = canvas[cursor.x, cursor.y].style.surface == .inputFocus
      #expect(!isField || S.isTyping(state), "\(name)")
    }
    for (name, state) in DepthSnapshotTests.tables(context, Fixtures.summaries()) {
      expect(TableScreen.self, state, name)
    }
    for (name, state) in RecordDepthTests.modes(context) { expect(RecordScreen.self, state, name) }
    expect(PipelineScreen.self, PipelineSnapshotTests.filtering(context), "filter")
    expect(PipelineScreen.self, PipelineSnapshotTests.searched(context), "search")
    expect(PipelineScreen.self, PipelineSnapshotTests.missing(context), "missing")
    expect(PipelineScreen.self, DepthSnapshotTests.choosing(context), "moves")
    let (asking, _) = ImportScreen<NoFiles>.start(Destination(.importing), context)
    expect(ImportScreen<NoFiles>.self, asking, "import")
    #expect(ImportScreen<NoFiles>.isTyping(asking))
  }
}
