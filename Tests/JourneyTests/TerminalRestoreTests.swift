import Foundation
import TestSupport
import Testing

/// The terminal is given back as it was, however the program ends: the real program on a
/// pseudo-terminal, ended in every way that can be caught.
///
/// The program must have been built with `swift build` or by the test run itself, in debug
/// configuration, because the ways to crash exist in debug builds only.
@Suite("The terminal after the end of the program", .serialized)
struct TerminalRestoreTests {
  enum Way: String, CaseIterable {
    case fatal, index, unwrap, overflow, worker, stack
    case abort, segv, bus, ill, trap, fpe, sys, quit
    case hup, term, int

    /// What `CrashProbe` does ends in this signal.
    var signal: Int32 {
      switch self {
      // A Swift trap is an illegal instruction on x86-64 and a breakpoint on ARM.
      case .fatal, .index, .unwrap, .overflow, .worker: Self.trapSignal
      case .abort: SIGABRT
      case .segv, .stack: SIGSEGV
      case .bus: SIGBUS
      case .ill: SIGILL
      case .trap: SIGTRAP
      case .fpe: SIGFPE
      case .sys: SIGSYS
      case .quit: SIGQUIT
      case .hup: SIGHUP
      case .term: SIGTERM
      case .int: SIGINT
      }
    }

    /// Whether the program is asked to leave and does so in order, without a message.
    var isOrderly: Bool { self == .hup || self == .term || self == .int }

    #if arch(arm64)
      static let trapSignal = SIGTRAP
    #else
      static let trapSignal = SIGILL
    #endif
  }

  @Test("Every crash and every signal leaves the terminal as it was", arguments: Way.allCases)
  func restores(_ way: Way) throws {
    let program = try Program.start(crash: way.rawValue)
    let ending = try #require(program.waitForEnd(seconds: 10), "still running")
    expectRestored(program)
    // An orderly end may be reported either way; a crash must be seen as what it is.
    let status = PseudoTerminal.Ending.exited(128 + way.signal)
    #expect(ending == .signalled(way.signal) || way.isOrderly && ending == status)
    let shown = program.textOnMainScreen ?? ""
    let isTold = shown.contains("Vườn Ươm") && shown.contains(".log")
    #expect(isTold != way.isOrderly, "on the main screen: \(shown)")
  }

  @Test("What Swift says about a crash is shown on the main screen, not lost on the other")
  func tellsReason() throws {
    let program = try Program.start(crash: "fatal")
    _ = try #require(program.waitForEnd(seconds: 10))
    #expect(program.textOnMainScreen?.contains("crash probe: fatal error") == true)
  }

  @Test("A signal from outside ends the program in order", arguments: [SIGTERM, SIGINT, SIGHUP])
  func outside(_ signal: Int32) throws {
    let program = try Program.start()
    try #require(program.read(seconds: 10) { $0.mode(1049) == true })
    program.signal(signal)
    let ending = try #require(program.waitForEnd(seconds: 5), "still running")
    expectRestored(program)
    #expect(ending == .signalled(signal) || ending == .exited(128 + signal))
  }

  @Test("A program that hangs still dies of SIGTERM, and the terminal is sane")
  func hanging() throws {
    let program = try Program.start(crash: "stall")
    try #require(program.read(seconds: 10) { $0.mode(1049) == true })
    program.read(seconds: 0.6) { _ in false }
    program.signal(SIGTERM)
    #expect(program.waitForEnd(seconds: 5) == .signalled(SIGTERM))
    expectRestored(program)
  }

  @Test("Leaving by exit() without closing restores the terminal and keeps the status")
  func exits() throws {
    let program = try Program.start(crash: "exit")
    #expect(program.waitForEnd(seconds: 10) == .exited(3))
    expectRestored(program)
  }

  @Test("Ctrl+Z's signal gives the terminal back, and going on paints everything again")
  func suspends() throws {
    let program = try Program.start()
    try #require(program.read(seconds: 10) { $0.mode(2004) == true && $0.mode(1049) == true })
    program.signal(SIGTSTP)
    try #require(
      program.read(seconds: 5) { $0.mode(1049) == false && $0.hasSettingsOfBefore })
    expectRestored(program)
    program.signal(SIGCONT)
    try #require(program.read(seconds: 5) { $0.mode(1049) == true && $0.mode(2004) == true })
    #expect(!program.hasSettingsOfBefore, "keys must come one by one again")
    program.signal(SIGTERM)
    _ = try #require(program.waitForEnd(seconds: 5))
    expectRestored(program)
  }

  @Test("A terminal that vanishes ends the program")
  func hangsUp() throws {
    let program = try Program.start()
    try #require(program.read(seconds: 10) { $0.mode(1049) == true })
    program.hangUp()
    #expect(program.waitForEnd(seconds: 5) != nil, "still running without a terminal")
  }

  @Test("A terminal that takes no output does not keep the program alive")
  func stalledOutput() throws {
    let program = try Program.start()
    try #require(program.read(seconds: 10) { $0.mode(1049) == true })
    for step in 0..<40 {
      program.resize(columns: UInt16(80 + step), rows: 24)
      usleep(20_000)
    }
    program.signal(SIGTERM)
    usleep(1_500_000)
    #expect(program.waitForEnd(seconds: 1) != nil)
    #expect(program.hasSettingsOfBefore)
  }

  @Test(
    "It starts with a terminal or a locale that this machine does not know",
    arguments: [["TERM": "xterm-nobody"], ["LC_ALL": "vi_VN.TCVN"], ["LC_ALL": "C"], ["TERM": ""]])
  func unknownSurroundings(_ changes: [String: String]) throws {
    let program = try Program.start(changes: changes)
    #expect(program.read(seconds: 10) { $0.mode(1049) == true })
    program.signal(SIGTERM)
    _ = try #require(program.waitForEnd(seconds: 5))
    expectRestored(program)
  }

  @Test("NO_COLOR leaves out colours; without it there are some")
  func noColour() throws {
    for (changes, wanted) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)]
    {
      let program = try Program.start(changes: changes)
      program.read(seconds: 10) { $0.mode(1049) == true }
      program.read(seconds: 0.5) { _ in false }
      #expect(program.text.contains("8;5;") == wanted)
    }
  }

  private func expectRestored(
    _ program: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(program.hasSettingsOfBefore, "settings", sourceLocation: sourceLocation)
    for mode in [1049, 1000, 1002, 1006, 1004, 2004] {
      #expect(program.mode(mode) == false, "mode \(mode)", sourceLocation: sourceLocation)
    }
    #expect(program.mode(25) == true, "the cursor is hidden", sourceLocation: sourceLocation)
  }
}

/// The program under test.
private enum Program {
  struct NotBuilt: Error, CustomStringConvertible {
    let path: String
    var description: String { "no program at \(path); run swift build first" }
  }

  static func start(
    crash: String? = nil, changes: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let path = try path
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("vuonuom-restore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
      // The runtime's own crash reporter is off, so that only our guard is seen at work.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      environment["LD_LIBRARY_PATH"] = library
    }
    environment["VUONUOM_CRASH"] = crash
    environment.merge(changes) { _, new in new }
    let terminal = try PseudoTerminal(path, ["demo"], environment: environment)
    terminal.cleanUp = { try? FileManager.default.removeItem(at: home) }
    return terminal
  }

  /// Beside the test bundle, where the package manager builds every product.
  private static var path: String {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      if let bundle = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) {
        folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
      }
      let path = folder.appendingPathComponent("vuonuom").path
      guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
      return path
    }
  }
}
