/// Whether some of a judge's residuals lie apart from the others by more than chance.
enum PermutationTest {
  /// Above this many ways to choose, ways are drawn instead of counted.
  static let exactLimit = 20_000
  /// How many ways are drawn.
  static let draws = 9_999

  /// The probability that a choice of as many values has a mean at least as far from that of the
  /// others, on either side; nil when one side is empty. Small sets are counted out, others drawn
  /// with a fixed seed.
  static func p(_ values: [Double], chosen: [Int], seed: UInt64) -> Double? {
    let size = min(chosen.count, values.count - chosen.count)
    guard size > 0, let mean = Moments.mean(values) else { return nil }
    let centred = values.map { $0 - mean }
    let observed = abs(chosen.reduce(0) { $0 + centred[$1] })
    let scale = centred.reduce(0) { max($0, abs($1)) }
    let limit = observed - 1e-9 * scale * Double(size)
    if let ways = ways(values.count, size) {
      let count = far(centred, from: 0, left: size, sum: 0, limit: limit)
      return Double(count) / Double(ways)
    }
    var random = SplitMix64(seed: seed)
    var pool = centred
    var count = 1
    for _ in 0..<draws {
      var sum = 0.0
      for place in 0..<size {
        pool.swapAt(place, place + random.below(pool.count - place))
        sum += pool[place]
      }
      if abs(sum) >= limit { count += 1 }
    }
    return Double(count) / Double(draws + 1)
  }

  /// How many ways there are to choose; nil above the limit.
  private static func ways(_ count: Int, _ size: Int) -> Int? {
    var result = 1
    for step in 1...size {
      result = result * (count - size + step) / step
      if result > exactLimit { return nil }
    }
    return result
  }

  private static func far(
    _ values: [Double], from start: Int, left: Int, sum: Double, limit: Double
  ) -> Int {
    if left == 0 { return abs(sum) >= limit ? 1 : 0 }
    var count = 0
    for place in start...(values.count - left) {
      count += far(
        values, from: place + 1, left: left - 1, sum: sum + values[place], limit: limit)
    }
    return count
  }
}
