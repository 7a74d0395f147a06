import DashboardKit
import Incubation
import Storage

/// Something that a judge did to a sheet and that is not on disk yet.
struct ScoringInput: Equatable, Sendable {
  /// The sheet.
  var place: SheetPlace
  /// What was done.
  var kind: ScoreEvent.Kind
}

/// The way of scores from the keys to the disk and to the database.
struct ScoringWork: Equatable, Sendable {
  /// Typed, and waiting for those before it to be written.
  var queue: [ScoringInput] = []
  /// Being written to disk.
  var writing: [ScoringInput] = []
  /// On the disk of this machine; the database has not acknowledged them.
  var entered: [ScoreEvent] = []
  /// Acknowledged since the screen was opened.
  var saved: [ScoreEvent] = []
  /// How many wait in the journal, those of earlier runs too.
  var waiting = 0
  /// When the database acknowledged something last; nil before that.
  var savedAt: Timestamp?
  /// Whether sending is under way.
  var isSending = false
  /// How often sending failed since it last went well.
  var failures = 0
  /// When it is tried again; nil when nothing failed.
  var retryAt: Timestamp?
  /// Why it failed.
  var problem: StorageError?

  /// Whether something was typed that a sudden end would lose.
  var isOnItsWay: Bool { !queue.isEmpty || !writing.isEmpty }

  /// A sheet with everything that was entered here.
  func sheet(_ place: SheetPlace, in page: ScoringPage) -> ScoreSheet {
    var sheet = page.snapshot.sheet(place)
    for event in saved + entered where event.entry == place.entry {
      sheet.apply(event.kind, typedAt: event.typedAt, event: event.id)
    }
    return sheet
  }

  /// Takes what was read: what the database has is on its way no longer, and what an earlier run
  /// left on this machine counts as entered.
  mutating func take(_ page: ScoringPage) {
    entered.removeAll { event in
      page.snapshot.sheet(page.place(of: event.entry)).holds(event)
    }
    let known = Set((entered + saved).map(\.id))
    entered += page.left.filter {
      $0.round == page.snapshot.round.id && $0.judge == page.judge && !known.contains($0.id)
    }
  }

  /// How far a value has come.
  enum Stage: Equatable, Sendable {
    /// Not on disk: it does not count as entered.
    case writing
    /// On the disk of this machine.
    case entered
    /// The database has it.
    case saved
  }

  /// How far what was done last to a slot of a sheet has come.
  func stage(of slot: String, _ place: SheetPlace) -> Stage {
    let isTyped = (queue + writing).contains { $0.place == place && $0.kind.slot == slot }
    if isTyped { return .writing }
    let isEntered = entered.contains { $0.entry == place.entry && $0.kind.slot == slot }
    return isEntered ? .entered : .saved
  }

  /// What is being written to a slot; nil when nothing is.
  func typed(_ slot: String, _ place: SheetPlace) -> ScoreEvent.Kind? {
    (writing + queue).last { $0.place == place && $0.kind.slot == slot }?.kind
  }

  /// Milliseconds until sending is tried again after so many failures: 1 second, doubled up to 15.
  static func pause(after failures: Int) -> Int64 {
    min(15_000, 1_000 << Int64(min(max(0, failures - 1), 4)))
  }
}

extension ScoreSheet {
  /// Whether an event stands on the sheet as what counts.
  fileprivate func holds(_ event: ScoreEvent) -> Bool {
    switch event.kind {
    case .value(let criterion, _): scores[criterion]?.event == event.id
    case .comment(let criterion, _): comments[criterion]?.event == event.id
    case .flag: flag?.event == event.id
    case .confirmed: confirmation?.event == event.id
    }
  }
}
