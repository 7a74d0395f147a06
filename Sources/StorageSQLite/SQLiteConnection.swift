import GRDB
import GRDBSQLite
import Storage

/// A GRDB connection, spoken to through the interface of both engines.
///
/// Statements are prepared and kept by GRDB; values are bound and read through SQLite itself,
/// which an import of 100,000 rows needs.
final class SQLiteConnection: SQLConnection {
  private let database: Database
  let dialect = SQLDialect(.sqlite)

  init(_ database: Database) { self.database = database }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try run(sql, values) { _ in }
    return Int(sqlite3_changes(database.sqliteConnection))
  }

  func executeMany(_ sql: String, _ lists: [[SQLValue]]) throws {
    for values in lists { try run(sql, values) { _ in } }
  }

  func forEachRow(
    _ sql: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Void
  ) throws {
    try run(sql, values) { try each(SQLiteRow(statement: $0)) }
  }

  private func run(
    _ sql: String, _ values: [SQLValue], _ each: (OpaquePointer) throws -> Void
  ) throws {
    let statement = try SQLiteErrors.translating { try database.cachedStatement(sql: sql) }
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    try bind(values, to: handle)
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try each(handle)
      case SQLITE_DONE: return
      default: throw SQLiteErrors.current(of: database.sqliteConnection)
      }
    }
  }

  private func bind(_ values: [SQLValue], to handle: OpaquePointer) throws {
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, at: Int32(index + 1), to: handle)
      guard code == SQLITE_OK else {
        throw SQLiteErrors.current(of: database.sqliteConnection)
      }
    }
  }

  /// Tells SQLite to copy what it is given.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private static func bind(_ value: SQLValue, at index: Int32, to handle: OpaquePointer) -> Int32 {
    switch value {
    case .null:
      return sqlite3_bind_null(handle, index)
    case .integer(let number):
      return sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        // An empty string may have no address, which SQLite would take for NULL.
        guard let start = bytes.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, transient)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(handle, index, $0, Int32(bytes.count), transient)
        }
      }
    case .blob(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(handle, index, 0) }
      return sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), transient)
    }
  }
}

/// A row of SQLite, valid until the next step.
private struct SQLiteRow: SQLRow {
  let statement: OpaquePointer

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
