import Incubation

/// How tasks, sources, calls, applications and commitments lie in their rows.
enum ProgrammeColumns {
  typealias Row = ProgrammeRow

  private static func optional<Entity>(_ bytes: [UInt8]?) -> Identifier<Entity>? {
    bytes.flatMap { Identifier<Entity>(bytes: $0) }
  }

  // MARK: Tasks

  static func write(_ content: TaskContent, to row: inout Row) {
    row.title = content.title
    row.venture = content.venture?.bytes
    row.department = content.department?.bytes
    row.item = content.item
    row.from = content.from
    row.amount = content.budget?.dong
    row.body = [
      "regime": .string(content.regime), "kind": .string(content.kind.string),
      "host": .string(content.host.string), "leader": .string(content.leader.string),
      "contract": .string(content.contract.string),
      "products": .string(content.products.string), "use": .string(content.use.string),
    ]
    // The end that the contract names; the column holds it with extensions.
    row.body["to"] = content.to.map { .integer(Int64($0.dayNumber)) }
  }

  static func taskContent(_ row: Row) -> TaskContent {
    let reader = BodyReader(row.body)
    var content = TaskContent(title: row.title, regime: reader.text("regime") ?? "")
    content.kind = reader.safe("kind")
    content.host = reader.safe("host")
    content.leader = reader.safe("leader")
    content.venture = optional(row.venture)
    content.department = optional(row.department)
    content.item = row.item
    content.budget = row.amount.map { Money(dong: $0) }
    content.contract = reader.safe("contract")
    content.from = row.from
    content.to = reader.int("to").map(LocalDate.init(dayNumber:))
    content.products = reader.safe("products")
    content.use = reader.safe("use")
    return content
  }

  static func task(_ row: Row) throws -> ScienceTask {
    ScienceTask(
      id: try FactRow.identifier(row.id), code: row.code, content: taskContent(row),
      state: row.state, since: row.since ?? LocalDate(dayNumber: 0), end: row.to,
      reports: Set(row.done.split(separator: " ").compactMap { Int($0) }), version: row.version)
  }

  static func move(_ fact: FactRow) throws -> TaskMove {
    TaskMove(
      id: try FactRow.identifier(fact.id),
      kind: fact.number.flatMap { number in
        TaskTransition.Kind.allCases.indices.contains(number)
          ? TaskTransition.Kind.allCases[number] : nil
      },
      from: fact.from.isEmpty ? nil : fact.from, to: fact.state, day: fact.day,
      recordedAt: fact.recordedAt, actor: fact.actor, reason: fact.note, document: fact.document,
      until: fact.until, isCancelled: fact.isCancelled)
  }

  static func number(of kind: TaskTransition.Kind?) -> Int? {
    kind.flatMap { TaskTransition.Kind.allCases.firstIndex(of: $0) }
  }

  static func report(_ fact: FactRow) -> TaskReport {
    TaskReport(
      number: fact.number ?? 0, day: fact.day, document: fact.document, summary: fact.note)
  }

  // MARK: Money

  static func source(_ row: Row) throws -> FundingSource {
    FundingSource(
      id: try FactRow.identifier(row.id), code: row.code, title: row.title,
      kind: try choice(row.state), version: row.version)
  }

  static func call(_ row: Row) throws -> FundingCall {
    FundingCall(
      id: try FactRow.identifier(row.id), code: row.code, title: row.title,
      source: try FactRow.identifier(row.parent), opens: row.from ?? LocalDate(dayNumber: 0),
      closes: row.to ?? LocalDate(dayNumber: 0))
  }

  static func application(_ row: Row) throws -> FundingApplication {
    FundingApplication(
      id: try FactRow.identifier(row.id), code: row.code, title: row.title,
      call: try FactRow.identifier(row.parent), venture: optional(row.venture),
      amount: Money(dong: row.amount ?? 0), day: row.from ?? LocalDate(dayNumber: 0),
      state: try choice(row.state))
  }

  static func write(_ content: CommitmentContent, to row: inout Row) {
    row.title = content.title
    row.parent = content.source.bytes
    row.task = content.task?.bytes
    row.venture = content.venture?.bytes
    row.department = content.department?.bytes
    row.item = content.item
    row.body = [
      "tranches": .array(
        content.tranches.map {
          .string("\($0.amount.dong) \($0.due.dayNumber) \($0.condition.string)")
        })
    ]
  }

  static func commitment(_ row: Row) throws -> Commitment {
    var content = CommitmentContent(title: row.title, source: try FactRow.identifier(row.parent))
    content.task = optional(row.task)
    content.venture = optional(row.venture)
    content.department = optional(row.department)
    content.item = row.item
    content.tranches = BodyReader(row.body).texts("tranches").compactMap(tranche)
    return Commitment(
      id: try FactRow.identifier(row.id), code: row.code, content: content, version: row.version)
  }

  private static func tranche(_ text: String) -> Commitment.Tranche? {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let amount = Int64(parts[0]), let day = Int(parts[1]) else {
      return nil
    }
    return Commitment.Tranche(
      Money(dong: amount), due: LocalDate(dayNumber: day),
      condition: SafeText(escaping: String(parts[2])))
  }

  /// The commitment is nil for what concerns the source itself.
  static func entry(
    _ fact: FactRow, source: [UInt8], commitment: [UInt8]?
  ) throws -> MoneyEntry {
    MoneyEntry(
      id: try FactRow.identifier(fact.id), kind: try choice(fact.state),
      source: try FactRow.identifier(source), commitment: optional(commitment), day: fact.day,
      recordedAt: fact.recordedAt, actor: fact.actor, amount: Money(dong: fact.amount ?? 0),
      tranche: fact.number, document: fact.document, isCancelled: fact.isCancelled)
  }

  static func choice<T: RawRepresentable>(_ text: String) throws -> T where T.RawValue == String {
    guard let value = T(rawValue: text) else {
      throw StorageError.engine(code: "choice", message: "\(T.self) does not know \(text)")
    }
    return value
  }
}
