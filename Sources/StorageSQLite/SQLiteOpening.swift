import Foundation
import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// Opens connections to a file with all that is promised about them.
enum SQLiteOpening {
  /// Opens the writing connection. To be called under the gate: a new file is written to, and a
  /// log that a killed program left is read.
  ///
  /// - Throws: `StorageError.notDurable` when a promise cannot be had, and what speaks against the
  ///   file.
  static func writer(_ path: String, options: SQLiteDatabase.Options) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "vuonuom.writer"
    return try translating(path) {
      let queue = try DatabaseQueue(
        path: SQLiteFile.enginePath(path), configuration: configuration)
      do {
        try queue.writeWithoutTransaction { try prepare($0, path, options) }
      } catch {
        try? queue.close()
        throw error
      }
      return queue
    }
  }

  private static func prepare(
    _ database: Database, _ path: String, _ options: SQLiteDatabase.Options
  ) throws {
    if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try database.execute(
      sql: """
        PRAGMA synchronous = \(options.synchronous); PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
        PRAGMA cache_size = -12000;
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
    if try Int32.fetchOne(database, sql: "PRAGMA application_id") != SQLiteFile.applicationID {
      try database.execute(sql: "PRAGMA application_id = \(SQLiteFile.applicationID)")
    }
  }

  /// Opens a connection that only reads. A file that cannot be written, in a place where no log
  /// can be made, is read as it lies.
  ///
  /// - Throws: `StorageError`.
  static func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.label = "vuonuom.reader"
    return try translating(path) {
      do {
        return try DatabaseQueue(
          path: SQLiteFile.enginePath(path), configuration: configuration)
      } catch let error as DatabaseError
        where !SQLiteFile.isWritable(path) && !SQLiteFile.hasLog(path)
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
      {
        return try DatabaseQueue(
          path: SQLiteFile.immutableAddress(path), configuration: configuration)
      }
    }
  }

  /// Refuses a file of SQLite that is somebody else's: one without our mark that has tables, but
  /// not ours. Nothing is written.
  ///
  /// - Throws: `StorageError.notADatabase`.
  static func refuseForeign(_ path: String) throws {
    // Read as it lies, so that no log or lock is made beside a file that is not ours.
    let address =
      SQLiteFile.hasLog(path) ? SQLiteFile.enginePath(path) : SQLiteFile.immutableAddress(path)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try translating(path) {
      try DatabaseQueue(path: address, configuration: configuration)
    }
    defer { try? queue.close() }
    let isForeign = try translating(path) {
      try queue.read { database in
        let stamp = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        if stamp == SQLiteFile.applicationID { return false }
        let tables = try Set(
          String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
        return !tables.isEmpty && !tables.isSuperset(of: ["schema_migration", "change_topic"])
      }
    }
    if isForeign { throw StorageError.notADatabase(path: path) }
  }

  /// Makes a new database that carries our mark, all at once: a file of this program is never
  /// empty, so that an empty file is never taken for one.
  ///
  /// - Throws: `StorageError`.
  static func make(_ path: String) throws {
    let temporary = path + ".part"
    try SQLiteFile.makeEmpty(temporary, mode: 0o660)
    defer { unlink(temporary) }
    try translating(path) {
      let queue = try DatabaseQueue(path: SQLiteFile.enginePath(temporary))
      defer { try? queue.close() }
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA application_id = \(SQLiteFile.applicationID)")
      }
    }
    guard rename(temporary, path) == 0 else {
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Whether the file under a connection is no longer the one at its path.
  static func hasMoved(_ database: Database) -> Bool {
    var answer: Int32 = 0
    let code = sqlite3_file_control(
      database.sqliteConnection, nil, SQLITE_FCNTL_HAS_MOVED, &answer)
    return code == SQLITE_OK && answer != 0
  }

  /// What is thrown when the file is no longer at its path.
  static func moved(_ path: String) -> StorageError {
    .cannotOpen(path: path, reason: "moved or replaced while it was open")
  }

  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try SQLiteErrors.translating(body)
    } catch StorageError.notADatabase {
      throw StorageError.notADatabase(path: path)
    } catch StorageError.unavailable(let reason) {
      throw StorageError.cannotOpen(path: path, reason: reason)
    }
  }
}

/// The writing connection of a file. However it ends, it is closed under the gate, because the
/// last connection to close folds the log into the file.
final class SQLiteWriter: Sendable {
  let queue: DatabaseQueue
  private let gate: WriteGate
  private let isClosed = Mutex(false)

  init(_ queue: DatabaseQueue, gate: WriteGate) {
    self.queue = queue
    self.gate = gate
  }

  deinit { close() }

  func close() {
    let isFirst = isClosed.withLock { closed in
      defer { closed = true }
      return !closed
    }
    guard isFirst else { return }
    // Writes that were begun are ended first: they wait for the same gate.
    queue.unsafeReentrantWrite { _ in }
    do {
      try gate.run { try queue.close() }
    } catch {
      // Without the gate the connection stays open until the process ends, when the kernel takes
      // it without touching the log.
      _ = Unmanaged.passRetained(queue)
    }
  }
}
