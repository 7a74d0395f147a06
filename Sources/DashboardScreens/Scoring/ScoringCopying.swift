import DashboardKit
import Incubation
import TerminalCanvas

extension ScoringScreen {
  /// The criterion in focus, and the own sheet.
  static func copies(
    _ state: ScoringState, _ text: ScoringText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let page = state.page, let entry = state.entry, let sheet = state.sheet else {
      return []
    }
    func line(_ criterion: Criterion) -> String {
      let score = sheet.hundredths(criterion.code).map { text.number(hundredths: $0) }
      return criterion.title(context.language).string + ": " + (score ?? text.noScore)
    }
    let title = text.name(of: entry)
    var lines = [title] + page.criteria.map(line)
    let most = Rational.sum(page.criteria.map { $0.maximum * $0.factor })
    lines.append(
      text.total(
        text.number(hundredths: sheet.total(page.criteria).hundredths),
        text.number(hundredths: most.hundredths),
        missing: page.criteria.count - sheet.filled(page.criteria)))
    if let remark = sheet.comments[""]?.value, !remark.isBlank {
      lines.append(text.remark + ": " + remark.string)
    }
    let focused = state.criterion.map { [CopyText(title, lines: [line($0)])] } ?? []
    return focused + [CopyText(title, lines: lines)]
  }
}
