import Incubation
import Storage
import Synchronization

/// Stores in memory that remember what was asked of them. Only what these screens call is there;
/// everything else says that it cannot be reached.
final class FakeVentures: VenturePort {
  struct Journal: Sendable {
    var calls: [String] = []
    var content: VentureContent
    var version: Int
    var refusals: [StorageError] = []
  }

  let journal: Mutex<Journal>

  init(_ content: VentureContent, version: Int, refusals: [StorageError] = []) {
    journal = Mutex(Journal(content: content, version: version, refusals: refusals))
  }

  var calls: [String] { journal.withLock { $0.calls } }

  /// Notes a change as storage would: the version must be the stored one, and is raised by one.
  private func change(_ call: String, _ ifVersion: Int) throws -> ChangeReceipt {
    try journal.withLock { journal in
      journal.calls.append(call)
      if !journal.refusals.isEmpty, call.hasPrefix("move") { throw journal.refusals.removeFirst() }
      guard ifVersion == journal.version else { throw StorageError.unavailable("version") }
      journal.version += 1
      return ChangeReceipt(
        event: Int64(journal.version),
        summary: ChangeSummary(kind: .edited, title: journal.content.title))
    }
  }

  func page(
    _ filter: VentureFilter, sort: VentureSort, offset: Int, limit: Int, today: LocalDate
  ) async throws -> VenturePage {
    let ids = filter.ids.map { $0.map { String($0.low) }.joined(separator: ",") } ?? "all"
    journal.withLock { $0.calls.append("page \(ids) “\(filter.text)” from \(offset)") }
    let rows = Fixtures.summaries().filter { filter.ids?.contains($0.id) ?? true }
    return VenturePage(total: rows.count, offset: 0, rows: rows)
  }

  func position(
    of id: Identifier<Venture>, in filter: VentureFilter, sort: VentureSort, today: LocalDate
  ) async throws -> Int? { Int(id.low) - 1 }

  func board(
    pipeline: String, filter: VentureFilter, offsets: [String: Int], limit: Int, today: LocalDate
  ) async throws -> BoardPage { Fixtures.board(Fixtures.summaries()) }

  func record(_ id: Identifier<Venture>) async throws -> VentureRecord {
    var record = Fixtures.record()
    journal.withLock {
      record.venture.content = $0.content
      record.venture.version = $0.version
    }
    return record
  }

  func find(code: String) async throws -> Identifier<Venture>? { nil }

  func searchKeys() async throws -> [VentureSearchKey] {
    journal.withLock { $0.calls.append("keys") }
    return Fixtures.summaries().map {
      VentureSearchKey(
        id: $0.id, folded: TextFolding.fold($0.title.string),
        pipeline: $0.position.pipeline)
    }
  }

  func facets(pipeline: String?) async throws -> VentureFacets { VentureFacets() }

  func create(
    _ content: VentureContent, pipeline: String, stage: String?, on day: LocalDate, by: Session
  ) async throws -> (id: Identifier<Venture>, receipt: ChangeReceipt) {
    let version = journal.withLock { $0.version }
    return (Fixtures.id(1), try change("create \(content.title)", version))
  }

  func update(
    _ id: Identifier<Venture>, to content: VentureContent, base: VentureContent, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt {
    let receipt = try change("update \(ifVersion)", ifVersion)
    journal.withLock { $0.content = content }
    return receipt
  }

  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, ifVersion: Int,
    by: Session
  ) async throws -> ChangeReceipt { try change("move \(ifVersion) «\(reason)»", ifVersion) }

  func move(
    _ id: Identifier<Venture>, _ request: MoveRequest, reason: SafeText, filling: MoveFilling,
    ifVersion: Int, by: Session
  ) async throws -> FilledMove {
    let evidence = filling.evidence.map { " \($0.code) \($0.reference)" }.joined()
    let filled = filling.content.map { " «\($0.phone?.formatted ?? "")»" } ?? ""
    do {
      return .moved(try change("move \(ifVersion) «\(reason)»\(filled)\(evidence)", ifVersion))
    } catch StorageError.moveRefused(.missing(let requirements)) {
      return .missing(requirements, stored: nil)
    }
  }

  func addNote(_ text: SafeText, to id: Identifier<Venture>, by: Session) async throws
    -> ChangeReceipt
  {
    let version = journal.withLock { $0.version }
    return try change("note \(text)", version)
  }

  func record(
    _ evidence: Evidence, for id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    try change("evidence \(ifVersion) \(evidence.code) \(evidence.reference)", ifVersion)
  }

  func delete(_ id: Identifier<Venture>, ifVersion: Int, by: Session) async throws
    -> ChangeReceipt
  { try change("delete \(ifVersion)", ifVersion) }

  func undo(_ event: Int64, by: Session) async throws -> ChangeReceipt {
    throw StorageError.unavailable("undo")
  }

  func setTeam(
    _ team: [TeamEntry], of id: Identifier<Venture>, ifVersion: Int, by: Session
  ) async throws -> ChangeReceipt {
    let names = team.map { $0.fullName.string + ":" + $0.duty.string }
    return try change("team \(ifVersion) " + names.joined(separator: ","), ifVersion)
  }

  func plan(_ change: BulkChange, for ids: [Identifier<Venture>]) async throws -> BulkPlan {
    journal.withLock { $0.calls.append("plan \(ids.count)") }
    var plan = BulkPlan()
    for row in Fixtures.summaries() where ids.contains(row.id) {
      plan.changes.append(BulkPlan.Item(id: row.id, title: row.title, version: row.version))
    }
    return plan
  }

  func apply(
    _ change: BulkChange, to items: [BulkPlan.Item], by: Session
  ) async throws -> ChangeReceipt {
    let version = journal.withLock { $0.version }
    return try self.change("apply \(items.count)", version)
  }

  func savedViews(by: Session) async throws -> [SavedView] {
    journal.withLock { $0.calls.append("views") }
    return []
  }

  func save(_ view: SavedView, by: Session) async throws -> ChangeReceipt {
    let version = journal.withLock { $0.version }
    return try change("save view \(view.name) \(view.definition)", version)
  }

  func deleteView(named name: SafeText, by: Session) async throws -> ChangeReceipt {
    let version = journal.withLock { $0.version }
    return try change("delete view \(name)", version)
  }

  func overview(of pipeline: String, today: LocalDate) async throws -> PipelineOverview {
    Fixtures.overview()
  }

  func ventures(behind figure: OverviewFigure, in pipeline: String) async throws
    -> [Identifier<Venture>]
  { [Fixtures.id(1), Fixtures.id(2)] }
}

/// A database without rows.
final class EmptyConnection: SQLConnection {
  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int { 0 }
  func executeMany(_ sql: String, _ lists: [[SQLValue]]) throws {}
  func forEachRow(
    _ sql: String, _ values: [SQLValue], _ each: (any SQLRow) throws -> Void
  ) throws {}
  var dialect: SQLDialect { SQLDialect(.sqlite) }
}

/// Everything that these tests never reach.
struct Nothing: CataloguePort, UserPort, ImportPort, SQLDatabase {
  private var unavailable: StorageError { .unavailable("not in these tests") }

  func pipelines() async throws -> [Pipeline] { throw unavailable }
  func fieldNames() async throws -> [Bilingual] { throw unavailable }
  func profile() async throws -> DatabaseProfile { throw unavailable }
  func users() async throws -> [User] { throw unavailable }
  func user(_ login: String) async throws -> User? { throw unavailable }
  func add(_ user: User, by: Session) async throws { throw unavailable }
  func grant(_ role: UserRole, to login: String, by: Session) async throws { throw unavailable }
  func revoke(_ role: UserRole, from login: String, by: Session) async throws {
    throw unavailable
  }
  func matchKeys() async throws -> [VentureMatchKey] { [] }
  func contents(of ids: [Identifier<Venture>]) async throws
    -> [Identifier<Venture>: VersionedContent]
  { [:] }
  func publish(_ batch: ImportBatch, by: Session) async throws -> ChangeReceipt {
    throw unavailable
  }
  func batches() async throws -> [ImportSummary] { throw unavailable }
  func undo(batch: Int64, by: Session) async throws -> (removed: Int, kept: Int) {
    throw unavailable
  }
  var dialect: SQLDialect { SQLDialect(.sqlite) }
  var displayName: String { "" }
  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T
  { try body(EmptyConnection()) }
  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { throw unavailable }
  func changes() -> AsyncStream<ChangeNotice> { AsyncStream { $0.finish() } }
  func close() async {}
}

/// Refusals that several tests share.
enum StorageErrors {
  static let missingPhone = StorageError.moveRefused(.missing([.field(.phone)]))
}
