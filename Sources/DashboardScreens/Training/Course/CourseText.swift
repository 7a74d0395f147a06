import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of the page of a course.
struct CourseText: Wording {
  let language: Language

  var forms: TrainingFormText { TrainingFormText(language: language) }
  var calendar: TrainingText { TrainingText(language: language) }

  var title: String { say("Khóa học", "Course") }
  var loading: String { say("Đang tải khóa học…", "Loading the course…") }
  var unknown: String { say("chưa có", "none yet") }

  func name(_ section: CourseSection) -> String {
    switch section {
    case .plan: say("Kế hoạch", "Plan")
    case .sessions: say("Buổi học", "Sessions")
    case .people: say("Học viên", "People")
    case .attendance: say("Điểm danh", "Attendance")
    case .certificates: say("Chứng nhận", "Certificates")
    case .feedback: say("Góp ý", "Feedback")
    }
  }

  /// What is there instead of lines.
  func empty(_ state: CourseState) -> String {
    if !state.find.isEmpty { return say("Không tìm thấy ai.", "Nobody is found.") }
    switch state.section {
    case .plan, .feedback: return ""
    case .sessions: return say("Chưa có buổi học; Ins thêm buổi.", "No session yet; Ins adds one.")
    case .people: return say("Chưa có ai đăng ký; Ins thêm người.", "Nobody yet; Ins adds one.")
    case .attendance:
      return say(
        "Chưa có buổi học hoặc chưa có ai trong danh sách.",
        "There is no session, or nobody on its list.")
    case .certificates:
      return say(
        "Chưa cấp giấy nào; F6 cấp cho mọi người đã đạt.",
        "No certificate yet; F6 issues them to all who passed.")
    }
  }

  func people(_ number: Int) -> String { count(number, "người", "person", "people") }

  // MARK: Plan

  func passing(_ rule: PassingRule) -> String {
    var parts = [
      say("dự từ ", "at least ") + "\(rule.share) % "
        + (rule.basis == .sessions
          ? say("số buổi", "of the sessions") : say("số giờ", "of the hours"))
    ]
    if let score = rule.minimumScore {
      parts.append(
        say("điểm từ ", "points from ") + NumberText.hundredths(Int64(score), language))
    }
    if rule.needsFeedback { parts.append(say("có phiếu góp ý", "feedback handed in")) }
    return parts.joined(separator: ", ")
  }

  func registration(_ rules: RegistrationRules) -> String {
    var parts = [
      rules.scope.label(language).lowercased(), rules.waiting.label(language).lowercased(),
      say("lời mời giữ \(rules.offerHours) giờ", "offers last \(rules.offerHours) h"),
    ]
    if rules.needsApproval { parts.insert(say("phải duyệt", "approved by us"), at: 1) }
    return parts.joined(separator: ", ")
  }

  /// How many are in each state, those of nobody left out.
  func states(_ people: [Enrolment.State: Int]) -> String {
    let parts = Enrolment.State.allCases.compactMap { state -> String? in
      guard let count = people[state], count > 0 else { return nil }
      return state.label(language).lowercased() + " \(count)"
    }
    return parts.isEmpty ? unknown : parts.joined(separator: " · ")
  }

  // MARK: Lists

  var sessionColumns: [String] {
    language == .vietnamese
      ? ["Ngày", "Giờ", "Nội dung", "Nơi", "Giảng viên", "Có mặt"]
      : ["Day", "Time", "Topic", "Hall", "Trainers", "Present"]
  }

  var peopleColumns: [String] {
    language == .vietnamese
      ? ["Họ và tên", "Đơn vị", "Nhóm", "Điện thoại", "Trạng thái", "Ghi chú"]
      : ["Name", "Unit", "Group", "Telephone", "State", "Remark"]
  }

  var attendanceColumns: [String] {
    language == .vietnamese
      ? ["Họ và tên", "Đơn vị", "Buổi này", "Dự", "Kết quả"]
      : ["Name", "Unit", "This session", "Seen", "Standing"]
  }

  var certificateColumns: [String] {
    language == .vietnamese
      ? ["Số", "Họ và tên", "Ngày cấp", "Giờ", "Tình trạng"]
      : ["Number", "Name", "Issued", "Hours", "Status"]
  }

  /// A telephone for those who work with it, its end for others, nothing of a minor.
  func phone(_ enrolment: Enrolment, mayEdit: Bool) -> String {
    guard let phone = enrolment.phone?.formatted else { return "" }
    if mayEdit { return phone }
    return enrolment.guardianConsent.isBlank ? "… " + phone.suffix(3) : ""
  }

  func remark(_ enrolment: Enrolment, place: Int?, today: LocalDate) -> String {
    var parts: [String] = []
    if enrolment.state == .waiting {
      parts.append(
        place.map { say("chờ thứ \($0)", "waits, number \($0)") }
          ?? say("chờ bốc thăm", "waits for the lots"))
    }
    if enrolment.state == .offered, let until = enrolment.offeredUntil {
      parts.append(say("đến ", "until ") + Formatting(language).moment(until, today: today))
    }
    if !enrolment.guardianConsent.isBlank { parts.append(say("phụ huynh ✓", "guardian ✓")) }
    return parts.joined(separator: ", ")
  }

  func mark(_ attendance: Attendance?) -> String {
    guard let attendance else { return "·" }
    let sign: String =
      switch attendance.mark {
      case .present: "✓"
      case .late: "→"
      case .leftEarly: "←"
      case .absent: "×"
      case .excused: "="
      }
    let minutes =
      attendance.missed > 0 ? say(" \(attendance.missed) ph", " \(attendance.missed)m") : ""
    return sign + " " + attendance.mark.label(language) + minutes
  }

  func standing(_ standing: PassingStanding) -> String {
    switch standing.outcome {
    case .passed: say("✓ đạt", "✓ passed")
    case .open(let lacks): say("còn thiếu: ", "lacks ") + words(lacks)
    case .impossible(let lacks): "! " + say("không thể đạt: ", "cannot pass: ") + words(lacks)
    }
  }

  private func words(_ lacks: [PassingLack]) -> String {
    lacks.map { $0.words(language) }.joined(separator: ", ")
  }

  func seen(_ standing: PassingStanding) -> String {
    "\(standing.attendedSessions)/\(standing.sessions)"
  }

  /// How many were seen in a session.
  func tally(_ lines: [AttendanceSheet.Line], _ session: Identifier<CourseSession>) -> String {
    let marks = lines.map { $0.marks[session]?.mark }
    let there = marks.count { $0?.isThere ?? false }
    let away = marks.count { $0.map { !$0.isThere } ?? false }
    let open = marks.count { $0 == nil }
    return say(
      "có mặt \(there) · vắng \(away) · chưa điểm \(open)",
      "present \(there) · absent \(away) · not yet \(open)")
  }

  func certificate(_ certificate: Certificate) -> String {
    guard let day = certificate.revokedOn else { return say("có hiệu lực", "counts") }
    return say("× thu hồi ", "× revoked ") + day.formatted + ": "
      + certificate.revokedBecause.string
  }

  func mean(_ hundredths: Int?) -> String {
    hundredths.map { NumberText.hundredths(Int64($0), language) } ?? "—"
  }

  func formCount(_ number: Int) -> String { count(number, "phiếu", "form", "forms") }
  var comments: String { say("Ý kiến", "Comments") }
  var noForms: String {
    say("Chưa có phiếu nào; Ins nhập phiếu giấy.", "No form yet; Ins enters one from paper.")
  }
  var historyTitle: String { say("Lịch sử đăng ký", "History of the registration") }

  // MARK: Commands

  var open: CommandWords {
    words(("Mở", "Open"), ("Mở ô nhập của dòng đang chọn.", "Opens the form of the line in focus."))
  }
  var edit: CommandWords {
    words(("Sửa", "Edit"), ("Sửa khóa học hoặc buổi đang chọn.", "Changes the course or session."))
  }
  var next: CommandWords {
    words(("Phần kế", "Next part"), ("Sang phần kế của khóa học.", "Goes to the next part."))
  }
  func show(_ section: CourseSection) -> CommandWords {
    CommandWords(
      title: name(section),
      help: say("Xem phần: ", "Shows the part: ") + name(section).lowercased() + ".")
  }
  func status(_ status: Course.Status) -> CommandWords {
    switch status {
    case .planned:
      words(("Về dự kiến", "Back to planned"), ("Đưa khóa về dự kiến.", "Makes it planned again."))
    case .open:
      words(("Mở đăng ký", "Open"), ("Mở khóa học cho đăng ký.", "Opens the course."))
    case .closed:
      words(("Kết thúc khóa", "Close"), ("Kết thúc khóa học.", "Closes the course."))
    case .cancelled:
      words(
        ("Hủy khóa", "Call off course"),
        (
          "Hủy khóa học và mọi buổi sắp tới; hoàn tác bằng Ctrl+Z.",
          "Calls the course off with its coming sessions; Ctrl+Z undoes it."
        ))
    }
  }
  var copy: CommandWords {
    words(
      ("Chép sang năm khác", "Copy to a year"),
      (
        "Chép kế hoạch và các buổi sang năm khác, tránh ngày nghỉ.",
        "Copies plan and sessions to another year, holidays avoided."
      ))
  }
  var register: CommandWords {
    words(("Đăng ký", "Register"), ("Đăng ký một người.", "Registers somebody."))
  }
  var registerFile: CommandWords {
    words(
      ("Từ tệp CSV", "From CSV"),
      (
        "Đăng ký nhiều người: họ tên, đơn vị, nhóm, điện thoại, năm sinh.",
        "Registers many: name, unit, group, telephone, year of birth."
      ))
  }
  var approve: CommandWords {
    words(
      ("Duyệt", "Approve"),
      ("Duyệt những người đã đánh dấu hoặc đang chọn.", "Approves those marked, or in focus."))
  }
  var accept: CommandWords {
    words(
      ("Nhận lời mời", "Accepts"),
      ("Người được mời nhận chỗ.", "The person takes the place that was offered."))
  }
  var leaveCourse: CommandWords {
    words(
      ("Hủy đăng ký", "Cancel"),
      (
        "Hủy đăng ký, có lý do; chỗ trống được mời ngay người chờ.",
        "Cancels with a reason; the place is offered to who waits."
      ))
  }
  var transfer: CommandWords {
    words(
      ("Chuyển khóa", "Transfer"),
      ("Chuyển người này sang khóa khác.", "Moves the person to another course."))
  }
  var mark: CommandWords {
    words(("Đánh dấu", "Mark"), ("Đánh dấu để làm cùng lúc nhiều người.", "Marks several people."))
  }
  var lots: CommandWords {
    words(
      ("Bốc thăm", "Draw lots"),
      ("Bốc thăm danh sách chờ, mã gốc được giữ.", "Draws lots for those who wait; seed kept."))
  }
  var offers: CommandWords {
    words(
      ("Mời tiếp", "Offer on"),
      (
        "Kết thúc lời mời quá hạn và mời người kế tiếp.",
        "Ends offers that expired and makes the next ones."
      ))
  }
  var history: CommandWords {
    words(
      ("Lịch sử", "History"),
      ("Xem đăng ký này đã qua những bước nào.", "Shows the steps of this registration."))
  }
  func mark(_ mark: Attendance.Mark) -> CommandWords {
    CommandWords(
      title: mark.label(language),
      help: say("Ghi và sang người kế: ", "Writes it and goes on: ")
        + mark.label(language).lowercased() + ".")
  }
  var markAll: CommandWords {
    words(
      ("Còn lại có mặt", "All present but"),
      (
        "Mọi người có mặt, trừ những người đã ghi vắng.",
        "All are present but those who are marked as absent."
      ))
  }
  var later: CommandWords {
    words(("Buổi sau", "Next session"), ("Sang buổi kế tiếp.", "Goes to the next session."))
  }
  var earlier: CommandWords {
    words(("Buổi trước", "Previous session"), ("Về buổi trước.", "Goes to the session before."))
  }
  var grade: CommandWords {
    words(("Kết quả", "Results"), ("Nhập điểm và phiếu góp ý.", "Enters points and feedback."))
  }
  var certify: CommandWords {
    words(
      ("Cấp giấy", "Certificate"),
      ("Cấp giấy chứng nhận cho người đang chọn.", "Issues the certificate of who is in focus."))
  }
  var certifyAll: CommandWords {
    words(
      ("Cấp cho mọi người đạt", "Issue to all"),
      (
        "Cấp giấy cho mọi người đã đạt; số lấy từ sổ, không cấp hai lần.",
        "Issues to all who passed; numbers come from the register, once."
      ))
  }
  var revoke: CommandWords {
    words(
      ("Thu hồi", "Revoke"),
      ("Thu hồi giấy đang chọn; giấy vẫn ở trong sổ.", "Revokes it; it stays in the register."))
  }
  var feedback: CommandWords {
    words(
      ("Nhập phiếu", "Enter a form"),
      ("Nhập một phiếu góp ý giấy, không có tên.", "Enters a form from paper, without a name."))
  }
  func export(_ kind: CourseExport) -> CommandWords {
    switch kind {
    case .calendar:
      words(
        ("Ghi lịch .ics", "Write .ics"), ("Ghi lịch của khóa, không tên.", "Writes a calendar."))
    case .person:
      words(
        ("Lịch của người này", "Calendar of person"),
        ("Ghi lịch học của người đang chọn (.ics).", "Writes the person's sessions (.ics)."))
    case .roster:
      words(("Ghi danh sách", "Write list"), ("Ghi danh sách ra CSV.", "Writes the list as CSV."))
    case .signIn:
      words(
        ("Ghi tờ ký tên", "Sign-in sheet"),
        ("Ghi tờ ký tên để in (.odt hoặc .txt).", "Writes the sheet to sign (.odt or .txt)."))
    case .certificates:
      words(
        ("Ghi giấy ra tệp", "Write papers"),
        ("Ghi giấy chứng nhận để in (.odt, .txt).", "Writes certificates to print (.odt, .txt)."))
    }
  }

  var nobody: String { say("Chưa chọn ai.", "Nobody is in focus.") }
  var noLine: String { say("Chưa chọn dòng nào.", "No line is in focus.") }
  var notYet: String { say("Khóa học chưa tải xong.", "The course is not loaded yet.") }
  var noneEarned: String {
    say("Chưa ai đạt mà chưa có giấy.", "Nobody has passed without having one.")
  }
  func isAlready(_ status: Course.Status) -> String {
    say("Khóa học đã ở tình trạng này.", "The course is so already.")
  }
  var noWay: String {
    say("Trạng thái này không chuyển được như vậy.", "From this state that is not possible.")
  }
  var onlyLots: String {
    say("Danh sách chờ theo thứ tự, không bốc thăm.", "The list goes by order, not by lot.")
  }
}
