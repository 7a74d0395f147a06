import Incubation

/// The verbs that plan courses and sessions, inside a transaction.
struct TrainingWriting {
  let context: WriteContext
  var connection: any SQLConnection { context.connection }

  /// Kinds of records of courses in the record of changes.
  enum Entity: String {
    case course
    case session = "course-session"
    case sessions = "course-sessions"
    case venue
    case enrolment, enrolments, attendance, certificate
    case feedback = "course-feedback"
    case batch = "training-batch"
    case trainer
  }

  func record(
    _ kind: ChangeSummary.Kind, action: ChangeSummary.Kind? = nil, _ entity: Entity,
    _ id: [UInt8], title: SafeText, before: [String: JSONValue] = [:],
    after: [String: JSONValue] = [:], reason: SafeText = .empty, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.touch(.training)
    let event = try context.record(
      WriteContext.Entry(
        kind: kind, action: action ?? kind, entity: entity.rawValue, entityID: id, before: before,
        after: after, reason: reason, undoes: undoes))
    return ChangeReceipt(
      event: event, summary: ChangeSummary(kind: action ?? kind, title: title))
  }

  /// Somebody else changed it since it was read.
  func conflict(_ title: SafeText, _ id: [UInt8], now: Int, expected: Int) throws -> StorageError {
    let last = try connection.first(
      "SELECT actor, recorded_at FROM event WHERE entity_id = ? ORDER BY number DESC LIMIT 1",
      [.blob(id)]
    ) { ($0.text(0), Timestamp(milliseconds: $0.integer(1))) }
    return .conflict(
      Conflict(
        title: title.string, changedBy: last?.0 ?? "", changedAt: last?.1 ?? context.now,
        currentVersion: now, expectedVersion: expected, differences: []))
  }

  /// Does what the rules decide, with their refusal as an error of storage.
  static func ruled<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as TrainingRefusal {
      throw StorageError.trainingRefused(refusal)
    }
  }

  // MARK: Courses

  func locked(_ id: Identifier<Course>, deletedToo: Bool = false) throws -> Course {
    try context.lockRow("SELECT 1 FROM course WHERE id = ? FOR UPDATE", .id(id))
    return try TrainingReading.course(id, deletedToo: deletedToo, on: connection)
  }

  func create(_ content: CourseContent) throws -> (id: Identifier<Course>, receipt: ChangeReceipt) {
    try context.require(.editTraining)
    let course = Course(
      id: context.newID(), code: try nextCode(),
      content: try Self.ruled { try content.checked() }, status: .planned, version: 1)
    try insert(course)
    let receipt = try record(
      .created, .course, course.id.bytes, title: content.title,
      after: TrainingColumns.fields(content))
    return (course.id, receipt)
  }

  func insert(_ course: Course) throws {
    try connection.execute(
      """
      INSERT INTO course (id, code, code_key, title, title_key, title_sort, kind, content_item,
        status, body, deleted, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
      """,
      [.id(course.id), .text(course.code), .text(TextFolding.fold(course.code.string))]
        + Self.derived(course.content)
        + [
          .text(course.status.rawValue),
          .text(CanonicalJSON.write(TrainingColumns.fields(course.content))),
          .integer(course.version),
        ])
  }

  private static func derived(_ content: CourseContent) -> [SQLValue] {
    [
      .text(content.title), .text(TextFolding.fold(content.title.string)),
      .text(VietnameseCollation.key(content.title.string)), .text(content.kind.rawValue),
      .text(content.contentItem),
    ]
  }

  /// "KH-0007": numbers of courses are counted up and never given twice.
  private func nextCode() throws -> SafeText {
    VentureCodes.code("KH", try Self.nextNumber(of: "course", on: connection))
  }

  static func nextNumber(of counter: String, on connection: any SQLConnection) throws -> Int {
    try connection.rows(
      """
      INSERT INTO code_counter (prefix, last) VALUES (?, 1)
      ON CONFLICT (prefix) DO UPDATE SET last = code_counter.last + 1 RETURNING last
      """, [.text(counter)]
    ) { Int($0.integer(0)) }[0]
  }

  func update(
    _ id: Identifier<Course>, to content: CourseContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(
        current.content.title, id.bytes, now: current.version, expected: ifVersion)
    }
    return try write(try Self.ruled { try content.checked() }, over: current, kind: .edited)
  }

  func write(
    _ content: CourseContent, over current: Course, kind: ChangeSummary.Kind,
    undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try connection.execute(
      """
      UPDATE course SET title = ?, title_key = ?, title_sort = ?, kind = ?, content_item = ?,
        body = ?, version = version + 1 WHERE id = ?
      """,
      Self.derived(content)
        + [.text(CanonicalJSON.write(TrainingColumns.fields(content))), .id(current.id)])
    return try record(
      kind, action: .edited, .course, current.id.bytes, title: content.title,
      before: TrainingColumns.fields(current.content), after: TrainingColumns.fields(content),
      undoes: undoes)
  }

  func setStatus(
    _ status: Course.Status, of id: Identifier<Course>, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(
        current.content.title, id.bytes, now: current.version, expected: ifVersion)
    }
    return try write(status, over: current, kind: .moved)
  }

  func write(
    _ status: Course.Status, over current: Course, kind: ChangeSummary.Kind, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try connection.execute(
      "UPDATE course SET status = ?, version = version + 1 WHERE id = ?",
      [.text(status.rawValue), .id(current.id)])
    // Calendars hear of a course that is called off through its sessions.
    if (status == .cancelled) != (current.status == .cancelled) {
      try connection.execute(
        """
        UPDATE course_session SET cancelled = ?, sequence = sequence + 1, changed_at = ?,
          version = version + 1 WHERE course = ? AND start_minute >= ? AND deleted = 0
        """,
        [
          .integer(status == .cancelled ? 1 : 0), .integer(context.now.milliseconds),
          .id(current.id), .integer(LocalMoment(context.now).minutes),
        ])
    }
    return try record(
      kind, action: .moved, .course, current.id.bytes, title: current.content.title,
      before: ["status": .string(current.status.rawValue)],
      after: ["status": .string(status.rawValue)], undoes: undoes)
  }

  func delete(_ id: Identifier<Course>, ifVersion: Int) throws -> ChangeReceipt {
    try context.require(.editTraining)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(
        current.content.title, id.bytes, now: current.version, expected: ifVersion)
    }
    let isUsed = try connection.first(
      "SELECT 1 FROM enrolment WHERE course = ? AND deleted = 0", [.id(id)]
    ) { _ in true }
    if isUsed != nil { throw StorageError.trainingRefused(.inUse) }
    return try setDeleted(true, current, kind: .deleted, action: .deleted)
  }

  func setDeleted(
    _ isDeleted: Bool, _ current: Course, kind: ChangeSummary.Kind, action: ChangeSummary.Kind,
    undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try connection.execute(
      "UPDATE course SET deleted = ?, version = version + 1 WHERE id = ?",
      [.integer(isDeleted ? 1 : 0), .id(current.id)])
    try connection.execute(
      "UPDATE course_session SET sequence = sequence + 1, changed_at = ? WHERE course = ?",
      [.integer(context.now.milliseconds), .id(current.id)])
    return try record(
      kind, action: action, .course, current.id.bytes, title: current.content.title,
      before: ["deleted": .bool(!isDeleted)], after: ["deleted": .bool(isDeleted)],
      undoes: undoes)
  }

  // MARK: Halls and trainers

  func addVenue(
    _ name: SafeText, address: SafeText, capacity: Int
  ) throws -> (id: Identifier<Venue>, receipt: ChangeReceipt) {
    try context.require(.editTraining)
    if name.isBlank { throw StorageError.trainingRefused(.nameMissing) }
    guard capacity > 0 else { throw StorageError.trainingRefused(.noCapacity(capacity)) }
    let key = TextFolding.fold(name.string)
    let isTaken = try connection.first("SELECT 1 FROM venue WHERE name_key = ?", [.text(key)]) {
      _ in true
    }
    if isTaken != nil { throw StorageError.duplicate(name.string) }
    let id = context.newID(Venue.self)
    try connection.execute(
      """
      INSERT INTO venue (id, name, name_key, address, capacity, version)
      VALUES (?, ?, ?, ?, ?, 1)
      """, [.id(id), .text(name), .text(key), .text(address), .integer(capacity)])
    let receipt = try record(
      .created, .venue, id.bytes, title: name,
      after: ["name": .string(name.string), "capacity": .integer(Int64(capacity))])
    return (id, receipt)
  }

  func addTrainer(
    _ trainer: Registrant
  ) throws -> (id: Identifier<Person>, receipt: ChangeReceipt) {
    try context.require(.editTraining)
    if trainer.name.isBlank { throw StorageError.trainingRefused(.nameMissing) }
    let id = try EnrolmentWriting(context).person(trainer, role: .trainer)
    let receipt = try record(.created, .trainer, id.bytes, title: trainer.name)
    return (id, receipt)
  }
}
