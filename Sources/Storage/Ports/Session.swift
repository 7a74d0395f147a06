public import Incubation

/// Who is acting, and when: what every write needs to know.
public struct Session: Sendable {
  /// Who is acting.
  public var user: User
  /// The clock.
  public var now: @Sendable () -> Timestamp
  /// A source of random numbers for identities.
  public var random: @Sendable () -> UInt64
  /// The day that counts as today: the real one, or the demo's own.
  public var today: @Sendable () -> LocalDate

  /// A session.
  public init(
    user: User, now: @escaping @Sendable () -> Timestamp,
    random: @escaping @Sendable () -> UInt64, today: @escaping @Sendable () -> LocalDate
  ) {
    self.user = user
    self.now = now
    self.random = random
    self.today = today
  }
}

/// The receipt of a change: what undo needs.
public struct ChangeReceipt: Hashable, Sendable {
  /// Number of the event.
  public var event: Int64
  /// What was done, for the message: the kind and the name of the record.
  public var summary: ChangeSummary

  /// A receipt.
  public init(event: Int64, summary: ChangeSummary) {
    self.event = event
    self.summary = summary
  }
}

/// What a change did, in terms that a screen can put into words.
public struct ChangeSummary: Hashable, Sendable {
  /// The kind of change.
  public enum Kind: String, CaseIterable, Sendable {
    case created, edited, moved, deleted, restored, noted
    case evidence = "evidence"
    case imported, undone, redone
    case userChanged = "user-changed"
    /// A contest, a round, its rules, entries or panel were set up or changed.
    case contestChanged = "contest-changed"
    /// A round went from one state to another.
    case roundMoved = "round-moved"
    /// Judges were assigned, or the running order drawn.
    case assigned
    /// A conflict of interest was declared or decided.
    case conflictRecorded = "conflict-recorded"
    /// Sheets were sealed.
    case sealed
    /// A sheet was opened again.
    case reopened
  }

  /// The kind of change.
  public var kind: Kind
  /// Name of the record.
  public var title: SafeText
  /// Code of the stage that was reached, for a move; nil otherwise.
  public var stage: String?

  /// A summary.
  public init(kind: Kind, title: SafeText, stage: String? = nil) {
    self.kind = kind
    self.title = title
    self.stage = stage
  }
}

/// One entry of the record of changes: who did what, when, from what to what, and why.
public struct Event: Hashable, Sendable {
  /// Its number; later changes have greater ones.
  public var number: Int64
  /// When.
  public var recordedAt: Timestamp
  /// Who: a login.
  public var actor: String
  /// What kind of change.
  public var kind: ChangeSummary.Kind
  /// Kind of the record: "venture".
  public var entity: String
  /// Identity of the record, in bytes.
  public var entityID: [UInt8]
  /// Fields before, as canonical JSON; empty when there was nothing.
  public var before: String
  /// Fields after, as canonical JSON; empty when nothing is left.
  public var after: String
  /// Why; empty when no reason was asked for.
  public var reason: SafeText

  /// An entry.
  public init(
    number: Int64, recordedAt: Timestamp, actor: String, kind: ChangeSummary.Kind, entity: String,
    entityID: [UInt8], before: String, after: String, reason: SafeText
  ) {
    self.number = number
    self.recordedAt = recordedAt
    self.actor = actor
    self.kind = kind
    self.entity = entity
    self.entityID = entityID
    self.before = before
    self.after = after
    self.reason = reason
  }
}
