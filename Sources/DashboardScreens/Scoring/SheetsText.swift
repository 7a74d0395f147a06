import DashboardKit
import Incubation
import TerminalCanvas

/// The words of the list of the own rounds.
struct SheetsText: Wording {
  let language: Language

  var title: String { say("Phiếu của tôi", "My sheets") }
  var loading: String { say("Đang tải các vòng của bạn…", "Loading your rounds…") }
  var empty: String { ScoringText(language: language).noRound }

  var contest: String { say("Vòng · cuộc thi", "Round · contest") }
  var state: String { say("Trạng thái", "State") }
  var day: String { say("Ngày", "Day") }
  var progress: String { say("Phiếu đủ", "Complete") }
  var sealed: String { say("Niêm phong", "Sealed") }

  func name(_ row: SheetsRow) -> String {
    "\(row.round.content.title(language)) · \(row.contest(language))"
  }
  func progress(_ row: SheetsRow) -> String { "\(row.complete)/\(row.count)" }

  /// What is left to do in a round, in one sentence.
  func about(_ row: SheetsRow) -> String {
    var parts: [String] = []
    let missing = row.count - row.complete
    if row.round.state.takesScores {
      parts.append(
        missing == 0
          ? say("Mọi phiếu đều đủ điểm.", "All sheets are complete.")
          : say(
            "Còn \(missing) phiếu chưa đủ điểm.",
            "\(missing) \(missing == 1 ? "sheet lacks" : "sheets lack") scores."))
      if missing == 0, row.sealed < row.count {
        parts.append(say("Chưa niêm phong hết.", "Not all are sealed."))
      }
    }
    if row.conflicts > 0 {
      parts.append(
        say(
          "\(row.conflicts) bài không chấm vì xung đột lợi ích.",
          "\(row.conflicts) not scored for a conflict of interest."))
    }
    if let code = row.onStage {
      parts.append(say("Đang trình bày: bài \(code).", "On stage: entry \(code)."))
    }
    return parts.joined(separator: " ")
  }

  func line(_ row: SheetsRow, today: LocalDate) -> String {
    let day = row.round.content.heldOn.map { ", \($0.formatted)" } ?? ""
    return name(row) + day + ": " + row.round.state.label(language) + ", "
      + say("đủ \(progress(row)) phiếu", "\(progress(row)) sheets complete") + ", "
      + say("niêm phong \(row.sealed)", "\(row.sealed) sealed")
  }

  // MARK: - The journal

  func left(_ count: Int, key: String) -> String {
    say(
      "! Lần trước còn \(count) điểm nằm trên máy này, chưa tới cơ sở dữ liệu. "
        + "\(key) gửi ngay; điểm đã có thì không bị nhân đôi.",
      "! \(count) scores of an earlier run are on this machine and not in the database. "
        + "\(key) sends them; none is doubled.")
  }
  var sending: String { say("Đang gửi điểm của lần trước…", "Sending what was left behind…") }
  var nothingLeft: String {
    say("Máy này không còn điểm chưa gửi.", "No score is left on this machine.")
  }
  func merged(_ saved: Int, _ waiting: Int) -> String {
    let rest =
      waiting == 0
      ? "" : say(" Còn \(waiting) điểm chưa gửi được.", " \(waiting) could not be sent yet.")
    return say(
      "Đã gửi \(saved) điểm còn lại từ lần trước.", "Sent \(saved) scores left from last time.")
      + rest
  }
  func notTaken(_ why: String) -> String {
    say("Một điểm của lần trước không được nhận: ", "A score left from last time is refused: ")
      + why
  }

  var open: CommandWords {
    words(
      ("Chấm", "Score"),
      (
        "Mở phiếu của vòng đang chọn, ở bài đầu tiên chưa đủ điểm.",
        "Opens the sheets of the round in focus, at the first entry that lacks scores."
      ))
  }
  var send: CommandWords {
    words(
      ("Gửi điểm cũ", "Send what was left"),
      (
        "Gửi các điểm mà lần chạy trước để lại trên máy này; không điểm nào bị nhân đôi.",
        "Sends the scores that an earlier run left on this machine; none is doubled."
      ))
  }
}
