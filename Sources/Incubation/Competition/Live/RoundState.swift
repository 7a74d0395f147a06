/// Where a round stands, in the order in which it goes on.
public enum RoundState: String, CaseIterable, Sendable, Comparable {
  /// Being set up.
  case draft
  /// Being judged.
  case open
  /// Being judged; the public board stands still.
  case frozen
  /// Judged: no score is taken any more.
  case closed
  /// Counted, and checked by a second person.
  case verified
  /// Signed: it can no longer change unnoticed.
  case signed
  /// Made public.
  case published
  /// Put away.
  case archived

  /// Earlier states first.
  public static func < (left: RoundState, right: RoundState) -> Bool {
    left.place < right.place
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether judges may score.
  public var takesScores: Bool { self == .open || self == .frozen }
}

/// A way from one state of a round to another: who may go it, what it asks for, and what the
/// record of changes calls it. All ways there are stand in `all`.
public struct RoundEdge: Hashable, Sendable {
  /// The name in the record of changes.
  public enum Name: String, CaseIterable, Sendable {
    case open, freeze, thaw, close, reopen, verify, unverify, sign, annul, publish, archive
  }

  /// The name.
  public let name: Name
  /// From where.
  public let from: RoundState
  /// To where.
  public let to: RoundState
  /// What its user must be allowed to do.
  public let permission: Permission
  /// Whether it needs a reason in writing.
  public let needsReason: Bool
  /// Whether whoever moved the round last may not go it.
  public let needsSecondPerson: Bool
  /// What must hold; each is looked at by `RoundSnapshot.obstacles(to:)`.
  public let conditions: [Condition]

  /// What must hold before a round goes on.
  public enum Condition: String, CaseIterable, Sendable {
    /// The rules are without problems.
    case rules
    /// There are entries, and somebody judges each of them.
    case panels
    /// Every judge said whether there is a conflict of interest, and none waits for a decision.
    case declarations
    /// Every sheet is there and sealed.
    case sheets
    /// There is a result.
    case result
    /// Nothing differs between what is stored and what its events add up to.
    case chain
    /// Nothing of the result is provisional.
    case finality
  }

  init(
    _ name: Name, _ from: RoundState, _ to: RoundState, _ permission: Permission,
    reason: Bool = false, second: Bool = false, _ conditions: [Condition] = []
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.permission = permission
    needsReason = reason
    needsSecondPerson = second
    self.conditions = conditions
  }

  /// All ways.
  public static let all: [RoundEdge] = [
    RoundEdge(
      .open, .draft, .open, .manageCompetitions, [.rules, .panels, .declarations]),
    RoundEdge(.freeze, .open, .frozen, .manageCompetitions),
    RoundEdge(.thaw, .frozen, .open, .manageCompetitions, reason: true),
    RoundEdge(.close, .open, .closed, .runCompetitions, [.sheets]),
    RoundEdge(.close, .frozen, .closed, .runCompetitions, [.sheets]),
    RoundEdge(.reopen, .closed, .open, .manageCompetitions, reason: true, second: true),
    RoundEdge(
      .verify, .closed, .verified, .runCompetitions, second: true,
      [.result, .chain, .finality]),
    RoundEdge(.unverify, .verified, .closed, .runCompetitions, reason: true),
    RoundEdge(.sign, .verified, .signed, .signResults, [.result, .chain]),
    RoundEdge(.annul, .signed, .closed, .signResults, reason: true, second: true),
    RoundEdge(.publish, .signed, .published, .signResults),
    RoundEdge(.archive, .published, .archived, .manageCompetitions),
  ]

  /// The way between two states; nil when there is none.
  public static func between(_ from: RoundState, _ to: RoundState) -> RoundEdge? {
    all.first { $0.from == from && $0.to == to }
  }
}

/// Something in the way of a round.
public enum RoundObstacle: Hashable, Sendable {
  /// The rules have problems.
  case rules([RulesProblem])
  /// There is no entry.
  case noEntries
  /// There is no judge whose sheets count.
  case noJudges
  /// Nobody judges these entries: their codes.
  case unassigned([String])
  /// These judges did not say whether they have a conflict of interest: their codes.
  case undeclared([String])
  /// Conflicts that nobody decided on: how many.
  case openConflicts(Int)
  /// Sheets with a score missing.
  case missingSheets([SheetKey])
  /// Complete sheets that their judge did not seal.
  case unsealed([SheetKey])
  /// Scores that came when the sheet was sealed or the round closed: how many.
  case lateScores(Int)
  /// There can be no result.
  case noResult(TabulationRefusal)
  /// Entries whose result is provisional: their codes.
  case provisional([String])
  /// What is stored does not fit its events: the first thing that does not.
  case tampered(ReplayFinding)

  /// Whether a person may go on in spite of it, by saying so with a reason.
  public var canBeOverridden: Bool {
    switch self {
    case .undeclared, .missingSheets, .unsealed, .lateScores, .provisional: true
    case .rules, .noEntries, .noJudges, .unassigned, .openConflicts, .noResult, .tampered: false
    }
  }
}

/// A sheet by the codes that people know.
public struct SheetKey: Hashable, Sendable, Comparable {
  /// Code of the entry in the round.
  public var entry: String
  /// Code of the judge.
  public var judge: String

  /// A sheet.
  public init(entry: String, judge: String) {
    self.entry = entry
    self.judge = judge
  }

  /// By entry, then by judge.
  public static func < (left: SheetKey, right: SheetKey) -> Bool {
    (left.entry, left.judge) < (right.entry, right.judge)
  }
}
