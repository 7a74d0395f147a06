import Incubation

/// Stage moves: asked for by people, and cancelled by undo.
extension VentureWriting {
  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.moveVentures)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(current, expected: ifVersion, mine: nil, base: nil)
    }
    let pipeline = try CatalogueReading.pipeline(current.position.pipeline, on: connection)
    let evidence = try VentureReading.evidence(of: id, on: connection)
    let plan: StageRules.Plan
    do {
      plan = try StageRules.plan(
        request, for: current.content, evidence: evidence, at: current.position,
        in: pipeline, reason: reason)
    } catch {
      throw StorageError.moveRefused(error)
    }
    let move = StageMove(
      id: context.newID(), venture: id, kind: plan.kind, from: plan.from, to: plan.to,
      movedAt: context.now, actor: context.session.user.login, reason: reason)
    return try append(move, to: current, in: pipeline, kind: .moved, undoes: nil)
  }

  /// Adds a move, brings the venture's position up to date, and writes the event.
  func append(
    _ move: StageMove, to current: Venture, in pipeline: Pipeline, kind: ChangeSummary.Kind,
    undoes: Int64?
  ) throws -> ChangeReceipt {
    var moves = try VentureReading.moves(of: current.id, on: connection)
    try insert(move, at: moves.count)
    moves.append(move)
    guard let position = StageHistory(moves: moves, pipeline: pipeline).position else {
      throw StorageError.moveRefused(.unknownStage(move.to))
    }
    try store(position, of: current, in: pipeline)
    return try record(
      kind, current, action: .moved,
      before: Self.fields(current.position, move: undoes == nil ? nil : move.cancels),
      after: Self.fields(position, move: move.id), reason: move.reason, stage: position.stage,
      undoes: undoes)
  }

  private func store(
    _ position: StagePosition, of current: Venture, in pipeline: Pipeline
  ) throws {
    try connection.execute(
      """
      UPDATE venture SET stage = ?, stage_position = ?, status = ?, entered_day = ?,
        version = version + 1 WHERE id = ?
      """,
      [
        .text(position.stage), .integer(pipeline.index(of: position.stage) ?? 0),
        .text(position.status.rawValue), .integer(position.enteredOn.dayNumber),
        .id(current.id),
      ])
    var counters = StageCounters()
    counters.count(current.position, due: current.content.nextStepDue, by: -1)
    counters.count(position, due: current.content.nextStepDue, by: 1)
    try counters.store(on: connection)
  }

  private static func fields(
    _ position: StagePosition, move: Identifier<StageMove>?
  ) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "stage": .string(position.stage), "status": .string(position.status.rawValue),
      "entered": .integer(Int64(position.enteredOn.dayNumber)),
    ]
    if let move { fields["move"] = .string(move.description) }
    return fields
  }
}
