import Dispatch
import Incubation
import Storage
import TestSupport
import Testing

@testable import StoragePostgres

@Suite("Transactions", .timeLimit(.minutes(2)))
struct PostgresTransactionTests {
  struct Changed: Error, Equatable {}

  @Test("What the closure throws comes out, and nothing is kept")
  func rollback() async throws {
    let test = try await TestDatabase()
    await #expect(throws: Changed()) {
      try await test.database.write { connection in
        try connection.execute("INSERT INTO item (id) VALUES (1)")
        throw Changed()
      }
    }
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 0)
    await test.database.close()
  }

  @Test("A unique value that exists is named by its constraint, even when the error is swallowed")
  func duplicate() async throws {
    let test = try await TestDatabase()
    let expected = StorageError.duplicate("item_pkey")
    try await test.database.write("INSERT INTO item (id) VALUES (1)")
    await #expect(throws: expected) {
      try await test.database.write("INSERT INTO item (id) VALUES (1)")
    }
    await #expect(throws: expected) {
      try await test.database.write { connection in
        try connection.execute("INSERT INTO item (id) VALUES (2)")
        _ = try? connection.execute("INSERT INTO item (id) VALUES (1)")
      }
    }
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 1)
    await test.database.close()
  }

  @Test("A reading transaction refuses to write")
  func readOnly() async throws {
    let test = try await TestDatabase()
    await #expect(throws: StorageError.readOnly) {
      try await test.database.read("INSERT INTO item (id) VALUES (1)")
    }
    await test.database.close()
  }

  @Test("A reading transaction sees one moment")
  func oneMoment() async throws {
    let test = try await TestDatabase()
    let counted = DispatchSemaphore(value: 0)
    let written = DispatchSemaphore(value: 0)
    let database = test.database
    async let counts = database.read { connection in
      let before = try connection.number("SELECT count(*) FROM item")
      counted.signal()
      written.wait()
      return [before, try connection.number("SELECT count(*) FROM item")]
    }
    // Also: a write is not blocked behind a read that takes its time.
    try await database.write { connection in
      counted.wait()
      try connection.execute("INSERT INTO item (id) VALUES (1)")
    }
    written.signal()
    #expect(try await counts == [0, 0])
    #expect(try await database.read { try $0.number("SELECT count(*) FROM item") } == 1)
    await database.close()
  }

  @Test("A transaction that others hinder runs again", arguments: ["40001", "40P01", "55P03"])
  func retries(_ state: String) async throws {
    let test = try await TestDatabase()
    let runs = Counter()
    try await test.database.write { connection in
      try connection.execute("INSERT INTO item (id) VALUES (1)")
      if runs.next() < 4 { try connection.refuse(state) }
    }
    #expect(runs.count == 4)
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 1)
    await test.database.close()
  }

  @Test("After eight tries it is locked")
  func retriesEnd() async throws {
    let test = try await TestDatabase()
    let runs = Counter()
    await #expect(throws: StorageError.locked(holder: nil)) {
      try await test.database.write { connection in
        runs.next()
        try connection.refuse("40001")
      }
    }
    #expect(runs.count == 8)
    await test.database.close()
  }

  @Test("Forty writers on four programs count to forty")
  func writers() async throws {
    let test = try await TestDatabase()
    var databases = [test.database]
    for _ in 0..<3 { databases.append(try await test.another()) }
    try await test.database.write("INSERT INTO item (id, name) VALUES (1, '0')")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        let database = databases[number % 4]
        group.addTask {
          try await database.write { connection in
            let count = try connection.number("SELECT name FROM item WHERE id = 1 FOR UPDATE") ?? 0
            try connection.execute(
              "UPDATE item SET name = ? WHERE id = 1", [.text(String(count + 1))])
          }
        }
      }
      try await group.waitForAll()
    }
    let count = try await test.database.read { try $0.number("SELECT name FROM item") }
    #expect(count == 40)
    for database in databases { await database.close() }
  }

  @Test("Errors in terms of the program")
  func errors() async throws {
    let test = try await TestDatabase()
    let expected: [(String, StorageError)] = [("53100", .diskFull), ("25006", .readOnly)]
    for (state, error) in expected {
      await #expect(throws: error) { try await test.database.write { try $0.refuse(state) } }
    }
    let other = await #expect(throws: StorageError.self) {
      try await test.database.write("SELEC 1")
    }
    guard case .engine(code: "42601", _) = other else {
      Issue.record("\(String(describing: other))")
      return
    }
    await test.database.close()
  }

  @Test("A statement that takes too long is stopped, and the next one runs")
  func slow() async throws {
    var options = PostgresOptions()
    options.statementMilliseconds = 100
    let test = try await TestDatabase(options)
    let error = await #expect(throws: StorageError.self) {
      try await test.database.read("SELECT pg_sleep(60)")
    }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try await test.database.read { try $0.number("SELECT 1") } == 1)
    // A long write may.
    try await test.database.longWrite(seconds: 30) { _ = try $0.execute("SELECT pg_sleep(0.3)") }
    await test.database.close()
  }

  @Test("The user is the one who logged in, and may do what the server allows")
  func user() async throws {
    let test = try await TestDatabase()
    let login = "clerk_\(test.name)"
    try test.cluster.psql(
      "CREATE ROLE \(login) LOGIN; GRANT SELECT ON item TO \(login)", database: test.name)
    let url = try PostgresURL(test.cluster.url(test.name, user: login))
    // change_topic may not be read either: the address works, the opening says why not.
    await #expect(throws: StorageError.notAllowed(.viewVentures, login: login)) {
      _ = try await PostgresDatabase.open(url, random: { 1 })
    }
    try test.cluster.psql("GRANT SELECT ON change_topic TO \(login)", database: test.name)
    let database = try await PostgresDatabase.open(url, random: { 1 })
    #expect(try await database.sessionUser() == login)
    #expect(database.displayName == "local/\(test.name)")
    await #expect(throws: StorageError.notAllowed(.editVentures, login: login)) {
      try await database.write("INSERT INTO item (id) VALUES (1)")
    }
    await database.close()
    await test.database.close()
  }

  @Test("Several statements in one text, and definitions that are taken back")
  func scripts() async throws {
    let test = try await TestDatabase()
    try await test.database.write(
      "CREATE TABLE a (x BIGINT); CREATE TABLE b (y BIGINT); -- both\n")
    await #expect(throws: Changed()) {
      try await test.database.write { connection in
        try connection.execute("CREATE TABLE c (z BIGINT); DROP TABLE a")
        throw Changed()
      }
    }
    let tables = try await test.database.read { connection in
      try connection.rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
      ) { $0.text(0) }
    }
    #expect(tables == ["a", "b", "change_topic", "item"])
    await test.database.close()
  }

  @Test("One migration at a time, and the others see what it did")
  func migrationLock() async throws {
    let test = try await TestDatabase()
    var databases = [test.database]
    for _ in 0..<3 { databases.append(try await test.another()) }
    let made = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for database in databases {
        group.addTask {
          try await database.withMigrationLock { connection in
            let query = "SELECT count(*) FROM pg_tables WHERE tablename = 'made'"
            guard try connection.number(query) == 0 else { return }
            try connection.execute("CREATE TABLE made (x BIGINT)")
            made.next()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(made.count == 1)
    for database in databases { await database.close() }
  }

  @Test("After closing nothing runs, and no connection is left")
  func closing() async throws {
    let test = try await TestDatabase()
    try await test.database.read("SELECT 1")
    await test.database.close()
    await test.database.close()
    await #expect(throws: StorageError.self) { try await test.database.read("SELECT 1") }
    #expect(try test.connectionCount() == 0)
  }

  @Test("A connection that was kept beyond its transaction is of no use")
  func keptConnection() async throws {
    let test = try await TestDatabase()
    let options = PostgresOptions()
    let url = try PostgresURL(test.cluster.url(test.name))
    let connection = try PostgresConnector(url: url, options: options).connect()
    let transaction = PostgresTransaction(connection, .reading(options))
    #expect(try transaction.number("SELECT 1") == 1)
    transaction.end()
    #expect(throws: StorageError.self) { try transaction.number("SELECT 1") }
    await test.database.close()
  }
}
