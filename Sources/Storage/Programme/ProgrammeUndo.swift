import Incubation

/// Takes back a change of agreements, tasks, money or connections by adding one that cancels it.
struct ProgrammeUndo {
  let context: WriteContext
  private var connection: any SQLConnection { context.connection }
  private var writing: ProgrammeWriting { ProgrammeWriting(context: context) }

  private struct Recorded {
    var number: Int64
    var kind: ChangeSummary.Kind
    var action: ChangeSummary.Kind
    var record: ProgrammeRow.Kind
    var id: [UInt8]
    var before: [String: JSONValue]
    var after: [String: JSONValue]

    var back: ChangeSummary.Kind { kind == .undone ? .redone : .undone }
  }

  /// Nil when the event is about something else.
  func undo(_ number: Int64) throws -> ChangeReceipt? {
    guard let event = try recorded(number) else { return nil }
    try context.require(.editProgramme)
    let row = try writing.locked(event.id, event.record, deletedToo: true)
    try refuseWhenChangedSince(event)
    switch event.action {
    case .edited:
      return try writing.write(
        row.restored(event.before), over: row, kind: event.back, undoes: event.number)
    case .moved: return try toggleFact(event, row)
    default: return try toggleDeleted(event, row)
    }
  }

  private func recorded(_ number: Int64) throws -> Recorded? {
    try connection.first(
      """
      SELECT kind, action, entity, entity_id, before_json, after_json FROM event WHERE number = ?
      """, [.integer(number)]
    ) { row -> Recorded? in
      let entity = row.text(2)
      guard entity.hasPrefix("programme-"),
        let record = ProgrammeRow.Kind(rawValue: String(entity.dropFirst(10))),
        let kind = ChangeSummary.Kind(rawValue: row.text(0)),
        let action = ChangeSummary.Kind(rawValue: row.text(1))
      else { return nil }
      return Recorded(
        number: number, kind: kind, action: action, record: record, id: row.blob(3),
        before: try CanonicalJSON.read(row.text(4)), after: try CanonicalJSON.read(row.text(5)))
    } ?? nil
  }

  /// Only the latest change of a record that still counts can be taken back.
  private func refuseWhenChangedSince(_ event: Recorded) throws {
    let later = try connection.rows(
      "SELECT number, undoes FROM event WHERE entity_id = ? AND number >= ? ORDER BY number",
      [.blob(event.id), .integer(event.number)]
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
      throw StorageError.programmeRefused(.notUndoable)
    }
  }

  private func toggleDeleted(_ event: Recorded, _ row: ProgrammeRow) throws -> ChangeReceipt {
    let isGone = try connection.first(
      "SELECT 1 FROM programme_record WHERE id = ? AND deleted_at IS NOT NULL", [.blob(row.id)]
    ) { _ in true }
    if isGone == nil {
      let others = try connection.first(
        """
        SELECT 1 FROM programme_record WHERE deleted_at IS NULL AND (parent = ? OR task = ?)
        """, [.blob(row.id), .blob(row.id)]
      ) { _ in true }
      if others != nil { throw StorageError.programmeRefused(.notUndoable) }
    } else if row.kind == .commitment {
      let money = MoneyWriting(context)
      for fact in try ProgrammeReading.facts(of: row.id, .money, on: connection)
      where !fact.isCancelled {
        try money.checkRestoring(fact, of: row)
      }
    }
    try connection.execute(
      "UPDATE programme_record SET deleted_at = ?, version = version + 1 WHERE id = ?",
      [isGone == nil ? .integer(context.now.milliseconds) : .null, .blob(row.id)])
    return try writing.record(
      event.back, action: event.action, row, before: event.after, after: event.before,
      undoes: event.number)
  }

  /// A fact that counts is cancelled; one that was cancelled happens again, under its old day.
  private func toggleFact(_ event: Recorded, _ row: ProgrammeRow) throws -> ChangeReceipt {
    let text = BodyReader(event.after).text("fact") ?? BodyReader(event.before).text("fact")
    let columns = FactRow.columns.joined(separator: ", ")
    guard let id = text.flatMap({ Identifier<TaskMove>($0) }),
      var fact = try connection.first(
        "SELECT \(columns) FROM programme_fact f WHERE f.id = ?", [.id(id)], FactRow.init)
    else { throw StorageError.notFound(entity: "event") }
    let money = MoneyWriting(context)
    if fact.isCancelled {
      if fact.kind == .money { try money.checkRestoring(fact, of: row) }
      fact.id = context.newID(TaskMove.self).bytes
      fact.isCancelled = false
      fact.position = try ProgrammeReading.nextPosition(of: row.id, on: connection)
      fact.recordedAt = context.now
      fact.actor = context.session.user.login
      try connection.execute(FactRow.insert, fact.values)
    } else {
      if fact.kind == .money { try money.checkCancelling(fact, of: row) }
      try connection.execute(
        "UPDATE programme_fact SET cancelled_at = ?, cancelled_by = ? WHERE id = ?",
        [
          .integer(context.now.milliseconds), .text(context.session.user.login), .blob(fact.id),
        ])
    }
    try connection.execute(ProgrammeRow.update, try projected(row).updating)
    let now: Identifier<TaskMove> = try FactRow.identifier(fact.id)
    return try writing.record(
      event.back, action: .moved, row, before: event.after,
      after: ["fact": .string(now.description)], undoes: event.number)
  }

  private func projected(_ row: ProgrammeRow) throws -> ProgrammeRow {
    switch row.kind {
    case .task: return try TaskWriting(context).projected(row)
    case .connection: return try PartnershipWriting(context).projected(row)
    case .application:
      var row = row
      let last = try ProgrammeReading.facts(of: row.id, .decision, on: connection)
        .last { !$0.isCancelled }
      row.state = last?.state ?? FundingApplication.State.submitted.rawValue
      row.since = last?.day
      return row
    default: return row
    }
  }
}
