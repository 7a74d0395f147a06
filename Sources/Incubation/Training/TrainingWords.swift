extension TrainingRefusal {
  /// One sentence that says what is wrong and what to do.
  public func words(_ language: Language) -> String {
    let both = sentences
    return language == .vietnamese ? both.0 : both.1
  }

  private var sentences: (String, String) {
    switch self {
    case .titleMissing:
      ("Khóa học chưa có tên; hãy nhập tên.", "The course has no name; enter one.")
    case .nameMissing: ("Chưa có tên; hãy nhập tên.", "There is no name; enter one.")
    case .endBeforeStart(let start, let end):
      (
        "Giờ kết thúc (\(end.text)) không sau giờ bắt đầu (\(start.text)); hãy sửa lại giờ.",
        "The end (\(end.text)) is not after the beginning (\(start.text)); correct the times."
      )
    case .tooLong(let start, let end):
      (
        "Buổi học từ \(start.text) đến \(end.text) dài hơn một ngày; hãy chia thành nhiều buổi.",
        "The session from \(start.text) to \(end.text) is longer than a day; make several of it."
      )
    case .notATime(let text):
      (
        "Không hiểu giờ «\(text)»; hãy viết như 08:00 hoặc 8h30.",
        "The time “\(text)” is not understood; write it as 08:00."
      )
    case .day(let text, let refusal):
      (
        "«\(text)»: " + refusal.words(.vietnamese), "“\(text)”: " + refusal.words(.english)
      )
    case .noCapacity(let number):
      (
        "Sức chứa phải từ 1 trở lên, không thể là \(number); hãy nhập lại.",
        "There must be at least 1 place, not \(number); enter it again."
      )
    case .negativeBudget:
      ("Kinh phí không thể âm; hãy nhập lại.", "A budget is not below zero; enter it again.")
    case .share(let number):
      (
        "Tỷ lệ phải từ 0 đến 100 %, không thể là \(number); hãy nhập lại.",
        "A share is from 0 to 100 %, not \(number); enter it again."
      )
    default: ruleSentences
    }
  }

  private var ruleSentences: (String, String) {
    switch self {
    case .tooFrequent(let name):
      (
        "Lịch lặp \(name) dày hơn một ngày nên không nhận; hãy lặp theo ngày, tuần hoặc tháng.",
        "A rule of \(name) repeats more than daily and is refused; use days, weeks or months."
      )
    case .rulePart(let text):
      (
        "Không hiểu quy tắc lặp «\(text)»; hãy dùng FREQ, INTERVAL, COUNT, UNTIL, BYDAY.",
        "The rule “\(text)” is not understood; use FREQ, INTERVAL, COUNT, UNTIL, BYDAY."
      )
    case .endless:
      (
        "Lịch lặp quá 1.000 buổi hoặc quá hai năm; hãy thêm COUNT hoặc UNTIL.",
        "The rule goes on beyond 1,000 times or two years; add COUNT or UNTIL."
      )
    case .noOccurrence:
      (
        "Lịch lặp không có buổi nào; hãy xem lại ngày và quy tắc.",
        "The rule has no occurrence; look at its day and parts."
      )
    case .conflicts(let conflicts):
      (
        "Buổi học bị trùng: " + Self.list(conflicts, .vietnamese)
          + ". Hãy đổi giờ hoặc nơi, hoặc nhờ lãnh đạo cho phép kèm lý do.",
        "The session collides: " + Self.list(conflicts, .english)
          + ". Change time or place, or have a supervisor allow it with a reason."
      )
    case .reasonMissing:
      ("Cần ghi lý do; hãy nhập lý do.", "A reason is needed; enter it.")
    default: peopleSentences
    }
  }

  private var peopleSentences: (String, String) {
    switch self {
    case .registeredAlready(let name):
      (
        "\(name) đã có trong danh sách đăng ký; không đăng ký hai lần.",
        "\(name) is registered already; nobody is registered twice."
      )
    case .courseNotOpen(let name):
      (
        "Khóa «\(name)» đã kết thúc hoặc đã hủy; hãy chọn khóa khác.",
        "The course “\(name)” is over or called off; choose another."
      )
    case .wrongScope:
      (
        "Khóa này đăng ký theo cách khác (cả khóa hoặc từng buổi); hãy xem lại thể thức đăng ký.",
        "People register for this course in another way (whole or by session); see its rules."
      )
    case .full(let name):
      (
        "Đã hết chỗ cho \(name); hãy để trong danh sách chờ.",
        "There is no place left for \(name); leave the person on the waiting list."
      )
    case .state(let from, let to):
      (
        "Không thể chuyển từ «\(from.label(.vietnamese))» sang «\(to.label(.vietnamese))».",
        "“\(from.label(.english))” cannot become “\(to.label(.english))”."
      )
    case .offerExpired(let name):
      (
        "Lời mời chỗ cho \(name) đã hết hạn; hãy mời lại nếu còn chỗ.",
        "The offer to \(name) has expired; offer again when there is a place."
      )
    case .nobodyWaits:
      ("Không có ai trong danh sách chờ.", "Nobody is on the waiting list.")
    case .noLots:
      (
        "Khóa này xếp danh sách chờ theo thứ tự, không bốc thăm.",
        "The waiting list of this course goes by order, not by lot."
      )
    default: resultSentences
    }
  }

  private var resultSentences: (String, String) {
    switch self {
    case .notPassed(let name, let lacks):
      (
        "\(name) chưa đạt: " + lacks.map { $0.words(.vietnamese) }.joined(separator: ", ") + ".",
        "\(name) has not passed: " + lacks.map { $0.words(.english) }.joined(separator: ", ") + "."
      )
    case .certifiedAlready(let name):
      (
        "\(name) đã có giấy chứng nhận; thu hồi giấy cũ trước khi cấp lại.",
        "\(name) has a certificate already; revoke it before issuing another."
      )
    case .revokedAlready(let number):
      ("Giấy \(number) đã bị thu hồi rồi.", "Certificate \(number) was revoked already.")
    case .notOnList:
      (
        "Người này không có trong danh sách của buổi học; hãy đăng ký trước.",
        "The person is not on the list of this session; register first."
      )
    case .answer(let number):
      (
        "Câu trả lời phải từ 1 đến 5, không thể là \(number); hãy nhập lại.",
        "An answer is from 1 to 5, not \(number); enter it again."
      )
    case .minutes(let number):
      (
        "Số phút vắng (\(number)) không đúng với độ dài buổi học; hãy nhập lại.",
        "\(number) minutes missed do not fit the session; enter them again."
      )
    case .inUse:
      (
        "Đã có người đăng ký hoặc điểm danh nên không xóa; hãy hủy thay vì xóa.",
        "People are registered or were counted, so it is not deleted; cancel it instead."
      )
    default:
      (
        "Không hoàn tác được việc này: đã có thay đổi sau đó.",
        "This cannot be taken back: something was changed after it."
      )
    }
  }

  private static func list(_ conflicts: [TrainingConflict], _ language: Language) -> String {
    let shown = conflicts.prefix(3).map { $0.words(language) }.joined(separator: "; ")
    return conflicts.count > 3 ? shown + "; … (\(conflicts.count))" : shown
  }
}

extension LocalMoment {
  /// "15/09/2020 08:00".
  public var text: String { "\(day.formatted) \(timeText)" }
}

extension TrainingConflict {
  /// What collides, without an end.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    func session(_ other: Other) -> String { "«\(other.course)» \(other.span.text)" }
    switch self {
    case .trainer(let name, let other):
      return isVietnamese
        ? "giảng viên \(name) bận \(session(other))" : "trainer \(name) has \(session(other))"
    case .venue(let name, let other):
      return isVietnamese
        ? "\(name) đã có \(session(other))" : "\(name) is taken by \(session(other))"
    case .trainees(let count, let example, let other):
      return isVietnamese
        ? "\(count) học viên (\(example)…) trùng \(session(other))"
        : "\(count) trainees (\(example)…) have \(session(other))"
    case .hall(let name, let holds, let asked):
      return isVietnamese
        ? "\(name) chỉ có \(holds) chỗ, cần \(asked)" : "\(name) holds \(holds), not \(asked)"
    case .closed(let day):
      return isVietnamese
        ? "\(day.formatted) là ngày nghỉ hằng tuần" : "\(day.formatted) is a weekly day off"
    case .holiday(let day, let name), .festival(let day, let name):
      return isVietnamese
        ? "\(day.formatted) là \(name.vietnamese)" : "\(day.formatted) is \(name.english)"
    }
  }
}

extension PassingLack {
  /// What is missing, without an end.
  public func words(_ language: Language) -> String {
    let isVietnamese = language == .vietnamese
    switch self {
    case .attendance(let have, let need):
      return isVietnamese
        ? "dự \(have) %, cần \(need) %" : "attended \(have) %, \(need) % needed"
    case .score(let have, let need):
      let needed = NumberText.hundredths(Int64(need), language)
      guard let have else {
        return isVietnamese ? "chưa có điểm kiểm tra" : "no points in the test yet"
      }
      let reached = NumberText.hundredths(Int64(have), language)
      return isVietnamese
        ? "điểm \(reached), cần \(needed)" : "\(reached) points, \(needed) needed"
    case .feedback:
      return isVietnamese ? "chưa nộp phiếu góp ý" : "feedback not handed in"
    }
  }
}
