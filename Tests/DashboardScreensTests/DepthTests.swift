import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Marks, columns, saved views and many at once.
@Suite struct DepthTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  func table() -> TableState { TableSnapshotTests.loaded(Fixtures.summaries(), context) }

  @discardableResult
  func press(_ event: InputEvent, _ state: inout TableState) -> [Outcome<TableEffect>] {
    if let action = TableScreen.action(for: event, state, context) {
      return TableScreen.update(&state, action, context)
    }
    let text = TableScreen.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = TableScreen.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return TableScreen.update(&state, command.action, context)
  }

  func key(_ key: Key, _ held: Modifiers = []) -> InputEvent { .key(KeyStroke(key, held)) }

  // MARK: Marks

  @Test func shiftMarksOnTheWay() {
    var state = table()
    for _ in 0..<3 { press(key(.down, .shift), &state) }
    #expect(state.list.marks == Set((1...4).map(Fixtures.id)))
    #expect(state.list.focus == 3)
  }

  @Test func aRangeIsMarkedFromTheLastMark() {
    var state = table()
    press(key(.down), &state)
    press(.text(" "), &state)
    for _ in 0..<3 { press(key(.down), &state) }
    #expect(press(.key(.alt("r")), &state).isEmpty)
    #expect(state.list.marks == Set((2...6).map(Fixtures.id)))
    press(.key(.alt("u")), &state)
    #expect(state.list.marks.isEmpty && state.anchor == nil)
  }

  @Test func aRangeBeyondTheWindowIsAskedFor() async {
    var state = table()
    let page = VenturePage(total: 4_000, offset: 0, rows: Fixtures.summaries())
    _ = TableScreen.update(
      &state, .loaded(page, query: TableScreen.query(state, context)), context)
    let outcomes = press(.key(.alt("a")), &state)
    guard case .perform(.range(let query, index: nil, places: 0..<4_000)) = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    let reply = await TableScreen.perform(
      .range(query, index: nil, places: 2..<5),
      EffectTests.services(FakeVentures(Fixtures.content(), version: 3))
    ) { _ in }
    #expect(reply == .rangeLoaded((3...5).map(Fixtures.id)))
    let many = VenturePage(total: 9_000, offset: 0, rows: Fixtures.summaries())
    _ = TableScreen.update(
      &state, .loaded(many, query: TableScreen.query(state, context)), context)
    guard case .shell(.announce(let message)) = press(.key(.alt("a")), &state).first else {
      Issue.record("nothing is said about too many")
      return
    }
    #expect(message.text.contains("5.000"))
  }

  // MARK: Columns

  @Test func columnsAreHiddenMovedAndResizedByKeys() {
    var state = table()
    press(.key(.alt("c")), &state)
    press(.text(" "), &state)
    press(key(.pageDown), &state)
    press(key(.down), &state)
    press(key(.right), &state)
    #expect(state.columns == ColumnSetting.standard)
    press(key(.enter), &state)
    #expect(state.columns[0].id == .title)
    #expect(state.columns[1] == ColumnSetting(id: .code, isShown: false))
    #expect(state.columns[2] == ColumnSetting(id: .stage, width: 13))
    let header = rows(of: drawn(TableScreen.self, state, context).canvas)[2]
    #expect(!header.contains("Mã") && header.contains("Giai đoạn"))
  }

  @Test func theTitleCannotBeHidden() {
    var panel = ColumnsPanel(columns: ColumnSetting.standard)
    panel.toggle(1)
    #expect(panel.columns[1].isShown)
  }

  @Test func escapeLeavesTheColumnsAsTheyWere() {
    var state = table()
    press(.key(.alt("c")), &state)
    press(.text(" "), &state)
    press(key(.escape), &state)
    #expect(state.columns == ColumnSetting.standard && state.dialog == nil)
  }

  // MARK: Views

  @Test func aViewComesBackAsItWas() {
    var state = table()
    state.filter.stages = ["incubation", "trial"]
    state.filter.statuses = [.active]
    state.filter.place = "Mỹ Xuyên"
    state.filter.source = .contest
    state.filter.onlyStalled = true
    state.filter.dueBy = Fixtures.today.adding(days: 7)
    state.sort = VentureSort(.due, descending: true)
    state.search = TextField("gạo")
    state.columns.swapAt(0, 3)
    state.columns[5].isShown = false
    state.columns[2].width = 22
    let view = TableView(state)
    let definition = view.definition(today: Fixtures.today)
    #expect(TableView(definition: definition, today: Fixtures.today) == view)
    // Days count from the day on which the view is opened.
    let later = TableView(definition: definition, today: Fixtures.today.adding(days: 30))
    #expect(later?.filter.dueBy == Fixtures.today.adding(days: 37))
    #expect(TableView(definition: "[1", today: Fixtures.today) == nil)
    let strange = TableView(
      definition: #"{"columns":["code:9999","zzz","code"],"sort":"zzz"}"#, today: Fixtures.today)
    #expect(strange?.columns.first == ColumnSetting(id: .code, width: 60))
    #expect(strange?.sort == VentureSort(.title))
  }

  @Test func viewsAreKeptOpenedAndDeletedByKeys() {
    var state = table()
    #expect(press(.key(.alt("v")), &state) == [.perform(.views)])
    _ = TableScreen.update(&state, .viewsLoaded([]), context)
    press(key(.enter), &state)
    press(.text("Chờ"), &state)
    let definition = TableView(state).definition(today: Fixtures.today)
    #expect(
      press(key(.enter), &state)
        == [.perform(.save(SavedView(name: "Chờ", definition: definition)))])
    let receipt = ChangeReceipt(event: 9, summary: ChangeSummary(kind: .created, title: "Chờ"))
    let outcomes = TableScreen.update(
      &state, .viewChanged(receipt, isDeleted: false), context)
    #expect(outcomes.first == .shell(.remember(receipt)) && state.dialog == nil)
    var other = TableView(state)
    other.filter.onlyStalled = true
    let saved = SavedView(
      name: "Đứng lại", definition: other.definition(today: Fixtures.today))
    _ = TableScreen.update(&state, .viewsLoaded([saved]), context)
    #expect(press(key(.delete), &state) == [.perform(.deleteView("Đứng lại"))])
    #expect(press(key(.enter), &state).count == 1)
    #expect(state.filter.onlyStalled && state.dialog == nil)
  }

  // MARK: Many at once

  @Test func aTagIsPreviewedAndThenGivenToAll() {
    var state = table()
    for _ in 0..<2 { press(.text(" "), &state) }
    press(.key(.alt("b")), &state)
    press(key(.enter), &state)
    press(.text("ưu tiên"), &state)
    let change = BulkChange.addTag("ưu tiên")
    let ids = [Fixtures.id(1), Fixtures.id(2)]
    #expect(press(key(.enter), &state) == [.perform(.plan(change, ids))])
    #expect(press(key(.enter), &state).isEmpty, "nothing is done before the preview is there")
    var plan = BulkPlan()
    plan.changes = [BulkPlan.Item(id: ids[0], title: "Gạo ST tuần hoàn", version: 3)]
    plan.unchanged = 1
    plan.refused = [BulkPlan.Refused(id: ids[1], title: "B", reason: .gone)]
    _ = TableScreen.update(&state, .planned(change, plan), context)
    let shown = rows(of: drawn(TableScreen.self, state, context).canvas).joined(separator: "\n")
    #expect(shown.contains("Sẽ đổi 1 hồ sơ · 1 đã như vậy · ! 1 bị từ chối"))
    #expect(shown.contains("× B: đã bị xóa"))
    #expect(press(key(.enter), &state) == [.perform(.apply(change, plan.changes))])
    #expect(press(key(.enter), &state).isEmpty, "it is not done twice")
    let receipt = ChangeReceipt(
      event: 9, summary: ChangeSummary(kind: .edited, title: "Gạo ST tuần hoàn"))
    let outcomes = TableScreen.update(&state, .applied(receipt, count: 1), context)
    #expect(outcomes.count { if case .shell(.remember) = $0 { true } else { false } } == 1)
    #expect(state.dialog == nil)
  }

  @Test func whatChangedMeanwhileIsPreviewedAnew() {
    var state = table()
    press(.text(" "), &state)
    let change = BulkChange.move(.setAside, reason: .empty)
    var panel = BulkPanel([Fixtures.id(1)], Fixtures.startup)
    panel.step = .previewing(change, BulkPlan())
    panel.isWorking = true
    state.dialog = .bulk(panel)
    let conflict = StorageError.conflict(
      Conflict(
        title: "Gạo", changedBy: "minh", changedAt: Fixtures.today.at(hour: 9),
        currentVersion: 4, expectedVersion: 3, differences: []))
    let outcomes = TableScreen.update(&state, .bulkFailed(conflict), context)
    #expect(outcomes.contains(.perform(.plan(change, [Fixtures.id(1)]))))
  }

  @Test func theMenuOfMovesMovesEverythingMarked() {
    var state = table()
    press(.text(" "), &state)
    press(.key(.control("d")), &state)
    guard case .bulk(let panel) = state.dialog else {
      Issue.record("\(String(describing: state.dialog))")
      return
    }
    #expect(panel.ids == [Fixtures.id(1)])
  }

  @Test func withoutMarksTheMenuMovesTheRow() {
    var state = table()
    press(.key(.control("d")), &state)
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    #expect(
      press(key(.enter), &state) == [.perform(.move(work, title: "Gạo ST tuần hoàn"))])
  }

  @Test func editingOpensTheForm() {
    var state = table()
    #expect(
      press(key(.function(2)), &state)
        == [.shell(.open(Destination(.record, venture: Fixtures.id(1), isEditing: true)))])
  }

  // MARK: Searching

  @Test func accentsThatWereTypedMustBeThere() async throws {
    let ventures = FakeVentures(Fixtures.content(), version: 3)
    func found(_ query: String) async -> [Identifier<Venture>] {
      var state = table()
      state.search = TextField(query)
      state.list.restart()
      let index = await TableScreen.perform(.index, EffectTests.services(ventures)) { _ in }
      if case .indexed(let made) = index { state.index = made }
      let reply = await TableScreen.perform(
        .load(TableScreen.query(state, context), index: state.index),
        EffectTests.services(ventures)
      ) { _ in }
      guard case .loaded(let page, query: _) = reply else { return [] }
      return page.rows.map(\.id)
    }
    #expect(await found("gao") == [Fixtures.id(1)])
    #expect(await found("gạo") == [Fixtures.id(1)])
    #expect(await found("gáo").isEmpty)
    #expect(await found("GẠO st").count == 1)
    #expect(await found("đậu") == [Fixtures.id(2)])
  }

  @Test func onlyWordsWithAccentsAreStrict() {
    #expect(TableLoading.accented("gạo sach Đỏ st-01") == ["gạo", "đỏ"])
  }

  @Test func rowsThatAreMissingAreLoadedWhenTheScreenGrows() {
    var state = table()
    let page = VenturePage(total: 400, offset: 0, rows: Fixtures.summaries())
    _ = TableScreen.update(
      &state, .loaded(page, query: TableScreen.query(state, context)), context)
    let large = Fixtures.context(Size(width: 200, height: 60))
    let action = TableScreen.reaction(toSizeOf: large, state)
    let outcomes = action.map { TableScreen.update(&state, $0, large) } ?? []
    guard case .perform(.load(let query, index: _)) = outcomes.first else {
      Issue.record("nothing is loaded")
      return
    }
    #expect(query.limit == 168)
  }
}

/// The new dialogs, drawn.
@Suite struct DepthSnapshotTests {
  static func choosing(_ context: ScreenContext) -> PipelineState {
    var state = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&state, .openMoves, context)
    return state
  }

  static func tables(
    _ context: ScreenContext, _ summaries: [VentureSummary]
  ) -> [(String, TableState)] {
    let table = TableSnapshotTests.loaded(summaries, context)
    var columns = table
    _ = TableScreen.update(&columns, .openColumns, context)
    var views = table
    _ = TableScreen.update(
      &views,
      .viewsLoaded([
        SavedView(name: "Đứng lại", definition: ""), SavedView(name: Fixtures.long, definition: ""),
      ]), context)
    var naming = views
    _ = TableScreen.update(&naming, .view("+"), context)
    var marked = table
    for _ in 0..<3 { _ = TableScreen.update(&marked, .mark, context) }
    _ = TableScreen.update(&marked, .openBulk, context)
    var filling = marked
    _ = TableScreen.update(&filling, .bulk("move drop"), context)
    _ = TableScreen.update(&filling, .submit, context)
    var preview = marked
    _ = TableScreen.update(&preview, .bulk("move set-aside"), context)
    var plan = BulkPlan()
    plan.changes = summaries.prefix(2).map {
      BulkPlan.Item(id: $0.id, title: $0.title, version: $0.version)
    }
    plan.refused = summaries.dropFirst(2).prefix(3).map {
      BulkPlan.Refused(
        id: $0.id, title: $0.title,
        reason: .move(.missing([.field(.phone), .field(.problem), Fixtures.plan])))
    }
    _ = TableScreen.update(
      &preview, .planned(.move(.setAside, reason: .empty), plan), context)
    return [
      ("columns", columns), ("views", views), ("naming", naming), ("bulk", marked),
      ("bulk-reason", filling), ("bulk-preview", preview),
    ]
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func dialogs(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language)
    for (name, state) in Self.tables(context, Fixtures.summaries()) {
      try expectSnapshot(drawn(TableScreen.self, state, context).canvas, "table", name, context)
    }
    try expectSnapshot(
      drawn(PipelineScreen.self, Self.choosing(context), context).canvas, "board", "moves",
      context)
    for (name, state) in RecordDepthTests.modes(context) {
      try expectSnapshot(drawn(RecordScreen.self, state, context).canvas, "record", name, context)
    }
    try expectSnapshot(
      drawn(OverviewScreen.self, OverviewTests.loaded(context), context).canvas, "overview",
      "normal", context)
    let (empty, _) = OverviewScreen.start(Destination(.overview), context)
    try expectSnapshot(
      drawn(OverviewScreen.self, empty, context).canvas, "overview", "empty", context)
    try expectSnapshot(
      drawn(OverviewScreen.self, OverviewTests.failed(context), context).canvas, "overview",
      "error", context)
    try expectSnapshot(
      drawn(OverviewScreen.self, OverviewTests.loaded(context, isLong: true), context).canvas,
      "overview", "longest", context)
  }
}
