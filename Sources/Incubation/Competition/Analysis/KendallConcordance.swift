/// Kendall's coefficient of concordance of judges that all ranked the same entries.
struct KendallConcordance {
  /// Corrected for ties; nil when every judge gave all entries the same.
  let corrected: Double?
  /// As if there were no ties.
  let uncorrected: Double
  /// The sum of squared deviations of the rank sums.
  let squares: Double
  /// Friedman's statistic of the corrected figure, with its degrees of freedom and probability;
  /// rough with few entries and judges.
  let chiSquare: Double?
  let degrees: Double
  let p: Double?

  /// The concordance of a full table; nil with fewer than two entries or judges.
  init?(_ table: FullTable) {
    guard table.rows > 1, table.columns > 1 else { return nil }
    let n = Double(table.rows)
    let m = Double(table.columns)
    var sums = [Double](repeating: 0, count: table.rows)
    var ties = 0.0
    for column in 0..<table.columns {
      let ranking = Moments.ranks(table.column(column))
      for (row, rank) in ranking.ranks.enumerated() { sums[row] += rank }
      ties += ranking.ties
    }
    let middle = m * (n + 1) / 2
    squares = sums.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let whole = m * m * (n * n * n - n)
    uncorrected = 12 * squares / whole
    let rest = whole - m * ties
    corrected = rest > 0 ? min(1, 12 * squares / rest) : nil
    degrees = n - 1
    chiSquare = corrected.map { m * (n - 1) * $0 }
    p = chiSquare.map { ChiSquare.upper($0, degrees: n - 1) }
  }
}
