import Foundation
import StorageSQLite
import Testing

/// Backup and restore of the real program when something is in the way.
@Suite("Backup and restore in trouble")
struct FaultRestoreTests {
  private func prepared() throws -> CommandRunner {
    let runner = try CommandRunner()
    try runner.run("user", "add", "first", "--database", "a.db")
    let backup = try runner.run("backup", "copy.db", "--database", "a.db")
    #expect(backup.code == 0, "\(backup.errors)")
    try runner.run("user", "add", "later", "--database", "a.db")
    return runner
  }

  @Test("a restore is refused while somebody has the database open, with their number")
  func openElsewhere() async throws {
    let runner = try prepared()
    let database = try SQLiteDatabase(path: runner.path("a.db"))
    let refused = try runner.run("restore", "copy.db", "--database", "a.db")
    #expect(refused.code == 69)
    #expect(refused.errors.contains("(tiến trình \(getpid()))"), "\(refused.errors)")
    let list = try runner.run("user", "list", "--database", "a.db")
    #expect(list.output.contains("later"))
    await database.close()
    let restored = try runner.run("restore", "copy.db", "--database", "a.db")
    #expect(restored.code == 0, "\(restored.errors)")
    let old = try runner.run("user", "list", "--database", "a.db")
    #expect(old.output.contains("first") && !old.output.contains("later"))
  }

  @Test("a damaged database can be restored, and a damaged backup cannot be put in its place")
  func damaged() throws {
    let runner = try prepared()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: runner.path("a.db")))
    try handle.seek(toOffset: 100)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 30_000))
    try handle.close()
    let broken = try runner.run("user", "list", "--database", "a.db")
    #expect(broken.code != 0)
    #expect(!broken.errors.contains("Fatal"))
    let restored = try runner.run("restore", "copy.db", "--database", "a.db")
    #expect(restored.code == 0, "\(restored.errors)")
    #expect(try runner.run("user", "list", "--database", "a.db").output.contains("first"))
    #expect(truncate(runner.path("copy.db"), 30_000) == 0)
    let refused = try runner.run("restore", "copy.db", "--database", "a.db")
    #expect(refused.code == 65)
    #expect(refused.errors.contains("copy.db"), "\(refused.errors)")
    #expect(try runner.run("user", "list", "--database", "a.db").output.contains("first"))
  }

  @Test("a backup onto the database itself, into nowhere, and of a user who may not, is refused")
  func refusedBackups() throws {
    let runner = try prepared()
    for (target, code) in [("a.db", 64), ("none/copy.db", 73)] as [(String, Int32)] {
      let refused = try runner.run("backup", target, "--database", "a.db")
      #expect(refused.code == code, "\(refused.errors)")
      #expect(refused.errors.contains(target))
    }
    let list = try runner.run("user", "list", "--database", "a.db")
    #expect(list.output.contains("later"))
  }
}
