/// A contest of the demo season, with what its judges gave: storage plays it through the same
/// verbs as people do. It is the same on every machine.
public struct DemoContest: Hashable, Sendable {
  /// A member of its panel.
  public struct Member: Hashable, Sendable {
    /// Code.
    public var code: String
    /// Account.
    public var login: String
    /// Name.
    public var name: SafeText
    /// Where the judge works.
    public var organisation: SafeText
  }

  /// A round, and how far it came.
  public struct Stage: Hashable, Sendable {
    /// What it is.
    public var content: RoundContent
    /// Its rules.
    public var rules: RoundRules
    /// Codes of its judges.
    public var judges: [String]
    /// How many judges an entry gets; nil for all.
    public var panelSize: Int?
    /// The seed of draw and assignment.
    public var seed: UInt64
    /// Where it stands at the end: published, or open with a part of its sheets.
    public var state: RoundState
    /// Whether nothing has been scored in it yet.
    public var isBlank = false
  }

  /// What it is.
  public var content: CompetitionContent
  /// Its deadline for entries.
  public var deadline: EntryDeadline
  /// Its judges.
  public var members: [Member]
  /// Its rounds, in order.
  public var stages: [Stage]
  /// Codes of the ventures that enter.
  public var ventures: [SafeText]

  /// Which board a venture enters.
  public static func board(of kind: Venture.Kind) -> String {
    kind == .idea ? "y-tuong" : "du-an"
  }

  /// What a judge gives an entry in hundredths by criterion; some sheets of an open round are
  /// unfinished or not begun.
  ///
  /// - Parameters:
  ///   - entry: the place of the venture in `ventures`.
  ///   - judge: the place of the judge in `members`.
  ///   - round: the place of the round.
  public func scores(entry: Int, judge: Int, round: Int) -> [String: Int] {
    let stage = stages[round]
    var quality = Dice(seed: 0x5EED_0019, index: entry)
    // From 45 to 90 of a hundred, the same in all rounds; each judge has a severity, and a day.
    let level = 45 + quality.below(46)
    var severity = Dice(seed: 0x5EED_0020, index: judge)
    let strictness = severity.between(-7, 7)
    var noise = Dice(seed: stage.seed, index: entry * 64 + judge)
    let begun = stage.state >= .closed ? 100 : noise.below(100)
    if begun < 35 || stage.isBlank { return [:] }
    var scores: [String: Int] = [:]
    for (place, criterion) in stage.rules.criteria.enumerated() {
      if begun < 50, place > 3 { break }
      let most = Int(criterion.maximum.description) ?? 0
      let share = level - strictness + noise.between(-9, 9)
      scores[criterion.code] = max(0, min(most * 100, (share * most + 50) / 100 * 100))
    }
    return scores
  }
}
