import Incubation

/// Takes back a change by adding one that cancels it.
struct VentureUndo {
  let writing: VentureWriting
  private var context: WriteContext { writing.context }
  private var connection: any SQLConnection { writing.connection }

  /// An event as undo needs it.
  private struct Recorded {
    var number: Int64
    var kind: ChangeSummary.Kind
    var action: ChangeSummary.Kind
    var venture: Identifier<Venture>
    var before: [String: JSONValue]
    var after: [String: JSONValue]
  }

  func undo(_ number: Int64) throws -> ChangeReceipt {
    let event = try recorded(number)
    try context.require(Self.permission(for: event.action))
    let current = try venture(event)
    try refuseWhenChangedSince(event, current)
    let kind: ChangeSummary.Kind = event.kind == .undone ? .redone : .undone
    switch event.action {
    case .created: return try toggleDeleted(current, event, kind)
    case .deleted: return try toggleDeleted(current, event, kind)
    case .edited: return try restoreContent(current, event, kind)
    case .moved: return try cancelMove(current, event, kind)
    case .noted: return try toggleNote(current, event, kind)
    case .evidence: return try restoreEvidence(current, event, kind)
    default: throw StorageError.notFound(entity: "event")
    }
  }

  private static func permission(for action: ChangeSummary.Kind) -> Permission {
    switch action {
    case .moved: return .moveVentures
    case .deleted: return .deleteVentures
    default: return .editVentures
    }
  }

  private func recorded(_ number: Int64) throws -> Recorded {
    let found = try connection.first(
      """
      SELECT kind, action, entity_id, before_json, after_json FROM event
      WHERE number = ? AND entity = 'venture'
      """, [.integer(number)]
    ) { row in
      var reader = RowReader(row)
      return Recorded(
        number: number, kind: try reader.choice(), action: try reader.choice(),
        venture: try reader.id(), before: try Self.fields(reader.string()),
        after: try Self.fields(reader.string()))
    }
    guard let found else { throw StorageError.notFound(entity: "event") }
    return found
  }

  private static func fields(_ json: String) throws -> [String: JSONValue] {
    json.isEmpty ? [:] : try CanonicalJSON.read(json)
  }

  /// The venture, deleted or not.
  private func venture(_ event: Recorded) throws -> Venture {
    try context.lockRow("SELECT 1 FROM venture WHERE id = ? FOR UPDATE", .id(event.venture))
    let columns = (VentureColumns.head + VentureColumns.content).joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM venture WHERE id = ?", [.id(event.venture)], VentureColumns.venture)
    guard let found else { throw StorageError.notFound(entity: "venture") }
    return found
  }

  /// Only the latest change that still counts can be taken back: an undone pair does not count.
  private func refuseWhenChangedSince(_ event: Recorded, _ current: Venture) throws {
    let later = try connection.rows(
      "SELECT number, undoes FROM event WHERE entity_id = ? AND number >= ? ORDER BY number",
      [.id(event.venture), .integer(event.number)]
    ) { ($0.integer(0), $0.isNull(1) ? nil : $0.integer(1)) }
    var standing: [Int64] = []
    for (number, undoes) in later {
      // A change and the one that cancels it leave nothing behind.
      if let undoes, let index = standing.firstIndex(of: undoes) {
        standing.remove(at: index)
      } else {
        standing.append(number)
      }
    }
    guard standing.last == event.number else {
      throw try writing.conflict(
        current, expected: current.version, mine: nil, base: nil)
    }
  }

  private func toggleDeleted(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    let isDeleted =
      try connection.first("SELECT deleted FROM venture WHERE id = ?", [.id(current.id)]) {
        $0.integer(0) == 1
      } ?? false
    try writing.setDeleted(!isDeleted, current)
    return try receipt(current, event, kind)
  }

  private func restoreContent(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    if let team = try writing.restoreTeam(event.before, of: current) {
      return try writing.record(
        kind, current, action: .edited, before: event.after, after: team, undoes: event.number)
    }
    var fields = current.content.canonicalFields()
    for key in Set(event.before.keys).union(event.after.keys) { fields[key] = event.before[key] }
    let content = try VentureContent(canonicalFields: fields)
    return try writing.write(
      content, over: current, kind: kind, action: .edited, undoes: event.number)
  }

  private func cancelMove(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    let moves = try VentureReading.moves(of: current.id, on: connection)
    guard case .string(let text)? = event.after["move"],
      let made = moves.first(where: { $0.id.description == text })
    else { throw StorageError.notFound(entity: "move") }
    let pipeline = try CatalogueReading.pipeline(current.position.pipeline, on: connection)
    var move = made
    if made.kind == .cancelled {
      // Redo: the cancelled move is made once more, as a new record.
      guard let original = moves.first(where: { $0.id == made.cancels }) else {
        throw StorageError.notFound(entity: "move")
      }
      move = original
    } else {
      move.kind = .cancelled
      move.from = current.position.stage
      move.to = made.from ?? made.to
      move.cancels = made.id
    }
    move.id = context.newID()
    move.movedAt = context.now
    move.actor = context.session.user.login
    return try writing.append(move, to: current, in: pipeline, kind: kind, undoes: event.number)
  }

  private func toggleNote(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    let fields = event.after.isEmpty ? event.before : event.after
    guard case .string(let text)? = fields["note"], let note = Identifier<Note>(text) else {
      throw StorageError.notFound(entity: "note")
    }
    try connection.execute(
      "UPDATE venture_note SET cancelled = 1 - cancelled WHERE id = ?", [.id(note)])
    return try receipt(current, event, kind)
  }

  private func restoreEvidence(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    guard case .string(let code)? = event.before["code"] ?? event.after["code"] else {
      throw StorageError.notFound(entity: "evidence")
    }
    if case .integer(let day)? = event.before["day"],
      case .string(let reference)? = event.before["reference"]
    {
      let evidence = Evidence(
        code: code, recordedOn: LocalDate(dayNumber: Int(day)),
        reference: SafeText(escaping: reference))
      try writing.store(evidence, for: current.id)
    } else {
      try connection.execute(
        "DELETE FROM venture_evidence WHERE venture = ? AND code = ?",
        [.id(current.id), .text(code)])
    }
    try writing.raiseVersion(current.id)
    return try receipt(current, event, kind)
  }

  private func receipt(
    _ current: Venture, _ event: Recorded, _ kind: ChangeSummary.Kind
  ) throws -> ChangeReceipt {
    try writing.record(
      kind, current, action: event.action, before: event.after, after: event.before,
      undoes: event.number)
  }
}
