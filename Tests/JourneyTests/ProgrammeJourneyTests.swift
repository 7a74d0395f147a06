import DashboardScreens
import Foundation
import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import vuonuom

/// The programme on the screen, over the demo season in a real database, by keys alone.
@Suite("Journeys through the programme")
@MainActor
struct ProgrammeJourneyTests {
  private struct Place {
    let runner: CommandRunner
    let desk: Desktop
    let open: OpenDatabase
  }

  private func start(_ language: Language = .vietnamese) async throws -> Place {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: DemoSeason.clerk, language: language)
    return Place(runner: runner, desk: desk, open: open)
  }

  /// Opens the tab by its name in the palette, as a user does.
  private func openTab(_ desk: Desktop, _ name: String) async {
    await desk.press(.control("p"))
    await desk.type(name)
    await desk.press(KeyStroke(.enter))
  }

  @Test("two keys lead from a figure to the record behind it")
  func figureToRecord() async throws {
    let place = try await start()
    let desk = place.desk
    await openTab(desk, "chuong trinh")
    #expect(try await desk.waits(for: "45/BBHT-SKHCN"), "\(desk.screen)")
    #expect(desk.screen.contains("Cần xem trước") && desk.screen.contains("Giải ngân"))
    // The first line is the first content item: Enter shows its aims and the records.
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "Chủ trì:"), "\(desk.screen)")
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "bản ghi, mới nhất ở trên"), "\(desk.screen)")
    await desk.press(KeyStroke(.escape), KeyStroke(.escape))
    #expect(try await desk.waits(for: "Cần xem trước"))
    await place.open.database.close()
  }

  @Test("a payment over the commitment is refused in its field, a right one kept, and undone")
  func payment() async throws {
    let place = try await start()
    let desk = place.desk
    let programme = place.open.stores.programme
    let all = try await programme.commitments(of: nil)
    let record = try #require(all.first { $0.balance[.promised].dong > 1_000_000 })
    await openTab(desk, "chuong trinh")
    await desk.press(.alt("f"))
    #expect(try await desk.waits(for: "sổ cân"), "\(desk.screen)")
    // The line that begins with its number is found by going through the page.
    for _ in 0..<80 where !desk.screen.contains("▶ \(record.commitment.code)") {
      await desk.press(KeyStroke(.down))
    }
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "Các đợt"), "\(desk.screen)")
    for _ in 0..<40 where !desk.screen.contains("▶ + Giải ngân") {
      await desk.press(KeyStroke(.down))
    }
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "Số tiền"), "\(desk.screen)")
    await clear(desk)
    await desk.type("900 tỷ")
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "cam kết"), "\(desk.screen)")
    let same = try await programme.commitments(of: nil)
    #expect(same.map(\.entries.count) == all.map(\.entries.count))
    await clear(desk)
    await desk.type("1 triệu")
    await desk.press(KeyStroke(.enter))
    #expect(try await desk.waits(for: "Đã lưu"), "\(desk.screen)")
    let paid = try await programme.commitments(of: nil)
    #expect(count(record, in: paid) == record.entries.count + 1)
    await desk.press(.control("z"))
    _ = try await desk.waits(for: "đã hủy")
    let undone = try await programme.commitments(of: nil)
    let entries = undone.first { $0.commitment.id == record.commitment.id }?.entries ?? []
    #expect(entries.count { $0.isCancelled } == record.entries.count { $0.isCancelled } + 1)
    await place.open.database.close()
  }

  private func count(_ record: CommitmentRecord, in all: [CommitmentRecord]) -> Int? {
    all.first { $0.commitment.id == record.commitment.id }?.entries.count
  }

  private func clear(_ desk: Desktop) async {
    await desk.press(KeyStroke(.end))
    for _ in 0..<40 { await desk.press(KeyStroke(.backspace)) }
  }

  @Test("a venture's record opens its whole line")
  func lineage() async throws {
    let place = try await start()
    let desk = place.desk
    let venture = try #require(try await place.open.stores.ventures.find(code: "ST-0002"))
    desk.shell.open(Destination(.record, venture: venture))
    await desk.shell.untilIdle()
    await desk.press(.alt("o"))
    #expect(try await desk.waits(for: " việc, "), "\(desk.screen)")
    #expect(desk.screen.contains("ST-0002") && desk.screen.contains("◆"), "\(desk.screen)")
    await place.open.database.close()
  }

  @Test("the wallboard changes as records do, without a key")
  func wallboard() async throws {
    let place = try await start(.english)
    let desk = place.desk
    await openTab(desk, "programme")
    await desk.press(.alt("w"))
    #expect(try await desk.waits(for: "updates by itself"), "\(desk.screen)")
    let before = desk.screen
    let stores = place.open.stores
    let user = try #require(try await stores.users.user(DemoSeason.clerk))
    let session = RealWorld.session(user, profile: place.open.profile, today: nil)
    let pairs = try await stores.programme.sources()
    _ = try await stores.programme.allot(
      Money(dong: 5_000_000_000), to: try #require(pairs.first).source.id, on: session.today(),
      document: "1/QĐ", by: session)
    let source = try #require(pairs.first).source.id
    var content = CommitmentContent(title: "Thử", source: source)
    content.item = 1
    _ = try await stores.programme.commit(
      content, Money(dong: 4_000_000_000), on: session.today(), document: "2/QĐ", by: session)
    let end = ContinuousClock.now + .seconds(5)
    while desk.screen == before, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(desk.screen != before)
    await place.open.database.close()
  }

  @Test("the plain mode reads the pages in words", arguments: Language.allCases)
  func plain(_ language: Language) async throws {
    let office = try await PlainOffice(language)
    let name = office.say("chương trình", "programme")
    let shown = await office.run([name, "1", "0", "0"])
    #expect(shown.has("45/BBHT-SKHCN"), "\(shown)")
    #expect(shown.has(office.say("Chủ trì", "Lead")), "\(shown)")
  }
}
