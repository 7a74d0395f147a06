import Incubation
import Storage
import Synchronization

/// What undo was asked for, and what it answers.
final class UndoLog: Sendable {
  private struct State {
    var asked: [Int64] = []
    var next: Int64 = 1_000
    var failure: StorageError?
  }

  private let state = Mutex(State())
  let gate: Gate?

  init(gate: Gate? = nil) { self.gate = gate }

  var asked: [Int64] { state.withLock(\.asked) }

  func fail(with error: StorageError?) { state.withLock { $0.failure = error } }

  func undo(_ event: Int64) async throws -> ChangeReceipt {
    await gate?.wait()
    return try state.withLock { state in
      state.asked.append(event)
      if let failure = state.failure { throw failure }
      state.next += 1
      return ChangeReceipt(
        event: state.next, summary: ChangeSummary(kind: .undone, title: "Gạo sạch"))
    }
  }
}

/// Ports of which only undo does anything.
struct FakePorts: VenturePort, CataloguePort, UserPort, ImportPort, SQLDatabase {
  let log: UndoLog
  private let nothing = StorageError.unavailable("test")

  init(log: UndoLog) { self.log = log }

  var stores: Stores {
    Stores(ventures: self, catalogue: self, users: self, imports: self, database: self)
  }

  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt {
    try await log.undo(event)
  }

  func page(
    _ filter: VentureFilter, sort: VentureSort, offset: Int, limit: Int, today: LocalDate
  ) async throws -> VenturePage { throw nothing }
  func position(
    of id: Identifier<Venture>, in filter: VentureFilter, sort: VentureSort, today: LocalDate
  ) async throws -> Int? { throw nothing }
  func board(
    pipeline: String, filter: VentureFilter, offsets: [String: Int], limit: Int, today: LocalDate
  ) async throws -> BoardPage { throw nothing }
  func record(_ id: Identifier<Venture>) async throws -> VentureRecord { throw nothing }
  func find(code: String) async throws -> Identifier<Venture>? { throw nothing }
  func searchKeys() async throws -> [VentureSearchKey] { throw nothing }
  func facets(pipeline: String?) async throws -> VentureFacets { throw nothing }
  func create(
    _ content: VentureContent, pipeline: String, stage: String?, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<Venture>, receipt: ChangeReceipt) { throw nothing }
  func update(
    _ id: Identifier<Venture>, to content: VentureContent, base: VentureContent, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt { throw nothing }
  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt { throw nothing }
  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, filling: MoveFilling,
    ifVersion: Int, by: Session
  ) async throws -> FilledMove { throw nothing }

  func addNote(_ text: SafeText, to id: Identifier<Venture>, by: Session) async throws
    -> ChangeReceipt
  { throw nothing }
  func record(_ evidence: Evidence, for id: Identifier<Venture>, ifVersion: Int, by: Session)
    async throws -> ChangeReceipt
  { throw nothing }
  func delete(_ id: Identifier<Venture>, ifVersion: Int, by: Session) async throws
    -> ChangeReceipt
  { throw nothing }
  func setTeam(
    _ team: [TeamEntry], of id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt { throw nothing }
  func plan(_ change: BulkChange, for ids: [Identifier<Venture>]) async throws -> BulkPlan {
    throw nothing
  }
  func apply(_ change: BulkChange, to items: [BulkPlan.Item], by: Session) async throws
    -> ChangeReceipt
  { throw nothing }
  func savedViews(by: Session) async throws -> [SavedView] { throw nothing }
  func save(_ view: SavedView, by: Session) async throws -> ChangeReceipt { throw nothing }
  func deleteView(named name: SafeText, by: Session) async throws -> ChangeReceipt {
    throw nothing
  }
  func overview(of pipeline: String, today: LocalDate) async throws -> PipelineOverview {
    throw nothing
  }
  func ventures(behind figure: OverviewFigure, in pipeline: String) async throws
    -> [Identifier<Venture>]
  { throw nothing }

  func pipelines() async throws -> [Pipeline] { throw nothing }
  func fieldNames() async throws -> [Bilingual] { throw nothing }
  func profile() async throws -> DatabaseProfile { throw nothing }

  func users() async throws -> [User] { throw nothing }
  func user(_ login: String) async throws -> User? { throw nothing }
  func add(_ user: User, by: Session) async throws { throw nothing }
  func grant(_ role: UserRole, to login: String, by: Session) async throws { throw nothing }
  func revoke(_ role: UserRole, from login: String, by: Session) async throws { throw nothing }

  func matchKeys() async throws -> [VentureMatchKey] { throw nothing }
  func contents(of ids: [Identifier<Venture>]) async throws
    -> [Identifier<Venture>: VersionedContent]
  { throw nothing }
  func publish(_ batch: ImportBatch, by: Session) async throws -> ChangeReceipt { throw nothing }
  func batches() async throws -> [ImportSummary] { throw nothing }
  func undo(batch: Int64, by: Session) async throws -> (removed: Int, kept: Int) { throw nothing }

  var dialect: SQLDialect { SQLDialect(.sqlite) }
  var displayName: String { "thu.db" }
  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T
  { throw nothing }
  func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T
  { throw nothing }
  func changes() -> AsyncStream<ChangeNotice> { AsyncStream { $0.finish() } }
  func close() async {}
}
