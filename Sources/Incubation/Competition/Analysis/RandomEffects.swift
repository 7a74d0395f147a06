/// Total = mean + entry + judge + residual with entries and judges drawn at random: variances by
/// restricted maximum likelihood (in a full panel those of the table of mean squares), and the
/// best linear unbiased predictions, which draw entries with few sheets towards the mean.
struct RandomEffects {
  /// The mean.
  let mean: Double
  /// Its standard error.
  let meanError: Double
  /// Predicted effects of the rows of the design, the entries.
  let rows: [Double]
  /// Predicted effects of the columns, the judges.
  let columns: [Double]
  /// Variances between entries, between judges and of the rest.
  let rowVariance: Double
  let columnVariance: Double
  let residualVariance: Double
  /// The restricted likelihood as -2 log; smaller fits better.
  let criterion: Double

  /// The fit of a design; nil when entries or judges cannot be told from the rest: fewer than two
  /// of either, nothing repeated, no variation. With `fixedRows` entries are no sample but
  /// estimated freely, which recovers what judges know between entries.
  init?(_ design: SheetDesign, fixedRows: Bool = false) {
    let spare = design.count - design.rowCount - design.columnCount + design.parts.count
    guard design.rowCount > 1, design.columnCount > 1, spare > 0,
      design.count > design.rowCount, design.count > design.columnCount,
      let center = Moments.mean(design.values),
      let variance = Moments.variance(design.values),
      !Moments.isNothing(variance, beside: center, 1)
    else { return nil }
    let isTurned = !fixedRows && design.columnCount > design.rowCount
    let side = isTurned ? design.transposed : design
    let likelihood = RestrictedLikelihood(side, center: center, fixedRows: fixedRows)
    guard let ratios = Self.ratios(side, likelihood, fixedRows: fixedRows),
      let point = likelihood.evaluate(ratios.row, ratios.column)
    else { return nil }
    let effects = likelihood.effects(side, at: point)
    mean = center + (fixedRows ? effects.rows.reduce(0, +) / Double(side.rowCount) : point.mean)
    meanError = (point.residual / point.ones).squareRoot()
    residualVariance = point.residual
    let rowShare = ratios.row * ratios.row * point.residual
    let columnShare = ratios.column * ratios.column * point.residual
    rowVariance = isTurned ? columnShare : rowShare
    columnVariance = isTurned ? rowShare : columnShare
    rows = isTurned ? effects.columns : effects.rows
    columns = isTurned ? effects.rows : effects.columns
    criterion = point.criterion
    guard criterion.isFinite, residualVariance > 0 else { return nil }
  }

  /// Standard deviations over that of the residual.
  private static func ratios(
    _ design: SheetDesign, _ likelihood: RestrictedLikelihood, fixedRows: Bool
  ) -> (row: Double, column: Double)? {
    if design.isComplete, !fixedRows, let table = PanelVariance(design.completeCases) {
      // The closed form; a negative variance is 0.
      guard table.error > 0 else { return nil }
      let row = max(0, (table.entries - table.error) / table.k)
      let column = max(0, (table.judges - table.error) / table.n)
      return ((row / table.error).squareRoot(), (column / table.error).squareRoot())
    }
    let start = fixedRows ? [1.0] : [1.0, 1.0]
    let best = Minimiser.minimum(from: start) { point in
      let found =
        fixedRows
        ? likelihood.evaluate(0, point[0]) : likelihood.evaluate(point[0], point[1])
      return found?.criterion ?? .infinity
    }.map { abs($0) < 1e-5 ? 0 : abs($0) }
    // A residual of nothing drives the ratios beyond every bound.
    guard best.allSatisfy({ $0 < 1e6 }) else { return nil }
    return fixedRows ? (0, best[0]) : (best[0], best[1])
  }
}

/// The restricted likelihood of the model at given ratios of standard deviations, everything else
/// profiled out (Bates, Mächler, Bolker and Walker 2015, section 3).
private struct RestrictedLikelihood {
  let equations: ReducedEquations
  let fixedRows: Bool
  let rowCount: Int

  init(_ design: SheetDesign, center: Double, fixedRows: Bool) {
    equations = ReducedEquations(design, center: center)
    rowCount = design.rowCount
    self.fixedRows = fixedRows
  }

  struct Point {
    var criterion = 0.0
    var residual = 0.0
    var mean = 0.0
    var ones = 1.0
    var columns: [Double] = []
    var rowRatio = 0.0
  }

  private func weight(_ ratio: Double) -> (Double) -> Double {
    let square = ratio * ratio
    return fixedRows ? { 1 / $0 } : { square / (square * $0 + 1) }
  }

  func evaluate(_ rowRatio: Double, _ columnRatio: Double) -> Point? {
    let weight = weight(rowRatio)
    let square = columnRatio * columnRatio
    var matrix = equations.matrix(weight)
    for cell in matrix.cells.indices { matrix.cells[cell] *= square }
    for column in 0..<matrix.size { matrix[column, column] += 1 }
    guard let factor = matrix.factored() else { return nil }
    let right = equations.right(weight)
    let ones = equations.rightOfOnes(weight)
    let solvedRight = factor.solve(right)
    let products = equations.products(weight)
    func less(_ left: [Double]) -> Double {
      square * zip(left, solvedRight).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var point = Point(rowRatio: rowRatio)
    var rest = products.yy - less(right)
    var degrees = equations.count - Double(rowCount)
    var determinants = factor.logDeterminant
    point.columns = solvedRight.map { $0 * square }
    if fixedRows {
      determinants += equations.sum(Elementary.log)
    } else {
      let solvedOnes = factor.solve(ones)
      point.ones =
        products.xx - square * zip(ones, solvedOnes).reduce(0) { $0 + $1.0 * $1.1 }
      point.mean = (products.xy - less(ones)) / point.ones
      rest -= point.mean * point.mean * point.ones
      degrees = equations.count - 1
      let scale = rowRatio * rowRatio
      determinants += equations.sum { Elementary.log(1 + scale * $0) }
      determinants += Elementary.log(point.ones)
      for column in point.columns.indices {
        point.columns[column] -= square * point.mean * solvedOnes[column]
      }
    }
    point.residual = rest / degrees
    guard rest > 0 else { return nil }
    let twoPi = 6.283_185_307_179_586
    point.criterion = determinants + degrees * (1 + Elementary.log(twoPi * point.residual))
    return point
  }

  /// Effects of rows and columns; fixed rows are levels, less the center.
  func effects(_ design: SheetDesign, at point: Point) -> (rows: [Double], columns: [Double]) {
    let weight = weight(point.rowRatio)
    let rows = (0..<design.rowCount).map { row in
      let sheets = design.sheets(of: row)
      let count = Double(sheets.count)
      let others = sheets.reduce(0) { $0 + point.columns[design.columns[$1]] }
      return weight(count) * (equations.rowSums[row] - count * point.mean - others)
    }
    return (rows, point.columns)
  }
}
