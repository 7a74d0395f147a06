import ArgumentParser
import Incubation
import Storage

struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Người dùng và vai trò / users and their roles",
    subcommands: [Add.self, List.self, Grant.self, Revoke.self])

  /// Reads roles as people write them.
  static func role(_ text: String) throws -> UserRole {
    if let role = UserRole(rawValue: text) ?? UserRole.named(text) { return role }
    let all = UserRole.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .usage, vi: "Không có vai trò «\(text)»; các vai trò: \(all).",
      en: "There is no role \"\(text)\"; the roles are \(all).")
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Thêm người dùng / add a user")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tài khoản / account") var login: String
    @Option(help: "Tên hiển thị / name shown") var name: String?
    @Option(help: "Vai trò / role: clerk, judge, …") var role: [String] = []

    func run() throws {
      let options = try global.resolved()
      guard User.isLogin(login) else {
        throw Failure(
          .usage,
          vi: "Tài khoản «\(login)» không hợp lệ: 2-32 ký tự a-z, 0-9, «_», «.», «-».",
          en: "The account \"\(login)\" will not do: 2-32 of a-z, 0-9, _, . and -.")
      }
      let name: SafeText
      do { name = try SafeText(self.name ?? login) } catch {
        throw Failure(
          .usage, vi: "Tên hiển thị có ký tự không dùng được.",
          en: "The name shown has characters that cannot be used.")
      }
      let user = User(
        login: login, displayName: name, roles: Set(try role.map(UserCommand.role)))
      let desk = try options.work(missing: .create)
      defer { desk.close() }
      try Blocking.run { try await desk.stores.users.add(user, by: desk.session) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Danh sách / list")
    @OptionGroup var global: GlobalOptions
    @Flag(help: "JSON") var json = false

    func run() throws {
      let desk = try global.resolved().work()
      defer { desk.close() }
      let users = try Blocking.run { try await desk.stores.users.users() }
      if json {
        Output.line(JSONValue.array(users.map(Self.object)).written(pretty: true))
        return
      }
      for user in users {
        let roles = user.roles.sorted { $0.rawValue < $1.rawValue }
          .map { $0.label(desk.language) }.joined(separator: ", ")
        Output.line("\(user.login)\t\(user.displayName)\t\(roles)")
      }
    }

    private static func object(_ user: User) -> JSONValue {
      .object([
        "login": .string(user.login), "name": .string(user.displayName.string),
        "roles": .array(user.roles.map(\.rawValue).sorted().map { .string($0) }),
      ])
    }
  }

  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Giao vai trò / give a role")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tài khoản / account") var login: String
    @Argument(help: "Vai trò / role") var role: String

    func run() throws {
      let role = try UserCommand.role(role)
      let desk = try global.resolved().work()
      defer { desk.close() }
      try Blocking.run { [login] in
        try await desk.stores.users.grant(role, to: login, by: desk.session)
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Thu vai trò / take a role away")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tài khoản / account") var login: String
    @Argument(help: "Vai trò / role") var role: String

    func run() throws {
      let role = try UserCommand.role(role)
      let desk = try global.resolved().work()
      defer { desk.close() }
      try Blocking.run { [login] in
        try await desk.stores.users.revoke(role, from: login, by: desk.session)
      }
    }
  }
}
