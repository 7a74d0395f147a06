import DashboardKit
import Incubation
import Storage

/// The words of the plain mode that no screen has: what a screen shows by place, bars and keys.
struct PlainTaskText: Wording {
  let language: Language

  var board: PipelineText { PipelineText(language: language) }
  var table: TableText { TableText(language: language) }
  var record: RecordText { RecordText(language: language) }
  var moves: MoveWords { MoveWords(language: language) }
  var filters: FilterWords { FilterWords(language: language) }
  var overview: OverviewText { OverviewText(language: language) }
  var bulk: BulkWords { BulkWords(language: language) }

  func spoken(_ words: String) -> String { PlainLine.spoken(words, language) }
  func days(_ count: Int) -> String { Formatting(language).days(count) }

  // MARK: Who, where, when

  func today(_ day: LocalDate, isDemo: Bool) -> String {
    isDemo
      ? say("Hôm nay: \(day.formatted), dữ liệu mẫu.", "Today: \(day.formatted), sample data.")
      : say("Hôm nay: \(day.formatted).", "Today: \(day.formatted).")
  }
  func user(_ user: User) -> String {
    let roles = UserRole.allCases.filter(user.roles.contains)
      .map { $0.label(language).lowercased() }.joined(separator: ", ")
    let name = user.displayName.isBlank ? user.login : user.displayName.string
    return say(
      "Người dùng: \(name), tài khoản \(user.login), \(roles).",
      "User: \(name), account \(user.login), \(roles).")
  }
  func database(_ name: String) -> String {
    say("Cơ sở dữ liệu: \(name).", "Database: \(name).")
  }
  var languageIs: String { say("Ngôn ngữ: tiếng Việt.", "Language: English.") }
  func pipelineIs(_ name: String) -> String {
    say("Quy trình đang chọn: \(name).", "Pipeline chosen: \(name).")
  }

  // MARK: Lists

  /// Where a venture stands and what is wrong with it, in words.
  func standing(_ row: VentureSummary, _ pipeline: Pipeline?, today: LocalDate) -> String {
    let stage = moves.stage(row.position.stage, pipeline)
    if row.position.status != .active {
      return row.position.status.label(language) + say(" ở \(stage)", " in \(stage)")
    }
    let inStage = max(0, row.daysInStage(today: today))
    var parts = [say("\(stage) \(days(inStage))", "\(stage) for \(days(inStage))")]
    if pipeline.map({ row.isStalled(in: $0, today: today) }) ?? false {
      parts.append(say("đứng lại", "stalled"))
    }
    if row.isOverdue(today: today), let due = row.nextStepDue {
      parts.append(ventures.overdue(today.days(since: due)))
    }
    return parts.joined(separator: ", ")
  }

  /// A venture in one line: its name, where it stands, who is behind it, its number.
  func row(_ row: VentureSummary, _ pipeline: Pipeline?, today: LocalDate) -> String {
    let who = row.organisation.isBlank ? row.representative : row.organisation
    return [
      row.title.string, standing(row, pipeline, today: today), who.string, row.code.string,
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  func order(_ sort: VentureSort) -> String {
    let name = key(sort.key)
    return sort.descending
      ? say("xếp ngược theo \(name)", "sorted by \(name), last first")
      : say("xếp theo \(name)", "sorted by \(name)")
  }

  func key(_ key: VentureSort.Key) -> String {
    let column = VentureColumn.allCases.first { $0.sortKey == key }
    return column.map { TableText.name($0)(language).string }
      ?? VentureField.organisation.label(language)
  }

  func searched(_ words: String) -> String { say("có chữ «\(words)»", "with “\(words)”") }
  func place(_ first: Int, _ last: Int, of total: Int) -> String {
    say(
      "\(number(first)) đến \(number(last)) trong \(number(total))",
      "\(number(first)) to \(number(last)) of \(number(total))")
  }
  var goesOn: String { say("Enter đọc tiếp", "Enter goes on") }
  var atEnd: String {
    say("Hết danh sách; «đầu» đọc lại từ đầu.", "End of the list; \"first\" reads it again.")
  }
  var listPrompt: String { say("Số hồ sơ, lệnh hoặc chữ cần tìm", "Number, command or words") }
  func nothingFound(_ words: String) -> String {
    say(
      "Không có hồ sơ nào có chữ «\(words)»; vẫn giữ danh sách trước.",
      "No venture has “\(words)”; the list stays as it was.")
  }
  var emptyList: String {
    say("Không có hồ sơ nào hợp với điều kiện này.", "No venture matches these conditions.")
  }
  var first: CommandWords {
    words(("Đầu", "First"), ("Đọc danh sách từ đầu.", "Reads the list from its beginning."))
  }
  var again: CommandWords {
    words(("Đọc lại", "Again"), ("Đọc lại phần đang xem.", "Reads this part again."))
  }
  var export: CommandWords {
    words(
      ("Xuất", "Export"),
      ("Ghi các hồ sơ đang hiện ra tệp.", "Writes the ventures of this list to a file."))
  }
  var undo: CommandWords {
    words(
      ("Hoàn tác", "Undo"),
      ("Lấy lại thay đổi gần nhất.", "Takes back the latest change."))
  }
  var redo: CommandWords {
    words(
      ("Làm lại", "Redo"),
      ("Làm lại thay đổi vừa hoàn tác.", "Makes again the change that was just undone."))
  }
  var condition: String { say("Điều kiện", "Condition") }
  var all: String { say("tất cả", "all") }
  var onlyStalled: String { say("chỉ hồ sơ đứng lại", "stalled only") }
  var dueHelp: String {
    say(
      "Gõ một ngày, ví dụ 30/09/2020: hạn đến hết ngày ấy. «quá hạn»: đã qua hạn.",
      "Type a day, for example 30/09/2020: due by then. \"overdue\": past its day.")
  }
  var overdueWord: String { say("quá hạn", "overdue") }

  // MARK: Views

  var keepView: CommandWords {
    words(
      ("Lưu cách xem này", "Keep this view"),
      ("Giữ điều kiện và thứ tự dưới một tên.", "Keeps conditions and order under a name."))
  }
  var deleteView: CommandWords {
    words(
      ("Xóa một cách xem", "Delete a view"),
      ("Chọn cách xem cần xóa.", "Chooses the view to take away."))
  }
  var noViews: String { say("Chưa lưu cách xem nào.", "No view has been kept.") }
  func viewDeleted(_ name: SafeText) -> String {
    say("Đã xóa cách xem «\(name)».", "Deleted the view “\(name)”.")
  }

  // MARK: Many at once

  var which: String { say("Những hồ sơ nào", "Which ventures") }
  func whichHelp(_ total: Int) -> String {
    say(
      "Gõ số trong danh sách, ví dụ 1,3,5-9; hoặc «tất cả» cho cả \(number(total)) hồ sơ.",
      "Type numbers of the list, for example 1,3,5-9; or \"all\" for all \(number(total)).")
  }
  var badNumbers: String {
    say("Không hiểu các số ấy.", "These numbers are not understood.")
  }
  var whatToChange: String { say("Đổi gì", "What to change") }
  func andMore(_ count: Int) -> String {
    say("và \(number(count)) hồ sơ nữa", "and \(number(count)) more")
  }
  var nothingToChange: String { say("Không có gì để đổi.", "There is nothing to change.") }
  var applyQuestion: String { say("Đổi tất cả", "Change all of them") }
  func changed(_ count: Int) -> String {
    say(
      "Đã đổi \(number(count)) hồ sơ; «hoàn tác» lấy lại tất cả.",
      "Changed \(self.count(count, "", "venture", "ventures")); \"undo\" takes all of it back.")
  }

  // MARK: A venture

  func usual(_ days: Int?) -> String {
    days == nil ? board.noLimit : say("thường ", "usually ") + board.usual(days)
  }
  var ventureTasks: String { say("Việc với hồ sơ", "Task for") }
  var readAll: CommandWords {
    words(
      ("Đọc hết", "Read all"),
      ("Đọc mọi phần của hồ sơ.", "Reads every section of the venture."))
  }
  var history: CommandWords {
    words(
      ("Lịch sử giai đoạn", "Stage history"),
      ("Hồ sơ ở giai đoạn nào, từ ngày nào.", "Which stage it was in, and from when."))
  }
  func stay(_ stage: String, from: LocalDate, to: LocalDate?, days: String) -> String {
    guard let to else {
      return say(
        "\(stage): từ \(from.formatted) đến nay, \(days).",
        "\(stage): since \(from.formatted), \(days).")
    }
    return say(
      "\(stage): từ \(from.formatted) đến \(to.formatted), \(days).",
      "\(stage): from \(from.formatted) to \(to.formatted), \(days).")
  }
  var editHelp: String {
    say(
      "Chọn một ô rồi gõ giá trị mới; lưu ngay sau mỗi ô.",
      "Choose a field and type its new value; each is saved at once.")
  }
  var deleteHelp: String {
    say("Hỏi lại rồi xóa hồ sơ.", "Asks, then deletes the venture.")
  }
  var field: String { say("Ô cần sửa", "Field to change") }
  func present(_ label: String, _ value: String) -> String {
    value.isEmpty
      ? say("\(label): chưa có.", "\(label): none yet.")
      : say("\(label), hiện là: \(value)", "\(label), now: \(value)")
  }
  func hint(_ words: String) -> String { say("Cách điền: \(words).", "As: \(words).") }
  var required: String { say("Bắt buộc.", "Required.") }
  func saved(_ label: String, _ value: String) -> String {
    value.isEmpty
      ? say("Đã xóa nội dung ô \(label).", "Emptied \(label).")
      : say("Đã lưu \(label): \(value)", "Saved \(label): \(value)")
  }
  var unchanged: String { say("Không có gì thay đổi.", "Nothing changed.") }
  var emptyChoice: String { say("chưa rõ", "unknown") }
  func deleteQuestion(_ title: String) -> String {
    say("Xóa «\(title)»", "Delete “\(title)”")
  }
  var undoHint: String { say("«hoàn tác» lấy lại được.", "\"undo\" takes it back.") }
  var walkOn: String {
    say(
      "Tiếp theo là các ô còn lại; Enter bỏ qua một ô, «thôi» để dừng.",
      "The other fields follow; Enter passes over one, \"back\" stops.")
  }
  func created(_ code: String) -> String {
    say("Đã thêm hồ sơ \(code).", "Added the venture \(code).")
  }

  // MARK: Conflicts

  func conflict(_ who: String, _ when: String) -> String {
    say(
      "\(who) đã sửa hồ sơ này lúc \(when), trong khi bạn đang xem.",
      "\(who) changed this venture at \(when), while you were looking at it.")
  }
  func taken(_ label: String, _ value: String) -> String {
    say("\(label), theo bản đang lưu: \(value)", "\(label), as stored: \(value)")
  }
  func version(_ label: String, _ which: String, _ value: String) -> String {
    "\(label), \(which): " + (value.isEmpty ? ventures.unknown : value)
  }
  func keepWhich(_ label: String) -> String {
    say("Giữ bản nào cho ô \(label)", "Which to keep for \(label)")
  }

  // MARK: Team

  var addMember: CommandWords {
    words(
      ("Thêm thành viên", "Add a member"),
      (
        "Hỏi họ tên, vai trò, điện thoại.",
        "Asks for name, role and telephone."
      ))
  }
  var removeMember: String { say("Bỏ khỏi đội ngũ", "Take out of the team") }
  var changeMember: String { say("Sửa vai trò và điện thoại", "Change role and telephone") }
  var teamPrompt: String { say("Thành viên hoặc lệnh", "Member or command") }
  var duty: String { say("Vai trò", "Role") }
  var fullName: String { say("Họ và tên", "Full name") }
  func member(_ name: String, _ duty: String, _ phone: String) -> String {
    [name, duty, phone].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
