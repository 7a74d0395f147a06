import ArgumentParser
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
    guard let database = desk.open.file else {
      throw Failure(
        .usage,
        vi: "Máy chủ PostgreSQL được sao lưu bằng pg_dump -Fc, trên chính địa chỉ đã cho.",
        en: "A PostgreSQL server is backed up with pg_dump -Fc, at the address given.")
    }
    try Blocking.run { [file] in try await database.backUp(to: file) }
    try? BackupStamp.write(for: database.path)
    Output.note(
      desk.language == .vietnamese
        ? "Đã sao lưu và kiểm tra: \(file)" : "Backed up and verified: \(file)")
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
    if !options.location.isMissing {
      let desk = try options.work()
      defer { desk.close() }
      try desk.require(.maintain)
    }
    try SQLiteBackup.restore(file, to: path)
    Output.note(
      options.language == .vietnamese
        ? "Đã khôi phục \(path); bản trước đó: \(path).before-restore"
        : "Restored \(path); what was there before: \(path).before-restore")
  }
}

/// When a database was last backed up, kept beside it.
enum BackupStamp {
  static func write(for path: String?) throws {
    guard let path else { return }
    try "\(RealWorld.now().milliseconds)\n"
      .write(toFile: path + ".backup", atomically: true, encoding: .utf8)
  }

  /// The day of the last backup; nil when none is known of.
  static func read(for path: String) -> LocalDate? {
    guard let text = try? String(contentsOfFile: path + ".backup", encoding: .utf8),
      let milliseconds = Int64(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return nil }
    return Timestamp(milliseconds: milliseconds).localDate
  }
}
