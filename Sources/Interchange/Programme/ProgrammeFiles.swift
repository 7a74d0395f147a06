public import Incubation
public import Storage

/// Tasks, money and figures as JSON and as rows of a table. Names of columns and fields are English
/// and stay the same in every language, so that other programs can rely on them.
public enum ProgrammeFiles {
  // MARK: Figures

  /// Code, name, value, unit, definition; a head first.
  public static func rows(_ values: [IndicatorValue], _ language: Language) -> [[CSVWriter.Cell]] {
    [["code", "name", "value", "unit", "definition"].map { .text($0) }]
      + values.map { value in
        [
          .text(value.indicator.code), .text(value.indicator.title(language).string),
          value.value.map { .number(Int($0)) } ?? .empty,
          .text(value.indicator.unit.rawValue),
          .text(value.indicator.definition(language).string),
        ]
      }
  }

  /// The figures with the question that they answer.
  public static func json(
    _ values: [IndicatorValue], _ question: IndicatorQuestion
  ) -> JSONValue {
    .object([
      "from": question.from.map { .string($0.description) } ?? .null,
      "asOf": .string(question.asOf.description),
      "knownAt": question.knownAt.map { .integer($0.milliseconds) } ?? .null,
      "indicators": .array(
        values.map { value in
          .object([
            "code": .string(value.indicator.code),
            "value": value.value.map { .integer($0) } ?? .null,
            "unit": .string(value.indicator.unit.rawValue),
            "title": json(value.indicator.title), "definition": json(value.indicator.definition),
          ])
        }),
    ])
  }

  static func json(_ text: Bilingual) -> JSONValue {
    .object(["vi": .string(text.vietnamese.string), "en": .string(text.english.string)])
  }

  // MARK: Tasks

  /// A row a task; a head first.
  public static func rows(_ tasks: [TaskSummary], on day: LocalDate, _ language: Language)
    -> [[CSVWriter.Cell]]
  {
    let head = [
      "code", "title", "regime", "state", "since", "end", "budget", "venture", "department",
      "overdue",
    ]
    return [head.map { .text($0) }]
      + tasks.map { summary in
        let task = summary.task
        return [
          .text(task.code.string), .text(task.content.title.string), .text(summary.regime),
          .text(summary.state.title(language).string), .text(task.since.description),
          .text(task.end?.description ?? ""),
          task.content.budget.map { .number(Int($0.dong)) } ?? .empty,
          .text(summary.ventureCode.string),
          .text(summary.department.name(on: day).string),
          .text(
            summary.alerts.filter(\.isOverdue).map { $0.words(language) }
              .joined(separator: "; ")),
        ]
      }
  }

  /// A task as other programs read it.
  public static func json(_ summary: TaskSummary, on day: LocalDate) -> JSONValue {
    let task = summary.task
    return .object([
      "code": .string(task.code.string), "title": .string(task.content.title.string),
      "regime": .string(summary.regime), "state": .string(task.state),
      "phase": .string(summary.state.phase.rawValue), "since": .string(task.since.description),
      "end": task.end.map { .string($0.description) } ?? .null,
      "budget": task.content.budget.map { .integer($0.dong) } ?? .null,
      "host": .string(task.content.host.string),
      "venture": .string(summary.ventureCode.string),
      "department": .string(summary.department.name(on: day).string),
      "alerts": .array(summary.alerts.map(json)), "version": .integer(Int64(task.version)),
    ])
  }

  private static func json(_ alert: TaskAlert) -> JSONValue {
    let kind: String =
      switch alert.kind {
      case .state: "state"
      case .report(let number): "report-\(number)"
      case .contract: "contract"
      }
    return .object([
      "kind": .string(kind), "due": .string(alert.due.description),
      "workingDaysLate": .integer(Int64(alert.daysLate)),
    ])
  }

  /// A task with everything about it.
  public static func json(_ record: TaskRecord, on day: LocalDate) -> JSONValue {
    guard case .object(var fields) = json(record.summary, on: day) else { return .null }
    let content = record.summary.task.content
    fields["leader"] = .string(content.leader.string)
    fields["contract"] = .string(content.contract.string)
    fields["products"] = .string(content.products.string)
    fields["moves"] = .array(
      record.moves.map { move in
        .object([
          "day": .string(move.day.description), "to": .string(move.to),
          "from": move.from.map { .string($0) } ?? .null,
          "kind": move.kind.map { .string($0.rawValue) } ?? .null,
          "actor": .string(move.actor), "reason": .string(move.reason.string),
          "document": .string(move.document.string),
          "until": move.until.map { .string($0.description) } ?? .null,
          "cancelled": .bool(move.isCancelled),
        ])
      })
    fields["reports"] = .array(
      record.reportDays.enumerated().map { index, due in
        let report = record.reports.first { $0.number == index + 1 }
        return .object([
          "number": .integer(Int64(index + 1)), "due": .string(due.description),
          "handedIn": report.map { .string($0.day.description) } ?? .null,
        ])
      })
    fields["next"] = .array(
      record.transitions.map { step in
        .object([
          "to": step.to.map { .string($0) } ?? .string(step.kind.rawValue),
          "title": json(step.title), "document": step.document.map(json) ?? .null,
          "needsReason": .bool(step.needsReason),
        ])
      })
    fields["money"] = .array(record.money.map(json))
    return .object(fields)
  }

  // MARK: Money

  /// A row an entry; a head first. Debit and credit are the accounts of the ledger.
  public static func rows(_ lines: [LedgerLine], _ language: Language) -> [[CSVWriter.Cell]] {
    let head = [
      "day", "kind", "amount", "debit", "credit", "source", "commitment", "task", "venture",
      "department", "item", "document", "title",
    ]
    return [head.map { .text($0) }]
      + lines.map { line in
        let accounts = line.entry.kind.accounts
        return [
          .text(line.entry.day.description), .text(line.entry.kind.label(language)),
          .number(Int(line.entry.amount.dong)), .text(accounts.debit.rawValue),
          .text(accounts.credit.rawValue), .text(line.source.string),
          .text(line.commitment.string), .text(line.task.string), .text(line.venture.string),
          .text(line.department.string), line.item.map { .number($0) } ?? .empty,
          .text(line.entry.document.string), .text(line.title.string),
        ]
      }
  }

  /// A row a group with the sums of its entries; a head first.
  public static func rows(
    _ groups: [(key: String, balance: LedgerBalance)], _ grouping: LedgerGrouping
  ) -> [[CSVWriter.Cell]] {
    let head = [
      grouping.rawValue, "allotted", "committed", "paid", "advances", "spent", "available",
    ]
    return [head.map { .text($0) }]
      + groups.map { key, balance in
        [.text(key)]
          + [
            balance.total(.allotted), balance.committed, balance.paid, balance[.advances],
            balance[.spent], balance[.available],
          ].map { .number(Int($0.dong)) }
      }
  }

  /// An entry as other programs read it.
  public static func json(_ line: LedgerLine) -> JSONValue {
    let accounts = line.entry.kind.accounts
    return .object([
      "day": .string(line.entry.day.description), "kind": .string(line.entry.kind.rawValue),
      "amount": .integer(line.entry.amount.dong), "debit": .string(accounts.debit.rawValue),
      "credit": .string(accounts.credit.rawValue), "source": .string(line.source.string),
      "commitment": .string(line.commitment.string), "task": .string(line.task.string),
      "venture": .string(line.venture.string), "department": .string(line.department.string),
      "item": line.item.map { .integer(Int64($0)) } ?? .null,
      "document": .string(line.entry.document.string), "title": .string(line.title.string),
      "recordedAt": .integer(line.entry.recordedAt.milliseconds),
    ])
  }

  /// Balances of the accounts.
  public static func json(_ balance: LedgerBalance) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: LedgerAccount.allCases.map {
          ($0.rawValue, .integer(balance[$0].dong))
        }))
  }

  // MARK: Lineage and report

  /// The line of a venture.
  public static func json(_ lineage: Lineage) -> JSONValue {
    .object([
      "code": .string(lineage.code.string), "title": .string(lineage.title.string),
      "owner": .string(lineage.owner.string),
      "entries": .array(
        lineage.entries.map { entry in
          .object([
            "day": .string(entry.day.description), "kind": .string(entry.kind.rawValue),
            "what": json(entry.what), "code": .string(entry.code.string),
            "title": .string(entry.title.string), "note": .string(entry.note.string),
            "amount": entry.amount.map { .integer($0.dong) } ?? .null,
          ])
        }),
    ])
  }

  /// Everything behind a quarter report: its figures and the aims of the agreement.
  public static func rows(_ facts: QuarterFacts, _ language: Language) -> [[CSVWriter.Cell]] {
    let head = ["section", "code", "name", "unit", "quarter", "year", "planned", "percent"]
    var rows: [[CSVWriter.Cell]] = [head.map { .text($0) }]
    for (quarter, year) in zip(facts.figures, facts.yearToDate) {
      let indicator = quarter.indicator
      rows.append([
        .text("indicator"), .text(indicator.code), .text(indicator.title(language).string),
        .text(indicator.unit.rawValue), quarter.value.map { .number(Int($0)) } ?? .empty,
        indicator.rule.isStock ? .empty : year.value.map { .number(Int($0)) } ?? .empty, .empty,
        .empty,
      ])
    }
    for (place, targets) in facts.progress.enumerated() {
      for progress in targets {
        let indicator = Indicator.named(progress.target.indicator)
        rows.append([
          .text("item-\(place + 1)"), .text(progress.target.indicator),
          .text(indicator?.title(language).string ?? ""),
          .text(indicator?.unit.rawValue ?? ""), .empty, .number(Int(progress.done)),
          .number(Int(progress.target.amount)), .number(progress.percent),
        ])
      }
    }
    return rows
  }
}
