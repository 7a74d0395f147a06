import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What can be done on the page of a course: what belongs to the part that is shown.
struct CourseCommands {
  typealias Result = [Command<CourseAction>]

  let state: CourseState
  let text: CourseText
  let context: ScreenContext

  static func all(
    _ state: CourseState, _ text: CourseText, _ context: ScreenContext
  ) -> Result {
    let commands = CourseCommands(state: state, text: text, context: context)
    if let panel = state.panel { return commands.inPanel(panel) }
    return commands.own + commands.common
  }

  private func command(
    _ id: String, _ keys: [KeyStroke], _ words: CommandWords, footer: Int? = nil,
    menu: CommandMenu = .record, needs permission: Permission = .editTraining, off: String? = nil,
    _ action: CourseAction
  ) -> Command<CourseAction> {
    Command(
      id, keys: keys, title: words.title, help: words.help, menu: menu, footer: footer,
      permission: permission, disabledReason: state.contents == nil ? text.notYet : off,
      action: action)
  }

  private func inPanel(_ panel: TrainingPanel) -> Result {
    let words = text.calendar
    return [
      Command(
        "course.save", keys: [.control("s")], title: words.save.title, help: words.save.help,
        menu: .record, footer: 1, permission: .viewTraining, action: .panel(.submit)),
      Command(
        "course.leave", keys: [KeyStroke(.escape)], title: words.leave.title,
        help: words.leave.help, menu: .record, permission: .viewTraining, action: .close),
    ]
      + FieldCommands.all(in: panel.form, words.moves, reading: .viewTraining) {
        .panel(.input($0))
      }
  }

  private var common: Result {
    let course = state.contents?.course
    let statuses = Course.Status.allCases.map { status in
      command(
        "course.status-\(status.rawValue)", [], text.status(status),
        off: course?.status == status ? text.isAlready(status) : nil, .setStatus(status))
    }
    let sections = CourseSection.allCases.map { section in
      command(
        "course.part-\(section.rawValue)", [], text.show(section), menu: .go, needs: .viewTraining,
        .show(section))
    }
    return [
      command(
        "course.next-part", [.function(7), .control("t")], text.next, footer: 9, menu: .view,
        needs: .viewTraining, .nextSection(1)),
      command("course.copy", [], text.copy, .copy),
    ] + statuses + sections
  }

  private var own: Result {
    switch state.section {
    case .plan:
      [
        command("course.edit", [.function(2), KeyStroke(.enter)], text.edit, footer: 1, .edit),
        command(
          "course.calendar-file", [.control("e")], text.export(.calendar), footer: 5,
          needs: .exportData,
          .export(.calendar)),
      ]
    case .sessions: sessions
    case .people: people
    case .attendance: attendance
    case .certificates: certificates
    case .feedback:
      [
        command(
          "feedback.enter", [KeyStroke(.insert), .control("n")], text.feedback, footer: 1,
          .feedback)
      ]
    }
  }

  private var sessions: Result {
    let focused = CoursePanels.session(state, context)
    let plans = TrainingCommands.planner(context.user)
    let none = focused == nil ? text.noLine : nil
    let off = none ?? (focused?.session.isCancelled == true ? text.calendar.isCalledOff : nil)
    return [
      command(
        "session.new", [KeyStroke(.insert), .control("n")], text.calendar.newSession, footer: 1,
        needs: plans, .newSession),
      command(
        "session.edit", [.function(2), KeyStroke(.enter)], text.calendar.edit, footer: 2,
        needs: plans, off: none, .edit),
      command(
        "session.cancel", [KeyStroke(.delete)], text.calendar.cancel, footer: 4, off: off,
        .cancelSession),
      command(
        "session.day-later", [KeyStroke(.right, .alt)],
        text.calendar.move(days: 1, minutes: 0, stretch: 0), off: off, .moveDay(1)),
      command(
        "session.day-earlier", [KeyStroke(.left, .alt)],
        text.calendar.move(days: -1, minutes: 0, stretch: 0), off: off, .moveDay(-1)),
      command(
        "session.sign-in", [.function(8)], text.export(.signIn), footer: 5, needs: .exportData,
        off: off,
        .export(.signIn)),
      command(
        "course.calendar-file", [.control("e")], text.export(.calendar), footer: 6,
        needs: .exportData,
        .export(.calendar)),
    ]
  }

  private var person: Enrolment? { CourseWork.focused(state, context.today) }

  private func may(_ next: Enrolment.State) -> String? {
    if !state.marked.isEmpty { return nil }
    guard let person else { return text.nobody }
    return person.state.mayBecome(next) ? nil : text.noWay
  }

  private var people: Result {
    let none = person == nil ? text.nobody : nil
    let isByLot = state.contents?.course.content.registration.waiting == .lot
    let offered = person?.state == .offered ? nil : text.noWay
    var result = [
      command(
        "people.register", [KeyStroke(.insert), .control("n")], text.register, footer: 1,
        .register),
      command("people.file", [.function(8)], text.registerFile, footer: 2, .registerFile),
      command(
        "people.mark", [KeyStroke(.character(" "))], text.mark, footer: 3, off: none, .toggle),
      command(
        "people.approve", [.function(3)], text.approve, footer: 4, off: may(.approved), .approve),
      command(
        "people.cancel", [KeyStroke(.delete)], text.leaveCourse, footer: 5,
        off: none ?? (person?.state.mayBecome(.cancelled) == true ? nil : text.noWay), .leave),
      command(
        "people.transfer", [.function(6)], text.transfer,
        off: none ?? (person?.state.mayBecome(.transferred) == true ? nil : text.noWay), .transfer),
      command("people.accept", [.control("a")], text.accept, off: none ?? offered, .accept),
      command("people.offers", [], text.offers, .renewOffers),
      command("people.lots", [], text.lots, off: isByLot ? nil : text.onlyLots, .drawLots),
      command(
        "people.history", [.function(4)], text.history, footer: 6, needs: .viewTraining, off: none,
        .history),
      command(
        "people.results", [.function(2), KeyStroke(.enter)], text.grade, off: none, .grade),
      command(
        "people.calendar", [], text.export(.person), needs: .exportData, off: none,
        .export(.person)),
      command(
        "people.list-file", [.control("e")], text.export(.roster), needs: .exportData,
        .export(.roster)),
    ]
    if state.contents?.isBySession == true { result += turning }
    return result
  }

  private var turning: Result {
    [
      command(
        "course.session-later", [KeyStroke(.pageDown, .control)], text.later, menu: .go,
        needs: .viewTraining, .nextSession(1)),
      command(
        "course.session-earlier", [KeyStroke(.pageUp, .control)], text.earlier, menu: .go,
        needs: .viewTraining, .nextSession(-1)),
    ]
  }

  private var attendance: Result {
    let none = person == nil ? text.nobody : nil
    func mark(
      _ mark: Attendance.Mark, _ key: KeyStroke, _ footer: Int?
    ) -> Command<CourseAction> {
      command(
        "attendance.\(mark.rawValue)", [key], text.mark(mark), footer: footer, off: none,
        mark == .late || mark == .leftEarly ? .missed(mark) : .mark(mark))
    }
    return [
      mark(.present, KeyStroke(.character(" ")), 1),
      mark(.absent, KeyStroke(.character("-")), 2),
      mark(.late, .function(3), 3),
      mark(.leftEarly, .function(4), 4),
      mark(.excused, KeyStroke(.character("=")), nil),
      command("attendance.all", [.function(6)], text.markAll, footer: 5, off: none, .markAll),
      command(
        "attendance.sign-in", [.control("e")], text.export(.signIn), footer: 7, needs: .exportData,
        off: state.session(context.today) == nil ? text.noLine : nil, .export(.signIn)),
      command(
        "attendance.results", [.function(2), KeyStroke(.enter)], text.grade, off: none, .grade),
      command("attendance.certificate", [.function(8)], text.certify, off: none, .certify),
    ] + turning
  }

  private var certificates: Result {
    let all = state.contents?.certificates ?? []
    let place = state.place(context.today)
    let isRevoked = all.indices.contains(place) && all[place].revokedOn != nil
    let earned = state.contents.map(CourseWork.earned) ?? []
    return [
      command(
        "certificates.issue", [.function(6)], text.certifyAll, footer: 1, needs: .issueNumbers,
        off: earned.isEmpty ? text.noneEarned : nil, .certifyAll),
      command(
        "certificates.revoke", [KeyStroke(.delete)], text.revoke, footer: 2, needs: .issueNumbers,
        off: all.isEmpty ? text.noLine : isRevoked ? text.noWay : nil, .revoke),
      command(
        "certificates.file", [.control("e")], text.export(.certificates), footer: 3,
        needs: .exportData,
        off: all.isEmpty ? text.noLine : nil, .export(.certificates)),
    ]
  }
}
