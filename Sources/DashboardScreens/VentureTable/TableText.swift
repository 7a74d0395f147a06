import DashboardKit
import Incubation

/// The words of the table.
struct TableText: Wording {
  let language: Language

  var board: PipelineText { PipelineText(language: language) }
  var moves: MoveWords { MoveWords(language: language) }
  var filters: FilterWords { FilterWords(language: language) }

  var title: String { say("Danh sách hồ sơ", "Table of ventures") }
  var everything: String { say("Mọi quy trình", "All pipelines") }
  var sortTitle: String { say("Sắp xếp theo", "Sort by") }

  /// The name of a column.
  static func name(_ column: VentureColumn) -> Bilingual {
    switch column {
    case .code: Bilingual(vietnamese: "Mã", english: "Code")
    case .title: VentureField.title.labels
    case .stage: VentureField.stage.labels
    case .days: Bilingual(vietnamese: "Số ngày", english: "Days")
    case .representative: VentureField.representative.labels
    case .place: VentureField.place.labels
    case .field: VentureField.field.labels
    case .next: VentureField.nextStep.labels
    case .due: Bilingual(vietnamese: "Hạn", english: "Due")
    case .owner: Bilingual(vietnamese: "Phụ trách", english: "Owner")
    }
  }

  func rows(_ total: Int) -> String { count(total, "hồ sơ", "venture", "ventures") }

  func marked(_ number: Int) -> String {
    "✓ " + say("đã đánh dấu \(number)", "\(number) marked")
  }

  func place(_ focus: Int, of total: Int) -> String {
    number(focus + 1) + "/" + number(total)
  }

  // MARK: Columns and views

  var columnsTitle: String { say("Các cột", "Columns") }
  var columnsHints: [String] {
    [
      say("Space hiện, ẩn · ← → hẹp, rộng · Del tự động", "Space show · ← → width · Del automatic"),
      say(
        "PgUp PgDn chuyển chỗ · Enter dùng · Esc thôi", "PgUp PgDn move · Enter use · Esc cancel"),
    ]
  }
  var automatic: String { say("tự động", "automatic") }
  func cells(_ width: Int) -> String { say("\(width) ô", "\(width) cells") }

  /// What letting the mouse go would do to the header; nil when nothing.
  func arranging(_ header: HeaderPress) -> String? {
    let name = Self.name(header.column)(language).string
    if header.isEdge { return say("Rộng, hẹp cột «\(name)»", "Width of “\(name)”") }
    guard let over = header.over, over != header.column else { return nil }
    let other = Self.name(over)(language).string
    return say("Đưa cột «\(name)» đến chỗ «\(other)»", "Move “\(name)” to the place of “\(other)”")
  }

  var viewsTitle: String { say("Cách xem đã lưu", "Saved views") }
  var viewsHint: String {
    say("Enter mở · Del xóa · Esc thôi", "Enter open · Del delete · Esc cancel")
  }
  var namingHint: String {
    say(
      "Enter lưu bộ lọc, thứ tự, cột · Esc thôi", "Enter keeps filter, order, columns · Esc cancel")
  }
  func viewKept(_ name: SafeText) -> String {
    say("Đã lưu cách xem «\(name)».", "Kept the view “\(name)”.")
  }
  func viewDeleted(_ name: SafeText) -> String {
    say(
      "Đã xóa cách xem «\(name)»; Ctrl+Z lấy lại.",
      "Deleted the view “\(name)”; Ctrl+Z brings it back.")
  }
  func tooMany(_ most: Int) -> String {
    say(
      "Chỉ đánh dấu được \(number(most)) hồ sơ một lần; hãy lọc hẹp hơn.",
      "At most \(number(most)) ventures can be marked at once; narrow the filter first.")
  }
  var noAnchor: String {
    say(
      "Đánh dấu một hồ sơ trước, rồi đến hồ sơ cuối.",
      "Mark one venture first, then go to the last.")
  }

  // MARK: Commands

  var columns: CommandWords {
    words(
      ("Cột", "Columns"),
      (
        "Chọn cột hiện ra, thứ tự và độ rộng; chuột kéo tiêu đề cũng được.",
        "Chooses the columns shown, their order and width; dragging headers works, too."
      ))
  }
  var views: CommandWords {
    words(
      ("Cách xem", "Views"),
      (
        "Mở, lưu hay xóa cách xem của riêng mình: bộ lọc, thứ tự, cột.",
        "Opens, keeps or deletes views of your own: filter, order, columns."
      ))
  }
  var markRange: CommandWords {
    words(
      ("Đánh dấu đến đây", "Mark to here"),
      (
        "Đánh dấu từ hồ sơ đánh dấu gần nhất đến hồ sơ đang chọn.",
        "Marks everything from the venture marked last to the one in focus."
      ))
  }
  var markAll: CommandWords {
    words(
      ("Đánh dấu hết", "Mark all"),
      ("Đánh dấu mọi hồ sơ đang hiện.", "Marks every venture of the list."))
  }
  var markUp: CommandWords {
    words(
      ("Đánh dấu lên", "Mark upwards"),
      ("Đánh dấu hồ sơ này và hồ sơ phía trên.", "Marks this venture and the one above."))
  }
  var markDown: CommandWords {
    words(
      ("Đánh dấu xuống", "Mark downwards"),
      ("Đánh dấu hồ sơ này và hồ sơ phía dưới.", "Marks this venture and the one below."))
  }

  var showBoard: CommandWords {
    words(
      ("Bảng", "Board"),
      ("Hiện các hồ sơ này thành cột theo giai đoạn.", "Shows these ventures as columns by stage."))
  }
  var sort: CommandWords {
    words(
      ("Sắp xếp", "Sort"),
      (
        "Chọn cột để sắp xếp; chọn lại cột ấy thì đảo chiều.",
        "Chooses the column to sort by; the same column again turns the order round."
      ))
  }
  var mark: CommandWords {
    words(
      ("Đánh dấu", "Mark"),
      ("Đánh dấu hồ sơ này hoặc bỏ dấu.", "Marks this venture, or takes the mark away."))
  }
  var clearMarks: CommandWords {
    words(("Bỏ dấu", "Clear marks"), ("Bỏ mọi dấu.", "Takes every mark away."))
  }
  var noMarks: String { say("Chưa đánh dấu hồ sơ nào.", "Nothing is marked.") }
}
