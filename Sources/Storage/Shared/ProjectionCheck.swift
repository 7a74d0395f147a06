import Incubation

/// Compares what is stored for speed with the records that it is derived from.
public enum ProjectionCheck {
  /// The names of projections that did not agree: "stage_day" for the counters, and the number of
  /// each venture whose position is not where its moves lead, and each score sheet whose cells are
  /// not what its events add up to. Empty when all is well.
  ///
  /// - Throws: `StorageError`.
  public static func run(_ database: any SQLDatabase) async throws -> [String] {
    try await database.read { connection in
      let counters = try StageCounters.agree(on: connection) ? [] : ["stage_day"]
      return try counters + misplaced(on: connection) + SheetProjectionCheck.run(on: connection)
        + EnrolmentReading.disagreements(on: connection)
        + ProgrammeReading.disagreements(on: connection)
    }
  }

  /// Counts the counters anew from the ventures.
  ///
  /// - Throws: `StorageError`.
  public static func rebuildCounters(_ database: any SQLDatabase) async throws {
    try await database.write {
      try StageCounters.rebuild(on: $0)
      try EnrolmentReading.rebuild(on: $0)
    }
  }

  /// Writes the cells of all score sheets anew from their events.
  ///
  /// - Throws: `StorageError`.
  public static func rebuildSheets(_ database: any SQLDatabase) async throws {
    try await database.write { try SheetProjectionCheck.rebuild(on: $0) }
  }

  private static func misplaced(on connection: any SQLConnection) throws -> [String] {
    let pipelines = try CatalogueReading.pipelines(on: connection)
    let byCode = Dictionary(uniqueKeysWithValues: pipelines.map { ($0.code, $0) })
    var moves: [StageMove] = []
    var wrong: [String] = []
    var current: (id: Identifier<Venture>, code: String, position: StagePosition)?
    func finish() {
      guard let venture = current, let pipeline = byCode[venture.position.pipeline] else { return }
      let position = StageHistory(moves: moves, pipeline: pipeline).position
      if position != venture.position { wrong.append(venture.code) }
    }
    try connection.forEachRow(
      """
      SELECT v.id, v.code, v.pipeline, v.stage, v.status, v.entered_day,
        m.id, m.kind, m.from_stage, m.to_stage, m.moved_at, m.actor, m.reason, m.cancels
      FROM venture v JOIN stage_move m ON m.venture = v.id WHERE v.deleted = 0
      ORDER BY v.id, m.position
      """, []
    ) { row in
      var reader = RowReader(row)
      let id: Identifier<Venture> = try reader.id()
      let code = reader.string()
      let position = StagePosition(
        pipeline: reader.string(), stage: reader.string(), status: try reader.choice(),
        enteredOn: reader.day())
      if current?.id != id {
        finish()
        current = (id, code, position)
        moves = []
      }
      moves.append(
        StageMove(
          id: try reader.id(), venture: id, kind: try reader.choice(),
          from: reader.optionalString(), to: reader.string(),
          movedAt: Timestamp(milliseconds: reader.int64()), actor: reader.string(),
          reason: reader.safe(), cancels: try reader.optionalID()))
    }
    finish()
    return wrong
  }
}
