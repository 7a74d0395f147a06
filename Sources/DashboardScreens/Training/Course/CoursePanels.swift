import DashboardKit
import Incubation
import Storage

/// The panels over the page of a course.
enum CoursePanels {
  static func open(
    _ state: inout CourseState, _ action: CourseAction, _ context: ScreenContext
  ) {
    guard let contents = state.contents else { return }
    let course = contents.course
    let scope = state.scope(context.today)
    let person = CourseWork.focused(state, context.today)
    func open(_ task: TrainingTask) { state.panel = PanelFlow.panel(task, contents.lists, context) }
    switch action {
    case .open, .edit: edit(&state, contents, action, context)
    case .newSession:
      let day = contents.record.sessions.last.map { $0.day.adding(days: 7) } ?? context.today
      open(.session(SessionForms.proposal(on: day), course: course.id, existing: nil))
    case .cancelSession:
      guard let summary = session(state, context) else { return }
      open(.cancelSession(summary.session, title: summary.title))
    case .register: open(.person(course, session: scope))
    case .registerFile: open(.people(course, session: scope))
    case .leave:
      guard let person else { return }
      open(.leave(person, to: .cancelled))
    case .transfer: if let person { open(.transfer(person)) }
    case .missed(let mark):
      guard let person, let session = state.session(context.today) else { return }
      open(.missed(person, mark, session: session.session.id))
    case .grade: if let person { open(.grade(person)) }
    case .revoke:
      let place = state.place(context.today)
      guard contents.certificates.indices.contains(place) else { return }
      open(.revoke(contents.certificates[place]))
    case .feedback: open(.feedback(course))
    case .copy: open(.copy(course))
    case .export(.person):
      guard let person else { return }
      var window = SessionWindow.all
      (window.course, window.person) = (course.id, person.person)
      open(.export(.calendar(window, name: course.content.title)))
    case .export(let kind): open(.export(export(kind, state, contents, context)))
    default: break
    }
  }

  /// The session in focus in the list of sessions.
  static func session(_ state: CourseState, _ context: ScreenContext) -> SessionSummary? {
    guard state.section == .sessions, let sessions = state.contents?.record.sessions else {
      return nil
    }
    let place = state.place(context.today)
    return sessions.indices.contains(place) ? sessions[place] : nil
  }

  /// What the line in focus is changed with: the session, the person's results, or the course.
  private static func edit(
    _ state: inout CourseState, _ contents: CourseContents, _ action: CourseAction,
    _ context: ScreenContext
  ) {
    let isPlanning = state.section == .sessions && context.user.may(.overrideConflicts)
    guard context.user.may(.editTraining) || isPlanning else { return }
    var task = TrainingTask.course(contents.course)
    if state.section != .plan, state.section != .feedback, action == .open {
      if let summary = session(state, context) {
        let session = summary.session
        task = .session(session.content, course: session.course, existing: session)
      } else if let person = CourseWork.focused(state, context.today) {
        task = .grade(person)
      } else {
        return
      }
    } else if state.section == .sessions, let summary = session(state, context) {
      let session = summary.session
      task = .session(session.content, course: session.course, existing: session)
    }
    state.panel = PanelFlow.panel(task, contents.lists, context)
  }

  private static func export(
    _ kind: CourseExport, _ state: CourseState, _ contents: CourseContents,
    _ context: ScreenContext
  ) -> TrainingExport {
    let course = contents.course
    switch kind {
    case .calendar, .person:
      var window = SessionWindow.all
      window.course = course.id
      return .calendar(window, name: course.content.title)
    case .roster: return .roster(course.id)
    case .signIn:
      let session = session(state, context) ?? state.session(context.today)
      return session.map { .signIn(course.id, $0.session.id) } ?? .roster(course.id)
    case .certificates:
      let place = state.place(context.today)
      let all = contents.certificates
      let one = state.section == .certificates && all.indices.contains(place)
      // A revoked one in focus is written alone, as it stands in the register.
      let number = one && all[place].revokedOn != nil ? all[place].number : nil
      return .certificates(course.id, number: number)
    }
  }
}
