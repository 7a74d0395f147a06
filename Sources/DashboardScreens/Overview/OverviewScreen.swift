import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The figures of the pipeline: funnel, ages, sources, new ventures and what stands still. Every
/// line opens the ventures behind it.
enum OverviewScreen: Screen {
  typealias State = OverviewState
  typealias Action = OverviewAction
  typealias Effect = OverviewEffect
  typealias Text = OverviewText
  typealias Outcomes = [Outcome<OverviewEffect>]

  static let id = ScreenID.overview

  static func text(in language: Language) -> OverviewText { OverviewText(language: language) }

  static func title(_ text: OverviewText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (OverviewState, [Outcome<OverviewEffect>])
  {
    let code = destination.filter?.pipeline ?? context.pipelines.first?.code ?? ""
    var state = OverviewState(pipeline: code)
    if let memento = destination.memento { resume(memento, &state, context) }
    return (state, [load(state, context)])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> OverviewAction? {
    topics.isDisjoint(with: [.ventures, .pipelines]) ? nil : .reload
  }

  private static func load(
    _ state: OverviewState, _ context: ScreenContext
  ) -> Outcome<OverviewEffect> {
    .perform(.load(pipeline: state.pipeline, today: context.today))
  }

  static func commands(
    _ state: OverviewState, _ text: OverviewText, _ context: ScreenContext
  ) -> [Command<OverviewAction>] {
    func command(
      _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu,
      _ footer: Int, _ action: OverviewAction, off: String? = nil
    ) -> Command<OverviewAction> {
      Command(
        id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
        permission: .viewVentures, disabledReason: off, action: action)
    }
    let nothing = state.figures == nil ? text.loading : nil
    return [
      command("figure.open", [KeyStroke(.enter)], text.open, .go, 1, .open, off: nothing),
      command("figure.cross", [KeyStroke(.tab)], text.cross, .view, 2, .cross, off: nothing),
      command(
        "board.pipeline", [.function(7), .control("t")], text.next, .view, 3, .nextPipeline),
      command("go.board", [.function(6), .control("b")], text.showBoard, .go, 4, .openBoard),
    ]
  }

  static func action(
    for event: InputEvent, _ state: OverviewState, _ context: ScreenContext
  ) -> OverviewAction? {
    if case .mouse(let mouse) = event {
      return mouse.kind == .wheelUp ? .move(-1) : mouse.kind == .wheelDown ? .move(1) : nil
    }
    if case .text(let typed) = event {
      guard let letter = LetterJump.letter(typed),
        page(state, context).next(letter, after: state.focus) != nil
      else { return nil }
      return .letter(letter)
    }
    guard case .key(let stroke) = event, stroke.modifiers.isEmpty else { return nil }
    switch stroke.key {
    case .up: return .move(-1)
    case .down: return .move(1)
    case .left, .right: return .cross
    case .pageUp: return .move(-8)
    case .pageDown: return .move(8)
    case .home: return .first
    case .end: return .last
    default: return nil
    }
  }

  static func update(
    _ state: inout OverviewState, _ action: OverviewAction, _ context: ScreenContext
  ) -> Outcomes {
    if action != .open { if case .line = action {} else { state.clicked = nil } }
    switch action {
    case .loaded(let figures, let stalled, let pipeline):
      guard pipeline == state.pipeline else { return [] }
      (state.figures, state.stalled) = (figures, stalled)
      (state.isLoading, state.problem) = (false, nil)
    case .failed(let error):
      (state.isLoading, state.problem) = (false, error)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return [load(state, context)]
    case .letter(let letter):
      let page = page(state, context)
      if let target = page.next(letter, after: state.focus) { state.focus = target }
    case .move, .cross, .first, .last: moveFocus(&state, action, context)
    case .line(let target):
      state.focus = target
      if state.clicked == target { return open(target, state, context) }
      state.clicked = target
    case .open:
      guard let target = page(state, context).focus(state.focus) else { return [] }
      return open(target, state, context)
    case .behind(let target, let ids): return show(ids, target, state, context)
    case .nextPipeline:
      let place = context.pipelines.firstIndex { $0.code == state.pipeline } ?? -1
      guard context.pipelines.count > 1 else { return [] }
      state = OverviewState(
        pipeline: context.pipelines[(place + 1) % context.pipelines.count].code)
      return [load(state, context)]
    case .openBoard:
      return [
        .shell(.open(Destination(.pipeline, filter: VentureFilter(pipeline: state.pipeline))))
      ]
    }
    return []
  }

  static func page(_ state: OverviewState, _ context: ScreenContext) -> OverviewPage {
    OverviewPage(
      state: state, text: OverviewText(language: context.language), context: context,
      width: context.size.width)
  }

  private static func moveFocus(
    _ state: inout OverviewState, _ action: OverviewAction, _ context: ScreenContext
  ) {
    let page = page(state, context)
    let all = page.targets
    guard !all.isEmpty, let now = page.focus(state.focus) else { return }
    let place = all.firstIndex(of: now) ?? 0
    switch action {
    case .move(let by): state.focus = all[min(max(0, place + by), all.count - 1)]
    case .first: state.focus = all.first
    case .last: state.focus = all.last
    case .cross: state.focus = page.firstOfNextSection(after: now)
    default: break
    }
  }

  // MARK: The records behind a figure

  private static func open(
    _ target: OverviewTarget, _ state: OverviewState, _ context: ScreenContext
  ) -> Outcomes {
    var filter = VentureFilter(pipeline: state.pipeline)
    switch target {
    case .venture(let id): return [.shell(.open(Destination(.record, venture: id)))]
    case .stage(let stage):
      filter.stages = [stage]
      filter.statuses = [.active]
    case .stalled(let stage):
      filter.stages = stage.map { [$0] } ?? []
      filter.onlyStalled = true
    case .source(let source?): filter.source = source
    case .source(nil): return [behind(target, .unknownSource, state)]
    case .reached(let stage): return [behind(target, .reached(stage: stage), state)]
    case .entered(let from, let to): return [behind(target, .entered(from: from, to: to), state)]
    }
    return [.shell(.open(Destination(.table, filter: filter, sort: VentureSort(.entered))))]
  }

  private static func behind(
    _ target: OverviewTarget, _ figure: OverviewFigure, _ state: OverviewState
  ) -> Outcome<OverviewEffect> {
    .perform(.behind(target, figure, pipeline: state.pipeline))
  }

  /// More ventures than a list of identities can name are shown by their stages of now.
  private static func show(
    _ ids: [Identifier<Venture>], _ target: OverviewTarget, _ state: OverviewState,
    _ context: ScreenContext
  ) -> Outcomes {
    var filter = VentureFilter(pipeline: state.pipeline)
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    if ids.count <= TableScreen.mostMarks {
      filter.ids = ids
    } else if case .reached(let stage) = target, let place = pipeline?.index(of: stage) {
      filter.stages = Set((pipeline?.stages ?? []).dropFirst(place).map(\.code))
    }
    return [.shell(.open(Destination(.table, filter: filter, sort: VentureSort(.stage))))]
  }

  static func draw(
    _ state: OverviewState, in area: Rectangle, on frame: inout Frame<OverviewAction>,
    _ text: OverviewText, _ context: ScreenContext
  ) {
    OverviewDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: OverviewEffect, _ services: Services,
    send: @escaping @Sendable (OverviewAction) -> Void
  ) async -> OverviewAction? {
    let ventures = services.stores.ventures
    do {
      switch effect {
      case .load(let pipeline, let today):
        let figures = try await ventures.overview(of: pipeline, today: today)
        var filter = VentureFilter(pipeline: pipeline)
        filter.onlyStalled = true
        let page = try await ventures.page(
          filter, sort: VentureSort(.entered), offset: 0, limit: 5, today: today)
        return .loaded(figures, stalled: page.rows, pipeline: pipeline)
      case .behind(let target, let figure, let pipeline):
        return .behind(target, try await ventures.ventures(behind: figure, in: pipeline))
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}
