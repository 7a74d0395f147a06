/// What is asked of an assignment of judges to entries by incomplete panels.
public struct AssignmentRequest: Hashable, Sendable {
  /// An entry to be judged.
  public struct Entry: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How many judges it needs.
    public let demand: Int

    /// An entry that needs `demand` judges.
    public init(id: String, demand: Int) {
      self.id = id
      self.demand = demand
    }
  }

  /// A judge of the round.
  public struct Judge: Hashable, Sendable {
    /// The id.
    public let id: String
    /// How many entries at most, finished ones included; nil when there is no limit.
    public let capacity: Int?
    /// Whether the judge takes part; one who stays away keeps finished sheets and gets no other.
    public let isPresent: Bool

    /// A judge of at most `capacity` entries.
    public init(id: String, capacity: Int? = nil, isPresent: Bool = true) {
      self.id = id
      self.capacity = capacity
      self.isPresent = isPresent
    }
  }

  /// A judge on an entry.
  public struct Pair: Hashable, Sendable, Comparable {
    /// Entry id.
    public let entry: String
    /// Judge id.
    public let judge: String

    /// A judge on an entry.
    public init(entry: String, judge: String) {
      self.entry = entry
      self.judge = judge
    }

    /// By entry, then by judge.
    public static func < (left: Pair, right: Pair) -> Bool {
      left.entry == right.entry ? left.judge < right.judge : left.entry < right.entry
    }
  }

  /// The entries; their order does not matter.
  public var entries: [Entry]
  /// The judges; their order does not matter.
  public var judges: [Judge]
  /// Pairs that must not be.
  public var conflicts: Set<Pair>
  /// Pairs of the plan that holds now, kept as far as judges are there and without conflict.
  public var previous: Set<Pair>
  /// Pairs whose sheets exist: they stay, whatever happens.
  public var finished: Set<Pair>
  /// The seed of the lot; the same seed gives the same plan.
  public var seed: UInt64

  /// A request; without `previous` and `finished` a new plan.
  public init(
    entries: [Entry], judges: [Judge], conflicts: Set<Pair> = [], previous: Set<Pair> = [],
    finished: Set<Pair> = [], seed: UInt64
  ) {
    self.entries = entries
    self.judges = judges
    self.conflicts = conflicts
    self.previous = previous
    self.finished = finished
    self.seed = seed
  }
}

/// Why there is no assignment.
public enum AssignmentRefusal: Error, Hashable, Sendable {
  /// An entry stands twice: its id.
  case entryTwice(String)
  /// A judge stands twice: the id.
  case judgeTwice(String)
  /// A number below 0: the id of the entry or judge.
  case negative(String)
  /// A pair names an entry or a judge that is not there.
  case unknown(AssignmentRequest.Pair)
  /// A finished sheet is in conflict, and is to be struck out before.
  case finishedInConflict(AssignmentRequest.Pair)
  /// An entry cannot have enough judges.
  case shortage(Shortage)

  /// What keeps an entry from its judges.
  public struct Shortage: Hashable, Sendable {
    /// Entry id.
    public let entry: String
    /// How many judges it needs.
    public let demand: Int
    /// How many it can have.
    public let found: Int
    /// Judges in conflict with it.
    public let conflicts: [String]
    /// Judges who stay away.
    public let absent: [String]
    /// Judges who could judge it and have no place left, nor could any exchange make one.
    public let full: [String]
  }
}
