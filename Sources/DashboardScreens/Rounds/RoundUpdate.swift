import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension RoundScreen {
  static func update(
    _ state: inout RoundDeskState, _ action: RoundDeskAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let page): return take(page, &state, context)
    case .advised(let page, let board):
      // A page that was loaded meanwhile is newer than what was computed for this one.
      guard state.page == page else { return [] }
      state.page = page.with(board)
    case .failed(let error):
      (state.isLoading, state.problem) = (false, error)
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [.shell(.announce(Message(.failure, words)))]
    case .reload: return [.perform(.load(state.round))]
    case .tick(let now):
      state.now = now
      return clock(state)
    case .input, .submit, .field, .pick, .finished: return ask(&state, action, context)
    case .stage(let change):
      guard let page = state.page else { return [] }
      if case .call = change, let place = state.list.focused.flatMap({ Identifier<Entry>($0.id) }) {
        return [.perform(.stage(.call(place), page))]
      }
      return [.perform(.stage(change, page))]
    case .reveal:
      return [.shell(.open(Destination(.reveal, competition: nil, round: state.round)))]
    case .open: return open(&state, context)
    case .add, .edit, .presence, .substitute, .conflict, .paper, .reopen, .points, .assign, .draw,
      .rules, .exportRules, .exportFiles:
      state.panel = state.page.flatMap {
        RoundAsks(state: state, page: $0, context: context).panel(action)
      }
    default: move(&state, action, context)
    }
    return []
  }

  private static func take(
    _ page: RoundPage?, _ state: inout RoundDeskState, _ context: ScreenContext
  ) -> Outcomes {
    (state.isLoading, state.problem) = (false, nil)
    guard var page else { return [] }
    // Until the new advice is there, the old one stands: figures do not flicker.
    if let old = state.page?.board, old.isAdvised {
      var board = page.board
      let known = Dictionary(old.lines.map { ($0.code, $0.advice) }) { first, _ in first }
      for index in board.lines.indices {
        board.lines[index].advice = known[board.lines[index].code] ?? nil
      }
      (board.alerts, board.reliability) = (old.alerts, old.reliability)
      page = page.with(board)
    }
    state.page = page
    state.round = page.round.id
    state.now = page.loadedAt
    if state.order.isEmpty || state.section != .board {
      state.order = page.board.lines.map(\.code)
    }
    fill(&state, context)
    return (page.seesAll ? [.perform(.advise(page))] : []) + clock(state)
  }

  private static func clock(_ state: RoundDeskState) -> Outcomes {
    state.page?.round.stage.runningSince == nil ? [] : [.perform(.wait)]
  }

  static func height(_ state: RoundDeskState, _ context: ScreenContext) -> Int {
    RoundDrawing.listHeight(state, context)
  }

  static func fill(_ state: inout RoundDeskState, _ context: ScreenContext) {
    guard let page = state.page else { return }
    let text = ContestText(language: context.language)
    let ids = RoundTables(state: state, page: page, text: text, context: context).current.ids
    state.list.load(
      total: ids.count, offset: 0, rows: ids.map(ContestRow.init),
      height: height(state, context))
  }

  // MARK: Moving about

  private static func move(
    _ state: inout RoundDeskState, _ action: RoundDeskAction, _ context: ScreenContext
  ) {
    let height = height(state, context)
    switch action {
    case .stroke(let stroke) where state.section == .grid:
      state.cell = GridFocus(state).moved(stroke, page: height)
    case .stroke(let stroke): _ = state.list.handle(stroke, height: height)
    case .scroll(let rows) where state.section == .grid:
      state.cell = GridFocus(state).moved(KeyStroke(rows < 0 ? .up : .down), page: height)
    case .scroll(let rows): state.list.scroll(by: rows, height: height)
    case .place(let place): state.list.moveFocus(to: place, height: height)
    case .cell(let cell): state.cell = cell
    case .letter(let letter): jump(to: letter, &state, context)
    case .section(let by):
      let all = RoundSection.allCases
      let place = all.firstIndex(of: state.section) ?? 0
      choose(all[(place + by + all.count) % all.count], &state, context)
    case .chooseSection(let section): choose(section, &state, context)
    case .missing:
      choose(.grid, &state, context)
      state.cell = GridFocus(state).nextMissing ?? state.cell
    case .chase:
      choose(.grid, &state, context)
      state.cell = GridFocus(state).nextToChase ?? state.cell
    case .resort:
      state.order = state.page?.board.lines.map(\.code) ?? []
      fill(&state, context)
    case .alerts:
      choose(.board, &state, context)
      state.showsAlerts.toggle()
      state.list = VirtualList()
      fill(&state, context)
    default: break
    }
  }

  private static func jump(
    to letter: Character, _ state: inout RoundDeskState, _ context: ScreenContext
  ) {
    guard let page = state.page else { return }
    if state.section == .grid {
      state.cell = GridFocus(state).next(letter) ?? state.cell
      return
    }
    let text = ContestText(language: context.language)
    let table = RoundTables(state: state, page: page, text: text, context: context).current
    let titles = table.ids.map { id in
      let cells = table.cells(id).map(\.text)
      let wanted = cells.first { cell in
        cell.contains { letter.isNumber ? $0.isNumber : $0.isLetter }
      }
      return String((wanted ?? "").drop { !$0.isLetter && !$0.isNumber })
    }
    if let place = LetterJump.next(letter, after: state.list.focus, in: titles) {
      state.list.moveFocus(to: place, height: height(state, context))
    }
  }

  private static func choose(
    _ section: RoundSection, _ state: inout RoundDeskState, _ context: ScreenContext
  ) {
    guard section != state.section else { return }
    state.section = section
    state.showsAlerts = false
    state.list = VirtualList()
    state.order = state.page?.board.lines.map(\.code) ?? []
    fill(&state, context)
  }

  private static func open(_ state: inout RoundDeskState, _ context: ScreenContext) -> Outcomes {
    guard let page = state.page else { return [] }
    if state.section == .stage, let id = state.list.focused.flatMap({ Identifier<Entry>($0.id) }) {
      return [.perform(.stage(.call(id), page))]
    }
    if state.section == .course, state.list.focused?.id == "reveal" {
      return update(&state, .reveal, context)
    }
    state.panel = RoundAsks(state: state, page: page, context: context).panel(.open)
    return []
  }

  // MARK: Questions

  private static func ask(
    _ state: inout RoundDeskState, _ action: RoundDeskAction, _ context: ScreenContext
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
      case .failed(let trouble):
        state.panel?.fail(trouble)
        return [.perform(.load(state.round))]
      case .done(let words, let receipt):
        state.panel = nil
        let undo: Outcomes = receipt.map { [.shell(.remember($0))] } ?? []
        return undo + [
          .shell(.announce(Message(.done, words(context.language)))),
          .perform(.load(state.round)),
        ]
      }
    default: break
    }
    return []
  }
}
