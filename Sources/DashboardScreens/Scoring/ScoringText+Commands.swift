import DashboardKit
import Incubation

/// The commands of the score sheet.
extension ScoringText {
  var missing: CommandWords {
    words(
      ("Ô thiếu", "Next missing"),
      (
        "Tới tiêu chí chưa có điểm kế tiếp, ở phiếu này rồi các phiếu sau.",
        "Goes to the next criterion without a score, here and then on the sheets after this one."
      ))
  }
  var next: CommandWords {
    words(("Bài sau", "Next entry"), ("Sang phiếu của bài kế tiếp.", "Goes to the next entry."))
  }
  var previous: CommandWords {
    words(
      ("Bài trước", "Entry before"), ("Về phiếu của bài liền trước.", "Goes to the entry before."))
  }
  var entries: CommandWords {
    words(
      ("Các bài", "Entries"),
      (
        "Liệt kê các bài của bạn với tiến độ, để tới một bài.",
        "Lists your entries with their progress, to go to one."
      ))
  }
  var follow: CommandWords {
    words(
      ("Tới bài trình bày", "Entry on stage"),
      (
        "Tới phiếu của bài mà ban tổ chức đang mời trình bày.",
        "Goes to the sheet of the entry that was called to the stage."
      ))
  }
  var details: CommandWords {
    words(
      ("Hồ sơ", "About it"),
      ("Xem tóm tắt mà bài dự thi tự giới thiệu.", "Shows what the entry says about itself."))
  }
  var comment: CommandWords {
    words(
      ("Nhận xét", "Remark"),
      (
        "Ghi nhận xét cho tiêu chí đang chọn, hoặc cho cả bài.",
        "Writes a remark on the criterion in focus, or on the whole entry."
      ))
  }
  var flag: CommandWords {
    words(
      ("Xem lại sau", "Look again"),
      ("Đánh dấu, hoặc bỏ dấu, để xem lại phiếu này sau.", "Marks this sheet to be seen again."))
  }
  var clear: CommandWords {
    words(
      ("Bỏ điểm", "Clear score"),
      ("Bỏ điểm của tiêu chí đang chọn.", "Takes the score of the criterion in focus away."))
  }
  var undo: CommandWords {
    words(
      ("Hoàn tác điểm", "Undo score"),
      (
        "Trả điểm vừa chấm về như trước; lịch sử vẫn ghi cả hai.",
        "Puts the latest score back as it was; the history keeps both."
      ))
  }
  var redo: CommandWords {
    words(
      ("Chấm lại điểm", "Redo score"),
      ("Chấm lại điểm vừa hoàn tác.", "Gives again the score that was just taken back."))
  }
  var seal: CommandWords {
    words(
      ("Niêm phong", "Seal"),
      (
        "Niêm phong các phiếu đủ điểm của bạn, sau khi hỏi lại và nêu phiếu còn thiếu.",
        "Seals your complete sheets, after a question that names what is missing."
      ))
  }
  var reopen: CommandWords {
    words(
      ("Xin mở lại", "Ask to reopen"),
      (
        "Xin mở lại phiếu đã niêm phong, có lý do; người thứ hai duyệt.",
        "Asks for a sealed sheet to be opened again, with a reason; a second person decides."
      ))
  }
  var send: CommandWords {
    words(
      ("Gửi ngay", "Send now"),
      (
        "Gửi ngay các điểm đang chờ trên máy này.",
        "Sends at once the scores that wait on this machine."
      ))
  }
  var conflict: CommandWords {
    words(
      ("Xung đột", "Conflict"),
      (
        "Khai xung đột lợi ích với bài này; bạn sẽ không chấm bài.",
        "Declares a conflict of interest with this entry; you will not score it."
      ))
  }
  var declareComplete: CommandWords {
    words(
      ("Khai xong xung đột", "All conflicts told"),
      (
        "Xác nhận đã khai hết các xung đột lợi ích trong vòng này.",
        "Says that you have declared every conflict of interest in this round."
      ))
  }
  var cancel: CommandWords {
    words(("Thôi", "Cancel"), ("Đóng, không thay đổi gì.", "Closes; nothing changes."))
  }
  var close: CommandWords {
    words(("Đóng", "Close"), ("Đóng phần tóm tắt.", "Closes the summary."))
  }
  var choose: CommandWords {
    words(("Chọn", "Choose"), ("Lấy dòng đang chọn.", "Takes the line in focus."))
  }
  var keepComment: CommandWords {
    words(("Ghi", "Keep"), ("Ghi nhận xét vào phiếu.", "Writes the remark on the sheet."))
  }
  var askNow: CommandWords {
    words(("Gửi", "Send"), ("Gửi đề nghị mở lại phiếu.", "Sends the request."))
  }
  var declareNow: CommandWords {
    words(("Khai", "Declare"), ("Ghi xung đột lợi ích này.", "Records this conflict."))
  }
}
