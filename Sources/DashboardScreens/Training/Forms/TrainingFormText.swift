import DashboardKit
import Incubation
import Storage

/// The words of the forms about training.
struct TrainingFormText: Wording {
  let language: Language

  func title(_ task: TrainingTask) -> String {
    switch task {
    case .goTo: say("Đến ngày", "Go to a day")
    case .filter: say("Chỉ xem", "Show only")
    case .layers: say("Các lớp của lịch", "Layers of the calendar")
    case .course(let course):
      course == nil
        ? say("Khóa học mới", "New course") : say("Sửa khóa học", "Edit course")
    case .session(_, _, let existing):
      existing == nil
        ? say("Buổi học mới", "New session") : say("Sửa buổi học", "Edit session")
    case .cancelSession(_, let title): say("Hủy buổi «\(title)»", "Call off “\(title)”")
    case .venue: say("Hội trường mới", "New hall")
    case .trainer: say("Giảng viên mới", "New trainer")
    case .person: say("Đăng ký học viên", "Register somebody")
    case .people: say("Đăng ký từ tệp CSV", "Register from a CSV file")
    case .leave(let enrolment, _):
      say("Hủy đăng ký của \(enrolment.name)", "Cancel \(enrolment.name)")
    case .transfer(let enrolment):
      say("Chuyển \(enrolment.name) sang khóa khác", "Transfer \(enrolment.name)")
    case .missed(let enrolment, let mark, _):
      "\(enrolment.name): \(mark.label(language).lowercased())"
    case .grade(let enrolment): say("Kết quả của \(enrolment.name)", "Results of \(enrolment.name)")
    case .feedback: say("Phiếu góp ý", "Feedback form")
    case .revoke(let certificate):
      say("Thu hồi giấy số \(certificate.number)", "Revoke certificate \(certificate.number)")
    case .copy: say("Chép sang năm khác", "Copy to another year")
    case .export: say("Ghi ra tệp", "Write a file")
    }
  }

  func label(_ field: TrainingField, _ task: TrainingTask) -> FieldLabel {
    if case .copy = task, field == .times { return FieldLabel(say("Năm", "Year")) }
    if case .filter = task, field == .trainers { return FieldLabel(say("Giảng viên", "Trainer")) }
    switch field {
    case .title: return FieldLabel(say("Tên khóa học", "Name"))
    case .kind: return FieldLabel(say("Loại", "Kind"))
    case .contentItem:
      return FieldLabel(
        say("Nội dung hợp tác", "Content item"), hint: say("mục trong biên bản", "of the agreement")
      )
    case .organiser: return FieldLabel(say("Sở tổ chức", "Organiser"))
    case .supporter: return FieldLabel(say("Sở hỗ trợ", "Supported by"))
    case .budget: return FieldLabel(say("Kinh phí", "Budget"), hint: "12.500.000")
    case .goals: return FieldLabel(say("Mục tiêu", "Goals"))
    case .capacity: return FieldLabel(say("Số chỗ", "Places"))
    case .scope: return FieldLabel(say("Đăng ký", "Registration"))
    case .approval: return FieldLabel(say("Cần duyệt", "Approval needed"))
    case .quotas:
      return FieldLabel(
        say("Chỉ tiêu", "Quotas"), hint: say("Đơn vị: 10; nhóm nữ: 5", "Unit: 10; group young: 5"))
    case .waiting: return FieldLabel(say("Danh sách chờ", "Waiting list"))
    case .offerHours: return FieldLabel(say("Lời mời giữ (giờ)", "Offer lasts (h)"))
    case .basis: return FieldLabel(say("Đạt tính theo", "Passing by"))
    case .share: return FieldLabel(say("Phải dự (%)", "Attendance (%)"))
    case .minimumScore: return FieldLabel(say("Điểm tối thiểu", "Least points"))
    case .needsFeedback: return FieldLabel(say("Phải góp ý", "Feedback needed"))
    default: return sessionLabel(field)
    }
  }

  private func sessionLabel(_ field: TrainingField) -> FieldLabel {
    switch field {
    case .course: FieldLabel(say("Khóa học", "Course"))
    case .topic:
      FieldLabel(say("Nội dung", "Topic"), hint: say("trống: tên khóa", "empty: the course"))
    case .day:
      FieldLabel(
        say("Ngày", "Day"), hint: say("12/3, thứ 5 tuần sau, rằm tháng 8", "12/3, next Thursday"))
    case .from: FieldLabel(say("Từ", "From"), hint: "08:00")
    case .to: FieldLabel(say("Đến", "To"), hint: "11:30")
    case .trainers: FieldLabel(say("Giảng viên", "Trainers"))
    case .venue: FieldLabel(say("Nơi học", "Hall"))
    case .places:
      FieldLabel(say("Số chỗ", "Places"), hint: say("trống: theo khóa", "empty: as the course"))
    case .materials: FieldLabel(say("Tài liệu", "Materials"))
    case .repeats: FieldLabel(say("Lặp lại", "Repeats"))
    case .weekdays: FieldLabel(say("Vào các thứ", "On"), hint: say("thứ của ngày đầu", "its day"))
    case .times: FieldLabel(say("Số buổi", "How many"), hint: say("khi lặp lại", "when it repeats"))
    case .except:
      FieldLabel(say("Trừ các ngày", "Except"), hint: say("vd 30/4; 2/9", "e.g. 30/4; 2/9"))
    case .overrideReason:
      FieldLabel(say("Vẫn giữ, lý do", "Keep it, because"))
    default: personLabel(field)
    }
  }

  private func personLabel(_ field: TrainingField) -> FieldLabel {
    switch field {
    case .name: FieldLabel(say("Họ và tên", "Name"))
    case .unit: FieldLabel(say("Đơn vị", "Unit"))
    case .group: FieldLabel(say("Nhóm", "Group"))
    case .phone: FieldLabel(say("Điện thoại", "Telephone"))
    case .birthYear: FieldLabel(say("Năm sinh", "Year of birth"))
    case .consent:
      FieldLabel(
        say("Phụ huynh đồng ý", "Guardian agrees"),
        hint: say("số giấy, ngày (học sinh)", "paper, day (pupils)"))
    case .reason: FieldLabel(say("Lý do", "Reason"))
    case .path: FieldLabel(say("Tệp", "File"))
    case .layers: FieldLabel(say("Hiện", "Shown"))
    case .address: FieldLabel(say("Địa chỉ", "Address"))
    case .score: FieldLabel(say("Điểm kiểm tra", "Points"), hint: say("0 đến 100", "0 to 100"))
    case .feedbackGiven: FieldLabel(say("Đã góp ý", "Gave feedback"))
    case .comment: FieldLabel(say("Ý kiến", "Comment"))
    case .missed: FieldLabel(say("Số phút vắng", "Minutes missed"))
    case .answer(let question):
      FieldLabel("\(question). " + self.question(question), hint: say("1 đến 5", "1 to 5"))
    default: FieldLabel("")
    }
  }

  /// The five questions of the form on paper.
  func question(_ number: Int) -> String {
    switch number {
    case 1: say("Nội dung", "Content")
    case 2: say("Giảng viên", "Trainers")
    case 3: say("Tài liệu", "Materials")
    case 4: say("Tổ chức, nơi học", "Organisation")
    default: say("Áp dụng được", "Use at work")
    }
  }

  var busy: String { say("Đang lưu…", "Saving…") }
  var hint: String {
    say("Ctrl+S lưu · Esc thôi · Tab ô sau", "Ctrl+S save · Esc leave · Tab next")
  }
  var collides: String { say("Trùng, chưa lưu:", "It collides, nothing was saved:") }
  var askSupervisor: String {
    say(
      "Đổi giờ hoặc nơi; muốn giữ, cần lãnh đạo cho phép.",
      "Change time or place; to keep it, a supervisor has to allow it.")
  }

  func ways(_ ways: [SessionWay]) -> String {
    let words = ways.map { way in
      switch way {
      case .venue(let name): name.string
      case .span(let span): span.start.day.shortWeekdayName(language) + " " + span.text
      }
    }
    return say("Còn trống: ", "Free: ") + words.joined(separator: "; ")
  }

  /// What was done beyond what the summary of the change says.
  func note(_ note: TrainingNote) -> String? {
    switch note {
    case .opened: nil
    case .copied(_, let sessions, let moved):
      say(
        "Đã chép \(sessions) buổi; \(moved) buổi dời để tránh ngày nghỉ và trùng.",
        "\(sessions) sessions copied; \(moved) on other days to avoid holidays and collisions.")
    case .registered(let placed, let waiting, let refused):
      registered(placed, waiting, refused)
    case .certified(let count, let first, let last):
      say(
        "Đã cấp \(count) giấy: \(first)" + (count > 1 ? " … \(last)." : "."),
        "\(count) issued: \(first)" + (count > 1 ? " … \(last)." : "."))
    case .lots(let seed):
      say("Đã bốc thăm, mã gốc \(seed).", "Lots were drawn with the seed \(seed).")
    case .written(let path, let rows):
      say("Đã ghi \(path) (\(rows) mục).", "\(path) written (\(rows) entries).")
    case .nothing: say("Không có gì thay đổi.", "Nothing had to be changed.")
    }
  }

  private func registered(_ placed: Int, _ waiting: Int, _ refused: [Int]) -> String {
    var words = say("\(placed) người có chỗ", "\(placed) have a place")
    if waiting > 0 { words += say(", \(waiting) người chờ", ", \(waiting) wait") }
    if !refused.isEmpty {
      let lines = refused.prefix(5).map(String.init).joined(separator: ", ")
      words += say("; không nhận dòng \(lines)", "; refused lines \(lines)")
      if refused.count > 5 { words += "…" }
    }
    return words + "."
  }
}
