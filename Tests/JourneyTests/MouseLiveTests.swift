import Foundation
import TestSupport
import Testing

/// The mouse beyond the column at which the oldest kind of report ends (223), on a terminal of 260
/// columns, with and without tmux between.
@Suite("The mouse on a wide terminal")
struct MouseLiveTests {
  @Test("A click beyond column 223 chooses the card under it, and the second opens it")
  func wide() throws {
    let program = try TerminalProbe(columns: 260, rows: 40)
    try program.waitForBoard()
    try Self.clickFarRight(program)
    program.stop()
  }

  @Test("The same inside tmux, whose own description has only the old reports")
  func insideTmux() throws {
    let runner = try CommandRunner()
    let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let tmux else {
      Issue.record("tmux is needed for this test: apt-get install tmux")
      return
    }
    try runner.write(
      "tmux.conf",
      """
      set -g status off
      set -s escape-time 0
      set -g default-terminal tmux-256color
      """)
    let program = try TerminalProbe(
      columns: 260, rows: 40,
      command: (
        tmux,
        [
          "-f", runner.path("tmux.conf"), "new-session", CommandRunner.program.path, "demo",
        ]
      ))
    try program.waitForBoard()
    try Self.clickFarRight(program)
    // The last window closes, and the server and the client with it.
    program.terminal.write("\u{11}")
    #expect(program.terminal.waitForEnd(seconds: 10) == .exited(0))
  }

  /// The word that shows the table stands at the right edge of the board; then rows are clicked
  /// there.
  private static func clickFarRight(_ program: TerminalProbe) throws {
    let table = try #require(program.place(of: "Danh sách", fromColumn: 224), "\(program.text)")
    program.click(at: table)
    try #require(program.waits { program.shows("[Danh sách") }, "\(program.text)")
    program.settle()
    let row = (x: 251, y: 12)
    try #require(program.waits { program.cells[row.y].contains("0") }, "\(program.text)")
    #expect(!program.cells[row.y].contains("▶"))
    program.click(at: row)
    #expect(program.waits { program.cells[row.y].contains("▶") }, "\(program.text)")
    let code = try #require(program.lines[row.y].firstMatch(of: /ST-\d{4}/)?.output)
    program.click(at: row)
    #expect(
      program.waits { !program.shows("[Danh sách]") && program.shows(String(code)) },
      "\(program.text)")
  }

  @Test("A card is dragged, its target is named, Esc and letting go elsewhere leave it")
  func drags() throws {
    let program = try TerminalProbe(columns: 120, rows: 36)
    try program.waitForBoard()
    let column = try #require(program.place(of: "Ươm tạo"))
    let card = try #require(program.place(of: "Ống hút"))
    let target = (x: column.x + 2, y: card.y)
    func drag() throws {
      program.mouse(0, at: card)
      program.mouse(32, at: (card.x + 1, card.y))
      program.mouse(32, at: target)
      try #require(
        program.waits { program.shows("Chuyển «Ống hút") && program.shows("sang Ươm tạo") },
        "\(program.text)")
    }
    try drag()
    program.terminal.write("\u{1B}")
    #expect(program.waits { !program.shows("Chuyển «Ống hút") })
    program.mouse(0, at: target, isRelease: true)
    try drag()
    program.mouse(32, at: (target.x, 0))
    #expect(program.waits { program.shows("Để nguyên «Ống hút") }, "\(program.text)")
    program.mouse(0, at: (target.x, 0), isRelease: true)
    #expect(program.waits { !program.shows("Để nguyên") })
    program.settle()
    #expect(program.place(of: "Ống hút").map { [$0.x, $0.y] } == [card.x, card.y])
    program.stop()
  }
}
