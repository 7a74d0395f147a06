import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the page about a venture.
struct RecordDrawing {
  let state: RecordState
  let area: Rectangle
  let text: RecordText
  let context: ScreenContext

  /// The rows above the page: title, stages, rule; and the one below it.
  static let headRows = 3
  static func bodyHeight(_ size: Size) -> Int { max(1, size.height - headRows - 1) }
  static func bodyWidth(_ size: Size) -> Int { max(20, size.width - 2) }

  private var pipeline: Pipeline? {
    let code = state.record?.venture.position.pipeline ?? state.pipeline
    return context.pipelines.first { $0.code == code }
  }

  func draw(on frame: inout Frame<RecordAction>) {
    drawHead(on: &frame)
    let inside = area.splitTop(Self.headRows).rest.inset(horizontal: 1)
    var (body, bottom) = inside.splitBottom(1)
    switch state.mode {
    case .reading, .choosingMove, .deleting: drawPage(in: body, on: &frame)
    case .editing(let edit): drawEdit(edit, in: inside, on: &frame)
    case .teaming(let edit): drawForm(edit.form, text.editing, in: inside, on: &frame)
    case .recording(let form):
      (body, bottom) = inside.splitBottom(min(form.height + 1, inside.height))
      drawPage(in: body, on: &frame)
      drawNote(form, text.evidenceHint, in: bottom, on: &frame)
    case .conflict(let panel): panel.draw(in: inside, on: &frame.canvas, text)
    case .noting(let form):
      (body, bottom) = inside.splitBottom(form.height + 1)
      drawPage(in: body, on: &frame)
      drawNote(form, text.noteHint, in: bottom, on: &frame)
    case .moving(let panel):
      (body, bottom) = inside.splitBottom(min(panel.height, max(3, area.height / 2)))
      drawPage(in: body, on: &frame)
      let places = panel.draw(
        in: bottom, on: &frame.canvas, text.moves, pipeline, context.fields, within: area)
      frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    }
    drawOver(in: inside, on: &frame)
  }

  // MARK: Head

  private func drawHead(on frame: inout Frame<RecordAction>) {
    let line = area.row(0).inset(horizontal: 1)
    guard let venture = state.record?.venture else {
      let title = state.id == nil ? text.newTitle : text.title
      frame.canvas.put(
        TextWidth.cut(title, to: line.width), in: line, style: Style(.heading))
      frame.canvas.fill(area.row(2), "─", style: Style(.border))
      return
    }
    let code = frame.canvas.put(venture.code.string + "  ", in: line, style: Style(.muted))
    let status =
      venture.position.status == .active
      ? "" : "× " + venture.position.status.label(text.language)
    let room = line.width - code - TextWidth.width(of: status) - 2
    frame.canvas.put(
      TextWidth.cut(venture.content.title.string, to: room), in: line, offset: code,
      style: Style(.heading, emphasis: .bold))
    frame.canvas.put(
      status, in: line, offset: line.width - TextWidth.width(of: status), style: Style(.warning))
    drawStages(venture, in: area.row(1).inset(horizontal: 1), on: &frame)
    frame.canvas.fill(area.row(2), "─", style: Style(.border))
  }

  /// The stages with the days spent in each: Phát hiện 12 ng ─ ▶Sàng lọc 20 ng ─ Ươm tạo. When
  /// they do not fit, those to come are left out first, then the oldest; the stage it is in never.
  private func drawStages(
    _ venture: Venture, in line: Rectangle, on frame: inout Frame<RecordAction>
  ) {
    guard let pipeline, let record = state.record else { return }
    let history = StageHistory(moves: record.moves, pipeline: pipeline)
    let current = pipeline.index(of: venture.position.stage) ?? 0
    var parts = pipeline.stages.enumerated().map { index, stage -> (String, Role) in
      let days = history.cumulativeDays(in: stage.code, today: context.today)
      let tail = days.map { " " + text.ventures.shortDays($0) } ?? ""
      let name = (index == current ? "▶" : "") + stage.title(text.language).string + tail
      return (name, index == current ? .focus : index < current ? .text : .muted)
    }
    func width() -> Int { parts.reduce(0) { $0 + TextWidth.width(of: $1.0) + 3 } - 3 }
    var right = parts.count - 1
    while width() > line.width, right > current + 1 {
      parts.removeLast(right == pipeline.stages.count - 1 ? 1 : 2)
      parts.append(("…", .muted))
      right -= 1
    }
    var left = current
    while width() > line.width, left > 0 {
      parts.removeFirst(left == current ? 1 : 2)
      parts.insert(("…", .muted), at: 0)
      left -= 1
    }
    var x = 0
    for (index, part) in parts.enumerated() {
      if index > 0 { x += frame.canvas.put(" ─ ", in: line, offset: x, style: Style(.border)) }
      guard x < line.width else { return }
      let shown = TextWidth.cut(part.0, to: line.width - x)
      x += frame.canvas.put(shown, in: line, offset: x, style: Style(part.1))
    }
  }

  // MARK: Page

  private func drawPage(in body: Rectangle, on frame: inout Frame<RecordAction>) {
    guard let record = state.record else {
      let words = state.problem.map { ErrorWords(text.language).sentence(for: $0) } ?? text.loading
      frame.canvas.put(
        TextWidth.cut(words, to: body.width), in: body.row(1), style: Style(.muted))
      frame.canvas.pointCursor(at: body.row(1))
      return
    }
    // A part that is longer than the screen may have scrolled away from its heading.
    frame.canvas.pointCursor(at: body.row(0))
    let lines = RecordPage(record: record, text: text, context: context, width: body.width).lines
    let top = min(state.top, max(0, lines.count - body.height))
    var section = lines.prefix(top + 1).last { $0.section != nil }?.section
    for (index, line) in lines.dropFirst(top).prefix(body.height).enumerated() {
      let row = body.row(index)
      if let begun = line.section {
        section = begun
        let isFocus = begun == state.section
        frame.canvas.put(isFocus ? "▶" : " ", in: row, style: Style(.focus))
        if isFocus { frame.canvas.pointCursor(at: row) }
      }
      var x = line.section == nil ? 0 : 1
      for piece in line.pieces {
        let shown = TextWidth.cut(piece.text, to: row.width - x)
        x += frame.canvas.put(shown, in: row, offset: x, style: Style(piece.role))
      }
      if let section { frame.target(row, .section(section)) }
    }
    drawPosition(top: top, lines: lines.count, in: body, on: &frame)
  }

  private func drawPosition(
    top: Int, lines: Int, in body: Rectangle, on frame: inout Frame<RecordAction>
  ) {
    let below = lines - top - body.height
    guard below > 0, case .reading = state.mode else { return }
    let line = area.row(area.height - 1).inset(horizontal: 1)
    let words = text.say("▼ còn \(below) dòng", "▼ \(below) more lines")
    frame.canvas.put(
      words, in: line, offset: max(0, line.width - TextWidth.width(of: words)),
      style: Style(.muted))
  }

  private func drawEdit(
    _ edit: RecordEdit, in inside: Rectangle, on frame: inout Frame<RecordAction>
  ) {
    let isNewer = (state.record?.venture.version ?? edit.version) > edit.version
    drawForm(edit.form, isNewer ? text.newer : text.editing, isNewer, in: inside, on: &frame)
  }

  /// A form over the whole page, and below it what to press and how many fields follow.
  private func drawForm(
    _ form: VentureForm, _ hint: String, _ isWarning: Bool = false, in inside: Rectangle,
    on frame: inout Frame<RecordAction>
  ) {
    let (body, bottom) = inside.splitBottom(1)
    let places = form.draw(
      in: body, on: &frame.canvas, surface: .base, context.fields, within: area,
      label: { text.moves.label($0, []) }, words: { $0.words(text.language) })
    frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    let last = places.fields.last.flatMap { shown in form.fields.firstIndex { $0.id == shown.id } }
    let below = form.fields.count - 1 - (last ?? form.fields.count - 1)
    let more = below > 0 ? text.moreFields(below) : ""
    let words = state.isWorking ? text.moves.working : isWarning ? hint : guide(form, hint)
    let moreWidth = TextWidth.width(of: more)
    frame.canvas.put(
      TextWidth.cut(words, to: max(0, bottom.width - moreWidth - 1)), in: bottom,
      style: Style(isWarning ? .warning : .muted))
    frame.canvas.put(
      TextWidth.cut(more, to: bottom.width), in: bottom, offset: max(0, bottom.width - moreWidth),
      style: Style(.info))
  }

  /// What is expected in the field in focus, what * means, and the keys.
  private func guide(_ form: VentureForm, _ hint: String) -> String {
    let label = form.focused.map { text.moves.label($0.id, []) }
    let parts = [label?.hint ?? "", form.legend(text.language), hint]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func drawNote(
    _ form: VentureForm, _ words: String, in bottom: Rectangle,
    on frame: inout Frame<RecordAction>
  ) {
    frame.canvas.fill(bottom, style: Style(.text, on: .overlay))
    let (body, hint) = bottom.splitBottom(1)
    let places = form.draw(
      in: body, on: &frame.canvas, surface: .overlay, context.fields, within: area,
      label: { text.moves.label($0, []) }, words: { $0.words(text.language) })
    frame.target(places, field: { .field($0) }, pick: { .pick($0) })
    let guide = [form.legend(text.language), words].filter { !$0.isEmpty }
    frame.canvas.put(
      TextWidth.cut(
        state.isWorking ? text.moves.working : guide.joined(separator: " · "), to: hint.width),
      in: hint, style: Style(.muted, on: .overlay))
  }

  private func drawOver(in inside: Rectangle, on frame: inout Frame<RecordAction>) {
    switch state.mode {
    case .choosingMove(let menu):
      for (id, place) in menu.draw(in: area, on: &frame.canvas, text.moves, pipeline) {
        frame.target(place, .pickMove(id))
      }
    case .deleting:
      let line = inside.row(inside.height - 1)
      frame.canvas.fill(line, style: Style(.text, on: .overlay))
      frame.canvas.pointCursor(at: line)
      let title = state.record?.venture.content.title.string ?? ""
      frame.canvas.put(
        TextWidth.cut(text.deleteQuestion(title), to: line.width), in: line,
        style: Style(.warning, on: .overlay))
    case .reading, .editing, .noting, .recording, .teaming, .moving, .conflict: break
    }
  }
}
