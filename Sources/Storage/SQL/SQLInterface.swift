/// A value bound to a statement or read from a row. Both engines know just these.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// One row of an answer, read by the position of its columns, from 0.
public protocol SQLRow {
  /// Whether the column holds NULL.
  func isNull(_ column: Int) -> Bool
  /// The column as a whole number; 0 when it is NULL.
  func integer(_ column: Int) -> Int64
  /// The column as text; empty when it is NULL.
  func text(_ column: Int) -> String
  /// The column as bytes; empty when it is NULL.
  func blob(_ column: Int) -> [UInt8]
}

/// A connection inside one transaction. It is used by one thread, and only inside the closure that
/// it was given to.
///
/// Statements are written in the dialect that SQLite and PostgreSQL share, with `?` for each bound
/// value. No value is ever pasted into a statement.
public protocol SQLConnection: AnyObject {
  /// Runs a statement and returns how many rows it changed.
  ///
  /// - Throws: `StorageError`.
  @discardableResult
  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

  /// Runs one statement for each list of values, as fast as the engine can.
  ///
  /// - Throws: `StorageError`.
  func executeMany(_ sql: String, _ lists: [[SQLValue]]) throws

  /// Runs a query and hands over its rows one by one. The row is valid only during the call.
  ///
  /// - Throws: `StorageError`, and what `each` throws.
  func forEachRow(_ sql: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Void) throws

  /// What this engine does differently.
  var dialect: SQLDialect { get }
}

extension SQLConnection {
  /// Runs a statement without values.
  @discardableResult
  public func execute(_ sql: String) throws -> Int { try execute(sql, []) }

  /// The rows of a query, each made into a value.
  public func rows<T>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> T
  ) throws -> [T] {
    var result: [T] = []
    try forEachRow(sql, values) { result.append(try make($0)) }
    return result
  }

  /// The first row of a query, made into a value; nil when there is none.
  public func first<T>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> T
  ) throws -> T? {
    try rows(sql, values, make).first
  }
}

/// What the engines do differently, each under a name.
public struct SQLDialect: Hashable, Sendable {
  /// The engine.
  public enum Engine: String, Sendable {
    case sqlite, postgres
  }

  /// The engine.
  public let engine: Engine

  /// The dialect of an engine.
  public init(_ engine: Engine) { self.engine = engine }

  /// A statement of a migration with the names in braces replaced: `{bytes}`, `{key}` (text that
  /// is ordered by its bytes), `{integer}` (64 bits) and `{serial}` (a primary key that counts up).
  public func schema(_ sql: String) -> String {
    let names: [(String, String, String)] = [
      ("{bytes}", "BLOB", "BYTEA"),
      ("{key}", "TEXT", "TEXT COLLATE \"C\""),
      ("{integer}", "INTEGER", "BIGINT"),
      ("{serial}", "INTEGER PRIMARY KEY AUTOINCREMENT", "BIGSERIAL PRIMARY KEY"),
    ]
    return names.reduce(sql) { text, name in
      let replacement = engine == .sqlite ? name.1 : name.2
      return text.split(separator: name.0, omittingEmptySubsequences: false)
        .joined(separator: replacement)
    }
  }
}

/// A database: one file, or one server.
public protocol SQLDatabase: Sendable {
  /// What this engine does differently.
  var dialect: SQLDialect { get }
  /// Where it is, for the title bar: a file name, or host and database. Never a secret.
  var displayName: String { get }
  /// Runs a read-only transaction: everything it reads is of one moment.
  ///
  /// - Throws: `StorageError`, and what `body` throws.
  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T
  /// Runs a write transaction: all of it happens, or nothing.
  ///
  /// - Throws: `StorageError`, and what `body` throws.
  func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T
  /// What changed since the last report, by topic, until the task ends; `.all` after a reconnect.
  func changes() -> AsyncStream<ChangeNotice>
  /// Closes it. Nothing is used afterwards.
  func close() async
}
