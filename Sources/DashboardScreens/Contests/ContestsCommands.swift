import DashboardKit
import Incubation
import TerminalCanvas

extension ContestsScreen {
  static func commands(
    _ state: ContestsState, _ text: ContestText, _ context: ScreenContext
  ) -> [Command<ContestsAction>] {
    if state.panel != nil { return AskCommands.all(text) { .input($0) } }
    func command(
      _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu,
      _ footer: Int?, _ permission: Permission, _ action: ContestsAction, off: String? = nil
    ) -> Command<ContestsAction> {
      Command(
        id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
        permission: permission, disabledReason: off, action: action)
    }
    let nothing = state.list.focused == nil ? text.nothingInFocus : nil
    let inPage = state.contest == nil ? text.notHere : nil
    let inEntries = state.contest == nil || state.section != .entries ? text.notHere : nothing
    let isClerks = state.contest != nil && state.section == .entries
    return [
      command(
        "contest.open", [KeyStroke(.enter)], text.open, .go, 1, .viewCompetitions, .open,
        off: nothing),
      command(
        "contest.next-part", [KeyStroke(.tab)], text.nextSection, .view, 2,
        .viewCompetitions, .section(1), off: inPage),
      command(
        "contest.previous-part", [KeyStroke(.tab, .shift)], text.previousSection, .view,
        nil, .viewCompetitions, .section(-1), off: inPage),
      command(
        "contest.add", [KeyStroke(.insert), .control("n")], text.add, .record, 3,
        isClerks ? .runCompetitions : .manageCompetitions, .add),
      command(
        "contest.edit", [.function(2), .control("e")], text.edit, .record, 4,
        isClerks ? .runCompetitions : .manageCompetitions, .edit, off: inPage),
      command(
        "entry.check", [.function(6), .control("k")], text.check, .record, 5,
        .runCompetitions, .check, off: inEntries),
      command(
        "entry.admit", [.function(7), .control("d")], text.admit, .record, 6,
        .runCompetitions, .admit, off: inEntries),
      command(
        "entry.import", [.function(8), .control("o")], text.importEntries, .record, 7,
        .runCompetitions, .importEntries, off: inPage),
      command(
        "entry.mark", [KeyStroke(.character(" "))], text.mark, .record, 8,
        .viewCompetitions, .mark, off: inEntries),
      command(
        "entry.mark-all", [.alt("a")], text.markAll, .record, nil, .viewCompetitions,
        .markAll, off: inEntries),
      command(
        "entry.withdraw", [KeyStroke(.delete)], text.withdraw, .record, 9,
        .runCompetitions, .withdraw, off: inEntries),
    ]
  }
}

/// What can be done while something is asked.
enum AskCommands {
  static func all<Action>(
    _ text: ContestText, _ action: (InputEvent) -> Action
  ) -> [Command<Action>] {
    [
      Command(
        "dialog.submit", keys: [KeyStroke(.enter), .control("s")], title: text.submit.title,
        help: text.submit.help, menu: .record, footer: 1, permission: .viewCompetitions,
        action: action(.key(.control("s")))),
      Command(
        "dialog.cancel", keys: [KeyStroke(.escape)], title: text.cancel.title,
        help: text.cancel.help, menu: .view, footer: 2, permission: .viewCompetitions,
        action: action(.key(KeyStroke(.escape)))),
    ]
  }
}
