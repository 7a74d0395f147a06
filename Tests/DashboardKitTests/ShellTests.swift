import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

@MainActor
@Suite("The shell")
struct ShellTests {
  private let world = World()

  @Test("80 × 24: title, tabs, rules, the screen, footer")
  func ordinarySize() {
    let lines = world.shell().seen().lines
    #expect(lines[0].hasPrefix(" Vườn Ươm · Sở KH&CN Sóc Trăng"))
    #expect(lines[0].hasSuffix("VI"))
    #expect(lines[0].contains("15/09/2020 (dữ liệu mẫu)"))
    #expect(lines[1] == " [Bảng thử]  Danh sách")
    #expect(lines[2].allSatisfy { $0 == "─" })
    #expect(lines[3] == "Đếm: 0 gốc")
    #expect(lines[4] == "80x19")
    #expect(lines[22].allSatisfy { $0 == "─" })
    #expect(lines[23].hasPrefix(" F1 Trợ giúp  Esc Quay lại  F2 Đếm"))
    #expect(lines[23].hasSuffix("● trực tiếp"))
  }

  @Test("wide: database, user and role are in the title")
  func wide() {
    let title = world.shell().seen(120, 30).line(0)
    #expect(title.contains("thu.db"))
    #expect(title.contains("Lan · chuyên viên"))
    #expect(!world.shell(demo: false).seen(120, 30).line(0).contains("dữ liệu mẫu"))
  }

  @Test(
    "Help, Back and the state of the connection are there at every width", arguments: 60...250)
  func footerAtEveryWidth(width: Int) {
    let canvas = world.shell().seen(width, 20)
    let footer = canvas.line(19)
    #expect(footer.hasPrefix(" F1 Trợ giúp  Esc Quay lại  "))
    #expect(footer.hasSuffix("● trực tiếp"))
    #expect(canvas.line(0).contains("Vườn Ươm"))
    #expect(canvas.line(0).hasSuffix("VI"))
  }

  @Test("60 × 20 is usable, without the upper rule")
  func smallSize() {
    let lines = world.shell().seen(60, 20).lines
    #expect(lines[2] == "Đếm: 0 gốc")
    #expect(lines[3] == "60x16")
  }

  @Test(
    "smaller is one clear sentence with the size that is needed",
    arguments: [(59, 20), (60, 19), (20, 5), (1, 1), (0, 0)])
  func tooSmall(width: Int, height: Int) {
    let shell = world.shell()
    let canvas = shell.seen(width, height)
    if width >= 20 { #expect(canvas.all.contains("Cửa sổ \(width)×\(height)")) }
    if width >= 59, height > 2 { #expect(canvas.all.contains("ít nhất 60×20")) }
    shell.press(.function(2))
    #expect(shell.testHost?.state.count == 0)
    shell.press(.control("q"))
    #expect(shell.isFinished)
  }

  @Test("what is typed while it is too small is kept from the screen, and it comes back whole")
  func resizing() {
    let shell = world.shell()
    shell.handle([.resize(Size(width: 30, height: 10)), .resize(Size(width: 100, height: 40))])
    #expect(shell.needsFrame)
    #expect(shell.seen(100, 40).line(4) == "100x35")
    #expect(!shell.needsFrame)
  }

  @Test("a key for a command that is closed says why")
  func disabledKey() {
    let shell = world.shell()
    shell.press(.function(7))
    #expect(shell.seen().line(22) == " ! Chưa có gì để đổi.")
    #expect(shell.testHost?.state.count == 0)
  }

  @Test("the language changes while running, by key and by mouse, and is reported")
  func language() {
    let shell = world.shell()
    var reported: [Language] = []
    shell.settingsChanged = { language, _, _ in reported.append(language) }
    shell.press(.alt("l"))
    let canvas = shell.seen()
    #expect(canvas.line(1) == " [Test board]  List")
    #expect(canvas.line(3).hasPrefix("Count: 0"))
    #expect(canvas.line(23).hasPrefix(" F1 Help  Esc Back"))
    let clicked = shell.click("EN", on: canvas)
    #expect(clicked)
    #expect(shell.seen().line(1) == " [Bảng thử]  Danh sách")
    #expect(reported == [.english, .vietnamese])
  }

  @Test("messages take the line above the footer for their time, without moving anything")
  func messages() {
    let shell = world.shell()
    shell.announce(Message(.done, "Đã chuyển"))
    let before = shell.seen()
    #expect(before.line(22) == " ✓ Đã chuyển")
    #expect(before.line(3) == "Đếm: 0 gốc")
    #expect(shell.nextDeadline.map { $0 > world.clock.now } == true)
    world.clock.advance(seconds: 5)
    shell.tick(world.clock.now)
    #expect(!shell.needsFrame)
    world.clock.advance(seconds: 2)
    shell.tick(world.clock.now)
    #expect(shell.needsFrame)
    #expect(shell.seen().line(22).allSatisfy { $0 == "─" })
  }

  @Test("the state of the connection is a mark and a word; reconnecting loads anew")
  func connection() {
    let shell = world.shell()
    shell.notice(.connection(.polling))
    #expect(shell.seen().line(23).hasSuffix("◐ hỏi định kỳ"))
    shell.notice(.connection(.offline))
    #expect(shell.seen().line(23).hasSuffix("○ mất kết nối"))
    #expect(shell.testHost?.state.refreshes == 0)
    shell.notice(.connection(.live))
    #expect(shell.testHost?.state.refreshes == 1)
    shell.press(.function(5))
    #expect(shell.testHost?.state.refreshes == 2)
  }

  @Test("an idle shell wants no frame; a change wakes the loop once")
  func frames() {
    let shell = world.shell()
    _ = shell.seen()
    var woken = 0
    shell.frameWanted = { woken += 1 }
    shell.handle([.focus(true), .modeReport(mode: 2026, state: 1)])
    #expect(!shell.needsFrame)
    shell.press(.function(2), .function(2))
    #expect(shell.needsFrame)
    #expect(woken == 1)
  }

  @Test("bytes that are not Unicode are reported, not dropped in silence")
  func invalidBytes() {
    let shell = world.shell()
    shell.handle([.invalidBytes(3)])
    #expect(shell.seen().line(21).hasPrefix(" ! Đã bỏ 3 byte"))
  }

  @Test("a long message is shown whole above the footer, but never over the caret")
  func longMessages() {
    let shell = world.shell()
    let text = Array(repeating: "chữ", count: 40).joined(separator: " ")
    shell.announce(Message(.failure, text))
    let lines = shell.seen().lines
    #expect(lines[20].hasPrefix(" × chữ chữ"))
    #expect(lines[19] == "")
    let words = lines[20...22].joined(separator: " ").split(separator: " ")
    #expect(words.filter { $0 == "chữ" }.count == 40)

    var canvas = Canvas(Size(width: 40, height: 10))
    canvas.cursor = Point(x: 3, y: 8)
    MessageLine.draw(Message(.failure, text), in: canvas.bounds, on: &canvas)
    #expect(canvas.line(8) == "")
    #expect(canvas.line(9).hasSuffix("…"))
    canvas.cursor = nil
    MessageLine.draw(Message(.failure, text), in: canvas.bounds, on: &canvas)
    #expect(canvas.line(6) == "")
    #expect(canvas.line(7).hasPrefix(" × chữ"))
    #expect(canvas.line(9).hasSuffix("…"))
  }
}
