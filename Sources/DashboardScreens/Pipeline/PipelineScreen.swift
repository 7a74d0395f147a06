import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The startup pipeline as a board: a column a stage, a card a venture.
enum PipelineScreen: Screen {
  typealias State = PipelineState
  typealias Action = PipelineAction
  typealias Effect = PipelineEffect
  typealias Text = PipelineText

  static let id = ScreenID.pipeline

  static func text(in language: Language) -> PipelineText { PipelineText(language: language) }

  static func title(_ text: PipelineText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (PipelineState, [Outcome<PipelineEffect>])
  {
    var filter = destination.filter ?? VentureFilter()
    filter.pipeline = filter.pipeline ?? context.pipelines.first?.code
    var state = PipelineState(filter: filter)
    state.follow = destination.venture
    if let memento = destination.memento { resume(memento, &state, context) }
    return (state, [load(state, context)])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> PipelineAction? {
    topics.isDisjoint(with: [.ventures, .pipelines]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: PipelineState) -> Bool {
    if case .move = state.dialog { return true }
    return false
  }

  static func draft(_ state: PipelineState) -> Draft? {
    if case .move(let panel) = state.dialog { return panel.draft }
    return nil
  }

  static func isTyping(_ state: PipelineState) -> Bool {
    state.dialog != nil || state.isSearching || !state.find.isEmpty
  }

  /// Events that belong to the part in focus; the rest is left to the commands.
  static func action(
    for event: InputEvent, _ state: PipelineState, _ context: ScreenContext
  ) -> PipelineAction? {
    if state.dialog != nil {
      var copy = state
      return handle(event, &copy, context) == nil ? nil : .input(event)
    }
    if state.isSearching { return searchAction(event, state) }
    if case .mouse(let mouse) = event { return action(for: mouse, state) }
    guard let stroke = event.plainStroke else { return nil }
    if state.lift != nil {
      return [.left, .right, .up, .down].contains(stroke.key) ? .stroke(stroke) : nil
    }
    switch event {
    case .text(let text):
      let starts = !state.find.isEmpty || text.first.map { $0.isLetter || $0.isNumber } == true
      return starts ? .typed(text) : nil
    case .key:
      if stroke == KeyStroke(.backspace), !state.find.isEmpty { return .stroke(stroke) }
      let moves: [Key] = [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab]
      return moves.contains(stroke.key) && stroke.modifiers.subtracting(.shift).isEmpty
        ? .stroke(stroke) : nil
    case .paste, .mouse, .focus, .resize, .modeReport, .invalidBytes: return nil
    }
  }

  private static func searchAction(_ event: InputEvent, _ state: PipelineState) -> PipelineAction? {
    if let stroke = event.plainStroke, [.escape, .enter, .down, .tab].contains(stroke.key) {
      return .searchInput(event)
    }
    var field = state.search ?? TextField()
    return field.handle(event) ? .searchInput(event) : nil
  }

  /// What the mouse does besides clicking on a target: a card is dragged, a column is scrolled.
  private static func action(for mouse: MouseEvent, _ state: PipelineState) -> PipelineAction? {
    switch mouse.kind {
    case .wheelUp: .wheel(mouse.position, -1)
    case .wheelDown: .wheel(mouse.position, 1)
    case .drag: state.press == nil ? nil : .dragged(mouse.position)
    case .release: state.press == nil ? nil : .released
    case .press, .move: nil
    }
  }

  static func reaction(
    toSizeOf context: ScreenContext, _ state: PipelineState
  ) -> PipelineAction? { .resized }

  static func draw(
    _ state: PipelineState, in area: Rectangle, on frame: inout Frame<PipelineAction>,
    _ text: PipelineText, _ context: ScreenContext
  ) {
    BoardDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: PipelineEffect, _ services: Services,
    send: @escaping @Sendable (PipelineAction) -> Void
  ) async -> PipelineAction? {
    do {
      switch effect {
      case .load(let query): return .loaded(try await load(query, services.stores.ventures))
      case .facets(let pipeline):
        return .facetsLoaded(try await services.stores.ventures.facets(pipeline: pipeline))
      case .move(let work, let title):
        return await work.perform(services).map { .moved(work, title: title, $0) }
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }

  private static func load(
    _ query: BoardQuery, _ ventures: any VenturePort
  ) async throws -> BoardPage {
    var offsets = query.offsets
    if let id = query.follow, let stage = query.followStage {
      var column = query.filter
      column.stages = [stage]
      let place = try await ventures.position(
        of: id, in: column, sort: VentureSort(.entered), today: query.today)
      if let place { offsets[stage] = max(0, place - query.limit / 2) }
    }
    return try await ventures.board(
      pipeline: query.filter.pipeline ?? "", filter: query.filter, offsets: offsets,
      limit: query.limit, today: query.today)
  }
}
