import Incubation

/// The words of the tour.
extension ShellText {
  func tourHeading(_ role: UserRole, step: Int, of count: Int) -> String {
    let name = role.label(language).lowercased()
    return language.say(
      "Hướng dẫn ba phút · \(name) · bước \(step)/\(count)",
      "Three-minute tour · \(name) · step \(step)/\(count)")
  }
  var tourNext: String { language.say("Bỏ qua bước này", "Skip this step") }
  var tourLeave: String { language.say("Đóng hướng dẫn", "Close the tour") }
  func tourElsewhere(_ screen: String) -> String {
    language.say(
      "Bước này làm ở màn hình «\(screen)»: bấm Esc để trở về, hoặc chọn thẻ bằng Alt+. và Alt+,.",
      "This step is done on the screen “\(screen)”: Esc goes back, Alt+. and Alt+, choose the tab.")
  }
  var tourDone: String {
    language.say(
      "Hết hướng dẫn. Mở lại: F9, Chương trình, «Hướng dẫn ba phút».",
      "The tour is over. Open it again: F9, Program, “Three-minute tour”.")
  }
  var tourClosed: String {
    language.say(
      "Đã đóng hướng dẫn. Mở lại: F9, Chương trình.",
      "The tour is closed. Open it again: F9, Program.")
  }

  // MARK: The offer

  var tourTitle: String { language.say("Xem hướng dẫn ba phút?", "A three-minute tour?") }
  func tourQuestion(isDemo: Bool) -> String {
    isDemo
      ? language.say(
        "Làm thử từng bước ngay trên dữ liệu mẫu này. Anh chị làm việc gì?",
        "Try it step by step on this sample data. What is your work?")
      : language.say(
        "Hướng dẫn chạy trên dữ liệu mẫu, không đụng đến hồ sơ thật. Anh chị làm việc gì?",
        "The tour runs on sample data and touches no real record. What is your work?")
  }
  func tourChoice(_ role: UserRole) -> String {
    switch role {
    case .clerk: language.say("Chuyên viên: giữ hồ sơ", "Clerk: keeps the records")
    case .judge: language.say("Giám khảo: tìm và xem hồ sơ", "Judge: finds and reads entries")
    case .supervisor: language.say("Lãnh đạo: xem số liệu", "Supervisor: looks at figures")
    default: role.label(language)
    }
  }
  var tourRefused: String { language.say("Không, cảm ơn", "No, thank you") }
  func tourCommand(_ role: UserRole) -> String {
    language.say(
      "Thoát bằng Ctrl+Q, rồi gõ: vuonuom demo --tour \(role.rawValue)",
      "Leave with Ctrl+Q, then type: vuonuom demo --tour \(role.rawValue)")
  }
  var tourUnderstood: String { language.say("Đã hiểu", "I see") }
}
