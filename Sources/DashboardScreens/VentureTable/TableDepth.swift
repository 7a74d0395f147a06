import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Marks, columns, saved views and changes to many ventures.
extension TableScreen {
  /// The most ventures that can be marked at once.
  static let mostMarks = 5_000

  // MARK: Marks

  static func mark(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    let height = TableState.height(context.size)
    switch action {
    case .mark:
      state.anchor = state.list.focus
      state.list.toggleMark(height: height)
    case .clearMarks:
      state.list.marks = []
      state.anchor = nil
    case .extend(let by):
      if let id = state.list.focused?.id { state.list.marks.insert(id) }
      if state.anchor == nil { state.anchor = state.list.focus }
      state.list.moveFocus(to: state.list.focus + by, height: height)
      if let id = state.list.focused?.id { state.list.marks.insert(id) }
    case .markRange:
      guard let anchor = state.anchor else { return [] }
      let ends = [anchor, state.list.focus].sorted()
      return markPlaces(ends[0]..<(ends[1] + 1), &state, context)
    case .markAll: return markPlaces(0..<state.list.total, &state, context)
    case .rangeLoaded(let ids): state.list.marks.formUnion(ids)
    default: break
    }
    return needed(state, context)
  }

  /// Marks rows by their places; those that are not in memory are asked for.
  private static func markPlaces(
    _ places: Range<Int>, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    guard places.count <= mostMarks else {
      let words = TableText(language: context.language).tooMany(mostMarks)
      return [.shell(.announce(Message(.warning, words)))]
    }
    let rows = places.compactMap { state.list.row(at: $0)?.id }
    state.list.marks.formUnion(rows)
    if rows.count == places.count { return [] }
    return [.perform(.range(query(state, context), index: state.index, places: places))]
  }

  // MARK: Columns

  static func arrange(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .openColumns: state.dialog = .columns(ColumnsPanel(columns: state.columns))
    case .column(let place):
      guard case .columns(var panel) = state.dialog else { return [] }
      if panel.focus == place { panel.toggle(place) }
      panel.focus = place
      state.dialog = .columns(panel)
    case .pressHeader(let column, let isEdge):
      state.header = HeaderPress(column: column, isEdge: isEdge, before: state.columns)
    case .dragHeader(let x): drag(to: x, &state, context)
    case .releaseHeader: return releaseHeader(&state, context)
    case .cancelHeader:
      if let header = state.header { state.columns = header.before }
      state.header = nil
    default: break
    }
    return []
  }

  private static func drag(to x: Int, _ state: inout TableState, _ context: ScreenContext) {
    guard let header = state.header else { return }
    let placed = TableColumns.placed(
      state, TableText(language: context.language), width: context.size.width)
    if header.isEdge {
      guard let start = placed.first(where: { $0.column.id == header.column })?.x,
        let place = state.columns.firstIndex(where: { $0.id == header.column })
      else { return }
      let limits = ColumnSetting.widths
      state.columns[place].width = min(max(limits.lowerBound, x - start), limits.upperBound)
      state.header?.over = header.column
    } else {
      state.header?.over = placed.last { $0.x <= x }?.column.id ?? placed.first?.column.id
    }
  }

  /// A title that was not moved sorts by its column.
  private static func releaseHeader(
    _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes {
    guard let header = state.header else { return [] }
    state.header = nil
    if header.isEdge { return [] }
    if let over = header.over, over != header.column {
      TableColumns.move(header.column, to: over, in: &state.columns)
      return []
    }
    guard let key = header.column.sortKey else { return [] }
    return update(&state, .sort(key), context)
  }

  // MARK: Saved views

  static func view(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    let text = TableText(language: context.language)
    switch action {
    case .openViews: return [.perform(.views)]
    case .viewsLoaded(let views): state.dialog = .views(ViewsPanel(views))
    case .view(let id):
      guard case .views(var panel) = state.dialog else { return [] }
      let reply = panel.choose(id)
      state.dialog = .views(panel)
      return take(reply, &state, context) ?? []
    case .viewChanged(let receipt, let isDeleted):
      let name = receipt.summary.title
      let words = isDeleted ? text.viewDeleted(name) : text.viewKept(name)
      if !isDeleted { state.dialog = nil }
      return [.shell(.remember(receipt)), .shell(.announce(Message(.done, words)))]
        + (isDeleted ? [.perform(.views)] : [])
    default: break
    }
    return []
  }

  private static func take(
    _ reply: ViewsPanel.Reply, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes? {
    switch reply {
    case .ignored: return nil
    case .handled: return []
    case .cancelled:
      state.dialog = nil
      return []
    case .save(let name):
      let view = TableView(state).definition(today: context.today)
      return [.perform(.save(SavedView(name: name, definition: view)))]
    case .delete(let name): return [.perform(.deleteView(name))]
    case .open(let saved):
      guard let view = TableView(definition: saved.definition, today: context.today) else {
        return []
      }
      state.dialog = nil
      state.sort = view.sort
      state.columns = view.columns
      state.search = TextField(view.text)
      return show(view.filter, &state, context)
    }
  }

  static func keep(_ effect: TableEffect, _ services: Services) async throws -> TableAction? {
    let ventures = services.stores.ventures
    switch effect {
    case .views: return .viewsLoaded(try await ventures.savedViews(by: services.session))
    case .save(let view):
      return .viewChanged(try await ventures.save(view, by: services.session), isDeleted: false)
    case .deleteView(let name):
      return .viewChanged(
        try await ventures.deleteView(named: name, by: services.session), isDeleted: true)
    default: return nil
    }
  }

  // MARK: Many at once

  static func changeMany(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .openBulk:
      guard !state.list.marks.isEmpty else { return [] }
      let ids = state.list.marks.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
      state.dialog = .bulk(BulkPanel(ids, pipeline(state, context)))
    case .bulk(let id):
      guard case .bulk(var panel) = state.dialog else { return [] }
      let reply = panel.choose(id)
      state.dialog = .bulk(panel)
      return take(reply, panel, &state) ?? []
    case .planned(let change, let plan):
      guard case .bulk(var panel) = state.dialog, panel.step == .previewing(change, nil) else {
        return []
      }
      panel.step = .previewing(change, plan)
      state.dialog = .bulk(panel)
    case .applied(let receipt, let count):
      if case .bulk = state.dialog { state.dialog = nil }
      let words = BulkWords(language: context.language).done(count)
      return [
        .shell(.remember(receipt)), .shell(.announce(Message(.done, words))),
        load(state, context),
      ]
    case .bulkFailed(let error):
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      let outcomes: Outcomes = [.shell(.announce(Message(.failure, words)))]
      // Nothing was changed: what would change now is asked for again.
      guard case .bulk(var panel) = state.dialog, case .previewing(let change, _) = panel.step
      else { return outcomes }
      panel.isWorking = false
      if case .conflict = error {
        panel.step = .previewing(change, nil)
        state.dialog = .bulk(panel)
        return outcomes + [.perform(.plan(change, panel.ids))]
      }
      state.dialog = .bulk(panel)
      return outcomes
    default: break
    }
    return []
  }

  private static func take(
    _ reply: BulkPanel.Reply, _ panel: BulkPanel, _ state: inout TableState
  ) -> Outcomes? {
    switch reply {
    case .ignored: return nil
    case .handled: return []
    case .cancelled:
      state.dialog = nil
      return []
    case .plan(let change): return [.perform(.plan(change, panel.ids))]
    case .apply(let change, let items): return [.perform(.apply(change, items))]
    }
  }

  static func changeMany(
    _ effect: TableEffect, _ services: Services
  ) async throws -> TableAction? {
    let ventures = services.stores.ventures
    do {
      switch effect {
      case .plan(let change, let ids):
        return .planned(change, try await ventures.plan(change, for: ids))
      case .apply(let change, let items):
        let receipt = try await ventures.apply(change, to: items, by: services.session)
        return .applied(receipt, count: items.count)
      default: return nil
      }
    } catch let error as StorageError {
      return .bulkFailed(error)
    }
  }

  // MARK: Dialogs

  /// Offers an event to the dialogs of columns, views and many. Nil when it means nothing there.
  static func handleDepth(
    _ event: InputEvent, _ state: inout TableState, _ context: ScreenContext
  ) -> Outcomes? {
    switch state.dialog {
    case .columns(var panel):
      let reply = panel.handle(event)
      state.dialog = reply == .cancelled || reply == .done ? nil : .columns(panel)
      if reply == .done { state.columns = panel.columns }
      return reply == .ignored ? nil : []
    case .views(var panel):
      let reply = panel.handle(event, width: context.size.width, context.fields)
      state.dialog = .views(panel)
      return take(reply, &state, context)
    case .bulk(var panel):
      let reply = panel.handle(event, width: context.size.width, context.fields)
      state.dialog = .bulk(panel)
      return take(reply, panel, &state)
    default: return nil
    }
  }
}
