import Incubation
import Storage
import Testing

/// From the keyboard to the journal to the database.
@Suite("The outbox of scores on every engine")
struct OutboxContractTests {
  /// A journal in memory whose bytes outlive the program that wrote them.
  private actor Paper: ScoreJournalFile {
    var bytes = Array((ScoreJournal.heading + "\n").utf8)
    var isFull = false
    var refusesAcknowledgements = false

    func append(_ lines: [ScoreJournal.Line]) throws {
      if isFull { throw StorageError.diskFull }
      if refusesAcknowledgements, case .acknowledged? = lines.first { throw StorageError.diskFull }
      // As the file does when it is opened again: half a line goes before a whole one comes.
      bytes.removeLast(ScoreJournal.read(bytes).tornBytes)
      bytes += lines.flatMap { ScoreJournal.bytes(of: $0) }
    }

    func content() -> ScoreJournal.Content { ScoreJournal.read(bytes) }
    func clear() {
      guard content().pending.isEmpty else { return }
      bytes = Array((ScoreJournal.heading + "\n").utf8)
    }
    func fill(_ isFull: Bool) { self.isFull = isFull }
    func tear() { bytes += Array("0123 {\"half".utf8) }
    func forgetAcknowledgements(_ refuses: Bool) { refusesAcknowledgements = refuses }
  }

  @Test("what was entered before a crash is sent once by the next run", arguments: Engine.allCases)
  func crash(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let paper = Paper()
    let first = ScoreOutbox(paper, to: bench.judging)
    let events = [bench.event(0, 0, "A", 500), bench.event(0, 0, "B", 1_000)]
    try await first.enter(events)
    // The database took them, and the program died before it could note so.
    await paper.forgetAcknowledgements(true)
    _ = try? await first.deliver(by: bench.judge(0))
    try await paper.append([.entered(bench.event(1, 0, "A", 700))])
    await paper.tear()
    await paper.forgetAcknowledgements(false)
    let second = ScoreOutbox(paper, to: bench.judging)
    #expect(try await second.resume() == 3)
    #expect(await second.inherited.count == 3)
    let delivery = try await second.deliver(by: bench.judge(0))
    #expect(delivery.outcomes[events[0].id] == .alreadySaved)
    #expect(delivery.outcomes.values.count { $0 == .saved } == 1)
    #expect(delivery.waiting == 0)
    #expect(delivery.sent.count == 3)
    #expect(await second.inherited.isEmpty)
    #expect(await paper.content().entered == 0)
    let stored = try await bench.judging.events(of: bench.round, after: 0, by: bench.organiser)
    #expect(stored.count == 3)
  }

  @Test("typing while scores are sent leaves none of them unsent", arguments: [Engine.memory])
  func typingAndSending(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let paper = Paper()
    let outbox = ScoreOutbox(paper, to: bench.judging)
    let events = (0..<60).map { bench.event($0 % 4, 0, ["A", "B"][$0 % 2], $0 % 10 * 100) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for event in events { try await outbox.enter([event]) } }
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<40 { _ = try await outbox.deliver(by: bench.judge(0)) }
        }
      }
      try await group.waitForAll()
    }
    // At every moment, what the journal does not hold is in the database.
    let stored = try await bench.judging.events(of: bench.round, after: 0, by: bench.organiser)
    let kept = await paper.content().pending
    #expect(Set(stored.map(\.id) + kept.map(\.id)) == Set(events.map(\.id)))
    #expect(await outbox.waiting == kept.count)
    while try await outbox.deliver(by: bench.judge(0)).waiting > 0 {}
    let all = try await bench.judging.events(of: bench.round, after: 0, by: bench.organiser)
    #expect(all.count == events.count)
    #expect(Set(all.map(\.id)) == Set(events.map(\.id)))
  }

  @Test("on a full disk a score is not entered, and says so", arguments: [Engine.memory])
  func fullDisk(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let paper = Paper()
    let outbox = ScoreOutbox(paper, to: bench.judging)
    await paper.fill(true)
    let event = bench.event(0, 0, "A", 500)
    #expect(await caught { try await outbox.enter([event]) } == .diskFull)
    #expect(await outbox.waiting == 0)
    await paper.fill(false)
    try await outbox.enter([event])
    #expect(await outbox.waiting == 1)
    #expect(try await outbox.deliver(by: bench.judge(0)).outcomes == [event.id: .saved])
  }

  @Test("while the database is away scores wait in order", arguments: [Engine.memory])
  func away(engine: Engine) async throws {
    let bench = try await ContestBench.make(try await engine.fresh())
    let paper = Paper()
    let outbox = ScoreOutbox(paper, to: bench.judging)
    let events = (0..<4).map { bench.event($0, 0, "A", 500) }
    try await outbox.enter(events)
    // Somebody who may not score stands for a database that answers nothing.
    _ = await caught { _ = try await outbox.deliver(by: bench.desk.session()) }
    #expect(await outbox.waiting == 4)
    #expect(await paper.content().pending == events)
    _ = try await outbox.deliver(by: bench.judge(0))
    #expect(await outbox.waiting == 0)
  }

  @Test("what was left behind is merged once, and what is refused is named")
  func merging() async throws {
    let bench = try await ContestBench.make(try await Engine.memory.fresh())
    let (first, second) = (Paper(), Paper())
    let event = bench.event(0, 0, "A", 500)
    let wrong = bench.event(0, 0, "B", 2_100)
    try await first.append([.entered(event)])
    try await second.append([.entered(event), .entered(wrong)])
    let journals = ScoreJournals(
      own: ScoreOutbox(first, to: bench.judging), left: [ScoreOutbox(second, to: bench.judging)],
      device: "máy 1")
    #expect(await journals.leftBehind().count == 3)
    let merge = await journals.merge(by: bench.judge(0))
    #expect(merge.saved == 2 && merge.waiting == 0)
    #expect(merge.refused.map(\.event) == [wrong])
    #expect(await journals.leftBehind().isEmpty)
    let stored = try await bench.judging.events(of: bench.round, after: 0, by: bench.organiser)
    #expect(stored.map(\.id) == [event.id])
  }
}
