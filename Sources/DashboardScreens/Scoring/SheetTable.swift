import DashboardKit
import Incubation
import TerminalCanvas

/// The criteria of a sheet with their scores, and the remark below them.
struct SheetTable {
  let state: ScoringState
  let page: ScoringPage
  let entry: RoundEntry
  let area: Rectangle
  let text: ScoringText

  private var language: Language { text.language }
  private var place: SheetPlace { page.place(of: entry.entry) }

  /// Where the columns begin: range, score, level.
  private var columns: (range: Int, score: Int, level: Int) {
    let name = min(40, max(14, area.width * 2 / 5))
    return (name + 2, name + 10, name + 19)
  }

  func draw(on frame: inout Frame<ScoringAction>) {
    guard !area.isEmpty else { return }
    let hasHeader = area.height >= 5
    let (header, body) = area.splitTop(hasHeader ? 1 : 0)
    if hasHeader { drawHeader(in: header, on: &frame) }
    let count = page.criteria.count + 1
    let top = max(0, min(state.focus - body.height / 2, count - body.height))
    for row in top..<count where row - top < body.height {
      let line = body.row(row - top)
      frame.target(line.intersection(area), .focus(row))
      if row < page.criteria.count {
        draw(page.criteria[row], at: row, in: line, on: &frame)
      } else {
        drawRemark(at: row, in: line, on: &frame)
      }
    }
  }

  private func drawHeader(in row: Rectangle, on frame: inout Frame<ScoringAction>) {
    for (words, x) in [
      (text.criterion, 2), (text.range, columns.range), (text.score, columns.score),
      (text.level, columns.level),
    ] where x < row.width {
      let rest = row.splitLeft(x).rest
      frame.canvas.put(
        TextWidth.cut(words, to: rest.width), in: rest, style: Style(.heading))
    }
  }

  private func surface(_ row: Int) -> Surface {
    guard row == state.focus else { return .base }
    return state.panel == nil ? .selected : .selectedInactive
  }

  private func begin(
    _ row: Int, in line: Rectangle, on frame: inout Frame<ScoringAction>
  ) -> Surface {
    let surface = surface(row)
    frame.canvas.fill(line, style: Style(.text, on: surface))
    if row == state.focus {
      frame.canvas.put("▶", in: line, style: Style(.focus, on: surface))
    }
    return surface
  }

  private func draw(
    _ criterion: Criterion, at row: Int, in line: Rectangle,
    on frame: inout Frame<ScoringAction>
  ) {
    let surface = begin(row, in: line, on: &frame)
    let typing = ScoreTyping(criterion)
    let names = line.splitLeft(2).rest
    frame.canvas.put(
      TextWidth.cut(criterion.title(language).string, to: max(0, columns.range - 3)), in: names,
      style: Style(.text, on: surface))
    frame.canvas.put(
      text.scale(typing), in: line, offset: columns.range, style: Style(.muted, on: surface))
    let value = value(criterion.code)
    drawScore(criterion, value, row == state.focus, surface, in: line, on: &frame)
    guard columns.level < line.width else { return }
    let rest = line.splitLeft(columns.level).rest
    let hasRemark =
      state.sheet?.comments[criterion.code].map { !$0.value.isBlank } == true ? "✎ " : ""
    let reached = value.score.flatMap { level(of: criterion, $0) } ?? ""
    frame.canvas.put(
      TextWidth.cut(hasRemark + reached, to: max(0, rest.width - 1)), in: rest,
      style: Style(.muted, on: surface))
  }

  /// The score that is shown, and how far it has come.
  private func value(_ criterion: String) -> (score: Int?, stage: ScoringWork.Stage) {
    let slot = ScoreEvent.Kind.value(criterion: criterion, hundredths: nil).slot
    // What is not on disk yet is shown as being written, and counts nowhere.
    if case .value(_, let typed)? = state.work.typed(slot, place) { return (typed, .writing) }
    return (state.sheet?.hundredths(criterion), state.work.stage(of: slot, place))
  }

  private func drawScore(
    _ criterion: Criterion, _ value: (score: Int?, stage: ScoringWork.Stage), _ isFocused: Bool,
    _ surface: Surface, in line: Rectangle, on frame: inout Frame<ScoringAction>
  ) {
    let box = Rectangle(x: line.x + columns.score, y: line.y, width: 8, height: 1)
      .intersection(line)
    guard !box.isEmpty else { return }
    if isFocused, state.panel == nil, ScoringScreen.whyClosed(state) == nil {
      let field = box.splitLeft(7).left
      frame.canvas.fill(field, style: Style(.input, on: .inputFocus))
      let typed =
        language == .vietnamese
        ? state.typed : String(state.typed.map { $0 == "," ? "." : $0 })
      if !typed.isEmpty {
        let used = frame.canvas.put(typed, in: field, style: Style(.input, on: .inputFocus))
        frame.canvas.cursor = Point(x: field.x + min(used, max(0, field.width - 1)), y: field.y)
        return
      }
      frame.canvas.cursor = Point(x: field.x, y: field.y)
      put(value, in: field, .inputFocus, on: &frame)
      return
    }
    put(value, in: box, surface, on: &frame)
  }

  /// The number with its mark: … being written, • on this machine, ✓ in the database.
  private func put(
    _ value: (score: Int?, stage: ScoringWork.Stage), in box: Rectangle, _ surface: Surface,
    on frame: inout Frame<ScoringAction>
  ) {
    let mark: (String, Role) =
      switch value.stage {
      case .writing: (" …", .muted)
      case .entered: (" •", .info)
      case .saved: (value.score == nil ? "" : " ✓", .ok)
      }
    let words = value.score.map { text.number(hundredths: $0) } ?? text.noScore
    let role: Role = value.stage == .writing || value.score == nil ? .muted : .text
    let used = frame.canvas.put(words, in: box, style: Style(role, on: surface))
    frame.canvas.put(mark.0, in: box, offset: used, style: Style(mark.1, on: surface))
  }

  /// What the highest level that a score reaches is called.
  private func level(of criterion: Criterion, _ hundredths: Int) -> String? {
    let score = Rational(hundredths, over: 100)
    return criterion.anchors.filter { $0.score <= score }.max { $0.score < $1.score }
      .map { $0.title(language).string }
  }

  private func drawRemark(
    at row: Int, in line: Rectangle, on frame: inout Frame<ScoringAction>
  ) {
    let surface = begin(row, in: line, on: &frame)
    if row == state.focus { frame.canvas.pointCursor(at: line) }
    let typed = state.work.typed(ScoreEvent.Kind.comment(criterion: "", .empty).slot, place)
    var remark = state.sheet?.comments[""]?.value ?? .empty
    var mark = ""
    if case .comment(_, let text)? = typed { (remark, mark) = (text, "… ") }
    let names = line.splitLeft(2).rest
    let label = text.remark + ": "
    let used = frame.canvas.put(
      TextWidth.cut(label, to: names.width), in: names, style: Style(.text, on: surface))
    let rest = names.splitLeft(used).rest
    frame.canvas.put(
      TextWidth.cut(remark.isBlank ? text.remarkHint : mark + remark.string, to: rest.width),
      in: rest, style: Style(remark.isBlank ? .placeholder : .text, on: surface))
  }
}
