import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension TableScreen {
  typealias Outcomes = [Outcome<TableEffect>]

  static func update(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    let height = TableState.height(context.size)
    switch action {
    case .loaded(let page, let query): return take(page, query, &state, context)
    case .indexed(let index): return take(index, &state, context)
    case .failed(let error): return fail(error, &state, context)
    case .facetsLoaded(let facets): openFilter(facets, &state, context)
    case .moved(let work, let title, let outcome):
      return take(outcome, of: work, title, &state, context)
    case .reload:
      state.index = nil
      if state.indexing == .running { state.indexing = .outdated }
      return refreshed(&state, context)
    case .resized: return needed(state, context)
    case .stroke(let stroke):
      state.clicked = nil
      _ = state.list.handle(stroke, height: height)
      return needed(state, context)
    case .scroll(let rows):
      state.list.scroll(by: rows, height: height)
      return needed(state, context)
    case .row(let place):
      state.list.moveFocus(to: place, height: height)
      state.isSearching = false
      if let id = state.list.focusID, id == state.clicked {
        state.clicked = nil
        return openRecord(state)
      }
      state.clicked = state.list.focusID
    case .mark, .clearMarks, .extend, .markRange, .markAll, .rangeLoaded:
      return mark(&state, action, context)
    case .openRecord: return openRecord(state)
    case .editRecord: return openRecord(state, isEditing: true)
    case .openColumns, .column, .pressHeader, .dragHeader, .releaseHeader, .cancelHeader:
      return arrange(&state, action, context)
    case .openViews, .view, .viewsLoaded, .viewChanged:
      return view(&state, action, context)
    case .copyMarked, .copied: return copy(&state, action, context)
    case .openBulk, .bulk, .planned, .applied, .bulkFailed:
      return changeMany(&state, action, context)
    case .openBoard, .enterContest: return leave(state, action)
    case .openImport: return [.shell(.open(Destination(.importing)))]
    case .create: return [.shell(.open(Destination(.record, filter: state.filter)))]
    case .search, .searchInput, .openFilter, .clearFilter, .openSort, .sort:
      return narrow(&state, action, context)
    case .advance, .openMoves, .pickMove, .move: return carry(&state, action, context)
    case .input(let event): return handle(event, &state, context) ?? []
    case .submit: return handle(.key(KeyStroke(.enter)), &state, context) ?? []
    case .field(let key): state.form?.click(key, context.fields)
    case .pick(let pick): state.form?.take(pick, VentureForm.check)
    }
    return []
  }

  static func query(_ state: TableState, _ context: ScreenContext) -> TableQuery {
    let window = state.list.window(height: TableState.height(context.size))
    return TableQuery(
      filter: state.filter, sort: state.sort, text: state.search.text, offset: window.offset,
      limit: window.limit, keep: state.list.focusID, keepPlace: state.list.focus,
      today: context.today)
  }

  /// Loads around the focus; a search that has no index yet asks for one and loads when it is
  /// there.
  static func refreshed(_ state: inout TableState, _ context: ScreenContext) -> Outcomes {
    let isSearch = !state.search.text.allSatisfy(\.isWhitespace)
    guard isSearch, state.index == nil else { return [load(state, context)] }
    return indexed(&state)
  }

  /// Asks for the index, unless it is being made.
  private static func indexed(_ state: inout TableState) -> Outcomes {
    guard state.indexing == .idle else { return [] }
    state.indexing = .running
    return [.perform(.index)]
  }

  /// Loads around the focus; the row in focus is looked for wherever it is now.
  static func load(_ state: TableState, _ context: ScreenContext) -> Outcome<TableEffect> {
    .perform(.load(query(state, context), index: state.index))
  }

  /// A load when a row to be shown soon is not there; nothing has changed, so nothing is looked
  /// for.
  static func needed(_ state: TableState, _ context: ScreenContext) -> Outcomes {
    guard state.list.needsRowsSoon(height: TableState.height(context.size)) else { return [] }
    var query = query(state, context)
    query.keep = nil
    return [.perform(.load(query, index: state.index))]
  }

  private static func take(
    _ page: VenturePage, _ query: TableQuery, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    let height = TableState.height(context.size)
    state.isLoading = false
    state.problem = nil
    state.list.load(total: page.total, offset: page.offset, rows: page.rows, height: height)
    if let keep = query.keep, state.list.focusID != keep {
      state.list.moveFocus(toID: keep, height: height)
    }
    return state.list.needsOtherRows(height: height) ? needed(state, context) : []
  }

  /// Takes a finished index in, unless it was read before the latest change: then it would not find
  /// what is new.
  private static func take(
    _ index: SearchIndex, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    let isCurrent = state.indexing == .running
    state.indexing = .idle
    if isCurrent { state.index = index }
    return refreshed(&state, context)
  }

  private static func fail(
    _ error: StorageError, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    state.isLoading = false
    state.indexing = .idle
    state.problem = error
    return [.shell(.announce(Message(.failure, ErrorWords(context.language).sentence(for: error))))]
  }

  private static func openRecord(_ state: TableState, isEditing: Bool = false) -> Outcomes {
    guard let row = state.list.focused else { return [] }
    return [.shell(.open(Destination(.record, venture: row.id, isEditing: isEditing)))]
  }

  // MARK: Searching, filtering, sorting

  private static func narrow(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .search:
      state.isSearching = true
      state.search.selectAll()
      // The index is begun while the person still thinks of the first letter.
      return state.index == nil ? indexed(&state) : []
    case .searchInput(let event): return search(event, &state, context)
    case .openFilter: return [.perform(.facets(pipeline: state.filter.pipeline))]
    case .clearFilter:
      state.search = TextField()
      state.isSearching = false
      return show(VentureFilter(pipeline: state.filter.pipeline), &state, context)
    case .openSort:
      state.dialog = .sort(
        ChoiceList(
          VentureColumn.allCases.compactMap { column in
            column.sortKey.map { Choice($0.rawValue, TableText.name(column)) }
          }, selected: state.sort.key.rawValue))
    case .sort(let key):
      state.dialog = nil
      let isSame = state.sort.key == key
      state.sort = VentureSort(key, descending: isSame && !state.sort.descending)
      return [load(state, context)]
    default: break
    }
    return []
  }

  private static func search(
    _ event: InputEvent, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    let before = state.search.text
    state.isSearching = true
    switch event.plainStroke?.key {
    case .escape: (state.search, state.isSearching) = (TextField(), false)
    case .enter, .tab: state.isSearching = false
    default: _ = state.search.handle(event, typing: context.preferences.typing)
    }
    let said: Outcomes = state.search.announcements(context.language)
    return before == state.search.text ? said : said + show(state.filter, &state, context)
  }

  /// Shows what another filter or search lets through, from the top.
  static func show(
    _ filter: VentureFilter, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    state.filter = filter
    state.list.restart()
    state.anchor = nil
    return refreshed(&state, context)
  }

  private static func openFilter(
    _ facets: VentureFacets, _ state: inout TableState, _ context: ScreenContext
  ) {
    state.dialog = .filter(
      FilterPanel(
        state.filter, facets: facets, pipeline: pipeline(state, context), today: context.today))
  }

  static func pipeline(_ state: TableState, _ context: ScreenContext) -> Pipeline? {
    guard let code = state.filter.pipeline else { return context.pipelines.first }
    return context.pipelines.first { $0.code == code }
  }
}

extension TableScreen {
  /// Goes to the board with the same ventures, or to the contests with those that are to enter.
  private static func leave(_ state: TableState, _ action: TableAction) -> Outcomes {
    if action == .enterContest {
      let marked = Array(state.list.marks)
      let ids = marked.isEmpty ? [state.list.focusID].compactMap(\.self) : marked
      return ids.isEmpty ? [] : [.shell(.open(Destination(.contests, ventures: ids)))]
    }
    var filter = state.filter
    filter.text = state.search.text
    return [
      .shell(.replace(Destination(.pipeline, venture: state.list.focusID, filter: filter)))
    ]
  }
}
