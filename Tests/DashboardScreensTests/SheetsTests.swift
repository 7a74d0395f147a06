import DashboardKit
import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardScreens

@Suite struct SheetsTests {
  static func states() -> [(String, SheetsState)] {
    var empty = SheetsState()
    empty.isLoading = false
    var state = empty
    let open = SheetsRow(
      ScoringFixture.snapshot(), ScoringFixture.judge,
      contest: ScoringFixture.page().contest)
    var past = open
    past.round.state = .published
    past.round.content.title = ScoringFixture.text("Sơ khảo", "Screening")
    past.round.content.heldOn = Fixtures.today.adding(days: -60)
    (past.count, past.complete, past.sealed, past.conflicts) = (12, 12, 12, 1)
    state.rows = [open, past]
    var left = state
    left.left = 5
    var sending = left
    sending.isSending = true
    return [
      ("sheets", state), ("sheets-left", left), ("sheets-sending", sending),
      ("sheets-empty", empty), ("sheets-loading", SheetsState()),
    ]
  }

  private let context = Fixtures.context(
    Size(width: 80, height: 24), user: ScoringFixture.user)

  @Test func aRowCountsTheOwnSheetsOnly() throws {
    let row = try #require(Self.states()[0].1.rows.first)
    #expect(row.count == 4 && row.complete == 2 && row.sealed == 0 && row.conflicts == 0)
  }

  @Test func enterOpensTheSheetsOfTheRound() throws {
    var state = Self.states()[0].1
    let round = try #require(state.focused?.round.id)
    #expect(
      SheetsScreen.update(&state, .open, context)
        == [.shell(.open(Destination(.scoring, round: round)))])
    #expect(SheetsScreen.update(&state, .row(1), context) == [])
    #expect(state.focus == 1)
    #expect(SheetsScreen.update(&state, .row(1), context).count == 1)
  }

  @Test func whatWasLeftBehindIsOfferedAndReported() {
    var state = Self.states()[1].1
    let text = SheetsScreen.text(in: .vietnamese)
    let send = SheetsScreen.commands(state, text, context).first { $0.id == "sheets.send" }
    #expect(send?.disabledReason == nil)
    #expect(SheetsScreen.update(&state, .send, context) == [.perform(.merge)])
    #expect(state.isSending)
    var merge = ScoreJournals.Merge()
    merge.saved = 5
    let outcomes = SheetsScreen.update(&state, .merged(merge), context)
    #expect(state.left == 0 && !state.isSending)
    #expect(
      outcomes.first
        == .shell(.announce(Message(.done, "Đã gửi 5 điểm còn lại từ lần trước."))))
    #expect(outcomes.last == .perform(.load))
    let off = SheetsScreen.commands(state, text, context).first { $0.id == "sheets.send" }
    #expect(off?.disabledReason != nil)
  }

  @Test func changesOfScoresAreFollowed() {
    #expect(SheetsScreen.reaction(to: [.scores]) == .reload)
    #expect(SheetsScreen.reaction(to: [.ventures]) == nil)
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func snapshots(_ language: Language, _ size: Size) throws {
    let context = Fixtures.context(size, language, user: ScoringFixture.user)
    for (name, state) in Self.states() {
      try expectSnapshot(
        drawn(SheetsScreen.self, state, context).canvas, "sheets", name, context)
    }
  }
}
