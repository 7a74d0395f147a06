import DashboardKit
import Incubation
import TerminalCanvas

/// The small menu of moves of one venture: every stage it may go to, setting aside, dropping,
/// resuming, each with a sentence that says what it does.
struct MoveMenu: Equatable, Sendable {
  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored
    case handled
    case cancelled
    case chosen(MoveRequest)
  }

  /// Name of the venture, or of the many.
  var title: SafeText
  /// The moves.
  var list: ChoiceList
  private var requests: [String: MoveRequest] = [:]
  private var stage: String

  /// The moves of a venture at a position; nothing of a pipeline that is not known.
  init(_ position: StagePosition, title: SafeText, _ pipeline: Pipeline?) {
    self.title = title
    stage = position.stage
    let moves = Self.requests(at: position, pipeline)
    requests = Dictionary(moves.map { (Self.id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let here = pipeline?.index(of: position.stage) ?? -1
    let next =
      pipeline?.stages.indices.contains(here + 1) == true
      ? pipeline?.stages[here + 1].code : nil
    list = ChoiceList(
      moves.map { Choice(Self.id($0), Self.name($0, from: here, pipeline)) },
      selected: next.map { Self.id(.stage($0)) } ?? Self.id(.resume))
  }

  private static func requests(
    at position: StagePosition, _ pipeline: Pipeline?
  ) -> [MoveRequest] {
    switch position.status {
    case .active:
      let stages = (pipeline?.stages ?? []).filter { $0.code != position.stage }
      return stages.map { .stage($0.code) } + [.setAside, .drop]
    case .setAside: return [.resume, .drop]
    case .dropped: return [.resume]
    }
  }

  static func id(_ request: MoveRequest) -> String {
    switch request {
    case .stage(let code): "stage " + code
    case .setAside: "set-aside"
    case .drop: "drop"
    case .resume: "resume"
    }
  }

  private static func name(
    _ request: MoveRequest, from here: Int, _ pipeline: Pipeline?
  ) -> Bilingual {
    func both(_ text: (MoveWords) -> String) -> Bilingual {
      Bilingual(
        vietnamese: SafeText(escaping: text(MoveWords(language: .vietnamese))),
        english: SafeText(escaping: text(MoveWords(language: .english))))
    }
    switch request {
    case .stage(let code):
      let arrow = (pipeline?.index(of: code) ?? 0) < here ? "← " : "→ "
      return both { arrow + $0.stage(code, pipeline) }
    case .setAside: return both { "‖ " + $0.setAside.title }
    case .drop: return both { "× " + $0.drop.title }
    case .resume: return both { "▸ " + $0.resume.title }
    }
  }

  /// Takes an event in.
  mutating func handle(_ event: InputEvent, typing: Typing = .off) -> Reply {
    switch list.handle(event, typing: typing) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .cancelled: return .cancelled
    case .chosen(let id): return requests[id].map { .chosen($0) } ?? .handled
    }
  }

  /// The move that a line of the menu stands for; nil for an unknown one.
  func request(_ id: String) -> MoveRequest? { requests[id] }

  /// Draws the menu in the middle of an area. Returns where each move stands.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ words: MoveWords, _ pipeline: Pipeline?
  ) -> [(id: String, area: Rectangle)] {
    let size = Size(
      width: min(56, area.width), height: min(list.choices.count + 6, area.height))
    let inside = Panel.draw(words.menuTitle(title), in: area.centred(size), on: &canvas)
    let (rows, below) = inside.splitBottom(3)
    let result = list.draw(
      in: rows, on: &canvas, language: words.language, placeholder: words.ventures.typeToFind)
    let request = list.focused.flatMap { requests[$0.id] }
    let help = request.map { words.effect(of: $0, from: stage, pipeline) } ?? ""
    for (index, line) in TextWrap.lines(of: help, width: max(1, below.width)).prefix(2).enumerated()
    {
      canvas.put(line, in: below.row(index + 1), style: Style(.muted, on: .overlay))
    }
    return result
  }
}

/// The commands that move the venture in focus: the same on board, table and page.
enum MoveCommands {
  /// The key that opens the menu of moves everywhere.
  static let menuKeys = [KeyStroke.control("d"), KeyStroke.alt("d")]

  static func all<Action>(
    _ position: StagePosition?, _ pipeline: Pipeline?, _ words: MoveWords, footer: Int?,
    menu: Action, advance: (Int) -> Action, move: (MoveRequest) -> Action
  ) -> [Command<Action>] {
    func command(
      _ id: String, _ keys: [KeyStroke], _ text: CommandWords, _ footer: Int?, _ off: String?,
      _ action: Action
    ) -> Command<Action> {
      Command(
        id, keys: keys, title: text.title, help: text.help, menu: .record, footer: footer,
        permission: .moveVentures, disabledReason: off, action: action)
    }
    let nobody = position == nil ? words.nobody : nil
    return [
      command("venture.move", menuKeys, words.menu, footer, nobody, menu),
      command(
        "venture.advance", [KeyStroke(.right, .alt)], words.advance, nil,
        words.whyNot(1, position, pipeline), advance(1)),
      command(
        "venture.back", [KeyStroke(.left, .alt)], words.back, nil,
        words.whyNot(-1, position, pipeline), advance(-1)),
      command(
        "venture.set-aside", [], words.setAside, nil, words.whyNot(0, position, pipeline),
        move(.setAside)),
      command(
        "venture.drop", [], words.drop, nil,
        nobody ?? (position?.status == .dropped ? words.resting(.dropped) : nil), move(.drop)),
      command(
        "venture.resume", [], words.resume, nil,
        nobody ?? (position?.status == .active ? words.isActive : nil), move(.resume)),
    ]
  }
}
