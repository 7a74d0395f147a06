/// The equations of a two-way model with the rows taken out, kept by how many sheets a row has, so
/// that they can be weighted anew at no cost: what row n takes out is weight(n) of its sums.
struct ReducedEquations {
  /// Sums of a row's totals less the center.
  let rowSums: [Double]
  /// Rows with the same number of sheets.
  private struct Group {
    var size = 0.0
    var rows = 0.0
    /// How many of these rows a pair of columns shares.
    var shared: SymmetricMatrix
    /// Sums over these rows of the row sums: by column, all, and squared.
    var columnSums: [Double]
    var sum = 0.0
    var squares = 0.0
  }
  private var groups: [Group] = []
  /// By column: how many sheets, and the sum of their totals less the center.
  private var columnCounts: [Double]
  private var columnSums: [Double]
  /// Sheets, and the sum of their squared totals less the center.
  let count: Double
  let squares: Double

  /// The sums of a design.
  init(_ design: SheetDesign, center: Double) {
    let columns = design.columnCount
    var rowSums = [Double](repeating: 0, count: design.rowCount)
    var counts = [Double](repeating: 0, count: columns)
    var sums = counts
    var places: [Int: Int] = [:]
    for row in 0..<design.rowCount {
      let sheets = design.sheets(of: row)
      rowSums[row] = sheets.reduce(0) { $0 + (design.values[$1] - center) }
      for sheet in sheets {
        counts[design.columns[sheet]] += 1
        sums[design.columns[sheet]] += design.values[sheet] - center
      }
      let place = places[sheets.count] ?? groups.count
      if place == groups.count {
        places[sheets.count] = place
        groups.append(
          Group(
            size: Double(sheets.count), shared: SymmetricMatrix(size: columns),
            columnSums: [Double](repeating: 0, count: columns)))
      }
      groups[place].rows += 1
      groups[place].sum += rowSums[row]
      groups[place].squares += rowSums[row] * rowSums[row]
      for sheet in sheets {
        groups[place].columnSums[design.columns[sheet]] += rowSums[row]
        for other in sheets {
          groups[place].shared[design.columns[sheet], design.columns[other]] += 1
        }
      }
    }
    self.rowSums = rowSums
    columnCounts = counts
    columnSums = sums
    count = Double(design.count)
    squares = design.values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
  }

  /// The matrix of the columns: counts on the diagonal less what the rows take out.
  func matrix(_ weight: (Double) -> Double) -> SymmetricMatrix {
    var result = SymmetricMatrix(size: columnCounts.count)
    for (column, count) in columnCounts.enumerated() { result[column, column] = count }
    for group in groups {
      let factor = weight(group.size)
      for cell in result.cells.indices { result.cells[cell] -= factor * group.shared.cells[cell] }
    }
    return result
  }

  /// The right side for the totals.
  func right(_ weight: (Double) -> Double) -> [Double] {
    groups.reduce(into: columnSums) { result, group in
      let factor = weight(group.size)
      for column in result.indices { result[column] -= factor * group.columnSums[column] }
    }
  }

  /// The right side for a column of ones.
  func rightOfOnes(_ weight: (Double) -> Double) -> [Double] {
    groups.reduce(into: columnCounts) { result, group in
      let factor = weight(group.size) * group.size
      for column in result.indices { result[column] -= factor * group.shared[column, column] }
    }
  }

  /// Products of totals with totals, totals with ones and ones with ones, less the rows' share.
  func products(_ weight: (Double) -> Double) -> (yy: Double, xy: Double, xx: Double) {
    var result = (yy: squares, xy: 0.0, xx: count)
    for group in groups {
      let factor = weight(group.size)
      result.yy -= factor * group.squares
      result.xy += group.sum * (1 - factor * group.size)
      result.xx -= factor * group.size * group.size * group.rows
    }
    return result
  }

  /// The sum of a function of the number of sheets over all rows.
  func sum(_ body: (Double) -> Double) -> Double {
    groups.reduce(0) { $0 + $1.rows * body($1.size) }
  }
}
