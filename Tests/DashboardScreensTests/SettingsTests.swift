import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit
@testable import DashboardScreens

@Suite struct SettingsTests {
  static func context(_ size: Size, _ language: Language = .vietnamese) -> ScreenContext {
    var context = Fixtures.context(size, language)
    context.surroundings.themes = [
      Surroundings.ThemeChoice(
        name: "dark", title: Remark(vietnamese: "Vườn đêm (tối)", english: "Night (dark)")),
      Surroundings.ThemeChoice(
        name: "light", title: Remark(vietnamese: "Vườn sáng (sáng)", english: "Morning (light)")),
      Surroundings.ThemeChoice(
        name: "mono", title: Remark(vietnamese: "Không màu", english: "No colours")),
    ]
    context.surroundings.theme = "dark"
    context.surroundings.settingsFile = "/home/lan/.config/vuonuom/settings.toml"
    context.surroundings.stateFolder = "/home/lan/.local/state/vuonuom"
    context.surroundings.logFile = "/home/lan/.local/state/vuonuom/vuonuom.log"
    context.surroundings.database = "/home/lan/.local/share/vuonuom/vuonuom.db"
    return context
  }

  private let context = context(Size(width: 80, height: 24))

  private func press(
    _ event: InputEvent, _ state: inout SettingsState
  ) -> [Outcome<SettingsEffect>] {
    if let action = SettingsScreen.action(for: event, state, context) {
      return SettingsScreen.update(&state, action, context)
    }
    let text = SettingsScreen.text(in: context.language)
    guard let stroke = event.plainStroke,
      let command = SettingsScreen.commands(state, text, context).first(where: {
        $0.keys.contains(stroke) && $0.disabledReason == nil
      })
    else { return [] }
    return SettingsScreen.update(&state, command.action, context)
  }

  @Test func everySettingIsChangedByKeysAlone() {
    var state = SettingsState()
    var changes: [SettingsItem: SettingsChange] = [:]
    for item in SettingsItem.allCases {
      #expect(state.focus == item)
      for case .shell(.change(let change)) in press(.key(KeyStroke(.right)), &state) {
        changes[item] = change
      }
      _ = press(.key(KeyStroke(.down)), &state)
    }
    #expect(changes[.language] == .language(.english))
    #expect(changes[.theme] == .theme("light"))
    func expect(_ item: SettingsItem, _ change: (inout Preferences) -> Void) {
      var wanted = context.preferences
      change(&wanted)
      #expect(changes[item] == .preferences(wanted), "\(item)")
    }
    expect(.typing) { $0.typing.choose(.telex) }
    expect(.toneStyle) { $0.typing.toneStyle = .new }
    expect(.brackets) { $0.typing.usesBrackets = true }
    expect(.viKeys) { $0.usesViKeys = true }
    expect(.mouse) { $0.usesMouse = false }
    expect(.motion) { $0.hasMotion = false }
    expect(.clipboard) { $0.usesTerminalClipboard = false }
    #expect(changes.count == 9, "files are only shown")
  }

  @Test func theThemeIsChosenFromAListOrInPlace() {
    var state = SettingsState(focus: .theme)
    #expect(press(.key(KeyStroke(.enter)), &state) == [.shell(.change(.chooseTheme))])
    #expect(press(.key(KeyStroke(.left)), &state) == [.shell(.change(.theme("mono")))])
  }

  @Test func everyChoiceCanBeClicked() {
    let frame = drawn(SettingsScreen.self, SettingsState(), context)
    for item in SettingsItem.allCases where !item.isPlace && item != .theme {
      let text = SettingsScreen.text(in: .vietnamese)
      let count = SettingsChoices(item, text, context).changes.count
      let picks = frame.targets.filter { target in
        if case .pick(item, _) = target.action { true } else { false }
      }
      #expect(picks.count == count, "\(item)")
    }
  }

  @Test func placesAreCopied() {
    let text = SettingsScreen.text(in: .vietnamese)
    let copies = SettingsScreen.copies(SettingsState(focus: .logFile), text, context)
    #expect(copies.first?.text == "/home/lan/.local/state/vuonuom/vuonuom.log")
    #expect(copies.last?.text.contains("Ngôn ngữ: Tiếng Việt\nGiao diện màu: Vườn đêm") == true)
  }

  @Test func aPathIsCutAtItsBeginning() {
    #expect(SettingsText.end(of: "/a/b/c.toml", width: 7) == "…c.toml")
    #expect(SettingsText.end(of: "/a/b", width: 7) == "/a/b")
  }

  @Test(arguments: Language.allCases, snapshotSizes)
  func settings(_ language: Language, _ size: Size) throws {
    let context = Self.context(size, language)
    var broken = context
    broken.surroundings.settingsProblems = [
      Remark(
        vietnamese: "/home/lan/.config/vuonuom/settings.toml:3: không có cài đặt «mousse».",
        english: "/home/lan/.config/vuonuom/settings.toml:3: there is no setting \"mousse\"."),
      Remark(vietnamese: "khác", english: "other"),
    ]
    let frames = [
      ("normal", drawn(SettingsScreen.self, SettingsState(), context)),
      ("end", drawn(SettingsScreen.self, SettingsState(focus: .database), context)),
      ("error", drawn(SettingsScreen.self, SettingsState(focus: .theme), broken)),
      ("empty", drawn(SettingsScreen.self, SettingsState(), Fixtures.context(size, language))),
    ]
    for (name, frame) in frames { try expectSnapshot(frame.canvas, "settings", name, context) }
  }
}
