import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The contests of the department, and the page of one: rounds, entries, judges, deadlines.
enum ContestsScreen<Files: FileSource>: Screen {
  typealias State = ContestsState
  typealias Action = ContestsAction
  typealias Effect = ContestsEffect
  typealias Text = ContestText
  typealias Outcomes = [Outcome<ContestsEffect>]

  static var id: ScreenID { .contests }

  static func text(in language: Language) -> ContestText { ContestText(language: language) }

  static func title(_ text: ContestText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (ContestsState, Outcomes)
  {
    let state = ContestsState(
      contest: destination.competition, entering: destination.ventures)
    return (state, [.perform(.load(destination.competition))])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> ContestsAction? {
    topics.isDisjoint(with: [.competitions, .users]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: ContestsState) -> Bool {
    state.panel.map { $0.isTouched || $0.isWorking } ?? false
  }

  static func isTyping(_ state: ContestsState) -> Bool { state.panel != nil }

  static func action(
    for event: InputEvent, _ state: ContestsState, _ context: ScreenContext
  ) -> ContestsAction? {
    if state.panel != nil {
      if case .mouse = event { return nil }
      return .input(event)
    }
    switch event {
    case .key(let stroke): return stroke.movesInList ? .stroke(stroke) : nil
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
    _ state: ContestsState, in area: Rectangle, on frame: inout Frame<ContestsAction>,
    _ text: ContestText, _ context: ScreenContext
  ) {
    ContestsDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func copies(
    _ state: ContestsState, _ text: ContestText, _ context: ScreenContext
  ) -> [CopyText] {
    let table = ContestTables(state: state, text: text, context: context).current
    func line(_ id: String) -> String {
      table.cells(id).map(\.text).filter { !$0.isEmpty }.joined(separator: " · ")
    }
    guard let focus = state.list.focused else { return [] }
    return [
      CopyText(text.title, lines: [line(focus.id)]),
      CopyText(text.title, lines: table.ids.map(line)),
    ]
  }

  static func perform(
    _ effect: ContestsEffect, _ services: Services,
    send: @escaping @Sendable (ContestsAction) -> Void
  ) async -> ContestsAction? {
    switch effect {
    case .perform(let answer):
      return .finished(await ContestDesk<Files>(services: services).perform(answer))
    case .load(let id):
      do {
        return .loaded(try await load(id, services))
      } catch let error as StorageError {
        return .failed(error)
      } catch {
        return nil
      }
    }
  }

  private static func load(
    _ id: Identifier<Competition>?, _ services: Services
  ) async throws -> ContestsLoad {
    let contests = services.stores.competitions
    let summaries = try await contests.competitions(by: services.session)
    guard let id else {
      return ContestsLoad(summaries: summaries, record: nil, duplicates: [:], users: [])
    }
    let record = try await contests.competition(id, by: services.session)
    let twins = try await contests.duplicates(of: id, by: services.session)
    return ContestsLoad(
      summaries: summaries, record: record,
      duplicates: Dictionary(
        twins.map { ($0.entry, $0.otherCompetition + "/" + $0.otherCode) }
      ) { first, _ in first },
      users: try await services.stores.users.users())
  }
}
