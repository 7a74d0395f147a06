import Foundation
import Incubation

/// Whether somebody is new here: nothing was chosen, nothing was opened before, and the offer of a
/// tour was never answered.
struct FirstStart {
  private let answer: String

  /// The answer is kept in a file of this folder.
  init(_ folder: String) { answer = folder + "/tour" }

  /// Whether the tour is to be offered.
  func isNew(_ session: SessionFile?) -> Bool {
    access(answer, F_OK) != 0 && access(Places.settingsFile, F_OK) != 0
      && session?.exists != true
  }

  /// Remembers that the offer was answered, whatever the answer.
  func remember() {
    try? PrivateFile.write(Array("answered\n".utf8), to: answer, isDurable: false).close()
  }
}
