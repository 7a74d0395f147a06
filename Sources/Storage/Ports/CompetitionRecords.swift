public import Incubation

/// A contest in a list.
public struct CompetitionSummary: Hashable, Sendable {
  /// The contest.
  public var competition: Competition
  /// Its rounds, in order.
  public var rounds: [Round]
  /// How many entries it has.
  public var entryCount: Int
  /// How many judges.
  public var judgeCount: Int
  /// The deadline that counts; nil when none was set.
  public var deadline: EntryDeadline?
  /// The user as a judge of the contest; nil when they are none.
  public var ownJudge: Identifier<Judge>?
}

/// Everything about a contest but its scores.
public struct CompetitionRecord: Hashable, Sendable {
  /// The contest.
  public var competition: Competition
  /// Deadlines, the first first: the last one counts.
  public var deadlines: [EntryDeadline]
  /// Its rounds, in order.
  public var rounds: [Round]
  /// Its entries by code.
  public var entries: [Entry]
  /// Its judges by code.
  public var judges: [Judge]
}

/// An entry that competes, or competed, elsewhere as well.
public struct EntryDuplicate: Hashable, Sendable {
  /// The entry of this contest.
  public var entry: Identifier<Entry>
  /// Its code.
  public var code: String
  /// Its title.
  public var title: SafeText
  /// Code of the other contest.
  public var otherCompetition: String
  /// Code of the entry there.
  public var otherCode: String
}

/// What people say about a judge.
public struct JudgeContent: Hashable, Sendable {
  /// The code; empty for the next free one, "GK1".
  public var code: String
  /// Account; nil for one whose sheets are on paper.
  public var login: String?
  /// The name.
  public var name: SafeText
  /// Where the judge works; empty when unknown.
  public var organisation: SafeText
  /// The department that sends the judge; nil for one from elsewhere.
  public var department: Identifier<Organisation>?

  /// A judge.
  public init(
    name: SafeText, code: String = "", login: String? = nil, organisation: SafeText = .empty,
    department: Identifier<Organisation>? = nil
  ) {
    self.code = code
    self.login = login
    self.name = name
    self.organisation = organisation
    self.department = department
  }
}

/// A judge's place on a panel.
public struct Seat: Hashable, Sendable {
  /// The judge.
  public var judge: Identifier<Judge>
  /// Whether the sheets never count.
  public var isShadow: Bool
  /// How many entries at most; nil for no limit.
  public var capacity: Int?

  /// A place whose sheets count, unless said otherwise.
  public init(_ judge: Identifier<Judge>, isShadow: Bool = false, capacity: Int? = nil) {
    self.judge = judge
    self.isShadow = isShadow
    self.capacity = capacity
  }
}

/// How judges are assigned to entries.
public struct AssignmentSettings: Hashable, Sendable {
  /// How many judges an entry gets; nil for every judge that is present.
  public var panelSize: Int?
  /// The seed of the lot.
  public var seed: UInt64

  /// The full panel, unless a size is given.
  public init(panelSize: Int? = nil, seed: UInt64) {
    self.panelSize = panelSize
    self.seed = seed
  }
}
