import Incubation
import Storage
import TerminalCanvas

/// The words of the shell, Vietnamese and English side by side.
struct ShellText: Hashable, Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  var program: String { "Vườn Ươm" }
  func demo(_ day: String) -> String {
    language.say("\(day) (dữ liệu mẫu)", "\(day) (sample data)")
  }
  func demoShort(_ day: String) -> String { language.say("\(day) (mẫu)", "\(day) (sample)") }
  func tooSmall(_ size: Size) -> String {
    language.say(
      "Cửa sổ \(size.width)×\(size.height) quá nhỏ: hãy nới rộng thành ít nhất 60×20 (cột × dòng).",
      "The window of \(size.width)×\(size.height) is too small: make it at least 60×20 "
        + "(columns × lines).")
  }
  func invalidBytes(_ count: Int) -> String {
    language.say(
      "Đã bỏ \(count) byte không phải Unicode; văn bản dùng bảng mã cũ (TCVN3, VNI) cần đổi trước.",
      "Dropped \(count) bytes that are not Unicode; convert text in an old encoding first.")
  }

  // MARK: Connection

  func connection(_ state: ChangeNotice.ConnectionState) -> String {
    switch state {
    case .live: language.say("● trực tiếp", "● live")
    case .polling: language.say("◐ hỏi định kỳ", "◐ polling")
    case .offline: language.say("○ mất kết nối", "○ offline")
    }
  }
  var reconnected: String {
    language.say("Đã kết nối lại; đang tải lại dữ liệu.", "Connected again; loading anew.")
  }
  var lostConnection: String {
    language.say(
      "Mất kết nối với cơ sở dữ liệu; đang thử lại, số liệu trên màn hình có thể đã cũ.",
      "The connection to the database is lost; trying again, what is shown may be old.")
  }

  // MARK: Dialogs

  var helpTitle: String { language.say("Trợ giúp", "Help") }
  var paletteTitle: String { language.say("Lệnh", "Commands") }
  var themesTitle: String { language.say("Giao diện màu", "Theme") }
  var searchCommands: String {
    language.say("Gõ để tìm lệnh, không cần dấu", "Type to find a command")
  }
  var nothingFound: String {
    language.say(
      "Không có lệnh nào khớp; xóa bớt chữ để tìm lại.", "No command matches; type less.")
  }
  var emptyMenu: String { language.say("Không có lệnh ở đây", "No commands here") }
  var everywhere: String { language.say("Ở mọi màn hình", "On every screen") }
  var choose: String { language.say("Chọn", "Choose") }
  var run: String { language.say("Thực hiện", "Run") }
  var scroll: String { language.say("Cuộn", "Scroll") }
  var close: String { language.say("Đóng", "Close") }
  var otherMenu: String { language.say("Trình đơn khác", "Other menu") }
  func menu(_ menu: CommandMenu) -> String {
    switch menu {
    case .record: language.say("Hồ sơ", "Record")
    case .view: language.say("Xem", "View")
    case .go: language.say("Đi", "Go")
    case .program: language.say("Chương trình", "Program")
    }
  }

  // MARK: Mouse, copying, suspending

  var mouseMark: String { language.say("CHỌN CHỮ", "SELECT") }
  var mouseIsFree: String {
    language.say(
      "Đã thả chuột: kéo chuột để chọn chữ của terminal; Alt+P lấy lại chuột.",
      "The mouse is free: drag to select text of the terminal; Alt+P takes it back.")
  }
  var mouseIsOurs: String {
    language.say(
      "Chương trình dùng lại chuột: bấm và kéo được.",
      "The program has the mouse again: click and drag.")
  }
  var cannotSuspend: String {
    language.say(
      "Ở đây không có dòng lệnh để trở về.", "There is no shell to return to here.")
  }
  var suspendsAfterWriting: String {
    language.say(
      "Đang ghi nốt dữ liệu; ghi xong sẽ tạm dừng ngay.",
      "Writing is being finished; the program is suspended right after it.")
  }
  func copyTitle(_ title: String) -> String {
    language.say("Sao chép: ", "Copy: ") + title
  }

  /// What came of copying: a mark, a sentence, and how serious it is.
  func copied(_ outcome: CopyOutcome) -> (mark: String, words: String, role: Role) {
    let byHand = language.say(
      "Kéo chuột trên phần chữ dưới đây để chọn bằng tay.",
      "Drag the mouse over the text below to select it by hand.")
    switch outcome {
    case .sent:
      return (
        "✓",
        language.say(
          "Đã gửi tới terminal; dán thử để biết terminal có nhận không. ",
          "Sent to the terminal; paste to see whether it took it. ") + byHand, .ok
      )
    case .sentToTmux:
      return (
        "✓",
        language.say(
          "Đã gửi tới tmux; tmux chỉ chuyển tiếp khi có «set -g set-clipboard on». ",
          "Sent to tmux, which passes it on only with “set -g set-clipboard on”. ") + byHand, .ok
      )
    case .tooLong(let limit):
      let most = NumberText.grouped(Int64(limit), language)
      return (
        "×",
        language.say(
          "Chưa sao chép: dài hơn \(most) byte, terminal không nhận. ",
          "Not copied: it has more than the \(most) bytes that terminals take. ") + byHand, .danger
      )
    case .unsupported(let terminal):
      let name = terminal.isEmpty ? "" : " «\(terminal)»"
      return (
        "×",
        language.say(
          "Chưa sao chép: terminal\(name) không có bộ nhớ tạm. ",
          "Not copied: the terminal\(name) has no clipboard. ") + byHand, .danger
      )
    case .switchedOff:
      return (
        "×",
        language.say(
          "Chưa sao chép: bộ nhớ tạm của terminal đang tắt trong Cài đặt. ",
          "Not copied: the clipboard of the terminal is off in the settings. ") + byHand, .warning
      )
    }
  }

  // MARK: Keyboard

  func typing(_ typing: Typing) -> String {
    guard typing.isOn else {
      return language.say(
        "Đã tắt bộ gõ có sẵn; F12 hoặc Alt+G bật lại.",
        "Built-in typing is off; F12 or Alt+G switches it on.")
    }
    let name = typing.method.label(language).string
    return language.say(
      "Gõ \(name) trong các ô chữ; F12 hoặc Alt+G tắt.",
      "\(name) in fields of words; F12 or Alt+G switches it off.")
  }
  func viKeys(isOn: Bool) -> String {
    isOn
      ? language.say(
        "Phím vi: h j k l di chuyển, g về đầu, G về cuối, ngoài ô nhập.",
        "vi keys: h j k l move, g and G go to the ends, outside of fields.")
      : language.say(
        "Đã tắt phím vi; chữ cái tìm đến dòng.", "vi keys are off; letters find rows.")
  }

  // MARK: Leaving

  var howToQuit: String { language.say("Thoát bằng Ctrl+Q.", "Ctrl+Q leaves the program.") }

  var leaveTitle: String { language.say("Chưa lưu", "Not saved") }
  func leaveQuestion(_ screen: String) -> String {
    language.say(
      "Nội dung đang nhập ở «\(screen)» chưa được lưu. Rời đi và bỏ nội dung đó?",
      "What you typed in “\(screen)” is not saved. Leave and lose it?")
  }
  var stay: String { language.say("Ở lại", "Stay") }
  var leave: String { language.say("Rời đi, bỏ nội dung", "Leave and lose it") }
}
