import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What a panel over a screen of training asks for.
enum TrainingTask: Equatable, Sendable {
  /// A day to go to.
  case goTo
  /// Which trainer and which hall are shown.
  case filter
  /// Which layers the calendar shows.
  case layers
  /// A course; nil for a new one.
  case course(Course?)
  /// A session of a course, the one that is there when it is changed. Without a course it is asked
  /// for.
  case session(SessionContent, course: Identifier<Course>?, existing: CourseSession?)
  /// Why a session is called off.
  case cancelSession(CourseSession, title: SafeText)
  case venue
  case trainer
  /// Somebody to be registered.
  case person(Course, session: Identifier<CourseSession>?)
  /// A file with people to be registered.
  case people(Course, session: Identifier<CourseSession>?)
  /// Why somebody's registration ends.
  case leave(Enrolment, to: Enrolment.State)
  /// The course to which somebody goes over.
  case transfer(Enrolment)
  /// Minutes missed by somebody who came late or left early.
  case missed(Enrolment, Attendance.Mark, session: Identifier<CourseSession>)
  /// Points and feedback of somebody.
  case grade(Enrolment)
  /// A feedback form from paper.
  case feedback(Course)
  /// Why a certificate is revoked.
  case revoke(Certificate)
  /// The year to which a course is copied.
  case copy(Course)
  /// Where a file is written.
  case export(TrainingExport)
}

/// A file that is made of courses.
enum TrainingExport: Hashable, Sendable {
  /// A calendar of the sessions shown, for phones; names of nobody.
  case calendar(SessionWindow, name: SafeText)
  /// The people of a course.
  case roster(Identifier<Course>)
  /// A list to sign in one session.
  case signIn(Identifier<Course>, Identifier<CourseSession>)
  /// The certificates of a course; one of them, or all that count.
  case certificates(Identifier<Course>, number: SafeText?)
}

/// What a panel asks the screen to do when its form is filled in.
enum TrainingRequest: Equatable, Sendable {
  case goTo(LocalDate)
  case filter(trainer: Identifier<Person>?, venue: Identifier<Venue>?)
  case layers(Set<CalendarLayer>, contests: Bool)
  case work(TrainingWork)
  case write(TrainingExport, path: String)
}

/// A panel over a screen of training: a form, and what is said about it.
struct TrainingPanel: Equatable, Sendable {
  let task: TrainingTask
  var form: TrainingForm
  /// What the session collides with; empty when nothing is known of that.
  var conflicts: [TrainingConflict] = []
  /// Where it would not.
  var ways: [SessionWay] = []
  /// Why it failed; nil when it did not.
  var failure: TrainingFailure?
  /// Whether it is being stored.
  var isBusy = false

  init(_ task: TrainingTask, _ form: TrainingForm) { (self.task, self.form) = (task, form) }

  /// What the form asks for.
  func request(_ context: ScreenContext) throws(TrainingProblem) -> TrainingRequest {
    switch task {
    case .goTo: return .goTo(try form.day(.day, today: context.today) ?? context.today)
    case .filter:
      return .filter(
        trainer: form.value(.trainers).flatMap { Identifier<Person>($0) },
        venue: form.value(.venue).flatMap { Identifier<Venue>($0) })
    case .layers:
      let picked = form.picked(.layers)
      return .layers(
        Set(picked.compactMap(CalendarLayer.init(rawValue:))),
        contests: picked.contains(PanelFlow.contests))
    case .export(let export): return .write(export, path: try path())
    default: return .work(try work(context))
    }
  }

  private func path() throws(TrainingProblem) -> String {
    if form.isBlank(.path) { throw .field(.required) }
    return form.value(.path) ?? ""
  }

  private func work(_ context: ScreenContext) throws(TrainingProblem) -> TrainingWork {
    switch task {
    case .course(let course?):
      return .updateCourse(
        course.id, try CourseForms.content(form), version: course.version)
    case .course(nil): return .createCourse(try CourseForms.content(form))
    case .session(let content, let course, let existing):
      return try session(content, course, existing, context)
    case .cancelSession(let session, _):
      return .cancelSession(session.id, version: session.version, reason: try form.text(.reason))
    case .venue:
      return .addVenue(
        try form.text(.name), address: try form.text(.address),
        capacity: try form.number(.capacity, 1...100_000) ?? 1)
    case .trainer: return .addTrainer(try PersonForms.registrant(form))
    case .copy(let course):
      return .copyCourse(course.id, toYear: try form.number(.times, 1900...2100) ?? 2100)
    default: return try people()
    }
  }

  private func people() throws(TrainingProblem) -> TrainingWork {
    switch task {
    case .person(let course, let session):
      return .register([try PersonForms.registrant(form)], course.id, session)
    case .people(let course, let session): return .registerFile(try path(), course.id, session)
    case .leave(let enrolment, let state):
      return .move([enrolment], state, reason: try form.text(.reason))
    case .transfer(let enrolment):
      guard let id = form.value(.course).flatMap({ Identifier<Course>($0) }) else {
        throw .field(.required)
      }
      return .transfer(enrolment, Registrant(of: enrolment), to: id)
    case .missed(let enrolment, let mark, let session):
      let missed = try form.number(.missed, 0...1_440) ?? 0
      return .mark(
        [Attendance(session: session, enrolment: enrolment.id, mark: mark, missed: missed)],
        session)
    case .grade(let enrolment):
      return .grade(
        enrolment, score: try form.hundredths(.score), gaveFeedback: form.isYes(.feedbackGiven))
    case .feedback(let course): return .addFeedback(try PersonForms.feedback(form), course.id)
    case .revoke(let certificate):
      return .revoke(certificate.number, reason: try form.text(.reason))
    default: throw .field(.notEditable)
    }
  }

  private func session(
    _ content: SessionContent, _ course: Identifier<Course>?, _ existing: CourseSession?,
    _ context: ScreenContext
  ) throws(TrainingProblem) -> TrainingWork {
    let said = try SessionForms.content(form, over: content, today: context.today)
    let reason = try form.text(.overrideReason)
    if let existing {
      return .updateSession(
        existing.id, said, existing.course, version: existing.version, allowing: reason)
    }
    guard let owner = course ?? form.value(.course).flatMap({ Identifier<Course>($0) }) else {
      throw .field(.required)
    }
    let rule = try SessionForms.rule(form, first: said.span.start, today: context.today)
    return .schedule(said, rule, owner, allowing: reason)
  }

  /// Shows what the session collides with; somebody who may allow it is asked for a reason.
  mutating func show(
    _ conflicts: [TrainingConflict], _ ways: [SessionWay], _ context: ScreenContext
  ) {
    (self.conflicts, self.ways, isBusy) = (conflicts, ways, false)
    let isAsked = form.fields.contains { $0.id == .overrideReason }
    if context.user.may(.overrideConflicts), !isAsked {
      form.fields.append(.line(.overrideReason, ""))
      form.moveFocus(to: .overrideReason)
    }
  }
}

/// What a person does in a panel.
enum PanelAction: Equatable, Sendable {
  case input(InputEvent)
  case field(TrainingField)
  case pick(FormPick)
  case submit
}

extension TrainingPanel {
  /// What came of an action in the panel.
  enum Reply: Equatable {
    case handled, cancelled
    case request(TrainingRequest)
  }

  mutating func handle(_ action: PanelAction, _ context: ScreenContext) -> Reply {
    let today = context.today
    let check: (TrainingForm.Field) -> TrainingProblem? = { TrainingForm.check($0, today: today) }
    guard !isBusy else { return .handled }
    switch action {
    case .field(let id): form.click(id, context.fields)
    case .pick(let pick): form.take(pick, check)
    case .submit:
      if form.submit(context.fields, check) == .submitted { return submitted(context) }
    case .input(let event):
      let width = Self.size(in: context.size, form).width - 6
      switch form.handle(event, width: width, context.fields, check: check) {
      case .submitted: return submitted(context)
      case .cancelled: return .cancelled
      case .handled, .ignored: break
      }
    }
    return .handled
  }

  private mutating func submitted(_ context: ScreenContext) -> Reply {
    do {
      let request = try request(context)
      failure = nil
      if case .work = request { isBusy = true }
      if case .write = request { isBusy = true }
      return .request(request)
    } catch {
      if case .training(let refusal) = error {
        failure = .storage(.trainingRefused(refusal))
      } else if let index = form.fields.firstIndex(where: { $0.id == form.focused?.id }) {
        form.fields[index].problem = error
      }
      return .handled
    }
  }

  /// Whether an event means something here.
  func takes(_ event: InputEvent, _ context: ScreenContext) -> Bool {
    if case .mouse = event { return false }
    var copy = self
    copy.isBusy = false
    let width = Self.size(in: context.size, form).width - 6
    return copy.form.handle(event, width: width, context.fields) { _ in nil } != .ignored
  }

  static func size(in room: Size, _ form: TrainingForm) -> Size {
    Size(width: min(96, room.width), height: room.height)
  }
}
