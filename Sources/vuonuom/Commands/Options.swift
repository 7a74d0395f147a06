import ArgumentParser
import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite

/// Options of every subcommand. They may stand before its name as well.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Tệp SQLite hoặc postgresql://… / SQLite file or postgresql://…")
  var database: String?
  @Option(help: "vi | en")
  var language: String?
  @Option(name: .customLong("as"), help: "Chỉ dữ liệu mẫu / demo data only: LOGIN")
  var actor: String?
  @Option(help: "Ngày coi là hôm nay / the day that counts as today: dd/MM/yyyy")
  var today: String?
  @Flag(
    name: .customLong("allow-network-files"),
    help: "Chấp nhận NFS/CIFS… / accept a database on a network file system")
  var allowsNetworkFiles = false

  /// Settings from the file, under what the command line says.
  func resolved() throws -> ResolvedOptions { try given.resolved() }

  private var given: GivenOptions {
    GivenOptions(
      database: database, language: language, actor: actor, today: today,
      allowsNetworkFiles: allowsNetworkFiles)
  }
}

/// What the command line says, however it was read.
struct GivenOptions {
  var database: String?
  var language: String?
  var actor: String?
  var today: String?
  var allowsNetworkFiles = false

  /// Settings from the file, under what the command line says.
  func resolved() throws -> ResolvedOptions {
    let settings = SettingsFile.load()
    var chosen = settings.language ?? .vietnamese
    if let language {
      guard let known = Language(rawValue: language) else {
        throw Failure(
          .usage, vi: "Không có ngôn ngữ «\(language)»: hãy dùng vi hoặc en.",
          en: "There is no language \"\(language)\": use vi or en.")
      }
      chosen = known
    }
    for problem in settings.problems { Output.note(problem(chosen)) }
    return ResolvedOptions(
      location: try DatabaseLocation(database ?? settings.database), language: chosen,
      actor: actor, today: try day(), settings: settings,
      allowsNetworkFiles: allowsNetworkFiles)
  }

  private func day() throws -> LocalDate? {
    guard let today else { return nil }
    do {
      return try LocalDate.parse(today)
    } catch {
      throw Failure(
        .usage, vi: "--today: không hiểu ngày «\(today)»; hãy viết như 15/09/2020.",
        en: "--today: do not understand the day \"\(today)\"; write it as 15/09/2020.")
    }
  }
}

/// What the command line and the settings amount to.
struct ResolvedOptions {
  var location: DatabaseLocation
  var language: Language
  var actor: String?
  var today: LocalDate?
  var settings = SettingsFile()
  var allowsNetworkFiles: Bool

  /// Opens the database.
  func open(missing: MissingDatabase) throws -> OpenDatabase {
    var options = SQLiteDatabase.Options()
    options.allowsUnsafeFileSystem = allowsNetworkFiles
    return try DatabaseOpening.open(
      location, missing: missing, language: language, options: options)
  }

  /// Opens the database and finds out who is acting.
  func work(missing: MissingDatabase = .refuse) throws -> Desk {
    let open = try open(missing: missing)
    let user = try Identity.user(of: open, as: actor)
    return Desk(
      open: open, session: RealWorld.session(user, profile: open.profile, today: today),
      language: language, preferences: settings.preferences)
  }
}

/// An open database and who works with it.
struct Desk: Sendable {
  var open: OpenDatabase
  var session: Session
  var language: Language
  var preferences = Preferences()

  /// The database under a name that is the same at every start, however it was written.
  var database: String {
    guard let path = open.file?.path else { return open.database.displayName }
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  var stores: Stores { open.stores }
  var today: LocalDate { session.today() }

  /// A new database in memory, for showing what would happen to one that does not exist yet.
  static func empty(_ options: ResolvedOptions) throws -> Desk {
    let database = try SQLiteDatabase(inMemory: ())
    let stores = Stores.over(database)
    let profile = try Blocking.run {
      try await Schema.migrate(database, at: RealWorld.now())
      try await Founding.found(database, with: FoundingContent.shipped())
      return try await stores.catalogue.profile()
    }
    let open = OpenDatabase(database: database, stores: stores, profile: profile, isNew: true)
    let user = User(login: "first", displayName: "first", roles: [.administrator])
    return Desk(
      open: open, session: RealWorld.session(user, profile: profile, today: options.today),
      language: options.language)
  }

  /// - Throws: `StorageError.notAllowed`.
  func require(_ permission: Permission) throws {
    guard session.user.may(permission) else {
      throw StorageError.notAllowed(permission, login: session.user.login)
    }
  }

  func close() {
    let database = open.database
    try? Blocking.run { await database.close() }
  }
}
