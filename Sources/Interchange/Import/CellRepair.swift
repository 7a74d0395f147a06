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

  /// The text on one line, for a field that holds one, where a line break can only be one that a
  /// spreadsheet put there to fit a cell; nil when it is so already, or may have several. Two
  /// telephone numbers stay two.
  static func onOneLine(_ text: String, _ field: VentureField) -> String? {
    guard field.textKind == .line, field != .tags, field != .attachments,
      text.contains(where: \.isNewline)
    else { return nil }
    return text.split(whereSeparator: \.isNewline).joined(separator: field == .phone ? "; " : " ")
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
