import Foundation
import Incubation

/// The statistics of a round in columns for people to read, with words beside every figure.
struct AnalysisTable {
  private let report: AnalysisReport
  private let language: Language

  init(_ report: AnalysisReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The sections, with a blank line between them.
  var text: String {
    let note = say(
      "Số liệu tham khảo; kết quả chính thức là của lệnh tabulate.",
      "Advisory figures; the official result is that of tabulate.")
    return ([note] + [agreement, entries, judges, outliers, gaps].filter { !$0.isEmpty })
      .joined(separator: "\n\n")
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private func title(_ figure: AnalysisFigure) -> String { figure.words.title(language).string }

  private func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    return String(format: "%.3f", value)
  }

  /// One line a figure, its words under it.
  private var agreement: String {
    let single: [AnalysisFigure] = [
      .kendallW, .kendallWUncorrected, .alphaNominal, .alphaOrdinal, .alphaInterval, .alphaRatio,
    ]
    let correlations = AnalysisFigure.correlations.map { figure -> (AnalysisFigure, String) in
      guard let found = report.correlations[figure] else { return (figure, "-") }
      let range = "[\(number(found.low)); \(number(found.high))]"
      return (figure, "\(number(found.value)) \(range), n = \(found.n)")
    }
    let values = correlations + single.map { ($0, number(report.values[$0])) }
    return values.map { figure, value in
      "\(title(figure)): \(value)\n    \(figure.words(language))"
    }.joined(separator: "\n")
  }

  private var entries: String {
    let rows = report.entries.indices.map { place -> [String] in
      let effect = report.additive.entries?[place]
      let interval = report.rankIntervals?[place]
      let standardised =
        report.standardised.indices.contains(place)
        ? report.standardised[place] : nil
      return [
        report.entries[place], number(effect?.effect), number(effect?.se),
        number(report.predictions?.values[place]), number(standardised),
        number(report.abilities?.values[place]?.effect),
        interval.map { "\($0.low)-\($0.high)" } ?? "-", number(interval?.first),
      ]
    }
    let heading = [
      say("Bài", "Entry"), title(.additive), say("sai số", "se"), title(.blup), title(.zscores),
      title(.bradleyTerry), title(.rankIntervals), "P(1)",
    ]
    let figures: [AnalysisFigure] = [.additive, .blup, .zscores, .bradleyTerry, .rankIntervals]
    return table([heading] + rows) + words(figures)
  }

  private var judges: String {
    let rows = zip(report.judges, report.judgeFigures).map { judge, figure in
      [
        judge, number(figure.severity), number(figure.correlation), number(figure.infit),
        figure.changesPodium.map { $0 ? say("có", "yes") : say("không", "no") } ?? "-",
        number(figure.ownOrganisationResidual), number(figure.p),
      ]
    }
    let heading = [
      say("Giám khảo", "Judge"), say("Độ nghiêm", "Severity"), say("Tương quan", "Correlation"),
      "Infit", say("Đổi ba hạng đầu", "Changes podium"), say("Đơn vị mình", "Own organisation"),
      "p",
    ]
    return rows.isEmpty ? "" : table([heading] + rows) + words([.judges])
  }

  private var outliers: String {
    let heading = [
      say("Phiếu lệch: bài", "Outlying: entry"), say("Giám khảo", "Judge"), say("Điểm", "Total"),
      say("Trung vị", "Median"),
    ]
    let rows = report.outliers.map {
      [$0.entry, $0.judge, number($0.value), number($0.expected)]
    }
    return rows.isEmpty ? "" : table([heading] + rows) + words([.outliers])
  }

  /// Why figures are missing.
  private var gaps: String {
    report.undefined.sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value.words(language))" }.joined(separator: "\n")
  }

  private func words(_ figures: [AnalysisFigure]) -> String {
    figures.map { "\n\(title($0)): \($0.words(language))" }.joined()
  }

  /// Columns in line: the first to the left, numbers to the right.
  private func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { cells in
      cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        return column == 0 ? cells[column] + space : space + cells[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
