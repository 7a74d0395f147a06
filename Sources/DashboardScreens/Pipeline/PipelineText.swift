import DashboardKit
import Incubation

/// The words of the board.
struct PipelineText: Wording {
  let language: Language

  var moves: MoveWords { MoveWords(language: language) }
  var filters: FilterWords { FilterWords(language: language) }

  var title: String { say("Hồ sơ", "Ventures") }
  var board: String { say("Bảng", "Board") }
  var table: String { say("Danh sách", "Table") }
  var searchLabel: String { say("Tìm:", "Find:") }
  var searchHint: String { say("tên, mã, người, đơn vị", "title, code, people") }
  var loading: String { say("Đang tải hồ sơ…", "Loading ventures…") }
  var choosePipeline: String { say("Chọn quy trình", "Choose a pipeline") }
  var noLimit: String { say("không hạn định", "no usual time") }

  func totals(_ total: Int, overdue: Int, stalled: Int) -> [String] {
    var parts = [count(total, "hồ sơ", "venture", "ventures")]
    if overdue > 0 { parts.append("! " + say("\(overdue) quá hạn", "\(overdue) overdue")) }
    if stalled > 0 { parts.append("~ " + say("\(stalled) đứng lại", "\(stalled) stalled")) }
    return parts
  }

  /// What a search found that no column shows, and where it is shown.
  func resting(_ number: Int) -> String {
    "× " + say("\(number) đã dừng hoặc tạm gác: F6", "\(number) at rest: F6")
  }

  /// How long ventures usually stay in a stage.
  func usual(_ days: Int?) -> String {
    days.map { Formatting(language).days($0) } ?? noLimit
  }

  func hidden(left: Int, right: Int) -> String {
    let before = left > 0 ? "◂ " + say("\(left) cột", "\(left) more") : ""
    let after = right > 0 ? say("\(right) cột", "\(right) more") + " ▸" : ""
    return [before, after].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func empty(isFiltered: Bool) -> [String] {
    isFiltered
      ? [
        say("Không có hồ sơ nào hợp với bộ lọc.", "No venture matches the filter."),
        say("Alt+X bỏ lọc.", "Alt+X clears it."),
      ]
      : [
        say(
          "Chưa có hồ sơ nào trong quy trình này.", "There are no ventures in this pipeline yet."),
        say("Ins thêm hồ sơ · F8 nhập từ tệp CSV", "Ins adds one · F8 imports a CSV file"),
      ]
  }

  /// What would become of a card that is lifted or held by the mouse; without a target it stays.
  func lifted(_ title: SafeText, target: String?, isDragged: Bool) -> String {
    if let target { return say("Chuyển «\(title)» sang \(target)", "Move “\(title)” to \(target)") }
    return isDragged
      ? say(
        "Để nguyên «\(title)» · kéo sang giai đoạn khác", "Leave “\(title)” · drag it to a stage")
      : say("Đang nhấc «\(title)» · ← → chọn giai đoạn", "Lifted “\(title)” · ← → choose a stage")
  }

  var liftedKeys: String {
    say("← → chọn · Enter chuyển · Esc thôi", "← → choose · Enter move · Esc cancel")
  }

  var draggedKeys: String { say("thả chuột: xong · Esc thôi", "release: done · Esc cancel") }

  func finding(_ typed: String) -> String {
    say("Đến hồ sơ bắt đầu bằng «\(typed)»", "Ventures that begin with “\(typed)”")
  }

  // MARK: Commands

  var open: CommandWords {
    words(("Mở", "Open"), ("Mở hồ sơ đang chọn.", "Opens the venture in focus."))
  }
  var lift: CommandWords {
    words(
      ("Nhấc", "Lift"),
      (
        "Nhấc hồ sơ lên, chọn giai đoạn bằng ← →, rồi Enter để chuyển.",
        "Lifts the card; choose a stage with ← →, then Enter moves it."
      ))
  }
  var drop: CommandWords {
    words(
      ("Chuyển", "Move"),
      (
        "Chuyển hồ sơ đã nhấc sang giai đoạn đã chọn; Ctrl+Z hoàn tác.",
        "Moves the lifted card to the chosen stage; Ctrl+Z takes it back."
      ))
  }
  var left: CommandWords {
    words(
      ("Cột trước", "Column before"), ("Chọn giai đoạn liền trước.", "Chooses the stage before."))
  }
  var right: CommandWords {
    words(("Cột sau", "Column after"), ("Chọn giai đoạn liền sau.", "Chooses the stage after."))
  }
  var search: CommandWords {
    words(
      ("Tìm", "Find"),
      (
        "Chỉ hiện hồ sơ có từ gõ vào; gõ không dấu cũng được.",
        "Shows only ventures with the words typed; accents are optional."
      ))
  }
  var showTable: CommandWords {
    words(
      ("Danh sách", "Table"),
      ("Hiện các hồ sơ này thành bảng nhiều cột.", "Shows these ventures as a table."))
  }
  var create: CommandWords {
    words(("Thêm", "New"), ("Thêm một hồ sơ mới.", "Adds a new venture."))
  }
  var importing: CommandWords {
    words(
      ("Nhập CSV", "Import CSV"), ("Nhập hồ sơ từ tệp CSV.", "Imports ventures from a CSV file."))
  }
  var pipelines: CommandWords {
    words(
      ("Quy trình", "Pipeline"),
      ("Chuyển sang quy trình khác.", "Switches to another pipeline."))
  }
  var choose: CommandWords {
    words(("Chọn", "Choose"), ("Chọn dòng này.", "Takes this line."))
  }
  var done: CommandWords {
    words(
      ("Xong", "Done"),
      ("Giữ từ tìm kiếm và về lại các hồ sơ.", "Keeps the search and returns to the cards."))
  }
}
