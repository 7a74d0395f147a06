import GRDB
import GRDBSQLite
import Storage

/// SQLite's errors in the terms of storage.
enum SQLiteErrors {
  /// The last error of a connection.
  static func current(of connection: OpaquePointer?) -> StorageError {
    let message = String(cString: sqlite3_errmsg(connection))
    return make(code: sqlite3_extended_errcode(connection), message: message)
  }

  /// Runs something of GRDB's and translates what it throws.
  static func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw make(
        code: error.extendedResultCode.rawValue, message: error.message ?? "no message")
    }
  }

  static func make(code: Int32, message: String) -> StorageError {
    // A new program on a full disk cannot even make the index of the log.
    if code == SQLITE_IOERR_SHMSIZE { return .diskFull }
    switch code & 0xFF {
    case SQLITE_FULL: return .diskFull
    case SQLITE_READONLY: return .readOnly
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked(holder: nil)
    case SQLITE_NOTADB: return .notADatabase(path: "")
    case SQLITE_CONSTRAINT:
      let isUnique = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY
      return isUnique ? .duplicate(message) : .engine(code: "sqlite \(code)", message: message)
    case SQLITE_CORRUPT:
      return .engine(code: "corrupt", message: message)
    case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PROTOCOL, SQLITE_NOMEM:
      return .unavailable("SQLite: \(message) (\(code))")
    default: return .engine(code: "sqlite \(code)", message: message)
    }
  }

  private static let SQLITE_IOERR_SHMSIZE: Int32 = 10 | (19 << 8)
  private static let SQLITE_CONSTRAINT_UNIQUE: Int32 = 19 | (8 << 8)
  private static let SQLITE_CONSTRAINT_PRIMARYKEY: Int32 = 19 | (6 << 8)
}
