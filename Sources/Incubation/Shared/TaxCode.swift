/// A Vietnamese tax code (mã số thuế, MST): ten digits, or thirteen for a branch; or the twelve
/// digits of a personal identity number, which household businesses use since 1/7/2025.
public struct TaxCode: Hashable, Sendable {
  /// Digits, with a hyphen before the three of a branch: 0314409058-002.
  public let text: String

  init(trusted text: String) { self.text = text }

  /// A code read back from storage, where only checked ones were written.
  public init(stored: String) { text = stored }

  /// Why something is no tax code.
  public enum Refusal: Error, Hashable, Sendable {
    /// Something else than digits, spaces, full stops and one hyphen.
    case notDigits
    /// Neither 10 nor 12 nor 13 digits; how many there are.
    case wrongLength(Int)
    /// The tenth digit does not follow from the first nine: one of the ten was mistyped.
    case checkDigit
    /// The third to the ninth digit are all 0, and no such number was given out.
    case zeroBody
    /// The branch is 000.
    case zeroBranch
    /// The twelve digits do not begin with the code of a province, 001 to 096.
    case personalNumber
  }

  /// Reads a tax code as people write it, with spaces, full stops or a hyphen.
  ///
  /// The check digit is 10 - ((31a+29b+23c+19d+17e+13f+7g+5h+3i) mod 11); where that is 10, the
  /// number cannot exist (github.com/arthurdejong/python-stdnum, vn/mst.py).
  ///
  /// - Throws: `FieldRefusal.taxCode`.
  public static func parse(_ text: String) throws(FieldRefusal) -> TaxCode {
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value - 0x30))
      case " ", ".", "-", "\u{A0}", "\u{2013}": continue
      default: throw .taxCode(.notDigits)
      }
    }
    if let refusal = refusal(of: digits) { throw .taxCode(refusal) }
    let main = digits.prefix(digits.count == 13 ? 10 : digits.count).map(String.init).joined()
    guard digits.count == 13 else { return TaxCode(trusted: main) }
    return TaxCode(trusted: main + "-" + digits.suffix(3).map(String.init).joined())
  }

  private static func refusal(of digits: [Int]) -> Refusal? {
    switch digits.count {
    case 10, 13:
      let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
      if digits[2...8].allSatisfy({ $0 == 0 }) { return .zeroBody }
      let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
      if 10 - sum % 11 != digits[9] { return .checkDigit }
      return digits.count == 13 && digits.suffix(3) == [0, 0, 0] ? .zeroBranch : nil
    case 12:
      let province = digits[0] * 100 + digits[1] * 10 + digits[2]
      return (1...96).contains(province) ? nil : .personalNumber
    default: return .wrongLength(digits.count)
    }
  }
}

extension TaxCode: CustomStringConvertible {
  /// The digits, with a hyphen before those of a branch.
  public var description: String { text }
}
