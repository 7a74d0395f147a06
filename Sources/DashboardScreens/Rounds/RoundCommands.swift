import DashboardKit
import Incubation
import TerminalCanvas

extension RoundScreen {
  typealias RoundCommand = Command<RoundDeskAction>

  static func commands(
    _ state: RoundDeskState, _ text: ContestText, _ context: ScreenContext
  ) -> [RoundCommand] {
    if state.panel != nil { return AskCommands.all(text) { .input($0) } }
    let nothing = state.page == nil ? text.loading : nil
    func only(_ sections: RoundSection...) -> String? {
      nothing ?? (sections.contains(state.section) ? nil : text.notHere)
    }
    return moving(state, text, nothing) + sheets(text, only(.grid), only(.grid, .panel))
      + setUp(text, nothing, only(.panel)) + stage(state, text, only(.stage))
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ permission: Permission, _ action: RoundDeskAction, off: String?
  ) -> RoundCommand {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: off, action: action)
  }

  private static func moving(
    _ state: RoundDeskState, _ text: ContestText, _ off: String?
  ) -> [RoundCommand] {
    [
      command(
        "round.open", [KeyStroke(.enter)], text.roundOpen, .record, 1, .viewCompetitions,
        .open, off: off),
      command(
        "round.next-part", [KeyStroke(.tab)], text.nextSection, .view, 2,
        .viewCompetitions, .section(1), off: off),
      command(
        "round.previous-part", [KeyStroke(.tab, .shift)], text.previousSection, .view, nil,
        .viewCompetitions, .section(-1), off: off),
      command(
        "grid.missing", [.alt("n")], text.missing, .view, 3, .viewScores, .missing,
        off: off),
      command("grid.chase", [.alt("c")], text.chase, .view, 4, .viewScores, .chase, off: off),
      command(
        "board.resort", [.alt("o")], text.resort, .view, state.isOutOfOrder ? 5 : nil,
        .viewCompetitions, .resort,
        off: off ?? (state.section == .board ? nil : text.notHere)),
      command("board.alerts", [.alt("w")], text.alerts, .view, 6, .viewScores, .alerts, off: off),
      command(
        "round.reveal", [.function(3), .control("b")], text.reveal, .go, nil,
        .viewCompetitions, .reveal, off: off),
    ]
  }

  private static func sheets(
    _ text: ContestText, _ grid: String?, _ judges: String?
  ) -> [RoundCommand] {
    [
      command(
        "sheet.paper", [.function(4), .alt("i")], text.paper, .record, 7, .runCompetitions,
        .paper, off: grid),
      command(
        "sheet.reopen", [.alt("r")], text.reopen, .record, 8, .runCompetitions, .reopen,
        off: grid),
      command(
        "entry.points", [.alt("b")], text.points, .record, nil, .runCompetitions, .points,
        off: grid),
      command(
        "judge.presence", [.function(6), .alt("v")], text.presence, .record, 9,
        .runCompetitions, .presence, off: judges),
      command(
        "judge.substitute", [.function(7), .alt("u")], text.substitute, .record, 10,
        .manageCompetitions, .substitute, off: judges),
      command(
        "judge.conflict", [.function(8), .control("k")], text.declare, .record, 11,
        .runCompetitions, .conflict, off: judges),
    ]
  }

  private static func setUp(
    _ text: ContestText, _ off: String?, _ panel: String?
  ) -> [RoundCommand] {
    [
      command(
        "round.seat", [KeyStroke(.insert), .control("n")], text.seat, .record, 12,
        .manageCompetitions, .add, off: panel),
      command(
        "round.edit", [.function(2), .control("e")], text.editRound, .record, 13,
        .manageCompetitions, .edit, off: off),
      command(
        "round.assign", [.control("g")], text.assign, .record, 14, .manageCompetitions,
        .assign, off: off),
      command(
        "round.draw", [.control("l")], text.draw, .record, 15, .manageCompetitions, .draw,
        off: off),
      command(
        "round.rules", [.control("t")], text.changeRules, .record, nil, .manageCompetitions,
        .rules, off: off),
      command(
        "round.export-rules", [.control("o")], text.exportRules, .record, nil,
        .viewCompetitions, .exportRules, off: off),
      command(
        "round.export", [], text.exportFiles, .record, nil, .exportData, .exportFiles,
        off: off),
    ]
  }

  private static func stage(
    _ state: RoundDeskState, _ text: ContestText, _ off: String?
  ) -> [RoundCommand] {
    let noOne = off ?? (state.page?.round.stage.entry == nil ? text.nobodyOnStage : nil)
    return [
      command(
        "stage.toggle", [KeyStroke(.character(" "))], text.stageToggle, .record, 16,
        .runCompetitions, .stage(.toggle), off: noOne),
      command(
        "stage.questions", [.alt("q")], text.stageQuestions, .record, 17, .runCompetitions,
        .stage(.questions), off: noOne),
      command(
        "stage.extend", [.alt("e")], text.stageExtend, .record, 18, .runCompetitions,
        .stage(.extend), off: noOne),
      command(
        "stage.clear", [KeyStroke(.delete)], text.stageClear, .record, 19,
        .runCompetitions, .stage(.clear), off: noOne),
    ]
  }
}
