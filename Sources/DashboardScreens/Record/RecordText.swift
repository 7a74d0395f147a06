import DashboardKit
import Incubation
import Storage

/// The words of the page about a venture.
struct RecordText: Wording {
  let language: Language

  var moves: MoveWords { MoveWords(language: language) }

  var title: String { say("Hồ sơ", "Venture") }
  var newTitle: String { say("Hồ sơ mới", "New venture") }
  var loading: String { say("Đang tải hồ sơ…", "Loading the venture…") }
  var mine: String { say("bản của tôi", "mine") }
  var theirs: String { say("bản đang lưu", "stored") }
  var newer: String {
    say(
      "! Có người vừa sửa hồ sơ này. Khi lưu sẽ so từng ô.",
      "! Somebody just changed this venture. Saving will compare field by field.")
  }
  var editing: String {
    say("Đang sửa · Ctrl+S lưu · Esc thôi", "Editing · Ctrl+S save · Esc cancel")
  }
  var draftDoesNotFit: String {
    say(
      "Bản nháp không còn khớp với hồ sơ; nội dung vẫn được giữ trong tệp nháp.",
      "The draft no longer fits the record; what was typed stays in its file.")
  }
  var draftStays: String {
    say("Bản nháp vẫn được giữ.", "The draft is kept.")
  }
  var noteHint: String { say("Ctrl+S lưu ghi chú", "Ctrl+S saves the note") }
  var evidenceHint: String {
    say("Ctrl+S ghi nhận · ← → chọn loại · Esc thôi", "Ctrl+S records · ← → which · Esc cancel")
  }
  var noEvidence: String {
    say("Quy trình này không hỏi minh chứng.", "This pipeline asks for no evidence.")
  }
  func evidenceMissing(_ stage: String, _ pipeline: Pipeline?) -> String {
    let name = moves.stage(stage, pipeline)
    return say("chưa có · cần để rời \(name)", "none yet · needed to leave \(name)")
  }
  var evidenceRecorded: String { say("Đã ghi nhận minh chứng.", "Evidence recorded.") }
  var noTeam: String {
    say("chưa có ai ngoài người đại diện", "nobody besides the representative")
  }
  var teamSaved: String { say("Đã lưu đội ngũ.", "Team saved.") }
  func moreFields(_ count: Int) -> String {
    say("▼ còn \(count) ô", "▼ \(count) more")
  }
  var noNeeds: String { say("chưa đánh giá", "not assessed") }

  func name(_ section: RecordSection) -> String {
    switch section {
    case .summary: say("Tóm tắt", "Summary")
    case .people: say("Người và đơn vị", "People and organisation")
    case .team: say("Đội ngũ", "Team")
    case .discovery: say("Phát hiện", "Discovery")
    case .needs: say("Nhu cầu hỗ trợ", "Needs of support")
    case .technology: say("Công nghệ và sở hữu trí tuệ", "Technology and intellectual property")
    case .next: say("Bước tới", "Next step")
    case .files: say("Nhãn và tệp", "Tags and files")
    case .evidence: say("Minh chứng", "Evidence")
    case .timeline: say("Diễn biến", "Timeline")
    }
  }

  func deleteQuestion(_ title: String) -> String {
    say(
      "Xóa «\(title)»? Ctrl+Z lấy lại được.", "Delete “\(title)”? Ctrl+Z brings it back.")
  }

  func conflict(_ who: String, _ when: String) -> String {
    say(
      "! \(who) đã sửa hồ sơ này lúc \(when). Chọn bản giữ lại cho từng ô.",
      "! \(who) changed this venture at \(when). Choose what to keep, field by field.")
  }

  func was(_ base: String) -> String {
    let shown = base.isEmpty ? ventures.unknown : base.split(separator: "\n").joined(separator: " ")
    return say("(trước đó: \(shown))", "(before: \(shown))")
  }

  func saved(_ title: String) -> String { say("Đã lưu «\(title)».", "Saved “\(title)”.") }
  func deleted(_ title: String) -> String { say("Đã xóa «\(title)».", "Deleted “\(title)”.") }
  var noted: String { say("Đã thêm ghi chú.", "Note added.") }

  /// What a change was, for the timeline.
  func name(_ kind: ChangeSummary.Kind) -> String {
    switch kind {
    case .created: say("tạo hồ sơ", "created")
    case .edited: say("sửa", "changed")
    case .moved: say("chuyển giai đoạn", "moved")
    case .deleted: say("xóa", "deleted")
    case .restored: say("khôi phục", "restored")
    case .noted: say("ghi chú", "note")
    case .evidence: say("ghi nhận minh chứng", "recorded evidence")
    case .imported: say("nhập từ tệp", "imported")
    case .undone: say("hoàn tác", "undone")
    case .redone: say("làm lại", "redone")
    case .userChanged: say("đổi người dùng", "changed a user")
    case .contestChanged: say("đổi cuộc thi", "changed a contest")
    case .roundMoved: say("chuyển vòng thi", "moved a round")
    case .assigned: say("phân công giám khảo", "assigned judges")
    case .conflictRecorded: say("ghi xung đột lợi ích", "recorded a conflict")
    case .sealed: say("niêm phong phiếu", "sealed sheets")
    case .reopened: say("mở lại phiếu", "reopened a sheet")
    }
  }

  // MARK: Commands

  var edit: CommandWords {
    words(
      ("Sửa", "Edit"),
      ("Mở phần đang chọn để sửa.", "Opens the section in focus for editing."))
  }
  var save: CommandWords {
    words(
      ("Lưu", "Save"),
      ("Kiểm tra các ô rồi lưu; Ctrl+Z hoàn tác.", "Checks the fields and saves; Ctrl+Z undoes."))
  }
  var note: CommandWords {
    words(
      ("Ghi chú", "Note"),
      ("Thêm một ghi chú vào diễn biến.", "Adds a note to the timeline."))
  }
  var evidence: CommandWords {
    words(
      ("Minh chứng", "Evidence"),
      (
        "Ghi nhận một minh chứng mà không chuyển hồ sơ.",
        "Records a piece of evidence without moving the venture."
      ))
  }
  var team: CommandWords {
    words(
      ("Đội ngũ", "Team"),
      (
        "Sửa danh sách thành viên: họ tên, vai trò, điện thoại.",
        "Changes who is in the team: names, roles, telephones."
      ))
  }
  var choose: CommandWords {
    words(("Chọn", "Choose"), ("Chọn dòng này.", "Takes this line."))
  }
  var delete: CommandWords {
    words(
      ("Xóa", "Delete"),
      (
        "Hỏi lại rồi xóa hồ sơ; Ctrl+Z lấy lại được.",
        "Asks, then deletes the venture; Ctrl+Z brings it back."
      ))
  }
  var keepMine: CommandWords {
    words(
      ("Giữ bản của tôi", "Keep mine"),
      ("Chọn bản của tôi ở mọi ô.", "Chooses mine in every field."))
  }
  var keepTheirs: CommandWords {
    words(
      ("Giữ bản đang lưu", "Keep stored"),
      ("Chọn bản đang lưu ở mọi ô.", "Chooses what is stored in every field."))
  }
  var lineage: CommandWords {
    words(
      ("Dòng phát triển", "Whole line"),
      (
        "Mở cả dòng của hồ sơ: phát hiện, cuộc thi, khóa học, nhiệm vụ, tiền, nhà đầu tư.",
        "Opens all that happened: found, contests, courses, tasks, money, investors."
      ))
  }
  var nextSection: CommandWords {
    words(
      ("Phần sau", "Next section"), ("Sang phần kế tiếp của hồ sơ.", "Goes to the next section."))
  }
}
