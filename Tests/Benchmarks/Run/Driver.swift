import Glibc
import TestSupport

/// What a program answered to a key: times in milliseconds after the key, nil when it was silent.
struct Answer {
  var first: Double?
  var last: Double?
  var bytes = 0
}

/// A program on a terminal, of 120 columns and 42 rows as a rule, typed at and listened to.
final class Driver {
  private let terminal: PseudoTerminal
  /// From before the start of the process to the last byte of the first full frame.
  let firstFrame: Double

  /// Starts a program and waits until its first frame is complete.
  ///
  /// - Parameter wanted: text that only the full frame has.
  /// - Throws: `Trouble` when that text never comes.
  init(
    _ path: String, _ arguments: [String], home: String, wanted: String,
    columns: UInt16 = 120, rows: UInt16 = 42
  ) throws {
    let start = Clock.milliseconds
    terminal = try PseudoTerminal(
      path, arguments, environment: Self.environment(home: home), columns: columns,
      rows: rows)
    let answer = Self.listen(to: terminal, since: start, quiet: 150)
    guard let last = answer.last, terminal.text.contains(wanted) else {
      throw Trouble("\(path) has not shown \"\(wanted)\": \(terminal.text.suffix(300))")
    }
    firstFrame = last
  }

  static func environment(home: String) -> [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home,
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
    ]
  }

  /// Types a key and listens until the program has been silent for so many milliseconds.
  func press(_ key: String, quiet: Double = 40) -> Answer {
    let start = Clock.milliseconds
    terminal.write(key)
    return Self.listen(to: terminal, since: start, quiet: quiet)
  }

  /// Types something and gives what is written until the program has been silent for so many
  /// milliseconds.
  func written(after keys: String, quiet: Double) -> String {
    let before = terminal.output.count
    _ = press(keys, quiet: quiet)
    return String(decoding: terminal.output[before...], as: UTF8.self)
  }

  /// Has the whole screen written anew, as after a change of the window.
  func repaint() -> (answer: Answer, written: String) {
    let before = terminal.output.count
    let start = Clock.milliseconds
    terminal.signal(SIGWINCH)
    let answer = Self.listen(to: terminal, since: start, quiet: 100)
    return (answer, String(decoding: terminal.output[before...], as: UTF8.self))
  }

  /// Gives the terminal these sizes one at once after another, and listens after the last.
  func storm(_ sizes: [(columns: UInt16, rows: UInt16)]) -> Answer {
    for size in sizes { terminal.resize(columns: size.columns, rows: size.rows) }
    return Self.listen(to: terminal, since: Clock.milliseconds, quiet: 300)
  }

  /// Takes in whatever is written in this time, and says how many bytes that was.
  func listen(milliseconds: Double) -> Int {
    let before = terminal.output.count
    terminal.read(seconds: milliseconds / 1e3) { _ in false }
    return terminal.output.count - before
  }

  /// Waits until the text has been written.
  func wait(for text: String) throws {
    guard terminal.read(seconds: 20, until: { $0.text.contains(text) }) else {
      throw Trouble("\"\(text)\" has not been shown")
    }
    _ = listen(milliseconds: 300)
  }

  /// Leaves the program by its own key.
  func leave(by key: String) throws {
    terminal.write(key)
    guard terminal.waitForEnd(seconds: 30) == .exited(0) else {
      throw Trouble("the program has not ended well")
    }
  }

  /// A figure of /proc/PID/status, such as VmRSS in KiB.
  func status(_ name: String) -> Int {
    Self.field(name, of: "/proc/\(terminal.process)/status")
  }

  /// How often each of its threads has gone to sleep and woken up so far.
  var wakeUps: [String: Int] {
    let threads = "/proc/\(terminal.process)/task"
    let counts = Folder.names(in: threads).map { thread in
      (thread, Self.field("voluntary_ctxt_switches", of: "\(threads)/\(thread)/status"))
    }
    return Dictionary(uniqueKeysWithValues: counts)
  }

  private static func field(_ name: String, of path: String) -> Int {
    for line in (Folder.read(path) ?? "").split(separator: "\n")
    where line.hasPrefix(name + ":") {
      return Int(line.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
    }
    return 0
  }

  private static func listen(
    to terminal: PseudoTerminal, since start: Double, quiet: Double
  ) -> Answer {
    let before = terminal.output.count
    var answer = Answer()
    terminal.read(seconds: 30) { terminal in
      let now = Clock.milliseconds
      if terminal.output.count - before > answer.bytes {
        answer.bytes = terminal.output.count - before
        answer.first = answer.first ?? (now - start)
        answer.last = now - start
      }
      // Before the first byte a program may be busy for long; a key may mean nothing at all.
      return now - start - (answer.last ?? max(0, 400 - quiet)) >= quiet
    }
    return answer
  }
}
