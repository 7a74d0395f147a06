import Incubation
import Storage

/// Short ways to tasks, money and connections for the tests of the programme.
extension Desk {
  var programme: any ProgrammePort { stores.programme }
  static let calendar = WorkingDays()

  static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? start.localDate
  }

  func task(
    _ title: SafeText = "Máy sấy lúa tầng sôi", on day: LocalDate = Desk.day(2019, 1, 10),
    _ change: (inout TaskContent) -> Void = { _ in }
  ) async throws -> Identifier<ScienceTask> {
    var content = TaskContent(title: title, regime: "2013")
    (content.from, content.to) = (Self.day(2019, 6, 3), Self.day(2021, 6, 2))
    change(&content)
    return try await programme.create(content, proposedOn: day, by: session()).id
  }

  func record(_ id: Identifier<ScienceTask>) async throws -> TaskRecord {
    try await programme.task(id, calendar: Self.calendar, on: today)
  }

  @discardableResult
  func take(
    _ id: Identifier<ScienceTask>, to state: String, on day: LocalDate,
    _ change: (inout TaskMoveRequest) -> Void = { _ in }
  ) async throws -> ChangeReceipt {
    var request = TaskMoveRequest(to: state, on: day)
    (request.document, request.reason) = ("01/QĐ-SKHCN", "theo đề nghị")
    change(&request)
    return try await programme.move(
      id, request, ifVersion: try await record(id).summary.task.version, by: session())
  }

  /// A task that is being carried out since June 2019.
  func runningTask(
    _ change: (inout TaskContent) -> Void = { _ in }
  ) async throws -> Identifier<ScienceTask> {
    let id = try await task("Máy sấy lúa tầng sôi", change)
    for (state, month) in [
      ("determined", 2), ("open-selection", 3), ("budget-appraisal", 4), ("approved", 5),
    ] {
      try await take(id, to: state, on: Self.day(2019, month, 12))
    }
    try await take(id, to: "contracted", on: Self.day(2019, 6, 3))
    try await take(id, to: "implementing", on: Self.day(2019, 6, 10))
    return id
  }

  /// A source with so many millions, since January 2019.
  func source(_ million: Int64 = 500) async throws -> Identifier<FundingSource> {
    let id = try await programme.addSource(
      "SNKH-ST", title: "Sự nghiệp khoa học tỉnh", kind: .provincial, by: session()
    ).id
    _ = try await programme.allot(
      Money(dong: million * 1_000_000), to: id, on: Self.day(2019, 1, 2), document: "01/QĐ",
      by: session())
    return id
  }

  func commitment(
    _ source: Identifier<FundingSource>, _ million: Int64, task: Identifier<ScienceTask>? = nil
  ) async throws -> Identifier<Commitment> {
    var content = CommitmentContent(title: "Thực hiện nhiệm vụ", source: source)
    content.task = task
    return try await programme.commit(
      content, Money(dong: million * 1_000_000), on: Self.day(2019, 6, 3), document: "HĐ 01",
      by: session()
    ).id
  }

  @discardableResult
  func pay(
    _ kind: MoneyEntry.Kind, _ million: Int64, _ commitment: Identifier<Commitment>,
    on day: LocalDate = Desk.day(2019, 7, 1), daysLater: Int = 0
  ) async throws -> ChangeReceipt {
    try await programme.add(
      kind, Money(dong: million * 1_000_000), to: commitment, on: day, tranche: nil,
      document: "UNC 01", by: session(daysLater: daysLater))
  }

  func value(_ code: String, _ question: IndicatorQuestion) async throws -> Int64? {
    try await programme.indicators(question, calendar: Self.calendar)
      .first { $0.indicator.code == code }?.value
  }
}

/// What the rules of the programme refused; nil when something else happened.
func declined(_ body: () async throws -> Void) async -> ProgrammeRefusal? {
  guard case .programmeRefused(let refusal)? = await caught(body) else { return nil }
  return refusal
}
