/// How the result of a round comes out of its score sheets: what the decision on the contest says,
/// in the form in which it can be recounted. Read from and written to `rules.toml`.
public struct RoundRules: Hashable, Sendable {
  /// With fewer complete sheets than this, the result of an entry is provisional; 0 asks for none.
  public var quorum: Int
  /// When and how numbers are rounded.
  public var rounding: Rounding
  /// How the sheets of a panel become one number.
  public var panel: Panel
  /// What judges score, in the order of the sheet; never empty in valid rules.
  public var criteria: [Criterion]
  /// What the organiser enters.
  public var components: [Component]
  /// What an entry must reach to be ranked.
  public var gates: Gates
  /// How many places of each board go on to the next round; nil when none is chosen here.
  public var advancing: Int?
  /// The prizes, the highest first.
  public var awards: [Award]
  /// How ties are separated, tried in order.
  public var ties: [TieStep]

  /// Rules; everything but the criteria may be left out.
  public init(
    criteria: [Criterion], components: [Component] = [], panel: Panel = Panel(),
    rounding: Rounding = Rounding(), quorum: Int = 0, gates: Gates = Gates(),
    advancing: Int? = nil, awards: [Award] = [], ties: [TieStep] = []
  ) {
    self.criteria = criteria
    self.components = components
    self.panel = panel
    self.rounding = rounding
    self.quorum = quorum
    self.gates = gates
    self.advancing = advancing
    self.awards = awards
    self.ties = ties
  }
}

extension RoundRules {
  /// When and how numbers are rounded.
  public struct Rounding: Hashable, Sendable {
    /// A number that can be rounded on the way to the total.
    public enum Point: String, CaseIterable, Sendable {
      /// The combined score of a criterion, before its factor.
      case criterion
      /// A score, or a combined score, times its factor.
      case factor
      /// The total of one sheet.
      case sheet
      /// The number that the panel's sheets become.
      case panel
      /// The final total.
      case total
    }

    /// Decimal places, 0 to 9, of roundings and of printed numbers.
    public var places: Int
    /// Which way.
    public var mode: Rational.RoundingMode
    /// Where; nowhere when empty.
    public var points: Set<Point>

    /// Two places, half up, nowhere, unless given.
    public init(
      places: Int = 2, mode: Rational.RoundingMode = .halfUp, after points: Set<Point> = []
    ) {
      self.places = places
      self.mode = mode
      self.points = points
    }

    /// The number, rounded if the rules ask for it at this point.
    func apply(_ value: Rational, at point: Point) -> Rational {
      points.contains(point) ? value.rounded(places: places, mode) : value
    }
  }

  /// How the sheets of a panel become one number.
  public struct Panel: Hashable, Sendable {
    /// What is combined across the judges.
    public enum Combination: String, CaseIterable, Sendable {
      /// Each criterion on its own; the combined criteria are then added.
      case criterion
      /// The totals of the sheets.
      case sheet
    }

    /// How numbers of several judges become one.
    public enum Method: String, CaseIterable, Sendable {
      /// The arithmetic mean.
      case mean
      /// The middle one.
      case median
      /// The sum.
      case sum
      /// The mean of the ranks that the judges give; the lowest wins.
      case rank
      /// Places by mean rank, then points for places from a table.
      case rankPoints = "rank-points"
      /// Points for each judge's ranks from a table, added.
      case borda

      /// Whether judges count by the order that they see and not by their numbers.
      public var isByRank: Bool {
        switch self {
        case .rank, .rankPoints, .borda: true
        case .mean, .median, .sum: false
        }
      }
    }

    /// What is combined.
    public var combination: Combination
    /// How.
    public var method: Method
    /// How many of the highest are left out. Of ranks, the best are the highest.
    public var dropHigh: Int
    /// How many of the lowest are left out.
    public var dropLow: Int
    /// Points for places 1, 2, … of `rankPoints` and `borda`; 0 beyond the table.
    public var points: [Rational]

    /// The mean of every criterion, nothing dropped, unless given.
    public init(
      combination: Combination = .criterion, method: Method = .mean, dropHigh: Int = 0,
      dropLow: Int = 0, points: [Rational] = []
    ) {
      self.combination = combination
      self.method = method
      self.dropHigh = dropHigh
      self.dropLow = dropLow
      self.points = points
    }
  }

  /// A number that the organiser enters for each entry: attendance, a technical score, a
  /// deduction.
  public struct Component: Hashable, Sendable {
    /// The short name: a column of `entries.csv`.
    public var code: String
    /// The name that people read.
    public var title: Bilingual
    /// Whether it is taken away from the total instead of added.
    public var isDeduction: Bool
    /// The highest value; the lowest is 0. Nil when there is no bound.
    public var maximum: Rational?
    /// What an empty cell stands for; nil makes such an entry provisional.
    public var fallback: Rational?

    /// A component that is added, without bound and fallback, unless given.
    public init(
      code: String, title: Bilingual, isDeduction: Bool = false, maximum: Rational? = nil,
      fallback: Rational? = nil
    ) {
      self.code = code
      self.title = title
      self.isDeduction = isDeduction
      self.maximum = maximum
      self.fallback = fallback
    }
  }

  /// What an entry must reach to be ranked.
  public struct Gates: Hashable, Sendable {
    /// The lowest final total; nil for none.
    public var minimumTotal: Rational?
    /// Whether no combined, rounded criterion may be 0.
    public var refusesZeroCriterion: Bool
    /// The largest share of the judges that may give 0 in a criterion; nil for none.
    public var largestZeroShare: Rational?
    /// The lowest combined, rounded score of criteria, by their codes.
    public var minimumCriteria: [String: Rational]

    /// No gates, unless given.
    public init(
      minimumTotal: Rational? = nil, refusesZeroCriterion: Bool = false,
      largestZeroShare: Rational? = nil, minimumCriteria: [String: Rational] = [:]
    ) {
      self.minimumTotal = minimumTotal
      self.refusesZeroCriterion = refusesZeroCriterion
      self.largestZeroShare = largestZeroShare
      self.minimumCriteria = minimumCriteria
    }
  }

  /// A prize level. It may stay empty.
  public struct Award: Hashable, Sendable {
    /// The short name.
    public var code: String
    /// The name that people read.
    public var title: Bilingual
    /// How many entries of a board may have it; nil for all that reach `minimumTotal`.
    public var quota: Int?
    /// The lowest final total for it; nil for none.
    public var minimumTotal: Rational?
    /// Whether entries that share a place may have it together beyond the quota.
    public var isShared: Bool

    /// A prize level.
    public init(
      code: String, title: Bilingual, quota: Int?, minimumTotal: Rational? = nil,
      isShared: Bool = false
    ) {
      self.code = code
      self.title = title
      self.quota = quota
      self.minimumTotal = minimumTotal
      self.isShared = isShared
    }
  }
}

/// One way to separate entries of equal totals.
public enum TieStep: Hashable, Sendable {
  /// The component of this code: the higher is ahead, of a deduction the lower.
  case component(String)
  /// The combined, rounded criterion of this code: the higher is ahead.
  case criterion(String)
  /// The sum of the criteria after their factors, before the multiplier: the higher is ahead.
  case criteriaTotal
  /// The totals of all sheets, the highest first, compared in order; where one list ends, the
  /// longer is ahead.
  case countBack
  /// How many judges have it on their first place of the board, alone or with others.
  case firstPlaces
  /// How many sheets have a total above 0.
  case scoringJudges
  /// The median of the totals of all sheets.
  case median
  /// The sheet total of this judge: the higher is ahead.
  case judge(String)
  /// The number drawn: the smallest is ahead, a missing one is last.
  case lot
  /// The order that the council decided: the smallest is ahead, a missing one is last.
  case decision

  /// As rules and results write it: "component:TES", "count-back".
  public var name: String {
    switch self {
    case .component(let code): "component:" + code
    case .criterion(let code): "criterion:" + code
    case .judge(let judge): "judge:" + judge
    case .criteriaTotal: "criteria-total"
    case .countBack: "count-back"
    case .firstPlaces: "first-places"
    case .scoringJudges: "scoring-judges"
    case .median: "median"
    case .lot: "lot"
    case .decision: "decision"
    }
  }

  /// Reads the name of a step; nil when there is none of that name.
  public init?(name: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "component": self = .component(parts[1])
      case "criterion": self = .criterion(parts[1])
      case "judge": self = .judge(parts[1])
      default: return nil
      }
      return
    }
    let plain: [TieStep] = [
      .criteriaTotal, .countBack, .firstPlaces, .scoringJudges, .median, .lot, .decision,
    ]
    guard let step = plain.first(where: { $0.name == name }) else { return nil }
    self = step
  }
}
