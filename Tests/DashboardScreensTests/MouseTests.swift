import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// The mouse, as the host hands it on: presses to targets, the rest to the screen.
@Suite struct MouseTests {
  let context = Fixtures.context(Size(width: 120, height: 36))

  func board() -> PipelineState { PipelineSnapshotTests.loaded(Fixtures.summaries(), context) }
  func table() -> TableState { TableSnapshotTests.loaded(Fixtures.summaries(), context) }

  /// What a host does with a mouse event.
  func send<S: Screen>(
    _ screen: S.Type, _ kind: MouseEvent.Kind, at point: Point, _ state: inout S.State
  ) -> [Outcome<S.Effect>] {
    let event = MouseEvent(kind, .left, at: point)
    var action: S.Action?
    if kind == .press { action = drawn(screen, state, context).action(at: point) }
    action = action ?? S.action(for: .mouse(event), state, context)
    return action.map { S.update(&state, $0, context) } ?? []
  }

  /// The middle of the first area that does something.
  func place<S: Screen>(
    of action: S.Action, _ screen: S.Type, _ state: S.State
  ) throws -> Point {
    let target = drawn(screen, state, context).targets.last { $0.action == action }
    let area = try #require(target?.area)
    return Point(x: area.x + min(2, area.width - 1), y: area.y)
  }

  @Test func oneClickChoosesACardAndTheSecondOpensIt() throws {
    var state = board()
    let point = try place(of: .card(column: 2, place: 1), PipelineScreen.self, state)
    for kind in [MouseEvent.Kind.press, .release] {
      #expect(send(PipelineScreen.self, kind, at: point, &state).isEmpty)
    }
    #expect(state.focusedCard?.id == Fixtures.id(6))
    #expect(send(PipelineScreen.self, .press, at: point, &state).isEmpty)
    #expect(
      send(PipelineScreen.self, .release, at: point, &state)
        == [.shell(.open(Destination(.record, venture: Fixtures.id(6))))])
  }

  @Test func aKeyBetweenTwoClicksMakesThemTwo() throws {
    var state = board()
    let point = try place(of: .card(column: 0, place: 0), PipelineScreen.self, state)
    for kind in [MouseEvent.Kind.press, .release] {
      _ = send(PipelineScreen.self, kind, at: point, &state)
    }
    _ = PipelineScreen.update(&state, .stroke(KeyStroke(.down)), context)
    for kind in [MouseEvent.Kind.press, .release] {
      #expect(send(PipelineScreen.self, kind, at: point, &state).isEmpty)
    }
  }

  @Test func aCardIsDraggedToAnotherColumnWhichIsNamed() throws {
    var state = board()
    let start = try place(of: .card(column: 0, place: 0), PipelineScreen.self, state)
    let end = try place(of: .card(column: 2, place: 0), PipelineScreen.self, state)
    #expect(send(PipelineScreen.self, .press, at: start, &state).isEmpty)
    #expect(send(PipelineScreen.self, .drag, at: Point(x: start.x + 1, y: 9), &state).isEmpty)
    #expect(state.lift == nil)
    #expect(send(PipelineScreen.self, .drag, at: end, &state).isEmpty)
    #expect(state.lift?.target == 2 && state.lift?.isDragged == true)
    let shown = rows(of: drawn(PipelineScreen.self, state, context).canvas).joined()
    #expect(shown.contains("Chuyển «Gạo ST tuần hoàn» sang Ươm tạo"))
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("incubation"))
    #expect(
      send(PipelineScreen.self, .release, at: end, &state)
        == [.perform(.move(work, title: "Gạo ST tuần hoàn"))])
    #expect(state.lift == nil && state.press == nil)
  }

  @Test func aCardLetGoWhereItWasStays() throws {
    var state = board()
    let before = state
    let start = try place(of: .card(column: 0, place: 0), PipelineScreen.self, state)
    let away = try place(of: .card(column: 1, place: 0), PipelineScreen.self, state)
    _ = send(PipelineScreen.self, .press, at: start, &state)
    for point in [away, start] { _ = send(PipelineScreen.self, .drag, at: point, &state) }
    #expect(send(PipelineScreen.self, .release, at: start, &state).isEmpty)
    #expect(state == before)
  }

  @Test func aCardLetGoOutsideOfTheColumnsStays() throws {
    let start = try place(of: .card(column: 0, place: 0), PipelineScreen.self, board())
    let away = try place(of: .card(column: 2, place: 0), PipelineScreen.self, board())
    for outside in [Point(x: away.x, y: 0), Point(x: away.x, y: 35), Point(x: away.x, y: -2)] {
      var state = board()
      let before = state
      _ = send(PipelineScreen.self, .press, at: start, &state)
      _ = send(PipelineScreen.self, .drag, at: away, &state)
      _ = send(PipelineScreen.self, .drag, at: outside, &state)
      #expect(state.lift?.target == 0)
      let shown = rows(of: drawn(PipelineScreen.self, state, context).canvas).joined()
      #expect(shown.contains("Để nguyên «Gạo ST tuần hoàn»"))
      #expect(send(PipelineScreen.self, .release, at: outside, &state).isEmpty)
      #expect(state == before)
    }
  }

  @Test func aDroppedCardAsksForWhatIsMissingAsTheKeyboardDoes() throws {
    var state = board()
    let start = try place(of: .card(column: 0, place: 0), PipelineScreen.self, state)
    let end = try place(of: .card(column: 1, place: 0), PipelineScreen.self, state)
    _ = send(PipelineScreen.self, .press, at: start, &state)
    _ = send(PipelineScreen.self, .drag, at: end, &state)
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    #expect(
      send(PipelineScreen.self, .release, at: end, &state)
        == [.perform(.move(work, title: "Gạo ST tuần hoàn"))])
    let content = VentureContent(title: "Gạo ST tuần hoàn")
    _ = PipelineScreen.update(
      &state,
      .moved(
        work, title: "Gạo ST tuần hoàn",
        .missing([.field(.phone)], content, version: 3, [])), context)
    guard case .move = state.dialog else {
      Issue.record("nothing is asked for")
      return
    }
    let shown = rows(of: drawn(PipelineScreen.self, state, context).canvas).joined()
    #expect(shown.contains("Điện thoại"))
  }

  @Test func escapeEndsADrag() throws {
    var state = board()
    let start = try place(of: .card(column: 0, place: 0), PipelineScreen.self, state)
    let away = try place(of: .card(column: 3, place: 0), PipelineScreen.self, state)
    _ = send(PipelineScreen.self, .press, at: start, &state)
    _ = send(PipelineScreen.self, .drag, at: away, &state)
    _ = PipelineScreen.update(&state, .cancel, context)
    #expect(send(PipelineScreen.self, .release, at: away, &state).isEmpty)
    #expect(state.lift == nil)
  }

  /// At the right edge of a narrow screen the next hidden column becomes the target.
  @Test func draggingToTheEdgeReachesHiddenColumns() {
    let context = Fixtures.context(Size(width: 60, height: 20))
    var state = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    _ = PipelineScreen.update(&state, .card(column: 0, place: 0), context)
    for _ in 0..<9 {
      _ = PipelineScreen.update(&state, .dragged(Point(x: 59, y: 8)), context)
    }
    #expect(state.lift?.target == 5)
  }

  @Test func theWheelScrollsTheColumnUnderThePointer() {
    var many = (1...60).map {
      Fixtures.summary($0, Fixtures.rows[0])
    }
    many.append(Fixtures.summary(90, Fixtures.rows[2]))
    var state = PipelineSnapshotTests.loaded(many, context)
    state.focus = 1
    _ = send(PipelineScreen.self, .wheelDown, at: Point(x: 4, y: 9), &state)
    #expect(state.focus == 1)
    #expect(state.columns[0].cards.top == 1)
  }

  @Test func rowsOpenOnTheSecondClick() throws {
    var state = table()
    let point = try place(of: .row(4), TableScreen.self, state)
    #expect(send(TableScreen.self, .press, at: point, &state).isEmpty)
    #expect(state.list.focus == 4)
    #expect(
      send(TableScreen.self, .press, at: point, &state)
        == [.shell(.open(Destination(.record, venture: Fixtures.id(5))))])
  }

  @Test func headersSortAreMovedAndMadeWider() throws {
    var state = table()
    let code = try place(
      of: .pressHeader(.code, isEdge: false), TableScreen.self, state)
    let stage = try place(
      of: .pressHeader(.stage, isEdge: false), TableScreen.self, state)
    _ = send(TableScreen.self, .press, at: code, &state)
    #expect(send(TableScreen.self, .release, at: code, &state).count == 1)
    #expect(state.sort == VentureSort(.code))
    _ = send(TableScreen.self, .press, at: code, &state)
    _ = send(TableScreen.self, .drag, at: stage, &state)
    let shown = rows(of: drawn(TableScreen.self, state, context).canvas).joined()
    #expect(shown.contains("Đưa cột «Mã» đến chỗ «Giai đoạn»"))
    #expect(send(TableScreen.self, .release, at: stage, &state).isEmpty)
    #expect(state.columns.prefix(3).map(\.id) == [.title, .stage, .code])
    #expect(state.sort == VentureSort(.code))
    let edge = try place(
      of: .pressHeader(.title, isEdge: true), TableScreen.self, state)
    _ = send(TableScreen.self, .press, at: edge, &state)
    _ = send(TableScreen.self, .drag, at: Point(x: 3 + 12, y: 2), &state)
    _ = send(TableScreen.self, .release, at: Point(x: 3 + 12, y: 2), &state)
    #expect(state.columns[0].width == 12)
  }

  @Test func escapePutsADraggedHeaderBack() throws {
    var state = table()
    let edge = try place(of: .pressHeader(.title, isEdge: true), TableScreen.self, state)
    let before = state.columns
    _ = send(TableScreen.self, .press, at: edge, &state)
    _ = send(TableScreen.self, .drag, at: Point(x: 15, y: 2), &state)
    #expect(state.columns != before)
    let escape = InputEvent.key(KeyStroke(.escape))
    let action = try #require(TableScreen.action(for: escape, state, context))
    _ = TableScreen.update(&state, action, context)
    #expect(state.columns == before && state.header == nil)
    #expect(send(TableScreen.self, .release, at: edge, &state).isEmpty)
  }

  /// A header dragged to the very left and past the right edge, and an edge dragged out of bounds.
  @Test func headersDraggedBeyondTheTableStayWithinIt() throws {
    var state = table()
    let stage = try place(of: .pressHeader(.stage, isEdge: false), TableScreen.self, state)
    _ = send(TableScreen.self, .press, at: stage, &state)
    _ = send(TableScreen.self, .drag, at: Point(x: -5, y: 2), &state)
    _ = send(TableScreen.self, .release, at: Point(x: -5, y: 2), &state)
    #expect(state.columns.first?.id == .stage)
    let first = try place(of: .pressHeader(.stage, isEdge: false), TableScreen.self, state)
    _ = send(TableScreen.self, .press, at: first, &state)
    _ = send(TableScreen.self, .drag, at: Point(x: 500, y: 2), &state)
    let text = TableScreen.text(in: .vietnamese)
    let last = TableColumns.placed(state, text, width: context.size.width).last?.column.id
    _ = send(TableScreen.self, .release, at: Point(x: 500, y: 2), &state)
    #expect(TableColumns.placed(state, text, width: context.size.width).last?.column.id == .stage)
    #expect(last != .stage)
    for (x, width) in [(-40, 4), (900, 60)] {
      let edge = try place(of: .pressHeader(.code, isEdge: true), TableScreen.self, state)
      _ = send(TableScreen.self, .press, at: edge, &state)
      _ = send(TableScreen.self, .drag, at: Point(x: x, y: 2), &state)
      _ = send(TableScreen.self, .release, at: Point(x: x, y: 2), &state)
      #expect(state.columns.first { $0.id == .code }?.width == width)
      state.columns = ColumnSetting.standard
    }
  }
}
