import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of the screen of training.
struct TrainingText: Wording {
  let language: Language

  var forms: TrainingFormText { TrainingFormText(language: language) }
  var moves: MoveWords { MoveWords(language: language) }

  var title: String { say("Lịch đào tạo", "Training") }
  var loading: String { say("Đang tải…", "Loading…") }
  var noSession: String {
    say("Không có buổi học nào; Ins thêm buổi.", "No session; Ins adds one.")
  }
  var noSessions: String {
    say(
      "Từ ngày này không có buổi học nào trong hai tháng.",
      "There is no session in the two months from this day.")
  }
  var noCourses: String {
    say("Chưa có khóa học nào; Ctrl+O thêm khóa.", "There is no course yet; Ctrl+O adds one.")
  }
  var nothingFound: String { say("Không có khóa nào khớp.", "No course matches.") }
  var find: String { say("Tìm: ", "Find: ") }

  func name(_ view: TrainingView) -> String {
    switch view {
    case .year: say("Năm", "Year")
    case .month: say("Tháng", "Month")
    case .week: say("Tuần", "Week")
    case .day: say("Ngày", "Day")
    case .agenda: say("Danh sách", "Agenda")
    case .courses: say("Khóa học", "Courses")
    case .figures: say("Số liệu", "Figures")
    }
  }

  func short(_ layer: CalendarLayer) -> String {
    switch layer {
    case .holidays: say("lễ", "holidays")
    case .lunar: say("âm", "lunar")
    case .khmer: say("Khmer", "Khmer")
    case .other: say("ngày khác", "other")
    case .sessions: say("buổi học", "sessions")
    }
  }

  /// What the calendar shows besides the days: layers, and whose sessions.
  func shown(_ state: TrainingState) -> String {
    var parts: [String] = []
    if state.view != .year, state.layers.contains(.sessions) {
      let days = CalendarSpan.days(state.view, around: state.day)
      let isMonth = state.view == .month
      let own = state.sessions.filter { summary in
        isMonth
          ? summary.day.components.month == state.day.components.month
          : days.contains(summary.day)
      }
      parts.append(sessionCount(own.count))
    }
    let names =
      CalendarLayer.allCases.filter { state.layers.contains($0) }.map(short)
      + (state.showsContests ? [say("cuộc thi", "contests")] : [])
    if state.layers.count < CalendarLayer.allCases.count || !state.showsContests {
      parts.append(
        say("lớp: ", "layers: ") + (names.isEmpty ? "—" : names.joined(separator: " · ")))
    }
    if let name = state.trainerName { parts.append("! " + say("chỉ GV ", "only ") + name.string) }
    if let name = state.venueName { parts.append("! " + say("chỉ ", "only ") + name.string) }
    return parts.joined(separator: "   ")
  }

  /// What stands above a calendar: its month, year or week.
  func heading(_ view: TrainingView, _ day: LocalDate) -> String {
    let (year, _, _) = day.components
    let lunar = (try? LunarDate(day)).map { " · " + LunarDate.yearName($0.year) } ?? ""
    let days = CalendarSpan.days(view, around: day)
    switch view {
    case .year: return say("Năm \(year)", "\(year)") + lunar
    case .week:
      return say("Tuần ", "Week ") + days.lowerBound.shortFormatted + " – "
        + days.upperBound.formatted
    case .day: return say("Ngày ", "") + day.formatted
    case .agenda: return say("Từ ", "From ") + day.formatted
    case .month: return (CalendarMonth(day)?.title(language) ?? day.formatted) + lunar
    case .courses: return say("Các khóa học", "All courses")
    case .figures: return say("Số liệu đào tạo", "Training in figures")
    }
  }

  /// The day with its lunar date and what it is known for.
  func day(_ day: CalendarDay) -> String {
    var parts = [day.date.weekdayName(language) + " " + day.date.formatted]
    if let lunar = day.lunar {
      parts.append(lunar.shortText(language) + say(" âm lịch", " lunar"))
    }
    parts += day.marks.map { mark in
      mark.name(language).string
        + (mark.isApproximate ? say(" (có thể khác)", " (may differ)") : "")
    }
    return parts.joined(separator: " · ")
  }

  /// A session in one line, the most important first.
  func line(_ summary: SessionSummary) -> String {
    let span = summary.session.content.span
    var parts = [span.start.timeText + "–" + span.end.timeText + " " + summary.title.string]
    if summary.session.isCancelled { parts.insert("× " + say("đã hủy", "called off"), at: 0) }
    if let venue = summary.venue { parts.append(venue.name.string) }
    if !summary.trainers.isEmpty {
      parts.append(summary.trainers.map(\.string).joined(separator: ", "))
    }
    parts.append(summary.courseCode.string)
    return parts.joined(separator: " · ")
  }

  /// A round that is held, or the last day for entries.
  func contest(_ contest: ContestDay) -> String {
    let title = contest.title(language).string
    return contest.isDeadline
      ? "! " + say("hạn nộp hồ sơ: ", "entries due: ") + title : "★ " + title
  }

  func clash(_ clash: SessionClash) -> String {
    let who = clash.trainer.map { say("giảng viên \($0)", "trainer \($0)") }
    let what = who ?? clash.venue.map { $0.string } ?? ""
    return "! " + say("trùng \(what) với «\(clash.other)»", "\(what) also in “\(clash.other)”")
  }

  func dragged(_ title: SafeText, to day: LocalDate) -> String {
    say(
      "Dời «\(title)» sang \(day.weekdayName(language)) \(day.shortFormatted)",
      "Move “\(title)” to \(day.weekdayName(language)) \(day.shortFormatted)")
  }

  func more(_ count: Int) -> String { say("+\(count) nữa", "+\(count) more") }
  func sessionCount(_ number: Int) -> String { count(number, "buổi", "session", "sessions") }
  func courseCount(_ number: Int) -> String { count(number, "khóa", "course", "courses") }

  // MARK: Courses and figures

  var columns: [String] {
    language == .vietnamese
      ? ["Mã", "Tên khóa học", "Loại", "Thời gian", "Buổi", "Chỗ", "Chờ", "Tình trạng"]
      : ["Code", "Course", "Kind", "Days", "Sess.", "Places", "Wait", "Status"]
  }

  func days(_ days: ClosedRange<LocalDate>?) -> String {
    guard let days else { return "—" }
    return days.lowerBound == days.upperBound
      ? days.lowerBound.formatted : days.lowerBound.shortFormatted + "–" + days.upperBound.formatted
  }

  func places(_ summary: CourseSummary) -> String {
    summary.course.content.capacity.map { "\(summary.placesHeld)/\($0)" }
      ?? String(summary.placesHeld)
  }

  func name(_ group: FigureGroup) -> String {
    switch group {
    case .organiser: say("Sở tổ chức", "Organiser")
    case .contentItem: say("Nội dung", "Content item")
    case .kind: say("Loại", "Kind")
    case .quarter: say("Quý", "Quarter")
    }
  }

  var figureColumns: [String] {
    language == .vietnamese
      ? ["Khóa", "Buổi đã dạy", "Học viên", "Có mặt", "Giờ", "Giấy CN", "Chi/học viên"]
      : ["Courses", "Held", "Trainees", "Present", "Hours", "Certif.", "Cost each"]
  }

  /// Minutes as hours with at most one decimal.
  func hours(_ minutes: Int) -> String {
    let tenths = (minutes + 3) / 6
    return tenths % 10 == 0
      ? number(tenths / 10) : number(tenths / 10) + say(",", ".") + String(tenths % 10)
  }

  // MARK: Commands

  var open: CommandWords {
    words(("Mở", "Open"), ("Mở khóa học của dòng đang chọn.", "Opens the course in focus."))
  }
  var view: CommandWords {
    words(
      ("Kiểu xem", "View"),
      (
        "Sang kiểu xem kế: năm, tháng, tuần, ngày, danh sách, khóa học, số liệu.",
        "Goes to the next view: year, month, week, day, agenda, courses, figures."
      ))
  }
  func show(_ view: TrainingView) -> CommandWords {
    CommandWords(
      title: say("Xem ", "Show ") + name(view).lowercased(),
      help: say("Xem lịch đào tạo theo: ", "Shows training as: ") + name(view).lowercased() + ".")
  }
  var goTo: CommandWords {
    words(
      ("Đến ngày", "Go to day"),
      (
        "Đến một ngày viết như thường: 12/3, thứ 5 tuần sau, rằm tháng 8.",
        "Goes to a day as people write it: 12/3, next Thursday, rằm tháng 8."
      ))
  }
  var today: CommandWords {
    words(("Hôm nay", "Today"), ("Về ngày hôm nay.", "Goes to the day of today."))
  }
  var earlier: CommandWords {
    words(("Trước", "Earlier"), ("Lùi một tháng, tuần, ngày hoặc năm.", "One page back in time."))
  }
  var later: CommandWords {
    words(("Sau", "Later"), ("Tới một tháng, tuần, ngày hoặc năm.", "One page on in time."))
  }
  var layers: CommandWords {
    words(
      ("Lớp", "Layers"),
      (
        "Chọn lớp hiện trên lịch: ngày lễ, âm lịch, lễ Khmer, buổi học.",
        "Chooses what the calendar shows: holidays, lunar days, festivals, sessions."
      ))
  }
  var filter: CommandWords {
    words(
      ("Lọc", "Filter"),
      (
        "Chỉ xem lịch của một giảng viên hoặc một hội trường.",
        "Shows the sessions of one trainer or one hall only."
      ))
  }
  var clear: CommandWords {
    words(("Bỏ lọc", "Show all"), ("Xem lại mọi buổi học và khóa học.", "Shows everything again."))
  }
  var newSession: CommandWords {
    words(
      ("Thêm buổi", "New session"),
      (
        "Thêm buổi học vào ngày đang chọn, một hoặc nhiều buổi.",
        "Adds a session on the day in focus, once or repeating."
      ))
  }
  var newCourse: CommandWords {
    words(("Khóa mới", "New course"), ("Lập một khóa học mới.", "Plans a new course."))
  }
  var edit: CommandWords {
    words(("Sửa buổi", "Edit"), ("Sửa buổi học đang chọn.", "Changes the session in focus."))
  }
  var cancel: CommandWords {
    words(
      ("Hủy buổi", "Call off"),
      (
        "Hủy buổi học đang chọn, có lý do; lịch điện thoại thấy đã hủy.",
        "Calls the session off, with a reason; calendars see it called off."
      ))
  }
  var attend: CommandWords {
    words(
      ("Điểm danh", "Attendance"),
      ("Điểm danh buổi học đang chọn.", "Takes attendance of the session in focus."))
  }
  func move(days: Int, minutes: Int, stretch: Int) -> CommandWords {
    switch (days, minutes, stretch) {
    case (1, _, _):
      words(("Dời sang sau", "Day later"), ("Dời buổi học thêm một ngày.", "Moves it a day on."))
    case (-1, _, _):
      words(("Dời về trước", "Day earlier"), ("Dời buổi lên trước một ngày.", "A day earlier."))
    case (_, 30, _):
      words(("Muộn hơn", "Later by 30"), ("Buổi học muộn hơn 30 phút.", "30 minutes later."))
    case (_, -30, _):
      words(("Sớm hơn", "Earlier by 30"), ("Buổi học sớm hơn 30 phút.", "30 minutes earlier."))
    case (_, _, 30):
      words(("Kéo dài", "Longer by 30"), ("Buổi học dài thêm 30 phút.", "30 minutes longer."))
    default:
      words(("Rút ngắn", "Shorter by 30"), ("Buổi học ngắn đi 30 phút.", "30 minutes shorter."))
    }
  }
  var export: CommandWords {
    words(
      ("Ghi lịch .ics", "Write .ics"),
      (
        "Ghi các buổi đang xem ra tệp iCalendar, không có tên người.",
        "Writes the sessions shown to an iCalendar file without names."
      ))
  }
  var newVenue: CommandWords {
    words(("Thêm hội trường", "New hall"), ("Thêm một nơi học.", "Adds a hall."))
  }
  var newTrainer: CommandWords {
    words(("Thêm giảng viên", "New trainer"), ("Thêm một người dạy.", "Adds somebody who teaches."))
  }
  var group: CommandWords {
    words(
      ("Tính theo", "Group by"),
      (
        "Tính theo sở, nội dung, loại hoặc quý.",
        "Takes the figures by organiser, content item, kind or quarter."
      ))
  }
  var save: CommandWords {
    words(("Lưu", "Save"), ("Lưu những gì đã nhập.", "Saves what was entered."))
  }
  var leave: CommandWords {
    words(("Thôi", "Leave"), ("Đóng ô nhập, không lưu.", "Closes the form without saving."))
  }
  var noSessionHere: String {
    say("Ngày này không có buổi học nào.", "There is no session on this day.")
  }
  var isCalledOff: String { say("Buổi học đã bị hủy.", "The session was called off.") }
  var onlyOnDays: String {
    say("Chỉ dùng khi xem lịch; đổi bằng F7.", "Only on a calendar; F7 changes the view.")
  }
  var onlyFigures: String { say("Chỉ dùng ở Số liệu.", "Only in the figures.") }
  var nothingHidden: String { say("Đang xem tất cả.", "Everything is shown already.") }
}
