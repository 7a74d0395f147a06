import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Lifting, dropping and everything else that moves a card.
extension PipelineScreen {
  static func carry(
    _ state: inout PipelineState, _ action: PipelineAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .lift:
      guard let card = state.focusedCard else { return [] }
      let last = state.columns.count - 1
      state.lift = PipelineState.Lift(
        card: card, source: state.focus, target: min(state.focus + 1, last))
      state.find = ""
    case .target(let by): chooseTarget(by, &state)
    case .cancel:
      if state.lift == nil { state.find = "" }
      state.lift = nil
      state.press = nil
    case .drop:
      guard let lift = state.lift else { return [] }
      state.lift = nil
      guard lift.target != lift.source, state.columns.indices.contains(lift.target) else { break }
      let stage = state.columns[lift.target].count.stage
      return ask(.stage(stage), lift.card, &state, context)
    case .advance(let by):
      let target = state.focus + by
      guard let card = state.focusedCard, state.columns.indices.contains(target) else { return [] }
      return ask(.stage(state.columns[target].count.stage), card, &state, context)
    case .openMoves:
      guard let card = state.focusedCard else { return [] }
      let pipeline = context.pipelines.first { $0.code == card.position.pipeline }
      state.dialog = .moves(MoveMenu(card.position, title: card.title, pipeline))
    case .pickMove(let id):
      guard case .moves(let menu) = state.dialog, let request = menu.request(id) else { return [] }
      return carry(&state, .move(request), context)
    case .move(let request):
      state.dialog = nil
      guard let card = state.focusedCard else { return [] }
      return ask(request, card, &state, context)
    default: break
    }
    keepColumnVisible(&state, context)
    return []
  }

  static func chooseTarget(_ by: Int, _ state: inout PipelineState) {
    guard let lift = state.lift else { return }
    state.lift?.target = min(max(0, lift.target + by), state.columns.count - 1)
  }

  /// Asks storage, or first for the reason when this move needs one.
  private static func ask(
    _ request: MoveRequest, _ card: VentureSummary, _ state: inout PipelineState,
    _ context: ScreenContext
  ) -> Outcomes {
    let work = MoveWork(id: card.id, version: card.version, request: request)
    let pipeline = context.pipelines.first { $0.code == card.position.pipeline }
    if work.needsReason(from: card.position.stage, in: pipeline) {
      state.dialog = .move(MovePanel(reasonFor: work, title: card.title))
      return []
    }
    return [.perform(.move(work, title: card.title))]
  }

  static func take(
    _ outcome: MoveOutcome, of work: MoveWork, _ title: SafeText, _ state: inout PipelineState,
    _ context: ScreenContext
  ) -> Outcomes {
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    switch outcome {
    case .moved(let receipts):
      state.dialog = nil
      if case .stage(let stage) = work.request {
        state.focus = state.columns.firstIndex { $0.count.stage == stage } ?? state.focus
        state.follow = work.id
      }
      keepColumnVisible(&state, context)
      let text = MoveWords(language: context.language).done(
        work.request, title: title, pipeline)
      return receipts.map { .shell(.remember($0)) }
        + [.shell(.announce(Message(.done, text))), load(state, context)]
    case .missing(let requirements, let content, let version, let receipts):
      state.dialog = .move(
        MovePanel(
          missing: requirements, for: work.asked, title: title, content: content,
          version: version, context))
      return receipts.map { .shell(.remember($0)) }
    case .failed(let error, let receipts):
      if case .move(var panel) = state.dialog {
        panel.isWorking = false
        state.dialog = .move(panel)
      }
      let text = ErrorWords(context.language).sentence(for: error, today: context.today)
      return receipts.map { .shell(.remember($0)) }
        + [.shell(.announce(Message(.failure, text))), load(state, context)]
    }
  }

  // MARK: Searching, filtering, dialogs

  static func narrow(
    _ state: inout PipelineState, _ action: PipelineAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .search:
      state.search = state.search ?? TextField()
      state.search?.selectAll()
      state.isSearching = true
      state.find = ""
      return []
    case .searchInput(let event): return search(event, &state, context)
    case .openFilter: return [.perform(.facets(pipeline: state.pipeline))]
    case .clearFilter:
      state.search = nil
      state.isSearching = false
      return show(VentureFilter(pipeline: state.pipeline), &state, context)
    case .choosePipeline:
      let choices = context.pipelines.map { Choice($0.code, $0.title) }
      state.dialog = .pipelines(ChoiceList(choices, selected: state.pipeline))
      return []
    case .pickPipeline(let code):
      state.dialog = nil
      guard code != state.pipeline else { return [] }
      state.columns = []
      state.focus = 0
      state.firstColumn = 0
      var filter = state.filter
      filter.pipeline = code
      filter.stages = []
      return show(filter, &state, context)
    default: return []
    }
  }

  private static func search(
    _ event: InputEvent, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    var field = state.search ?? TextField()
    switch event.plainStroke?.key {
    case .escape: (field, state.isSearching) = (TextField(), false)
    case .enter, .down, .tab: state.isSearching = false
    default: _ = field.handle(event, typing: context.preferences.typing)
    }
    state.search = field.text.isEmpty && !state.isSearching ? nil : field
    let said: Outcomes = field.announcements(context.language)
    guard state.filter.text != field.text else { return said }
    var filter = state.filter
    filter.text = field.text
    return said + show(filter, &state, context)
  }

  /// Shows what another filter lets through, from the top.
  private static func show(
    _ filter: VentureFilter, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    state.filter = filter
    for index in state.columns.indices { state.columns[index].cards.restart() }
    return [load(state, context)]
  }

  static func openFilter(
    _ facets: VentureFacets, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes {
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    state.dialog = .filter(
      FilterPanel(state.filter, facets: facets, pipeline: pipeline, today: context.today))
    return []
  }

  /// The cells of the fields of a panel below the board.
  private static func formWidth(_ context: ScreenContext) -> Int {
    let width = context.size.width - 2
    return max(10, width - VentureForm.labelWidth(in: width))
  }

  /// Offers an event to the dialog. Nil when it means nothing there.
  static func handle(
    _ event: InputEvent, _ state: inout PipelineState, _ context: ScreenContext
  ) -> Outcomes? {
    switch state.dialog {
    case nil: return nil
    case .move(var panel):
      let reply = panel.handle(event, width: formWidth(context), context.fields)
      state.dialog = reply == .cancelled ? nil : .move(panel)
      if case .work(let work) = reply { return [.perform(.move(work, title: panel.title))] }
      return reply == .ignored ? nil : []
    case .filter(var panel):
      let reply = panel.form.handle(
        event, width: formWidth(context), context.fields, check: VentureForm.check)
      state.dialog = reply == .cancelled || reply == .submitted ? nil : .filter(panel)
      if reply == .submitted {
        return show(panel.result(today: context.today), &state, context)
      }
      return reply == .ignored ? nil : []
    case .pipelines(var list):
      let reply = list.handle(event, typing: context.preferences.typing)
      state.dialog = reply == .cancelled ? nil : .pipelines(list)
      if case .chosen(let code) = reply {
        return update(&state, .pickPipeline(code), context)
      }
      return reply == .ignored ? nil : []
    case .moves(var menu):
      let reply = menu.handle(event, typing: context.preferences.typing)
      state.dialog = reply == .cancelled ? nil : .moves(menu)
      if case .chosen(let request) = reply { return carry(&state, .move(request), context) }
      return reply == .ignored ? nil : []
    }
  }
}
