import DashboardKit
import Foundation
import Incubation
import Storage
import TerminalCanvas

/// A small screen: a number that counts, a field, a load that can be held back, a save.
enum TestScreen: Screen {
  struct State: Equatable, Sendable {
    var name: String
    var count = 0
    var isTyping = false
    var typed = ""
    var loaded: [String] = []
    var refreshes = 0
    var events: [InputEvent] = []
  }

  enum Action: Equatable, Sendable {
    case count, beginTyping, endTyping, saved, refresh, openRecord, leave
    case type(String)
    case event(InputEvent)
    case load(String, Gate)
    case progressed(String)
    case loaded(String)
    case save(Gate)
    case askThread
  }

  enum Effect: ScreenEffect {
    case load(String, Gate)
    case save(Gate)
    case askThread

    var cancellationKey: String? {
      switch self {
      case .load: "load"
      case .save, .askThread: nil
      }
    }
  }

  struct Text: Sendable {
    var title: String
    var count: String
    var help: String
  }

  static let id = ScreenID.pipeline

  static func text(in language: Language) -> Text {
    language == .vietnamese
      ? Text(title: "Bảng thử", count: "Đếm", help: "Thêm một vào số đếm.")
      : Text(title: "Test board", count: "Count", help: "Adds one to the number.")
  }

  static func title(_ text: Text) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (State, [Outcome<Effect>])
  {
    var state = State(name: destination.file ?? "gốc")
    state.typed = destination.draft?.body["typed"]?.text ?? ""
    if let count = destination.memento?.number { state.count = count }
    return (state, [])
  }

  static func commands(_ state: State, _ text: Text, _ context: ScreenContext)
    -> [Command<Action>]
  {
    [
      Command(
        "test.count", keys: [.function(2), KeyStroke(.character("+"))], title: text.count,
        help: text.help, menu: .record, footer: 10, permission: nil, action: .count),
      Command(
        "test.users", keys: [.function(6)], title: "Người dùng", help: "Chỉ quản trị viên.",
        menu: .record, footer: 20, permission: .manageUsers, action: .count),
      Command(
        "test.open", keys: [KeyStroke(.enter)], title: "Đi tới hồ sơ", help: "Mở hồ sơ.",
        menu: .go, footer: 30, permission: .viewVentures, action: .openRecord),
      Command(
        "test.full", keys: [.function(7)], title: "Đổi mới", help: "Thử một lệnh bị khóa.",
        menu: .view, footer: 40, permission: nil, disabledReason: "Chưa có gì để đổi.",
        action: .count),
    ]
  }

  static func isTyping(_ state: State) -> Bool { state.isTyping }

  static func action(for event: InputEvent, _ state: State, _ context: ScreenContext) -> Action? {
    switch event {
    case .mouse: return .event(event)
    case .text(let typed) where state.isTyping: return .type(typed)
    case .key(KeyStroke(.escape)) where state.isTyping: return .endTyping
    default: return nil
    }
  }

  static func update(_ state: inout State, _ action: Action, _ context: ScreenContext)
    -> [Outcome<Effect>]
  {
    switch action {
    case .count: state.count += 1
    case .beginTyping: state.isTyping = true
    case .endTyping: state.isTyping = false
    case .type(let typed): state.typed += typed
    case .event(let event): state.events.append(event)
    case .load(let name, let gate): return [.perform(.load(name, gate))]
    case .progressed(let name), .loaded(let name): state.loaded.append(name)
    case .save(let gate): return [.perform(.save(gate))]
    case .askThread: return [.perform(.askThread)]
    case .saved: return saved(&state)
    case .refresh: state.refreshes += 1
    case .openRecord: return [.shell(.open(Destination(.record, file: "hồ sơ")))]
    case .leave: return [.shell(.back)]
    }
    return []
  }

  static let receipt = ChangeReceipt(
    event: 7, summary: ChangeSummary(kind: .moved, title: "Gạo sạch", stage: "incubation"))

  private static func saved(_ state: inout State) -> [Outcome<Effect>] {
    state.loaded.append("saved")
    return [
      .shell(.remember(receipt)), .shell(.announce(Message(.done, "Đã lưu"))),
      .shell(.open(Destination(.record, file: "sau khi lưu"))),
    ]
  }

  static func hasUnsavedInput(_ state: State) -> Bool { !state.typed.isEmpty }

  static func draft(_ state: State) -> Draft? {
    guard hasUnsavedInput(state) else { return nil }
    return Draft(
      "typing", at: Destination(.pipeline, file: state.name),
      title: Bilingual(vietnamese: "«Thử»", english: "“Test”"),
      body: ["typed": .string(state.typed)])
  }

  static func memento(_ state: State, _ context: ScreenContext) -> JSONValue? {
    .integer(Int64(state.count))
  }

  static func reaction(to topics: Set<ChangeTopic>) -> Action? {
    topics.contains(.ventures) ? .refresh : nil
  }

  static func draw(
    _ state: State, in area: Rectangle, on frame: inout Frame<Action>, _ text: Text,
    _ context: ScreenContext
  ) {
    frame.canvas.put("\(text.count): \(state.count) \(state.name)", in: area.row(0), style: Style())
    frame.canvas.put(
      "\(context.size.width)x\(context.size.height)", in: area.row(1), style: Style())
    frame.target(Rectangle(x: area.x, y: area.y, width: 5, height: 1), .count)
  }

  static func perform(
    _ effect: Effect, _ services: Services, send: @escaping @Sendable (Action) -> Void
  ) async -> Action? {
    switch effect {
    case .load(let name, let gate):
      send(.progressed("\(name) 1"))
      send(.progressed("\(name) 2"))
      await gate.wait()
      return .loaded(name)
    case .save(let gate):
      await gate.wait()
      return .saved
    case .askThread:
      return .loaded(isMainThread() ? "main" : "elsewhere")
    }
  }

  private static func isMainThread() -> Bool { Thread.isMainThread }
}
