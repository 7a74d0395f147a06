import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct RecordUpdateTests {
  let context = Fixtures.context(Size(width: 80, height: 24))

  @Test func savingSendsWhatChangedWithTheVersionThatWasRead() throws {
    var state = RecordSnapshotTests.loaded(context)
    _ = RecordScreen.update(&state, .edit, context)
    #expect(!RecordScreen.hasUnsavedInput(state))
    for event in [InputEvent.text(" 2"), .key(.control("s"))] {
      guard let action = RecordScreen.action(for: event, state, context) else {
        Issue.record("\(event) means nothing")
        return
      }
      let outcomes = RecordScreen.update(&state, action, context)
      guard event == .key(.control("s")) else { continue }
      let base = Fixtures.content()
      let mine = try base.setting(.title, from: "Gạo ST tuần hoàn 2")
      #expect(
        outcomes == [.perform(.save(Fixtures.id(1), mine, base: base, version: 3))])
    }
  }

  @Test func errorsKeepTheFormOpen() {
    var state = RecordSnapshotTests.loaded(context)
    _ = RecordScreen.update(&state, .section(.people), context)
    _ = RecordScreen.update(&state, .edit, context)
    _ = RecordScreen.update(&state, .field(.field(.phone)), context)
    _ = RecordScreen.update(&state, .input(.text("12")), context)
    #expect(RecordScreen.update(&state, .input(.key(.control("s"))), context).isEmpty)
    guard case .editing(let edit) = state.mode else {
      Issue.record("the form was closed")
      return
    }
    #expect(edit.form.fields.first { $0.id == .field(.phone) }?.problem != nil)
  }

  @Test func conflictsStartFieldByFieldAndSaveTheChoice() throws {
    var state = RecordSnapshotTests.conflict(context)
    guard case .conflict(let panel) = state.mode else {
      Issue.record("no conflict is shown")
      return
    }
    #expect(panel.rows.map(\.field) == [.place, .nextStep])
    #expect(panel.rows.map(\.keepsMine) == [false, true])
    var wanted = Fixtures.content()
    wanted.place = "Châu Thành"
    wanted.nextStep = "ký hợp đồng"
    let theirs = panel.theirs
    let save = RecordEffect.save(Fixtures.id(1), wanted, base: theirs, version: 4)
    #expect(
      RecordScreen.update(&state, .input(.key(KeyStroke(.enter))), context) == [.perform(save)])
  }

  @Test func escapeOnANewVentureGoesBack() {
    var (state, outcomes) = RecordScreen.start(Destination(.record), context)
    #expect(outcomes.isEmpty)
    #expect(RecordScreen.update(&state, .cancel, context) == [.shell(.back)])
  }

  /// The page can be scrolled to its last line at every size, and no further.
  @Test(arguments: snapshotSizes)
  func scrollingEndsAtTheLastLine(_ size: Size) {
    let context = Fixtures.context(size)
    var state = RecordSnapshotTests.loaded(context, isLong: true)
    for _ in 0..<500 { _ = RecordScreen.update(&state, .stroke(KeyStroke(.down)), context) }
    let end = state.top
    _ = RecordScreen.update(&state, .stroke(KeyStroke(.end)), context)
    #expect(state.top == end && end > 0)
    #expect(state.section == .timeline)
  }
}

/// An open form follows a change of language: nothing that it shows was stored in words.
@Suite struct LanguageTests {
  @Test func anOpenFormFollowsTheLanguage() {
    let size = Size(width: 80, height: 24)
    let vietnamese = Fixtures.context(size)
    var state = RecordSnapshotTests.loaded(vietnamese)
    _ = RecordScreen.update(&state, .edit, vietnamese)
    _ = RecordScreen.update(&state, .field(.field(.phone)), vietnamese)
    _ = RecordScreen.update(&state, .input(.text("12")), vietnamese)
    _ = RecordScreen.update(&state, .submit, vietnamese)
    let shown = rows(of: drawn(RecordScreen.self, state, Fixtures.context(size, .english)).canvas)
    let english = shown.joined(separator: "\n")
    #expect(english.contains("Telephone") && english.contains("Startup"))
    #expect(!english.contains("Điện thoại") && !english.contains("Khởi nghiệp ›"))
  }
}
