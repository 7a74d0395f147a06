import Incubation

/// Queries about courses and sessions, inside a transaction.
enum TrainingReading {
  static func course(
    _ id: Identifier<Course>, deletedToo: Bool = false, on connection: any SQLConnection
  ) throws -> Course {
    let columns = TrainingColumns.courseColumns.joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM course WHERE id = ? AND (deleted = 0 OR ? = 1)",
      [.id(id), .integer(deletedToo ? 1 : 0)]
    ) { row in
      var reader = RowReader(row)
      return try TrainingColumns.course(&reader)
    }
    guard let found else { throw StorageError.notFound(entity: "course") }
    return found
  }

  static func session(
    _ id: Identifier<CourseSession>, on connection: any SQLConnection
  ) throws -> CourseSession {
    let columns = TrainingColumns.sessionColumns.joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM course_session s WHERE s.id = ?", [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return try TrainingColumns.session(&reader)
    }
    guard let found else { throw StorageError.notFound(entity: "session") }
    return found
  }

  static func courses(
    _ filter: CourseFilter, only id: Identifier<Course>? = nil, on connection: any SQLConnection
  ) throws -> [CourseSummary] {
    let counts = try peopleCounts(only: id, on: connection)
    let columns = TrainingColumns.courseColumns.map { "c." + $0 }.joined(separator: ", ")
    let text = TextFolding.fold(filter.text)
    let all = try connection.rows(
      """
      SELECT \(columns), COALESCE(d.n, 0), d.first_minute, d.last_minute FROM course c
      LEFT JOIN (SELECT course, COUNT(*) AS n, MIN(start_minute) AS first_minute,
        MAX(end_minute) AS last_minute FROM course_session
        WHERE deleted = 0 AND cancelled = 0 GROUP BY course) d ON d.course = c.id
      WHERE c.deleted = 0 AND c.id = COALESCE(?, c.id)
      ORDER BY CASE WHEN d.first_minute IS NULL THEN 1 ELSE 0 END, d.first_minute, c.code_key
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let course = try TrainingColumns.course(&reader)
      let sessions = reader.int()
      let first = reader.optionalInt().map { LocalMoment(minutes: $0).day }
      let last = reader.optionalInt().map { LocalMoment(minutes: $0 - 1).day }
      return CourseSummary(
        course: course, sessions: sessions, days: first.flatMap { f in last.map { f...$0 } },
        people: counts[course.id] ?? [:])
    }
    return all.filter { summary in
      let course = summary.course
      let isInDays = filter.days.map { summary.days?.overlaps($0) ?? false } ?? true
      return isInDays && (filter.kinds.isEmpty || filter.kinds.contains(course.content.kind))
        && (filter.statuses.isEmpty || filter.statuses.contains(course.status))
        && (text.isEmpty || TextFolding.fold(course.content.title.string).contains(text)
          || TextFolding.fold(course.code.string).contains(text))
    }
  }

  private static func peopleCounts(
    only id: Identifier<Course>?, on connection: any SQLConnection
  ) throws -> [Identifier<Course>: [Enrolment.State: Int]] {
    var counts: [Identifier<Course>: [Enrolment.State: Int]] = [:]
    try connection.forEachRow(
      """
      SELECT course, state, COUNT(*) FROM enrolment
      WHERE deleted = 0 AND course = COALESCE(?, course) GROUP BY course, state
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let course: Identifier<Course> = try reader.id()
      counts[course, default: [:]][try reader.choice()] = reader.int()
    }
    return counts
  }

  static func record(
    _ id: Identifier<Course>, on connection: any SQLConnection
  ) throws -> CourseRecord {
    guard let summary = try courses(CourseFilter(), only: id, on: connection).first else {
      throw StorageError.notFound(entity: "course")
    }
    var window = SessionWindow.all
    window.course = id
    return CourseRecord(summary: summary, sessions: try sessions(window, on: connection))
  }

  /// The conditions of a window, with their values; a session may have begun the day before.
  private static func conditions(_ window: SessionWindow) -> (sql: String, values: [SQLValue]) {
    let day = LocalMoment.minutesPerDay
    let start = window.from.dayNumber * day
    var sql = "s.start_minute > ? AND s.start_minute < ? AND s.end_minute > ?"
    var values: [SQLValue] = [
      .integer(start - TimeSpan.longest), .integer((window.through.dayNumber + 1) * day),
      .integer(start),
    ]
    func add(_ condition: String, _ value: SQLValue) {
      sql += " AND " + condition
      values.append(value)
    }
    if let course = window.course { add("s.course = ?", .id(course)) }
    if let venue = window.venue { add("s.venue = ?", .id(venue)) }
    if let trainer = window.trainer {
      add("s.id IN (SELECT session FROM session_trainer WHERE person = ?)", .id(trainer))
    }
    if let person = window.person {
      add(
        """
        EXISTS (SELECT 1 FROM enrolment e WHERE e.person = ? AND e.course = s.course
          AND (e.session IS NULL OR e.session = s.id) AND e.deleted = 0
          AND e.state IN ('registered', 'approved', 'attended', 'no-show'))
        """, .id(person))
    }
    if !window.includesCancelled { sql += " AND s.cancelled = 0" }
    if !window.includesRemoved { sql += " AND s.deleted = 0 AND c.deleted = 0" }
    return (sql, values)
  }

  static func sessions(
    _ window: SessionWindow, on connection: any SQLConnection
  ) throws -> [SessionSummary] {
    let conditions = conditions(window)
    let columns = TrainingColumns.sessionColumns.joined(separator: ", ")
    let halls = try Dictionary(
      uniqueKeysWithValues: DirectoryReading.venues(on: connection).map { ($0.id, $0) })
    var found = try connection.rows(
      """
      SELECT \(columns), c.code, c.title, c.kind, s.deleted, c.deleted
      FROM course_session s JOIN course c ON c.id = s.course
      WHERE \(conditions.sql) ORDER BY s.start_minute, s.end_minute, s.id
      """, conditions.values
    ) { row in
      var reader = RowReader(row)
      var session = try TrainingColumns.session(&reader)
      let (code, title) = (reader.safe(), reader.safe())
      let kind: Course.Kind = try reader.choice()
      if reader.int() + reader.int() > 0 { session.isCancelled = true }
      return SessionSummary(
        session: session, courseCode: code, courseTitle: title, kind: kind,
        venue: session.content.venue.flatMap { halls[$0] }, trainers: [])
    }
    let names = try DirectoryReading.names(
      of: Set(found.flatMap(\.session.content.trainers)), on: connection)
    for index in found.indices {
      found[index].trainers = found[index].session.content.trainers.compactMap { names[$0] }
    }
    return found
  }

  static func counts(
    _ window: SessionWindow, on connection: any SQLConnection
  ) throws -> [LocalDate: Int] {
    var window = window
    window.includesCancelled = false
    let conditions = conditions(window)
    var counts: [LocalDate: Int] = [:]
    try connection.forEachRow(
      """
      SELECT s.start_minute FROM course_session s JOIN course c ON c.id = s.course
      WHERE \(conditions.sql)
      """, conditions.values
    ) { counts[LocalMoment(minutes: Int($0.integer(0))).day, default: 0] += 1 }
    return counts
  }
}

/// Queries about halls and people who teach, inside a transaction.
enum DirectoryReading {
  static func venues(on connection: any SQLConnection) throws -> [Venue] {
    try connection.rows(
      "SELECT id, name, address, capacity, version FROM venue ORDER BY name_key"
    ) { row in
      var reader = RowReader(row)
      return Venue(
        id: try reader.id(), name: reader.safe(), address: reader.safe(), capacity: reader.int(),
        version: reader.int())
    }
  }

  static func trainers(on connection: any SQLConnection) throws -> [Person] {
    let found = try connection.rows(
      """
      SELECT p.id, p.full_name, p.birth_year, p.phone, p.email, p.organisation, p.version
      FROM person p JOIN person_role r ON r.person = p.id WHERE r.role = 'trainer'
      """
    ) { row in
      var reader = RowReader(row)
      return Person(
        id: try reader.id(), fullName: reader.safe(), birthYear: reader.optionalInt(),
        phone: reader.optionalString().map(PhoneNumber.init(stored:)), email: reader.safe(),
        organisation: try reader.optionalID(), roles: [.trainer], version: reader.int())
    }
    func key(_ person: Person) -> String {
      VietnameseCollation.givenNameKey(person.fullName.string)
    }
    return found.sorted { (key($0), $0.id) < (key($1), $1.id) }
  }

  /// Names of people, those who are asked for only: there may be many thousands.
  static func names(
    of people: Set<Identifier<Person>>, on connection: any SQLConnection
  ) throws -> [Identifier<Person>: SafeText] {
    var names: [Identifier<Person>: SafeText] = [:]
    for person in people {
      names[person] = try connection.first(
        "SELECT full_name FROM person WHERE id = ?", [.id(person)]
      ) { SafeText(escaping: $0.text(0)) }
    }
    return names
  }
}
