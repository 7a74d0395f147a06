/// The F distribution, of the ratio of two mean squares; degrees of freedom need not be whole.
enum FDistribution {
  /// The probability of a value above `f`; 1 at and below 0.
  static func upper(_ f: Double, _ first: Double, _ second: Double) -> Double {
    if f <= 0 { return 1 }
    if f == .infinity { return 0 }
    let whole = second + first * f
    return IncompleteBeta.lower(second / 2, first / 2, second / whole, first * f / whole)
  }

  /// The value that a share `p` of the distribution lies below, `p` between 0 and 1: halving
  /// intervals on a scale of ratios until the ends are neighbours.
  static func quantile(_ p: Double, _ first: Double, _ second: Double) -> Double {
    if p <= 0 { return 0 }
    if p >= 1 { return .infinity }
    var low = 1.0
    var high = 1.0
    while upper(low, first, second) < 1 - p, low > 1e-300 { low /= 4 }
    while upper(high, first, second) > 1 - p, high < 1e300 { high *= 4 }
    for _ in 0..<200 {
      let middle = high / low > 2 ? (low * high).squareRoot() : low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if upper(middle, first, second) > 1 - p { low = middle } else { high = middle }
    }
    return high
  }
}

/// Student's t distribution.
enum StudentT {
  /// The value that a share `p` of the distribution lies below.
  static func quantile(_ p: Double, degrees: Double) -> Double {
    // The square of t is an F with 1 degree of freedom.
    let root = FDistribution.quantile(abs(2 * p - 1), 1, degrees).squareRoot()
    return p < 0.5 ? -root : root
  }
}
