import Incubation
import Testing

/// An exact number from its decimal text.
func q(_ text: String) -> Rational {
  guard let number = Rational(share: text) else {
    Issue.record("\(text) is no number")
    return .zero
  }
  return number
}

/// A name that is the same in both languages.
func title(_ text: StaticString) -> Bilingual {
  Bilingual(vietnamese: SafeText(stringLiteral: text), english: SafeText(stringLiteral: text))
}

/// A criterion from 0 to a highest score.
func criterion(_ code: String, _ maximum: String = "10", factor: String = "1") -> Criterion {
  Criterion(code: code, title: title("x"), maximum: q(maximum), factor: q(factor))
}

/// A round from a small picture: for each entry a sheet of every judge as "7 8.5 -", where "-" is a
/// missing score and "" no sheet at all. Judges are J1, J2, …
func round(
  _ rules: RoundRules, _ sheets: [(id: String, sheets: [String])],
  shadows: Set<Int> = [], change: (inout Tabulation.Entry) -> Void = { _ in }
) -> RoundRecord {
  let judgeCount = sheets.map(\.sheets.count).max() ?? 0
  var record = RoundRecord(
    rules: rules, entries: [],
    judges: (0..<judgeCount).map {
      Tabulation.Judge(id: "J\($0 + 1)", isShadow: shadows.contains($0))
    }, sheets: [])
  for (place, (id, texts)) in sheets.enumerated() {
    var entry = Tabulation.Entry(id: id, components: rules.components.map { _ in nil })
    change(&entry)
    record.entries.append(entry)
    for (judge, text) in texts.enumerated() where !text.isEmpty {
      let scores = text.split(separator: " ").map { $0 == "-" ? nil : q(String($0)) }
      record.sheets.append(Tabulation.Sheet(entry: place, judge: judge, scores: scores))
    }
  }
  return record
}

extension TabulationResult {
  /// The row of an entry.
  func row(_ id: String) throws -> Row { try #require(rows.first { $0.id == id }) }

  /// The total of an entry as it is printed; empty without a result.
  func total(_ id: String) throws -> String {
    try row(id).total?.written(places: rules.rounding.places, rules.rounding.mode) ?? ""
  }

  /// Ranks and codes in the order of the result: "1A 2B 2C -D".
  var picture: String {
    rows.map { ($0.rank.map(String.init) ?? "-") + $0.id }.joined(separator: " ")
  }
}

/// The result of a round.
func result(_ record: RoundRecord) throws -> TabulationResult {
  try Tabulation(record).result()
}
