import Incubation
import Storage
import TerminalCanvas

@testable import DashboardKit

/// Everything a shell needs, over fake ports and a clock that stands still.
@MainActor
struct World {
  let clock: TestClock
  let log: UndoLog
  let services: Services
  let context: ScreenContext
  nonisolated static let today = LocalDate(dayNumber: 18_520)  // 15/09/2020

  init(
    roles: Set<UserRole> = [.clerk], language: Language = .vietnamese, undoGate: Gate? = nil
  ) {
    let clock = TestClock(Self.today.at(hour: 9, minute: 41))
    self.clock = clock
    log = UndoLog(gate: undoGate)
    let user = User(login: "lan", displayName: "Lan", roles: roles)
    services = Services(
      stores: FakePorts(log: log).stores,
      session: Session(
        user: user, now: { clock.now }, random: { 4 }, today: { World.today }))
    context = ScreenContext(
      language: language, today: Self.today, user: user, pipelines: [Self.pipeline],
      fieldNames: [], size: Size(width: 80, height: 19))
  }

  static let pipeline = Pipeline(
    code: "startup", title: Bilingual(vietnamese: "Khởi nghiệp", english: "Startups"),
    stages: [
      Stage(
        code: "incubation", title: Bilingual(vietnamese: "Ươm tạo", english: "Incubation"),
        usualDays: 90)
    ], kinds: [.startup])

  func host(_ name: String = "gốc") -> ScreenHost<TestScreen> {
    ScreenHost(Destination(.pipeline, file: name), context, services)
  }

  func shell(
    _ size: Size = Size(width: 80, height: 24), demo: Bool = true, themes: [Theme] = [.fallback]
  ) -> Shell {
    let department = Bilingual(
      vietnamese: "Sở KH&CN Sóc Trăng", english: "Sóc Trăng Department of S&T")
    return Shell(
      profile: DatabaseProfile(department: department, demoToday: demo ? Self.today : nil),
      context: context, services: services,
      tabs: [
        TabDescription(TestScreen.self),
        TabDescription(Destination(.table)) { $0 == .vietnamese ? "Danh sách" : "List" },
      ],
      themes: themes, size: size
    ) { destination, context, services in
      ScreenHost<TestScreen>(destination, context, services)
    }
  }
}

/// Remembers what a screen asks for.
@MainActor
final class RecordingOwner: ScreenHostOwner {
  var requests: [ShellRequest] = []
  var frames = 0

  func host(_ host: any AnyScreenHost, asks request: ShellRequest) { requests.append(request) }
  func hostNeedsFrame(_ host: any AnyScreenHost) { frames += 1 }
}

extension Canvas {
  /// A row as text, without blanks at its end.
  func line(_ y: Int) -> String {
    var text = (0..<size.width).map { self[$0, y].text }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows.
  var lines: [String] { (0..<size.height).map(line) }

  /// Everything, for searching.
  var all: String { lines.joined(separator: "\n") }

  /// Where a text begins; nil when it is not there.
  func place(of text: String) -> Point? {
    let wanted = text.map(String.init)
    for y in 0..<size.height where size.width >= wanted.count {
      for x in 0...(size.width - wanted.count)
      where wanted.indices.allSatisfy({ self[x + $0, y].text == wanted[$0] }) {
        return Point(x: x, y: y)
      }
    }
    return nil
  }
}

extension Shell {
  /// What is seen, at the size of an ordinary terminal unless another is named.
  func seen(_ width: Int = 80, _ height: Int = 24) -> Canvas {
    draw(Size(width: width, height: height))
  }

  func press(_ strokes: KeyStroke...) { handle(strokes.map(InputEvent.key)) }

  func type(_ text: String) { handle(text.map { .text(String($0)) }) }

  func click(_ text: String, on canvas: Canvas) -> Bool {
    guard let place = canvas.place(of: text) else { return false }
    handle([.mouse(MouseEvent(.press, at: place))])
    return true
  }

  /// The screen that is seen, when it is the test's.
  var testHost: ScreenHost<TestScreen>? { current as? ScreenHost<TestScreen> }
}
