import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The startup pipeline as a table: sorted, narrowed and searched, over lists of any length.
enum TableScreen: Screen {
  typealias State = TableState
  typealias Action = TableAction
  typealias Effect = TableEffect
  typealias Text = TableText

  static let id = ScreenID.table

  static func text(in language: Language) -> TableText { TableText(language: language) }

  static func title(_ text: TableText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (TableState, [Outcome<TableEffect>])
  {
    var state = TableState(filter: destination.filter ?? VentureFilter())
    state.search.text = state.filter.text
    state.filter.text = ""
    state.sort = destination.sort ?? state.sort
    if let draft = destination.draft,
      let panel = BulkPanel(kept: draft.body, pipeline(state, context))
    {
      state.list.marks = Set(panel.ids)
      state.dialog = .bulk(panel)
    }
    var focus = destination.venture
    if let memento = destination.memento { focus = resume(memento, &state, context) ?? focus }
    var query = query(state, context)
    query.keep = focus
    return (state, [.perform(.load(query, index: nil))])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> TableAction? {
    topics.isDisjoint(with: [.ventures, .pipelines]) ? nil : .reload
  }

  static func hasUnsavedInput(_ state: TableState) -> Bool {
    switch state.dialog {
    case .move: return true
    case .bulk(let panel):
      if case .choosing = panel.step { return false }
      return true
    default: return false
    }
  }

  static func draft(_ state: TableState) -> Draft? {
    switch state.dialog {
    case .move(let panel): panel.draft
    case .bulk(let panel): panel.draft
    default: nil
    }
  }

  static func reaction(toSizeOf context: ScreenContext, _ state: TableState) -> TableAction? {
    .resized
  }

  static func isTyping(_ state: TableState) -> Bool {
    switch state.dialog {
    case nil: return state.isSearching
    case .columns: return false
    case .bulk(let panel):
      if case .previewing = panel.step { return false }
      return true
    case .move, .filter, .sort, .moves, .views: return true
    }
  }

  static func action(
    for event: InputEvent, _ state: TableState, _ context: ScreenContext
  ) -> TableAction? {
    if state.dialog != nil {
      var copy = state
      return handle(event, &copy, context) == nil ? nil : .input(event)
    }
    if state.header != nil, event.plainStroke?.key == .escape { return .cancelHeader }
    if case .mouse(let mouse) = event {
      switch mouse.kind {
      case .wheelUp: return .scroll(-3)
      case .wheelDown: return .scroll(3)
      case .drag: return state.header == nil ? nil : .dragHeader(mouse.position.x)
      case .release: return state.header == nil ? nil : .releaseHeader
      case .press, .move: return nil
      }
    }
    guard state.isSearching else { return browsing(event) }
    if let stroke = event.plainStroke {
      if [.escape, .enter, .tab].contains(stroke.key) { return .searchInput(event) }
      if [.up, .down, .pageUp, .pageDown].contains(stroke.key) { return .stroke(stroke) }
    }
    var field = state.search
    return field.handle(event) ? .searchInput(event) : nil
  }

  /// Letters begin a search, so that a list finds its rows as soon as somebody types.
  private static func browsing(_ event: InputEvent) -> TableAction? {
    switch event {
    case .text(let text):
      return text.first.map { $0.isLetter || $0.isNumber } == true ? .searchInput(event) : nil
    case .key(let stroke):
      if stroke == KeyStroke(.up, .shift) { return .extend(by: -1) }
      if stroke == KeyStroke(.down, .shift) { return .extend(by: 1) }
      let moves: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
      return stroke.modifiers.isEmpty && moves.contains(stroke.key) ? .stroke(stroke) : nil
    case .paste, .mouse, .focus, .resize, .modeReport, .invalidBytes: return nil
    }
  }

  static func draw(
    _ state: TableState, in area: Rectangle, on frame: inout Frame<TableAction>,
    _ text: TableText, _ context: ScreenContext
  ) {
    TableDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: TableEffect, _ services: Services, send: @escaping @Sendable (TableAction) -> Void
  ) async -> TableAction? {
    do {
      switch effect {
      case .load(let query, let index):
        return try await TableLoading.perform(query, index, services)
      case .index:
        return .indexed(SearchIndex(try await services.stores.ventures.searchKeys()))
      case .facets(let pipeline):
        return .facetsLoaded(try await services.stores.ventures.facets(pipeline: pipeline))
      case .move(let work, let title):
        return await work.perform(services).map { .moved(work, title: title, $0) }
      case .range(let query, let index, let places):
        return try await TableLoading.range(query, index, places, services)
      case .rows(let ids, let sort): return try await rows(ids, sort, services)
      case .views, .save, .deleteView: return try await keep(effect, services)
      case .plan, .apply: return try await changeMany(effect, services)
      }
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }
}
