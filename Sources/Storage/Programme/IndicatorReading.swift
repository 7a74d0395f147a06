import Incubation

/// Works out figures, inside a transaction.
struct IndicatorReading {
  let connection: any SQLConnection
  let calendar: WorkingDays

  /// The values of figures for several questions that know the same: the sums by day are read once.
  func values(
    _ indicators: [Indicator], _ questions: [IndicatorQuestion], knownAt: Timestamp?
  ) throws -> [[IndicatorValue]] {
    let known = knownAt?.milliseconds ?? .max
    var sums: [IndicatorRule: DailySums] = [:]
    func daily(_ rule: IndicatorRule) throws -> DailySums? {
      if let found = sums[rule] { return found }
      guard let source = IndicatorSource.source(of: rule, known: known) else { return nil }
      let made = try self.sums(source)
      sums[rule] = made
      return made
    }
    let clocks = indicators.contains { [.tasksOverdue, .reportsOverdue].contains($0.rule) }
    let tasks = clocks ? try TaskReading.histories(known: known, on: connection) : []
    return try questions.map { question in
      // What is late on a day is worked out once for both figures that count it.
      let late = tasks.map { $0.overdue(on: question.asOf, calendar) }
      return try indicators.map { indicator in
        IndicatorValue(indicator, try value(indicator.rule, question, late, daily))
      }
    }
  }

  private func value(
    _ rule: IndicatorRule, _ question: IndicatorQuestion, _ late: [[TaskAlert]],
    _ daily: (IndicatorRule) throws -> DailySums?
  ) throws -> Int64? {
    switch rule {
    case .share(let part, let whole):
      guard let part = Indicator.named(part), let whole = Indicator.named(whole),
        let some = try daily(part.rule)?.sum(from: question.from, to: question.asOf),
        let all = try daily(whole.rule)?.sum(from: question.from, to: question.asOf), all > 0
      else { return nil }
      return (some * 200 + all) / (all * 2)
    case .tasksOverdue:
      return Int64(late.count { !$0.isEmpty })
    case .reportsOverdue:
      return Int64(late.reduce(0) { count, alerts in count + alerts.count { $0.isReport } })
    default:
      return try daily(rule)?.sum(
        from: rule.isStock ? nil : question.from, to: question.asOf)
    }
  }

  private func sums(_ source: IndicatorSource) throws -> DailySums {
    let table = source.sql
    return DailySums(
      try connection.rows(
        """
        SELECT day, CAST(SUM(amount) AS BIGINT) FROM (\(table)) s GROUP BY day ORDER BY day
        """, source.values
      ) { (Int($0.integer(0)), $0.integer(1)) })
  }

  /// A record that counts, with the content item that it serves; nil when it says none.
  struct Counted {
    var record: EvidenceRecord
    var item: Int?
  }

  /// The records behind a figure, the latest first. Of what is there on a day, those that are
  /// there; of a share, those of its part.
  func records(
    behind indicator: Indicator, _ question: IndicatorQuestion
  ) throws -> [Counted] {
    let known = question.knownAt?.milliseconds ?? .max
    switch indicator.rule {
    case .share(let part, _):
      guard let part = Indicator.named(part) else { return [] }
      return try records(behind: part, question)
    case .tasksOverdue, .reportsOverdue:
      return try overdue(indicator.rule, question, known)
    default: break
    }
    guard let source = IndicatorSource.source(of: indicator.rule, known: known) else { return [] }
    let from = indicator.rule.isStock ? nil : question.from
    let table = source.sql
    let rows = try connection.rows(
      """
      SELECT kind, code, title, day, amount, department, item FROM (\(table)) s
      WHERE day >= ? AND day <= ? ORDER BY day DESC, code
      """,
      source.values + [.integer(from?.dayNumber ?? -1_000_000), .day(question.asOf)]
    ) { row in
      Counted(
        record: EvidenceRecord(
          kind: row.text(0), code: SafeText(escaping: row.text(1)),
          title: SafeText(escaping: row.text(2)),
          day: LocalDate(dayNumber: Int(row.integer(3))), amount: row.integer(4),
          department: row.isNull(5) ? nil : Identifier(bytes: row.blob(5))),
        item: row.isNull(6) ? nil : Int(row.integer(6)))
    }
    return indicator.rule.isStock ? Self.standing(rows) : rows
  }

  /// Those whose comings and goings leave something, with the day on which they last came.
  private static func standing(_ rows: [Counted]) -> [Counted] {
    var left: [SafeText: Int64] = [:]
    for row in rows { left[row.record.code, default: 0] += row.record.amount }
    var seen: Set<SafeText> = []
    return rows.compactMap { row in
      guard let amount = left[row.record.code], amount > 0, row.record.amount > 0,
        seen.insert(row.record.code).inserted
      else { return nil }
      var row = row
      row.record.amount = amount
      return row
    }
  }

  private func overdue(
    _ rule: IndicatorRule, _ question: IndicatorQuestion, _ known: Int64
  ) throws -> [Counted] {
    try TaskReading.histories(known: known, on: connection).compactMap { task in
      let late = task.overdue(on: question.asOf, calendar)
      let reports = late.count { $0.isReport }
      guard let first = late.map(\.due).min(), rule == .tasksOverdue || reports > 0 else {
        return nil
      }
      return Counted(
        record: EvidenceRecord(
          kind: "task", code: task.code, title: task.content.title, day: first,
          amount: rule == .tasksOverdue ? 1 : Int64(reports),
          department: task.content.department), item: task.content.item)
    }
  }
}

extension TaskAlert {
  /// Whether it is about a progress report.
  var isReport: Bool { if case .report = kind { true } else { false } }
}
