import DashboardKit
import Incubation
import TerminalCanvas

/// The words of the score sheet.
struct ScoringText: Wording {
  let language: Language

  var title: String { say("Phiếu chấm", "Score sheet") }
  var loading: String { say("Đang tải phiếu…", "Loading the sheet…") }
  var noRound: String {
    say(
      "Bạn chưa được phân chấm vòng nào. Ban tổ chức đưa bạn vào hội đồng thì phiếu hiện ở đây.",
      "You judge no round. Once the organiser puts you on a panel, your sheets are here.")
  }
  var noEntries: String {
    say("Bạn chưa được phân bài nào trong vòng này.", "No entry of this round is assigned to you.")
  }

  // MARK: - The head

  var sheets: String { say("Phiếu", "Sheets") }
  func counts(done: Int, begun: Int, blank: Int, sealed: Int) -> String {
    var parts = [
      say("\(done) đủ", "\(done) complete"), say("\(begun) đang chấm", "\(begun) begun"),
      say("\(blank) chưa", "\(blank) blank"),
    ]
    if sealed > 0 { parts.append(say("\(sealed) niêm phong", "\(sealed) sealed")) }
    return parts.joined(separator: " · ")
  }
  func place(_ place: Int, of count: Int) -> String {
    say("bài \(place)/\(count)", "entry \(place) of \(count)")
  }
  /// An entry as it is called: its code, and its name where that may be seen.
  func name(of entry: RoundEntry) -> String {
    entry.title.isBlank ? say("Bài ", "Entry ") + entry.code : "\(entry.code) · \(entry.title)"
  }
  var flagged: String { say("⚑ xem lại sau", "⚑ look again") }
  func sealed(_ at: String) -> String { say("■ đã niêm phong \(at)", "■ sealed \(at)") }
  var reopeningAsked: String {
    say("đã xin mở lại, chờ người thứ hai", "asked to reopen, waits for a second person")
  }
  func version(_ number: Int) -> String {
    number > 1 ? say("bản \(number)", "version \(number)") : ""
  }
  var calibration: String { say("bài hiệu chuẩn, không tính điểm", "calibration, never counts") }
  var shadow: String {
    say("phiếu tập sự, không tính điểm", "training sheets, they never count")
  }

  // MARK: - The stage

  func onStage(_ entry: RoundEntry) -> String {
    say("Đang trình bày: ", "On stage: ") + entry.code
      + (entry.title.isBlank ? "" : " · \(entry.title)")
  }
  func phase(_ stage: StageCall) -> String {
    switch stage.phase {
    case .idle: say("chờ bắt đầu", "about to begin")
    case .pitch: say("trình bày", "pitch")
    case .questions: say("hỏi đáp", "questions")
    }
  }
  var paused: String { say("tạm dừng", "paused") }
  var overTime: String { say("quá giờ", "over time") }
  func extended(_ minutes: String) -> String { say("thêm \(minutes)", "extended \(minutes)") }
  func followOffer(_ key: String) -> String { say("\(key): tới bài này", "\(key): go there") }
  func called(_ entry: RoundEntry) -> String {
    say(
      "Ban tổ chức mời bài \(entry.code) lên trình bày; F7 để tới phiếu của bài.",
      "Entry \(entry.code) was called to the stage; F7 goes to its sheet.")
  }

  // MARK: - The sheet

  var criterion: String { say("Tiêu chí", "Criterion") }
  var range: String { say("Thang", "Range") }
  var score: String { say("Điểm", "Score") }
  var level: String { say("Mức đang chọn", "Level") }
  var remark: String { say("Nhận xét chung", "Remark") }
  var remarkHint: String { say("gõ để ghi nhận xét cho bài", "type a remark on the entry") }
  var noScore: String { "·" }
  func number(hundredths: Int) -> String {
    NumberText.hundredths(Int64(hundredths), language)
  }
  func scale(_ typing: ScoreTyping) -> String {
    number(hundredths: typing.least) + "–" + number(hundredths: typing.most)
  }
  func stepWords(_ step: Int) -> String {
    step == 100 ? "" : say("bước ", "step ") + number(hundredths: step)
  }
  func total(_ sum: String, _ most: String, missing: Int) -> String {
    let head = say("Tổng tạm tính \(sum) / \(most)", "Total so far \(sum) / \(most)")
    if missing == 0 { return head + say("  (đủ)", "  (complete)") }
    return head
      + say(
        "  (còn \(missing) tiêu chí)",
        "  (\(missing) \(missing == 1 ? "criterion" : "criteria") missing)")
  }
  func spread(mean: String, least: String, most: String, count: Int) -> String {
    say(
      "Bạn: trung bình \(mean); từ \(least) đến \(most) (\(count) phiếu)",
      "You: mean \(mean); from \(least) to \(most) (\(count) \(count == 1 ? "sheet" : "sheets"))")
  }
  func comment(_ text: SafeText) -> String { say("Nhận xét: ", "Remark: ") + text.string }

  // MARK: - Where the scores are

  func savedLine(_ time: String) -> String { say("✓ Đã lưu \(time)", "✓ Saved \(time)") }
  var savedBefore: String { say("✓ Đã lưu", "✓ Saved") }
  func writingLine(_ count: Int) -> String {
    say("… Đang ghi \(count) điểm vào máy này", "… Writing \(count) to this machine")
  }
  func enteredLine(_ count: Int) -> String {
    say(
      "• Đã nhập, nằm trên máy này; \(count) điểm chờ gửi",
      "• Entered, on this machine; \(count) on the way")
  }
  func waitingLine(_ count: Int, _ time: String) -> String {
    say(
      "! Chưa gửi được: \(count) điểm nằm trên máy này, gửi lại lúc \(time)",
      "! Not sent: \(count) kept on this machine, tried again at \(time)")
  }
  func filled(_ filled: Int, of count: Int) -> String {
    say("\(filled)/\(count) ô", "\(filled)/\(count) scored")
  }
  func away(_ count: Int) -> String {
    say(
      "Chưa gửi được điểm tới cơ sở dữ liệu; \(count) điểm được giữ trên máy này, cứ chấm tiếp.",
      "The database cannot be reached; \(count) scores are kept on this machine, go on scoring.")
  }
  var backAgain: String {
    say("Đã kết nối lại; mọi điểm đã được lưu.", "Connected again; all scores are saved.")
  }
  func notEntered(_ count: Int) -> String {
    say("\(count) điểm vừa gõ chưa được ghi.", "\(count) scores just typed were not written.")
  }
  func superseded(_ entry: String) -> String {
    say(
      "Bài \(entry): máy khác của bạn gõ điểm này sau; điểm sau được tính, cả hai được giữ.",
      "Entry \(entry): another device of yours typed this later; the later counts, both are kept.")
  }
  func late(_ entry: String) -> String {
    say(
      "Bài \(entry): điểm đến sau khi niêm phong hoặc đóng vòng nên được giữ mà chưa tính.",
      "Entry \(entry): the score came after sealing or closing; it is kept and does not count.")
  }
  func refused(_ entry: String, _ refusal: ContestRefusal) -> String {
    say("Bài \(entry): ", "Entry \(entry): ") + refusal.words(language)
  }
  func reopened(_ entry: RoundEntry) -> String {
    say(
      "Phiếu của bài \(entry.code) đã được mở lại; có thể sửa điểm rồi niêm phong lại.",
      "The sheet of entry \(entry.code) was opened again; change it and seal it anew.")
  }
  func roundIs(_ state: RoundState) -> String {
    say("Vòng thi nay: \(state.label(.vietnamese)).", "The round is now \(state.label(.english)).")
  }
}
