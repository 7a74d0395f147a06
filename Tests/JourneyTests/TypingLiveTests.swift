import Foundation
import TestSupport
import Testing

/// Twenty words through a real pseudo-terminal into the search field of the running demo, as
/// Unikey types them: backspaces and the new end of the word with each key.
///
/// Each gap has a program of its own. The whole word is written in one go with 0 ms; with 20 ms
/// byte by byte; with 200 ms key press by key press.
@Suite("Typing Vietnamese into the running program")
struct TypingLiveTests {
  /// What each key press changes: how many letters are taken back, and what comes instead.
  struct Word: Sendable {
    let text: String
    let presses: [(back: Int, letters: String)]

    /// `keys` are key presses divided by blanks; `<` is a backspace.
    init(_ text: String, _ keys: String) {
      self.text = text
      presses = keys.split(separator: " ").map { press in
        (press.prefix { $0 == "<" }.count, String(press.drop { $0 == "<" }))
      }
    }

    func bytes(_ backspace: UInt8) -> [[UInt8]] {
      presses.map { Array(repeating: backspace, count: $0.back) + Array($0.letters.utf8) }
    }
  }

  static let words = [
    Word("Nguyễn", "N g u y e <ê n <<ễn"), Word("Thị", "T h i <ị"),
    Word("Tuyết", "T u y e <ê t <<ết"), Word("việt", "v i e <ê t <<ệt"),
    Word("đường", "d <đ u <ư o <ơ n g <<<ờng"), Word("người", "n g u o i <<<ươi <<ời"),
    Word("khởi", "k h o <ơ i <<ởi"), Word("nghiệp", "n g h i e <ê p <<ệp"),
    Word("Sóc", "S o c <<óc"), Word("Trăng", "T r a <ă n g"), Word("ươm", "u <ư o <ơ m"),
    Word("thuở", "t h u o <ơ <ở"), Word("giếng", "g i e <ê n g <<<ếng"),
    Word("quỹ", "q u y <ỹ"), Word("hoàng", "h o a <<òa <<<hoàn g"),
    Word("ngoằn", "n g o a <ă n <<ằn"),
    Word("khuỷu", "k h u y u <<ỷu"), Word("ĐỘC", "D <Đ O <Ô C <<ỘC"),
    Word("lập", "l a <â p <<ập"), Word("mẫu", "m a <â u <<ẫu"),
  ]

  @Test("The field shows exactly the word", arguments: [0, 20, 200])
  func types(_ gap: Int) throws {
    let demo = try Demo()
    for (index, word) in Self.words.enumerated() {
      let presses = word.bytes(index % 2 == 0 ? 0x7F : 0x08)
      switch gap {
      case 0: demo.terminal.write(presses.flatMap { $0 })
      case 20: demo.write(presses.flatMap { $0.map { [$0] } }, gap: gap)
      default: demo.write(presses, gap: gap)
      }
      let shown = demo.waitForField(word.text)
      #expect(shown.map { Array($0.utf8) } == Array(word.text.utf8), "\(shown ?? "no field")")
      demo.clearField()
    }
    demo.terminal.signal(SIGTERM)
    _ = demo.terminal.waitForEnd(seconds: 5)
  }
}

/// The same with the program's own typing method, which Alt+G switches on: the keys of Telex as
/// hands type them, and what a typing method outside sends while the built-in one is on, too.
@Suite("Typing Vietnamese with the built-in Telex into the running program")
struct TypingLiveTelexTests {
  static let words = [
    ("Nguyễn", "Nguyeenx"), ("Thị", "Thij"), ("Tuyết", "Tuyeets"), ("việt", "vieetj"),
    ("đường", "dduwowngf"), ("người", "nguwowif"), ("khởi", "khowir"), ("nghiệp", "nghieepj"),
    ("Sóc", "Socs"), ("Trăng", "Trawng"), ("ươm", "uwowm"), ("thuở", "thuowr"),
    ("giếng", "gieengs"), ("quỹ", "quyx"), ("hoàng", "hoangf"), ("ngoằn", "ngoawnf"),
    ("khuỷu", "khuyur"), ("ĐỘC", "DDOOCJ"), ("lập", "laapj"), ("mẫu", "maaux"),
  ]

  @Test("The field shows exactly the word", arguments: [0, 20, 200])
  func types(_ gap: Int) throws {
    let demo = try Demo()
    demo.switchTypingOn()
    for (text, keys) in Self.words {
      let bytes = Array(keys.utf8)
      if gap == 0 { demo.terminal.write(bytes) } else { demo.write(bytes.map { [$0] }, gap: gap) }
      let shown = demo.waitForField(text)
      #expect(shown.map { Array($0.utf8) } == Array(text.utf8), "\(shown ?? "no field")")
      demo.clearField()
    }
    demo.terminal.signal(SIGTERM)
    _ = demo.terminal.waitForEnd(seconds: 5)
  }

  @Test("Words that come composed already stay as they come")
  func both() throws {
    let demo = try Demo()
    demo.switchTypingOn()
    for (index, word) in TypingLiveTests.words.enumerated() {
      let presses = word.bytes(index % 2 == 0 ? 0x7F : 0x08)
      if index % 3 == 0 {
        demo.write(presses, gap: 20)
      } else {
        demo.terminal.write(presses.flatMap { $0 })
      }
      let shown = demo.waitForField(word.text)
      #expect(shown.map { Array($0.utf8) } == Array(word.text.utf8), "\(shown ?? "no field")")
      demo.clearField()
    }
    demo.terminal.signal(SIGTERM)
    _ = demo.terminal.waitForEnd(seconds: 5)
  }
}

/// The running demo with its search field open.
private final class Demo {
  let terminal: PseudoTerminal
  private var screen = TypingScreen(columns: 100, rows: 30)
  private var seen = 0
  private var taken = 0

  init() throws {
    let runner = try CommandRunner()
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder, "PATH": "/usr/bin:/bin",
    ]
    if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      environment["LD_LIBRARY_PATH"] = library
    }
    terminal = try PseudoTerminal(
      CommandRunner.program.path, ["demo"], environment: environment, columns: 100, rows: 30)
    let folder = runner.folder
    terminal.cleanUp = { try? FileManager.default.removeItem(atPath: folder) }
    try #require(
      terminal.read(seconds: 20) { _ in isShown("/ Tìm") && isShown("ST-") }, "it does not start")
    terminal.write("/")
    try #require(terminal.read(seconds: 5) { _ in field != nil }, "no search field")
  }

  /// Alt+G; the title bar says that it is on.
  func switchTypingOn() {
    terminal.write("\u{1B}g")
    #expect(terminal.read(seconds: 5) { _ in isShown("VI·TELEX") })
  }

  private func isShown(_ text: String) -> Bool { look().lines.contains { $0.contains(text) } }

  /// The screen as it is now. What was written is looked at once the program pauses, so that no
  /// sequence is cut.
  private func look() -> TypingScreen {
    let count = terminal.output.count
    if count == seen, count > taken {
      screen.show(Array(terminal.output[taken...]))
      taken = count
    }
    seen = count
    return screen
  }

  func write(_ parts: [[UInt8]], gap: Int) {
    for part in parts {
      terminal.write(part)
      terminal.read(seconds: Double(gap) / 1000) { _ in false }
    }
  }

  /// What the field shows, at the latest after some seconds.
  func waitForField(_ wanted: String) -> String? {
    terminal.read(seconds: 5) { _ in field.map { Array($0.utf8) } == Array(wanted.utf8) }
    // What comes late must not change it any more.
    terminal.read(seconds: 0.1) { _ in field == nil }
    return field
  }

  /// Ctrl+U.
  func clearField() {
    terminal.write([0x15])
    terminal.read(seconds: 5) { _ in field?.hasPrefix("tên") == true }
  }

  /// The field stands behind its label and is 28 cells wide.
  private var field: String? {
    for cells in look().cells {
      let line = cells.joined()
      guard let range = line.range(of: "Tìm: ") else { continue }
      let start = line.distance(from: line.startIndex, to: range.upperBound)
      return cells[start..<min(cells.count, start + 28)].joined()
        .trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
