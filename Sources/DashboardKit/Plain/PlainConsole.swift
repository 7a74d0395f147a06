/// What came in at a prompt of the plain mode.
public enum PlainInput: Hashable, Sendable {
  /// A line, without its end. Nothing is known about what it holds.
  case line(String)
  /// A line that is not UTF-8, or longer than any answer can be. Nothing of it is used.
  case unreadable
  /// There is nothing more to come.
  case end
}

/// Where a conversation takes place: standard input and output, or the script of a test.
public protocol PlainConsole: Sendable {
  /// Shows a line that has been made safe, without its end.
  func say(_ line: String) async
  /// Shows a prompt and waits for a line.
  func ask(_ prompt: String) async -> PlainInput
}

/// Why a conversation does not go on where it is.
public enum PlainStop: Error, Hashable, Sendable {
  /// The person wants to go back one step.
  case back
  /// The person wants to leave the program.
  case leave
  /// The input has ended.
  case end
}
