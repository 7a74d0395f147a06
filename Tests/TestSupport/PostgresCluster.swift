import Foundation
import Glibc
import Synchronization

/// A PostgreSQL server of the tests' own: in a temporary folder, on a unix socket only, shared by
/// all suites of a process and ended with it, however the process ends.
public final class PostgresCluster: Sendable {
  /// Why there is no server. Suites fail with it; they are not skipped.
  public struct Unavailable: Error, CustomStringConvertible {
    /// What is missing, and how to get it.
    public let description: String
  }

  /// The folder of the socket.
  public let socketFolder: String
  private let programs: String
  private let folder: String
  private let databases = Mutex(0)

  /// The name of the superuser of the cluster.
  public static let superuser = "postgres"

  private static let outcome: Result<PostgresCluster, any Error> = Result {
    try PostgresCluster()
  }

  /// The server of this process, started by whoever asks first.
  ///
  /// - Throws: `Unavailable`, which names the Debian package when the server is not installed.
  public static func shared() throws -> PostgresCluster { try outcome.get() }

  /// A server that nobody else uses, for tests that stop it.
  public static func separate() throws -> PostgresCluster { try PostgresCluster() }

  private init() throws {
    programs = try Self.findPrograms()
    let name = "vuonuom-pg-\(getpid())-\(UUID().uuidString)"
    // A short path: that of a socket may have 107 bytes.
    folder = "/tmp/" + name.prefix(30)
    socketFolder = folder
    try Self.makeFolder(folder)
    try Self.run(["mkdir", "-m", "700", "\(folder)/data"], asServer: true)
    try Self.run(
      [
        "\(programs)/initdb", "-D", "\(folder)/data", "-U", Self.superuser, "-A", "trust", "-E",
        "UTF8", "--locale=C.UTF-8", "--no-sync", "-N",
      ], asServer: true)
    try start()
  }

  /// Starts the server: at first, and after `stop`.
  public func start() throws {
    let settings = [
      "listen_addresses=", "unix_socket_directories=\(folder)", "fsync=off",
      "full_page_writes=off", "max_connections=250",
      "shared_buffers=32MB", "logging_collector=off", "log_min_messages=fatal",
    ]
    let command = settings.flatMap { ["-c", $0] }
    let server = (["\(programs)/postgres", "-D", "\(folder)/data"] + command)
      .map(Self.quoted).joined(separator: " ")
    // The guard watches this process and the file "stop". When either says so, the server is told
    // to stop at once and, at the end of the process, its folder removed. It needs no pipe: one
    // that another child inherits by accident would keep the server alive.
    let script = """
      \(server) >\(folder)/log 2>&1 & server=$!
      while test -d /proc/\(getpid()) && test ! -e \(folder)/stop; do sleep 0.3; done
      kill -QUIT $server; wait $server
      test -e \(folder)/stop || rm -rf \(folder)
      """
    let guardian = try ChildProcess.start(
      Self.asServer(["sh", "-c", script]), output: "/dev/null")
    running.withLock { $0 = guardian }
    try awaitServer()
  }

  private let running = Mutex<pid_t?>(nil)

  /// Stops the server at once, as a crash would. Its data stays for `start` when it is kept.
  public func stop(keepingData isKept: Bool = false) throws {
    let guardian = running.withLock { running in
      defer { running = nil }
      return running
    }
    guard let guardian else { return }
    try ChildProcess.run(["touch", "\(folder)/stop"])
    try ChildProcess.wait(guardian)
    try ChildProcess.run(["rm", "-rf", isKept ? "\(folder)/stop" : folder])
  }

  private func awaitServer() throws {
    for _ in 0..<300 {
      if (try? psql("SELECT 1")) != nil { return }
      usleep(50_000)
    }
    let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
    throw Unavailable(description: "PostgreSQL did not start within 15 seconds: \(log)")
  }

  /// Runs statements as the superuser.
  @discardableResult
  public func psql(_ sql: String, database: String = "postgres") throws -> String {
    try Self.run(
      [
        "\(programs)/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U",
        Self.superuser, "-d", database, "-c", sql,
      ], asServer: false)
  }

  /// Makes a database that nobody else uses, as a copy of `template`, and says its name.
  public func freshDatabase(from template: String = "template0") throws -> String {
    // One at a time: nobody may use the template while it is copied.
    try databases.withLock { count in
      count += 1
      let name = "test_\(count)"
      try psql("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY file_copy")
      return name
    }
  }

  /// The address of a database for a login, without a password.
  public func url(_ database: String, user: String = PostgresCluster.superuser) -> String {
    "postgresql://\(user)@\(folder.replacingOccurrences(of: "/", with: "%2F"))/\(database)"
  }

  // MARK: Programs

  private static func findPrograms() throws -> String {
    let base = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    let newest = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
      .map { "\(base)/\($0)/bin" }
      .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    guard let newest else {
      throw Unavailable(
        description: "These tests need a PostgreSQL server: install the Debian package postgresql.")
    }
    return newest
  }

  private static func makeFolder(_ folder: String) throws {
    try run(["mkdir", "-m", "700", folder], asServer: false)
    if geteuid() == 0 {
      try run(["chown", superuser, folder], asServer: false)
      try run(["chmod", "711", folder], asServer: false)
    }
  }

  /// The server refuses to run as root: then its own account runs it.
  private static func asServer(_ command: [String]) -> [String] {
    geteuid() == 0 ? ["runuser", "-u", superuser, "--"] + command : command
  }

  private static func quoted(_ text: String) -> String { "'\(text)'" }

  @discardableResult
  private static func run(_ command: [String], asServer isServer: Bool) throws -> String {
    let (status, output) = try ChildProcess.run(isServer ? asServer(command) : command)
    guard status == 0 else {
      throw Unavailable(description: "\(command.joined(separator: " ")): \(output)")
    }
    return output
  }
}
