import DashboardKit
import Foundation
import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import vuonuom

/// Somebody sets the program up, on the screen and in an editor.
@Suite("Journeys through the settings")
@MainActor
struct SettingsJourneyTests {
  private struct Place {
    let runner: CommandRunner
    let desk: Desktop
    let keeper: SettingsKeeper
    let watch: FilesWatch
    let open: OpenDatabase
  }

  private func start(_ settings: String? = nil) async throws -> Place {
    let runner = try CommandRunner()
    if let settings {
      try FileManager.default.createDirectory(
        atPath: runner.path("config"), withIntermediateDirectories: true)
      try runner.write("config/settings.toml", settings)
    }
    let path = runner.path("config/settings.toml")
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    let file = SettingsFile.load(from: path)
    let keeper = SettingsKeeper(desk.shell, file, path: path)
    desk.shell.settingsChanged = { _, _, _ in keeper.keep() }
    let themes = SourceFolder.root.appendingPathComponent("themes").path
    let watch = FilesWatch(
      desk.shell, keeper, themes: [runner.path("config/themes"), themes],
      settings: runner.path("config"))
    return Place(runner: runner, desk: desk, keeper: keeper, watch: watch, open: open)
  }

  private func finish(_ place: Place) async {
    place.watch.cancel()
    await place.open.database.close()
  }

  private func waits(_ condition: () -> Bool, seconds: Double = 5) async throws -> Bool {
    let end = ContinuousClock.now + .milliseconds(Int(seconds * 1_000))
    while ContinuousClock.now < end {
      if condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return condition()
  }

  @Test("every setting is chosen by keys, shown at once, and kept in the file")
  func chooses() async throws {
    let place = try await start("# của Lan\ndatabase = \"so.db\"  # chung\n")
    let desk = place.desk
    #expect(try await waits { desk.shell.themes.count > 6 })
    await desk.press(.alt("s"))
    #expect(desk.screen.contains("▶ Ngôn ngữ"))
    await desk.press(KeyStroke(.down), KeyStroke(.right))
    #expect(desk.shell.theme.name != Theme.fallback.name)
    for _ in 0..<7 { await desk.press(KeyStroke(.down), KeyStroke(.enter)) }
    #expect(desk.shell.context.preferences.typing.method == .telex)
    #expect(!desk.shell.hasMouse)
    await desk.press(KeyStroke(.home), KeyStroke(.right))
    #expect(desk.screen.contains("▶ Language"), "\(desk.screen)")
    place.keeper.flush()
    let text = try place.runner.read("config/settings.toml")
    #expect(
      text == """
        # của Lan
        database = "so.db"  # chung
        theme = "\(desk.shell.theme.name)"
        typing = "telex"
        tone_style = "new"
        typing_brackets = true
        vi_keys = true
        mouse = false
        motion = false
        terminal_clipboard = false
        language = "en"

        """)
    let read = SettingsFile.load(from: place.runner.path("config/settings.toml"))
    #expect(read.problems.isEmpty && read.preferences == desk.shell.context.preferences)
    await desk.press(KeyStroke(.escape))
    #expect(!desk.screen.contains("▶ Language"))
    await finish(place)
  }

  @Test(
    "an edit by hand is taken over while the program runs; mistakes are named and change nothing")
  func editedByHand() async throws {
    let place = try await start()
    let desk = place.desk
    try FileManager.default.createDirectory(
      atPath: place.runner.path("config"), withIntermediateDirectories: true)
    #expect(try await waits { desk.shell.themes.count > 6 })
    try place.runner.write("config/settings.toml", "language = \"en\"\ntheme = \"light\"\n")
    #expect(try await desk.waits(for: "Took over the settings"), "\(desk.screen)")
    #expect(desk.shell.theme.name == "light")
    try place.runner.write("config/settings.toml", "language = \"en\"\ntheme = \n")
    #expect(try await desk.waits(for: "settings.toml:2: not valid TOML"), "\(desk.screen)")
    #expect(desk.shell.theme.name == "light")
    await desk.press(.alt("l"))
    #expect(try await desk.waits(for: "Chưa lưu cài đặt"), "\(desk.screen)")
    #expect(try place.runner.read("config/settings.toml") == "language = \"en\"\ntheme = \n")
    try place.runner.write("config/settings.toml", "theme = \"mono\"\nmouse = 1\n")
    #expect(try await waits { desk.shell.theme.name == "mono" })
    #expect(desk.shell.hasMouse && desk.shell.context.surroundings.settingsProblems.count == 1)
    await finish(place)
  }

  @Test("a failed write is said")
  func failedWrite() async throws {
    let place = try await start()
    // A file where the folder would have to be cannot be written into by anybody.
    try place.runner.write("config", "")
    await place.desk.press(.alt("l"))
    #expect(try await place.desk.waits(for: "The settings are not kept"), "\(place.desk.screen)")
    await finish(place)
  }

  @Test("a theme file is shown within a second; a broken one keeps the old look and is named")
  func themes() async throws {
    let place = try await start("theme = \"mine\"\n")
    let desk = place.desk
    #expect(try await waits { desk.shell.themes.count > 6 })
    #expect(desk.shell.theme.name == "dark")
    let folder = place.runner.path("config/themes")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ colour: String) throws {
      try place.runner.write(
        "config/themes/mine.toml",
        "title = { vi = \"Của tôi\", en = \"Mine\" }\nvariant = \"dark\"\ninherits = \"dark\"\n"
          + "[roles]\ndanger = { fg = \(colour), ansi = \"red\", mono = \"bold\" }\n")
    }
    func danger() -> ThemeColour? { desk.shell.theme.roles[.danger]?.full.fg }
    desk.shell.adopt(language: nil, theme: "dark", desk.shell.context.preferences)
    try write("\"#ff0000\"")
    #expect(
      try await waits({ desk.shell.themes.contains { $0.name == "mine" } }, seconds: 3),
      "a folder that appears later is seen")
    desk.shell.adopt(language: nil, theme: "mine", desk.shell.context.preferences)
    #expect(danger() == .rgb(255, 0, 0))
    try write("\"#00ff00\"")
    #expect(try await waits({ danger() == .rgb(0, 255, 0) }, seconds: 3))
    for (value, line) in [("\"#nothing\"", "mine.toml:5"), ("\"#0000ff", "mine.toml:5")] {
      try write(value)
      #expect(try await desk.waits(for: line, seconds: 2), "\(desk.screen)")
      #expect(danger() == .rgb(0, 255, 0) && desk.shell.theme.name == "mine")
    }
    try write("\"#0000ff\"")
    #expect(try await waits({ danger() == .rgb(0, 0, 255) }, seconds: 3))
    try FileManager.default.removeItem(atPath: folder)
    #expect(try await desk.waits(for: "không còn", seconds: 2), "\(desk.screen)")
    #expect(desk.shell.theme.name == "dark")
    await finish(place)
  }

  @Test("a file that a link leads to is watched where it is")
  func links() async throws {
    let place = try await start("theme = \"dark\"\n")
    let desk = place.desk
    let path = place.runner.path("config/settings.toml")
    try FileManager.default.createDirectory(
      atPath: place.runner.path("dots"), withIntermediateDirectories: true)
    try place.runner.write("dots/vuonuom.toml", "language = \"vi\"\n")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: place.runner.path("dots/vuonuom.toml"))
    try await Task.sleep(for: .milliseconds(400))
    try place.runner.write("dots/vuonuom.toml", "language = \"en\"\n")
    #expect(try await waits { desk.shell.context.language == .english })
    await finish(place)
  }
}
