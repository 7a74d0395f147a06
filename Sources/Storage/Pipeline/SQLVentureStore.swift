import Incubation

/// Ventures over a database.
struct SQLVentureStore: VenturePort {
  let database: any SQLDatabase

  func page(
    _ filter: VentureFilter, sort: VentureSort, offset: Int, limit: Int, today: LocalDate
  ) async throws -> VenturePage {
    try await database.read {
      try VentureReading.page(
        filter, sort: sort, offset: offset, limit: limit, today: today, on: $0)
    }
  }

  func position(
    of id: Identifier<Venture>, in filter: VentureFilter, sort: VentureSort, today: LocalDate
  ) async throws -> Int? {
    try await database.read {
      try VentureReading.position(of: id, in: filter, sort: sort, today: today, on: $0)
    }
  }

  func board(
    pipeline: String, filter: VentureFilter, offsets: [String: Int], limit: Int, today: LocalDate
  ) async throws -> BoardPage {
    try await database.read { connection in
      try BoardReading.board(
        try CatalogueReading.pipeline(pipeline, on: connection), filter: filter,
        offsets: offsets, limit: limit, today: today, on: connection)
    }
  }

  func record(_ id: Identifier<Venture>) async throws -> VentureRecord {
    try await database.read { try VentureReading.record(id, on: $0) }
  }

  func find(code: String) async throws -> Identifier<Venture>? {
    try await database.read { connection in
      try connection.first(
        "SELECT id FROM venture WHERE code_key = ? AND deleted = 0",
        [.text(TextFolding.fold(code))]
      ) { Identifier<Venture>(bytes: $0.blob(0)) } ?? nil
    }
  }

  func searchKeys() async throws -> [VentureSearchKey] {
    try await database.read { connection in
      try connection.rows(
        "SELECT id, search_key, pipeline FROM venture WHERE deleted = 0 ORDER BY title_sort"
      ) { row in
        VentureSearchKey(
          id: Identifier(bytes: row.blob(0)) ?? Identifier(high: 0, low: 0), folded: row.text(1),
          pipeline: row.text(2))
      }
    }
  }

  func facets(pipeline: String?) async throws -> VentureFacets {
    try await database.read { try FacetReading.facets(pipeline: pipeline, on: $0) }
  }

  func create(
    _ content: VentureContent, pipeline: String, stage: String?, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<Venture>, receipt: ChangeReceipt) {
    try await write(by) { try $0.create(content, pipeline: pipeline, stage: stage, on: day) }
  }

  func update(
    _ id: Identifier<Venture>, to content: VentureContent, base: VentureContent, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.update(id, to: content, base: base, ifVersion: ifVersion) }
  }

  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.move(id, request, reason: reason, ifVersion: ifVersion) }
  }

  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, filling: MoveFilling,
    ifVersion: Int, by: Session
  ) async throws -> FilledMove {
    try await write(by) {
      try FilledMoving(writing: $0).move(
        id, request, reason: reason, filling: filling, ifVersion: ifVersion)
    }
  }

  func addNote(
    _ text: SafeText, to id: Identifier<Venture>, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.addNote(text, to: id) }
  }

  func record(
    _ evidence: Evidence, for id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.record(evidence, for: id, ifVersion: ifVersion) }
  }

  func setTeam(
    _ team: [TeamEntry], of id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.setTeam(team, of: id, ifVersion: ifVersion) }
  }

  func plan(_ change: BulkChange, for ids: [Identifier<Venture>]) async throws -> BulkPlan {
    try await database.read { try BulkWriting.plan(change, for: ids, on: $0) }
  }

  func apply(
    _ change: BulkChange, to items: [BulkPlan.Item], by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try BulkWriting(writing: $0).apply(change, to: items) }
  }

  func savedViews(by: Session) async throws -> [SavedView] {
    let login = by.user.login
    return try await database.read { try ViewWriting.views(of: login, on: $0) }
  }

  func save(_ view: SavedView, by: Session) async throws -> ChangeReceipt {
    try await write(by) { try ViewWriting(context: $0.context).save(view) }
  }

  func deleteView(named name: SafeText, by: Session) async throws -> ChangeReceipt {
    try await write(by) { try ViewWriting(context: $0.context).delete(named: name) }
  }

  func overview(of pipeline: String, today: LocalDate) async throws -> PipelineOverview {
    try await database.read { try OverviewReading.overview(of: pipeline, today: today, on: $0) }
  }

  func ventures(
    behind figure: OverviewFigure, in pipeline: String
  ) async throws -> [Identifier<Venture>] {
    try await database.read {
      try OverviewReading.ventures(behind: figure, in: pipeline, on: $0)
    }
  }

  func delete(
    _ id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try await write(by) { try $0.delete(id, ifVersion: ifVersion) }
  }

  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt {
    try await write(by) { writing in
      if let receipt = try TrainingUndo(context: writing.context).undo(event) { return receipt }
      if let receipt = try ProgrammeUndo(context: writing.context).undo(event) { return receipt }
      if let batch = try ImportUndo.batch(of: event, on: writing.connection) {
        return try ImportUndo(writing).undo(batch, event: event)
      }
      if try ImportUndo.isUndone(event, on: writing.connection) {
        throw StorageError.importNotRedoable
      }
      if let group = try GroupUndo.group(event, on: writing.connection) {
        return try GroupUndo(writing: writing).undo(group)
      }
      if let receipt = try ViewWriting(context: writing.context).undo(event) { return receipt }
      let contest = ContestUndo(contest: ContestWriting(writing.context))
      if let receipt = try contest.undo(event) { return receipt }
      return try VentureUndo(writing: writing).undo(event)
    }
  }

  private func write<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (VentureWriting) throws -> T
  ) async throws -> T {
    try await database.write { try body(VentureWriting(WriteContext($0, session))) }
  }
}

/// The distinct values by which lists can be narrowed, inside a transaction.
enum FacetReading {
  static func facets(pipeline: String?, on connection: any SQLConnection) throws -> VentureFacets {
    var facets = VentureFacets()
    facets.fields = try values("field", pipeline, connection)
    facets.places = try values("place", pipeline, connection)
    let owners = try values("lead_owner", pipeline, connection)
    facets.owners = merged(owners + (try values("support_owner", pipeline, connection)))
    facets.tags = try tags(pipeline, connection)
    return facets
  }

  private static func values(
    _ column: String, _ pipeline: String?, _ connection: any SQLConnection
  ) throws -> [VentureFacets.Value] {
    try connection.rows(
      """
      SELECT MIN(\(column)), COUNT(*) FROM venture
      WHERE deleted = 0 AND \(column) <> '' AND pipeline = COALESCE(?, pipeline)
      GROUP BY \(column)_key ORDER BY COUNT(*) DESC, \(column)_key
      """, [.text(pipeline)]
    ) { VentureFacets.Value(text: SafeText(escaping: $0.text(0)), count: Int($0.integer(1))) }
  }

  private static func tags(
    _ pipeline: String?, _ connection: any SQLConnection
  ) throws -> [VentureFacets.Value] {
    let lists = try connection.rows(
      "SELECT tags FROM venture WHERE deleted = 0 AND tags <> ''"
        + " AND pipeline = COALESCE(?, pipeline)",
      [.text(pipeline)]
    ) { row in row.text(0).split(separator: "\n").map { SafeText(escaping: String($0)) } }
    return merged(lists.joined().map { VentureFacets.Value(text: $0, count: 1) })
  }

  private static func merged(_ values: [VentureFacets.Value]) -> [VentureFacets.Value] {
    var byKey: [String: VentureFacets.Value] = [:]
    for value in values {
      byKey[TextFolding.fold(value.text.string), default: .init(text: value.text, count: 0)]
        .count += value.count
    }
    return byKey.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
  }
}

extension Stores {
  /// All ports over one database.
  public static func over(_ database: any SQLDatabase) -> Stores {
    Stores(
      ventures: SQLVentureStore(database: database),
      catalogue: SQLCatalogueStore(database: database),
      users: SQLUserStore(database: database), imports: SQLImportStore(database: database),
      training: SQLTrainingStore(database: database), database: database)
  }
}
