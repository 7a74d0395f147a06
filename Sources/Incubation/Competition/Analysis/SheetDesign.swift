/// Sheets that exist, row by row, without the entries and judges that have none.
struct SheetDesign {
  /// Where the sheets of a row begin in `columns` and `values`; one more than there are rows.
  private(set) var offsets = [0]
  /// The column of each sheet.
  private(set) var columns: [Int] = []
  /// The total of each sheet.
  private(set) var values: [Double] = []
  /// The place in the totals of each row.
  private(set) var rowPlaces: [Int] = []
  /// The place in the totals of each column.
  private(set) var columnPlaces: [Int] = []

  /// The sheets of totals: rows are entries, columns are judges.
  init(_ sheets: SheetTotals) {
    let present = sheets.judges.indices.filter { judge in
      sheets.entries.indices.contains { sheets[$0, judge] != nil }
    }
    columnPlaces = present
    for entry in sheets.entries.indices {
      for (column, judge) in present.enumerated() {
        guard let value = sheets[entry, judge] else { continue }
        columns.append(column)
        values.append(value)
      }
      close(row: entry)
    }
  }

  private init() {}

  private mutating func close(row place: Int) {
    if offsets.last == columns.count { return }
    offsets.append(columns.count)
    rowPlaces.append(place)
  }

  /// Rows that have a sheet.
  var rowCount: Int { rowPlaces.count }
  /// Columns that have a sheet.
  var columnCount: Int { columnPlaces.count }
  /// Sheets.
  var count: Int { values.count }

  /// Where the sheets of a row are.
  func sheets(of row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

  /// Whether every row has every column.
  var isComplete: Bool { count == rowCount * columnCount }

  /// Rows and columns exchanged.
  var transposed: SheetDesign {
    var result = SheetDesign()
    result.columnPlaces = rowPlaces
    var lists = [[(Int, Double)]](repeating: [], count: columnCount)
    for row in 0..<rowCount {
      for sheet in sheets(of: row) { lists[columns[sheet]].append((row, values[sheet])) }
    }
    for (column, list) in lists.enumerated() {
      result.columns.append(contentsOf: list.map(\.0))
      result.values.append(contentsOf: list.map(\.1))
      result.close(row: columnPlaces[column])
    }
    return result
  }

  /// Sheets of rows that have every column, as a full table of rows; see `FullTable`.
  var completeCases: FullTable {
    let full = (0..<rowCount).filter { sheets(of: $0).count == columnCount }
    return FullTable(
      rows: full.count, columns: columnCount, cells: full.flatMap { values[sheets(of: $0)] })
  }

  /// Which part each row belongs to, parts numbered from 0: rows are in one part when judges link
  /// them, directly or through others.
  var parts: (ofRow: [Int], count: Int) {
    var sets = DisjointSets(count: rowCount + columnCount)
    for row in 0..<rowCount {
      for sheet in sheets(of: row) { sets.join(row, rowCount + columns[sheet]) }
    }
    var numbers: [Int: Int] = [:]
    let ofRow = (0..<rowCount).map { row in
      let root = sets.root(row)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
    return (ofRow, numbers.count)
  }
}

/// A table without gaps.
struct FullTable {
  /// Rows, the entries.
  let rows: Int
  /// Columns, the judges.
  let columns: Int
  /// Row by row.
  let cells: [Double]

  /// One row.
  func row(_ index: Int) -> ArraySlice<Double> {
    cells[(index * columns)..<((index + 1) * columns)]
  }

  /// One column.
  func column(_ index: Int) -> [Double] { (0..<rows).map { cells[$0 * columns + index] } }
}

/// Sets that are joined until what is linked is in one (union-find).
struct DisjointSets {
  private var parents: [Int]

  /// Every element in a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The element that stands for the set of another.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Joins two sets; false when they were one already.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (root(left), root(right))
    if a == b { return false }
    parents[max(a, b)] = min(a, b)
    return true
  }
}
