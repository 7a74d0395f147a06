/// The official result of a round.
public struct TabulationResult: Hashable, Sendable {
  /// The rules by which it was computed.
  public let rules: RoundRules
  /// The entries board by board; within a board by rank, then those below a gate by total, then
  /// those without a result. Equals stand in the order of their codes.
  public let rows: [Row]
  /// What a person must know to judge the result: never silently done.
  public let notes: [TabulationNote]

  /// One entry of the result.
  public struct Row: Hashable, Sendable {
    /// The place of the entry in the list of entries.
    public let entry: Int
    /// Its code.
    public let id: String
    /// Its name.
    public let title: SafeText
    /// Its board.
    public let board: String
    /// Its place on the board; shared places leave the next ones empty: 1, 2, 2, 4. Nil without
    /// a result and below a gate.
    public let rank: Int?
    /// The final total; the mean rank with the method `rank`. Nil without a result.
    public let total: Rational?
    /// How far the result can be relied upon.
    public let status: Status
    /// How a tie of totals was separated; nil when there was none.
    public let tie: Tie?
    /// Whether the entry goes on to the next round; nil when the rules choose none.
    public let advances: Bool?
    /// The code of its award; nil for none.
    public let award: String?
    /// The combined, rounded criteria before their factors; nil without a result.
    public let criteria: [Rational?]
    /// The components with their fallbacks; nil for one that is missing.
    public let components: [Rational?]
    /// How many sheets count.
    public let sheetCount: Int
    /// The first gate that the entry does not pass; nil when it passes all, or has no result.
    public let failedGate: Gate?
  }

  /// How far a result can be relied upon; the first that holds.
  public enum Status: String, CaseIterable, Sendable {
    /// No sheet is complete.
    case noResult = "no-result"
    /// Something is missing that may still change it.
    case provisional
    /// It does not reach what the rules ask for, and has no rank.
    case belowGate = "below-gate"
    /// It stands.
    case final
  }

  /// How entries of equal totals were put in order.
  public enum Tie: Hashable, Sendable {
    /// By this step.
    case separated(by: TieStep)
    /// Not at all: they share the place.
    case shared

    /// As results write it: the name of the step, or "shared".
    public var name: String {
      switch self {
      case .separated(let step): step.name
      case .shared: "shared"
      }
    }
  }

  /// What an entry did not reach.
  public enum Gate: Hashable, Sendable {
    /// The lowest total.
    case minimumTotal
    /// A combined criterion is 0: its place.
    case zeroCriterion(Int)
    /// Too many judges gave 0 in a criterion: its place.
    case zeroShare(Int)
    /// The lowest score of a criterion: its place.
    case minimumCriterion(Int)
  }
}

/// Something that a person must know to judge a result.
public enum TabulationNote: Hashable, Sendable {
  /// Too few sheets to drop the highest and lowest: all were counted.
  case nothingDropped(entry: String, sheets: Int)
  /// Fewer complete sheets than the quorum.
  case belowQuorum(entry: String, sheets: Int, quorum: Int)
  /// A component without a value and without a fallback: it is left out of the total.
  case missingComponent(entry: String, component: String)
  /// Sheets of these judges are missing from a sum.
  case absentFromSum(entry: String, judges: [String])
  /// Entries share a place across the line of those that go on: all of them do.
  case tieAtLine(board: String, place: Int, entries: Int)
  /// Entries share a place, and are more than the awards left on a level that is not to be shared:
  /// the level stays empty for them.
  case awardNotShared(board: String, award: String, place: Int, entries: Int)
  /// A rounding that the way of combining never comes to.
  case roundingWithoutUse(RoundRules.Rounding.Point)
  /// A judge of the tie chain whom no sheet and no list names.
  case unknownTieJudge(String)
}

/// Why there can be no result.
public enum TabulationRefusal: Error, Hashable, Sendable {
  /// The rules are wrong.
  case rules([RulesProblem])
  /// An entry has a multiplier, but judges count by ranks.
  case multiplier(entry: String, RoundRules.Panel.Method)
  /// A judge ranked the board without this entry.
  case incompletePanel(entry: String, judge: String, RoundRules.Panel.Method)
  /// The tie chain asks for a judge whose sheets never count.
  case shadowTieJudge(String)
}
