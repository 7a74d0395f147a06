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
      switch state.section {
      case .timeline: return begin(&state, .note, context)
      case .team: return begin(&state, .team, context)
      case .evidence: return begin(&state, .recordEvidence, context)
      default: break
      }
      state.mode = .editing(
        RecordEdit(venture.content, version: venture.version, at: state.section, context))
    case .note:
      state.mode = .noting(noteForm)
    case .recordEvidence:
      guard let form = evidenceForm(pipeline, state, context) else {
        let words = RecordText(language: context.language).noEvidence
        return [.shell(.announce(Message(.info, words)))]
      }
      state.mode = .recording(form)
    case .team: state.mode = .teaming(TeamEdit(state.record?.team ?? []))
    case .delete: state.mode = .deleting
    case .confirmDelete:
      state.mode = .reading
      return [.perform(.delete(venture.id, version: venture.version))]
    case .chooseMove:
      state.mode = .choosingMove(
        MoveMenu(venture.position, title: venture.content.title, pipeline))
    case .advance(let by):
      guard let stage = next(venture, pipeline, by: by) else { return [] }
      return ask(.stage(stage), venture, pipeline, &state)
    case .pickMove(let id):
      guard case .choosingMove(let menu) = state.mode, let request = menu.request(id) else {
        return []
      }
      return ask(request, venture, pipeline, &state)
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
    let isOpen = state.form?.panel != nil
    if event.plainStroke?.key == .escape, state.mode != .reading, !isChoosing(state), !isOpen {
      return update(&state, .cancel, context)
    }
    state.isLeaving = false
    if state.isWorking { return nil }
    let labels = Form<FormKey, FieldRefusal>.labelWidth(in: context.size.width - 2)
    let width = max(10, context.size.width - 2 - labels)
    switch state.mode {
    case .reading, .deleting: return nil
    case .editing(var edit):
      let reply = edit.form.handle(event, width: width, context.fields, check: VentureForm.check)
      state.mode = .editing(edit)
      switch reply {
      case .ignored: return nil
      case .handled: return []
      case .cancelled: return update(&state, .cancel, context)
      case .submitted: return save(edit, &state)
      }
    case .noting(var form):
      let reply = form.handle(event, width: width, context.fields, check: VentureForm.check)
      state.mode = .noting(form)
      switch reply {
      case .ignored: return nil
      case .handled: return []
      case .cancelled: return update(&state, .cancel, context)
      case .submitted: return addNote(form, &state)
      }
    case .moving(var panel):
      let reply = panel.handle(event, width: width, context.fields)
      state.mode = reply == .cancelled ? .reading : .moving(panel)
      if case .work(let work) = reply { return [.perform(.move(work))] }
      return reply == .ignored ? nil : []
    case .recording, .teaming: return handleOther(event, width, &state, context)
    case .choosingMove(var menu):
      let reply = menu.handle(event, typing: context.preferences.typing)
      state.mode = reply == .cancelled ? .reading : .choosingMove(menu)
      if case .chosen(let request) = reply { return begin(&state, .move(request), context) }
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

  /// The forms of evidence and team.
  private static func handleOther(
    _ event: InputEvent, _ width: Int, _ state: inout RecordState, _ context: ScreenContext
  ) -> Outcomes? {
    let reply: VentureForm.Reply
    let submit: (inout RecordState) -> Outcomes
    switch state.mode {
    case .recording(var form):
      reply = form.handle(event, width: width, context.fields, check: VentureForm.check)
      state.mode = .recording(form)
      submit = { record(form, &$0) }
    case .teaming(var edit):
      reply = edit.handle(event, width: width, context.fields)
      state.mode = .teaming(edit)
      submit = { saveTeam(edit, &$0) }
    default: return nil
    }
    switch reply {
    case .ignored: return nil
    case .handled: return []
    case .cancelled: return update(&state, .cancel, context)
    case .submitted: return submit(&state)
    }
  }

  /// Whether Esc belongs to the list or panel that is open.
  private static func isChoosing(_ state: RecordState) -> Bool {
    switch state.mode {
    case .choosingMove, .moving: true
    default: false
    }
  }

  static var noteForm: VentureForm {
    VentureForm([VentureForm.Field(.note, .area(TextArea(), rows: 4), isRequired: true)])
  }

  /// What can be recorded: what the stages of the pipeline ask for, the first that is missing
  /// chosen; nil when they ask for nothing.
  static func evidenceForm(
    _ pipeline: Pipeline?, _ state: RecordState, _ context: ScreenContext
  ) -> VentureForm? {
    let asked = RecordPage.evidenceAsked(pipeline)
    let recorded = Set((state.record?.evidence ?? []).map(\.code))
    guard let first = asked.first(where: { !recorded.contains($0.code) }) ?? asked.first else {
      return nil
    }
    return VentureForm([
      VentureForm.Field(
        .evidenceCode,
        .choice(asked.map { Choice($0.code, $0.title) }, selected: first.code, typed: "")),
      VentureForm.Field(.evidenceReference, .line(VentureForm.words), isRequired: true),
      VentureForm.Field(
        .evidenceDay, .line(TextField(context.today.formatted, accepts: .date)),
        isRequired: true),
    ])
  }

  private static func record(_ form: VentureForm, _ state: inout RecordState) -> Outcomes {
    guard let venture = state.record?.venture, let code = form.value(.evidenceCode),
      let day = try? LocalDate.parse(form.value(.evidenceDay) ?? ""),
      let text = try? SafeText.checked(form.value(.evidenceReference) ?? "", .line)
    else { return [] }
    state.isWorking = true
    let evidence = Evidence(code: code, recordedOn: day, reference: text)
    return [.perform(.record(venture.id, evidence, version: venture.version))]
  }

  /// Sends the team with the version that is stored now, unless somebody changed the team itself:
  /// then storage names the conflict.
  private static func saveTeam(_ edit: TeamEdit, _ state: inout RecordState) -> Outcomes {
    guard let record = state.record, let entries = try? edit.entries() else { return [] }
    state.isWorking = true
    let version = record.team == edit.base ? record.venture.version : 0
    return [.perform(.team(record.venture.id, entries, version: version))]
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
    var changed = panel
    guard changed.handle(stroke) else { return nil }
    state.mode = .conflict(changed)
    return []
  }
}
