import Incubation

/// The verbs that change ventures, inside a transaction.
struct VentureWriting {
  let context: WriteContext
  let connection: any SQLConnection

  init(_ context: WriteContext) {
    self.context = context
    connection = context.connection
  }

  // MARK: Create

  func create(
    _ content: VentureContent, pipeline code: String, stage: String?, on day: LocalDate
  ) throws -> (id: Identifier<Venture>, receipt: ChangeReceipt) {
    try context.require(.editVentures)
    let pipeline = try CatalogueReading.pipeline(code, on: connection)
    let stageCode = stage ?? pipeline.stages.first?.code ?? ""
    guard pipeline.stage(stageCode) != nil else {
      throw StorageError.moveRefused(.unknownStage(stageCode))
    }
    let position = StagePosition(
      pipeline: code, stage: stageCode, status: .active, enteredOn: day)
    let venture = Venture(
      id: context.newID(), code: try VentureCodes.next(on: connection), content: content,
      position: position, version: 1)
    try insert(venture, in: pipeline)
    try insert(entry(of: venture, on: day), at: 0)
    var counters = StageCounters()
    counters.count(position, due: content.nextStepDue, by: 1)
    try counters.store(on: connection)
    var after = content.canonicalFields()
    after["code"] = .string(venture.code.string)
    let receipt = try record(.created, venture, before: [:], after: after)
    return (venture.id, receipt)
  }

  private func entry(of venture: Venture, on day: LocalDate) -> StageMove {
    let isToday = day == context.now.localDate
    return StageMove(
      id: context.newID(), venture: venture.id, kind: .entered, from: nil,
      to: venture.position.stage, movedAt: isToday ? context.now : day.at(hour: 8),
      actor: context.session.user.login)
  }

  private func insert(_ venture: Venture, in pipeline: Pipeline) throws {
    let directory = DirectoryWriting(context)
    let organisation = try directory.organisation(for: venture.content)
    let person = try directory.representative(for: venture.content, organisation: organisation)
    let row = VentureInsert(
      venture: venture, stageIndex: pipeline.index(of: venture.position.stage) ?? 0,
      organisation: organisation, representative: person,
      unit: try directory.unit(for: venture.content))
    try connection.execute(VentureInsert.sql, row.values)
  }

  func insert(_ move: StageMove, at position: Int) throws {
    try connection.execute(StageMoveInsert.sql, StageMoveInsert.values(of: move, at: position))
  }

  // MARK: Edit

  func update(
    _ id: Identifier<Venture>, to content: VentureContent, base: VentureContent?, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editVentures)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(current, expected: ifVersion, mine: content, base: base)
    }
    return try write(content, over: current, kind: .edited, action: .edited, undoes: nil)
  }

  func write(
    _ content: VentureContent, over current: Venture, kind: ChangeSummary.Kind,
    action: ChangeSummary.Kind, undoes: Int64?
  ) throws -> ChangeReceipt {
    let before = current.content.canonicalFields()
    let after = content.canonicalFields()
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    try store(content, over: current)
    var venture = current
    venture.content = content
    return try record(
      kind, venture, action: action, before: before.filter { changed.contains($0.key) },
      after: after.filter { changed.contains($0.key) }, undoes: undoes)
  }

  private func store(_ content: VentureContent, over current: Venture) throws {
    let directory = DirectoryWriting(context)
    let organisation = try directory.organisation(for: content)
    let linked = try connection.first(
      "SELECT representative FROM venture WHERE id = ?", [.id(current.id)]
    ) { $0.isNull(0) ? nil : Identifier<Person>(bytes: $0.blob(0)) }
    let person = try directory.representative(
      for: content, organisation: organisation, current: linked ?? nil,
      currentName: current.content.representative)
    let columns =
      VentureColumns.content + VentureColumns.derived
      + ["organisation", "representative", "place_unit"]
    try connection.execute(
      """
      UPDATE venture SET \(columns.map { $0 + " = ?" }.joined(separator: ", ")),
        version = version + 1 WHERE id = ?
      """,
      VentureColumns.values(of: content)
        + VentureColumns.derived(from: content, code: current.code)
        + [
          .id(organisation), .id(person), .id(try directory.unit(for: content)), .id(current.id),
        ])
    guard content.nextStepDue != current.content.nextStepDue else { return }
    var counters = StageCounters()
    counters.count(current.position, due: current.content.nextStepDue, by: -1)
    counters.count(current.position, due: content.nextStepDue, by: 1)
    try counters.store(on: connection)
  }

  // MARK: Notes, evidence, deletion

  func addNote(_ text: SafeText, to id: Identifier<Venture>) throws -> ChangeReceipt {
    try context.require(.editVentures)
    let venture = try locked(id)
    let note = context.newID(Note.self)
    try insertNote(note, text, to: id)
    return try record(
      .noted, venture, before: [:],
      after: ["note": .string(note.description), "text": .string(text.string)])
  }

  func insertNote(_ note: Identifier<Note>, _ text: SafeText, to id: Identifier<Venture>) throws {
    try connection.execute(
      """
      INSERT INTO venture_note (id, venture, written_at, author, text, cancelled)
      VALUES (?, ?, ?, ?, ?, 0)
      """,
      [
        .id(note), .id(id), .integer(context.now.milliseconds),
        .text(context.session.user.login), .text(text),
      ])
  }

  func record(_ evidence: Evidence, for id: Identifier<Venture>, ifVersion: Int) throws
    -> ChangeReceipt
  {
    try context.require(.editVentures)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(current, expected: ifVersion, mine: nil, base: nil)
    }
    let before = try VentureReading.evidence(of: id, on: connection)
      .first { $0.code == evidence.code }
    try store(evidence, for: id)
    try raiseVersion(id)
    return try record(
      .evidence, current, before: before.map(Self.fields) ?? ["code": .string(evidence.code)],
      after: Self.fields(evidence))
  }

  func store(_ evidence: Evidence, for id: Identifier<Venture>) throws {
    try connection.execute(
      """
      INSERT INTO venture_evidence (venture, code, recorded_day, reference) VALUES (?, ?, ?, ?)
      ON CONFLICT (venture, code) DO UPDATE
      SET recorded_day = excluded.recorded_day, reference = excluded.reference
      """,
      [
        .id(id), .text(evidence.code), .integer(evidence.recordedOn.dayNumber),
        .text(evidence.reference),
      ])
  }

  static func fields(_ evidence: Evidence) -> [String: JSONValue] {
    [
      "code": .string(evidence.code), "day": .integer(Int64(evidence.recordedOn.dayNumber)),
      "reference": .string(evidence.reference.string),
    ]
  }

  func delete(_ id: Identifier<Venture>, ifVersion: Int) throws -> ChangeReceipt {
    try context.require(.deleteVentures)
    let current = try locked(id)
    guard current.version == ifVersion else {
      throw try conflict(current, expected: ifVersion, mine: nil, base: nil)
    }
    try setDeleted(true, current)
    return try record(
      .deleted, current, before: ["deleted": .integer(0)], after: ["deleted": .integer(1)])
  }

  func setDeleted(_ isDeleted: Bool, _ venture: Venture) throws {
    let code = isDeleted ? venture.code : try VentureCodes.reclaimed(venture, on: connection)
    // A deleted venture gives its number free, so that the file it came from can be brought in.
    let key = VentureCodes.key(code) + (isDeleted ? "\n" + venture.id.description : "")
    try connection.execute(
      """
      UPDATE venture SET deleted = ?, code = ?, code_key = ?, version = version + 1 WHERE id = ?
      """, [.integer(isDeleted ? 1 : 0), .text(code), .text(key), .id(venture.id)])
    var counters = StageCounters()
    counters.count(
      venture.position, due: venture.content.nextStepDue, by: isDeleted ? -1 : 1)
    try counters.store(on: connection)
  }

  func raiseVersion(_ id: Identifier<Venture>) throws {
    try connection.execute("UPDATE venture SET version = version + 1 WHERE id = ?", [.id(id)])
  }

  /// The venture as it is, and nobody else changes it until this transaction ends. SQLite has one
  /// writer at a time; PostgreSQL locks the row.
  func locked(_ id: Identifier<Venture>) throws -> Venture {
    try context.lockRow("SELECT 1 FROM venture WHERE id = ? FOR UPDATE", .id(id))
    return try VentureReading.venture(id, on: connection)
  }

  // MARK: Events

  func record(
    _ kind: ChangeSummary.Kind, _ venture: Venture, action: ChangeSummary.Kind? = nil,
    before: [String: JSONValue], after: [String: JSONValue], reason: SafeText = .empty,
    stage: String? = nil, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.touch(.ventures)
    let event = try context.record(
      WriteContext.Entry(
        kind: kind, action: action ?? kind, entityID: venture.id.bytes, before: before,
        after: after, reason: reason, undoes: undoes))
    return ChangeReceipt(
      event: event,
      summary: ChangeSummary(kind: action ?? kind, title: venture.content.title, stage: stage))
  }

  /// Both sides of a change that came too late.
  func conflict(
    _ current: Venture, expected: Int, mine: VentureContent?, base: VentureContent?
  ) throws -> StorageError {
    let last = try connection.first(
      "SELECT actor, recorded_at FROM event WHERE entity_id = ? ORDER BY number DESC LIMIT 1",
      [.id(current.id)]
    ) { ($0.text(0), Timestamp(milliseconds: $0.integer(1))) }
    let differences = VentureField.allCases.compactMap { field -> Conflict.Difference? in
      guard let mine else { return nil }
      let theirText = current.content.text(of: field)
      let myText = mine.text(of: field)
      guard myText != theirText else { return nil }
      return Conflict.Difference(
        field: field.rawValue, base: base?.text(of: field), mine: myText, theirs: theirText)
    }
    return .conflict(
      Conflict(
        title: current.content.title.string, changedBy: last?.0 ?? "",
        changedAt: last?.1 ?? context.now, currentVersion: current.version,
        expectedVersion: expected, differences: differences))
  }
}
