import Storage
import StoragePostgres
import Synchronization
import TestSupport
import Testing

/// A database of one test, on the server of the test process.
struct TestDatabase {
  let cluster: PostgresCluster
  let name: String
  let database: PostgresDatabase

  /// Opens a fresh database with the tables that the change feed needs.
  init(
    _ options: PostgresOptions = PostgresOptions(), cluster: PostgresCluster? = nil
  ) async throws {
    self.cluster = try cluster ?? PostgresCluster.shared()
    name = try self.cluster.freshDatabase()
    try self.cluster.psql(
      """
      CREATE TABLE change_topic (topic TEXT PRIMARY KEY, seq BIGINT NOT NULL);
      INSERT INTO change_topic VALUES ('ventures', 0), ('users', 0), ('of-a-newer-program', 0);
      CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT, data BYTEA);
      """, database: name)
    database = try await Self.open(self.cluster, name, options)
  }

  /// One more program on the same database.
  func another(_ options: PostgresOptions = PostgresOptions()) async throws -> PostgresDatabase {
    try await Self.open(cluster, name, options)
  }

  private static func open(
    _ cluster: PostgresCluster, _ name: String, _ options: PostgresOptions
  ) async throws -> PostgresDatabase {
    try await PostgresDatabase.open(
      PostgresURL(cluster.url(name)), options: options,
      random: { UInt64.random(in: 0...UInt64.max) }
    )
  }

  /// Ends every connection to the database that is not our own.
  func terminateBackends() throws {
    try cluster.psql(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = '\(name)' AND pid <> pg_backend_pid()
      """, database: name)
  }

  /// How many connections programs have to the database.
  func connectionCount() throws -> Int {
    let text = try cluster.psql(
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = '\(name)' AND application_name = 'vuonuom'
      """)
    return Int(text.filter(\.isNumber)) ?? -1
  }
}

/// What tests do to a connection again and again.
extension SQLConnection {
  /// A number that a query answers; nil without a row.
  func number(_ sql: String, _ values: [SQLValue] = []) throws -> Int64? {
    try first(sql, values) { $0.integer(0) }
  }

  /// Lets the server refuse with a state of our choice.
  func refuse(_ state: String) throws {
    try execute("DO $$ BEGIN RAISE EXCEPTION 'asked for' USING ERRCODE = '\(state)'; END $$")
  }

  /// What every write of the program does at its end.
  func ring(_ topic: ChangeTopic) throws {
    try execute("UPDATE change_topic SET seq = seq + 1 WHERE topic = ?", [.text(topic.rawValue)])
    try execute("SELECT pg_notify('vuonuom', '')")
  }
}

/// Transactions of one statement.
extension PostgresDatabase {
  func write(_ sql: String) async throws { try await write { _ = try $0.execute(sql) } }

  func read(_ sql: String) async throws { try await read { _ = try $0.execute(sql) } }
}

/// A count that closures on other threads share.
final class Counter: Sendable {
  private let value = Mutex(0)

  /// One more; the new count.
  @discardableResult
  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }

  var count: Int { value.withLock { $0 } }
}

/// Random numbers by a seed (SplitMix64), so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
