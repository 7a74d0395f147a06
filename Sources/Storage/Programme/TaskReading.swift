import Incubation

/// Queries about tasks, inside a transaction.
enum TaskReading {
  /// A task with everything that happened to it, to be seen as it was on any day.
  struct History {
    var code: SafeText
    var content: TaskContent
    var regime: TaskRegime
    var moves: [TaskMove]
    var reports: [TaskReport]

    /// What was late on a day.
    func overdue(on day: LocalDate, _ calendar: WorkingDays) -> [TaskAlert] {
      let path = TaskPath(moves.filter { $0.day <= day }, of: content, under: regime)
      guard let since = path.since, let first = moves.first else { return [] }
      let task = ScienceTask(
        id: Identifier(high: first.id.high, low: first.id.low), code: code, content: content,
        state: path.state, since: since, end: path.end,
        reports: Set(reports.filter { $0.day <= day }.map(\.number)))
      return TaskClock(calendar).alerts(for: task, under: regime, on: day)
        .filter(\.isOverdue)
    }
  }

  static func histories(known: Int64, on connection: any SQLConnection) throws -> [History] {
    let regimes = try ProgrammeReading.regimes(on: connection)
    let byCode = Dictionary(regimes.map { ($0.code, $0) }) { first, _ in first }
    var columns = ProgrammeRow.columns.joined(separator: ", ")
    var histories: [[UInt8]: History] = [:]
    try connection.forEachRow(
      """
      SELECT \(columns) FROM programme_record r WHERE r.kind = 'task'
        AND r.recorded_at <= ? AND (r.deleted_at IS NULL OR r.deleted_at > ?)
      """, [.integer(known), .integer(known)]
    ) { row in
      let record = try ProgrammeRow(row)
      let content = ProgrammeColumns.taskContent(record)
      guard let regime = byCode[content.regime] else { return }
      histories[record.id] = History(
        code: record.code, content: content, regime: regime, moves: [], reports: [])
    }
    columns = FactRow.columns.joined(separator: ", ")
    try connection.forEachRow(
      """
      SELECT \(columns) FROM programme_fact f WHERE f.kind IN ('move', 'report')
        AND f.recorded_at <= ? AND (f.cancelled_at IS NULL OR f.cancelled_at > ?)
      ORDER BY f.record, f.position
      """, [.integer(known), .integer(known)]
    ) { row in
      var fact = try FactRow(row)
      fact.isCancelled = false
      if fact.kind == .move {
        histories[fact.record]?.moves.append(try ProgrammeColumns.move(fact))
      } else {
        histories[fact.record]?.reports.append(ProgrammeColumns.report(fact))
      }
    }
    return histories.values.sorted { $0.code.string < $1.code.string }
  }

  static func list(
    _ filter: TaskFilter, calendar: WorkingDays, on day: LocalDate,
    on connection: any SQLConnection
  ) throws -> [TaskSummary] {
    let regimes = try ProgrammeReading.regimes(on: connection)
    let byCode = Dictionary(regimes.map { ($0.code, $0) }) { first, _ in first }
    let departments = try ProgrammeReading.departments(on: connection)
    let columns = ProgrammeRow.columns.joined(separator: ", ")
    let clock = TaskClock(calendar)
    let text = TextFolding.fold(filter.text)
    let all = try connection.rows(
      """
      SELECT \(columns), v.code, v.title FROM programme_record r
      LEFT JOIN venture v ON v.id = r.venture
      WHERE r.kind = 'task' AND r.deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM programme_fact f WHERE f.record = r.id AND f.position = 0 AND f.day <= ?)
      ORDER BY r.code_key, r.id
      """, [.day(day)]
    ) { row -> TaskSummary? in
      let record = try ProgrammeRow(row)
      let task = try ProgrammeColumns.task(record)
      guard let regime = byCode[task.content.regime], let state = regime.state(task.state),
        filter.phases.isEmpty || filter.phases.contains(state.phase),
        filter.venture == nil || filter.venture == task.content.venture,
        text.isEmpty
          || TextFolding.fold(task.code.string + " " + task.content.title.string)
            .contains(text)
      else { return nil }
      let alerts = clock.alerts(for: task, under: regime, on: day, ahead: filter.ahead)
      if filter.overdueOnly, !alerts.contains(where: \.isOverdue) { return nil }
      let count = ProgrammeRow.columns.count
      return TaskSummary(
        task: task, regime: regime.code, state: state,
        ventureCode: SafeText(escaping: row.text(count)),
        ventureTitle: SafeText(escaping: row.text(count + 1)),
        department: task.content.department.flatMap { departments[$0] } ?? [],
        alerts: alerts)
    }
    return all.compactMap { $0 }
  }

  static func record(
    _ id: Identifier<ScienceTask>, calendar: WorkingDays, on day: LocalDate,
    on connection: any SQLConnection
  ) throws -> TaskRecord {
    let row = try ProgrammeReading.row(id.bytes, .task, on: connection)
    let task = try ProgrammeColumns.task(row)
    let regime = try ProgrammeReading.regime(task.content.regime, on: connection)
    var filter = TaskFilter()
    filter.ahead = 30
    filter.text = task.code.string
    let summary = try list(filter, calendar: calendar, on: day, on: connection)
      .first { $0.task.id == id }
    guard let summary else { throw StorageError.notFound(entity: "task") }
    let money = try MoneyReading.ledger(LedgerFilter(), on: connection)
      .filter { $0.task == task.code }
    return TaskRecord(
      summary: summary, regime: regime,
      moves: try ProgrammeReading.facts(of: row.id, .move, on: connection)
        .map(ProgrammeColumns.move),
      reports: try ProgrammeReading.facts(of: row.id, .report, on: connection)
        .filter { !$0.isCancelled }.map(ProgrammeColumns.report),
      reportDays: TaskClock(calendar).reportDays(of: task, under: regime), money: money)
  }
}
