/// Which ventures are asked for. Everything that is set must hold.
public struct VentureFilter: Hashable, Sendable {
  /// Code of the pipeline; nil for all.
  public var pipeline: String?
  /// Codes of stages; empty for all.
  public var stages: Set<String> = []
  /// Statuses; empty for all.
  public var statuses: Set<Venture.Status> = []
  /// Field of work, compared folded; nil for all.
  public var field: SafeText?
  /// Place, compared folded; nil for all.
  public var place: SafeText?
  /// Owner on either side, compared folded; nil for all.
  public var owner: SafeText?
  /// How it was found; nil for all.
  public var source: DiscoverySource?
  /// A tag, compared folded; nil for all.
  public var tag: SafeText?
  /// Next step due on or before this day; nil for all.
  public var dueBy: LocalDate?
  /// Only those in their stage for longer than usual.
  public var onlyStalled = false
  /// Free text in title, code, representative, organisation, place and tags; accents optional.
  public var text = ""
  /// Only these; nil for all. Set by searches that found them in memory.
  public var ids: [Identifier<Venture>]?

  /// Everything.
  public init(pipeline: String? = nil) { self.pipeline = pipeline }
}

/// In which order ventures are asked for.
public struct VentureSort: Hashable, Sendable {
  /// By what.
  public enum Key: String, CaseIterable, Sendable {
    case title, code, stage, entered, due, place, field, owner, representative, organisation
  }

  /// By what.
  public var key: Key
  /// Whether the last comes first.
  public var descending: Bool

  /// An order.
  public init(_ key: Key, descending: Bool = false) {
    self.key = key
    self.descending = descending
  }
}

/// What lists and cards show of a venture.
public struct VentureSummary: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Venture>
  /// Number.
  public var code: SafeText
  /// Name.
  public var title: SafeText
  /// What it is.
  public var kind: Venture.Kind
  /// Field of work.
  public var field: SafeText
  /// Founder who speaks for it.
  public var representative: SafeText
  /// Organisation behind it.
  public var organisation: SafeText
  /// Where it works.
  public var place: SafeText
  /// Where it stands.
  public var position: StagePosition
  /// What comes next.
  public var nextStep: SafeText
  /// By when; nil when no day is set.
  public var nextStepDue: LocalDate?
  /// Who looks after it.
  public var leadOwner: SafeText
  /// How it was found; nil when unknown.
  public var sourceKind: DiscoverySource?
  /// Labels.
  public var tags: [SafeText]
  /// Raised by one with every change.
  public var version: Int

  /// A row.
  public init(
    id: Identifier<Venture>, code: SafeText, title: SafeText, kind: Venture.Kind,
    field: SafeText, representative: SafeText, organisation: SafeText, place: SafeText,
    position: StagePosition, nextStep: SafeText, nextStepDue: LocalDate?, leadOwner: SafeText,
    sourceKind: DiscoverySource?, tags: [SafeText], version: Int
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.kind = kind
    self.field = field
    self.representative = representative
    self.organisation = organisation
    self.place = place
    self.position = position
    self.nextStep = nextStep
    self.nextStepDue = nextStepDue
    self.leadOwner = leadOwner
    self.sourceKind = sourceKind
    self.tags = tags
    self.version = version
  }

  /// The days for which it has been in its stage.
  public func daysInStage(today: LocalDate) -> Int { today.days(since: position.enteredOn) }

  /// Whether its next step is past its day.
  public func isOverdue(today: LocalDate) -> Bool {
    position.status == .active && (nextStepDue.map { $0 < today } ?? false)
  }

  /// Whether it has been in its stage for longer than usual.
  public func isStalled(in pipeline: Pipeline, today: LocalDate) -> Bool {
    guard position.status == .active,
      let usual = pipeline.stage(position.stage)?.usualDays
    else { return false }
    return daysInStage(today: today) > usual
  }
}

/// What the head of a board column says.
public struct StageCount: Hashable, Sendable {
  /// Code of the stage.
  public var stage: String
  /// Active ventures in it.
  public var total: Int
  /// Of these, in it for longer than usual.
  public var stalled: Int
  /// Of these, with a next step past its day.
  public var overdue: Int

  /// A count.
  public init(stage: String, total: Int, stalled: Int, overdue: Int) {
    self.stage = stage
    self.total = total
    self.stalled = stalled
    self.overdue = overdue
  }
}
