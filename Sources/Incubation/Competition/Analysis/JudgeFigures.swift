/// What the sheets say about each judge; columns of a design are judges.
struct JudgeFigures {
  private let design: SheetDesign
  private let additive: AdditiveModel?
  /// The judges' sheets, judge by judge.
  private let byJudge: SheetDesign
  /// The sums of each entry, as they are and with the judges' mildness taken off.
  private let sums: [Double]
  private let adjustedSums: [Double]

  /// Figures over a design and its additive model, if it has one.
  init(_ design: SheetDesign, additive: AdditiveModel?) {
    self.design = design
    self.additive = additive
    byJudge = design.transposed
    sums = (0..<design.rowCount).map { row in
      design.sheets(of: row).reduce(0) { $0 + design.values[$1] }
    }
    adjustedSums = (0..<design.rowCount).map { row in
      design.sheets(of: row).reduce(0) { sum, sheet in
        sum + design.values[sheet] - (additive?.columns.effects[design.columns[sheet]] ?? 0)
      }
    }
  }

  /// Correlation with the mean of the other judges, each freed of severity where that is known, so
  /// that panels of different judges can be compared; nil when it is undefined.
  func correlation(_ judge: Int) -> Double? {
    var own: [Double] = []
    var others: [Double] = []
    for sheet in byJudge.sheets(of: judge) {
      let row = byJudge.columns[sheet]
      let count = design.sheets(of: row).count
      guard count > 1 else { continue }
      let value = byJudge.values[sheet]
      let adjusted = value - (additive?.columns.effects[judge] ?? 0)
      own.append(value)
      others.append((adjustedSums[row] - adjusted) / Double(count - 1))
    }
    return Moments.correlation(own, others)
  }

  /// Squared residuals over what they should be: 1 is usual, above 1.5 erratic, below 0.5 too
  /// regular. Nil without a model, or when nothing is left over.
  func infit(_ judge: Int) -> Double? {
    guard let additive, let variance = additive.residualMeanSquare, variance > 0 else {
      return nil
    }
    let expected = additive.columns.expectedSquares[judge]
    return expected > 1e-9 ? additive.columns.squares[judge] / (variance * expected) : nil
  }

  /// Places one to three by the mean of the sheets, with the place.
  private func podium(without judge: Int?) -> [Int: Int] {
    var means: [(row: Int, mean: Double)] = []
    var taken = [Double?](repeating: nil, count: design.rowCount)
    if let judge {
      for sheet in byJudge.sheets(of: judge) {
        taken[byJudge.columns[sheet]] = byJudge.values[sheet]
      }
    }
    for row in 0..<design.rowCount {
      let count = design.sheets(of: row).count - (taken[row] == nil ? 0 : 1)
      if count > 0 { means.append((row, (sums[row] - (taken[row] ?? 0)) / Double(count))) }
    }
    means.sort { $0.mean > $1.mean }
    var result: [Int: Int] = [:]
    var place = 0
    for (index, item) in means.enumerated() {
      if index > 0, means[index - 1].mean - item.mean > 1e-9 * max(1, abs(item.mean)) {
        place = index
      }
      if place > 2 { break }
      result[item.row] = place
    }
    return result
  }

  /// For each judge, whether the first three, or their order, would change without that judge.
  func changesPodium() -> [Bool] {
    let whole = podium(without: nil)
    return (0..<design.columnCount).map { podium(without: $0) != whole }
  }

  /// A judge's sheets on entries of the own organisation against the others.
  struct Affinity {
    /// Mean residual on the own entries less that on the others; above 0 is favour.
    let residual: Double
    /// Its probability by chance.
    let p: Double
  }

  /// Residuals against the mean of the other judges, own organisation's entries against others;
  /// nil when either kind is missing.
  func affinity(_ judge: Int, isOwn: (Int) -> Bool) -> Affinity? {
    var residuals: [Double] = []
    var own: [Int] = []
    for sheet in byJudge.sheets(of: judge) {
      let row = byJudge.columns[sheet]
      let count = design.sheets(of: row).count
      guard count > 1 else { continue }
      let adjusted = byJudge.values[sheet] - (additive?.columns.effects[judge] ?? 0)
      if isOwn(row) { own.append(residuals.count) }
      residuals.append(adjusted - (adjustedSums[row] - adjusted) / Double(count - 1))
    }
    let others = Set(residuals.indices).subtracting(own).sorted().map { residuals[$0] }
    guard let ownMean = Moments.mean(own.map { residuals[$0] }),
      let otherMean = Moments.mean(others),
      let p = PermutationTest.p(residuals, chosen: own, seed: JudgingAnalysis.seed)
    else { return nil }
    return Affinity(residual: ownMean - otherMean, p: p)
  }
}

/// Totals of judges brought to one scale: each less the judge's mean, over the judge's deviation.
enum StandardisedTotals {
  /// The mean of an entry's standardised totals. A judge whose sheets do not vary, or with fewer
  /// than two, says nothing and counts as 0.
  static func means(_ design: SheetDesign) -> [Double] {
    let judges = design.transposed
    var centers = [Double](repeating: 0, count: design.columnCount)
    var scales = centers
    for judge in 0..<judges.rowCount {
      let values = Array(judges.values[judges.sheets(of: judge)])
      let center = Moments.mean(values) ?? 0
      let variance = Moments.variance(values) ?? 0
      centers[judge] = center
      scales[judge] =
        Moments.isNothing(variance, beside: center, 1) ? 0 : 1 / variance.squareRoot()
    }
    return (0..<design.rowCount).map { row in
      let sheets = design.sheets(of: row)
      let sum = sheets.reduce(0) { sum, sheet in
        let judge = design.columns[sheet]
        return sum + (design.values[sheet] - centers[judge]) * scales[judge]
      }
      return sum / Double(sheets.count)
    }
  }
}
