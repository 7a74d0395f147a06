import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("Undo and redo")
struct ShellUndoTests {
  @Test("undo and redo name the change, and cancel the right events")
  func undoAndRedo() async {
    let world = World()
    let shell = world.shell()
    shell.history.remember(TestScreen.receipt)
    shell.press(.control("z"))
    await shell.untilIdle()
    #expect(shell.seen().line(22) == " ✓ Hoàn tác: chuyển «Gạo sạch» sang Ươm tạo")
    shell.press(.control("y"))
    await shell.untilIdle()
    #expect(shell.seen().line(22) == " ✓ Làm lại: chuyển «Gạo sạch» sang Ươm tạo")
    shell.press(.control("z"))
    await shell.untilIdle()
    #expect(world.log.asked == [7, 1_001, 1_002])
    #expect(shell.testHost?.state.refreshes == 3)
  }

  @Test("in English")
  func english() async {
    let shell = World(language: .english).shell()
    shell.history.remember(TestScreen.receipt)
    shell.press(.control("z"))
    await shell.untilIdle()
    #expect(shell.seen().line(22) == " ✓ Undone: moved “Gạo sạch” to Incubation")
  }

  @Test("with nothing to undo it says so")
  func nothing() {
    let shell = World().shell()
    shell.press(.control("z"))
    #expect(shell.seen().line(22) == " i Chưa có thay đổi nào để hoàn tác.")
    shell.press(.control("y"))
    #expect(shell.seen().line(22) == " i Không có gì để làm lại.")
  }

  @Test("a conflict names who changed the record and when, and is not offered again")
  func conflict() async {
    let world = World()
    world.log.fail(
      with: .conflict(
        Conflict(
          title: "Gạo sạch", changedBy: "binh",
          changedAt: World.today.at(hour: 9, minute: 5), currentVersion: 3, expectedVersion: 2,
          differences: [])))
    let shell = world.shell(Size(width: 100, height: 24))
    shell.history.remember(TestScreen.receipt)
    shell.press(.control("z"))
    await shell.untilIdle()
    let line = shell.seen(100, 24).line(22)
    #expect(line.contains("binh đã sửa «Gạo sạch» lúc 09:05"))
    #expect(shell.history.done.isEmpty)
  }

  @Test("a database that cannot be reached keeps the change for another try")
  func unavailable() async {
    let world = World()
    world.log.fail(with: .unavailable("mạng"))
    let shell = world.shell()
    shell.history.remember(TestScreen.receipt)
    shell.press(.control("z"))
    await shell.untilIdle()
    #expect(shell.seen().line(21).hasPrefix(" × Chưa hoàn tác (chuyển «Gạo sạch»"))
    world.log.fail(with: nil)
    shell.press(.control("z"))
    await shell.untilIdle()
    #expect(world.log.asked == [7, 7])
    #expect(shell.history.undone.count == 1)
  }

  @Test("one undo at a time; what is remembered meanwhile is kept")
  func oneAtATime() async {
    let gate = Gate()
    let world = World(undoGate: gate)
    let shell = world.shell()
    shell.history.remember(TestScreen.receipt)
    shell.press(.control("z"), .control("z"))
    #expect(!shell.isIdle)
    #expect(shell.seen().line(22) == " i Đang hoàn tác, chờ một lát.")
    let later = ChangeReceipt(event: 8, summary: ChangeSummary(kind: .noted, title: "Gạo sạch"))
    shell.history.remember(later)
    gate.open()
    await shell.untilIdle()
    #expect(world.log.asked == [7])
    #expect(shell.history.done.map(\.event) == [8])
  }

  @Test("a save that ends after its screen was left is still remembered for undo")
  func saveAfterLeaving() async {
    let shell = World().shell()
    let gate = Gate()
    shell.press(KeyStroke(.enter))
    shell.testHost?.send(.save(gate))
    shell.press(KeyStroke(.escape))
    #expect(!shell.isIdle)
    gate.open()
    await shell.untilIdle()
    #expect(shell.history.done.map(\.event) == [7])
    #expect(shell.seen().line(22) == " ✓ Đã lưu")
    #expect(shell.testHost?.state.name == "gốc")
  }

  @Test("every kind of change has words in both languages", arguments: Language.allCases)
  func words(language: Language) {
    for kind in ChangeSummary.Kind.allCases {
      let summary = ChangeSummary(kind: kind, title: "Gạo sạch", stage: "unknown")
      let name = ShellText(language).name(summary, [])
      #expect(name.contains("Gạo sạch"))
      #expect(name.count > "«Gạo sạch»".count + 3)
    }
  }
}
