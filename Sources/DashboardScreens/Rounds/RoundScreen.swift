import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A round, for those who run it: its course, the grid of sheets, the board, the stage, the panel
/// and the rules.
enum RoundScreen<Files: FileSource>: Screen {
  typealias State = RoundDeskState
  typealias Action = RoundDeskAction
  typealias Effect = RoundDeskEffect
  typealias Text = ContestText
  typealias Outcomes = [Outcome<RoundDeskEffect>]

  static var id: ScreenID { .round }

  static func text(in language: Language) -> ContestText { ContestText(language: language) }

  static func title(_ text: ContestText) -> String { text.roundTitle }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (RoundDeskState, Outcomes)
  {
    (RoundDeskState(round: destination.round), [.perform(.load(destination.round))])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> RoundDeskAction? {
    topics.isDisjoint(with: [.competitions, .scores]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: RoundDeskState) -> Bool {
    state.panel.map { $0.isTouched || $0.isWorking } ?? false
  }

  static func isTyping(_ state: RoundDeskState) -> Bool { state.panel != nil }

  static func action(
    for event: InputEvent, _ state: RoundDeskState, _ context: ScreenContext
  ) -> RoundDeskAction? {
    if state.panel != nil {
      if case .mouse = event { return nil }
      return .input(event)
    }
    switch event {
    case .key(let stroke):
      let movesInGrid =
        state.section == .grid && [KeyStroke(.left), KeyStroke(.right)].contains(stroke)
      return stroke.movesInList || movesInGrid ? .stroke(stroke) : nil
    case .text(let typed):
      guard let letter = LetterJump.letter(typed), letter.isLetter || letter.isNumber else {
        return nil
      }
      return .letter(letter)
    case .mouse(let mouse):
      return mouse.kind == .wheelUp ? .scroll(-3) : mouse.kind == .wheelDown ? .scroll(3) : nil
    default: return nil
    }
  }

  static func draw(
    _ state: RoundDeskState, in area: Rectangle, on frame: inout Frame<RoundDeskAction>,
    _ text: ContestText, _ context: ScreenContext
  ) {
    RoundDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func copies(
    _ state: RoundDeskState, _ text: ContestText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let page = state.page, state.section != .grid else { return [] }
    let table = RoundTables(state: state, page: page, text: text, context: context).current
    func line(_ id: String) -> String {
      table.cells(id).map(\.text).filter { !$0.isEmpty }.joined(separator: " · ")
    }
    guard let focus = state.list.focused else { return [] }
    return [
      CopyText(text.section(state.section), lines: [line(focus.id)]),
      CopyText(text.section(state.section), lines: table.ids.map(line)),
    ]
  }

  static func perform(
    _ effect: RoundDeskEffect, _ services: Services,
    send: @escaping @Sendable (RoundDeskAction) -> Void
  ) async -> RoundDeskAction? {
    do {
      switch effect {
      case .load(let id): return .loaded(try await RoundLoading.page(id, services))
      case .advise(let page):
        var board = page.board
        RoundAdvice(page.snapshot)?.fill(&board)
        return Task.isCancelled ? nil : .advised(page, board)
      case .perform(let answer):
        return .finished(await ContestDesk<Files>(services: services).perform(answer))
      case .wait:
        try await Task.sleep(for: .seconds(1))
        return .tick(services.session.now())
      case .stage(let change, let page):
        let round = page.round
        let stage = round.stage.changed(change, round.content, at: services.session.now())
        try await services.stores.competitions.setStage(stage, of: round.id, by: services.session)
        return .reload
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}
