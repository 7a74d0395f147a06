import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Team, evidence, moves and leaving on the page.
@Suite struct RecordDepthTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  static func teamed(_ context: ScreenContext) -> RecordState {
    var record = Fixtures.record()
    record.team = [
      TeamMember(
        person: Person(
          id: Identifier(high: 7, low: 1), fullName: "Lý Thị Hoa",
          phone: PhoneNumber(stored: "0912345678")), duty: "kỹ thuật"),
      TeamMember(
        person: Person(id: Identifier(high: 7, low: 2), fullName: "Danh Kim"), duty: .empty),
    ]
    var (state, _) = RecordScreen.start(Destination(.record, venture: Fixtures.id(1)), context)
    _ = RecordScreen.update(&state, .loaded(record), context)
    return state
  }

  static func modes(_ context: ScreenContext) -> [(String, RecordState)] {
    let state = teamed(context)
    func after(_ actions: RecordAction...) -> RecordState {
      var copy = state
      for action in actions { _ = RecordScreen.update(&copy, action, context) }
      return copy
    }
    return [
      ("teaming", after(.team)), ("recording", after(.recordEvidence)),
      ("moves", after(.chooseMove)),
      ("team", after(.stroke(KeyStroke(.tab)), .stroke(KeyStroke(.tab)))),
    ]
  }

  @discardableResult
  func press(_ event: InputEvent, _ state: inout RecordState) -> [Outcome<RecordEffect>] {
    if let action = RecordScreen.action(for: event, state, context) {
      return RecordScreen.update(&state, action, context)
    }
    let text = RecordScreen.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = RecordScreen.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return RecordScreen.update(&state, command.action, context)
  }

  func key(_ key: Key) -> InputEvent { .key(KeyStroke(key)) }

  @Test func theFormOpensAsSoonAsTheVentureIsThere() {
    var (state, _) = RecordScreen.start(
      Destination(.record, venture: Fixtures.id(1), isEditing: true), context)
    _ = RecordScreen.update(&state, .loaded(Fixtures.record()), context)
    guard case .editing = state.mode else {
      Issue.record("\(state.mode)")
      return
    }
    _ = RecordScreen.update(&state, .cancel, context)
    _ = RecordScreen.update(&state, .loaded(Fixtures.record()), context)
    #expect(state.mode == .reading, "a reload does not open it again")
  }

  @Test func aMemberIsAddedChangedAndRemoved() {
    var state = Self.teamed(context)
    press(.key(.control("t")), &state)
    press(key(.tab), &state)
    press(.text(" trưởng"), &state)
    for _ in 0..<2 { press(key(.tab), &state) }
    press(.key(.control("u")), &state)
    for _ in 0..<3 { press(key(.tab), &state) }
    press(.text("Thạch Sơn"), &state)
    let outcomes = press(.key(.control("s")), &state)
    let wanted = [
      TeamEntry(
        person: Identifier(high: 7, low: 1), fullName: "Lý Thị Hoa", duty: "kỹ thuật trưởng",
        phone: PhoneNumber(stored: "0912345678")),
      TeamEntry(fullName: "Thạch Sơn"),
    ]
    #expect(outcomes == [.perform(.team(Fixtures.id(1), wanted, version: 3))])
  }

  @Test func aRoleWithoutANameIsRefusedInPlace() {
    var state = Self.teamed(context)
    press(.key(.control("t")), &state)
    press(.key(.control("u")), &state)
    #expect(press(.key(.control("s")), &state).isEmpty)
    guard case .teaming(let edit) = state.mode else {
      Issue.record("the form was closed")
      return
    }
    #expect(edit.form.fields[0].problem == .required)
  }

  @Test func evidenceIsRecordedWithoutMoving() {
    var state = Self.teamed(context)
    press(.key(.control("e")), &state)
    press(key(.tab), &state)
    press(.text("KH-13/2020"), &state)
    let evidence = Evidence(code: "plan", recordedOn: Fixtures.today, reference: "KH-13/2020")
    #expect(
      press(.key(.control("s")), &state)
        == [.perform(.record(Fixtures.id(1), evidence, version: 3))])
    let receipt = ChangeReceipt(event: 9, summary: ChangeSummary(kind: .evidence, title: "Gạo"))
    let outcomes = RecordScreen.update(&state, .recorded(receipt), context)
    #expect(outcomes.first == .shell(.remember(receipt)) && state.mode == .reading)
  }

  @Test func aNoteHasSeveralLines() {
    var state = Self.teamed(context)
    press(.key(.control("n")), &state)
    for event in [InputEvent.text("một"), key(.enter), .text("hai")] { press(event, &state) }
    #expect(
      press(.key(.control("s")), &state) == [.perform(.note(Fixtures.id(1), "một\nhai"))])
  }

  @Test func escapeSaysFirstWhatWouldBeLost() {
    var state = Self.teamed(context)
    press(.key(KeyStroke(.function(2))), &state)
    press(.text("x"), &state)
    #expect(press(key(.escape), &state).count == 1)
    guard case .editing = state.mode else {
      Issue.record("the form was thrown away")
      return
    }
    press(.text("y"), &state)
    #expect(press(key(.escape), &state).count == 1)
    #expect(press(key(.escape), &state).isEmpty)
    #expect(state.mode == .reading)
  }

  @Test func escapeOfAnUntouchedFormClosesIt() {
    var state = Self.teamed(context)
    press(.key(KeyStroke(.function(2))), &state)
    #expect(press(key(.escape), &state).isEmpty)
    #expect(state.mode == .reading)
  }

  @Test func escapeIsNotDeadWhileSaving() {
    var state = Self.teamed(context)
    press(.key(KeyStroke(.function(2))), &state)
    press(.text("x"), &state)
    #expect(press(.key(.control("s")), &state).count == 1)
    #expect(state.isWorking)
    guard case .shell(.announce(let message)) = press(key(.escape), &state).first else {
      Issue.record("nothing is said")
      return
    }
    #expect(message.text.contains("Đang lưu"))
    press(key(.escape), &state)
    #expect(state.mode == .reading)
  }

  @Test func aPanelOfAMoveAsksBeforeItIsThrownAway() {
    var panel = MovePanel(
      reasonFor: MoveWork(id: Fixtures.id(1), version: 3, request: .drop), title: "Gạo")
    #expect(panel.handle(key(.escape), width: 80) == .cancelled)
    #expect(panel.handle(.text("x"), width: 80) == .handled)
    #expect(panel.handle(key(.escape), width: 80) == .handled)
    #expect(panel.isLeaving)
    #expect(panel.handle(key(.escape), width: 80) == .cancelled)
  }

  @Test func undoIsNotTakenBackBehindAForm() {
    var state = Self.teamed(context)
    press(.key(KeyStroke(.function(2))), &state)
    let commands = RecordScreen.commands(state, RecordScreen.text(in: .vietnamese), context)
    let bound = commands.first { $0.keys.contains(.control("z")) }
    #expect(bound?.disabledReason != nil)
  }

  @Test func whatCannotBeMovedSaysWhy() {
    var state = Self.teamed(context)
    state.record?.venture.position.status = .setAside
    let words = RecordScreen.text(in: .vietnamese)
    let advance = RecordScreen.commands(state, words, context).first { $0.id == "venture.advance" }
    #expect(advance?.disabledReason == "Hồ sơ tạm dừng; hãy Tiếp tục trước.")
    state.record?.venture.position.status = .active
    state.record?.venture.position.stage = "market"
    let last = RecordScreen.commands(state, words, context).first { $0.id == "venture.advance" }
    #expect(last?.disabledReason == "Hồ sơ đã ở giai đoạn cuối.")
  }

  @Test func theMenuOffersWhatTheStatusAllows() {
    let position = Fixtures.record().venture.position
    let active = MoveMenu(position, title: "Gạo", Fixtures.startup)
    #expect(active.list.choices.count == 7)
    #expect(active.list.focused?.id == "stage prototype")
    var resting = position
    resting.status = .setAside
    #expect(
      MoveMenu(resting, title: "Gạo", Fixtures.startup).list.choices.map(\.id)
        == ["resume", "drop"])
    resting.status = .dropped
    #expect(
      MoveMenu(resting, title: "Gạo", Fixtures.startup).list.choices.map(\.id) == ["resume"])
  }
}
