/// An amount in whole đồng.
public struct Money: Hashable, Sendable, Comparable {
  /// Đồng.
  public let dong: Int64

  /// An amount in đồng.
  public init(dong: Int64) { self.dong = dong }

  /// Less first.
  public static func < (left: Money, right: Money) -> Bool { left.dong < right.dong }
}
