import DashboardKit
import Incubation
import TerminalCanvas

/// Draws a panel of training over its screen.
struct TrainingPanelDrawing<Action: Equatable & Sendable> {
  let panel: TrainingPanel
  let area: Rectangle
  let context: ScreenContext
  let action: (PanelAction) -> Action

  private var text: TrainingFormText { TrainingFormText(language: context.language) }

  func draw(on frame: inout Frame<Action>) {
    let width = min(96, area.width)
    let room = max(1, width - 4)
    let remarks = self.remarks(width: room)
    let legend = panel.form.legend(context.language)
    let needed = panel.form.height + remarks.count + (legend.isEmpty ? 0 : 1) + 3
    let place = area.centred(Size(width: width, height: min(area.height, max(6, needed))))
    frame.canvas.cursor = nil
    let inside = Panel.draw(text.title(panel.task), in: place, on: &frame.canvas)
    frame.target(place.intersection(area), action(.pick(.nothing)))
    let (body, hint) = inside.splitBottom(1)
    frame.canvas.put(
      TextWidth.cut(panel.isBusy ? text.busy : text.hint, to: hint.width), in: hint,
      style: Style(.muted, on: .overlay))
    let shown = min(remarks.count, max(0, body.height - 4))
    let (fields, below) = body.splitBottom(shown)
    for (index, line) in remarks.prefix(shown).enumerated() {
      frame.canvas.put(
        TextWidth.cut(line.0, to: below.width), in: below.row(index),
        style: Style(line.1, on: .overlay))
    }
    let places = panel.form.draw(
      in: fields, on: &frame.canvas, surface: .overlay, context.fields, within: inside,
      label: { text.label($0, panel.task) }, words: { $0.words(context.language) })
    frame.target(places, field: { action(.field($0)) }, pick: { action(.pick($0)) })
  }

  /// What is said under the form: failures, collisions and where there is none.
  private func remarks(width: Int) -> [(String, Role)] {
    var result: [(String, Role)] = []
    func add(_ words: String, _ role: Role) {
      result += TextWrap.lines(of: words, width: width).map { ($0, role) }
    }
    if let failure = panel.failure {
      add("! " + failure.words(context.language, today: context.today), .danger)
    }
    if !panel.conflicts.isEmpty {
      add("! " + text.collides, .danger)
      for conflict in panel.conflicts.prefix(4) {
        add("  • " + conflict.words(context.language), .warning)
      }
      let more = panel.conflicts.count - 4
      if more > 0 { add("  " + text.say("… và \(more) chỗ nữa", "… and \(more) more"), .muted) }
      if !panel.ways.isEmpty { add(text.ways(panel.ways), .info) }
      if !context.user.may(.overrideConflicts) { add(text.askSupervisor, .muted) }
    }
    return result
  }
}
