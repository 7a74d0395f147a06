import Foundation
import Incubation
import Storage
import Testing

@testable import StorageSQLite

@Suite("Durability of the file", .serialized)
struct DurabilityTests {
  @Test("anything but synchronous FULL is refused", arguments: ["NORMAL", "OFF", "EXTRA"])
  func synchronous(level: String) async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    try await Bench.open(path).close()
    let before = try folder.bytes("a.db")
    let refused = await caught { _ = try await Bench.open(path) { $0.synchronous = level } }
    #expect(refused == .notDurable("synchronous = FULL"))
    #expect(try folder.bytes("a.db") == before)
    #expect(SQLiteDatabase.lock(of: path).isFree)
  }

  @Test("the writing connection has what is promised")
  func promises() async throws {
    let folder = try Folder()
    let database = try await Bench.open(folder.file("a.db"))
    #expect(try await database.facts().synchronous == 2)
    for (name, expected) in [
      ("foreign_keys", "1"), ("journal_mode", "wal"), ("synchronous", "2"), ("mmap_size", "0"),
      ("trusted_schema", "0"),
    ] {
      let found = try await database.write { connection in
        try connection.first("PRAGMA \(name)") { $0.text(0) }
      }
      #expect(found == expected, "\(name)")
    }
    let orphan = await caught {
      _ = try await database.write {
        try $0.execute("INSERT INTO user_role (login, role) VALUES ('nobody', 'clerk')")
      }
    }
    guard case .engine(_, let message) = orphan else {
      Issue.record("a row without its parent went in: \(String(describing: orphan))")
      return
    }
    #expect(message.contains("FOREIGN KEY"))
    await database.close()
  }

  @Test("files are for owner and group, whatever the umask", arguments: [0o000, 0o022, 0o077])
  func modes(mask: Int) async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let before = umask(mode_t(mask))
    defer { umask(before) }
    let database = try await Bench.open(path)
    try await Bench.write("one", to: database)
    for ending in ["", "-wal", "-shm", ".lock"] {
      #expect(Bench.mode(path + ending) == 0o660, "\(ending)")
    }
    try await database.backUp(to: folder.file("copy.db"))
    #expect(Bench.mode(folder.file("copy.db")) == 0o600)
    await database.close()
    let kept = try SQLiteBackup.restore(folder.file("copy.db"), to: path)
    #expect(Bench.mode(path) == 0o660)
    #expect(Bench.mode(try #require(kept)) == 0o600)
  }

  @Test("when no page can be had: every confirmed write is kept, and it goes on afterwards")
  func pageLimit() async throws {
    let folder = try Folder()
    let database = try await Bench.open(folder.file("a.db"))
    try await database.write { connection in
      let pages = try connection.first("PRAGMA page_count") { $0.integer(0) } ?? 0
      try connection.forEachRow("PRAGMA max_page_count = \(pages + 10)", []) { _ in }
    }
    let confirmed = try await fill(database)
    #expect(try await Bench.events(database) == confirmed)
    try await database.write {
      try $0.forEachRow("PRAGMA max_page_count = 1000000", []) { _ in }
    }
    try await Bench.write("after", to: database)
    #expect(try await Bench.events(database) == confirmed + ["after"])
    await database.close()
  }

  @Test("a full disk: every confirmed write is kept, and it goes on when there is room again")
  func fullDisk() async throws {
    let folder = try Folder()
    guard geteuid() == 0,
      try Child.run("mount -t tmpfs -o size=2m none '\(folder.path)' 2>/dev/null") == 0
    else {
      FileHandle.standardError.write(
        Data("note: no small disk may be mounted here; the page limit stands for it\n".utf8))
      try await pageLimit()
      return
    }
    defer { _ = try? Child.run("umount -l '\(folder.path)'") }
    let path = folder.file("a.db")
    let ballast = folder.file("ballast")
    let database = try await Bench.open(path)
    _ = try Child.run("head -c 400000 /dev/zero > '\(ballast)'")
    var confirmed = try await fill(database)
    #expect(try await Bench.events(database) == confirmed, "reading goes on while it is full")
    let backup = await caught { try await database.backUp(to: folder.file("copy.db")) }
    #expect(backup == .diskFull)
    #expect(!(try folder.names().contains { $0.hasPrefix("copy.db") }))
    unlink(ballast)
    try await Bench.write("after", to: database)
    confirmed.append("after")
    #expect(try await Bench.events(database) == confirmed)
    await database.close()
    let again = try await Bench.open(path)
    #expect(try await Bench.events(again) == confirmed)
    #expect(try await again.check() == "ok")
    await again.close()
  }

  @Test("a new program on a full disk says that the disk is full")
  func openingFullDisk() async throws {
    let shmSize: Int32 = 10 | (19 << 8)
    #expect(SQLiteErrors.make(code: shmSize, message: "") == .diskFull)
    #expect(SQLiteErrors.make(code: 13, message: "") == .diskFull)
  }

  /// Writes until the disk is full; returns what was confirmed.
  private func fill(_ database: SQLiteDatabase) async throws -> [String] {
    var confirmed: [String] = []
    for index in 0..<2_000 {
      let entity = "\(index) " + String(repeating: "x", count: 2_000)
      let failure = await caught { try await Bench.write(entity, to: database) }
      guard let failure else {
        confirmed.append(entity)
        continue
      }
      #expect(failure == .diskFull)
      #expect(SQLiteDatabase.lock(of: database.path ?? "").isFree)
      return confirmed
    }
    Issue.record("the disk never filled")
    return confirmed
  }
}

extension SQLiteDatabase {
  func check() async throws -> String {
    try await read { try $0.first("PRAGMA integrity_check") { $0.text(0) } ?? "" }
  }
}
