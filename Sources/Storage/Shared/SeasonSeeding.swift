public import Incubation

/// Puts a made-up season into a new database, with its whole history, for the demo, the pictures
/// and the benchmarks.
public struct SeasonSeeding: Sendable {
  private let database: any SQLDatabase
  private let session: Session

  /// Seeds into this database, with identities from the session's random numbers.
  public init(_ database: any SQLDatabase, by session: Session) {
    self.database = database
    self.session = session
  }

  /// Writes places, departments, users and ventures.
  ///
  /// - Throws: `StorageError`.
  public func seed(_ season: DemoSeason) async throws {
    let session = session
    try await database.write { connection in
      let seeding = SeedWriting(WriteContext(connection, session))
      try seeding.seedDirectory(season)
      try seeding.seed(season.ventures)
    }
  }

  /// Writes more ventures.
  ///
  /// - Throws: `StorageError`.
  public func seed(_ ventures: [DemoVenture]) async throws {
    let session = session
    try await database.write { connection in
      try SeedWriting(WriteContext(connection, session)).seed(ventures)
    }
  }
}

extension SeasonSeeding {
  /// One transaction with the session's identities.
  func write(_ body: @escaping @Sendable (WriteContext) throws -> Void) async throws {
    let session = session
    try await database.write { try body(WriteContext($0, session)) }
  }
}

/// The same, inside a transaction.
struct SeedWriting {
  private let context: WriteContext
  private let connection: any SQLConnection

  init(_ context: WriteContext) {
    self.context = context
    connection = context.connection
  }

  func seedDirectory(_ season: DemoSeason) throws {
    let units = Dictionary(
      uniqueKeysWithValues: season.places.map { ($0.key, context.newID(AdminUnit.self)) })
    for place in season.places {
      try connection.execute(
        "INSERT INTO admin_unit (id, code, level, parent, successor) VALUES (?, ?, ?, ?, ?)",
        [
          .id(units[place.key]), .text(place.key), .text(place.level.rawValue),
          .id(place.parent.flatMap { units[$0] }), .id(place.successor.flatMap { units[$0] }),
        ])
      for (index, name) in place.names.enumerated() {
        try connection.execute(
          """
          INSERT INTO admin_unit_name (unit, position, name, name_key, valid_from, valid_to)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          [
            .id(units[place.key]), .integer(index), .text(name.name),
            .text(TextFolding.fold(name.name.string)), .day(name.from), .day(name.to),
          ])
      }
    }
    let departments = try season.departments.map { ($0.key, try insert($0, units)) }
    try insert(season.accounts, Dictionary(uniqueKeysWithValues: departments))
  }

  private func insert(
    _ department: DemoSeason.Department, _ units: [String: Identifier<AdminUnit>]
  ) throws -> Identifier<Organisation> {
    let id = context.newID(Organisation.self)
    try connection.execute(
      """
      INSERT INTO organisation (id, kind, name, name_key, tax_code, place, version)
      VALUES (?, 'department', ?, ?, NULL, ?, 1)
      """,
      [
        .id(id), .text(department.title.vietnamese),
        .text(TextFolding.fold(department.title.vietnamese.string)),
        .id(units[department.place]),
      ])
    for (index, name) in department.names.enumerated() {
      try connection.execute(
        """
        INSERT INTO organisation_name (organisation, position, name, valid_from, valid_to)
        VALUES (?, ?, ?, ?, ?)
        """, [.id(id), .integer(index), .text(name.name), .day(name.from), .day(name.to)])
    }
    return id
  }

  private func insert(
    _ accounts: [DemoSeason.Account], _ departments: [String: Identifier<Organisation>]
  ) throws {
    for account in accounts {
      try connection.execute(
        "INSERT INTO app_user (login, display_name, department) VALUES (?, ?, ?)",
        [
          .text(account.login), .text(account.displayName),
          .id(account.department.flatMap { departments[$0] }),
        ])
      for role in account.roles.sorted(by: { $0.rawValue < $1.rawValue }) {
        try connection.execute(
          "INSERT INTO user_role (login, role) VALUES (?, ?)",
          [.text(account.login), .text(role.rawValue)])
      }
    }
  }

  /// The rows of the ventures, by table.
  private struct Rows {
    var ventures: [[SQLValue]] = []
    var moves: [[SQLValue]] = []
    var notes: [[SQLValue]] = []
    var evidence: [[SQLValue]] = []
    /// Events with the moment by which they are put in order.
    var events: [(Int64, [SQLValue])] = []
  }

  func seed(_ ventures: [DemoVenture]) throws {
    let pipelines = try CatalogueReading.pipelines(on: connection)
    let byCode = Dictionary(uniqueKeysWithValues: pipelines.map { ($0.code, $0) })
    let directory = DirectoryWriting(context)
    try directory.preload()
    var counters = StageCounters()
    var rows = Rows()
    for venture in ventures {
      guard let pipeline = byCode[venture.pipeline] else {
        throw StorageError.notFound(entity: "pipeline")
      }
      try add(venture, pipeline, directory, &counters, &rows)
    }
    try directory.flush()
    try store(rows)
    try counters.store(on: connection)
    try raiseCodeCounter(ventures)
    try context.touch(.ventures, .directory)
  }

  private func add(
    _ seed: DemoVenture, _ pipeline: Pipeline, _ directory: DirectoryWriting,
    _ counters: inout StageCounters, _ rows: inout Rows
  ) throws {
    let venture = Venture(
      id: context.newID(), code: seed.code, content: seed.content, position: seed.position,
      version: 1 + max(0, seed.moves.count - 1) + seed.evidence.count)
    let organisation = try directory.organisation(for: seed.content)
    let insert = VentureInsert(
      venture: venture, stageIndex: pipeline.index(of: seed.position.stage) ?? 0,
      organisation: organisation,
      representative: try directory.representative(
        for: seed.content, organisation: organisation),
      unit: try directory.unit(for: seed.content))
    rows.ventures.append(insert.values)
    counters.count(seed.position, due: seed.content.nextStepDue, by: 1)
    addMoves(of: seed, venture, &rows)
    for remark in seed.remarks { add(remark, venture.id, &rows) }
    for evidence in seed.evidence { add(evidence, seed, venture.id, &rows) }
  }

  private func addMoves(of seed: DemoVenture, _ venture: Venture, _ rows: inout Rows) {
    var before: [String: JSONValue] = [:]
    for (index, step) in seed.moves.enumerated() {
      let move = StageMove(
        id: context.newID(), venture: venture.id, kind: step.kind, from: step.from, to: step.to,
        movedAt: step.movedAt, actor: step.actor, reason: step.reason)
      rows.moves.append(StageMoveInsert.values(of: move, at: index))
      let isEntry = index == 0
      let after: [String: JSONValue] =
        isEntry
        ? ["code": .string(seed.code.string), "title": .string(seed.content.title.string)]
        : ["stage": .string(step.to), "move": .string(move.id.description)]
      rows.events.append(
        event(
          isEntry ? .created : .moved, venture.id, step.actor, step.movedAt, before, after,
          step.reason))
      before = ["stage": .string(step.to)]
    }
  }

  private func add(
    _ remark: DemoVenture.Remark, _ venture: Identifier<Venture>, _ rows: inout Rows
  ) {
    let id = context.newID(Note.self)
    rows.notes.append([
      .id(id), .id(venture), .integer(remark.writtenAt.milliseconds), .text(remark.author),
      .text(remark.text),
    ])
    rows.events.append(
      event(
        .noted, venture, remark.author, remark.writtenAt, [:],
        ["note": .string(id.description), "text": .string(remark.text.string)], .empty))
  }

  private func add(
    _ evidence: Evidence, _ seed: DemoVenture, _ venture: Identifier<Venture>, _ rows: inout Rows
  ) {
    rows.evidence.append([
      .id(venture), .text(evidence.code), .integer(evidence.recordedOn.dayNumber),
      .text(evidence.reference),
    ])
    rows.events.append(
      event(
        .evidence, venture, seed.moves.first?.actor ?? "", evidence.recordedOn.at(hour: 10),
        ["code": .string(evidence.code)], VentureWriting.fields(evidence), .empty))
  }

  private func event(
    _ kind: ChangeSummary.Kind, _ venture: Identifier<Venture>, _ actor: String,
    _ moment: Timestamp, _ before: [String: JSONValue], _ after: [String: JSONValue],
    _ reason: SafeText
  ) -> (Int64, [SQLValue]) {
    let values: [SQLValue] = [
      .integer(moment.milliseconds), .text(actor), .text(kind.rawValue), .text(kind.rawValue),
      .id(venture), .text(WriteContext.json(before)), .text(WriteContext.json(after)),
      .text(reason),
    ]
    return (moment.milliseconds, values)
  }

  private func store(_ rows: Rows) throws {
    try connection.executeMany(VentureInsert.sql, rows.ventures)
    try connection.executeMany(StageMoveInsert.sql, rows.moves)
    try connection.executeMany(
      """
      INSERT INTO venture_note (id, venture, written_at, author, text, cancelled)
      VALUES (?, ?, ?, ?, ?, 0)
      """, rows.notes)
    try connection.executeMany(
      "INSERT INTO venture_evidence (venture, code, recorded_day, reference) VALUES (?, ?, ?, ?)",
      rows.evidence)
    let ordered = rows.events.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    try connection.executeMany(
      """
      INSERT INTO event (recorded_at, actor, kind, action, entity, entity_id, before_json,
        after_json, reason, undoes) VALUES (?, ?, ?, ?, 'venture', ?, ?, ?, ?, NULL)
      """, ordered.map(\.element.1))
  }

  /// The numbers of the season are not given out again.
  private func raiseCodeCounter(_ ventures: [DemoVenture]) throws {
    let prefix = try VentureCodes.prefix(on: connection)
    let numbers = ventures.compactMap { Int($0.code.string.dropFirst(prefix.count + 1)) }
    try connection.execute(
      """
      INSERT INTO code_counter (prefix, last) VALUES (?, ?)
      ON CONFLICT (prefix) DO UPDATE
      SET last = CASE WHEN excluded.last > code_counter.last THEN excluded.last
        ELSE code_counter.last END
      """, [.text(prefix), .integer(numbers.max() ?? 0)])
  }
}
