import Incubation
import TerminalCanvas

/// The commands about what outlives the program.
enum KeepingCommands {
  static func all(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    let say = text.language.say
    return [
      Command(
        "record.drafts", keys: [], title: say("Bản nháp còn lại", "Drafts left"),
        help: say(
          "Mở lại nội dung đang gõ dở ở lần trước mà chưa kịp lưu.",
          "Opens again what was being typed at an earlier time and was not saved."),
        menu: .record, permission: nil,
        disabledReason: state.drafts > 0
          ? nil : say("Không còn bản nháp nào.", "There are no drafts."),
        action: .drafts)
    ]
  }
}
