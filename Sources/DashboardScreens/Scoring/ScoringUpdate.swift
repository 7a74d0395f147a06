import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension ScoringScreen {
  typealias Outcomes = [Outcome<ScoringEffect>]

  static func update(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded, .failed, .reload, .time: return hear(&state, action, context)
    case .entered, .notEntered, .delivered, .undelivered, .send:
      return travel(&state, action, context)
    case .declared, .sealed, .asked, .merged: return answered(&state, action, context)
    case .key, .paste, .erase, .clear, .move, .focus, .turn, .missing, .undo, .redo, .flag,
      .dropTyped, .follow:
      return score(&state, action, context)
    case .write(let letter):
      let outcomes = open(&state, .comment, context)
      return state.panel == nil
        ? outcomes : outcomes + inPanel(&state, .input(.text(letter)), context)
    case .comment, .details, .conflict, .seal, .reopen, .entries, .declareComplete:
      return open(&state, action, context)
    case .input, .submit, .cancel, .pick, .answer: return inPanel(&state, action, context)
    }
  }

  static func load(_ state: ScoringState) -> Outcome<ScoringEffect> {
    .perform(.load(state.page?.snapshot.round.id ?? state.round))
  }

  static func say<Effect>(_ kind: Message.Kind, _ words: String) -> Outcome<Effect> {
    .shell(.announce(Message(kind, words)))
  }

  // MARK: - What was read

  private static func hear(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .loaded(let page): return take(page, &state, context)
    case .failed(let error):
      state.problem = error
      state.panel = nil
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      return [say(.failure, words)]
    case .reload: return [load(state)]
    case .time(let now):
      state.now = now
      guard let retry = state.work.retryAt, retry <= now else { return [] }
      return deliver(&state)
    default: return []
    }
  }

  /// The entry on the page stays on it, whatever else changed.
  private static func take(
    _ page: ScoringPage?, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    state.problem = nil
    guard let page else {
      state.hasNoRound = true
      return []
    }
    let before = state.page
    let shown = state.entry?.entry
    state.page = page
    state.hasNoRound = false
    state.now = max(state.now ?? page.readAt, page.readAt)
    let entries = page.entries
    if let found = entries.firstIndex(where: { $0.entry == shown ?? state.wanted }) {
      state.place = found
    } else if before == nil {
      state.place = entries.firstIndex { isOpen($0, in: state) } ?? 0
    } else {
      state.place = min(state.place, max(0, entries.count - 1))
    }
    state.work.take(page)
    guard let before else {
      state.focus = firstMissing(state) ?? 0
      return offer(page.left.count, &state, context)
    }
    // Another page of this program may have met with a refusal and given up.
    let isStuck =
      state.work.waiting > 0 && state.work.failures == 0 && page.left.isEmpty
      && !state.work.isOnItsWay
    return news(before, page, state, context) + (isStuck ? deliver(&state) : [])
  }

  /// Offers to send what an earlier run left on this machine.
  private static func offer(
    _ count: Int, _ state: inout ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    guard count > 0 else { return deliver(&state) }
    let text = ScoringText(language: context.language)
    state.panel = .left(
      ConfirmDialog(
        title: text.leftTitle, question: text.leftQuestion(count),
        choices: [text.sendLeft, text.later]))
    return []
  }

  private static func isOpen(_ entry: RoundEntry, in state: ScoringState) -> Bool {
    guard let page = state.page, page.conflict(with: entry.entry) == nil else { return false }
    return state.sheet(of: entry)?.isComplete(page.criteria) == false
  }

  static func firstMissing(_ state: ScoringState) -> Int? {
    guard let page = state.page, let sheet = state.sheet else { return nil }
    return page.criteria.firstIndex { sheet.hundredths($0.code) == nil }
  }

  /// What others did that concerns the judge: an entry was called, a sheet was opened again, the
  /// round moved, another device of the same judge changed a score that is seen.
  private static func news(
    _ before: ScoringPage, _ now: ScoringPage, _ state: ScoringState, _ context: ScreenContext
  ) -> Outcomes {
    let text = ScoringText(language: context.language)
    var outcomes: Outcomes = []
    if now.snapshot.round.state != before.snapshot.round.state {
      outcomes.append(say(.info, text.roundIs(now.snapshot.round.state)))
    }
    if let called = now.onStage, called.entry != before.onStage?.entry,
      called.entry != state.entry?.entry, now.entries.contains(where: { $0.entry == called.entry })
    {
      outcomes.append(say(.info, text.called(called)))
    }
    for entry in now.entries {
      let place = now.place(of: entry.entry)
      let (old, new) = (before.snapshot.sheet(place), now.snapshot.sheet(place))
      if new.version > old.version { outcomes.append(say(.info, text.reopened(entry))) }
    }
    return outcomes
  }
}
