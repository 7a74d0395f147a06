import Incubation

/// Counters behind the heads of the board, kept in the same transaction as the ventures, so that a
/// board over 100,000 ventures opens as fast as one over 60.
///
/// `entered` counts active ventures by the day they came into their stage, `due` by the day of
/// their next step; `active`, `planned` and `resting` are totals on day 0. What is older than a
/// limit is the total less the few days since, so that the years before are never read.
struct StageCounters {
  private struct Key: Hashable {
    var pipeline: String
    var stage: String
    var kind: String
    var day: Int
  }

  private var deltas: [Key: Int] = [:]

  /// Counts a venture in (`by` 1) or out (`by` -1).
  mutating func count(_ position: StagePosition, due: LocalDate?, by: Int) {
    func add(_ kind: String, _ day: Int) {
      let key = Key(pipeline: position.pipeline, stage: position.stage, kind: kind, day: day)
      deltas[key, default: 0] += by
    }
    guard position.status == .active else { return add("resting", 0) }
    add("entered", position.enteredOn.dayNumber)
    add("active", 0)
    guard let due else { return }
    add("due", due.dayNumber)
    add("planned", 0)
  }

  /// Writes what was counted.
  func store(on connection: any SQLConnection) throws {
    let changed = deltas.filter { $0.value != 0 }
      .sorted { ($0.key.kind, $0.key.stage, $0.key.day) < ($1.key.kind, $1.key.stage, $1.key.day) }
    try connection.executeMany(
      """
      INSERT INTO stage_day (pipeline, stage, kind, day, n) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (pipeline, kind, stage, day) DO UPDATE SET n = stage_day.n + excluded.n
      """,
      changed.map { key, delta in
        [
          .text(key.pipeline), .text(key.stage), .text(key.kind), .integer(key.day),
          .integer(delta),
        ]
      })
  }

  static func counts(
    _ pipeline: Pipeline, today: LocalDate, on connection: any SQLConnection
  ) throws -> [String: StageCount] {
    let totals = try sums(
      "kind IN ('active', 'planned') AND day = 0", [.text(pipeline.code)], on: connection)
    var result: [String: StageCount] = [:]
    for stage in pipeline.stages {
      let total = totals["active " + stage.code] ?? 0
      let planned = totals["planned " + stage.code] ?? 0
      var count = StageCount(stage: stage.code, total: total, stalled: 0, overdue: 0)
      if planned > 0 {
        count.overdue =
          planned - (try since("due", pipeline.code, stage.code, today.dayNumber, connection))
      }
      if total > 0, let usual = stage.usualDays {
        let limit = today.dayNumber - usual
        count.stalled = total - (try since("entered", pipeline.code, stage.code, limit, connection))
      }
      result[stage.code] = count
    }
    return result
  }

  private static func sums(
    _ condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [String: Int] {
    let rows = try connection.rows(
      """
      SELECT kind, stage, SUM(n) FROM stage_day WHERE pipeline = ? AND \(condition)
      GROUP BY kind, stage
      """, values
    ) { ($0.text(0) + " " + $0.text(1), Int($0.integer(2))) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private static func since(
    _ kind: String, _ pipeline: String, _ stage: String, _ day: Int,
    _ connection: any SQLConnection
  ) throws -> Int {
    try connection.first(
      """
      SELECT COALESCE(SUM(n), 0) FROM stage_day
      WHERE pipeline = ? AND kind = ? AND stage = ? AND day >= ?
      """, [.text(pipeline), .text(kind), .text(stage), .integer(day)]
    ) { Int($0.integer(0)) } ?? 0
  }

  /// Whether the stored counters are what the ventures amount to.
  static func agree(on connection: any SQLConnection) throws -> Bool {
    let stored = try connection.rows(
      "SELECT pipeline, stage, kind, day, n FROM stage_day WHERE n <> 0"
    ) { row in
      (
        Key(
          pipeline: row.text(0), stage: row.text(1), kind: row.text(2), day: Int(row.integer(3))),
        Int(row.integer(4))
      )
    }
    return try Dictionary(uniqueKeysWithValues: stored) == counted(on: connection).deltas
  }

  /// Counts everything anew from the ventures.
  static func rebuild(on connection: any SQLConnection) throws {
    let counters = try counted(on: connection)
    try connection.execute("DELETE FROM stage_day")
    try counters.store(on: connection)
  }

  private static func counted(on connection: any SQLConnection) throws -> StageCounters {
    var counters = StageCounters()
    try connection.forEachRow(
      "SELECT pipeline, stage, status, entered_day, due_day FROM venture WHERE deleted = 0", []
    ) { row in
      var reader = RowReader(row)
      let position = StagePosition(
        pipeline: reader.string(), stage: reader.string(), status: try reader.choice(),
        enteredOn: reader.day())
      counters.count(position, due: reader.optionalDay(), by: 1)
    }
    return counters
  }
}
