import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Moves and dialogs of the table.
extension TableScreen {
  static func carry(
    _ state: inout TableState, _ action: TableAction, _ context: ScreenContext
  ) -> Outcomes {
    guard let row = state.list.focused else { return [] }
    let pipeline = context.pipelines.first { $0.code == row.position.pipeline }
    let request: MoveRequest
    switch action {
    case .openMoves where !state.list.marks.isEmpty:
      return changeMany(&state, .openBulk, context)
    case .openMoves:
      state.dialog = .moves(MoveMenu(row.position, title: row.title, pipeline))
      return []
    case .pickMove(let id):
      guard case .moves(let menu) = state.dialog, let asked = menu.request(id) else { return [] }
      return carry(&state, .move(asked), context)
    case .advance(let by):
      guard let pipeline, let place = pipeline.index(of: row.position.stage),
        pipeline.stages.indices.contains(place + by)
      else { return [] }
      request = .stage(pipeline.stages[place + by].code)
    case .move(let asked):
      state.dialog = nil
      request = asked
    default: return []
    }
    let work = MoveWork(id: row.id, version: row.version, request: request)
    if work.needsReason(from: row.position.stage, in: pipeline) {
      state.dialog = .move(MovePanel(reasonFor: work, title: row.title))
      return []
    }
    return [.perform(.move(work, title: row.title))]
  }

  static func take(
    _ outcome: MoveOutcome, of work: MoveWork, _ title: SafeText, _ state: inout TableState,
    _ context: ScreenContext
  ) -> Outcomes {
    var message: Message?
    let receipts: [ChangeReceipt]
    switch outcome {
    case .moved(let done):
      state.dialog = nil
      receipts = done
      let pipeline = pipeline(state, context)
      let words = MoveWords(language: context.language)
      message = Message(.done, words.done(work.request, title: title, pipeline))
    case .missing(let requirements, let content, let version, let done):
      receipts = done
      state.dialog = .move(
        MovePanel(
          missing: requirements, for: work.asked, title: title, content: content,
          version: version, context))
    case .failed(let error, let done):
      receipts = done
      if case .move(var panel) = state.dialog {
        panel.isWorking = false
        state.dialog = .move(panel)
      }
      message = Message(
        .failure, ErrorWords(context.language).sentence(for: error, today: context.today))
    }
    return receipts.map { .shell(.remember($0)) } + (message.map { [.shell(.announce($0))] } ?? [])
      + [load(state, context)]
  }

  /// The cells of the fields of a panel below the table.
  private static func formWidth(_ context: ScreenContext) -> Int {
    let width = context.size.width - 2
    return max(10, width - VentureForm.labelWidth(in: width))
  }

  /// Offers an event to the dialog. Nil when it means nothing there.
  static func handle(
    _ event: InputEvent, _ state: inout TableState, _ context: ScreenContext
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
      if reply == .submitted { return show(panel.result(today: context.today), &state, context) }
      return reply == .ignored ? nil : []
    case .moves(var menu):
      let reply = menu.handle(event, typing: context.preferences.typing)
      state.dialog = reply == .cancelled ? nil : .moves(menu)
      if case .chosen(let request) = reply { return carry(&state, .move(request), context) }
      return reply == .ignored ? nil : []
    case .columns, .views, .bulk: return handleDepth(event, &state, context)
    case .sort(var list):
      let reply = list.handle(event, typing: context.preferences.typing)
      state.dialog = reply == .cancelled ? nil : .sort(list)
      if case .chosen(let id) = reply, let key = VentureSort.Key(rawValue: id) {
        return update(&state, .sort(key), context)
      }
      return reply == .ignored ? nil : []
    }
  }
}
