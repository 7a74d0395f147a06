import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What lies above the sheet: remarks, conflicts, sealing, the list of entries.
extension ScoringScreen {
  static func open(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    guard let page = state.page else { return [] }
    let text = ScoringText(language: context.language)
    switch action {
    case .comment:
      guard writablePlace(state) != nil else { return [say(.warning, closed(state, context))] }
      let code = state.criterion?.code ?? ""
      let now = state.sheet?.comments[code]?.value.string ?? ""
      state.panel = .comment(code, TextField(now, limit: 200))
    case .details: state.panel = state.entry == nil ? nil : .details(0)
    case .conflict:
      guard state.entry != nil else { return [] }
      state.panel = .conflict(
        ChoiceList(
          ConflictOfInterest.Kind.allCases.map { Choice($0.rawValue, $0.labels) }))
    case .seal: return openSeal(&state, page, text)
    case .reopen: state.panel = .reopen(TextField(limit: 200), isMissing: false)
    case .entries:
      state.panel = .entries(
        ChoiceList(
          page.entries.map { entry in
            let title = SafeText(escaping: text.name(of: entry))
            return Choice(
              entry.entry.description, Bilingual(vietnamese: title, english: title),
              note: text.progress(of: entry, in: state))
          }, selected: state.entry?.entry.description))
    case .declareComplete:
      return [.perform(.declareComplete(page.judge, page.snapshot.round.id))]
    default: break
    }
    return []
  }

  /// Asks before sealing, and lists what is not complete.
  private static func openSeal(
    _ state: inout ScoringState, _ page: ScoringPage, _ text: ScoringText
  ) -> Outcomes {
    guard page.snapshot.round.state.takesScores else {
      return [say(.warning, text.closed(.over))]
    }
    if state.work.isOnItsWay || !state.work.entered.isEmpty {
      return [say(.warning, text.sealWaits(state.work.entered.count))] + deliver(&state)
    }
    let open = page.entries.filter {
      page.conflict(with: $0.entry) == nil && state.sheet(of: $0)?.isSealed == false
    }
    let ready = open.filter { state.sheet(of: $0)?.isComplete(page.criteria) == true }
    guard !open.isEmpty else { return [say(.info, text.allSealed)] }
    let missing = open.compactMap { entry -> String? in
      guard let sheet = state.sheet(of: entry) else { return nil }
      let count = page.criteria.count - sheet.filled(page.criteria)
      return count == 0 ? nil : text.lacks(entry, count)
    }
    let flagged = ready.filter { state.sheet(of: $0)?.isFlagged == true }.map(\.code)
    state.panel = .seal(
      ConfirmDialog(
        title: text.seal.title,
        question: text.sealQuestion(ready: ready.count, missing: missing, flagged: flagged),
        choices: ready.isEmpty ? [text.goOnScoring] : [text.goOnScoring, text.sealNow(ready.count)]
      ), ready.map(\.entry))
    return []
  }

  // MARK: - Events

  static func inPanel(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .cancel:
      state.panel = nil
      return []
    case .submit: return input(.key(KeyStroke(.enter)), &state, context)
    case .input(let event): return input(event, &state, context)
    case .pick(let id): return picked(id, &state, context)
    case .answer(let index): return answer(index, &state)
    default: return []
    }
  }

  private static func input(
    _ event: InputEvent, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    switch state.panel {
    case .comment(let code, let field):
      return edit(field, event, &state, context, keep: { .comment(code, $0) }) { text, state in
        comment(text, on: code, &state)
      }
    case .conflictReason(let kind, let field):
      return edit(field, event, &state, context, keep: { .conflictReason(kind, $0) }) {
        text, state in declare(kind, text, &state)
      }
    case .reopen(let field, _):
      return edit(field, event, &state, context, keep: { .reopen($0, isMissing: false) }) {
        text, state in ask(text, &state)
      }
    case .conflict(let list), .entries(let list): return choose(list, event, &state, context)
    case .seal(var dialog, let entries):
      let reply = dialog.handle(event)
      state.panel = .seal(dialog, entries)
      switch reply {
      case .cancelled: state.panel = nil
      case .chosen(let index): return answer(index, &state)
      default: break
      }
      return []
    case .left(var dialog):
      let reply = dialog.handle(event)
      state.panel = .left(dialog)
      switch reply {
      case .cancelled: state.panel = nil
      case .chosen(let index): return answer(index, &state)
      default: break
      }
      return []
    case .details(let line): return scroll(line, event, &state)
    case nil: return []
    }
  }

  private static func edit(
    _ field: TextField, _ event: InputEvent, _ state: inout ScoringState,
    _ context: ScreenContext, keep: (TextField) -> ScoringPanel,
    done: (SafeText, inout ScoringState) -> Outcomes
  ) -> Outcomes {
    var field = field
    switch event {
    case .key(KeyStroke(.escape)):
      state.panel = nil
      return []
    case .key(KeyStroke(.enter)), .key(.control("s")):
      do {
        let text = try SafeText(field.text)
        state.panel = nil
        return done(text, &state)
      } catch {
        let words = ErrorWords(context.language).sentence(for: error, today: context.today)
        return [say(.warning, words)]
      }
    default:
      _ = field.handle(event, typing: context.preferences.typing)
      state.panel = keep(field)
      return field.announcements(context.language)
    }
  }

  private static func choose(
    _ list: ChoiceList, _ event: InputEvent, _ state: inout ScoringState,
    _ context: ScreenContext
  ) -> Outcomes {
    var list = list
    switch list.handle(event, typing: context.preferences.typing) {
    case .cancelled: state.panel = nil
    case .chosen(let id): return picked(id, &state, context)
    case .handled, .ignored:
      if case .entries? = state.panel {
        state.panel = .entries(list)
      } else {
        state.panel = .conflict(list)
      }
    }
    return []
  }

  private static func picked(
    _ id: String, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    switch state.panel {
    case .conflict:
      let kind = ConflictOfInterest.Kind(rawValue: id) ?? .other
      state.panel = .conflictReason(kind, TextField(limit: 200))
    case .entries:
      state.panel = nil
      let place = state.page?.entries.firstIndex { $0.entry.description == id }
      if let place { return score(&state, .turn(place - state.place), context) }
    default: break
    }
    return []
  }

  private static func scroll(
    _ line: Int, _ event: InputEvent, _ state: inout ScoringState
  ) -> Outcomes {
    guard case .key(let stroke) = event.wheelAsArrow ?? event else { return [] }
    switch stroke.key {
    case .escape, .enter: state.panel = nil
    case .down: state.panel = .details(line + 1)
    case .up: state.panel = .details(max(0, line - 1))
    case .pageDown: state.panel = .details(line + 8)
    case .pageUp: state.panel = .details(max(0, line - 8))
    default: break
    }
    return []
  }

  // MARK: - What is done

  private static func answer(_ index: Int, _ state: inout ScoringState) -> Outcomes {
    if case .left? = state.panel {
      state.panel = nil
      return index == 0 ? [.perform(.merge)] : []
    }
    guard case .seal(_, let entries)? = state.panel, let page = state.page else { return [] }
    state.panel = nil
    if index == 0 || entries.isEmpty { return [] }
    return [.perform(.seal(entries, page.judge, page.snapshot.round.id))]
  }

  private static func comment(
    _ text: SafeText, on code: String, _ state: inout ScoringState
  ) -> Outcomes {
    guard let place = writablePlace(state),
      text != state.sheet?.comments[code]?.value ?? .empty
    else { return [] }
    return enter([ScoringInput(place: place, kind: .comment(criterion: code, text))], &state)
  }

  private static func declare(
    _ kind: ConflictOfInterest.Kind, _ reason: SafeText, _ state: inout ScoringState
  ) -> Outcomes {
    guard let page = state.page, let entry = state.entry else { return [] }
    return [
      .perform(
        .declare(
          ConflictOfInterest(
            entry: entry.entry, judge: page.judge, kind: kind, reason: reason),
          page.snapshot.round.id))
    ]
  }

  private static func ask(_ reason: SafeText, _ state: inout ScoringState) -> Outcomes {
    guard let page = state.page, let entry = state.entry else { return [] }
    if reason.isBlank {
      state.panel = .reopen(TextField(limit: 200), isMissing: true)
      return []
    }
    return [
      .perform(.askReopening(page.place(of: entry.entry), page.snapshot.round.id, reason))
    ]
  }

  static func answered(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    let text = ScoringText(language: context.language)
    switch action {
    case .declared: return [say(.done, text.declared), load(state)]
    case .sealed(let count, let at):
      state.undo = []
      state.redo = []
      return [say(.done, text.sealedNow(count, at)), load(state)]
    case .asked: return [say(.done, text.asked), load(state)]
    case .merged(let merge): return merged(merge, &state, text, context)
    default: return []
    }
  }

  private static func merged(
    _ merge: ScoreJournals.Merge, _ state: inout ScoringState, _ text: ScoringText,
    _ context: ScreenContext
  ) -> Outcomes {
    let sheets = SheetsText(language: context.language)
    let left = Set((state.page?.left ?? []).map(\.id))
    state.work.waiting = merge.waiting
    if merge.waiting == 0 { state.work.entered.removeAll { left.contains($0.id) } }
    return [
      say(merge.waiting > 0 ? .warning : .done, sheets.merged(merge.saved, merge.waiting))
    ]
      + merge.refused.prefix(3).map {
        say(.failure, sheets.notTaken($0.refusal.words(context.language)))
      } + [load(state)]
  }
}
