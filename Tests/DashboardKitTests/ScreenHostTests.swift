import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("A running screen")
struct ScreenHostTests {
  private let world = World()
  private let owner = RecordingOwner()

  private func started(roles: Set<UserRole> = [.clerk]) -> ScreenHost<TestScreen> {
    let host = World(roles: roles).host()
    host.begin(owner: owner)
    return host
  }

  @Test("progress and the reply arrive in order")
  func progressInOrder() async {
    let host = started()
    let gate = Gate()
    host.send(.load("a", gate))
    #expect(!host.isIdle)
    gate.open()
    await host.untilIdle()
    #expect(host.state.loaded == ["a 1", "a 2", "a"])
    #expect(host.isIdle)
  }

  @Test("a new effect with the same key drops the late reply of the one before")
  func lateReplyIsDropped() async {
    let host = started()
    let slow = Gate()
    let fast = Gate()
    host.send(.load("chậm", slow))
    host.send(.load("nhanh", fast))
    fast.open()
    while !host.state.loaded.contains("nhanh") { await Task.yield() }
    #expect(!host.isIdle, "the dropped effect has not ended yet")
    slow.open()
    await host.untilIdle()
    #expect(host.state.loaded.last == "nhanh")
    #expect(!host.state.loaded.contains("chậm"))
  }

  @Test("effects without a key all run to their end")
  func writesRunOn() async {
    let host = started()
    let gate = Gate()
    host.send(.save(gate))
    host.send(.save(gate))
    gate.open()
    await host.untilIdle()
    #expect(host.state.loaded == ["saved", "saved"])
  }

  @Test("effects are performed off the main thread")
  func offMainThread() async {
    let host = started()
    for _ in 0..<20 { host.send(.askThread) }
    await host.untilIdle()
    #expect(host.state.loaded == Array(repeating: "elsewhere", count: 20))
  }

  @Test("a closed screen still announces what it saved, but opens nothing")
  func closedScreenStillSaves() async {
    let host = started()
    let gate = Gate()
    host.send(.save(gate))
    host.send(.load("a", gate))
    host.close()
    gate.open()
    await host.untilIdle()
    #expect(
      owner.requests == [
        .remember(TestScreen.receipt), .announce(Message(.done, "Đã lưu")),
      ])
    #expect(!host.state.loaded.contains("a"))
  }

  @Test("a hidden screen hears of changes when it is seen again, once")
  func hiddenScreen() {
    let host = started()
    host.show(false)
    host.notice([.ventures])
    host.notice([.ventures, .users])
    #expect(host.state.refreshes == 0)
    host.show(true)
    #expect(host.state.refreshes == 1)
    host.show(true)
    #expect(host.state.refreshes == 1)
    host.notice([.users])
    #expect(host.state.refreshes == 1)
  }

  @Test("texts are read anew when the language changes")
  func language() {
    let host = started()
    #expect(host.title == "Bảng thử")
    var context = world.context
    context.language = .english
    host.update(context)
    #expect(host.title == "Test board")
    #expect(host.commands.first?.title == "Count")
  }

  @Test("a frame is asked for only when something changed")
  func frames() {
    let host = started()
    host.send(.endTyping)
    #expect(owner.frames == 0)
    host.send(.count)
    #expect(owner.frames == 1)
    host.update(world.context)
    #expect(owner.frames == 1)
  }

  @Test("what the user may not do is disabled, and a key says why")
  func permissions() {
    let host = started()
    let command = host.commands.first { $0.id == "test.users" }
    #expect(
      command?.disabledReason
        == "Vai trò của bạn không được quản lý người dùng; hãy hỏi người quản trị.")
    #expect(host.handle(.key(.function(6))))
    #expect(host.state.count == 0)
    #expect(owner.requests == [.announce(Message(.warning, command?.disabledReason ?? ""))])

    let administrator = started(roles: [.administrator])
    #expect(administrator.handle(.key(.function(6))))
    #expect(administrator.state.count == 1)
  }

  @Test("a field in focus gets its letters before commands do")
  func fieldsFirst() {
    let host = started()
    #expect(host.handle(.text("+")))
    #expect(host.state.count == 1)
    host.send(.beginTyping)
    #expect(host.handle(.text("+")))
    #expect(host.state.count == 1)
    #expect(host.state.typed == "+")
    #expect(!host.handle(.key(.function(12))))
  }

  @Test("a click does what was drawn there; other mouse events are the screen's own")
  func mouse() {
    let host = started()
    var canvas = Canvas(Size(width: 80, height: 24))
    host.draw(in: canvas.bounds.inset(vertical: 2), on: &canvas)
    #expect(host.handle(.mouse(MouseEvent(.press, at: Point(x: 1, y: 2)))))
    #expect(host.state.count == 1)
    #expect(host.handle(.mouse(MouseEvent(.drag, at: Point(x: 1, y: 2)))))
    // The screen counts from the corner of its own area.
    #expect(host.state.events == [.mouse(MouseEvent(.drag, at: Point(x: 1, y: 0)))])
    #expect(host.state.count == 1)
  }
}
