/// The official board of a round that is being judged, kept in memory: a new score changes it
/// without anything being read again.
public struct LiveBoard: Sendable {
  private var tabulation: Tabulation
  private let criteria: [Criterion]
  private let entryPlaces: [Identifier<Entry>: Int]
  private let judgePlaces: [Identifier<Judge>: Int]
  private var sheets: [SheetPlace: ScoreSheet]
  private let blocked: Set<SheetPlace>
  /// The number of the last event that the board holds.
  public private(set) var lastEvent: Int64

  /// The board of a round.
  ///
  /// - Throws: `TabulationRefusal` when no result can come of its rules.
  public init(_ snapshot: RoundSnapshot) throws(TabulationRefusal) {
    tabulation = try Tabulation(snapshot.record)
    criteria = snapshot.rules.criteria
    sheets = snapshot.sheets
    blocked = snapshot.blocked
    lastEvent = snapshot.lastEvent
    let counted = snapshot.entries.filter(\.counts)
    entryPlaces = Dictionary(uniqueKeysWithValues: counted.enumerated().map { ($1.entry, $0) })
    let panel = snapshot.judges.sorted { $0.code < $1.code }
    judgePlaces = Dictionary(uniqueKeysWithValues: panel.enumerated().map { ($1.judge, $0) })
  }

  /// Takes an event in. Events that came before `lastEvent` change nothing: a sheet takes the same
  /// event only once, whatever the order.
  public mutating func apply(_ event: StoredScoreEvent) {
    lastEvent = max(lastEvent, event.number)
    let place = SheetPlace(entry: event.entry, judge: event.judge)
    sheets[place, default: ScoreSheet(entry: event.entry, judge: event.judge)].apply(event)
    guard case .scored(.value, isLate: false) = event.step, !blocked.contains(place),
      let entry = entryPlaces[event.entry], let judge = judgePlaces[event.judge],
      let sheet = sheets[place]
    else { return }
    tabulation.set(
      Tabulation.Sheet(entry: entry, judge: judge, scores: sheet.scores(in: criteria)))
  }

  /// The official result as the sheets stand.
  ///
  /// - Throws: `TabulationRefusal.incompletePanel`.
  public func result() throws(TabulationRefusal) -> TabulationResult { try tabulation.result() }
}
