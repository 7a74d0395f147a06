import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("What the user sets")
struct ShellSettingsTests {
  private let world = World()

  private func other(_ name: String = "other") -> Theme {
    var theme = Theme.fallback
    theme.name = name
    theme.vietnameseTitle = "Khác"
    return theme
  }

  @Test("a screen's wish is shown and kept at once")
  func changes() throws {
    let shell = world.shell(themes: [.fallback, other()])
    var kept: [String] = []
    shell.settingsChanged = { language, theme, preferences in
      kept.append("\(language.rawValue) \(theme.name) \(preferences.usesViKeys)")
    }
    let host = try #require(shell.current)
    shell.host(host, asks: .change(.language(.english)))
    shell.host(host, asks: .change(.theme("other")))
    shell.host(host, asks: .change(.theme("nobody's")))
    var preferences = shell.context.preferences
    preferences.usesViKeys = true
    shell.host(host, asks: .change(.preferences(preferences)))
    #expect(kept == ["en dark false", "en other false", "en other true"])
    #expect(shell.seen().line(1) == " [Test board]  List")
    #expect(shell.context.surroundings.theme == "other")
    #expect(shell.context.surroundings.themes.map(\.name) == ["dark", "other"])
    shell.host(host, asks: .change(.chooseTheme))
    #expect(shell.seen().all.contains("▶ Dark") || shell.seen().all.contains("▶ "))
    #expect(shell.layers.count == 1)
  }

  @Test("what was changed outside is shown, and not kept again")
  func adopts() {
    let shell = world.shell(themes: [.fallback, other()])
    var kept = 0
    shell.settingsChanged = { _, _, _ in kept += 1 }
    var preferences = Preferences()
    preferences.hasMotion = false
    shell.adopt(language: .english, theme: "other", preferences)
    #expect(shell.context.language == .english && shell.theme.name == "other")
    #expect(shell.context.preferences == preferences)
    shell.adopt(language: nil, theme: "nobody's", preferences)
    #expect(shell.context.language == .english && shell.theme.name == "other")
    #expect(kept == 0)
  }

  @Test("one key frees the mouse, says so and shows it; the same key takes it back")
  func mouse() {
    let shell = world.shell()
    var states: [Bool] = []
    shell.mouseShown = { states.append($0) }
    shell.press(.alt("p"))
    #expect(!shell.hasMouse && states == [false])
    let free = shell.seen()
    #expect(free.line(0).contains("CHỌN CHỮ"))
    #expect(free.all.contains("Alt+P lấy lại chuột"))
    shell.press(.alt("p"))
    #expect(shell.hasMouse && states == [false, true])
    #expect(!shell.seen().line(0).contains("CHỌN CHỮ"))
    shell.leaveMouse()
    #expect(states == [false, true, false])
    #expect(!shell.seen().line(0).contains("CHỌN CHỮ"), "it was so from the beginning")
  }

  @Test("the mouse can be off in the settings, and the key takes it for now")
  func mouseOff() {
    let shell = world.shell()
    var preferences = Preferences()
    preferences.usesMouse = false
    shell.adopt(language: nil, theme: nil, preferences)
    #expect(!shell.hasMouse)
    shell.press(.alt("p"))
    #expect(shell.hasMouse)
    shell.change { $0.usesMouse = true }
    shell.press(.alt("p"))
    #expect(!shell.hasMouse)
  }

  @Test("without motion messages stay until the next key")
  func motion() {
    let shell = world.shell()
    shell.change { $0.hasMotion = false }
    shell.announce(Message(.done, "Đã lưu"))
    #expect(shell.nextDeadline == World.today.adding(days: 1).at(hour: 0))
    world.clock.advance(seconds: 3_600)
    shell.tick(world.clock.now)
    #expect(shell.seen().all.contains("Đã lưu"))
    shell.press(KeyStroke(.down))
    #expect(!shell.seen().all.contains("Đã lưu"))
  }

  @Test("Copy offers the text, shows it, and frees the mouse meanwhile")
  func copies() throws {
    let shell = world.shell()
    var offered: [String] = []
    var states: [Bool] = []
    shell.mouseShown = { states.append($0) }
    shell.copyWanted = {
      offered.append($0)
      return .sent
    }
    let host = try #require(shell.current)
    shell.host(
      host, asks: .copy(CopyText("Hồ sơ", table: [["Mã", "Tên"], ["ST-1", "Gạo\tsạch"]])))
    #expect(offered == ["Mã\tTên\nST-1\tGạo sạch"])
    #expect(states == [false])
    let canvas = shell.seen()
    #expect(canvas.all.contains("Sao chép: Hồ sơ"))
    #expect(canvas.all.contains("✓ Đã gửi tới terminal"))
    #expect(canvas.lines.contains("Mã   Tên") && canvas.lines.contains("ST-1   Gạo sạch"))
    let cursor = try #require(canvas.cursor)
    #expect(canvas.line(cursor.y) == "Mã   Tên")
    shell.press(KeyStroke(.escape))
    #expect(shell.layers.isEmpty && states == [false, true])
  }

  @Test(
    "a failed copy is stated, and the text is shown all the same",
    arguments: [
      (CopyOutcome.tooLong(limit: 74_994), "dài hơn 74.994 byte"),
      (.unsupported(terminal: "linux"), "«linux» không có bộ nhớ tạm"),
      (.switchedOff, "đang tắt trong Cài đặt"),
    ])
  func failedCopies(_ outcome: CopyOutcome, _ words: String) throws {
    let shell = world.shell()
    shell.copyWanted = { _ in outcome }
    if outcome == .switchedOff { shell.change { $0.usesTerminalClipboard = false } }
    let host = try #require(shell.current)
    shell.host(host, asks: .copy(CopyText("x", lines: ["nội dung"])))
    let shown = shell.seen()
    #expect(shown.all.contains(words))
    #expect(shown.all.contains("× Chưa sao chép") && shown.lines.contains("nội dung"))
  }

  @Test("what is copied holds nothing that a terminal could obey")
  func safeCopies() {
    let hostile = CopyText(
      "a\u{1B}]52;c;x\u{7}", lines: ["rm\u{1B}[31m -rf\r\u{202E}", "b\u{9B}1m"])
    #expect(hostile.text == "rm [31m -rf \nb 1m")
    #expect(hostile.title == "a ]52;c;x ")
    #expect(CopyText("x", lines: ["Vie\u{302}\u{323}t"]).text == "Việt")
  }

  @Test("suspending says why it cannot be done, and is asked for when it can")
  func suspends() {
    let shell = world.shell()
    shell.run("program.suspend")
    #expect(shell.seen().all.contains("không có dòng lệnh"))
    var asked = 0
    shell.suspendWanted = { asked += 1 }
    shell.run("program.suspend")
    #expect(asked == 1)
    shell.suspendProblem = Remark(vietnamese: "Không có chỗ trở về.", english: "Nowhere.")
    shell.run("program.suspend")
    #expect(asked == 1)
    #expect(shell.seen().all.contains("Không có chỗ trở về."))
  }

  @Test("every hint of every dialog can be clicked")
  func dialogHints() throws {
    let shell = world.shell(themes: [.fallback, other()])
    for command in ["program.help", "program.palette", "program.menu", "program.theme"] {
      shell.run(command)
      let canvas = shell.seen()
      let layer = try #require(shell.layers.last)
      for hint in Footer.hints(of: layer, ShellText(.vietnamese)) {
        let place = try #require(canvas.place(of: hint.key + " " + hint.label), "\(hint)")
        let isTarget = shell.targets.contains { $0.area.contains(place) }
        #expect(isTarget, "\(command): \(hint.key)")
      }
      shell.press(KeyStroke(.escape))
    }
    shell.run("program.palette")
    let moved = shell.click("↓ Chọn", on: shell.seen())
    #expect(moved)
    let back = shell.click("↑↓ Chọn", on: shell.seen())
    #expect(back)
    let run = shell.click("Enter Thực hiện", on: shell.seen())
    #expect(run)
    #expect(shell.layers.isEmpty)
  }

  @Test("the help says its sentences whole", arguments: Language.allCases)
  func wholeSentences(_ language: Language) {
    for (width, height) in [(60, 20), (80, 24), (120, 36)] {
      let shell = World(language: language).shell()
      shell.press(.function(1))
      var seen = ""
      for _ in 0..<60 {
        let canvas = shell.seen(width, height)
        let body = canvas.lines.dropFirst(3).dropLast(2)
        #expect(!body.contains { $0.contains("…") }, "\(width): \(body.joined(separator: "\n"))")
        seen += canvas.all
        shell.press(KeyStroke(.down))
      }
      let last = GlobalCommands.infos(tabs: [], language).last?.help.split(separator: " ").last
      #expect(seen.contains(last ?? "?"), "the last command can be reached")
    }
  }
}
