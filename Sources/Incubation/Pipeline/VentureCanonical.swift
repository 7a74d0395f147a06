extension VentureContent {
  /// The content as flat fields for the record of changes: names are those of `VentureField`,
  /// days ISO 8601, choices their codes. A field that is not there is empty.
  public func canonicalFields() -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for field in VentureField.allCases {
      if let value = canonicalValue(of: field) { result[field.rawValue] = value }
    }
    return result
  }

  /// The content that `canonicalFields` describes. Names that are no content are passed over.
  ///
  /// - Throws: `JSONRefusal.unexpected` for a value of the wrong type.
  public init(canonicalFields fields: [String: JSONValue]) throws(JSONRefusal) {
    self.init(title: .empty)
    for (name, value) in fields {
      guard let field = VentureField(rawValue: name), field.isContent, value != .null else {
        continue
      }
      guard restore(field, from: value) else { throw .unexpected(field: name) }
    }
  }

  private func canonicalValue(of field: VentureField) -> JSONValue? {
    if let path = field.plainText {
      let text = self[keyPath: path].string
      return text.isEmpty ? nil : .string(text)
    }
    if let path = field.day { return self[keyPath: path].map { .string($0.description) } }
    if let axis = field.needAxis { return needs[axis].map { .integer(Int64($0)) } }
    switch field {
    case .kind: return .string(kind.rawValue)
    case .taxCode: return taxCode.map { .string($0.text) }
    case .birthYear: return birthYear.map { .integer(Int64($0)) }
    case .phone: return phone.map { .string($0.digits) }
    case .sourceKind: return sourceKind.map { .string($0.rawValue) }
    case .tags: return Self.list(tags)
    case .attachments: return Self.list(attachments)
    default: return nil
    }
  }

  private static func list(_ items: [SafeText]) -> JSONValue? {
    items.isEmpty ? nil : .array(items.map { .string($0.string) })
  }

  private mutating func restore(_ field: VentureField, from value: JSONValue) -> Bool {
    switch value {
    case .string(let text): return restore(field, fromText: text)
    case .integer(let number): return restore(field, fromNumber: number)
    case .array(let values): return restore(field, fromList: values)
    case .null, .bool, .object: return false
    }
  }

  private mutating func restore(_ field: VentureField, fromText text: String) -> Bool {
    if let path = field.plainText {
      self[keyPath: path] = SafeText(escaping: text)
      return true
    }
    if let path = field.day {
      guard let day = LocalDate(iso: text) else { return false }
      self[keyPath: path] = day
      return true
    }
    switch field {
    case .kind:
      guard let value = Venture.Kind(rawValue: text) else { return false }
      kind = value
    case .sourceKind:
      guard let value = DiscoverySource(rawValue: text) else { return false }
      sourceKind = value
    case .taxCode: taxCode = TaxCode(stored: text)
    case .phone: phone = PhoneNumber(stored: text)
    default: return false
    }
    return true
  }

  private mutating func restore(_ field: VentureField, fromNumber number: Int64) -> Bool {
    guard let value = Int(exactly: number) else { return false }
    if let axis = field.needAxis {
      needs[axis] = value
    } else if field == .birthYear {
      birthYear = value
    } else {
      return false
    }
    return true
  }

  private mutating func restore(_ field: VentureField, fromList values: [JSONValue]) -> Bool {
    var items: [SafeText] = []
    for value in values {
      guard case .string(let text) = value else { return false }
      items.append(SafeText(escaping: text))
    }
    switch field {
    case .tags: tags = items
    case .attachments: attachments = items
    default: return false
    }
    return true
  }
}
