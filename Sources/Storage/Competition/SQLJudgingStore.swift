import Incubation

/// Scoring over a database.
struct SQLJudgingStore: JudgingPort {
  let database: any SQLDatabase

  /// Reads a round as a user may see it.
  private func read<T: Sendable>(
    _ id: Identifier<Round>, _ session: Session,
    _ body: @escaping @Sendable (RoundSnapshot, RoundSight, any SQLConnection) throws -> T
  ) async throws -> T {
    let user = session.user
    return try await database.read { connection in
      let whole = try RoundReading.whole(id, on: connection)
      return try body(whole, try RoundReading.sight(of: whole, for: user), connection)
    }
  }

  private func write<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (WriteContext) throws -> T
  ) async throws -> T {
    try await database.write { try body(WriteContext($0, session)) }
  }

  private static func require(_ condition: Bool) throws {
    if !condition { throw StorageError.contestRefused(.hidden) }
  }

  func snapshot(of id: Identifier<Round>, by session: Session) async throws -> RoundSnapshot {
    try await read(id, session) { whole, sight, _ in whole.cut(to: sight) }
  }

  func events(
    of id: Identifier<Round>, after number: Int64, by session: Session
  ) async throws -> [StoredScoreEvent] {
    try await read(id, session) { _, sight, connection in
      switch sight {
      case .everything, .allScores:
        return try RoundReading.events(of: id, after: number, on: connection)
      case .ownSheets(let judge):
        return try RoundReading.events(of: id, after: number, judge: judge, on: connection)
          .map(Self.unnumbered)
      case .entriesOnly: return []
      }
    }
  }

  /// A judge's own event without its number, from which the scores of others could be counted.
  private static func unnumbered(_ event: StoredScoreEvent) -> StoredScoreEvent {
    var event = event
    event.number = 0
    return event
  }

  func result(
    of id: Identifier<Round>, by session: Session
  ) async throws -> TabulationResult {
    try await read(id, session) { whole, sight, _ in
      try Self.require(sight == .everything || sight == .allScores)
      return try Self.count(whole.cut(to: sight))
    }
  }

  private static func count(_ snapshot: RoundSnapshot) throws -> TabulationResult {
    do { return try snapshot.result() } catch {
      throw StorageError.contestRefused(.tabulation(error))
    }
  }

  func publicResult(of id: Identifier<Round>, by session: Session) async throws -> StoredResult {
    try await read(id, session) { whole, _, connection in
      let state = whole.round.state
      if state >= .published, let found = try RoundReading.verdict(of: id, on: connection) {
        return found.verdict.result
      }
      try Self.require(whole.round.content.hasPublicBoard && state != .draft)
      let frozen = try connection.first(
        "SELECT frozen_board FROM contest_round WHERE id = ? AND frozen_at IS NOT NULL", [.id(id)]
      ) { $0.text(0) }
      do {
        if let frozen { return try StoredResult(canonical: frozen) }
        return StoredResult(try whole.result(), rulesHash: whole.rulesHash)
      } catch {
        throw StorageError.contestRefused(.hidden)
      }
    }
  }

  func record(_ events: [ScoreEvent], by session: Session) async throws -> [ScoreOutcome] {
    try await write(session) { try ScoreWriting($0).record(events) }
  }

  func setComponent(
    _ component: String, hundredths: Int?, of entry: Identifier<Entry>,
    in round: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) {
      try ScoreWriting($0).setComponent(
        component, hundredths: hundredths, of: entry, in: round)
    }
  }

  func seal(
    _ entries: [Identifier<Entry>], of judge: Identifier<Judge>, in round: Identifier<Round>,
    by session: Session
  ) async throws -> (seals: [SheetSeal], receipt: ChangeReceipt) {
    try await write(session) { try SealWriting($0).seal(entries, of: judge, in: round) }
  }

  func askReopening(
    of place: SheetPlace, in round: Identifier<Round>, reason: SafeText, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) {
      try SealWriting($0).askReopening(of: place, in: round, reason: reason)
    }
  }

  func approveReopening(
    _ id: Identifier<SheetReopening>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try SealWriting($0).approveReopening(id) }
  }

  func reopenings(
    of id: Identifier<Round>, by session: Session
  ) async throws -> [SheetReopening] {
    try await read(id, session) { _, sight, connection in
      let all = try SealWriting.reopenings(where: "round = ?", [.id(id)], on: connection)
        .map(\.reopening)
      switch sight {
      case .everything, .allScores: return all
      case .ownSheets(let judge): return all.filter { $0.place.judge == judge }
      case .entriesOnly: return []
      }
    }
  }

  func key(
    _ paper: PaperKeying, in round: Identifier<Round>, by session: Session
  ) async throws -> PaperOutcome {
    try await write(session) { try PaperWriting(context: $0).key(paper, in: round) }
  }

  func history(
    of place: SheetPlace, in round: Identifier<Round>, by session: Session
  ) async throws -> [StoredScoreEvent] {
    try await read(round, session) { _, sight, connection in
      let events = try RoundReading.events(
        of: round, judge: place.judge, entry: place.entry, on: connection)
      switch sight {
      case .everything, .allScores: return events
      case .ownSheets(place.judge): return events.map(Self.unnumbered)
      case .ownSheets, .entriesOnly: throw StorageError.contestRefused(.hidden)
      }
    }
  }

  func seals(of id: Identifier<Round>, by session: Session) async throws -> [SheetSeal] {
    try await read(id, session) { _, sight, connection in
      let all = try RoundReading.seals(of: id, on: connection)
      switch sight {
      case .everything, .allScores: return all
      case .ownSheets(let judge): return all.filter { $0.judge == judge }
      case .entriesOnly: return []
      }
    }
  }

  func verdict(
    of id: Identifier<Round>, by session: Session
  ) async throws -> RoundVerdict? {
    try await read(id, session) { whole, sight, connection in
      try Self.require(sight == .everything || sight == .allScores)
      guard var verdict = try RoundReading.verdict(of: id, on: connection)?.verdict else {
        return nil
      }
      verdict.heads = try RoundReading.replay(whole, on: connection).replay.heads
      return verdict
    }
  }

  func verify(
    _ id: Identifier<Round>, against heads: [ChainHead]?, by session: Session
  ) async throws -> Verification {
    try await read(id, session) { whole, sight, connection in
      try Self.require(sight == .everything || sight == .allScores)
      let (replay, events) = try RoundReading.replay(whole, on: connection)
      let stored = try RoundReading.verdict(of: id, on: connection)?.verdict.result
      return Verification(
        finding: replay.finding(heads: heads, result: stored), events: events,
        heads: replay.heads)
    }
  }
}
