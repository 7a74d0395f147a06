import Foundation
import Incubation
import Storage
import StoragePostgres

/// Who is acting: the account of the operating system on a file, of the server on PostgreSQL, and
/// on demo databases whoever `--as` names.
enum Identity {
  /// The user who acts on a database.
  ///
  /// - Throws: `Failure` with code notAllowed for an account that the database does not know, and
  ///   for `--as` on a real database.
  static func user(of open: OpenDatabase, as login: String?) throws -> User {
    let isDemo = open.profile.demoToday != nil
    if login != nil, !isDemo {
      throw Failure(
        .notAllowed, vi: "--as chỉ dùng được với dữ liệu mẫu (vuonuom demo).",
        en: "--as works on demo data only (vuonuom demo).")
    }
    let account = try login ?? (isDemo ? DemoSeason.clerk : account(of: open))
    if let user = try Blocking.run({ try await open.stores.users.user(account) }) {
      guard user.may(.viewVentures) else { throw withoutRole(account) }
      return user
    }
    let users = try Blocking.run { try await open.stores.users.users() }
    if users.isEmpty { return try makeFirst(account, open) }
    throw Failure(
      .notAllowed,
      vi: "Tài khoản \(account) chưa có trong cơ sở dữ liệu này. Nhờ người quản trị "
        + "(\(administrators(users))) chạy: vuonuom user add \(account).",
      en: "The account \(account) is not known to this database. Ask an administrator "
        + "(\(administrators(users))) to run: vuonuom user add \(account).")
  }

  private static func withoutRole(_ account: String) -> Failure {
    Failure(
      .notAllowed,
      vi: "Tài khoản \(account) chưa có vai trò nào. Nhờ người quản trị chạy: "
        + "vuonuom user grant \(account) VAI-TRÒ.",
      en: "The account \(account) has no role yet. Ask an administrator to run: "
        + "vuonuom user grant \(account) ROLE.")
  }

  /// The account that acts, before it is looked up.
  static func account(of open: OpenDatabase) throws -> String {
    if let server = open.database as? PostgresDatabase {
      return try Blocking.run { try await server.sessionUser() }
    }
    let name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "u\(getuid())"
    return name.lowercased()
  }

  /// The first user of a new database is its administrator, and a clerk, so that work can begin.
  private static func makeFirst(_ account: String, _ open: OpenDatabase) throws -> User {
    let user = User(
      login: account, displayName: SafeText(escaping: account), roles: [.administrator, .clerk])
    let session = RealWorld.session(user, profile: open.profile, today: nil)
    try Blocking.run { try await open.stores.users.add(user, by: session) }
    return user
  }

  private static func administrators(_ users: [User]) -> String {
    users.filter { $0.roles.contains(.administrator) }.map(\.login).joined(separator: ", ")
  }
}

extension DemoSeason {
  /// Login of the clerk as whom the demo opens.
  static let clerk = "lan"

  /// Login of somebody of the demo who has a role that there is a tour for.
  static func login(of role: UserRole) -> String {
    switch role {
    case .judge: "mai"
    case .supervisor: supervisor
    default: clerk
    }
  }
}
