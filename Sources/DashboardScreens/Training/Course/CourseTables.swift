import DashboardKit
import Incubation
import Interchange
import Storage
import TerminalCanvas

/// A line of a list, known by its place.
private struct PlacedRow<Value: Equatable & Sendable>: ListRow {
  let id: Int
  let value: Value
}

/// Draws the lists of a course: sessions, people, attendance, certificates.
struct CourseTables {
  let drawing: CourseDrawing
  let contents: CourseContents
  let area: Rectangle

  private var state: CourseState { drawing.state }
  private var text: CourseText { drawing.text }
  private var context: ScreenContext { drawing.context }

  func draw(on frame: inout Frame<CourseAction>) {
    let (line, body) = area.splitTop(1)
    let words = " " + summary
    frame.canvas.put(
      TextWidth.cut(words, to: line.width), in: line,
      style: Style(state.find.isEmpty ? .muted : .info))
    guard state.count(context.today) > 0 else {
      frame.canvas.put(
        TextWidth.cut("  " + text.empty(state), to: body.width), in: body.row(0),
        style: Style(.muted))
      return
    }
    switch state.section {
    case .sessions: drawSessions(in: body, on: &frame)
    case .people: drawPeople(in: body, on: &frame)
    case .attendance: drawAttendance(in: body, on: &frame)
    case .certificates: drawCertificates(in: body, on: &frame)
    case .plan, .feedback: break
    }
  }

  /// The line above a list: what it is about and how much there is of it.
  private var summary: String {
    let finding = state.find.isEmpty ? "" : text.calendar.find + state.find + "   "
    switch state.section {
    case .sessions: return text.calendar.sessionCount(contents.record.summary.sessions)
    case .people:
      let marked =
        state.marked.isEmpty
        ? "" : text.say("   đánh dấu \(state.marked.count)", "   \(state.marked.count) marked")
      let session = contents.isBySession ? sessionWords + "   " : ""
      return finding + session + text.calendar.places(contents.record.summary)
        + text.say(" chỗ · ", " places · ") + text.states(contents.record.summary.people) + marked
    case .attendance:
      guard let session = state.session(context.today) else { return "" }
      return finding + sessionWords + "   "
        + text.tally(state.attendance(context.today), session.session.id)
    case .certificates:
      let earned = CourseWork.earned(contents).count
      return text.say(
        "\(contents.certificates.count) giấy · đạt mà chưa cấp: \(earned)",
        "\(contents.certificates.count) issued · passed without one: \(earned)")
    case .plan, .feedback: return ""
    }
  }

  private var sessionWords: String {
    guard let summary = state.session(context.today) else { return "" }
    let span = summary.session.content.span
    return "\(summary.day.shortWeekdayName(text.language)) \(summary.day.shortFormatted) "
      + "\(span.start.timeText) \(summary.title)"
  }

  private func list<Value: Equatable & Sendable>(
    _ values: [Value], height: Int
  ) -> VirtualList<PlacedRow<Value>> {
    var list = VirtualList<PlacedRow<Value>>()
    list.load(
      total: values.count, offset: 0,
      rows: values.enumerated().map { PlacedRow(id: $0.offset, value: $0.element) },
      height: height)
    list.moveFocus(to: state.place(context.today), height: height)
    return list
  }

  private func draw<Value: Equatable & Sendable>(
    _ values: [Value], _ columns: [TableColumn<Int>], marks: Set<Int> = [], in body: Rectangle,
    on frame: inout Frame<CourseAction>, cell: (Value, Int) -> TableCell
  ) {
    var list = list(values, height: body.height - 1)
    list.marks = marks
    let rows = Table.draw(
      list, Table.layout(columns, width: body.width), in: body, on: &frame.canvas,
      isFocused: state.panel == nil
    ) { cell($0.value, $1) }
    for (place, row) in rows { frame.target(row.intersection(drawing.area), .row(place)) }
  }

  // MARK: Sessions

  private func drawSessions(in body: Rectangle, on frame: inout Frame<CourseAction>) {
    let titles = text.sessionColumns
    let columns = [
      TableColumn(0, title: titles[0], minimum: 13),
      TableColumn(1, title: titles[1], minimum: 11, rank: 1),
      TableColumn(2, title: titles[2], minimum: 14, weight: 3),
      TableColumn(3, title: titles[3], minimum: 12, weight: 1, rank: 3),
      TableColumn(4, title: titles[4], minimum: 14, weight: 1, rank: 4),
      TableColumn(5, title: titles[5], minimum: 7, alignment: .trailing, rank: 2),
    ]
    draw(contents.record.sessions, columns, in: body, on: &frame) { summary, column in
      cell(summary, column)
    }
  }

  private func cell(_ summary: SessionSummary, _ column: Int) -> TableCell {
    let session = summary.session
    let span = session.content.span
    let role: Role = session.isCancelled ? .disabled : .text
    switch column {
    case 0:
      return TableCell(
        summary.day.shortWeekdayName(text.language) + " " + summary.day.formatted, role)
    case 1: return TableCell(span.start.timeText + "–" + span.end.timeText, role)
    case 2:
      let off = session.isCancelled ? "× " : session.content.overrideReason.isBlank ? "" : "! "
      return TableCell(off + summary.title.string, role)
    case 3: return TableCell(summary.venue?.name.string ?? "—", role)
    case 4:
      return TableCell(summary.trainers.map(\.string).joined(separator: ", "), role)
    default:
      let marks = contents.sheet.lines.compactMap { $0.marks[session.id] }
      if marks.isEmpty { return TableCell("", .muted) }
      return TableCell("\(marks.count { $0.mark.isThere })/\(marks.count)", role)
    }
  }

  // MARK: People

  private func drawPeople(in body: Rectangle, on frame: inout Frame<CourseAction>) {
    let titles = text.peopleColumns
    let columns = [
      TableColumn(0, title: titles[0], minimum: 18, weight: 2),
      TableColumn(1, title: titles[1], minimum: 14, weight: 2, rank: 2),
      TableColumn(2, title: titles[2], minimum: 8, rank: 5),
      TableColumn(3, title: titles[3], minimum: 13, rank: 4),
      TableColumn(4, title: titles[4], minimum: 12),
      TableColumn(5, title: titles[5], minimum: 16, weight: 1, rank: 3),
    ]
    let people = state.people(context.today)
    let marks = Set(people.indices.filter { state.marked.contains(people[$0].id) })
    draw(people, columns, marks: marks, in: body, on: &frame) { person, column in
      cell(person, column)
    }
  }

  private func cell(_ person: Enrolment, _ column: Int) -> TableCell {
    let isOut = [.cancelled, .transferred, .expired].contains(person.state)
    let role: Role = isOut ? .disabled : .text
    switch column {
    case 0: return TableCell(person.name.string, role)
    case 1: return TableCell(person.unit.string, role)
    case 2: return TableCell(person.group.string, role)
    case 3:
      return TableCell(
        text.phone(person, mayEdit: context.user.may(.editTraining)), isOut ? .disabled : .muted)
    case 4:
      let state: Role =
        switch person.state {
        case .approved, .attended: .ok
        case .waiting, .offered: .warning
        case .noShow: .danger
        case .registered: .info
        case .cancelled, .transferred, .expired: .disabled
        }
      return TableCell(person.state.label(text.language), state)
    default:
      return TableCell(
        text.remark(person, place: contents.places[person.id], today: context.today), .muted)
    }
  }

  // MARK: Attendance

  private func drawAttendance(in body: Rectangle, on frame: inout Frame<CourseAction>) {
    guard let session = state.session(context.today)?.session.id else { return }
    let titles = text.attendanceColumns
    let columns = [
      TableColumn(0, title: titles[0], minimum: 18, weight: 2),
      TableColumn(1, title: titles[1], minimum: 12, weight: 1, rank: 3),
      TableColumn(2, title: titles[2], minimum: 14),
      TableColumn(3, title: titles[3], minimum: 5, alignment: .trailing, rank: 2),
      TableColumn(4, title: titles[4], minimum: 18, weight: 2, rank: 1),
    ]
    draw(state.attendance(context.today), columns, in: body, on: &frame) { line, column in
      cell(line, session, column)
    }
  }

  private func cell(
    _ line: AttendanceSheet.Line, _ session: Identifier<CourseSession>, _ column: Int
  ) -> TableCell {
    switch column {
    case 0: return TableCell(line.enrolment.name.string)
    case 1: return TableCell(line.enrolment.unit.string, .muted)
    case 2:
      let attendance = line.marks[session]
      let role: Role =
        switch attendance?.mark {
        case .present: .ok
        case .late, .leftEarly: .warning
        case .absent: .danger
        case .excused: .info
        case nil: .muted
        }
      return TableCell(text.mark(attendance), role)
    case 3: return TableCell(text.seen(line.standing))
    default:
      let role: Role =
        switch line.standing.outcome {
        case .passed: .ok
        case .open: .muted
        case .impossible: .danger
        }
      return TableCell(text.standing(line.standing), role)
    }
  }

  // MARK: Certificates

  private func drawCertificates(in body: Rectangle, on frame: inout Frame<CourseAction>) {
    let titles = text.certificateColumns
    let columns = [
      TableColumn(0, title: titles[0], minimum: 18),
      TableColumn(1, title: titles[1], minimum: 18, weight: 2),
      TableColumn(2, title: titles[2], minimum: 10, rank: 2),
      TableColumn(3, title: titles[3], minimum: 5, alignment: .trailing, rank: 3),
      TableColumn(4, title: titles[4], minimum: 14, weight: 2, rank: 1),
    ]
    draw(contents.certificates, columns, in: body, on: &frame) { certificate, column in
      let isRevoked = certificate.revokedOn != nil
      let role: Role = isRevoked ? .disabled : .text
      return switch column {
      case 0: TableCell(certificate.number.string, role)
      case 1: TableCell(certificate.name.string, role)
      case 2: TableCell(certificate.issuedOn.formatted, role)
      case 3: TableCell(text.calendar.hours(certificate.minutes), role)
      default: TableCell(text.certificate(certificate), isRevoked ? .danger : .ok)
      }
    }
  }
}

/// What can be copied of the page of a course.
enum CourseCopying {
  static func texts(
    _ state: CourseState, _ text: CourseText, _ context: ScreenContext
  ) -> [CopyText] {
    guard let contents = state.contents else { return [] }
    let course = contents.course
    let page = CoursePage(contents: contents, text: text, context: context, width: 100)
    let plan = CopyText(
      text.name(.plan),
      lines: ["\(course.code) · \(course.content.title)"]
        + page.plan.map { $0.pieces.map(\.text).joined() })
    guard state.section == .people || state.section == .attendance else { return [plan] }
    // As in files: nothing of a minor but the name.
    let rows = RosterTable.rows(
      state.people(context.today), contents.sheet, text.language)
    return [CopyText(text.name(.people), table: rows), plan]
  }
}
