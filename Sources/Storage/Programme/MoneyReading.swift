import Incubation

/// Queries about money, inside a transaction.
enum MoneyReading {
  /// Everything that happened to the money of a source, those taken back too, in order.
  static func entries(
    ofSource source: [UInt8], on connection: any SQLConnection
  ) throws -> [MoneyEntry] {
    let columns = FactRow.columns.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns), r.kind FROM programme_fact f
      JOIN programme_record r ON r.id = f.record
      WHERE f.kind = 'money' AND (r.id = ? OR r.parent = ?) AND r.deleted_at IS NULL
      ORDER BY f.day, f.recorded_at, f.id
      """, [.blob(source), .blob(source)]
    ) { row in
      let fact = try FactRow(row)
      let isCommitment = row.text(FactRow.columns.count) == "commitment"
      return try ProgrammeColumns.entry(
        fact, source: source, commitment: isCommitment ? fact.record : nil)
    }
  }

  /// The lines of the ledger by day, those taken back left out.
  static func ledger(
    _ filter: LedgerFilter, of venture: Identifier<Venture>? = nil,
    on connection: any SQLConnection
  ) throws -> [LedgerLine] {
    let columns = FactRow.columns.joined(separator: ", ")
    let known = filter.knownAt?.milliseconds ?? .max
    let departments = try ProgrammeReading.departments(on: connection)
    let lines = try connection.rows(
      """
      SELECT \(columns), r.kind, r.code, r.title, r.item, r.department, s.id, s.code, t.code, v.code
      FROM programme_fact f JOIN programme_record r ON r.id = f.record
      JOIN programme_record s ON s.id = CASE WHEN r.kind = 'source' THEN r.id ELSE r.parent END
      LEFT JOIN programme_record t ON t.id = r.task
      LEFT JOIN venture v ON v.id = r.venture
      WHERE f.kind = 'money' AND f.day >= ? AND f.day <= ? AND f.recorded_at <= ?
        AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
        AND (r.deleted_at IS NULL OR r.deleted_at > ?) AND (? = 1 OR r.venture = ?)
      ORDER BY f.day, f.recorded_at, f.id
      """,
      [
        .integer(filter.from?.dayNumber ?? 0), .integer(filter.to?.dayNumber ?? 4_000_000),
        .integer(known), .integer(known), .integer(known),
        .integer(venture == nil ? 1 : 0), .blob(venture?.bytes ?? []),
      ]
    ) { try line($0, departments) }
    return lines.filter { filter.includes($0) }
  }

  private static func line(
    _ row: any SQLRow, _ departments: [Identifier<Organisation>: [DatedName]]
  ) throws -> LedgerLine {
    var fact = try FactRow(row)
    // What was taken back after the moment asked for counts as it did then.
    fact.isCancelled = false
    var reader = RowReader(row, from: FactRow.columns.count)
    let isCommitment = reader.string() == "commitment"
    let (code, title) = (reader.safe(), reader.safe())
    let item = reader.optionalInt()
    let department: Identifier<Organisation>? = try reader.optionalID()
    let source: Identifier<FundingSource> = try reader.id()
    let names = (source: reader.safe(), task: reader.safe(), venture: reader.safe())
    return LedgerLine(
      entry: try ProgrammeColumns.entry(
        fact, source: source.bytes, commitment: isCommitment ? fact.record : nil),
      source: names.source, commitment: isCommitment ? code : .empty, title: title,
      task: names.task, venture: names.venture,
      department: department.flatMap { departments[$0]?.name(on: fact.day) } ?? .empty,
      item: item)
  }

  static func commitments(
    of venture: Identifier<Venture>?, on connection: any SQLConnection
  ) throws -> [CommitmentRecord] {
    let rows = try ProgrammeReading.rows(.commitment, on: connection)
      .filter { venture == nil || $0.venture == venture?.bytes }
    let sources = try ProgrammeReading.rows(.source, on: connection)
    return try rows.map { row in
      let entries = try ProgrammeReading.facts(of: row.id, .money, on: connection).map {
        try ProgrammeColumns.entry($0, source: row.parent ?? [], commitment: row.id)
      }
      var balance = LedgerBalance()
      for entry in entries where !entry.isCancelled { balance.add(entry.kind, entry.amount) }
      return CommitmentRecord(
        commitment: try ProgrammeColumns.commitment(row),
        source: sources.first { $0.id == row.parent }?.title ?? .empty, balance: balance,
        entries: entries)
    }
  }
}
