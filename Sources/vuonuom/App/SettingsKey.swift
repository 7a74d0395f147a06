import DashboardKit
import Incubation

/// A setting as the file has it.
enum SettingsKey: String, CaseIterable {
  case database, language, theme, typing
  case toneStyle = "tone_style"
  case brackets = "typing_brackets"
  case viKeys = "vi_keys"
  case mouse, motion
  case clipboard = "terminal_clipboard"

  /// What a setting can hold.
  enum Kind {
    /// Any text in quotes.
    case text
    /// One of these words, in quotes.
    case oneOf([String])
    /// true or false.
    case truth
  }

  /// What it can hold.
  var kind: Kind {
    switch self {
    case .database, .theme: .text
    case .language: .oneOf(Language.allCases.map(\.rawValue))
    case .typing: .oneOf(InputMethod.allCases.map(\.rawValue))
    case .toneStyle: .oneOf(ToneStyle.allCases.map(\.rawValue))
    case .brackets, .viKeys, .mouse, .motion, .clipboard: .truth
    }
  }

  /// The values that it can hold, as they are written.
  var valid: String {
    switch kind {
    case .text: "\"…\""
    case .oneOf(let words): words.map { "\"\($0)\"" }.joined(separator: ", ")
    case .truth: "true, false"
    }
  }

  /// The settings that are chosen on the screen, as values of TOML.
  static func values(
    language: Language, theme: String, _ chosen: Preferences
  ) -> [SettingsKey: String] {
    [
      .language: quoted(language.rawValue), .theme: quoted(theme),
      .typing: quoted(chosen.typing.method.rawValue),
      .toneStyle: quoted(chosen.typing.toneStyle.rawValue),
      .brackets: "\(chosen.typing.usesBrackets)", .viKeys: "\(chosen.usesViKeys)",
      .mouse: "\(chosen.usesMouse)", .motion: "\(chosen.hasMotion)",
      .clipboard: "\(chosen.usesTerminalClipboard)",
    ]
  }

  /// Text as a basic string of TOML.
  private static func quoted(_ text: String) -> String {
    let escaped = text.map { letter in
      letter == "\"" || letter == "\\" ? "\\\(letter)" : String(letter)
    }
    return "\"\(escaped.joined())\""
  }
}
