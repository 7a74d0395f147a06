import Incubation

/// Takes scores in, inside a transaction.
struct ScoreWriting {
  let context: WriteContext
  let connection: any SQLConnection

  init(_ context: WriteContext) {
    self.context = context
    connection = context.connection
  }

  private var login: String { context.session.user.login }

  /// What a score has to fit in a round, read once for all events of it.
  struct Desk {
    var round: Round
    var rules: RoundRules
    var judge: RoundJudge
    var entries: [Identifier<Entry>: String]
    var assigned: Set<Identifier<Entry>>
    var blocked: Set<Identifier<Entry>>
  }

  func record(_ events: [ScoreEvent]) throws -> [ScoreOutcome] {
    try context.require(.scoreEntries)
    var desks: [Identifier<Round>: Desk?] = [:]
    var stored = false
    let outcomes = try events.map { event -> ScoreOutcome in
      let desk: Desk?
      if let known = desks[event.round] {
        desk = known
      } else {
        desk = try self.desk(event.round, login: login)
        desks[event.round] = .some(desk)
      }
      guard let desk, desk.judge.judge == event.judge else {
        return .refused(.notAJudge(login))
      }
      let outcome = try record(event, desk, source: .screen)
      if outcome != .alreadySaved, outcome.isStored { stored = true }
      return outcome
    }
    if stored { try context.touch(.scores) }
    return outcomes
  }

  /// The desk of the judge with an account; nil when the user is no judge of the round.
  private func desk(_ id: Identifier<Round>, login: String) throws -> Desk? {
    try desk(id) { $0.login == login }
  }

  func desk(_ id: Identifier<Round>, _ isWanted: (RoundJudge) -> Bool) throws -> Desk? {
    // A round that is being closed waits for this score, or this score comes too late.
    try context.lockRow("SELECT 1 FROM contest_round WHERE id = ? FOR SHARE", .id(id))
    let round = try ContestReading.round(id, on: connection)
    guard let judge = try RoundReading.judges(of: id, on: connection).first(where: isWanted)
    else { return nil }
    let values: [SQLValue] = [.id(id), .id(judge.judge)]
    let entries = try connection.rows(
      "SELECT entry, code FROM round_entry WHERE round = ?", [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return (try reader.id(Entry.self), reader.string())
    }
    let assigned = try connection.rows(
      "SELECT entry FROM assignment WHERE round = ? AND judge = ?", values, Self.entry)
    let blocked = try connection.rows(
      """
      SELECT entry FROM interest_conflict
      WHERE round = ? AND judge = ? AND status <> 'dismissed'
      """, values, Self.entry)
    return Desk(
      round: round, rules: try RoundReading.rules(of: round, on: connection).rules, judge: judge,
      entries: Dictionary(entries) { first, _ in first }, assigned: Set(assigned),
      blocked: Set(blocked))
  }

  private static func entry(_ row: any SQLRow) throws -> Identifier<Entry> {
    var reader = RowReader(row)
    return try reader.id()
  }

  // MARK: - One event

  func record(
    _ event: ScoreEvent, _ desk: Desk, source: StoredScoreEvent.Source
  ) throws -> ScoreOutcome {
    if let refusal = refusal(of: event, desk) { return .refused(refusal) }
    if let known = try known(event) {
      return known == event.kind ? .alreadySaved : .refused(.identityReused)
    }
    let place = SheetPlace(entry: event.entry, judge: event.judge)
    let sheet = try lockedSheet(place, in: desk.round.id)
    let isLate = !desk.round.state.takesScores || sheet.sealedAt != nil
    try insert(
      event.kind.columns, event.id, place, in: desk.round.id, version: sheet.version,
      isLate: isLate, typedAt: event.typedAt, device: event.device, source: source)
    if isLate { return .late }
    try connection.execute(
      "UPDATE score_sheet SET saved_at = ? WHERE round = ? AND entry = ? AND judge = ?",
      [.integer(context.now.milliseconds)] + Self.key(place, desk.round.id))
    return try store(event, in: desk.round.id) ? .saved : .superseded
  }

  private func refusal(of event: ScoreEvent, _ desk: Desk) -> ContestRefusal? {
    guard let code = desk.entries[event.entry] else { return .notAssigned("?") }
    if desk.blocked.contains(event.entry) { return .conflict(code) }
    if !desk.assigned.contains(event.entry) { return .notAssigned(code) }
    if desk.round.state == .draft { return .wrongState(.draft) }
    switch event.kind {
    case .value(let criterion, let hundredths):
      if let hundredths { return desk.rules.refusal(of: hundredths, for: criterion) }
      let isKnown = desk.rules.criteria.contains { $0.code == criterion }
      return isKnown ? nil : .unknownCriterion(criterion)
    case .comment(let criterion, _):
      let isKnown =
        criterion.isEmpty || desk.rules.criteria.contains { $0.code == criterion }
      return isKnown ? nil : .unknownCriterion(criterion)
    case .flag, .confirmed: return nil
    }
  }

  /// What was stored under the event's identity before; nil when nothing was.
  private func known(_ event: ScoreEvent) throws -> ScoreEvent.Kind? {
    try connection.first(
      """
      SELECT step, criterion, value, text FROM score_event
      WHERE round = ? AND judge = ? AND entry = ? AND criterion = ? AND client_event = ?
      """,
      [
        .id(event.round), .id(event.judge), .id(event.entry), .text(event.kind.columns.criterion),
        .id(event.id),
      ]
    ) { row -> ScoreEvent.Kind? in
      var reader = RowReader(row)
      return ScoreEvent.Kind(
        ScoreEvent.Kind.Columns(
          name: reader.string(), criterion: reader.string(), number: reader.optionalInt(),
          text: reader.string()))
    } ?? nil
  }

  static func key(_ place: SheetPlace, _ round: Identifier<Round>) -> [SQLValue] {
    [.id(round), .id(place.entry), .id(place.judge)]
  }

  /// The sheet, which nobody else changes until this transaction ends.
  func lockedSheet(
    _ place: SheetPlace, in round: Identifier<Round>
  ) throws -> (version: Int, sealedAt: Timestamp?) {
    let key = Self.key(place, round)
    try connection.execute(
      """
      INSERT INTO score_sheet (round, entry, judge, version, sealed_at, saved_at)
      VALUES (?, ?, ?, 1, NULL, NULL) ON CONFLICT (round, entry, judge) DO NOTHING
      """, key)
    let columns = "version, sealed_at"
    let condition = "round = ? AND entry = ? AND judge = ?"
    if connection.dialect.engine == .postgres {
      try connection.forEachRow(
        "SELECT 1 FROM score_sheet WHERE \(condition) FOR UPDATE", key
      ) { _ in }
    }
    let found = try connection.first(
      "SELECT \(columns) FROM score_sheet WHERE \(condition)", key
    ) { row in
      (
        Int(row.integer(0)),
        row.isNull(1) ? nil : Timestamp(milliseconds: row.integer(1))
      )
    }
    return found ?? (1, nil)
  }

  func insert(
    _ columns: ScoreEvent.Kind.Columns, _ id: Identifier<ScoreEvent>, _ place: SheetPlace,
    in round: Identifier<Round>, version: Int, isLate: Bool, typedAt: Timestamp, device: String,
    source: StoredScoreEvent.Source
  ) throws {
    try connection.execute(
      """
      INSERT INTO score_event (round, entry, judge, sheet_version, step, criterion, value, text,
        late, client_event, typed_at, recorded_at, actor, device, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      Self.key(place, round) + [
        .integer(version), .text(columns.name), .text(columns.criterion),
        .integer(columns.number), .text(columns.text), .integer(isLate ? 1 : 0), .id(id),
        .integer(typedAt.milliseconds), .integer(context.now.milliseconds), .text(login),
        .text(device), .text(source.rawValue),
      ])
  }

  /// Puts the event into its cell, unless a later one is there already.
  private func store(_ event: ScoreEvent, in round: Identifier<Round>) throws -> Bool {
    let columns = event.kind.columns
    let place = SheetPlace(entry: event.entry, judge: event.judge)
    let changed = try connection.execute(
      """
      INSERT INTO score_cell (round, entry, judge, slot, value, text, typed_at, client_event)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (round, entry, judge, slot) DO UPDATE
      SET value = excluded.value, text = excluded.text, typed_at = excluded.typed_at,
        client_event = excluded.client_event
      WHERE excluded.typed_at > score_cell.typed_at
        OR (excluded.typed_at = score_cell.typed_at
          AND excluded.client_event > score_cell.client_event)
      """,
      Self.key(place, round) + [
        .text(event.kind.slot), .integer(columns.number), .text(columns.text),
        .integer(event.typedAt.milliseconds), .id(event.id),
      ])
    return changed > 0
  }

  // MARK: - The organiser's points

  func setComponent(
    _ component: String, hundredths: Int?, of entry: Identifier<Entry>,
    in id: Identifier<Round>, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let contest = ContestWriting(context)
    let round = try contest.locked(id)
    guard round.state <= .closed else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    let rules = try RoundReading.rules(of: round, on: connection).rules
    guard let rule = rules.components.first(where: { $0.code == component }) else {
      throw StorageError.contestRefused(.unknownCriterion(component))
    }
    if let hundredths {
      let value = Rational(hundredths, over: 100)
      if value.isNegative || rule.maximum.map({ value > $0 }) == true {
        throw StorageError.contestRefused(
          .outOfRange(
            criterion: component, least: "0", most: rule.maximum?.description ?? "…"))
      }
    }
    let current = try RoundReading.entries(of: id, on: connection).first { $0.entry == entry }
    guard let current else { throw StorageError.notFound(entity: "entry") }
    try connection.execute(
      """
      INSERT INTO component_event (round, entry, component, hundredths, actor, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .id(id), .id(entry), .text(component), .integer(hundredths), .text(login),
        .integer(context.now.milliseconds),
      ])
    try context.touch(.scores)
    func fields(_ value: Int?) -> [String: JSONValue] {
      [
        "round": .string(id.description), "component": .string(component),
        "hundredths": ContestWriting.json(value),
      ]
    }
    return try contest.record(
      .contestChanged, ContestUndo.component, entry.bytes,
      title: SafeText(escaping: "\(current.code) · \(component)"),
      before: fields(current.components[component]), after: fields(hundredths), undoes: undoes)
  }
}
