import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The board as a table: the official columns on the left, the advisory ones on the right.
struct BoardTable {
  private let state: RoundDeskState
  private let page: RoundPage
  private let text: ContestText

  init(_ state: RoundDeskState, _ page: RoundPage, _ text: ContestText) {
    self.state = state
    self.page = page
    self.text = text
  }

  /// The first advisory column.
  static let firstAdvice = 6

  var table: ContestTable {
    let lines = page.board.ordered(by: state.order)
    let byCode = Dictionary(lines.map { ($0.code, $0) }) { first, _ in first }
    let boards = Dictionary(
      page.record.competition.content.boards.map { ($0.code, $0.title(text.language).string) }
    ) { first, _ in first }
    return ContestTable(columns: columns(boards.count > 1), ids: lines.map(\.code)) { code in
      byCode[code].map { cells($0, boards) } ?? []
    }
  }

  private func columns(_ hasBoards: Bool) -> [TableColumn<Int>] {
    let say = text.say
    var columns = [
      TableColumn(0, title: say("Hạng", "Rank"), minimum: 5),
      TableColumn(1, title: say("Mã", "Code"), minimum: 4),
      TableColumn(2, title: say("Bài dự thi", "Entry"), minimum: 14, weight: 3),
    ]
    if hasBoards {
      columns.append(
        TableColumn(3, title: say("Bảng", "Board"), minimum: 8, rank: 2))
    }
    columns += [
      TableColumn(4, title: say("Điểm", "Total"), minimum: 7, alignment: .trailing),
      TableColumn(5, title: say("Kết quả", "Outcome"), minimum: 12, weight: 1, rank: 1),
    ]
    guard page.seesAll else { return columns }
    return columns + [
      TableColumn(
        6, title: say("H.chỉnh ±", "Adjusted ±"), minimum: 11, alignment: .trailing, rank: 3),
      TableColumn(7, title: say("Hạng h.c", "Adj.rank"), minimum: 8, alignment: .trailing, rank: 4),
      TableColumn(8, title: say("Tản", "Spread"), minimum: 6, alignment: .trailing, rank: 6),
      TableColumn(9, title: say("Phiếu", "Sheets"), minimum: 6, alignment: .trailing, rank: 5),
      TableColumn(10, title: say("Có thể", "Possible"), minimum: 8, alignment: .trailing, rank: 2),
      TableColumn(11, title: say("Nhất", "First"), minimum: 5, alignment: .trailing, rank: 3),
    ]
  }

  private func cells(_ line: RoundBoard.Line, _ boards: [String: String]) -> [TableCell] {
    let advice = line.advice
    let adjusted = advice?.adjusted.map { value in
      ContestNumbers.text(value, text.language)
        + (advice?.se.map { " ±" + ContestNumbers.text($0, text.language) } ?? "")
    }
    let possible = line.possible.map { range in
      range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    let sheets = line.sheets < line.expected
    return [
      TableCell(rank(line)), TableCell(line.code, .muted), TableCell(line.title.string),
      TableCell(Self.short(boards[line.board] ?? line.board), .muted),
      TableCell(ContestNumbers.text(decimal: line.total, text.language)),
      outcome(line),
      TableCell(adjusted ?? "-", .info),
      TableCell(
        advice?.rank.map(String.init) ?? "-",
        advice?.rank != nil && advice?.rank != line.rank ? .warning : .info),
      TableCell(advice?.spread.map { ContestNumbers.text($0, text.language) } ?? "-", .info),
      TableCell(
        "\(line.sheets)/\(line.expected)" + (sheets ? "!" : ""), sheets ? .warning : .info),
      TableCell(possible ?? "-", .info),
      TableCell(advice?.first.map { "\(Int(($0 * 100).rounded()))%" } ?? "-", .info),
    ]
  }

  /// The name of a board without the word for it, which the heading says.
  static func short(_ board: String) -> String {
    board.hasPrefix("Bảng ") ? String(board.dropFirst(5)) : board
  }

  private func rank(_ line: RoundBoard.Line) -> String {
    guard let rank = line.rank else { return "-" }
    return "\(rank)" + (line.tie == .shared ? "=" : "")
  }

  private func outcome(_ line: RoundBoard.Line) -> TableCell {
    let say = text.say
    switch line.status {
    case .noResult: return TableCell(say("○ chưa có phiếu", "○ no sheet yet"), .muted)
    case .provisional: return TableCell(say("◐ tạm tính", "◐ provisional"), .warning)
    case .belowGate: return TableCell(say("× dưới mức", "× below the gate"), .danger)
    case .final: break
    }
    if let code = line.award {
      let award = page.snapshot.rules.awards.first { $0.code == code }
      return TableCell("▲ " + (award?.title(text.language).string ?? code), .ok)
    }
    if line.advances { return TableCell(say("▲ vào vòng sau", "▲ goes on"), .ok) }
    if case .separated(let step) = line.tie {
      let words = RulesWords(rules: page.snapshot.rules, language: text.language).step(step)
      return TableCell(say("tách bởi ", "by ") + words, .muted)
    }
    return TableCell(line.tie == .shared ? say("đồng hạng", "shared") : "", .muted)
  }
}
