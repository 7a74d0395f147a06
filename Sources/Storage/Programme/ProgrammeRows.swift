import Incubation

/// A row of what people keep.
struct ProgrammeRow {
  /// What it is.
  enum Kind: String {
    case task, source, call, application, commitment, agreement, partner, connection, support
    case exchange, round
  }

  var id: [UInt8]
  var kind: Kind
  var code: SafeText
  var title: SafeText
  var parent: [UInt8]?
  var task: [UInt8]?
  var venture: [UInt8]?
  var department: [UInt8]?
  var item: Int?
  var state = ""
  var phase = ""
  var since: LocalDate?
  var from: LocalDate?
  var to: LocalDate?
  var amount: Int64?
  var quantity: Int?
  var done = ""
  var body: [String: JSONValue] = [:]
  var version = 1

  init(_ kind: Kind, id: [UInt8], code: SafeText, title: SafeText) {
    (self.kind, self.id, self.code, self.title) = (kind, id, code, title)
  }

  static let columns = [
    "r.id", "r.kind", "r.code", "r.title", "r.parent", "r.task", "r.venture", "r.department",
    "r.item", "r.state", "r.phase", "r.state_day", "r.first_day", "r.last_day", "r.amount",
    "r.quantity", "r.done", "r.body", "r.version",
  ]

  init(_ row: any SQLRow) throws {
    func blob(_ column: Int) -> [UInt8]? { row.isNull(column) ? nil : row.blob(column) }
    func day(_ column: Int) -> LocalDate? {
      row.isNull(column) ? nil : LocalDate(dayNumber: Int(row.integer(column)))
    }
    guard let kind = Kind(rawValue: row.text(1)) else {
      throw StorageError.engine(code: "choice", message: "no kind \(row.text(1))")
    }
    self.init(
      kind, id: row.blob(0), code: SafeText(escaping: row.text(2)),
      title: SafeText(escaping: row.text(3)))
    (parent, task, venture, department) = (blob(4), blob(5), blob(6), blob(7))
    item = row.isNull(8) ? nil : Int(row.integer(8))
    (state, phase) = (row.text(9), row.text(10))
    (since, from, to) = (day(11), day(12), day(13))
    amount = row.isNull(14) ? nil : row.integer(14)
    quantity = row.isNull(15) ? nil : Int(row.integer(15))
    done = row.text(16)
    body = try CanonicalJSON.read(row.text(17))
    version = Int(row.integer(18))
  }

  static let insert = """
    INSERT INTO programme_record (id, kind, code, code_key, title, title_key, title_sort, parent,
      task, venture, department, item, state, phase, state_day, first_day, last_day, amount,
      quantity, done, body, recorded_at, deleted_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)
    """

  func values(recordedAt: Timestamp) -> [SQLValue] {
    [.blob(id), .text(kind.rawValue)] + names + changing
      + [.integer(recordedAt.milliseconds), .integer(version)]
  }

  static let update = """
    UPDATE programme_record SET code = ?, code_key = ?, title = ?, title_key = ?, title_sort = ?,
      parent = ?, task = ?, venture = ?, department = ?, item = ?, state = ?, phase = ?,
      state_day = ?, first_day = ?, last_day = ?, amount = ?, quantity = ?, done = ?, body = ?,
      version = version + 1
    WHERE id = ?
    """

  var updating: [SQLValue] { names + changing + [.blob(id)] }

  private var names: [SQLValue] {
    let title = title.string
    return [
      .text(code), .text(TextFolding.fold(code.string)), .text(title),
      .text(TextFolding.fold(title)), .text(VietnameseCollation.key(title)),
    ]
  }

  private var changing: [SQLValue] {
    [
      Self.blob(parent), Self.blob(task), Self.blob(venture), Self.blob(department),
      .integer(item), .text(state), .text(phase), .day(since), .day(from), .day(to),
      amount.map { .integer($0) } ?? .null, .integer(quantity), .text(done),
      .text(CanonicalJSON.write(body)),
    ]
  }

  static func blob(_ bytes: [UInt8]?) -> SQLValue { bytes.map { .blob($0) } ?? .null }

  // MARK: The record of changes

  /// Everything that an edit may change, for taking it back.
  var snapshot: [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "code": .string(code.string), "title": .string(title.string), "state": .string(state),
      "phase": .string(phase), "done": .string(done),
      "body": .string(CanonicalJSON.write(body)),
    ]
    for (name, bytes) in [
      ("parent", parent), ("task", task), ("venture", venture), ("department", department),
    ] {
      guard let bytes, let id = Identifier<ScienceTask>(bytes: bytes) else { continue }
      fields[name] = .string(id.description)
    }
    let numbers: [(String, Int64?)] = [
      ("item", item.map(Int64.init)), ("since", since.map { Int64($0.dayNumber) }),
      ("from", from.map { Int64($0.dayNumber) }), ("to", to.map { Int64($0.dayNumber) }),
      ("amount", amount), ("quantity", quantity.map(Int64.init)),
    ]
    for (name, number) in numbers { fields[name] = number.map { .integer($0) } }
    return fields
  }

  /// This row as it was when the snapshot was taken.
  func restored(_ fields: [String: JSONValue]) throws -> ProgrammeRow {
    let reader = BodyReader(fields)
    func bytes(_ name: String) -> [UInt8]? {
      reader.text(name).flatMap { Identifier<ScienceTask>($0)?.bytes }
    }
    func day(_ name: String) -> LocalDate? { reader.int(name).map(LocalDate.init(dayNumber:)) }
    var row = self
    (row.code, row.title) = (reader.safe("code"), reader.safe("title"))
    (row.state, row.phase) = (reader.text("state") ?? "", reader.text("phase") ?? "")
    (row.parent, row.task) = (bytes("parent"), bytes("task"))
    (row.venture, row.department) = (bytes("venture"), bytes("department"))
    (row.item, row.quantity) = (reader.int("item"), reader.int("quantity"))
    (row.since, row.from, row.to) = (day("since"), day("from"), day("to"))
    row.amount = reader.integer("amount")
    row.done = reader.text("done") ?? ""
    row.body = try CanonicalJSON.read(reader.text("body") ?? "")
    return row
  }
}

/// A row of what happened.
struct FactRow {
  /// What kind of thing happened.
  enum Kind: String {
    /// A task went from one state to another, or its contract was extended.
    case move
    /// A progress report was handed in.
    case report
    /// Money moved.
    case money
    /// An application was decided.
    case decision
    /// A connection came a step further.
    case step
    /// An agreement was reviewed.
    case review
  }

  var id: [UInt8]
  var record: [UInt8]
  var kind: Kind
  var position = 0
  var from = ""
  var state = ""
  var phase = ""
  var day: LocalDate
  var until: LocalDate?
  var amount: Int64?
  var number: Int?
  var document = SafeText.empty
  var note = SafeText.empty
  var recordedAt = Timestamp(milliseconds: 0)
  var actor = ""
  var isCancelled = false

  init(_ kind: Kind, id: [UInt8], of record: [UInt8], on day: LocalDate) {
    (self.kind, self.id, self.record, self.day) = (kind, id, record, day)
  }

  static let columns = [
    "f.id", "f.record", "f.kind", "f.position", "f.from_state", "f.state", "f.phase", "f.day",
    "f.until_day", "f.amount", "f.number", "f.document", "f.note", "f.recorded_at", "f.actor",
    "f.cancelled_at",
  ]

  init(_ row: any SQLRow) throws {
    guard let kind = Kind(rawValue: row.text(2)) else {
      throw StorageError.engine(code: "choice", message: "no kind \(row.text(2))")
    }
    self.init(
      kind, id: row.blob(0), of: row.blob(1),
      on: LocalDate(dayNumber: Int(row.integer(7))))
    position = Int(row.integer(3))
    (from, state, phase) = (row.text(4), row.text(5), row.text(6))
    until = row.isNull(8) ? nil : LocalDate(dayNumber: Int(row.integer(8)))
    amount = row.isNull(9) ? nil : row.integer(9)
    number = row.isNull(10) ? nil : Int(row.integer(10))
    (document, note) = (SafeText(escaping: row.text(11)), SafeText(escaping: row.text(12)))
    recordedAt = Timestamp(milliseconds: row.integer(13))
    actor = row.text(14)
    isCancelled = !row.isNull(15)
  }

  static let insert = """
    INSERT INTO programme_fact (id, record, kind, position, from_state, state, phase, day,
      until_day, amount, number, document, note, recorded_at, actor, cancelled_at, cancelled_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)
    """

  var values: [SQLValue] {
    [
      .blob(id), .blob(record), .text(kind.rawValue), .integer(position), .text(from),
      .text(state), .text(phase), .day(day), .day(until), amount.map { .integer($0) } ?? .null,
      .integer(number), .text(document), .text(note), .integer(recordedAt.milliseconds),
      .text(actor),
    ]
  }

  static func identifier<Entity>(_ bytes: [UInt8]?) throws -> Identifier<Entity> {
    guard let bytes, let id = Identifier<Entity>(bytes: bytes) else {
      throw StorageError.engine(code: "id", message: "no identity where one was stored")
    }
    return id
  }
}
