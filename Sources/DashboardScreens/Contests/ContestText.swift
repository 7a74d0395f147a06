import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of the screens about contests and rounds.
struct ContestText: Wording {
  let language: Language

  var title: String { say("Cuộc thi", "Contests") }
  var roundTitle: String { say("Vòng thi", "Round") }
  var loading: String { say("Đang tải…", "Loading…") }
  var empty: String {
    say(
      "Chưa có cuộc thi nào. Nhấn Ins để tạo cuộc thi đầu tiên.",
      "There is no contest yet. Press Ins to make the first one.")
  }
  var emptySection: String { say("Chưa có gì ở đây; Ins để thêm.", "Nothing here yet; Ins adds.") }
  var nothingInFocus: String { say("Chưa chọn dòng nào.", "No line is in focus.") }
  var notHere: String {
    say("Phần này không có việc ấy; Tab sang phần khác.", "Not in this part; Tab goes to others.")
  }
  var enteringWords: String {
    say(
      "Chọn cuộc thi để đưa hồ sơ vào dự thi, rồi nhấn Enter. Esc: thôi.",
      "Choose the contest that the ventures enter, then press Enter. Esc leaves it.")
  }

  func section(_ section: ContestSection) -> String {
    switch section {
    case .rounds: say("Vòng thi", "Rounds")
    case .entries: say("Bài dự thi", "Entries")
    case .judges: say("Giám khảo", "Judges")
    case .deadlines: say("Hạn nộp", "Deadlines")
    }
  }

  func section(_ section: RoundSection) -> String {
    switch section {
    case .course: say("Tiến trình", "Course")
    case .grid: say("Lưới", "Grid")
    case .board: say("Bảng điểm", "Board")
    case .stage: say("Sân khấu", "Stage")
    case .panel: say("Hội đồng", "Panel")
    case .rules: say("Thể lệ", "Rules")
    }
  }

  // MARK: Commands

  var open: CommandWords {
    words(("Mở", "Open"), ("Mở dòng đang chọn.", "Opens the line in focus."))
  }
  var add: CommandWords {
    words(
      ("Thêm", "Add"),
      (
        "Thêm vào phần đang xem: cuộc thi, vòng, bài dự thi, giám khảo, hạn nộp.",
        "Adds to this part: a contest, a round, an entry, a judge, a deadline."
      ))
  }
  var edit: CommandWords {
    words(
      ("Sửa", "Edit"),
      (
        "Sửa dòng đang chọn; ở vòng thi: sửa cuộc thi.",
        "Changes the line in focus; among rounds, the contest."
      ))
  }
  var nextSection: CommandWords {
    words(
      ("Phần sau", "Next part"),
      ("Sang phần kế tiếp của trang.", "Goes to the next part of the page."))
  }
  var previousSection: CommandWords {
    words(
      ("Phần trước", "Part before"),
      ("Về phần đứng trước của trang.", "Goes to the part before."))
  }
  var importEntries: CommandWords {
    words(
      ("Nhập CSV", "Import CSV"),
      (
        "Nhập danh sách bài dự thi từ tệp CSV: title, rồi entry, organisation, leader, board.",
        "Brings entries in from a CSV file: title, then entry, organisation, leader, board."
      ))
  }
  var check: CommandWords {
    words(
      ("Kiểm tra", "Check"),
      (
        "Ghi kết quả kiểm tra điều kiện dự thi của các bài đã đánh dấu.",
        "Records whether the marked entries may take part."
      ))
  }
  var admit: CommandWords {
    words(
      ("Đưa vào vòng", "Let in"),
      (
        "Đưa các bài đã đánh dấu vào một vòng thi; vòng giấu tên thì bài nhận mã bốc thăm.",
        "Lets the marked entries into a round; in a blind round they get codes by lot."
      ))
  }
  var withdraw: CommandWords {
    words(
      ("Rút bài", "Withdraw"),
      (
        "Rút bài đang chọn khỏi cuộc thi, hoặc nhận lại bài đã rút; cần lý do.",
        "Withdraws the entry in focus, or lets it in again; a reason is needed."
      ))
  }
  var mark: CommandWords {
    words(
      ("Đánh dấu", "Mark"),
      ("Đánh dấu bài đang chọn, hoặc bỏ dấu.", "Marks the entry in focus, or takes the mark away."))
  }
  var markAll: CommandWords {
    words(
      ("Dấu tất cả", "Mark all"),
      ("Đánh dấu mọi bài, hoặc bỏ mọi dấu.", "Marks every entry, or takes every mark away."))
  }
  var submit: CommandWords {
    words(("Làm", "Do it"), ("Làm việc đang hỏi.", "Does what is asked about."))
  }
  var cancel: CommandWords {
    words(
      ("Thôi", "Leave it"), ("Đóng câu hỏi, không làm gì.", "Closes the question; nothing is done.")
    )
  }

  // MARK: Words in tables

  func state(_ state: RoundState) -> TableCell {
    let mark =
      switch state {
      case .draft: "·"
      case .open: "●"
      case .frozen: "◆"
      case .closed: "■"
      case .verified: "✓"
      case .signed: "✓✓"
      case .published, .archived: "▲"
      }
    let role: Role =
      switch state {
      case .open, .frozen: .warning
      case .draft, .archived: .muted
      default: .ok
      }
    return TableCell(mark + " " + state.label(language), role)
  }

  func day(_ day: LocalDate?) -> String { day?.formatted ?? "-" }
}
