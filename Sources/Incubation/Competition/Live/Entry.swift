/// What competes: an idea or project with those who bring it.
public struct Entry: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Entry>
  /// The contest.
  public var competition: Identifier<Competition>
  /// Its code in the contest: "07".
  public var code: String
  /// What it says.
  public var content: EntryContent
  /// Whether it may take part.
  public var eligibility: Eligibility
  /// Why it may not, or what was checked; empty when nothing was said.
  public var eligibilityReason: SafeText
  /// Whether those who brought it took it back.
  public var isWithdrawn: Bool
  /// Raised by one with every change.
  public var version: Int

  /// Whether the secretary found that an entry may take part.
  public enum Eligibility: String, CaseIterable, Sendable {
    case pending, eligible, refused
  }

  /// An entry as it is stored.
  public init(
    id: Identifier<Entry>, competition: Identifier<Competition>, code: String,
    content: EntryContent, eligibility: Eligibility = .pending,
    eligibilityReason: SafeText = .empty, isWithdrawn: Bool = false, version: Int = 1
  ) {
    self.id = id
    self.competition = competition
    self.code = code
    self.content = content
    self.eligibility = eligibility
    self.eligibilityReason = eligibilityReason
    self.isWithdrawn = isWithdrawn
    self.version = version
  }

  /// Whether it can be let into a round.
  public var mayCompete: Bool { eligibility == .eligible && !isWithdrawn }
}

/// What an entry says.
public struct EntryContent: Hashable, Sendable {
  /// Its code; empty for the next free number.
  public var code: String
  /// Code of its board.
  public var board: String
  /// Its name.
  public var title: SafeText
  /// Who brings it; empty when nobody but a person does.
  public var organisation: SafeText
  /// Who leads it; empty when unknown.
  public var leader: SafeText
  /// The venture of the pipeline that enters; nil when it is not known there.
  public var venture: Identifier<Venture>?
  /// What it is about; empty when nothing was written.
  public var summary: SafeText

  /// An entry of the only board, unless given.
  public init(
    title: SafeText, code: String = "", board: String = Board.only.code,
    organisation: SafeText = .empty, leader: SafeText = .empty,
    venture: Identifier<Venture>? = nil, summary: SafeText = .empty
  ) {
    self.code = code
    self.board = board
    self.title = title
    self.organisation = organisation
    self.leader = leader
    self.venture = venture
    self.summary = summary
  }
}

/// An entry in a round.
public struct RoundEntry: Hashable, Sendable {
  /// The entry.
  public var entry: Identifier<Entry>
  /// Its code in the round: that of the contest, or one by lot in a blind round.
  public var code: String
  /// Code of its board.
  public var board: String
  /// Its name; empty where it is hidden.
  public var title: SafeText
  /// Who brings it; empty where it is hidden.
  public var organisation: SafeText
  /// Its place in the running order, from 1; nil before that was drawn.
  public var lot: Int?
  /// By what the sum of its criteria is multiplied; 1 when by nothing.
  public var multiplier: Rational
  /// The place among tied entries that the council gave it; nil when it did not have to.
  public var decision: Int?
  /// What the organiser entered, in hundredths, by code of the component.
  public var components: [String: Int]
  /// Whether it left the contest after it was let in.
  public var isWithdrawn: Bool
  /// Whether it is scored first and discussed, and never counts.
  public var isCalibration: Bool

  /// An entry in a round.
  public init(
    entry: Identifier<Entry>, code: String, board: String, title: SafeText = .empty,
    organisation: SafeText = .empty, lot: Int? = nil, multiplier: Rational = .one,
    decision: Int? = nil, components: [String: Int] = [:], isWithdrawn: Bool = false,
    isCalibration: Bool = false
  ) {
    self.entry = entry
    self.code = code
    self.board = board
    self.title = title
    self.organisation = organisation
    self.lot = lot
    self.multiplier = multiplier
    self.decision = decision
    self.components = components
    self.isWithdrawn = isWithdrawn
    self.isCalibration = isCalibration
  }

  /// Whether it is ranked.
  public var counts: Bool { !isWithdrawn && !isCalibration }
}

/// A member of the panel of a contest.
public struct Judge: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Judge>
  /// The contest.
  public var competition: Identifier<Competition>
  /// The short name by which sheets and files refer to the judge: "GK1".
  public var code: String
  /// Account; nil for one whose sheets are on paper.
  public var login: String?
  /// The name that people read.
  public var name: SafeText
  /// Where the judge works; empty when unknown.
  public var organisation: SafeText
  /// The department that sent the judge; nil for one from elsewhere.
  public var department: Identifier<Organisation>?
  /// Raised by one with every change.
  public var version: Int

  /// A judge.
  public init(
    id: Identifier<Judge>, competition: Identifier<Competition>, code: String, login: String?,
    name: SafeText, organisation: SafeText = .empty,
    department: Identifier<Organisation>? = nil, version: Int = 1
  ) {
    self.id = id
    self.competition = competition
    self.code = code
    self.login = login
    self.name = name
    self.organisation = organisation
    self.department = department
    self.version = version
  }
}

/// A judge in a round.
public struct RoundJudge: Hashable, Sendable {
  /// The judge.
  public var judge: Identifier<Judge>
  /// Code.
  public var code: String
  /// Account; nil for one whose sheets are on paper.
  public var login: String?
  /// Name.
  public var name: SafeText
  /// Where the judge works; empty when unknown.
  public var organisation: SafeText
  /// Whether the sheets are for training only and never count.
  public var isShadow: Bool
  /// Whether the judge is there.
  public var isPresent: Bool
  /// The judge whose place is taken; nil for none.
  public var substituteFor: Identifier<Judge>?
  /// How many entries at most; nil for no limit.
  public var capacity: Int?
  /// When the judge said which conflicts of interest there are; nil before.
  public var declaredAt: Timestamp?

  /// A judge in a round.
  public init(
    judge: Identifier<Judge>, code: String, login: String? = nil, name: SafeText = .empty,
    organisation: SafeText = .empty, isShadow: Bool = false, isPresent: Bool = true,
    substituteFor: Identifier<Judge>? = nil, capacity: Int? = nil, declaredAt: Timestamp? = nil
  ) {
    self.judge = judge
    self.code = code
    self.login = login
    self.name = name
    self.organisation = organisation
    self.isShadow = isShadow
    self.isPresent = isPresent
    self.substituteFor = substituteFor
    self.capacity = capacity
    self.declaredAt = declaredAt
  }
}
