import ArgumentParser
import DashboardKit
import DashboardScreens
import Foundation
import Incubation
import Storage
import TerminalCanvas
import TerminalCurses

/// Options of what is shown on a screen.
struct LookOptions: ParsableArguments {
  @Option(help: "Giao diện / theme: dark, light, terminal, …") var theme: String?
  @Flag(help: "Không dùng chuột / leave the mouse alone") var noMouse = false
  @Flag(help: "Từng dòng chữ, cho trình đọc màn hình / plain lines, for screen readers")
  var plain = false

  var chosen: Look { Look(theme: theme, usesMouse: !noMouse, isPlain: plain) }
}

/// Options of how the program begins.
struct StartOptions: ParsableArguments {
  @Flag(help: "Không mở lại chỗ đang xem lần trước / do not return to where you were")
  var fresh = false
}

/// What is shown on a screen, and how.
struct Look {
  /// Name of the theme; nil for the one in the settings.
  var theme: String?
  var usesMouse = true
  /// Whether plain lines are wanted instead of a screen.
  var isPlain = false
}

/// The program on the screen, from opening the database to giving the terminal back.
struct DashboardRun {
  let options: ResolvedOptions
  let look: Look
  /// Whether the database is one that a later start opens again; false for a demo in a temporary
  /// file. What cannot be opened again is not kept.
  var isKept = true
  /// Whether it begins as if nothing were known of earlier runs.
  var isFresh = false
  /// The tour to begin with; nil for none.
  var tour: UserRole?
  /// How many judges there are in the demo's live round, the user among them; nil for nobody
  /// who works by themself.
  var judges: Int?

  /// Runs until the user leaves; does not return then. `atEnd` is called before the process ends.
  func run(atEnd: @escaping @Sendable () -> Void = {}) throws -> Never {
    if look.isPlain || PlainWish.isInEnvironment {
      try PlainRun(options: options).run(atEnd: atEnd)
    }
    // Before the database is touched: without a terminal nothing else is worth doing.
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw Self.noTerminal }
    if let notice = PlainWish.dumbTerminal {
      try PlainRun(options: options, notice: notice).run(atEnd: atEnd)
    }
    let desk = try options.work(missing: .ask)
    try? Places.makePrivateFolder(Places.state)
    try MainActor.assumeIsolated {
      try show(desk, atEnd: atEnd)
    }
    // Not dispatchMain: that would serve the main queue on other threads, where an overflow of the
    // stack could not be caught.
    while true { RunLoop.main.run() }
  }

  private static let noTerminal = Failure(
    .usage,
    vi: "Cần một cửa sổ dòng lệnh (terminal) để mở màn hình; các lệnh con thì không.",
    en: "The screens need a terminal; subcommands do not.")

  @MainActor private func show(_ desk: Desk, atEnd: @escaping @Sendable () -> Void) throws {
    let theme = look.theme ?? options.settings.theme
    let themes = ThemeFiles.load(only: theme).map { [$0] } ?? ThemeFiles.load().themes
    var settings = options.settings
    let missing = settings.theme.flatMap { named in
      look.theme != nil || themes.contains { $0.name == named } ? nil : named
    }
    if let missing { settings.problems.append(SettingsFile.unknownTheme(missing, themes)) }
    if let wanted = look.theme, !themes.contains(where: { $0.name == wanted }) {
      throw ThemeFiles.unknown(wanted, themes)
    }
    let context = try Self.context(desk, size: Size(width: 80, height: 24))
    let session = try openTerminal(usesMouse: look.usesMouse && desk.preferences.usesMouse)
    let pause = WritePause()
    // Before the screen loads anything, so that no change after that is missed.
    let changes = desk.open.database.changes()
    let owner = DraftOwner(database: desk.database, user: desk.session.user.login)
    let place = SessionFile(Places.state, owner: owner)
    let services = services(desk, pause)
    let shell = Shell(
      profile: desk.open.profile, context: context, services: services,
      tabs: Screens.tabs(for: desk.session.user), themes: themes, theme: theme,
      size: session.terminal.size,
      memento: isKept && !isFresh ? place.load() : nil, make: Screens.factory)
    apply(shell.theme, to: session)
    let settingsKeeper = connect(shell, session, settings, missing)
    for words in session.fallbacks.map(FallbackWords.words) {
      shell.announce(Message(.warning, words(options.language)))
    }
    shell.tours = Tours.all
    let keeper = StateKeeper(
      shell: shell,
      drafts: isKept ? DraftFolder(Places.drafts, owner: owner, random: RealWorld.random()) : nil,
      session: isKept ? place : nil, now: desk.session.now)
    let loop = EventLoop(
      shell: shell, session: session, now: desk.session.now, pause: pause,
      finish: { ending in
        keeper.end(ending)
        session.close()
        settingsKeeper.flush()
        desk.close()
        atEnd()
        Self.leave(ending, session)
      })
    loop.start(changes: changes) { await begin(shell, keeper, settingsKeeper, services) }
    Self.running = loop
    #if DEBUG
      ProcessInfo.processInfo.environment["VUONUOM_CRASH"].flatMap(CrashProbe.init)?.arm()
    #endif
  }

  /// What can wait until the first frame is seen.
  @MainActor private func begin(
    _ shell: Shell, _ keeper: StateKeeper, _ settings: SettingsKeeper, _ services: Services
  ) async {
    if let judges {
      let played = SimulatedJudges(services.stores, as: services.session, count: judges)
      Self.panel = played.start()
    }
    // The other themes are not needed until somebody chooses one, nor is what happens to files.
    Self.watch = FilesWatch(shell, settings)
    await keeper.begin(tour: tour)
    if let words = JournalKeeper.words(await services.journals?.leftBehind().count ?? 0) {
      shell.announce(Message(.warning, words(shell.language)))
    }
  }

  private func services(_ desk: Desk, _ pause: WritePause) -> Services {
    let logged = LoggedDatabase(inner: desk.open.database, log: LogFile())
    return JournalKeeper.services(
      desk, over: PausableDatabase(inner: logged, pause: pause), isKept: isKept)
  }

  @MainActor private static func leave(_ ending: EventLoop.Ending, _ session: TerminalSession) {
    switch ending {
    case .left: exit(0)
    case .hangUp: exit(128 + SIGHUP)
    case .signal(let number): session.die(of: number)
    }
  }

  /// The loop lives as long as the program.
  @MainActor private static var running: EventLoop?
  @MainActor private static var watch: FilesWatch?
  /// The judges of the demo who work by themselves.
  @MainActor private static var panel: Task<Void, Never>?

  /// Connects what the user sets with the terminal and the settings file.
  @MainActor private func connect(
    _ shell: Shell, _ session: TerminalSession, _ settings: SettingsFile, _ wanted: String?
  ) -> SettingsKeeper {
    shell.surround {
      $0.settingsFile = Places.settingsFile
      $0.stateFolder = Places.state
      $0.logFile = Places.logFile
      $0.database = options.location.name
    }
    shell.themeShown = { apply($0, to: session) }
    if !look.usesMouse { shell.leaveMouse() }
    shell.mouseShown = { session.setMouse($0) }
    shell.copyWanted = { text in
      switch session.copy(text) {
      case .sent: .sent
      case .sentToTmux: .sentToTmux
      case .tooLong: .tooLong(limit: TerminalSession.mostBytesToCopy)
      case .unsupported(let name): .unsupported(terminal: name)
      }
    }
    if !Self.hasShellAround {
      shell.suspendProblem = Remark(
        vietnamese: "Chương trình không được mở từ dòng lệnh, nên không có chỗ để trở về.",
        english: "The program was not started from a shell, so there is nowhere to return to.")
    }
    let keeper = SettingsKeeper(shell, settings, wanted: wanted)
    shell.settingsChanged = { _, _, _ in keeper.keep() }
    return keeper
  }

  /// Whether a shell with job control started the program: it then has a process group of its own.
  private static var hasShellAround: Bool { getpgrp() != getsid(0) }

  /// What screens know of the world around them.
  static func context(_ desk: Desk, size: Size) throws -> ScreenContext {
    let (pipelines, fields) = try Blocking.run {
      let catalogue = desk.stores.catalogue
      return (try await catalogue.pipelines(), try await catalogue.fieldNames())
    }
    return ScreenContext(
      language: desk.language, today: desk.today, user: desk.session.user, pipelines: pipelines,
      fieldNames: fields, size: size, preferences: desk.preferences)
  }

  @MainActor private func openTerminal(usesMouse: Bool) throws -> TerminalSession {
    var terminal = TerminalOptions(
      environment: ProcessInfo.processInfo.environment, logPath: Places.logFile,
      crashMessage:
        "Vườn Ươm gặp lỗi và đã dừng; dữ liệu đã lưu vẫn còn. Nhật ký: \(Places.logFile)\n"
        + "Vườn Ươm failed and has stopped; what was saved is kept. Log: \(Places.logFile)")
    terminal.usesMouse = usesMouse
    do {
      return try TerminalSession.open(terminal)
    } catch {
      throw FallbackWords.failure(error)
    }
  }

  @MainActor private func apply(_ theme: Theme, to session: TerminalSession) {
    session.terminal.setPalette(theme.palette)
  }
}

extension Theme {
  /// The theme as the terminal sees it.
  var palette: Palette {
    Palette { style, depth in
      let colours = self.colours(for: style, depth: Self.depth(depth))
      var attributes: TextAttributes = []
      if colours.isBold { attributes.insert(.bold) }
      if colours.isUnderlined { attributes.insert(.underline) }
      if colours.isReversed { attributes.insert(.reverse) }
      return TerminalColours(
        foreground: Self.value(colours.fg), background: Self.value(colours.bg),
        attributes: attributes)
    }
  }

  private static func depth(_ depth: TerminalCurses.ColourDepth) -> DashboardKit.ColourDepth {
    switch depth {
    case .monochrome: .mono
    case .eight, .sixteen: .ansi16
    case .indexed: .indexed256
    case .direct: .direct
    }
  }

  private static func value(_ colour: ThemeColour) -> ColourValue {
    switch colour {
    case .default: .default
    case .ansi(let number): .ansi(number)
    case .rgb(let red, let green, let blue): .rgb(red, green, blue)
    }
  }
}
