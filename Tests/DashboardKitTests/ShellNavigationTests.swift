import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("Going from screen to screen, and leaving")
struct ShellNavigationTests {
  private let world = World()

  @Test("tabs by key and by mouse keep their screens; Back returns to the tab before")
  func tabs() {
    let shell = world.shell()
    shell.press(.function(2))
    shell.press(.alt("."))
    #expect(shell.seen().line(1) == "  Bảng thử  [Danh sách]")
    #expect(shell.testHost?.state.count == 0)
    let clicked = shell.click("Bảng thử", on: shell.seen())
    #expect(clicked)
    #expect(shell.testHost?.state.count == 1)
    shell.press(KeyStroke(.escape))
    #expect(shell.seen().line(1) == "  Bảng thử  [Danh sách]")
    shell.press(KeyStroke(.escape), KeyStroke(.escape), KeyStroke(.escape))
    #expect(!shell.isFinished)
  }

  @Test("a screen above another is named beside the tabs, and Back closes it")
  func stack() {
    let shell = world.shell()
    shell.press(KeyStroke(.enter))
    #expect(shell.testHost?.state.name == "hồ sơ")
    #expect(shell.seen().line(1).contains("› Bảng thử"))
    shell.press(KeyStroke(.escape))
    #expect(shell.testHost?.state.name == "gốc")
    #expect(!shell.seen().line(1).contains("›"))
  }

  @Test("choosing the tab that is open returns to its own screen, asking before something is lost")
  func tabAgain() {
    let shell = world.shell()
    shell.press(KeyStroke(.enter), KeyStroke(.enter))
    #expect(shell.stacks[0].count == 3)
    let clicked = shell.click("[Bảng thử]", on: shell.seen())
    #expect(clicked)
    #expect(shell.testHost?.state.name == "gốc")

    shell.press(KeyStroke(.enter))
    shell.testHost?.send(.type("dở dang"))
    shell.press(.control("p"))
    shell.type("bang thu")
    shell.press(KeyStroke(.enter))
    #expect(shell.layers.count == 1)
    #expect(shell.testHost?.state.name == "hồ sơ")
  }

  @Test("a screen that has a tab, opened above another, lights its tab; both can be chosen")
  func tabAboveTab() {
    let shell = world.shell()
    let filter = VentureFilter(pipeline: "startup")
    shell.open(Destination(.table, filter: filter))
    #expect(shell.seen().line(1) == "  Bảng thử  [Danh sách]")
    let clicked = shell.click("Bảng thử", on: shell.seen())
    #expect(clicked)
    #expect(shell.seen().line(1) == " [Bảng thử]  Danh sách")
    #expect(shell.stacks.map(\.count) == [1, 0])
  }

  @Test("quitting asks only when something typed would be lost, and the safe answer is first")
  func quitting() {
    let untouched = world.shell()
    untouched.press(.control("q"))
    #expect(untouched.isFinished)

    let shell = world.shell()
    shell.testHost?.send(.type("dở dang"))
    shell.press(.control("q"))
    #expect(!shell.isFinished)
    #expect(shell.seen().all.contains("▶ Ở lại"))
    shell.press(KeyStroke(.enter))
    #expect(!shell.isFinished)
    shell.press(.control("q"), .control("q"))
    #expect(shell.layers.count == 1)
    shell.press(KeyStroke(.down), KeyStroke(.enter))
    #expect(shell.isFinished)
  }

  @Test("going back asks when something typed would be lost")
  func backWithUnsaved() {
    let shell = world.shell()
    shell.press(KeyStroke(.enter))
    shell.testHost?.send(.type("dở dang"))
    shell.press(KeyStroke(.escape))
    #expect(shell.testHost?.state.name == "hồ sơ")
    let clicked = shell.click("Rời đi, bỏ nội dung", on: shell.seen())
    #expect(clicked)
    #expect(shell.testHost?.state.name == "gốc")
  }

  @Test("of many tabs the chosen one is always seen, and a screen above it is named")
  func manyTabs() {
    let titles = (1...12).map { "Màn hình \($0)" }
    for active in titles.indices {
      for trail in [nil, "Gạo ST tuần hoàn của hợp tác xã Hạt Vàng"] {
        var canvas = Canvas(Size(width: 60, height: 1))
        let row = TabRow(titles: titles, active: active, trail: trail)
        let places = row.draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.line(0).contains("[\(titles[active])]"))
        #expect(places.allSatisfy { canvas.bounds.intersection($0.area) == $0.area })
        #expect(canvas.line(0).contains("› Gạo ST") == (trail != nil))
      }
    }
  }

  @Test("Ctrl+C says how to leave")
  func interrupt() {
    let shell = world.shell()
    shell.press(.control("c"))
    #expect(shell.seen().line(22) == " i Thoát bằng Ctrl+Q.")
    #expect(!shell.isFinished)
  }
}
