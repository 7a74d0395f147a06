import DashboardKit
import DashboardScreens
import Dispatch
import Foundation
import Incubation
import Storage
import TerminalCanvas

/// The program in plain lines over standard input and output, for people who work with a screen
/// reader and for terminals that cannot place a cursor. Nothing of ncurses is opened.
struct PlainRun {
  let options: ResolvedOptions
  /// What is said before everything else; nil for nothing.
  var notice: Words?

  /// Talks until the person leaves or the input ends; does not return then. `atEnd` is called
  /// before the process ends, also when a signal ends it.
  func run(atEnd: @escaping @Sendable () -> Void = {}) throws -> Never {
    let desk = try options.work(missing: .ask)
    let signals = Self.guardSignals(atEnd)
    let console = LineConsole()
    let world = PlainWorld(
      profile: desk.open.profile, databaseName: options.location.name,
      services: JournalKeeper.services(
        desk, over: LoggedDatabase(inner: desk.open.database, log: LogFile())),
      context: try DashboardRun.context(desk, size: Size(width: 80, height: 24)),
      keep: Self.keep)
    let session = PlainCatalog<LocalFiles>.session
    let notice = notice.map { $0(options.language) }
    try Blocking.run {
      if let notice { await console.say(notice) }
      await session.run(PlainTalk(console, world))
    }
    for signal in signals { signal.cancel() }
    desk.close()
    atEnd()
    exit(Output.failure?.code.rawValue ?? 0)
  }

  /// Writes what the user chose, where it differs from what the file says. Returns why it cannot.
  @Sendable private static func keep(
    _ language: Language, _ preferences: Preferences
  ) -> String? {
    let file = SettingsFile.load()
    let theme = file.theme ?? Theme.fallback.name
    let kept = SettingsKey.values(
      language: file.language ?? .vietnamese, theme: theme, file.preferences)
    let chosen = SettingsKey.values(language: language, theme: theme, preferences)
    do {
      try SettingsFile.write(chosen.filter { kept[$0.key] != $0.value })
      return nil
    } catch {
      let failure = error as? Failure ?? Failure(.cannotCreate, vi: "\(error)", en: "\(error)")
      return language.say("Chưa lưu cài đặt. ", "The settings are not kept. ")
        + failure.words(language)
    }
  }

  /// Signals end the program as they would without this, after what has to be done at the end.
  private static func guardSignals(
    _ atEnd: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        atEnd()
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.activate()
      return source
    }
  }
}

/// Whether the plain mode is wanted, and why.
enum PlainWish {
  /// Whether the environment asks for it: ACCESSIBLE is set and not empty.
  static var isInEnvironment: Bool {
    !(ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? "").isEmpty
  }

  /// What is said when the terminal leaves no other way; nil when it can show screens.
  static var dumbTerminal: Words? {
    guard ProcessInfo.processInfo.environment["TERM"] == "dumb" else { return nil }
    return Words(
      vietnamese: "Terminal này (TERM=dumb) không vẽ được màn hình nên chương trình chạy ở chế độ "
        + "dòng lệnh đơn giản.",
      english: "This terminal (TERM=dumb) cannot show screens, so the program runs in plain lines.")
  }
}

/// Standard input and output as a conversation. Lines are read as bytes, so that what is not UTF-8
/// is noticed, and nothing of the terminal's own line editing is touched.
actor LineConsole: PlainConsole {
  private let reader = LineReader(STDIN_FILENO)
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private let queue = DispatchQueue(label: "plain.input")

  func say(_ line: String) { Output.line(line) }

  /// A prompt stays on the line of the answer where a person types; where a program does, each
  /// prompt is a line.
  func ask(_ prompt: String) async -> PlainInput {
    if isTerminal { Output.prompt(prompt + " ") } else { Output.line(prompt) }
    let reader = reader
    let queue = queue
    return await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: reader.next()) }
    }
  }
}
