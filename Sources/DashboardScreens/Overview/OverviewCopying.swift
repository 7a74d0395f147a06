import DashboardKit
import TerminalCanvas

extension OverviewScreen {
  /// The line in focus, and the whole page.
  static func copies(
    _ state: OverviewState, _ text: OverviewText, _ context: ScreenContext
  ) -> [CopyText] {
    guard state.figures != nil else { return [] }
    let page = OverviewPage(state: state, text: text, context: context, width: 100)
    let lines = Array(page.panes.joined())
    let focus = page.focus(state.focus)
    let focused = lines.first { $0.target != nil && $0.target == focus }
    let whole = CopyText(text.title, lines: lines.map(plain))
    return (focused.map { [CopyText(text.title, lines: [plain($0)])] } ?? []) + [whole]
  }

  private static func plain(_ line: OverviewLine) -> String {
    line.pieces.map(\.text).joined().split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
  }
}
