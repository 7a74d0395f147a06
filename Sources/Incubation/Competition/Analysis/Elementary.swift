/// The exponential and the logarithm, to the last digits of a `Double`: this target imports
/// nothing, and the same bytes on every machine matter more here than speed.
enum Elementary {
  /// ln 2 in two parts, so that a multiple of the first is exact (fdlibm, e_log.c).
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  /// e to the power of `x`; 0 below and infinity above the range of a `Double`.
  static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.78 { return .infinity }
    if x < -745 { return 0 }
    let power = (x / (ln2High + ln2Low)).rounded()
    let rest = (x - power * ln2High) - power * ln2Low
    // |rest| is at most 0.347: the Taylor series has 17 digits after 14 terms.
    var sum = 1.0
    for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    let half = Int(power) / 2
    return sum * scale(half) * scale(Int(power) - half)
  }

  private static func scale(_ power: Int) -> Double {
    Double(sign: .plus, exponent: power, significand: 1)
  }

  /// The natural logarithm of `x`; minus infinity of 0, not a number below it.
  static func log(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if !(x > 0) { return .nan }
    if x == .infinity { return x }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    // log s = 2 artanh((s - 1) / (s + 1)), and the argument is at most 0.172.
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for term in stride(from: 25.0, through: 3, by: -2) { sum = (sum + 1 / term) * square }
    return exponent * ln2High + (2 * ratio * (1 + sum) + exponent * ln2Low)
  }

  /// The logarithm of the gamma function of a positive number: Stirling's series above 15
  /// (Abramowitz and Stegun 6.1.41), the recurrence below.
  static func logGamma(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 15 {
      product *= shifted
      shifted += 1
    }
    let halfLogOfTwoPi = 0.918_938_533_204_672_741_78
    return (shifted - 0.5) * log(shifted) - shifted + halfLogOfTwoPi + stirling(shifted)
      - log(product)
  }

  /// What Stirling's formula lacks for a number of at least 15.
  static func stirling(_ x: Double) -> Double {
    let inverse = 1 / (x * x)
    let series: [Double] = [
      -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ]
    return series.reduce(0) { $0 * inverse + $1 } / x
  }
}
