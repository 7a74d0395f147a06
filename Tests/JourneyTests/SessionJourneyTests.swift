import Foundation
import TestSupport
import Testing

/// The real program returns to where it was, also after a crash, and asks newcomers only.
@Suite("Where the user was, over the end of the program", .serialized)
struct SessionJourneyTests {
  private func session(_ runner: CommandRunner) -> String? {
    let folder = runner.path(".local/state/vuonuom")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.first { $0.hasPrefix("session-") }.map { folder + "/" + $0 }
  }

  private func start(_ runner: CommandRunner, _ more: String..., shows text: String) throws
    -> LiveProgram
  {
    let program = try LiveProgram(
      runner, ["demo", "--keep", runner.path("demo.db")] + more, isNew: true)
    try #require(program.shows(text, seconds: 30), "waiting for \(text):\n\(program.text)")
    return program
  }

  @Test("tab, record and row come back; --fresh and a damaged file begin anew")
  func comesBack() throws {
    let runner = try CommandRunner()
    var program = try start(runner, shows: "Xem hướng dẫn ba phút?")
    program.terminal.write("\u{1B}")
    program.wait(0.5)
    try program.type("\u{1B}.", until: "Giai đoạn")
    program.terminal.write("\u{1B}[B\u{1B}[B\u{1B}[B")
    program.wait(0.5)
    let focused = try #require(program.text.split(separator: "\n").first { $0.contains("▶") })
    try program.type("\r", until: "Ctrl+N Ghi chú")
    program.terminal.write("\u{11}")
    try #require(program.terminal.waitForEnd(seconds: 10) == .exited(0))
    let file = try #require(session(runner))
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)

    program = try start(runner, shows: "Ctrl+N Ghi chú")
    #expect(!program.text.contains("hướng dẫn ba phút"))
    try program.type("\u{1B}", until: "Giai đoạn")
    program.wait(0.5)
    let again = try #require(program.text.split(separator: "\n").first { $0.contains("▶") })
    #expect(again == focused)
    // A crash some seconds after a move.
    program.terminal.write("\u{1B}[B")
    program.wait(3.6)
    let moved = try #require(program.text.split(separator: "\n").first { $0.contains("▶") })
    program.kill()
    program = try start(runner, shows: "Giai đoạn")
    program.wait(0.5)
    #expect(program.text.split(separator: "\n").first { $0.contains("▶") } == moved)
    program.kill()

    program = try start(runner, "--fresh", shows: "Phát hiện")
    program.kill()
    try "{\"format\":1,\"sess".write(toFile: file, atomically: true, encoding: .utf8)
    program = try start(runner, shows: "Phát hiện")
    program.kill()
  }

  @Test("a demo in a temporary file leaves nothing behind")
  func temporary() throws {
    let runner = try CommandRunner()
    let program = try LiveProgram(runner, ["demo"], isNew: true)
    try #require(program.shows("Xem hướng dẫn ba phút?", seconds: 30), "\(program.text)")
    // The last answer: no, thank you.
    program.terminal.write("\u{1B}[A\r")
    program.wait(0.5)
    try program.type("\r", until: "Ctrl+N Ghi chú")
    try program.type("\u{0E}", until: "Ctrl+S lưu ghi chú")
    try program.type("thử", until: "thử")
    program.wait(1)
    program.kill()
    #expect(session(runner) == nil)
    #expect(access(runner.path(".local/state/vuonuom/drafts"), F_OK) != 0)
    let again = try LiveProgram(runner, ["demo"], isNew: true)
    try #require(again.shows("Enter Mở", seconds: 30))
    #expect(!again.shows("Xem hướng dẫn ba phút?", seconds: 1), "never again after no")
    again.kill()
  }

  @Test("a tour that was asked for begins as its role")
  func tour() throws {
    let runner = try CommandRunner()
    let program = try LiveProgram(runner, ["demo", "--tour", "supervisor"], isNew: true)
    try #require(program.shows("bước 1/9", seconds: 30), "\(program.text)")
    #expect(program.text.contains("minh"))
    try program.type("\u{1B}[B", until: "bước 2/9")
    program.kill()
  }
}
