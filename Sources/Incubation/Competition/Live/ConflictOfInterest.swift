/// Why a judge must not judge an entry.
public struct ConflictOfInterest: Hashable, Sendable {
  /// What kind of tie it is.
  public enum Kind: String, CaseIterable, Sendable {
    case organisation, founder, mentor, investor, family, other
  }

  /// Where it stands.
  public enum Status: String, CaseIterable, Sendable {
    /// Found in the records of the program; it blocks until somebody says that it is none.
    case proposed
    /// It holds.
    case confirmed
    /// Somebody looked and found that it is none.
    case dismissed
  }

  /// The entry.
  public var entry: Identifier<Entry>
  /// The judge.
  public var judge: Identifier<Judge>
  /// What kind of tie.
  public var kind: Kind
  /// Where it stands.
  public var status: Status
  /// In words: what was declared, or which records say so.
  public var reason: SafeText
  /// Who said so last: a login.
  public var recordedBy: String

  /// A conflict.
  public init(
    entry: Identifier<Entry>, judge: Identifier<Judge>, kind: Kind, status: Status = .confirmed,
    reason: SafeText = .empty, recordedBy: String = ""
  ) {
    self.entry = entry
    self.judge = judge
    self.kind = kind
    self.status = status
    self.reason = reason
    self.recordedBy = recordedBy
  }

  /// Whether it keeps the judge from the entry.
  public var blocks: Bool { status != .dismissed }
}

/// What the records of the program know about an entry, as far as it concerns its judges.
public struct EntryTies: Hashable, Sendable {
  /// The entry.
  public var entry: Identifier<Entry>
  /// Names of its organisations.
  public var organisations: [String]
  /// Names of its founders and team.
  public var founders: [String]
  /// Names, or logins, of those who look after it.
  public var mentors: [String]
  /// Names of those who put money into it.
  public var investors: [String]

  /// What is known about an entry.
  public init(
    entry: Identifier<Entry>, organisations: [String] = [], founders: [String] = [],
    mentors: [String] = [], investors: [String] = []
  ) {
    self.entry = entry
    self.organisations = organisations
    self.founders = founders
    self.mentors = mentors
    self.investors = investors
  }
}

extension ConflictOfInterest {
  /// Conflicts that the records suggest: a judge and an entry with the same organisation, a judge
  /// who is in the team, looks after it, or put money into it. Names are compared without regard
  /// to accents and case, so one that is spelled alike is proposed too: a person decides.
  public static func proposals(
    _ judges: [RoundJudge], _ entries: [EntryTies]
  ) -> [ConflictOfInterest] {
    let folded = entries.map { ties in
      (
        ties.entry,
        [
          (Kind.founder, Set(ties.founders.map(TextFolding.fold))),
          (.mentor, Set(ties.mentors.map(TextFolding.fold))),
          (.investor, Set(ties.investors.map(TextFolding.fold))),
        ], Set(ties.organisations.map(TextFolding.fold))
      )
    }
    var found: [ConflictOfInterest] = []
    for judge in judges {
      let names = Set([judge.name.string, judge.login ?? ""].map(TextFolding.fold))
        .subtracting([""])
      let house = TextFolding.fold(judge.organisation.string)
      for (entry, ties, organisations) in folded {
        if let tie = ties.first(where: { !$0.1.isDisjoint(with: names) }) {
          found.append(
            ConflictOfInterest(
              entry: entry, judge: judge.judge, kind: tie.0, status: .proposed,
              reason: judge.name))
        } else if !house.isEmpty, organisations.contains(house) {
          found.append(
            ConflictOfInterest(
              entry: entry, judge: judge.judge, kind: .organisation, status: .proposed,
              reason: judge.organisation))
        }
      }
    }
    return found
  }
}
