/// How much a panel's figures can be relied on, in one word.
public enum Reliability: String, CaseIterable, Sendable {
  /// Below 0.50.
  case low
  /// From 0.50 to below 0.75.
  case fair
  /// From 0.75 (Koo and Li 2016).
  case good

  /// The word for a correlation or an alpha.
  public init(_ value: Double) { self = value < 0.5 ? .low : value < 0.75 ? .fair : .good }

  /// The word in both languages.
  public var labels: Bilingual {
    switch self {
    case .low: Bilingual(vietnamese: "thấp", english: "low")
    case .fair: Bilingual(vietnamese: "khá", english: "fair")
    case .good: Bilingual(vietnamese: "tốt", english: "good")
    }
  }

  /// How many judges bring the mean of a panel to a reliability `target` below 1, given the
  /// correlation of one judge (Spearman and Brown); nil when one judge is no better than chance.
  public static func judgesNeeded(single: Double, target: Double) -> Int? {
    guard single > 0, target < 1 else { return nil }
    if single >= 1 { return 1 }
    let exact = target * (1 - single) / (single * (1 - target))
    // What is only rounding above a whole number is that number.
    return exact < 1e9 ? max(1, Int((exact - 1e-9).rounded(.up))) : nil
  }
}
