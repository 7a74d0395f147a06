/// Why the screen could not be opened.
public enum TerminalFailure: Error, Hashable, Sendable {
  /// Standard input or output is no terminal: a pipe, a file, a job of cron.
  case notATerminal
  /// A terminal that cannot place its cursor, such as TERM=dumb; its name.
  case incapable(String)
  /// No description of any terminal was found, not even of xterm; what TERM said.
  case noDescription(String)
  /// No file descriptor or timer was to be had.
  case noResources
}

/// What the terminal had to settle for; worth one notice to the user.
public enum TerminalFallback: Hashable, Sendable {
  /// The machine does not know the terminal that TERM names, and `used` stands in for it.
  case terminal(named: String, used: String)
  /// The locale of the environment has no UTF-8 or does not exist here; C.UTF-8 is used.
  case locale
  /// No locale with UTF-8 exists here: letters are shown without their marks.
  case asciiOnly
}
