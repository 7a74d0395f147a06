import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Typing scores and going about the sheets.
extension ScoringScreen {
  static func score(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .key(let key): return type(key, &state, context)
    case .paste(let text): return paste(text, &state, context)
    case .erase:
      state.refusal = nil
      state.typed = String(state.typed.dropLast())
    case .dropTyped:
      state.typed = ""
      state.refusal = nil
    case .clear: return clear(&state, context)
    case .flag:
      guard let place = writablePlace(state), let sheet = state.sheet else {
        return [say(.warning, closed(state, context))]
      }
      return enter([ScoringInput(place: place, kind: .flag(!sheet.isFlagged))], &state)
    case .undo, .redo: return takeBack(&state, action == .undo)
    default: return go(&state, action, context)
    }
    return []
  }

  // MARK: - Numbers

  /// The sheet on the page when it can be written; nil when it cannot.
  static func writablePlace(_ state: ScoringState) -> SheetPlace? {
    guard let page = state.page, let entry = state.entry, whyClosed(state) == nil else {
      return nil
    }
    return page.place(of: entry.entry)
  }

  /// Why nothing can be written on the page.
  enum Closed: Equatable { case nothing, draft, over, conflict, sealed }

  static func whyClosed(_ state: ScoringState) -> Closed? {
    guard let page = state.page, let entry = state.entry, let sheet = state.sheet else {
      return .nothing
    }
    if page.conflict(with: entry.entry) != nil { return .conflict }
    if page.snapshot.round.state == .draft { return .draft }
    if !page.snapshot.round.state.takesScores { return .over }
    return sheet.isSealed ? .sealed : nil
  }

  static func closed(_ state: ScoringState, _ context: ScreenContext) -> String {
    ScoringText(language: context.language).closed(whyClosed(state) ?? .nothing)
  }

  private static func type(
    _ key: Character, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    guard let criterion = state.criterion else { return [] }
    guard writablePlace(state) != nil else { return [say(.warning, closed(state, context))] }
    guard let reply = ScoreTyping(criterion).take(key, after: state.typed) else { return [] }
    state.refusal = nil
    switch reply {
    case .typing(let text): state.typed = text
    case .whole(_, let hundredths):
      state.typed = ""
      let outcomes = set(hundredths, of: criterion, &state)
      step(1, &state)
      return outcomes
    case .refused(let reason):
      state.refusal = ScoringRefusal(
        typed: state.typed + String(key), criterion: criterion.code, reason: reason)
    }
    return []
  }

  private static func paste(
    _ text: String, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    guard let criterion = state.criterion else { return [] }
    guard writablePlace(state) != nil else { return [say(.warning, closed(state, context))] }
    let typed = String(text.filter { !$0.isWhitespace }.map { $0 == "." ? "," : $0 })
    state.typed = ""
    guard let value = ScoreTyping.hundredths(of: typed) else {
      return [say(.warning, ScoringText(language: context.language).noNumber)]
    }
    if let reason = ScoreTyping(criterion).refusal(of: value) {
      state.refusal = ScoringRefusal(
        typed: String(typed.prefix(12)), criterion: criterion.code, reason: reason)
      return []
    }
    state.refusal = nil
    return set(value, of: criterion, &state)
  }

  /// Gives a criterion of the sheet on the page a score; nil takes it away.
  private static func set(
    _ hundredths: Int?, of criterion: Criterion, _ state: inout ScoringState
  ) -> Outcomes {
    guard let place = writablePlace(state) else { return [] }
    let before = current(criterion.code, place, state)
    guard before != hundredths else { return [] }
    state.undo.append(
      ScoringChange(
        place: place, criterion: criterion.code, before: before, after: hundredths))
    state.redo = []
    return enter(
      [
        ScoringInput(
          place: place, kind: .value(criterion: criterion.code, hundredths: hundredths))
      ], &state)
  }

  /// The score of a criterion, what is on its way to the disk before everything else.
  private static func current(
    _ criterion: String, _ place: SheetPlace, _ state: ScoringState
  ) -> Int? {
    let slot = ScoreEvent.Kind.value(criterion: criterion, hundredths: nil).slot
    if case .value(_, let hundredths)? = state.work.typed(slot, place) { return hundredths }
    guard let page = state.page else { return nil }
    return state.work.sheet(place, in: page).hundredths(criterion)
  }

  /// Takes what is typed as the score. False when it is none: then the focus stays.
  private static func commit(
    _ state: inout ScoringState, _ outcomes: inout Outcomes
  ) -> Bool {
    guard !state.typed.isEmpty, let criterion = state.criterion else { return true }
    let typing = ScoreTyping(criterion)
    let value = ScoreTyping.hundredths(of: state.typed)
    let reason = value.map { typing.refusal(of: $0) } ?? .outOfRange
    guard let value, reason == nil else {
      state.refusal = ScoringRefusal(
        typed: state.typed, criterion: criterion.code, reason: reason ?? .outOfRange)
      state.typed = ""
      return false
    }
    state.typed = ""
    outcomes += set(value, of: criterion, &state)
    return true
  }

  private static func clear(
    _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    if !state.typed.isEmpty || state.refusal != nil {
      state.typed = ""
      state.refusal = nil
      return []
    }
    guard let criterion = state.criterion else { return [] }
    guard writablePlace(state) != nil else { return [say(.warning, closed(state, context))] }
    return set(nil, of: criterion, &state)
  }

  /// Takes the latest score back, or makes it again, and shows where that was.
  private static func takeBack(_ state: inout ScoringState, _ isUndo: Bool) -> Outcomes {
    state.typed = ""
    state.refusal = nil
    let change = isUndo ? state.undo.popLast() : state.redo.popLast()
    guard let change, let page = state.page else { return [] }
    if isUndo { state.redo.append(change) } else { state.undo.append(change) }
    if let place = page.entries.firstIndex(where: { $0.entry == change.place.entry }) {
      state.place = place
    }
    if let focus = page.criteria.firstIndex(where: { $0.code == change.criterion }) {
      state.focus = focus
    }
    guard writablePlace(state) != nil else { return [] }
    return enter(
      [
        ScoringInput(
          place: change.place,
          kind: .value(
            criterion: change.criterion, hundredths: isUndo ? change.before : change.after))
      ], &state)
  }

  // MARK: - Going about

  /// Rows of the sheet: the criteria, and the remark.
  private static func rowCount(_ state: ScoringState) -> Int {
    (state.page?.criteria.count ?? 0) + 1
  }

  private static func step(_ by: Int, _ state: inout ScoringState) {
    state.focus = min(max(0, state.focus + by), rowCount(state) - 1)
  }

  private static func go(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    var outcomes: Outcomes = []
    guard commit(&state, &outcomes) else { return outcomes }
    state.refusal = nil
    switch action {
    case .move(let by): step(by, &state)
    case .focus(let row): state.focus = min(max(0, row), rowCount(state) - 1)
    case .turn(let by): show(state.place + by, &state)
    case .follow:
      let called = state.page?.onStage?.entry
      let place = state.page?.entries.firstIndex { $0.entry == called }
      guard let place else {
        return outcomes + [say(.info, ScoringText(language: context.language).nobodyToFollow)]
      }
      show(place, &state)
    case .missing:
      if !goToMissing(&state) {
        outcomes.append(say(.done, ScoringText(language: context.language).nothingMissing))
      }
    default: break
    }
    return outcomes
  }

  static func show(_ place: Int, _ state: inout ScoringState) {
    let count = state.page?.entries.count ?? 0
    let place = min(max(0, place), max(0, count - 1))
    guard place != state.place else { return }
    state.place = place
    state.focus = firstMissing(state) ?? 0
  }

  /// The next criterion without a score: below the focus, then on the sheets after this one, all
  /// round. False when there is none.
  private static func goToMissing(_ state: inout ScoringState) -> Bool {
    guard let page = state.page else { return false }
    let entries = page.entries
    for distance in 0...entries.count {
      let place = (state.place + distance) % max(1, entries.count)
      guard entries.indices.contains(place), page.conflict(with: entries[place].entry) == nil,
        let sheet = state.sheet(of: entries[place]), !sheet.isSealed
      else { continue }
      let sheetPlace = page.place(of: entries[place].entry)
      let missing = page.criteria.indices.filter {
        current(page.criteria[$0].code, sheetPlace, state) == nil
      }
      let below = distance == 0 ? missing.first { $0 > state.focus } : missing.first
      // All the way round, what stands above the focus of the first sheet counts too.
      guard let found = below ?? (distance == entries.count ? missing.first : nil) else {
        continue
      }
      (state.place, state.focus) = (place, found)
      return true
    }
    return false
  }
}
