import Glibc
import Storage
import StoragePostgres
import TestSupport
import Testing

@Suite("The feed of changes", .timeLimit(.minutes(3)))
struct PostgresChangeFeedTests {
  typealias Iterator = AsyncStream<ChangeNotice>.Iterator
  static let all = ChangeNotice.changed(Set(ChangeTopic.allCases))

  static func polling() -> PostgresOptions {
    var options = PostgresOptions()
    options.changeFeed = .polling
    return options
  }

  @Test("A write of another program arrives, by its topic and once")
  func live() async throws {
    let test = try await TestDatabase()
    let other = try await test.another()
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    for topic in [ChangeTopic.ventures, .users, .ventures] {
      try await other.write { try $0.ring(topic) }
      #expect(await notices.next() == .changed([topic]))
    }
    // Nothing came twice: the next report is that of the next write.
    try await other.write { connection in
      try connection.ring(.users)
      try connection.ring(.ventures)
    }
    #expect(await notices.next() == .changed([.users, .ventures]))
    await other.close()
    await test.database.close()
    #expect(await notices.next() == nil)
  }

  @Test("The same without notifications")
  func pollingOnly() async throws {
    let test = try await TestDatabase(Self.polling())
    let other = try await test.another()
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.polling))
    try await other.write { try $0.ring(.ventures) }
    #expect(await notices.next() == .changed([.ventures]))
    await other.close()
    await test.database.close()
    #expect(await notices.next() == nil)
  }

  @Test("What was written between the opening and the feed is not missed")
  func sinceOpening() async throws {
    let test = try await TestDatabase()
    try await test.database.write { try $0.ring(.users) }
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == .changed([.users]))
    #expect(await notices.next() == .connection(.live))
    await test.database.close()
  }

  @Test("Writes that were taken back, and topics of a newer program, are no changes")
  func noChange() async throws {
    struct Changed: Error {}
    let test = try await TestDatabase()
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    await #expect(throws: Changed.self) {
      try await test.database.write { connection in
        try connection.ring(.ventures)
        throw Changed()
      }
    }
    try await test.database.write { connection in
      try connection.execute(
        "UPDATE change_topic SET seq = seq + 1 WHERE topic = 'of-a-newer-program'")
      try connection.execute("SELECT pg_notify('vuonuom', 'a forged one')")
    }
    try await test.database.write { try $0.ring(.users) }
    #expect(await notices.next() == .changed([.users]))
    await test.database.close()
  }

  @Test("A lost connection: offline, then everything, then as before", arguments: [false, true])
  func reconnect(_ isPolling: Bool) async throws {
    let test = try await TestDatabase(isPolling ? Self.polling() : PostgresOptions())
    let state = ChangeNotice.connection(isPolling ? .polling : .live)
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == state)
    try test.terminateBackends()
    #expect(await notices.next() == .connection(.offline))
    #expect(await notices.next() == Self.all)
    #expect(await notices.next() == state)
    try await test.database.write { try $0.ring(.users) }
    #expect(await notices.next() == .changed([.users]))
    await test.database.close()
  }

  @Test("A server that stops and comes back")
  func restart() async throws {
    let cluster = try PostgresCluster.separate()
    let test = try await TestDatabase(cluster: cluster)
    var notices = test.database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    try cluster.stop(keepingData: true)
    #expect(await notices.next() == .connection(.offline))
    try cluster.start()
    #expect(await notices.next() == Self.all)
    #expect(await notices.next() == .connection(.live))
    await test.database.close()
    try cluster.stop()
  }

  @Test("Before the first migration there is nothing to report, and after it there is")
  func withoutSchema() async throws {
    let test = try await TestDatabase()
    try test.cluster.psql("DROP TABLE change_topic", database: test.name)
    let database = try await test.another()
    var notices = database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    try await database.withMigrationLock { connection in
      try connection.execute("CREATE TABLE change_topic (topic TEXT PRIMARY KEY, seq BIGINT)")
      try connection.execute("INSERT INTO change_topic VALUES ('users', 1)")
      try connection.ring(.users)
    }
    #expect(await notices.next() == .changed([.users]))
    await database.close()
    await test.database.close()
  }

  @Test("The feed ends with the task that reads it, and its connection with it")
  func cancellation() async throws {
    let test = try await TestDatabase()
    let stream = test.database.changes()
    let notices = Counter()
    let reader = Task { for await _ in stream { notices.next() } }
    // That which reads and that of the feed; the one that writes was never needed.
    try await Self.until { try notices.count > 0 && test.connectionCount() == 2 }
    reader.cancel()
    await reader.value
    try await Self.until { try test.connectionCount() == 1 }
    await test.database.close()
  }

  /// Waits for something that other threads do; the suite's limit ends a vain wait.
  static func until(_ isTrue: () throws -> Bool) async throws {
    while try !isTrue() {
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
