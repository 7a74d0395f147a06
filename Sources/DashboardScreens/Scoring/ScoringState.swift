import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What the score sheet knows.
struct ScoringState: Equatable, Sendable {
  /// The round; nil for the first that is open.
  var round: Identifier<Round>?
  /// The entry to begin with; nil for the first that is not finished.
  var wanted: Identifier<Entry>?
  /// The round as it was read last; nil before that.
  var page: ScoringPage?
  /// Whether it was found that the user judges nothing.
  var hasNoRound = false
  /// Why the last reading failed; nil when it did not.
  var problem: StorageError?
  /// The place of the entry among those of the judge.
  var place = 0
  /// The place of the criterion in focus; the number of criteria means the remark on the sheet.
  var focus = 0
  /// The digits of the score being typed.
  var typed = ""
  /// What was typed last and refused; nil for nothing.
  var refusal: ScoringRefusal?
  /// What lies above the sheet; nil for nothing.
  var panel: ScoringPanel?
  /// The way of the scores to disk and database.
  var work = ScoringWork()
  /// Scores that can be taken back, the latest last.
  var undo: [ScoringChange] = []
  /// Scores that were taken back, the latest last.
  var redo: [ScoringChange] = []
  /// The time as it was heard last; nil before.
  var now: Timestamp?

  /// The entry on the page; nil when there is none.
  var entry: RoundEntry? {
    let entries = page?.entries ?? []
    return entries.indices.contains(place) ? entries[place] : nil
  }

  /// The sheet on the page, with everything that was entered; nil when there is none.
  var sheet: ScoreSheet? {
    guard let page, let entry else { return nil }
    return work.sheet(page.place(of: entry.entry), in: page)
  }

  /// The criterion in focus; nil on the remark.
  var criterion: Criterion? {
    guard let page, page.criteria.indices.contains(focus) else { return nil }
    return page.criteria[focus]
  }

  /// The sheet of an entry, with everything that was entered.
  func sheet(of entry: RoundEntry) -> ScoreSheet? {
    page.map { work.sheet($0.place(of: entry.entry), in: $0) }
  }
}

/// A score that was changed.
struct ScoringChange: Equatable, Sendable {
  /// The sheet.
  var place: SheetPlace
  /// The criterion.
  var criterion: String
  /// The score before, in hundredths; nil when there was none.
  var before: Int?
  /// The score after it.
  var after: Int?
}

/// Something typed that is no score.
struct ScoringRefusal: Equatable, Sendable {
  /// What was typed.
  var typed: String
  /// Code of the criterion.
  var criterion: String
  /// Why it is refused.
  var reason: Criterion.ScoreRefusal
}

/// What lies above the sheet.
enum ScoringPanel: Equatable, Sendable {
  /// A remark on a criterion, or on the sheet when the code is empty.
  case comment(String, TextField)
  /// What kind of conflict there is.
  case conflict(ChoiceList)
  /// In words, what the conflict is.
  case conflictReason(ConflictOfInterest.Kind, TextField)
  /// Whether what an earlier run left on this machine is to be sent now.
  case left(ConfirmDialog)
  /// Whether these sheets are to be sealed.
  case seal(ConfirmDialog, [Identifier<Entry>])
  /// Why a sealed sheet is to be opened again.
  case reopen(TextField, isMissing: Bool)
  /// The entries, to go to one.
  case entries(ChoiceList)
  /// What the entry says about itself, from a line on.
  case details(Int)
}

/// What can happen to the score sheet.
enum ScoringAction: Equatable, Sendable {
  case loaded(ScoringPage?)
  case failed(StorageError)
  case reload
  case time(Timestamp)
  /// A key of a number.
  case key(Character)
  /// A pasted number.
  case paste(String)
  case erase
  case clear
  /// Takes what is typed, and goes so many rows on.
  case move(Int)
  case focus(Int)
  /// Takes what is typed, and goes so many entries on.
  case turn(Int)
  case missing
  case undo, redo
  case flag
  /// Begins the remark with a letter.
  case write(String)
  case comment, details, conflict, seal, reopen, entries, follow, declareComplete, send
  case dropTyped
  /// An event for what lies above the sheet.
  case input(InputEvent)
  case submit
  case cancel
  case pick(String)
  case answer(Int)
  // What became of the effects.
  case entered([ScoreEvent], waiting: Int)
  case notEntered(StorageError, Int)
  case delivered(ScoreOutbox.Delivery, at: Timestamp)
  case undelivered(StorageError, waiting: Int, at: Timestamp)
  case declared(ChangeReceipt)
  case sealed(Int, at: Timestamp)
  case asked
  case merged(ScoreJournals.Merge)
}

/// What the score sheet asks for.
enum ScoringEffect: ScreenEffect {
  /// Read the round; without one, the first that is open.
  case load(Identifier<Round>?)
  /// Bring what was typed to disk, as typed after a moment, so that it counts over what stood there
  /// whatever the clocks of other machines say.
  case enter([ScoringInput], Identifier<Round>, after: Timestamp?)
  /// Send what waits to the database.
  case deliver
  /// Send what earlier runs left behind.
  case merge
  /// Declare a conflict of interest.
  case declare(ConflictOfInterest, Identifier<Round>)
  /// Say that all conflicts were declared.
  case declareComplete(Identifier<Judge>, Identifier<Round>)
  /// Seal sheets.
  case seal([Identifier<Entry>], Identifier<Judge>, Identifier<Round>)
  /// Ask for a sheet to be opened again.
  case askReopening(SheetPlace, Identifier<Round>, SafeText)

  var cancellationKey: String? {
    if case .load = self { "sheet" } else { nil }
  }
}
