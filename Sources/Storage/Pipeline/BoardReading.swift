import Incubation

/// The board: counts and first cards of each stage, inside a transaction.
enum BoardReading {
  static func board(
    _ pipeline: Pipeline, filter: VentureFilter, offsets: [String: Int], limit: Int,
    today: LocalDate, on connection: any SQLConnection
  ) throws -> BoardPage {
    var filter = filter
    filter.pipeline = pipeline.code
    filter.statuses = [.active]
    let isWhole = filter == whole(pipeline.code)
    let (counts, resting) =
      isWhole
      ? (try StageCounters.counts(pipeline, today: today, on: connection), 0)
      : try counted(pipeline, filter, today, connection)
    let columns = try pipeline.stages.map { stage in
      let count =
        counts[stage.code] ?? StageCount(stage: stage.code, total: 0, stalled: 0, overdue: 0)
      let offset = min(offsets[stage.code] ?? 0, max(0, count.total - 1))
      let cards =
        count.total == 0
        ? [] : try cards(stage.code, filter, offset, limit, today, connection)
      return BoardPage.Column(count: count, offset: offset, cards: cards)
    }
    return BoardPage(pipeline: pipeline.code, columns: columns, resting: resting)
  }

  private static func whole(_ pipeline: String) -> VentureFilter {
    var filter = VentureFilter(pipeline: pipeline)
    filter.statuses = [.active]
    return filter
  }

  private static func cards(
    _ stage: String, _ filter: VentureFilter, _ offset: Int, _ limit: Int, _ today: LocalDate,
    _ connection: any SQLConnection
  ) throws -> [VentureSummary] {
    if !filter.stages.isEmpty, !filter.stages.contains(stage) { return [] }
    var filter = filter
    filter.stages = [stage]
    let conditions = try VentureReading.conditions(filter, today, connection)
    return try connection.rows(
      """
      SELECT \(VentureColumns.summary.joined(separator: ", ")) FROM venture
      WHERE \(conditions.sql) ORDER BY entered_day, id LIMIT ? OFFSET ?
      """, conditions.values + [.integer(limit), .integer(offset)], VentureColumns.summary)
  }

  /// Counts by looking at the rows, for filters that the counters know nothing of; and how many
  /// rows rest outside the columns.
  private static func counted(
    _ pipeline: Pipeline, _ filter: VentureFilter, _ today: LocalDate,
    _ connection: any SQLConnection
  ) throws -> (active: [String: StageCount], resting: Int) {
    var filter = filter
    filter.statuses = []
    var stalled: [String] = []
    var values: [SQLValue] = []
    for stage in pipeline.stages {
      guard let usual = stage.usualDays else { continue }
      stalled.append("(stage = ? AND entered_day < ?)")
      values += [.text(stage.code), .integer(today.dayNumber - usual)]
    }
    let stalledSQL = stalled.isEmpty ? "1 = 0" : stalled.joined(separator: " OR ")
    let conditions = try VentureReading.conditions(filter, today, connection)
    let counts = try connection.rows(
      """
      SELECT stage, status, COUNT(*), SUM(CASE WHEN \(stalledSQL) THEN 1 ELSE 0 END),
        SUM(CASE WHEN due_day < ? THEN 1 ELSE 0 END)
      FROM venture WHERE \(conditions.sql) GROUP BY stage, status
      """, values + [.integer(today.dayNumber)] + conditions.values
    ) { row in
      (
        isActive: row.text(1) == Venture.Status.active.rawValue,
        count: StageCount(
          stage: row.text(0), total: Int(row.integer(2)), stalled: Int(row.integer(3)),
          overdue: Int(row.integer(4)))
      )
    }
    let active = counts.filter(\.isActive).map { ($0.count.stage, $0.count) }
    let resting = counts.filter { !$0.isActive }.reduce(0) { $0 + $1.count.total }
    return (Dictionary(uniqueKeysWithValues: active), resting)
  }
}
