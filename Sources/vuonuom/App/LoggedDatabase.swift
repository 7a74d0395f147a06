import Incubation
import Storage

/// A database whose failures are written to the log, in the words of the engine.
///
/// What a person can correct is not: conflicts, refusals and missing permissions are no failures.
struct LoggedDatabase: SQLDatabase {
  let inner: any SQLDatabase
  let log: LogFile

  var dialect: SQLDialect { inner.dialect }
  var displayName: String { inner.displayName }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    do { return try await inner.read(body) } catch { throw noted(error, "read") }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    do { return try await inner.write(body) } catch { throw noted(error, "write") }
  }

  func changes() -> AsyncStream<ChangeNotice> { inner.changes() }
  func close() async { await inner.close() }

  private func noted(_ error: any Error, _ verb: String) -> any Error {
    guard let failure = error as? StorageError, Self.isFailure(failure) else { return error }
    log.write("\(displayName) \(verb): \(failure)")
    return error
  }

  static func isFailure(_ error: StorageError) -> Bool {
    switch error {
    case .conflict, .notFound, .notAllowed, .moveRefused, .duplicate, .lastAdministrator,
      .importNotRedoable, .contestRefused, .registerRefused:
      false
    default: true
    }
  }
}
