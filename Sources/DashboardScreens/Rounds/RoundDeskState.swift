import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A part of the page of a round.
enum RoundSection: String, CaseIterable, Sendable {
  case course, grid, board, stage, panel, rules
}

/// What the screen of a round knows.
struct RoundDeskState: Equatable, Sendable {
  /// The round; nil for the latest one, until it is loaded.
  var round: Identifier<Round>?
  /// What was loaded; nil before.
  var page: RoundPage?
  /// The part shown.
  var section = RoundSection.course
  /// The lines of that part; the grid has its own focus.
  var list = VirtualList<ContestRow>()
  /// The cell in focus on the grid; nil for the first.
  var cell: SheetPlace?
  /// The order in which the board is shown, by codes: it stays while somebody looks at it.
  var order: [String] = []
  /// Whether alerts take the place of the board.
  var showsAlerts = false
  /// The moment of the last tick of the clock.
  var now: Timestamp?
  /// What is being asked; nil for nothing.
  var panel: AskPanel?
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?

  /// Whether the board has moved away from the order shown.
  var isOutOfOrder: Bool {
    guard let page, !order.isEmpty else { return false }
    return page.board.lines.map(\.code) != order
  }
}

/// What can happen to it.
enum RoundDeskAction: Equatable, Sendable {
  case loaded(RoundPage?)
  case advised(RoundPage, RoundBoard)
  case failed(StorageError)
  case reload
  case tick(Timestamp)
  case stroke(KeyStroke)
  case letter(Character)
  case place(Int)
  case scroll(Int)
  case cell(SheetPlace)
  case section(Int)
  case chooseSection(RoundSection)
  case missing, chase, resort, alerts
  case open, add, edit, presence, substitute, conflict, paper, reopen, points
  case assign, draw, rules, exportRules, exportFiles
  case stage(StageChange)
  case reveal
  case input(InputEvent)
  case submit
  case field(String)
  case pick(FormPick)
  case finished(ContestDone)
}

/// What is done to the stage.
enum StageChange: Equatable, Sendable {
  /// Calls an entry, its clock at 0 and standing.
  case call(Identifier<Entry>)
  /// Lets the clock run, or stand.
  case toggle
  /// Gives a minute more.
  case extend
  /// Goes on to the questions.
  case questions
  /// Empties the stage.
  case clear
}

/// What it asks for.
enum RoundDeskEffect: ScreenEffect {
  case load(Identifier<Round>?)
  /// Computes what the statistics say.
  case advise(RoundPage)
  case perform(AskAnswer)
  case stage(StageChange, RoundPage)
  /// Says the time in a second.
  case wait

  var cancellationKey: String? {
    switch self {
    case .load: "round"
    case .advise: "advice"
    case .wait: "clock"
    case .perform, .stage: nil
    }
  }
}

extension StageCall {
  /// The stage after a change.
  func changed(
    _ change: StageChange, _ content: RoundContent, at now: Timestamp
  ) -> StageCall {
    var stage = self
    switch change {
    case .call(let entry):
      return StageCall(
        entry: entry, phase: .pitch, limit: Int64(content.pitchMinutes) * 60_000)
    case .clear: return StageCall()
    case .questions:
      return StageCall(
        entry: entry, phase: .questions, runningSince: now,
        limit: Int64(content.questionMinutes) * 60_000)
    case .toggle:
      stage.elapsed = elapsed(at: now)
      stage.runningSince = runningSince == nil ? now : nil
    case .extend: stage.limit += 60_000
    }
    return stage
  }
}
