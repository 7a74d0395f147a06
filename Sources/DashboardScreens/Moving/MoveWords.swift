import DashboardKit
import Incubation
import Storage

/// The words about moves that the board, the table and the record share.
struct MoveWords: Wording {
  let language: Language

  var enterContest: CommandWords {
    words(
      ("Dự thi", "Enter a contest"),
      (
        "Đưa hồ sơ, hay các hồ sơ đã đánh dấu, vào một cuộc thi.",
        "Lets the venture, or all marked ones, enter a contest."
      ))
  }

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
        "Chuyển «\(title)» sang \(stage(code, pipeline))",
        "Move “\(title)” to \(stage(code, pipeline))")
    case .setAside: say("Tạm dừng «\(title)»", "Set “\(title)” aside")
    case .drop: say("Loại bỏ «\(title)»", "Drop “\(title)”")
    case .resume: say("Tiếp tục «\(title)»", "Resume “\(title)”")
    }
  }

  /// What was done.
  func done(_ request: MoveRequest, title: SafeText, _ pipeline: Pipeline?) -> String {
    switch request {
    case .stage(let code):
      say(
        "Đã chuyển «\(title)» sang \(stage(code, pipeline)).",
        "Moved “\(title)” to \(stage(code, pipeline)).")
    case .setAside: say("Đã tạm dừng «\(title)».", "Set “\(title)” aside.")
    case .drop: say("Đã loại bỏ «\(title)».", "Dropped “\(title)”.")
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
    case .evidenceCode: return FieldLabel(say("Minh chứng", "Evidence"))
    case .evidenceDay:
      return FieldLabel(say("Ngày", "Day"), hint: VentureWords(language: language).dayHint)
    case .evidenceReference: return FieldLabel(say("Văn bản", "Document"), hint: documentHint)
    case .member(let place, let part): return memberLabel(place, part)
    case .bulk(let field): return BulkWords(language: language).label(field)
    case .viewName:
      return FieldLabel(
        say("Tên", "Name"), hint: say("vd Chờ gặp chuyên gia", "e.g. To be visited"))
    case .evidence(let code):
      let name = requirements.lazy.compactMap { requirement -> String? in
        guard case .evidence(code, let title) = requirement else { return nil }
        return title(language).string
      }.first
      return FieldLabel(name ?? code, hint: documentHint)
    }
  }

  private func memberLabel(_ place: Int, _ part: MemberPart) -> FieldLabel {
    switch part {
    case .name:
      FieldLabel(
        say("Thành viên \(place + 1)", "Member \(place + 1)"), hint: say("họ và tên", "full name"))
    case .duty: FieldLabel(say("  vai trò", "  role"), hint: say("vd kỹ thuật", "e.g. engineer"))
    case .phone: FieldLabel(say("  điện thoại", "  telephone"), hint: ventures.label(.phone).hint)
    }
  }

  // MARK: What a move does, and why it cannot be done

  func menuTitle(_ title: SafeText) -> String { say("Chuyển «\(title)»", "Move “\(title)”") }

  /// What a line of the menu does, before it is chosen.
  func effect(of request: MoveRequest, from stage: String, _ pipeline: Pipeline?) -> String {
    switch request {
    case .setAside: return setAside.help
    case .drop: return drop.help
    case .resume: return resume.help
    case .stage(let code):
      let here = pipeline?.index(of: stage) ?? 0
      let there = pipeline?.index(of: code) ?? 0
      let name = self.stage(code, pipeline)
      if there < here {
        return say("Đưa về \(name), sau khi ghi lý do.", "Takes it back to \(name), with a reason.")
      }
      return say(
        "Chuyển sang \(name); còn thiếu gì thì điền ngay tại chỗ.",
        "Moves it to \(name); what is missing is filled in on the spot.")
    }
  }

  var nobody: String { say("Không có hồ sơ nào ở đây.", "There is no venture here.") }
  var isActive: String {
    say("Hồ sơ đang được theo dõi, không cần tiếp tục.", "The venture is active already.")
  }

  func resting(_ status: Venture.Status) -> String {
    let name = status.label(language).lowercased()
    return say(
      "Hồ sơ \(name); hãy Tiếp tục trước.", "The venture is \(name); resume it first.")
  }

  /// Why a venture cannot go so many stages on, or be set aside (0); nil when it can.
  func whyNot(_ by: Int, _ position: StagePosition?, _ pipeline: Pipeline?) -> String? {
    guard let position else { return nobody }
    guard position.status == .active else { return resting(position.status) }
    guard by != 0, let pipeline, let place = pipeline.index(of: position.stage) else { return nil }
    if pipeline.stages.indices.contains(place + by) { return nil }
    return by > 0
      ? say("Hồ sơ đã ở giai đoạn cuối.", "The venture is in the last stage.")
      : say("Hồ sơ đang ở giai đoạn đầu.", "The venture is in the first stage.")
  }

  /// What the first Esc says when something typed would be lost, or is being saved.
  func escapeAgain(isWorking: Bool) -> String {
    isWorking
      ? say(
        "Đang lưu. Esc lần nữa: rời đi, việc lưu vẫn chạy tiếp.",
        "Saving. Esc again leaves; saving goes on.")
      : say(
        "Có nội dung chưa lưu. Esc lần nữa: bỏ; phím khác: sửa tiếp.",
        "Not saved. Esc again throws it away; any other key goes on.")
  }

  var stillTyping: String {
    say(
      "Ô này không còn gì để hoàn tác; việc đã lưu chỉ hoàn tác khi đã đóng ô nhập (Esc).",
      "Nothing is left to undo in this field; what was saved is undone after Esc closes the form.")
  }

  // MARK: Commands

  var typingUndo: CommandWords {
    words(
      ("Hoàn tác", "Undo"),
      (
        "Hoàn tác những gì vừa gõ trong ô này; việc đã lưu thì giữ nguyên.",
        "Takes back what was typed in this field; what was saved stays."
      ))
  }
  var typingRedo: CommandWords {
    words(
      ("Làm lại", "Redo"),
      ("Gõ lại những gì vừa hoàn tác trong ô này.", "Makes again what was taken back here."))
  }
  var openMonth: CommandWords {
    words(
      ("Chọn ngày", "Pick a day"),
      (
        "Mở tờ lịch tháng để chọn ngày bằng mũi tên hay chuột.",
        "Opens a month to pick the day by arrows or mouse."
      ))
  }
  var openList: CommandWords {
    words(
      ("Mở danh sách", "Open list"),
      (
        "Mở danh sách để chọn; gõ vài chữ để tìm, không cần dấu.",
        "Opens the list to choose; type a few letters to find, accents not needed."
      ))
  }
  var menu: CommandWords {
    words(
      ("Chuyển", "Move"),
      (
        "Mở danh sách: chuyển sang giai đoạn khác, tạm dừng, loại bỏ, tiếp tục.",
        "Opens the moves: to another stage, set aside, drop, resume."
      ))
  }
  var edit: CommandWords {
    words(
      ("Sửa", "Edit"),
      ("Mở hồ sơ đang chọn để sửa ngay.", "Opens the venture in focus, ready to be changed."))
  }

  var advance: CommandWords {
    words(
      ("Sang giai đoạn sau", "Next stage"),
      (
        "Chuyển hồ sơ sang giai đoạn kế tiếp; còn thiếu gì thì điền ngay tại chỗ.",
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
      ("Loại bỏ", "Drop"),
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
      ("Lưu và chuyển", "Save and move"),
      (
        "Lưu các ô vừa điền rồi chuyển hồ sơ; Ctrl+Z hoàn tác.",
        "Saves what was filled in and moves the venture; Ctrl+Z takes it back."
      ))
  }
  var cancel: CommandWords {
    words(("Thôi", "Cancel"), ("Đóng mà không đổi gì.", "Closes without changing anything."))
  }
}
