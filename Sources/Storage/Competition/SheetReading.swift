import Incubation

/// Sheets, score events and seals, inside a transaction.
extension RoundReading {
  static func sheets(
    of id: Identifier<Round>, judge: Identifier<Judge>? = nil, entry: Identifier<Entry>? = nil,
    on connection: any SQLConnection
  ) throws -> [SheetPlace: ScoreSheet] {
    let narrowing = narrowed(judge, entry)
    let condition = narrowing.sql
    let values: [SQLValue] = [.id(id)] + narrowing.values
    var sheets: [SheetPlace: ScoreSheet] = [:]
    try connection.forEachRow(
      """
      SELECT entry, judge, version, sealed_at, saved_at FROM score_sheet
      WHERE round = ? \(condition)
      """, values
    ) { row in
      var reader = RowReader(row)
      var sheet = ScoreSheet(entry: try reader.id(), judge: try reader.id())
      sheet.version = reader.int()
      sheet.sealedAt = reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) }
      sheet.savedAt = reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) }
      // A row is made by the first lock; a sheet begins with its first event.
      guard sheet.savedAt != nil else { return }
      sheets[SheetPlace(entry: sheet.entry, judge: sheet.judge)] = sheet
    }
    try connection.forEachRow(
      """
      SELECT entry, judge, slot, value, text, typed_at, client_event FROM score_cell
      WHERE round = ? \(condition)
      """, values
    ) { row in
      var reader = RowReader(row)
      let place = SheetPlace(entry: try reader.id(), judge: try reader.id())
      let slot = reader.string().split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let columns = ScoreEvent.Kind.Columns(
        name: String(slot[0]), criterion: slot.count > 1 ? String(slot[1]) : "",
        number: reader.optionalInt(), text: reader.string())
      guard let kind = ScoreEvent.Kind(columns) else { return }
      sheets[place, default: ScoreSheet(entry: place.entry, judge: place.judge)].apply(
        kind, typedAt: Timestamp(milliseconds: reader.int64()), event: try reader.id())
    }
    return sheets
  }

  private static func narrowed(
    _ judge: Identifier<Judge>?, _ entry: Identifier<Entry>?
  ) -> (sql: String, values: [SQLValue]) {
    var (sql, values): (String, [SQLValue]) = ("", [])
    if let judge {
      sql += " AND judge = ?"
      values.append(.id(judge))
    }
    if let entry {
      sql += " AND entry = ?"
      values.append(.id(entry))
    }
    return (sql, values)
  }

  static func events(
    of id: Identifier<Round>, after: Int64 = 0, judge: Identifier<Judge>? = nil,
    entry: Identifier<Entry>? = nil,
    on connection: any SQLConnection
  ) throws -> [StoredScoreEvent] {
    let narrowing = narrowed(judge, entry)
    let condition = narrowing.sql
    return try connection.rows(
      """
      SELECT number, client_event, entry, judge, sheet_version, step, criterion, value, text, late,
        typed_at, recorded_at, actor, device, source
      FROM score_event WHERE round = ? AND number > ? \(condition) ORDER BY number
      """, [.id(id), .integer(after)] + narrowing.values, event)
  }

  private static func event(_ row: any SQLRow) throws -> StoredScoreEvent {
    var reader = RowReader(row)
    let number = reader.int64()
    let id: Identifier<ScoreEvent> = try reader.id()
    let place = SheetPlace(entry: try reader.id(), judge: try reader.id())
    let version = reader.int()
    let columns = ScoreEvent.Kind.Columns(
      name: reader.string(), criterion: reader.string(), number: reader.optionalInt(),
      text: reader.string())
    let isLate = reader.int() == 1
    let step: StoredScoreEvent.Step
    switch columns.name {
    case "seal": step = .sealed
    case "reopen": step = .reopened
    default:
      guard let kind = ScoreEvent.Kind(columns) else {
        throw StorageError.engine(code: "step", message: columns.name)
      }
      step = .scored(kind, isLate: isLate)
    }
    return StoredScoreEvent(
      number: number, id: id, entry: place.entry, judge: place.judge, sheetVersion: version,
      step: step, typedAt: Timestamp(milliseconds: reader.int64()),
      recordedAt: Timestamp(milliseconds: reader.int64()), actor: reader.string(),
      device: reader.string(), source: try reader.choice())
  }

  static func seals(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [SheetSeal] {
    try connection.rows(
      """
      SELECT judge, entry, number, sheet_version, body, previous, hash, sealed_at FROM sheet_seal
      WHERE round = ? ORDER BY judge, number
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return SheetSeal(
        judge: try reader.id(), entry: try reader.id(), number: reader.int(),
        sheetVersion: reader.int(), body: reader.string(), previous: reader.string(),
        hash: reader.string(), sealedAt: Timestamp(milliseconds: reader.int64()))
    }
  }

  /// The stored result that counts; nil before the round was verified.
  static func verdict(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> (number: Int, verdict: RoundVerdict)? {
    let found = try connection.first(
      """
      SELECT number, body, hash, verified_by, verified_at FROM round_result
      WHERE round = ? AND annulled = 0 ORDER BY number DESC LIMIT 1
      """, [.id(id)]
    ) { row -> (Int, RoundVerdict) in
      var reader = RowReader(row)
      let number = reader.int()
      let result: StoredResult
      do { result = try StoredResult(canonical: reader.string()) } catch {
        throw StorageError.engine(code: "result", message: "\(error)")
      }
      return (
        number,
        RoundVerdict(
          result: result, hash: reader.string(), verifiedBy: reader.string(),
          verifiedAt: Timestamp(milliseconds: reader.int64()), signatures: [], heads: [])
      )
    }
    guard let (number, base) = found else { return nil }
    var verdict = base
    verdict.signatures = try connection.rows(
      """
      SELECT login, name, capacity, signed_at FROM round_signature
      WHERE round = ? AND number = ? AND annulled = 0 ORDER BY signed_at, login
      """, [.id(id), .integer(number)]
    ) { row in
      var reader = RowReader(row)
      return ResultSignature(
        login: reader.string(), name: reader.safe(), capacity: reader.safe(),
        signedAt: Timestamp(milliseconds: reader.int64()), resultHash: base.hash)
    }
    return (number, verdict)
  }

  /// Replays a round.
  static func replay(
    _ snapshot: RoundSnapshot, on connection: any SQLConnection
  ) throws -> (replay: RoundReplay, events: Int) {
    let events = try events(of: snapshot.round.id, on: connection)
    let seals = try seals(of: snapshot.round.id, on: connection)
    let replay = RoundReplay(snapshot, events: events, seals: seals) { SheetHash.hex($0) }
    return (replay, events.count)
  }
}
