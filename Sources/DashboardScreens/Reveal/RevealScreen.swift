import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A result as it is revealed, from the last place up. Whoever runs the round leads; every other
/// terminal that shows this screen follows. The keys are those of a slide clicker.
enum RevealScreen: Screen {
  typealias State = RevealState
  typealias Action = RevealAction
  typealias Effect = RevealEffect
  typealias Text = RevealText
  typealias Outcomes = [Outcome<RevealEffect>]

  static let id = ScreenID.reveal

  static func text(in language: Language) -> RevealText { RevealText(language: language) }

  static func title(_ text: RevealText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (RevealState, Outcomes)
  {
    let state = RevealState(
      round: destination.round, isAudience: !context.user.may(.runCompetitions))
    return (state, [.perform(.load(destination.round))])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> RevealAction? {
    topics.contains(.competitions) ? .reload : nil
  }

  static func commands(
    _ state: RevealState, _ text: RevealText, _ context: ScreenContext
  ) -> [Command<RevealAction>] {
    func command(
      _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int,
      _ permission: Permission, _ action: RevealAction, off: String? = nil
    ) -> Command<RevealAction> {
      Command(
        id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
        permission: permission, disabledReason: off, action: action)
    }
    let nothing = (state.view?.stepCount ?? 0) == 0 ? text.nothingToReveal : nil
    return [
      command(
        "reveal.next",
        [KeyStroke(.pageDown), KeyStroke(.right), KeyStroke(.character(" ")), KeyStroke(.enter)],
        text.next, .view, 1, .runCompetitions, .step(1), off: nothing),
      command(
        "reveal.back", [KeyStroke(.pageUp), KeyStroke(.left), KeyStroke(.backspace)], text.back,
        .view, 2, .runCompetitions, .step(-1), off: nothing),
      command(
        "reveal.restart", [KeyStroke(.home)], text.restart, .view, 3, .runCompetitions, .first,
        off: nothing),
      command(
        "reveal.end", [KeyStroke(.end)], text.last, .view, 4, .runCompetitions, .last,
        off: nothing),
      command(
        "reveal.audience", [KeyStroke(.tab)], text.audience, .view, 5, .viewCompetitions,
        .toggle),
      command(
        "reveal.stop", [KeyStroke(.delete)], text.stop, .record, 6, .runCompetitions, .stop,
        off: state.view?.step == nil ? text.nothingShown : nil),
    ]
  }

  static func action(
    for event: InputEvent, _ state: RevealState, _ context: ScreenContext
  ) -> RevealAction? {
    guard case .mouse(let mouse) = event, context.user.may(.runCompetitions) else { return nil }
    return mouse.kind == .wheelUp ? .step(-1) : mouse.kind == .wheelDown ? .step(1) : nil
  }

  static func update(
    _ state: inout RevealState, _ action: RevealAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let view):
      (state.isLoading, state.problem) = (false, nil)
      state.view = view
      state.round = view?.round.id ?? state.round
    case .failed(let error):
      (state.isLoading, state.problem) = (false, error)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return [.perform(.load(state.round))]
    case .toggle: state.isAudience.toggle()
    case .step(let by): return go(to: state.step + by, &state)
    case .first: return go(to: 0, &state)
    case .last: return go(to: state.view?.stepCount ?? 0, &state)
    case .stop:
      guard let view = state.view, !state.isRehearsal else {
        state.rehearsed = 0
        return []
      }
      return [.perform(.reveal(nil, view.round.id))]
    }
    return []
  }

  /// A rehearsal stays on this screen; a real step is shared through the database.
  private static func go(to step: Int, _ state: inout RevealState) -> Outcomes {
    guard var view = state.view else { return [] }
    let step = min(max(0, step), view.stepCount)
    if state.isRehearsal {
      state.rehearsed = step
      return []
    }
    guard step != view.step else { return [] }
    view.step = step
    state.view = view
    return [.perform(.reveal(step, view.round.id))]
  }

  static func draw(
    _ state: RevealState, in area: Rectangle, on frame: inout Frame<RevealAction>,
    _ text: RevealText, _ context: ScreenContext
  ) {
    RevealDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: RevealEffect, _ services: Services,
    send: @escaping @Sendable (RevealAction) -> Void
  ) async -> RevealAction? {
    let contests = services.stores.competitions
    do {
      switch effect {
      case .load(let id):
        let summaries = try await contests.competitions(by: services.session)
        guard let id = id ?? RoundLoading.latest(summaries)?.id else { return .loaded(nil) }
        return .loaded(try await contests.reveal(of: id, by: services.session))
      case .reveal(let step, let round):
        try await contests.setReveal(step, of: round, by: services.session)
        return .reload
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}

/// What the reveal knows.
struct RevealState: Equatable, Sendable {
  /// The round; nil for the latest.
  var round: Identifier<Round>?
  /// Whether this terminal shows what the audience sees, and nothing to come.
  var isAudience: Bool
  /// What may be seen; nil until it is loaded.
  var view: RevealView?
  /// How far a rehearsal went.
  var rehearsed = 0
  /// Whether the first load is still awaited.
  var isLoading = true
  /// Why the last load failed; nil when it did not.
  var problem: StorageError?

  /// Whether the result is not signed, so that nothing may be shared.
  var isRehearsal: Bool { view.map { $0.round.state < .signed && $0.seesAll } ?? false }

  /// How many steps are shown.
  var step: Int { isRehearsal ? rehearsed : view?.step ?? 0 }
}

/// What can happen to it.
enum RevealAction: Equatable, Sendable {
  case loaded(RevealView?)
  case failed(StorageError)
  case reload
  case step(Int)
  case first, last, stop
  case toggle
}

/// What it asks for.
enum RevealEffect: ScreenEffect {
  case load(Identifier<Round>?)
  case reveal(Int?, Identifier<Round>)

  var cancellationKey: String? { if case .load = self { "reveal" } else { nil } }
}
