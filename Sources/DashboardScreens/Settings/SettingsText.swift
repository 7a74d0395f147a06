import DashboardKit
import Incubation
import TerminalCanvas

/// The words of the page of settings.
struct SettingsText: Wording {
  let language: Language

  var title: String { say("Cài đặt", "Settings") }

  var groups: [String] {
    [
      say("Ngôn ngữ và màu", "Language and colours"), say("Gõ tiếng Việt", "Typing Vietnamese"),
      say("Phím, chuột, màn hình", "Keys, mouse, screen"),
      say("Tệp của chương trình (chỉ xem)", "Files of the program (only to see)"),
    ]
  }

  func label(_ item: SettingsItem) -> String {
    switch item {
    case .language: say("Ngôn ngữ", "Language")
    case .theme: say("Giao diện màu", "Theme")
    case .typing: say("Kiểu gõ", "Typing method")
    case .toneStyle: say("Đặt dấu thanh", "Tone marks")
    case .brackets: say("[ ] gõ ơ, ư (Telex)", "[ ] type ơ, ư (Telex)")
    case .viKeys: say("Phím kiểu vi", "vi keys")
    case .mouse: say("Chuột", "Mouse")
    case .motion: say("Tự chuyển động", "Motion")
    case .clipboard: say("Bộ nhớ tạm terminal", "Terminal clipboard")
    case .settingsFile: say("Tệp cài đặt", "Settings file")
    case .stateFolder: say("Thư mục trạng thái", "State folder")
    case .logFile: say("Nhật ký", "Log")
    case .database: say("Cơ sở dữ liệu", "Database")
    }
  }

  func about(_ item: SettingsItem) -> String {
    switch item {
    case .language:
      say("Chữ của chương trình; đổi được ngay lúc đang làm.", "The words of the program, at once.")
    case .theme:
      say(
        "← → đổi ngay; Enter mở danh sách để xem thử, Esc trong đó trở về màu cũ.",
        "← → change it at once; Enter lists them to try, where Esc returns to the one before.")
    case .typing:
      say(
        "Bộ gõ có sẵn cho máy không có Unikey; để Tắt khi máy đã có bộ gõ riêng.",
        "For machines without a typing method of their own; leave it off where there is one.")
    case .toneStyle:
      say(
        "Vị trí dấu ở oa, oe, uy: hòa, thủy hay hoà, thuỷ; tìm kiếm coi như nhau.",
        "Where the tone stands in oa, oe, uy: hòa, thủy or hoà, thuỷ; searches find both.")
    case .brackets:
      say(
        "Trong Telex, phím [ cho ơ và ] cho ư; tắt thì gõ được dấu ngoặc vuông.",
        "In Telex [ gives ơ and ] gives ư; off, brackets stay brackets.")
    case .viKeys:
      say(
        "h j k l di chuyển, g và G tới đầu và cuối danh sách; tắt thì chữ dùng để tìm dòng.",
        "h j k l move, g and G go to the ends; off, letters find rows.")
    case .mouse:
      say(
        "Bật: bấm, kéo trong chương trình. Tắt: terminal dùng chuột để chọn chữ.",
        "On: click and drag in the program. Off: the terminal selects text with it.")
    case .motion:
      say(
        "Tắt: không có gì tự đổi; lời báo ở lại cho tới lần bấm phím sau.",
        "Off: nothing changes by itself; messages stay until the next key.")
    case .clipboard:
      say(
        "Cho phép Sao chép gửi chữ tới máy của bạn qua terminal (OSC 52).",
        "Lets Copy send text to your machine through the terminal (OSC 52).")
    case .settingsFile:
      say(
        "Có thể sửa tệp này bằng trình soạn thảo; chương trình nhận ngay, giữ ghi chú của bạn.",
        "Can be edited by hand; the program follows at once, and keeps your comments.")
    case .stateFolder:
      say("Những gì chương trình tự nhớ.", "What the program remembers by itself.")
    case .logFile:
      say("Lỗi được ghi ở đây, không có nội dung hồ sơ.", "Failures, without content of records.")
    case .database:
      say("Nơi lưu hồ sơ; đổi bằng --database.", "Where the records are; --database changes it.")
    }
  }

  func name(_ language: Language) -> String {
    switch language {
    case .vietnamese: "Tiếng Việt"
    case .english: "English"
    }
  }

  func name(_ isOn: Bool) -> String { isOn ? say("Bật", "On") : say("Tắt", "Off") }

  func short(_ style: ToneStyle) -> String {
    switch style {
    case .old: "hòa, thủy"
    case .new: "hoà, thuỷ"
    }
  }

  var nowhere: String { say("không có", "none") }
  var onlyToSee: String {
    say("Dòng này chỉ để xem, không đổi ở đây.", "This line only tells; it is not changed here.")
  }
  func moreProblems(_ count: Int) -> String {
    say(" (còn \(count) chỗ nữa)", " (and \(count) more)")
  }

  var change: CommandWords {
    words(
      ("Đổi", "Change"),
      (
        "Đổi dòng đang chọn sang lựa chọn kế tiếp; ở giao diện màu thì mở danh sách xem thử.",
        "Takes the next choice of this line; for the theme, opens the list to try them."
      ))
  }
  var next: CommandWords {
    words(
      ("Lựa chọn sau", "Next choice"),
      ("Lấy lựa chọn kế tiếp của dòng đang chọn.", "Takes the next choice of this line."))
  }
  var previous: CommandWords {
    words(
      ("Lựa chọn trước", "Choice before"),
      ("Lấy lựa chọn liền trước của dòng đang chọn.", "Takes the choice before of this line."))
  }

  /// The end of a path, which says more than its beginning, when the whole does not fit.
  static func end(of path: String, width: Int) -> String {
    guard TextWidth.width(of: path) > width, width > 1 else { return path }
    var rest = Substring(path)
    while TextWidth.width(of: String(rest)) > width - 1 { rest = rest.dropFirst() }
    return "…" + rest
  }
}
