import DashboardKit
import Incubation
import Storage

/// Why the program ends without having done what it was asked to: a sentence and an exit code.
struct Failure: Error {
  /// Exit codes, as sysexits.h and the manual of this program name them.
  enum Code: Int32 {
    /// Some rows were refused, or the task failed.
    case failed = 1
    /// The command line is wrong.
    case usage = 64
    /// The data is wrong.
    case data = 65
    /// The database cannot be used.
    case unavailable = 69
    /// A file cannot be made.
    case cannotCreate = 73
    /// The user may not do this.
    case notAllowed = 77
  }

  /// The exit code.
  var code: Code
  /// What is wrong, where, and what to do, in both languages.
  var words: Words

  init(_ code: Code, vi vietnamese: String, en english: String) {
    self.code = code
    words = Words(vietnamese: vietnamese, english: english)
  }
}

/// A sentence in both languages.
struct Words: Hashable {
  var vietnamese: String
  var english: String

  func callAsFunction(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The sentence as screens take it.
  var remark: Remark { Remark(vietnamese: vietnamese, english: english) }
}
