import DashboardKit
import Incubation
import Storage

/// The words about moves that the board, the table and the record share.
struct MoveWords: Wording {
  let language: Language

  var working: String { say("Đang lưu…", "Saving…") }
  var why: String {
    say("Vì sao? Lý do sẽ ở lại trong lịch sử.", "Why? The reason stays in the history.")
  }
  var reason: String { say("Lý do", "Reason") }
  var documentHint: String {
    say("số văn bản, tệp hoặc ghi chú", "document number, file or remark")
  }

  func stage(_ code: String, _ pipeline: Pipeline?) -> String {
    pipeline?.stage(code)?.title(language).string ?? code
  }

  /// What is about to be done, before it is done.
  func question(_ request: MoveRequest, title: SafeText, _ pipeline: Pipeline?) -> String {
    switch request {
    case .stage(let code):
      say(
        "Dời «\(title)» sang \(stage(code, pipeline))",
        "Move “\(title)” to \(stage(code, pipeline))")
    case .setAside: say("Tạm dừng «\(title)»", "Set “\(title)” aside")
    case .drop: say("Loại «\(title)»", "Drop “\(title)”")
    case .resume: say("Tiếp tục «\(title)»", "Resume “\(title)”")
    }
  }

  /// What was done.
  func done(_ request: MoveRequest, title: SafeText, _ pipeline: Pipeline?) -> String {
    switch request {
    case .stage(let code):
      say(
        "Đã dời «\(title)» sang \(stage(code, pipeline)).",
        "Moved “\(title)” to \(stage(code, pipeline)).")
    case .setAside: say("Đã tạm dừng «\(title)».", "Set “\(title)” aside.")
    case .drop: say("Đã loại «\(title)».", "Dropped “\(title)”.")
    case .resume: say("Đã tiếp tục «\(title)».", "Resumed “\(title)”.")
    }
  }

  func missing(_ requirements: [ExitRequirement]) -> String {
    say("Còn thiếu: ", "Still missing: ") + ErrorWords(language).names(requirements)
  }

  func label(_ key: FormKey, _ requirements: [ExitRequirement]) -> FieldLabel {
    switch key {
    case .field(let field): return ventures.label(field)
    case .reason: return FieldLabel(reason)
    case .note: return FieldLabel(say("Ghi chú", "Note"))
    case .filter: return FieldLabel("")
    case .evidence(let code):
      let name = requirements.lazy.compactMap { requirement -> String? in
        guard case .evidence(code, let title) = requirement else { return nil }
        return title(language).string
      }.first
      return FieldLabel(name ?? code, hint: documentHint)
    }
  }

  // MARK: Commands

  var advance: CommandWords {
    words(
      ("Sang giai đoạn sau", "Next stage"),
      (
        "Dời hồ sơ sang giai đoạn kế tiếp; còn thiếu gì thì điền ngay tại chỗ.",
        "Moves the venture to the next stage; what is missing is filled in on the spot."
      ))
  }
  var back: CommandWords {
    words(
      ("Về giai đoạn trước", "Previous stage"),
      (
        "Đưa hồ sơ về giai đoạn liền trước, sau khi ghi lý do.",
        "Takes the venture back one stage, after a reason is given."
      ))
  }
  var setAside: CommandWords {
    words(
      ("Tạm dừng", "Set aside"),
      (
        "Tạm dừng hồ sơ; lúc nào cũng tiếp tục lại được.",
        "Puts the venture aside; it can be resumed at any time."
      ))
  }
  var drop: CommandWords {
    words(
      ("Loại", "Drop"),
      (
        "Ngừng theo hồ sơ, sau khi ghi lý do; lịch sử vẫn còn và tiếp tục lại được.",
        "Gives the venture up, after a reason is given; the history stays and it can be resumed."
      ))
  }
  var resume: CommandWords {
    words(
      ("Tiếp tục", "Resume"),
      (
        "Theo lại hồ sơ đã tạm dừng hoặc đã loại, ở giai đoạn cũ.",
        "Takes up a venture that was set aside or dropped, in the stage it was left in."
      ))
  }
  var confirm: CommandWords {
    words(
      ("Lưu và dời", "Save and move"),
      (
        "Lưu các ô vừa điền rồi dời hồ sơ; Ctrl+Z hoàn tác.",
        "Saves what was filled in and moves the venture; Ctrl+Z takes it back."
      ))
  }
  var cancel: CommandWords {
    words(("Thôi", "Cancel"), ("Đóng mà không đổi gì.", "Closes without changing anything."))
  }
}
