import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension RecordScreen {
  static func commands(
    _ state: RecordState, _ text: RecordText, _ context: ScreenContext
  ) -> [Command<RecordAction>] {
    switch state.mode {
    case .reading:
      let position = state.record?.venture.position
      let pipeline = context.pipelines.first { $0.code == position?.pipeline }
      var moves = MoveCommands.all(
        position, pipeline, text.moves, footer: 3, menu: RecordAction.chooseMove,
        advance: { .advance(by: $0) }, move: { .move($0) })
      moves[0].keys.append(.function(6))
      return reading(state, text) + moves
    case .editing, .noting, .recording, .teaming:
      return [
        command("record.save", [.control("s")], text.save, .record, 1, .editVentures, .submit),
        close(text),
      ] + FieldCommands.all(in: state.form, text.moves) { .input($0) }
    case .moving:
      return [
        command(
          "dialog.submit", [.control("s"), KeyStroke(.enter)], text.moves.confirm, .record,
          1, .moveVentures, .submit),
        close(text),
      ] + FieldCommands.all(in: state.form, text.moves) { .input($0) }
    case .choosingMove:
      return [
        command(
          "dialog.submit", [KeyStroke(.enter)], text.choose, .record, 1, .moveVentures,
          .input(.key(KeyStroke(.enter)))),
        close(text),
      ]
    case .deleting:
      return [
        command(
          "record.confirm-delete", [KeyStroke(.enter)], text.delete, .record, 1,
          .deleteVentures, .confirmDelete),
        close(text),
      ]
    case .conflict:
      return [
        command(
          "record.save", [KeyStroke(.enter), .control("s")], text.save, .record, 1,
          .editVentures, .submit),
        command(
          "conflict.mine", [.function(6)], text.keepMine, .record, 2, .editVentures,
          .keepMine(true)),
        command(
          "conflict.theirs", [.function(7)], text.keepTheirs, .record, 3, .editVentures,
          .keepMine(false)),
        close(text),
      ]
    }
  }

  private static func close(_ text: RecordText) -> Command<RecordAction> {
    command(
      "dialog.cancel", [KeyStroke(.escape)], text.moves.cancel, .view, 9, .viewVentures,
      .cancel)
  }

  private static func reading(
    _ state: RecordState, _ text: RecordText
  ) -> [Command<RecordAction>] {
    let missing = state.record == nil ? text.loading : nil
    return [
      command(
        "record.edit", [.function(2), KeyStroke(.enter)], text.edit, .record, 1,
        .editVentures, .edit, off: missing),
      command(
        "record.note", [.control("n"), KeyStroke(.insert)], text.note, .record, 2,
        .editVentures, .note, off: missing),
      command(
        "record.team", [.control("t")], text.team, .record, 6, .editVentures, .team,
        off: missing),
      command(
        "record.evidence", [.control("e")], text.evidence, .record, 4, .editVentures,
        .recordEvidence, off: missing),
      command(
        "record.lineage", [.alt("o")], text.lineage, .go, 8, .viewProgramme, .lineage,
        off: missing),
      command(
        "record.next-section", [KeyStroke(.tab)], text.nextSection, .view, 5, .viewVentures,
        .stroke(KeyStroke(.tab))),
      command(
        "venture.enter-contest", [.alt("y")], text.moves.enterContest, .record, nil,
        .runCompetitions, .enterContest, off: missing),
      command(
        "record.delete", [KeyStroke(.delete)], text.delete, .record, 7, .deleteVentures,
        .delete, off: missing),
    ]
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ permission: Permission, _ action: RecordAction, off: String? = nil
  ) -> Command<RecordAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: off, action: action)
  }
}
