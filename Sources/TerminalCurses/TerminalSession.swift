import CNCurses
import Dispatch
public import TerminalCanvas

/// The terminal while the program has it: opens it, reads it, gives it back.
///
/// However the program ends, the terminal is given back as it was; see `guard.h`. Input arrives on
/// the main queue, so the main thread must serve that queue (`dispatchMain` or `RunLoop.main`).
@MainActor
public final class TerminalSession {
  /// Where the canvases go.
  public let terminal: CursesTerminal
  /// What had to stand in for what was asked; empty as a rule.
  public let fallbacks: [TerminalFallback]

  private var options: TerminalOptions
  var environment: [String: String] { options.environment }
  private var decoder: InputDecoder
  private var handlers: Handlers?
  private var sources: [any DispatchSourceProtocol] = []
  private var timer: (any DispatchSourceTimer)?
  private var buffer = [UInt8](repeating: 0, count: 16 * 1024)
  private var isOpen = true
  /// Whether the program has gone on after it was stopped, and the signal of that is still to come.
  private var isBack = false

  private struct Handlers {
    let onEvents: @MainActor ([InputEvent]) -> Void
    let onHangUp: @MainActor () -> Void
    let onStop: @MainActor (Int32) -> Void
    let onSuspend: @MainActor () -> Void
  }

  /// Opens the screen.
  ///
  /// - Throws: `TerminalFailure`; nothing has been changed then.
  public static func open(_ options: TerminalOptions) throws(TerminalFailure) -> TerminalSession {
    let name = options.environment["TERM"] ?? ""
    // ncurses would "open" it and then write a screen that nobody can read.
    if name == "dumb" { throw .incapable(name) }
    guard_set_message(options.crashMessage)
    switch Int(guard_install(options.logPath)) {
    case GUARD_OK: break
    case GUARD_NO_TERMINAL: throw .notATerminal
    default: throw .noResources
    }
    var report = screen_report()
    let result = Int(screen_open(&report))
    guard result == SCREEN_OK else {
      guard_remove()
      throw result == SCREEN_INCAPABLE ? .incapable(name) : .noDescription(name)
    }
    return TerminalSession(options, report)
  }

  private init(_ options: TerminalOptions, _ report: screen_report) {
    self.options = options
    let depth = ColourDepth(
      colourCount: Int(screen_colour_count()), isDirect: screen_has_direct_colour() != 0,
      wantsNone: options.wantsNoColours ?? ColourDepth.wantsNone(options.environment))
    terminal = CursesTerminal(
      colourDepth: depth,
      glyphs: GlyphSet(
        isUTF8: report.locale != 2, terminal: options.environment["TERM"] ?? ""),
      palette: options.palette)
    decoder = InputDecoder(escapeDelay: options.escapeDelay, described: DescribedKeys.all())
    var fallbacks: [TerminalFallback] = []
    if report.terminal > 0 {
      let used = ["", "xterm-256color", "xterm", "vt100"][Int(report.terminal)]
      fallbacks.append(.terminal(named: options.environment["TERM"] ?? "", used: used))
    }
    if report.locale > 0 { fallbacks.append(report.locale == 1 ? .locale : .asciiOnly) }
    self.fallbacks = fallbacks
    enterModes()
  }

  /// Begins to read. All input that is there is handed over in one call, with the sizes of the
  /// screen among it. `onHangUp` says that the terminal is gone; `onStop` that the program has
  /// been asked to end by this signal (SIGTERM, SIGINT), for which it has 700 ms: it closes the
  /// session and calls `die(of:)`. `onSuspend` says that it has been asked to stop for a while
  /// (SIGTSTP): it calls `suspend()` as soon as it holds nothing that others wait for.
  public func start(
    onEvents: @escaping @MainActor ([InputEvent]) -> Void,
    onHangUp: @escaping @MainActor () -> Void,
    onStop: @escaping @MainActor (Int32) -> Void,
    onSuspend: @escaping @MainActor () -> Void
  ) {
    handlers = Handlers(
      onEvents: onEvents, onHangUp: onHangUp, onStop: onStop, onSuspend: onSuspend)
    watch(0) { $0.readInput() }
    watch(guard_events()) { $0.readSignals() }
  }

  /// Gives the terminal back. Does nothing when that is done already.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    stopReading()
    leaveModes()
    terminal.isOpen = false
    screen_close()
    guard_remove()
  }

  /// Ends the process by this signal, after the session has been closed, so that whoever started
  /// the program sees why it ended.
  public func die(of signal: Int32) {
    close()
    guard_die(signal)
  }

  /// Gives the terminal back and stops the program, as Ctrl+Z does elsewhere. When the shell lets
  /// it go on, the screen is opened again and a `.resize` asks for a frame.
  public func suspend() {
    guard isOpen else { return }
    leaveModes()
    screen_suspend()
    guard_stop()
    // At once, before anything is drawn; the signal that comes with it has nothing left to do.
    isBack = true
    resume()
  }

  private func resume() {
    screen_resume()
    enterModes()
    // The terminal may have moved its lines by itself, so nothing on it can be relied on.
    terminal.invalidate()
    handlers?.onEvents([.resize(terminal.size)])
  }

  /// Turns the mouse on or off; off lets the user select text with it.
  public func setMouse(_ isOn: Bool) {
    options.usesMouse = isOn
    terminal.send(isOn ? Self.mouseOn : Self.mouseOff)
  }

  /// Reads all that has been typed, without waiting. Nil when the terminal is gone.
  ///
  /// `start` does this by itself; a loop of another kind calls it when file descriptor 0 is
  /// readable and when the deadline of `inputDeadline` has come.
  public func readAvailable() -> [InputEvent]? {
    var bytes: [UInt8] = []
    while bytes.count < Self.mostBytesAtOnce {
      let count = screen_read(&buffer, Int32(buffer.count))
      if count < 0 && bytes.isEmpty { return nil }
      if count <= 0 { break }
      bytes += buffer[..<Int(count)]
    }
    let now = Self.milliseconds
    return bytes.isEmpty ? decoder.expire(at: now) : decoder.feed(bytes, at: now)
  }

  /// When `readAvailable` is to be called even if nothing is typed, in milliseconds of the
  /// monotonic clock; nil while nothing waits.
  public var inputDeadline: Int64? { decoder.deadline }
}

// MARK: Reading

extension TerminalSession {
  private static let mostBytesAtOnce = 4 << 20

  private static var milliseconds: Int64 {
    Int64(DispatchTime.now().uptimeNanoseconds / 1_000_000)
  }

  private func watch(
    _ descriptor: Int32, _ handler: @escaping @MainActor (TerminalSession) -> Void
  ) {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { if let self, self.isOpen { handler(self) } }
    }
    source.activate()
    sources.append(source)
  }

  private func stopReading() {
    for source in sources { source.cancel() }
    sources = []
    timer?.cancel()
    timer = nil
  }

  private func readInput() {
    guard let events = readAvailable() else {
      stopReading()
      handlers?.onHangUp()
      return
    }
    for event in events { noteModes(event) }
    scheduleDeadline()
    if !events.isEmpty { handlers?.onEvents(events) }
  }

  private func scheduleDeadline() {
    timer?.cancel()
    timer = nil
    guard let deadline = decoder.deadline else { return }
    let source = DispatchSource.makeTimerSource(queue: .main)
    let wait = max(1, deadline - Self.milliseconds)
    source.schedule(deadline: .now() + .milliseconds(Int(wait)), leeway: .milliseconds(1))
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { if let self, self.isOpen { self.readInput() } }
    }
    source.activate()
    timer = source
  }

  private func readSignals() {
    var isResized = false
    while isOpen, case let signal = guard_next_event(), signal != 0 {
      switch TerminalSignal(signal) {
      case .resize: isResized = true
      case .suspend: handlers?.onSuspend()
      case .resume:
        if !isBack { resume() }
        isBack = false
      case .hangUp:
        stopReading()
        handlers?.onHangUp()
        return
      case .stop:
        handlers?.onStop(signal)
        return
      }
    }
    guard isOpen, isResized else { return }
    terminal.invalidate()
    handlers?.onEvents([.resize(terminal.size)])
  }
}

// MARK: Modes of the terminal

extension TerminalSession {
  /// Presses, drags, in SGR form: right at every column, in and out of tmux.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1006l"

  private func enterModes() {
    if options.usesMouse { terminal.send(Self.mouseOn) }
    terminal.send("\u{1B}[?2004h\u{1B}[?1004h")
    if options.mayAskForSynchronisedOutput { terminal.send("\u{1B}[?2026$p") }
  }

  private func leaveModes() {
    terminal.send("\u{1B}[?1004l\u{1B}[?2004l" + Self.mouseOff)
  }

  private func noteModes(_ event: InputEvent) {
    // An answer to a question that was never asked is somebody else's.
    guard options.mayAskForSynchronisedOutput, case .modeReport(mode: 2026, let state) = event
    else { return }
    terminal.isSynchronised = state == 1 || state == 2
  }
}
