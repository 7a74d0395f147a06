import Foundation
import GRDB
import Storage

/// Checks copies of a database, and puts them in their place.
public enum SQLiteBackup {
  /// Reads a database file through and checks its structure and references.
  ///
  /// - Throws: `StorageError.notADatabase`, or `.engine` naming the first thing that is wrong.
  public static func verify(_ path: String) throws {
    let presence = try SQLiteFile.inspect(path, allowsUnsafeFileSystem: true)
    switch presence {
    case .database: break
    case .unmarked: try SQLiteOpening.refuseForeign(path)
    case .missing, .empty: throw StorageError.notADatabase(path: path)
    }
    let queue = try SQLiteOpening.reader(path)
    defer { try? queue.close() }
    try SQLiteOpening.translating(path) {
      try queue.read { database in
        guard try database.tableExists("schema_migration"), try database.tableExists("change_topic")
        else {
          throw StorageError.notADatabase(path: path)
        }
        let report = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        guard report == ["ok"] else {
          throw StorageError.engine(code: "integrity", message: report.first ?? "no answer")
        }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        guard orphans.isEmpty else {
          throw StorageError.engine(
            code: "foreign keys", message: "\(orphans.count) rows without their parent")
        }
      }
    }
  }

  /// Puts a backup in the place of a database, all at once. What was there is kept beside it,
  /// under a name that no earlier restore has used.
  ///
  /// - Returns: the path of what was there before; nil when there was nothing.
  /// - Throws: `StorageError`; then the database is as it was. `.locked` when another program has
  ///   it open: that program would go on writing to a file that has lost its name.
  @discardableResult
  public static func restore(
    _ backup: String, to path: String, patienceMilliseconds: Int = 10_000
  ) throws -> String? {
    try verify(backup)
    guard !isPart(backup, of: path) else {
      throw StorageError.cannotOpen(path: backup, reason: "it is the database itself")
    }
    try refuseOther(path)
    let temporary = path + ".part"
    defer { unlink(temporary) }
    try copy(backup, to: temporary, mode: 0o660)
    try verify(temporary)
    let gate = try WriteGate(path: path + ".lock", patienceMilliseconds: patienceMilliseconds)
    let mark = try OpenMark(
      ofDatabase: path, isExclusive: true, patienceMilliseconds: min(2_000, patienceMilliseconds))
    defer { mark.release() }
    return try gate.run {
      let kept = try setAside(path)
      try publish(temporary, as: path, mode: 0o660)
      return kept
    }
  }

  /// Makes a finished copy durable and gives it its name, all at once.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  static func publish(_ temporary: String, as target: String, mode: mode_t) throws {
    chmod(temporary, mode)
    try synchronise(temporary, O_RDONLY)
    guard rename(temporary, target) == 0 else { throw failure(target) }
    let folder = (target as NSString).deletingLastPathComponent
    try synchronise(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
  }

  /// Whether a path is that of a database, or of one of the files beside it.
  public static func isPart(_ candidate: String, of path: String) -> Bool {
    var one = stat()
    guard stat(candidate, &one) == 0 else { return false }
    return ["", "-wal", "-shm", ".lock"].contains { ending in
      var other = stat()
      return stat(path + ending, &other) == 0 && one.st_ino == other.st_ino
        && one.st_dev == other.st_dev
    }
  }

  private static func synchronise(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// Refuses to put a backup in the place of anything but a database of this program.
  private static func refuseOther(_ path: String) throws {
    switch try SQLiteFile.inspect(path, allowsUnsafeFileSystem: true) {
    case .unmarked: try SQLiteOpening.refuseForeign(path)
    case .missing, .empty, .database: break
    }
  }

  /// Copies all of a database, with what still lies in its log.
  private static func copy(_ source: String, to target: String, mode: mode_t) throws {
    try SQLiteFile.makeEmpty(target, mode: mode)
    let queue = try SQLiteOpening.reader(source)
    defer { try? queue.close() }
    try SQLiteOpening.translating(source) {
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    }
  }

  /// Keeps what is at the path under another name: a clean copy, or, when it is damaged, the very
  /// files. To be called while nobody has it open.
  private static func setAside(_ path: String) throws -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    let kept = freeName(path + ".before-restore")
    do {
      try foldLog(path)
      try copy(path, to: kept, mode: 0o600)
      if !SQLiteFile.hasLog(path) { return kept }
    } catch StorageError.diskFull {
      unlink(kept)
      throw StorageError.diskFull
    } catch {
      unlink(kept)
    }
    guard link(path, kept) == 0 else { throw failure(kept) }
    for ending in ["-wal", "-shm"] where access(path + ending, F_OK) == 0 {
      guard rename(path + ending, kept + ending) == 0 else { throw failure(kept + ending) }
    }
    return kept
  }

  /// Opens and closes the database alone, which folds its log into it and removes the log.
  private static func foldLog(_ path: String) throws {
    try SQLiteOpening.translating(path) {
      let queue = try DatabaseQueue(path: SQLiteFile.enginePath(path))
      try queue.close()
    }
  }

  private static func freeName(_ wanted: String) -> String {
    var name = wanted
    var number = 1
    while access(name, F_OK) == 0 {
      number += 1
      name = "\(wanted)-\(number)"
    }
    return name
  }

  private static func failure(_ path: String) -> StorageError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}
