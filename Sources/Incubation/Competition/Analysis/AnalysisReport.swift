/// The statistics of a round, all advisory: beside the legal result, never in its place. Figures
/// stand in the order of the ids of entries and judges; what is nil has its reason in `undefined`.
public struct AnalysisReport: Hashable, Sendable {
  /// Entry ids.
  public let entries: [String]
  /// Judge ids.
  public let judges: [String]
  /// How many entries were scored by every judge that scored at all.
  public internal(set) var completeEntries = 0
  /// The six intraclass correlations that are defined.
  public internal(set) var correlations: [AnalysisFigure: IntraclassCorrelation] = [:]
  /// Single figures that are defined: concordance and alphas, by name.
  public internal(set) var values: [AnalysisFigure: Double] = [:]
  /// Least squares; its parts are nil when entries and judges are not connected.
  public internal(set) var additive = Additive()
  /// Predictions; nil when variances cannot be told apart.
  public internal(set) var predictions: Predictions?
  /// Means of standardised totals of each entry; nil without a sheet.
  public internal(set) var standardised: [Double?] = []
  /// Abilities from pairs; nil when there are none.
  public internal(set) var abilities: Abilities?
  /// Figures of each judge.
  public internal(set) var judgeFigures: [JudgeFigure] = []
  /// Sheets far from the others of their entry.
  public internal(set) var outliers: [Outlier] = []
  /// How firm the rank of each entry is; nil when not asked for, an entry without a sheet nil.
  public internal(set) var rankIntervals: [RankInterval?]?
  /// Why figures are nil, by their place in the file: "icc21", "judges.GK1.infit".
  public internal(set) var undefined: [String: AnalysisReason] = [:]

  /// An effect with its standard error in points.
  public struct Effect: Hashable, Sendable {
    /// Points above the mean.
    public let effect: Double
    /// Standard error; nil without degrees of freedom.
    public let se: Double?
  }

  /// Total = mean + entry + judge by least squares.
  public struct Additive: Hashable, Sendable {
    /// The mean that effects are counted from.
    public internal(set) var mean: Double?
    /// Effects of entries; nil inside for an entry without a sheet.
    public internal(set) var entries: [Effect?]?
    /// Effects of judges: above 0 is mild.
    public internal(set) var judges: [Effect?]?
    /// The residual mean square, squared points.
    public internal(set) var residualMeanSquare: Double?
    /// Degrees of freedom of the residual.
    public internal(set) var df: Int?
    /// Whether all entries are linked by judges.
    public internal(set) var isConnected = false
  }

  /// Best linear unbiased predictions.
  public struct Predictions: Hashable, Sendable {
    /// Points above the mean; nil for an entry without a sheet.
    public let values: [Double?]
    /// The mean of all.
    public let mean: Double
    /// Variances between entries, between judges and of the rest, squared points.
    public let varianceEntry: Double
    /// See `varianceEntry`.
    public let varianceJudge: Double
    /// See `varianceEntry`.
    public let varianceResidual: Double
  }

  /// Abilities of Bradley and Terry.
  public struct Abilities: Hashable, Sendable {
    /// Logarithms of strengths, adding up to 0, with standard errors; nil without a sheet.
    public let values: [Effect?]
    /// Whether half a draw was added to each pair, since some entries always won or lost.
    public let isRegularised: Bool
  }

  /// One judge.
  public struct JudgeFigure: Hashable, Sendable {
    /// Points below the mean of the panel, all entries taken alike: above 0 is severe.
    public internal(set) var severity: Double?
    /// Correlation with the mean of the others.
    public internal(set) var correlation: Double?
    /// Squared residuals over their expectation; 1 is usual.
    public internal(set) var infit: Double?
    /// Whether the first three, or their order, change without this judge.
    public internal(set) var changesPodium: Bool?
    /// Points more for entries of the own organisation than for others.
    public internal(set) var ownOrganisationResidual: Double?
    /// The probability of such a difference by chance, either way.
    public internal(set) var p: Double?
  }

  /// A sheet far from the others.
  public struct Outlier: Hashable, Sendable {
    /// Entry id.
    public let entry: String
    /// Judge id.
    public let judge: String
    /// The total of the sheet.
    public let value: Double
    /// The median of the entry.
    public let expected: Double
  }

  /// How firm a rank is.
  public struct RankInterval: Hashable, Sendable {
    /// The best rank of the middle 90 % of draws.
    public let low: Int
    /// The worst of them.
    public let high: Int
    /// The share of draws in which the entry was first.
    public let first: Double
  }

  /// Notes why a figure is nil.
  mutating func lack(_ key: String, _ reason: AnalysisReason) { undefined[key] = reason }
}
