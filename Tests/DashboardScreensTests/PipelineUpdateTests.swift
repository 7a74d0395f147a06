import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct PipelineUpdateTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  func board() -> PipelineState { PipelineSnapshotTests.loaded(Fixtures.summaries(), context) }

  func press(_ event: InputEvent, _ state: inout PipelineState)
    -> [Outcome<PipelineEffect>]
  {
    if let action = PipelineScreen.action(for: event, state, context) {
      return PipelineScreen.update(&state, action, context)
    }
    let text = PipelineScreen.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = PipelineScreen.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return PipelineScreen.update(&state, command.action, context)
  }

  func key(_ key: Key) -> InputEvent { .key(KeyStroke(key)) }

  @Test func liftingChoosingAndDroppingMoves() {
    var state = board()
    #expect(press(.text(" "), &state).isEmpty)
    #expect(state.lift?.target == 1)
    #expect(press(key(.right), &state).isEmpty)
    #expect(state.lift?.target == 2)
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("incubation"))
    #expect(press(key(.enter), &state) == [.perform(.move(work, title: "Gạo ST tuần hoàn"))])
    #expect(state.lift == nil)
  }

  @Test func escapePutsTheCardBack() {
    var state = board()
    let before = state
    _ = press(.text(" "), &state)
    _ = press(key(.right), &state)
    #expect(press(key(.escape), &state).isEmpty)
    #expect(state == before)
  }

  @Test func missingFieldsAreFilledInPlaceAndTheMoveIsTriedAgain() throws {
    var state = board()
    let work = MoveWork(id: Fixtures.id(1), version: 3, request: .stage("screening"))
    let content = VentureContent(title: "Gạo ST tuần hoàn")
    _ = PipelineScreen.update(
      &state,
      .moved(
        work, title: "Gạo ST tuần hoàn",
        .missing([.field(.phone), Fixtures.plan], content, version: 5, [])), context)
    #expect(PipelineScreen.hasUnsavedInput(state))
    #expect(press(key(.enter), &state).isEmpty)
    for event in [InputEvent.text("0912345678"), key(.tab), .text("KH-01")] {
      #expect(press(event, &state).isEmpty)
    }
    var wanted = work
    wanted.version = 5
    wanted.change = MoveWork.Change(
      base: content, content: try content.setting(.phone, from: "0912345678"))
    wanted.evidence = [MoveWork.NewEvidence(code: "plan", reference: "KH-01")]
    #expect(press(key(.enter), &state) == [.perform(.move(wanted, title: "Gạo ST tuần hoàn"))])
  }

  @Test func goingBackAsksForAReason() throws {
    var state = board()
    _ = press(key(.right), &state)
    #expect(press(.key(KeyStroke(.left, .alt)), &state).isEmpty)
    #expect(press(key(.enter), &state).isEmpty)
    #expect(press(.text("thiếu người"), &state).isEmpty)
    let outcomes = press(key(.enter), &state)
    var work = MoveWork(id: Fixtures.id(3), version: 3, request: .stage("discovery"))
    work.reason = "thiếu người"
    #expect(outcomes == [.perform(.move(work, title: "Bột sữa hạt sen"))])
  }

  @Test func aChangeOfOthersMovesNoFocus() {
    var state = board()
    _ = press(key(.down), &state)
    #expect(state.focusedCard?.id == Fixtures.id(2))
    var others = Fixtures.summaries()
    others.insert(
      Fixtures.summary(
        99,
        Fixtures.Row(
          title: "Mới", organisation: .empty, who: "X", stage: "discovery", days: 400)), at: 0)
    #expect(PipelineScreen.reaction(to: [.ventures]) == .reload)
    _ = PipelineScreen.update(&state, .loaded(Fixtures.board(others)), context)
    #expect(state.focusedCard?.id == Fixtures.id(2))
  }

  @Test func lettersFindCardsWithoutAccents() {
    var state = board()
    _ = press(.text("d"), &state)
    #expect(state.focusedCard?.id == Fixtures.id(2))
    _ = press(key(.escape), &state)
    _ = press(.text("r"), &state)
    #expect(state.focus == 3)
    #expect(state.focusedCard?.title == "Robot học đường dạy tiếng Khmer")
  }

  @Test func searchingLoadsWithTheWords() {
    var state = board()
    #expect(press(.text("/"), &state).isEmpty)
    let outcomes = press(.text("g"), &state)
    guard case .perform(.load(let query)) = outcomes.first else {
      Issue.record("nothing is loaded")
      return
    }
    #expect(query.filter.text == "g")
    #expect(PipelineEffect.load(query).cancellationKey == "board")
  }

  /// On every size a card, a head and a stage can be clicked, and nothing lies outside.
  @Test(arguments: snapshotSizes)
  func targetsLieInside(_ size: Size) {
    let context = Fixtures.context(size)
    let state = PipelineSnapshotTests.loaded(Fixtures.summaries(), context)
    let frame = drawn(PipelineScreen.self, state, context)
    #expect(!frame.targets.isEmpty)
    for target in frame.targets {
      #expect(target.area.intersection(Rectangle(size)) == target.area)
    }
    #expect(frame.action(at: Point(x: 3, y: 6)) == .card(column: 0, place: 0))
  }
}
