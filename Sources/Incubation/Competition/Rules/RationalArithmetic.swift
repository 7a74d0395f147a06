extension Rational: Comparable {
  /// Whether the first is the smaller.
  public static func < (left: Rational, right: Rational) -> Bool {
    guard case .small(let top, let bottom) = left.form,
      case .small(let otherTop, let otherBottom) = right.form
    else {
      let (first, second) = (left.parts, right.parts)
      return first.numerator * second.denominator < second.numerator * first.denominator
    }
    if bottom == otherBottom { return top < otherTop }
    return Int128(top) * Int128(otherBottom) < Int128(otherTop) * Int128(bottom)
  }

  /// The sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    guard case .small(let top, let bottom) = left.form,
      case .small(let otherTop, let otherBottom) = right.form
    else {
      let (first, second) = (left.parts, right.parts)
      return Rational(
        reducing: first.numerator * second.denominator + second.numerator * first.denominator,
        over: first.denominator * second.denominator)
    }
    if bottom == 1, otherBottom == 1 {
      let (sum, overflow) = top.addingReportingOverflow(otherTop)
      if !overflow { return Rational(whole: sum) }
    }
    // Two products of 63 bits each: their sum stays below 2¹²⁷.
    return Rational(
      reducing: Int128(top) * Int128(otherBottom) + Int128(otherTop) * Int128(bottom),
      over: Int128(bottom) * Int128(otherBottom))
  }

  /// The difference.
  public static func - (left: Rational, right: Rational) -> Rational { left + (-right) }

  /// The same with the other sign.
  public static prefix func - (value: Rational) -> Rational {
    switch value.form {
    case .small(let top, let bottom): Rational(reducing: -Int128(top), over: Int128(bottom))
    case .large(let top, let bottom): Rational(reducing: -top, over: bottom)
    }
  }

  /// The product.
  public static func * (left: Rational, right: Rational) -> Rational {
    guard case .small(let top, let bottom) = left.form,
      case .small(let otherTop, let otherBottom) = right.form
    else {
      let (first, second) = (left.parts, right.parts)
      return Rational(
        reducing: first.numerator * second.numerator,
        over: first.denominator * second.denominator)
    }
    if bottom == 1, otherBottom == 1 {
      let (product, overflow) = top.multipliedReportingOverflow(by: otherTop)
      if !overflow { return Rational(whole: product) }
    }
    return Rational(
      reducing: Int128(top) * Int128(otherTop), over: Int128(bottom) * Int128(otherBottom))
  }

  /// The quotient; the divisor must not be 0.
  public static func / (left: Rational, right: Rational) -> Rational {
    guard case .small(let top, let bottom) = left.form,
      case .small(let otherTop, let otherBottom) = right.form
    else {
      let (first, second) = (left.parts, right.parts)
      return Rational(
        reducing: first.numerator * second.denominator,
        over: first.denominator * second.numerator)
    }
    return Rational(
      reducing: Int128(top) * Int128(otherBottom), over: Int128(bottom) * Int128(otherTop))
  }

  /// Adds in place.
  public static func += (left: inout Rational, right: Rational) { left = left + right }

  private init(whole: Int64) { form = .small(whole, 1) }
}

extension Rational {
  /// The sum of fractions; 0 of none.
  public static func sum(_ values: some Sequence<Rational>) -> Rational {
    values.reduce(.zero, +)
  }

  /// The mean of fractions; nil of none.
  public static func mean(_ values: some Collection<Rational>) -> Rational? {
    values.isEmpty ? nil : sum(values) / Rational(values.count)
  }

  /// The middle of fractions, or the mean of the two in the middle; nil of none.
  public static func median(_ values: some Collection<Rational>) -> Rational? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return (sorted[middle - 1] + sorted[middle]) / Rational(2)
  }
}

extension Rational {
  /// How a number is brought to fewer places.
  public enum RoundingMode: String, CaseIterable, Sendable {
    /// To the nearest; from the middle away from 0, as is taught in school: 0.125 → 0.13.
    case halfUp = "half-up"
    /// To the nearest; from the middle to the even digit: 0.125 → 0.12, 0.135 → 0.14.
    case halfEven = "half-even"
    /// Towards 0: further digits are dropped.
    case down
  }

  /// The number rounded to decimal places.
  ///
  /// - Parameter places: 0 or more.
  public func rounded(places: Int, _ mode: RoundingMode) -> Rational {
    if isWhole { return self }
    let units = units(places: places, mode)
    return Rational(reducing: units, over: .tenToThe(places))
  }

  /// How many units of the last place the rounded number has.
  func units(places: Int, _ mode: RoundingMode) -> BigInteger {
    if case .small(let top, let bottom) = form, places <= 9 {
      let scaled = Int128(top) * Self.tens[places]
      let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: Int128(bottom))
      let isUp = Self.isUp(
        twice: rest.magnitude * 2, of: UInt128(bottom), isOdd: quotient & 1 == 1, mode)
      return BigInteger(isUp ? quotient + (top < 0 ? -1 : 1) : quotient)
    }
    let (top, bottom) = parts
    let (quotient, rest) = (top * .tenToThe(places)).quotientAndRemainder(dividingBy: bottom)
    let twice = rest.magnitude + rest.magnitude
    let isUp = Self.isUp(twice: twice, of: bottom, isOdd: quotient.isOdd, mode)
    return isUp ? quotient + BigInteger(isNegative ? -1 : 1) : quotient
  }

  private static func isUp<Number: Comparable>(
    twice: Number, of whole: Number, isOdd: Bool, _ mode: RoundingMode
  ) -> Bool {
    switch mode {
    case .down: false
    case .halfUp: twice >= whole
    case .halfEven: twice > whole || twice == whole && isOdd
    }
  }
}
