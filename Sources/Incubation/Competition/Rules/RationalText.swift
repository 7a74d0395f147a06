extension Rational {
  /// The most digits of a number in a file. More are a slip of a finger or an attack.
  public static let mostDigits = 30

  /// Reads a decimal number exactly from its text: digits with at most one point or comma between
  /// them, and a sign: "7", "-0.5", "7,25". No groups, no exponents, no spaces.
  ///
  /// - Returns: nil when the text is no such number, or has more than `mostDigits` digits.
  public init?(decimal text: String) {
    var text = text
    let value = text.withUTF8 { Rational(decimalDigits: $0) }
    guard let value else { return nil }
    self = value
  }

  /// Reads a decimal number from its bytes; see `init(decimal:)`.
  public init?(decimalBytes bytes: ArraySlice<UInt8>) {
    guard let value = bytes.withUnsafeBufferPointer({ Rational(decimalDigits: $0) }) else {
      return nil
    }
    self = value
  }

  private init?(decimalDigits bytes: UnsafeBufferPointer<UInt8>) {
    var number: Int64 = 0
    var digits = 0
    var places: Int?
    var isNegative = false
    var endsInDigit = false
    for index in bytes.indices {
      let byte = bytes[index]
      endsInDigit = false
      switch byte {
      case 0x30...0x39:
        digits += 1
        if digits > 18 { break }
        number = number * 10 + Int64(byte - 0x30)
        places = places.map { $0 + 1 }
        endsInDigit = true
      case 0x2B, 0x2D:
        guard index == 0 else { return nil }
        isNegative = byte == 0x2D
      case 0x2E, 0x2C:
        guard digits > 0, places == nil else { return nil }
        places = 0
      default: return nil
      }
    }
    if digits > 18 {
      guard digits <= Self.mostDigits else { return nil }
      self.init(longDecimal: bytes)
      return
    }
    guard digits > 0, endsInDigit else { return nil }
    let signed = Int128(isNegative ? -number : number)
    if let places, places > 0 {
      self.init(reducing: signed, over: Self.tens[places])
    } else {
      self.init(Int(signed))
    }
  }

  /// 10 to the powers 0 to 18.
  static let tens: [Int128] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// A number of more digits than 64 bits hold, whose signs were checked.
  private init?(longDecimal bytes: UnsafeBufferPointer<UInt8>) {
    var number = BigInteger(0)
    var places: Int?
    for byte in bytes where byte != 0x2B && byte != 0x2D {
      if byte == 0x2E || byte == 0x2C {
        places = 0
      } else {
        number = number * BigInteger(10) + BigInteger(Int128(byte) - 0x30)
        places = places.map { $0 + 1 }
      }
    }
    guard places != 0 else { return nil }
    let signed = bytes.first == 0x2D ? -number : number
    self.init(reducing: signed, over: .tenToThe(places ?? 0))
  }

  /// Reads a share: a decimal number, or a fraction such as "1/3".
  ///
  /// - Returns: nil when the text is neither.
  public init?(share text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = Rational(decimal: parts[0]) else { return nil }
    if parts.count == 1 {
      self = first
      return
    }
    guard parts.count == 2, let second = Rational(decimal: parts[1]), !second.isZero else {
      return nil
    }
    self = first / second
  }

  /// The number with so many decimal places and a point, rounded: "7.50". A number that rounds to
  /// nothing has no sign.
  public func written(places: Int, _ mode: RoundingMode = .halfUp) -> String {
    let units = units(places: places, mode)
    var text = units.magnitude.decimalText
    if places > 0 {
      if text.utf8.count <= places {
        text = String(repeating: "0", count: places + 1 - text.utf8.count) + text
      }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
    }
    return units.isNegative ? "-" + text : text
  }
}

extension Rational: CustomStringConvertible {
  /// Exactly: "7", "0.25" when the decimals end, "1/3" when they never do.
  public var description: String {
    if isWhole { return parts.numerator.decimalText }
    for places in 1...Self.mostDigits {
      let candidate = rounded(places: places, .down)
      if candidate == self { return written(places: places, .down) }
    }
    return parts.numerator.decimalText + "/" + parts.denominator.decimalText
  }
}
