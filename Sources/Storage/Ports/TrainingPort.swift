public import Incubation

/// Courses, sessions, people, attendance, certificates. One transaction a verb; every verb that
/// changes something asks whether the user may, writes an event, and returns a receipt for undo,
/// which `undo` here and on `VenturePort` take. All throw `StorageError`.
public protocol TrainingPort: Sendable {
  // MARK: Looking

  /// The courses of a filter, by their first day, those without sessions last.
  func courses(_ filter: CourseFilter) async throws -> [CourseSummary]
  /// The course with this code, whatever its case; nil when there is none.
  func find(code: String) async throws -> Identifier<Course>?
  /// Everything about one course.
  func record(_ id: Identifier<Course>) async throws -> CourseRecord
  /// The sessions of a window in order: for month, week, day and agenda, of all or of one course,
  /// trainer, venue or person.
  func sessions(in window: SessionWindow) async throws -> [SessionSummary]
  /// How many sessions each day of a window has, those called off left out: for a year.
  func sessionCounts(in window: SessionWindow) async throws -> [LocalDate: Int]
  /// What a session would collide with; `replacing` is left out of the comparison.
  func conflicts(
    of content: SessionContent, in course: Identifier<Course>,
    replacing: Identifier<CourseSession>?
  ) async throws -> [TrainingConflict]
  /// The halls, by name.
  func venues() async throws -> [Venue]
  /// The people who teach, by given name.
  func trainers() async throws -> [Person]
  /// The registrations of a course, or of one of its sessions, by given name; `search` are a few
  /// letters of a name, the given name first, accents not needed; empty for all.
  func roster(
    of course: Identifier<Course>, session: Identifier<CourseSession>?, search: String
  ) async throws -> [Enrolment]
  /// The place on the waiting list, from 1; nil when not waiting or before lots are drawn.
  func waitingPlace(of id: Identifier<Enrolment>) async throws -> Int?
  /// The states that a registration went through, oldest first.
  func history(of id: Identifier<Enrolment>) async throws -> [EnrolmentMove]
  /// Who was where in a course, with each person's standing.
  func attendance(of course: Identifier<Course>) async throws -> AttendanceSheet
  /// The register of certificates, those revoked as well; nil for all courses.
  func certificates(of course: Identifier<Course>?) async throws -> [Certificate]
  /// What the feedback forms of a course say together.
  func feedback(of course: Identifier<Course>) async throws -> FeedbackSummary

  // MARK: Planning

  /// A new hall.
  func addVenue(
    _ name: SafeText, address: SafeText, capacity: Int, by: Session
  ) async throws -> (id: Identifier<Venue>, receipt: ChangeReceipt)
  /// Somebody who teaches: the person with this name and telephone, or a new one.
  func addTrainer(_ trainer: Registrant, by: Session) async throws
    -> (id: Identifier<Person>, receipt: ChangeReceipt)
  /// A new course, planned.
  func create(_ content: CourseContent, by: Session) async throws
    -> (id: Identifier<Course>, receipt: ChangeReceipt)
  /// Changes what a course says.
  func update(
    _ id: Identifier<Course>, to content: CourseContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Opens, closes or calls off a course; calling off calls its coming sessions off too.
  func setStatus(
    _ status: Course.Status, of id: Identifier<Course>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Deletes a course; undo brings it back. One with registrations is called off instead.
  func delete(_ id: Identifier<Course>, ifVersion: Int, by: Session) async throws -> ChangeReceipt
  /// New sessions: one, or those of a rule whose first one `content` is.
  ///
  /// - Parameter allowing: the reason of a supervisor for going on in spite of collisions; empty
  ///   refuses them with `TrainingRefusal.conflicts`.
  func schedule(
    _ content: SessionContent, repeating rule: Recurrence?, in course: Identifier<Course>,
    allowing: SafeText, by: Session
  ) async throws -> (ids: [Identifier<CourseSession>], receipt: ChangeReceipt)
  /// Moves, stretches or rewrites a session; `allowing` as in `schedule`.
  func update(
    _ id: Identifier<CourseSession>, to content: SessionContent, ifVersion: Int,
    allowing: SafeText, by: Session
  ) async throws -> ChangeReceipt
  /// Calls a session off; calendars keep it as cancelled.
  func cancel(
    _ id: Identifier<CourseSession>, reason: SafeText, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt

  // MARK: People

  /// Registers several people at once: those for whom there is a place get one, the others wait.
  /// All of them or none.
  func register(
    _ people: [Registrant], for course: Identifier<Course>,
    session: Identifier<CourseSession>?, by: Session
  ) async throws -> (ids: [Identifier<Enrolment>], receipt: ChangeReceipt)
  /// Brings a registration into another state; a place that becomes free is offered at once.
  func move(
    _ id: Identifier<Enrolment>, to state: Enrolment.State, reason: SafeText, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt
  /// Draws lots for the waiting list with a seed that is kept, then offers what is free.
  func drawLots(
    for course: Identifier<Course>, session: Identifier<CourseSession>?, seed: UInt64, by: Session
  ) async throws -> ChangeReceipt
  /// Ends the offers whose time is over, and offers their places to the next.
  func renewOffers(
    for course: Identifier<Course>, session: Identifier<CourseSession>?, by: Session
  ) async throws -> ChangeReceipt?

  // MARK: Results

  /// Takes attendance: the marks of a session, any number of them.
  func mark(
    _ marks: [Attendance], in session: Identifier<CourseSession>, by: Session
  ) async throws -> ChangeReceipt
  /// Marks everybody of a session as present but some, who are absent.
  func markAllPresent(
    but absent: Set<Identifier<Enrolment>>, in session: Identifier<CourseSession>, by: Session
  ) async throws -> ChangeReceipt
  /// Writes down points of the test, in hundredths, and whether feedback was handed in.
  func grade(
    _ id: Identifier<Enrolment>, score: Int?, gaveFeedback: Bool, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Issues certificates to those who have passed: to all of them or to none. It is not taken back
  /// by undo: numbers are given once, so certificates are revoked.
  func issueCertificates(
    to ids: [Identifier<Enrolment>], by: Session
  ) async throws -> (certificates: [Certificate], receipt: ChangeReceipt)
  /// Revokes a certificate; it stays listed.
  func revoke(certificate number: SafeText, reason: SafeText, by: Session) async throws
    -> ChangeReceipt
  /// Keys in feedback forms.
  func addFeedback(
    _ forms: [FeedbackForm], for course: Identifier<Course>, by: Session
  ) async throws -> ChangeReceipt

  // MARK: Files, undo

  /// The sessions that a file knows by these identities.
  func sessions(uids: [SafeText]) async throws -> [SafeText: CourseSession]
  /// Puts an import in, in one transaction; one undo takes all of it back.
  func publish(_ batch: TrainingBatch, by: Session) async throws -> ChangeReceipt
  /// Takes a change back by adding one that cancels it. Undoing an undo redoes.
  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt
}
