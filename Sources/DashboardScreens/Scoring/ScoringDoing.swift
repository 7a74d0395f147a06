import DashboardKit
import Incubation
import Storage

/// What the score sheet does outside of its values.
extension ScoringScreen {
  static func perform(
    _ effect: ScoringEffect, _ services: Services,
    send: @escaping @Sendable (ScoringAction) -> Void
  ) async -> ScoringAction? {
    switch effect {
    case .enter(let inputs, let round, let last):
      return await enter(inputs, round, after: last, services)
    case .deliver: return await deliver(services)
    default: break
    }
    do {
      return try await carryOut(effect, services)
    } catch let error as StorageError {
      return .failed(error)
    } catch {
      return nil
    }
  }

  private static func carryOut(
    _ effect: ScoringEffect, _ services: Services
  ) async throws -> ScoringAction? {
    let (stores, session) = (services.stores, services.session)
    switch effect {
    case .load(let round):
      return .loaded(try await ScoringPage.read(round, stores, services.journals, by: session))
    case .declare(let conflict, let round):
      return .declared(
        try await stores.competitions.declare(conflict, in: round, by: session))
    case .declareComplete(let judge, let round):
      return .declared(
        try await stores.competitions.declareComplete(judge, in: round, by: session))
    case .seal(let entries, let judge, let round):
      let sealed = try await stores.judging.seal(entries, of: judge, in: round, by: session)
      return .sealed(sealed.seals.count, at: session.now())
    case .askReopening(let place, let round, let reason):
      _ = try await stores.judging.askReopening(
        of: place, in: round, reason: reason, by: session)
      return .asked
    case .merge:
      guard let journals = services.journals else { return nil }
      return .merged(await journals.merge(by: session))
    case .enter, .deliver: return nil
    }
  }

  /// Gives what was typed its identity and moment, and brings it to disk. Without a journal the
  /// database has to take it at once, or it is not entered.
  private static func enter(
    _ inputs: [ScoringInput], _ round: Identifier<Round>, after last: Timestamp?,
    _ services: Services
  ) async -> ScoringAction? {
    let later = last.map { Timestamp(milliseconds: $0.milliseconds + 1) }
    let now = max(services.session.now(), later ?? Timestamp(milliseconds: 0))
    var ids = IdentifierSource(random: services.session.random)
    let events = inputs.map {
      ScoreEvent(
        id: ids.next(at: now), round: round, entry: $0.place.entry, judge: $0.place.judge,
        kind: $0.kind, typedAt: now, device: services.journals?.device ?? "")
    }
    do {
      guard let outbox = services.journals?.own else {
        let outcomes = try await services.stores.judging.record(events, by: services.session)
        let pairs = zip(events.map(\.id), outcomes)
        return .delivered(
          ScoreOutbox.Delivery(
            sent: events, outcomes: Dictionary(pairs) { first, _ in first }, waiting: 0),
          at: services.session.now())
      }
      try await outbox.enter(events)
      return .entered(events, waiting: await outbox.waiting)
    } catch {
      return .notEntered(error as? StorageError ?? .unavailable("\(error)"), inputs.count)
    }
  }

  private static func deliver(_ services: Services) async -> ScoringAction? {
    guard let outbox = services.journals?.own else {
      return .delivered(ScoreOutbox.Delivery(), at: services.session.now())
    }
    do {
      let delivery = try await outbox.deliver(by: services.session)
      return .delivered(delivery, at: services.session.now())
    } catch {
      return .undelivered(
        error as? StorageError ?? .unavailable("\(error)"), waiting: await outbox.waiting,
        at: services.session.now())
    }
  }
}
