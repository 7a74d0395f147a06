import DashboardKit
import Incubation
import Interchange
import TerminalCanvas

/// What can be done on the import screen.
enum ImportCommands {
  static func commands(_ state: ImportState, _ text: ImportText) -> [Command<ImportAction>] {
    if state.columns != nil {
      return [
        command(
          "import.choose", [KeyStroke(.enter)], text.assign, .record, 1,
          .columnInput(.key(KeyStroke(.enter)))),
        command(
          "import.back", [KeyStroke(.escape)], text.back, .view, 2,
          .columnInput(.key(KeyStroke(.escape)))),
      ]
    }
    let back = command("import.back", [KeyStroke(.escape)], text.back, .view, 9, .back)
    switch state.step {
    case .asking:
      return [command("import.read", [KeyStroke(.enter)], text.read, .record, 1, .read), back]
    case .reading, .publishing: return [back]
    case .preview(let planned):
      let isEmpty = planned.plan.newCount + planned.plan.matchedCount == 0
      return [
        command(
          "import.publish", [.control("s")], text.publish, .record, 1, .publish,
          off: isEmpty ? text.noRows : nil),
        command("import.rows", [.function(4)], text.showNext, .view, 2, .showNext),
        command("import.on-match", [.function(6)], text.toggleMatch, .record, 3, .toggleMatch),
        command("import.columns", [.function(7)], text.assign, .record, 4, .openColumns), back,
      ]
    case .done(let planned, _, _):
      return [
        command(
          "import.save-refused", [.function(8)], text.saveRejected, .record, 1,
          .saveRejected, off: planned.plan.refused.isEmpty ? text.nothingRefused : nil),
        back,
      ]
    }
  }

  private static func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, _ menu: CommandMenu, _ footer: Int?,
    _ action: ImportAction, off: String? = nil
  ) -> Command<ImportAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: .importData, disabledReason: off, action: action)
  }
}
