public import Incubation
public import Interchange

/// Reads and writes files for screens. The program gives the real one, tests one in memory: a type
/// rather than a value, so that screens stay values without any.
public protocol FileSource: SendableMetatype {
  /// The bytes of a file. A path that begins with `~/` lies in the home folder.
  static func read(_ path: String) async throws(FileFailure) -> [UInt8]
  /// Writes a file that does not exist yet, and returns its whole path.
  static func write(_ bytes: [UInt8], to path: String) async throws(FileFailure) -> String
  /// The rules of a round that the bytes of a `rules.toml` hold.
  static func rules(_ bytes: [UInt8]) throws(JudgingFileProblems) -> RoundRules
}

/// Why a file cannot be read or written.
public enum FileFailure: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case notFound(path: String)
  /// The rights of the user do not allow it.
  case notAllowed(path: String)
  /// It is a folder, or something else that is no file.
  case notAFile(path: String)
  /// It is there already, and is not overwritten.
  case exists(path: String)
  /// Anything else, in the words of the system.
  case other(path: String, reason: String)

  /// One sentence that says what is wrong, and what to do.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    switch self {
    case .notFound(let path):
      return isVietnamese
        ? "Không có tệp \(path); hãy xem lại đường dẫn."
        : "There is no file \(path); check the path."
    case .notAllowed(let path):
      return isVietnamese
        ? "Không có quyền với \(path)." : "Your rights do not allow using \(path)."
    case .notAFile(let path):
      return isVietnamese ? "\(path) không phải là tệp." : "\(path) is not a file."
    case .exists(let path):
      return isVietnamese
        ? "Đã có tệp \(path); tệp ấy không bị ghi đè."
        : "\(path) exists already and is not overwritten."
    case .other(let path, let reason):
      return isVietnamese ? "Không dùng được \(path): \(reason)." : "\(path) failed: \(reason)."
    }
  }
}
