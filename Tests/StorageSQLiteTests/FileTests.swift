import Foundation
import GRDB
import Incubation
import Storage
import Testing

@testable import StorageSQLite

@Suite("What may be opened")
struct FileTests {
  /// Files that are no database of this program: name, how it is made, what is said.
  static let refused: [(name: String, script: String, isData: Bool)] = [
    ("empty.db", ": > F", true),
    ("text.db", "yes 'đây là văn bản' | head -n 500 > F", true),
    ("short.db", "printf 'SQLite format 3' > F", true),
    ("header.db", "printf 'SQLite format 3\\0' > F; head -c 50 /dev/zero >> F", true),
    ("noise.db", "head -c 8192 /dev/urandom > F", true),
    ("folder.db", "mkdir F", false),
    ("link.db", "ln -s elsewhere F", false),
    ("pipe.db", "mkfifo F", false),
    ("hard.db", "echo x > F; ln F F.second", false),
  ]

  @Test("files of other kinds are refused at once and left as they were", arguments: refused)
  func otherKinds(name: String, script: String, isData: Bool) async throws {
    let folder = try Folder()
    let path = folder.file(name)
    #expect(try Child.run(script.replacing("F", with: "'\(path)'")) == 0)
    let names = try folder.names()
    let before = try? folder.bytes(name)
    for readOnly in [false, true] {
      let error = await caught {
        var options = SQLiteDatabase.Options()
        options.isReadOnly = readOnly
        _ = try SQLiteDatabase(path: path, options: options)
      }
      switch error {
      case .notADatabase(path): #expect(isData)
      case .cannotOpen(path, _): #expect(!isData)
      default: Issue.record("\(String(describing: error))")
      }
    }
    #expect(try folder.names() == names)
    if name != "pipe.db" { #expect((try? folder.bytes(name)) == before) }
  }

  /// Statements that make a database of another program.
  static let foreign = [
    "PRAGMA application_id = 252006674; CREATE TABLE contact (name TEXT);",
    "CREATE TABLE contact (name TEXT); INSERT INTO contact VALUES ('Hoa');",
    "PRAGMA journal_mode = WAL; CREATE TABLE contact (name TEXT);",
    "CREATE TABLE schema_migration (name TEXT); CREATE TABLE contact (name TEXT);",
  ]

  @Test("a database of another program is refused without a change", arguments: foreign)
  func foreignDatabase(sql: String) async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let queue = try DatabaseQueue(path: path)
    try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    let before = try folder.bytes("a.db")
    for readOnly in [false, true] {
      let error = await caught {
        _ = try await Bench.open(path) { $0.isReadOnly = readOnly }
      }
      #expect(error == .notADatabase(path: path))
    }
    let restored = await caught { try SQLiteBackup.restore(path, to: folder.file("b.db")) }
    #expect(restored != nil)
    #expect(try folder.bytes("a.db") == before)
    #expect(try folder.names() == ["a.db"])
  }

  @Test("a database of a newer program is told from others and left as it was")
  func newerSchema() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let database = try await Bench.open(path)
    _ = try await database.write {
      try $0.execute("INSERT INTO schema_migration (name, applied_at) VALUES ('shared-99', 0)")
    }
    await database.close()
    let before = try folder.bytes("a.db")
    let error = await caught { _ = try await Bench.open(path) }
    #expect(error == .newerSchema(unknown: ["shared-99"]))
    #expect(try folder.bytes("a.db") == before)
  }

  @Test("a truncated database is refused or read, never changed", arguments: [100, 4_096, 40_000])
  func truncated(length: Int) async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    try await Bench.open(path).close()
    #expect(truncate(path, length) == 0)
    let before = try folder.bytes("a.db")
    #expect(before.count == length)
    #expect(await caught { try SQLiteBackup.verify(path) } != nil)
    let error = await caught {
      let database = try SQLiteDatabase(path: path)
      defer { withExtendedLifetime(database) {} }
      let state = try await Schema.state(of: database)
      if state == .current { _ = try await database.facts() }
      await database.close()
    }
    #expect(try folder.bytes("a.db") == before, "\(String(describing: error))")
  }

  @Test(
    "names that SQLite takes for something else are plain files",
    arguments: [
      ":memory:", "file:x.db", "file:x.db?mode=memory", "dấu cách %41?#.db", "-x.db",
    ])
  func strangeNames(name: String) async throws {
    let folder = try Folder()
    let path = folder.file(name)
    let database = try await Bench.open(path)
    try await Bench.write("here", to: database)
    await database.close()
    #expect(try folder.names() == [name, name + ".lock"])
    #expect(SQLiteFile.enginePath(name) == "./" + name)
  }

  @Test("a missing file is made only when asked for, whole and marked")
  func missing() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    let error = await caught { _ = try SQLiteDatabase(path: path) }
    #expect(error == .notFound(entity: "database"))
    #expect(try folder.names().isEmpty)
    let nowhere = await caught { _ = try await Bench.open(folder.file("none/a.db")) }
    guard case .cannotOpen = nowhere else {
      Issue.record("\(String(describing: nowhere))")
      return
    }
    try SQLiteOpening.make(path)
    #expect(try SQLiteFile.inspect(path, allowsUnsafeFileSystem: false) == .database)
    #expect(try folder.names() == ["a.db"])
  }

  @Test("ten programs that make one database at once make one")
  func simultaneousCreation() async throws {
    let folder = try Folder()
    let path = folder.file("a.db")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<10 {
        group.addTask {
          let database = try await Bench.open(path)
          try await Bench.write("\(index)", to: database)
          await database.close()
        }
      }
      try await group.waitForAll()
    }
    let database = try await Bench.open(path)
    #expect(Set(try await Bench.events(database)) == Set((0..<10).map(String.init)))
    await database.close()
  }

  @Test(
    "the table of mounts is read by device",
    arguments: [
      ("0:42", "nfs4"), ("8:1", "ext4"), ("0:51", "fuse.sshfs"), ("0:60", "9p"), ("0:99", nil),
    ] as [(String, String?)])
  func mounts(device: String, expected: String?) {
    let table = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      30 22 0:42 / /mnt/so\\040nfs rw shared:7 master:2 - nfs4 server:/x rw,vers=4.2
      31 22 0:51 / /mnt/s rw,nosuid - fuse.sshfs me@host:/ rw
      short line
      32 22 0:60 / /mnt/9 rw - 9p tag rw
      """
    #expect(SQLiteFile.fileSystem(ofDevice: device, in: table) == expected)
  }

  @Test(
    "file systems with doubtful locks are named, others are not",
    arguments: [
      ("nfs4", true), ("nfs", true), ("cifs", true), ("smb3", true), ("9p", true),
      ("fuse.sshfs", true), ("fuseblk", true), ("ext4", false), ("xfs", false), ("tmpfs", false),
      ("overlay", false), ("btrfs", false),
    ])
  func doubtful(name: String, isDoubtful: Bool) {
    #expect(SQLiteFile.isDoubtful(name) == isDoubtful)
  }
}
