import Incubation

/// Ventures with random content, for properties.
enum RandomVenture {
  /// Content in which each field is filled two times out of three.
  static func content(_ random: inout SeededRandom) throws(FieldRefusal) -> VentureContent {
    var result = VentureContent(title: "Gạo")
    for field in VentureField.allCases where field.isContent {
      guard field == .title || random.number(0...2) > 0 else { continue }
      try result.set(field, from: text(for: field, &random))
    }
    return result
  }

  /// Text that a field takes and that says something.
  static func text(for field: VentureField, _ random: inout SeededRandom) -> String {
    switch field {
    case .kind: return random.pick(Venture.Kind.allCases).label(.english)
    case .sourceKind: return random.pick(DiscoverySource.allCases).rawValue
    case .taxCode: return random.pick(["0100233488", "0314409058-002", "094201001234"])
    case .birthYear: return String(random.number(1930...2005))
    case .phone: return "09" + String(random.number(10_000_000...99_999_999))
    case .email: return "nguoi\(random.number(1...999))@soctrang.gov.vn"
    case .foundOn, .needsOn, .nextStepDue:
      return LocalDate(dayNumber: random.number(16_000...20_000)).formatted
    case .needManagement, .needVision, .needApproach: return String(random.number(0...10))
    case .tags, .attachments:
      return (0...random.number(0...3)).map { _ in word(&random) }.joined(separator: ";")
    case .summary, .problem, .solution, .technology, .intellectualProperty:
      return word(&random) + "\n\n" + word(&random) + ", " + word(&random)
    default: return word(&random) + " " + word(&random)
    }
  }

  private static func word(_ random: inout SeededRandom) -> String {
    random.pick([
      "Gạo", "sạch", "đậu", "ST25", "\"Khmer\"", "=1+1", "KH&CN", "Ω", "thủy sản", "số 1",
    ])
  }
}
