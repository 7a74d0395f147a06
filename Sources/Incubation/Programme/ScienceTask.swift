/// A science-and-technology task (nhiệm vụ KH&CN): how a feasible idea is carried to a product.
public struct ScienceTask: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<ScienceTask>
  /// The number by which people call it: "NV-0003"; unique, never reused.
  public var code: SafeText
  /// What a person may edit.
  public var content: TaskContent
  /// Code of the state it is in; a projection of its moves.
  public var state: String
  /// The day on which it came into the state.
  public var since: LocalDate
  /// The last day of its contract, extensions included; nil without contract.
  public var end: LocalDate?
  /// Numbers of the progress reports that were handed in.
  public var reports: Set<Int>
  /// Raised by one with every change.
  public var version: Int

  /// A task.
  public init(
    id: Identifier<ScienceTask>, code: SafeText, content: TaskContent, state: String,
    since: LocalDate, end: LocalDate? = nil, reports: Set<Int> = [], version: Int = 1
  ) {
    self.id = id
    self.code = code
    self.content = content
    self.state = state
    self.since = since
    self.end = end
    self.reports = reports
    self.version = version
  }
}

/// What a person may edit of a task. Empty text means that nothing is known.
public struct TaskContent: Hashable, Sendable {
  /// Its name.
  public var title: SafeText
  /// Code of the regime under which it lives: "2013", "2025".
  public var regime: String
  /// What kind of task: "Dự án SXTN", "Đề tài", "Phiếu hỗ trợ"; the list is open.
  public var kind: SafeText = .empty
  /// The organisation that carries it out.
  public var host: SafeText = .empty
  /// Who leads it.
  public var leader: SafeText = .empty
  /// The venture that it carries; nil for none.
  public var venture: Identifier<Venture>?
  /// The department that leads it; nil when unknown.
  public var department: Identifier<Organisation>?
  /// The content item of the agreement that it serves, from 1; nil for none.
  public var item: Int?
  /// Its whole cost, all sources together; nil when unknown.
  public var budget: Money?
  /// Number of the contract.
  public var contract: SafeText = .empty
  /// The first day of the contract; nil without contract.
  public var from: LocalDate?
  /// The last day that the contract names, without extensions; nil without contract.
  public var to: LocalDate?
  /// What is to come out.
  public var products: SafeText = .empty
  /// How the results are used, followed year by year.
  public var use: SafeText = .empty

  /// A task with nothing but a name.
  public init(title: SafeText, regime: String) {
    self.title = title
    self.regime = regime
  }

  /// The content when it can be kept.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func checked() throws(ProgrammeRefusal) -> TaskContent {
    if title.isBlank { throw .titleMissing }
    if let from, let to, to < from { throw .endBeforeStart(from, to) }
    if (from == nil) != (to == nil) { throw .termMissing }
    if let budget, budget.dong < 0 { throw .negative(budget) }
    return self
  }
}

/// A step that a task took. Never changed; taken back by cancelling it, and both stay.
public struct TaskMove: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<TaskMove>
  /// What kind of step; nil for the proposal.
  public var kind: TaskTransition.Kind?
  /// Code of the state that was left; nil for the proposal.
  public var from: String?
  /// Code of the state that was reached.
  public var to: String
  /// The day on which it happened.
  public var day: LocalDate
  /// When it was recorded.
  public var recordedAt: Timestamp
  /// Who recorded it: a login.
  public var actor: String
  /// Why; empty where no reason was asked for.
  public var reason: SafeText
  /// Number of the paper; empty where none was asked for.
  public var document: SafeText
  /// The new end of the contract, of an extension; nil otherwise.
  public var until: LocalDate?
  /// Whether it was taken back.
  public var isCancelled: Bool

  /// A step.
  public init(
    id: Identifier<TaskMove>, kind: TaskTransition.Kind?, from: String?, to: String,
    day: LocalDate, recordedAt: Timestamp, actor: String, reason: SafeText = .empty,
    document: SafeText = .empty, until: LocalDate? = nil, isCancelled: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
    self.day = day
    self.recordedAt = recordedAt
    self.actor = actor
    self.reason = reason
    self.document = document
    self.until = until
    self.isCancelled = isCancelled
  }
}

/// A step that somebody asks for.
public struct TaskMoveRequest: Hashable, Sendable {
  /// Code of the state to reach; for an extension the state it is in, for a resumption the state
  /// before the suspension, or `resume`.
  public var to: String
  /// The day on which it happened.
  public var day: LocalDate
  /// Why.
  public var reason: SafeText = .empty
  /// Number of the paper.
  public var document: SafeText = .empty
  /// The new end of the contract, for an extension.
  public var until: LocalDate?

  /// A step on a day.
  public init(to: String, on day: LocalDate) {
    self.to = to
    self.day = day
  }

  /// What stands for the state before the suspension.
  public static let resume = "resume"
}

/// A progress report that was handed in.
public struct TaskReport: Hashable, Sendable {
  /// Its number, from 1: the first one is due after the regime's months.
  public var number: Int
  /// The day on which it came.
  public var day: LocalDate
  /// Number of the paper, or a file.
  public var document: SafeText
  /// What it says.
  public var summary: SafeText

  /// A report.
  public init(
    number: Int, day: LocalDate, document: SafeText = .empty, summary: SafeText = .empty
  ) {
    self.number = number
    self.day = day
    self.document = document
    self.summary = summary
  }
}
