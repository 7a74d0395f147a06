import Incubation

/// The figures of the overview, inside a transaction. They are worked out from the moves by
/// `StageHistory`, the one definition that holds everywhere.
enum OverviewReading {
  static func overview(
    of code: String, today: LocalDate, on connection: any SQLConnection
  ) throws -> PipelineOverview {
    let pipeline = try CatalogueReading.pipeline(code, on: connection)
    let histories = try histories(in: pipeline, on: connection)
    return PipelineOverview(
      statistics: PipelineStatistics(histories.map(\.history), in: pipeline, today: today),
      ages: ages(histories.map(\.history), pipeline, today),
      sources: try sources(code, connection),
      months: months(histories.map(\.history), today))
  }

  /// The ventures behind a figure, oldest first.
  static func ventures(
    behind figure: OverviewFigure, in code: String, on connection: any SQLConnection
  ) throws -> [Identifier<Venture>] {
    let pipeline = try CatalogueReading.pipeline(code, on: connection)
    if figure == .unknownSource {
      return try connection.rows(
        """
        SELECT id FROM venture WHERE pipeline = ? AND deleted = 0 AND source_kind IS NULL
        ORDER BY id
        """, [.text(code)]
      ) { row in
        var reader = RowReader(row)
        return try reader.id()
      }
    }
    let all = try histories(in: pipeline, on: connection)
    switch figure {
    case .unknownSource: return []
    case .reached(let stage):
      guard let place = pipeline.index(of: stage) else { return [] }
      return all.filter { ($0.history.furthest ?? -1) >= place }.map(\.id)
    case .entered(let from, let to):
      return all.filter { entry in
        entry.history.intervals.first.map { from <= $0.from && $0.from <= to } ?? false
      }.map(\.id)
    }
  }

  private typealias Entry = (id: Identifier<Venture>, history: StageHistory)

  private static func histories(
    in pipeline: Pipeline, on connection: any SQLConnection
  ) throws -> [Entry] {
    var result: [Entry] = []
    var moves: [StageMove] = []
    func finish() {
      guard let id = moves.first?.venture else { return }
      result.append((id, StageHistory(moves: moves, pipeline: pipeline)))
    }
    try connection.forEachRow(
      """
      SELECT m.venture, m.id, m.kind, m.from_stage, m.to_stage, m.moved_at, m.cancels
      FROM venture v JOIN stage_move m ON m.venture = v.id
      WHERE v.pipeline = ? AND v.deleted = 0 ORDER BY v.id, m.position
      """, [.text(pipeline.code)]
    ) { row in
      var reader = RowReader(row)
      let venture: Identifier<Venture> = try reader.id()
      if moves.first?.venture != venture {
        finish()
        moves = []
      }
      moves.append(
        StageMove(
          id: try reader.id(), venture: venture, kind: try reader.choice(),
          from: reader.optionalString(), to: reader.string(),
          movedAt: Timestamp(milliseconds: reader.int64()), actor: "",
          cancels: try reader.optionalID()))
    }
    finish()
    return result
  }

  private static func ages(
    _ histories: [StageHistory], _ pipeline: Pipeline, _ today: LocalDate
  ) -> [PipelineOverview.StageAges] {
    let active = histories.filter { $0.position?.status == .active }
    let byStage = Dictionary(grouping: active) { $0.position?.stage ?? "" }
    return pipeline.stages.map { stage in
      let here = byStage[stage.code] ?? []
      let over = here.count { $0.isStalled(today: today) }
      let days = here.compactMap { history in
        history.position.map { max(0, today.days(since: $0.enteredOn)) }
      }
      return PipelineOverview.StageAges(
        stage: stage.code, within: here.count - over, over: over, longest: days.max())
    }
  }

  private static func sources(
    _ code: String, _ connection: any SQLConnection
  ) throws -> [PipelineOverview.SourceCount] {
    let counts = try connection.rows(
      """
      SELECT source_kind, COUNT(*) FROM venture WHERE pipeline = ? AND deleted = 0
      GROUP BY source_kind
      """, [.text(code)]
    ) { row in
      PipelineOverview.SourceCount(
        source: row.isNull(0) ? nil : DiscoverySource(rawValue: row.text(0)),
        count: Int(row.integer(1)))
    }
    return counts.sorted {
      ($1.count, $0.source?.rawValue ?? "~") < ($0.count, $1.source?.rawValue ?? "~")
    }
  }

  private static func months(
    _ histories: [StageHistory], _ today: LocalDate
  ) -> [PipelineOverview.Month] {
    var starts: [LocalDate] = []
    var start = today.firstOfMonth
    for _ in 0..<12 {
      starts.append(start)
      start = start.adding(days: -1).firstOfMonth
    }
    let entries = Dictionary(
      grouping: histories.compactMap { $0.intervals.first?.from }, by: \.firstOfMonth)
    return starts.reversed().map {
      PipelineOverview.Month(start: $0, count: entries[$0]?.count ?? 0)
    }
  }
}

extension LocalDate {
  /// The first day of its month.
  fileprivate var firstOfMonth: LocalDate { adding(days: 1 - components.day) }
}
