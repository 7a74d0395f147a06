public import Incubation

/// What a screen may know of the program it runs in: the themes there are, and where files lie.
public struct Surroundings: Hashable, Sendable {
  /// A theme that can be chosen.
  public struct ThemeChoice: Hashable, Sendable {
    /// Its name, as the settings file has it.
    public var name: String
    /// What it is called.
    public var title: Remark

    /// A theme.
    public init(name: String, title: Remark) {
      self.name = name
      self.title = title
    }
  }

  /// The themes, in the order in which they are offered.
  public var themes: [ThemeChoice] = []
  /// The name of the one in use.
  public var theme = ""
  /// The file that keeps the settings; empty where there is none, as in tests.
  public var settingsFile = ""
  /// The folder of what the program remembers by itself.
  public var stateFolder = ""
  /// The log.
  public var logFile = ""
  /// The database: a file, or a server without its password.
  public var database = ""
  /// What in the settings file was not understood; empty for nothing.
  public var settingsProblems: [Remark] = []

  /// Nothing is known.
  public init() {}
}

/// A sentence in both languages.
public struct Remark: Hashable, Sendable {
  /// In Vietnamese.
  public var vietnamese: String
  /// In English.
  public var english: String

  /// A sentence.
  public init(vietnamese: String, english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The sentence in a language.
  public func callAsFunction(_ language: Language) -> String {
    language.say(vietnamese, english)
  }
}

/// What a screen can ask to be changed of the user's settings. Each is shown at once, and kept.
public enum SettingsChange: Equatable, Sendable {
  /// Show the program in this language.
  case language(Language)
  /// Use the theme of this name.
  case theme(String)
  /// Let the user choose a theme by looking at it.
  case chooseTheme
  /// Work at the screen like this.
  case preferences(Preferences)
}
