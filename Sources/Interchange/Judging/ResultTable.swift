import Incubation

/// The official result in columns for people to read.
struct ResultTable {
  private let result: TabulationResult
  private let language: Language

  init(_ result: TabulationResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  private struct Column {
    var heading: String
    var isNumber = false
    var cell: (TabulationResult.Row) -> String
  }

  /// The lines, each with a line feed; columns that would be empty throughout are left out.
  var text: String {
    let shown = columns.map { column in (column, result.rows.map(column.cell)) }
      .filter { !$0.1.allSatisfy(\.isEmpty) }
    let widths = shown.map { column, cells in ([column.heading] + cells).map(\.count).max() ?? 0 }
    let headings = shown.map(\.0.heading)
    let rows =
      [headings, widths.map { String(repeating: "-", count: $0) }]
      + result.rows.indices.map { row in shown.map { $0.1[row] } }
    return rows.map { cells in
      let padded = cells.indices.map { place in
        Self.padded(cells[place], to: widths[place], isRight: shown[place].0.isNumber)
      }
      return padded.joined(separator: "  ").trimmedEnd + "\n"
    }.joined()
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var columns: [Column] {
    let rules = result.rules
    let awards = Dictionary(uniqueKeysWithValues: rules.awards.map { ($0.code, $0.title) })
    let scores =
      rules.criteria.enumerated().map { place, criterion in
        Column(heading: criterion.code, isNumber: true) { number($0.criteria[place]) }
      }
      + rules.components.enumerated().map { place, component in
        Column(heading: component.code, isNumber: true) { number($0.components[place]) }
      }
    return [
      Column(heading: say("Hạng", "Rank"), isNumber: true) { $0.rank.map(String.init) ?? "" },
      Column(heading: say("Mã", "Entry")) { $0.id },
      Column(heading: say("Bài dự thi", "Title")) { $0.title.string },
      Column(heading: say("Bảng", "Board")) { $0.board },
      Column(heading: say("Tổng điểm", "Total"), isNumber: true) { number($0.total) },
      Column(heading: say("Kết quả", "Status")) { $0.status.label(language) },
      Column(heading: say("Phân định", "Tie")) { tie($0.tie) },
      Column(heading: say("Đi tiếp", "Goes on")) { $0.advances == true ? say("có", "yes") : "" },
      Column(heading: say("Giải", "Award")) { row in
        row.award.map { awards[$0]?(language).string ?? $0 } ?? ""
      },
    ] + scores
  }

  private func tie(_ tie: TabulationResult.Tie?) -> String {
    switch tie {
    case nil: ""
    case .shared: say("đồng hạng", "shared")
    case .separated(let step): step.name
    }
  }

  private func number(_ value: Rational?) -> String {
    let rounding = result.rules.rounding
    return value?.written(places: rounding.places, rounding.mode) ?? ""
  }

  private static func padded(_ text: String, to width: Int, isRight: Bool) -> String {
    let space = String(repeating: " ", count: width - text.count)
    return isRight ? space + text : text + space
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
