public import Incubation

extension CalendarProblem {
  /// "Dòng 12: …": what is wrong, where, and what to do.
  public func words(_ language: Language) -> String {
    let both = sentences
    return language == .vietnamese ? "Dòng \(line): \(both.0)" : "Line \(line): \(both.1)"
  }

  private var sentences: (String, String) {
    switch reason {
    case .training(let refusal): (refusal.words(.vietnamese), refusal.words(.english))
    case .missing(let name):
      ("Thiếu \(name); hãy bổ sung.", "\(name) is missing; add it.")
    case .notUnderstood(let text):
      ("Không hiểu «\(text)»; hãy sửa lại.", "“\(text)” is not understood; correct it.")
    case .refusedProperty(let name):
      (
        "Không nhận lịch lặp bằng \(name); hãy dùng một RRULE.",
        "Repeating by \(name) is not taken; use one RRULE."
      )
    case .zone(let name):
      (
        "Múi giờ «\(name)» khác giờ Việt Nam; hãy xuất lại theo Asia/Ho_Chi_Minh hoặc UTC.",
        "The zone “\(name)” is not that of Viet Nam; export again in Asia/Ho_Chi_Minh or UTC."
      )
    case .encoding:
      ("Không phải văn bản UTF-8; hãy lưu lại.", "This is not UTF-8 text; save it again.")
    case .tooLarge(let bound):
      ("Lớn hơn giới hạn \(bound); hãy chia nhỏ.", "Larger than the bound of \(bound); divide it.")
    case .unfinished:
      ("Buổi bắt đầu ở đây không kết thúc.", "The event that begins here does not end.")
    case .notACalendar:
      (
        "Tệp không phải lịch iCalendar hay danh sách buổi học; hãy chọn tệp khác.",
        "The file is no iCalendar file and no list of sessions; choose another."
      )
    case .course(let name):
      ("Không có khóa học «\(name)».", "There is no course “\(name)”.")
    }
  }
}
