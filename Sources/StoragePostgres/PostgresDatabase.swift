public import Storage
import Synchronization

/// A database on a PostgreSQL server.
///
/// Reads and writes have a connection and a thread each, so that a list can be looked at while an
/// import is written. Nothing blocks the thread of the caller.
public final class PostgresDatabase: SQLDatabase {
  /// Where it is.
  public let url: PostgresURL
  private let options: PostgresOptions
  private let random: @Sendable () -> UInt64
  private let reading: Lane
  private let writing: Lane
  private let connector: PostgresConnector
  private let watchers = Mutex(Watchers())
  private let baseline = Mutex<TopicCounts?>(nil)

  private struct Watchers {
    var running: [Int: ChangeWatcher] = [:]
    var next = 0
    var isClosed = false
  }

  /// Connects to a server.
  ///
  /// `random` spreads the waiting of those who try again, and names tests of the connection.
  ///
  /// - Throws: `StorageError.unavailable` when no host of the address answers, or libpq is missing.
  public static func open(
    _ url: PostgresURL, options: PostgresOptions = PostgresOptions(),
    random: @escaping @Sendable () -> UInt64
  ) async throws -> PostgresDatabase {
    try LibPQ.require()
    let database = try PostgresDatabase(url, options, random)
    do {
      // Changes count from here, so that nothing is missed between the first load and the feed.
      let counts = try await database.read { try TopicCounts($0) }
      database.baseline.withLock { $0 = counts }
      return database
    } catch {
      await database.close()
      throw error
    }
  }

  private init(
    _ url: PostgresURL, _ options: PostgresOptions, _ random: @escaping @Sendable () -> UInt64
  ) throws(StorageError) {
    self.url = url
    self.options = options
    self.random = random
    connector = PostgresConnector(url: url, options: options)
    let reading = try Lane(connector, random: random)
    self.reading = reading
    do throws(StorageError) {
      writing = try Lane(connector, random: random)
    } catch {
      reading.abandon()
      throw error
    }
  }

  deinit {
    reading.abandon()
    writing.abandon()
  }

  /// What this engine does differently.
  public var dialect: SQLDialect { SQLDialect(.postgres) }

  /// Host and database. Never the login, never a secret.
  public var displayName: String { url.displayName }

  /// Runs a read-only transaction, all of one moment (REPEATABLE READ).
  ///
  /// - Throws: `StorageError`, and what `body` throws.
  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let kind = PostgresTransaction.Kind.reading(options)
    return try await reading.run { try $0.transaction(kind, body) }
  }

  /// Runs a write transaction (READ COMMITTED: whoever must not be overtaken takes a row lock or
  /// checks a version). `body` runs again when others were in its way, or when the connection was
  /// lost before the end.
  ///
  /// - Throws: `StorageError`, `.outcomeUnknown` when the connection was lost while the server
  ///   confirmed, and what `body` throws.
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let kind = PostgresTransaction.Kind.writing(options)
    return try await writing.run { try $0.transaction(kind, body) }
  }

  /// Runs a write transaction whose statements may take longer than usual: `seconds` each.
  ///
  /// - Throws: as `write`.
  public func longWrite<T: Sendable>(
    seconds: Int, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let kind = PostgresTransaction.Kind.long(milliseconds: seconds * 1000, after: "SELECT 1")
    return try await writing.run { try $0.transaction(kind, body) }
  }

  /// Runs a write transaction that changes the schema. One program at a time does so: the others
  /// wait, and see what it did. Each statement may take 10 minutes.
  ///
  /// - Throws: as `write`.
  public func withMigrationLock<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let kind = PostgresTransaction.Kind.long(
      milliseconds: 600_000, after: Self.migrationLock)
    return try await writing.run { try $0.transaction(kind, body) }
  }

  /// The number is "vuonuom" in ASCII. The lock ends with the transaction.
  private static let migrationLock = "SELECT pg_advisory_xact_lock(33343168706867053)"

  /// The login that the server knows, which no setting of the session can change.
  ///
  /// - Throws: `StorageError`.
  public func sessionUser() async throws -> String {
    try await read { try $0.first("SELECT session_user") { $0.text(0) } ?? "" }
  }

  /// What changed since the last report, by topic, on a connection of its own. The first report
  /// counts from the opening of the database. It ends with the task that reads it.
  public func changes() -> AsyncStream<ChangeNotice> {
    let (stream, continuation) = AsyncStream.makeStream(of: ChangeNotice.self)
    let watcher = ChangeWatcher(
      connector, random: random, baseline: baseline.withLock { $0 }, report: continuation)
    let number = watchers.withLock { watchers -> Int? in
      guard !watchers.isClosed, let watcher else { return nil }
      watchers.next += 1
      watchers.running[watchers.next] = watcher
      return watchers.next
    }
    guard let watcher, let number else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      watcher.stop()
      _ = self?.watchers.withLock { $0.running.removeValue(forKey: number) }
    }
    watcher.start()
    return stream
  }

  /// Ends the feeds of changes and what was begun, and closes the connections.
  public func close() async {
    let running = watchers.withLock { watchers in
      watchers.isClosed = true
      return Array(watchers.running.values)
    }
    for watcher in running { watcher.finish() }
    await reading.close()
    await writing.close()
  }
}
