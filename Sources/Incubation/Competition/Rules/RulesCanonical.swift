extension RoundRules {
  /// The rules as one exact value: what a database keeps of a version and what its hash is taken
  /// of. Numbers are texts, because fractions have no other exact form in JSON.
  public var canonical: JSONValue {
    var fields: [String: JSONValue] = [
      "quorum": .integer(Int64(quorum)), "places": .integer(Int64(rounding.places)),
      "mode": .string(rounding.mode.rawValue),
      "after": .array(rounding.points.map(\.rawValue).sorted().map { .string($0) }),
      "combine": .string(panel.combination.rawValue), "method": .string(panel.method.rawValue),
      "drop_high": .integer(Int64(panel.dropHigh)), "drop_low": .integer(Int64(panel.dropLow)),
      "points": .array(panel.points.map { .string($0.description) }),
      "criteria": .array(criteria.map(\.canonical)),
      "components": .array(components.map(\.canonical)), "gates": gates.canonical,
      "awards": .array(awards.map(\.canonical)),
      "ties": .array(ties.map { .string($0.name) }),
    ]
    if let advancing { fields["advance"] = .integer(Int64(advancing)) }
    return .object(fields)
  }

  /// Reads what `canonical` wrote.
  ///
  /// - Throws: `JSONRefusal` with the name of the first field that is not what it should be.
  public init(canonical value: JSONValue) throws(JSONRefusal) {
    let fields = try CanonicalFields(value, "rules")
    var criteria: [Criterion] = []
    for item in try fields.list("criteria") { criteria.append(try Criterion(canonical: item)) }
    var components: [Component] = []
    for item in try fields.list("components") { components.append(try Component(canonical: item)) }
    var awards: [Award] = []
    for item in try fields.list("awards") { awards.append(try Award(canonical: item)) }
    var ties: [TieStep] = []
    for item in try fields.list("ties") {
      guard case .string(let name) = item, let step = TieStep(name: name) else {
        throw .unexpected(field: "ties")
      }
      ties.append(step)
    }
    self.init(
      criteria: criteria, components: components, panel: try Panel(canonical: fields),
      rounding: try Rounding(canonical: fields), quorum: try fields.whole("quorum"),
      gates: try Gates(canonical: try fields.value("gates")),
      advancing: try fields.optionalWhole("advance"), awards: awards, ties: ties)
  }
}

/// Fields of a canonical value, read by name.
struct CanonicalFields {
  private let fields: [String: JSONValue]
  private let place: String

  init(_ value: JSONValue, _ place: String) throws(JSONRefusal) {
    guard case .object(let fields) = value else { throw .unexpected(field: place) }
    self.fields = fields
    self.place = place
  }

  var names: [String] { fields.keys.sorted() }

  func value(_ name: String) throws(JSONRefusal) -> JSONValue {
    guard let value = fields[name] else { throw .unexpected(field: name) }
    return value
  }

  func list(_ name: String) throws(JSONRefusal) -> [JSONValue] {
    guard case .array(let values)? = fields[name] else { throw .unexpected(field: name) }
    return values
  }

  func text(_ name: String) throws(JSONRefusal) -> String {
    guard case .string(let text)? = fields[name] else { throw .unexpected(field: name) }
    return text
  }

  func whole(_ name: String) throws(JSONRefusal) -> Int {
    guard case .integer(let number)? = fields[name] else { throw .unexpected(field: name) }
    return Int(number)
  }

  func optionalWhole(_ name: String) throws(JSONRefusal) -> Int? {
    fields[name] == nil ? nil : try whole(name)
  }

  func truth(_ name: String) throws(JSONRefusal) -> Bool {
    guard case .bool(let value)? = fields[name] else { throw .unexpected(field: name) }
    return value
  }

  func number(_ name: String) throws(JSONRefusal) -> Rational {
    guard let number = Rational(share: try text(name)) else { throw .unexpected(field: name) }
    return number
  }

  func optionalNumber(_ name: String) throws(JSONRefusal) -> Rational? {
    fields[name] == nil ? nil : try number(name)
  }

  func title() throws(JSONRefusal) -> Bilingual {
    Bilingual(
      vietnamese: SafeText(escaping: try text("vi")), english: SafeText(escaping: try text("en")))
  }

  func choice<T: RawRepresentable>(
    _ name: String, _: T.Type = T.self
  ) throws(JSONRefusal) -> T where T.RawValue == String {
    guard let value = T(rawValue: try text(name)) else { throw .unexpected(field: name) }
    return value
  }
}

extension Bilingual {
  fileprivate var fields: [String: JSONValue] {
    ["vi": .string(vietnamese.string), "en": .string(english.string)]
  }
}

extension Criterion {
  fileprivate var canonical: JSONValue {
    var fields = title.fields
    fields["code"] = .string(code)
    fields["min"] = .string(minimum.description)
    fields["max"] = .string(maximum.description)
    fields["factor"] = .string(factor.description)
    if let step { fields["step"] = .string(step.description) }
    fields["anchors"] = .array(
      anchors.map { anchor in
        var level = anchor.title.fields
        level["score"] = .string(anchor.score.description)
        return .object(level)
      })
    return .object(fields)
  }

  fileprivate init(canonical value: JSONValue) throws(JSONRefusal) {
    let fields = try CanonicalFields(value, "criteria")
    var anchors: [Anchor] = []
    for item in try fields.list("anchors") {
      let level = try CanonicalFields(item, "anchors")
      anchors.append(Anchor(score: try level.number("score"), title: try level.title()))
    }
    self.init(
      code: try fields.text("code"), title: try fields.title(), minimum: try fields.number("min"),
      maximum: try fields.number("max"), step: try fields.optionalNumber("step"),
      factor: try fields.number("factor"), anchors: anchors)
  }
}

extension RoundRules.Component {
  fileprivate var canonical: JSONValue {
    var fields = title.fields
    fields["code"] = .string(code)
    fields["deduction"] = .bool(isDeduction)
    if let maximum { fields["max"] = .string(maximum.description) }
    if let fallback { fields["default"] = .string(fallback.description) }
    return .object(fields)
  }

  fileprivate init(canonical value: JSONValue) throws(JSONRefusal) {
    let fields = try CanonicalFields(value, "components")
    self.init(
      code: try fields.text("code"), title: try fields.title(),
      isDeduction: try fields.truth("deduction"), maximum: try fields.optionalNumber("max"),
      fallback: try fields.optionalNumber("default"))
  }
}

extension RoundRules.Award {
  fileprivate var canonical: JSONValue {
    var fields = title.fields
    fields["code"] = .string(code)
    fields["shared"] = .bool(isShared)
    if let quota { fields["quota"] = .integer(Int64(quota)) }
    if let minimumTotal { fields["min"] = .string(minimumTotal.description) }
    return .object(fields)
  }

  fileprivate init(canonical value: JSONValue) throws(JSONRefusal) {
    let fields = try CanonicalFields(value, "awards")
    self.init(
      code: try fields.text("code"), title: try fields.title(),
      quota: try fields.optionalWhole("quota"), minimumTotal: try fields.optionalNumber("min"),
      isShared: try fields.truth("shared"))
  }
}

extension RoundRules.Gates {
  fileprivate var canonical: JSONValue {
    var fields: [String: JSONValue] = [
      "no_zero": .bool(refusesZeroCriterion),
      "criteria": .object(minimumCriteria.mapValues { .string($0.description) }),
    ]
    if let minimumTotal { fields["min"] = .string(minimumTotal.description) }
    if let largestZeroShare { fields["zero_share"] = .string(largestZeroShare.description) }
    return .object(fields)
  }

  fileprivate init(canonical value: JSONValue) throws(JSONRefusal) {
    let fields = try CanonicalFields(value, "gates")
    let codes = try CanonicalFields(try fields.value("criteria"), "criteria")
    var minimums: [String: Rational] = [:]
    for code in codes.names { minimums[code] = try codes.number(code) }
    self.init(
      minimumTotal: try fields.optionalNumber("min"),
      refusesZeroCriterion: try fields.truth("no_zero"),
      largestZeroShare: try fields.optionalNumber("zero_share"), minimumCriteria: minimums)
  }
}

extension RoundRules.Panel {
  fileprivate init(canonical fields: CanonicalFields) throws(JSONRefusal) {
    var points: [Rational] = []
    for item in try fields.list("points") {
      guard case .string(let text) = item, let number = Rational(share: text) else {
        throw .unexpected(field: "points")
      }
      points.append(number)
    }
    self.init(
      combination: try fields.choice("combine"), method: try fields.choice("method"),
      dropHigh: try fields.whole("drop_high"), dropLow: try fields.whole("drop_low"),
      points: points)
  }
}

extension RoundRules.Rounding {
  fileprivate init(canonical fields: CanonicalFields) throws(JSONRefusal) {
    var points: Set<Point> = []
    for item in try fields.list("after") {
      guard case .string(let text) = item, let point = Point(rawValue: text) else {
        throw .unexpected(field: "after")
      }
      points.insert(point)
    }
    self.init(
      places: try fields.whole("places"), mode: try fields.choice("mode"), after: points)
  }
}
