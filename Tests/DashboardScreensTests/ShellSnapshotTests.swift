import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

/// The shell with its dialogs over the board: help, palette, menus, themes, leaving, messages.
@Suite @MainActor struct ShellSnapshotTests {
  typealias Catalog = ScreenCatalog<NoFiles>

  static func shell(
    _ size: Size, _ language: Language, isLong: Bool = false
  ) async -> Shell {
    let context = Fixtures.context(size, language)
    let department = Bilingual(
      vietnamese: isLong ? Fixtures.long : "Sở KH&CN Sóc Trăng",
      english: isLong ? Fixtures.long : "Sóc Trăng Department of S&T")
    let titles = [("Tối", "Dark"), ("Sáng", "Light"), ("Tương phản cao", "High contrast")]
    let themes = titles.enumerated().map { index, title in
      var theme = Theme.fallback
      theme.name = "theme\(index)"
      (theme.vietnameseTitle, theme.englishTitle) = title
      return theme
    }
    let shell = Shell(
      profile: DatabaseProfile(department: department, demoToday: Fixtures.today),
      context: context,
      services: EffectTests.services(FakeVentures(Fixtures.content(), version: 3)),
      tabs: Catalog.tabs, themes: themes, size: size, make: Catalog.factory)
    await shell.untilIdle()
    return shell
  }

  /// What is pressed for each state.
  nonisolated static let states: [(name: String, events: [InputEvent])] = [
    ("normal", []),
    ("help", [.key(.function(1))]),
    ("help-search", [.key(.function(1)), .text("nhap")]),
    ("help-nothing", [.key(.function(1)), .text("zzzz")]),
    ("palette", [.key(.control("p"))]),
    ("palette-search", [.key(.control("p")), .text("bang")]),
    ("menu-record", [.key(.function(9))]),
    ("menu-view", [.key(.function(9)), .key(KeyStroke(.right))]),
    ("menu-go", [.key(.function(9)), .key(KeyStroke(.right)), .key(KeyStroke(.right))]),
    ("menu-program", [.key(.function(9)), .key(KeyStroke(.left))]),
    ("search", [.text("/"), .text("gao")]),
    ("message", [.invalidBytes(2)]),
  ]

  static func drawn(
    _ events: [InputEvent], _ size: Size, _ language: Language, isLong: Bool = false
  ) async -> Canvas {
    let shell = await shell(size, language, isLong: isLong)
    for event in events {
      _ = shell.draw(size)
      shell.handle([event])
      await shell.untilIdle()
    }
    return shell.draw(size)
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func dialogs(_ language: Language, _ size: Size) async throws {
    let context = Fixtures.context(size, language)
    for (name, events) in Self.states {
      let canvas = await Self.drawn(events, size, language)
      try expectSnapshot(canvas, "shell", name, context)
    }
    let long = await Self.drawn([], size, language, isLong: true)
    try expectSnapshot(long, "shell", "longest", context)
    let themes = await Self.shell(size, language)
    themes.run("program.theme")
    try expectSnapshot(themes.draw(size), "shell", "themes", context)
    let leaving = await Self.shell(size, language)
    leaving.open(Destination(.record, venture: Fixtures.id(1), isEditing: true))
    await leaving.untilIdle()
    leaving.handle([.text("x"), .key(.control("q"))])
    await leaving.untilIdle()
    #expect(!leaving.isFinished)
    try expectSnapshot(leaving.draw(size), "shell", "leaving", context)
  }

  @Test(arguments: Language.allCases)
  func tooSmall(_ language: Language) async throws {
    let canvas = await Self.drawn([], Size(width: 50, height: 12), language)
    try expectSnapshot(
      canvas, "shell", "too-small", Fixtures.context(Size(width: 50, height: 12), language))
  }
}
