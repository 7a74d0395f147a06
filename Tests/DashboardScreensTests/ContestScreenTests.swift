import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct ContestScreenTests {
  typealias Fixture = ContestFixtures
  private let context = Fixture.context(Size(width: 120, height: 36))

  @Test(arguments: Language.allCases, snapshotSizes)
  func contests(_ language: Language, _ size: Size) throws {
    let context = Fixture.context(size, language)
    for (name, draw) in Fixture.states(context) {
      try expectSnapshot(draw(context), "contests", name, context)
    }
  }

  /// The board keeps its order while somebody looks at it, whatever scores come.
  @Test func nothingReordersUnderTheCursor() {
    var state = Fixture.desk(.board, context)
    let before = state.order
    _ = Fixture.Desk.update(&state, .stroke(KeyStroke(.down)), context)
    let focus = state.list.focused?.id
    var snapshot = Fixture.snapshot()
    let low = SheetPlace(entry: Fixture.entries[3].entry, judge: Fixture.judges[0].judge)
    for code in ["TM", "KT", "MH", "UD", "DN", "TD", "TB"] {
      snapshot.sheets[low]?.scores[code]?.value = 2_000
    }
    for judge in Fixture.judges {
      snapshot.sheets[SheetPlace(entry: Fixture.entries[0].entry, judge: judge.judge)] = nil
    }
    let old = Fixture.page()
    let page = RoundPage(
      snapshot: snapshot, record: old.record, summaries: old.summaries, obstacles: [:],
      reopenings: [], verdict: nil, versions: [], board: RoundBoard(snapshot),
      loadedAt: old.loadedAt)
    _ = Fixture.Desk.update(&state, .loaded(page), context)
    #expect(page.board.lines.map(\.code) != before)
    #expect(state.order == before && state.isOutOfOrder)
    #expect(state.list.rows.map(\.id) == before && state.list.focused?.id == focus)
    _ = Fixture.Desk.update(&state, .resort, context)
    #expect(state.list.rows.map(\.id) == page.board.lines.map(\.code))
    #expect(!state.isOutOfOrder && state.list.focused?.id == focus)
  }

  /// Advice never changes the official part, and advice for an older page is dropped.
  @Test func adviceStandsBesideTheResult() {
    let plain = Fixture.page(isAdvised: false)
    var board = plain.board
    RoundAdvice(plain.snapshot)?.fill(&board)
    #expect(board.isAdvised && !plain.board.isAdvised)
    #expect(board.lines.map(\.code) == plain.board.lines.map(\.code))
    #expect(board.lines.map(\.total) == plain.board.lines.map(\.total))
    #expect(board.lines.contains { $0.advice?.adjusted != nil && $0.advice?.first != nil })
    var state = Fixture.desk(.board, context, plain)
    _ = Fixture.Desk.update(&state, .advised(Fixture.page(), board), context)
    #expect(state.page === plain)
  }

  @Test func theMissingSheetsAreFoundOneAfterTheOther() {
    var state = Fixture.desk(.grid, context)
    var found: [SheetPlace] = []
    for _ in 0..<4 {
      _ = Fixture.Desk.update(&state, .missing, context)
      if let cell = state.cell { found.append(cell) }
    }
    let keys = found.map { Fixture.snapshot().key($0) }
    #expect(keys.map(\.entry) == ["02", "04", "05", "02"])
    #expect(keys.map(\.judge) == ["GK3", "GK2", "GK4", "GK3"])
    _ = Fixture.Desk.update(&state, .chase, context)
    let chase = state.page?.chase ?? []
    let now = chase.firstIndex { $0.place == found.last } ?? 0
    #expect(chase.first?.touchesTop == true && state.cell == chase[(now + 1) % chase.count].place)
  }

  /// What can be overridden asks for a reason; what cannot is not offered as if it could.
  @Test func closingNamesWhatIsMissingAndAsks() throws {
    var state = Fixture.desk(.course, context)
    _ = Fixture.Desk.update(&state, .stroke(KeyStroke(.down)), context)
    #expect(state.list.focused?.id == "move:closed")
    _ = Fixture.Desk.update(&state, .open, context)
    let panel = try #require(state.panel)
    guard case .move(let round, .closed, true) = panel.task else {
      Issue.record("\(panel.task)")
      return
    }
    #expect(round.version == 5)
    #expect(panel.notes.contains { $0.words(.vietnamese).contains("02·GK3") })
    let first = Fixture.Desk.update(&state, .submit, context)
    #expect(first.isEmpty, "the reason is required")
    for letter in "mưa" { _ = Fixture.Desk.update(&state, .input(.text(String(letter))), context) }
    let outcomes = Fixture.Desk.update(&state, .submit, context)
    #expect(
      outcomes == [.perform(.perform(AskAnswer(task: panel.task, values: ["reason": "mưa"])))])
    _ = Fixture.Desk.update(
      &state, .finished(.failed([both("Chưa được.", "Not yet.")])), context)
    #expect(state.panel?.trouble.count == 1 && state.panel?.form.value("reason") == "mưa")
  }

  @Test func escapeAsksBeforeTypedTextIsLost() {
    var state = Fixture.contest(.entries, context)
    _ = Fixture.Contests.update(&state, .add, context)
    _ = Fixture.Contests.update(&state, .input(.text("G")), context)
    #expect(Fixture.Contests.hasUnsavedInput(state))
    _ = Fixture.Contests.update(&state, .input(.key(KeyStroke(.escape))), context)
    #expect(state.panel?.isLeaving == true)
    _ = Fixture.Contests.update(&state, .input(.key(KeyStroke(.escape))), context)
    #expect(state.panel == nil)
  }

  @Test func venturesEnterAContestThatIsChosen() {
    let ids = [Fixtures.id(1), Fixtures.id(2)]
    var (state, _) = Fixture.Contests.start(
      Destination(.contests, ventures: ids), context)
    let load = ContestsLoad(
      summaries: Fixture.summaries(), record: nil, duplicates: [:], users: [])
    _ = Fixture.Contests.update(&state, .loaded(load), context)
    _ = Fixture.Contests.update(&state, .open, context)
    #expect(state.panel?.task == .enter(Fixture.competition.id, ids))
  }

  @Test(arguments: [
    ("7", 700), ("7,5", 750), ("7.25", 725), ("-3", -300), (" 12 ", 1_200), ("7,255", nil),
    ("x", nil), ("", nil), ("1,2,3", nil), ("99999999", nil),
  ])
  func scoresAreReadExactly(_ text: String, _ hundredths: Int?) {
    #expect(NumberText.hundredths(of: text) == hundredths)
  }

  @Test func driftStandsOutOnlyWhenItIsMoreThanChance() {
    #expect(RoundAlerts.slope([0, 1, 2, 3, 4, 5]) == 1)
    #expect(RoundAlerts.slope([5, 5, 5, 5, 5, 5]) == nil)
    #expect(RoundAlerts.slope([0, 1, 2]) == nil, "too few")
    #expect(RoundAlerts.slope([1, -1, 1, -1, 1, -1]) == nil)
  }

  // MARK: The stage and the reveal

  @Test func theClockRunsStandsAndIsExtended() {
    let content = Fixture.round().content
    func at(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }
    var stage = StageCall().changed(.call(Fixture.entries[0].entry), content, at: at(0))
    #expect(stage.limit == 480_000 && stage.runningSince == nil && stage.phase == .pitch)
    stage = stage.changed(.toggle, content, at: at(10))
    #expect(stage.elapsed(at: at(70)) == 60_000)
    stage = stage.changed(.toggle, content, at: at(70))
    #expect(stage.elapsed(at: at(900)) == 60_000)
    stage = stage.changed(.extend, content, at: at(900))
    #expect(stage.limit == 540_000 && stage.elapsed == 60_000)
    stage = stage.changed(.questions, content, at: at(900))
    #expect(stage.phase == .questions && stage.limit == 600_000 && stage.elapsed == 0)
    #expect(stage.elapsed(at: at(901)) == 1_000)
    #expect(stage.changed(.clear, content, at: at(901)) == StageCall())
    #expect(StageWords.clock(252_000) == "4:12")
  }

  @Test func aClickerGoesThereAndBack() {
    var state = Fixture.reveal(0, isAudience: false)
    let commands = RevealScreen.commands(state, RevealText(language: .vietnamese), context)
    let next = commands.first { $0.keys.contains(KeyStroke(.pageDown)) }
    let back = commands.first { $0.keys.contains(KeyStroke(.pageUp)) }
    #expect(next?.action == .step(1) && back?.action == .step(-1))
    let round = Fixture.round().id
    #expect(RevealScreen.update(&state, .step(1), context) == [.perform(.reveal(1, round))])
    #expect(RevealScreen.update(&state, .step(-1), context) == [.perform(.reveal(0, round))])
    #expect(RevealScreen.update(&state, .step(-1), context).isEmpty)
  }

  @Test func aRehearsalIsSharedWithNobody() {
    var state = Fixture.reveal(0, isAudience: false, .open)
    #expect(state.isRehearsal)
    #expect(RevealScreen.update(&state, .step(1), context).isEmpty)
    #expect(state.step == 1)
    state.isAudience = true
    let shown = rows(of: drawn(RevealScreen.self, state, context).canvas).joined()
    #expect(!Fixture.titles.contains { shown.contains($0.string) })
  }

  /// The audience sees the steps taken and nothing of those to come.
  @Test func theAudienceSeesNothingToCome() throws {
    let all = Fixture.reveal(0, isAudience: true)
    let steps = try #require(all.view?.steps)
    for count in 0...steps.count {
      let state = Fixture.reveal(count, isAudience: true)
      let shown = rows(of: drawn(RevealScreen.self, state, context).canvas).joined(separator: "\n")
      for step in steps.dropFirst(count) {
        for place in step.places { #expect(!shown.contains(place.title.string)) }
      }
    }
    #expect(steps.last?.places.map(\.rank) == [1])
  }
}
