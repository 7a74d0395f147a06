import Incubation

/// Takes back a change of courses by adding one that cancels it.
struct TrainingUndo {
  let context: WriteContext
  private var connection: any SQLConnection { context.connection }
  private var planning: TrainingWriting { TrainingWriting(context: context) }

  /// An event as undo needs it.
  struct Recorded {
    var number: Int64
    var kind: ChangeSummary.Kind
    var action: ChangeSummary.Kind
    var entity: TrainingWriting.Entity
    var id: [UInt8]
    var before: [String: JSONValue]
    var after: [String: JSONValue]

    /// The kind of the event that takes it back.
    var back: ChangeSummary.Kind { kind == .undone ? .redone : .undone }
  }

  /// Nil when the event is about something else than courses.
  func undo(_ number: Int64) throws -> ChangeReceipt? {
    guard let event = try recorded(number) else { return nil }
    try context.require(event.entity == .batch ? .importData : .editTraining)
    try refuseWhenChangedSince(event)
    switch event.entity {
    case .course: return try undoCourse(event)
    case .session: return try undoSession(event)
    case .sessions: return try undoSessions(event)
    case .enrolment: return try undoEnrolment(event)
    case .enrolments: return try undoRegistration(event)
    case .attendance: return try undoAttendance(event)
    case .batch: return try TrainingBatchWriting(context).undo(event)
    case .certificate, .feedback, .venue, .trainer:
      throw StorageError.trainingRefused(.notUndoable)
    }
  }

  private func recorded(_ number: Int64) throws -> Recorded? {
    try connection.first(
      """
      SELECT kind, action, entity, entity_id, before_json, after_json FROM event WHERE number = ?
      """, [.integer(number)]
    ) { row -> Recorded? in
      guard let entity = TrainingWriting.Entity(rawValue: row.text(2)),
        let kind = ChangeSummary.Kind(rawValue: row.text(0)),
        let action = ChangeSummary.Kind(rawValue: row.text(1))
      else { return nil }
      return Recorded(
        number: number, kind: kind, action: action, entity: entity, id: row.blob(3),
        before: try CanonicalJSON.read(row.text(4)), after: try CanonicalJSON.read(row.text(5)))
    } ?? nil
  }

  /// Only the latest change of a record that still counts can be taken back.
  private func refuseWhenChangedSince(_ event: Recorded) throws {
    let later = try connection.rows(
      """
      SELECT number, undoes FROM event
      WHERE entity_id = ? AND entity = ? AND number >= ? ORDER BY number
      """, [.blob(event.id), .text(event.entity.rawValue), .integer(event.number)]
    ) { ($0.integer(0), $0.isNull(1) ? nil : $0.integer(1)) }
    var standing: [Int64] = []
    for (number, undoes) in later {
      if let undoes, let index = standing.firstIndex(of: undoes) {
        standing.remove(at: index)
      } else {
        standing.append(number)
      }
    }
    guard standing.last == event.number else {
      throw StorageError.trainingRefused(.notUndoable)
    }
  }

  private func identifier<Entity>(_ bytes: [UInt8]) throws -> Identifier<Entity> {
    guard let id = Identifier<Entity>(bytes: bytes) else {
      throw StorageError.notFound(entity: "event")
    }
    return id
  }

  private func undoCourse(_ event: Recorded) throws -> ChangeReceipt {
    let course = try planning.locked(identifier(event.id), deletedToo: true)
    switch event.action {
    case .edited:
      return try planning.write(
        TrainingColumns.course(event.before), over: course, kind: event.back,
        undoes: event.number)
    case .moved:
      let status: Course.Status = try BodyReader(event.before).choice("status")
      return try planning.write(status, over: course, kind: event.back, undoes: event.number)
    default:
      let isGone =
        try connection.first("SELECT deleted FROM course WHERE id = ?", [.id(course.id)]) {
          $0.integer(0) == 1
        } ?? false
      let isUsed = try connection.first(
        "SELECT 1 FROM enrolment WHERE course = ? AND deleted = 0", [.id(course.id)]
      ) { _ in true }
      if !isGone, isUsed != nil { throw StorageError.trainingRefused(.inUse) }
      return try planning.setDeleted(
        !isGone, course, kind: event.back, action: event.action, undoes: event.number)
    }
  }

  private func undoSession(_ event: Recorded) throws -> ChangeReceipt {
    let session = try planning.lockedSession(identifier(event.id))
    return try planning.write(
      TrainingColumns.session(event.before),
      isCancelled: BodyReader(event.before).flag("cancelled"), over: session, kind: event.back,
      undoes: event.number)
  }

  /// Sessions of which attendance was taken stay.
  private func undoSessions(_ event: Recorded) throws -> ChangeReceipt {
    let fields = event.after.isEmpty ? event.before : event.after
    let ids = BodyReader(fields).texts("sessions")
      .compactMap { Identifier<CourseSession>($0) }
    let isRemoved = !event.after.isEmpty
    for id in ids where isRemoved {
      let isUsed = try connection.first(
        "SELECT 1 FROM attendance WHERE session = ?", [.id(id)]
      ) { _ in true }
      if isUsed != nil { throw StorageError.trainingRefused(.inUse) }
    }
    try planning.setRemoved(isRemoved, ids)
    let first = try planning.lockedSession(identifier(event.id))
    let course = try TrainingReading.course(first.course, deletedToo: true, on: connection)
    return try planning.record(
      event.back, action: event.action, .sessions, event.id,
      title: planning.title(first.content, course), before: event.after, after: event.before,
      undoes: event.number)
  }

  private func undoEnrolment(_ event: Recorded) throws -> ChangeReceipt {
    let id: Identifier<Enrolment> = try identifier(event.id)
    let people = EnrolmentWriting(context)
    let read = try EnrolmentReading.enrolment(id, on: connection)
    var desk = try people.desk(read.course, read.session)
    let current = try EnrolmentReading.enrolment(id, on: connection)
    guard event.action == .moved else {
      let fields = BodyReader(event.before)
      return try ResultWriting(context).write(
        fields.int("score"), fields.flag("feedback"), over: current, kind: event.back,
        undoes: event.number)
    }
    let state: Enrolment.State = try BodyReader(event.before).choice("state")
    guard BodyReader(event.after).text("state") == current.state.rawValue else {
      throw StorageError.trainingRefused(.notUndoable)
    }
    try people.store(state, .empty, current, &desk)
    return try planning.record(
      event.back, action: .moved, .enrolment, event.id, title: current.name,
      before: event.after, after: event.before, undoes: event.number)
  }

  /// Registrations that went on meanwhile stay as they are: then nothing is taken back.
  private func undoRegistration(_ event: Recorded) throws -> ChangeReceipt {
    let fields = event.after.isEmpty ? event.before : event.after
    let ids = BodyReader(fields).texts("enrolments").compactMap { Identifier<Enrolment>($0) }
    guard !ids.isEmpty, let first = ids.first else {
      throw StorageError.trainingRefused(.notUndoable)
    }
    if event.after.isEmpty { throw StorageError.trainingRefused(.notUndoable) }
    let people = EnrolmentWriting(context)
    let read = try EnrolmentReading.enrolment(first, on: connection)
    var desk = try people.desk(read.course, read.session)
    for id in ids {
      let current = try EnrolmentReading.enrolment(id, on: connection)
      guard current.state == .registered || current.state == .waiting else {
        throw StorageError.trainingRefused(.notUndoable)
      }
      try people.store(.cancelled, .empty, current, &desk)
    }
    try people.offer(&desk)
    return try planning.record(
      event.back, action: event.action, .enrolments, event.id, title: read.name,
      before: event.after, after: event.before, undoes: event.number)
  }

  private func undoAttendance(_ event: Recorded) throws -> ChangeReceipt {
    let session = try planning.lockedSession(identifier(event.id))
    try ResultWriting(context).restore(
      BodyReader(event.before).texts("marks"), in: session.id)
    let course = try TrainingReading.course(session.course, on: connection)
    return try planning.record(
      event.back, action: event.action, .attendance, event.id,
      title: planning.title(session.content, course), before: event.after, after: event.before,
      undoes: event.number)
  }
}
