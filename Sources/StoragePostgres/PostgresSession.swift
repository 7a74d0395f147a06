import Incubation
import Storage

/// The connection of one lane, made when it is needed and made anew when it was lost, and the rules
/// by which a transaction is run again. It belongs to the thread of its lane.
final class PostgresSession {
  private let connector: PostgresConnector
  private let random: @Sendable () -> UInt64
  private var connection: PostgresConnection?

  /// How often a transaction is tried when others are in its way.
  static let tries = 8

  init(_ connector: PostgresConnector, random: @escaping @Sendable () -> UInt64) {
    self.connector = connector
    self.random = random
  }

  /// Closes the connection.
  func close() { connection = nil }

  /// Why one run of a transaction ended without a result.
  private enum Stop: Error {
    /// By a failure of the server or the connection; nothing was kept.
    case failed(PostgresFailure)
    /// By what the closure threw; nothing was kept.
    case thrown(any Error)
    /// While it was confirmed.
    case unknown
  }

  /// Runs a transaction, again if need be.
  ///
  /// - Throws: `StorageError`, and what `body` throws.
  func transaction<T>(
    _ kind: PostgresTransaction.Kind, _ body: (any SQLConnection) throws -> T
  ) throws -> T {
    var conflicts = 0
    var hasReconnected = false
    while true {
      let connection = try connected(kind)
      do throws(Stop) {
        return try attempt(connection, kind, body)
      } catch {
        if !connection.isUsable { self.connection = nil }
        switch error {
        case .unknown: throw StorageError.outcomeUnknown
        case .thrown(let thrown): throw thrown
        case .failed(let failure):
          let final = failure.storageError(kind.permission, login: connection.user)
          switch remedy(failure, kind) {
          case .again where conflicts + 1 < Self.tries:
            conflicts += 1
            pause(conflicts)
          case .reconnect where !hasReconnected:
            hasReconnected = true
            self.connection = nil
          default: throw final
          }
        }
      }
    }
  }

  private func remedy(
    _ failure: PostgresFailure, _ kind: PostgresTransaction.Kind
  ) -> PostgresFailure.Remedy {
    // The server has become a standby: another host of the list may take writes.
    if case .server(let error) = failure, error.state == "25006", !kind.isReading,
      connector.url.hosts.count > 1
    {
      return .reconnect
    }
    return failure.remedy
  }

  private func connected(
    _ kind: PostgresTransaction.Kind
  ) throws(StorageError) -> PostgresConnection {
    if let connection, connection.isUsable { return connection }
    try LibPQ.require()
    do throws(PostgresFailure) {
      let made = try connector.connect()
      connection = made
      return made
    } catch {
      throw error.storageError(kind.permission, login: connector.url.user ?? "")
    }
  }

  private func attempt<T>(
    _ connection: PostgresConnection, _ kind: PostgresTransaction.Kind,
    _ body: (any SQLConnection) throws -> T
  ) throws(Stop) -> T {
    do throws(PostgresFailure) {
      _ = try connection.runScript(kind.begin, until: kind.deadline)
    } catch {
      rollBack(connection)
      throw .failed(error)
    }
    let transaction = PostgresTransaction(connection, kind)
    let result = Result { try body(transaction) }
    transaction.end()
    switch result {
    case .success(let value):
      if let failure = transaction.failure {
        rollBack(connection)
        throw .failed(failure)
      }
      try commit(connection, kind)
      return value
    case .failure(let error):
      rollBack(connection)
      throw stop(error, transaction.failure)
    }
  }

  /// What the closure threw counts, unless the transaction is to be run again.
  private func stop(_ error: any Error, _ failure: PostgresFailure?) -> Stop {
    guard let failure else { return .thrown(error) }
    if error is StorageError || failure.remedy != .none { return .failed(failure) }
    return .thrown(error)
  }

  private func commit(
    _ connection: PostgresConnection, _ kind: PostgresTransaction.Kind
  ) throws(Stop) {
    // As long as COMMIT was not sent, a lost connection means that nothing was kept.
    guard connection.isStillOpen() else { throw .failed(connection.lost()) }
    do throws(PostgresFailure) {
      let answer = try connection.runScript("COMMIT", until: kind.deadline)
      guard answer.command == "COMMIT" else {
        throw .misuse("The server rolled the transaction back.")
      }
    } catch {
      if error.leavesCommitUnknown, !kind.isReading { throw .unknown }
      rollBack(connection)
      throw .failed(error)
    }
  }

  /// Ends a transaction that is not wanted. When that does not work, neither does the connection.
  private func rollBack(_ connection: PostgresConnection) {
    guard connection.isUsable else { return }
    let deadline = Deadline(milliseconds: PostgresOptions.graceMilliseconds)
    if (try? connection.runScript("ROLLBACK", until: deadline)) == nil { self.connection = nil }
  }

  /// Waits 20 ms, 40 ms… up to 2 s, half of it by chance, so that rivals do not meet again.
  private func pause(_ conflicts: Int) {
    let longest = min(2000, 20 << conflicts)
    let chance = Int(random() % UInt64(longest / 2 + 1))
    let deadline = Deadline(milliseconds: longest / 2 + chance)
    _ = SocketWait.wait(-1, writing: false, until: deadline, wake: nil)
  }
}
