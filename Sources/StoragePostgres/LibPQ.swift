import CPostgres
import Storage

/// The library libpq, opened when the first connection is made.
enum LibPQ {
  /// nil when the library is there; otherwise what the system says.
  private static let failure = openLibrary("libpq.so.5")

  /// Opens the library by its name; nil when it worked, otherwise why not.
  static func openLibrary(_ name: String) -> String? {
    cpg_open(name).map { String(cString: $0) }
  }

  /// Makes sure that the library is there.
  static func require() throws(StorageError) {
    if let failure { throw missing(failure) }
  }

  static func missing(_ reason: String) -> StorageError {
    .unavailable(
      "PostgreSQL needs libpq 14 or later: install the Debian package libpq5. "
        + PostgresFailure.clean(reason))
  }
}

/// An answer of the server. It stays on the thread of its connection.
final class PostgresResult {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { cpg_clear(handle) }

  enum Status {
    case command, rows, pipelineSync, pipelineAborted, failed
  }

  var status: Status {
    switch Int(cpg_result_status(handle)) {
    case CPG_RESULT_COMMAND_OK: return .command
    case CPG_RESULT_TUPLES_OK: return .rows
    case CPG_RESULT_PIPELINE_SYNC: return .pipelineSync
    case CPG_RESULT_PIPELINE_ABORTED: return .pipelineAborted
    default: return .failed
    }
  }

  /// The command as the server names it: "INSERT 0 1", "COMMIT", "ROLLBACK".
  var command: String { String(cString: cpg_command(handle)) }

  /// How many rows the statement changed; 0 for a query.
  var changedRows: Int {
    if command.hasPrefix("SELECT") { return 0 }
    return Int(String(cString: cpg_changed_rows(handle))) ?? 0
  }

  var rowCount: Int { Int(cpg_row_count(handle)) }

  var failure: PostgresFailure {
    let state = field(Int32(CPG_FIELD_SQLSTATE))
    let message = field(Int32(CPG_FIELD_MESSAGE))
    // Without a state the error comes from libpq itself: the connection broke.
    if state.isEmpty { return .lost(String(cString: cpg_result_error(handle))) }
    return .server(
      PostgresFailure.ServerError(
        state: state, message: message, constraint: field(Int32(CPG_FIELD_CONSTRAINT))))
  }

  private func field(_ name: Int32) -> String {
    cpg_result_field(handle, name).map { String(cString: $0) } ?? ""
  }
}
