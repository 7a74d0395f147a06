import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Editing, noting, moving and deleting on the page.
extension RecordScreen {
  static func begin(
    _ state: inout RecordState, _ action: RecordAction, _ context: ScreenContext
  ) -> Outcomes {
    guard let venture = state.record?.venture else { return [] }
    let pipeline = context.pipelines.first { $0.code == venture.position.pipeline }
    switch action {
    case .edit:
      if state.section == .timeline { return begin(&state, .note, context) }
      state.mode = .editing(
        RecordEdit(venture.content, version: venture.version, at: state.section, context))
    case .note:
      state.mode = .noting(
        VentureForm([VentureForm.Field(.note, .area(TextArea(), rows: 4), isRequired: true)]))
    case .delete: state.mode = .deleting
    case .confirmDelete:
      state.mode = .reading
      return [.perform(.delete(venture.id, version: venture.version))]
    case .chooseStage:
      let choices = (pipeline?.stages ?? []).filter { $0.code != venture.position.stage }
      state.mode = .choosingStage(
        ChoiceList(
          choices.map { Choice($0.code, $0.title) },
          selected: next(venture, pipeline, by: 1)))
    case .advance(let by):
      guard let stage = next(venture, pipeline, by: by) else { return [] }
      return ask(.stage(stage), venture, pipeline, &state)
    case .stage(let code): return ask(.stage(code), venture, pipeline, &state)
    case .move(let request): return ask(request, venture, pipeline, &state)
    default: break
    }
    return []
  }

  /// The stage so many places on; nil at either end.
  static func next(_ venture: Venture, _ pipeline: Pipeline?, by: Int) -> String? {
    guard let pipeline, let place = pipeline.index(of: venture.position.stage),
      pipeline.stages.indices.contains(place + by)
    else { return nil }
    return pipeline.stages[place + by].code
  }

  private static func ask(
    _ request: MoveRequest, _ venture: Venture, _ pipeline: Pipeline?, _ state: inout RecordState
  ) -> Outcomes {
    let work = MoveWork(id: venture.id, version: venture.version, request: request)
    state.mode = .reading
    if work.needsReason(from: venture.position.stage, in: pipeline) {
      state.mode = .moving(MovePanel(reasonFor: work, title: venture.content.title))
      return []
    }
    return [.perform(.move(work))]
  }

  /// Offers an event to what is open. Nil when it means nothing there.
  static func handle(
    _ event: InputEvent, _ state: inout RecordState, _ context: ScreenContext
  ) -> Outcomes? {
    if state.isWorking { return nil }
    let labels = Form<FormKey, FieldRefusal>.labelWidth(in: context.size.width - 2)
    let width = max(10, context.size.width - 2 - labels)
    switch state.mode {
    case .reading, .deleting: return nil
    case .editing(var edit):
      let reply = edit.form.handle(event, width: width, check: VentureForm.check)
      state.mode = .editing(edit)
      switch reply {
      case .ignored: return nil
      case .handled: return []
      case .cancelled: return update(&state, .cancel, context)
      case .submitted: return save(edit, &state)
      }
    case .noting(var form):
      let reply = form.handle(event, width: width, check: VentureForm.check)
      state.mode = .noting(form)
      switch reply {
      case .ignored: return nil
      case .handled: return []
      case .cancelled: return update(&state, .cancel, context)
      case .submitted: return addNote(form, &state)
      }
    case .moving(var panel):
      let reply = panel.handle(event, width: width)
      state.mode = reply == .cancelled ? .reading : .moving(panel)
      if case .work(let work) = reply { return [.perform(.move(work))] }
      return reply == .ignored ? nil : []
    case .choosingStage(var list):
      let reply = list.handle(event)
      state.mode = reply == .cancelled ? .reading : .choosingStage(list)
      if case .chosen(let code) = reply { return update(&state, .stage(code), context) }
      return reply == .ignored ? nil : []
    case .conflict(let panel): return resolve(event, panel, &state)
    }
  }

  private static func save(_ edit: RecordEdit, _ state: inout RecordState) -> Outcomes {
    guard let content = try? edit.form.applied(to: edit.base) else { return [] }
    state.isWorking = true
    guard let id = state.id else {
      return [.perform(.create(content, pipeline: state.pipeline))]
    }
    return [.perform(.save(id, content, base: edit.base, version: edit.version))]
  }

  private static func addNote(_ form: VentureForm, _ state: inout RecordState) -> Outcomes {
    guard let id = state.id, let text = try? SafeText.checked(form.value(.note) ?? "", .note) else {
      return []
    }
    state.isWorking = true
    return [.perform(.note(id, text))]
  }

  /// Saves what was chosen over what is stored now; it may be in conflict again.
  private static func resolve(
    _ event: InputEvent, _ panel: ConflictPanel, _ state: inout RecordState
  ) -> Outcomes? {
    guard let stroke = event.plainStroke else { return nil }
    if stroke == KeyStroke(.enter) || stroke == .control("s") {
      guard let id = state.id else { return [] }
      state.isWorking = true
      return [
        .perform(
          .save(
            id, panel.merged, base: panel.theirs, version: panel.conflict.currentVersion))
      ]
    }
    if stroke.key == .escape {
      state.mode = .reading
      return []
    }
    var changed = panel
    guard changed.handle(stroke) else { return nil }
    state.mode = .conflict(changed)
    return []
  }

  static func focusField(_ key: FormKey, _ state: inout RecordState) {
    switch state.mode {
    case .editing(var edit):
      edit.form.moveFocus(to: key)
      state.mode = .editing(edit)
    case .moving(var panel):
      panel.form.moveFocus(to: key)
      state.mode = .moving(panel)
    case .reading, .noting, .choosingStage, .deleting, .conflict: break
    }
  }
}
