/// Which judges judge which entries, and how good a design that is.
public struct AssignmentPlan: Hashable, Sendable {
  /// The judges of an entry.
  public struct Panel: Hashable, Sendable {
    /// Entry id.
    public let entry: String
    /// Judge ids, in order.
    public let judges: [String]
  }

  /// The panels in the order of the entry ids.
  public let panels: [Panel]
  /// Entries of each judge by id, judges without one included.
  public let loads: [String: Int]
  /// The smallest and the largest number of entries of a judge that is present; nil without one.
  public let loadRange: ClosedRange<Int>?
  /// How many entries two judges have in common, least and most; nil with fewer than two judges
  /// that have entries.
  public let judgePairRange: ClosedRange<Int>?
  /// How many judges two entries have in common, least and most; nil with fewer than two entries.
  public let entryPairRange: ClosedRange<Int>?
  /// Parts of the graph of judges and entries: 1 when all entries can be compared.
  public let parts: Int
  /// The share of the precision of full panels with as many sheets that comparisons of two
  /// entries have on average: the harmonic mean of the canonical efficiencies (John and Williams
  /// 1995). 0 when the entries fall into parts, nil with fewer than two judged entries.
  public let efficiency: Double?
  /// What no design of these sizes exceeds, and a balanced incomplete block design reaches:
  /// v (k - 1) / (k (v - 1)). Nil as above.
  public let efficiencyBound: Double?
  /// Pairs that were not in the previous plan, in order.
  public let added: [AssignmentRequest.Pair]
  /// Pairs of the previous plan that are no more, in order.
  public let removed: [AssignmentRequest.Pair]
  /// The seed that gives this plan again.
  public let seed: UInt64

  /// Whether all entries can be compared, directly or through others.
  public var isConnected: Bool { parts <= 1 }

  /// All pairs.
  public var pairs: Set<AssignmentRequest.Pair> {
    Set(
      panels.flatMap { panel in
        panel.judges.map { AssignmentRequest.Pair(entry: panel.entry, judge: $0) }
      })
  }
}

/// Makes assignments.
public enum PanelAssignment {
  /// Every judge that is present on every entry, except for conflicts; demand and capacity do not
  /// count.
  ///
  /// - Throws: `AssignmentRefusal` for ids that are twice or unknown, and for an entry with fewer
  ///   judges than `quorum`.
  public static func full(
    _ request: AssignmentRequest, quorum: Int = 1
  ) throws(AssignmentRefusal) -> AssignmentPlan {
    var board = try AssignmentBoard(request)
    for entry in 0..<board.entryCount {
      for judge in 0..<board.judgeCount where board.isOpen(entry, judge) {
        board.place(entry, judge)
      }
      if board.panels[entry].count < quorum {
        throw .shortage(board.shortage(of: entry, demand: quorum))
      }
    }
    return board.plan(request)
  }

  /// Panels of the size that each entry demands: within capacities, without conflicts, connected
  /// if that is possible, loads as even as capacities allow, and pairs of judges as evenly
  /// together as can be found. With `previous` and `finished` a new plan after somebody stayed
  /// away: what is finished stays, of the rest only what must change does.
  ///
  /// - Throws: `AssignmentRefusal`; `shortage` names the first entry that cannot be served.
  public static func balanced(
    _ request: AssignmentRequest
  ) throws(AssignmentRefusal) -> AssignmentPlan {
    var board = try AssignmentBoard(request)
    var random = SplitMix64(seed: request.seed)
    if board.panels.allSatisfy(\.isEmpty), CyclicDesign.fill(&board, &random) {
      return board.plan(request)
    }
    try board.fill(&random)
    board.levelLoads()
    var smoothing = PairSmoothing(board)
    smoothing.run(&random)
    board = smoothing.board
    board.connect(&random)
    return board.plan(request)
  }
}

/// The running order of a round by lot.
public enum RunningOrder {
  /// The entries in the order that a seed draws: ids in the order of their letters, then shuffled
  /// by Fisher and Yates over SplitMix64, so that whoever knows the ids and the seed can draw the
  /// same again, whatever order the ids come in.
  public static func draw(_ entries: [String], seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    var order = entries.sorted()
    random.shuffle(&order)
    return order
  }
}
