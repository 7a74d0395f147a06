import Dispatch
import Foundation
import GRDB
import GRDBSQLite
public import Storage
import Synchronization

/// The embedded database: one SQLite file, or one in memory for tests.
///
/// Two connections: one that writes, under the write gate, and one that only reads, so that a
/// screen is drawn while an import is being published.
public final class SQLiteDatabase: SQLDatabase {
  /// How a file is opened.
  public struct Options: Sendable {
    /// Whether a missing file is made.
    public var creates = false
    /// Whether the file is only read.
    public var isReadOnly = false
    /// Whether a file system with doubtful locks is accepted.
    public var allowsUnsafeFileSystem = false
    /// How long a write waits for its turn, in milliseconds.
    public var patienceMilliseconds = 10_000
    /// How often other processes' changes are looked for, in milliseconds.
    public var pollMilliseconds: Int32 = 250
    /// The level of `PRAGMA synchronous` that is set; anything but FULL is refused, which is how
    /// a test breaks it.
    public var synchronous = "FULL"

    /// Opens an existing file for reading and writing.
    public init() {}
  }

  /// SQLite's dialect.
  public let dialect = SQLDialect(.sqlite)
  /// The path, or nil in memory.
  public let path: String?
  /// The name of the file without its folder.
  public var displayName: String { path.map { ($0 as NSString).lastPathComponent } ?? "memory" }

  private let writer: DatabaseQueue
  private let reader: DatabaseQueue
  private let gate: WriteGate?
  private let watcher: SQLiteWatcher
  private let isReadOnly: Bool

  /// Opens a file.
  ///
  /// - Throws: `StorageError`: `.notFound` for a missing file that is not to be made, and all that
  ///   speaks against the file.
  public init(path: String, options: Options = Options()) throws {
    let presence = try SQLiteFile.inspect(
      path, allowsUnsafeFileSystem: options.allowsUnsafeFileSystem)
    if presence == .missing {
      guard options.creates else { throw StorageError.notFound(entity: "database") }
      try Self.makeFile(path)
    }
    self.path = path
    isReadOnly = options.isReadOnly
    let gate =
      isReadOnly
      ? nil
      : try WriteGate(
        path: path + ".lock", patienceMilliseconds: options.patienceMilliseconds)
    self.gate = gate
    if isReadOnly {
      let queue = try Self.openReader(path)
      (writer, reader) = (queue, queue)
    } else {
      writer = try Self.openWriter(path, gate: gate, options: options)
      reader = try Self.openReader(path)
    }
    watcher = SQLiteWatcher(
      pollMilliseconds: options.pollMilliseconds, open: { try Self.openReader(path) })
  }

  /// A database in memory, for tests.
  public init(inMemory: Void) throws {
    path = nil
    gate = nil
    isReadOnly = false
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA foreign_keys = ON") }
    let queue = try SQLiteErrors.translating { try DatabaseQueue(configuration: configuration) }
    (writer, reader) = (queue, queue)
    watcher = SQLiteWatcher(pollMilliseconds: -1, open: { queue })
  }

  private static func makeFile(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard descriptor >= 0 || errno == EEXIST else {
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    if descriptor >= 0 {
      fchmod(descriptor, 0o660)
      _ = Foundation.close(descriptor)
    }
  }

  private static func openWriter(
    _ path: String, gate: WriteGate?, options: Options
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "vuonuom.writer"
    let queue = try opening(path) { try DatabaseQueue(path: path, configuration: configuration) }
    let prepare = { @Sendable (database: Database) throws in
      if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
        try database.execute(sql: "PRAGMA application_id = \(SQLiteFile.applicationID)")
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try database.execute(
        sql: """
          PRAGMA synchronous = \(options.synchronous); PRAGMA foreign_keys = ON;
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
          """)
      guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
        throw StorageError.notDurable("synchronous = FULL")
      }
      guard try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1 else {
        throw StorageError.notDurable("foreign_keys = ON")
      }
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
        throw StorageError.notDurable("journal_mode = WAL")
      }
    }
    try opening(path) {
      // Turning a new file to WAL writes to it, so it waits for its turn like any other write.
      try gate?.run { try queue.writeWithoutTransaction(prepare) }
    }
    return queue
  }

  fileprivate static func openReader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.label = "vuonuom.reader"
    return try opening(path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  private static func opening<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try SQLiteErrors.translating(body)
    } catch StorageError.notADatabase {
      throw StorageError.notADatabase(path: path)
    } catch StorageError.unavailable(let reason) {
      throw StorageError.cannotOpen(path: path, reason: reason)
    }
  }

  // MARK: Transactions

  /// Runs a read-only transaction.
  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await Self.run(on: reader) { database in
      try Self.transaction("BEGIN DEFERRED", database, body)
    }
  }

  /// Runs a write transaction under the write gate.
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    if isReadOnly { throw StorageError.readOnly }
    let gate = gate
    let result = try await Self.run(on: writer) { database in
      guard let gate else { return try Self.transaction("BEGIN IMMEDIATE", database, body) }
      return try gate.run { try Self.transaction("BEGIN IMMEDIATE", database, body) }
    }
    watcher.poke()
    return result
  }

  private static func run<T: Sendable>(
    on queue: DatabaseQueue, _ body: @escaping @Sendable (Database) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.asyncWriteWithoutTransaction { database in
        continuation.resume(with: Result { try body(database) })
      }
    }
  }

  private static func transaction<T>(
    _ begin: String, _ database: Database, _ body: (any SQLConnection) throws -> T
  ) throws -> T {
    let connection = SQLiteConnection(database)
    try connection.execute(begin)
    do {
      let result = try body(connection)
      try connection.execute("COMMIT")
      return result
    } catch {
      // After a full disk SQLite has rolled back already; a second rollback fails harmlessly.
      _ = try? connection.execute("ROLLBACK")
      throw error
    }
  }

  /// What changed, by this process and by others.
  public func changes() -> AsyncStream<ChangeNotice> { watcher.changes() }

  /// Closes the connections. The last one to close folds the log into the file, so this happens
  /// under the gate as well.
  public func close() async {
    watcher.stop()
    try? reader.close()
    guard let gate else {
      try? writer.close()
      return
    }
    try? gate.run { try writer.close() }
  }
}

extension SQLiteDatabase {
  /// Facts for the doctor: version of SQLite, level of `synchronous`, whether the lock is free and
  /// who holds it, type of the file system.
  public struct Facts: Sendable {
    /// Version of the SQLite library: "3.40.1".
    public var engineVersion: String
    /// Level of `PRAGMA synchronous` of the writing connection: 2 is FULL.
    public var synchronous: Int
    /// Whether the write lock can be had at this moment.
    public var isLockFree: Bool
    /// The process that holds the lock; nil when nobody says so.
    public var lockHolder: Int32?
    /// Name of a file system whose locks are not to be trusted; nil for all others.
    public var unsafeFileSystem: String?
  }

  /// Looks at the open database.
  ///
  /// - Throws: `StorageError`.
  public func facts() async throws -> Facts {
    let synchronous = try await Self.run(on: writer) { database in
      try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
    }
    return Facts(
      engineVersion: String(cString: sqlite3_libversion()), synchronous: synchronous,
      isLockFree: gate?.isFree() ?? true, lockHolder: gate?.holder(),
      unsafeFileSystem: path.flatMap(SQLiteFile.unsafeFileSystem(of:)))
  }

  /// Writes a consistent copy while others go on writing, and verifies it.
  ///
  /// - Throws: `StorageError`; then there is no file at `target`, or the one that was there before.
  public func backUp(to target: String) async throws {
    let temporary = target + ".part"
    unlink(temporary)
    defer { unlink(temporary) }
    try await Self.run(on: reader) { database in
      try SQLiteErrors.translating {
        try database.execute(sql: "VACUUM INTO ?", arguments: [temporary])
      }
    }
    try SQLiteBackup.verify(temporary)
    try SQLiteBackup.publish(temporary, as: target)
  }
}
