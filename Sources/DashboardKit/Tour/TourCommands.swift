import Incubation
import TerminalCanvas

/// The commands of the tour.
enum TourCommands {
  static let startID = "program.tour"
  static let nextID = "tour.next"
  static let leaveID = "tour.leave"
  static let nextKey = KeyStroke.alt("j")
  static let leaveKey = KeyStroke.alt("h")

  static func all(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    let say = text.language.say
    let off =
      state.isTouring ? nil : say("Chưa mở hướng dẫn.", "No tour is under way.")
    return [
      Command(
        startID, keys: [], title: say("Hướng dẫn ba phút", "Three-minute tour"),
        help: say(
          "Làm thử những việc đầu tiên theo vai trò, ngay trên màn hình thật.",
          "Goes through the first things that your role does, on the real screens."),
        menu: .program, permission: nil,
        disabledReason: state.hasTours
          ? nil : say("Không có hướng dẫn ở đây.", "There is no tour here."),
        action: .tour),
      Command(
        nextID, keys: [nextKey], title: text.tourNext,
        help: say(
          "Sang bước sau của hướng dẫn, không cần làm bước này.",
          "Goes on to the next step of the tour without doing this one."),
        menu: .program, permission: nil, disabledReason: off, action: .tourNext),
      Command(
        leaveID, keys: [leaveKey], title: text.tourLeave,
        help: say(
          "Đóng hướng dẫn; mở lại lúc nào cũng được.", "Closes the tour; it can be opened again."),
        menu: .program, permission: nil, disabledReason: off, action: .tourLeave),
    ]
  }
}
