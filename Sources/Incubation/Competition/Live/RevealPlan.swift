/// The order in which a result is revealed: from the last place up, boards side by side, and the
/// first places last, the closest of them at the very end, so that the lead is decided last.
public struct RevealPlan: Hashable, Sendable {
  /// What is revealed at once: one place, shared by several entries or not; the places beyond
  /// `alone` of a board together.
  public struct Step: Hashable, Sendable {
    /// Code of the board; empty for a contest without.
    public var board: String
    /// The entries, by place.
    public var places: [Place]

    /// A step.
    public init(board: String, places: [Place]) {
      self.board = board
      self.places = places
    }
  }

  /// An entry on its place.
  public struct Place: Hashable, Sendable {
    /// Code of the entry in the round.
    public var code: String
    /// Its name.
    public var title: SafeText
    /// Who brings it; empty when unknown.
    public var organisation: SafeText
    /// Its place on the board.
    public var rank: Int
    /// Its total as the rules round it, with a point.
    public var total: String
    /// The name of its award; nil for none.
    public var award: Bilingual?
    /// Whether it goes on to the next round.
    public var advances: Bool
  }

  /// How many places of a board are revealed one by one.
  public static let alone = 10

  /// The steps, in order.
  public var steps: [Step]

  /// A plan of given steps.
  public init(steps: [Step]) { self.steps = steps }

  /// The plan of a result. Entries without a place are not called up.
  public init(_ result: StoredResult, _ snapshot: RoundSnapshot) {
    let entries = Dictionary(snapshot.entries.map { ($0.code, $0) }) { first, _ in first }
    var boards: [String: [Place]] = [:]
    for row in result.rows {
      guard let rank = row.rank, let entry = entries[row.entry] else { continue }
      boards[entry.board, default: []].append(
        Place(
          code: row.entry, title: entry.title, organisation: entry.organisation, rank: rank,
          total: row.total, award: snapshot.rules.awards.first { $0.code == row.award }?.title,
          advances: row.advances))
    }
    var steps: [(rank: Int, gap: Rational, step: Step)] = []
    for (board, places) in boards {
      let gap = Self.gap(places)
      let ranks = Dictionary(grouping: places, by: \.rank)
      let rest = places.filter { $0.rank > Self.alone }
      if !rest.isEmpty { steps.append((.max, gap, Step(board: board, places: rest))) }
      for (rank, same) in ranks where rank <= Self.alone {
        steps.append((rank, gap, Step(board: board, places: same)))
      }
    }
    self.steps = steps.sorted { left, right in
      if left.rank != right.rank { return left.rank > right.rank }
      return left.gap == right.gap ? left.step.board < right.step.board : left.gap > right.gap
    }.map(\.step)
  }

  /// By how much the first of a board is ahead of the next; 0 for a tie, and without numbers.
  private static func gap(_ places: [Place]) -> Rational {
    let totals = places.sorted { $0.rank < $1.rank }.prefix(2)
      .compactMap { Rational(decimal: $0.total) }
    guard totals.count == 2 else { return .zero }
    let gap = totals[0] - totals[1]
    return gap < .zero ? .zero - gap : gap
  }
}

/// How far a result is revealed, and what somebody may see of it.
public struct RevealView: Hashable, Sendable {
  /// The round.
  public var round: Round
  /// Code of the contest.
  public var competitionCode: String
  /// How many steps were taken; nil when nothing is being revealed.
  public var step: Int?
  /// How many steps there are in all.
  public var stepCount: Int
  /// All steps for those who see scores; for others only the steps taken.
  public var steps: [RevealPlan.Step]
  /// Whether all of it may be seen.
  public var seesAll: Bool

  /// A view.
  public init(
    round: Round, competitionCode: String, step: Int?, stepCount: Int,
    steps: [RevealPlan.Step], seesAll: Bool
  ) {
    self.round = round
    self.competitionCode = competitionCode
    self.step = step
    self.stepCount = stepCount
    self.steps = steps
    self.seesAll = seesAll
  }
}
