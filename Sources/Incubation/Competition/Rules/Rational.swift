/// An exact fraction. Scores, sums and means are kept as fractions until the rules ask for a
/// rounding; nothing ever passes through binary floating point.
///
/// Fractions of 64-bit numbers, which is nearly all there are, cost no memory of their own; larger
/// ones grow without bounds.
public struct Rational: Hashable, Sendable {
  /// Always in lowest terms with a denominator above 0, and small whenever that fits: equal
  /// fractions are equal bit by bit.
  enum Form: Hashable, Sendable {
    case small(Int64, Int64)
    case large(numerator: BigInteger, denominator: BigInteger)
  }

  let form: Form

  /// A whole number.
  public init(_ whole: Int) { form = .small(Int64(whole), 1) }

  /// A fraction; the denominator must not be 0.
  public init(_ numerator: Int, over denominator: Int) {
    self.init(reducing: Int128(numerator), over: Int128(denominator))
  }

  /// 0.
  public static let zero = Rational(0)
  /// 1.
  public static let one = Rational(1)

  init(reducing numerator: Int128, over denominator: Int128) {
    precondition(denominator != 0, "a fraction needs a denominator")
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator), bottom > 0 {
      let divisor = Int64(Self.greatestCommonDivisor(top.magnitude, bottom.magnitude))
      form = divisor == 1 ? .small(top, bottom) : .small(top / divisor, bottom / divisor)
      return
    }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    let top = numerator / Int128(divisor) * sign
    let bottom = denominator / Int128(divisor) * sign
    if let top = Int64(exactly: top), let bottom = Int64(exactly: bottom) {
      form = .small(top, bottom)
    } else {
      form = .large(numerator: BigInteger(top), denominator: BigInteger(bottom))
    }
  }

  init(reducing numerator: BigInteger, over denominator: BigInteger) {
    precondition(!denominator.isZero, "a fraction needs a denominator")
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    let signed = denominator.isNegative ? -divisor : divisor
    let top = numerator.quotientAndRemainder(dividingBy: signed).quotient
    let bottom = denominator.quotientAndRemainder(dividingBy: signed).quotient
    if let top = top.int64, let bottom = bottom.int64 {
      form = .small(top, bottom)
    } else {
      form = .large(numerator: top, denominator: bottom)
    }
  }

  /// Both parts without bounds.
  var parts: (numerator: BigInteger, denominator: BigInteger) {
    switch form {
    case .small(let top, let bottom): (BigInteger(Int128(top)), BigInteger(Int128(bottom)))
    case .large(let top, let bottom): (top, bottom)
    }
  }

  /// Whether it is 0.
  public var isZero: Bool { self == .zero }

  /// Whether it is below 0.
  public var isNegative: Bool {
    switch form {
    case .small(let top, _): top < 0
    case .large(let top, _): top.isNegative
    }
  }

  /// Whether it is a whole number.
  public var isWhole: Bool {
    switch form {
    case .small(_, let bottom): bottom == 1
    case .large(_, let bottom): bottom == .one
    }
  }

  /// The nearest binary number, for statistics, which are advisory; never for a result.
  public var approximation: Double {
    switch form {
    case .small(let top, let bottom): return Double(top) / Double(bottom)
    case .large(let top, let bottom):
      // 64 bits of the quotient hold more than a Double does.
      let excess = 32 * (bottom.digits.count - top.digits.count) + 96
      let scaled =
        excess > 0 ? (top.shiftedUp(by: excess), bottom) : (top, bottom)
      let whole = scaled.0.quotientAndRemainder(dividingBy: scaled.1).quotient
      let value = whole.digits.reversed().reduce(0.0) { $0 * 4_294_967_296 + Double($1) }
      let size = excess > 0 ? Double(sign: .plus, exponent: -excess, significand: value) : value
      return whole.isNegative ? -size : size
    }
  }

  /// Euclid, in 64 bits as soon as both numbers fit.
  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (large, small) = (first, second)
    while small > UInt128(UInt64.max) { (large, small) = (small, large % small) }
    if small == 0 { return large }
    let rest = large > UInt128(UInt64.max) ? UInt64(large % small) : UInt64(large)
    return UInt128(greatestCommonDivisor(UInt64(small), rest))
  }

  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}
