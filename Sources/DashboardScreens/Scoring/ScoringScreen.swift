import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A judge's score sheet: one entry a page. A score counts as entered when it is on the disk of
/// this machine, and as saved when the database has it; the page says which.
enum ScoringScreen: Screen {
  typealias State = ScoringState
  typealias Action = ScoringAction
  typealias Effect = ScoringEffect
  typealias Text = ScoringText

  static let id = ScreenID.scoring

  static func text(in language: Language) -> ScoringText { ScoringText(language: language) }

  static func title(_ text: ScoringText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (ScoringState, [Outcome<ScoringEffect>])
  {
    var state = ScoringState(round: destination.round, wanted: destination.entry)
    if let memento = destination.memento { resume(memento, &state) }
    return (state, [load(state)])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> ScoringAction? {
    topics.isDisjoint(with: [.competitions, .scores]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: ScoringState) -> Bool {
    if !state.typed.isEmpty || state.work.isOnItsWay { return true }
    switch state.panel {
    case .comment(let code, let field):
      return field.text != state.sheet?.comments[code]?.value.string ?? ""
    case .conflictReason(_, let field), .reopen(let field, _): return !field.text.isEmpty
    case .conflict, .seal, .left, .entries, .details, nil: return false
    }
  }

  static func memento(_ state: ScoringState, _ context: ScreenContext) -> JSONValue? {
    guard let round = state.page?.snapshot.round.id ?? state.round else { return nil }
    var fields: [String: JSONValue] = ["round": .string(round.description)]
    if let entry = state.entry?.entry { fields["entry"] = .string(entry.description) }
    return .object(fields)
  }

  private static func resume(_ memento: JSONValue, _ state: inout ScoringState) {
    func id(_ name: String) -> String? {
      if case .string(let text)? = memento.fields?[name] { text } else { nil }
    }
    state.round = state.round ?? id("round").flatMap { Identifier($0) }
    state.wanted = state.wanted ?? id("entry").flatMap { Identifier($0) }
  }

  static func isTyping(_ state: ScoringState) -> Bool {
    switch state.panel {
    case .comment, .conflictReason, .reopen, .conflict, .entries: true
    case .seal, .left, .details, nil: false
    }
  }

  /// The stage's clock is shown by the second; what could not be sent is tried again.
  static func wakesAt(_ state: ScoringState, isSeen: Bool) -> Timestamp? {
    guard let now = state.now else { return nil }
    let isRunning = isSeen && state.page?.snapshot.round.stage.runningSince != nil
    let next = (now.milliseconds / 1_000 + 1) * 1_000
    let second = isRunning ? Timestamp(milliseconds: next) : nil
    let retry = state.work.isSending ? nil : state.work.retryAt
    return [second, retry].compactMap { $0 }.min()
  }

  static func action(at now: Timestamp) -> ScoringAction? { .time(now) }

  static func action(
    for event: InputEvent, _ state: ScoringState, _ context: ScreenContext
  ) -> ScoringAction? {
    if state.panel != nil { return isForPanel(event, state) ? .input(event) : nil }
    switch event {
    case .text(let typed):
      guard let key = typed.first, typed.count == 1 else { return nil }
      if state.criterion != nil { return "0123456789,.-".contains(key) ? .key(key) : nil }
      // The remark begins with its first letter.
      return state.page == nil || key == "?" ? nil : .write(typed)
    case .paste(let text): return .paste(text)
    case .mouse(let mouse):
      return mouse.kind == .wheelUp ? .move(-1) : mouse.kind == .wheelDown ? .move(1) : nil
    case .key(let stroke): return action(for: stroke, state)
    case .focus, .resize, .modeReport, .invalidBytes: return nil
    }
  }

  private static func action(
    for stroke: KeyStroke, _ state: ScoringState
  ) -> ScoringAction? {
    switch stroke {
    case KeyStroke(.up), KeyStroke(.tab, .shift), KeyStroke(.left): return .move(-1)
    case KeyStroke(.down), KeyStroke(.tab), KeyStroke(.right): return .move(1)
    case KeyStroke(.enter):
      return state.criterion == nil && state.typed.isEmpty && state.page != nil
        ? .comment : .move(1)
    case KeyStroke(.home): return .focus(0)
    case KeyStroke(.end): return .focus(state.page?.criteria.count ?? 0)
    case KeyStroke(.backspace): return state.typed.isEmpty ? nil : .erase
    case KeyStroke(.escape):
      return state.typed.isEmpty && state.refusal == nil ? nil : .dropTyped
    default: return nil
    }
  }

  private static func isForPanel(_ event: InputEvent, _ state: ScoringState) -> Bool {
    if case .key(let stroke) = event, case .function = stroke.key { return false }
    if case .mouse(let mouse) = event { return mouse.kind == .wheelUp || mouse.kind == .wheelDown }
    return true
  }

  static func draw(
    _ state: ScoringState, in area: Rectangle, on frame: inout Frame<ScoringAction>,
    _ text: ScoringText, _ context: ScreenContext
  ) {
    ScoringDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }
}
