import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension ContestsScreen {
  static func update(
    _ state: inout ContestsState, _ action: ContestsAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let load):
      (state.isLoading, state.problem) = (false, nil)
      (state.summaries, state.record) = (load.summaries, load.record)
      (state.duplicates, state.users) = (load.duplicates, load.users)
      fill(&state, context)
    case .failed(let error):
      (state.isLoading, state.problem) = (false, error)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return [.perform(.load(state.contest))]
    case .input, .submit, .field, .pick, .finished: return ask(&state, action, context)
    case .open: return open(&state, context)
    case .add, .edit, .importEntries, .check, .admit, .withdraw:
      state.panel = question(action, state, context)
    default: move(&state, action, context)
    }
    return []
  }

  static func height(_ context: ScreenContext) -> Int { max(1, context.size.height - 3) }

  private static func fill(_ state: inout ContestsState, _ context: ScreenContext) {
    let text = ContestText(language: context.language)
    let ids = ContestTables(state: state, text: text, context: context).current.ids
    state.list.load(
      total: ids.count, offset: 0, rows: ids.map(ContestRow.init), height: height(context))
    state.list.marks.formIntersection(ids)
  }

  // MARK: Moving about

  private static func move(
    _ state: inout ContestsState, _ action: ContestsAction, _ context: ScreenContext
  ) {
    let height = height(context)
    switch action {
    case .stroke(let stroke): _ = state.list.handle(stroke, height: height)
    case .scroll(let rows): state.list.scroll(by: rows, height: height)
    case .place(let place): state.list.moveFocus(to: place, height: height)
    case .letter(let letter):
      let text = ContestText(language: context.language)
      let table = ContestTables(state: state, text: text, context: context).current
      let titles = table.ids.map { id in
        let cells = table.cells(id).map(\.text)
        return letter.isNumber ? cells.first ?? "" : cells.dropFirst().first ?? ""
      }
      if let place = LetterJump.next(letter, after: state.list.focus, in: titles) {
        state.list.moveFocus(to: place, height: height)
      }
    case .section(let by):
      guard state.contest != nil else { return }
      let all = ContestSection.allCases
      let place = all.firstIndex(of: state.section) ?? 0
      choose(all[(place + by + all.count) % all.count], &state, context)
    case .chooseSection(let section): choose(section, &state, context)
    case .mark: state.list.toggleMark(height: height)
    case .markAll:
      let all = Set(state.list.rows.map(\.id))
      state.list.marks = state.list.marks == all ? [] : all
    default: break
    }
  }

  private static func choose(
    _ section: ContestSection, _ state: inout ContestsState, _ context: ScreenContext
  ) {
    guard section != state.section else { return }
    state.section = section
    state.list = VirtualList()
    fill(&state, context)
  }

  private static func open(_ state: inout ContestsState, _ context: ScreenContext) -> Outcomes {
    guard let id = state.list.focused?.id else { return [] }
    if state.contest == nil {
      guard let summary = state.summaries.first(where: { $0.competition.id.description == id })
      else { return [] }
      if !state.entering.isEmpty {
        state.panel = ContestAsks.enter(summary.competition, state.entering)
        return []
      }
      return [
        .shell(.open(Destination(.contests, competition: summary.competition.id)))
      ]
    }
    if state.section == .rounds, let round = Identifier<Round>(id) {
      return [
        .shell(.open(Destination(.round, competition: state.contest, round: round)))
      ]
    }
    if state.section == .entries { state.panel = question(.edit, state, context) }
    return []
  }

  // MARK: Questions

  /// The entries that are marked, or the one in focus.
  static func chosen(_ state: ContestsState) -> [Identifier<Entry>] {
    guard state.section == .entries, state.contest != nil else { return [] }
    let marked = state.list.rows.map(\.id).filter(state.list.marks.contains)
    let ids = marked.isEmpty ? [state.list.focused?.id].compactMap(\.self) : marked
    return ids.compactMap { Identifier($0) }
  }

  private static func question(
    _ action: ContestsAction, _ state: ContestsState, _ context: ScreenContext
  ) -> AskPanel? {
    guard let record = state.record else {
      if case .add = action { return ContestAsks.contest(nil) }
      return nil
    }
    let entry = record.entries.first { $0.id.description == state.list.focused?.id }
    switch (action, state.section) {
    case (.add, .rounds): return ContestAsks.addRound(record, state.summaries)
    case (.add, .entries): return ContestAsks.entry(record, nil)
    case (.add, .judges): return ContestAsks.addJudge(record, state.users)
    case (.add, .deadlines): return ContestAsks.deadline(record, context.today)
    case (.edit, .entries): return entry.map { ContestAsks.entry(record, $0) }
    case (.edit, _): return ContestAsks.contest(record.competition)
    case (.importEntries, _): return ContestAsks.importEntries(record)
    case (.check, .entries): return ContestAsks.eligibility(chosen(state))
    case (.admit, .entries): return ContestAsks.admit(chosen(state), record)
    case (.withdraw, .entries): return entry.map(ContestAsks.withdraw)
    default: return nil
    }
  }

  private static func ask(
    _ state: inout ContestsState, _ action: ContestsAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .submit: return ask(&state, .input(.key(.control("s"))), context)
    case .field(let id): state.panel?.click(id, context.fields)
    case .pick(let pick): state.panel?.take(pick)
    case .input(let event):
      let width = max(8, context.size.width - 4)
      guard let reply = state.panel?.handle(event, width: width, context.fields) else { return [] }
      switch reply {
      case .cancelled: state.panel = nil
      case .answered(let answer): return [.perform(.perform(answer))]
      case .ignored, .handled: break
      }
    case .finished(let done):
      switch done {
      case .failed(let trouble): state.panel?.fail(trouble)
      case .done(let words, let receipt):
        state.panel = nil
        state.list.marks = []
        let undo: Outcomes = receipt.map { [.shell(.remember($0))] } ?? []
        let entered = !state.entering.isEmpty
        state.entering = []
        return undo + [.shell(.announce(Message(.done, words(context.language))))]
          + (entered ? [.shell(.back)] : [.perform(.load(state.contest))])
      }
    default: break
    }
    return []
  }
}
