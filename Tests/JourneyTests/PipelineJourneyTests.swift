import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite
import TerminalCanvas
import Testing

@testable import vuonuom

/// What the first users do on their first day, on a real database file.
@Suite("Journeys through the pipeline")
@MainActor
struct PipelineJourneyTests {
  private let list = """
    Tên dự án;Loại;Đơn vị;Người đại diện;Điện thoại;Địa phương;Vấn đề
    Gạo ST hữu cơ;khởi nghiệp;HTX Hạt Vàng;Lý Thị Hoa;0912 345 678;Mỹ Xuyên;Rơm bị đốt ngoài đồng
    Đậu phộng Khmer;ý tưởng;;Thạch Sơn;0168 123 4567;Trà Cú;
    """

  private func office() async throws -> (CommandRunner, OpenDatabase) {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("so.db"))
    let nobody = User(login: "lan", displayName: "Lâm Thị Lan", roles: [])
    var user = nobody
    user.roles = [.clerk]
    let session = RealWorld.session(nobody, profile: open.profile, today: nil)
    try await open.stores.users.add(user, by: session)
    return (runner, open)
  }

  @Test("import the list, find without accents, move, see the move, leave")
  func firstDay() async throws {
    let (runner, open) = try await office()
    try runner.write("danh-sach.csv", list)
    let desk = try await Desktop(open, login: "lan")
    await desk.press(.alt("."), .alt("."))
    await desk.type(runner.path("danh-sach.csv"))
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "Gạo ST hữu cơ"), "\(desk.screen)")
    await desk.press(.control("s"))
    #expect(try await open.stores.imports.batches().map(\.created) == [2], "\(desk.screen)")
    await desk.press(.alt(","), .alt(","))
    #expect(try await desk.waits(for: "Đậu phộng Khmer"), "\(desk.screen)")
    await desk.type("/")
    await desk.type("gao st")
    #expect(!desk.screen.contains("Đậu phộng"), "\(desk.screen)")
    await desk.press(KeyStroke(.enter), KeyStroke(.enter))
    #expect(try await desk.waits(for: "0912 345 678"), "\(desk.screen)")
    await desk.press(KeyStroke(.right, .alt))
    #expect(try await desk.waits(for: "▶Sàng lọc"), "\(desk.screen)")
    let venture = try #require(try await open.stores.ventures.find(code: "ST-0001"))
    let record = try await open.stores.ventures.record(venture)
    #expect(record.moves.map(\.kind) == [.entered, .forward])
    #expect(record.moves.last?.actor == "lan")
    await desk.press(.control("q"))
    #expect(desk.shell.isFinished)
    await open.database.close()
  }

  @Test("a change of another process shows, and moves neither focus nor selection")
  func liveChange() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    await desk.press(.alt("."))
    for _ in 0..<5 { await desk.press(KeyStroke(.down)) }
    let focused = try #require(desk.focusedLine)
    let other = try await TestDatabase.reopened(SQLiteDatabase(path: runner.path("demo.db")))
    let minh = try #require(try await other.stores.users.user("thu"))
    let session = RealWorld.session(minh, profile: other.profile, today: nil)
    let first = try await other.stores.ventures.page(
      VentureFilter(), sort: VentureSort(.title), offset: 0, limit: 1, today: session.today()
    ).rows[0]
    let base = try await other.stores.ventures.record(first.id).venture
    var content = base.content
    content.title = "A đổi tên"
    _ = try await other.stores.ventures.update(
      first.id, to: content, base: base.content, ifVersion: base.version, by: session)
    #expect(try await desk.waits(for: "A đổi tên"), "\(desk.screen)")
    #expect(desk.focusedLine == focused)
    await other.database.close()
    await open.database.close()
  }

  @Test("undo and redo name what they did")
  func undo() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    let venture = try #require(try await open.stores.ventures.find(code: "ST-0055"))
    let before = try await open.stores.ventures.record(venture).venture.position
    await desk.press(.alt("."))
    await desk.type("/")
    await desk.type("bo kit do chat luong")
    await desk.press(KeyStroke(.enter))
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "ST-0055"), "\(desk.screen)")
    await desk.press(.control("n"))
    await desk.type("đã gọi điện")
    await desk.press(.control("s"))
    #expect(try await open.stores.ventures.record(venture).notes.first?.text == "đã gọi điện")
    await desk.press(.control("z"))
    #expect(try await desk.waits(for: "Hoàn tác"), "\(desk.screen)")
    let notes = try await open.stores.ventures.record(venture).notes
    #expect(notes.allSatisfy { $0.text != "đã gọi điện" })
    await desk.press(.control("y"))
    #expect(try await desk.waits(for: "Làm lại"))
    #expect(try await open.stores.ventures.record(venture).venture.position == before)
    await open.database.close()
  }

  @Test("screens of every size are drawn, and tell when they are too small")
  func sizes() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan", size: Size(width: 40, height: 10))
    #expect(desk.screen.contains("60"))
    for width in stride(from: 1, to: 220, by: 23) {
      for height in stride(from: 1, to: 60, by: 9) {
        let canvas = desk.shell.draw(Size(width: width, height: height))
        #expect(canvas.size == Size(width: width, height: height))
      }
    }
    await open.database.close()
  }
}

extension Desktop {
  /// The row with the mark of the focus, without what stands around it.
  var focusedLine: String? {
    screen.split(separator: "\n").first { $0.contains("▶") }.map(String.init)
  }
}
