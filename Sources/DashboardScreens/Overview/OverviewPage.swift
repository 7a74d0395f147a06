import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A line of the overview.
struct OverviewLine: Equatable, Sendable {
  /// The pieces of text.
  var pieces: [PageLine.Piece]
  /// What it opens; nil for headings and sentences.
  var target: OverviewTarget?

  init(_ pieces: [PageLine.Piece] = [], _ target: OverviewTarget? = nil) {
    self.pieces = pieces
    self.target = target
  }
}

/// Lays the overview out: one column of sections, two beside each other on wide screens.
struct OverviewPage {
  let state: OverviewState
  let text: OverviewText
  let context: ScreenContext
  let width: Int

  /// From this width on there are two columns.
  static let wide = 108

  private var pipeline: Pipeline? { context.pipelines.first { $0.code == state.pipeline } }

  /// The cells of a column.
  var paneWidth: Int { width >= Self.wide ? (width - 5) / 2 : max(1, width - 2) }

  /// The columns with their lines; one without figures.
  var panes: [[OverviewLine]] {
    guard let figures = state.figures else { return [[]] }
    let left = [funnel(figures.statistics), ages(figures)]
    let right = [stalled(figures), sources(figures.sources), months(figures.months)]
    func join(_ sections: [[OverviewLine]]) -> [OverviewLine] {
      Array(sections.joined(separator: [OverviewLine()]))
    }
    return width >= Self.wide ? [join(left), join(right)] : [join(left + right)]
  }

  /// Everything that can be opened, in the order of the page.
  var targets: [OverviewTarget] { panes.joined().compactMap(\.target) }

  /// The line in focus: the stored one while it is there, else the first.
  func focus(_ stored: OverviewTarget?) -> OverviewTarget? {
    let all = targets
    return stored.flatMap { all.contains($0) ? $0 : nil } ?? all.first
  }

  /// The next line that can be opened and begins with a letter, accents optional, round to the
  /// first; nil when none does.
  func next(_ letter: Character, after stored: OverviewTarget?) -> OverviewTarget? {
    let lines = panes.joined().filter { $0.target != nil }
    let now = lines.firstIndex { $0.target == focus(stored) } ?? 0
    let titles = lines.map { line in
      String(line.pieces.map(\.text).joined().drop { !$0.isLetter && !$0.isNumber })
    }
    return LetterJump.next(letter, after: now, in: titles).flatMap { lines[$0].target }
  }

  /// The first line of the section after the one that a line is in, round to the first.
  func firstOfNextSection(after target: OverviewTarget) -> OverviewTarget? {
    let lines = Array(panes.joined(separator: [OverviewLine()]))
    guard let place = lines.firstIndex(where: { $0.target == target }) else { return nil }
    let rest = lines[place...].drop { !$0.pieces.isEmpty }
    return rest.first { $0.target != nil }?.target ?? targets.first
  }

  // MARK: Sections

  private func heading(_ title: String, _ words: String) -> [OverviewLine] {
    [OverviewLine([piece(title, .heading)])]
      + TextWrap.lines(of: words, width: max(1, paneWidth - 2)).map {
        OverviewLine([piece("  " + $0, .muted)])
      }
  }

  private func piece(_ text: String, _ role: Role) -> PageLine.Piece {
    PageLine.Piece(text: text, role: role)
  }

  private var nameWidth: Int { min(22, max(10, paneWidth / 4)) }
  private var barWidth: Int { min(24, max(4, paneWidth / 4)) }

  private func padded(_ text: String, _ width: Int) -> String {
    let cut = TextWidth.cut(text, to: width)
    return cut + String(repeating: " ", count: max(0, width - TextWidth.width(of: cut)))
  }

  /// A name, a bar with its empty part, the number and what else there is to say.
  private func row(
    _ name: String, _ value: Int, of whole: Int, _ words: String, _ target: OverviewTarget
  ) -> OverviewLine {
    let bar = Chart.bar(value, of: whole, width: barWidth)
    let number = text.number(value)
    return OverviewLine(
      [
        piece("  " + padded(name, nameWidth) + " ", .text), piece(bar, .chart1),
        piece(
          String(repeating: "░", count: max(0, barWidth - TextWidth.width(of: bar))), .track),
        piece(
          String(repeating: " ", count: max(1, 6 - TextWidth.width(of: number))) + number, .text),
        piece("  " + words, .muted),
      ], target)
  }

  private func funnel(_ statistics: PipelineStatistics) -> [OverviewLine] {
    heading(text.funnel, text.funnelWords(statistics, pipeline))
      + statistics.stages.map { figures in
        row(
          text.moves.stage(figures.stage, pipeline), figures.reached, of: statistics.total,
          text.conversion(figures), .reached(figures.stage))
      }
  }

  private func ages(_ figures: PipelineOverview) -> [OverviewLine] {
    heading(text.ages, text.agesWords(figures.ages))
      + zip(figures.ages, figures.statistics.stages).map { ages, stage in
        let target: OverviewTarget = ages.over > 0 ? .stalled(ages.stage) : .stage(ages.stage)
        return OverviewLine(
          [
            piece("  " + padded(text.moves.stage(ages.stage, pipeline), nameWidth) + " ", .text),
            piece(
              text.age(ages, stage, width: paneWidth - nameWidth - 3),
              ages.over > 0 ? .warning : .muted),
          ], target)
      }
  }

  private func stalled(_ figures: PipelineOverview) -> [OverviewLine] {
    let all = figures.ages.reduce(0) { $0 + $1.over }
    let first = OverviewLine(
      [piece("  " + text.stalledWords(all), all > 0 ? .warning : .muted)],
      all > 0 ? .stalled(nil) : nil)
    return [OverviewLine([piece(text.stalledTitle, .heading)]), first]
      + state.stalled.map { row in
        let days = Formatting(text.language).days(max(0, row.daysInStage(today: context.today)))
        let tail = " · " + text.moves.stage(row.position.stage, pipeline) + " · " + days
        let room = max(6, paneWidth - 4 - TextWidth.width(of: tail))
        return OverviewLine(
          [
            piece("  ~ ", .warning),
            piece(TextWidth.cut(row.title.string, to: room), .link), piece(tail, .muted),
          ], .venture(row.id))
      }
  }

  private func sources(_ sources: [PipelineOverview.SourceCount]) -> [OverviewLine] {
    let all = sources.reduce(0) { $0 + $1.count }
    return heading(text.sources, text.sourcesWords(sources))
      + sources.map {
        row(
          text.source($0.source), $0.count, of: all, text.share($0.count, of: all),
          .source($0.source))
      }
  }

  private func months(_ months: [PipelineOverview.Month]) -> [OverviewLine] {
    let line = OverviewLine([
      piece("  ", .text), piece(Chart.columns(months.map(\.count)), .chart1),
    ])
    let shown = months.reversed().filter { $0.count > 0 }.prefix(3)
    return heading(text.months, text.monthsWords(months)) + [line]
      + shown.map { month in
        OverviewLine(
          [
            piece("  " + padded(text.month(month.start), nameWidth) + " ", .text),
            piece(text.ventures(month.count), .muted),
          ], .entered(month.start, Self.end(of: month.start)))
      }
  }

  private static func end(of start: LocalDate) -> LocalDate {
    let parts = start.components
    return start.adding(days: LocalDate.length(ofMonth: parts.month, year: parts.year) - 1)
  }
}

/// Draws the overview.
struct OverviewDrawing {
  let state: OverviewState
  let area: Rectangle
  let text: OverviewText
  let context: ScreenContext

  func draw(on frame: inout Frame<OverviewAction>) {
    drawHeader(in: area.row(0).inset(horizontal: 1), on: &frame)
    let body = area.splitTop(2).rest.inset(horizontal: 1)
    let page = OverviewPage(state: state, text: text, context: context, width: area.width)
    guard let figures = state.figures, figures.statistics.total > 0 else {
      let problem = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      let words = problem ?? (state.figures == nil ? text.loading : text.empty)
      frame.canvas.put(
        TextWidth.cut(words, to: body.width), in: body.row(1), style: Style(.muted))
      frame.canvas.pointCursor(at: body.row(1))
      return
    }
    let focus = page.focus(state.focus)
    var rest = body
    for lines in page.panes {
      let (pane, right) = rest.splitLeft(page.paneWidth)
      draw(lines, focus, in: pane, on: &frame)
      rest = right.splitLeft(3).rest
    }
  }

  private func drawHeader(in line: Rectangle, on frame: inout Frame<OverviewAction>) {
    let pipeline = context.pipelines.first { $0.code == state.pipeline }
    let name = (pipeline?.title(text.language).string ?? "") + " ▾"
    let used = frame.canvas.put(
      TextWidth.cut(name, to: line.width), in: line, style: Style(.heading))
    frame.target(line.splitLeft(used).left, .nextPipeline)
    guard let figures = state.figures else { return }
    let words = "   " + text.ventures(figures.statistics.total)
    frame.canvas.put(
      TextWidth.cut(words, to: max(0, line.width - used)), in: line, offset: used,
      style: Style(.muted))
  }

  /// The lines that fit, the one in focus among them with its section's sentence when there is
  /// room.
  private func draw(
    _ lines: [OverviewLine], _ focus: OverviewTarget?, in pane: Rectangle,
    on frame: inout Frame<OverviewAction>
  ) {
    let place = lines.firstIndex { $0.target != nil && $0.target == focus } ?? 0
    let top = max(0, min(place - pane.height / 2, lines.count - pane.height))
    for (index, line) in lines.dropFirst(top).prefix(pane.height).enumerated() {
      let row = pane.row(index)
      let isFocus = line.target != nil && line.target == focus
      let surface: Surface = isFocus ? .selected : .base
      if isFocus {
        frame.canvas.fill(row, style: Style(.text, on: surface))
        frame.canvas.put("▶", in: row, style: Style(.focus, on: surface))
        if !row.isEmpty { frame.canvas.cursor = Point(x: row.x, y: row.y) }
      }
      var x = isFocus ? 1 : 0
      for (number, piece) in line.pieces.enumerated() {
        let shown = isFocus && number == 0 ? String(piece.text.dropFirst()) : piece.text
        let cut = TextWidth.cut(shown, to: max(0, row.width - x))
        x += frame.canvas.put(cut, in: row, offset: x, style: Style(piece.role, on: surface))
      }
      if let target = line.target { frame.target(row, .line(target)) }
    }
    let below = lines.count - top - pane.height
    guard below > 0, pane.height > 0 else { return }
    let words = text.say("▼ còn \(below)", "▼ \(below) more")
    let row = pane.row(pane.height - 1)
    frame.canvas.put(
      words, in: row, offset: max(0, row.width - TextWidth.width(of: words)), style: Style(.info))
  }
}
