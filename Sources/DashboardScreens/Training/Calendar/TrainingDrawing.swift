import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the screen of training: the heading with its views, then what the view shows.
struct TrainingDrawing {
  let state: TrainingState
  let area: Rectangle
  let text: TrainingText
  let context: ScreenContext

  /// Rows of the list of courses on a screen of this size.
  static func listHeight(_ size: Size) -> Int { max(1, size.height - 3) }

  func draw(on frame: inout Frame<TrainingAction>) {
    frame.canvas.pointCursor(at: area)
    drawHeading(in: area.row(0), on: &frame)
    drawShown(in: area.row(1), on: &frame)
    let body = area.splitTop(2).rest
    switch state.view {
    case .month: MonthDrawing(self, body).draw(on: &frame)
    case .week, .day: TimeGridDrawing(self, body).draw(on: &frame)
    case .year: YearDrawing(self, body).draw(on: &frame)
    case .agenda: AgendaDrawing(self, body).draw(on: &frame)
    case .courses: CourseListDrawing(self, body).draw(on: &frame)
    case .figures: FiguresDrawing(self, body).draw(on: &frame)
    }
    if let panel = state.panel {
      TrainingPanelDrawing(panel: panel, area: area, context: context) { .panel($0) }
        .draw(on: &frame)
    }
  }

  private func drawHeading(in line: Rectangle, on frame: inout Frame<TrainingAction>) {
    let names = TrainingView.allCases.map { view in
      (view, view == state.view ? "[" + text.name(view) + "]" : " " + text.name(view) + " ")
    }
    let width = names.reduce(0) { $0 + TextWidth.width(of: $1.1) }
    let isWide = width + 24 <= line.width
    let room = isWide ? line.width - width - 2 : line.width
    let title = " " + text.heading(state.view, state.day) + (state.isLoading ? "  …" : "")
    let shown = isWide ? title : title + "  [" + text.name(state.view) + "]"
    frame.canvas.put(TextWidth.cut(shown, to: room), in: line, style: Style(.heading))
    guard isWide else { return }
    var x = line.width - width
    for (view, name) in names {
      let role: Role = view == state.view ? .tabActive : .tab
      let used = frame.canvas.put(name, in: line, offset: x, style: Style(role))
      frame.target(
        Rectangle(x: line.x + x, y: line.y, width: used, height: 1).intersection(area),
        .show(view))
      x += used
    }
  }

  private func drawShown(in line: Rectangle, on frame: inout Frame<TrainingAction>) {
    var words = state.view.isCalendar ? text.shown(state) : ""
    if state.view == .courses {
      words = text.courseCount(state.courses.total)
      if !state.find.isEmpty { words += "   " + text.find + state.find }
    }
    if state.view == .figures { words = text.group.title + ": " + text.name(state.figures.group) }
    if let drag = state.drag, drag.target != drag.origin, let focused = state.focused {
      words = text.dragged(focused.title, to: drag.target)
    }
    frame.canvas.put(
      TextWidth.cut(" " + words, to: line.width), in: line,
      style: Style(words.contains("!") ? .warning : .muted))
  }

  /// The day that is drawn at a place; nil for none.
  static func day(
    at point: Point, _ state: TrainingState, _ context: ScreenContext
  ) -> LocalDate? {
    var frame = Frame<TrainingAction>(Canvas(context.size))
    var bare = state
    bare.drag = nil
    TrainingDrawing(
      state: bare, area: Rectangle(context.size), text: TrainingText(language: context.language),
      context: context
    ).draw(on: &frame)
    for target in frame.targets.reversed() where target.area.contains(point) {
      if case .pick(let day) = target.action { return day }
    }
    return nil
  }

  /// The role in which a session is written.
  func role(_ summary: SessionSummary, _ clash: SessionClash?) -> Role {
    if summary.session.isCancelled { return .disabled }
    if clash != nil { return .warning }
    switch summary.kind {
    case .staff: return .info
    case .enterprise: return .text
    case .coaching: return .ok
    }
  }

  /// What stands before the title of a session: called off, or clashing.
  func mark(_ summary: SessionSummary, _ clash: SessionClash?) -> String {
    summary.session.isCancelled ? "× " : clash == nil ? "" : "! "
  }
}

/// The sessions of the day in focus, below a month.
struct DayPaneDrawing {
  let whole: TrainingDrawing
  let area: Rectangle
  let day: CalendarDay
  let clashes: [Identifier<CourseSession>: SessionClash]

  func draw(on frame: inout Frame<TrainingAction>) {
    guard area.height > 0 else { return }
    let text = whole.text
    let contests = whole.state.contests(on: day.date).map { " · " + text.contest($0) }
    let words = " " + text.day(day) + contests.joined() + " "
    frame.canvas.fill(area.row(0), "─", style: Style(.border))
    frame.canvas.put(
      TextWidth.cut(words, to: area.width - 2), in: area.row(0).inset(horizontal: 1),
      style: Style(day.isWorkingDay ? .heading : .danger))
    let own = whole.state.sessions(on: day.date)
    if own.isEmpty {
      frame.canvas.put(
        TextWidth.cut("  " + text.noSession, to: area.width), in: area.row(1),
        style: Style(.muted))
      return
    }
    let focus = own.firstIndex { $0.session.id == whole.state.focused?.session.id } ?? 0
    let room = max(1, area.height - 1)
    let first = max(0, min(focus - room / 2, own.count - room))
    var y = 1
    for (index, summary) in own.enumerated().dropFirst(first) where y < area.height {
      draw(summary, isFocus: index == focus, in: area.row(y), on: &frame)
      y += 1
      guard index == focus, let clash = clashes[summary.session.id], y < area.height else {
        continue
      }
      frame.canvas.put(
        TextWidth.cut("   " + text.clash(clash), to: area.width), in: area.row(y),
        style: Style(.warning))
      y += 1
    }
  }

  private func draw(
    _ summary: SessionSummary, isFocus: Bool, in row: Rectangle,
    on frame: inout Frame<TrainingAction>
  ) {
    let surface: Surface = isFocus ? .selected : .base
    let clash = clashes[summary.session.id]
    frame.canvas.fill(row, style: Style(.text, on: surface))
    frame.canvas.put(isFocus ? "▶" : " ", in: row, style: Style(.focus, on: surface))
    let words = whole.mark(summary, clash) + whole.text.line(summary)
    frame.canvas.put(
      TextWidth.cut(words, to: row.width - 2), in: row, offset: 2,
      style: Style(
        summary.session.isCancelled ? .disabled : clash == nil ? .text : .warning, on: surface))
    frame.target(
      row.intersection(whole.area), .pickSession(summary.session.id, day.date))
  }
}
