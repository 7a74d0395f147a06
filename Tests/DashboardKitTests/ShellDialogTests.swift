import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("Dialogs of the shell")
struct ShellDialogTests {
  private let world = World()

  @Test("help lists the screen's commands and the shared ones with keys and sentences")
  func help() {
    for key in [InputEvent.key(.function(1)), .text("?")] {
      let shell = world.shell()
      shell.handle([key])
      let canvas = shell.seen(120, 80)
      #expect(canvas.all.contains("F2, +"))
      #expect(canvas.all.contains("Thêm một vào số đếm."))
      #expect(canvas.all.contains("Ở mọi màn hình"))
      #expect(canvas.all.contains("Ctrl+Q"))
      #expect(canvas.cursor != nil, "the cursor stands in the field")
      shell.handle([key])
      #expect(shell.layers.isEmpty)
    }
  }

  @Test("typing finds without accents, also đ by d; Enter runs")
  func helpSearch() {
    let shell = world.shell()
    shell.press(.function(1))
    shell.type("di toi")
    #expect(shell.seen().all.contains("▶ Enter         Đi tới hồ sơ"))
    shell.press(KeyStroke(.enter))
    #expect(shell.layers.isEmpty)
    #expect(shell.testHost?.state.name == "hồ sơ")
  }

  @Test("a closed command shows its reason and does not run")
  func disabledInPalette() {
    let shell = world.shell()
    shell.press(.control("p"))
    shell.type("doi moi")
    #expect(shell.seen().all.contains("× Chưa có gì để đổi."))
    shell.press(KeyStroke(.enter))
    #expect(shell.layers.count == 1)
    #expect(shell.testHost?.state.count == 0)
  }

  @Test("the palette goes to screens and shows shortcuts")
  func palette() {
    let shell = world.shell()
    shell.press(.control("p"))
    shell.type("the sau")
    #expect(shell.seen().lines.contains { $0.contains("▶ Thẻ sau") && $0.contains("Alt+.") })
    shell.press(KeyStroke(.escape), .control("p"))
    shell.type("danh sach")
    #expect(shell.seen().lines.contains { $0.contains("▶ Danh sách") })
    shell.press(KeyStroke(.enter))
    #expect(shell.seen().line(1).contains("[Danh sách]"))
  }

  @Test("a search without a result says so, and Enter does nothing")
  func nothingFound() {
    let shell = world.shell()
    shell.press(.control("p"))
    shell.type("xyzzy")
    #expect(shell.seen().all.contains("Không có lệnh nào khớp"))
    shell.press(KeyStroke(.enter), KeyStroke(.down), KeyStroke(.enter))
    #expect(shell.layers.count == 1)
    shell.press(KeyStroke(.escape))
    #expect(shell.layers.isEmpty)
  }

  @Test("menus: arrows move, letters jump even when composed, the line below explains")
  func menu() {
    let shell = world.shell()
    shell.press(.function(9))
    #expect(shell.seen().line(22) == " Thêm một vào số đếm.")
    shell.press(KeyStroke(.right), KeyStroke(.right))
    shell.type("đ")
    #expect(shell.seen().all.contains("▶ Danh sách"))
    shell.type("D")
    #expect(shell.seen().all.contains("▶ Đi tới hồ sơ"))
    shell.type("d")
    shell.press(KeyStroke(.enter))
    #expect(shell.seen().line(1).contains("[Danh sách]"))
  }

  @Test("menus by mouse: another menu, an item, and elsewhere nothing")
  func menuByMouse() {
    let shell = world.shell()
    shell.press(.alt("m"))
    let opened = shell.click("Chương trình", on: shell.seen())
    #expect(opened)
    let chosen = shell.click("English", on: shell.seen())
    #expect(chosen)
    #expect(shell.seen().line(1) == " [Test board]  List")
    #expect(shell.layers.isEmpty)
  }

  @Test("dialogs are offered events before the screen, and Ctrl+Q works above them")
  func layersFirst() {
    let shell = world.shell()
    shell.press(.function(1), .function(2))
    #expect(shell.testHost?.state.count == 0)
    shell.press(.control("q"))
    #expect(shell.isFinished)
  }

  @Test("footer hints can be clicked, in a dialog too")
  func footerClicks() {
    let shell = world.shell()
    let opened = shell.click("Trợ giúp", on: shell.seen())
    #expect(opened)
    #expect(shell.layers.count == 1)
    let closed = shell.click("Esc Đóng", on: shell.seen())
    #expect(closed)
    #expect(shell.layers.isEmpty)
    let counted = shell.click("F2 Đếm", on: shell.seen())
    #expect(counted)
    #expect(shell.testHost?.state.count == 1)
  }

  @Test("every dialog fits into 60 × 20")
  func smallest() {
    for stroke in [KeyStroke.function(1), .control("p"), .function(9)] {
      let shell = world.shell()
      shell.press(stroke)
      for _ in 0..<30 { shell.press(KeyStroke(.down)) }
      let canvas = shell.seen(60, 20)
      #expect(canvas.all.contains("▶"), "the row in focus is seen")
      #expect(canvas.cursor != nil, "screen readers find the focus by the cursor")
      #expect(canvas.line(19).contains("Esc Đóng"))
    }
  }

  @Test("themes: moving tries one, Esc returns, Enter keeps and reports it")
  func themes() {
    var other = Theme.fallback
    other.name = "other"
    other.vietnameseTitle = "Khác"
    let shell = world.shell(themes: [.fallback, other])
    var reported: [String] = []
    var seen: [String] = []
    shell.settingsChanged = { _, theme, _ in reported.append(theme.name) }
    shell.themeShown = { seen.append($0.name) }
    shell.run("program.theme")
    shell.press(KeyStroke(.down))
    #expect(shell.theme.name == "other")
    #expect(shell.seen().all.contains("▶ Khác"))
    shell.press(KeyStroke(.escape))
    #expect(shell.theme.name == "dark")
    #expect(reported.isEmpty)
    #expect(seen == ["other", "dark"])
    shell.run("program.theme")
    shell.press(KeyStroke(.down), KeyStroke(.enter))
    #expect(reported == ["other"])
    shell.replaceThemes([other, .fallback])
    #expect(shell.theme.name == "other")
    shell.press(.alt("t"))
    #expect(shell.theme.name == "dark")
  }

  @Test("a text dialog gives back what was typed")
  func textDialog() {
    var dialog = TextDialog(title: "Đến ngày", prompt: "Ngày, dd/MM/yyyy", text: "15")
    let typed = dialog.handle(.text("/09/2020"))
    #expect(typed == .stay)
    dialog.problem = "Không có ngày này"
    var canvas = Canvas(Size(width: 60, height: 20))
    dialog.draw(in: canvas.bounds, on: &canvas)
    #expect(canvas.all.contains("15/09/2020"))
    #expect(canvas.all.contains("! Không có ngày này"))
    let entered = dialog.handle(.key(KeyStroke(.enter)))
    #expect(entered == .entered("15/09/2020"))
    let escaped = dialog.handle(.key(KeyStroke(.escape)))
    #expect(escaped == .cancelled)
  }
}
