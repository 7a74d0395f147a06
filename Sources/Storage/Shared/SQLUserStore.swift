import Incubation

/// Users over a database.
struct SQLUserStore: UserPort {
  let database: any SQLDatabase

  func users() async throws -> [User] {
    try await database.read { try Self.users(where: "1 = 1", [], on: $0) }
  }

  func user(_ login: String) async throws -> User? {
    try await database.read { try Self.users(where: "u.login = ?", [.text(login)], on: $0).first }
  }

  func add(_ user: User, by session: Session) async throws {
    try await database.write { connection in
      let context = WriteContext(connection, session)
      try context.touch(.users)
      let isFirst = try connection.first("SELECT 1 FROM app_user") { _ in true } == nil
      if !isFirst { try context.require(.manageUsers) }
      try connection.execute(
        "INSERT INTO app_user (login, display_name, department) VALUES (?, ?, ?)",
        [.text(user.login), .text(user.displayName), .id(user.department)])
      let roles = isFirst ? user.roles.union([.administrator]) : user.roles
      for role in roles { try Self.insert(role, user.login, connection) }
      try Self.recorded(context, user.login, before: [], after: roles)
    }
  }

  func grant(_ role: UserRole, to login: String, by session: Session) async throws {
    try await change(login, by: session) { connection, _ in
      try Self.insert(role, login, connection)
    }
  }

  func revoke(_ role: UserRole, from login: String, by session: Session) async throws {
    try await change(login, by: session) { connection, _ in
      try connection.execute(
        "DELETE FROM user_role WHERE login = ? AND role = ?",
        [.text(login), .text(role.rawValue)])
      let administrators = try connection.first(
        "SELECT COUNT(*) FROM user_role WHERE role = 'administrator'"
      ) { $0.integer(0) }
      guard administrators != 0 else { throw StorageError.lastAdministrator }
    }
  }

  private func change(
    _ login: String, by session: Session,
    _ body: @escaping @Sendable (any SQLConnection, User) throws -> Void
  ) async throws {
    try await database.write { connection in
      let context = WriteContext(connection, session)
      try context.require(.manageUsers)
      // One after the other: two people must not each take the role of the other's last one.
      try context.touch(.users)
      guard let user = try Self.users(where: "u.login = ?", [.text(login)], on: connection).first
      else { throw StorageError.notFound(entity: "user") }
      try body(connection, user)
      let after = try Self.users(where: "u.login = ?", [.text(login)], on: connection).first
      try Self.recorded(context, login, before: user.roles, after: after?.roles ?? [])
    }
  }

  private static func insert(
    _ role: UserRole, _ login: String, _ connection: any SQLConnection
  ) throws {
    try connection.execute(
      "INSERT INTO user_role (login, role) VALUES (?, ?) ON CONFLICT DO NOTHING",
      [.text(login), .text(role.rawValue)])
  }

  private static func recorded(
    _ context: WriteContext, _ login: String, before: Set<UserRole>, after: Set<UserRole>
  ) throws {
    func fields(_ roles: Set<UserRole>) -> [String: JSONValue] {
      ["roles": .string(roles.map(\.rawValue).sorted().joined(separator: " "))]
    }
    try context.touch(.users)
    _ = try context.record(
      WriteContext.Entry(
        kind: .userChanged, action: .userChanged, entity: "user", entityID: Array(login.utf8),
        before: fields(before), after: fields(after)))
  }

  static func users(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [User] {
    var users: [User] = []
    try connection.forEachRow(
      """
      SELECT u.login, u.display_name, u.department, r.role FROM app_user u
      LEFT JOIN user_role r ON r.login = u.login WHERE \(condition) ORDER BY u.login, r.role
      """, values
    ) { row in
      let login = row.text(0)
      if users.last?.login != login {
        users.append(
          User(
            login: login, displayName: SafeText(escaping: row.text(1)),
            department: row.isNull(2) ? nil : Identifier(bytes: row.blob(2)), roles: []))
      }
      if let role = UserRole(rawValue: row.text(3)) {
        users[users.count - 1].roles.insert(role)
      }
    }
    return users
  }
}
