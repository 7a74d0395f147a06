import Incubation

/// How agreements, partners, connections, supports, exchanges and rounds lie in their rows.
enum PartnershipColumns {
  typealias Row = ProgrammeRow

  private static func optional<Entity>(_ bytes: [UInt8]?) -> Identifier<Entity>? {
    bytes.flatMap { Identifier<Entity>(bytes: $0) }
  }

  private static func list(_ texts: [SafeText]) -> JSONValue {
    .array(texts.map { .string($0.string) })
  }

  // MARK: Agreements

  static func write(_ content: AgreementContent, to row: inout Row) {
    (row.code, row.title) = (content.number, content.title)
    (row.from, row.to, row.since) = (content.from, content.to, content.signedOn)
    row.parent = content.renews?.bytes
    row.body = [
      "place": .string(content.place.string), "attachments": list(content.attachments),
      "parties": .array(content.parties.map { .string(text(of: $0)) }),
      "items": .array(content.items.map { .string(text(of: $0)) }),
    ]
  }

  private static func text(of party: AgreementContent.Party) -> String {
    CanonicalJSON.write([
      "organisation": .string(party.organisation.description),
      "signatory": .string(party.signatory.string), "capacity": .string(party.capacity.string),
      "contact": .string(party.contact.string),
    ])
  }

  private static func text(of item: AgreementContent.Item) -> String {
    var fields: [String: JSONValue] = [
      "vi": .string(item.title.vietnamese.string), "en": .string(item.title.english.string),
      "lead": .integer(Int64(item.lead)),
      "targets": .array(
        item.targets.map { .string("\($0.year) \($0.indicator) \($0.amount)") }),
    ]
    fields["support"] = item.support.map { .integer(Int64($0)) }
    return CanonicalJSON.write(fields)
  }

  static func agreement(_ row: Row) throws -> Agreement {
    let reader = BodyReader(row.body)
    let zero = LocalDate(dayNumber: 0)
    return Agreement(
      id: try FactRow.identifier(row.id),
      content: AgreementContent(
        number: row.code, title: row.title, place: reader.safe("place"),
        signedOn: row.since ?? zero, from: row.from ?? zero, to: row.to ?? zero,
        parties: try reader.texts("parties").compactMap(party),
        items: try reader.texts("items").map(item), renews: optional(row.parent),
        attachments: reader.texts("attachments").map { SafeText(escaping: $0) }),
      version: row.version)
  }

  private static func party(_ text: String) throws -> AgreementContent.Party? {
    let reader = BodyReader(try CanonicalJSON.read(text))
    guard let id = reader.text("organisation").flatMap({ Identifier<Organisation>($0) }) else {
      return nil
    }
    return AgreementContent.Party(
      organisation: id, signatory: reader.safe("signatory"), capacity: reader.safe("capacity"),
      contact: reader.safe("contact"))
  }

  private static func item(_ text: String) throws -> AgreementContent.Item {
    let reader = BodyReader(try CanonicalJSON.read(text))
    let targets = reader.texts("targets").compactMap { text -> AgreementContent.Target? in
      let parts = text.split(separator: " ")
      guard parts.count == 3, let year = Int(parts[0]), let amount = Int64(parts[2]) else {
        return nil
      }
      return AgreementContent.Target(year: year, indicator: String(parts[1]), amount: amount)
    }
    return AgreementContent.Item(
      title: Bilingual(vietnamese: reader.safe("vi"), english: reader.safe("en")),
      lead: reader.int("lead") ?? 0, support: reader.int("support"), targets: targets)
  }

  static func review(_ fact: FactRow) throws -> AgreementReview {
    AgreementReview(
      kind: try ProgrammeColumns.choice(fact.state), day: fact.day, document: fact.document,
      summary: fact.note)
  }

  // MARK: Partners and connections

  static func write(_ content: PartnerContent, to row: inout Row) {
    (row.title, row.state, row.quantity) = (content.name, content.kind.rawValue, content.capacity)
    row.body = [
      "organisation": .string(content.organisation.string), "fields": list(content.fields),
      "needs": .array(content.needs.map { .string($0.rawValue) }),
      "languages": list(content.languages), "place": .string(content.place.string),
      "available": .bool(content.isAvailable),
    ]
  }

  static func partner(_ row: Row) throws -> Partner {
    let reader = BodyReader(row.body)
    var content = PartnerContent(name: row.title, kind: try ProgrammeColumns.choice(row.state))
    content.organisation = reader.safe("organisation")
    content.fields = reader.texts("fields").map { SafeText(escaping: $0) }
    content.needs = reader.texts("needs").compactMap(NeedAxis.init(rawValue:))
    content.languages = reader.texts("languages").map { SafeText(escaping: $0) }
    content.place = reader.safe("place")
    content.capacity = row.quantity
    content.isAvailable = reader.flag("available")
    return Partner(
      id: try FactRow.identifier(row.id), code: row.code, content: content, version: row.version)
  }

  /// A connection with the names that follow the columns of its row: venture, partner, kind.
  static func connection(_ row: Row, names: (SafeText, SafeText, String)) throws -> Connection {
    Connection(
      id: try FactRow.identifier(row.id), code: row.code,
      venture: try FactRow.identifier(row.venture), ventureTitle: names.0,
      partner: try FactRow.identifier(row.parent), partnerName: names.1,
      kind: try ProgrammeColumns.choice(names.2), department: optional(row.department),
      step: try ProgrammeColumns.choice(row.state), since: row.since ?? LocalDate(dayNumber: 0),
      amount: Money(dong: row.amount ?? 0), version: row.version)
  }

  static func step(_ fact: FactRow) throws -> ConnectionStep {
    ConnectionStep(
      try ProgrammeColumns.choice(fact.state), on: fact.day, note: fact.note,
      amount: fact.amount.map { Money(dong: $0) })
  }

  // MARK: Support, exchange, rounds

  static func write(_ content: SupportContent, to row: inout Row) {
    (row.title, row.state) = (content.title, content.kind.string)
    (row.from, row.amount, row.quantity) =
      (content.day, content.supported.dong, content.prototypes)
    row.venture = content.venture.bytes
    row.department = content.department?.bytes
    row.task = content.task?.bytes
    row.body = [
      "measure": .string(content.measure.string), "before": .string(content.before.string),
      "after": .string(content.after.string),
      "laboratory": .string(content.laboratory.string),
      "standard": .string(content.standard.string), "result": .string(content.result.string),
      "cost": .integer(content.cost.dong), "cap": .string(content.cap),
    ]
  }

  static func support(_ row: Row) throws -> EnterpriseSupport {
    let reader = BodyReader(row.body)
    var content = SupportContent(
      venture: try FactRow.identifier(row.venture), title: row.title,
      kind: SafeText(escaping: row.state), day: row.from ?? LocalDate(dayNumber: 0))
    content.department = optional(row.department)
    content.task = optional(row.task)
    content.measure = reader.safe("measure")
    content.before = reader.safe("before")
    content.after = reader.safe("after")
    content.laboratory = reader.safe("laboratory")
    content.standard = reader.safe("standard")
    content.result = reader.safe("result")
    content.prototypes = row.quantity ?? 0
    content.cost = Money(dong: reader.integer("cost") ?? 0)
    content.supported = Money(dong: row.amount ?? 0)
    content.cap = reader.text("cap") ?? ""
    return EnterpriseSupport(
      id: try FactRow.identifier(row.id), code: row.code, content: content, version: row.version)
  }

  static func exchange(_ row: Row) throws -> Exchange {
    let reader = BodyReader(row.body)
    return Exchange(
      id: try FactRow.identifier(row.id), code: row.code,
      kind: try ProgrammeColumns.choice(row.state), title: row.title,
      day: row.from ?? LocalDate(dayNumber: 0), department: optional(row.department),
      people: reader.safe("people"), result: reader.safe("result"))
  }

  static func round(_ row: Row) throws -> InvestmentRound {
    InvestmentRound(
      id: try FactRow.identifier(row.id), code: row.code,
      venture: try FactRow.identifier(row.venture), title: row.title,
      day: row.from ?? LocalDate(dayNumber: 0), amount: Money(dong: row.amount ?? 0),
      investors: BodyReader(row.body).texts("investors").map { SafeText(escaping: $0) })
  }
}
