import DashboardKit
import Incubation
import TerminalCanvas

/// Refusals, questions and commands of the score sheet.
extension ScoringText {
  func refusal(_ refusal: ScoringRefusal, _ criterion: Criterion) -> String {
    let typing = ScoreTyping(criterion)
    let typed =
      language == .vietnamese
      ? refusal.typed : String(refusal.typed.map { $0 == "," ? "." : $0 })
    let (low, high) = (number(hundredths: typing.least), number(hundredths: typing.most))
    switch refusal.reason {
    case .outOfRange:
      return say(
        "\(typed) không nhận: điểm phải từ \(low) đến \(high).",
        "\(typed) is not taken: a score is from \(low) to \(high).")
    case .offStep:
      let step = number(hundredths: typing.step)
      return say(
        "\(typed) không nhận: điểm đi theo bước \(step), từ \(low) đến \(high).",
        "\(typed) is not taken: scores go by steps of \(step), from \(low) to \(high).")
    }
  }

  var noNumber: String {
    say("Nội dung dán không phải là một điểm số.", "What was pasted is no score.")
  }

  func closed(_ reason: ScoringScreen.Closed) -> String {
    switch reason {
    case .nothing: loading
    case .draft:
      say(
        "Vòng thi chưa mở chấm; chờ ban tổ chức mở vòng.",
        "The round is not open yet; wait for the organiser.")
    case .over:
      say("Vòng thi đã đóng nên không nhận điểm nữa.", "The round is closed; no score is taken.")
    case .conflict:
      say(
        "Bạn có xung đột lợi ích với bài này nên không chấm.",
        "You have a conflict of interest with this entry and do not score it.")
    case .sealed:
      say(
        "Phiếu đã niêm phong; muốn sửa thì xin mở lại, có lý do.",
        "The sheet is sealed; to change it ask for reopening, with a reason.")
    }
  }

  func conflictLine(_ conflict: ConflictOfInterest) -> String {
    let reason = conflict.reason.isBlank ? "" : ": \(conflict.reason)"
    let state =
      conflict.status == .proposed
      ? say(" (đề xuất, chờ thư ký)", " (proposed, the secretary decides)") : ""
    return say("× Xung đột lợi ích: ", "× Conflict of interest: ")
      + conflict.kind.label(language) + reason + state
  }

  // MARK: - Progress

  /// How far the sheet of an entry is, in a few words.
  func progress(of entry: RoundEntry, in state: ScoringState) -> String {
    guard let page = state.page, let sheet = state.sheet(of: entry) else { return "" }
    if page.conflict(with: entry.entry) != nil { return say("× xung đột", "× conflict") }
    let filled = sheet.filled(page.criteria)
    let words: String =
      if sheet.isSealed { say("■ niêm phong", "■ sealed") } else if filled == 0 {
        say("chưa chấm", "blank")
      } else if filled == page.criteria.count {
        say("✓ đủ", "✓ complete")
      } else {
        self.filled(filled, of: page.criteria.count)
      }
    return (sheet.isFlagged ? "⚑ " : "") + words
  }

  var nothingMissing: String {
    say("Mọi phiếu đều đủ điểm.", "No score is missing on any sheet.")
  }
  var nobodyToFollow: String {
    say("Chưa có bài nào được mời lên trình bày.", "No entry was called to the stage.")
  }
  func notMine(_ entry: RoundEntry) -> String {
    say(
      "Bài đang trình bày (\(entry.code)) không được phân cho bạn.",
      "The entry on stage (\(entry.code)) is not assigned to you.")
  }
  var nothingToUndo: String {
    say("Chưa chấm điểm nào để hoàn tác.", "No score was given that could be taken back.")
  }
  var nothingToRedo: String {
    say("Không có điểm nào vừa được hoàn tác.", "No score was taken back.")
  }
  var notSealed: String { say("Phiếu này chưa niêm phong.", "This sheet is not sealed.") }
  var nothingWaits: String { say("Không còn điểm nào chờ gửi.", "No score waits to be sent.") }
  var isDeclared: String { say("Bạn đã khai xong.", "You have declared already.") }
  var declared: String { say("Đã ghi nhận khai báo.", "The declaration was recorded.") }
  var asked: String {
    say(
      "Đã gửi đề nghị mở lại; người thứ hai của ban tổ chức sẽ duyệt.",
      "The request was sent; a second person of the organiser decides.")
  }

  // MARK: - Sealing

  func lacks(_ entry: RoundEntry, _ count: Int) -> String {
    say("bài \(entry.code) thiếu \(count)", "entry \(entry.code) lacks \(count)")
  }
  func sealQuestion(ready: Int, missing: [String], flagged: [String]) -> String {
    var lines = [
      ready == 0
        ? say("Chưa có phiếu nào đủ điểm để niêm phong.", "No sheet is complete yet.")
        : say(
          "Niêm phong \(ready) phiếu đủ điểm? Sau đó muốn sửa phải xin mở lại, có lý do.",
          "Seal \(ready) complete sheets? To change them later you must ask, with a reason.")
    ]
    if !missing.isEmpty {
      let rest = missing.count - 8
      let more = rest > 0 ? say(" và \(rest) bài nữa", " and \(rest) more") : ""
      let list = missing.prefix(8).joined(separator: ", ") + more
      lines.append(
        say(
          "Còn thiếu (không niêm phong lần này): \(list).", "Left open, scores missing: \(list)."))
    }
    if !flagged.isEmpty {
      let list = flagged.joined(separator: ", ")
      lines.append(
        say("Bạn đã đánh dấu xem lại: \(list).", "You flagged to look again: \(list)."))
    }
    return lines.joined(separator: "\n")
  }
  var goOnScoring: String { say("Chưa, chấm tiếp", "No, go on scoring") }
  func sealNow(_ count: Int) -> String {
    say("Niêm phong \(count) phiếu", "Seal \(count) sheets")
  }
  func sealWaits(_ count: Int) -> String {
    say(
      "Còn \(count) điểm chưa tới cơ sở dữ liệu; chờ lưu xong rồi niêm phong.",
      "\(count) scores are not in the database yet; seal when they are saved.")
  }
  var allSealed: String {
    say("Mọi phiếu của bạn đã niêm phong.", "All your sheets are sealed.")
  }
  func sealedNow(_ count: Int, _ at: Timestamp) -> String {
    let time = Formatting(language).time(at)
    return say("Đã niêm phong \(count) phiếu lúc \(time).", "Sealed \(count) sheets at \(time).")
  }

  // MARK: - What was left behind

  var leftTitle: String { say("Điểm của lần trước", "Scores of last time") }
  func leftQuestion(_ count: Int) -> String {
    say(
      "Lần trước còn \(count) điểm nằm trên máy này, chưa tới cơ sở dữ liệu (dấu • trên phiếu). "
        + "Gửi bây giờ? Điểm đã có thì không bị nhân đôi.",
      "\(count) scores of an earlier run are on this machine and not in the database (• on the "
        + "sheet). Send them now? None is doubled.")
  }
  var sendLeft: String { say("Gửi ngay", "Send now") }
  var later: String { say("Để sau", "Later") }

  // MARK: - Panels

  func commentTitle(_ criterion: Criterion?) -> String {
    guard let criterion else { return remark }
    return say("Nhận xét: ", "Remark: ") + criterion.title(language).string
  }
  var conflictTitle: String { say("Xung đột lợi ích với bài này", "Conflict with this entry") }
  var conflictReason: String {
    say("Nói rõ thêm (có thể để trống)", "In words (may be left empty)")
  }
  var conflictWarning: String {
    say(
      "Khai rồi thì bạn không chấm bài này; chỉ thư ký bỏ được.",
      "You will not score this entry; only the secretary can lift it.")
  }
  var reopenTitle: String { say("Xin mở lại phiếu: lý do", "Ask for reopening: the reason") }
  var reasonMissing: String { say("Cần ghi lý do.", "A reason is needed.") }
  var typeToFind: String { say("gõ để tìm", "type to find") }
  var noSummary: String { say("Bài không có tóm tắt.", "The entry has no summary.") }
}
