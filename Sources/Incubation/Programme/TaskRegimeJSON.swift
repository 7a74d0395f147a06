/// A regime as a file: so that a province can write its own limits down and bring them in.
extension TaskRegime {
  /// The regime as JSON.
  public var json: JSONValue {
    .object([
      "code": .string(code), "title": Self.json(title), "from": .string(from.description),
      "to": to.map { .string($0.description) } ?? .null,
      "reportMonths": .integer(Int64(reportMonths)),
      "extensions": .object([
        "times": .integer(Int64(extensions.times)),
        "longTermMonths": .integer(Int64(extensions.longTermMonths)),
        "longMonths": .integer(Int64(extensions.longMonths)),
        "shortMonths": .integer(Int64(extensions.shortMonths)),
      ]),
      "states": .array(states.map(Self.json)),
      "transitions": .array(transitions.map(Self.json)),
      "councils": .array(councils.map(Self.json)),
    ])
  }

  private static func json(_ text: Bilingual) -> JSONValue {
    .object(["vi": .string(text.vietnamese.string), "en": .string(text.english.string)])
  }

  private static func json(_ state: TaskState) -> JSONValue {
    var fields: [String: JSONValue] = [
      "code": .string(state.code), "title": json(state.title),
      "phase": .string(state.phase.rawValue),
    ]
    if let limit = state.limit {
      fields["limit"] = .object([
        "count": .integer(Int64(limit.count)), "unit": .string(limit.unit.rawValue),
        "start": .string(limit.start.rawValue),
      ])
    }
    return .object(fields)
  }

  private static func json(_ step: TaskTransition) -> JSONValue {
    var fields: [String: JSONValue] = [
      "kind": .string(step.kind.rawValue), "from": .array(step.from.map { .string($0) }),
      "title": json(step.title), "decidedBy": json(step.decidedBy),
    ]
    fields["to"] = step.to.map { .string($0) }
    fields["document"] = step.document.map(json)
    fields["council"] = step.council.map { .string($0) }
    return .object(fields)
  }

  private static func json(_ council: CouncilRule) -> JSONValue {
    var fields: [String: JSONValue] = [
      "code": .string(council.code), "title": json(council.title),
      "least": .integer(Int64(council.members.lowerBound)),
      "most": .integer(Int64(council.members.upperBound)),
      "quorumOf": .integer(Int64(council.quorumOf)),
      "quorumIn": .integer(Int64(council.quorumIn)),
      "reviewers": .integer(Int64(council.reviewers)),
    ]
    fields["passMean"] = council.passMean.map { .integer(Int64($0)) }
    return .object(fields)
  }

  /// Reads a regime; every state that a step names has to be there.
  ///
  /// - Throws: `JSONRefusal.unexpected` with the name of the field.
  public init(json: JSONValue) throws(JSONRefusal) {
    let fields = try RegimeFields(json)
    let rule = try fields.object("extensions")
    self.init(
      code: try fields.text("code"), title: try fields.bilingual("title"),
      from: try fields.day("from"), to: fields.has("to") ? try fields.day("to") : nil,
      states: try fields.list("states", Self.state),
      transitions: try fields.list("transitions", Self.step),
      reportMonths: try fields.number("reportMonths"),
      extensions: ExtensionRule(
        times: try rule.number("times"), longTermMonths: try rule.number("longTermMonths"),
        longMonths: try rule.number("longMonths"), shortMonths: try rule.number("shortMonths")),
      councils: try fields.list("councils", Self.council))
    let known = Set(states.map(\.code))
    if states.isEmpty || known.count < states.count { throw .unexpected(field: "states") }
    for step in transitions where !known.isSuperset(of: step.from + [step.to].compactMap { $0 }) {
      throw .unexpected(field: "transitions")
    }
  }

  private static func state(_ fields: RegimeFields) throws(JSONRefusal) -> TaskState {
    var state = TaskState(
      try fields.text("code"), try fields.bilingual("title"), try fields.choice("phase"))
    if fields.has("limit") {
      let limit = try fields.object("limit")
      state.limit = TaskLimit(
        try limit.number("count"), try limit.choice("unit"), from: try limit.choice("start"))
    }
    return state
  }

  private static func step(_ fields: RegimeFields) throws(JSONRefusal) -> TaskTransition {
    TaskTransition(
      try fields.choice("kind"), from: try fields.texts("from"),
      to: fields.has("to") ? try fields.text("to") : nil, try fields.bilingual("title"),
      document: fields.has("document") ? try fields.bilingual("document") : nil,
      by: try fields.bilingual("decidedBy"),
      council: fields.has("council") ? try fields.text("council") : nil)
  }

  private static func council(_ fields: RegimeFields) throws(JSONRefusal) -> CouncilRule {
    let (least, most) = (try fields.number("least"), try fields.number("most"))
    if least > most { throw .unexpected(field: "most") }
    return CouncilRule(
      try fields.text("code"), try fields.bilingual("title"), members: least...most,
      quorumOf: try fields.number("quorumOf"), quorumIn: try fields.number("quorumIn"),
      reviewers: try fields.number("reviewers"),
      passMean: fields.has("passMean") ? try fields.number("passMean") : nil)
  }
}

/// The fields of an object, by name.
private struct RegimeFields {
  private let fields: [String: JSONValue]

  init(_ json: JSONValue) throws(JSONRefusal) {
    guard case .object(let fields) = json else { throw .unexpected(field: "") }
    self.fields = fields
  }

  func has(_ name: String) -> Bool { (fields[name] ?? .null) != .null }

  func text(_ name: String) throws(JSONRefusal) -> String {
    guard case .string(let text)? = fields[name], !text.isEmpty else {
      throw .unexpected(field: name)
    }
    return text
  }

  func number(_ name: String) throws(JSONRefusal) -> Int {
    guard case .integer(let number)? = fields[name], (0...100_000).contains(number) else {
      throw .unexpected(field: name)
    }
    return Int(number)
  }

  func day(_ name: String) throws(JSONRefusal) -> LocalDate {
    guard let day = LocalDate(iso: try text(name)) else { throw .unexpected(field: name) }
    return day
  }

  func choice<T: RawRepresentable>(_ name: String) throws(JSONRefusal) -> T
  where T.RawValue == String {
    guard let value = T(rawValue: try text(name)) else { throw .unexpected(field: name) }
    return value
  }

  func object(_ name: String) throws(JSONRefusal) -> RegimeFields {
    guard has(name) else { throw .unexpected(field: name) }
    return try RegimeFields(fields[name] ?? .null)
  }

  func bilingual(_ name: String) throws(JSONRefusal) -> Bilingual {
    let both = try object(name)
    guard let vietnamese = try? SafeText(both.text("vi")),
      let english = try? SafeText(both.text("en"))
    else { throw .unexpected(field: name) }
    return Bilingual(vietnamese: vietnamese, english: english)
  }

  func texts(_ name: String) throws(JSONRefusal) -> [String] {
    guard case .array(let values)? = fields[name] else { throw .unexpected(field: name) }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw .unexpected(field: name) }
      texts.append(text)
    }
    return texts
  }

  func list<T>(
    _ name: String, _ make: (RegimeFields) throws(JSONRefusal) -> T
  ) throws(JSONRefusal) -> [T] {
    guard case .array(let values)? = fields[name] else { throw .unexpected(field: name) }
    var result: [T] = []
    for value in values { result.append(try make(RegimeFields(value))) }
    return result
  }
}
