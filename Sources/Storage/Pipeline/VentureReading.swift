import Incubation

/// Queries about ventures, inside a transaction.
enum VentureReading {
  static func page(
    _ filter: VentureFilter, sort: VentureSort, offset: Int, limit: Int, today: LocalDate,
    on connection: any SQLConnection
  ) throws -> VenturePage {
    let conditions = try conditions(filter, today, connection)
    let total = try count(filter, conditions, connection)
    let rows = try connection.rows(
      """
      SELECT \(VentureColumns.summary.joined(separator: ", ")) FROM venture
      WHERE \(conditions.sql) ORDER BY \(sort.sql) LIMIT ? OFFSET ?
      """,
      conditions.values + [.integer(max(0, limit)), .integer(max(0, offset))],
      VentureColumns.summary)
    return VenturePage(total: total, offset: max(0, offset), rows: rows)
  }

  static func conditions(
    _ filter: VentureFilter, _ today: LocalDate, _ connection: any SQLConnection
  ) throws -> VentureConditions {
    let pipelines = filter.onlyStalled ? try CatalogueReading.pipelines(on: connection) : []
    return VentureConditions(filter, pipelines: pipelines, today: today)
  }

  /// How many there are. A whole pipeline is known from the counters, without touching its rows.
  private static func count(
    _ filter: VentureFilter, _ conditions: VentureConditions, _ connection: any SQLConnection
  ) throws -> Int {
    if let pipeline = filter.pipeline, filter == VentureFilter(pipeline: pipeline) {
      return try connection.first(
        """
        SELECT COALESCE(SUM(n), 0) FROM stage_day
        WHERE pipeline = ? AND kind IN ('entered', 'resting')
        """, [.text(pipeline)]
      ) { Int($0.integer(0)) } ?? 0
    }
    return try connection.first(
      "SELECT COUNT(*) FROM venture WHERE \(conditions.sql)", conditions.values
    ) { Int($0.integer(0)) } ?? 0
  }

  static func position(
    of id: Identifier<Venture>, in filter: VentureFilter, sort: VentureSort, today: LocalDate,
    on connection: any SQLConnection
  ) throws -> Int? {
    let conditions = try conditions(filter, today, connection)
    let comparison = sort.descending ? ">" : "<"
    let columns = sort.columns
    let others = columns.map { column in
      column.hasPrefix("COALESCE") ? "COALESCE(v." + column.dropFirst(9) : "v." + column
    }
    return try connection.first(
      """
      SELECT (SELECT COUNT(*) FROM venture WHERE \(conditions.sql)
        AND (\(columns.joined(separator: ", "))) \(comparison)
          (\(others.joined(separator: ", "))))
      FROM venture v WHERE v.id = ? AND EXISTS
        (SELECT 1 FROM venture WHERE \(conditions.sql) AND id = ?)
      """, conditions.values + [.id(id)] + conditions.values + [.id(id)]
    ) { Int($0.integer(0)) }
  }

  static func venture(_ id: Identifier<Venture>, on connection: any SQLConnection) throws -> Venture
  {
    let columns = (VentureColumns.head + VentureColumns.content).joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM venture WHERE id = ? AND deleted = 0", [.id(id)],
      VentureColumns.venture)
    guard let found else { throw StorageError.notFound(entity: "venture") }
    return found
  }

  static func record(_ id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> VentureRecord
  {
    VentureRecord(
      venture: try venture(id, on: connection), moves: try moves(of: id, on: connection),
      notes: try notes(of: id, on: connection), evidence: try evidence(of: id, on: connection),
      team: try team(of: id, on: connection), events: try events(of: id, on: connection),
      names: try names(on: connection))
  }

  /// The names of all users: there are few, and one query is less than asking for each actor.
  private static func names(on connection: any SQLConnection) throws -> [String: SafeText] {
    let found = try connection.rows("SELECT login, display_name FROM app_user", []) { row in
      (row.text(0), SafeText(escaping: row.text(1)))
    }
    return Dictionary(found.filter { !$0.1.isBlank }, uniquingKeysWith: { first, _ in first })
  }

  static func moves(of id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> [StageMove]
  {
    try connection.rows(
      """
      SELECT id, kind, from_stage, to_stage, moved_at, actor, reason, cancels
      FROM stage_move WHERE venture = ? ORDER BY position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return StageMove(
        id: try reader.id(), venture: id, kind: try reader.choice(),
        from: reader.optionalString(), to: reader.string(),
        movedAt: Timestamp(milliseconds: reader.int64()), actor: reader.string(),
        reason: reader.safe(), cancels: try reader.optionalID())
    }
  }

  private static func notes(of id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> [Note]
  {
    try connection.rows(
      """
      SELECT id, written_at, author, text FROM venture_note
      WHERE venture = ? AND cancelled = 0 ORDER BY written_at DESC, id DESC
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return Note(
        id: try reader.id(), writtenAt: Timestamp(milliseconds: reader.int64()),
        author: reader.string(), text: reader.safe())
    }
  }

  static func evidence(of id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> [Evidence]
  {
    try connection.rows(
      """
      SELECT code, recorded_day, reference FROM venture_evidence
      WHERE venture = ? ORDER BY recorded_day, code
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return Evidence(code: reader.string(), recordedOn: reader.day(), reference: reader.safe())
    }
  }

  static func team(of id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> [TeamMember]
  {
    try connection.rows(
      """
      SELECT m.duty, p.id, p.full_name, p.birth_year, p.phone, p.email, p.organisation, p.version
      FROM venture_member m JOIN person p ON p.id = m.person
      WHERE m.venture = ? ORDER BY m.position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let duty = reader.safe()
      let person = Person(
        id: try reader.id(), fullName: reader.safe(), birthYear: reader.optionalInt(),
        phone: reader.optionalString().map(PhoneNumber.init(stored:)), email: reader.safe(),
        organisation: try reader.optionalID(), roles: [.founder], version: reader.int())
      return TeamMember(person: person, duty: duty)
    }
  }

  private static func events(of id: Identifier<Venture>, on connection: any SQLConnection) throws
    -> [Event]
  {
    try connection.rows(
      """
      SELECT number, recorded_at, actor, kind, entity, entity_id, before_json, after_json, reason
      FROM event WHERE entity_id = ? ORDER BY number DESC LIMIT 200
      """, [.id(id)]
    ) { row in
      Event(
        number: row.integer(0), recordedAt: Timestamp(milliseconds: row.integer(1)),
        actor: row.text(2), kind: ChangeSummary.Kind(rawValue: row.text(3)) ?? .edited,
        entity: row.text(4), entityID: row.blob(5), before: row.text(6), after: row.text(7),
        reason: SafeText(escaping: row.text(8)))
    }
  }
}
