import Incubation

/// Queries about records and what happened to them, inside a transaction.
enum ProgrammeReading {
  static func row(
    _ id: [UInt8], _ kind: ProgrammeRow.Kind, deletedToo: Bool = false,
    on connection: any SQLConnection
  ) throws -> ProgrammeRow {
    let columns = ProgrammeRow.columns.joined(separator: ", ")
    let found = try connection.first(
      """
      SELECT \(columns) FROM programme_record r
      WHERE r.id = ? AND r.kind = ? AND (? = 1 OR r.deleted_at IS NULL)
      """, [.blob(id), .text(kind.rawValue), .integer(deletedToo ? 1 : 0)], ProgrammeRow.init)
    guard let found else { throw StorageError.notFound(entity: kind.rawValue) }
    return found
  }

  /// All of a kind, by their numbers.
  static func rows(
    _ kind: ProgrammeRow.Kind, on connection: any SQLConnection
  ) throws -> [ProgrammeRow] {
    let columns = ProgrammeRow.columns.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns) FROM programme_record r
      WHERE r.kind = ? AND r.deleted_at IS NULL ORDER BY r.code_key, r.id
      """, [.text(kind.rawValue)], ProgrammeRow.init)
  }

  /// Those of a kind that belong to a venture, by their first day.
  static func rows(
    _ kind: ProgrammeRow.Kind, of venture: Identifier<Venture>, on connection: any SQLConnection
  ) throws -> [ProgrammeRow] {
    let columns = ProgrammeRow.columns.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns) FROM programme_record r
      WHERE r.venture = ? AND r.kind = ? AND r.deleted_at IS NULL
      ORDER BY COALESCE(r.first_day, r.state_day), r.code_key
      """, [.id(venture), .text(kind.rawValue)], ProgrammeRow.init)
  }

  static func identity(
    of code: String, _ kind: ProgrammeRow.Kind, on connection: any SQLConnection
  ) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT id FROM programme_record WHERE kind = ? AND code_key = ? AND deleted_at IS NULL
      """, [.text(kind.rawValue), .text(TextFolding.fold(code))]
    ) { $0.blob(0) }
  }

  /// What happened to a record, in the order in which it was recorded; of one kind.
  static func facts(
    of record: [UInt8], _ kind: FactRow.Kind, on connection: any SQLConnection
  ) throws -> [FactRow] {
    let columns = FactRow.columns.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns) FROM programme_fact f WHERE f.record = ? AND f.kind = ?
      ORDER BY f.position
      """, [.blob(record), .text(kind.rawValue)], FactRow.init)
  }

  static func nextPosition(of record: [UInt8], on connection: any SQLConnection) throws -> Int {
    try connection.first(
      "SELECT COALESCE(MAX(position), -1) + 1 FROM programme_fact WHERE record = ?",
      [.blob(record)]
    ) { Int($0.integer(0)) } ?? 0
  }

  // MARK: Regimes

  /// The regimes as the database has them, else as they are shipped.
  static func regimes(on connection: any SQLConnection) throws -> [TaskRegime] {
    let own = try connection.rows("SELECT body FROM programme_regime ORDER BY code") { row in
      try TaskRegime(json: JSONValue.parse(row.text(0)))
    }
    let shipped = ShippedRegimes.all.filter { regime in !own.contains { $0.code == regime.code } }
    return (own + shipped).sorted { $0.from < $1.from }
  }

  static func regime(_ code: String, on connection: any SQLConnection) throws -> TaskRegime {
    let all = try regimes(on: connection)
    guard let found = all.first(where: { $0.code == code }) else {
      throw StorageError.programmeRefused(
        .unknownRegime(SafeText(escaping: code), known: all.map(\.code)))
    }
    return found
  }

  // MARK: Departments

  /// The departments with their dated names.
  static func departments(
    on connection: any SQLConnection
  ) throws -> [Identifier<Organisation>: [DatedName]] {
    var found: [Identifier<Organisation>: [DatedName]] = [:]
    try connection.forEachRow(
      """
      SELECT o.id, COALESCE(n.name, o.name), n.valid_from, n.valid_to FROM organisation o
      LEFT JOIN organisation_name n ON n.organisation = o.id
      WHERE o.kind = 'department' ORDER BY o.id, n.position
      """, []
    ) { row in
      var reader = RowReader(row)
      let id: Identifier<Organisation> = try reader.id()
      found[id, default: []].append(
        DatedName(reader.safe(), from: reader.optionalDay(), to: reader.optionalDay()))
    }
    return found
  }

  /// Projections that do not agree with what happened: the codes of their records.
  static func disagreements(on connection: any SQLConnection) throws -> [String] {
    try connection.rows(
      """
      SELECT r.code FROM programme_record r JOIN programme_fact f ON f.record = r.id
      WHERE r.kind IN ('task', 'connection') AND f.kind IN ('move', 'step')
        AND f.position = (SELECT MAX(x.position) FROM programme_fact x
          WHERE x.record = r.id AND x.kind IN ('move', 'step') AND x.cancelled_at IS NULL)
        AND f.state <> r.state
      ORDER BY r.code
      """
    ) { $0.text(0) }
  }
}
