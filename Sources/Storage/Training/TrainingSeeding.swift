public import Incubation

extension SeasonSeeding {
  /// Writes the courses of a season, with halls, people, registrations and attendance.
  ///
  /// - Throws: `StorageError`.
  public func seed(_ training: DemoTraining) async throws {
    try await write { context in try TrainingSeeding(context, training).seed() }
  }
}

/// The same, inside a transaction: rows are gathered by table and written many at once.
final class TrainingSeeding {
  private let context: WriteContext
  private let season: DemoTraining
  private var rows: [(sql: String, lists: [[SQLValue]])] = TrainingSeeding.statements
    .map { ($0, []) }

  /// The tables in the order in which their rows refer to each other.
  private enum Table: Int {
    case person, role, venue, enrolment, move, record, mark, certificate, feedback, event
  }

  private static let statements = [
    """
    INSERT INTO person (id, full_name, name_key, birth_year, phone, email, organisation, version)
    VALUES (?, ?, ?, NULL, ?, '', NULL, 1)
    """,
    "INSERT INTO person_role (person, role) VALUES (?, 'trainer')",
    """
    INSERT INTO venue (id, name, name_key, address, capacity, version) VALUES (?, ?, ?, ?, ?, 1)
    """,
    EnrolmentInsert.sql,
    """
    INSERT INTO enrolment_move (id, enrolment, position, from_state, to_state, moved_at, actor,
      reason) VALUES (?, ?, ?, ?, ?, ?, ?, '')
    """,
    """
    INSERT INTO attendance_record (id, session, enrolment, position, mark, missed, recorded_at,
      actor) VALUES (?, ?, ?, 0, ?, ?, ?, ?)
    """,
    "INSERT INTO attendance (session, enrolment, mark, missed) VALUES (?, ?, ?, ?)",
    """
    INSERT INTO certificate (number_key, number, enrolment, course, course_title, name, minutes,
      from_day, to_day, issued_day, issued_by, revoked_day, revoked_because)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '')
    """,
    """
    INSERT INTO course_feedback (id, course, answer1, answer2, answer3, answer4, answer5, comment)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """,
    """
    INSERT INTO event (recorded_at, actor, kind, action, entity, entity_id, before_json,
      after_json, reason, undoes) VALUES (?, ?, 'created', 'created', 'course', ?, '', ?, '', NULL)
    """,
  ]

  init(_ context: WriteContext, _ season: DemoTraining) {
    (self.context, self.season) = (context, season)
  }

  private func add(_ table: Table, _ values: [SQLValue]) {
    rows[table.rawValue].lists.append(values)
  }

  private func flush() throws {
    for index in rows.indices {
      try context.connection.executeMany(rows[index].sql, rows[index].lists)
      rows[index].lists = []
    }
  }

  func seed() throws {
    let venues = season.venues.map { venue in
      let id = context.newID(Venue.self)
      add(
        .venue,
        [
          .id(id), .text(venue.name), .text(TextFolding.fold(venue.name.string)),
          .text(venue.address), .integer(venue.capacity),
        ])
      return id
    }
    let trainers = season.trainers.map { person(Registrant($0)) }
    for trainer in trainers { add(.role, [.id(trainer)]) }
    let people = season.people.map { person($0) }
    try flush()
    var numbers: [Int: Int] = [:]
    let planning = TrainingWriting(context: context)
    for course in season.courses {
      let id = context.newID(Course.self)
      try planning.insert(
        Course(
          id: id, code: course.code, content: course.content, status: course.status, version: 1))
      let sessions = try course.sessions.map { session in
        var content = session.content
        (content.venue, content.trainers) = (venues[session.venue], [trainers[session.trainer]])
        let made = CourseSession(
          id: context.newID(), course: id, content: content, uid: .empty,
          changedAt: course.plannedAt)
        var named = made
        named.uid = CourseSession.uid(of: made.id)
        try planning.insert(named)
        return named
      }
      add(
        .event,
        [
          .integer(course.plannedAt.milliseconds), .text(course.actor), .id(id),
          .text(CanonicalJSON.write(TrainingColumns.fields(course.content))),
        ])
      addPeople(course, id, sessions, people, &numbers)
      for form in course.feedback {
        let identity = Identifier<FeedbackForm>(
          high: context.session.random(), low: context.session.random())
        add(
          .feedback,
          [.id(identity), .id(id)] + form.answers.map { .integer($0) } + [.text(form.comment)])
      }
    }
    try flush()
    try finish(numbers)
  }

  private func person(_ one: Registrant) -> Identifier<Person> {
    let id = context.newID(Person.self)
    add(
      .person,
      [
        .id(id), .text(one.name), .text(TextFolding.fold(one.name.string)),
        .text(one.phone?.digits),
      ])
    return id
  }

  private func addPeople(
    _ course: DemoTraining.DemoCourse, _ id: Identifier<Course>, _ sessions: [CourseSession],
    _ people: [Identifier<Person>], _ numbers: inout [Int: Int]
  ) {
    for registration in course.registrations {
      let enrolment = context.newID(Enrolment.self)
      let person = season.people[registration.person]
      add(
        .enrolment,
        EnrolmentInsert.values(
          enrolment, course: id, session: nil, person: people[registration.person], person,
          state: registration.states.last ?? .registered, rank: registration.rank))
      for (index, state) in registration.states.enumerated() {
        let from = index == 0 ? nil : registration.states[index - 1].rawValue
        let moment = course.plannedAt.milliseconds + Int64(index + 1) * 86_400_000
        add(
          .move,
          [
            .id(context.newID(EnrolmentMove.self)), .id(enrolment), .integer(index), .text(from),
            .text(state.rawValue), .integer(moment), .text(course.actor),
          ])
      }
      let held = addMarks(course, registration, enrolment, sessions)
      let standing = PassingStanding(
        course.content.passing, held: held, score: nil, gaveFeedback: false)
      if course.status == .closed, registration.states.last == .attended,
        standing.outcome == .passed
      {
        certify(person, enrolment, id, course, standing, &numbers)
      }
    }
  }

  private func addMarks(
    _ course: DemoTraining.DemoCourse, _ registration: DemoTraining.Registration,
    _ enrolment: Identifier<Enrolment>, _ sessions: [CourseSession]
  ) -> [PassingStanding.Held] {
    zip(sessions, registration.marks).map { session, mark in
      let missed = mark == .late || mark == .leftEarly ? 20 : 0
      let at = session.content.span.start.adding(minutes: 30).timestamp
      add(
        .record,
        [
          .id(context.newID(Attendance.self)), .id(session.id), .id(enrolment),
          .text(mark.rawValue), .integer(missed), .integer(at.milliseconds),
          .text(course.actor),
        ])
      add(
        .mark, [.id(session.id), .id(enrolment), .text(mark.rawValue), .integer(missed)])
      return PassingStanding.Held(
        minutes: session.content.span.minutes,
        attendance: Attendance(
          session: session.id, enrolment: enrolment, mark: mark, missed: missed))
    }
  }

  private func certify(
    _ person: Registrant, _ enrolment: Identifier<Enrolment>, _ id: Identifier<Course>,
    _ course: DemoTraining.DemoCourse, _ standing: PassingStanding, _ numbers: inout [Int: Int]
  ) {
    guard let first = course.sessions.first?.content.span.start.day,
      let last = course.sessions.last?.content.span.start.day
    else { return }
    let day = last.adding(days: 7)
    let year = day.components.year
    numbers[year, default: 0] += 1
    let number = VentureCodes.code("GCN-\(year)", numbers[year] ?? 1)
    add(
      .certificate,
      [
        .text(TextFolding.fold(number.string)), .text(number), .id(enrolment), .id(id),
        .text(course.content.title), .text(person.name), .integer(standing.attendedMinutes),
        .day(first), .day(last), .day(day), .text(course.actor),
      ])
  }

  /// Counters go on after the season's numbers, and projections are made from its records.
  private func finish(_ numbers: [Int: Int]) throws {
    var last = numbers.map { ("certificate-\($0.key)", $0.value) }
    last.append(("course", season.courses.count))
    try context.connection.executeMany(
      "INSERT INTO code_counter (prefix, last) VALUES (?, ?)",
      last.sorted { $0.0 < $1.0 }.map { [.text($0.0), .integer($0.1)] })
    try context.connection.execute(
      """
      INSERT INTO enrolment_count (scope, state, n)
      SELECT scope, state, COUNT(*) FROM enrolment WHERE deleted = 0 GROUP BY scope, state
      """)
    try context.touch(.training, .directory)
  }
}
