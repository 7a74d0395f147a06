import DashboardKit
import Incubation
import TerminalCanvas

/// The words of the commands on a round.
extension ContestText {
  var roundOpen: CommandWords {
    words(
      ("Làm, mở", "Do, open"),
      (
        "Làm bước đang chọn, mở phiếu, gọi bài lên sân khấu, hoặc quyết định dòng đang chọn.",
        "Does the step in focus, opens the sheet, calls the entry, or settles the line."
      ))
  }
  var missing: CommandWords {
    words(
      ("Ô thiếu", "Missing"),
      ("Nhảy đến phiếu thiếu kế tiếp trên lưới.", "Jumps to the next missing sheet on the grid."))
  }
  var chase: CommandWords {
    words(
      ("Nhắc", "Chase"),
      (
        "Nhảy đến phiếu thiếu còn có thể đổi nhóm đầu nhiều nhất, rồi lần lượt các phiếu sau.",
        "Jumps to the missing sheet that can still move the top places most, then to the next."
      ))
  }
  var resort: CommandWords {
    words(
      ("Xếp lại", "Sort again"),
      (
        "Xếp bảng điểm theo hạng mới; cho đến lúc ấy không dòng nào tự dời chỗ.",
        "Puts the board into the new order; until then no line moves by itself."
      ))
  }
  var alerts: CommandWords {
    words(
      ("Cảnh báo", "Alerts"),
      (
        "Xem các cảnh báo và giải thích, hoặc trở lại bảng điểm.",
        "Shows the alerts with their meaning, or the board again."
      ))
  }
  var reveal: CommandWords {
    words(
      ("Màn chiếu", "Projector"),
      ("Mở màn hình trao giải của vòng này.", "Opens the screen that reveals this result."))
  }
  var paper: CommandWords {
    words(
      ("Phiếu giấy", "Paper sheet"),
      (
        "Nhập phiếu giấy của ô đang chọn; hai người nhập riêng rồi so từng ô.",
        "Keys the paper sheet of the cell; two people do, and the fields are compared."
      ))
  }
  var reopen: CommandWords {
    words(
      ("Xin mở lại", "Ask reopening"),
      (
        "Xin mở lại phiếu đã niêm phong của ô đang chọn; người khác duyệt ở phần Hội đồng.",
        "Asks to reopen the sealed sheet; another person approves it under Panel."
      ))
  }
  var points: CommandWords {
    words(
      ("Điểm BTC", "Points"),
      (
        "Nhập điểm do ban tổ chức cho bài đang chọn, nếu thể lệ có.",
        "Enters the organiser's points of the entry, where the rules have any."
      ))
  }
  var presence: CommandWords {
    words(
      ("Vắng, có mặt", "Presence"),
      ("Ghi giám khảo đang chọn vắng hay có mặt.", "Sets the judge down as absent or present."))
  }
  var substitute: CommandWords {
    words(
      ("Người thay", "Substitute"),
      (
        "Cử người thay giám khảo đang chọn; phiếu đã xong được giữ.",
        "Puts another judge in the place of this one; finished sheets stay."
      ))
  }
  var declare: CommandWords {
    words(
      ("Xung đột", "Conflict"),
      (
        "Kê khai xung đột lợi ích giữa một giám khảo và một bài.",
        "Declares a conflict of interest between a judge and an entry."
      ))
  }
  var seat: CommandWords {
    words(
      ("Mời giám khảo", "Seat judges"),
      (
        "Mời giám khảo của cuộc thi vào vòng; xung đột có trong hồ sơ được đề xuất ngay.",
        "Seats judges of the contest; conflicts that the records know are proposed at once."
      ))
  }
  var editRound: CommandWords {
    words(
      ("Sửa vòng", "Edit round"),
      ("Sửa tên, ngày, số phút của vòng.", "Changes name, day and minutes of the round."))
  }
  var assign: CommandWords {
    words(
      ("Phân công", "Assign"),
      (
        "Phân giám khảo cho bài: cả hội đồng, hoặc mỗi bài một số người, cân bằng theo số gieo.",
        "Assigns judges: the full panel, or so many an entry, balanced by a seed."
      ))
  }
  var draw: CommandWords {
    words(
      ("Bốc thăm", "Draw"),
      (
        "Bốc thăm thứ tự trình bày; số gieo được ghi lại để ai cũng bốc lại được.",
        "Draws the running order; the seed is recorded, so that anybody can draw it again."
      ))
  }
  var changeRules: CommandWords {
    words(
      ("Đổi thể lệ", "Change rules"),
      (
        "Lấy thể lệ từ tệp, từ vòng khác hoặc phiếu thường dùng.",
        "Takes rules from a file, from another round, or the usual sheet."
      ))
  }
  var exportRules: CommandWords {
    words(
      ("Xuất thể lệ", "Export rules"),
      ("Ghi thể lệ đang áp dụng ra tệp rules.toml.", "Writes the rules in force as rules.toml."))
  }
  var exportFiles: CommandWords {
    words(
      ("Xuất tệp", "Export files"),
      (
        "Ghi thể lệ, bài, điểm, giám khảo ra tệp để ai cũng tính lại được.",
        "Writes rules, entries, scores and judges, so that anybody can recount."
      ))
  }
  var stageToggle: CommandWords {
    words(
      ("Chạy, dừng", "Run, pause"),
      ("Cho đồng hồ chạy hoặc dừng.", "Lets the clock run, or stand."))
  }
  var stageQuestions: CommandWords {
    words(
      ("Hỏi đáp", "Questions"),
      ("Chuyển đồng hồ sang phần hỏi đáp.", "Goes on to the questions on the clock."))
  }
  var stageExtend: CommandWords {
    words(
      ("Thêm 1 phút", "Extend"),
      ("Thêm một phút cho phần đang chạy.", "Gives this part of the clock a minute more."))
  }
  var stageClear: CommandWords {
    words(
      ("Mời xuống", "Clear stage"),
      ("Không còn bài nào trên sân khấu.", "Nobody is on the stage any more."))
  }
  var nobodyOnStage: String {
    say(
      "Chưa có bài nào trên sân khấu; chọn bài rồi nhấn Enter.",
      "Nobody is on the stage; choose an entry and press Enter.")
  }

  var noAlerts: String {
    say("Không có cảnh báo nào.", "There are no alerts.")
  }

  // MARK: The grid

  /// The mark of a cell; every one of them also has a word.
  func mark(_ cell: RoundSnapshot.CellState) -> (String, Role) {
    switch cell {
    case .notAssigned: (" ", .muted)
    case .conflict: ("×", .danger)
    case .absent: ("-", .danger)
    case .blank: ("·", .warning)
    case .partial: ("◐", .warning)
    case .complete: ("○", .text)
    case .confirmed: ("●", .text)
    case .sealed: ("✓", .ok)
    }
  }

  /// The marks with their words.
  var legend: String {
    RoundSnapshot.CellState.allCases.filter { $0 != .notAssigned }
      .map { mark($0).0 + " " + $0.label(language) }.joined(separator: "  ")
  }
}
