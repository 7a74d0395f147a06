import DashboardKit
import Incubation

/// The words about ventures that all their screens share.
struct VentureWords: Wording {
  let language: Language

  /// A need from 0 to 10 in a word.
  func need(_ level: Int) -> String {
    switch level {
    case ...0: say("không cần", "none")
    case 1...3: say("ít", "slight")
    case 4...6: say("vừa", "medium")
    case 7...8: say("nhiều", "great")
    default: say("rất nhiều", "very great")
    }
  }

  /// Days in as few cells as a card needs.
  func shortDays(_ number: Int) -> String { "\(number)" + say("n", "d") }

  func overdue(_ days: Int) -> String {
    say("quá hạn ", "overdue ") + Formatting(language).days(days)
  }

  func stalled(_ days: Int) -> String {
    say("đứng lại ", "stalled ") + Formatting(language).days(days)
  }

  func overdueShort(_ days: Int) -> String { say("quá hạn ", "overdue ") + shortDays(days) }
  func stalledShort(_ days: Int) -> String { say("đứng lại ", "stalled ") + shortDays(days) }

  var noNextStep: String { say("chưa có bước tới", "no next step") }
  var unknown: String { say("chưa có", "none yet") }
  var typeToFind: String { say("gõ để tìm", "type to find") }

  /// How days may be written.
  var dayHint: String {
    say("vd 15/9/2020, mai, thứ 5 tuần sau", "e.g. 15/9/2020, tomorrow")
  }

  /// What a form says about a field of a venture.
  func label(_ field: VentureField) -> FieldLabel {
    FieldLabel(field.label(language), hint: hint(field))
  }

  private func hint(_ field: VentureField) -> String {
    switch field {
    case .taxCode: say("10 hoặc 13 chữ số", "10 or 13 digits")
    case .birthYear: say("vd ", "e.g. ") + "1985"
    case .phone: say("vd ", "e.g. ") + "0912 345 678"
    case .email: say("vd ", "e.g. ") + "ten@example.vn"
    case .place: say("huyện, thị xã, tỉnh", "district, town or province")
    case .foundOn, .needsOn, .nextStepDue: dayHint
    case .needManagement, .needVision, .needApproach:
      say("0 (không cần) đến 10 (rất nhiều)", "0 (none) to 10 (very great)")
    case .tags, .attachments: say("cách nhau bằng dấu ;", "separated by ;")
    default: ""
    }
  }
}
