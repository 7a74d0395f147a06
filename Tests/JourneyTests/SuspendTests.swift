import Foundation
import Incubation
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import vuonuom

/// Suspending: the terminal and every lock are given back, and everything is there afterwards.
@Suite("Suspending", .serialized)
struct SuspendTests {
  /// The real program in a terminal of its own, on a database that is kept.
  private func start(_ runner: CommandRunner) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder, "PATH": "/usr/bin:/bin",
      "TMPDIR": runner.folder, "SWIFT_BACKTRACE": "enable=no",
    ]
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    return try PseudoTerminal(
      CommandRunner.program.path, ["demo", "--keep", runner.path("demo.db")],
      environment: environment)
  }

  private func state(of process: pid_t) -> Character? {
    let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return stat?.split(separator: ")").last?.first { $0 != " " }
  }

  /// What is on the screen now.
  private func screen(_ program: PseudoTerminal) -> String {
    var screen = TypingScreen(columns: 80, rows: 24)
    screen.show(program.output)
    return screen.lines.joined(separator: "\n")
  }

  private func shows(_ program: PseudoTerminal, _ text: String, seconds: Double = 10) -> Bool {
    program.read(seconds: seconds) { screen($0).contains(text) }
  }

  /// Somebody else writes into the same database, and has little time for it.
  private func writeBeside(_ database: String) throws {
    var options = SQLiteDatabase.Options()
    options.patienceMilliseconds = 500
    let other = try SQLiteDatabase(path: database, options: options)
    try Blocking.run {
      _ = try await other.write { try $0.execute("CREATE TABLE probe (x INTEGER)", []) }
      await other.close()
    }
  }

  private func waits(_ program: PseudoTerminal, _ seconds: Double, _ body: () -> Bool) -> Bool {
    program.read(seconds: seconds) { _ in body() }
  }

  @Test("stopped during a write, the program first finishes it, so that nobody waits for its lock")
  func duringAWrite() throws {
    let runner = try CommandRunner()
    let rows = (0..<6_000).map { "Dự án số \($0);ý tưởng;Cần vốn" }
    try runner.write("list.csv", "Tên dự án;Loại;Vấn đề\n" + rows.joined(separator: "\n"))
    let program = try start(runner)
    try #require(program.read(seconds: 20) { $0.text.contains("Tổng quan") })
    program.write("\u{1B}.")
    try #require(shows(program, "[Danh sách hồ sơ]"))
    program.write("\u{1B}.")
    try #require(shows(program, "Tệp CSV"))
    program.write(runner.path("list.csv") + "\r")
    try #require(shows(program, "6.000", seconds: 60), "no preview: \(screen(program))")
    program.write("\u{13}")
    let database = runner.path("demo.db")
    let isWriting = waits(program, 30) {
      let lock = SQLiteDatabase.lock(of: database)
      return !lock.isFree && lock.holder == program.process
    }
    try #require(isWriting, "the import was never seen to write")
    program.signal(SIGTSTP)
    try #require(waits(program, 60) { state(of: program.process) == "T" }, "never stopped")
    #expect(SQLiteDatabase.lock(of: database).isFree, "a stopped program holds the lock")
    #expect(program.hasSettingsOfBefore)
    #expect(program.mode(1049) == false && program.mode(1000) == false)
    try writeBeside(database)
    let list = try runner.run("import", "list", "--database", database)
    #expect(list.output.contains("list.csv"), "what was begun is not there: \(list.output)")
    let seen = program.output.count
    program.signal(SIGCONT)
    try #require(program.read(seconds: 10) { $0.mode(1049) == true && $0.mode(2004) == true })
    try #require(
      program.read(seconds: 10) {
        String(decoding: $0.output[seen...], as: UTF8.self).contains("Vườn Ươm")
      }, "nothing was painted again")
    program.signal(SIGTERM)
    _ = try #require(program.waitForEnd(seconds: 10))
  }

  @Test("without a shell that could bring it back the command says why, and nothing stops")
  func nowhereToReturn() throws {
    let runner = try CommandRunner()
    let program = try start(runner)
    try #require(program.read(seconds: 20) { $0.text.contains("Tổng quan") })
    program.write("\u{10}")
    try #require(shows(program, "Gõ để tìm lệnh"))
    program.write("ve dong lenh")
    #expect(shows(program, "không được mở từ dòng lệnh"))
    program.write("\r")
    program.read(seconds: 0.5) { _ in false }
    #expect(state(of: program.process) != "T")
    program.signal(SIGTERM)
    _ = try #require(program.waitForEnd(seconds: 10))
  }

  @Test("a shell with job control gets the terminal back, and fg returns to the same place")
  func jobControl() throws {
    let runner = try CommandRunner()
    let script = "set -m; \"$0\" demo; echo STOPPED; read line; fg; echo LEFT"
    let program = try PseudoTerminal(
      "/bin/bash", ["--norc", "-c", script, CommandRunner.program.path],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder,
        "PATH": "/usr/bin:/bin", "TMPDIR": runner.folder,
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      ])
    try #require(program.read(seconds: 20) { $0.text.contains("Tổng quan") })
    program.write("\u{10}")
    try #require(shows(program, "Gõ để tìm lệnh"))
    program.write("ve dong lenh")
    try #require(shows(program, "Tạm dừng chương trình"))
    program.write("\r")
    try #require(program.read(seconds: 10) { $0.text.contains("STOPPED") }, "\(program.text)")
    #expect(program.mode(1049) == false)
    let seen = program.output.count
    program.write("\n")
    try #require(
      program.read(seconds: 10) {
        String(decoding: $0.output[seen...], as: UTF8.self).contains("Tổng quan")
      })
    #expect(program.read(seconds: 5) { $0.mode(1049) == true && $0.mode(1000) == true })
    program.write("\u{11}")
    #expect(program.read(seconds: 10) { $0.text.contains("LEFT") })
  }

  @Test("writes that begin while the program is to stop wait until it goes on")
  func pauses() async throws {
    let pause = WritePause()
    let steps = Steps()
    let first = Task { try await pause.write { try await steps.hold("first") } }
    while steps.all.isEmpty { await Task.yield() }
    let stop = Task {
      await pause.pause()
      steps.add("quiet")
    }
    try await Task.sleep(for: .milliseconds(50))
    let late = Task { try await pause.write { steps.add("late") } }
    try await Task.sleep(for: .milliseconds(50))
    #expect(steps.all == ["first"])
    steps.release()
    try await first.value
    await stop.value
    #expect(steps.all == ["first", "quiet"] && pause.isQuiet)
    pause.resume()
    try await late.value
    #expect(steps.all == ["first", "quiet", "late"])
  }
}

/// What happened, in its order.
private final class Steps: Sendable {
  private let state = Lock()

  private final class Lock: @unchecked Sendable {
    let mutex = NSLock()
    var done: [String] = []
    var isReleased = false
  }

  var all: [String] { state.mutex.withLock { state.done } }
  func add(_ step: String) { state.mutex.withLock { state.done.append(step) } }
  func release() { state.mutex.withLock { state.isReleased = true } }

  func hold(_ step: String) async throws {
    add(step)
    while !state.mutex.withLock({ state.isReleased }) {
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
