/// A round of a contest: screening, semi-final, final.
public struct Round: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Round>
  /// The contest.
  public var competition: Identifier<Competition>
  /// What people set up.
  public var content: RoundContent
  /// Where it stands.
  public var state: RoundState
  /// The version of the rules that counts, from 1.
  public var rulesVersion: Int
  /// The seed of the running order; nil before it was drawn.
  public var drawSeed: UInt64?
  /// Since when the public board stands still; nil when it was never frozen, or is no longer.
  public var frozenAt: Timestamp?
  /// Who was the last to move the round: a login; empty for a new one.
  public var movedBy: String
  /// What is on the stage.
  public var stage: StageCall
  /// Raised by one with every change of the round itself; scores do not raise it.
  public var version: Int

  /// A round as it is stored.
  public init(
    id: Identifier<Round>, competition: Identifier<Competition>, content: RoundContent,
    state: RoundState = .draft, rulesVersion: Int = 1, drawSeed: UInt64? = nil,
    frozenAt: Timestamp? = nil, movedBy: String = "", stage: StageCall = StageCall(),
    version: Int = 1
  ) {
    self.id = id
    self.competition = competition
    self.content = content
    self.state = state
    self.rulesVersion = rulesVersion
    self.drawSeed = drawSeed
    self.frozenAt = frozenAt
    self.movedBy = movedBy
    self.stage = stage
    self.version = version
  }
}

/// What people set up of a round, besides its rules.
public struct RoundContent: Hashable, Sendable {
  /// When judges see the scores of others.
  public enum OthersVisible: String, CaseIterable, Sendable {
    /// When the result is published.
    case published
    /// When they have sealed all of their own sheets, and the board is not frozen.
    case sealed
  }

  /// The short name: "so-khao", "ban-ket", "chung-ket".
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// Where among the rounds, from 1.
  public var position: Int
  /// The day on which it is judged; nil when that is not fixed.
  public var heldOn: LocalDate?
  /// Whether judges see codes instead of names.
  public var isBlind: Bool
  /// When judges see the scores of others.
  public var othersVisible: OthersVisible
  /// Whether the public may watch the board until it is frozen.
  public var hasPublicBoard: Bool
  /// Minutes of a presentation; 0 for none.
  public var pitchMinutes: Int
  /// Minutes of questions; 0 for none.
  public var questionMinutes: Int

  /// A round in which nothing is shown before it is published, unless given.
  public init(
    code: String, title: Bilingual, position: Int = 1, heldOn: LocalDate? = nil,
    isBlind: Bool = false, othersVisible: OthersVisible = .published,
    hasPublicBoard: Bool = false, pitchMinutes: Int = 0, questionMinutes: Int = 0
  ) {
    self.code = code
    self.title = title
    self.position = position
    self.heldOn = heldOn
    self.isBlind = isBlind
    self.othersVisible = othersVisible
    self.hasPublicBoard = hasPublicBoard
    self.pitchMinutes = pitchMinutes
    self.questionMinutes = questionMinutes
  }

  /// What is wrong with it; nil when it can be stored.
  public var refusal: ContestRefusal? {
    if !CompetitionContent.isCode(code) { return .badCode(code) }
    if title.vietnamese.isBlank { return .missing(.title) }
    return nil
  }
}

/// The entry on the stage and its clock, as every screen of the round shows it.
public struct StageCall: Hashable, Sendable {
  /// What the clock measures.
  public enum Phase: String, CaseIterable, Sendable {
    case idle, pitch, questions
  }

  /// The entry; nil when nobody is on the stage.
  public var entry: Identifier<Entry>?
  /// What the clock measures.
  public var phase: Phase
  /// Since when the clock runs; nil while it stands.
  public var runningSince: Timestamp?
  /// Milliseconds that ran before `runningSince`.
  public var elapsed: Int64
  /// Milliseconds of the phase, extensions included; 0 without a limit.
  public var limit: Int64

  /// An empty stage, unless given.
  public init(
    entry: Identifier<Entry>? = nil, phase: Phase = .idle, runningSince: Timestamp? = nil,
    elapsed: Int64 = 0, limit: Int64 = 0
  ) {
    self.entry = entry
    self.phase = phase
    self.runningSince = runningSince
    self.elapsed = elapsed
    self.limit = limit
  }

  /// How many milliseconds of the phase have passed at a moment.
  public func elapsed(at now: Timestamp) -> Int64 {
    guard let runningSince else { return elapsed }
    return elapsed + max(0, now.milliseconds - runningSince.milliseconds)
  }
}

/// A version of the rules of a round. The first stands when the round is made; a later one is
/// proposed by one person with a reason and approved by another.
public struct RulesVersion: Hashable, Sendable {
  /// From 1.
  public var number: Int
  /// The rules.
  public var rules: RoundRules
  /// SHA-256 of the canonical rules, in hexadecimal digits.
  public var hash: String
  /// Who proposed it: a login.
  public var proposedBy: String
  /// When.
  public var proposedAt: Timestamp
  /// Why; empty for a draft.
  public var reason: SafeText
  /// Who approved it; nil while nobody has, and for a version that needs nobody.
  public var approvedBy: String?
  /// Whether it counts, or counted until a later one did.
  public var isInForce: Bool

  /// A version.
  public init(
    number: Int, rules: RoundRules, hash: String, proposedBy: String, proposedAt: Timestamp,
    reason: SafeText, approvedBy: String?, isInForce: Bool
  ) {
    self.number = number
    self.rules = rules
    self.hash = hash
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.reason = reason
    self.approvedBy = approvedBy
    self.isInForce = isInForce
  }
}
