import Incubation

/// Puts imports of sessions in and takes them back, inside a transaction.
struct TrainingBatchWriting {
  let planning: TrainingWriting
  private var context: WriteContext { planning.context }
  private var connection: any SQLConnection { context.connection }

  init(_ context: WriteContext) { planning = TrainingWriting(context: context) }

  func publish(_ batch: TrainingBatch) throws -> ChangeReceipt {
    try context.require(.importData)
    try context.require(.editTraining)
    try planning.lockPlanning()
    let number = try TrainingWriting.nextNumber(of: "training-batch", on: connection)
    var items: [[SQLValue]] = []
    func add(_ kind: String, _ id: [UInt8], _ version: Int, _ before: String) {
      items.append([
        .integer(number), .integer(items.count), .text(kind), .blob(id), .integer(version),
        .text(before),
      ])
    }
    let courses = try batch.courses.map { content in
      let made = try planning.create(content).id
      add("course", made.bytes, 1, "")
      return made
    }
    var halls = Halls(planning)
    for new in batch.new {
      let course: Identifier<Course>
      switch new.course {
      case .existing(let id): course = id
      case .new(let index): course = courses[index]
      }
      let id = context.newID(CourseSession.self)
      try planning.insert(
        CourseSession(
          id: id, course: course, content: try halls.settled(new),
          uid: new.uid.isBlank ? CourseSession.uid(of: id) : new.uid,
          sequence: max(new.sequence, try releaseUID(new.uid)),
          isCancelled: new.isCancelled, changedAt: context.now))
      add("session", id.bytes, 1, "")
    }
    for update in batch.updates {
      let current = try planning.lockedSession(update.id)
      guard current.version == update.ifVersion else {
        throw try planning.conflict(
          current.content.topic, update.id.bytes, now: current.version,
          expected: update.ifVersion)
      }
      _ = try planning.write(
        try halls.settled(update.session, over: current.content),
        isCancelled: update.session.isCancelled, over: current, kind: .edited,
        sequence: update.session.sequence)
      let before = TrainingColumns.fields(current.content, isCancelled: current.isCancelled)
      add("update", update.id.bytes, current.version + 1, CanonicalJSON.write(before))
    }
    try store(batch, number, items)
    return try planning.record(
      .imported, .batch, Array("training \(number)".utf8), title: batch.fileName,
      after: ["batch": .integer(Int64(number))])
  }

  /// A session that was taken away gives its identity to the one that comes in its place. Returns
  /// the sequence that the new one begins with, so that calendars take it over.
  private func releaseUID(_ uid: SafeText) throws -> Int {
    let earlier = try connection.first(
      """
      SELECT s.id, s.sequence, s.deleted + c.deleted FROM course_session s
      JOIN course c ON c.id = s.course WHERE s.uid = ?
      """, [.text(uid)]
    ) { (Identifier<CourseSession>(bytes: $0.blob(0)), Int($0.integer(1)), $0.integer(2) > 0) }
    guard let earlier, let id = earlier.0 else { return 0 }
    // Somebody else imported the same since the plan was made.
    guard earlier.2 else { throw StorageError.duplicate(uid.string) }
    try connection.execute(
      "UPDATE course_session SET uid = ? WHERE id = ?",
      [.text(CourseSession.uid(of: id)), .id(id)])
    return earlier.1 + 1
  }

  private func store(_ batch: TrainingBatch, _ number: Int, _ items: [[SQLValue]]) throws {
    try connection.execute(
      """
      INSERT INTO training_batch (number, file_name, imported_at, actor, created, updated,
        refused, undone) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .integer(number), .text(batch.fileName), .integer(context.now.milliseconds),
        .text(context.session.user.login), .integer(batch.new.count),
        .integer(batch.updates.count), .integer(batch.refused),
      ])
    try connection.executeMany(
      """
      INSERT INTO training_batch_item (batch, position, kind, record, version, before_json)
      VALUES (?, ?, ?, ?, ?, ?)
      """, items)
  }

  /// Takes an import back whole: what was changed since then, or has people by now, keeps all of
  /// it.
  func undo(_ event: TrainingUndo.Recorded) throws -> ChangeReceipt {
    guard event.kind == .imported, let number = BodyReader(event.after).int("batch") else {
      throw StorageError.importNotRedoable
    }
    let items = try connection.rows(
      """
      SELECT kind, record, version, before_json FROM training_batch_item
      WHERE batch = ? ORDER BY position DESC
      """, [.integer(number)]
    ) { (kind: $0.text(0), id: $0.blob(1), version: Int($0.integer(2)), before: $0.text(3)) }
    for item in items where item.kind != "course" {
      guard let id = Identifier<CourseSession>(bytes: item.id) else { continue }
      let session = try planning.lockedSession(id)
      let isUsed = try connection.first(
        "SELECT 1 FROM attendance WHERE session = ?", [.id(id)]
      ) { _ in true }
      guard session.version == item.version, isUsed == nil else {
        throw StorageError.trainingRefused(.notUndoable)
      }
      if item.kind == "session" {
        try planning.setRemoved(true, [id])
      } else {
        let fields = try CanonicalJSON.read(item.before)
        _ = try planning.write(
          TrainingColumns.session(fields),
          isCancelled: BodyReader(fields).flag("cancelled"), over: session, kind: .edited)
      }
    }
    for item in items where item.kind == "course" {
      guard let id = Identifier<Course>(bytes: item.id) else { continue }
      let course = try planning.locked(id)
      _ = try planning.delete(id, ifVersion: course.version)
    }
    try connection.execute(
      "UPDATE training_batch SET undone = 1 WHERE number = ?", [.integer(number)])
    return try planning.record(
      .undone, action: .imported, .batch, event.id,
      title: SafeText(escaping: "#\(number)"), before: event.after, undoes: event.number)
  }

  /// Halls and trainers by the names of a file.
  private struct Halls {
    private let planning: TrainingWriting
    private var venues: [String: Identifier<Venue>]?
    private var trainers: [String: Identifier<Person>]?

    init(_ planning: TrainingWriting) { self.planning = planning }

    /// The content with its hall and trainers. A hall that is not known is noted with the
    /// materials: nobody knows how many it holds.
    mutating func settled(
      _ new: TrainingBatch.NewSession, over old: SessionContent? = nil
    ) throws -> SessionContent {
      var content = new.content
      if let old {
        content.trainers = old.trainers
        content.capacity = content.capacity ?? old.capacity
        content.venue = old.venue
      }
      if !new.venue.isBlank { content.venue = try venue(new.venue) }
      if content.venue == nil, !new.venue.isBlank {
        let parts = [content.materials.string, new.venue.string].filter { !$0.isEmpty }
        content.materials = SafeText(escaping: parts.joined(separator: " · "))
      }
      if !new.trainers.isEmpty { content.trainers = try new.trainers.map { try trainer($0) } }
      return content
    }

    private mutating func venue(_ name: SafeText) throws -> Identifier<Venue>? {
      let known =
        try venues
        ?? Dictionary(
          DirectoryReading.venues(on: planning.connection)
            .map { (TextFolding.fold($0.name.string), $0.id) },
          uniquingKeysWith: { first, _ in first })
      venues = known
      return known[TextFolding.fold(name.string)]
    }

    private mutating func trainer(_ name: SafeText) throws -> Identifier<Person> {
      var known =
        try trainers
        ?? Dictionary(
          DirectoryReading.trainers(on: planning.connection)
            .map { (TextFolding.fold($0.fullName.string), $0.id) },
          uniquingKeysWith: { first, _ in first })
      let key = TextFolding.fold(name.string)
      let id = try known[key] ?? planning.addTrainer(Registrant(name)).id
      known[key] = id
      trainers = known
      return id
    }
  }
}
