import Incubation

/// One table of a rules file while it is read: hands out values by name and kind, and keeps what
/// is wrong with them. What nobody asked for is a problem too.
struct RulesTable {
  private let values: [String: RulesValue]
  private let path: String
  private var unread: Set<String>
  private var problems: [RulesProblem] = []

  init(_ values: [String: RulesValue], at path: String) {
    self.values = values
    self.path = path
    unread = Set(values.keys)
  }

  /// The names in it, in order.
  var names: [String] { values.keys.sorted() }

  /// Everything that was wrong.
  func finish() -> [RulesProblem] {
    problems + unread.sorted().map { RulesProblem(place($0), .unknownKey) }
  }

  mutating func report(_ name: String, _ kind: RulesProblem.Kind) {
    problems.append(RulesProblem(place(name), kind))
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

  private mutating func value(_ name: String, isRequired: Bool = false) -> RulesValue? {
    unread.remove(name)
    if values[name] == nil, isRequired { report(name, .missing) }
    return values[name]
  }

  /// A value as `read` understands it; a problem when it does not.
  mutating func value<Value>(
    _ name: String, isRequired: Bool, _ expectation: RulesProblem.Expectation,
    _ read: (RulesValue) -> Value?
  ) -> Value? {
    guard let found = value(name, isRequired: isRequired) else { return nil }
    let result = read(found)
    if result == nil { report(name, .expected(expectation)) }
    return result
  }

  mutating func whole(_ name: String, isRequired: Bool = false) -> Int? {
    value(name, isRequired: isRequired, .wholeNumber) {
      if case .whole(let number) = $0 { number } else { nil }
    }
  }

  mutating func number(_ name: String, isRequired: Bool = false) -> Rational? {
    value(name, isRequired: isRequired, .number, Self.number)
  }

  mutating func share(_ name: String) -> Rational? {
    value(name, isRequired: false, .share) { value in
      if case .text(let text) = value { Rational(share: text) } else { Self.number(value) }
    }
  }

  mutating func truth(_ name: String) -> Bool? {
    value(name, isRequired: false, .truth) {
      if case .truth(let truth) = $0 { truth } else { nil }
    }
  }

  /// Text that must be there; empty, with a problem kept, when it is not.
  mutating func text(_ name: String) -> String {
    value(name, isRequired: true, .text) { Self.safe($0)?.string } ?? ""
  }

  /// A name in both languages; one text stands for both, and the code where there is none.
  mutating func title(_ name: String, code: String = "") -> Bilingual {
    let title = value(name, isRequired: false, .bilingual) { value -> Bilingual? in
      if let text = Self.safe(value) { return Bilingual(vietnamese: text, english: text) }
      guard case .table(let names) = value, Set(names.keys) == ["vi", "en"],
        let vietnamese = names["vi"].flatMap(Self.safe),
        let english = names["en"].flatMap(Self.safe)
      else { return nil }
      return Bilingual(vietnamese: vietnamese, english: english)
    }
    let code = SafeText(escaping: code)
    return title ?? Bilingual(vietnamese: code, english: code)
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) -> Choice? {
    guard let found = value(name) else { return nil }
    return choice(found, name)
  }

  mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) -> [Choice] {
    list(name).compactMap { choice($0, name) }
  }

  mutating func numbers(_ name: String) -> [Rational] {
    list(name).compactMap { value in
      if let number = Self.number(value) { return number }
      report(name, .expected(.number))
      return nil
    }
  }

  /// A table inside this one; nil when there is none.
  mutating func table<Value>(
    _ name: String, isRequired: Bool = false, _ read: (inout RulesTable) -> Value
  ) -> Value? {
    let values = value(name, isRequired: isRequired, .table) { value -> [String: RulesValue]? in
      if case .table(let values) = value { values } else { nil }
    }
    guard let values else { return nil }
    return inner(values, at: place(name), read)
  }

  /// The tables `[[name]]`; none when there are none.
  mutating func tables<Value>(
    _ name: String, _ read: (inout RulesTable) -> Value
  ) -> [Value] {
    list(name).enumerated().compactMap { index, value in
      guard case .table(let values) = value else {
        report(name, .expected(.table))
        return nil
      }
      return inner(values, at: place(name) + "[\(index + 1)]", read)
    }
  }

  private mutating func inner<Value>(
    _ values: [String: RulesValue], at path: String, _ read: (inout RulesTable) -> Value
  ) -> Value {
    var table = RulesTable(values, at: path)
    let result = read(&table)
    problems += table.finish()
    return result
  }

  private mutating func list(_ name: String) -> [RulesValue] {
    value(name, isRequired: false, .list) { value -> [RulesValue]? in
      if case .list(let values) = value { values } else { nil }
    } ?? []
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: RulesValue, _ name: String
  ) -> Choice? {
    guard case .text(let text) = value else {
      report(name, .expected(.text))
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      name,
      .noneOf(
        value: SafeText(escaping: text).string, choices: Choice.allCases.map(\.rawValue)))
    return nil
  }

  private static func number(_ value: RulesValue) -> Rational? {
    switch value {
    case .whole(let number): Rational(number)
    case .text(let text): Rational(decimal: text)
    default: nil
    }
  }

  static func safe(_ value: RulesValue) -> SafeText? {
    guard case .text(let text) = value else { return nil }
    return try? SafeText(text)
  }
}
