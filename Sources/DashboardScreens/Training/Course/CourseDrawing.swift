import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the page of a course: what it is, its parts, and the part that is shown.
struct CourseDrawing {
  let state: CourseState
  let area: Rectangle
  let text: CourseText
  let context: ScreenContext

  /// Rows of the lists on a screen of this size.
  static func listHeight(_ size: Size) -> Int { max(1, size.height - 5) }

  func draw(on frame: inout Frame<CourseAction>) {
    frame.canvas.pointCursor(at: area)
    let (head, body) = area.splitTop(2)
    drawHeading(in: head.row(0), on: &frame)
    drawSections(in: head.row(1), on: &frame)
    if let contents = state.contents {
      switch state.section {
      case .plan, .feedback: drawPage(contents, in: body, on: &frame)
      case .sessions, .people, .attendance, .certificates:
        CourseTables(drawing: self, contents: contents, area: body).draw(on: &frame)
      }
      if let history = state.history { drawHistory(history, in: body, on: &frame) }
    } else if state.id != nil {
      let words = state.problem.map { ErrorWords(text.language).sentence(for: $0) } ?? text.loading
      frame.canvas.put(
        TextWidth.cut("  " + words, to: body.width), in: body.row(0),
        style: Style(state.problem == nil ? .muted : .danger))
    }
    if let panel = state.panel {
      TrainingPanelDrawing(panel: panel, area: area, context: context) { .panel($0) }
        .draw(on: &frame)
    }
  }

  private func drawHeading(in line: Rectangle, on frame: inout Frame<CourseAction>) {
    guard let course = state.contents?.course else { return }
    let status = " " + course.status.label(text.language) + " "
    let width = TextWidth.width(of: status)
    let words = " \(course.code) · \(course.content.title)"
    frame.canvas.put(
      TextWidth.cut(words, to: line.width - width), in: line, style: Style(.heading))
    frame.canvas.put(
      TextWidth.cut(status, to: line.width), in: line, offset: max(0, line.width - width),
      style: Style(course.status == .cancelled ? .danger : course.status == .open ? .ok : .muted))
  }

  private func drawSections(in line: Rectangle, on frame: inout Frame<CourseAction>) {
    let names = CourseSection.allCases.map { section in
      (section, section == state.section ? "[\(text.name(section))]" : " \(text.name(section)) ")
    }
    let all = names.reduce(0) { $0 + TextWidth.width(of: $1.1) }
    guard all <= line.width else {
      // Without room for all names the one that is shown stands between arrows.
      let place = (CourseSection.allCases.firstIndex(of: state.section) ?? 0) + 1
      let words = "‹ [\(text.name(state.section))] ›  \(place)/\(names.count)"
      frame.canvas.put(
        TextWidth.cut(" " + words, to: line.width), in: line, style: Style(.tabActive))
      frame.target(line.intersection(area), .nextSection(1))
      return
    }
    var x = 0
    for (section, name) in names {
      let role: Role = section == state.section ? .tabActive : .tab
      let used = frame.canvas.put(name, in: line, offset: x, style: Style(role))
      frame.target(
        Rectangle(x: line.x + x, y: line.y, width: used, height: 1).intersection(area),
        .show(section))
      x += used
    }
  }

  private func drawPage(
    _ contents: CourseContents, in body: Rectangle, on frame: inout Frame<CourseAction>
  ) {
    let page = CoursePage(contents: contents, text: text, context: context, width: body.width - 2)
    let lines = state.section == .plan ? page.plan : page.feedback
    let top = max(0, min(state.focus[state.section] ?? 0, lines.count - body.height))
    for (index, line) in lines.dropFirst(top).prefix(body.height).enumerated() {
      let row = body.row(index).inset(horizontal: 1)
      var x = 0
      for piece in line.pieces {
        x += frame.canvas.put(
          TextWidth.cut(piece.text, to: max(0, row.width - x)), in: row, offset: x,
          style: Style(piece.role))
      }
    }
  }

  private func drawHistory(
    _ moves: [EnrolmentMove], in body: Rectangle, on frame: inout Frame<CourseAction>
  ) {
    let formatting = Formatting(text.language)
    let lines = moves.map { move in
      formatting.moment(move.movedAt, today: context.today) + " · " + move.actor + " · "
        + move.to.label(text.language) + (move.reason.isBlank ? "" : " · \(move.reason)")
    }
    let size = Size(width: min(76, body.width), height: min(body.height, lines.count + 2))
    let inside = Panel.draw(text.historyTitle, in: body.centred(size), on: &frame.canvas)
    for (index, line) in lines.prefix(inside.height).enumerated() {
      frame.canvas.put(
        TextWidth.cut(line, to: inside.width), in: inside.row(index),
        style: Style(.text, on: .overlay))
    }
  }
}
