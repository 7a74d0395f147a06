import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension ProgrammeScreen {
  static func commands(
    _ state: ProgrammeState, _ text: ProgrammeText, _ context: ScreenContext
  ) -> [Command<ProgrammeAction>] {
    if let edit = state.edit { return filling(edit, text, context) }
    let focused = page(state, context).focused(state.focus)
    let off =
      state.data == nil ? text.loading : focused?.target == nil ? text.nothingOpens : nil
    var result = [
      command(
        "programme.open", [KeyStroke(.enter)], text.open, .go, 1, .open, off: off),
      command("programme.section", [KeyStroke(.tab)], text.section, .view, 2, .section(1)),
    ]
    result += here(state, text)
    return result + ways(state, text)
  }

  /// What can be done on this page alone.
  private static func here(
    _ state: ProgrammeState, _ text: ProgrammeText
  ) -> [Command<ProgrammeAction>] {
    let missing = state.data == nil ? text.loading : nil
    func new(_ words: CommandWords, _ kind: ProgrammeFormKind) -> Command<ProgrammeAction> {
      command(
        "programme.new", [KeyStroke(.insert), .control("n")], words, .record, 3, .begin(kind),
        writes: true, off: missing)
    }
    switch state.place {
    case .tasks:
      return [
        new(text.newTask, .newTask),
        command(
          "programme.filter", [.function(4), .control("f")], text.filter, .view, 4,
          .begin(.filter)),
        command("programme.late", [.alt("o")], text.lateOnly, .view, 5, .overdueOnly),
        command(
          "programme.clear", [.alt("x")], text.clear, .view, 6, .clearFilter,
          off: state.filter.isEmpty ? text.noFilter : nil),
      ]
    case .task:
      return [
        command(
          "programme.edit", [.function(2), .control("e")], text.edit, .record, 3,
          .begin(.editTask), writes: true, off: missing)
      ]
    case .money:
      return [
        new(text.newCommitment, .commit),
        command("programme.group", [.function(7), .control("t")], text.group, .view, 4, .group),
        command(
          "programme.allot", [.function(6), .control("b")], text.allot, .record, 5,
          .begin(.allot), writes: true, off: missing),
        command(
          "programme.source", [], text.newSource, .record, nil, .begin(.source), writes: true,
          off: missing),
      ]
    case .calls: return [new(text.newCall, .call)]
    case .connections: return [new(text.newConnection, .connect(nil))]
    case .partners: return [new(text.newPartner, .partner(nil))]
    case .exchanges: return [new(text.newExchange, .exchange)]
    case .supports: return [new(text.newSupport, .support)]
    default: return []
    }
  }

  /// The other pages, from everywhere.
  private static func ways(
    _ state: ProgrammeState, _ text: ProgrammeText
  ) -> [Command<ProgrammeAction>] {
    let keys: [ProgrammePlace: [KeyStroke]] = [
      .tasks: [.alt("n")], .money: [.alt("f")], .agreements: [.alt("b")],
      .connections: [.alt("c")], .wallboard: [.alt("w")], .figures: [.alt("i")],
    ]
    return ProgrammePlace.lists.filter { $0 != state.place }.map { place in
      command(
        "programme.\(place.code)", keys[place] ?? [],
        CommandWords(title: text.shortTitle(of: place), help: text.help(of: place)), .go, nil,
        .go(place))
    }
  }

  private static func filling(
    _ edit: ProgrammeEdit, _ text: ProgrammeText, _ context: ScreenContext
  ) -> [Command<ProgrammeAction>] {
    let save = edit.kind == .filter ? text.apply : text.save
    var result = [
      command(
        "programme.save", [.control("s"), KeyStroke(.enter)], save, .record, 1, .submit,
        writes: edit.kind.writes, off: edit.isWorking ? text.working : nil),
      command("dialog.cancel", [KeyStroke(.escape)], text.cancel, .view, 9, .cancel),
    ]
    if edit.form.canOpen {
      result.append(
        command(
          "field.open", ProgrammeForm.openKeys, text.openField, .record, 2,
          .input(.key(ProgrammeForm.openKeys[0]))))
    }
    return result
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu,
    _ footer: Int?, _ action: ProgrammeAction, writes: Bool = false, off: String? = nil
  ) -> Command<ProgrammeAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: writes ? .editProgramme : .viewProgramme, disabledReason: off, action: action)
  }
}
