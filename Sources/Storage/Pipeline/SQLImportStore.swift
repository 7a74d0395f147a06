import Incubation

/// Imports over a database.
struct SQLImportStore: ImportPort {
  let database: any SQLDatabase

  func matchKeys() async throws -> [VentureMatchKey] {
    try await database.read { connection in
      try connection.rows(
        "SELECT id, title_key, tax_code, phone, birth_year FROM venture WHERE deleted = 0"
      ) { row in
        var reader = RowReader(row)
        return VentureMatchKey(
          id: try reader.id(), title: reader.string(), taxCode: reader.string(),
          phone: reader.string(), birthYear: reader.int())
      }
    }
  }

  func contents(of ids: [Identifier<Venture>]) async throws
    -> [Identifier<Venture>: VersionedContent]
  {
    try await database.read { connection in
      var result: [Identifier<Venture>: VersionedContent] = [:]
      let columns = (VentureColumns.head + VentureColumns.content).joined(separator: ", ")
      for start in stride(from: 0, to: ids.count, by: 500) {
        let some = ids[start..<min(start + 500, ids.count)]
        let marks = some.map { _ in "?" }.joined(separator: ", ")
        let found = try connection.rows(
          "SELECT \(columns) FROM venture WHERE deleted = 0 AND id IN (\(marks))",
          some.map { .id($0) }, VentureColumns.venture)
        for venture in found {
          result[venture.id] = VersionedContent(
            content: venture.content, version: venture.version)
        }
      }
      return result
    }
  }

  func publish(_ batch: ImportBatch, by session: Session) async throws -> ChangeReceipt {
    try await database.write { connection in
      try ImportPublishing(WriteContext(connection, session), batch).publish()
    }
  }

  func batches() async throws -> [ImportSummary] {
    try await database.read { connection in
      try connection.rows(
        """
        SELECT number, file_name, imported_at, actor, created, updated, refused, undone
        FROM import_batch ORDER BY number DESC
        """
      ) { row in
        var reader = RowReader(row)
        return ImportSummary(
          batch: reader.int64(), fileName: reader.safe(),
          importedAt: Timestamp(milliseconds: reader.int64()), actor: reader.string(),
          created: reader.int(), updated: reader.int(), refused: reader.int(),
          isUndone: reader.int() == 1)
      }
    }
  }

  func undo(batch: Int64, by session: Session) async throws -> (removed: Int, kept: Int) {
    try await database.write { connection in
      try ImportUndo(VentureWriting(WriteContext(connection, session))).undo(batch)
    }
  }
}

/// Puts an import in, inside one transaction.
struct ImportPublishing {
  private let context: WriteContext
  private let connection: any SQLConnection
  private let batch: ImportBatch

  init(_ context: WriteContext, _ batch: ImportBatch) {
    self.context = context
    self.batch = batch
    connection = context.connection
  }

  /// Rows of one chunk, by table.
  private struct Chunk {
    var ventures: [[SQLValue]] = []
    var moves: [[SQLValue]] = []
    var notes: [[SQLValue]] = []
    var events: [[SQLValue]] = []
    var items: [[SQLValue]] = []
  }

  func publish() throws -> ChangeReceipt {
    try context.require(.importData)
    // The topic is a lock as well: imports go in one after the other, and so do their numbers.
    try context.touch(.imports)
    let number = try nextNumber()
    try connection.execute(
      """
      INSERT INTO import_batch (number, file_name, imported_at, actor, created, updated, refused,
        undone) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .integer(number), .text(batch.fileName), .integer(context.now.milliseconds),
        .text(context.session.user.login), .integer(batch.new.count),
        .integer(batch.updates.count), .integer(batch.refused),
      ])
    try publishNew(number)
    for update in batch.updates { try publish(update, number) }
    try context.touch(.ventures, .directory)
    let event = try context.record(
      WriteContext.Entry(
        kind: .imported, action: .imported, entity: "import", entityID: Array("\(number)".utf8),
        before: [:],
        after: [
          "batch": .integer(number), "created": .integer(Int64(batch.new.count)),
          "updated": .integer(Int64(batch.updates.count)),
        ]))
    return ChangeReceipt(
      event: event, summary: ChangeSummary(kind: .imported, title: batch.fileName))
  }

  private func nextNumber() throws -> Int64 {
    try connection.first("SELECT COALESCE(MAX(number), 0) + 1 FROM import_batch") {
      $0.integer(0)
    } ?? 1
  }

  private func publishNew(_ number: Int64) throws {
    let pipelines = try CatalogueReading.pipelines(on: connection)
    let byCode = Dictionary(uniqueKeysWithValues: pipelines.map { ($0.code, $0) })
    let directory = DirectoryWriting(context)
    if batch.new.count > 50 { try directory.preload() }
    var codes = try CodeSupply(on: connection, wanted: batch.new.map(\.code))
    var counters = StageCounters()
    var start = 0
    while start < batch.new.count {
      let end = min(start + 2_000, batch.new.count)
      var chunk = Chunk()
      for row in batch.new[start..<end] {
        let code = codes.next(row.code)
        try prepare(row, code, byCode, directory, &counters, number, &chunk)
      }
      try directory.flush()
      try store(chunk)
      start = end
    }
    try codes.store(on: connection)
    try counters.store(on: connection)
  }

  private func prepare(
    _ row: ImportBatch.NewVenture, _ code: SafeText, _ pipelines: [String: Pipeline],
    _ directory: DirectoryWriting, _ counters: inout StageCounters, _ number: Int64,
    _ chunk: inout Chunk
  ) throws {
    guard let pipeline = pipelines[row.pipeline] else {
      throw StorageError.notFound(entity: "pipeline")
    }
    let stage = row.stage ?? pipeline.stages.first?.code ?? ""
    guard let index = pipeline.index(of: stage) else {
      throw StorageError.moveRefused(.unknownStage(stage))
    }
    let position = StagePosition(
      pipeline: row.pipeline, stage: stage, status: row.status, enteredOn: row.enteredOn)
    let venture = Venture(
      id: context.newID(), code: code, content: row.content, position: position, version: 1)
    let organisation = try directory.organisation(for: row.content)
    let insert = VentureInsert(
      venture: venture, stageIndex: index, organisation: organisation,
      representative: try directory.representative(
        for: row.content, organisation: organisation),
      unit: try directory.unit(for: row.content))
    chunk.ventures.append(insert.values)
    addMoves(of: venture, &chunk)
    counters.count(position, due: row.content.nextStepDue, by: 1)
    if !row.note.isBlank { addNote(row.note, venture.id, &chunk) }
    chunk.events.append(event(of: venture, number))
    chunk.items.append([.integer(number), .id(venture.id), .integer(Int64(0)), .null])
  }

  private func addMoves(of venture: Venture, _ chunk: inout Chunk) {
    let position = venture.position
    var move = StageMove(
      id: context.newID(), venture: venture.id, kind: .entered, from: nil, to: position.stage,
      movedAt: position.enteredOn.at(hour: 8), actor: context.session.user.login)
    chunk.moves.append(StageMoveInsert.values(of: move, at: 0))
    guard position.status != .active else { return }
    move.id = context.newID()
    move.kind = position.status == .dropped ? .dropped : .setAside
    move.from = position.stage
    chunk.moves.append(StageMoveInsert.values(of: move, at: 1))
  }

  private func addNote(_ text: SafeText, _ venture: Identifier<Venture>, _ chunk: inout Chunk) {
    chunk.notes.append([
      .id(context.newID(Note.self)), .id(venture), .integer(context.now.milliseconds),
      .text(context.session.user.login), .text(text),
    ])
  }

  /// The event of an imported venture names it and its import; what it said then is the row
  /// itself and the `before` of whatever changed it later.
  private func event(of venture: Venture, _ number: Int64) -> [SQLValue] {
    let after: [String: JSONValue] = [
      "batch": .integer(number), "code": .string(venture.code.string),
      "title": .string(venture.content.title.string),
    ]
    return [
      .integer(context.now.milliseconds), .text(context.session.user.login),
      .blob(venture.id.bytes), .text(WriteContext.json(after)),
    ]
  }

  private func store(_ chunk: Chunk) throws {
    try connection.executeMany(VentureInsert.sql, chunk.ventures)
    try connection.executeMany(StageMoveInsert.sql, chunk.moves)
    try connection.executeMany(
      """
      INSERT INTO venture_note (id, venture, written_at, author, text, cancelled)
      VALUES (?, ?, ?, ?, ?, 0)
      """, chunk.notes)
    try connection.executeMany(
      """
      INSERT INTO event (recorded_at, actor, kind, action, entity, entity_id, before_json,
        after_json, reason, undoes)
      VALUES (?, ?, 'imported', 'imported', 'venture', ?, '', ?, '', NULL)
      """, chunk.events)
    try connection.executeMany(
      "INSERT INTO import_item (batch, venture, event, note) VALUES (?, ?, ?, ?)",
      chunk.items)
  }

  private func publish(_ update: ImportBatch.Update, _ number: Int64) throws {
    let writing = VentureWriting(context)
    let receipt = try writing.update(
      update.id, to: update.content, base: nil, ifVersion: update.ifVersion)
    var note: Identifier<Note>?
    if !update.note.isBlank {
      let id = context.newID(Note.self)
      try writing.insertNote(id, update.note, to: update.id)
      note = id
    }
    try connection.execute(
      "INSERT INTO import_item (batch, venture, event, note) VALUES (?, ?, ?, ?)",
      [.integer(number), .id(update.id), .integer(receipt.event), .id(note)])
  }
}

/// Numbers for the ventures of an import: those that the file names, and new ones for the others.
struct CodeSupply {
  private let prefix: String
  private var last: Int
  private var taken: Set<String>
  /// Numbers that rows of the file name: they are not given to other rows.
  private let reserved: Set<String>

  init(on connection: any SQLConnection, wanted: [SafeText]) throws {
    prefix = try VentureCodes.prefix(on: connection)
    // Written rather than read, so that whoever else wants a number waits for this transaction.
    last = try connection.rows(
      """
      INSERT INTO code_counter (prefix, last) VALUES (?, 0)
      ON CONFLICT (prefix) DO UPDATE SET last = code_counter.last RETURNING last
      """, [.text(prefix)]
    ) { Int($0.integer(0)) }[0]
    taken = Set(try connection.rows("SELECT code_key FROM venture") { $0.text(0) })
    reserved = Set(wanted.filter { !$0.isBlank }.map(VentureCodes.key))
  }

  /// The number that the file names, or a new one: when it names none, and when another venture
  /// has it by now, as after a preview during which somebody else was at work.
  mutating func next(_ wanted: SafeText) -> SafeText {
    if !wanted.isBlank, taken.insert(VentureCodes.key(wanted)).inserted { return wanted }
    while true {
      last += 1
      let code = VentureCodes.code(prefix, last)
      let key = VentureCodes.key(code)
      if !reserved.contains(key), taken.insert(key).inserted { return code }
    }
  }

  func store(on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO code_counter (prefix, last) VALUES (?, ?)
      ON CONFLICT (prefix) DO UPDATE SET last = excluded.last
      """, [.text(prefix), .integer(last)])
  }
}

/// Takes an import back, inside one transaction.
struct ImportUndo {
  private let writing: VentureWriting
  private var connection: any SQLConnection { writing.connection }

  init(_ writing: VentureWriting) { self.writing = writing }

  /// A venture that the import made or changed.
  private struct Item {
    var venture: Identifier<Venture>
    /// The event of the change; 0 when the import made the venture.
    var event: Int64
    /// The remark that came with a change; nil for none.
    var note: Identifier<Note>?
    var isDeleted: Bool
    /// Whether anything was done to it since the import.
    var isTouched: Bool
  }

  func undo(_ batch: Int64) throws -> (removed: Int, kept: Int) {
    try writing.context.require(.importData)
    try writing.context.touch(.imports)
    let isUndone = try connection.first(
      "SELECT undone FROM import_batch WHERE number = ?", [.integer(batch)]
    ) { $0.integer(0) == 1 }
    guard let isUndone, !isUndone else { throw StorageError.notFound(entity: "import") }
    let published =
      try connection.first(
        "SELECT number FROM event WHERE entity = 'import' AND entity_id = ? AND kind = 'imported'",
        [.blob(Array("\(batch)".utf8))]
      ) { $0.integer(0) } ?? 0
    let items = try connection.rows(
      """
      SELECT i.venture, i.event, i.note, v.deleted, CASE WHEN EXISTS (SELECT 1 FROM event e
        WHERE e.entity_id = i.venture AND e.number > ?) THEN 1 ELSE 0 END
      FROM import_item i JOIN venture v ON v.id = i.venture WHERE i.batch = ?
      """, [.integer(published), .integer(batch)]
    ) { row in
      var reader = RowReader(row)
      return Item(
        venture: try reader.id(), event: reader.int64(), note: try reader.optionalID(),
        isDeleted: reader.int() == 1, isTouched: reader.int() == 1)
    }
    var removed = 0
    for item in items where !item.isTouched && !item.isDeleted {
      try takeBack(item, batch)
      removed += 1
    }
    try connection.execute(
      "UPDATE import_batch SET undone = 1 WHERE number = ?", [.integer(batch)])
    try writing.context.touch(.ventures)
    return (removed, items.count - removed)
  }

  /// The import that an event published; nil when it is another kind of event.
  static func batch(of event: Int64, on connection: any SQLConnection) throws -> Int64? {
    try connection.first(
      "SELECT entity_id FROM event WHERE number = ? AND entity = 'import' AND kind = 'imported'",
      [.integer(event)]
    ) { Int64(String(decoding: $0.blob(0), as: UTF8.self)) } ?? nil
  }

  /// Whether an event took an import back, which cannot be redone.
  static func isUndone(_ event: Int64, on connection: any SQLConnection) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM event WHERE number = ? AND entity = 'import' AND kind = 'undone'",
      [.integer(event)]
    ) { _ in true } ?? false
  }

  /// Takes an import back as the undo of the event that published it.
  func undo(_ batch: Int64, event: Int64) throws -> ChangeReceipt {
    let name = try connection.first(
      "SELECT file_name FROM import_batch WHERE number = ?", [.integer(batch)]
    ) { SafeText(escaping: $0.text(0)) }
    let counts = try undo(batch)
    let number = try writing.context.record(
      WriteContext.Entry(
        kind: .undone, action: .imported, entity: "import", entityID: Array("\(batch)".utf8),
        before: [:],
        after: [
          "kept": .integer(Int64(counts.kept)), "removed": .integer(Int64(counts.removed)),
        ], undoes: event))
    return ChangeReceipt(
      event: number, summary: ChangeSummary(kind: .imported, title: name ?? .empty))
  }

  private func takeBack(_ item: Item, _ batch: Int64) throws {
    if let note = item.note {
      try connection.execute("UPDATE venture_note SET cancelled = 1 WHERE id = ?", [.id(note)])
    }
    if item.event > 0 {
      _ = try VentureUndo(writing: writing).undo(item.event)
      return
    }
    let current = try VentureReading.venture(item.venture, on: connection)
    try writing.setDeleted(true, current)
    _ = try writing.record(
      .deleted, current, before: ["deleted": .integer(0)],
      after: ["batch": .integer(batch), "deleted": .integer(1)])
  }
}
