/// A table in lines of characters. Long cells are broken; where the columns do not fit beside each
/// other, the table goes on below, with its first columns repeated.
struct PlainTable {
  private let table: DocumentTable
  private let measure: TextMeasure
  private let total: Int

  init(_ table: DocumentTable, _ measure: TextMeasure, width: Int) {
    self.table = table
    self.measure = measure
    total = width
  }

  /// What columns may be cut down to, when they are not of one word.
  private static let narrowest = 14

  var lines: [String] {
    let groups = groups()
    return groups.enumerated().flatMap { place, columns in
      (place == 0 ? [] : ["(tiếp theo)"]) + block(columns, widths: widths(columns))
    }
  }

  private func natural(_ column: Int) -> Int {
    texts(column).flatMap { $0.split(separator: "\n").map { measure.width(String($0)) } }.max() ?? 0
  }

  private func least(_ column: Int) -> Int {
    let word = texts(column).map(measure.longestWord).max() ?? 0
    return max(1, min(word, Self.narrowest, natural(column)))
  }

  private func texts(_ column: Int) -> [String] {
    [table.columns[column].heading] + table.rows.map { column < $0.count ? $0[column] : "" }
  }

  /// What lines and blanks between so many columns take: "│ a │ b │".
  private func frame(_ count: Int) -> Int { 3 * count + 1 }

  /// The columns that stand beside each other.
  private func groups() -> [[Int]] {
    let keys = Array(0..<min(table.keyColumns, table.columns.count))
    var groups: [[Int]] = []
    var current = keys
    for column in table.columns.indices.dropFirst(keys.count) {
      let wanted = current + [column]
      let needed = wanted.reduce(frame(wanted.count)) { $0 + least($1) }
      if needed > total, current.count > keys.count {
        groups.append(current)
        current = keys + [column]
      } else {
        current = wanted
      }
    }
    return groups + [current]
  }

  /// Every column gets what it needs at least; what is left goes to those that still want some,
  /// one column of characters at a time.
  private func widths(_ columns: [Int]) -> [Int] {
    var widths = columns.map(least)
    let wanted = columns.map(natural)
    var room = total - frame(columns.count) - widths.reduce(0, +)
    while room < 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 1
    {
      widths[widest] -= 1
      room += 1
    }
    while room > 0 {
      let hungry = widths.indices.filter { widths[$0] < wanted[$0] }
      guard let place = hungry.min(by: { widths[$0] * wanted[$1] < widths[$1] * wanted[$0] })
      else { break }
      widths[place] += 1
      room -= 1
    }
    return widths
  }

  private func block(_ columns: [Int], widths: [Int]) -> [String] {
    let heading = row(columns.map { table.columns[$0].heading }, columns, widths, isHeading: true)
    var lines = [rule("┌", "┬", "┐", widths)] + heading + [rule("├", "┼", "┤", widths)]
    let cells = table.rows.map { cells in columns.map { $0 < cells.count ? cells[$0] : "" } }
    let rows = cells.map { row($0, columns, widths, isHeading: false) }
    // Rows of several lines need a rule between them to be told apart.
    let isTall = rows.contains { $0.count > 1 }
    for (place, row) in rows.enumerated() {
      if isTall, place > 0 { lines.append(rule("├", "┼", "┤", widths)) }
      lines += row
    }
    return lines + [rule("└", "┴", "┘", widths)]
  }

  private func row(
    _ cells: [String], _ columns: [Int], _ widths: [Int], isHeading: Bool
  ) -> [String] {
    let wrapped = cells.indices.map { measure.wrap(cells[$0], to: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let shown = wrapped.indices.map { place in
        let text = line < wrapped[place].count ? wrapped[place][line] : ""
        let alignment = isHeading ? .centre : table.columns[columns[place]].alignment
        return measure.pad(text, to: widths[place], alignment)
      }
      return "│ " + shown.joined(separator: " │ ") + " │"
    }
  }

  private func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
  }
}
