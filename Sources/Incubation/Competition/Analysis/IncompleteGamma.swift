/// The regularised incomplete gamma function, for the chi-square distribution.
enum IncompleteGamma {
  /// The upper part Q(a, x), `a` positive: the series below a + 1, the continued fraction above
  /// it (Abramowitz and Stegun 6.5.29 and 6.5.31).
  static func upper(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    let front = Elementary.exp(a * Elementary.log(x) - x - Elementary.logGamma(a))
    return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var step = a
    for _ in 0..<100_000 {
      step += 1
      term *= x / step
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for index in 1..<100_000 {
      let factor = -Double(index) * (Double(index) - a)
      b += 2
      d = factor * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + factor / c
      if abs(c) < tiny { c = tiny }
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }
}

/// The chi-square distribution.
enum ChiSquare {
  /// The probability of a value above `x`, with positive degrees of freedom.
  static func upper(_ x: Double, degrees: Double) -> Double {
    IncompleteGamma.upper(degrees / 2, x / 2)
  }
}
