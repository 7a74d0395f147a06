import Incubation

/// Puts right what spreadsheets do to cells: leading zeros dropped, midnight added to days.
enum CellRepair {
  /// The text as it was meant; nil when nothing can be put right.
  static func repaired(
    _ text: String, _ field: VentureField
  ) -> (text: String, isZeroRestored: Bool)? {
    switch field {
    case .phone, .taxCode:
      let digits = text.filter { !$0.isWhitespace }
      guard digits.utf8.count == 9 || field == .phone && digits.utf8.count == 10,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !digits.hasPrefix("0")
      else { return nil }
      return ("0" + digits, true)
    case .foundOn, .needsOn, .nextStepDue: return withoutMidnight(text).map { ($0, false) }
    default: return nil
    }
  }

  /// A day without the midnight that a spreadsheet wrote behind it; nil when there is none.
  static func withoutMidnight(_ text: String) -> String? {
    for suffix in [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"]
    where text.hasSuffix(suffix) {
      return String(text.dropLast(suffix.count))
    }
    return nil
  }
}
