import Foundation
import Storage
import Synchronization
import Testing

@testable import StorageSQLite

@Suite("The write gate")
struct GateTests {
  @Test("a lock held elsewhere is reported with the holder's number, and works once it is free")
  func heldElsewhere() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path) { $0.patienceMilliseconds = 200 }
    let holder = try await Child.holding(path)
    let refused = await caught { try await Bench.write("refused", to: database) }
    #expect(refused == .locked(holder: holder.process))
    let stopped = kill(holder.process, SIGSTOP)
    #expect(stopped == 0)
    let still = await caught { try await Bench.write("refused", to: database) }
    #expect(still == .locked(holder: holder.process))
    let reading = try await Bench.events(database)
    #expect(reading.isEmpty, "reading needs no lock")
    holder.end()
    try await Bench.write("after kill -9", to: database)
    #expect(try await Bench.events(database) == ["after kill -9"])
    await database.close()
  }

  @Test("a new program does not come in while the lock is held, and says who holds it")
  func openingHeld() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    await (try await Bench.open(path)).close()
    let holder = try await Child.holding(path)
    let refused = await caught { _ = try await Bench.open(path) { $0.patienceMilliseconds = 200 } }
    #expect(refused == .locked(holder: holder.process))
    let reader = try await Bench.open(path) { $0.isReadOnly = true }
    #expect(try await Bench.events(reader).isEmpty)
    await reader.close()
    holder.end()
  }

  @Test("looking at the lock does not let go of it")
  func lookingKeepsIt() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    let outcome = try await database.write { connection in
      try connection.execute("UPDATE setting SET value = value")
      let seen = SQLiteDatabase.lock(of: path)
      let other = try WriteGate(path: path + ".lock", patienceMilliseconds: 50)
      var entered = false
      try? other.run { entered = true }
      return [seen.isFree, seen.holder != getpid(), entered]
    }
    #expect(outcome == [false, false, false])
    #expect(SQLiteDatabase.lock(of: path).isFree)
    await database.close()
  }

  @Test("facts asked for during a write leave the lock with the writer")
  func factsDuringWrite() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    let gate = try WriteGate(path: path + ".lock", patienceMilliseconds: 50)
    try gate.run {
      let facts = SQLiteDatabase.lock(of: path)
      #expect(!facts.isFree)
      let code = try Child.run("flock -n '\(path).lock' true")
      #expect(code == 1)
    }
    await database.close()
  }

  @Test("two threads of one process do not enter together")
  func threads() async throws {
    let folder = try Folder()
    let gate = try WriteGate(path: folder.file("x.lock"), patienceMilliseconds: 30_000)
    let inside = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<50 {
            try? gate.run {
              inside.enter()
              usleep(200)
              inside.leave()
            }
          }
        }
      }
    }
    #expect(inside.most == 1)
    #expect(inside.total == 200)
  }

  @Test("a lock file that was removed is made again, and still keeps others out")
  func removedLockFile() async throws {
    let folder = try Folder()
    let path = folder.file("x.lock")
    let one = try WriteGate(path: path, patienceMilliseconds: 100)
    unlink(path)
    let two = try WriteGate(path: path, patienceMilliseconds: 100)
    try one.run {
      let refused = try refusal(of: two)
      #expect(refused == .locked(holder: getpid()))
    }
    try two.run {
      let refused = try refusal(of: one)
      #expect(refused == .locked(holder: getpid()))
    }
  }

  private func refusal(of gate: WriteGate) throws -> StorageError? {
    do {
      _ = try gate.run { usleep(0) }
      return nil
    } catch let error as StorageError {
      return error
    }
  }

  @Test("a connection that is dropped, not closed, does not fold the log outside the gate")
  func droppedConnection() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    try await Bench.open(path).close()
    let holder: Child
    do {
      let database = try await Bench.open(path) { $0.patienceMilliseconds = 200 }
      try await Bench.write("kept in the log", to: database)
      holder = try await Child.holding(path)
      await database.close()
    }
    #expect(try folder.bytes("a.db-wal").count > 0, "the log was folded without the lock")
    holder.end()
    let again = try await Bench.open(path)
    #expect(try await Bench.events(again) == ["kept in the log"])
    await again.close()
  }

  @Test("a program that refuses to start leaves the log alone")
  func refusedOpening() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path) { $0.patienceMilliseconds = 100 }
    try await Bench.write("one", to: database)
    let reader = try await Bench.open(path) { $0.isReadOnly = true }
    let holder = try await Child.holding(path)
    await database.close()
    let before = try folder.bytes("a.db-wal")
    #expect(!before.isEmpty)
    await reader.close()
    #expect(try folder.bytes("a.db-wal") == before, "a reader folded the log")
    holder.end()
  }

  @Test("closing waits for a write that was begun")
  func closeDuringWrite() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    let began = Counter()
    async let writing: Void = database.write { connection in
      began.enter()
      try connection.execute("UPDATE change_topic SET seq = 41 WHERE topic = 'users'")
      usleep(300_000)
      guard !SQLiteDatabase.lock(of: path).isFree else { throw StorageError.unavailable("free") }
      try connection.execute("UPDATE change_topic SET seq = 42 WHERE topic = 'users'")
    }
    while began.total == 0 { try await Task.sleep(for: .milliseconds(5)) }
    await database.close()
    try await writing
    let again = try await Bench.open(path)
    let seq = try await Bench.number("SELECT seq FROM change_topic WHERE topic = 'users'", again)
    #expect(seq == 42)
    await again.close()
  }
}

/// How many are inside at once.
private final class Counter: Sendable {
  private let state = Mutex((inside: 0, most: 0, total: 0))

  var most: Int { state.withLock { $0.most } }
  var total: Int { state.withLock { $0.total } }

  func enter() {
    state.withLock {
      $0.inside += 1
      $0.total += 1
      $0.most = max($0.most, $0.inside)
    }
  }

  func leave() { state.withLock { $0.inside -= 1 } }
}
