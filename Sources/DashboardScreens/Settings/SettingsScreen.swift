import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What the user has set: language, theme, typing, keys, mouse. A choice counts at once, and is
/// kept in the file that can also be edited by hand.
enum SettingsScreen: Screen {
  typealias State = SettingsState
  typealias Action = SettingsAction
  typealias Effect = SettingsEffect
  typealias Text = SettingsText

  static let id = ScreenID.settings

  static func text(in language: Language) -> SettingsText { SettingsText(language: language) }

  static func title(_ text: SettingsText) -> String { text.title }

  static func start(_ destination: Destination, _ context: ScreenContext)
    -> (SettingsState, [Outcome<SettingsEffect>])
  {
    (SettingsState(), [])
  }

  static func reaction(to topics: Set<ChangeTopic>) -> SettingsAction? { nil }

  static func commands(
    _ state: SettingsState, _ text: SettingsText, _ context: ScreenContext
  ) -> [Command<SettingsAction>] {
    func command(
      _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ footer: Int,
      _ action: SettingsAction
    ) -> Command<SettingsAction> {
      Command(
        id, keys: keys, title: words.title, help: words.help, menu: .record, footer: footer,
        permission: nil, disabledReason: state.focus.isPlace ? text.onlyToSee : nil,
        action: action)
    }
    return [
      command(
        "settings.change", [KeyStroke(.enter), KeyStroke(.character(" "))], text.change, 1,
        .change),
      command("settings.next", [KeyStroke(.right)], text.next, 2, .step(1)),
      command("settings.previous", [KeyStroke(.left)], text.previous, 3, .step(-1)),
    ]
  }

  static func action(
    for event: InputEvent, _ state: SettingsState, _ context: ScreenContext
  ) -> SettingsAction? {
    let last = SettingsItem.allCases.count
    if case .mouse(let mouse) = event {
      return mouse.kind == .wheelUp ? .move(-1) : mouse.kind == .wheelDown ? .move(1) : nil
    }
    guard case .key(let stroke) = event else { return nil }
    switch stroke {
    case KeyStroke(.up), KeyStroke(.tab, .shift): return .move(-1)
    case KeyStroke(.down), KeyStroke(.tab): return .move(1)
    case KeyStroke(.pageUp), KeyStroke(.home): return .move(-last)
    case KeyStroke(.pageDown), KeyStroke(.end): return .move(last)
    default: return nil
    }
  }

  static func update(
    _ state: inout SettingsState, _ action: SettingsAction, _ context: ScreenContext
  ) -> [Outcome<SettingsEffect>] {
    let all = SettingsItem.allCases
    switch action {
    case .move(let by):
      let place = (all.firstIndex(of: state.focus) ?? 0) + by
      state.focus = all[min(max(0, place), all.count - 1)]
    case .focus(let item): state.focus = item
    case .change:
      if state.focus == .theme { return [.shell(.change(.chooseTheme))] }
      return step(state.focus, by: 1, context)
    case .step(let by): return step(state.focus, by: by, context)
    case .pick(let item, let place):
      state.focus = item
      let changes = choices(item, context).changes
      return changes.indices.contains(place) ? [.shell(.change(changes[place]))] : []
    }
    return []
  }

  private static func step(
    _ item: SettingsItem, by step: Int, _ context: ScreenContext
  ) -> [Outcome<SettingsEffect>] {
    let choices = choices(item, context)
    let count = choices.changes.count
    guard count > 0 else { return [] }
    let place = choices.current.map { ($0 + step + count) % count } ?? 0
    return [.shell(.change(choices.changes[place]))]
  }

  private static func choices(_ item: SettingsItem, _ context: ScreenContext) -> SettingsChoices {
    SettingsChoices(item, SettingsText(language: context.language), context)
  }

  static func copies(
    _ state: SettingsState, _ text: SettingsText, _ context: ScreenContext
  ) -> [CopyText] {
    func line(_ item: SettingsItem) -> String {
      text.label(item) + ": " + value(item, text, context)
    }
    let focus = state.focus.isPlace ? value(state.focus, text, context) : line(state.focus)
    return [
      CopyText(text.label(state.focus), lines: [focus]),
      CopyText(text.title, lines: SettingsItem.allCases.map(line)),
    ]
  }

  /// What holds, in words.
  static func value(
    _ item: SettingsItem, _ text: SettingsText, _ context: ScreenContext
  ) -> String {
    let known = context.surroundings
    switch item {
    case .settingsFile: return known.settingsFile
    case .stateFolder: return known.stateFolder
    case .logFile: return known.logFile
    case .database: return known.database
    default:
      let choices = SettingsChoices(item, text, context)
      return choices.current.map { choices.titles[$0] } ?? ""
    }
  }

  static func draw(
    _ state: SettingsState, in area: Rectangle, on frame: inout Frame<SettingsAction>,
    _ text: SettingsText, _ context: ScreenContext
  ) {
    SettingsDrawing(state: state, area: area, text: text, context: context).draw(on: &frame)
  }

  static func perform(
    _ effect: SettingsEffect, _ services: Services,
    send: @escaping @Sendable (SettingsAction) -> Void
  ) async -> SettingsAction? {}
}
