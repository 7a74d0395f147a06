import Foundation
import TestSupport
import Testing

/// What is typed survives however the program ends: the real program, killed, hung up, left without
/// a terminal, and started again.
@Suite("Drafts over the end of the program", .serialized)
struct DraftJourneyTests {
  private static let words = "Nguyễn Thị Tuyết, khuỷu tay giếng nước ĐỘC LẬP «ở» Đồng Tháp"
  private static let offered = "Còn bản nháp của"

  enum End: String, CaseIterable {
    case kill, hangUp, closed, terminated
  }

  private func files(_ runner: CommandRunner) -> [String] {
    let folder = runner.path(".local/state/vuonuom/drafts")
    return (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Opens the first record and begins a note.
  private func noting(_ runner: CommandRunner) throws -> LiveProgram {
    let program = try LiveProgram(runner)
    try #require(program.shows("Phát hiện", seconds: 30), "\(program.text)")
    try #require(program.shows("Enter Mở"), "\(program.text)")
    try program.type("\r", until: "Ctrl+N Ghi chú")
    try program.type("\u{0E}", until: "Ctrl+S lưu ghi chú")
    return program
  }

  @Test("a note is there to the letter after every end, and can be saved", arguments: End.allCases)
  func notes(_ end: End) throws {
    let runner = try CommandRunner()
    let program = try noting(runner)
    try program.type(Self.words, until: "Đồng Tháp")
    switch end {
    case .kill:
      program.wait(1.1)
      program.kill()
    // Orderly ends write what is typed at once: no waiting.
    case .hangUp: program.terminal.signal(SIGHUP)
    case .closed: program.terminal.hangUp()
    case .terminated: program.terminal.signal(SIGTERM)
    }
    try #require(program.terminal.waitForEnd(seconds: 5) != nil)
    let again = try LiveProgram(runner)
    try #require(again.shows(Self.offered, seconds: 30), "\(again.text)")
    try again.type("\r", until: Self.words)
    try again.type("\u{13}", until: "Đã thêm ghi chú")
    again.wait(0.5)
    #expect(files(runner).isEmpty, "a saved draft is taken away")
    again.kill()
    let last = try LiveProgram(runner)
    try #require(last.shows("Phát hiện", seconds: 30))
    #expect(!last.shows(Self.offered, seconds: 1))
  }

  @Test("typing without a pause is on the disk within a second all the same")
  func withoutPause() throws {
    let runner = try CommandRunner()
    let program = try noting(runner)
    // About three seconds of one letter after another, then a kill in the middle of typing.
    for number in 0..<60 {
      program.terminal.write(number % 10 == 9 ? "| " : "\(number % 10)")
      program.wait(0.05)
    }
    program.kill()
    let again = try LiveProgram(runner)
    try #require(again.shows(Self.offered, seconds: 30), "\(again.text)")
    // At most the last second, twenty letters, may be missing.
    try again.type("\r", until: "012345678| 012345678| 012345678| 012345678| ")
  }

  @Test("a storm of sizes and a paste while typing lose nothing")
  func storm() throws {
    let runner = try CommandRunner()
    let program = try noting(runner)
    for step in 0..<40 {
      program.terminal.write(step % 8 == 0 ? "ữ" : "a")
      program.terminal.resize(columns: UInt16(70 + step), rows: UInt16(20 + step % 10))
    }
    program.terminal.write("\u{1B}[200~ dán: Trường Đại học Cần Thơ\u{1B}[201~")
    program.terminal.write(" hết")
    program.wait(1.5)
    program.kill()
    let again = try LiveProgram(runner)
    try #require(again.shows(Self.offered, seconds: 30), "\(again.text)")
    let typed = (0..<40).map { $0 % 8 == 0 ? "ữ" : "a" }.joined()
    try again.type("\r", until: typed + " dán: Trường Đại học Cần Thơ hết")
  }

  @Test("two windows of one user have a draft each")
  func twoWindows() throws {
    let runner = try CommandRunner()
    let first = try noting(runner)
    try first.type("của cửa sổ một", until: "của cửa sổ một")
    first.wait(1.1)
    let second = try noting(runner)
    #expect(!second.text.contains(Self.offered), "the first is alive")
    try second.type("của cửa sổ hai", until: "của cửa sổ hai")
    second.wait(1.1)
    #expect(files(runner).count == 2)
    first.kill()
    let third = try LiveProgram(runner)
    try #require(third.shows(Self.offered, seconds: 30), "\(third.text)")
    try third.type("\r", until: "của cửa sổ một")
    #expect(!third.text.contains("cửa sổ hai"))
    third.kill()
    second.kill()
  }

  @Test("a full disk is said, and typing goes on")
  func fullDisk() throws {
    let runner = try CommandRunner()
    let made = try LiveProgram(runner)
    try #require(made.shows("Enter Mở", seconds: 30))
    made.terminal.write("\u{11}")
    try #require(made.terminal.waitForEnd(seconds: 10) == .exited(0))
    // Files may grow to 64 kB: enough for what the database needs while it is only read, and less
    // than a full note of characters that take eight bytes each.
    let program = try LiveProgram(runner, through: "trap '' XFSZ; ulimit -f 128")
    try #require(program.shows("Enter Mở", seconds: 30), "\(program.text)")
    try program.type("\r", until: "Ctrl+N Ghi chú")
    try program.type("\u{0E}", until: "Ctrl+S lưu ghi chú")
    let long = String(repeating: "🇻🇳", count: 9900)
    program.terminal.write("\u{1B}[200~\(long)\u{1B}[201~")
    #expect(program.shows("Không giữ được bản nháp"), "\(program.text)")
    try program.type("vẫn gõ được", until: "vẫn gõ được")
    program.kill()
  }
}
