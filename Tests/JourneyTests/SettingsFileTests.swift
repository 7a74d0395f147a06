import DashboardKit
import Foundation
import Incubation
import Testing

@testable import vuonuom

/// The settings file, which people edit by hand as well.
@Suite("Settings file")
struct SettingsFileTests {
  @Test("only the values that changed are written; comments, order and unknown keys stay")
  func keepsTheRest() {
    let before = """
      # Cài đặt của Lan
      theme = 'light'   # sáng, dễ đọc
      "language" = "vi"
      future = [
        "a", # ]
        "b",
      ]
      note = \"\"\"
      theme = "not this"
      \"\"\"

      # của chương trình khác
      [other]
      theme = "nor this"
      """
    var document = SettingsDocument(before)
    #expect(document.entries.map(\.key) == ["theme", "language", "future", "note"])
    #expect(document.entries.map(\.line) == [2, 3, 4, 8])
    document.set("theme", to: "\"mono\"")
    document.set("language", to: "\"en\"")
    document.set("vi_keys", to: "true")
    let wanted =
      before
      .replacingOccurrences(of: "'light'", with: "\"mono\"")
      .replacingOccurrences(of: "\"vi\"", with: "\"en\"")
      .replacingOccurrences(of: "\"\"\"\n\n# của", with: "\"\"\"\nvi_keys = true\n\n# của")
    #expect(document.text == wanted)
  }

  @Test(
    "a new key finds its place",
    arguments: [
      ("", "a = 1\n"), ("b = 2", "b = 2\na = 1\n"), ("b = 2\r\n", "b = 2\r\na = 1\r\n"),
      ("# chỉ ghi chú\n", "# chỉ ghi chú\na = 1\n"),
      ("[t]\nx = 1\n", "a = 1\n\n[t]\nx = 1\n"),
      ("# về t\n[t]\nx = 1\n", "a = 1\n\n# về t\n[t]\nx = 1\n"),
      ("b = 2 # hai\n[t]\n", "b = 2 # hai\na = 1\n[t]\n"),
      ("a = 5 # năm\nb = 2\n", "a = 1 # năm\nb = 2\n"),
    ])
  func places(_ before: String, _ after: String) {
    var document = SettingsDocument(before)
    document.set("a", to: "1")
    #expect(document.text == after)
  }

  @Test("wrong and unknown values are named with their line, and the default is used")
  func problems() throws {
    let runner = try CommandRunner()
    try runner.write(
      "settings.toml",
      "language = \"fr\"\nmouse = \"no\"\n\nmousse = true\ntyping = \"vni\"\n[table]\nx = 1\n")
    let path = runner.path("settings.toml")
    let settings = SettingsFile.load(from: path)
    #expect(settings.language == nil && settings.preferences.usesMouse)
    #expect(settings.preferences.typing.method == .vni)
    let said = settings.problems.map(\.vietnamese)
    #expect(said.contains { $0.hasPrefix("\(path):1: ") && $0.contains("\"vi\", \"en\"") })
    #expect(said.contains { $0.hasPrefix("\(path):2: ") && $0.contains("true, false") })
    #expect(said.contains { $0.hasPrefix("\(path):4: ") && $0.contains("terminal_clipboard") })
    #expect(said.contains { $0.contains("«table»") })
    #expect(settings.problems.count == 4)
  }

  @Test("a file is written whole, for its owner alone, also where a link leads to it")
  func writes() throws {
    let runner = try CommandRunner()
    let path = runner.path("config/settings.toml")
    try SettingsFile.write([.theme: "\"light\""], to: path)
    #expect(try runner.read("config/settings.toml") == "theme = \"light\"\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: runner.path("config"))
    #expect(names == ["settings.toml"])
    try runner.write("dotfile", "language = \"en\" # của tôi\n")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: runner.path("dotfile"))
    try SettingsFile.write([.language: "\"vi\""], to: path)
    #expect(try runner.read("dotfile") == "language = \"vi\" # của tôi\n")
    #expect(Files.isLink(path))
  }

  @Test("a file that is not valid TOML is never overwritten, and says so with line and reason")
  func broken() throws {
    let runner = try CommandRunner()
    for text in ["language = \n", "a = 1\nb = [1,\n", "theme = \"x\"\ntheme = \"y\"\n"] {
      try runner.write("settings.toml", text)
      let path = runner.path("settings.toml")
      let failure = #expect(throws: Failure.self) {
        try SettingsFile.write([.theme: "\"light\""], to: path)
      }
      #expect(failure?.words.vietnamese.contains("\(path):") == true)
      #expect(failure?.words.vietnamese.contains("TOML") == true)
      #expect(try runner.read("settings.toml") == text)
      let settings = SettingsFile.load(from: path)
      #expect(settings.isBroken && settings.problems.count == 1)
    }
    try Data([0x61, 0x20, 0x3D, 0x20, 0x22, 0xFF, 0x22]).write(
      to: URL(fileURLWithPath: runner.path("settings.toml")))
    #expect(SettingsFile.load(from: runner.path("settings.toml")).isBroken)
  }

  @Test("whatever is set, the rest of a random file stays")
  func randomFiles() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    let random = SeededNumbers(seed: seed)
    let pieces = [
      "x = 1", "y = \"a # b\" # c", "z = '''\n[a]\nq = 1\n'''", "# [no table]", "", "  w = true",
      "l = [1, 2, # ]\n 3]", "t = { a = \"}\", b = 2 }", "s = \"\\\"=\"",
    ]
    for _ in 0..<300 {
      var lines = pieces.filter { _ in random.next() % 2 == 0 }
      if random.next() % 2 == 0 { lines.append("theme = \"old\"  # cũ") }
      if random.next() % 2 == 0 { lines += ["[table]", "theme = 1"] }
      let text = lines.joined(separator: "\n")
      let runner = try CommandRunner()
      try runner.write("s.toml", text)
      try SettingsFile.write([.theme: "\"new\"", .viKeys: "true"], to: runner.path("s.toml"))
      let after = try runner.read("s.toml")
      let read = SettingsFile.load(from: runner.path("s.toml"))
      #expect(read.theme == "new" && read.preferences.usesViKeys, "seed \(seed)\n\(text)")
      for line in lines where !line.isEmpty && !line.contains("old") {
        #expect(after.contains(line), "seed \(seed)\n\(text)\n---\n\(after)")
      }
      try? FileManager.default.removeItem(atPath: runner.folder)
    }
  }
}
