import DashboardKit
import Incubation
import TerminalCanvas

/// What can be done in the field that has the focus: the same in every form.
enum FieldCommands {
  /// Opening the field, and taking back what was typed in it.
  static func all<ID, Problem, Action>(
    in form: Form<ID, Problem>?, _ words: MoveWords, reading permission: Permission = .viewVentures,
    _ action: (InputEvent) -> Action
  ) -> [Command<Action>] {
    let field = form?.focused
    var result: [Command<Action>] = []
    if let form, form.canOpen {
      let isDay = if case .line = field?.editor { true } else { false }
      let text = isDay ? words.openMonth : words.openList
      result.append(
        Command(
          "field.open", keys: Form<ID, Problem>.openKeys, title: text.title, help: text.help,
          menu: .record, footer: 20, permission: permission,
          action: action(.key(Form<ID, Problem>.openKeys[0]))))
    }
    return result + [
      undo("typing.undo", .control("z"), words.typingUndo, canDo: field?.canUndo, words, action),
      undo("typing.redo", .control("y"), words.typingRedo, canDo: field?.canRedo, words, action),
    ]
  }

  /// While something is being typed, Ctrl+Z never takes back what was saved behind it.
  private static func undo<Action>(
    _ id: String, _ key: KeyStroke, _ text: CommandWords, canDo: Bool?, _ words: MoveWords,
    _ action: (InputEvent) -> Action
  ) -> Command<Action> {
    Command(
      id, keys: [key], title: text.title, help: text.help, menu: .record,
      permission: .viewVentures, disabledReason: canDo == true ? nil : words.stillTyping,
      action: action(.key(key)))
  }
}

extension Form.Field {
  /// Whether something typed here can be taken back.
  var canUndo: Bool {
    switch editor {
    case .line(let field): field.canUndo
    case .area(let area, _): area.canUndo
    case .choice, .several: false
    }
  }

  /// Whether something taken back here can be made again.
  var canRedo: Bool {
    switch editor {
    case .line(let field): field.canRedo
    case .area(let area, _): area.canRedo
    case .choice, .several: false
    }
  }
}

extension TextField {
  /// What the field did with what was typed or pasted, to be said by the shell: for fields that
  /// stand in no form.
  func announcements<Effect>(_ language: Language) -> [Outcome<Effect>] {
    guard let notice else { return [] }
    return [.shell(.announce(Message(.warning, notice.words(language))))]
  }
}
