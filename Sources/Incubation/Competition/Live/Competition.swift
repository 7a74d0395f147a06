/// A contest: its boards, its rounds, its entries and its judges.
public struct Competition: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Competition>
  /// What people set up.
  public var content: CompetitionContent
  /// Raised by one with every change.
  public var version: Int

  /// A contest as it is stored.
  public init(id: Identifier<Competition>, content: CompetitionContent, version: Int) {
    self.id = id
    self.content = content
    self.version = version
  }
}

/// What people set up of a contest.
public struct CompetitionContent: Hashable, Sendable {
  /// The short name by which files and commands refer to it: "YT2020"; letters, digits, hyphens.
  public var code: String
  /// Its name.
  public var title: Bilingual
  /// Number and date of the decision on the contest; empty while there is none.
  public var decision: SafeText
  /// The boards in which entries compete, in order; never empty.
  public var boards: [Board]
  /// How many entries one person may lead; nil for no limit (Tây Ninh 2022: 3).
  public var mostOfPerson: Int?
  /// How many entries one organisation may have; nil for no limit (Tây Ninh 2022: 4).
  public var mostOfOrganisation: Int?

  /// A contest of one board without limits, unless given.
  public init(
    code: String, title: Bilingual, decision: SafeText = .empty, boards: [Board] = [Board.only],
    mostOfPerson: Int? = nil, mostOfOrganisation: Int? = nil
  ) {
    self.code = code
    self.title = title
    self.decision = decision
    self.boards = boards
    self.mostOfPerson = mostOfPerson
    self.mostOfOrganisation = mostOfOrganisation
  }

  /// What is wrong with it; nil when it can be stored.
  public var refusal: ContestRefusal? {
    if !Self.isCode(code) { return .badCode(code) }
    if title.vietnamese.isBlank { return .missing(.title) }
    if boards.isEmpty { return .missing(.board) }
    if Set(boards.map(\.code)).count < boards.count { return .codeTaken(boards[0].code) }
    if let bad = boards.first(where: { !Self.isCode($0.code) }) { return .badCode(bad.code) }
    return nil
  }

  /// Whether text can be a code: 1 to 20 ASCII letters, digits, hyphens and underscores.
  public static func isCode(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
      }
  }
}

/// A board of a contest: ideas and projects are judged side by side and ranked apart.
public struct Board: Hashable, Sendable {
  /// The short name, as files have it.
  public var code: String
  /// Its name.
  public var title: Bilingual

  /// A board.
  public init(code: String, title: Bilingual) {
    self.code = code
    self.title = title
  }

  /// The board of a contest that has only one.
  public static let only = Board(
    code: "chung", title: Bilingual(vietnamese: "Bảng chung", english: "All entries"))
}

/// A deadline for entries and the decision that set it; a later one takes its place, and both stay
/// (Bình Thuận 2020-21 moved it twice).
public struct EntryDeadline: Hashable, Sendable {
  /// The last day for entries.
  public var day: LocalDate
  /// Number of the decision.
  public var decision: SafeText
  /// Why it was moved; empty for the first.
  public var reason: SafeText
  /// Who recorded it: a login.
  public var setBy: String
  /// When.
  public var setAt: Timestamp

  /// A deadline.
  public init(
    day: LocalDate, decision: SafeText, reason: SafeText = .empty, setBy: String = "",
    setAt: Timestamp = Timestamp(milliseconds: 0)
  ) {
    self.day = day
    self.decision = decision
    self.reason = reason
    self.setBy = setBy
    self.setAt = setAt
  }
}
