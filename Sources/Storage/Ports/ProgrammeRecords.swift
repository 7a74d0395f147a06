public import Incubation

/// Which tasks are wanted.
public struct TaskFilter: Hashable, Sendable {
  /// Letters of code or name, accents not needed; empty for all.
  public var text = ""
  /// Phases; empty for all.
  public var phases: Set<TaskState.Phase> = []
  /// The venture that they carry; nil for all.
  public var venture: Identifier<Venture>?
  /// Whether only those are wanted that are late.
  public var overdueOnly = false
  /// Also what is due within so many days.
  public var ahead = 0

  /// All tasks.
  public init() {}
}

/// A task as lists show it.
public struct TaskSummary: Hashable, Sendable {
  /// The task.
  public var task: ScienceTask
  /// Code of its regime.
  public var regime: String
  /// Its state.
  public var state: TaskState
  /// Code of the venture that it carries; empty for none.
  public var ventureCode: SafeText
  /// Name of the venture; empty for none.
  public var ventureTitle: SafeText
  /// Names of the department that leads it; empty when unknown.
  public var department: [DatedName]
  /// What is late, and what is due soon when that was asked for.
  public var alerts: [TaskAlert]
}

/// Everything about a task.
public struct TaskRecord: Hashable, Sendable {
  /// What lists show.
  public var summary: TaskSummary
  /// The law it lives under.
  public var regime: TaskRegime
  /// Its steps in the order in which they were recorded, those taken back marked.
  public var moves: [TaskMove]
  /// The progress reports that were handed in.
  public var reports: [TaskReport]
  /// The days on which reports are due, the first one first.
  public var reportDays: [LocalDate]
  /// Its money by day.
  public var money: [LedgerLine]

  /// What may follow its state.
  public var transitions: [TaskTransition] { regime.transitions(from: summary.task.state) }
}

/// A source with what its accounts hold.
public struct SourceRecord: Hashable, Sendable {
  /// The source.
  public var source: FundingSource
  /// What its accounts hold.
  public var balance: LedgerBalance
}

/// A call with its applications.
public struct CallRecord: Hashable, Sendable {
  /// The call.
  public var call: FundingCall
  /// Its applications, by number.
  public var applications: [FundingApplication]
}

/// A commitment with its money.
public struct CommitmentRecord: Hashable, Sendable {
  /// The commitment.
  public var commitment: Commitment
  /// Name of its source.
  public var source: SafeText
  /// What its accounts hold.
  public var balance: LedgerBalance
  /// What happened in the order in which it was recorded, what was taken back marked.
  public var entries: [MoneyEntry]
}

/// Which lines of the ledger are wanted.
public struct LedgerFilter: Hashable, Sendable {
  /// The first day; nil from the beginning.
  public var from: LocalDate?
  /// The last day; nil to the end.
  public var to: LocalDate?
  /// Only what was recorded by then; nil for all.
  public var knownAt: Timestamp?
  /// Short name of the source; empty for all.
  public var source = ""
  /// Code of the venture; empty for all.
  public var venture = ""
  /// Code of the task; empty for all.
  public var task = ""

  /// All lines.
  public init() {}

  /// Whether a line has the names asked for.
  func includes(_ line: LedgerLine) -> Bool {
    func fits(_ wanted: String, _ name: SafeText) -> Bool {
      wanted.isEmpty || TextFolding.fold(wanted) == TextFolding.fold(name.string)
    }
    return fits(source, line.source) && fits(venture, line.venture) && fits(task, line.task)
  }
}

/// Everything about an agreement.
public struct AgreementRecord: Hashable, Sendable {
  /// The agreement.
  public var agreement: Agreement
  /// The names of its parties with their periods, in the order of the parties.
  public var partyNames: [[DatedName]]
  /// Its reviews, oldest first.
  public var reviews: [AgreementReview]
  /// Numbers of the agreements that it renews, the latest first.
  public var renewed: [SafeText]
}
