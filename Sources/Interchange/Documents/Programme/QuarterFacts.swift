public import Incubation
public import Storage

/// What a quarter report says, gathered at one place so that text, office document and table agree.
public struct QuarterFacts: Hashable, Sendable {
  /// The quarter.
  public var quarter: Quarter
  /// Only what was recorded by then counts; nil for all that is known now.
  public var knownAt: Timestamp?
  /// Who issues it.
  public var agency: IssuingAgency
  /// The day that the paper bears.
  public var day: LocalDate
  /// All figures of the quarter.
  public var figures: [IndicatorValue]
  /// All figures from the first day of the year to the end of the quarter.
  public var yearToDate: [IndicatorValue]
  /// The agreement of the quarter; nil when there was none.
  public var agreement: AgreementRecord?
  /// How its aims of the year stand, by item.
  public var progress: [[TargetProgress]]
  /// The tasks that were late at the end of the quarter, the latest first.
  public var late: [TaskSummary]
  /// Balances of the sources at the end of the quarter, by short name.
  public var money: [Source]

  /// A source with what its accounts hold.
  public struct Source: Hashable, Sendable {
    /// Its short name.
    public var name: String
    /// What its accounts hold.
    public var balance: LedgerBalance
  }

  /// The last day that counts: the end of the quarter, or today within it.
  public static func lastDay(of quarter: Quarter, today: LocalDate) -> LocalDate {
    min(quarter.last, today)
  }

  /// Gathers the facts of a quarter.
  ///
  /// - Throws: `ProgrammeRefusal.notBegun` for a quarter to come, `ProgrammeRefusal.noData` when
  ///   nothing at all is known up to its end; `StorageError`.
  public init(
    _ quarter: Quarter, from stores: Stores, agency: IssuingAgency, today: LocalDate,
    knownAt: Timestamp?, calendar: WorkingDays
  ) async throws {
    if quarter.first > today { throw ProgrammeRefusal.notBegun(quarter.first) }
    let programme = stores.programme
    let last = Self.lastDay(of: quarter, today: today)
    let firstOfYear = LocalDate(year: quarter.year, month: 1, day: 1)
    let values = try await programme.series(
      [
        IndicatorQuestion(from: quarter.first, asOf: last),
        IndicatorQuestion(from: firstOfYear, asOf: last), IndicatorQuestion(asOf: last),
      ], knownAt: knownAt, calendar: calendar)
    if values[2].allSatisfy({ ($0.value ?? 0) == 0 }) { throw ProgrammeRefusal.noData(last) }
    let agreements = try await programme.agreements().filter {
      $0.content.from <= last && $0.content.to >= quarter.first
    }
    var filter = LedgerFilter()
    (filter.to, filter.knownAt) = (last, knownAt)
    let lines = try await programme.ledger(filter)
    var tasks = TaskFilter()
    tasks.overdueOnly = true
    (self.quarter, self.knownAt, self.agency, self.day) = (quarter, knownAt, agency, last)
    (figures, yearToDate) = (values[0], values[1])
    money = lines.balances(by: .source).map { Source(name: $0.key, balance: $0.balance) }
    // The list of late tasks is that of the present; a past quarter has its figure only.
    late =
      last == today
      ? try await programme.tasks(tasks, calendar: calendar, on: last)
        .sorted { ($0.alerts.first?.daysLate ?? 0) > ($1.alerts.first?.daysLate ?? 0) } : []
    guard let current = agreements.last else {
      (agreement, progress) = (nil, [])
      return
    }
    agreement = try await programme.agreement(current.id)
    progress = try await programme.progress(
      of: current.id, IndicatorQuestion(asOf: last, knownAt: knownAt), calendar: calendar
    ).map { $0.filter { $0.target.year == quarter.year } }
  }

  /// Figures that say something: those of zero in both periods are left out.
  var telling: [(quarter: IndicatorValue, year: IndicatorValue)] {
    zip(figures, yearToDate).map { (quarter: $0, year: $1) }
      .filter { ($0.quarter.value ?? 0) != 0 || ($0.year.value ?? 0) != 0 }
  }
}
