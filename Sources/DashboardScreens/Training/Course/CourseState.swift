import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The parts of the page of a course.
enum CourseSection: String, CaseIterable, Sendable {
  case plan, sessions, people, attendance, certificates, feedback
}

/// Everything that is known about a course.
struct CourseContents: Equatable, Sendable {
  var record: CourseRecord
  var roster: [Enrolment]
  /// Places on the waiting list, by registration.
  var places: [Identifier<Enrolment>: Int]
  var sheet: AttendanceSheet
  var certificates: [Certificate]
  var feedback: FeedbackSummary
  var lists: TrainingLists

  var course: Course { record.summary.course }
  var isBySession: Bool { course.content.registration.scope == .session }
}

/// What the page of a course knows.
struct CourseState: Equatable, Sendable {
  /// Which course; nil for a new one.
  var id: Identifier<Course>?
  var contents: CourseContents?
  var section = CourseSection.plan
  /// The place in focus in each part.
  var focus: [CourseSection: Int] = [:]
  /// The session whose attendance is taken, and for which people register where they do so by
  /// session; nil for the nearest one.
  var session: Identifier<CourseSession>?
  /// Letters that find people, and whom they find, worked out once a key; nil for all.
  var find = ""
  var found: [Identifier<Enrolment>]?
  /// Registrations that are marked, for doing something with many at once.
  var marked: Set<Identifier<Enrolment>> = []
  /// The states that the registration in focus went through; nil while they are not shown.
  var history: [EnrolmentMove]?
  var panel: TrainingPanel?
  /// Whether something is being stored.
  var isBusy = false
  /// Whether marks are being stored, and those that wait for that: one after the other, so that the
  /// last key counts.
  var isMarking = false
  var queued: [Attendance] = []
  var problem: StorageError?

  init(_ id: Identifier<Course>?) { self.id = id }

  /// The session that is meant: the stored one, else that of today, else the last one before it,
  /// else the first.
  func session(_ today: LocalDate) -> SessionSummary? {
    let held = contents?.record.sessions.filter { !$0.session.isCancelled } ?? []
    if let chosen = held.first(where: { $0.session.id == session }) { return chosen }
    return held.last { $0.day <= today } ?? held.first
  }

  /// The session for which people register; nil where they register for the whole course.
  func scope(_ today: LocalDate) -> Identifier<CourseSession>? {
    contents?.isBySession == true ? session(today)?.session.id : nil
  }

  /// The registrations that the list shows.
  func people(_ today: LocalDate) -> [Enrolment] {
    guard let contents else { return [] }
    let scope = scope(today)
    let own = contents.roster.filter { scope == nil || $0.session == scope }
    guard let found else { return own }
    let people = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    return found.compactMap { people[$0] }
  }

  /// The lines of attendance that the list shows: those of the session in question.
  func attendance(_ today: LocalDate) -> [AttendanceSheet.Line] {
    guard let contents, let session = session(today) else { return [] }
    let own = contents.sheet.lines.filter {
      $0.enrolment.session == nil || $0.enrolment.session == session.session.id
    }
    guard let found else { return own }
    let lines = Dictionary(own.map { ($0.enrolment.id, $0) }) { first, _ in first }
    return found.compactMap { lines[$0] }
  }

  /// How many lines the part has.
  func count(_ today: LocalDate) -> Int {
    switch section {
    case .plan: 0
    case .sessions: contents?.record.sessions.count ?? 0
    case .people: people(today).count
    case .attendance: attendance(today).count
    case .certificates: contents?.certificates.count ?? 0
    case .feedback: 0
    }
  }

  /// The place in focus of the part shown, within its lines.
  func place(_ today: LocalDate) -> Int {
    min(max(0, focus[section] ?? 0), max(0, count(today) - 1))
  }
}

/// What can happen to it.
enum CourseAction: Equatable, Sendable {
  // From outside.
  case loaded(CourseContents)
  case listed(TrainingLists)
  case historyRead([EnrolmentMove])
  case failed(StorageError)
  case finished(TrainingWork?, TrainingOutcome)
  case reload
  // From the person.
  case show(CourseSection)
  case nextSection(Int)
  case stroke(KeyStroke)
  case typed(String)
  case erase, stopFinding
  case row(Int)
  case open
  case nextSession(Int)
  case edit
  case setStatus(Course.Status)
  case copy
  case newSession, cancelSession
  case moveDay(Int)
  case register, registerFile, approve, leave, transfer, accept, drawLots, renewOffers, history
  case mark(Attendance.Mark)
  case missed(Attendance.Mark)
  case markAll, toggle
  case grade, certify, certifyAll, revoke, feedback
  case export(CourseExport)
  case panel(PanelAction)
  case close
}

/// The files that the page of a course can write.
enum CourseExport: Hashable, Sendable {
  case calendar, person, roster, signIn, certificates
}

/// What it asks for.
enum CourseEffect: ScreenEffect {
  case load(Identifier<Course>)
  case lists
  case history(Identifier<Enrolment>)
  case work(TrainingWork)
  case write(TrainingExport, path: String, Language, today: LocalDate)

  var cancellationKey: String? {
    switch self {
    case .load: "course"
    case .lists: "lists"
    case .history: "history"
    case .work, .write: nil
    }
  }
}
