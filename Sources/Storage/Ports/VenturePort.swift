public import Incubation

/// Everything about one venture, as its page shows it.
public struct VentureRecord: Hashable, Sendable {
  /// The venture.
  public var venture: Venture
  /// Its moves, oldest first, cancelled ones included.
  public var moves: [StageMove]
  /// Remarks, newest first.
  public var notes: [Note]
  /// Evidence, by the day it was recorded.
  public var evidence: [Evidence]
  /// The team besides the representative.
  public var team: [TeamMember]
  /// Changes, newest first, at most 200.
  public var events: [Event]
  /// The names of the users who wrote, moved or changed, by their login; one who is no longer a
  /// user, or has no name, is not in it.
  public var names: [String: SafeText]

  /// A record.
  public init(
    venture: Venture, moves: [StageMove], notes: [Note], evidence: [Evidence], team: [TeamMember],
    events: [Event], names: [String: SafeText] = [:]
  ) {
    self.venture = venture
    self.moves = moves
    self.notes = notes
    self.evidence = evidence
    self.team = team
    self.events = events
    self.names = names
  }
}

/// A part of a list.
public struct VenturePage: Hashable, Sendable {
  /// How many there are in all.
  public var total: Int
  /// The place of the first of `rows` in the whole list, from 0.
  public var offset: Int
  /// The rows.
  public var rows: [VentureSummary]

  /// A part of a list.
  public init(total: Int, offset: Int, rows: [VentureSummary]) {
    self.total = total
    self.offset = offset
    self.rows = rows
  }
}

/// A board: each stage with its counts and its first cards.
public struct BoardPage: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Code of the stage and its counts.
    public var count: StageCount
    /// The place of the first card in the column, from 0.
    public var offset: Int
    /// The cards, longest in the stage first.
    public var cards: [VentureSummary]

    /// A column.
    public init(count: StageCount, offset: Int, cards: [VentureSummary]) {
      self.count = count
      self.offset = offset
      self.cards = cards
    }
  }

  /// Code of the pipeline.
  public var pipeline: String
  /// Columns in the order of the stages.
  public var columns: [Column]
  /// How many ventures a narrowing filter lets through that stand in no column, because they were
  /// set aside, dropped or have finished; 0 for the whole board.
  public var resting: Int

  /// A board.
  public init(pipeline: String, columns: [Column], resting: Int = 0) {
    self.pipeline = pipeline
    self.columns = columns
    self.resting = resting
  }
}
