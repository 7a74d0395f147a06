public import Incubation

/// What a person filled in so that a venture may leave its stage.
public struct MoveFilling: Hashable, Sendable {
  /// What the venture said when it was read; nil when no field is filled in.
  public var base: VentureContent?
  /// What it is to say; nil when no field is filled in.
  public var content: VentureContent?
  /// Evidence to record; empty for none.
  public var evidence: [Evidence]

  /// What was filled in.
  public init(
    base: VentureContent? = nil, content: VentureContent? = nil, evidence: [Evidence] = []
  ) {
    self.base = base
    self.content = content
    self.evidence = evidence
  }

  /// Whether nothing would be stored.
  public var isEmpty: Bool { evidence.isEmpty && (content == nil || content == base) }
}

/// What came of a move with what was filled in for it.
public enum FilledMove: Hashable, Sendable {
  /// It is done; one undo takes back the move and what was filled in.
  case moved(ChangeReceipt)
  /// The stage asks for more. What was filled in is stored, which one undo takes back; nil when
  /// there was nothing to store.
  case missing([ExitRequirement], stored: ChangeReceipt?)
}
