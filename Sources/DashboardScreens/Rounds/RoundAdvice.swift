import DashboardKit
import Incubation

/// What the statistics add to a board, all of it advice.
struct RoundAdvice {
  let snapshot: RoundSnapshot
  let round: Tabulation
  let totals: SheetTotals
  let report: AnalysisReport

  /// Nil when there is nothing to compute with.
  init?(_ snapshot: RoundSnapshot) {
    guard let round = try? Tabulation(snapshot.record) else { return nil }
    let panel = round.judges.indices.filter { !round.judges[$0].isShadow }
    let places = Dictionary(uniqueKeysWithValues: panel.enumerated().map { ($1, $0) })
    var totals = [Double?](repeating: nil, count: round.entries.count * panel.count)
    for (entry, judge, total) in round.sheetTotals {
      guard let place = places[judge] else { continue }
      totals[entry * panel.count + place] = total.approximation
    }
    guard
      let sheets = try? SheetTotals(
        entries: round.entries.map(\.id), judges: panel.map { round.judges[$0].id },
        totals: totals)
    else { return nil }
    self.snapshot = snapshot
    self.round = round
    self.totals = sheets
    func organisations(_ pairs: [(String, SafeText)]) -> [String: String] {
      Dictionary(pairs.filter { !$0.1.isBlank }.map { ($0.0, $0.1.string) }) { first, _ in first }
    }
    report = JudgingAnalysis.analyse(
      sheets,
      judgeOrganisations: organisations(
        panel.map { (round.judges[$0].id, round.judges[$0].organisation) }),
      entryOrganisations: organisations(round.entries.map { ($0.id, $0.organisation) }), draws: 0)
  }

  /// Puts the advice beside the official lines.
  func fill(_ board: inout RoundBoard) {
    let first = firstPlaces
    let mean = report.additive.mean ?? 0
    let places = Dictionary(report.entries.enumerated().map { ($1, $0) }) { first, _ in first }
    for index in board.lines.indices {
      guard let place = places[board.lines[index].code] else { continue }
      let effect = report.additive.entries?[place]
      board.lines[index].advice = RoundBoard.Advice(
        adjusted: effect.map { mean + $0.effect }, se: effect?.se, rank: nil,
        spread: spread(place), first: first[board.lines[index].code])
    }
    for boardCode in Set(board.lines.map(\.board)) {
      let own = board.lines.indices.filter {
        board.lines[$0].board == boardCode && board.lines[$0].advice?.adjusted != nil
      }.sorted { adjusted(board.lines[$0]) > adjusted(board.lines[$1]) }
      for (rank, index) in own.enumerated() { board.lines[index].advice?.rank = rank + 1 }
    }
    board.reliability = reliability
    board.alerts = RoundAlerts(self, board).all
    board.isAdvised = true
  }

  private func adjusted(_ line: RoundBoard.Line) -> Double { line.advice?.adjusted ?? 0 }

  private func spread(_ entry: Int) -> Double? {
    let values = totals.judges.indices.compactMap { totals[entry, $0] }
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The probability of the first place on the own board, by drawing sheets again and again.
  private var firstPlaces: [String: Double] {
    var result: [String: Double] = [:]
    for entries in Dictionary(grouping: round.entries.indices, by: { round.entries[$0].board })
      .values
    {
      let values = entries.flatMap { entry in
        totals.judges.indices.map { totals[entry, $0] }
      }
      guard
        let own = try? SheetTotals(
          entries: entries.map { round.entries[$0].id }, judges: totals.judges, totals: values),
        let intervals = JudgingAnalysis.analyse(own).rankIntervals
      else { continue }
      for (place, interval) in zip(entries, intervals) {
        result[round.entries[place].id] = interval?.first
      }
    }
    return result
  }

  private var reliability: Remark {
    guard let figure = report.correlations[.icc2k] else {
      return both(
        "Độ tin cậy của hội đồng: chưa tính được (cần từ hai bài mà mọi giám khảo đã chấm).",
        "Reliability of the panel: not known yet (two entries that all judges scored are needed).")
    }
    let words =
      figure.value < 0.5
      ? ("thấp", "low") : figure.value < 0.75 ? ("khá", "fair") : ("tốt", "good")
    func numbers(_ language: Language) -> String {
      func text(_ value: Double) -> String { ContestNumbers.text(value, places: 2, language) }
      guard let low = figure.low, let high = figure.high else { return text(figure.value) }
      return "\(text(figure.value)); \(text(low)) - \(text(high))"
    }
    return both(
      "Độ tin cậy của hội đồng: \(words.0) (ICC(2,k) \(numbers(.vietnamese))).",
      "Reliability of the panel: \(words.1) (ICC(2,k) \(numbers(.english))).")
  }
}
