public import Incubation

/// Where scores are kept on the machine where they are typed until the database has them.
public protocol ScoreJournalFile: Sendable {
  /// Appends lines and brings them to disk: when it returns, they are there whatever happens.
  ///
  /// - Throws: `StorageError.diskFull`, or what keeps the file from being written.
  func append(_ lines: [ScoreJournal.Line]) async throws
  /// What the journal holds.
  ///
  /// - Throws: what keeps the file from being read.
  func content() async throws -> ScoreJournal.Content
  /// Empties the journal, unless something in it is pending: a score that was appended a moment ago
  /// must not go with those before it, so the journal looks itself, and nothing comes between.
  ///
  /// - Throws: what keeps the file from being written.
  func clear() async throws
}

/// Takes scores from the keyboard to the journal and from there to the database: entered when they
/// are in the journal, saved when the database has acknowledged them. What the database cannot be
/// given now stays in the journal and is sent again.
public actor ScoreOutbox {
  private let file: any ScoreJournalFile
  private let judging: any JudgingPort
  private var pending: [ScoreEvent] = []
  private var hasStarted = false
  private var old: Set<Identifier<ScoreEvent>> = []

  /// An outbox over a journal and a database.
  public init(_ file: any ScoreJournalFile, to judging: any JudgingPort) {
    self.file = file
    self.judging = judging
  }

  /// How many entered scores the database has not acknowledged.
  public var waiting: Int { pending.count }
  /// Those of them that an earlier run entered.
  public var inherited: [ScoreEvent] { pending.filter { old.contains($0.id) } }

  /// What became of sending.
  public struct Delivery: Hashable, Sendable {
    /// The scores that the database answered, in order.
    public var sent: [ScoreEvent]
    /// The outcome of each score that the database answered, by its identity.
    public var outcomes: [Identifier<ScoreEvent>: ScoreOutcome]
    /// How many are still on the way.
    public var waiting: Int

    /// What became of sending; of nothing, unless given.
    public init(
      sent: [ScoreEvent] = [], outcomes: [Identifier<ScoreEvent>: ScoreOutcome] = [:],
      waiting: Int = 0
    ) {
      self.sent = sent
      self.outcomes = outcomes
      self.waiting = waiting
    }
  }

  /// Takes over what an earlier run left behind; how many scores that are.
  ///
  /// - Throws: what keeps the journal from being read.
  public func resume() async throws -> Int {
    if hasStarted { return pending.count }
    let left = try await file.content().pending
    // Somebody else may have come first meanwhile, and entered something.
    if hasStarted { return pending.count }
    pending = left
    old = Set(left.map(\.id))
    hasStarted = true
    return pending.count
  }

  /// Enters scores: when this returns they are on disk.
  ///
  /// - Throws: `StorageError.diskFull` and the like: then they are not entered.
  public func enter(_ events: [ScoreEvent]) async throws {
    if !hasStarted { _ = try await resume() }
    try await file.append(events.map { .entered($0) })
    pending += events
  }

  /// Sends what waits, in order.
  ///
  /// - Throws: `StorageError` when the database cannot take anything now; nothing is lost.
  public func deliver(by session: Session) async throws -> Delivery {
    if !hasStarted { _ = try await resume() }
    let batch = Array(pending.prefix(200))
    if batch.isEmpty { return Delivery() }
    let outcomes = try await judging.record(batch, by: session)
    let answered = Set(batch.map(\.id))
    try await file.append(batch.map { .acknowledged($0.id) })
    pending.removeAll { answered.contains($0.id) }
    if pending.isEmpty { try await file.clear() }
    return Delivery(
      sent: batch,
      outcomes: Dictionary(zip(batch.map(\.id), outcomes)) { first, _ in first },
      waiting: pending.count)
  }
}
