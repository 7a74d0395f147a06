import Incubation

/// The verbs about attendance, certificates and feedback, inside a transaction.
struct ResultWriting {
  let planning: TrainingWriting
  var context: WriteContext { planning.context }
  var connection: any SQLConnection { context.connection }

  init(_ context: WriteContext) { planning = TrainingWriting(context: context) }

  // MARK: Attendance

  func mark(
    _ marks: [Attendance], in id: Identifier<CourseSession>
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let session = try planning.lockedSession(id)
    let course = try TrainingReading.course(session.course, on: connection)
    let list = try onList(session)
    var before: [JSONValue] = []
    var after: [JSONValue] = []
    for attendance in marks {
      guard list.contains(attendance.enrolment) else {
        throw StorageError.trainingRefused(.notOnList)
      }
      guard (0...session.content.span.minutes).contains(attendance.missed) else {
        throw StorageError.trainingRefused(.minutes(attendance.missed))
      }
      let old = try stored(id, attendance.enrolment)
      before.append(.string(Self.text(attendance.enrolment, old)))
      after.append(.string(Self.text(attendance.enrolment, attendance)))
      try store(attendance.enrolment, attendance, in: id)
    }
    return try planning.record(
      .edited, .attendance, id.bytes, title: planning.title(session.content, course),
      before: ["marks": .array(before)], after: ["marks": .array(after)])
  }

  func markAllPresent(
    but absent: Set<Identifier<Enrolment>>, in id: Identifier<CourseSession>
  ) throws -> ChangeReceipt {
    let session = try TrainingReading.session(id, on: connection)
    let list = try onList(session).sorted()
    return try mark(
      list.map { enrolment in
        Attendance(
          session: id, enrolment: enrolment, mark: absent.contains(enrolment) ? .absent : .present)
      }, in: id)
  }

  private func onList(_ session: CourseSession) throws -> Set<Identifier<Enrolment>> {
    let ids = try connection.rows(
      """
      SELECT id FROM enrolment WHERE course = ? AND (session IS NULL OR session = ?)
        AND deleted = 0 AND state IN ('registered', 'approved', 'attended', 'no-show')
      """, [.id(session.course), .id(session.id)]
    ) { Identifier<Enrolment>(bytes: $0.blob(0)) }
    return Set(ids.compactMap { $0 })
  }

  private func stored(
    _ session: Identifier<CourseSession>, _ enrolment: Identifier<Enrolment>
  ) throws -> Attendance? {
    try connection.first(
      "SELECT mark, missed FROM attendance WHERE session = ? AND enrolment = ?",
      [.id(session), .id(enrolment)]
    ) { row in
      var reader = RowReader(row)
      return Attendance(
        session: session, enrolment: enrolment, mark: try reader.choice(), missed: reader.int())
    }
  }

  /// Adds a record, and brings what counts up to date; nil takes a mark away.
  private func store(
    _ enrolment: Identifier<Enrolment>, _ attendance: Attendance?,
    in session: Identifier<CourseSession>
  ) throws {
    try connection.execute(
      """
      INSERT INTO attendance_record (id, session, enrolment, position, mark, missed, recorded_at,
        actor) SELECT ?, ?, ?, COUNT(*), ?, ?, ?, ? FROM attendance_record
        WHERE session = ? AND enrolment = ?
      """,
      [
        .id(context.newID(Attendance.self)), .id(session), .id(enrolment),
        .text(attendance?.mark.rawValue), .integer(attendance?.missed ?? 0),
        .integer(context.now.milliseconds), .text(context.session.user.login), .id(session),
        .id(enrolment),
      ])
    guard let attendance else {
      try connection.execute(
        "DELETE FROM attendance WHERE session = ? AND enrolment = ?",
        [.id(session), .id(enrolment)])
      return
    }
    try connection.execute(
      """
      INSERT INTO attendance (session, enrolment, mark, missed) VALUES (?, ?, ?, ?)
      ON CONFLICT (session, enrolment) DO UPDATE
      SET mark = excluded.mark, missed = excluded.missed
      """,
      [
        .id(session), .id(enrolment), .text(attendance.mark.rawValue),
        .integer(attendance.missed),
      ])
  }

  private static func text(_ enrolment: Identifier<Enrolment>, _ mark: Attendance?) -> String {
    "\(enrolment) \(mark?.mark.rawValue ?? "-") \(mark?.missed ?? 0)"
  }

  /// Brings the marks back that an event lists.
  func restore(_ marks: [String], in session: Identifier<CourseSession>) throws {
    for text in marks {
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 3, let enrolment = Identifier<Enrolment>(parts[0]) else { continue }
      let mark = Attendance.Mark(rawValue: parts[1])
      try store(
        enrolment,
        mark.map {
          Attendance(
            session: session, enrolment: enrolment, mark: $0, missed: Int(parts[2]) ?? 0)
        }, in: session)
    }
  }

  // MARK: Test, certificates

  func grade(
    _ id: Identifier<Enrolment>, score: Int?, gaveFeedback: Bool, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    try context.lockRow("SELECT 1 FROM enrolment WHERE id = ? FOR UPDATE", .id(id))
    let current = try EnrolmentReading.enrolment(id, on: connection)
    guard current.version == ifVersion else {
      throw try planning.conflict(
        current.name, id.bytes, now: current.version, expected: ifVersion)
    }
    return try write(score, gaveFeedback, over: current, kind: .edited)
  }

  func write(
    _ score: Int?, _ gaveFeedback: Bool, over current: Enrolment, kind: ChangeSummary.Kind,
    undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try connection.execute(
      "UPDATE enrolment SET score = ?, gave_feedback = ?, version = version + 1 WHERE id = ?",
      [.integer(score), .integer(gaveFeedback ? 1 : 0), .id(current.id)])
    return try planning.record(
      kind, action: .edited, .enrolment, current.id.bytes, title: current.name,
      before: Self.fields(current.score, current.gaveFeedback),
      after: Self.fields(score, gaveFeedback), undoes: undoes)
  }

  private static func fields(_ score: Int?, _ gaveFeedback: Bool) -> [String: JSONValue] {
    ["score": score.map { .integer(Int64($0)) } ?? .null, "feedback": .bool(gaveFeedback)]
  }

  func issue(
    to ids: [Identifier<Enrolment>]
  ) throws -> (certificates: [Certificate], receipt: ChangeReceipt) {
    try context.require(.editTraining)
    var issued: [Certificate] = []
    for id in ids {
      let enrolment = try EnrolmentReading.enrolment(id, on: connection)
      // The course is locked, so that nobody is given two at the same moment.
      let course = try planning.locked(enrolment.course)
      issued.append(try issue(to: enrolment, of: course))
    }
    guard let first = issued.first else { throw StorageError.trainingRefused(.notOnList) }
    let receipt = try planning.record(
      .created, .certificate, first.course.bytes, title: first.courseTitle,
      after: ["numbers": .array(issued.map { .string($0.number.string) })])
    return (issued, receipt)
  }

  private func issue(to enrolment: Enrolment, of course: Course) throws -> Certificate {
    let has = try connection.first(
      "SELECT 1 FROM certificate WHERE enrolment = ? AND revoked_day IS NULL",
      [.id(enrolment.id)]
    ) { _ in true }
    if has != nil { throw StorageError.trainingRefused(.certifiedAlready(enrolment.name)) }
    let sheet = try ResultReading.sheet(course, only: enrolment.id, on: connection)
    guard let line = sheet.lines.first, let first = sheet.sessions.first,
      let last = sheet.sessions.last
    else { throw StorageError.trainingRefused(.notOnList) }
    switch line.standing.outcome {
    case .passed: break
    case .open(let lacks), .impossible(let lacks):
      throw StorageError.trainingRefused(.notPassed(enrolment.name, lacks))
    }
    let year = context.session.today().components.year
    let certificate = Certificate(
      number: try nextNumber(year), enrolment: enrolment.id, course: course.id,
      courseTitle: course.content.title, name: enrolment.name,
      minutes: line.standing.attendedMinutes, from: first.content.span.start.day,
      to: last.content.span.start.day, issuedOn: context.session.today(),
      issuedBy: context.session.user.login)
    try insert(certificate)
    return certificate
  }

  /// "GCN-2020-0001": counted up within the year of issue. The counter only ever goes up, so a
  /// number that was revoked is not given again.
  private func nextNumber(_ year: Int) throws -> SafeText {
    VentureCodes.code(
      "GCN-\(year)", try TrainingWriting.nextNumber(of: "certificate-\(year)", on: connection))
  }

  private func insert(_ one: Certificate) throws {
    try connection.execute(
      """
      INSERT INTO certificate (number_key, number, enrolment, course, course_title, name, minutes,
        from_day, to_day, issued_day, issued_by, revoked_day, revoked_because)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '')
      """,
      [
        .text(TextFolding.fold(one.number.string)), .text(one.number), .id(one.enrolment),
        .id(one.course), .text(one.courseTitle), .text(one.name), .integer(one.minutes),
        .day(one.from), .day(one.to), .day(one.issuedOn), .text(one.issuedBy),
      ])
  }

  func revoke(_ number: SafeText, reason: SafeText) throws -> ChangeReceipt {
    try context.require(.editTraining)
    if reason.isBlank { throw StorageError.trainingRefused(.reasonMissing) }
    let key = TextFolding.fold(number.string)
    let columns = TrainingColumns.certificateColumns.joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM certificate WHERE number_key = ?", [.text(key)],
      TrainingColumns.certificate)
    guard let found else { throw StorageError.notFound(entity: "certificate") }
    let changed = try connection.execute(
      """
      UPDATE certificate SET revoked_day = ?, revoked_because = ?
      WHERE number_key = ? AND revoked_day IS NULL
      """, [.day(context.session.today()), .text(reason), .text(key)])
    if changed == 0 { throw StorageError.trainingRefused(.revokedAlready(found.number)) }
    return try planning.record(
      .edited, .certificate, found.course.bytes, title: found.number,
      after: ["revoked": .string(found.number.string)], reason: reason)
  }

  // MARK: Feedback

  func addFeedback(
    _ forms: [FeedbackForm], for id: Identifier<Course>
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let course = try planning.locked(id)
    for form in forms {
      // An identity of chance alone: that of other records would tell when a form came in.
      let identity = Identifier<FeedbackForm>(
        high: context.session.random(), low: context.session.random())
      try connection.execute(
        """
        INSERT INTO course_feedback (id, course, answer1, answer2, answer3, answer4, answer5,
          comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [.id(identity), .id(id)] + form.answers.map { .integer($0) } + [.text(form.comment)])
    }
    return try planning.record(
      .created, .feedback, id.bytes, title: course.content.title,
      after: ["forms": .integer(Int64(forms.count))])
  }
}

/// Queries about attendance, certificates and feedback, inside a transaction.
enum ResultReading {
  static func sheet(
    _ course: Course, only id: Identifier<Enrolment>? = nil, on connection: any SQLConnection
  ) throws -> AttendanceSheet {
    var window = SessionWindow.all
    window.course = course.id
    window.includesCancelled = false
    let sessions = try TrainingReading.sessions(window, on: connection).map(\.session)
    let people = try EnrolmentReading.roster(course.id, nil, search: "", on: connection)
      .filter { $0.state.isOnList && (id == nil || id == $0.id) }
    let marks = try marks(course.id, on: connection)
    let lines = people.map { person in
      let mine = marks[person.id] ?? [:]
      let held = sessions.filter { person.session == nil || person.session == $0.id }
        .map { PassingStanding.Held(minutes: $0.content.span.minutes, attendance: mine[$0.id]) }
      return AttendanceSheet.Line(
        enrolment: person, marks: mine,
        standing: PassingStanding(
          course.content.passing, held: held, score: person.score,
          gaveFeedback: person.gaveFeedback))
    }
    return AttendanceSheet(sessions: sessions, lines: lines)
  }

  private static func marks(
    _ course: Identifier<Course>, on connection: any SQLConnection
  ) throws -> [Identifier<Enrolment>: [Identifier<CourseSession>: Attendance]] {
    var result: [Identifier<Enrolment>: [Identifier<CourseSession>: Attendance]] = [:]
    try connection.forEachRow(
      """
      SELECT a.session, a.enrolment, a.mark, a.missed FROM attendance a
      JOIN enrolment e ON e.id = a.enrolment WHERE e.course = ?
      """, [.id(course)]
    ) { row in
      var reader = RowReader(row)
      let mark = Attendance(
        session: try reader.id(), enrolment: try reader.id(), mark: try reader.choice(),
        missed: reader.int())
      result[mark.enrolment, default: [:]][mark.session] = mark
    }
    return result
  }

  static func certificates(
    _ course: Identifier<Course>?, on connection: any SQLConnection
  ) throws -> [Certificate] {
    let columns = TrainingColumns.certificateColumns.joined(separator: ", ")
    return try connection.rows(
      "SELECT \(columns) FROM certificate WHERE course = COALESCE(?, course) ORDER BY number_key",
      [.id(course)], TrainingColumns.certificate)
  }

  static func feedback(
    _ course: Identifier<Course>, on connection: any SQLConnection
  ) throws -> FeedbackSummary {
    let forms = try connection.rows(
      """
      SELECT answer1, answer2, answer3, answer4, answer5, comment FROM course_feedback
      WHERE course = ? ORDER BY id
      """, [.id(course)]
    ) { row in
      var reader = RowReader(row)
      let answers = (0..<FeedbackForm.questions).map { _ in reader.optionalInt() }
      return try FeedbackForm(answers, comment: reader.safe())
    }
    return FeedbackSummary(forms)
  }
}
