/// An amount in whole đồng.
public struct Money: Hashable, Sendable, Comparable {
  /// Đồng.
  public let dong: Int64

  /// An amount in đồng.
  public init(dong: Int64) { self.dong = dong }

  /// Less first.
  public static func < (left: Money, right: Money) -> Bool { left.dong < right.dong }

  /// Why something is no amount of money.
  public enum Refusal: Error, Hashable, Sendable {
    /// Not a number with, perhaps, a unit.
    case notAnAmount
    /// "1.234" may be 1,234 đồng, or a little more than one of something: the two readings.
    case ambiguous(String)
    /// Below zero.
    case negative
    /// Parts of a đồng.
    case notWhole
    /// More than can be held: over nine billion billions.
    case tooLarge
  }
}

extension Money {
  /// Reads an amount as people write it: "1.234.567", "1,5 tỷ", "500tr", "1 tỷ 250 triệu",
  /// "850000 đ", "VND 1,200,000", "1.5 billion".
  ///
  /// - Throws: `FieldRefusal.money`.
  public static func parse(_ text: String) throws(FieldRefusal) -> Money {
    do { return try MoneyReader.amount(of: text) } catch { throw .money(error) }
  }
}
