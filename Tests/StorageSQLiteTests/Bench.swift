import Foundation
import Incubation
import Storage
import StorageSQLite

/// A folder of its own, removed with what is in it at the end.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/vuonuom-sqlite-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: path))
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }
}

enum Bench {
  static let start =
    LocalDate(year: 2020, month: 9, day: 15)?.at(hour: 9) ?? Timestamp(milliseconds: 0)

  /// Opens a file, and makes and migrates it when it is missing.
  static func open(
    _ path: String, _ change: (inout SQLiteDatabase.Options) -> Void = { _ in }
  ) async throws -> SQLiteDatabase {
    var options = SQLiteDatabase.Options()
    options.creates = true
    change(&options)
    let database = try SQLiteDatabase(path: path, options: options)
    if !database.isReadOnly { try await Schema.migrate(database, at: start) }
    return database
  }

  /// Writes one event, as every change does, and reports its topic.
  static func write(_ entity: String, to database: SQLiteDatabase) async throws {
    try await database.write { connection in
      try connection.execute(
        """
        INSERT INTO event (recorded_at, actor, kind, action, entity, entity_id, before_json,
          after_json, reason) VALUES (0, 'lan', 'x', 'x', ?, ?, '', '', '')
        """, [.text(entity), .blob(Array(entity.utf8))])
      try connection.execute("UPDATE change_topic SET seq = seq + 1 WHERE topic = 'users'")
    }
  }

  /// What the events are about, in their order.
  static func events(_ database: SQLiteDatabase) async throws -> [String] {
    try await database.read { connection in
      try connection.rows("SELECT entity FROM event ORDER BY number") { $0.text(0) }
    }
  }

  static func number(_ sql: String, _ database: SQLiteDatabase) async throws -> Int64 {
    try await database.read { try $0.first(sql) { $0.integer(0) } ?? -1 }
  }

  static func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}

/// What of StorageError was thrown; nil when nothing was.
func caught(_ body: () async throws -> Void) async -> StorageError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? StorageError ?? .engine(code: "other", message: "\(error)")
  }
}

/// A process of the shell, killed at the end.
final class Child: Sendable {
  let process: pid_t

  init(_ script: String) throws {
    let strings: [String] = ["sh", "-c", script]
    let words: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/bin/sh", nil, nil, words, [nil])
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    self.process = process
  }

  /// A process that holds the write lock of a database and has written its number down.
  static func holding(_ database: String) async throws -> Child {
    let child = try Child(
      "exec 9<>'\(database).lock'; flock 9; echo $$ > '\(database).lock'; exec sleep 120")
    for _ in 0..<4_000 {
      if SQLiteDatabase.lock(of: database) == (false, child.process) { return child }
      try await Task.sleep(for: .milliseconds(5))
    }
    child.end()
    throw POSIXError(.ETIMEDOUT)
  }

  /// Runs a script to its end and returns its exit code.
  static func run(_ script: String) throws -> Int32 {
    let child = try Child(script)
    return child.wait()
  }

  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF
  }

  func end() {
    kill(process, SIGKILL)
    _ = wait()
  }
}
