import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// What is typed in every form comes back to the letter, through the text that the file keeps.
@Suite struct DraftTests {
  let context = Fixtures.context(Size(width: 80, height: 24))
  let typed = "Nguyễn Thị Tuyết «ở» \"Đồng Tháp\""

  /// The draft as a later run reads it.
  static func reread(_ draft: Draft) throws -> Draft {
    let owner = DraftOwner(database: "/tmp/thu.db", user: "lan")
    let text = draft.written(for: owner, at: Timestamp(milliseconds: 7))
    return try Draft.read(text, for: owner).draft
  }

  private func open(_ draft: Draft, _ record: VentureRecord = Fixtures.record()) throws
    -> RecordState
  {
    var place = try Self.reread(draft).destination
    place.draft = try Self.reread(draft)
    var (state, _) = RecordScreen.start(place, context)
    #expect(RecordScreen.draft(state) != nil, "waiting for the record, it is still a draft")
    if state.id != nil { _ = RecordScreen.update(&state, .loaded(record), context) }
    return state
  }

  private func type(_ text: String, _ state: inout RecordState) {
    for letter in text { _ = RecordScreen.update(&state, .input(.text(String(letter))), context) }
  }

  private func page(_ actions: RecordAction...) -> RecordState {
    var state = RecordDepthTests.teamed(context)
    for action in actions { _ = RecordScreen.update(&state, action, context) }
    return state
  }

  /// Opens it again over the same record: the state has to be what it was.
  private func comesBack(_ state: RecordState) throws {
    #expect(RecordScreen.hasUnsavedInput(state))
    let draft = try #require(RecordScreen.draft(state))
    let again = try open(draft, try #require(state.record))
    #expect(again.draft == nil)
    #expect(RecordScreen.draft(again) == draft)
    #expect(again.mode == state.mode)
  }

  @Test func theFormOfARecordComesBackWithItsFocus() throws {
    var state = page(.edit, .input(.key(KeyStroke(.tab))), .input(.key(KeyStroke(.tab))))
    for _ in 0..<9 { _ = RecordScreen.update(&state, .input(.key(KeyStroke(.tab))), context) }
    #expect(RecordScreen.draft(state) == nil, "nothing was typed")
    type(typed, &state)
    try comesBack(state)
    let draft = try #require(RecordScreen.draft(state))
    #expect(draft.title(.vietnamese) == "«Gạo ST tuần hoàn»")
  }

  @Test func aNoteComesBackWithItsLines() throws {
    var state = page(.note)
    type(typed, &state)
    _ = RecordScreen.update(&state, .input(.key(KeyStroke(.enter))), context)
    type("dòng hai", &state)
    try comesBack(state)
  }

  @Test func evidenceAndTeamComeBack() throws {
    var evidence = page(.recordEvidence, .input(.key(KeyStroke(.tab))))
    type("Số 12/QĐ", &evidence)
    try comesBack(evidence)
    var team = page(.team)
    for _ in 0..<6 { _ = RecordScreen.update(&team, .input(.key(KeyStroke(.tab))), context) }
    type("Thạch Sơn", &team)
    try comesBack(team)
  }

  @Test func aNewVentureComesBackAtOnce() throws {
    var (state, _) = RecordScreen.start(
      Destination(.record, filter: VentureFilter(pipeline: "enterprise")), context)
    #expect(RecordScreen.draft(state) == nil)
    type(typed, &state)
    let draft = try #require(RecordScreen.draft(state))
    let again = try open(draft)
    #expect(again == state)
    #expect(again.pipeline == "enterprise")
  }

  @Test func aMoveThatAsksComesBackOnTheRecord() throws {
    var board = PipelineSnapshotTests.missing(context)
    #expect(PipelineScreen.draft(board) == nil, "nothing was typed")
    _ = PipelineScreen.update(&board, .input(.text("0912345678")), context)
    let draft = try #require(PipelineScreen.draft(board))
    #expect(PipelineScreen.hasUnsavedInput(board))
    let again = try open(draft)
    guard case .moving(let panel) = again.mode else {
      Issue.record("\(again.mode)")
      return
    }
    #expect(panel.form.fields.map(\.value) == ["0912345678", "", ""])
    #expect(panel.work.request == .stage("screening"))
    #expect(panel.requirements.count == 3)
    #expect(RecordScreen.draft(again)?.body["fields"] == draft.body["fields"])
  }

  @Test func aMoveOverAChangedRecordKeepsWhatItBeganWith() throws {
    var board = PipelineSnapshotTests.missing(context)
    _ = PipelineScreen.update(&board, .input(.text("0912345678")), context)
    var record = Fixtures.record()
    record.venture.version = 9
    record.venture.content.phone = PhoneNumber(stored: "0908000111")
    let again = try open(try #require(PipelineScreen.draft(board)), record)
    guard case .moving(let panel) = again.mode else {
      Issue.record("\(again.mode)")
      return
    }
    #expect(panel.work.version == 3, "storage is to name the conflict")
  }

  @Test func aReasonComesBack() throws {
    var state = page(.move(.drop))
    type("không còn làm", &state)
    let draft = try #require(RecordScreen.draft(state))
    let again = try open(draft, try #require(state.record))
    #expect(RecordScreen.draft(again) == draft)
  }

  @Test func aChangeToManyComesBackWithItsMarks() throws {
    var table = TableSnapshotTests.loaded(Fixtures.summaries(), context)
    for _ in 0..<3 { _ = TableScreen.update(&table, .mark, context) }
    for action in [TableAction.openBulk, .bulk("field addTag"), .input(.text("mùa mưa"))] {
      _ = TableScreen.update(&table, action, context)
    }
    let draft = try #require(TableScreen.draft(table))
    #expect(TableScreen.hasUnsavedInput(table))
    var place = try Self.reread(draft).destination
    place.draft = try Self.reread(draft)
    let (again, _) = TableScreen.start(place, context)
    #expect(again.list.marks == table.list.marks)
    #expect(again.dialog == table.dialog)
    _ = TableScreen.update(&table, .submit, context)
    #expect(TableScreen.draft(table)?.body["fields"] == draft.body["fields"], "in the preview, too")
  }

  @Test func theColumnsOfAFileComeBack() async throws {
    typealias Import = ImportSnapshotTests.Screen
    var state = try await ImportSnapshotTests.preview(ImportSnapshotTests.csv, context)
    #expect(Import.draft(state) == nil)
    for action in [ImportAction.openColumns, .columnPicked("1"), .columnPicked("")] {
      _ = Import.update(&state, action, context)
    }
    let draft = try #require(Import.draft(state))
    #expect(Import.hasUnsavedInput(state))
    var place = try Self.reread(draft).destination
    place.draft = try Self.reread(draft)
    let (again, outcomes) = Import.start(place, context)
    #expect(again.mapping == state.mapping)
    #expect(outcomes.count == 1, "the file is read")
  }

  @Test func aConflictComesBackAsMine() throws {
    let state = RecordSnapshotTests.conflict(context)
    let draft = try #require(RecordScreen.draft(state))
    let again = try open(draft)
    guard case .editing(let edit) = again.mode, case .conflict(let panel) = state.mode else {
      Issue.record("\(again.mode)")
      return
    }
    for row in panel.rows { #expect(edit.form.value(.field(row.field)) == row.mine) }
    #expect(edit.version != panel.conflict.currentVersion)
  }

  @Test func aSavedOrGivenUpFormIsNoDraft() {
    var state = page(.edit)
    type("x", &state)
    #expect(RecordScreen.draft(state) != nil)
    let receipt = ChangeReceipt(event: 1, summary: ChangeSummary(kind: .edited, title: "Gạo"))
    var saved = state
    _ = RecordScreen.update(&saved, .saved(Fixtures.id(1), receipt), context)
    #expect(RecordScreen.draft(saved) == nil)
    for _ in 0..<2 { _ = RecordScreen.update(&state, .cancel, context) }
    #expect(RecordScreen.draft(state) == nil)
  }

  @Test func aDraftOfARecordThatIsGoneIsKeptAndNamed() throws {
    var state = page(.note)
    type("còn đây", &state)
    var place = Destination(.record, venture: Fixtures.id(1))
    place.draft = RecordScreen.draft(state)
    var (again, _) = RecordScreen.start(place, context)
    let outcomes = RecordScreen.update(
      &again, .failed(.notFound(entity: "venture")), context)
    #expect(RecordScreen.draft(again) == place.draft)
    #expect(RecordScreen.hasUnsavedInput(again))
    guard case .shell(.announce(let message))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(message.text.contains("Bản nháp vẫn được giữ."))
  }

  @Test func aBodyThatDoesNotFitStaysADraft() {
    var place = Destination(.record, venture: Fixtures.id(1))
    place.draft = Draft("edit", at: place, title: DraftTitle.note("x"), body: ["version": "x"])
    var (state, _) = RecordScreen.start(place, context)
    _ = RecordScreen.update(&state, .loaded(Fixtures.record()), context)
    #expect(state.mode == .reading)
    #expect(RecordScreen.draft(state) == place.draft)
  }
}
