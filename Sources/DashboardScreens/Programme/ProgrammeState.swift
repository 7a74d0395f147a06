import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// What a page about the programme shows.
enum ProgrammeData: Equatable, Sendable {
  case overview(ProgrammeOverview)
  case tasks([TaskSummary])
  case task(TaskRecord)
  case money(ProgrammeAccounts)
  case commitment(CommitmentRecord)
  case agreements([Agreement])
  case agreement(AgreementRecord, [[TargetProgress]])
  case calls([CallRecord])
  case connections([Connection], [InvestmentRound])
  case connection(Connection, [ConnectionStep])
  case partners([Partner], [Identifier<Partner>: Int])
  case exchanges([Exchange])
  case supports([EnterpriseSupport])
  case figures(now: [IndicatorValue], before: [IndicatorValue])
  case figure(now: IndicatorValue, before: IndicatorValue, [EvidenceRecord])
  case lineage(ProgrammeLineage)
}

/// What the supervisor's page shows.
struct ProgrammeOverview: Equatable, Sendable {
  /// The agreement in force, else the latest; nil without any.
  var agreement: AgreementRecord?
  /// How its aims stand, by content item.
  var progress: [[TargetProgress]] = []
  /// Tasks with something late or due soon.
  var tasks: [TaskSummary] = []
  /// Commitments, for payments that are due.
  var commitments: [CommitmentRecord] = []
  /// Calls that take applications.
  var calls: [CallRecord] = []
  /// The figures from the beginning up to today.
  var now: [IndicatorValue] = []
  /// The same, a year ago.
  var before: [IndicatorValue] = []
}

/// Sources, commitments and the ledger.
struct ProgrammeAccounts: Equatable, Sendable {
  var sources: [SourceRecord]
  var commitments: [CommitmentRecord]
  var lines: [LedgerLine]
}

/// The whole line of a venture, and who fits it.
struct ProgrammeLineage: Equatable, Sendable {
  var venture: Identifier<Venture>
  var lineage: Lineage
  var matches: [PartnerMatch]
  var connections: [Connection]
}

/// What forms choose from.
struct ProgrammeLists: Equatable, Sendable {
  var regimes: [TaskRegime] = []
  var sources: [FundingSource] = []
  var partners: [Partner] = []
  /// The departments with their dated names.
  var departments: [Identifier<Organisation>: [DatedName]] = [:]
}

/// Which tasks are shown.
struct ProgrammeFilter: Equatable, Sendable {
  /// Letters of number or name.
  var text = ""
  /// The phase; nil for all.
  var phase: TaskState.Phase?
  /// Code of the regime; empty for all.
  var regime = ""
  /// The year of the latest step; nil for all.
  var year: Int?
  /// Whether only those are shown that are late.
  var overdueOnly = false

  /// Whether nothing is left out.
  var isEmpty: Bool { self == ProgrammeFilter() }

  func includes(_ row: TaskSummary) -> Bool {
    let folded = TextFolding.fold(text)
    let names = [row.task.code.string, row.task.content.title.string, row.ventureTitle.string]
    return (text.isEmpty || names.contains { TextFolding.fold($0).contains(folded) })
      && (phase.map { row.state.phase == $0 } ?? true)
      && (regime.isEmpty || row.regime == regime)
      && (year.map { row.task.since.components.year == $0 } ?? true)
      && (!overdueOnly || row.alerts.contains(where: \.isOverdue))
  }
}

/// What a line opens.
enum ProgrammeTarget: Hashable, Sendable {
  case place(ProgrammePlace)
  case venture(Identifier<Venture>)
  case evidence(EvidenceRecord)
  case form(ProgrammeFormKind)
}

/// What can be filled in.
enum ProgrammeFormKind: Hashable, Sendable {
  case filter
  case newTask, editTask
  case move(String)
  case report(Int)
  case source, allot, commit
  case pay(MoneyEntry.Kind)
  case call
  case apply(Identifier<FundingCall>)
  case decide(Identifier<FundingApplication>)
  case review, target, renew
  case partner(Identifier<Partner>?)
  case connect(Identifier<Partner>?)
  case step(Connection.Step)
  case support, exchange, round
}

/// What the programme's screen knows.
struct ProgrammeState: Equatable, Sendable {
  /// Which page; nil for the supervisor's.
  var place: ProgrammePlace?
  /// What it shows; nil until it is loaded.
  var data: ProgrammeData?
  /// What its forms choose from.
  var lists = ProgrammeLists()
  /// The line in focus; nil for the first.
  var focus: String?
  /// What is being filled in; nil while reading.
  var edit: ProgrammeEdit?
  /// Which tasks are shown.
  var filter = ProgrammeFilter()
  /// What the ledger is gathered by.
  var grouping = LedgerGrouping.source
  /// Why it could not be loaded; nil when it could.
  var problem: StorageError?
  /// What was typed at an earlier time, until the page is there and the form opened.
  var draft: Draft?
  /// The line that was clicked last, while nothing else was done since.
  var clicked: String?
  /// Whether Esc has been pressed once over something typed.
  var isLeaving = false
}

/// What can happen to it.
enum ProgrammeAction: Equatable, Sendable {
  case loaded(ProgrammeData, ProgrammeLists, place: ProgrammePlace?)
  case failed(StorageError)
  case reload
  case move(Int)
  case section(Int)
  case first, last
  case letter(Character)
  case line(String)
  case open
  case go(ProgrammePlace)
  case goOverview
  case found(ProgrammeTarget?)
  case begin(ProgrammeFormKind)
  case clearFilter
  case overdueOnly
  case group
  case input(InputEvent)
  case submit
  case cancel
  case field(String)
  case pick(FormPick)
  case saved(ChangeReceipt, ProgrammePlace?)
  case warned([SupportCap.Excess], SupportCap)
  case wrong(field: String, ProgrammeProblem)
  case refused(StorageError)
}

/// What it asks for.
enum ProgrammeEffect: ScreenEffect {
  /// Load a page.
  case load(ProgrammePlace?, today: LocalDate)
  /// Find the record behind a row.
  case find(EvidenceRecord)
  /// Write what was filled in.
  case write(ProgrammeWork)

  var cancellationKey: String? {
    switch self {
    case .load: "page"
    case .find: "find"
    case .write: nil
    }
  }
}
