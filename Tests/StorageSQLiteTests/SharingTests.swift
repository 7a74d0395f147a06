import Foundation
import Incubation
import Storage
import Testing

@testable import StorageSQLite

@Suite("One file, several programs")
struct SharingTests {
  @Test("every change of another program is reported")
  func changesOfOthers() async throws {
    #expect(SQLiteDatabase.Options().pollMilliseconds <= 250)
    let folder = try Folder()
    let path = folder.file("a.db")
    let writer = try await Bench.open(path)
    let reader = try await Bench.open(path)
    var notices = reader.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    for round in 0..<5 {
      try await Bench.write("\(round)", to: writer)
      #expect(await notices.next() == .changed([.users]))
      #expect(try await Bench.events(reader).count == round + 1)
    }
    await reader.close()
    #expect(await notices.next() == nil)
    var late = reader.changes().makeAsyncIterator()
    #expect(await late.next() == nil, "a closed database reports nothing more")
    await writer.close()
    #expect(try folder.names() == ["a.db", "a.db.lock"], "the watcher closes before the writer")
  }

  @Test("a file that is replaced while it is open: offline, and no write into the orphan")
  func replaced() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path) { $0.pollMilliseconds = 20 }
    try await Bench.write("before", to: database)
    try await database.backUp(to: folder.file("copy.db"))
    var notices = database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    #expect(rename(folder.file("copy.db"), path) == 0)
    let refused = await caught { try await Bench.write("lost", to: database) }
    guard case .cannotOpen(path, let reason) = refused else {
      Issue.record("wrote to a file that has no name: \(String(describing: refused))")
      return
    }
    #expect(reason.contains("replaced"))
    #expect(await notices.next() == .connection(.offline))
    await database.close()
  }

  @Test("a backup while two others write is whole, and a beginning of what they wrote")
  func backupUnderLoad() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    let writers = (0..<2).map { index in
      Task {
        let own = try await Bench.open(path)
        for round in 0..<200 { try await Bench.write("\(index)-\(round)", to: own) }
        await own.close()
      }
    }
    for round in 0..<8 { try await database.backUp(to: folder.file("copy-\(round).db")) }
    for writer in writers { try await writer.value }
    let all = try await Bench.events(database)
    #expect(all.count == 400)
    for round in 0..<8 {
      let copy = try await Bench.open(folder.file("copy-\(round).db"))
      let some = try await Bench.events(copy)
      #expect(all.starts(with: some))
      #expect(try await copy.check() == "ok")
      await copy.close()
    }
    await database.close()
  }

  @Test("a backup never overwrites the database itself", arguments: ["", "-wal", ".lock"])
  func backupOntoItself(ending: String) async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    try await Bench.write("one", to: database)
    let error = await caught { try await database.backUp(to: path + ending) }
    guard case .cannotOpen = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    try await Bench.write("two", to: database)
    #expect(try await Bench.events(database) == ["one", "two"])
    await database.close()
  }
}

@Suite("Restore")
struct RestoreTests {
  @Test("nothing is replaced under a program that has it open")
  func openElsewhere() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    try await Bench.write("one", to: database)
    try await database.backUp(to: folder.file("copy.db"))
    try await Bench.write("two", to: database)
    let refused = await caught {
      try SQLiteBackup.restore(folder.file("copy.db"), to: path, patienceMilliseconds: 100)
    }
    guard case .locked = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    try await Bench.write("three", to: database)
    #expect(try await Bench.events(database) == ["one", "two", "three"])
    await database.close()
    let kept = try SQLiteBackup.restore(folder.file("copy.db"), to: path)
    let restored = try await Bench.open(path)
    #expect(try await Bench.events(restored) == ["one"])
    await restored.close()
    let old = try await Bench.open(try #require(kept))
    #expect(try await Bench.events(old) == ["one", "two", "three"])
    await old.close()
  }

  @Test("a second restore keeps what the first one kept")
  func twice() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    try await database.backUp(to: folder.file("copy.db"))
    try await Bench.write("precious", to: database)
    await database.close()
    let first = try #require(try SQLiteBackup.restore(folder.file("copy.db"), to: path))
    let second = try #require(try SQLiteBackup.restore(folder.file("copy.db"), to: path))
    #expect(first != second)
    let old = try await Bench.open(first)
    #expect(try await Bench.events(old) == ["precious"])
    await old.close()
  }

  @Test("a damaged database gives way, and its files are kept")
  func damaged() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    try await Bench.write("good", to: database)
    try await database.backUp(to: folder.file("copy.db"))
    await database.close()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seek(toOffset: 100)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 20_000))
    try handle.close()
    #expect(await caught { try SQLiteBackup.verify(path) } != nil)
    let kept = try #require(try SQLiteBackup.restore(folder.file("copy.db"), to: path))
    #expect(FileManager.default.fileExists(atPath: kept))
    let restored = try await Bench.open(path)
    #expect(try await Bench.events(restored) == ["good"])
    await restored.close()
  }

  @Test("a damaged backup, another file as target, and the database as its own backup are refused")
  func refusals() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    for index in 0..<50 { try await Bench.write("\(index)", to: database) }
    try await database.backUp(to: folder.file("copy.db"))
    await database.close()
    let before = try folder.bytes("a.db")
    let itself = await caught { try SQLiteBackup.restore(path, to: path) }
    #expect(itself != nil)
    try "văn bản".write(toFile: folder.file("x.txt"), atomically: true, encoding: .utf8)
    let other = await caught {
      try SQLiteBackup.restore(folder.file("copy.db"), to: folder.file("x.txt"))
    }
    #expect(other == .notADatabase(path: folder.file("x.txt")))
    #expect(truncate(folder.file("copy.db"), 30_000) == 0)
    let damaged = await caught { try SQLiteBackup.restore(folder.file("copy.db"), to: path) }
    #expect(damaged != nil)
    #expect(try folder.bytes("a.db") == before)
    #expect(!(try folder.names().contains { $0.contains("before-restore") || $0.contains("part") }))
  }

  @Test("what lies in the log of a copy is restored as well")
  func copyWithLog() async throws {
    let folder = try Folder()
    let database = try await Bench.open(folder.file("a.db"))
    try await Bench.write("in the log", to: database)
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: folder.file("a.db" + ending), toPath: folder.file("copy.db" + ending))
    }
    await database.close()
    try SQLiteBackup.restore(folder.file("copy.db"), to: folder.file("b.db"))
    let restored = try await Bench.open(folder.file("b.db"))
    #expect(try await Bench.events(restored) == ["in the log"])
    await restored.close()
  }
}
