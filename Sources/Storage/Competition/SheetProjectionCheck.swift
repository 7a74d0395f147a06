import Incubation

/// Compares the stored cells of sheets with what their events add up to.
enum SheetProjectionCheck {
  /// Each sheet that differs, as "score_cell contest/round entry·judge".
  static func run(on connection: any SQLConnection) throws -> [String] {
    var wrong: [String] = []
    for round in try ContestReading.rounds(where: "1 = 1", [], on: connection) {
      let stored = try RoundReading.sheets(of: round.id, on: connection)
      let replayed = ScoreSheet.sheets(of: try RoundReading.events(of: round.id, on: connection))
      let different = Set(stored.keys).union(replayed.keys).filter { place in
        let one = stored[place] ?? ScoreSheet(entry: place.entry, judge: place.judge)
        let other = replayed[place] ?? ScoreSheet(entry: place.entry, judge: place.judge)
        return one.scores != other.scores || one.comments != other.comments
          || one.flag != other.flag || one.confirmation != other.confirmation
          || one.version != other.version || one.sealedAt != other.sealedAt
      }
      if different.isEmpty { continue }
      let snapshot = try RoundReading.whole(round.id, on: connection)
      wrong += different.sorted().map { place in
        let key = snapshot.key(place)
        return "score_cell \(snapshot.competitionCode)/\(round.content.code) "
          + "\(key.entry)·\(key.judge)"
      }
    }
    return wrong
  }

  /// Writes the cells of all sheets anew from their events.
  static func rebuild(on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM score_cell")
    for round in try ContestReading.rounds(where: "1 = 1", [], on: connection) {
      let events = try RoundReading.events(of: round.id, on: connection)
      var cells: [SheetPlace: [String: StoredScoreEvent]] = [:]
      for event in events {
        guard case .scored(let kind, isLate: false) = event.step else { continue }
        let place = SheetPlace(entry: event.entry, judge: event.judge)
        if let old = cells[place]?[kind.slot],
          (old.typedAt, old.id) > (event.typedAt, event.id)
        {
          continue
        }
        cells[place, default: [:]][kind.slot] = event
      }
      let rows = cells.flatMap { place, slots in
        slots.compactMap { slot, event -> [SQLValue]? in
          guard case .scored(let kind, _) = event.step else { return nil }
          return ScoreWriting.key(place, round.id) + [
            .text(slot), .integer(kind.columns.number), .text(kind.columns.text),
            .integer(event.typedAt.milliseconds), .id(event.id),
          ]
        }
      }
      try connection.executeMany(
        """
        INSERT INTO score_cell (round, entry, judge, slot, value, text, typed_at, client_event)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, rows)
    }
  }
}
