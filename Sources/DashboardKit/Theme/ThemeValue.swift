/// A value of a theme file, whatever library parsed it.
public indirect enum ThemeValue: Hashable, Sendable {
  /// Text.
  case string(String)
  /// A table.
  case table([String: ThemeValue])
  /// Anything else, as the file writes it; a theme holds none, so it becomes a warning.
  case other(String)

  /// The table; nil when the value is none.
  public var table: [String: ThemeValue]? {
    if case .table(let entries) = self { entries } else { nil }
  }

  /// The text; nil when the value is none.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

/// Something in a theme that was passed over.
public struct ThemeWarning: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// No theme knows such a key.
    case unknownKey
    /// The value is no colour, no name of the palette, no weight.
    case badValue(String)
    /// The theme that it inherits from does not exist.
    case unknownParent(String)
    /// It inherits from itself, by this way.
    case cycle([String])
    /// A role or surface is described nowhere; the built-in theme's is used.
    case missing
  }

  /// Name of the theme.
  public var theme: String
  /// Where in the file: "roles.danger.fg".
  public var key: String
  /// What is wrong.
  public var problem: Problem

  /// A warning.
  public init(theme: String, key: String, problem: Problem) {
    self.theme = theme
    self.key = key
    self.problem = problem
  }
}
