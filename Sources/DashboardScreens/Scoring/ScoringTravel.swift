import DashboardKit
import Incubation
import Storage

/// The way of scores: to the disk, then to the database, again and again until it has them.
extension ScoringScreen {
  /// Begins to write what was typed, unless something is being written: so the order stays.
  static func enter(_ inputs: [ScoringInput], _ state: inout ScoringState) -> Outcomes {
    state.work.queue += inputs
    guard state.work.writing.isEmpty, !state.work.queue.isEmpty, let page = state.page else {
      return []
    }
    state.work.writing = state.work.queue
    state.work.queue = []
    let sheets = Set(state.work.writing.map(\.place)).map { state.work.sheet($0, in: page) }
    return [
      .perform(
        .enter(
          state.work.writing, page.snapshot.round.id,
          after: sheets.compactMap(\.typedLast).max()))
    ]
  }

  /// Begins to send, unless that is under way.
  static func deliver(_ state: inout ScoringState) -> Outcomes {
    guard !state.work.isSending else { return [] }
    state.work.isSending = true
    state.work.retryAt = nil
    return [.perform(.deliver)]
  }

  static func travel(
    _ state: inout ScoringState, _ action: ScoringAction, _ context: ScreenContext
  ) -> Outcomes {
    switch action {
    case .send: return deliver(&state)
    case .entered(let events, let waiting):
      state.work.writing = []
      state.work.entered += events
      state.work.waiting = waiting
      return enter([], &state) + deliver(&state)
    case .notEntered(let error, let count):
      state.work.writing = []
      let words = ErrorWords(context.language).sentence(for: error, today: context.today)
      let text = ScoringText(language: context.language)
      return [say(.failure, text.notEntered(count) + " " + words)] + enter([], &state)
    case .delivered(let delivery, let at): return delivered(delivery, at: at, &state, context)
    case .undelivered(let error, let waiting, let at):
      return undelivered(error, waiting, at: at, &state, context)
    default: return []
    }
  }

  private static func delivered(
    _ delivery: ScoreOutbox.Delivery, at: Timestamp, _ state: inout ScoringState,
    _ context: ScreenContext
  ) -> Outcomes {
    let wasAway = state.work.failures > 0
    let isOurs = delivery.sent.contains { event in
      state.work.writing.contains { $0.kind == event.kind && $0.place.entry == event.entry }
    }
    state.work.isSending = false
    state.work.failures = 0
    state.work.retryAt = nil
    state.work.problem = nil
    state.work.waiting = delivery.waiting
    state.now = max(state.now ?? at, at)
    let answered = Set(delivery.sent.map(\.id))
    state.work.entered.removeAll { answered.contains($0.id) }
    var outcomes: Outcomes = []
    for event in delivery.sent {
      outcomes += take(event, delivery.outcomes[event.id] ?? .saved, &state, context)
    }
    if !delivery.sent.isEmpty { state.work.savedAt = at }
    if wasAway, delivery.waiting == 0 {
      outcomes.append(say(.done, ScoringText(language: context.language).backAgain))
    }
    // Without a journal there is no word about the disk in between.
    if isOurs, state.work.entered.isEmpty {
      state.work.writing = []
      outcomes += enter([], &state)
    }
    return outcomes + (delivery.waiting > 0 ? deliver(&state) : [])
  }

  private static func take(
    _ event: ScoreEvent, _ outcome: ScoreOutcome, _ state: inout ScoringState,
    _ context: ScreenContext
  ) -> Outcomes {
    let text = ScoringText(language: context.language)
    let entry = state.page?.snapshot.entry(event.entry)?.code ?? "?"
    switch outcome {
    case .saved, .alreadySaved:
      if event.round == state.page?.snapshot.round.id { state.work.saved.append(event) }
      return []
    case .superseded: return [say(.warning, text.superseded(entry)), load(state)]
    case .late: return [say(.warning, text.late(entry)), load(state)]
    case .refused(let refusal):
      return [say(.failure, text.refused(entry, refusal)), load(state)]
    }
  }

  private static func undelivered(
    _ error: StorageError, _ waiting: Int, at: Timestamp, _ state: inout ScoringState,
    _ context: ScreenContext
  ) -> Outcomes {
    state.work.isSending = false
    state.work.failures += 1
    state.work.waiting = waiting
    state.work.problem = error
    state.now = max(state.now ?? at, at)
    let pause = ScoringWork.pause(after: state.work.failures)
    state.work.retryAt = Timestamp(milliseconds: at.milliseconds + pause)
    guard state.work.failures == 1 else { return [] }
    return [say(.warning, ScoringText(language: context.language).away(waiting))]
  }
}

extension ScoreSheet {
  /// When something on it was typed last; nil when nothing was.
  var typedLast: Timestamp? {
    let moments =
      scores.values.map(\.typedAt) + comments.values.map(\.typedAt)
      + [flag?.typedAt, confirmation?.typedAt].compactMap { $0 }
    return moments.max()
  }
}
