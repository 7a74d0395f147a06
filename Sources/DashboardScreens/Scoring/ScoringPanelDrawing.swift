import DashboardKit
import Incubation
import TerminalCanvas

/// Draws what lies above the sheet.
struct ScoringPanelDrawing {
  let panel: ScoringPanel
  let state: ScoringState
  let area: Rectangle
  let text: ScoringText
  let context: ScreenContext

  func draw(on frame: inout Frame<ScoringAction>) {
    frame.canvas.cursor = nil
    switch panel {
    case .comment(let code, let field):
      let criterion = state.page?.criteria.first { $0.code == code }
      drawField(field, text.commentTitle(criterion), note: "", on: &frame)
    case .conflictReason(let kind, let field):
      drawField(
        field, text.conflictTitle + ": " + kind.label(context.language),
        note: text.conflictWarning, placeholder: text.conflictReason, on: &frame)
    case .reopen(let field, let isMissing):
      drawField(
        field, text.reopenTitle, note: isMissing ? text.reasonMissing : "",
        role: .danger, on: &frame)
    case .conflict(let list): drawList(list, text.conflictTitle, on: &frame)
    case .entries(let list): drawList(list, text.entries.title, on: &frame)
    case .seal(let dialog, _), .left(let dialog):
      for (index, row) in dialog.draw(in: area, on: &frame.canvas).enumerated() {
        frame.target(row.intersection(area), .answer(index))
      }
    case .details(let line): drawDetails(line, on: &frame)
    }
  }

  private func drawField(
    _ field: TextField, _ title: String, note: String, placeholder: String = "",
    role: Role = .warning, on frame: inout Frame<ScoringAction>
  ) {
    let width = max(1, min(area.width - 2, 76))
    let notes = note.isEmpty ? [] : TextWrap.lines(of: note, width: max(1, width - 4))
    let size = Size(width: width, height: min(area.height, 3 + notes.count))
    let inside = Panel.draw(title, in: area.centred(size), on: &frame.canvas)
      .intersection(area)
    guard !inside.isEmpty else { return }
    field.draw(
      in: inside.row(0), on: &frame.canvas, isFocused: true, placeholder: placeholder)
    for (index, line) in notes.enumerated() where index + 1 < inside.height {
      frame.canvas.put(line, in: inside.row(index + 1), style: Style(role, on: .overlay))
    }
  }

  private func drawList(
    _ list: ChoiceList, _ title: String, on frame: inout Frame<ScoringAction>
  ) {
    let size = Size(
      width: max(1, min(area.width - 2, 76)), height: min(area.height, list.choices.count + 3))
    let inside = Panel.draw(title, in: area.centred(size), on: &frame.canvas)
    let places = list.draw(
      in: inside, on: &frame.canvas, language: context.language, placeholder: text.typeToFind)
    for place in places { frame.target(place.area.intersection(area), .pick(place.id)) }
  }

  private func drawDetails(_ first: Int, on frame: inout Frame<ScoringAction>) {
    guard let entry = state.entry else { return }
    let width = max(1, min(area.width - 2, 90))
    let summary = state.page?.summaries[entry.entry] ?? .empty
    let lines = TextWrap.lines(
      of: summary.isBlank ? text.noSummary : summary.string, width: max(1, width - 4))
    let height = min(max(3, area.height - 2), lines.count + 2)
    let inside = Panel.draw(
      text.name(of: entry), in: area.centred(Size(width: width, height: height)),
      on: &frame.canvas)
    let start = min(first, max(0, lines.count - inside.height))
    for (index, line) in lines.dropFirst(start).prefix(inside.height).enumerated() {
      frame.canvas.put(line, in: inside.row(index), style: Style(.text, on: .overlay))
    }
  }
}
