import CPostgres
import Storage

/// One connection to a server. It belongs to the thread that made it.
///
/// Nothing here blocks inside libpq: the socket is non-blocking, and every wait is a `poll` of our
/// own with a deadline.
final class PostgresConnection {
  let handle: OpaquePointer
  var statements = StatementCache(capacity: 128)
  private let wake: WakePipe?
  private var isBroken = false

  /// Connects to one host.
  init(
    _ parameters: [(name: String, value: String)], until deadline: Deadline, wake: WakePipe?
  ) throws(PostgresFailure) {
    let started = CStrings.withLists(parameters) { cpg_connect_start($0, $1) }
    guard let started else { throw .lost("There is no memory for a connection.") }
    handle = started
    self.wake = wake
    try finishConnecting(until: deadline)
    guard cpg_set_nonblocking(handle) == 0 else { throw lost() }
  }

  deinit { cpg_finish(handle) }

  private func finishConnecting(until deadline: Deadline) throws(PostgresFailure) {
    guard cpg_status(handle) != CPG_CONNECTION_BAD else { throw lost() }
    var state = CPG_POLL_WRITING
    while state != CPG_POLL_OK {
      guard state != CPG_POLL_FAILED else { throw lost() }
      let isWriting = state == CPG_POLL_WRITING
      try wait(writing: isWriting, until: deadline)
      state = Int(cpg_connect_poll(handle))
    }
  }

  /// The login by which the server knows us.
  var user: String { cpg_user(handle).map { String(cString: $0) } ?? "" }

  /// Number of the server's process that serves this connection.
  var backend: Int32 { cpg_backend(handle) }

  /// Whether it can still be used.
  var isUsable: Bool { !isBroken && cpg_status(handle) == CPG_CONNECTION_OK }

  /// Reads what has arrived without waiting: says whether the server has ended the connection
  /// while nobody was looking. Its last words come before the end, so both are looked for.
  func isStillOpen() -> Bool {
    for _ in 0..<4 {
      guard isUsable, cpg_consume(handle) == 1 else { return false }
      let now = Deadline(milliseconds: 0)
      let outcome = SocketWait.wait(cpg_socket(handle), writing: false, until: now, wake: nil)
      if outcome != .readable { break }
    }
    return isUsable
  }

  // MARK: Statements

  /// Runs one statement with its values.
  func run(
    _ sql: String, _ values: [SQLValue] = [], until deadline: Deadline
  ) throws(PostgresFailure) -> PostgresResult {
    let parameters = try PostgresParameters(values)
    let statement = statements.use(sql, types: parameters.types)
    guard statement.count == values.count else {
      throw .misuse("\(values.count) values for \(statement.count) placeholders.")
    }
    if statement.isScript { return try runScript(sql, until: deadline) }
    if statement.uses > 1 {
      let name = try prepare(sql, types: parameters.types, until: deadline)
      return try exchange(until: deadline) {
        parameters.withPointers {
          cpg_send_prepared(handle, name, Int32(values.count), $0, $1, $2)
        }
      }
    }
    return try exchange(until: deadline) {
      parameters.withPointers {
        cpg_send_query_params(
          handle, statement.sql, Int32(values.count), parameters.types, $0, $1, $2)
      }
    }
  }

  /// Runs statements without values, divided by semicolons; the answer is that of the last.
  @discardableResult
  func runScript(
    _ sql: String, until deadline: Deadline
  ) throws(PostgresFailure) -> PostgresResult {
    try exchange(until: deadline) { cpg_send_query(handle, sql) }
  }

  /// Makes sure that the server has prepared a statement, and says under which name.
  func prepare(
    _ sql: String, types: [UInt32], until deadline: Deadline
  ) throws(PostgresFailure) -> String {
    if let name = statements.preparedName(sql, types: types) { return name }
    for name in statements.evict() {
      _ = try exchange(until: deadline) { cpg_send_query(handle, "DEALLOCATE \(name)") }
    }
    let (name, text) = statements.newName(sql, types: types)
    _ = try exchange(until: deadline) {
      cpg_send_prepare(handle, name, text, Int32(types.count), types)
    }
    statements.setPrepared(name, sql, types: types)
    return name
  }

  /// Sends something and waits for all of its answers.
  private func exchange(
    until deadline: Deadline, _ send: () -> Int32
  ) throws(PostgresFailure) -> PostgresResult {
    guard isUsable else { throw lost() }
    guard send() == 1 else { throw refused() }
    var failure: PostgresFailure?
    var last: PostgresResult?
    while true {
      do throws(PostgresFailure) {
        try awaitAnswer(until: deadline)
      } catch {
        // What the server said before it went says more than that it went.
        throw failure ?? error
      }
      guard let next = cpg_next_result(handle) else { break }
      let result = PostgresResult(next)
      if result.status == .failed, failure == nil {
        let found = result.failure
        // Not the server's words: the end of the connection, or COPY, which would never end.
        if case .lost = found {
          isBroken = true
          throw found
        }
        failure = found
      }
      last = result
    }
    if let failure { throw noting(failure) }
    guard let last else { throw lost() }
    return last
  }

  // MARK: Waiting

  /// Waits until the next answer can be taken without blocking, sending on meanwhile.
  func awaitAnswer(until deadline: Deadline) throws(PostgresFailure) {
    while true {
      let unsent = cpg_flush(handle)
      if cpg_is_busy(handle) == 0 { return }
      // A server that refuses to listen may have said why: its words are read first.
      if unsent < 0, cpg_consume(handle) == 0 || cpg_status(handle) == CPG_CONNECTION_BAD {
        throw lost()
      }
      try wait(writing: unsent == 1, until: deadline)
      guard cpg_consume(handle) == 1 else { throw lost() }
    }
  }

  private func wait(writing: Bool, until deadline: Deadline) throws(PostgresFailure) {
    let outcome = SocketWait.wait(
      cpg_socket(handle), writing: writing, until: deadline, wake: wake)
    switch outcome {
    case .readable, .writable: return
    case .timeOut:
      isBroken = true
      throw .timedOut
    case .woken:
      isBroken = true
      throw .stopped
    }
  }

  /// Blocks until a notification arrives; its text, or nil when none came in time.
  func nextNotification(until deadline: Deadline) throws(PostgresFailure) -> String? {
    while true {
      if let text = takeNotification() { return text }
      let outcome = SocketWait.wait(
        cpg_socket(handle), writing: false, until: deadline, wake: wake)
      switch outcome {
      case .timeOut: return nil
      case .woken: throw .stopped
      case .readable, .writable:
        guard cpg_consume(handle) == 1, cpg_status(handle) == CPG_CONNECTION_OK else {
          throw lost()
        }
      }
    }
  }

  /// A notification that has arrived; nil when there is none.
  func takeNotification() -> String? {
    var buffer = [CChar](repeating: 0, count: 128)
    guard cpg_next_notification(handle, &buffer, UInt(buffer.count)) == 1 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  // MARK: Failures

  /// The connection is gone.
  func lost() -> PostgresFailure {
    isBroken = true
    return .lost(cpg_error(handle).map { String(cString: $0) } ?? "")
  }

  /// libpq did not take a request: because the connection is gone, or by our own mistake.
  func refused() -> PostgresFailure {
    guard cpg_status(handle) == CPG_CONNECTION_OK else { return lost() }
    return .misuse(PostgresFailure.clean(cpg_error(handle).map { String(cString: $0) } ?? ""))
  }

  /// Remembers when a failure ends the connection.
  func noting(_ failure: PostgresFailure) -> PostgresFailure {
    if failure.endsConnection { isBroken = true }
    return failure
  }
}
