import DashboardKit
import Dispatch
import Foundation
import Incubation

/// Keeps the settings file and the screen in step, in both directions: what is chosen on the screen
/// is written, what somebody edits in the file is shown.
@MainActor
final class SettingsKeeper {
  private let shell: Shell
  private let path: String
  /// Files are read and written here, one after the other.
  private let queue = DispatchQueue(label: "settings", qos: .userInitiated)
  /// What is known to be kept: only what differs from it is written, so that a theme named on the
  /// command line does not get into the file.
  private var kept: [SettingsKey: String]
  private var file: SettingsFile
  /// How many writes are under way: what is read meanwhile may be older than they are.
  private var writing = 0
  /// A theme that the file names and that does not exist; nil for none.
  private var wantedTheme: String?

  /// `file` is what was read at the start, `wanted` a theme in it that was not found.
  init(
    _ shell: Shell, _ file: SettingsFile, wanted: String? = nil,
    path: String = Places.settingsFile
  ) {
    self.shell = shell
    self.file = file
    self.path = path
    kept = Self.values(shell)
    wantedTheme = wanted
    tell(file.problems)
  }

  private static func values(_ shell: Shell) -> [SettingsKey: String] {
    SettingsKey.values(
      language: shell.context.language, theme: shell.theme.name, shell.context.preferences)
  }

  /// Writes what the user has just chosen. A failure is announced; the choice then lasts until the
  /// program is left, and is tried again with the next one.
  func keep() {
    if kept[.theme] != Self.values(shell)[.theme] { wantedTheme = nil }
    let chosen = Self.values(shell)
    let changes = chosen.filter { kept[$0.key] != $0.value }
    guard !changes.isEmpty else { return }
    writing += 1
    queue.async { [path] in
      let failure: Failure?
      do {
        try SettingsFile.write(changes, to: path)
        failure = nil
      } catch {
        failure = error as? Failure ?? Failure(.cannotCreate, vi: "\(error)", en: "\(error)")
      }
      DispatchQueue.main.async { [weak self] in
        MainActor.assumeIsolated { self?.finish(changes, failure) }
      }
    }
  }

  private func finish(_ changes: [SettingsKey: String], _ failure: Failure?) {
    writing -= 1
    guard let failure else { return kept.merge(changes) { $1 } }
    let words = failure.words(shell.context.language)
    let note = shell.context.language.say("Chưa lưu cài đặt. ", "The settings are not kept. ")
    shell.announce(Message(.failure, note + words))
  }

  /// Looks again for a theme that the file names and that did not exist so far.
  func lookForTheme() {
    guard let wanted = wantedTheme, shell.themes.contains(where: { $0.name == wanted }) else {
      return
    }
    wantedTheme = nil
    shell.adopt(language: nil, theme: wanted, shell.context.preferences)
    kept.merge(Self.values(shell).filter { $0.key == .theme }) { $1 }
  }

  /// Waits until everything chosen so far is written.
  func flush() { queue.sync {} }

  /// Reads the file again, after something happened to it, and shows what is new in it.
  func reload() {
    queue.async { [path] in
      let read = SettingsFile.load(from: path)
      DispatchQueue.main.async { [weak self] in
        MainActor.assumeIsolated { self?.take(read) }
      }
    }
  }

  private func take(_ new: SettingsFile) {
    guard writing == 0, new != file else { return }
    let old = file
    defer { if new.problems != old.problems { tell(new.problems) } }
    // A file that cannot be read changes nothing: the settings in use stay.
    if new.isBroken {
      file.problems = new.problems
      return
    }
    file = new
    let before = Self.values(shell)
    shell.adopt(
      language: new.language == old.language ? nil : new.language ?? .vietnamese,
      theme: new.theme == old.theme ? nil : new.theme ?? Theme.fallback.name,
      new.preferences == old.preferences ? shell.context.preferences : new.preferences)
    let after = Self.values(shell)
    kept.merge(after.filter { before[$0.key] != $0.value }) { $1 }
    wantedTheme = nil
    if let theme = new.theme, theme != old.theme, theme != shell.theme.name {
      wantedTheme = theme
      announce([SettingsFile.unknownTheme(theme, shell.themes)])
    } else if after != before, new.problems.isEmpty {
      let words = shell.context.language.say(
        "Đã nhận cài đặt mới từ tệp.", "Took over the settings from the file.")
      shell.announce(Message(.done, words))
    }
  }

  /// Says what in the file was not understood, here and on the page of settings.
  private func tell(_ problems: [Words]) {
    shell.surround { $0.settingsProblems = problems.map(\.remark) }
    announce(problems)
  }

  private func announce(_ problems: [Words]) {
    guard let sentence = Words.summary(problems, shell.context.language) else { return }
    shell.announce(Message(.warning, sentence))
  }
}

extension Words {
  /// The first of several sentences, and how many more there are; nil for none.
  static func summary(_ sentences: [Words], _ language: Language) -> String? {
    guard let first = sentences.first?(language) else { return nil }
    let rest = sentences.count - 1
    guard rest > 0 else { return first }
    return first + language.say(" (còn \(rest) chỗ nữa)", " (and \(rest) more)")
  }
}
