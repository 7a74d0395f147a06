import DashboardKit
import Foundation
import Incubation

/// Where a user left off over a database, in one small file. A file that is damaged, foreign or of
/// a later version counts as none.
struct SessionFile {
  private static let format: JSONValue = 1
  private static let mostBytes = 64 * 1024

  let path: String
  private let owner: DraftOwner

  /// The file of an owner in a folder.
  init(_ folder: String, owner: DraftOwner) {
    path = folder + "/session-" + KeptName.of(owner) + ".json"
    self.owner = owner
  }

  /// Whether there is one, whatever it says.
  var exists: Bool { access(path, F_OK) == 0 }

  /// Where the user left off; nil when that is not known.
  func load() -> JSONValue? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes + 1)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0, count <= Self.mostBytes,
      let text = String(validating: bytes[..<count], as: UTF8.self),
      let fields = (try? JSONValue.parse(text))?.fields, fields["format"] == Self.format,
      fields["database"]?.text == owner.database, fields["user"]?.text == owner.user
    else { return nil }
    return fields["session"]
  }

  /// Writes where the user is. A file that cannot be written is no reason to stop: the next start
  /// is then a fresh one.
  func save(_ session: JSONValue) {
    let text = CanonicalJSON.write([
      "format": Self.format, "database": .string(owner.database), "user": .string(owner.user),
      "session": session,
    ])
    guard text.utf8.count <= Self.mostBytes else { return }
    try? PrivateFile.write(Array(text.utf8), to: path, isDurable: false).close()
  }
}
