import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What can be done on the screen of training.
enum TrainingCommands {
  typealias Result = [Command<TrainingAction>]

  static func all(
    _ state: TrainingState, _ text: TrainingText, _ context: ScreenContext
  ) -> Result {
    if let panel = state.panel { return inPanel(panel, text) }
    return looking(state, text) + planning(state, text, context.user) + views(text)
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ permission: Permission, off: String? = nil, _ action: TrainingAction
  ) -> Command<TrainingAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: off, action: action)
  }

  private static func inPanel(_ panel: TrainingPanel, _ text: TrainingText) -> Result {
    [
      command(
        "training.save", [.control("s")], text.save, .record, 1, .viewTraining, .panel(.submit)),
      command(
        "training.leave", [KeyStroke(.escape)], text.leave, .record, nil, .viewTraining, .close),
    ]
      + FieldCommands.all(in: panel.form, text.moves, reading: .viewTraining) {
        .panel(.input($0))
      }
  }

  private static func looking(_ state: TrainingState, _ text: TrainingText) -> Result {
    let noDay = state.view.isCalendar ? nil : text.onlyOnDays
    let isWhole = state.trainer == nil && state.venue == nil && state.behind == nil
    return [
      command(
        "training.open", [KeyStroke(.enter)], text.open, .go, 1, .viewTraining,
        off: state.view.isCalendar && state.focused == nil ? text.noSessionHere : nil, .open),
      command(
        "training.view", [.function(7), .control("t")], text.view, .view, 4, .viewTraining,
        .nextView(1)),
      command(
        "training.go-to", [.control("g")], text.goTo, .go, 5, .viewTraining, off: noDay, .goTo),
      command(
        "training.today", [KeyStroke(.home, .control)], text.today, .go, nil, .viewTraining,
        off: noDay, .today),
      command(
        "training.earlier", [KeyStroke(.pageUp)], text.earlier, .go, nil, .viewTraining,
        off: noDay, .stroke(KeyStroke(.pageUp))),
      command(
        "training.later", [KeyStroke(.pageDown)], text.later, .go, 9, .viewTraining, off: noDay,
        .stroke(KeyStroke(.pageDown))),
      command(
        "training.layers", [.function(3)], text.layers, .view, 8, .viewTraining, off: noDay,
        .layers),
      command(
        "training.filter", [.function(6), .control("f")], text.filter, .view, 7, .viewTraining,
        off: noDay, .filter),
      command(
        "training.clear", [], text.clear, .view, nil, .viewTraining,
        off: isWhole ? text.nothingHidden : nil, .clearFilter),
      command(
        "training.group", [KeyStroke(.character("+"))], text.group, .view, nil, .viewTraining,
        off: state.view == .figures ? nil : text.onlyFigures, .group),
      command(
        "training.export", [.control("e")], text.export, .record, nil, .exportData, off: noDay,
        .export),
    ]
  }

  private static func planning(
    _ state: TrainingState, _ text: TrainingText, _ user: User
  ) -> Result {
    let plans = planner(user)
    let noDay = state.view.isCalendar ? nil : text.onlyOnDays
    let none = noDay ?? (state.focused == nil ? text.noSessionHere : nil)
    let off = none ?? (state.focused?.session.isCancelled == true ? text.isCalledOff : nil)
    func shift(
      _ id: String, _ key: KeyStroke, _ days: Int = 0, _ minutes: Int = 0, _ stretch: Int = 0,
      footer: Int? = nil
    ) -> Command<TrainingAction> {
      command(
        id, [key], text.move(days: days, minutes: minutes, stretch: stretch), .record, footer,
        .editTraining, off: off, .move(days: days, minutes: minutes, stretch: stretch))
    }
    return [
      command(
        "session.new", [KeyStroke(.insert), .control("n")], text.newSession, .record, 2,
        plans, .newSession),
      command(
        "session.edit", [.function(2)], text.edit, .record, 3, plans, off: none,
        .editSession),
      command(
        "session.attend", [.function(4)], text.attend, .record, 6, .editTraining, off: off,
        .attend),
      command(
        "session.cancel", [KeyStroke(.delete)], text.cancel, .record, nil, .editTraining, off: off,
        .cancelSession),
      shift("session.day-later", KeyStroke(.right, .alt), 1),
      shift("session.day-earlier", KeyStroke(.left, .alt), -1),
      shift("session.later", KeyStroke(.down, .alt), 0, 30),
      shift("session.earlier", KeyStroke(.up, .alt), 0, -30),
      shift("session.longer", KeyStroke(.down, [.alt, .shift]), 0, 0, 30),
      shift("session.shorter", KeyStroke(.up, [.alt, .shift]), 0, 0, -30),
      command(
        "course.new", [.control("o")], text.newCourse, .record, nil, .editTraining, .newCourse),
      command("training.hall", [], text.newVenue, .record, nil, .editTraining, .newVenue),
      command("training.trainer", [], text.newTrainer, .record, nil, .editTraining, .newTrainer),
    ]
  }

  /// What planning sessions needs: who may allow collisions may plan as well, with a reason.
  static func planner(_ user: User) -> Permission {
    user.may(.editTraining) || !user.may(.overrideConflicts) ? .editTraining : .overrideConflicts
  }

  private static func views(_ text: TrainingText) -> Result {
    TrainingView.allCases.map { view in
      command(
        "training.view-\(view.rawValue)", [], text.show(view), .view, nil, .viewTraining,
        .show(view))
    }
  }
}
