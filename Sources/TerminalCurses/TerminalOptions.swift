import Glibc

/// How the terminal is to be opened.
public struct TerminalOptions: Sendable {
  /// The environment: TERM, NO_COLOR, SSH_CONNECTION and TMUX are looked at.
  public var environment: [String: String]
  /// The file that takes what is written to standard output and error while the screen is open;
  /// nil lets it vanish.
  public var logPath: String?
  /// What is said on the main screen after a crash, in all languages, with the path of the log:
  /// nothing can be composed then. At most 2,000 bytes.
  public var crashMessage: String
  /// The first palette.
  public var palette: Palette
  /// Whether the mouse is asked for.
  public var usesMouse = true
  /// Whether colours are unwanted; nil leaves it to NO_COLOR.
  public var wantsNoColours: Bool?
  /// Whether frames may be shown at once where the terminal can.
  public var usesSynchronisedOutput = true
  /// Milliseconds after which a lone Esc counts as the key.
  public var escapeDelay: Int64

  /// Options for an environment. Esc waits 100 ms over ssh, where an arrow key may arrive in
  /// pieces, and 25 ms otherwise.
  public init(
    environment: [String: String], logPath: String?, crashMessage: String,
    palette: Palette = .plain
  ) {
    self.environment = environment
    self.logPath = logPath
    self.crashMessage = crashMessage
    self.palette = palette
    escapeDelay = environment["SSH_CONNECTION"] == nil ? 25 : 100
  }

  /// Terminals that are known to take the question in silence when they do not understand it.
  /// Inside tmux the answer is about tmux and not about the terminal around it.
  var mayAskForSynchronisedOutput: Bool {
    guard usesSynchronisedOutput, environment["TMUX"] == nil else { return false }
    let name = environment["TERM"] ?? ""
    return ["xterm", "foot", "alacritty", "wezterm", "ghostty", "kitty"].contains {
      name.hasPrefix($0)
    }
  }
}

/// What a noted signal means.
enum TerminalSignal: Equatable {
  case resize, suspend, resume, hangUp, stop

  init(_ number: Int32) {
    switch number {
    case SIGWINCH: self = .resize
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .resume
    case SIGHUP: self = .hangUp
    default: self = .stop
    }
  }
}
