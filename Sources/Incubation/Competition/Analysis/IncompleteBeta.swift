/// The regularised incomplete beta function, for the F and t distributions.
enum IncompleteBeta {
  /// I of `x` with positive `a` and `b`; `y` is 1 - x, given apart so that no digit is lost near 1.
  static func lower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    let front = front(a, b, x, y)
    if x < (a + 1) / (a + b + 2) { return front * fraction(a, b, x) / a }
    return 1 - front * fraction(b, a, y) / b
  }

  /// x to a times y to b over the beta function. Of large numbers the powers are taken of ratios
  /// near 1, or their rounding would grow with them.
  private static func front(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let sum = a + b
    guard min(a, b) >= 15 else {
      let logBeta =
        Elementary.logGamma(a) + Elementary.logGamma(b) - Elementary.logGamma(sum)
      return Elementary.exp(a * Elementary.log(x) + b * Elementary.log(y) - logBeta)
    }
    let correction = Elementary.stirling(a) + Elementary.stirling(b) - Elementary.stirling(sum)
    let powers =
      a * Elementary.log(x * sum / a) + b * Elementary.log(y * sum / b) - correction
    let twoPi = 6.283_185_307_179_586
    return Elementary.exp(powers) * (a / sum * b / twoPi).squareRoot()
  }

  /// The continued fraction of Abramowitz and Stegun 26.5.8, by the method of Lentz.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for index in 1..<100_000 {
      let m = Double(index)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }

  private static func guarded(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }
}
