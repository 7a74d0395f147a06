/// Krippendorff's alpha over entries with two or more sheets; sheets may be missing.
struct KrippendorffAlpha {
  /// How far two totals are apart.
  enum Metric { case nominal, ordinal, interval, ratio }

  /// Totals of the entries that have at least two, in one list, and how many each entry has.
  private let values: [Double]
  private let sizes: [Int]

  /// The pairable totals of a design.
  init(_ design: SheetDesign) {
    let rows = (0..<design.rowCount).map { design.sheets(of: $0) }.filter { $0.count > 1 }
    values = rows.flatMap { design.values[$0] }
    sizes = rows.map(\.count)
  }

  /// Whether no entry has two sheets.
  var isEmpty: Bool { values.isEmpty }

  /// Whether a total is below 0, for which no ratio is defined.
  var hasNegative: Bool { values.contains { $0 < 0 } }

  /// Alpha: 1 less the observed over the expected disagreement; nil without variation, and for
  /// ratios of negative totals.
  func value(_ metric: Metric) -> Double? {
    guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
    switch metric {
    case .nominal: return nominal
    case .ordinal: return interval(of: Moments.ranks(values).ranks)
    case .interval: return interval(of: values)
    case .ratio: return hasNegative ? nil : ratio
    }
  }

  /// Squared differences: sums over pairs become sums about means. The ordinal metric is the same
  /// of mid-ranks, since the values between two are the difference of theirs.
  private func interval(of scores: [Double]) -> Double? {
    var observed = 0.0
    var start = 0
    for size in sizes {
      let unit = Array(scores[start..<(start + size)])
      observed += Double(size) * (Moments.variance(unit) ?? 0)
      start += size
    }
    guard let variance = Moments.variance(scores), variance > 0 else { return nil }
    return 1 - observed / (Double(scores.count) * variance)
  }

  private var nominal: Double? {
    var observed = 0.0
    var start = 0
    for size in sizes {
      let same = Self.samePairs(values[start..<(start + size)])
      observed += (Double(size * size - size) - same) / Double(size - 1)
      start += size
    }
    let count = Double(values.count)
    let expected = (count * count - count - Self.samePairs(values[...])) / (count - 1)
    return expected > 0 ? 1 - observed / expected : nil
  }

  /// How many ordered pairs of different sheets have the same value.
  private static func samePairs(_ values: ArraySlice<Double>) -> Double {
    var counts: [Double: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + Double($1 * $1 - $1) }
  }

  private var ratio: Double? {
    var observed = 0.0
    var start = 0
    for size in sizes {
      let unit = values[start..<(start + size)]
      observed += Self.ratioPairs(unit.map { ($0, 1) }) / Double(size - 1)
      start += size
    }
    var groups: [(Double, Double)] = []
    for value in values.sorted() {
      if let last = groups.last, last.0 == value {
        groups[groups.count - 1].1 += 1
      } else {
        groups.append((value, 1))
      }
    }
    let expected = Self.ratioPairs(groups) / Double(values.count - 1)
    return expected > 0 ? 1 - observed / expected : nil
  }

  /// The sum over ordered pairs of the squared ratio of difference and sum.
  private static func ratioPairs(_ groups: [(value: Double, count: Double)]) -> Double {
    let numbers = groups.map(\.value)
    let counts = groups.map(\.count)
    var sum = 0.0
    numbers.withUnsafeBufferPointer { numbers in
      counts.withUnsafeBufferPointer { counts in
        for left in numbers.indices {
          var part = 0.0
          for right in 0..<left where numbers[left] + numbers[right] > 0 {
            let share = (numbers[left] - numbers[right]) / (numbers[left] + numbers[right])
            part += counts[right] * share * share
          }
          sum += 2 * counts[left] * part
        }
      }
    }
    return sum
  }
}

/// Fleiss' kappa: agreement of raters that each put every subject into one category, such as pass
/// and fail.
enum FleissKappa {
  /// Kappa with the observed and the expected agreement, from how many raters chose each category
  /// (columns) for each subject (rows); nil without subjects, with fewer than two raters, with
  /// numbers of raters that differ, and when only one category was chosen.
  static func value(
    _ counts: [[Int]]
  ) -> (kappa: Double, observed: Double, expected: Double)? {
    let raters = counts.first?.reduce(0, +) ?? 0
    let width = counts.first?.count ?? 0
    guard raters > 1,
      counts.allSatisfy({ $0.reduce(0, +) == raters && $0.count == width })
    else { return nil }
    let subjects = Double(counts.count)
    let pairs = Double(raters * (raters - 1))
    let agreeing = counts.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * ($1 - 1) } }
    let observed = Double(agreeing) / (pairs * subjects)
    let expected = (0..<width).reduce(0.0) { sum, category in
      let share =
        Double(counts.reduce(0) { $0 + $1[category] }) / (subjects * Double(raters))
      return sum + share * share
    }
    return expected < 1 ? ((observed - expected) / (1 - expected), observed, expected) : nil
  }
}
