import DashboardKit
import Incubation
import Interchange
import Storage

/// The words of the import screen.
struct ImportText: Wording {
  let language: Language

  static let leftOut = Bilingual(vietnamese: "bỏ cột này", english: "left out")

  var title: String { say("Nhập CSV", "Import CSV") }
  var path: String { say("Tệp CSV", "CSV file") }
  var pathHint: String { say("~/Tải về/danh-sach.csv", "~/Downloads/list.csv") }
  var explanation: [String] {
    [
      say(
        "Dòng đầu của tệp là tên cột; tên cột tiếng Việt hay tiếng Anh đều được.",
        "The first line of the file names its columns, in Vietnamese or English."),
      say(
        "Chưa có gì được lưu cho đến khi bạn xem trước rồi bấm Ctrl+S.",
        "Nothing is stored before you have seen what would happen and pressed Ctrl+S."),
    ]
  }
  var columnsTitle: String { say("Cột nào là ô nào", "Which column is which field") }
  var publishing: String { say("Đang lưu vào cơ sở dữ liệu…", "Storing…") }
  var rowsHeading: [String] {
    [say("Dòng", "Line"), "", say("Tên hồ sơ", "Title"), say("Sẽ làm gì", "What happens")]
  }

  func reading(_ rows: Int) -> String {
    say("Đang đọc… \(number(rows)) dòng", "Reading… \(number(rows)) rows")
  }

  func summary(_ plan: ImportPlan) -> String {
    [
      say("\(number(plan.rowCount)) dòng", "\(number(plan.rowCount)) rows"),
      "+ " + say("\(number(plan.newCount)) mới", "\(number(plan.newCount)) new"),
      "= " + say("\(number(plan.matchedCount)) đã có", "\(number(plan.matchedCount)) known"),
      "× "
        + say("\(number(plan.refused.count)) bị từ chối", "\(number(plan.refused.count)) refused"),
    ].joined(separator: " · ")
  }

  func onMatch(_ onMatch: ImportOptions.OnMatch, changed: Int) -> String {
    switch onMatch {
    case .skip: say("Hồ sơ đã có: giữ nguyên", "Known ventures: left alone")
    case .update:
      say(
        "Hồ sơ đã có: cập nhật \(number(changed)) hồ sơ khác với tệp",
        "Known ventures: \(number(changed)) that differ are updated")
    }
  }

  func columns(_ mapping: ColumnMapping) -> String {
    let used = mapping.columns.count { $0 != nil }
    let all = say(
      "\(used)/\(mapping.headings.count) cột được dùng",
      "\(used) of \(mapping.headings.count) columns used")
    let left = mapping.unmapped.map(\.string).joined(separator: ", ")
    return left.isEmpty ? all : all + say(", bỏ: ", ", left out: ") + left
  }

  func name(_ shown: ImportState.Shown) -> String {
    switch shown {
    case .all: say("mọi dòng", "all rows")
    case .new: say("dòng mới", "new rows")
    case .matched: say("dòng đã có", "known rows")
    case .refused: say("dòng bị từ chối", "refused rows")
    }
  }

  var new: String { say("hồ sơ mới", "new venture") }
  var same: String { say("đã có, không khác", "known, nothing differs") }
  func differs(_ fields: [VentureField]) -> String {
    say("khác: ", "differs: ") + fields.map { $0.label(language) }.joined(separator: ", ")
  }

  func difference(_ difference: ImportPlan.Difference) -> String {
    let before = difference.before.isEmpty ? ventures.unknown : difference.before
    return "\(difference.field.label(language)): \(before) → \(difference.after)"
  }

  func published(_ summary: ImportSummary) -> String {
    say(
      "Đã nhập lượt \(summary.batch): \(number(summary.created)) mới, "
        + "\(number(summary.updated)) cập nhật.",
      "Import \(summary.batch): \(number(summary.created)) new, "
        + "\(number(summary.updated)) updated.")
  }

  func done(_ summary: ImportSummary, rejected: String?) -> [String] {
    var lines = [
      published(summary),
      say(
        "Lượt nhập số \(summary.batch) có thể hoàn tác trọn vẹn bằng Ctrl+Z.",
        "Import number \(summary.batch) can be taken back as a whole with Ctrl+Z."),
    ]
    if summary.refused > 0 {
      lines.append(
        say(
          "\(number(summary.refused)) dòng bị từ chối: F8 lưu ra tệp để sửa rồi nhập lại.",
          "\(number(summary.refused)) rows were refused: F8 writes them to a file to be corrected.")
      )
    }
    if let rejected { lines.append(say("Đã lưu ở \(rejected)", "Written to \(rejected)")) }
    return lines
  }

  // MARK: Commands

  var read: CommandWords {
    words(
      ("Xem trước", "Preview"),
      ("Đọc tệp và cho xem sẽ làm gì; chưa lưu.", "Reads the file and shows what would happen."))
  }
  var publish: CommandWords {
    words(
      ("Nhập", "Import"),
      ("Lưu các dòng vào cơ sở dữ liệu trong một lượt.", "Stores the rows in one batch."))
  }
  var toggleMatch: CommandWords {
    words(
      ("Đã có: giữ/sửa", "Known: skip/update"),
      (
        "Đổi giữa giữ nguyên và cập nhật những hồ sơ đã có.",
        "Switches between leaving known ventures alone and updating them."
      ))
  }
  var showNext: CommandWords {
    words(
      ("Lọc dòng", "Which rows"),
      (
        "Lần lượt hiện mọi dòng, dòng mới, đã có, bị từ chối.",
        "Shows all rows, then new, known and refused ones."
      ))
  }
  var assign: CommandWords {
    words(
      ("Ghép cột", "Columns"),
      ("Xem và sửa cột nào là ô nào.", "Shows and corrects which column is which field."))
  }
  var saveRejected: CommandWords {
    words(
      ("Lưu dòng từ chối", "Save refused"),
      (
        "Ghi các dòng bị từ chối cùng lý do ra một tệp CSV.",
        "Writes the refused rows with their reasons to a CSV file."
      ))
  }
  var back: CommandWords {
    words(("Quay lại", "Back"), ("Về bước trước.", "Goes back one step."))
  }
  var nothingRefused: String { say("Không dòng nào bị từ chối.", "No row was refused.") }
  var noRows: String { say("Không có dòng nào để nhập.", "There is nothing to import.") }
}
