/// The law under which S&T tasks live, as data: states, transitions, papers, limits, councils.
/// A task keeps the regime under which it began; old tasks finish under old rules.
public struct TaskRegime: Hashable, Sendable {
  /// Unique: "2013", "2025".
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// The first day on which tasks begin under it.
  public var from: LocalDate
  /// The last such day; nil while it is the present one.
  public var to: LocalDate?
  /// Its states, in the order of a task that goes well, the exits last. The first is where tasks
  /// begin.
  public var states: [TaskState]
  /// What may follow what. Anything else is refused.
  public var transitions: [TaskTransition]
  /// How often progress is reported: every so many months from the first day of the contract.
  public var reportMonths: Int
  /// How far and how often a contract may be extended.
  public var extensions: ExtensionRule
  /// Its councils, by code.
  public var councils: [CouncilRule]

  /// A regime.
  public init(
    code: String, title: Bilingual, from: LocalDate, to: LocalDate? = nil, states: [TaskState],
    transitions: [TaskTransition], reportMonths: Int, extensions: ExtensionRule,
    councils: [CouncilRule]
  ) {
    self.code = code
    self.title = title
    self.from = from
    self.to = to
    self.states = states
    self.transitions = transitions
    self.reportMonths = reportMonths
    self.extensions = extensions
    self.councils = councils
  }

  /// The state with a code; nil when there is none.
  public func state(_ code: String) -> TaskState? { states.first { $0.code == code } }

  /// What may follow a state, in the order of the regime.
  public func transitions(from state: String) -> [TaskTransition] {
    transitions.filter { $0.from.contains(state) }
  }

  /// Whether tasks begin under it on a day.
  public func isInForce(on day: LocalDate) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }

  /// Extensions of contracts.
  public struct ExtensionRule: Hashable, Sendable {
    /// How often; 1 is once.
    public var times: Int
    /// From so many months of contract on the longer extension is allowed.
    public var longTermMonths: Int
    /// The most months of extension for long contracts.
    public var longMonths: Int
    /// The most months of extension for shorter ones.
    public var shortMonths: Int

    /// A rule.
    public init(times: Int, longTermMonths: Int, longMonths: Int, shortMonths: Int) {
      self.times = times
      self.longTermMonths = longTermMonths
      self.longMonths = longMonths
      self.shortMonths = shortMonths
    }

    /// The most months for a contract of so many months.
    public func most(forTerm months: Int) -> Int {
      months >= longTermMonths ? longMonths : shortMonths
    }
  }
}

/// A state of a task.
public struct TaskState: Hashable, Sendable {
  /// What a state means for figures: the same phases in every regime.
  public enum Phase: String, CaseIterable, Sendable {
    /// Proposed and determined.
    case proposal
    /// A council or a team decides who does it and for how much.
    case selection
    /// Approved or under contract, work not begun.
    case contract
    /// Being carried out.
    case running
    /// Stopped for a while.
    case suspended
    /// Results are judged, registered, recognised.
    case acceptance
    /// Liquidated; the use of results is followed.
    case finished
    /// Ended without results: not selected, withdrawn, terminated, failed.
    case ended
  }

  /// Unique in its regime.
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// What it means for figures.
  public var phase: Phase
  /// How long a task may stay; nil for no limit.
  public var limit: TaskLimit?

  /// A state.
  public init(_ code: String, _ title: Bilingual, _ phase: Phase, limit: TaskLimit? = nil) {
    self.code = code
    self.title = title
    self.phase = phase
    self.limit = limit
  }
}

/// A period that the law or usual practice sets.
public struct TaskLimit: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    /// Days on which offices work: holidays, Tết and days in lieu are not counted.
    case workingDays = "working-days"
    /// All days; a last day on which nobody works moves to the next working day (Civil Code 2015
    /// art. 148.5).
    case days
  }

  /// What it runs from.
  public enum Start: String, CaseIterable, Sendable {
    /// The day on which the state was reached.
    case arrival
    /// The last day of the contract, extensions included.
    case contractEnd = "contract-end"
  }

  /// How many.
  public var count: Int
  /// Of what.
  public var unit: Unit
  /// From when.
  public var start: Start

  /// A period.
  public init(_ count: Int, _ unit: Unit, from start: Start = .arrival) {
    self.count = count
    self.unit = unit
    self.start = start
  }

  /// The last day of the period that begins on the day after an event.
  public func end(after day: LocalDate, _ calendar: WorkingDays) -> LocalDate {
    switch unit {
    case .workingDays: calendar.adding(count, to: day)
    case .days: calendar.adding(0, to: day.adding(days: count))
    }
  }
}

/// A step that a regime knows.
public struct TaskTransition: Hashable, Sendable {
  /// What kind of step it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// On towards the result.
    case advance
    /// Back to an earlier state; needs a reason.
    case back
    /// Stopped for a while; needs a reason.
    case suspend
    /// On again where it was stopped.
    case resume
    /// Out, without result; needs a reason.
    case exit
    /// A later end of the contract, in the same state; needs a reason.
    case extend
  }

  /// Codes of the states from which it leads.
  public var from: [String]
  /// Code of the state that it reaches; nil for the one before the suspension, or the same.
  public var to: String?
  /// What kind of step it is.
  public var kind: Kind
  /// What people call it.
  public var title: Bilingual
  /// The paper that it needs; nil for none.
  public var document: Bilingual?
  /// Who decides.
  public var decidedBy: Bilingual
  /// Code of the council that meets for it; nil for none.
  public var council: String?

  /// A step.
  public init(
    _ kind: Kind, from: [String], to: String?, _ title: Bilingual, document: Bilingual? = nil,
    by decidedBy: Bilingual, council: String? = nil
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.title = title
    self.document = document
    self.decidedBy = decidedBy
    self.council = council
  }

  /// Whether somebody has to say why.
  public var needsReason: Bool { kind != .advance && kind != .resume }
}

/// How a council is made up, when it may decide, and what its votes mean. Shares are hundredths.
public struct CouncilRule: Hashable, Sendable {
  /// Unique in its regime.
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// How many members it has.
  public var members: ClosedRange<Int>
  /// Numerator of the quorum: 2 of 3 members, at least.
  public var quorumOf: Int
  /// Denominator of the quorum.
  public var quorumIn: Int
  /// How many reviewers have to be there; 0 for none.
  public var reviewers: Int
  /// The least mean of 100 points with which a proposal passes, in hundredths; nil where members
  /// vote.
  public var passMean: Int?

  /// A council.
  public init(
    _ code: String, _ title: Bilingual, members: ClosedRange<Int>, quorumOf: Int, quorumIn: Int,
    reviewers: Int, passMean: Int?
  ) {
    self.code = code
    self.title = title
    self.members = members
    self.quorumOf = quorumOf
    self.quorumIn = quorumIn
    self.reviewers = reviewers
    self.passMean = passMean
  }

  /// Whether a meeting may decide: enough members, the chair or the deputy, the reviewers.
  public func isQuorate(
    members: Int, present: Int, chairOrDeputy: Bool, reviewersPresent: Int
  ) -> Bool {
    self.members.contains(members) && present <= members && chairOrDeputy
      && present * quorumIn >= members * quorumOf && reviewersPresent >= reviewers
  }

  /// What members vote on results.
  public enum Vote: String, CaseIterable, Sendable {
    case excellent, passed, failed
  }

  /// What votes amount to: excellent with three quarters of those present and nobody against,
  /// failed with more than a third against, passed otherwise; nil without votes.
  public func outcome(of votes: [Vote]) -> Vote? {
    if votes.isEmpty { return nil }
    let against = votes.count { $0 == .failed }
    if against * 3 > votes.count { return .failed }
    let best = votes.count { $0 == .excellent }
    return against == 0 && best * 4 >= votes.count * 3 ? .excellent : .passed
  }

  /// Whether a proposal passes: the mean of the members' totals, and no criterion with zero from
  /// more than a third of them. `zeros` counts zeros by criterion. Points are hundredths.
  public func passes(totals: [Int], zeros: [Int]) -> Bool {
    guard let passMean, !totals.isEmpty else { return false }
    return totals.reduce(0, +) >= passMean * totals.count
      && zeros.allSatisfy { $0 * 3 <= totals.count }
  }
}
