/// What the moves of one venture amount to: where it stands, and when it was where.
///
/// Moves are taken in the order in which they were recorded. One that is cancelled does not
/// count, and a cancellation that is cancelled itself does not either: two make nothing.
public struct StageHistory: Hashable, Sendable {
  /// A stay in one stage.
  public struct Interval: Hashable, Sendable {
    /// Code of the stage.
    public let stage: String
    /// The day it came.
    public let from: LocalDate
    /// The day it left, or was given up; nil while it is there.
    public fileprivate(set) var to: LocalDate?
    /// Days within the stay for which it was put aside or given up, and then resumed.
    public fileprivate(set) var restingDays = 0
    /// The day it was put aside or given up and not resumed; nil while it is worked on.
    public fileprivate(set) var restingSince: LocalDate?

    /// The days of the stay without those of rest, up to today while it lasts.
    public func days(today: LocalDate) -> Int {
      let end = to ?? today
      return max(0, min(end, restingSince ?? end).days(since: from) - restingDays)
    }
  }

  /// The stays, oldest first.
  public private(set) var intervals: [Interval] = []
  /// Where it stands; nil when no move counts.
  public private(set) var position: StagePosition?
  /// The moves that count, oldest first.
  public let counted: [StageMove]
  private let pipeline: Pipeline

  /// Works out the history of one venture from all its moves, oldest first.
  public init(moves: [StageMove], pipeline: Pipeline) {
    counted = Self.counted(moves)
    self.pipeline = pipeline
    var last: LocalDate?
    for move in counted {
      // A clock that was set back must not make a stay of negative length.
      let day = max(move.movedAt.localDate, last ?? move.movedAt.localDate)
      last = day
      apply(move, on: day)
    }
  }

  /// The moves that count: neither cancelled nor cancellations.
  public static func counted(_ moves: [StageMove]) -> [StageMove] {
    var cancelled: Set<Identifier<StageMove>> = []
    var result: [StageMove] = []
    for move in moves.reversed() where !cancelled.contains(move.id) {
      if move.kind == .cancelled {
        if let target = move.cancels { cancelled.insert(target) }
      } else {
        result.append(move)
      }
    }
    return result.reversed()
  }

  private mutating func apply(_ move: StageMove, on day: LocalDate) {
    guard let current = position else {
      position = StagePosition(
        pipeline: pipeline.code, stage: move.to, status: .active, enteredOn: day)
      intervals = [Interval(stage: move.to, from: day)]
      if move.kind == .setAside || move.kind == .dropped { rest(move.kind, on: day) }
      return
    }
    let plan = StageRules.Plan(kind: move.kind, from: current.stage, to: move.to)
    let next = current.applying(plan, on: day)
    if next.status == .active { wake(on: day) } else { rest(move.kind, on: day) }
    if next.stage != current.stage {
      intervals[intervals.count - 1].to = day
      intervals.append(Interval(stage: next.stage, from: day))
    }
    position = next
  }

  private mutating func rest(_ kind: StageMove.Kind, on day: LocalDate) {
    position?.status = kind == .dropped ? .dropped : .setAside
    let last = intervals.count - 1
    intervals[last].restingSince = intervals[last].restingSince ?? day
    if kind == .dropped { intervals[last].to = day }
  }

  private mutating func wake(on day: LocalDate) {
    let last = intervals.count - 1
    guard let since = intervals[last].restingSince else { return }
    intervals[last].to = nil
    intervals[last].restingDays += day.days(since: since)
    intervals[last].restingSince = nil
  }
}

extension StageHistory {
  /// The day it first came into a stage; nil when it never did.
  public func firstEntry(into stage: String) -> LocalDate? {
    intervals.first { $0.stage == stage }?.from
  }

  /// The day it last came into a stage; nil when it never did.
  public func latestEntry(into stage: String) -> LocalDate? {
    intervals.last { $0.stage == stage }?.from
  }

  /// The day it last left a stage; nil when it never came there, or is there.
  public func left(_ stage: String) -> LocalDate? {
    intervals.last { $0.stage == stage }?.to
  }

  /// How often it came into a stage.
  public func entries(into stage: String) -> Int { intervals.count { $0.stage == stage } }

  /// The days of its last stay in a stage; nil when it never came there.
  public func latestDays(in stage: String, today: LocalDate) -> Int? {
    intervals.last { $0.stage == stage }?.days(today: today)
  }

  /// The days of all its stays in a stage together; nil when it never came there.
  public func cumulativeDays(in stage: String, today: LocalDate) -> Int? {
    let stays = intervals.filter { $0.stage == stage }
    return stays.isEmpty ? nil : stays.reduce(0) { $0 + $1.days(today: today) }
  }

  /// Whether it is active and has been in its stage for longer than usual: the same rule as
  /// `VentureSummary.isStalled`, by the calendar, rests included.
  public func isStalled(today: LocalDate) -> Bool {
    guard let position, position.status == .active,
      let usual = pipeline.stage(position.stage)?.usualDays
    else { return false }
    return today.days(since: position.enteredOn) > usual
  }

  /// The place of the latest stage that any stay reached, 0 for the first; nil when there is none.
  public var furthest: Int? { intervals.compactMap { pipeline.index(of: $0.stage) }.max() }
}
