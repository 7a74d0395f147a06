public import Incubation
import TerminalCanvas

/// What can be done on every screen.
enum GlobalAction: Equatable, Sendable {
  case help, palette, menu, back, undo, redo, refresh, language, nextTheme, chooseTheme, quit
  case drafts, tour, tourNext, tourLeave
  case settings, mouse, copy, copyAll, suspend
  case typing, viKeys
  case tab(Int)
  case nextTab(Int)
}

/// What the global commands depend on.
struct GlobalState {
  /// Titles of the tabs, in order.
  var tabs: [String] = []
  /// Whether there is a screen to go back to.
  var canGoBack = true
  /// The change that undo would take back, in words; nil for none.
  var undo: String?
  /// The change that redo would make again, in words; nil for none.
  var redo: String?
  /// Whether an undo is under way.
  var isUndoing = false
  /// How many drafts of earlier runs wait for an answer.
  var drafts = 0
  /// Whether there is a tour, and whether one is under way.
  var hasTours = false
  var isTouring = false
  /// How many themes there are.
  var themes = 2
  /// Whether the mouse belongs to the program.
  var hasMouse = true
  /// How many texts the screen offers for copying.
  var copies = 2
  /// Why the program cannot be suspended, in words; nil when it can.
  var suspendProblem: String?
}

/// The commands that every screen has.
public enum GlobalCommands {
  /// What they show of themselves, all enabled: for the table of keys and for tests.
  public static func infos(tabs: [String], _ language: Language) -> [CommandInfo] {
    let state = GlobalState(
      tabs: tabs, undo: "", redo: "", drafts: 1, hasTours: true, isTouring: true)
    return all(ShellText(language), state).map(CommandInfo.init)
  }

  static func all(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    changing(text, state) + copying(text, state) + KeepingCommands.all(text, state)
      + going(text, state) + finding(text) + program(text, state)
      + TourCommands.all(text, state) + ending(text, state)
      + keyboard(text)
  }

  static let helpID = "program.help"
  static let backID = "go.back"
  static let paletteID = "program.palette"
  static let quitID = "program.quit"
  static let mouseID = "program.mouse"
  static let typingID = "program.typing"
  /// Keys that neither terminals nor typing methods take: Alt+Z is UniKey's own.
  static let typingKeys = [KeyStroke.function(12), KeyStroke.alt("g")]

  private static func finding(_ text: ShellText) -> [Command<GlobalAction>] {
    let say = text.language.say
    return [
      Command(
        helpID, keys: [.function(1), KeyStroke(.character("?"))],
        title: say("Trợ giúp", "Help"),
        help: say(
          "Liệt kê mọi lệnh dùng được lúc này; gõ để tìm, Enter để thực hiện.",
          "Lists everything that can be done now; type to search, Enter runs it."),
        menu: .program, footer: 0, permission: nil, action: .help),
      Command(
        paletteID, keys: [.control("p")], title: say("Lệnh", "Commands"),
        help: say(
          "Tìm một lệnh hoặc màn hình theo tên, không cần dấu.",
          "Finds a command or a screen by its name, accents not needed."),
        menu: .program, footer: 900, permission: nil, action: .palette),
      Command(
        "program.menu", keys: [.function(9), .alt("m")], title: say("Trình đơn", "Menu"),
        help: say("Mở thanh trình đơn.", "Opens the menu bar."),
        menu: .program, footer: 910, permission: nil, action: .menu),
    ]
  }

  private static func changing(
    _ text: ShellText, _ state: GlobalState
  ) -> [Command<GlobalAction>] {
    let say = text.language.say
    let busy = state.isUndoing ? text.undoUnderWay : nil
    return [
      Command(
        "record.undo", keys: [.control("z")], title: say("Hoàn tác", "Undo"),
        help: say(
          "Lấy lại thay đổi gần nhất của phiên làm việc này; lịch sử vẫn ghi cả hai.",
          "Takes back the latest change of this session; the history keeps both."),
        menu: .record, footer: 800, permission: nil,
        disabledReason: busy ?? (state.undo == nil ? text.nothingToUndo : nil), action: .undo),
      Command(
        "record.redo", keys: [.control("y")], title: say("Làm lại", "Redo"),
        help: say(
          "Thực hiện lại thay đổi vừa hoàn tác.", "Makes again the change that was just undone."),
        menu: .record, permission: nil,
        disabledReason: busy ?? (state.redo == nil ? text.nothingToRedo : nil), action: .redo),
    ]
  }

  private static func going(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    let say = text.language.say
    let tabs = state.tabs.enumerated().map { index, title in
      Command(
        // No Alt and digit: terminals send it as Esc and digit, which is a function key here.
        "go.tab.\(index + 1)", keys: [], title: title,
        help: say("Mở màn hình «\(title)».", "Opens the screen “\(title)”."),
        menu: .go, permission: nil, action: GlobalAction.tab(index))
    }
    return [
      Command(
        backID, keys: [KeyStroke(.escape)], title: say("Quay lại", "Back"),
        help: say(
          "Đóng hộp thoại, hoặc trở về màn hình trước.",
          "Closes the dialog, or returns to the screen before."),
        menu: .go, footer: 1, permission: nil,
        disabledReason: state.canGoBack
          ? nil
          : say(
            "Đây là màn hình đầu tiên; thoát bằng Ctrl+Q.",
            "This is the first screen; Ctrl+Q leaves the program."),
        action: .back),
      Command(
        "view.refresh", keys: [.function(5), .control("r")], title: say("Tải lại", "Refresh"),
        help: say("Đọc lại dữ liệu từ cơ sở dữ liệu.", "Reads the data from the database again."),
        menu: .view, permission: nil, action: .refresh),
      Command(
        "go.next-tab", keys: [.alt("."), KeyStroke(.pageDown, .alt)],
        title: say("Thẻ sau", "Next tab"),
        help: say("Sang màn hình kế tiếp trên hàng thẻ.", "Goes to the next screen of the tabs."),
        menu: .go, permission: nil, action: .nextTab(1)),
      Command(
        "go.previous-tab", keys: [.alt(","), KeyStroke(.pageUp, .alt)],
        title: say("Thẻ trước", "Previous tab"),
        help: say(
          "Về màn hình liền trước trên hàng thẻ.", "Goes to the previous screen of the tabs."),
        menu: .go, permission: nil, action: .nextTab(-1)),
    ] + tabs
  }

  private static func keyboard(_ text: ShellText) -> [Command<GlobalAction>] {
    let say = text.language.say
    return [
      Command(
        typingID, keys: typingKeys, title: say("Gõ tiếng Việt", "Vietnamese typing"),
        help: say(
          "Bật, tắt bộ gõ Telex hoặc VNI có sẵn cho các ô chữ; thanh tiêu đề cho biết đang bật.",
          "Switches built-in Telex or VNI for fields of words; the title bar shows when it is on."),
        menu: .program, permission: nil, action: .typing),
      Command(
        "program.vi-keys", keys: [], title: say("Phím vi", "vi keys"),
        help: say(
          "Bật, tắt phím vi: ngoài ô nhập, h j k l thay mũi tên, g về đầu, G về cuối.",
          "Switches vi keys on or off: outside of fields, h j k l are arrows, g and G the ends."),
        menu: .program, permission: nil, action: .viKeys),
    ]
  }

  private static func program(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    let say = text.language.say
    let oneTheme =
      state.themes > 1 ? nil : say("Chỉ có một giao diện màu.", "There is only one theme.")
    return [
      Command(
        "program.language", keys: [.alt("l")], title: say("English", "Tiếng Việt"),
        help: say(
          "Chuyển giao diện sang tiếng Anh.", "Shows the program in Vietnamese."),
        menu: .program, permission: nil, action: .language),
      Command(
        "program.theme", keys: [], title: say("Chọn giao diện màu", "Choose theme"),
        help: say(
          "Chọn giao diện màu; di chuyển để xem thử.", "Chooses the colours; move to try them."),
        menu: .program, permission: nil, disabledReason: oneTheme, action: .chooseTheme),
      Command(
        "program.next-theme", keys: [.alt("t")], title: say("Đổi giao diện màu", "Next theme"),
        help: say("Chuyển sang giao diện màu kế tiếp.", "Changes to the next theme."),
        menu: .program, permission: nil, disabledReason: oneTheme, action: .nextTheme),
    ]
  }

  private static func copying(
    _ text: ShellText, _ state: GlobalState
  ) -> [Command<GlobalAction>] {
    let say = text.language.say
    return [
      Command(
        "record.copy", keys: [.alt("k"), KeyStroke(.insert, .control)],
        title: say("Sao chép", "Copy"),
        help: say(
          "Gửi phần đang chọn tới bộ nhớ tạm của máy bạn, và hiện ra để chọn bằng tay.",
          "Sends the part in focus to your clipboard, and shows it for selecting by hand."),
        menu: .record, permission: nil,
        disabledReason: state.copies > 0
          ? nil : say("Ở đây không có gì để sao chép.", "There is nothing to copy here."),
        action: .copy),
      Command(
        "record.copy-all", keys: [], title: say("Sao chép tất cả", "Copy all"),
        help: say(
          "Như Sao chép, nhưng cả hồ sơ hoặc cả trang thay cho phần đang chọn.",
          "Like Copy, with the whole record or page in place of the part in focus."),
        menu: .record, permission: nil,
        disabledReason: state.copies > 1
          ? nil : say("Ở đây chỉ sao chép được phần đang chọn.", "Here only Copy has something."),
        action: .copyAll),
    ]
  }

  private static func ending(_ text: ShellText, _ state: GlobalState) -> [Command<GlobalAction>] {
    let say = text.language.say
    return [
      Command(
        "program.settings", keys: [.alt("s")], title: say("Cài đặt", "Settings"),
        help: say(
          "Ngôn ngữ, màu, cách gõ, phím, chuột; và tệp của chương trình nằm ở đâu.",
          "Language, colours, typing, keys, mouse; and where the program keeps its files."),
        menu: .program, permission: nil, action: .settings),
      Command(
        mouseID, keys: [.alt("p"), .function(11)],
        title: state.hasMouse
          ? say("Thả chuột để chọn chữ", "Free the mouse") : say("Lấy lại chuột", "Take the mouse"),
        help: state.hasMouse
          ? say(
            "Để terminal dùng chuột chọn chữ; bấm lại phím này thì chương trình dùng chuột.",
            "Leaves the mouse to the terminal for selecting text; the same key takes it back.")
          : say(
            "Chương trình dùng lại chuột để bấm và kéo.",
            "The program uses the mouse again, for clicking and dragging."),
        menu: .program, permission: nil, action: .mouse),
      Command(
        "program.suspend", keys: [], title: say("Về dòng lệnh", "Suspend to the shell"),
        help: say(
          "Tạm dừng chương trình, trả lại dòng lệnh; gõ fg để quay lại đúng chỗ này.",
          "Stops the program and gives the shell back; fg returns to this very place."),
        menu: .program, permission: nil, disabledReason: state.suspendProblem, action: .suspend),
      Command(
        quitID, keys: [.control("q"), .function(10)], title: say("Thoát", "Quit"),
        help: say(
          "Thoát chương trình; chỉ hỏi lại khi có nội dung chưa lưu.",
          "Leaves the program; asks only when something typed is not saved."),
        menu: .program, permission: nil, action: .quit),
    ]
  }
}
