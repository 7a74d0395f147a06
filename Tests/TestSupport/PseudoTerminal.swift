public import Glibc

/// A program that runs in a terminal of its own, as a person would run it: started in a new
/// session on a pseudo-terminal, typed at, looked at, and waited for.
///
/// The terminal stays open after the program has ended, so that a test can compare what state it
/// was left in.
public final class PseudoTerminal {
  /// What could not be done, with the error number of the system.
  public struct Failure: Error {
    /// The call that failed.
    public let call: String
    /// Its `errno`.
    public let number: Int32
  }

  /// How a program ended.
  public enum Ending: Equatable {
    /// By itself, with this status.
    case exited(Int32)
    /// Killed by this signal.
    case signalled(Int32)
  }

  /// The process that was started.
  public let process: pid_t
  /// All bytes that the program has written so far, as far as they have been read.
  public private(set) var output: [UInt8] = []

  /// What is to be done when the terminal is no longer needed, such as removing a folder.
  public var cleanUp: (() -> Void)?

  private var controller: Int32
  private let terminal: Int32
  private let before: termios
  private var ending: Ending?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: what follows its name.
  ///   - environment: its whole environment.
  ///   - columns, rows: the size of the terminal.
  /// - Throws: `Failure` when the system gives no terminal or does not start the program.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String],
    columns: UInt16 = 80, rows: UInt16 = 24
  ) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard controller >= 0 else { throw Failure(call: "open /dev/ptmx", number: errno) }
    let name = try Self.unlock(controller)
    terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw Failure(call: "open \(name)", number: errno) }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    var settings = termios()
    tcgetattr(terminal, &settings)
    before = settings
    process = try Self.spawn(path, arguments, environment, on: name)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if controller >= 0 { close(controller) }
    close(terminal)
    cleanUp?()
  }

  /// What has been written, as text; bytes that are not UTF-8 become replacement characters.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Types.
  public func write(_ text: String) { write(Array(text.utf8)) }

  /// Types bytes, taking in meanwhile what the program writes, as a terminal does: a program that
  /// is not read does not read. Gives up when nothing is taken for five seconds.
  public func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    var deadline = Self.now + 5
    while !rest.isEmpty, controller >= 0, Self.now < deadline {
      var ready = pollfd(fd: controller, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, 100) > 0 else { continue }
      guard ready.revents & Int16(POLLOUT) != 0 else {
        drain()
        continue
      }
      let written = rest.withUnsafeBytes { Glibc.write(controller, $0.baseAddress, $0.count) }
      guard written > 0 else {
        drain()
        usleep(1_000)
        continue
      }
      deadline = Self.now + 5
      rest = rest.dropFirst(written)
    }
  }

  /// Gives the terminal another size; the program is told by SIGWINCH.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Takes the terminal away, as a lost connection does. Nothing can be read any more.
  public func hangUp() {
    close(controller)
    controller = -1
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Reads until the condition holds or the time is over. Says whether it holds.
  @discardableResult
  public func read(seconds: Double, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let end = Self.now + seconds
    while true {
      drain()
      if condition(self) { return true }
      let left = end - Self.now
      guard left > 0 else { return false }
      var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, Int32(min(left * 1000, 20).rounded(.up)))
    }
  }

  /// Reads until this text has been written after what had been read before.
  @discardableResult
  public func read(seconds: Double, untilText wanted: String) -> Bool {
    let start = output.count
    let bytes = Array(wanted.utf8)
    return read(seconds: seconds) { Self.contains($0.output[start...], bytes) }
  }

  /// Waits for the end of the program, reading what it writes. Nil when it did not end in time.
  public func waitForEnd(seconds: Double) -> Ending? {
    read(seconds: seconds) { $0.hasEnded }
    drain()
    return ending
  }

  /// Whether the settings of the terminal are as they were before the program was started.
  public var hasSettingsOfBefore: Bool {
    var now = termios()
    tcgetattr(terminal, &now)
    var then = before
    // The kernel's own bookkeeping field is not part of the settings.
    return withUnsafeBytes(of: &now) { one in
      withUnsafeBytes(of: &then) { other in one.elementsEqual(other) }
    }
  }

  /// The state of a private mode after all that was written: true when it was last switched on,
  /// false when last switched off, nil when it was never mentioned.
  public func mode(_ number: Int) -> Bool? {
    let on = Self.lastIndex(in: output, of: Array("\u{1B}[?\(number)h".utf8))
    let off = Self.lastIndex(in: output, of: Array("\u{1B}[?\(number)l".utf8))
    guard on != nil || off != nil else { return nil }
    return (on ?? -1) > (off ?? -1)
  }

  /// What was written after the alternate screen had been left for the last time: what a person
  /// sees below the prompt. Nil when it was never left.
  public var textOnMainScreen: String? {
    let leave = Array("\u{1B}[?1049l".utf8)
    return Self.lastIndex(in: output, of: leave).map {
      String(decoding: output[($0 + leave.count)...], as: UTF8.self)
    }
  }

  private var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    return true
  }

  private func drain() {
    guard controller >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 else { return }
      let count = Glibc.read(controller, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer[..<count]
    }
  }
}

extension PseudoTerminal {
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// TIOCSPTLCK and TIOCGPTN, which Swift does not import.
  private static func unlock(_ controller: Int32) throws -> String {
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(controller, 0x4004_5431, &lock) == 0,
      ioctl(controller, 0x8004_5430, &number) == 0
    else { throw Failure(call: "unlock the pseudo-terminal", number: errno) }
    return "/dev/pts/\(number)"
  }

  /// POSIX_SPAWN_SETSID, which glibc declares for programs in C only.
  private static let newSession: Int16 = 0x80

  /// A new session has no terminal, so the first one that its leader opens becomes its own.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], on terminal: String
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes,
      newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var process: pid_t = 0
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let result = withStrings([path] + arguments) { argv in
      withStrings(variables) { envp in
        posix_spawn(&process, path, &actions, &attributes, argv, envp)
      }
    }
    guard result == 0 else { throw Failure(call: "start \(path)", number: result) }
    return process
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    lastIndex(in: Array(bytes), of: wanted) != nil
  }

  private static func lastIndex(in bytes: [UInt8], of wanted: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return stride(from: bytes.count - wanted.count, through: 0, by: -1).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
