import Foundation
import GRDB
import Storage

/// Checks copies of a database, and puts them in their place.
public enum SQLiteBackup {
  /// Reads a database file through and checks its structure and references.
  ///
  /// - Throws: `StorageError.notADatabase` or `.engine` naming the first thing that is wrong.
  public static func verify(_ path: String) throws {
    guard try SQLiteFile.inspect(path, allowsUnsafeFileSystem: true) == .database else {
      throw StorageError.notADatabase(path: path)
    }
    var configuration = Configuration()
    configuration.readonly = true
    try SQLiteErrors.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      try queue.read { database in
        let report = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        guard report == ["ok"] else {
          throw StorageError.engine(code: "integrity", message: report.first ?? "no answer")
        }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        guard orphans.isEmpty else {
          throw StorageError.engine(
            code: "foreign keys", message: "\(orphans.count) rows without their parent")
        }
        guard try database.tableExists("schema_migration") else {
          throw StorageError.notADatabase(path: path)
        }
      }
    }
  }

  /// Makes a finished copy durable and gives it its name, all at once.
  ///
  /// - Throws: `StorageError.cannotOpen`.
  static func publish(_ temporary: String, as target: String) throws {
    chmod(temporary, 0o600)
    try synchronise(temporary, O_RDONLY)
    guard rename(temporary, target) == 0 else {
      throw StorageError.cannotOpen(path: target, reason: String(cString: strerror(errno)))
    }
    let folder = (target as NSString).deletingLastPathComponent
    try synchronise(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
  }

  private static func synchronise(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw StorageError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
  }

  /// Puts a backup in the place of a database. What was there is kept beside it with the ending
  /// ".before-restore".
  ///
  /// - Throws: `StorageError`; then the database is as it was.
  public static func restore(_ backup: String, to path: String) throws {
    try verify(backup)
    let temporary = path + ".part"
    unlink(temporary)
    try copy(backup, to: temporary)
    try verify(temporary)
    let gate = try WriteGate(path: path + ".lock", patienceMilliseconds: 10_000)
    try gate.run {
      if access(path, F_OK) == 0 {
        try copyLive(path, to: path + ".before-restore")
        for ending in ["-wal", "-shm"] { unlink(path + ending) }
      }
      try publish(temporary, as: path)
      chmod(path, 0o660)
    }
  }

  private static func copy(_ source: String, to target: String) throws {
    do {
      try FileManager.default.copyItem(atPath: source, toPath: target)
    } catch {
      throw StorageError.cannotOpen(path: target, reason: error.localizedDescription)
    }
  }

  /// A consistent copy of a database that may have a log beside it.
  private static func copyLive(_ source: String, to target: String) throws {
    unlink(target)
    try SQLiteErrors.translating {
      let queue = try DatabaseQueue(path: source)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    }
  }
}
