import DashboardScreens
import Foundation
import Incubation
import Storage
import StorageSQLite
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import vuonuom

/// Every step of every tour, done in order by real keys over the demo.
@Suite("Tours") @MainActor
struct TourJourneyTests {
  /// What a person presses for each step.
  private static let board: [[InputEvent]] = [
    [key(.down)], [text("/")], letters("vu sua"), [key(.enter)], [key(.enter)], [key(.tab)],
    [key(.escape)],
  ]
  private static let ending: [[InputEvent]] = [[key(.function(1))], [key(.escape)], [control("q")]]

  private static func key(_ key: Key) -> InputEvent { .key(KeyStroke(key)) }
  private static func control(_ letter: Character) -> InputEvent { .key(.control(letter)) }
  private static func text(_ text: String) -> InputEvent { .text(text) }
  private static func letters(_ text: String) -> [InputEvent] { text.map { .text(String($0)) } }

  private static func presses(_ role: UserRole) -> [[InputEvent]] {
    switch role {
    case .clerk:
      board + [
        [text(" ")], [key(.enter)], [control("z")],
        [.key(.alt("x"))],
      ] + ending
    case .judge:
      [
        [key(.enter)], [text("5")], [control("z")], [.key(.alt("n"))], [key(.pageDown)],
        [key(.escape)], [.key(.alt("l"))], [.key(.alt("l"))],
      ] + ending
    default:
      [[key(.down)], [key(.tab)], [key(.home), key(.enter)], [key(.enter)]]
        + [[key(.escape), key(.escape)], [key(.function(6))]] + ending
    }
  }

  @Test("every step can be done in order", arguments: Tours.all.map(\.role), Language.allCases)
  func inOrder(_ role: UserRole, _ language: Language) async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(
      open, login: DemoSeason.login(of: role), language: language,
      size: Size(width: 80, height: 24))
    desk.shell.tours = Tours.all
    #expect(desk.shell.startTour(for: role))
    let presses = Self.presses(role)
    let tour = try #require(desk.shell.tour?.tour)
    #expect(presses.count == tour.steps.count)
    for (place, events) in presses.enumerated() {
      #expect(desk.shell.tour?.place == place, "\(desk.screen)")
      #expect(!desk.screen.contains("{"), "\(desk.screen)")
      for event in events {
        desk.shell.handle([event])
        await desk.shell.untilIdle()
      }
    }
    #expect(desk.shell.isFinished)
    #expect(desk.shell.tour == nil, "the tour is over")
    await open.database.close()
  }

  @Test("steps can be skipped, and the tour left; a click does it, too")
  func skipping() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan", size: Size(width: 60, height: 20))
    desk.shell.tours = Tours.all
    desk.shell.startTour(for: .clerk)
    #expect(desk.screen.contains("bước 1/14"))
    await desk.press(.alt("j"))
    #expect(desk.screen.contains("bước 2/14"))
    await desk.press(KeyStroke(.enter))
    #expect(desk.screen.contains("Bước này làm ở màn hình"), "\(desk.screen)")
    await desk.press(KeyStroke(.escape), .function(1))
    await desk.press(.alt("j"))
    #expect(desk.screen.contains("bước 3/14"), "its keys work above a dialog, too")
    await desk.press(.alt("h"))
    #expect(!desk.screen.contains("bước"), "\(desk.screen)")
    #expect(desk.shell.context.size == ShellLayout(Size(width: 60, height: 20)).body.size)
    await open.database.close()
  }

  @Test("the offer takes its own keys only, and is answered once")
  func offer() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("demo.db"), demo: true)
    let desk = try await Desktop(open, login: "lan")
    desk.shell.tours = Tours.all
    var answers = 0
    desk.shell.tourAnswered = { answers += 1 }
    desk.shell.offerTour()
    #expect(desk.screen.contains("Xem hướng dẫn ba phút?"))
    #expect(desk.screen.contains("▶ Chuyên viên"))
    #expect(desk.screen.contains("/ Tìm"))
    await desk.type("/")
    #expect(!desk.screen.contains("Xem hướng dẫn ba phút?"))
    #expect(desk.screen.contains("Tìm:"), "\(desk.screen)")
    #expect(answers == 0)
    await desk.press(KeyStroke(.escape))
    desk.shell.offerTour()
    await desk.press(KeyStroke(.up), KeyStroke(.enter))
    #expect(answers == 1)
    #expect(desk.shell.tour == nil)
    desk.shell.run("program.tour")
    await desk.press(KeyStroke(.down), KeyStroke(.enter))
    #expect(desk.shell.tour?.tour.role == .judge)
    await open.database.close()
  }

  @Test("over a real database the command for the demo is told")
  func realDatabase() async throws {
    let runner = try CommandRunner()
    let open = try await TestDatabase.open(runner.path("a.db"))
    let user = User(login: "lan", displayName: "Lan", roles: [.supervisor])
    let session = RealWorld.session(user, profile: open.profile, today: nil)
    try await open.stores.users.add(
      User(login: "lan", displayName: "Lan", roles: [.administrator, .supervisor]), by: session)
    let desk = try await Desktop(open, login: "lan")
    desk.shell.tours = Tours.all
    desk.shell.offerTour()
    #expect(desk.screen.contains("không đụng đến hồ sơ thật"))
    #expect(desk.screen.contains("▶ Lãnh đạo"), "the user's own role comes first")
    await desk.press(KeyStroke(.enter))
    #expect(desk.screen.contains("vuonuom demo --tour supervisor"))
    await desk.press(KeyStroke(.enter))
    #expect(desk.shell.layers.isEmpty)
    #expect(desk.shell.tour == nil)
    await open.database.close()
  }

  @Test("an unknown tour is refused by its name")
  func unknown() throws {
    let result = try CommandRunner().run("demo", "--no-open", "--tour", "cook")
    #expect(result.code == 64)
    #expect(result.errors.contains("«cook»") && result.errors.contains("clerk, judge, supervisor"))
  }
}
