/// A Vietnamese telephone number, in national notation and with the prefixes of 2018.
public struct PhoneNumber: Hashable, Sendable {
  /// Digits only, with the leading 0: 0912345678.
  public let digits: String

  init(trusted digits: String) { self.digits = digits }

  /// A number read back from storage, where only checked ones were written.
  public init(stored: String) { digits = stored }

  /// Why something is no telephone number.
  public enum Refusal: Error, Hashable, Sendable {
    /// Something else than digits and the usual signs between them.
    case notDigits
    /// More than one number.
    case several
    /// Of another country than Viet Nam.
    case foreign
    /// Not as long as a number with this beginning must be: the digits found, and needed.
    case wrongLength(found: Int, needed: Int)
    /// No number begins like this.
    case unknownPrefix
  }

  /// A number that was read, and whether it was changed on the way.
  public struct Parsed: Hashable, Sendable {
    /// The number.
    public let number: PhoneNumber
    /// Whether it had the eleven digits of before 2018 and was given its new prefix.
    public let converted: Bool
  }

  /// Reads a number as people write it: "+84 91 234 5678", "(0299) 3.821.234", "0168 123 4567".
  ///
  /// - Throws: `FieldRefusal.phone`.
  public static func parse(_ text: String) throws(FieldRefusal) -> Parsed {
    let national = try nationalDigits(text)
    let length = national.count
    if national.hasPrefix("01"), length == 11, let changed = renumbered(national) {
      return Parsed(number: PhoneNumber(trusted: changed), converted: true)
    }
    switch national.dropFirst().first {
    case "3", "5", "7", "8", "9":
      guard length == 10 else { throw .phone(.wrongLength(found: length, needed: 10)) }
    case "2":
      guard length == 11 else { throw .phone(.wrongLength(found: length, needed: 11)) }
    default: throw .phone(.unknownPrefix)
    }
    return Parsed(number: PhoneNumber(trusted: national), converted: false)
  }

  /// As people read it aloud: 0912 345 678, 0299 382 1234, 028 3822 1234.
  public var formatted: String {
    let isMobile = digits.utf8.count == 10
    let isCity = digits.hasPrefix("024") || digits.hasPrefix("028")
    let cuts = isMobile ? [4, 7] : isCity ? [3, 7] : [4, 7]
    var result = ""
    for (index, digit) in digits.enumerated() {
      if cuts.contains(index) { result.append(" ") }
      result.append(digit)
    }
    return result
  }

  /// The digits with the leading 0 instead of any notation of the country.
  private static func nationalDigits(_ text: String) throws(FieldRefusal) -> String {
    var digits = ""
    var isInternational = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      case " ", ".", "-", "(", ")", "\u{A0}", "\u{2013}", "\t": continue
      case "/", ";", ",", "\n": throw .phone(.several)
      default: throw .phone(.notDigits)
      }
    }
    if digits.hasPrefix("00") {
      digits.removeFirst(2)
      isInternational = true
    }
    let hasCountry = digits.hasPrefix("84") && (isInternational || digits.utf8.count > 10)
    if isInternational && !hasCountry { throw .phone(.foreign) }
    if hasCountry { digits.removeFirst(2) }
    if digits.utf8.count > 13 { throw .phone(.several) }
    if hasCountry && !digits.hasPrefix("0") { digits = "0" + digits }
    guard digits.hasPrefix("0") else { throw .phone(.unknownPrefix) }
    return digits
  }

  /// The number with its prefix of 2018; nil when its old prefix was none.
  private static func renumbered(_ digits: String) -> String? {
    renumbering[String(digits.prefix(4))].map { $0 + digits.dropFirst(4) }
  }

  /// The prefixes that changed in September 2018 (reference: plo.vn, on the plan of the Ministry of
  /// Information and Communications).
  private static let renumbering: [String: String] = [
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039",
    "0199": "059", "0186": "056", "0188": "058",
  ]
}

extension PhoneNumber: CustomStringConvertible {
  /// As people read it aloud.
  public var description: String { formatted }
}
