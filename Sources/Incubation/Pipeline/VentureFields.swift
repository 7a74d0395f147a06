extension VentureField {
  /// The axis of need that the field holds; nil for all other fields.
  var needAxis: NeedAxis? {
    switch self {
    case .needManagement: .management
    case .needVision: .vision
    case .needApproach: .approach
    default: nil
    }
  }

  /// Whether the field is part of what a person edits; number, pipeline, stage and remarks are
  /// not.
  public var isContent: Bool {
    switch self {
    case .code, .pipeline, .stage, .note: false
    default: true
    }
  }

  /// The kind of text that the field holds; `note` for those with several lines.
  public var textKind: SafeText.Kind {
    switch self {
    case .summary, .problem, .solution, .technology, .intellectualProperty, .note: .note
    default: .line
    }
  }

  /// Where a field with plain text keeps it; nil for fields of other types.
  var plainText: WritableKeyPath<VentureContent, SafeText>? {
    switch self {
    case .title: \.title
    case .field: \.field
    case .organisation: \.organisation
    case .representative: \.representative
    case .email: \.email
    case .place: \.place
    case .sourceName: \.sourceName
    case .summary: \.summary
    case .problem: \.problem
    case .solution: \.solution
    case .technology: \.technology
    case .intellectualProperty: \.intellectualProperty
    case .leadOwner: \.leadOwner
    case .supportOwner: \.supportOwner
    case .nextStep: \.nextStep
    default: nil
    }
  }

  /// Where a field with a day keeps it; nil for fields of other types.
  var day: WritableKeyPath<VentureContent, LocalDate?>? {
    switch self {
    case .foundOn: \.foundOn
    case .needsOn: \.needsOn
    case .nextStepDue: \.nextStepDue
    default: nil
    }
  }
}

extension VentureContent {
  /// Whether a field says something. Those that are no content never stand in the way of a move:
  /// true.
  public func isFilled(_ field: VentureField) -> Bool {
    guard field.isContent else { return true }
    if let path = field.plainText { return !self[keyPath: path].isBlank }
    return !text(of: field).isEmpty
  }

  /// What a field holds, as text that `setting` reads back: the Vietnamese names of choices, days
  /// as dd/MM/yyyy, lists with semicolons. Empty when nothing is known, and for what is no
  /// content.
  public func text(of field: VentureField) -> String { describe(field, .vietnamese) }

  /// What a field holds, for people who read a language; `setting` reads it back, too.
  public func describe(_ field: VentureField, _ language: Language) -> String {
    if let path = field.plainText { return self[keyPath: path].string }
    if let path = field.day { return self[keyPath: path]?.formatted ?? "" }
    if let axis = field.needAxis { return needs[axis].map { String($0) } ?? "" }
    switch field {
    case .kind: return kind.label(language)
    case .taxCode: return taxCode?.text ?? ""
    case .birthYear: return birthYear.map { String($0) } ?? ""
    case .phone: return phone?.formatted ?? ""
    case .sourceKind: return sourceKind?.label(language) ?? ""
    case .tags: return tags.map(\.string).joined(separator: "; ")
    case .attachments: return attachments.map(\.string).joined(separator: "; ")
    default: return ""
    }
  }

  /// The fields in which this content differs from another, in the order of `VentureField`.
  public func differences(from other: VentureContent) -> [VentureField] {
    VentureField.allCases.filter { field in
      switch field {
      case .tags: tags != other.tags
      case .attachments: attachments != other.attachments
      case .phone: phone != other.phone
      default: text(of: field) != other.text(of: field)
      }
    }
  }

  /// The content with one field read from text: the one parser that forms and imports share.
  /// Blank text empties the field; a kind and a title cannot be emptied.
  ///
  /// - Throws: `FieldRefusal`.
  public func setting(
    _ field: VentureField, from text: String
  ) throws(FieldRefusal) -> VentureContent {
    var result = self
    try result.set(field, from: text)
    return result
  }

  /// Reads one field from text; see `setting`.
  ///
  /// - Throws: `FieldRefusal`; then nothing has changed.
  public mutating func set(_ field: VentureField, from text: String) throws(FieldRefusal) {
    let clean = try Self.safe(
      text, field == .attachments || field == .tags ? .note : field.textKind)
    if let path = field.plainText {
      if clean.isBlank && field == .title { throw .required }
      if field == .email && !clean.isBlank {
        email = try EmailAddress.check(clean.string)
      } else {
        self[keyPath: path] = clean.isBlank ? .empty : clean
      }
    } else {
      try setOther(field, from: clean)
    }
  }

  private mutating func setOther(
    _ field: VentureField, from clean: SafeText
  ) throws(FieldRefusal) {
    let text = clean.isBlank ? nil : clean.string
    if let path = field.day {
      self[keyPath: path] = try text.map { day throws(FieldRefusal) in try LocalDate.parse(day) }
      return
    }
    if let axis = field.needAxis {
      needs[axis] = try text.map { need throws(FieldRefusal) in try Self.need(need) }
      return
    }
    switch field {
    case .kind: kind = try Venture.Kind.parse(clean.string)
    case .taxCode:
      taxCode = try text.map { code throws(FieldRefusal) in try TaxCode.parse(code) }
    case .birthYear:
      birthYear = try text.map { year throws(FieldRefusal) in try BirthYear.parse(year) }
    case .phone:
      phone = try text.map { number throws(FieldRefusal) in try PhoneNumber.parse(number).number }
    case .sourceKind:
      sourceKind = try text.map { name throws(FieldRefusal) in try DiscoverySource.parse(name) }
    case .tags: tags = try Self.list(clean.string, separators: ";,\n")
    case .attachments: attachments = try Self.list(clean.string, separators: ";\n")
    default: throw .notEditable
    }
  }

  private static func safe(
    _ text: String, _ kind: SafeText.Kind
  ) throws(FieldRefusal) -> SafeText {
    do { return try SafeText(text, kind) } catch { throw .text(error) }
  }

  private static func need(_ text: String) throws(FieldRefusal) -> Int {
    guard let value = Int(TextFolding.fold(text)), (0...10).contains(value) else {
      throw .number(least: 0, most: 10)
    }
    return value
  }

  /// The parts of a list, without blanks and without repetitions that differ in case only.
  private static func list(
    _ text: String, separators: String
  ) throws(FieldRefusal) -> [SafeText] {
    var result: [SafeText] = []
    for part in text.split(whereSeparator: { separators.contains($0) }) {
      let item = try safe(String(part), .line)
      let isKnown = result.contains { TextFolding.equalForMatching($0.string, item.string) }
      if !item.isBlank && !isKnown { result.append(item) }
    }
    return result
  }
}
