import DashboardKit
import Incubation
import TerminalCanvas

extension PipelineScreen {
  /// The card in focus, in one line.
  static func copies(
    _ state: PipelineState, _ text: PipelineText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let card = state.focusedCard else { return [] }
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    let stage = pipeline?.stage(card.position.stage)
    let line = CardWords(card, text, context, stage: stage).status
    return [CopyText(card.code.string, lines: [line])]
  }
}
