import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite
import TerminalCanvas
import Testing

@testable import vuonuom

/// A draft over a record that somebody changed since: saving it names the conflict.
@Suite("Drafts over changed records") @MainActor
struct DraftConflictTests {
  @Test("mine and theirs are shown when it is saved, and mine can be kept")
  func conflict() async throws {
    let runner = try CommandRunner()
    let owner = DraftOwner(database: "demo", user: "lan")
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    await desk.press(KeyStroke(.enter))
    await desk.press(.function(2))
    await desk.type(" của Lan")
    let first = DraftFolder(runner.path("drafts"), owner: owner, random: 1)
    #expect(first.keep(desk.shell.drafts, at: RealWorld.now()) == nil)
    first.abandon()

    let venture = try #require(try await open.stores.ventures.find(code: "ST-0051"))
    let base = try await open.stores.ventures.record(venture).venture
    var content = base.content
    content.title = "Vú sữa của Thu"
    let thu = try #require(try await open.stores.users.user("thu"))
    let session = RealWorld.session(thu, profile: open.profile, today: nil)
    _ = try await open.stores.ventures.update(
      venture, to: content, base: base.content, ifVersion: base.version, by: session)

    let again = try await Desktop(open, login: "lan")
    let second = DraftFolder(runner.path("drafts"), owner: owner, random: 2)
    again.shell.draftAnswered = { kept, answer in
      answer == .reopen ? second.claim(kept) : second.discard(kept)
    }
    again.shell.offer(second.find().drafts)
    await again.press(KeyStroke(.enter))
    #expect(again.screen.contains("của Lan"), "\(again.screen)")
    await again.press(.control("s"))
    #expect(try await again.waits(for: "bản đang lưu"), "\(again.screen)")
    #expect(again.screen.contains("Vú sữa của Thu"))
    #expect(!again.shell.drafts.isEmpty, "in conflict it is still a draft")
    await again.press(KeyStroke(.enter))
    let stored = try await open.stores.ventures.record(venture).venture.content.title
    #expect(stored == "Vú sữa tím có tem truy xuất của Lan")
    #expect(again.shell.drafts.isEmpty)
    await open.database.close()
  }

  @Test("with nothing typed the keeper of drafts has nothing to do")
  func idle() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    await desk.press(KeyStroke(.down), KeyStroke(.enter), KeyStroke(.escape))
    #expect(!desk.shell.hasUnsavedInput)
    #expect(desk.shell.drafts.isEmpty)
    await desk.press(KeyStroke(.enter), .control("n"))
    await desk.type("x")
    #expect(desk.shell.hasUnsavedInput)
    #expect(desk.shell.drafts.count == 1)
    await open.database.close()
  }
}
