/// Least squares of total = mean + entry + judge, effects of each kind adding up to 0: what is
/// left of the entries when judges are as severe as they are (judging by incomplete panels).
struct AdditiveModel {
  /// The effects of one side and what is known about them.
  struct Side {
    /// Effects, in the order of the design.
    var effects: [Double] = []
    /// Variances of the effects in units of the residual variance.
    var variances: [Double] = []
    /// For each, the sum of squared residuals of its sheets.
    var squares: [Double] = []
    /// For each, what that sum would be with a residual variance of 1.
    var expectedSquares: [Double] = []
  }

  /// The mean: that of all totals in a balanced design.
  let mean: Double
  /// Rows of the design, the entries.
  let rows: Side
  /// Columns of the design, the judges; above 0 is mild.
  let columns: Side
  /// The sum of squared residuals.
  let residualSquares: Double
  /// The sum of squares of rows, adjusted for columns.
  let adjustedRowSquares: Double
  /// The sum of squares of columns, not adjusted.
  let columnSquares: Double
  /// Degrees of freedom of the residual; 0 when nothing is left to judge errors by.
  let df: Int

  /// The residual mean square; nil without degrees of freedom.
  var residualMeanSquare: Double? { df > 0 ? residualSquares / Double(df) : nil }

  /// The fit of a design; nil when it has no sheet or more than one part.
  init?(_ design: SheetDesign) {
    guard let center = Moments.mean(design.values), design.parts.count == 1 else { return nil }
    // The shorter side is solved for, the longer one follows row by row.
    let isTurned = design.columnCount > design.rowCount
    guard var fit = TwoWayFit(isTurned ? design.transposed : design, center: center) else {
      return nil
    }
    if Moments.isNothing(fit.residualSquares, beside: center, Double(design.count)) {
      fit.forgetResiduals()
    }
    mean = center + fit.mean
    rows = isTurned ? fit.short : fit.long
    columns = isTurned ? fit.long : fit.short
    residualSquares = fit.residualSquares
    df = design.count - design.rowCount - design.columnCount + 1
    var sums = [Double](repeating: 0, count: design.columnCount)
    var counts = sums
    var total = 0.0
    for (sheet, column) in design.columns.enumerated() {
      sums[column] += design.values[sheet] - center
      counts[column] += 1
      total += (design.values[sheet] - center) * (design.values[sheet] - center)
    }
    columnSquares = zip(sums, counts).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
    adjustedRowSquares = max(0, total - columnSquares - residualSquares)
  }
}

/// The fit behind `AdditiveModel`: totals less `center` = a(long) + b(short), the b adding up to 0.
private struct TwoWayFit {
  private(set) var mean = 0.0
  private(set) var long = AdditiveModel.Side()
  private(set) var short = AdditiveModel.Side()
  private(set) var residualSquares = 0.0

  /// Exact fits have no residuals, only rounding.
  mutating func forgetResiduals() {
    residualSquares = 0
    long.squares = long.squares.map { _ in 0 }
    short.squares = short.squares.map { _ in 0 }
  }

  init?(_ design: SheetDesign, center: Double) {
    let equations = ReducedEquations(design, center: center)
    let size = design.columnCount
    var matrix = equations.matrix { 1 / $0 }
    for cell in matrix.cells.indices { matrix.cells[cell] += 1 / Double(size) }
    guard let factor = matrix.factored() else { return nil }
    var spread = factor.inverse()
    for cell in spread.cells.indices { spread.cells[cell] -= 1 / Double(size) }
    let right = equations.right { 1 / $0 }
    short.effects = (0..<size).map { row in
      (0..<size).reduce(0) { $0 + spread[row, $1] * right[$1] }
    }
    let levels = (0..<design.rowCount).map { row in
      let sheets = design.sheets(of: row)
      let others = sheets.reduce(0) { $0 + short.effects[design.columns[$1]] }
      return (equations.rowSums[row] - others) / Double(sheets.count)
    }
    mean = levels.reduce(0, +) / Double(design.rowCount)
    long.effects = levels.map { [mean] in $0 - mean }
    short.variances = (0..<size).map { spread[$0, $0] }
    addVariances(design, spread)
    addResiduals(design, center, spread)
  }

  /// Variances of the long side: with w the row's columns over their number and G the spread of
  /// the short side, the covariance of two levels is [same]/n + w G w'.
  private mutating func addVariances(_ design: SheetDesign, _ spread: SymmetricMatrix) {
    let rows = Double(design.rowCount)
    var meanWeights = [Double](repeating: 0, count: spread.size)
    var meanInverse = 0.0
    for row in 0..<design.rowCount {
      let sheets = design.sheets(of: row)
      meanInverse += 1 / Double(sheets.count) / rows
      for sheet in sheets {
        meanWeights[design.columns[sheet]] += 1 / Double(sheets.count) / rows
      }
    }
    let spreadMean = (0..<spread.size).map { row in
      (0..<spread.size).reduce(0) { $0 + spread[row, $1] * meanWeights[$1] }
    }
    let meanMean = zip(meanWeights, spreadMean).reduce(0) { $0 + $1.0 * $1.1 }
    long.variances = (0..<design.rowCount).map { row in
      let columns = design.columns[design.sheets(of: row)]
      let count = Double(columns.count)
      let own = Self.quadratic(columns, spread) / (count * count)
      let cross = columns.reduce(0) { $0 + spreadMean[$1] } / count
      return 1 / count - 2 / (rows * count) + meanInverse / rows + own - 2 * cross + meanMean
    }
  }

  private static func quadratic(_ columns: ArraySlice<Int>, _ spread: SymmetricMatrix) -> Double {
    columns.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + spread[row, $1] } }
  }

  private mutating func addResiduals(
    _ design: SheetDesign, _ center: Double, _ spread: SymmetricMatrix
  ) {
    long.squares = [Double](repeating: 0, count: design.rowCount)
    long.expectedSquares = long.squares
    short.squares = [Double](repeating: 0, count: design.columnCount)
    short.expectedSquares = short.squares
    for row in 0..<design.rowCount {
      let columns = design.columns[design.sheets(of: row)]
      let count = Double(columns.count)
      let own = 1 / count + Self.quadratic(columns, spread) / (count * count)
      for sheet in design.sheets(of: row) {
        let column = design.columns[sheet]
        let fitted = mean + long.effects[row] + short.effects[column]
        let residual = design.values[sheet] - center - fitted
        let cross = columns.reduce(0) { $0 + spread[column, $1] } / count
        let free = max(0, 1 - (own - 2 * cross + spread[column, column]))
        residualSquares += residual * residual
        long.squares[row] += residual * residual
        short.squares[column] += residual * residual
        long.expectedSquares[row] += free
        short.expectedSquares[column] += free
      }
    }
  }
}
