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
    case .days: Bilingual(vietnamese: "Ngày", english: "Days")
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

  // MARK: Commands

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
