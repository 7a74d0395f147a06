/// One intraclass correlation of Shrout and Fleiss 1979, with its interval of 95 % and its test.
public struct IntraclassCorrelation: Hashable, Sendable {
  /// The correlation, at most 1; negative values stand as they are.
  public let value: Double
  /// The lower end of the interval; nil when it cannot be computed.
  public let low: Double?
  /// The upper end of the interval; nil when it cannot be computed.
  public let high: Double?
  /// The F ratio of the hypothesis that it is 0; nil when judges agree exactly, and it would be
  /// infinite.
  public let f: Double?
  /// Degrees of freedom of the entries.
  public let df1: Double
  /// Degrees of freedom of the error; those of (2,1) and (2,k) are Satterthwaite's, at the
  /// estimated correlation (McGraw and Wong 1996), and no whole number. Nil when judges agree
  /// exactly.
  public let df2: Double?
  /// The probability of such an F by chance.
  public let p: Double?
  /// How many entries were scored by every judge, and make up the figure.
  public let n: Int
}

/// The two-way table of mean squares behind the intraclass correlations.
struct PanelVariance {
  /// Entries and judges.
  let n: Double
  let k: Double
  /// Mean squares between entries, between judges, of the error, and within entries.
  let entries: Double
  let judges: Double
  let error: Double
  let within: Double

  /// The mean squares of a full table; nil with fewer than two entries or judges. What is only
  /// rounding beside the size of the totals is exactly 0.
  init?(_ table: FullTable) {
    guard table.rows > 1, table.columns > 1, let mean = Moments.mean(table.cells) else {
      return nil
    }
    n = Double(table.rows)
    k = Double(table.columns)
    let rowMeans = (0..<table.rows).map { table.row($0).reduce(0) { $0 + ($1 - mean) } }
      .map { [k] in $0 / k }
    var columnMeans = [Double](repeating: 0, count: table.columns)
    for row in 0..<table.rows {
      for (column, value) in table.row(row).enumerated() { columnMeans[column] += value - mean }
    }
    columnMeans = columnMeans.map { [n] in $0 / n }
    var (inner, rest) = (0.0, 0.0)
    for row in 0..<table.rows {
      for (column, value) in table.row(row).enumerated() {
        let deviation = value - mean - rowMeans[row]
        inner += deviation * deviation
        rest += (deviation - columnMeans[column]) * (deviation - columnMeans[column])
      }
    }
    let cells = n * k
    func square(_ sum: Double, _ degrees: Double) -> Double {
      Moments.isNothing(sum, beside: mean, cells) ? 0 : sum / degrees
    }
    entries = square(k * rowMeans.reduce(0) { $0 + $1 * $1 }, n - 1)
    judges = square(n * columnMeans.reduce(0) { $0 + $1 * $1 }, k - 1)
    error = square(rest, (n - 1) * (k - 1))
    within = square(inner, n * (k - 1))
  }

  /// One of the six correlations; nil when nothing varies.
  func correlation(_ form: Form) -> IntraclassCorrelation? {
    let (above, below) = ratio(form)
    guard below > 0 else { return nil }
    let value = above / below
    let interval = interval(form)
    let test = test(form.model)
    return IntraclassCorrelation(
      value: value, low: Self.finite(interval?.low), high: Self.finite(interval?.high),
      f: Self.finite(test.f), df1: n - 1, df2: Self.finite(test.df2),
      p: Self.finite(FDistribution.upper(test.f, n - 1, test.df2)), n: Int(n))
  }

  /// What the variance of entries is set against; (2,k) has nothing to set against when judges
  /// differ less than chance and entries hardly at all.
  private func ratio(_ form: Form) -> (above: Double, below: Double) {
    switch form {
    case .single(.oneWay): (entries - within, entries + (k - 1) * within)
    case .single(.random):
      (entries - error, entries + (k - 1) * error + k * (judges - error) / n)
    case .single(.fixed): (entries - error, entries + (k - 1) * error)
    case .mean(.oneWay): (entries - within, entries)
    case .mean(.random): (entries - error, entries + (judges - error) / n)
    case .mean(.fixed): (entries - error, entries)
    }
  }

  /// Why a correlation is not defined.
  var lack: AnalysisReason {
    if entries > 0 { return .atTheBound }
    return within > 0 ? .noEntryVariation : .noVariation
  }

  /// How judges count: as others for every entry, as a sample, or as the only ones.
  enum Model { case oneWay, random, fixed }

  /// Of one judge, or of the mean of all.
  enum Form {
    case single(Model)
    case mean(Model)

    var model: Model {
      switch self {
      case .single(let model), .mean(let model): model
      }
    }
  }

  private static func finite(_ value: Double?) -> Double? {
    value.flatMap { $0.isFinite ? $0 : nil }
  }

  private func test(_ model: Model) -> (f: Double, df2: Double) {
    switch model {
    case .oneWay: (entries / within, n * (k - 1))
    case .random: (entries / error, satterthwaite)
    case .fixed: (entries / error, (n - 1) * (k - 1))
    }
  }

  /// Degrees of freedom of the mixture of judges and error that the error of (2,1) is.
  private var satterthwaite: Double {
    let (above, below) = ratio(.single(.random))
    let value = above / below
    let a = k * value * judges
    let b = (n * (1 - value) + k * value * (n - 1)) * error
    return (a + b) * (a + b) / (a * a / (k - 1) + b * b / ((n - 1) * (k - 1)))
  }

  /// The limits of Shrout and Fleiss; those of a mean are the Spearman-Brown step of those of one
  /// judge, which for (2,k) are also McGraw and Wong's.
  private func interval(_ form: Form) -> (low: Double, high: Double)? {
    if case .mean(let model) = form {
      guard let single = interval(.single(model)) else { return nil }
      return (stepped(single.low), stepped(single.high))
    }
    if form.model == .random { return randomInterval }
    let (f, df2) = test(form.model)
    if f == .infinity { return (1, 1) }
    let low = f / FDistribution.quantile(0.975, n - 1, df2)
    let high = f * FDistribution.quantile(0.975, df2, n - 1)
    return ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))
  }

  private var randomInterval: (low: Double, high: Double)? {
    if error == 0, judges == 0 { return (1, 1) }
    let df2 = satterthwaite
    guard df2.isFinite, df2 > 0.01 else { return nil }
    let below = FDistribution.quantile(0.975, n - 1, df2)
    let above = FDistribution.quantile(0.975, df2, n - 1)
    let mixed = k * judges + (k * n - k - n) * error
    return (
      n * (entries - below * error) / (below * mixed + n * entries),
      n * (above * entries - error) / (mixed + n * above * entries)
    )
  }

  /// Minus infinity where one judge's is so low that that of a mean has no lower limit.
  private func stepped(_ single: Double) -> Double {
    let below = 1 + single * (k - 1)
    return below > 1e-12 ? single * k / below : -.infinity
  }
}
