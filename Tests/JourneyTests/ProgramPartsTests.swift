import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite
import Testing

@testable import vuonuom

/// Parts of the executable that need no screen.
@Suite("Parts of the program")
struct ProgramPartsTests {
  private let names: Set = ["import", "doctor"]

  @Test("options before a subcommand come to stand behind it")
  func globalArguments() {
    func normalised(_ line: String) -> String {
      let words = line.split(separator: " ").map(String.init)
      return GlobalArguments.normalised(words, subcommands: names).joined(separator: " ")
    }
    #expect(normalised("--database a.db doctor") == "doctor --database a.db")
    #expect(normalised("--database=a.db doctor --json") == "doctor --json --database=a.db")
    #expect(normalised("--language en import x -- y") == "import x --language en -- y")
    #expect(normalised("--database a.db") == "--database a.db")
    #expect(normalised("--strange doctor") == "--strange doctor")
    #expect(normalised("--database") == "--database")
  }

  @Test("complaints of the argument parser are one Vietnamese sentence")
  func usageWords() {
    #expect(
      UsageWords.vietnamese("Error: Unknown option '--mau'\nUsage: x")
        == "Không có tùy chọn «--mau». Xem cách dùng: vuonuom --help")
    #expect(UsageWords.vietnamese("Error: odd").contains("Dòng lệnh không đúng"))
  }

  @Test("the log keeps one line an entry, is private, and does not grow for ever")
  func log() throws {
    let runner = try CommandRunner()
    let path = runner.path("log")
    let log = LogFile(path: path, mostBytes: 200)
    let moment = DemoSeason.season2020.today.at(hour: 9, minute: 5)
    log.write("một\nhai \u{1B}[31m", at: moment)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("2020-09-15 09:05:00 một hai "))
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").count == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    for _ in 0..<50 { log.write("dòng", at: moment) }
    #expect(try String(contentsOfFile: path, encoding: .utf8).utf8.count < 400)
    #expect(FileManager.default.fileExists(atPath: path + ".1"))
  }

  @Test("failures are logged, refusals are not")
  func loggedDatabase() async throws {
    let runner = try CommandRunner()
    let path = runner.path("log")
    let database = LoggedDatabase(
      inner: try SQLiteDatabase(inMemory: ()), log: LogFile(path: path))
    for error in [StorageError.notFound(entity: "x"), .engine(code: "7", message: "kaputt")] {
      do {
        try await database.write { _ in throw error }
      } catch {}
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("kaputt"))
    #expect(!text.contains("notFound"))
  }

  @Test("settings are read, and what the user chose is kept beside the rest")
  func settings() throws {
    let runner = try CommandRunner()
    try runner.write("settings.toml", "database = \"so.db\"\nlanguage = \"en\"\n")
    let path = runner.path("settings.toml")
    let settings = SettingsFile.load(from: path)
    #expect(settings.database == "so.db")
    #expect(settings.language == .english)
    #expect(settings.problems.isEmpty)
    var preferences = Preferences()
    preferences.typing = Typing(.vni, toneStyle: .new, usesBrackets: true)
    preferences.usesViKeys = true
    preferences.usesMouse = false
    preferences.hasMotion = false
    preferences.usesTerminalClipboard = false
    let values = SettingsKey.values(language: .vietnamese, theme: "light", preferences)
    try SettingsFile.write(values, to: path)
    let kept = SettingsFile.load(from: path)
    #expect(kept.database == "so.db" && kept.language == .vietnamese && kept.theme == "light")
    #expect(kept.preferences == preferences)
    #expect(kept.problems.isEmpty)
  }

  @Test("a demo's clock shows its own day, and --today another")
  func clock() {
    let user = User(login: "lan", displayName: "Lan", roles: [])
    let name = Bilingual(vietnamese: "Sở", english: "Department")
    let demo = DatabaseProfile(department: name, demoToday: DemoSeason.season2020.today)
    let session = RealWorld.session(user, profile: demo, today: nil)
    #expect(session.today().formatted == "15/09/2020")
    #expect(session.now().localDate.formatted == "15/09/2020")
    let other = LocalDate(year: 2020, month: 12, day: 1)
    #expect(RealWorld.session(user, profile: demo, today: other).now().localDate == other)
    let real = DatabaseProfile(department: name, demoToday: nil)
    #expect(RealWorld.session(user, profile: real, today: other).now().localDate != other)
  }
}
