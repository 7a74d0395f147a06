import Foundation
import TestSupport
import Testing

/// A typing method for Vietnamese that is at work while commands are meant presses letters and
/// backspaces by itself: dd is d, backspace, đ. None of them may do anything to a record.
@Suite("Bare letters outside of fields")
struct TypingLettersTests {
  @Test("No command of any screen is on a bare letter or digit", arguments: ["vi", "en"])
  func registry(_ language: String) throws {
    let runner = try CommandRunner()
    let keys = try runner.run("keys", "--language", language)
    try #require(keys.code == 0, "\(keys.errors)")
    let rows = keys.output.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 20, "the table of keys is empty")
    for row in rows {
      let cell = row.dropFirst(2).prefix { $0 != "|" }
      for name in cell.split(separator: "`") {
        let isLetter = name.count == 1 && name.allSatisfy { $0.isLetter || $0.isNumber }
        #expect(!isLetter, "\(row)")
      }
    }
  }

  @Test("Every letter on every screen, as Telex presses it, leaves the records as they were")
  func records() throws {
    let runner = try CommandRunner()
    let file = runner.path("demo.db")
    try #require(try runner.run("demo", "--keep", file, "--no-open").code == 0)
    let before = try runner.run("export", "ventures", "--database", file, "--format", "json")
    let terminal = try PseudoTerminal(
      CommandRunner.program.path, ["demo", "--keep", file],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder, "PATH": "/usr/bin:/bin",
      ])
    try #require(terminal.read(seconds: 20) { $0.mode(1049) == true })
    for screen in ["\u{1B}1", "\u{1B}2", "\u{1B}3", "\u{1B}1\u{1B}OB\r", "\u{1B}2\u{1B}OB\r"] {
      terminal.write(screen)
      terminal.read(seconds: 0.7) { _ in false }
      for letters in Self.presses {
        terminal.write(letters)
        terminal.read(seconds: 0.01) { _ in false }
      }
      terminal.write("\u{1B}")
      terminal.read(seconds: 0.3) { _ in false }
    }
    terminal.signal(SIGTERM)
    try #require(terminal.waitForEnd(seconds: 10) != nil, "still running")
    let after = try runner.run("export", "ventures", "--database", file, "--format", "json")
    #expect(before.code == 0 && before.output.count > 1000)
    #expect(before.output == after.output, "a letter changed a record")
  }

  /// Letters as they are, and what Telex makes of two.
  private static let presses: [String] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) } + [
      "d\u{7F}đ", "D\u{8}Đ", "a\u{7F}â", "a\u{7F}ă", "e\u{7F}ê", "o\u{7F}ô", "o\u{8}ơ", "ư", "Ư",
      "ế", "ộ", "ự", "e\u{301}", "\u{323}", "\u{7F}\u{7F}\u{8}",
    ]
}
