import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// Everything that can be done is reached by menu, palette and help, and by a key or the menu, from
/// the registry alone.
@Suite struct ReachTests {
  @Test(arguments: Language.allCases)
  func everyCommandIsReachedInEveryWay(_ language: Language) async throws {
    let context = SettingsTests.context(Size(width: 80, height: 24), language)
    let shared = GlobalCommands.infos(tabs: ["Một", "Hai"], language)
    var contexts = try await CommandTests.everything(context)
    contexts.append(
      ("settings", CommandTests.infos(SettingsScreen.self, SettingsState(), context)))
    for (name, commands) in contexts {
      let entries = (commands + shared).map { CommandEntry(info: $0, section: name) }
      let menus = CommandMenu.allCases.flatMap { MenuDialog($0).items(entries) }.map(\.id)
      let help = CommandDialog(.help).found(entries).map(\.info.id)
      let palette = CommandDialog(.palette).found(entries).map(\.info.id)
      for entry in entries {
        let id = entry.info.id
        #expect(menus.contains(id), "\(name): \(id) is in no menu")
        #expect(help.contains(id), "\(name): \(id) is not in the help")
        #expect(palette.contains(id) || id == GlobalCommands.paletteID, "\(name): \(id)")
        expectFound(entry, in: entries, name)
        expectAlternative(entry.info, name)
      }
    }
  }

  /// The title without accents, and the sentence without accents, find it.
  private func expectFound(_ entry: CommandEntry, in entries: [CommandEntry], _ name: String) {
    for words in [entry.info.title, entry.info.help] {
      let found = CommandSearch.find(TextFolding.fold(words), in: entries).map(\.info.id)
      #expect(found.contains(entry.info.id), "\(name): \(entry.info.id) by «\(words)»")
    }
  }

  /// Terminals and desktops take F1, F10, F11: nothing has a function key alone besides its menu.
  private func expectAlternative(_ info: CommandInfo, _ name: String) {
    guard let first = info.keys.first, case .function(let number) = first.key else { return }
    let others = info.keys.dropFirst().contains { key in
      if case .function = key.key { false } else { true }
    }
    let isEaten = [1, 10, 11].contains(number)
    #expect(others || !isEaten, "\(name): \(info.id) has \(number) alone")
  }

  @Test(arguments: Language.allCases)
  func theSettingsAreWhole(_ language: Language) {
    let context = SettingsTests.context(Size(width: 80, height: 24), language)
    let commands = CommandTests.infos(SettingsScreen.self, SettingsState(), context)
    let shared = GlobalCommands.infos(tabs: ["Một"], language)
    #expect(CommandAudit.problems(in: commands, beside: shared) == [])
  }

  /// A key of a screen never hides one that works everywhere, but for those that a form keeps from
  /// being taken for an undo, and those that take a score back.
  @Test(arguments: Language.allCases)
  func noScreenTakesASharedKey(_ language: Language) async throws {
    let context = Fixtures.context(Size(width: 80, height: 24), language)
    let shared = GlobalCommands.infos(tabs: [], language)
    for (name, commands) in try await CommandTests.everything(context) {
      let kept = ["typing.undo", "typing.redo", "score.undo", "score.redo"]
      let own = commands.filter { !kept.contains($0.id) }
      #expect(CommandAudit.problems(in: own, beside: shared).isEmpty, "\(name)")
    }
  }
}
