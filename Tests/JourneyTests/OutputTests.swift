import Foundation
import TestSupport
import Testing

/// What the program writes to terminals of several kinds.
@Suite("Output to terminals")
struct OutputTests {
  private static let question = "\u{1B}[?2026$p"
  private static let begin = "\u{1B}[?2026h"
  private static let end = "\u{1B}[?2026l"

  // MARK: Synchronised output

  /// The states that DECRPM knows of a mode that can be switched: set and reset.
  @Test("A terminal that knows it gets each frame between its marks", arguments: [1, 2])
  func synchronised(_ state: Int) throws {
    let program = try TerminalProbe()
    try #require(program.terminal.read(seconds: 20) { $0.text.contains(Self.question) })
    #expect(!program.terminal.text.contains(Self.begin), "before the answer")
    try program.waitForBoard()
    program.terminal.write("\u{1B}[?2026;\(state)$y")
    program.settle()
    for key in ["\u{1B}[B", "\u{1B}[C", "\u{1B}OP", "\u{1B}"] {
      let start = program.terminal.output.count
      program.terminal.write(key)
      program.settle()
      Self.expectFrames(program.written(after: start))
    }
    program.stop()
    #expect(program.terminal.mode(2026) == false, "left on at the end")
  }

  /// Begin, something, end, as often as there are frames, and nothing outside.
  private static func expectFrames(_ written: String) {
    #expect(written.hasPrefix(begin) && written.hasSuffix(end), "\(written.debugDescription)")
    for frame in written.components(separatedBy: end).dropLast() {
      #expect(frame.hasPrefix(begin) && frame.count > begin.count, "\(frame.debugDescription)")
      #expect(frame.components(separatedBy: begin).count == 2, "\(frame.debugDescription)")
    }
  }

  @Test(
    "One that is silent, or does not know it, or has it for good, never sees the marks",
    arguments: ["", "\u{1B}[?2026;0$y", "\u{1B}[?2026;3$y", "\u{1B}[?2026;4$y", "\u{1B}[?2027;2$y"])
  func unsynchronised(_ answer: String) throws {
    let program = try TerminalProbe()
    try program.waitForBoard()
    program.terminal.write(answer)
    for key in ["\u{1B}[B", "\u{1B}OP", "\u{1B}"] {
      program.terminal.write(key)
      program.settle()
    }
    #expect(program.terminal.text.contains(Self.question))
    #expect(!program.terminal.text.contains(Self.begin))
    program.stop()
  }

  @Test(
    "Inside tmux, and where the question might be shown, nothing is asked and no answer counts",
    arguments: [
      ["TMUX": "/tmp/tmux-0/default,1,0"], ["TERM": "linux"], ["TERM": "vt100"],
      ["TERM": "screen"],
    ])
  func unasked(_ environment: [String: String]) throws {
    let program = try TerminalProbe(environment: environment)
    try program.waitForBoard()
    program.terminal.write("\u{1B}[?2026;2$y\u{1B}[B")
    program.settle()
    #expect(!program.terminal.text.contains(Self.question))
    #expect(!program.terminal.text.contains(Self.begin))
    program.stop()
  }

  @Test("A window that changed and changed back is painted whole")
  func sameSize() throws {
    let program = try TerminalProbe()
    try program.waitForBoard()
    let count = program.terminal.output.count
    for columns in [90, 70, 120] { program.terminal.resize(columns: UInt16(columns), rows: 36) }
    #expect(
      program.waits { program.written(after: count).contains("Phát hiện") },
      "\(program.written(after: count).debugDescription)")
    program.stop()
  }

  // MARK: Colours

  /// Which sequences of colour a terminal of this name was sent.
  private struct Colours: Equatable {
    var direct = false
    var indexed = false
    var bright = false
    var basic = false

    init(_ output: String) {
      for match in output.matches(of: /\u{1B}\[([0-9;:]*)m/) {
        let parameters = String(match.output.1)
        if parameters.contains("38:2:") || parameters.contains("48:2:") { direct = true }
        if parameters.contains("8;5;") { indexed = true }
        guard !parameters.contains("8;5;"), !parameters.contains(":") else { continue }
        for number in parameters.split(separator: ";").compactMap({ Int($0) }) {
          if (30...37).contains(number) || (40...47).contains(number) { basic = true }
          if (90...97).contains(number) || (100...107).contains(number) { bright = true }
        }
      }
    }

    init(direct: Bool = false, indexed: Bool = false, bright: Bool = false, basic: Bool = false) {
      (self.direct, self.indexed, self.bright, self.basic) = (direct, indexed, bright, basic)
    }
  }

  private static func colours(
    _ terminal: String, _ changes: [String: String] = [:]
  ) throws -> (colours: Colours, program: TerminalProbe) {
    var environment = changes
    environment["TERM"] = terminal
    let program = try TerminalProbe(environment: environment)
    try program.waitForBoard()
    let colours = Colours(program.terminal.text)
    program.stop()
    return (colours, program)
  }

  @Test("256 colours, eight and none, by the name of the terminal")
  func depths() throws {
    #expect(try Self.colours("xterm-256color").colours == Colours(indexed: true))
    let console = try Self.colours("linux").colours
    #expect(console.basic && !console.indexed && !console.direct && !console.bright)
    #expect(try Self.colours("vt100").colours == Colours())
  }

  @Test("NO_COLOR takes the colours from every terminal", arguments: ["xterm-256color", "linux"])
  func noColour(_ terminal: String) throws {
    #expect(try Self.colours(terminal, ["NO_COLOR": "1"]).colours == Colours())
    #expect(try Self.colours(terminal, ["NO_COLOR": ""]).colours != Colours())
  }

  /// Two terminals that Debian's base does not know, in a folder of their own.
  private static func describe(in folder: String) throws -> [String: String] {
    let source = #"""
      test-direct|direct colour, RGB, ccc@, initc@, oc@,
      	colors#0x1000000, pairs#0x7fff, op=\E[39;49m,
      	setab=\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      	use=xterm-256color,
      test-16color|sixteen colours, ccc@, initc@, oc@, colors#16, pairs#0x100,
      	setab=\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,
      	setaf=\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm, use=xterm-256color,

      """#
    let file = folder + "/terminals.ti"
    try source.write(toFile: file, atomically: true, encoding: .utf8)
    let tic = try PseudoTerminal(
      "/usr/bin/tic", ["-x", "-o", folder + "/terminfo", file],
      environment: ["PATH": "/usr/bin:/bin"])
    try #require(tic.waitForEnd(seconds: 20) == .exited(0), "\(tic.text)")
    return ["TERMINFO_DIRS": folder + "/terminfo:/usr/share/terminfo:/lib/terminfo"]
  }

  @Test("Direct colour and sixteen colours where the description of the terminal has them")
  func described() throws {
    let runner = try CommandRunner()
    let environment = try Self.describe(in: runner.folder)
    let direct = try Self.colours("test-direct", environment).colours
    #expect(direct.direct && !direct.indexed)
    // The theme's own red, green and blue, not the nearest of 256.
    let sixteen = try Self.colours("test-16color", environment).colours
    #expect(!sixteen.direct && !sixteen.indexed && (sixteen.basic || sixteen.bright))
  }

  // MARK: Marks

  @Test("The Linux console gets no braille, and only marks that its Vietnamese font has")
  func console() throws {
    let program = try TerminalProbe(environment: ["TERM": "linux"])
    try program.waitForBoard()
    for key in ["\u{1B}1", "\u{1B}", "\u{1B},", "\u{1B}."] {
      program.terminal.write(key)
      program.settle()
    }
    let known = Set("·×«»“”‹›…←↑→↓─━│┌┐└┘█░▒▓■▲▶▸▼▾◂●".unicodeScalars)
    let strange = program.terminal.text.unicodeScalars.filter {
      $0.value >= 0x2000 && !(0x1E00...0x1EFF).contains($0.value) && !known.contains($0)
    }
    #expect(Set(strange).isEmpty, "\(String(String.UnicodeScalarView(strange)))")
    program.stop()
  }

  @Test("A vt100 has the words, the focus in reverse, and the keys of its own")
  func oldest() throws {
    let program = try TerminalProbe(
      columns: 80, rows: 24, environment: ["TERM": "vt100"])
    try program.waitForBoard()
    #expect(program.terminal.text.contains("\u{1B}[7m") || program.terminal.text.contains(";7m"))
    let before = program.text
    program.terminal.write("\u{1B}OB")
    #expect(program.waits { program.text != before }, "an arrow key of its own does nothing")
    program.terminal.write("/nuoc mam\u{8}\u{8}\u{8}")
    #expect(program.waits { program.shows("nuoc ") && !program.shows("nuoc m") }, "\(program.text)")
    program.stop()
  }
}
