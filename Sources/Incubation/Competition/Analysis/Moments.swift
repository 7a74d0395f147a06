/// Means, spreads and ranks of plain numbers.
enum Moments {
  /// The arithmetic mean; nil of nothing.
  static func mean(_ values: [Double]) -> Double? {
    if values.isEmpty { return nil }
    let first = values.reduce(0, +) / Double(values.count)
    // A second pass takes away the rounding of the first.
    return first + values.reduce(0) { $0 + ($1 - first) } / Double(values.count)
  }

  /// The variance of a sample, over n - 1, in two passes: the textbook formula of sums of squares
  /// loses every digit on large numbers (NIST NumAcc4). Nil of fewer than two.
  static func variance(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  /// The middle value, or the mean of the two middle ones; nil of nothing.
  static func median(_ values: [Double]) -> Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2
  }

  /// Pearson's correlation of pairs; nil with fewer than three, or when one side does not vary.
  static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
    guard left.count == right.count, left.count > 2, let x = mean(left), let y = mean(right)
    else { return nil }
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(left, right) {
      xx += (a - x) * (a - x)
      yy += (b - y) * (b - y)
      xy += (a - x) * (b - y)
    }
    let count = Double(left.count)
    guard !isNothing(xx, beside: x, count), !isNothing(yy, beside: y, count) else { return nil }
    return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
  }

  /// Whether a sum of squared deviations of `count` values near `size` is only rounding.
  static func isNothing(_ sum: Double, beside size: Double, _ count: Double) -> Bool {
    sum <= 1e-24 * count * max(size * size, 1e-200)
  }

  /// Ranks from 1 for the smallest; equal values share the mean of their ranks. The second
  /// figure is the sum of t³ - t over groups of t equal values.
  static func ranks(_ values: [Double]) -> (ranks: [Double], ties: Double) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let size = Double(end - start)
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      ties += size * size * size - size
      start = end
    }
    return (ranks, ties)
  }
}

/// Grubbs' test for one outlier on the upper side (NIST/SEMATECH e-Handbook 1.3.5.17).
enum GrubbsTest {
  /// The distance of the largest value from the mean in standard deviations, and what it exceeds
  /// with probability `level` when all is normal; nil with fewer than three or equal values.
  static func upper(_ values: [Double], level: Double) -> (statistic: Double, critical: Double)? {
    guard values.count > 2, let mean = Moments.mean(values), let largest = values.max(),
      let variance = Moments.variance(values), variance > 0
    else { return nil }
    let count = Double(values.count)
    let t = StudentT.quantile(1 - level / count, degrees: count - 2)
    let critical =
      (count - 1) / count.squareRoot() * (t * t / (count - 2 + t * t)).squareRoot()
    return ((largest - mean) / variance.squareRoot(), critical)
  }
}
