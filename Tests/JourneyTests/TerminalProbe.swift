import Foundation
import TestSupport
import Testing

/// The real program on a pseudo-terminal, looked at as a person would.
final class TerminalProbe {
  let terminal: PseudoTerminal
  let columns: Int
  let rows: Int
  private var screen: TypingScreen
  private var taken = 0

  /// Starts the demo, or another command. What `environment` names is changed; an empty text
  /// takes a variable away.
  init(
    columns: Int = 120, rows: Int = 36, environment changes: [String: String] = [:],
    command: (path: String, arguments: [String])? = nil, arguments: [String] = ["demo"]
  ) throws {
    self.columns = columns
    self.rows = rows
    screen = TypingScreen(columns: columns, rows: rows)
    let runner = try CommandRunner()
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder, "PATH": "/usr/bin:/bin",
      "TMUX_TMPDIR": runner.folder,
    ]
    if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      environment["LD_LIBRARY_PATH"] = library
    }
    // Whoever is not new has answered the offer of a tour before.
    let state = runner.path(".local/state/vuonuom")
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: state + "/tour"))
    environment.merge(changes) { _, new in new }
    environment = environment.filter { !$0.value.isEmpty }
    let command = command ?? (CommandRunner.program.path, arguments)
    terminal = try PseudoTerminal(
      command.path, command.arguments, environment: environment, columns: UInt16(columns),
      rows: UInt16(rows))
    let folder = runner.folder
    terminal.cleanUp = { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Waits for the board of the demo.
  func waitForBoard(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(
      terminal.read(seconds: 30) { _ in shows("ST-0") }, "no board: \(text)",
      sourceLocation: sourceLocation)
    settle()
  }

  /// Listens until nothing has come for a while, at most so many seconds.
  func settle(milliseconds: Double = 150, seconds: Double = 5) {
    var count = -1
    var quietSince = Date()
    terminal.read(seconds: seconds) { terminal in
      if terminal.output.count != count {
        count = terminal.output.count
        quietSince = Date()
      }
      return Date().timeIntervalSince(quietSince) * 1_000 >= milliseconds
    }
  }

  /// What has been written since, for looking at the bytes themselves.
  func written(after count: Int) -> String {
    String(decoding: terminal.output[count...], as: UTF8.self)
  }

  /// The screen, row by row, a text a cell.
  var cells: [[String]] {
    let output = terminal.output
    // A sequence that has come by half is left for the next look.
    let end = output.count
    if end > taken {
      screen.show(Array(output[taken...]))
      taken = end
    }
    return screen.cells
  }

  var lines: [String] { cells.map { $0.joined() } }
  var text: String { lines.joined(separator: "\n") }

  func shows(_ wanted: String) -> Bool { lines.contains { $0.contains(wanted) } }

  /// Where a text begins, counted from 0; nil when it is not shown at or after the column.
  func place(of wanted: String, fromColumn: Int = 0) -> (x: Int, y: Int)? {
    let count = wanted.count
    let letters = wanted.map { String($0) }
    for (y, row) in cells.enumerated() where row.count >= count {
      for x in fromColumn...max(fromColumn, row.count - count) where x + count <= row.count {
        if Array(row[x..<x + count]) == letters { return (x, y) }
      }
    }
    return nil
  }

  /// A mouse report in SGR form at a cell counted from 0: 0 is the left button, 32 a drag, 64 and
  /// 65 the wheel.
  func mouse(_ button: Int, at place: (x: Int, y: Int), isRelease: Bool = false) {
    terminal.write("\u{1B}[<\(button);\(place.x + 1);\(place.y + 1)\(isRelease ? "m" : "M")")
  }

  func click(at place: (x: Int, y: Int)) {
    mouse(0, at: place)
    mouse(0, at: place, isRelease: true)
  }

  /// Waits until something holds of the screen.
  func waits(seconds: Double = 10, _ condition: () -> Bool) -> Bool {
    terminal.read(seconds: seconds) { _ in condition() }
  }

  /// Ends it, in order.
  func stop() {
    terminal.signal(SIGTERM)
    _ = terminal.waitForEnd(seconds: 10)
  }
}
