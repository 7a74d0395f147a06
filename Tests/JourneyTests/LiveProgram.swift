import Foundation
import TestSupport
import Testing

/// The real program on a pseudo-terminal over a demo that is kept, with folders of its own, so that
/// it can be ended in any way and started again.
final class LiveProgram {
  let terminal: PseudoTerminal
  private var screen: TypingScreen
  private var seen = 0
  private var taken = 0

  /// Starts it in the folder of a runner, which outlives it. Whoever is not new has answered the
  /// offer of a tour before.
  init(
    _ runner: CommandRunner, _ arguments: [String]? = nil, columns: Int = 100, rows: Int = 30,
    through shell: String? = nil, isNew: Bool = false
  ) throws {
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": runner.folder, "PATH": "/usr/bin:/bin",
      "TMPDIR": runner.folder,
    ]
    if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      environment["LD_LIBRARY_PATH"] = library
    }
    let state = runner.path(".local/state/vuonuom")
    if !isNew {
      try FileManager.default.createDirectory(
        atPath: state, withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: state + "/tour"))
    }
    screen = TypingScreen(columns: columns, rows: rows)
    let words = arguments ?? ["demo", "--keep", runner.path("demo.db")]
    let program = CommandRunner.program.path
    terminal = try PseudoTerminal(
      shell == nil ? program : "/bin/sh",
      shell.map { ["-c", "\($0); exec \"$0\" \"$@\"", program] + words } ?? words,
      environment: environment, columns: UInt16(columns), rows: UInt16(rows))
  }

  /// The whole screen as it is now. What was written is looked at once the program pauses, so that
  /// no sequence is cut.
  var text: String {
    let count = terminal.output.count
    if count == seen, count > taken {
      screen.show(Array(terminal.output[taken...]))
      taken = count
    }
    seen = count
    return screen.lines.joined(separator: "\n")
  }

  /// Waits until the screen shows a text.
  func shows(_ wanted: String, seconds: Double = 10) -> Bool {
    terminal.read(seconds: seconds) { _ in text.contains(wanted) }
  }

  /// Types, and goes on when it is shown.
  func type(_ keys: String, until wanted: String) throws {
    terminal.write(keys)
    try #require(shows(wanted), "\(keys.debugDescription), waiting for \(wanted):\n\(text)")
  }

  /// Lets the program work on for a while.
  func wait(_ seconds: Double) { terminal.read(seconds: seconds) { _ in text.isEmpty } }

  func kill() {
    terminal.signal(SIGKILL)
    _ = terminal.waitForEnd(seconds: 5)
  }
}
