import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension ProgrammeScreen {
  static func update(
    _ state: inout ProgrammeState, _ action: ProgrammeAction, _ context: ScreenContext
  ) -> Outcomes {
    if case .line = action {} else { state.clicked = nil }
    switch action {
    case .loaded(let data, let lists, let place):
      guard place == state.place else { return [] }
      (state.data, state.lists, state.problem) = (data, lists, nil)
      if let draft = state.draft { return resume(draft, &state, context) }
    case .reload: return [load(state, context)]
    case .move, .section, .first, .last, .letter: moveFocus(&state, action, context)
    case .line(let key):
      let wasClicked = state.clicked == key
      (state.focus, state.clicked) = (key, key)
      if wasClicked { return open(&state, context) }
    case .open: return open(&state, context)
    case .go(let place): return [.shell(.open(destination(place)))]
    case .goOverview: return [.shell(.open(Destination(.programme)))]
    case .found(let target):
      guard let target else {
        return say(.info, ProgrammeText(language: context.language).noRecord)
      }
      return open(target, &state, context)
    case .begin(let kind): return begin(kind, &state, context)
    case .clearFilter: state.filter = ProgrammeFilter()
    case .overdueOnly: state.filter.overdueOnly.toggle()
    case .group:
      let all = LedgerGrouping.allCases
      let place = all.firstIndex(of: state.grouping) ?? 0
      state.grouping = all[(place + 1) % all.count]
    case .input(let event): return handle(event, &state, context) ?? []
    case .submit: return handle(.key(.control("s")), &state, context) ?? []
    case .field(let name): state.edit?.form.click(name, context.fields)
    case .pick(let pick): state.edit?.form.take(pick, ProgrammeEdit.check)
    case .cancel: return cancel(&state, context)
    case .failed, .saved, .warned, .wrong, .refused: return answer(action, &state, context)
    }
    return []
  }

  private static func say(_ kind: Message.Kind, _ words: String) -> Outcomes {
    [.shell(.announce(Message(kind, words)))]
  }

  static func destination(_ place: ProgrammePlace?) -> Destination {
    var destination = Destination(.programme)
    destination.programme = place
    return destination
  }

  // MARK: Focus

  private static func moveFocus(
    _ state: inout ProgrammeState, _ action: ProgrammeAction, _ context: ScreenContext
  ) {
    let page = page(state, context)
    let stops = page.stops
    guard let now = page.focused(state.focus),
      let place = stops.firstIndex(where: { $0.key == now.key })
    else { return }
    switch action {
    case .move(let by): state.focus = stops[min(max(0, place + by), stops.count - 1)].key
    case .section(let by): state.focus = page.section(by, from: state.focus)?.key ?? state.focus
    case .first: state.focus = stops.first?.key
    case .last: state.focus = stops.last?.key
    case .letter(let letter):
      state.focus = page.next(letter, after: state.focus)?.key ?? state.focus
    default: break
    }
  }

  // MARK: Opening

  private static func open(
    _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    guard let target = page(state, context).focused(state.focus)?.target else {
      return say(.info, ProgrammeText(language: context.language).nothingOpens)
    }
    return open(target, &state, context)
  }

  private static func open(
    _ target: ProgrammeTarget, _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    switch target {
    case .place(let place): return [.shell(.open(destination(place)))]
    case .venture(let id): return [.shell(.open(Destination(.record, venture: id)))]
    case .evidence(let record): return [.perform(.find(record))]
    case .form(let kind): return begin(kind, &state, context)
    }
  }

  private static func begin(
    _ kind: ProgrammeFormKind, _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    let text = ProgrammeText(language: context.language)
    if kind.writes, !Access.allows(.editProgramme, to: context.user.roles) {
      return say(.info, text.mayNotWrite)
    }
    state.edit = ProgrammeForms(state: state, context: context).form(kind)
    state.isLeaving = false
    return []
  }

  private static func resume(
    _ draft: Draft, _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    guard let kind = ProgrammeFormKind(code: draft.form),
      var edit = ProgrammeForms(state: state, context: context).form(kind)
    else {
      return say(.warning, ProgrammeText(language: context.language).draftDoesNotFit)
    }
    edit.form.fill(from: draft.body) { $0 }
    state.draft = nil
    state.edit = edit
    return []
  }

  // MARK: The form

  /// Offers an event to the form; nil when it means nothing there.
  static func handle(
    _ event: InputEvent, _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes? {
    guard var edit = state.edit, !edit.isWorking else { return nil }
    let width = ProgrammeDrawing.formWidth(context.size)
    let reply = edit.form.handle(event, width: width, context.fields, check: ProgrammeEdit.check)
    switch reply {
    case .ignored: return nil
    case .cancelled: return cancel(&state, context)
    case .handled:
      edit.warnings = []
      state.isLeaving = false
      state.edit = edit
      return []
    case .submitted: return submit(edit, &state)
    }
  }

  private static func submit(
    _ edit: ProgrammeEdit, _ state: inout ProgrammeState
  ) -> Outcomes {
    var edit = edit
    if edit.kind == .filter {
      let values = edit.values
      state.filter = ProgrammeFilter(
        text: values["text"] ?? "",
        phase: values["phase"].flatMap(TaskState.Phase.init(rawValue:)),
        regime: values["regime"] ?? "", year: Int(values["year"] ?? ""),
        overdueOnly: values["overdue"] == "late")
      state.edit = nil
      return []
    }
    let work = ProgrammeWork(
      kind: edit.kind, place: state.place, values: edit.values, version: edit.version,
      isConfirmed: !edit.warnings.isEmpty)
    edit.isWorking = true
    state.edit = edit
    return [.perform(.write(work))]
  }

  /// The first Esc over something typed says what would be lost.
  private static func cancel(
    _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    guard let edit = state.edit else { return [.shell(.back)] }
    if edit.form.panel != nil {
      state.edit?.form.closePanel()
      return []
    }
    if edit.isChanged || edit.isWorking, !state.isLeaving {
      state.isLeaving = true
      let words = MoveWords(language: context.language).escapeAgain(isWorking: edit.isWorking)
      return say(.warning, words)
    }
    (state.edit, state.isLeaving) = (nil, false)
    return []
  }

  // MARK: Answers of storage

  private static func answer(
    _ action: ProgrammeAction, _ state: inout ProgrammeState, _ context: ScreenContext
  ) -> Outcomes {
    let text = ProgrammeText(language: context.language)
    state.edit?.isWorking = false
    func words(_ error: StorageError) -> String {
      ErrorWords(context.language).sentence(for: error, today: context.today)
    }
    switch action {
    case .failed(let error):
      if state.data == nil { state.problem = error }
      return say(.failure, words(error))
    case .saved(let receipt, let place):
      state.edit = nil
      let done: Outcomes =
        [.shell(.remember(receipt))] + say(.done, text.saved(receipt.summary.title.string))
      guard let place else { return done + [load(state, context)] }
      return done + [load(state, context), .shell(.open(destination(place)))]
    case .warned(let excess, let cap):
      state.edit?.warnings = excess
      state.edit?.cap = cap
      return say(.warning, text.warned)
    case .wrong(let name, let problem):
      if let place = state.edit?.form.fields.firstIndex(where: { $0.id == name }) {
        state.edit?.form.fields[place].problem = problem
        state.edit?.form.moveFocus(to: name)
      }
      return []
    case .refused(.programmeRefused(let refusal)) where state.edit != nil:
      state.edit?.refuse(refusal)
      return say(.warning, refusal.words(context.language))
    case .refused(let error): return say(.failure, words(error))
    default: return []
    }
  }
}
