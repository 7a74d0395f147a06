/// A venture with its whole history, as the demo and the benchmarks put it into a database.
///
/// It holds no identities: storage makes them, from a seeded source, when it takes the venture in.
public struct DemoVenture: Hashable, Sendable {
  /// One step through the pipeline; what `StageMove` says, without identities.
  public struct Move: Hashable, Sendable {
    /// What happened.
    public var kind: StageMove.Kind
    /// Code of the stage that was left; nil for the entry.
    public var from: String?
    /// Code of the stage that was reached; the same as `from` when only the status changed.
    public var to: String
    /// When: in office hours, later than the move before.
    public var movedAt: Timestamp
    /// Who: the login of a demo user.
    public var actor: String
    /// Why; empty where nobody said.
    public var reason: SafeText

    /// A step.
    public init(
      kind: StageMove.Kind, from: String?, to: String, movedAt: Timestamp, actor: String,
      reason: SafeText = .empty
    ) {
      self.kind = kind
      self.from = from
      self.to = to
      self.movedAt = movedAt
      self.actor = actor
      self.reason = reason
    }
  }

  /// A remark for the timeline; what `Note` says, without an identity.
  public struct Remark: Hashable, Sendable {
    /// When it was written.
    public var writtenAt: Timestamp
    /// Who wrote it: the login of a demo user.
    public var author: String
    /// What it says.
    public var text: SafeText

    /// A remark.
    public init(writtenAt: Timestamp, author: String, text: SafeText) {
      self.writtenAt = writtenAt
      self.author = author
      self.text = text
    }
  }

  /// Number: "ST-0042".
  public var code: SafeText
  /// Code of the pipeline that it follows.
  public var pipeline: String
  /// What it says today.
  public var content: VentureContent
  /// Its moves, oldest first; the first is the entry. None is a cancellation.
  public var moves: [Move]
  /// Remarks, oldest first.
  public var remarks: [Remark]
  /// Evidence, one for each requirement that was met, by the day it was recorded.
  public var evidence: [Evidence]

  /// A venture with its history.
  public init(
    code: SafeText, pipeline: String, content: VentureContent, moves: [Move],
    remarks: [Remark] = [], evidence: [Evidence] = []
  ) {
    self.code = code
    self.pipeline = pipeline
    self.content = content
    self.moves = moves
    self.remarks = remarks
    self.evidence = evidence
  }

  /// Where its moves lead: the stage of the last one, the day on which that stage was reached
  /// (putting aside and resuming do not change it), and the status.
  public var position: StagePosition {
    let arrival = moves.last { [.entered, .forward, .back].contains($0.kind) }
    return StagePosition(
      pipeline: pipeline, stage: moves.last?.to ?? "", status: status,
      enteredOn: arrival?.movedAt.localDate ?? LocalDate(dayNumber: 0))
  }

  private var status: Venture.Status {
    switch moves.last?.kind {
    case .setAside: .setAside
    case .dropped: .dropped
    default: .active
    }
  }

  /// What lists and cards show of it, under an identity that the caller chose.
  public func summary(id: Identifier<Venture>, version: Int = 1) -> VentureSummary {
    VentureSummary(
      id: id, code: code, title: content.title, kind: content.kind, field: content.field,
      representative: content.representative, organisation: content.organisation,
      place: content.place, position: position, nextStep: content.nextStep,
      nextStepDue: content.nextStepDue, leadOwner: content.leadOwner,
      sourceKind: content.sourceKind, tags: content.tags, version: version)
  }
}
