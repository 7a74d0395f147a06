import DashboardKit
import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardScreens

/// The judge's sheet: what keys do, and what is called entered and saved.
@Suite struct ScoringTests {
  private let context = Fixtures.context(
    Size(width: 80, height: 24), user: ScoringFixture.user)
  private let round = Identifier<Round>(high: 2, low: 1)

  private func press(
    _ key: KeyStroke, _ state: inout ScoringState
  ) -> [Outcome<ScoringEffect>] {
    if let action = ScoringScreen.action(for: .key(key), state, context) {
      return ScoringScreen.update(&state, action, context)
    }
    let text = ScoringScreen.text(in: .vietnamese)
    let command = ScoringScreen.commands(state, text, context).first {
      $0.keys.contains(key) && $0.disabledReason == nil
    }
    return command.map { ScoringScreen.update(&state, $0.action, context) } ?? []
  }

  private func shown(_ state: ScoringState) -> String {
    rows(of: drawn(ScoringScreen.self, state, context).canvas).joined(separator: "\n")
  }

  private func messages(_ outcomes: [Outcome<ScoringEffect>]) -> [String] {
    outcomes.compactMap {
      if case .shell(.announce(let message)) = $0 { message.text } else { nil }
    }
  }

  @Test func itOpensAtTheFirstMissingScore() {
    let state = ScoringFixture.loaded(context)
    #expect(state.entry?.code == "02" && state.focus == 1)
  }

  @Test func aNumberIsTakenWhenNoDigitCanFollowAndTheFocusGoesOn() {
    var state = ScoringFixture.loaded(context)
    #expect(ScoringFixture.type("1", &state, context).isEmpty)
    #expect(state.typed == "1" && state.focus == 1)
    let outcomes = ScoringFixture.type("7", &state, context)
    #expect(state.typed.isEmpty && state.focus == 2)
    let place = SheetPlace(entry: ScoringFixture.entry(2), judge: ScoringFixture.judge)
    let input = ScoringInput(place: place, kind: .value(criterion: "KT", hundredths: 1_700))
    let typed = Timestamp(milliseconds: ScoringFixture.start.milliseconds - 60_000)
    #expect(outcomes == [.perform(.enter([input], round, after: typed))])
  }

  @Test func commaAndPointAreTheSame() {
    for number in ["8,5", "8.5"] {
      var state = ScoringFixture.loaded(context)
      state.focus = 2
      ScoringFixture.type(number, &state, context)
      let kind = ScoreEvent.Kind.value(criterion: "TB", hundredths: 850)
      #expect(state.work.writing.map(\.kind) == [kind])
    }
  }

  @Test func whatIsNoScoreIsRefusedInWordsAndStoresNothing() {
    var state = ScoringFixture.loaded(context)
    #expect(ScoringFixture.type("25", &state, context).isEmpty)
    #expect(shown(state).contains("25 không nhận: điểm phải từ 0 đến 20."))
    state.focus = 2
    state.typed = ""
    #expect(ScoringFixture.type("7,3", &state, context).isEmpty)
    #expect(shown(state).contains("7,3 không nhận: điểm đi theo bước 0,5"))
    // Leaving the field with a number that is none keeps the focus there.
    _ = press(KeyStroke(.escape), &state)
    #expect(state.refusal == nil)
    #expect(!state.work.isOnItsWay)
  }

  @Test func enteredIsSaidOnlyWhenTheDiskHasItAndSavedOnlyWhenTheDatabaseHas() {
    var state = ScoringFixture.loaded(context)
    ScoringFixture.type("17", &state, context)
    #expect(shown(state).contains("17 …"))
    #expect(shown(state).contains("… Đang ghi 1 điểm vào máy này"))
    #expect(!shown(state).contains("17 ✓") && !shown(state).contains("17 •"))
    #expect(ScoringScreen.hasUnsavedInput(state))
    let events = ScoringFixture.events(state)
    let outcomes = ScoringFixture.reachDisk(&state, context)
    #expect(outcomes == [.perform(.deliver)])
    #expect(shown(state).contains("17 •"))
    #expect(shown(state).contains("1 điểm chờ gửi"))
    #expect(!ScoringScreen.hasUnsavedInput(state))
    let delivery = ScoreOutbox.Delivery(
      sent: events, outcomes: [events[0].id: .saved], waiting: 0)
    _ = ScoringScreen.update(
      &state, .delivered(delivery, at: ScoringFixture.start), context)
    #expect(shown(state).contains("17 ✓"))
    #expect(shown(state).contains("✓ Đã lưu 09:41:07"))
    // A reading that began before the database had it does not take it away again.
    _ = ScoringScreen.update(&state, .loaded(ScoringFixture.page()), context)
    #expect(shown(state).contains("17 ✓"))
  }

  @Test func whatTheDiskDoesNotTakeIsNotEntered() {
    var state = ScoringFixture.loaded(context)
    ScoringFixture.type("17", &state, context)
    let outcomes = ScoringScreen.update(&state, .notEntered(.diskFull, 1), context)
    #expect(messages(outcomes).first?.hasPrefix("1 điểm vừa gõ chưa được ghi.") == true)
    #expect(!shown(state).contains("17 "))
    #expect(state.sheet?.hundredths("KT") == nil)
  }

  @Test func typingGoesOnInOrderWhileTheDiskIsSlow() {
    var state = ScoringFixture.loaded(context, at: 4)
    #expect(ScoringFixture.type("7", &state, context).count == 1)
    #expect(ScoringFixture.type("8", &state, context).isEmpty, "the second waits for the first")
    #expect(state.work.queue.count == 1)
    let next = ScoringFixture.reachDisk(&state, context)
    #expect(next.count == 2 && next.last == .perform(.deliver))
    #expect(state.work.writing.map(\.kind) == [.value(criterion: "KT", hundredths: 800)])
  }

  @Test func aDeadServerIsTriedAgainLaterAndLater() {
    var state = ScoringFixture.loaded(context)
    ScoringFixture.type("17", &state, context)
    ScoringFixture.reachDisk(&state, context)
    var now = ScoringFixture.start
    var pauses: [Int64] = []
    for round in 0..<6 {
      let outcomes = ScoringScreen.update(
        &state, .undelivered(.unavailable("x"), waiting: 1, at: now), context)
      #expect(messages(outcomes).count == (round == 0 ? 1 : 0), "said once")
      let wake = ScoringScreen.wakesAt(state, isSeen: true) ?? now
      pauses.append(wake.milliseconds - now.milliseconds)
      now = wake
      #expect(ScoringScreen.update(&state, .time(now), context) == [.perform(.deliver)])
    }
    #expect(pauses == [1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
    let events = state.work.entered
    let delivery = ScoreOutbox.Delivery(
      sent: events, outcomes: [events[0].id: .alreadySaved], waiting: 0)
    let outcomes = ScoringScreen.update(&state, .delivered(delivery, at: now), context)
    #expect(messages(outcomes) == ["Đã kết nối lại; mọi điểm đã được lưu."])
    #expect(ScoringScreen.wakesAt(state, isSeen: true) == nil, "an idle sheet does nothing")
  }

  @Test func refusedLateAndSupersededAreSaid() {
    let cases: [(ScoreOutcome, String)] = [
      (.refused(.conflict("02")), "Bài 02: Giám khảo có xung đột"),
      (.late, "chưa tính"), (.superseded, "máy khác của bạn"),
    ]
    for (outcome, words) in cases {
      var state = ScoringFixture.loaded(context)
      ScoringFixture.type("17", &state, context)
      let events = ScoringFixture.events(state)
      ScoringFixture.reachDisk(&state, context)
      let delivery = ScoreOutbox.Delivery(
        sent: events, outcomes: [events[0].id: outcome], waiting: 0)
      let outcomes = ScoringScreen.update(
        &state, .delivered(delivery, at: ScoringFixture.start), context)
      #expect(messages(outcomes).contains { $0.contains(words) }, "\(messages(outcomes))")
      #expect(state.sheet?.hundredths("KT") == nil, "\(outcome)")
    }
  }

  @Test func aScoreIsTakenBackWhereItWasGiven() {
    var state = ScoringFixture.loaded(context)
    ScoringFixture.type("17", &state, context)
    ScoringFixture.reachDisk(&state, context)
    _ = press(KeyStroke(.pageDown), &state)
    #expect(state.entry?.code == "03")
    let outcomes = press(.control("z"), &state)
    #expect(state.entry?.code == "02" && state.focus == 1)
    #expect(outcomes.count == 1)
    #expect(state.work.writing.map(\.kind) == [.value(criterion: "KT", hundredths: nil)])
    ScoringFixture.reachDisk(&state, context)
    _ = press(.control("y"), &state)
    #expect(state.work.writing.map(\.kind) == [.value(criterion: "KT", hundredths: 1_700)])
  }

  @Test func theNextMissingScoreIsFoundOnTheSheetAndBeyond() {
    var state = ScoringFixture.loaded(context)
    _ = press(.alt("n"), &state)
    #expect(state.entry?.code == "02" && state.focus == 2)
    _ = press(.alt("n"), &state)
    #expect(state.entry?.code == "04" && state.focus == 0, "the third is complete")
    state.focus = 2
    _ = press(.alt("n"), &state)
    #expect(state.entry?.code == "02" && state.focus == 1, "round to the beginning")
  }

  @Test func remarksBeginWithTheirFirstLetterAndGoTheSameWay() {
    var state = ScoringFixture.loaded(context)
    _ = press(KeyStroke(.end), &state)
    ScoringFixture.type("Hay", &state, context)
    #expect(ScoringScreen.isTyping(state) && ScoringScreen.hasUnsavedInput(state))
    let outcomes = press(KeyStroke(.enter), &state)
    #expect(outcomes.count == 1 && state.panel == nil)
    #expect(state.work.writing.map(\.kind) == [.comment(criterion: "", "Hay")])
  }

  @Test func theStageIsOfferedAndNeverForced() {
    var state = ScoringFixture.loaded(context)
    var page = ScoringFixture.page()
    page.snapshot.round.stage = StageCall(
      entry: ScoringFixture.entry(1), phase: .pitch, runningSince: ScoringFixture.start,
      limit: 600_000)
    let outcomes = ScoringScreen.update(&state, .loaded(page), context)
    #expect(state.entry?.code == "02", "nobody is moved")
    #expect(messages(outcomes).first?.contains("mời bài 01") == true)
    #expect(shown(state).contains("F7: tới bài này"))
    let next = Timestamp(milliseconds: ScoringFixture.start.milliseconds + 1_000)
    #expect(ScoringScreen.wakesAt(state, isSeen: true) == next)
    #expect(ScoringScreen.wakesAt(state, isSeen: false) == nil, "nobody needs an unseen clock")
    let later = Timestamp(milliseconds: ScoringFixture.start.milliseconds + 252_000)
    _ = ScoringScreen.update(&state, .time(later), context)
    #expect(shown(state).contains("trình bày 4:12 / 10:00 · thêm 2:00"))
    _ = press(.function(7), &state)
    #expect(state.entry?.code == "01")
    page.snapshot.round.stage.runningSince = nil
    page.snapshot.round.stage.elapsed = 700_000
    page.snapshot.round.stage.phase = .questions
    _ = ScoringScreen.update(&state, .loaded(page), context)
    #expect(shown(state).contains("hỏi đáp 11:40 / 10:00 · tạm dừng · ! quá giờ"))
    #expect(ScoringScreen.wakesAt(state, isSeen: true) == nil, "a clock that stands wakes nobody")
  }

  @Test func sealingListsWhatIsNotCompleteAndWaitsForTheDatabase() {
    var state = ScoringFixture.loaded(context)
    _ = press(.function(8), &state)
    #expect(shown(state).contains("Niêm phong 2 phiếu đủ điểm?"))
    guard case .seal(let dialog, _)? = state.panel else {
      Issue.record("\(String(describing: state.panel))")
      return
    }
    #expect(dialog.question.contains("bài 02 thiếu 2, bài 04 thiếu 3"))
    #expect(press(KeyStroke(.enter), &state).isEmpty, "the safe answer has the focus")
    _ = press(.function(8), &state)
    _ = press(KeyStroke(.down), &state)
    let outcomes = press(KeyStroke(.enter), &state)
    #expect(
      outcomes == [
        .perform(
          .seal(
            [ScoringFixture.entry(1), ScoringFixture.entry(3)], ScoringFixture.judge, round))
      ])
    ScoringFixture.type("17", &state, context)
    ScoringFixture.reachDisk(&state, context)
    let refused = press(.function(8), &state)
    #expect(state.panel == nil)
    #expect(messages(refused).first?.contains("chưa tới cơ sở dữ liệu") == true)
  }

  @Test func aSealedSheetTakesNothingAndAsksWithAReason() {
    var state = ScoringFixture.loaded(context, at: 1) { page in
      page.snapshot.sheets[page.place(of: ScoringFixture.entry(1))]?.sealedAt =
        ScoringFixture.start
    }
    #expect(
      messages(ScoringFixture.type("5", &state, context)).first?.contains("niêm phong") == true)
    #expect(!state.work.isOnItsWay)
    _ = press(.alt("r"), &state)
    #expect(press(KeyStroke(.enter), &state).isEmpty)
    #expect(shown(state).contains("Cần ghi lý do."))
    for letter in "nhầm" {
      _ = ScoringScreen.update(&state, .input(.text(String(letter))), context)
    }
    let place = SheetPlace(entry: ScoringFixture.entry(1), judge: ScoringFixture.judge)
    #expect(
      press(KeyStroke(.enter), &state) == [.perform(.askReopening(place, round, "nhầm"))])
  }

  @Test func aConflictIsDeclaredAndThenNothingCanBeTyped() {
    var state = ScoringFixture.loaded(context)
    _ = press(.function(6), &state)
    _ = press(KeyStroke(.enter), &state)
    let outcomes = press(KeyStroke(.enter), &state)
    guard case .perform(.declare(let conflict, _))? = outcomes.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(conflict.kind == .organisation && conflict.judge == ScoringFixture.judge)
    var page = ScoringFixture.page()
    page.snapshot.conflicts = [conflict]
    _ = ScoringScreen.update(&state, .loaded(page), context)
    #expect(shown(state).contains("× Xung đột lợi ích: cùng đơn vị"))
    #expect(messages(ScoringFixture.type("5", &state, context)).count == 1)
    #expect(!state.work.isOnItsWay)
  }

  @Test func whatWasLeftBehindIsShownAsEnteredAndOffered() throws {
    var state = try #require(
      ScoringFixture.states(context).first { $0.0 == "left" }?.1)
    #expect(shown(state).contains("Lần trước còn 1 điểm nằm trên máy này"))
    var later = state
    _ = ScoringScreen.update(&later, .answer(1), context)
    #expect(shown(later).contains("16 •"), "it is on disk, so it is entered")
    #expect(ScoringScreen.update(&state, .answer(0), context) == [.perform(.merge)])
    var merge = ScoreJournals.Merge()
    merge.saved = 1
    let outcomes = ScoringScreen.update(&state, .merged(merge), context)
    #expect(messages(outcomes) == ["Đã gửi 1 điểm còn lại từ lần trước."])
    #expect(outcomes.last == .perform(.load(round)))
    #expect(state.work.entered.isEmpty)
  }

  @Test func whatTheDatabaseHasIsNoLongerOnItsWay() {
    var state = ScoringFixture.loaded(context)
    ScoringFixture.type("17", &state, context)
    ScoringFixture.reachDisk(&state, context)
    var page = ScoringFixture.page()
    let place = page.place(of: ScoringFixture.entry(2))
    for event in state.work.entered {
      page.snapshot.sheets[place]?.apply(
        event.kind, typedAt: event.typedAt, event: event.id)
    }
    _ = ScoringScreen.update(&state, .loaded(page), context)
    #expect(state.work.entered.isEmpty)
    #expect(state.sheet?.hundredths("KT") == 1_700)
  }

  @Test func theOwnSpreadIsOverOwnCompleteSheets() {
    let state = ScoringFixture.loaded(context)
    // 17 + 15 + 8.5 and 10 + 9 + 6: mean 32.75, shown with one decimal.
    #expect(shown(state).contains("Bạn: trung bình 32,8; từ 25 đến 40,5 (2 phiếu)"))
  }

  @Test func nothingOfOthersIsOnThePage() {
    let other = Identifier<Judge>(high: 4, low: 9)
    var whole = ScoringFixture.snapshot()
    let place = SheetPlace(entry: ScoringFixture.entry(1), judge: other)
    var sheet = ScoreSheet(entry: place.entry, judge: other)
    sheet.apply(
      .value(criterion: "TM", hundredths: 1_313), typedAt: ScoringFixture.start,
      event: Identifier(high: 9, low: 9))
    whole.sheets[place] = sheet
    whole.assigned.insert(place)
    // Also where the rules let more through, as after sealing all, the sheet shows the own scores.
    let state = ScoringFixture.loaded(context, at: 1) { $0.snapshot = whole }
    let text = ScoringScreen.text(in: .vietnamese)
    let copied = ScoringScreen.copies(state, text, context).map(\.text).joined()
    #expect(!shown(state).contains("13,13") && !copied.contains("13,13"))
    #expect(copied.contains("Tính mới, sáng tạo: 17"))
  }

  @Test func theEntryOnThePageStaysWhenOthersLeave() {
    var state = ScoringFixture.loaded(context, at: 3)
    var page = ScoringFixture.page()
    page.snapshot.entries[0].isWithdrawn = true
    _ = ScoringScreen.update(&state, .loaded(page), context)
    #expect(state.entry?.code == "03")
    #expect(state.page?.entries.count == 3)
  }

  @Test func whereTheJudgeWasIsRemembered() {
    let state = ScoringFixture.loaded(context, at: 3)
    var destination = Destination(.scoring)
    destination.memento = ScoringScreen.memento(state, context)
    let (again, outcomes) = ScoringScreen.start(destination, context)
    #expect(again.wanted == ScoringFixture.entry(3))
    #expect(outcomes == [.perform(.load(round))])
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func snapshots(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language, user: ScoringFixture.user)
    for (name, state) in ScoringFixture.states(context) {
      try expectSnapshot(
        drawn(ScoringScreen.self, state, context).canvas, "scoring", name, context)
    }
  }
}
