import Incubation

/// The verbs that plan sessions, inside a transaction.
extension TrainingWriting {
  /// Halls and trainers are compared with those of all courses, so where the engine lets several
  /// write at once, one plans after the other.
  func lockPlanning() throws {
    guard connection.dialect.engine == .postgres else { return }
    try connection.forEachRow("SELECT pg_advisory_xact_lock(?)", [.integer(7_862_412)]) { _ in }
  }

  func schedule(
    _ content: SessionContent, repeating rule: Recurrence?, in course: Identifier<Course>,
    allowing reason: SafeText
  ) throws -> (ids: [Identifier<CourseSession>], receipt: ChangeReceipt) {
    try requirePlanning(allowing: reason)
    try lockPlanning()
    let owner = try locked(course)
    let checked = try Self.ruled { try content.checked() }
    let occurrences = try Self.ruled {
      try rule?.occurrences(from: content.span.start)
        ?? [Recurrence.Occurrence(original: content.span.start, start: content.span.start)]
    }
    guard !occurrences.isEmpty else { throw StorageError.trainingRefused(.noOccurrence) }
    var contents: [SessionContent] = []
    for occurrence in occurrences {
      var one = checked
      one.span = content.span.moved(to: occurrence.start)
      contents.append(one)
    }
    let isAllowed = try settle(&contents, in: owner, replacing: nil, allowing: reason)
    let ids = contents.map { _ in context.newID(CourseSession.self) }
    for (index, one) in contents.enumerated() {
      let isSeries = rule != nil
      try insert(
        CourseSession(
          id: ids[index], course: course, content: one, series: isSeries ? ids[0] : nil,
          original: isSeries ? occurrences[index].original : nil,
          uid: CourseSession.uid(of: ids[index]), changedAt: context.now))
    }
    let after: [String: JSONValue] = [
      "sessions": .array(ids.map { .string($0.description) }),
      "rule": .string(rule?.text ?? ""),
    ]
    let receipt = try record(
      .created, .sessions, ids[0].bytes, title: title(content, owner), after: after,
      reason: isAllowed ? reason : .empty)
    return (ids, receipt)
  }

  /// Who may allow a collision may also save the session that collides.
  private func requirePlanning(allowing reason: SafeText) throws {
    if !reason.isBlank, context.session.user.may(.overrideConflicts) { return }
    try context.require(.editTraining)
  }

  func title(_ content: SessionContent, _ course: Course) -> SafeText {
    content.topic.isBlank ? course.content.title : content.topic
  }

  /// Compares sessions with what is there. Without a reason every collision refuses them; with one,
  /// the user has to be somebody who may allow it, and the reason is kept with each that collides.
  /// Says whether something was allowed.
  private func settle(
    _ contents: inout [SessionContent], in course: Course,
    replacing id: Identifier<CourseSession>?, allowing reason: SafeText
  ) throws -> Bool {
    var all: [TrainingConflict] = []
    for index in contents.indices {
      let found = try ConflictReading.conflicts(
        of: contents[index], in: course, replacing: id, on: connection)
      contents[index].overrideReason = found.isEmpty ? .empty : reason
      all += found
    }
    if all.isEmpty { return false }
    if reason.isBlank { throw StorageError.trainingRefused(.conflicts(all)) }
    try context.require(.overrideConflicts)
    return true
  }

  func insert(_ session: CourseSession) throws {
    let content = session.content
    try connection.execute(
      """
      INSERT INTO course_session (id, course, series, original_minute, uid, start_minute,
        end_minute, venue, body, sequence, cancelled, deleted, changed_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1)
      """,
      [
        .id(session.id), .id(session.course), .id(session.series),
        .integer(session.original?.minutes), .text(session.uid),
        .integer(content.span.start.minutes), .integer(content.span.end.minutes),
        .id(content.venue),
        .text(
          CanonicalJSON.write(
            TrainingColumns.fields(content, isCancelled: session.isCancelled))),
        .integer(session.sequence), .integer(session.isCancelled ? 1 : 0),
        .integer(session.changedAt.milliseconds),
      ])
    try insertTrainers(content.trainers, of: session.id)
  }

  private func insertTrainers(
    _ trainers: [Identifier<Person>], of id: Identifier<CourseSession>
  ) throws {
    try connection.executeMany(
      "INSERT INTO session_trainer (session, position, person) VALUES (?, ?, ?)",
      trainers.enumerated().map { [.id(id), .integer($0.offset), .id($0.element)] })
  }

  func lockedSession(_ id: Identifier<CourseSession>) throws -> CourseSession {
    try context.lockRow("SELECT 1 FROM course_session WHERE id = ? FOR UPDATE", .id(id))
    return try TrainingReading.session(id, on: connection)
  }

  func update(
    _ id: Identifier<CourseSession>, to content: SessionContent, ifVersion: Int,
    allowing reason: SafeText
  ) throws -> ChangeReceipt {
    try requirePlanning(allowing: reason)
    try lockPlanning()
    let current = try current(id, ifVersion)
    let course = try TrainingReading.course(current.course, on: connection)
    var contents = [try Self.ruled { try content.checked() }]
    _ = try settle(&contents, in: course, replacing: id, allowing: reason)
    return try write(
      contents[0], isCancelled: current.isCancelled, over: current, kind: .edited,
      reason: contents[0].overrideReason)
  }

  func cancel(
    _ id: Identifier<CourseSession>, reason: SafeText, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    if reason.isBlank { throw StorageError.trainingRefused(.reasonMissing) }
    let current = try current(id, ifVersion)
    return try write(
      current.content, isCancelled: true, over: current, kind: .edited, reason: reason)
  }

  private func current(
    _ id: Identifier<CourseSession>, _ ifVersion: Int
  ) throws -> CourseSession {
    let current = try lockedSession(id)
    guard current.version == ifVersion else {
      let course = try TrainingReading.course(current.course, on: connection)
      throw try conflict(
        title(current.content, course), id.bytes, now: current.version, expected: ifVersion)
    }
    return current
  }

  /// Writes what a session says; its sequence is raised, so that calendars take it over.
  func write(
    _ content: SessionContent, isCancelled: Bool, over current: CourseSession,
    kind: ChangeSummary.Kind, reason: SafeText = .empty, undoes: Int64? = nil,
    sequence: Int? = nil
  ) throws -> ChangeReceipt {
    let after = TrainingColumns.fields(content, isCancelled: isCancelled)
    try connection.execute(
      """
      UPDATE course_session SET start_minute = ?, end_minute = ?, venue = ?, body = ?,
        sequence = ?, cancelled = ?, changed_at = ?, version = version + 1 WHERE id = ?
      """,
      [
        .integer(content.span.start.minutes), .integer(content.span.end.minutes),
        .id(content.venue), .text(CanonicalJSON.write(after)),
        .integer(max(sequence ?? 0, current.sequence + 1)), .integer(isCancelled ? 1 : 0),
        .integer(context.now.milliseconds), .id(current.id),
      ])
    if content.trainers != current.content.trainers {
      try connection.execute("DELETE FROM session_trainer WHERE session = ?", [.id(current.id)])
      try insertTrainers(content.trainers, of: current.id)
    }
    let course = try TrainingReading.course(current.course, deletedToo: true, on: connection)
    return try record(
      kind, action: .edited, .session, current.id.bytes, title: title(content, course),
      before: TrainingColumns.fields(current.content, isCancelled: current.isCancelled),
      after: after, reason: reason, undoes: undoes)
  }

  /// Takes sessions away, or brings them back; calendars see them called off meanwhile.
  func setRemoved(_ isRemoved: Bool, _ ids: [Identifier<CourseSession>]) throws {
    for id in ids {
      try connection.execute(
        """
        UPDATE course_session SET deleted = ?, sequence = sequence + 1, changed_at = ?,
          version = version + 1 WHERE id = ?
        """, [.integer(isRemoved ? 1 : 0), .integer(context.now.milliseconds), .id(id)])
    }
  }
}

/// Finds what a session collides with, inside a transaction.
enum ConflictReading {
  /// The calendar by law; announcements of a year can still move single days.
  static let check = ConflictCheck(CalendarContent())

  static func conflicts(
    of content: SessionContent, in course: Course, replacing id: Identifier<CourseSession>?,
    on connection: any SQLConnection
  ) throws -> [TrainingConflict] {
    let venue = try content.venue.flatMap { wanted in
      try DirectoryReading.venues(on: connection).first { $0.id == wanted }
    }
    let others = try booked(content, in: course.id, replacing: id, on: connection)
    return check.conflicts(
      of: content, venue: venue, places: content.capacity ?? course.content.capacity,
      with: others)
  }

  /// The sessions at the same time that have the hall, a trainer or trainees in common.
  private static func booked(
    _ content: SessionContent, in course: Identifier<Course>,
    replacing id: Identifier<CourseSession>?, on connection: any SQLConnection
  ) throws -> [BookedSession] {
    var window = SessionWindow(from: content.span.start.day, through: content.span.end.day)
    window.includesCancelled = false
    return try TrainingReading.sessions(window, on: connection).compactMap { summary in
      let session = summary.session
      guard session.id != id, session.content.span.overlaps(content.span) else { return nil }
      let people = try shared(course, id, session, on: connection)
      return BookedSession(
        TrainingConflict.Other(
          session: session.id, course: summary.courseTitle, span: session.content.span),
        venue: session.content.venue,
        trainers: Dictionary(
          zip(session.content.trainers, summary.trainers), uniquingKeysWith: { first, _ in first }
        ), sharedTrainees: people.count, sharedExample: people.example)
    }
  }

  /// The people who are on the list of both sessions.
  private static func shared(
    _ course: Identifier<Course>, _ id: Identifier<CourseSession>?, _ other: CourseSession,
    on connection: any SQLConnection
  ) throws -> (count: Int, example: SafeText) {
    try connection.first(
      """
      SELECT COUNT(DISTINCT a.person), MIN(a.name) FROM enrolment a
      JOIN enrolment b ON b.person = a.person
      WHERE a.course = ? AND (a.session IS NULL OR a.session = ?) AND a.deleted = 0
        AND a.state IN ('registered', 'approved', 'attended', 'no-show')
        AND b.course = ? AND (b.session IS NULL OR b.session = ?) AND b.deleted = 0
        AND b.state IN ('registered', 'approved', 'attended', 'no-show')
      """, [.id(course), .blob(id?.bytes ?? []), .id(other.course), .id(other.id)]
    ) { (Int($0.integer(0)), SafeText(escaping: $0.text(1))) } ?? (0, .empty)
  }
}
