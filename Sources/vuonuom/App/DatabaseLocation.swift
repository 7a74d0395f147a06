import Foundation
import Incubation
import Storage
import StoragePostgres
import StorageSQLite

/// Where a database is: a file, or a server.
enum DatabaseLocation {
  case file(String)
  case server(PostgresURL)

  /// The location that a person named, or the default one.
  ///
  /// - Throws: `Failure` with code usage for a URL that is wrong.
  init(_ text: String?) throws {
    guard let text else {
      self = .file(Places.defaultDatabase)
      return
    }
    if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
      do {
        self = .server(try PostgresURL(text))
      } catch {
        throw Failure(.usage, vi: error.words(.vietnamese), en: error.words(.english))
      }
      return
    }
    guard !text.contains("://") else {
      throw Failure(
        .usage,
        vi: "Không hiểu địa chỉ \(text): hãy dùng đường dẫn tệp hoặc postgresql://….",
        en: "Do not know the address \(text): use a file path or postgresql://….")
    }
    guard !text.isEmpty else {
      throw Failure(
        .usage, vi: "Sau --database còn thiếu đường dẫn hoặc địa chỉ.",
        en: "--database needs a path or an address after it.")
    }
    self = .file(text)
  }

  /// How it is called in messages. Never a secret.
  var name: String {
    switch self {
    case .file(let path): return path
    case .server(let url): return url.displayName
    }
  }

  /// Whether there is nothing at that place yet.
  var isMissing: Bool {
    guard case .file(let path) = self else { return false }
    return access(path, F_OK) != 0
  }
}

/// What a missing database means to a subcommand.
enum MissingDatabase {
  /// Ask the person; without a terminal, refuse.
  case ask
  /// Make it.
  case create
  /// Refuse.
  case refuse
}

/// An open database with what the program needs to know about it.
struct OpenDatabase: Sendable {
  var database: any SQLDatabase
  var stores: Stores
  var profile: DatabaseProfile
  /// Whether it was made just now.
  var isNew: Bool

  /// The SQLite database, for what only a file can do; nil for a server.
  var file: SQLiteDatabase? { database as? SQLiteDatabase }
}

/// Opens databases: makes, migrates and fills new ones, refuses foreign ones.
enum DatabaseOpening {
  /// Opens a database.
  ///
  /// - Throws: `Failure`, `StorageError`.
  static func open(
    _ location: DatabaseLocation, missing: MissingDatabase, language: Language,
    options: SQLiteDatabase.Options = SQLiteDatabase.Options()
  ) throws -> OpenDatabase {
    let isNew = location.isMissing
    if isNew { try decide(location, missing, language) }
    let database = try connect(location, creates: isNew, options)
    return try Blocking.run {
      let state = try await Schema.state(of: database)
      if case .newer(let unknown) = state { throw StorageError.newerSchema(unknown: unknown) }
      // Nothing is founded by a command that only meant to read.
      if state == .empty, missing == .refuse { throw absence(location) }
      if state != .current {
        try await Schema.migrate(database, at: RealWorld.now())
      }
      let stores = Stores.over(database)
      var profile = try await stores.catalogue.profile()
      // Also when a program died between making the tables and filling them.
      if profile.department.vietnamese.isBlank {
        try await Founding.found(database, with: FoundingContent.shipped())
        profile = try await stores.catalogue.profile()
      }
      return OpenDatabase(
        database: database, stores: stores, profile: profile, isNew: state == .empty)
    }
  }

  private static func connect(
    _ location: DatabaseLocation, creates: Bool, _ options: SQLiteDatabase.Options
  ) throws -> any SQLDatabase {
    switch location {
    case .file(let path):
      var options = options
      options.creates = creates
      if creates, path == Places.defaultDatabase { try Places.makePrivateFolder(Places.data) }
      return try SQLiteDatabase(path: path, options: options)
    case .server(let url):
      return try Blocking.run { try await PostgresDatabase.open(url, random: RealWorld.random) }
    }
  }

  private static func absence(_ location: DatabaseLocation) -> Failure {
    Failure(
      .unavailable,
      vi: "Chưa có cơ sở dữ liệu \(location.name). Tạo mới: vuonuom --database \(location.name), "
        + "hoặc nhập danh sách bằng vuonuom import. Xem thử: vuonuom demo.",
      en: "There is no database \(location.name) yet. Make one: vuonuom --database "
        + "\(location.name), or bring in a list with vuonuom import. To look around: vuonuom demo.")
  }

  private static func decide(
    _ location: DatabaseLocation, _ missing: MissingDatabase, _ language: Language
  ) throws {
    let refusal = absence(location)
    switch missing {
    case .create: return
    case .refuse: throw refusal
    case .ask:
      guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { throw refusal }
      Output.note(
        language == .vietnamese
          ? "Chưa có cơ sở dữ liệu \(location.name). Tạo mới? Gõ «co» rồi Enter (Enter: thôi):"
          : "There is no database \(location.name) yet. Make it? Type yes and Enter (Enter: no):")
      let answer = TextFolding.fold(readLine() ?? "")
      guard ["co", "c", "yes", "y"].contains(answer) else { throw refusal }
    }
  }
}

extension FoundingContent {
  /// What a new database of this program begins with: the Sóc Trăng department's programme.
  static func shipped(demoToday: LocalDate? = nil) -> FoundingContent {
    FoundingContent(
      pipelines: ShippedPipelines.all, fieldNames: ShippedFields.all,
      profile: DatabaseProfile(
        department: Bilingual(
          vietnamese: "Sở KH&CN Sóc Trăng", english: "Sóc Trăng DOST"),
        demoToday: demoToday),
      codePrefix: "ST")
  }
}
