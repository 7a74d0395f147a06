import Foundation
import Incubation
import Storage
import StorageSQLite
import Testing

/// The real program under kill -9, held locks, files that cannot be written, and full disks.
@Suite("Faults", .serialized)
struct FaultTests {
  private func logins(_ runner: CommandRunner) throws -> [String] {
    let list = try runner.run("user", "list", "--database", "a.db", "--json")
    let parsed = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
    return try #require(parsed as? [[String: Any]], "\(list.errors)").compactMap {
      $0["login"] as? String
    }
  }

  @Test("writers killed at random lose nothing that they confirmed")
  func killedWriters() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var random = Dice(state: seed)
    let runner = try CommandRunner()
    try runner.run("user", "add", "first", "--database", "a.db")
    var confirmed: Set<String> = []
    var killed = 0
    for round in 0..<6 {
      let writers = try (0..<20).map { index in
        let login = "w\(round)-\(index)"
        return (
          login,
          try Background(
            program: ["user", "add", login, "--database", "a.db"], in: runner.folder)
        )
      }
      for (_, writer) in writers where random.next() % 2 == 0 {
        usleep(UInt32(random.next() % 60_000))
        writer.signal(SIGKILL)
      }
      for (login, writer) in writers {
        switch writer.wait() {
        case 0: confirmed.insert(login)
        case -SIGKILL: killed += 1
        case let code: Issue.record("\(login) ended with \(code); seed \(seed)")
        }
      }
    }
    #expect(killed > 0 && !confirmed.isEmpty, "seed \(seed)")
    let found = try logins(runner)
    #expect(Set(found).isSuperset(of: confirmed), "lost a confirmed write; seed \(seed)")
    #expect(Set(found).count == found.count)
    try SQLiteBackup.verify(runner.path("a.db"))
    let added = try runner.run("user", "add", "after", "--database", "a.db")
    #expect(added.code == 0, "\(added.errors)")
  }

  @Test("a stopped writer: others are told its number, and go on when it goes on or is killed")
  func stoppedHolder() throws {
    let runner = try CommandRunner()
    try runner.run("user", "add", "first", "--database", "a.db")
    let rows = (0..<4_000).map { "Dự án \($0);ý tưởng;ghi chú" }
    try runner.write("l.csv", "Tên dự án;Loại;Ghi chú\n" + rows.joined(separator: "\n"))
    let importing = ["import", "ventures", "l.csv", "--database", "a.db"]
    let first = try stopped(importing, runner)
    let refused = try runner.run("user", "add", "mai", "--database", "a.db")
    #expect(refused.code == 69)
    #expect(refused.errors.contains("\(first.process)"), "\(refused.errors)")
    first.signal(SIGCONT)
    #expect(first.wait() == 0)
    #expect(try runner.run("user", "add", "mai", "--database", "a.db").code == 0)
    try runner.run("import", "undo", "1", "--database", "a.db")
    let second = try stopped(importing, runner)
    second.end()
    #expect(try runner.run("user", "add", "hoa", "--database", "a.db").code == 0)
    try SQLiteBackup.verify(runner.path("a.db"))
    let listed = try runner.run("import", "list", "--database", "a.db", "--json")
    let batches = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [Any]
    #expect(batches?.count == 1, "a killed import leaves nothing: \(listed.output)")
  }

  /// Starts the program and stops it while it holds the write lock for its long transaction.
  private func stopped(_ arguments: [String], _ runner: CommandRunner) throws -> Background {
    for _ in 0..<20 {
      let writer = try Background(program: arguments, in: runner.folder)
      var since = 0
      // Opening holds the lock for a moment as well; the transaction holds it for longer.
      while since < 10 {
        let lock = SQLiteDatabase.lock(of: runner.path("a.db"))
        since = !lock.isFree && lock.holder == writer.process ? since + 1 : 0
        if kill(writer.process, 0) != 0 { break }
        usleep(2_000)
      }
      writer.signal(SIGSTOP)
      usleep(20_000)
      if SQLiteDatabase.lock(of: runner.path("a.db")).holder == writer.process { return writer }
      writer.end()
    }
    throw POSIXError(.ETIMEDOUT)
  }

  @Test("what another program changes is reported, at once")
  func changeOfAnotherProgram() async throws {
    let runner = try CommandRunner()
    try runner.run("user", "add", "first", "--database", "a.db")
    let database = try SQLiteDatabase(path: runner.path("a.db"))
    var notices = database.changes().makeAsyncIterator()
    #expect(await notices.next() == .connection(.live))
    for login in ["mai", "hoa", "lan"] {
      #expect(try runner.run("user", "add", login, "--database", "a.db").code == 0)
      #expect(await notices.next() == .changed([.users]))
    }
    await database.close()
  }

  @Test("a database of a newer program is refused with the reason, and left as it was")
  func newerSchema() async throws {
    let runner = try CommandRunner()
    try runner.run("user", "add", "first", "--database", "a.db")
    let database = try SQLiteDatabase(path: runner.path("a.db"))
    _ = try await database.write {
      try $0.execute("INSERT INTO schema_migration (name, applied_at) VALUES ('shared-99', 0)")
    }
    await database.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: runner.path("a.db")))
    for arguments in [["user", "list"], ["backup", "copy.db"], ["export", "ventures"]] {
      let refused = try runner.run(arguments + ["--database", "a.db"])
      #expect(refused.code == 65)
      #expect(refused.errors.contains("shared-99"))
      #expect(refused.errors.contains("cập nhật chương trình"))
    }
    #expect(try runner.run("doctor", "--database", "a.db").code == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: runner.path("a.db"))) == before)
    let restored = try runner.run("restore", "a.db", "--database", "b.db")
    #expect(restored.code == 65, "\(restored.errors)")
    #expect(!FileManager.default.fileExists(atPath: runner.path("b.db")))
  }

  @Test("a file or folder that cannot be written is still read, and says so when it is written to")
  func readOnly() throws {
    let runner = try CommandRunner()
    try runner.run("demo", "--keep", "a.db", "--no-open")
    let data = runner.path("data")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    for (file, folder) in [(0o440, 0o770), (0o660, 0o550), (0o440, 0o550)] as [(mode_t, mode_t)] {
      try FileManager.default.copyItem(atPath: runner.path("a.db"), toPath: data + "/a.db")
      chmod(data + "/a.db", file)
      chmod(data, folder)
      let list = try unprivileged("export ventures --database data/a.db --format json", runner)
      #expect(list.code == 0, "\(list.errors)")
      #expect(list.output.contains("Gạo ST tuần hoàn"))
      let added = try unprivileged("user add mai --database data/a.db --as khoa", runner)
      #expect(added.code == 69)
      #expect(added.errors.contains("chỉ đọc"), "\(added.errors)")
      let backup = try unprivileged("backup data/b.db --database data/a.db --as khoa", runner)
      #expect(backup.code == (folder == 0o550 ? 73 : 0), "\(backup.errors)")
      let doctor = try unprivileged("doctor --database data/a.db", runner)
      #expect(doctor.output.contains("chỉ đọc được"), "\(doctor.output)")
      chmod(data, 0o770)
      for name in try FileManager.default.contentsOfDirectory(atPath: data) {
        unlink(data + "/" + name)
      }
    }
  }

  /// Runs the program without root's right to write everywhere.
  private func unprivileged(
    _ words: String, _ runner: CommandRunner
  ) throws -> CommandRunner.Result {
    let drop =
      geteuid() == 0
      ? "setpriv --bounding-set=-dac_override,-dac_read_search "
        + "--inh-caps=-dac_override,-dac_read_search " : ""
    let script = try Background(
      "\(drop)'\(CommandRunner.program.path)' \(words) > out.txt 2> err.txt", in: runner.folder)
    return CommandRunner.Result(
      code: script.wait(), output: try runner.read("out.txt"), errors: try runner.read("err.txt"))
  }

  @Test("on a full disk the program says so, keeps what was saved, and works again afterwards")
  func fullDisk() throws {
    let runner = try CommandRunner()
    let disk = runner.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try Background("mount -t tmpfs -o size=3m none disk", in: runner.folder)
    guard mount.wait() == 0 else {
      FileHandle.standardError.write(
        Data("note: no small disk may be mounted; only the storage's own test shows it\n".utf8))
      return
    }
    defer { _ = try? Background("umount -l disk", in: runner.folder).wait() }
    #expect(try runner.run("user", "add", "first", "--database", "disk/a.db").code == 0)
    let keep = try SQLiteDatabase(path: disk + "/a.db")
    _ = try Background("cat /dev/zero > disk/ballast", in: runner.folder).wait()
    let refused = try runner.run("user", "add", "mai", "--database", "disk/a.db")
    #expect(refused.code == 73, "\(refused.errors)")
    #expect(refused.errors.contains("đầy"), "\(refused.errors)")
    withExtendedLifetime(keep) {}
    unlink(disk + "/ballast")
    #expect(try runner.run("user", "add", "mai", "--database", "disk/a.db").code == 0)
    let list = try runner.run("user", "list", "--database", "disk/a.db")
    #expect(list.output.contains("first") && list.output.contains("mai"))
  }
}

/// Numbers from a seed: splitmix64.
private struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
