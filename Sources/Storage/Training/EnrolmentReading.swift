import Incubation

/// A registration on its way into its table.
enum EnrolmentInsert {
  static let sql = """
    INSERT INTO enrolment (id, course, session, scope, person, name, name_key, given_key,
      name_sort, unit, unit_key, grouping, phone, guardian_consent, state, rank, offered_until,
      score, gave_feedback, deleted, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0, 0, 1)
    """

  static func values(
    _ id: Identifier<Enrolment>, course: Identifier<Course>,
    session: Identifier<CourseSession>?, person: Identifier<Person>, _ one: Registrant,
    state: Enrolment.State, rank: Int?
  ) -> [SQLValue] {
    let name = one.name.string
    return [
      .id(id), .id(course), .id(session), .blob(session?.bytes ?? course.bytes), .id(person),
      .text(one.name), .text(TextFolding.fold(name)),
      .text(TextFolding.fold(PersonName(name).given)),
      .text(VietnameseCollation.givenNameKey(name)), .text(one.unit),
      .text(TextFolding.fold(one.unit.string)), .text(one.group), .text(one.phone?.digits),
      .text(one.guardianConsent), .text(state.rawValue), .integer(rank),
    ]
  }
}

/// Queries about registrations, inside a transaction.
enum EnrolmentReading {
  static func enrolment(
    _ id: Identifier<Enrolment>, on connection: any SQLConnection
  ) throws -> Enrolment {
    let columns = TrainingColumns.enrolmentColumns.joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM enrolment e WHERE e.id = ? AND e.deleted = 0", [.id(id)],
      TrainingColumns.enrolment)
    guard let found else { throw StorageError.notFound(entity: "enrolment") }
    return found
  }

  /// Those whose given name begins with the search, then those with it anywhere in the name.
  static func roster(
    _ course: Identifier<Course>, _ session: Identifier<CourseSession>?, search: String,
    on connection: any SQLConnection
  ) throws -> [Enrolment] {
    let columns = TrainingColumns.enrolmentColumns.joined(separator: ", ")
    let all = try connection.rows(
      """
      SELECT \(columns) FROM enrolment e
      WHERE e.course = ? AND e.deleted = 0 AND (e.session IS NULL OR ? = 0 OR e.session = ?)
      ORDER BY e.name_sort, e.id
      """, [.id(course), .integer(session == nil ? 0 : 1), .blob(session?.bytes ?? [])],
      TrainingColumns.enrolment)
    return NameSearch.find(search, in: all)
  }

  static func history(
    _ id: Identifier<Enrolment>, on connection: any SQLConnection
  ) throws -> [EnrolmentMove] {
    try connection.rows(
      """
      SELECT from_state, to_state, moved_at, actor, reason FROM enrolment_move
      WHERE enrolment = ? ORDER BY position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return EnrolmentMove(
        from: reader.optionalString().flatMap(Enrolment.State.init(rawValue:)),
        to: try reader.choice(), movedAt: Timestamp(milliseconds: reader.int64()),
        actor: reader.string(), reason: reader.safe())
    }
  }

  /// Projections of registrations that do not agree with the records they come from.
  static func disagreements(on connection: any SQLConnection) throws -> [String] {
    let counts = try connection.rows(
      """
      SELECT 1 FROM (SELECT scope, state, COUNT(*) AS n FROM enrolment WHERE deleted = 0
        GROUP BY scope, state) e
      FULL OUTER JOIN (SELECT scope, state, n FROM enrolment_count WHERE n <> 0) c
        ON c.scope = e.scope AND c.state = e.state
      WHERE COALESCE(e.n, 0) <> COALESCE(c.n, 0)
      """
    ) { _ in true }
    let states = try connection.rows(
      """
      SELECT e.name FROM enrolment e JOIN enrolment_move m ON m.enrolment = e.id
      WHERE e.deleted = 0 AND m.position = (SELECT MAX(position) FROM enrolment_move x
        WHERE x.enrolment = e.id) AND m.to_state <> e.state
      """
    ) { "enrolment " + $0.text(0) }
    let marks = try connection.rows(
      """
      SELECT 1 FROM attendance_record r LEFT JOIN attendance a
        ON a.session = r.session AND a.enrolment = r.enrolment
      WHERE r.position = (SELECT MAX(position) FROM attendance_record x
        WHERE x.session = r.session AND x.enrolment = r.enrolment)
        AND (COALESCE(a.mark, '') <> COALESCE(r.mark, '')
          OR COALESCE(a.missed, 0) <> r.missed)
      """
    ) { _ in true }
    return (counts.isEmpty ? [] : ["enrolment_count"]) + states
      + (marks.isEmpty ? [] : ["attendance"])
  }

  /// Makes the projections anew from the records.
  static func rebuild(on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM enrolment_count")
    try connection.execute(
      """
      INSERT INTO enrolment_count (scope, state, n)
      SELECT scope, state, COUNT(*) FROM enrolment WHERE deleted = 0 GROUP BY scope, state
      """)
    try connection.execute("DELETE FROM attendance")
    try connection.execute(
      """
      INSERT INTO attendance (session, enrolment, mark, missed)
      SELECT r.session, r.enrolment, r.mark, r.missed FROM attendance_record r
      WHERE r.mark IS NOT NULL AND r.position = (SELECT MAX(position) FROM attendance_record x
        WHERE x.session = r.session AND x.enrolment = r.enrolment)
      """)
  }
}
