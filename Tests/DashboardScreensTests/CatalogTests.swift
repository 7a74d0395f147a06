import DashboardKit
import Incubation
import TerminalCanvas
import Testing

@testable import DashboardScreens

@Suite @MainActor struct CatalogTests {
  final class Owner: ScreenHostOwner {
    var requests: [ShellRequest] = []
    func host(_ host: any AnyScreenHost, asks request: ShellRequest) { requests.append(request) }
    func hostNeedsFrame(_ host: any AnyScreenHost) {}
  }

  /// Every screen of the program can be made, names itself, loads and is drawn.
  @Test(arguments: ScreenID.allCases)
  func everyScreenRuns(_ id: ScreenID) async {
    let services = EffectTests.services(FakeVentures(Fixtures.content(), version: 3))
    let context = Fixtures.context(Size(width: 80, height: 24))
    let host = ScreenCatalog<NoFiles>.factory(
      Destination(id, venture: id == .record ? Fixtures.id(1) : nil), context, services)
    let owner = Owner()
    host.begin(owner: owner)
    await host.untilIdle()
    #expect(!host.title.isEmpty && !host.commands.isEmpty)
    #expect(owner.requests.isEmpty)
    var canvas = Canvas(context.size)
    host.draw(in: Rectangle(context.size), on: &canvas)
    let text = rows(of: canvas).joined(separator: "\n")
    let wanted =
      switch id {
      case .importing: "Tệp CSV"
      case .overview: "Phễu"
      case .settings: "Giao diện màu"
      case .training: "Tháng 9/2020"
      case .programme: "Chưa có biên bản hợp tác"
      case .course: "Khóa học mới"
      case .sheets, .scoring: "Bạn chưa được phân chấm"
      case .contests, .round: "Chưa có cuộc thi"
      case .reveal: "Chưa có kết quả"
      case .pipeline, .table, .record: "Gạo ST tuần hoàn"
      }
    #expect(text.contains(wanted))
  }

  @Test(arguments: Language.allCases)
  func tabsNameThemselves(_ language: Language) {
    let titles = ScreenCatalog<NoFiles>.tabs.map { $0.title(language) }
    #expect(titles.count == 7 && Set(titles).count == 7)
    #expect(titles.allSatisfy { !$0.isEmpty })
  }

  /// Who looks from above begins with the figures.
  @Test func supervisorsBeginWithTheOverview() {
    let boss = User(login: "boss", displayName: "Sếp", roles: [.supervisor])
    #expect(ScreenCatalog<NoFiles>.tabs(for: boss).map(\.destination.screen).first == .overview)
    #expect(
      ScreenCatalog<NoFiles>.tabs(for: Fixtures.user).map(\.destination.screen)
        == [.pipeline, .table, .importing, .overview, .contests, .training, .programme])
  }

  /// Who judges begins with the own sheets; who also keeps records has them last.
  @Test func judgesBeginWithTheirSheets() {
    let judge = User(login: "mai", displayName: "Mai", roles: [.judge])
    #expect(ScreenCatalog<NoFiles>.tabs(for: judge).first?.destination.screen == .sheets)
    let both = User(login: "mai", displayName: "Mai", roles: [.judge, .clerk])
    #expect(ScreenCatalog<NoFiles>.tabs(for: both).first?.destination.screen == .pipeline)
    #expect(ScreenCatalog<NoFiles>.tabs(for: both).last?.destination.screen == .sheets)
  }

  /// Keys all the way: lift, choose, drop, and the fields that are missing are asked for in place.
  @Test func aCardIsMovedByKeysAlone() async {
    let refusal = StorageErrors.missingPhone
    let ventures = FakeVentures(Fixtures.content(), version: 3, refusals: [refusal])
    let context = Fixtures.context(Size(width: 80, height: 24))
    let host = ScreenCatalog<NoFiles>.factory(
      Destination(.pipeline), context, EffectTests.services(ventures))
    let owner = Owner()
    host.begin(owner: owner)
    await host.untilIdle()
    for event in [InputEvent.text(" "), .key(KeyStroke(.enter))] { _ = host.handle(event) }
    await host.untilIdle()
    #expect(host.hasUnsavedInput)
    for event in [InputEvent.text("0912345678"), .key(KeyStroke(.enter))] {
      _ = host.handle(event)
    }
    await host.untilIdle()
    // What was filled in goes with the move, at once.
    #expect(ventures.calls.count == 2)
    #expect(ventures.calls.first == "move 3 «»")
    #expect(ventures.calls.last?.hasPrefix("move 3 «» «0") == true)
    #expect(!host.hasUnsavedInput)
    let remembered = owner.requests.filter { if case .remember = $0 { true } else { false } }
    #expect(remembered.count == 1)
  }
}
