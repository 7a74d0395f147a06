import Incubation
import Storage

/// What went wrong between this driver and a server, before it is put in terms of the program.
enum PostgresFailure: Error, Equatable {
  /// The server refused a statement.
  case server(ServerError)
  /// The connection is gone: in the words of libpq.
  case lost(String)
  /// No answer came before the driver's own deadline; the connection is of no use any more.
  case timedOut
  /// The watcher was asked to stop while it waited.
  case stopped
  /// The driver was used in a way that cannot work: a programmer's error.
  case misuse(String)

  /// An error of the server.
  struct ServerError: Error, Equatable {
    /// Five characters of the standard, as PostgreSQL lists them in its appendix A.
    var state: String
    /// In the server's words.
    var message: String
    /// Name of the constraint that was violated; empty when there was none.
    var constraint: String
  }

  /// What can be done about it.
  enum Remedy {
    /// Run the whole transaction again after a pause: somebody else was faster.
    case again
    /// Connect anew and run the whole transaction again.
    case reconnect
    /// Tell the person.
    case none
  }

  var remedy: Remedy {
    switch self {
    case .lost: return .reconnect
    case .timedOut, .stopped, .misuse: return .none
    case .server(let error):
      switch error.state {
      case "40001", "40P01", "55P03": return .again
      case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "26000": return .reconnect
      // A prepared statement outlived a change of the schema.
      case "0A000" where error.message.contains("cached plan"): return .reconnect
      case let state where state.hasPrefix("08"): return .reconnect
      default: return .none
      }
    }
  }

  /// Whether nobody can say if a COMMIT that ended like this took place.
  var leavesCommitUnknown: Bool {
    switch self {
    case .lost, .timedOut, .stopped: return true
    case .misuse: return false
    case .server(let error): return error.state == "40003" || remedy == .reconnect
    }
  }

  /// Whether the connection cannot be used any more.
  var endsConnection: Bool {
    switch self {
    case .lost, .timedOut, .stopped: return true
    case .misuse: return false
    case .server: return remedy == .reconnect
    }
  }

  /// The same in terms of the program. `permission` and `login` say who tried what.
  func storageError(_ permission: Permission, login: String) -> StorageError {
    switch self {
    case .lost(let message): return .unavailable(Self.clean(message))
    case .timedOut: return .unavailable("The server did not answer in time.")
    case .stopped: return .unavailable("The database was closed.")
    case .misuse(let message): return .engine(code: "driver", message: message)
    case .server(let error): return Self.translate(error, permission, login)
    }
  }

  private static func translate(
    _ error: ServerError, _ permission: Permission, _ login: String
  ) -> StorageError {
    let message = clean(error.message)
    switch error.state {
    case "23505": return .duplicate(error.constraint)
    case "40001", "40P01", "55P03": return .locked(holder: nil)
    case "42501": return .notAllowed(permission, login: login)
    case "53100": return .diskFull
    case "25006": return .readOnly
    case "53200", "53300", "53400", "57014": return .unavailable(message)
    case let state where ["08", "28", "57", "58"].contains(String(state.prefix(2))):
      return .unavailable(message)
    default: return .engine(code: error.state, message: message)
    }
  }

  /// A message in one line, without anything that a terminal could act on.
  static func clean(_ message: String) -> String {
    let words = message.split { $0.isNewline || $0 == " " || $0 == "\t" }
    let line = words.joined(separator: " ")
    return String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.isHidden }))
  }
}
