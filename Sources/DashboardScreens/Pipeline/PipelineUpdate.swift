import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension PipelineScreen {
  typealias Outcomes = [Outcome<PipelineEffect>]

  static func update(
    _ state: inout PipelineState, _ action: PipelineAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let page): return take(page, &state, context)
    case .failed(let error): return fail(error, &state, context)
    case .reload: return [load(state, context)]
    case .facetsLoaded(let facets): return openFilter(facets, &state, context)
    case .moved(let work, let title, let outcome):
      return take(outcome, of: work, title, &state, context)
    case .openRecord: return openRecord(state)
    case .editRecord: return openRecord(state, isEditing: true)
    case .dragged, .released, .wheel: return mouse(&state, action, context)
    case .resized:
      keepColumnVisible(&state, context)
      return needed(state, context)
    case .openTable:
      var filter = state.filter
      filter.pipeline = state.pipeline
      return [
        .shell(.replace(Destination(.table, venture: state.focusedCard?.id, filter: filter)))
      ]
    case .openImport: return [.shell(.open(Destination(.importing)))]
    case .create: return [.shell(.open(Destination(.record, filter: state.filter)))]
    case .stroke, .typed, .card, .column: return look(&state, action, context)
    case .search, .searchInput, .openFilter, .clearFilter, .choosePipeline, .pickPipeline:
      return narrow(&state, action, context)
    case .lift, .target, .drop, .cancel, .openMoves, .pickMove, .move, .advance:
      return carry(&state, action, context)
    case .input(let event): return handle(event, &state, context) ?? []
    case .field(let key):
      state.form?.click(key, context.fields)
      return []
    case .pick(let pick):
      state.form?.take(pick, VentureForm.check)
      return []
    case .submit: return handle(.key(KeyStroke(.enter)), &state, context) ?? []
    }
  }

  static func layout(_ state: PipelineState, _ context: ScreenContext) -> BoardLayout {
    BoardLayout(context.size, columns: max(1, state.columns.count))
  }

  /// What to load now: three screens of every column.
  static func load(_ state: PipelineState, _ context: ScreenContext) -> Outcome<PipelineEffect> {
    let capacity = layout(state, context).capacity
    var offsets: [String: Int] = [:]
    for column in state.columns {
      offsets[column.count.stage] = column.cards.window(height: capacity).offset
    }
    return .perform(
      .load(
        BoardQuery(
          filter: state.filter, offsets: offsets, limit: capacity * 3, today: context.today,
          follow: state.follow,
          followStage: state.follow == nil
            ? nil : state.focusedColumn?.count.stage ?? state.stage)))
  }

  private static func take(
    _ page: BoardPage, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    guard page.pipeline == state.pipeline else { return [] }
    let known = Dictionary(
      state.columns.map { ($0.count.stage, $0.cards) }, uniquingKeysWith: { first, _ in first })
    state.columns = page.columns.map { column in
      PipelineState.Column(count: column.count, cards: known[column.count.stage] ?? VirtualList())
    }
    let capacity = layout(state, context).capacity
    for (index, column) in page.columns.enumerated() {
      state.columns[index].cards.load(
        total: column.count.total, offset: column.offset, rows: column.cards, height: capacity)
    }
    state.resting = page.resting
    state.isLoading = false
    state.problem = nil
    if let stage = state.stage {
      state.stage = nil
      state.focus = state.columns.firstIndex { $0.count.stage == stage } ?? state.focus
    }
    state.focus = min(max(0, state.focus), max(0, state.columns.count - 1))
    if let id = state.follow { followCard(id, &state, capacity) }
    keepColumnVisible(&state, context)
    return state.columns.contains { $0.cards.needsOtherRows(height: capacity) }
      ? [load(state, context)] : []
  }

  private static func followCard(
    _ id: Identifier<Venture>, _ state: inout PipelineState, _ capacity: Int
  ) {
    state.follow = nil
    for index in state.columns.indices
    where state.columns[index].cards.moveFocus(toID: id, height: capacity) {
      state.focus = index
      return
    }
  }

  /// A load when a card to be shown soon is not there.
  static func needed(_ state: PipelineState, _ context: ScreenContext) -> Outcomes {
    let capacity = layout(state, context).capacity
    return state.columns.contains { $0.cards.needsRowsSoon(height: capacity) }
      ? [load(state, context)] : []
  }

  private static func fail(
    _ error: StorageError, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    state.isLoading = false
    state.problem = error
    return [.shell(.announce(Message(.failure, ErrorWords(context.language).sentence(for: error))))]
  }

  static func openRecord(_ state: PipelineState, isEditing: Bool = false) -> Outcomes {
    guard let card = state.focusedCard else { return [] }
    return [
      .shell(.open(Destination(.record, venture: card.id, isEditing: isEditing)))
    ]
  }

  static func keepColumnVisible(_ state: inout PipelineState, _ context: ScreenContext) {
    state.firstColumn = layout(state, context).firstColumn(
      state.firstColumn, focus: state.lift?.target ?? state.focus, columns: state.columns.count)
  }

  // MARK: Looking around

  private static func look(
    _ state: inout PipelineState, _ action: PipelineAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .stroke(let stroke) where state.lift != nil:
      if stroke.key == .left { chooseTarget(-1, &state) }
      if stroke.key == .right { chooseTarget(1, &state) }
    case .stroke(let stroke): move(stroke, &state, context)
    case .typed(let text): find(state.find + text, &state, context)
    case .card(let column, let place):
      guard state.columns.indices.contains(column) else { break }
      if state.lift != nil { return update(&state, .column(column), context) }
      state.focus = column
      state.columns[column].cards.moveFocus(to: place, height: layout(state, context).capacity)
      state.find = ""
      state.press = state.focusedCard.map {
        PipelineState.Press(card: $0, column: column, isSecond: state.clicked == $0.id)
      }
      return needed(state, context)
    case .column(let column):
      guard state.lift != nil else {
        state.focus = column
        break
      }
      state.lift?.target = column
      return update(&state, .drop, context)
    default: break
    }
    state.clicked = nil
    keepColumnVisible(&state, context)
    return needed(state, context)
  }

  private static func move(
    _ stroke: KeyStroke, _ state: inout PipelineState, _ context: ScreenContext
  ) {
    guard state.columns.indices.contains(state.focus) else { return }
    if stroke.key == .backspace { return find(String(state.find.dropLast()), &state, context) }
    state.find = ""
    let capacity = layout(state, context).capacity
    switch (stroke.key, stroke.modifiers) {
    case (.left, _), (.tab, .shift): step(-1, &state, capacity)
    case (.right, _), (.tab, []): step(1, &state, capacity)
    default: _ = state.columns[state.focus].cards.handle(stroke, height: capacity)
    }
  }

  /// Goes to the column beside; the focus stays in the same row of the screen.
  private static func step(_ by: Int, _ state: inout PipelineState, _ capacity: Int) {
    let next = min(max(0, state.focus + by), state.columns.count - 1)
    guard next != state.focus else { return }
    let cards = state.columns[state.focus].cards
    let row = cards.focus - cards.firstVisible(height: capacity)
    state.focus = next
    let first = state.columns[next].cards.firstVisible(height: capacity)
    state.columns[next].cards.moveFocus(to: first + row, height: capacity)
  }

  /// Puts the focus on the first loaded card that begins with what has been typed, this column's
  /// first; letters that no card begins with are not taken.
  private static func find(
    _ typed: String, _ state: inout PipelineState, _ context: ScreenContext
  ) {
    let key = TextFolding.fold(typed)
    guard !key.isEmpty else {
      state.find = ""
      return
    }
    let order = (0..<state.columns.count).map { ($0 + state.focus) % state.columns.count }
    for column in order {
      let found = state.columns[column].cards.rows.first {
        TextFolding.fold($0.title.string).hasPrefix(key)
      }
      guard let found else { continue }
      state.find = typed
      state.focus = column
      let capacity = layout(state, context).capacity
      state.columns[column].cards.moveFocus(toID: found.id, height: capacity)
      return
    }
  }
}
