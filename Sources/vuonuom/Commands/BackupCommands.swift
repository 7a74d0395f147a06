import ArgumentParser
import DashboardKit
import Foundation
import Incubation
import Storage
import StorageSQLite

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sao lưu, trong lúc người khác vẫn ghi / back up while others write")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "Tệp đích / target file") var file: String

  func run() throws {
    let desk = try global.resolved().work()
    defer { desk.close() }
    try desk.require(.maintain)
    guard let database = desk.open.file, let path = database.path else {
      throw Failure(
        .usage,
        vi: "Máy chủ PostgreSQL được sao lưu bằng pg_dump -Fc, trên chính địa chỉ đã cho.",
        en: "A PostgreSQL server is backed up with pg_dump -Fc, at the address given.")
    }
    guard !SQLiteBackup.isPart(file, of: path) else {
      throw Failure(
        .usage, vi: "\(file) chính là cơ sở dữ liệu; hãy chọn tên khác cho bản sao lưu.",
        en: "\(file) is the database itself; choose another name for the backup.")
    }
    try write(database)
    do { try BackupStamp.write(for: path) } catch {
      Output.note(
        desk.language == .vietnamese
          ? "Không ghi được \(path).backup nên doctor sẽ không biết ngày sao lưu này."
          : "Cannot write \(path).backup, so doctor will not know of this backup.")
    }
    Output.note(
      desk.language == .vietnamese
        ? "Đã sao lưu và kiểm tra: \(file)" : "Backed up and verified: \(file)")
  }

  private func write(_ database: SQLiteDatabase) throws {
    do {
      try Blocking.run { [file] in try await database.backUp(to: file) }
    } catch StorageError.diskFull {
      throw Failure(
        .cannotCreate,
        vi: "Đĩa của \(file) không đủ chỗ cho bản sao lưu; chọn đĩa khác hoặc dọn bớt.",
        en: "There is no room for the backup \(file); choose another disk or make room.")
    } catch StorageError.cannotOpen(_, let reason) {
      throw Failure(
        .cannotCreate,
        vi: "Không ghi được bản sao lưu \(file) (\(reason)); chọn chỗ khác.",
        en: "Cannot write the backup \(file) (\(reason)); choose another place.")
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Khôi phục từ bản sao lưu; bản cũ được giữ bên cạnh / restore, keeping the old file")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "Tệp sao lưu / backup file") var file: String

  func run() throws {
    let options = try global.resolved()
    guard case .file(let path) = options.location else {
      throw Failure(
        .usage, vi: "Máy chủ PostgreSQL được khôi phục bằng pg_restore.",
        en: "A PostgreSQL server is restored with pg_restore.")
    }
    guard access(file, R_OK) == 0 else {
      throw Failure(
        .data, vi: "Không đọc được bản sao lưu \(file).", en: "Cannot read the backup \(file).")
    }
    try checkBackup(options)
    if !options.location.isMissing { try mayReplace(options) }
    let kept = try restore(to: path)
    let place = kept.map { ($0, $0) } ?? ("không có", "nothing")
    Output.note(
      options.language == .vietnamese
        ? "Đã khôi phục \(path); bản trước đó: \(place.0)"
        : "Restored \(path); what was there before: \(place.1)")
  }

  /// A backup of a newer program would be put in place and then refused.
  private func checkBackup(_ options: ResolvedOptions) throws {
    do {
      try SQLiteBackup.verify(file)
    } catch StorageError.engine(_, let message) {
      throw Failure(
        .data, vi: "Bản sao lưu \(file) bị hỏng (\(message)); hãy dùng một bản khác.",
        en: "The backup \(file) is damaged (\(message)); use another one.")
    }
    var reading = SQLiteDatabase.Options()
    reading.isReadOnly = true
    reading.allowsUnsafeFileSystem = true
    let backup = try SQLiteDatabase(path: file, options: reading)
    defer { Blocking.close(backup) }
    if case .newer(let unknown) = try Blocking.run({ try await Schema.state(of: backup) }) {
      throw StorageError.newerSchema(unknown: unknown)
    }
  }

  /// Asks the database whether this user may; a damaged one cannot be asked, and a restore is what
  /// it needs.
  private func mayReplace(_ options: ResolvedOptions) throws {
    do {
      let desk = try options.work()
      defer { desk.close() }
      try desk.require(.maintain)
    } catch StorageError.engine(_, let message) {
      Output.note(
        options.language == .vietnamese
          ? "\(options.location.name) bị hỏng (\(message)); được thay bằng bản sao lưu."
          : "\(options.location.name) is damaged (\(message)); the backup takes its place.")
    }
  }

  private func restore(to path: String) throws -> String? {
    do {
      return try SQLiteBackup.restore(file, to: path)
    } catch StorageError.locked(let holder) {
      let process = holder.map { (" (tiến trình \($0))", " (process \($0))") } ?? ("", "")
      throw Failure(
        .unavailable,
        vi: "\(path) đang mở trong chương trình khác\(process.0); đóng lại rồi khôi phục.",
        en: "\(path) is open in another program\(process.1); close it, then restore.")
    }
  }
}

/// When a database was last backed up, kept beside it.
enum BackupStamp {
  /// - Throws: `Failure`.
  static func write(for path: String) throws {
    try Files.write(path + ".backup") { try $0(Array("\(RealWorld.now().milliseconds)\n".utf8)) }
    chmod(path + ".backup", 0o660)
  }

  /// The day of the last backup; nil when none is known of.
  static func read(for path: String) -> LocalDate? {
    guard let text = try? String(contentsOfFile: path + ".backup", encoding: .utf8),
      let milliseconds = Int64(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return nil }
    return Timestamp(milliseconds: milliseconds).localDate
  }
}
