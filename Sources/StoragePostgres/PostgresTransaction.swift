import Incubation
import Storage

/// A connection inside one transaction, as the ports see it.
///
/// After a refused statement PostgreSQL refuses every further one of the transaction, and the whole
/// is rolled back, even when the closure swallowed the error.
final class PostgresTransaction: SQLConnection {
  /// Whether a transaction only reads, and for how long its statements may run.
  struct Kind {
    var isReading: Bool
    var milliseconds: Int
    /// Statements that begin it.
    var begin: String

    static func reading(_ options: PostgresOptions) -> Kind {
      Kind(
        isReading: true, milliseconds: options.statementMilliseconds,
        begin: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    static func writing(_ options: PostgresOptions) -> Kind {
      Kind(
        isReading: false, milliseconds: options.statementMilliseconds,
        begin: "BEGIN ISOLATION LEVEL READ COMMITTED")
    }

    /// A transaction whose statements may take longer than usual.
    static func long(milliseconds: Int, after statement: String) -> Kind {
      Kind(
        isReading: false, milliseconds: milliseconds,
        begin: """
          BEGIN ISOLATION LEVEL READ COMMITTED;
          SET LOCAL statement_timeout = \(milliseconds);
          SET LOCAL lock_timeout = \(milliseconds);
          SET LOCAL idle_in_transaction_session_timeout = \(milliseconds);
          \(statement)
          """)
    }

    var permission: Permission { isReading ? .viewVentures : .editVentures }
    var deadline: Deadline {
      Deadline(milliseconds: milliseconds + PostgresOptions.graceMilliseconds)
    }
  }

  let dialect = SQLDialect(.postgres)
  /// The first failure of the server or the connection, swallowed or not.
  private(set) var failure: PostgresFailure?
  private let connection: PostgresConnection
  private let kind: Kind
  private var isOver = false

  init(_ connection: PostgresConnection, _ kind: Kind) {
    self.connection = connection
    self.kind = kind
  }

  /// From now on nothing can be run.
  func end() { isOver = true }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try attempt { () throws(PostgresFailure) in
      try connection.run(sql, values, until: kind.deadline).changedRows
    }
  }

  func executeMany(_ sql: String, _ lists: [[SQLValue]]) throws {
    try attempt { () throws(PostgresFailure) in try connection.runMany(sql, lists) }
  }

  func forEachRow(
    _ sql: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Void
  ) throws {
    let result = try attempt { () throws(PostgresFailure) in
      try connection.run(sql, values, until: kind.deadline)
    }
    var row = PostgresRow(result: result, row: 0)
    for place in 0..<result.rowCount {
      row.row = Int32(place)
      try each(row)
    }
  }

  private func attempt<T>(
    _ body: () throws(PostgresFailure) -> T
  ) throws(StorageError) -> T {
    guard !isOver else {
      throw .engine(code: "driver", message: "A connection was used after its transaction.")
    }
    do throws(PostgresFailure) {
      return try body()
    } catch {
      if failure == nil { failure = error }
      throw error.storageError(kind.permission, login: connection.user)
    }
  }
}
