import Incubation

/// How a venture lies in its row.
enum VentureColumns {
  /// Columns of what a person may edit, in the order of `values(of:)` and `content(_:)`.
  static let content = [
    "title", "kind", "field", "organisation_name", "tax_code", "representative_name",
    "birth_year", "phone", "email", "place", "source_kind", "source_name", "found_day", "summary",
    "problem", "solution", "technology", "intellectual_property", "need_management",
    "need_vision", "need_approach", "needs_day", "lead_owner", "support_owner", "next_step",
    "due_day", "tags", "attachments",
  ]

  /// Columns derived from the content, in the order of `derived(from:)`.
  static let derived = [
    "title_key", "title_sort", "field_key", "organisation_sort", "representative_sort",
    "place_key", "lead_owner_key", "support_owner_key", "tags_key", "search_key",
  ]

  /// Columns of where it stands, in the order of `venture(_:)`.
  static let head = ["id", "code", "version", "pipeline", "stage", "status", "entered_day"]

  /// Columns of a list row, in the order of `summary(_:)`.
  static let summary = [
    "id", "code", "title", "kind", "field", "representative_name", "organisation_name", "place",
    "pipeline", "stage", "status", "entered_day", "next_step", "due_day", "lead_owner",
    "source_kind", "tags", "version",
  ]

  static func values(of content: VentureContent) -> [SQLValue] {
    [
      .text(content.title), .text(content.kind.rawValue), .text(content.field),
      .text(content.organisation), .text(content.taxCode?.text), .text(content.representative),
      .integer(content.birthYear), .text(content.phone?.digits), .text(content.email),
      .text(content.place), .text(content.sourceKind?.rawValue), .text(content.sourceName),
      .day(content.foundOn), .text(content.summary), .text(content.problem),
      .text(content.solution), .text(content.technology), .text(content.intellectualProperty),
      .integer(content.needs[.management]), .integer(content.needs[.vision]),
      .integer(content.needs[.approach]), .day(content.needsOn), .text(content.leadOwner),
      .text(content.supportOwner), .text(content.nextStep), .day(content.nextStepDue),
      .text(joined(content.tags)), .text(joined(content.attachments)),
    ]
  }

  static func derived(from content: VentureContent, code: SafeText) -> [SQLValue] {
    let titleKey = TextFolding.fold(content.title.string)
    let tagKeys = content.tags.map { TextFolding.fold($0.string) }
    return [
      .text(titleKey), .text(VietnameseCollation.key(content.title.string)),
      .text(TextFolding.fold(content.field.string)),
      .text(VietnameseCollation.key(content.organisation.string)),
      .text(VietnameseCollation.givenNameKey(content.representative.string)),
      .text(TextFolding.fold(content.place.string)),
      .text(TextFolding.fold(content.leadOwner.string)),
      .text(TextFolding.fold(content.supportOwner.string)),
      .text(tagKeys.isEmpty ? "" : "\n" + tagKeys.joined(separator: "\n") + "\n"),
      .text(searchKey(of: content, code: code, titleKey: titleKey, tagKeys: tagKeys)),
    ]
  }

  private static func searchKey(
    of content: VentureContent, code: SafeText, titleKey: String, tagKeys: [String]
  ) -> String {
    let others = [content.representative, content.organisation, content.place]
      .filter { !$0.isBlank }
      .map { TextFolding.fold($0.string) }
    return ([titleKey, TextFolding.fold(code.string)] + others + tagKeys).joined(separator: "\n")
  }

  static func content(_ reader: inout RowReader) throws -> VentureContent {
    var content = VentureContent(title: reader.safe())
    content.kind = try reader.choice()
    content.field = reader.safe()
    content.organisation = reader.safe()
    content.taxCode = reader.optionalString().map(TaxCode.init(stored:))
    content.representative = reader.safe()
    content.birthYear = reader.optionalInt()
    content.phone = reader.optionalString().map(PhoneNumber.init(stored:))
    content.email = reader.safe()
    content.place = reader.safe()
    content.sourceKind = reader.optionalString().flatMap(DiscoverySource.init(rawValue:))
    content.sourceName = reader.safe()
    content.foundOn = reader.optionalDay()
    content.summary = reader.safe()
    content.problem = reader.safe()
    content.solution = reader.safe()
    content.technology = reader.safe()
    content.intellectualProperty = reader.safe()
    for axis in [NeedAxis.management, .vision, .approach] {
      if let score = reader.optionalInt() { content.needs[axis] = score }
    }
    content.needsOn = reader.optionalDay()
    content.leadOwner = reader.safe()
    content.supportOwner = reader.safe()
    content.nextStep = reader.safe()
    content.nextStepDue = reader.optionalDay()
    content.tags = split(reader.string())
    content.attachments = split(reader.string())
    return content
  }

  static func venture(_ row: any SQLRow) throws -> Venture {
    var reader = RowReader(row)
    let id: Identifier<Venture> = try reader.id()
    let code = reader.safe()
    let version = reader.int()
    let position = StagePosition(
      pipeline: reader.string(), stage: reader.string(), status: try reader.choice(),
      enteredOn: reader.day())
    return Venture(
      id: id, code: code, content: try content(&reader), position: position, version: version)
  }

  static func summary(_ row: any SQLRow) throws -> VentureSummary {
    var reader = RowReader(row)
    return VentureSummary(
      id: try reader.id(), code: reader.safe(), title: reader.safe(), kind: try reader.choice(),
      field: reader.safe(), representative: reader.safe(), organisation: reader.safe(),
      place: reader.safe(),
      position: StagePosition(
        pipeline: reader.string(), stage: reader.string(), status: try reader.choice(),
        enteredOn: reader.day()),
      nextStep: reader.safe(), nextStepDue: reader.optionalDay(), leadOwner: reader.safe(),
      sourceKind: reader.optionalString().flatMap(DiscoverySource.init(rawValue:)),
      tags: split(reader.string()), version: reader.int())
  }

  /// Tags and paths are lines of text, so a line feed can separate them.
  private static func joined(_ lines: [SafeText]) -> String {
    lines.map(\.string).joined(separator: "\n")
  }

  private static func split(_ text: String) -> [SafeText] {
    text.split(separator: "\n").map { SafeText(escaping: String($0)) }
  }
}
