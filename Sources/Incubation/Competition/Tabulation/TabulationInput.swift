extension Tabulation {
  /// An entry of a round, as its result needs it.
  public struct Entry: Hashable, Sendable {
    /// The code by which sheets refer to it.
    public var id: String
    /// The name that people read.
    public var title: SafeText
    /// Who enters it; empty when not known.
    public var organisation: SafeText
    /// The board in which it competes; empty in a contest of one board.
    public var board: String
    /// By what the sum of its criteria is multiplied, as a degree of difficulty; 1 when none is.
    public var multiplier: Rational
    /// The number drawn by lot; nil when none was.
    public var lot: Rational?
    /// The order that the council decided between tied entries; nil when it did not have to.
    public var decision: Rational?
    /// What the organiser entered, in the order of the rules' components; nil for an empty cell.
    public var components: [Rational?]

    /// An entry; multiplier 1 unless given.
    public init(
      id: String, title: SafeText = .empty, organisation: SafeText = .empty, board: String = "",
      multiplier: Rational = .one, lot: Rational? = nil, decision: Rational? = nil,
      components: [Rational?] = []
    ) {
      self.id = id
      self.title = title
      self.organisation = organisation
      self.board = board
      self.multiplier = multiplier
      self.lot = lot
      self.decision = decision
      self.components = components
    }
  }

  /// A member of the panel, as the result needs it.
  public struct Judge: Hashable, Sendable {
    /// The code by which sheets refer to the judge.
    public var id: String
    /// The name that people read; empty when not known.
    public var name: SafeText
    /// The judge's own organisation; empty when not known.
    public var organisation: SafeText
    /// Whether the sheets are for training only and never count.
    public var isShadow: Bool

    /// A judge whose sheets count, unless said otherwise.
    public init(
      id: String, name: SafeText = .empty, organisation: SafeText = .empty, isShadow: Bool = false
    ) {
      self.id = id
      self.name = name
      self.organisation = organisation
      self.isShadow = isShadow
    }
  }

  /// What one judge gave one entry.
  public struct Sheet: Hashable, Sendable {
    /// The place of the entry in the list of entries.
    public var entry: Int
    /// The place of the judge in the list of judges.
    public var judge: Int
    /// The scores in the order of the rules' criteria; nil for one that is missing, which is never
    /// 0.
    public var scores: [Rational?]

    /// A sheet. Scores are to be within range and on step already; see `Criterion.refusal(of:)`.
    public init(entry: Int, judge: Int, scores: [Rational?]) {
      self.entry = entry
      self.judge = judge
      self.scores = scores
    }

    /// Whether no score is missing. Only such sheets count.
    public var isComplete: Bool { scores.allSatisfy { $0 != nil } }
  }
}

/// Everything that a result is computed from: what the four files of a round hold.
public struct RoundRecord: Hashable, Sendable {
  /// `rules.toml`.
  public var rules: RoundRules
  /// `entries.csv`.
  public var entries: [Tabulation.Entry]
  /// `judges.csv`, or the judges that `scores.csv` names.
  public var judges: [Tabulation.Judge]
  /// `scores.csv`: at most one sheet for each entry and judge.
  public var sheets: [Tabulation.Sheet]

  /// A round.
  public init(
    rules: RoundRules, entries: [Tabulation.Entry], judges: [Tabulation.Judge],
    sheets: [Tabulation.Sheet]
  ) {
    self.rules = rules
    self.entries = entries
    self.judges = judges
    self.sheets = sheets
  }
}
