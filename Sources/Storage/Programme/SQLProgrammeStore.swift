import Incubation

/// Agreements, tasks, money and connections over a database.
struct SQLProgrammeStore: ProgrammePort {
  let database: any SQLDatabase

  private func write<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (WriteContext) throws -> T
  ) async throws -> T {
    try await database.write { try body(WriteContext($0, session)) }
  }

  // MARK: Tasks

  func regimes() async throws -> [TaskRegime] {
    try await database.read { try ProgrammeReading.regimes(on: $0) }
  }

  func keep(_ regime: TaskRegime, by: Session) async throws {
    try await write(by) { context in
      try context.require(.maintain)
      try context.touch(.programme)
      try context.connection.execute(
        """
        INSERT INTO programme_regime (code, body) VALUES (?, ?)
        ON CONFLICT (code) DO UPDATE SET body = excluded.body
        """, [.text(regime.code), .text(regime.json.written())])
    }
  }

  func tasks(
    _ filter: TaskFilter, calendar: WorkingDays, on day: LocalDate
  ) async throws -> [TaskSummary] {
    try await database.read {
      try TaskReading.list(filter, calendar: calendar, on: day, on: $0)
    }
  }

  func task(code: String) async throws -> Identifier<ScienceTask>? {
    try await database.read { connection in
      try ProgrammeReading.identity(of: code, .task, on: connection)
        .flatMap { Identifier(bytes: $0) }
    }
  }

  func task(
    _ id: Identifier<ScienceTask>, calendar: WorkingDays, on day: LocalDate
  ) async throws -> TaskRecord {
    try await database.read {
      try TaskReading.record(id, calendar: calendar, on: day, on: $0)
    }
  }

  func create(
    _ content: TaskContent, proposedOn day: LocalDate, by: Session
  ) async throws -> (id: Identifier<ScienceTask>, receipt: ChangeReceipt) {
    try await write(by) { try TaskWriting($0).create(content, proposedOn: day) }
  }

  func update(
    _ id: Identifier<ScienceTask>, to content: TaskContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try TaskWriting($0).update(id, to: content, ifVersion: ifVersion) }
  }

  func move(
    _ id: Identifier<ScienceTask>, _ request: TaskMoveRequest, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try TaskWriting($0).move(id, request, ifVersion: ifVersion) }
  }

  func report(
    _ report: TaskReport, of id: Identifier<ScienceTask>, calendar: WorkingDays, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try TaskWriting($0).report(report, of: id, calendar: calendar) }
  }

  // MARK: Undo

  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt {
    try await write(by) { context in
      guard let receipt = try ProgrammeUndo(context: context).undo(event) else {
        throw StorageError.notFound(entity: "event")
      }
      return receipt
    }
  }
}

// MARK: Money

extension SQLProgrammeStore {
  func sources() async throws -> [SourceRecord] {
    try await database.read { connection in
      let lines = try MoneyReading.ledger(LedgerFilter(), on: connection)
      let bySource = Dictionary(grouping: lines) { $0.entry.source }
      return try ProgrammeReading.rows(.source, on: connection).map { row in
        let source = try ProgrammeColumns.source(row)
        return SourceRecord(source: source, balance: (bySource[source.id] ?? []).balance)
      }
    }
  }

  func addSource(
    _ code: SafeText, title: SafeText, kind: FundingSource.Kind, by: Session
  ) async throws -> (id: Identifier<FundingSource>, receipt: ChangeReceipt) {
    try await write(by) { try MoneyWriting($0).addSource(code, title: title, kind: kind) }
  }

  func allot(
    _ amount: Money, to source: Identifier<FundingSource>, on day: LocalDate,
    document: SafeText, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try MoneyWriting($0).allot(amount, to: source, on: day, document: document)
    }
  }

  func calls() async throws -> [CallRecord] {
    try await database.read { connection in
      let applications = try ProgrammeReading.rows(.application, on: connection)
        .map(ProgrammeColumns.application)
      return try ProgrammeReading.rows(.call, on: connection).map { row in
        let call = try ProgrammeColumns.call(row)
        return CallRecord(call: call, applications: applications.filter { $0.call == call.id })
      }
    }
  }

  func addCall(
    _ title: SafeText, source: Identifier<FundingSource>, opens: LocalDate, closes: LocalDate,
    by: Session
  ) async throws -> (id: Identifier<FundingCall>, receipt: ChangeReceipt) {
    try await write(by) {
      try MoneyWriting($0).addCall(title, source: source, opens: opens, closes: closes)
    }
  }

  func apply(
    _ title: SafeText, to call: Identifier<FundingCall>, venture: Identifier<Venture>?,
    amount: Money, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<FundingApplication>, receipt: ChangeReceipt) {
    try await write(by) {
      try MoneyWriting($0).apply(title, to: call, venture: venture, amount: amount, on: day)
    }
  }

  func decide(
    _ id: Identifier<FundingApplication>, _ state: FundingApplication.State, on day: LocalDate,
    document: SafeText, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try MoneyWriting($0).decide(id, state, on: day, document: document) }
  }

  func commitments(of venture: Identifier<Venture>?) async throws -> [CommitmentRecord] {
    try await database.read { try MoneyReading.commitments(of: venture, on: $0) }
  }

  func commit(
    _ content: CommitmentContent, _ amount: Money, on day: LocalDate, document: SafeText,
    by: Session
  ) async throws -> (id: Identifier<Commitment>, receipt: ChangeReceipt) {
    try await write(by) {
      try MoneyWriting($0).commit(content, amount, on: day, document: document)
    }
  }

  func add(
    _ kind: MoneyEntry.Kind, _ amount: Money, to commitment: Identifier<Commitment>,
    on day: LocalDate, tranche: Int?, document: SafeText, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try MoneyWriting($0)
        .add(kind, amount, to: commitment, on: day, tranche: tranche, document: document)
    }
  }

  func ledger(_ filter: LedgerFilter) async throws -> [LedgerLine] {
    try await database.read { try MoneyReading.ledger(filter, on: $0) }
  }
}

// MARK: Agreements and figures

extension SQLProgrammeStore {
  func agreements() async throws -> [Agreement] {
    try await database.read {
      try ProgrammeReading.rows(.agreement, on: $0).map(PartnershipColumns.agreement)
    }
  }

  func agreement(_ id: Identifier<Agreement>) async throws -> AgreementRecord {
    try await database.read { try PartnershipReading.agreement(id, on: $0) }
  }

  func sign(
    _ content: AgreementContent, by: Session
  ) async throws -> (id: Identifier<Agreement>, receipt: ChangeReceipt) {
    try await write(by) { try PartnershipWriting($0).sign(content) }
  }

  func update(
    _ id: Identifier<Agreement>, to content: AgreementContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try PartnershipWriting($0).update(id, to: content, ifVersion: ifVersion)
    }
  }

  func review(
    _ review: AgreementReview, of id: Identifier<Agreement>, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try PartnershipWriting($0).review(review, of: id) }
  }

  func progress(
    of id: Identifier<Agreement>, _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [[TargetProgress]] {
    try await database.read {
      try PartnershipReading.progress(of: id, question, calendar: calendar, on: $0)
    }
  }

  func indicators(
    _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [IndicatorValue] {
    try await series([question], knownAt: question.knownAt, calendar: calendar)[0]
  }

  func series(
    _ periods: [IndicatorQuestion], knownAt: Timestamp?, calendar: WorkingDays
  ) async throws -> [[IndicatorValue]] {
    try await database.read {
      try IndicatorReading(connection: $0, calendar: calendar)
        .values(Indicator.all, periods, knownAt: knownAt)
    }
  }

  func records(
    behind indicator: Indicator, _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [EvidenceRecord] {
    try await database.read {
      try IndicatorReading(connection: $0, calendar: calendar)
        .records(behind: indicator, question).map(\.record)
    }
  }

  func lineage(of venture: Identifier<Venture>) async throws -> Lineage {
    try await database.read { try LineageReading(connection: $0).lineage(of: venture) }
  }

  func departments() async throws -> [Identifier<Organisation>: [DatedName]] {
    try await database.read { try ProgrammeReading.departments(on: $0) }
  }
}

// MARK: Connections

extension SQLProgrammeStore {
  func partners() async throws -> [Partner] {
    try await database.read { try PartnershipReading.partners(on: $0) }
  }

  func load() async throws -> [Identifier<Partner>: Int] {
    try await database.read { try PartnershipReading.load(on: $0) }
  }

  func add(
    _ partner: PartnerContent, by: Session
  ) async throws -> (id: Identifier<Partner>, receipt: ChangeReceipt) {
    try await write(by) { try PartnershipWriting($0).add(partner) }
  }

  func update(
    _ id: Identifier<Partner>, to content: PartnerContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) {
      try PartnershipWriting($0).update(id, to: content, ifVersion: ifVersion)
    }
  }

  func matches(for venture: Identifier<Venture>) async throws -> [PartnerMatch] {
    try await database.read { try PartnershipReading.matches(for: venture, on: $0) }
  }

  func connections(of venture: Identifier<Venture>?) async throws -> [Connection] {
    try await database.read { try PartnershipReading.connections(of: venture, on: $0) }
  }

  func steps(of id: Identifier<Connection>) async throws -> [ConnectionStep] {
    try await database.read { connection in
      try ProgrammeReading.facts(of: id.bytes, .step, on: connection)
        .filter { !$0.isCancelled }.map(PartnershipColumns.step)
    }
  }

  func connect(
    _ venture: Identifier<Venture>, with partner: Identifier<Partner>, on day: LocalDate,
    department: Identifier<Organisation>?, note: SafeText, by: Session
  ) async throws -> (id: Identifier<Connection>, receipt: ChangeReceipt) {
    try await write(by) {
      try PartnershipWriting($0)
        .connect(venture, with: partner, on: day, department: department, note: note)
    }
  }

  func advance(
    _ id: Identifier<Connection>, _ step: ConnectionStep, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try PartnershipWriting($0).advance(id, step, ifVersion: ifVersion) }
  }

  func supports(of venture: Identifier<Venture>?) async throws -> [EnterpriseSupport] {
    try await rows(.support, of: venture, PartnershipColumns.support)
  }

  func rounds(of venture: Identifier<Venture>?) async throws -> [InvestmentRound] {
    try await rows(.round, of: venture, PartnershipColumns.round)
  }

  private func rows<T: Sendable>(
    _ kind: ProgrammeRow.Kind, of venture: Identifier<Venture>?,
    _ make: @escaping @Sendable (ProgrammeRow) throws -> T
  ) async throws -> [T] {
    try await database.read { connection in
      try venture.map { try ProgrammeReading.rows(kind, of: $0, on: connection).map(make) }
        ?? ProgrammeReading.rows(kind, on: connection).map(make)
    }
  }

  func excess(of support: SupportContent) async throws -> [SupportCap.Excess] {
    guard let cap = SupportCap.named(support.cap) else { return [] }
    let earlier = try await supports(of: support.venture).map(\.content)
    return cap.excess(of: support, after: earlier.filter { $0.cap == support.cap })
  }

  func support(
    _ content: SupportContent, by: Session
  ) async throws -> (id: Identifier<EnterpriseSupport>, receipt: ChangeReceipt) {
    try await write(by) { try PartnershipWriting($0).support(content) }
  }

  func exchanges() async throws -> [Exchange] {
    try await rows(.exchange, of: nil, PartnershipColumns.exchange)
  }

  func exchange(
    _ kind: Exchange.Kind, _ title: SafeText, on day: LocalDate,
    department: Identifier<Organisation>?, people: SafeText, result: SafeText, by: Session
  ) async throws -> (id: Identifier<Exchange>, receipt: ChangeReceipt) {
    try await write(by) {
      try PartnershipWriting($0).exchange(
        kind, title, on: day, department: department, people: people, result: result)
    }
  }

  func closeRound(
    _ title: SafeText, of venture: Identifier<Venture>, on day: LocalDate, amount: Money,
    investors: [SafeText], by: Session
  ) async throws -> (id: Identifier<InvestmentRound>, receipt: ChangeReceipt) {
    try await write(by) {
      try PartnershipWriting($0)
        .closeRound(title, of: venture, on: day, amount: amount, investors: investors)
    }
  }
}
