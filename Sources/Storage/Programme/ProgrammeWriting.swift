import Incubation

/// What all verbs about records and facts share, inside a transaction.
struct ProgrammeWriting {
  let context: WriteContext
  var connection: any SQLConnection { context.connection }
  var today: LocalDate { context.session.today() }

  /// Does what the rules decide, with their refusal as an error of storage.
  static func ruled<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as ProgrammeRefusal {
      throw StorageError.programmeRefused(refusal)
    }
  }

  /// The words that an event is about a record of a kind, or about what happened to one.
  static func entity(_ kind: ProgrammeRow.Kind) -> String { "programme-" + kind.rawValue }

  func locked(
    _ id: [UInt8], _ kind: ProgrammeRow.Kind, deletedToo: Bool = false
  ) throws -> ProgrammeRow {
    try context.lockRow("SELECT 1 FROM programme_record WHERE id = ? FOR UPDATE", .blob(id))
    return try ProgrammeReading.row(id, kind, deletedToo: deletedToo, on: connection)
  }

  /// - Throws: `StorageError.conflict` when somebody else changed it since it was read.
  func expect(_ version: Int, of row: ProgrammeRow) throws {
    guard row.version != version else { return }
    let last = try connection.first(
      "SELECT actor, recorded_at FROM event WHERE entity_id = ? ORDER BY number DESC LIMIT 1",
      [.blob(row.id)]
    ) { ($0.text(0), Timestamp(milliseconds: $0.integer(1))) }
    throw StorageError.conflict(
      Conflict(
        title: row.title.string, changedBy: last?.0 ?? "", changedAt: last?.1 ?? context.now,
        currentVersion: row.version, expectedVersion: version, differences: []))
  }

  func nextCode(_ prefix: String) throws -> SafeText {
    VentureCodes.code(prefix, try TrainingWriting.nextNumber(of: prefix, on: connection))
  }

  func record(
    _ kind: ChangeSummary.Kind, action: ChangeSummary.Kind? = nil, _ row: ProgrammeRow,
    before: [String: JSONValue] = [:], after: [String: JSONValue] = [:],
    reason: SafeText = .empty, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.touch(.programme)
    let event = try context.record(
      WriteContext.Entry(
        kind: kind, action: action ?? kind, entity: Self.entity(row.kind), entityID: row.id,
        before: before, after: after, reason: reason, undoes: undoes))
    return ChangeReceipt(
      event: event, summary: ChangeSummary(kind: action ?? kind, title: row.title))
  }

  /// A new record.
  func insert(_ row: ProgrammeRow) throws -> ChangeReceipt {
    if row.title.isBlank { throw StorageError.programmeRefused(.titleMissing) }
    let key = TextFolding.fold(row.code.string)
    let isTaken = try connection.first(
      "SELECT 1 FROM programme_record WHERE kind = ? AND code_key = ?",
      [.text(row.kind.rawValue), .text(key)]
    ) { _ in true }
    if isTaken != nil { throw StorageError.duplicate(row.code.string) }
    try connection.execute(ProgrammeRow.insert, row.values(recordedAt: context.now))
    return try record(.created, row, after: row.snapshot)
  }

  /// Writes what a person edited.
  func write(
    _ row: ProgrammeRow, over current: ProgrammeRow, kind: ChangeSummary.Kind = .edited,
    undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    if row.title.isBlank { throw StorageError.programmeRefused(.titleMissing) }
    try connection.execute(ProgrammeRow.update, row.updating)
    return try record(
      kind, action: .edited, row, before: current.snapshot, after: row.snapshot, undoes: undoes)
  }

  /// Adds what happened, and writes the record's projection of it.
  func add(
    _ fact: FactRow, to row: ProgrammeRow, kind: ChangeSummary.Kind = .moved,
    undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    var fact = fact
    fact.position = try ProgrammeReading.nextPosition(of: row.id, on: connection)
    fact.recordedAt = context.now
    fact.actor = context.session.user.login
    try connection.execute(FactRow.insert, fact.values)
    try connection.execute(ProgrammeRow.update, row.updating)
    let id: Identifier<TaskMove> = try FactRow.identifier(fact.id)
    return try record(
      kind, action: .moved, row, after: ["fact": .string(id.description)], reason: fact.note,
      undoes: undoes)
  }
}
