import DashboardKit
import Incubation
import Storage

/// Reads what the pages about the programme show.
struct ProgrammeLoading {
  let stores: Stores
  let today: LocalDate

  private static let calendar = WorkingDays()
  private var programme: any ProgrammePort { stores.programme }
  private var calendar: WorkingDays { Self.calendar }

  /// What forms choose from.
  func lists() async throws -> ProgrammeLists {
    ProgrammeLists(
      regimes: try await programme.regimes(),
      sources: try await programme.sources().map(\.source),
      partners: try await programme.partners(),
      departments: try await programme.departments())
  }

  /// What a page shows.
  func data(of place: ProgrammePlace?) async throws -> ProgrammeData {
    switch place {
    case nil, .wallboard: return .overview(try await overview())
    case .tasks:
      return .tasks(try await programme.tasks(TaskFilter(), calendar: calendar, on: today))
    case .task(let id):
      return .task(try await programme.task(id, calendar: calendar, on: today))
    case .money: return .money(try await accounts())
    case .commitment(let id):
      let all = try await programme.commitments(of: nil)
      guard let found = all.first(where: { $0.commitment.id == id }) else {
        throw StorageError.notFound(entity: "commitment")
      }
      return .commitment(found)
    case .agreements: return .agreements(try await programme.agreements())
    case .agreement(let id), .item(let id, _):
      return .agreement(
        try await programme.agreement(id),
        try await programme.progress(
          of: id, IndicatorQuestion(asOf: today), calendar: calendar))
    case .calls: return .calls(try await programme.calls())
    case .figures:
      let values = try await series()
      return .figures(now: values[0], before: values[1])
    case .figure(let code): return try await figure(code)
    case .lineage(let id): return .lineage(try await lineage(id))
    case .connections, .connection, .partners, .exchanges, .supports:
      return try await partnership(place)
    }
  }

  private func partnership(_ place: ProgrammePlace?) async throws -> ProgrammeData {
    switch place {
    case .connection(let id):
      let all = try await programme.connections(of: nil)
      guard let found = all.first(where: { $0.id == id }) else {
        throw StorageError.notFound(entity: "connection")
      }
      return .connection(found, try await programme.steps(of: id))
    case .partners:
      return .partners(try await programme.partners(), try await programme.load())
    case .exchanges: return .exchanges(try await programme.exchanges())
    case .supports: return .supports(try await programme.supports(of: nil))
    default:
      return .connections(
        try await programme.connections(of: nil), try await programme.rounds(of: nil))
    }
  }

  private func accounts() async throws -> ProgrammeAccounts {
    ProgrammeAccounts(
      sources: try await programme.sources(),
      commitments: try await programme.commitments(of: nil),
      lines: try await programme.ledger(LedgerFilter()))
  }

  private func lineage(_ id: Identifier<Venture>) async throws -> ProgrammeLineage {
    ProgrammeLineage(
      venture: id, lineage: try await programme.lineage(of: id),
      matches: try await programme.matches(for: id),
      connections: try await programme.connections(of: id))
  }

  /// Today's figures and those of a year ago, both from the beginning.
  private func series() async throws -> [[IndicatorValue]] {
    try await programme.series(
      [
        IndicatorQuestion(asOf: today), IndicatorQuestion(asOf: today.adding(months: -12)),
      ], knownAt: nil, calendar: calendar)
  }

  private func figure(_ code: String) async throws -> ProgrammeData {
    guard let indicator = Indicator.named(code) else {
      throw StorageError.notFound(entity: "indicator")
    }
    let values = try await series().map { values in
      values.first { $0.indicator == indicator } ?? IndicatorValue(indicator, nil)
    }
    let records = try await programme.records(
      behind: indicator, IndicatorQuestion(asOf: today), calendar: calendar)
    return .figure(now: values[0], before: values[1], records)
  }

  private func overview() async throws -> ProgrammeOverview {
    var overview = ProgrammeOverview()
    let agreements = try await programme.agreements()
    let present = agreements.first { $0.content.from <= today && today <= $0.content.to }
    if let agreement = present ?? agreements.max(by: { $0.content.to < $1.content.to }) {
      overview.agreement = try await programme.agreement(agreement.id)
      overview.progress = try await programme.progress(
        of: agreement.id, IndicatorQuestion(asOf: today), calendar: calendar)
    }
    var filter = TaskFilter()
    filter.overdueOnly = true
    overview.tasks = try await programme.tasks(filter, calendar: calendar, on: today)
    overview.commitments = try await programme.commitments(of: nil)
    overview.calls = try await programme.calls().filter {
      $0.call.opens <= today && today <= $0.call.closes
    }
    let values = try await series()
    (overview.now, overview.before) = (values[0], values[1])
    return overview
  }

  /// Where the record behind a row is shown; nil when it has no page of its own.
  func target(of record: EvidenceRecord) async throws -> ProgrammeTarget? {
    let code = record.code.string
    switch record.kind {
    case "venture": return try await stores.ventures.find(code: code).map { .venture($0) }
    case "task": return try await programme.task(code: code).map { .place(.task($0)) }
    case "money":
      let all = try await programme.commitments(of: nil)
      let found = all.first { $0.commitment.code.string == code }
      return .place(found.map { .commitment($0.commitment.id) } ?? .money)
    case "connection":
      let all = try await programme.connections(of: nil)
      let found = all.first { $0.code.string == code }
      return .place(found.map { .connection($0.id) } ?? .connections)
    case "application": return .place(.calls)
    case "support": return .place(.supports)
    case "exchange": return .place(.exchanges)
    case "round": return .place(.connections)
    default: return nil
    }
  }
}
