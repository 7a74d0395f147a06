import DashboardKit
import Incubation

/// A line of the settings.
enum SettingsItem: String, CaseIterable, Sendable {
  case language, theme
  case typing, toneStyle, brackets
  case viKeys, mouse, motion, clipboard
  case settingsFile, stateFolder, logFile, database

  /// The items in their groups, as they stand on the page.
  static let groups: [[SettingsItem]] = [
    [.language, .theme], [.typing, .toneStyle, .brackets],
    [.viKeys, .mouse, .motion, .clipboard], [.settingsFile, .stateFolder, .logFile, .database],
  ]

  /// Whether it only tells where something is.
  var isPlace: Bool {
    switch self {
    case .settingsFile, .stateFolder, .logFile, .database: true
    default: false
    }
  }
}

/// What the page of settings knows; the settings themselves are in the context.
struct SettingsState: Equatable, Sendable {
  /// The line in focus.
  var focus = SettingsItem.language
}

/// What can happen to it.
enum SettingsAction: Equatable, Sendable {
  case move(Int)
  case focus(SettingsItem)
  /// Takes the next choice of the line in focus, or the one before.
  case step(Int)
  /// Does what Enter means on the line in focus.
  case change
  /// Takes a choice, by its place.
  case pick(SettingsItem, Int)
}

/// There is nothing to wait for: the shell changes and keeps settings.
enum SettingsEffect: ScreenEffect {
  var cancellationKey: String? { nil }
}

/// The choices of an item: their names, which one holds, and what each of them changes.
struct SettingsChoices {
  /// What the choices are called.
  var titles: [String] = []
  /// The place of the one that holds; nil when none of them does.
  var current: Int?
  /// What each of them changes.
  var changes: [SettingsChange] = []

  /// None for what only tells a place.
  init(_ item: SettingsItem, _ text: SettingsText, _ context: ScreenContext) {
    let now = context.preferences
    switch item {
    case .language:
      add(Language.allCases, now: context.language, { text.name($0) }) { .language($0) }
    case .theme:
      let themes = context.surroundings.themes
      let used = themes.first { $0.name == context.surroundings.theme }
      add(themes, now: used, { $0.title(text.language) }) { .theme($0.name) }
    case .typing:
      add(InputMethod.allCases, now: now.typing.method, { $0.label(text.language).string }) {
        var chosen = now
        chosen.typing.choose($0)
        return .preferences(chosen)
      }
    case .toneStyle: add(ToneStyle.allCases, \.typing.toneStyle, now) { text.short($0) }
    case .brackets: addSwitch(\.typing.usesBrackets, now, text)
    case .viKeys: addSwitch(\.usesViKeys, now, text)
    case .mouse: addSwitch(\.usesMouse, now, text)
    case .motion: addSwitch(\.hasMotion, now, text)
    case .clipboard: addSwitch(\.usesTerminalClipboard, now, text)
    case .settingsFile, .stateFolder, .logFile, .database: break
    }
  }

  private mutating func add<Value: Equatable>(
    _ values: [Value], now: Value?, _ title: (Value) -> String,
    _ change: (Value) -> SettingsChange
  ) {
    titles = values.map(title)
    current = values.firstIndex { $0 == now }
    changes = values.map(change)
  }

  private mutating func add<Value: Equatable>(
    _ values: [Value], _ path: WritableKeyPath<Preferences, Value>, _ now: Preferences,
    _ title: (Value) -> String
  ) {
    add(values, now: now[keyPath: path], title) {
      var chosen = now
      chosen[keyPath: path] = $0
      return .preferences(chosen)
    }
  }

  private mutating func addSwitch(
    _ path: WritableKeyPath<Preferences, Bool>, _ now: Preferences, _ text: SettingsText
  ) {
    add([false, true], path, now) { text.name($0) }
  }
}
