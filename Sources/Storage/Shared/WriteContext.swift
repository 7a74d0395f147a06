import Incubation

/// What every verb that writes shares: who, when, identities, the event, the topics.
final class WriteContext {
  let connection: any SQLConnection
  let session: Session
  let now: Timestamp
  private var identifiers: IdentifierSource
  private var touched: Set<ChangeTopic> = []

  init(_ connection: any SQLConnection, _ session: Session) {
    self.connection = connection
    self.session = session
    now = session.now()
    identifiers = IdentifierSource(random: session.random)
  }

  func newID<Entity>(_: Entity.Type = Entity.self) -> Identifier<Entity> {
    identifiers.next(at: now)
  }

  /// - Throws: `StorageError.notAllowed`.
  func require(_ permission: Permission) throws {
    guard session.user.may(permission) else {
      throw StorageError.notAllowed(permission, login: session.user.login)
    }
  }

  /// What is written to the record of changes.
  struct Entry {
    var kind: ChangeSummary.Kind
    /// The change whose fields `before` and `after` are: itself, or the one that was undone.
    var action: ChangeSummary.Kind
    var entity = "venture"
    var entityID: [UInt8]
    var before: [String: JSONValue]
    var after: [String: JSONValue]
    var reason: SafeText = .empty
    var undoes: Int64?
  }

  /// Writes an event and returns its number.
  func record(_ entry: Entry) throws -> Int64 {
    let numbers = try connection.rows(
      """
      INSERT INTO event (recorded_at, actor, kind, action, entity, entity_id, before_json,
        after_json, reason, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
      """,
      [
        .integer(now.milliseconds), .text(session.user.login), .text(entry.kind.rawValue),
        .text(entry.action.rawValue), .text(entry.entity), .blob(entry.entityID),
        .text(Self.json(entry.before)), .text(Self.json(entry.after)), .text(entry.reason),
        entry.undoes.map { .integer($0) } ?? .null,
      ]
    ) { $0.integer(0) }
    return numbers[0]
  }

  static func json(_ fields: [String: JSONValue]) -> String {
    fields.isEmpty ? "" : CanonicalJSON.write(fields)
  }

  /// Holds a row until the end of the transaction, where the engine lets several write at once.
  func lockRow(_ sql: String, _ value: SQLValue) throws {
    guard connection.dialect.engine == .postgres else { return }
    try connection.forEachRow(sql, [value]) { _ in }
  }

  /// Tells the change feed which kinds of records this transaction changed.
  func touch(_ topics: ChangeTopic...) throws {
    for topic in topics where touched.insert(topic).inserted {
      try connection.execute(
        "UPDATE change_topic SET seq = seq + 1 WHERE topic = ?", [.text(topic.rawValue)])
      guard connection.dialect.engine == .postgres else { continue }
      try connection.forEachRow("SELECT pg_notify('vuonuom', '')", []) { _ in }
    }
  }
}
