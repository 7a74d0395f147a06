import Foundation
import Incubation
import Storage
import StoragePostgres
import StorageSQLite
import TestSupport

/// The engines that every port is tried on.
enum Engine: String, CaseIterable, Sendable {
  case memory, file, postgres

  /// An empty database with the shipped pipelines, and its ports.
  func fresh() async throws -> Desk {
    let database = try await open()
    try await Schema.migrate(database, at: Desk.start)
    try await Founding.found(
      database,
      with: FoundingContent(
        pipelines: ShippedPipelines.all, fieldNames: ShippedFields.all,
        profile: DatabaseProfile(
          department: Bilingual(vietnamese: "Sở thử", english: "Test department"),
          demoToday: nil), codePrefix: "ST"))
    return Desk(database)
  }

  private func open() async throws -> any SQLDatabase {
    switch self {
    case .memory: return try SQLiteDatabase(inMemory: ())
    case .file:
      var options = SQLiteDatabase.Options()
      options.creates = true
      options.pollMilliseconds = 50
      return try SQLiteDatabase(path: temporaryFolder() + "/test.db", options: options)
    case .postgres:
      let cluster = try PostgresCluster.shared()
      let url = try PostgresURL(cluster.url(try cluster.freshDatabase()))
      return try await PostgresDatabase.open(
        url, random: { UInt64.random(in: .min ... .max) })
    }
  }
}

extension Desk {
  /// Another connection to the same database, as another person's program has it; the same one in
  /// memory.
  func neighbour() async throws -> Desk {
    if let server = database as? PostgresDatabase {
      let other = try await PostgresDatabase.open(
        server.url, random: { UInt64.random(in: .min ... .max) })
      return Desk(other)
    }
    guard let file = database as? SQLiteDatabase, let path = file.path else { return self }
    return Desk(try SQLiteDatabase(path: path))
  }
}

/// A folder of its own below the system's temporary one.
func temporaryFolder() -> String {
  let path = NSTemporaryDirectory() + "vuonuom-" + UUID().uuidString
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  return path
}

/// A database on the test bench: its ports, people who work with it, and a clock that stands still
/// until a test moves it.
struct Desk: Sendable {
  static let start =
    LocalDate(year: 2020, month: 9, day: 15)?.at(hour: 9) ?? Timestamp(milliseconds: 0)

  let database: any SQLDatabase
  let stores: Stores

  init(_ database: any SQLDatabase) {
    self.database = database
    stores = Stores.over(database)
  }

  func session(
    _ login: String = "lan", _ roles: Set<UserRole> = [.clerk], daysLater: Int = 0
  ) -> Session {
    let now = Timestamp(milliseconds: Self.start.milliseconds + Int64(daysLater) * 86_400_000)
    return Session(
      user: User(login: login, displayName: SafeText(escaping: login), roles: roles),
      now: { now }, random: { UInt64.random(in: .min ... .max) }, today: { now.localDate })
  }

  var ventures: any VenturePort { stores.ventures }
  var today: LocalDate { Self.start.localDate }

  /// A venture in the first stage of the startup pipeline.
  func venture(
    _ title: SafeText, _ change: (inout VentureContent) -> Void = { _ in }
  ) async throws -> Identifier<Venture> {
    var content = VentureContent(title: title)
    change(&content)
    return try await ventures.create(
      content, pipeline: "startup", stage: nil, on: today, by: session()
    ).id
  }

  /// The version that a venture has now.
  func version(_ id: Identifier<Venture>) async throws -> Int {
    try await ventures.record(id).venture.version
  }
}

/// What of StorageError a test expects, by name.
func caught(_ body: () async throws -> Void) async -> StorageError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? StorageError
  }
}
