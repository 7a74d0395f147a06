import DashboardKit
import Foundation
import TestSupport
import Testing

@testable import vuonuom

/// The real program in the plain mode: over a pipe, and in a terminal.
@Suite("Plain mode: the program")
struct PlainProgramTests {
  private func runner() throws -> CommandRunner { try CommandRunner() }

  private func isClean(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
        || (0x2500...0x25FF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
    }
  }

  @Test("over a pipe: opened, changed, left with 0", arguments: ["vi", "en"])
  func pipe(_ language: String) throws {
    let runner = try runner()
    let note = language == "vi" ? "ghi chú" : "note"
    let result = try runner.run(
      ["demo", "--plain", "--language", language, "--keep", "d.db"],
      input: "ST-0010\n\(note)\nĐã gọi\n.\nhistory\nquit\n")
    #expect(result.code == 0 && result.errors.isEmpty, "\(result)")
    #expect(isClean(result.output), "\(result.output)")
    #expect(result.output.contains(language == "vi" ? "Đã thêm ghi chú" : "Note added"))
    let again = try runner.run(
      ["demo", "--plain", "--keep", "d.db"], input: "ST-0010\nnghe phần diễn biến\n")
    #expect(again.code == 0 && again.output.contains("Đã gọi"), "\(again)")
    #expect(again.output.contains("Hết dữ liệu vào"))
  }

  @Test("the end of the input in the middle of a form keeps what was confirmed")
  func endInForm() throws {
    let runner = try runner()
    let first = try runner.run(
      ["demo", "--plain", "--keep", "d.db"],
      input: "create\nNấm rơm\n\n\n\nTóm tắt chưa xong\nvà còn nữa")
    #expect(first.code == 0, "\(first)")
    #expect(first.output.contains("chưa lưu"))
    let second = try runner.run(["demo", "--plain", "--keep", "d.db"], input: "ST-0063\n")
    #expect(second.output.contains("Nấm rơm"), "\(second)")
  }

  @Test("ACCESSIBLE leads there, set but empty does not")
  func environment() throws {
    let runner = try runner()
    let plain = try runner.run(["demo"], environment: ["ACCESSIBLE": "1"], input: "thoát\n")
    #expect(plain.code == 0 && plain.output.contains("Đã rời chương trình"), "\(plain)")
    let screens = try runner.run(["demo"], environment: ["ACCESSIBLE": ""], input: "thoát\n")
    #expect(screens.code == 64, "\(screens)")
  }

  @Test("bytes that are not UTF-8, and the last line without an end")
  func bytes() throws {
    let reader = { (bytes: [UInt8]) throws -> [PlainInput] in
      var ends: [Int32] = [0, 0]
      try #require(Foundation.pipe(&ends) == 0)
      _ = bytes.withUnsafeBytes { Foundation.write(ends[1], $0.baseAddress, $0.count) }
      close(ends[1])
      defer { close(ends[0]) }
      let lines = LineReader(ends[0])
      return (0..<5).map { _ in lines.next() }
    }
    #expect(
      try reader(Array("một\r\n".utf8) + [0xC3, 0x28, 0x0A] + Array("\nhết".utf8))
        == [.line("một"), .unreadable, .line(""), .line("hết"), .end])
  }

  private func terminal(_ arguments: [String], _ more: [String: String]) throws -> PseudoTerminal {
    let runner = try runner()
    let plain = [
      "PATH": "/usr/bin:/bin", "HOME": runner.folder, "LANG": "C.UTF-8",
      "TMPDIR": runner.folder,
    ]
    return try PseudoTerminal(
      CommandRunner.program.path, arguments,
      environment: plain.merging(more) { $1 })
  }

  @Test("in a terminal: no escape sequence, the terminal as it was, exit code 0")
  func inTerminal() throws {
    let screen = try terminal(["demo", "--plain"], ["TERM": "xterm-256color"])
    #expect(
      screen.read(seconds: 20) { $0.text.contains("Việc, ? xem lựa chọn: ") }, "\(screen.text)")
    screen.write("st-0010\n")
    #expect(
      screen.read(seconds: 10) { $0.text.contains("Việc với hồ sơ ST-0010") }, "\(screen.text)")
    screen.write("thoát\n")
    #expect(screen.waitForEnd(seconds: 10) == .exited(0))
    #expect(!screen.output.contains(0x1B), "\(screen.text)")
    #expect(screen.hasSettingsOfBefore)
  }

  @Test("TERM=dumb leads there with a sentence; Ctrl+D leaves")
  func dumb() throws {
    let screen = try terminal(["demo"], ["TERM": "dumb"])
    #expect(
      screen.read(seconds: 20) { $0.text.contains("Việc, ? xem lựa chọn: ") }, "\(screen.text)")
    #expect(screen.text.contains("TERM=dumb"))
    screen.write([0x04])
    #expect(screen.waitForEnd(seconds: 10) == .exited(0))
    #expect(!screen.output.contains(0x1B))
  }

  @Test("Ctrl+C ends it as it ends every program")
  func interrupted() throws {
    let screen = try terminal(["demo", "--plain"], ["TERM": "xterm"])
    #expect(
      screen.read(seconds: 20) { $0.text.contains("Việc, ? xem lựa chọn: ") }, "\(screen.text)")
    screen.write([0x03])
    #expect(screen.waitForEnd(seconds: 10) == .signalled(SIGINT))
    #expect(screen.hasSettingsOfBefore)
  }
}
