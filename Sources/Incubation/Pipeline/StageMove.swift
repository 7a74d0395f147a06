/// One step of a venture through its pipeline. Moves are only ever added; one that was a mistake
/// is cancelled by another that names it, and then neither counts.
public struct StageMove: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// The venture came into the pipeline.
    case entered
    /// To a later stage.
    case forward
    /// To an earlier stage; a reason is required.
    case back
    /// Put aside, to be resumed.
    case setAside = "set-aside"
    /// Given up; a reason is required.
    case dropped
    /// Taken up again, in the stage where it was left.
    case resumed
    /// Cancels an earlier move.
    case cancelled
  }

  /// Identity.
  public var id: Identifier<StageMove>
  /// Which venture.
  public var venture: Identifier<Venture>
  /// What happened.
  public var kind: Kind
  /// Code of the stage that was left; nil for the entry.
  public var from: String?
  /// Code of the stage that was reached; the same as `from` when only the status changed.
  public var to: String
  /// When.
  public var movedAt: Timestamp
  /// Who: a login.
  public var actor: String
  /// Why; empty where none was asked for.
  public var reason: SafeText
  /// The move that this one cancels; nil for all other kinds.
  public var cancels: Identifier<StageMove>?

  /// A move.
  public init(
    id: Identifier<StageMove>, venture: Identifier<Venture>, kind: Kind, from: String?, to: String,
    movedAt: Timestamp, actor: String, reason: SafeText = .empty,
    cancels: Identifier<StageMove>? = nil
  ) {
    self.id = id
    self.venture = venture
    self.kind = kind
    self.from = from
    self.to = to
    self.movedAt = movedAt
    self.actor = actor
    self.reason = reason
    self.cancels = cancels
  }
}

/// A move that somebody asks for.
public enum MoveRequest: Hashable, Sendable {
  /// To another stage of the pipeline: forward or back by the order of the stages.
  case stage(String)
  /// Put aside.
  case setAside
  /// Given up.
  case drop
  /// Taken up again.
  case resume
}

/// Why a move was refused, in terms that a screen can put into words.
public enum MoveRefusal: Error, Hashable, Sendable {
  /// The pipeline has no such stage.
  case unknownStage(String)
  /// It is there already.
  case alreadyThere
  /// The venture has been put aside or dropped, and must be resumed first.
  case notActive(Venture.Status)
  /// It is active, so there is nothing to resume.
  case notResting
  /// The stage asks for something before it may be left.
  case missing([ExitRequirement])
  /// This move needs a reason.
  case reasonRequired
}
