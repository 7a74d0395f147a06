import DashboardKit
import Incubation
import Storage
import TerminalCanvas

extension RecordScreen {
  static func commands(
    _ state: RecordState, _ text: RecordText, _ context: ScreenContext
  ) -> [Command<RecordAction>] {
    switch state.mode {
    case .reading: return reading(state, text) + moving(state, text, context)
    case .editing, .noting:
      return [
        command("record.save", [.control("s")], text.save, .record, 1, .editVentures, .submit),
        close(text),
      ]
    case .moving:
      return [
        command(
          "dialog.submit", [.control("s"), KeyStroke(.enter)], text.moves.confirm, .record,
          1, .moveVentures, .submit),
        close(text),
      ]
    case .choosingStage:
      return [
        command(
          "dialog.submit", [KeyStroke(.enter)], text.stage, .record, 1, .moveVentures,
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
        "venture.move", [.function(6)], text.stage, .record, 3, .moveVentures,
        .chooseStage, off: missing),
      command(
        "record.next-section", [KeyStroke(.tab)], text.nextSection, .view, 4, .viewVentures,
        .stroke(KeyStroke(.tab))),
      command(
        "record.delete", [KeyStroke(.delete)], text.delete, .record, 5, .deleteVentures,
        .delete, off: missing),
    ]
  }

  private static func moving(
    _ state: RecordState, _ text: RecordText, _ context: ScreenContext
  ) -> [Command<RecordAction>] {
    let position = state.record?.venture.position
    let none = PipelineText(language: text.language).nothingToDo
    let active = position?.status == .active ? nil : none
    let resting = position == nil || position?.status == .active ? none : nil
    return [
      command(
        "venture.advance", [KeyStroke(.right, .alt)], text.moves.advance, .record, nil,
        .moveVentures, .advance(by: 1), off: active),
      command(
        "venture.back", [KeyStroke(.left, .alt)], text.moves.back, .record, nil,
        .moveVentures, .advance(by: -1), off: active),
      command(
        "venture.set-aside", [], text.moves.setAside, .record, nil, .moveVentures,
        .move(.setAside), off: active),
      command(
        "venture.drop", [], text.moves.drop, .record, nil, .moveVentures, .move(.drop),
        off: active),
      command(
        "venture.resume", [], text.moves.resume, .record, nil, .moveVentures,
        .move(.resume), off: resting),
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
