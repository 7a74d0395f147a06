/// How firm the ranks are: sheets of each entry are drawn anew with replacement, entries ranked by
/// their means, many times over, with a fixed seed.
enum RankBootstrap {
  /// The rank of an entry over the draws.
  struct Spread: Hashable {
    /// The ranks that 90 % of the draws lie between.
    var low: Int
    var high: Int
    /// The share of draws in which it was first, alone or shared.
    var first: Double
  }

  /// Spreads of the rows of a design. Equal means share the better rank (1, 2, 2, 4).
  static func spreads(_ design: SheetDesign, draws: Int, seed: UInt64) -> [Spread] {
    let rows = design.rowCount
    var random = SplitMix64(seed: seed)
    var counts = [Int32](repeating: 0, count: rows * rows)
    var means = [Double](repeating: 0, count: rows)
    var order = Array(0..<rows)
    for _ in 0..<draws {
      for row in 0..<rows {
        let sheets = design.sheets(of: row)
        var sum = 0.0
        for _ in sheets { sum += design.values[sheets.lowerBound + random.below(sheets.count)] }
        means[row] = sum / Double(sheets.count)
      }
      order.sort { means[$0] > means[$1] }
      var rank = 0
      for (place, row) in order.enumerated() {
        if place > 0, !isSame(means[row], means[order[place - 1]]) { rank = place }
        counts[row * rows + rank] += 1
      }
    }
    return (0..<rows).map { row in
      spread(counts[(row * rows)..<((row + 1) * rows)], draws: draws)
    }
  }

  private static func isSame(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-12 * max(abs(left), abs(right))
  }

  private static func spread(_ counts: ArraySlice<Int32>, draws: Int) -> Spread {
    var seen = 0
    var (low, high) = (counts.count, counts.count)
    for (rank, count) in counts.enumerated() {
      seen += Int(count)
      if low == counts.count, Double(seen) > 0.05 * Double(draws) { low = rank + 1 }
      if Double(seen) >= 0.95 * Double(draws) {
        high = rank + 1
        break
      }
    }
    let first = Double(counts.first ?? 0) / Double(draws)
    return Spread(low: min(low, high), high: high, first: first)
  }
}
