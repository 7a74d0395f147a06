import Incubation

/// Courses over a database.
struct SQLTrainingStore: TrainingPort {
  let database: any SQLDatabase

  private func write<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (WriteContext) throws -> T
  ) async throws -> T {
    try await database.write { try body(WriteContext($0, session)) }
  }

  // MARK: Looking

  func courses(_ filter: CourseFilter) async throws -> [CourseSummary] {
    try await database.read { try TrainingReading.courses(filter, on: $0) }
  }

  func find(code: String) async throws -> Identifier<Course>? {
    try await database.read { connection in
      try connection.first(
        "SELECT id FROM course WHERE code_key = ? AND deleted = 0",
        [.text(TextFolding.fold(code))]
      ) { Identifier<Course>(bytes: $0.blob(0)) } ?? nil
    }
  }

  func record(_ id: Identifier<Course>) async throws -> CourseRecord {
    try await database.read { try TrainingReading.record(id, on: $0) }
  }

  func sessions(in window: SessionWindow) async throws -> [SessionSummary] {
    try await database.read { try TrainingReading.sessions(window, on: $0) }
  }

  func sessionCounts(in window: SessionWindow) async throws -> [LocalDate: Int] {
    try await database.read { try TrainingReading.counts(window, on: $0) }
  }

  func conflicts(
    of content: SessionContent, in course: Identifier<Course>,
    replacing: Identifier<CourseSession>?
  ) async throws -> [TrainingConflict] {
    try await database.read { connection in
      try ConflictReading.conflicts(
        of: content, in: TrainingReading.course(course, on: connection), replacing: replacing,
        on: connection)
    }
  }

  func venues() async throws -> [Venue] {
    try await database.read { try DirectoryReading.venues(on: $0) }
  }

  func trainers() async throws -> [Person] {
    try await database.read { try DirectoryReading.trainers(on: $0) }
  }

  func roster(
    of course: Identifier<Course>, session: Identifier<CourseSession>?, search: String
  ) async throws -> [Enrolment] {
    try await database.read {
      try EnrolmentReading.roster(course, session, search: search, on: $0)
    }
  }

  func waitingPlace(of id: Identifier<Enrolment>) async throws -> Int? {
    try await database.read { connection in
      try connection.first(
        """
        SELECT (SELECT COUNT(*) FROM enrolment o WHERE o.scope = e.scope AND o.deleted = 0
          AND o.state = 'waiting' AND (o.rank < e.rank OR (o.rank = e.rank AND o.id <= e.id)))
        FROM enrolment e
        WHERE e.id = ? AND e.deleted = 0 AND e.state = 'waiting' AND e.rank IS NOT NULL
        """, [.id(id)]
      ) { Int($0.integer(0)) }
    }
  }

  func history(of id: Identifier<Enrolment>) async throws -> [EnrolmentMove] {
    try await database.read { try EnrolmentReading.history(id, on: $0) }
  }

  func attendance(of course: Identifier<Course>) async throws -> AttendanceSheet {
    try await database.read { connection in
      try ResultReading.sheet(TrainingReading.course(course, on: connection), on: connection)
    }
  }

  func certificates(of course: Identifier<Course>?) async throws -> [Certificate] {
    try await database.read { try ResultReading.certificates(course, on: $0) }
  }

  func feedback(of course: Identifier<Course>) async throws -> FeedbackSummary {
    try await database.read { try ResultReading.feedback(course, on: $0) }
  }

  func sessions(uids: [SafeText]) async throws -> [SafeText: CourseSession] {
    try await database.read { connection in
      let columns = TrainingColumns.sessionColumns.joined(separator: ", ")
      var found: [SafeText: CourseSession] = [:]
      for uid in Set(uids) {
        found[uid] = try connection.first(
          """
          SELECT \(columns) FROM course_session s JOIN course c ON c.id = s.course
          WHERE s.uid = ? AND s.deleted = 0 AND c.deleted = 0
          """, [.text(uid)]
        ) { row in
          var reader = RowReader(row)
          return try TrainingColumns.session(&reader)
        }
      }
      return found
    }
  }
}

// MARK: Planning

extension SQLTrainingStore {
  func addVenue(
    _ name: SafeText, address: SafeText, capacity: Int, by: Session
  ) async throws -> (id: Identifier<Venue>, receipt: ChangeReceipt) {
    try await write(by) {
      try TrainingWriting(context: $0).addVenue(name, address: address, capacity: capacity)
    }
  }

  func addTrainer(
    _ trainer: Registrant, by: Session
  ) async throws -> (id: Identifier<Person>, receipt: ChangeReceipt) {
    try await write(by) { try TrainingWriting(context: $0).addTrainer(trainer) }
  }

  func create(
    _ content: CourseContent, by: Session
  ) async throws -> (id: Identifier<Course>, receipt: ChangeReceipt) {
    try await write(by) { try TrainingWriting(context: $0).create(content) }
  }

  func update(
    _ id: Identifier<Course>, to content: CourseContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try TrainingWriting(context: $0).update(id, to: content, ifVersion: ifVersion)
    }
  }

  func setStatus(
    _ status: Course.Status, of id: Identifier<Course>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try TrainingWriting(context: $0).setStatus(status, of: id, ifVersion: ifVersion)
    }
  }

  func delete(
    _ id: Identifier<Course>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try TrainingWriting(context: $0).delete(id, ifVersion: ifVersion) }
  }

  func schedule(
    _ content: SessionContent, repeating rule: Recurrence?, in course: Identifier<Course>,
    allowing: SafeText, by: Session
  ) async throws -> (ids: [Identifier<CourseSession>], receipt: ChangeReceipt) {
    try await write(by) {
      try TrainingWriting(context: $0)
        .schedule(content, repeating: rule, in: course, allowing: allowing)
    }
  }

  func update(
    _ id: Identifier<CourseSession>, to content: SessionContent, ifVersion: Int,
    allowing: SafeText, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try TrainingWriting(context: $0)
        .update(id, to: content, ifVersion: ifVersion, allowing: allowing)
    }
  }

  func cancel(
    _ id: Identifier<CourseSession>, reason: SafeText, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try TrainingWriting(context: $0).cancel(id, reason: reason, ifVersion: ifVersion)
    }
  }
}

// MARK: People and results

extension SQLTrainingStore {
  func register(
    _ people: [Registrant], for course: Identifier<Course>,
    session: Identifier<CourseSession>?, by: Session
  ) async throws -> (ids: [Identifier<Enrolment>], receipt: ChangeReceipt) {
    try await write(by) {
      try EnrolmentWriting($0).register(people, for: course, session: session)
    }
  }

  func move(
    _ id: Identifier<Enrolment>, to state: Enrolment.State, reason: SafeText, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try EnrolmentWriting($0).move(id, to: state, reason: reason, ifVersion: ifVersion)
    }
  }

  func drawLots(
    for course: Identifier<Course>, session: Identifier<CourseSession>?, seed: UInt64,
    by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try EnrolmentWriting($0).drawLots(course, session, seed: seed) }
  }

  func renewOffers(
    for course: Identifier<Course>, session: Identifier<CourseSession>?, by: Session
  ) async throws -> ChangeReceipt? {
    try await write(by) { try EnrolmentWriting($0).renewOffers(course, session) }
  }

  func mark(
    _ marks: [Attendance], in session: Identifier<CourseSession>, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try ResultWriting($0).mark(marks, in: session) }
  }

  func markAllPresent(
    but absent: Set<Identifier<Enrolment>>, in session: Identifier<CourseSession>, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try ResultWriting($0).markAllPresent(but: absent, in: session) }
  }

  func grade(
    _ id: Identifier<Enrolment>, score: Int?, gaveFeedback: Bool, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try ResultWriting($0)
        .grade(id, score: score, gaveFeedback: gaveFeedback, ifVersion: ifVersion)
    }
  }

  func issueCertificates(
    to ids: [Identifier<Enrolment>], by: Session
  ) async throws -> (certificates: [Certificate], receipt: ChangeReceipt) {
    try await write(by) { try ResultWriting($0).issue(to: ids) }
  }

  func revoke(
    certificate number: SafeText, reason: SafeText, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try ResultWriting($0).revoke(number, reason: reason) }
  }

  func addFeedback(
    _ forms: [FeedbackForm], for course: Identifier<Course>, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try ResultWriting($0).addFeedback(forms, for: course) }
  }

  func publish(_ batch: TrainingBatch, by: Session) async throws -> ChangeReceipt {
    try await write(by) { try TrainingBatchWriting($0).publish(batch) }
  }

  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt {
    try await write(by) { context in
      guard let receipt = try TrainingUndo(context: context).undo(event) else {
        throw StorageError.notFound(entity: "event")
      }
      return receipt
    }
  }
}
