public import Incubation

/// One step of the schema. Once released its statements never change; a later step corrects them.
struct Migration: Sendable {
  /// Area and number: "shared-1". Areas grow side by side.
  let name: String
  /// Statements in the dialect that both engines share, with the names of `SQLDialect.schema`.
  let statements: [String]
}

/// Brings a database to the schema of this program.
public enum Schema {
  /// All steps, in the order in which they are applied.
  static let migrations: [Migration] =
    SharedSchema.migrations + PipelineSchema.migrations + CompetitionSchema.migrations
    + RegisterSchema.migrations + TrainingSchema.migrations + ProgrammeSchema.migrations

  /// What a database is, as far as its schema tells.
  public enum State: Hashable, Sendable {
    /// Nothing has been made in it.
    case empty
    /// All that this program knows is there.
    case current
    /// These steps are missing.
    case older(missing: [String])
    /// It has steps that this program does not know.
    case newer(unknown: [String])
  }

  /// What a database is.
  ///
  /// - Throws: `StorageError`.
  public static func state(of database: any SQLDatabase) async throws -> State {
    try await database.read { try state(on: $0) }
  }

  static func state(on connection: any SQLConnection) throws -> State {
    guard try tableExists("schema_migration", on: connection) else { return .empty }
    let applied = try connection.rows("SELECT name FROM schema_migration") { $0.text(0) }
    let known = migrations.map(\.name)
    let unknown = applied.filter { !known.contains($0) }
    if !unknown.isEmpty { return .newer(unknown: unknown.sorted()) }
    let missing = known.filter { !applied.contains($0) }
    return missing.isEmpty ? .current : .older(missing: missing)
  }

  /// Applies what is missing, all in one transaction.
  ///
  /// - Throws: `StorageError.newerSchema` when the database has steps that this program does not
  ///   know; nothing is changed then.
  public static func migrate(_ database: any SQLDatabase, at now: Timestamp) async throws {
    switch try await state(of: database) {
    case .current: return
    case .newer(let unknown): throw StorageError.newerSchema(unknown: unknown)
    case .empty, .older: break
    }
    try await database.write { try apply(on: $0, at: now) }
  }

  private static func apply(on connection: any SQLConnection, at now: Timestamp) throws {
    let dialect = connection.dialect
    // Two programs may start on a new database at once: the second waits here and finds it done.
    if dialect.engine == .postgres {
      try connection.forEachRow("SELECT pg_advisory_xact_lock(?)", [.integer(7_862_411)]) { _ in }
    }
    try connection.execute(
      dialect.schema(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
          name {key} PRIMARY KEY, applied_at {integer} NOT NULL)
        """))
    let applied = try Set(connection.rows("SELECT name FROM schema_migration") { $0.text(0) })
    for migration in migrations where !applied.contains(migration.name) {
      for statement in migration.statements {
        try connection.execute(dialect.schema(statement))
      }
      try connection.execute(
        "INSERT INTO schema_migration (name, applied_at) VALUES (?, ?)",
        [.text(migration.name), .integer(now.milliseconds)])
    }
  }

  private static func tableExists(_ name: String, on connection: any SQLConnection) throws -> Bool {
    let query =
      connection.dialect.engine == .sqlite
      ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
      : "SELECT 1 FROM information_schema.tables"
        + " WHERE table_schema = current_schema() AND table_name = ?"
    return try connection.first(query, [.text(name)]) { _ in true } ?? false
  }
}
