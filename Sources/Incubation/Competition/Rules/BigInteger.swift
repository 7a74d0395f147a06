/// A whole number without bounds: what exact fractions fall back on when 64 bits are too few.
/// It holds only the operations that fractions need.
struct BigInteger: Hashable, Sendable {
  /// Digits in base 2³², the smallest first, without zeros at the end; empty for 0.
  private(set) var digits: [UInt32]
  /// Whether it is below 0; never for 0.
  private(set) var isNegative: Bool

  init(_ value: Int128) {
    var rest = value.magnitude
    digits = []
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    isNegative = value < 0
  }

  private init(digits: [UInt32], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  static let one = BigInteger(1)

  var isZero: Bool { digits.isEmpty }
  var isOdd: Bool { (digits.first ?? 0) & 1 == 1 }
  var magnitude: BigInteger { BigInteger(digits: digits, isNegative: false) }

  /// The same in 64 bits; nil when it does not fit.
  var int64: Int64? {
    guard digits.count <= 2 else { return nil }
    let value = digits.reversed().reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
    if isNegative { return value > 1 << 63 ? nil : Int64(truncatingIfNeeded: 0 &- value) }
    return Int64(exactly: value)
  }

  /// 10 to a power.
  static func tenToThe(_ exponent: Int) -> BigInteger {
    (0..<exponent).reduce(one) { power, _ in power * BigInteger(10) }
  }
}

extension BigInteger: Comparable {
  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? isBelow(right.digits, left.digits) : isBelow(left.digits, right.digits)
  }

  private static func isBelow(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for place in left.indices.reversed() where left[place] != right[place] {
      return left[place] < right[place]
    }
    return false
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(digits: value.digits, isNegative: !value.isNegative)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(digits: sum(left.digits, right.digits), isNegative: left.isNegative)
    }
    if isBelow(left.digits, right.digits) {
      return BigInteger(
        digits: difference(right.digits, left.digits), isNegative: right.isNegative)
    }
    return BigInteger(digits: difference(left.digits, right.digits), isNegative: left.isNegative)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + (-right) }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (place, digit) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in right.digits.enumerated() {
        carry += UInt64(digit) * UInt64(factor) + UInt64(product[place + other])
        product[place + other] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      if !right.isZero { product[place + right.digits.count] = UInt32(carry) }
    }
    return BigInteger(digits: product, isNegative: left.isNegative != right.isNegative)
  }

  private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(left.count, right.count) {
      carry += place < left.count ? UInt64(left[place]) : 0
      carry += place < right.count ? UInt64(right[place]) : 0
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return result + [UInt32(carry)]
  }

  /// `left` is not below `right`.
  private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var result = left
    var borrow: Int64 = 0
    for place in left.indices {
      borrow += Int64(left[place]) - (place < right.count ? Int64(right[place]) : 0)
      result[place] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    return result
  }
}

extension BigInteger {
  /// The quotient cut towards 0, and what remains, with the sign of the dividend. The divisor is
  /// not 0.
  ///
  /// One bit at a time: such numbers are rare and short, and long division by guessed digits is
  /// the classical place for an error that shows once in four thousand million divisions.
  func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    precondition(!divisor.isZero, "division by 0")
    if divisor.digits.count == 1 { return dividing(byDigit: divisor.digits[0], divisor.isNegative) }
    let places = bitCount - divisor.bitCount
    guard places >= 0 else { return (BigInteger(0), self) }
    var quotient = [UInt32](repeating: 0, count: places / 32 + 1)
    var remainder = magnitude
    var part = divisor.magnitude.shiftedUp(by: places)
    for place in (0...places).reversed() {
      if remainder >= part {
        remainder = remainder - part
        quotient[place / 32] |= 1 << UInt32(place % 32)
      }
      part.halve()
    }
    return (
      BigInteger(digits: quotient, isNegative: isNegative != divisor.isNegative),
      BigInteger(digits: remainder.digits, isNegative: isNegative)
    )
  }

  private var bitCount: Int {
    digits.count * 32 - (digits.last?.leadingZeroBitCount ?? 0)
  }

  /// Times 2 to a power.
  func shiftedUp(by places: Int) -> BigInteger {
    var result = [UInt32](repeating: 0, count: places / 32)
    var carry: UInt64 = 0
    for digit in digits {
      carry |= UInt64(digit) << UInt64(places % 32)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return BigInteger(digits: result + [UInt32(carry)], isNegative: isNegative)
  }

  /// Cuts the last bit off.
  private mutating func halve() {
    var carry: UInt32 = 0
    for place in digits.indices.reversed() {
      let next = digits[place] << 31
      digits[place] = digits[place] >> 1 | carry
      carry = next
    }
    if digits.last == 0 { digits.removeLast() }
  }

  private func dividing(
    byDigit divisor: UInt32, _ divisorIsNegative: Bool
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    var quotient = digits
    var rest: UInt64 = 0
    for place in digits.indices.reversed() {
      rest = rest << 32 | UInt64(digits[place])
      quotient[place] = UInt32(rest / UInt64(divisor))
      rest %= UInt64(divisor)
    }
    return (
      BigInteger(digits: quotient, isNegative: isNegative != divisorIsNegative),
      BigInteger(digits: [UInt32(rest)], isNegative: isNegative)
    )
  }

  /// The greatest common divisor, above 0 unless both are 0 (Euclid, Elements VII.2).
  static func greatestCommonDivisor(_ first: BigInteger, _ second: BigInteger) -> BigInteger {
    var (large, small) = (first.magnitude, second.magnitude)
    while !small.isZero {
      (large, small) = (small, large.quotientAndRemainder(dividingBy: small).remainder)
    }
    return large
  }

  /// In decimal, with a minus sign below 0.
  var decimalText: String {
    var groups: [String] = []
    var rest = magnitude
    while !rest.isZero {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: BigInteger(1_000_000_000))
      let group = String(remainder.digits.first ?? 0)
      groups.append(
        quotient.isZero ? group : String(repeating: "0", count: 9 - group.count) + group)
      rest = quotient
    }
    return (isNegative ? "-" : "") + (groups.isEmpty ? "0" : groups.reversed().joined())
  }
}
