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

  /// Whether nothing can be changed: it was opened so, or the file or its folder cannot be
  /// written.
  public let isReadOnly: Bool

  private let writer: DatabaseQueue
  private let reader: DatabaseQueue
  private let gate: WriteGate?
  private let guarded: SQLiteWriter?
  private let mark: OpenMark?
  private let watcher: SQLiteWatcher

  /// Opens a file.
  ///
  /// - Throws: `StorageError`: `.notFound` for a missing file that is not to be made, `.locked`
  ///   when another program keeps the write lock, and all that speaks against the file.
  public init(path: String, options: Options = Options()) throws {
    let presence = try SQLiteFile.inspect(
      path, allowsUnsafeFileSystem: options.allowsUnsafeFileSystem)
    try Self.decide(presence, path, options)
    self.path = path
    let exists = presence == .database || presence == .unmarked
    isReadOnly = options.isReadOnly || (exists && !SQLiteFile.isWritable(path))
    if isReadOnly {
      mark = try? OpenMark(
        ofDatabase: path, isExclusive: false, patienceMilliseconds: options.patienceMilliseconds)
      let queue = try SQLiteOpening.reader(path)
      (writer, reader, gate, guarded) = (queue, queue, nil, nil)
    } else {
      let gate = try WriteGate(
        path: path + ".lock", patienceMilliseconds: options.patienceMilliseconds)
      mark = try OpenMark(
        ofDatabase: path, isExclusive: false, patienceMilliseconds: options.patienceMilliseconds)
      writer = try gate.run { try Self.openUnderGate(path, options) }
      guarded = SQLiteWriter(writer, gate: gate)
      self.gate = gate
      reader = try SQLiteOpening.reader(path)
    }
    watcher = SQLiteWatcher(
      pollMilliseconds: options.pollMilliseconds, open: { try SQLiteOpening.reader(path) })
  }

  /// A database in memory, for tests.
  public init(inMemory: Void) throws {
    (path, gate, guarded, mark) = (nil, nil, nil, nil)
    isReadOnly = false
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA foreign_keys = ON") }
    let queue = try SQLiteErrors.translating { try DatabaseQueue(configuration: configuration) }
    (writer, reader) = (queue, queue)
    watcher = SQLiteWatcher(pollMilliseconds: -1, open: { queue })
  }

  /// Refuses what can be refused before a lock file is made beside it.
  private static func decide(
    _ presence: SQLiteFile.Presence, _ path: String, _ options: Options
  ) throws {
    switch presence {
    case .missing where !options.creates: throw StorageError.notFound(entity: "database")
    case .empty where !options.creates: throw StorageError.notADatabase(path: path)
    case .unmarked: try SQLiteOpening.refuseForeign(path)
    default: break
    }
  }

  /// Looks again, now that nobody else can be making it, and makes and opens the file.
  private static func openUnderGate(_ path: String, _ options: Options) throws -> DatabaseQueue {
    let presence = try SQLiteFile.inspect(
      path, allowsUnsafeFileSystem: options.allowsUnsafeFileSystem)
    try decide(presence, path, options)
    if presence == .missing || presence == .empty { try SQLiteOpening.make(path) }
    return try SQLiteOpening.writer(path, options: options)
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
    let (gate, path) = (gate, path)
    let result = try await Self.run(on: writer) { database in
      guard let gate, let path else {
        return try Self.transaction("BEGIN IMMEDIATE", database, body)
      }
      return try gate.run {
        // Whoever moved the file away would never see what is written to it now.
        if SQLiteOpening.hasMoved(database) { throw SQLiteOpening.moved(path) }
        return try Self.transaction("BEGIN IMMEDIATE", database, body)
      }
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
    if let guarded { guarded.close() } else { try? writer.close() }
    mark?.release()
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
    let lock = path.map { WriteGate.state(at: $0 + ".lock") } ?? (true, nil)
    return Facts(
      engineVersion: String(cString: sqlite3_libversion()), synchronous: synchronous,
      isLockFree: lock.0, lockHolder: lock.1,
      unsafeFileSystem: path.flatMap(SQLiteFile.unsafeFileSystem(of:)))
  }

  /// Whether the write lock of a database file can be had at this moment, and the process that
  /// holds it as far as it says so. Opens nothing but the lock file.
  public static func lock(of path: String) -> (isFree: Bool, holder: Int32?) {
    WriteGate.state(at: path + ".lock")
  }

  /// The name of the file system of a path, when its locks are not to be trusted; nil for all
  /// others.
  public static func unsafeFileSystem(of path: String) -> String? {
    SQLiteFile.unsafeFileSystem(of: path)
  }

  /// Writes a consistent copy while others go on writing, and verifies it.
  ///
  /// - Throws: `StorageError`; then there is no file at `target`, or the one that was there before.
  public func backUp(to target: String) async throws {
    if let path, SQLiteBackup.isPart(target, of: path) {
      throw StorageError.cannotOpen(path: target, reason: "it is the database itself")
    }
    let temporary = target + ".part"
    try SQLiteFile.makeEmpty(temporary, mode: 0o600)
    defer { unlink(temporary) }
    try await Self.run(on: reader) { database in
      try SQLiteErrors.translating {
        try database.execute(sql: "VACUUM INTO ?", arguments: [temporary])
      }
    }
    try SQLiteBackup.verify(temporary)
    try SQLiteBackup.publish(temporary, as: target, mode: 0o600)
  }
}
