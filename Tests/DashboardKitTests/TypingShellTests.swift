import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Typing method and vi keys in the shell")
@MainActor
struct TypingShellTests {
  @Test("One key switches it on and off, the title bar shows it, the settings keep it")
  func toggle() {
    let shell = World().shell()
    var kept: [Preferences] = []
    shell.settingsChanged = { _, _, preferences in kept.append(preferences) }
    #expect(shell.seen().place(of: "TELEX") == nil)
    shell.press(.function(12))
    #expect(shell.seen().line(0).contains("VI·TELEX"))
    #expect(shell.context.preferences.typing.method == .telex)
    shell.press(.alt("g"))
    #expect(shell.seen().place(of: "VI·TELEX") == nil)
    #expect(kept.map(\.typing.method) == [.telex, .off])
    shell.change { $0.typing.choose(.vni) }
    #expect(shell.seen(60, 20).line(0).contains("VI·VNI"), "there is room at 60 columns")
    #expect(shell.click("VI·VNI", on: shell.seen()))
    #expect(!shell.context.preferences.typing.isOn)
  }

  @Test("In the palette and the help, too; the key works there", arguments: [1, 2])
  func palette(_ dialog: Int) {
    let shell = World().shell()
    shell.press(dialog == 1 ? .control("p") : .function(1))
    shell.press(.alt("g"))
    shell.type("ddooir")
    #expect(shell.seen().place(of: "đổi") != nil)
    shell.press(.alt("g"))
    shell.type(" aa")
    #expect(shell.seen().place(of: "đổi aa") != nil)
  }

  @Test("Lines pasted into the palette are joined, and the shell says so")
  func pasted() {
    let shell = World().shell()
    shell.press(.control("p"))
    shell.handle([.paste("đổi\nmới")])
    #expect(shell.seen().place(of: "đổi mới") != nil)
    #expect(shell.messages.current?.text == FieldNotice.joinedLines(2).words(.vietnamese))
  }

  @Test("vi keys move where no field has the focus, and are letters in fields")
  func viKeys() throws {
    let shell = World().shell()
    shell.press(.control("p"))
    shell.type("phim vi")
    shell.press(KeyStroke(.enter))
    #expect(shell.context.preferences.usesViKeys)
    shell.press(.function(9))
    let first = try #require(shell.seen().cursor)
    shell.type("j")
    #expect(shell.seen().cursor == Point(x: first.x, y: first.y + 1))
    shell.type("k")
    #expect(shell.seen().cursor == first)
    shell.type("G")
    #expect(try #require(shell.seen().cursor).y > first.y + 1)
    shell.type("g")
    #expect(shell.seen().cursor == first)
    let before = shell.seen().all
    shell.type("l")
    #expect(shell.seen().all != before)
    shell.press(KeyStroke(.escape))
    shell.testHost?.send(.beginTyping)
    shell.type("hjklgG")
    #expect(shell.testHost?.state.typed == "hjklgG")
    shell.press(.control("p"))
    shell.type("hjkl")
    #expect(shell.seen().place(of: "hjkl") != nil)
  }

  @Test("Without them, letters in menus, themes and questions find their rows")
  func letters() {
    var dialog = ConfirmDialog(title: "", question: "", choices: ["Ở lại", "Đi ra"])
    #expect(dialog.handle(.text("d")) == .stay && dialog.focus == 1)
    #expect(dialog.handle(.text("ơ")) == .stay && dialog.focus == 0, "o with a horn is o")
    var themes = ThemeDialog(count: 3, current: 0)
    #expect(themes.handle(.text("đ"), ["Sáng", "Tối", "Đơn sắc"]) == .focused(2))
    #expect(themes.handle(.text("x"), ["Sáng", "Tối", "Đơn sắc"]) == .stay)
  }

  @Test("Only the letters of vi are translated")
  func translation() {
    let keys: [(String, Key)] = [
      ("h", .left), ("j", .down), ("k", .up), ("l", .right), ("g", .home), ("G", .end),
    ]
    for (letter, key) in keys {
      #expect(ViKeys.moves(.text(letter)) == .key(KeyStroke(key)))
    }
    for letter in ["H", "J", "x", "đ", "hj", "?", " "] {
      #expect(ViKeys.moves(.text(letter)) == .text(letter))
    }
    #expect(ViKeys.moves(.paste("h")) == .paste("h"))
  }
}
