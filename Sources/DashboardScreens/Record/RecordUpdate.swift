import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension RecordScreen {
  typealias Outcomes = [Outcome<RecordEffect>]

  static func update(
    _ state: inout RecordState, _ action: RecordAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let record):
      state.record = record
      state.id = record.venture.id
      state.problem = nil
      if state.isRestored {
        state.isRestored = false
        reveal(&state, context)
      }
      if let draft = state.draft, state.mode == .reading { return resume(draft, &state, context) }
      if state.opensForm {
        state.opensForm = false
        return begin(&state, .edit, context)
      }
    case .reload: return reload(state)
    case .lineage:
      guard let id = state.id else { return [] }
      return [.shell(.open(ProgrammeScreen.destination(.lineage(id))))]
    case .failed, .saved, .noted, .recorded, .teamed, .deleted, .moved, .conflicted:
      return answer(&state, action, context)
    case .section(let section) where section == state.clicked && section == state.section:
      state.clicked = nil
      return begin(&state, .edit, context)
    case .section(let section):
      state.clicked = section
      read(&state, action, context)
    case .stroke, .scroll:
      state.clicked = nil
      read(&state, action, context)
    case .edit, .note, .recordEvidence, .team, .delete, .confirmDelete, .advance, .chooseMove,
      .pickMove, .move:
      return begin(&state, action, context)
    case .enterContest:
      return state.id.map { [.shell(.open(Destination(.contests, ventures: [$0])))] } ?? []
    case .cancel: return cancel(&state, context)
    case .input(let event): return handle(event, &state, context) ?? []
    case .submit: return handle(.key(.control("s")), &state, context) ?? []
    case .field(let key): state.form?.click(key, context.fields)
    case .pick(let pick): state.form?.take(pick, VentureForm.check)
    case .letter(let letter): jump(to: letter, &state, context)
    case .keepMine(let mine):
      guard case .conflict(var panel) = state.mode else { return [] }
      panel.keepAll(mine: mine)
      state.mode = .conflict(panel)
    }
    return []
  }

  static func reload(_ state: RecordState) -> Outcomes {
    state.id.map { [.perform(.load($0))] } ?? []
  }

  /// Closes what is open; a new venture that is not wanted closes the page.
  ///
  /// The first Esc says what would be lost; while something is being saved, it says that saving
  /// goes on.
  private static func cancel(_ state: inout RecordState, _ context: ScreenContext) -> Outcomes {
    if state.form?.panel != nil {
      state.form?.closePanel()
      return []
    }
    if state.isWorking || hasUnsavedInput(state), !state.isLeaving {
      state.isLeaving = true
      let words = MoveWords(language: context.language).escapeAgain(isWorking: state.isWorking)
      return [.shell(.announce(Message(.warning, words)))]
    }
    state.isLeaving = false
    if state.id == nil { return [.shell(.back)] }
    state.mode = .reading
    return []
  }

  // MARK: Answers of storage

  private static func answer(
    _ state: inout RecordState, _ action: RecordAction, _ context: ScreenContext
  ) -> Outcomes {
    let text = RecordText(language: context.language)
    state.isWorking = false
    state.isLeaving = false
    switch action {
    case .failed(.notFound) where state.isRestored && state.draft == nil:
      // What was open at an earlier time is gone: nobody has asked for it now.
      return [.shell(.back)]
    case .failed(let error):
      if state.record == nil { state.problem = error }
      var words = ErrorWords(context.language).sentence(for: error, today: context.today)
      if state.draft != nil { words += " " + text.draftStays }
      return [.shell(.announce(Message(.failure, words)))]
    case .saved(let id, let receipt):
      state.id = id
      state.mode = .reading
      return said(receipt, text.saved(receipt.summary.title.string)) + reload(state)
    case .noted(let receipt):
      state.mode = .reading
      return said(receipt, text.noted) + reload(state)
    case .recorded(let receipt):
      state.mode = .reading
      return said(receipt, text.evidenceRecorded) + reload(state)
    case .teamed(let receipt):
      state.mode = .reading
      return said(receipt, text.teamSaved) + reload(state)
    case .deleted(let receipt):
      state.mode = .reading
      return said(receipt, text.deleted(receipt.summary.title.string)) + [.shell(.back)]
    case .moved(let work, let outcome): return take(outcome, of: work, &state, context)
    case .conflicted(let conflict, let theirs, let mine):
      var base = theirs
      if case .editing(let edit) = state.mode { base = edit.base }
      if case .conflict(let panel) = state.mode { base = panel.theirs }
      state.mode = .conflict(
        ConflictPanel(conflict, theirs: theirs, mine: mine, base: base))
      return reload(state)
    default: return []
    }
  }

  private static func said(_ receipt: ChangeReceipt, _ words: String) -> Outcomes {
    [.shell(.remember(receipt)), .shell(.announce(Message(.done, words)))]
  }

  private static func take(
    _ outcome: MoveOutcome, of work: MoveWork, _ state: inout RecordState,
    _ context: ScreenContext
  ) -> Outcomes {
    let title = state.record?.venture.content.title ?? .empty
    let pipeline = context.pipelines.first { $0.code == state.record?.venture.position.pipeline }
    let words: Message?
    let receipts: [ChangeReceipt]
    switch outcome {
    case .moved(let done):
      state.mode = .reading
      receipts = done
      words = Message(
        .done,
        MoveWords(language: context.language).done(work.request, title: title, pipeline))
    case .missing(let requirements, let content, let version, let done):
      receipts = done
      words = nil
      state.mode = .moving(
        MovePanel(
          missing: requirements, for: work.asked, title: title, content: content,
          version: version, context))
    case .failed(let error, let done):
      receipts = done
      if case .moving(var panel) = state.mode {
        panel.isWorking = false
        state.mode = .moving(panel)
      }
      words = Message(
        .failure, ErrorWords(context.language).sentence(for: error, today: context.today))
    }
    return receipts.map { .shell(.remember($0)) } + (words.map { [.shell(.announce($0))] } ?? [])
      + reload(state)
  }

  // MARK: Reading

  private static func read(
    _ state: inout RecordState, _ action: RecordAction, _ context: ScreenContext
  ) {
    guard let record = state.record else { return }
    let page = RecordPage(
      record: record, text: RecordText(language: context.language), context: context,
      width: RecordDrawing.bodyWidth(context.size))
    let lines = page.lines
    let height = RecordDrawing.bodyHeight(context.size)
    let last = max(0, lines.count - height)
    switch action {
    case .scroll(let by): state.top = min(max(0, state.top + by), last)
    case .section(let section): state.section = section
    case .stroke(let stroke):
      switch (stroke.key, stroke.modifiers) {
      case (.up, _): state.top = min(max(0, state.top - 1), last)
      case (.down, _): state.top = min(state.top + 1, last)
      case (.pageUp, _): state.top = max(0, state.top - height + 1)
      case (.pageDown, _): state.top = min(state.top + height - 1, last)
      case (.home, _): (state.top, state.section) = (0, .summary)
      case (.end, _): (state.top, state.section) = (last, .timeline)
      case (.tab, let held):
        step(held.contains(.shift) ? -1 : 1, &state)
        show(state.section, lines, height: height, &state)
        return
      default: return
      }
      followScroll(lines, height: height, &state)
    default: break
    }
  }

  private static func reveal(_ state: inout RecordState, _ context: ScreenContext) {
    guard let record = state.record else { return }
    let page = RecordPage(
      record: record, text: RecordText(language: context.language), context: context,
      width: RecordDrawing.bodyWidth(context.size))
    show(state.section, page.lines, height: RecordDrawing.bodyHeight(context.size), &state)
  }

  /// The next section whose name begins with a letter, accents optional; nil when none does.
  static func section(
    _ letter: Character, _ state: RecordState, _ context: ScreenContext
  ) -> RecordSection? {
    let text = RecordText(language: context.language)
    let all = RecordSection.allCases
    return LetterJump.next(letter, after: state.section.rawValue, in: all.map { text.name($0) })
      .map { all[$0] }
  }

  private static func jump(
    to letter: Character, _ state: inout RecordState, _ context: ScreenContext
  ) {
    guard let record = state.record, let section = section(letter, state, context) else { return }
    let lines = RecordPage(
      record: record, text: RecordText(language: context.language), context: context,
      width: RecordDrawing.bodyWidth(context.size)
    ).lines
    state.section = section
    show(section, lines, height: RecordDrawing.bodyHeight(context.size), &state)
  }

  private static func step(_ by: Int, _ state: inout RecordState) {
    let all = RecordSection.allCases
    let next = (state.section.rawValue + by + all.count) % all.count
    state.section = all[next]
  }

  /// Scrolls so that the section in focus begins in sight.
  private static func show(
    _ section: RecordSection, _ lines: [PageLine], height: Int, _ state: inout RecordState
  ) {
    guard let place = lines.firstIndex(where: { $0.section == section }) else { return }
    if place < state.top || place > state.top + height - 4 {
      state.top = min(place, max(0, lines.count - height))
    }
  }

  /// The focus goes to the first section that begins in sight, unless its own is still there.
  private static func followScroll(
    _ lines: [PageLine], height: Int, _ state: inout RecordState
  ) {
    let seen = lines.dropFirst(state.top).prefix(height).compactMap(\.section)
    if !seen.contains(state.section), let first = seen.first { state.section = first }
  }
}
