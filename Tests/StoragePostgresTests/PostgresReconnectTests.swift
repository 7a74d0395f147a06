import Glibc
import Storage
import StoragePostgres
import TestSupport
import Testing

@Suite("Lost connections", .timeLimit(.minutes(3)))
struct PostgresReconnectTests {
  @Test("Ended between two transactions: nobody notices")
  func betweenTransactions() async throws {
    let test = try await TestDatabase()
    try await test.database.write("INSERT INTO item (id) VALUES (1)")
    try test.terminateBackends()
    try await test.database.write("INSERT INTO item (id) VALUES (2)")
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 2)
    await test.database.close()
  }

  @Test("Ended within a transaction, at a statement or before COMMIT: it runs again, once")
  func withinTransaction() async throws {
    let test = try await TestDatabase()
    let runs = Counter()
    try await test.database.write { connection in
      try connection.execute("INSERT INTO item (id) VALUES (1)")
      if runs.next() == 1 {
        try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
      }
    }
    #expect(runs.count == 2)
    try await test.database.write { connection in
      try connection.execute("INSERT INTO item (id) VALUES (2)")
      if runs.next() == 3 {
        try test.terminateBackends()
        usleep(200_000)
      }
    }
    #expect(runs.count == 4)
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 2)
    await test.database.close()
  }

  @Test("Ended every time: it is said, after two runs")
  func always() async throws {
    let test = try await TestDatabase()
    let runs = Counter()
    let error = await #expect(throws: StorageError.self) {
      try await test.database.write { connection in
        runs.next()
        try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
      }
    }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(runs.count == 2)
    await test.database.close()
  }

  @Test("Ended while COMMIT runs: the outcome is not known, and nothing runs again")
  func duringCommit() async throws {
    let test = try await TestDatabase()
    try test.cluster.psql(
      """
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER die AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION die();
      """, database: test.name)
    let runs = Counter()
    await #expect(throws: StorageError.outcomeUnknown) {
      try await test.database.write { connection in
        runs.next()
        try connection.execute("INSERT INTO item (id) VALUES (1)")
      }
    }
    #expect(runs.count == 1)
    #expect(try await test.database.write { try $0.number("SELECT 1") } == 1)
    await test.database.close()
  }

  @Test("A server that does not answer: it is said, and at COMMIT the outcome is not known")
  func silence() async throws {
    var options = PostgresOptions()
    options.statementMilliseconds = 100
    let test = try await TestDatabase(options)
    try test.cluster.psql(
      """
      CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION wait();
      """, database: test.name)
    let runs = Counter()
    // The server's own limit is taken away, as a network that swallows everything would.
    await #expect(throws: StorageError.unavailable("The server did not answer in time.")) {
      try await test.database.write { connection in
        runs.next()
        try connection.execute("SET LOCAL statement_timeout = 0")
        try connection.execute("SELECT pg_sleep(60)")
      }
    }
    await #expect(throws: StorageError.outcomeUnknown) {
      try await test.database.write { connection in
        runs.next()
        try connection.execute("SET LOCAL statement_timeout = 0")
        try connection.execute("INSERT INTO item (id) VALUES (1)")
      }
    }
    #expect(runs.count == 2)
    #expect(try await test.database.write { try $0.number("SELECT 1") } == 1)
    await test.database.close()
  }

  @Test("A COPY, which nobody feeds, ends the connection and not the program")
  func copy() async throws {
    let test = try await TestDatabase()
    await #expect(throws: StorageError.self) {
      try await test.database.write("COPY item FROM STDIN")
    }
    #expect(try await test.database.write { try $0.number("SELECT 1") } == 1)
    await test.database.close()
  }

  @Test("A statement that was prepared before a change of the table")
  func changedTable() async throws {
    let test = try await TestDatabase()
    for _ in 0..<3 { try await test.database.read("SELECT * FROM item") }
    try test.cluster.psql("ALTER TABLE item ADD COLUMN more TEXT", database: test.name)
    try await test.database.read("SELECT * FROM item")
    await test.database.close()
  }

  @Test("A server that stops and comes back")
  func restart() async throws {
    let cluster = try PostgresCluster.separate()
    let test = try await TestDatabase(cluster: cluster)
    try await test.database.write("INSERT INTO item (id) VALUES (1)")
    try cluster.stop(keepingData: true)
    let error = await #expect(throws: StorageError.self) {
      try await test.database.read { try $0.number("SELECT 1") }
    }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    try cluster.start()
    #expect(try await test.database.read { try $0.number("SELECT count(*) FROM item") } == 1)
    try await test.database.write("INSERT INTO item (id) VALUES (2)")
    await test.database.close()
    try cluster.stop()
  }

  @Test("A dead first host, one that refuses and one that never answers, before a living one")
  func hostList() async throws {
    let test = try await TestDatabase()
    let silent = try SilentServer()
    let socket = test.cluster.socketFolder.replacing("/", with: "%2F")
    for first in ["127.0.0.1:1", "127.0.0.1:\(silent.port)"] {
      let url = try PostgresURL(
        "postgresql://postgres@\(first),\(socket)/\(test.name)?connect_timeout=1")
      let database = try await PostgresDatabase.open(url, random: { 1 })
      #expect(try await database.read { try $0.number("SELECT 1") } == 1)
      await database.close()
    }
    let dead = try PostgresURL("postgresql://127.0.0.1:1/\(test.name)")
    let error = await #expect(throws: StorageError.self) {
      _ = try await PostgresDatabase.open(dead, random: { 1 })
    }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    await test.database.close()
  }

  /// Takes connections and never says a word.
  private struct SilentServer: ~Copyable {
    struct Failed: Error {}
    let port: UInt16
    private let socket: Int32

    init() throws {
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let socket = socket
      let failures = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, size) | listen(socket, 8) | getsockname(socket, $0, &size)
        }
      }
      port = UInt16(bigEndian: address.sin_port)
      guard failures == 0 else { throw Failed() }
    }

    deinit { close(socket) }
  }
}
