import DashboardKit
import Foundation
import Incubation
import Synchronization

/// The drafts of one user over one database, a file each. A draft of a running program is locked by
/// it, so that a second terminal neither offers nor overwrites it; what no program holds was left
/// behind and can be offered. Waits for the disk: never used on the main thread but at the end.
final class DraftFolder: Sendable {
  /// What was found.
  struct Findings {
    /// What can be offered, the latest first.
    var drafts: [KeptDraft] = []
    /// Names of files that are no drafts and were put aside.
    var damaged: [String] = []
  }

  /// Why drafts are not kept, so that the user can be told.
  enum Trouble: Equatable {
    case tooLong
    case system(Int32)
  }

  /// Longer drafts are not kept; ten notes of the greatest length fit.
  static let mostBytes = 1 << 20
  private static let mostFiles = 200
  private static let mostOffered = 20

  private struct State {
    /// What this program has written, by the key of the draft.
    var files: [String: (draft: Draft, file: PrivateFile)] = [:]
    /// Drafts of earlier runs that were opened again, until they are written anew.
    var claimed: [PrivateFile] = []
  }

  private let folder: String
  private let owner: DraftOwner
  private let token: String
  private let state = Mutex(State())

  /// The drafts of an owner below a folder. `random` tells this run of the program from others.
  init(_ folder: String, owner: DraftOwner, random: UInt64) {
    self.folder = folder
    self.owner = owner
    token = KeptName.hexadecimal(random)
  }

  private var prefix: String { KeptName.of(owner) + "-" }

  // MARK: Writing

  /// Makes the files say what is typed now: writes what has changed, and takes away what was saved
  /// or given up. Nil when that succeeded.
  func keep(_ drafts: [String: Draft], at moment: Timestamp) -> Trouble? {
    state.withLock { state in
      var trouble: Trouble?
      for (key, draft) in drafts where state.files[key]?.draft != draft {
        switch write(draft, key, moment) {
        case .success(let file):
          state.files[key]?.file.close()
          state.files[key] = (draft, file)
        case .failure(let refused): trouble = refused.trouble
        }
      }
      for key in state.files.keys where drafts[key] == nil {
        state.files.removeValue(forKey: key)?.file.remove()
      }
      if trouble == nil {
        for file in state.claimed { file.remove() }
        state.claimed = []
      }
      return trouble
    }
  }

  private struct Refused: Error {
    var trouble: Trouble
  }

  private func write(
    _ draft: Draft, _ key: String, _ moment: Timestamp
  ) -> Result<PrivateFile, Refused> {
    let bytes = Array(draft.written(for: owner, at: moment).utf8)
    guard bytes.count <= Self.mostBytes else { return .failure(Refused(trouble: .tooLong)) }
    let name = "\(prefix)\(KeptName.hash(key))-\(token).json"
    if access(folder, F_OK) != 0 { try? Places.makePrivateFolder(folder) }
    do {
      return .success(
        try PrivateFile.write(bytes, to: folder + "/" + name, isDurable: true))
    } catch {
      return .failure(Refused(trouble: .system(error.number)))
    }
  }

  // MARK: What was left behind

  /// Looks for drafts that no running program holds. Files that are none are put aside, unread.
  func find() -> Findings {
    var findings = Findings()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.filter({ $0.hasPrefix(prefix) }).sorted().prefix(Self.mostFiles) {
      guard let file = PrivateFile.claim(folder + "/" + name) else { continue }
      defer { file.close() }
      if name.hasSuffix(".part") {
        unlink(file.path)
        continue
      }
      guard name.hasSuffix(".json") else { continue }
      do {
        let (draft, savedAt) = try Draft.read(
          file.text(atMost: Self.mostBytes) ?? "", for: owner)
        findings.drafts.append(KeptDraft(name: name, savedAt: savedAt, draft: draft))
      } catch {
        if error == .newer { continue }
        putAside(name)
        findings.damaged.append(name)
      }
    }
    findings.drafts.sort { $0.savedAt.milliseconds > $1.savedAt.milliseconds }
    findings.drafts = Array(findings.drafts.prefix(Self.mostOffered))
    return findings
  }

  /// Where files go that cannot be read.
  var aside: String { folder + "/aside" }

  private func putAside(_ name: String) {
    try? Places.makePrivateFolder(aside)
    rename(folder + "/" + name, aside + "/" + name)
  }

  /// Takes a draft over, so that nobody else is offered it. False when somebody else has it.
  func claim(_ kept: KeptDraft) -> Bool {
    guard let file = PrivateFile.claim(folder + "/" + kept.name) else { return false }
    state.withLock { $0.claimed.append(file) }
    return true
  }

  /// Lets go of all drafts as the end of the process does: they stay, and can be offered.
  func abandon() {
    state.withLock { state in
      for (_, file) in state.files.values { file.close() }
      for file in state.claimed { file.close() }
      state = State()
    }
  }

  /// Takes a draft away that is not wanted. False when somebody else has it.
  func discard(_ kept: KeptDraft) -> Bool {
    guard let file = PrivateFile.claim(folder + "/" + kept.name) else { return false }
    file.remove()
    return true
  }
}

/// Names of files that say whose they are to the program only.
enum KeptName {
  static func of(_ owner: DraftOwner) -> String { hash(owner.database + "\n" + owner.user) }

  /// FNV-1a over 64 bits: a name, no proof; what a file says about its owner is compared as well.
  static func hash(_ text: String) -> String {
    hexadecimal(
      text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
