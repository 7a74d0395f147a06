public import Incubation

/// Agreements, tasks, money, connections and figures. One transaction a verb; every verb that
/// changes something asks whether the user may, writes an event, and returns a receipt for undo,
/// which `undo` here and on `VenturePort` take. All throw `StorageError`; what the rules refuse is
/// `programmeRefused`.
public protocol ProgrammePort: Sendable {
  // MARK: Tasks

  /// The regimes, oldest first: as the database has them, else as they are shipped.
  func regimes() async throws -> [TaskRegime]
  /// Stores a regime of the province's own; it goes before the shipped one with its code.
  func keep(_ regime: TaskRegime, by: Session) async throws
  /// Tasks of a filter by number, with what is late on a day.
  func tasks(
    _ filter: TaskFilter, calendar: WorkingDays, on day: LocalDate
  ) async throws -> [TaskSummary]
  /// The task with this code, whatever its case; nil when there is none.
  func task(code: String) async throws -> Identifier<ScienceTask>?
  /// Everything about one task, with what is late on a day or due within 30.
  func task(
    _ id: Identifier<ScienceTask>, calendar: WorkingDays, on day: LocalDate
  ) async throws -> TaskRecord
  /// A new task, proposed on a day on which its regime was in force.
  func create(
    _ content: TaskContent, proposedOn day: LocalDate, by: Session
  ) async throws -> (id: Identifier<ScienceTask>, receipt: ChangeReceipt)
  /// Changes what a task says; its regime stays.
  func update(
    _ id: Identifier<ScienceTask>, to content: TaskContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Takes a task a step on, back, out, or extends its contract, as its regime knows.
  func move(
    _ id: Identifier<ScienceTask>, _ request: TaskMoveRequest, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Takes in a progress report.
  func report(
    _ report: TaskReport, of id: Identifier<ScienceTask>, calendar: WorkingDays, by: Session
  ) async throws -> ChangeReceipt

  // MARK: Money

  /// The sources with what their accounts hold, by short name.
  func sources() async throws -> [SourceRecord]
  /// A new source.
  func addSource(
    _ code: SafeText, title: SafeText, kind: FundingSource.Kind, by: Session
  ) async throws -> (id: Identifier<FundingSource>, receipt: ChangeReceipt)
  /// Money that a source gets to give.
  func allot(
    _ amount: Money, to source: Identifier<FundingSource>, on day: LocalDate,
    document: SafeText, by: Session
  ) async throws -> ChangeReceipt
  /// The calls, by number, each with its applications.
  func calls() async throws -> [CallRecord]
  /// A new call.
  func addCall(
    _ title: SafeText, source: Identifier<FundingSource>, opens: LocalDate, closes: LocalDate,
    by: Session
  ) async throws -> (id: Identifier<FundingCall>, receipt: ChangeReceipt)
  /// Hands an application in, while the call is open.
  func apply(
    _ title: SafeText, to call: Identifier<FundingCall>, venture: Identifier<Venture>?,
    amount: Money, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<FundingApplication>, receipt: ChangeReceipt)
  /// Approves, refuses or withdraws an application.
  func decide(
    _ id: Identifier<FundingApplication>, _ state: FundingApplication.State, on day: LocalDate,
    document: SafeText, by: Session
  ) async throws -> ChangeReceipt
  /// The commitments by number, of one venture or all, with their balance.
  func commitments(of venture: Identifier<Venture>?) async throws -> [CommitmentRecord]
  /// Promises money that the source has.
  func commit(
    _ content: CommitmentContent, _ amount: Money, on day: LocalDate, document: SafeText,
    by: Session
  ) async throws -> (id: Identifier<Commitment>, receipt: ChangeReceipt)
  /// Records what happened to the money of a commitment; never more than was promised.
  func add(
    _ kind: MoneyEntry.Kind, _ amount: Money, to commitment: Identifier<Commitment>,
    on day: LocalDate, tranche: Int?, document: SafeText, by: Session
  ) async throws -> ChangeReceipt
  /// The lines of the ledger by day.
  func ledger(_ filter: LedgerFilter) async throws -> [LedgerLine]

  // MARK: Agreements

  /// The agreements, by number.
  func agreements() async throws -> [Agreement]
  /// An agreement with its parties' names, reviews and renewals.
  func agreement(_ id: Identifier<Agreement>) async throws -> AgreementRecord
  /// A new agreement.
  func sign(_ content: AgreementContent, by: Session) async throws
    -> (id: Identifier<Agreement>, receipt: ChangeReceipt)
  /// Changes what an agreement says.
  func update(
    _ id: Identifier<Agreement>, to content: AgreementContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// Records a review.
  func review(_ review: AgreementReview, of id: Identifier<Agreement>, by: Session) async throws
    -> ChangeReceipt
  /// How the aims stand: for each content item, each of its aims; counted from records.
  func progress(
    of id: Identifier<Agreement>, _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [[TargetProgress]]

  // MARK: Connections

  /// The partners, by number.
  func partners() async throws -> [Partner]
  /// Open connections by partner; those without any are missing.
  func load() async throws -> [Identifier<Partner>: Int]
  /// A new partner.
  func add(_ partner: PartnerContent, by: Session) async throws
    -> (id: Identifier<Partner>, receipt: ChangeReceipt)
  /// Changes what a partner says.
  func update(
    _ id: Identifier<Partner>, to content: PartnerContent, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// The partners that fit a venture, the best first, with the reasons.
  func matches(for venture: Identifier<Venture>) async throws -> [PartnerMatch]
  /// The connections, the latest first; of one venture, or all.
  func connections(of venture: Identifier<Venture>?) async throws -> [Connection]
  /// The steps of a connection, oldest first, those taken back left out.
  func steps(of id: Identifier<Connection>) async throws -> [ConnectionStep]
  /// Introduces a venture to a partner that is not full.
  func connect(
    _ venture: Identifier<Venture>, with partner: Identifier<Partner>, on day: LocalDate,
    department: Identifier<Organisation>?, note: SafeText, by: Session
  ) async throws -> (id: Identifier<Connection>, receipt: ChangeReceipt)
  /// Takes a connection a step further.
  func advance(
    _ id: Identifier<Connection>, _ step: ConnectionStep, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt
  /// The supports, by day; of one venture, or all.
  func supports(of venture: Identifier<Venture>?) async throws -> [EnterpriseSupport]
  /// What a support would pass of the cap that it names; empty when all is well.
  func excess(of support: SupportContent) async throws -> [SupportCap.Excess]
  /// Records a support.
  func support(_ content: SupportContent, by: Session) async throws
    -> (id: Identifier<EnterpriseSupport>, receipt: ChangeReceipt)
  /// The exchanges between the departments, by number.
  func exchanges() async throws -> [Exchange]
  /// Records an exchange.
  func exchange(
    _ kind: Exchange.Kind, _ title: SafeText, on day: LocalDate,
    department: Identifier<Organisation>?, people: SafeText, result: SafeText, by: Session
  ) async throws -> (id: Identifier<Exchange>, receipt: ChangeReceipt)
  /// The investment rounds, by day; of one venture, or all.
  func rounds(of venture: Identifier<Venture>?) async throws -> [InvestmentRound]
  /// Records an investment round.
  func closeRound(
    _ title: SafeText, of venture: Identifier<Venture>, on day: LocalDate, amount: Money,
    investors: [SafeText], by: Session
  ) async throws -> (id: Identifier<InvestmentRound>, receipt: ChangeReceipt)

  // MARK: Figures

  /// All figures.
  func indicators(
    _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [IndicatorValue]
  /// All figures for several periods with the same knowledge, the records read once.
  func series(
    _ periods: [IndicatorQuestion], knownAt: Timestamp?, calendar: WorkingDays
  ) async throws -> [[IndicatorValue]]
  /// The records behind a figure, the latest first.
  func records(
    behind indicator: Indicator, _ question: IndicatorQuestion, calendar: WorkingDays
  ) async throws -> [EvidenceRecord]
  /// The whole line of a venture.
  func lineage(of venture: Identifier<Venture>) async throws -> Lineage
  /// The departments with their dated names.
  func departments() async throws -> [Identifier<Organisation>: [DatedName]]

  // MARK: Undo

  /// Takes a change back by adding one that cancels it. Undoing an undo redoes.
  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt
}

extension Stores {
  /// Agreements, tasks, money, connections, figures.
  public var programme: any ProgrammePort { SQLProgrammeStore(database: database) }
}
