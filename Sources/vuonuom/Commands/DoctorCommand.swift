import ArgumentParser
import Foundation
import Incubation
import Storage
import StorageSQLite

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Khám máy và cơ sở dữ liệu / check machine and database")
  @OptionGroup var global: GlobalOptions
  @Flag(help: "JSON") var json = false

  func run() throws {
    let options = try global.resolved()
    var findings = Doctor.machine(ProcessInfo.processInfo.environment)
    if options.location.isMissing {
      findings.append(
        Finding(
          "database", .warning, options.location.name,
          Words(
            vietnamese: "chưa có; chạy vuonuom demo để xem thử", english: "does not exist yet")))
    } else {
      let open = try options.open(missing: .refuse)
      findings += try Doctor.database(open)
      try Blocking.run { await open.database.close() }
    }
    report(findings, options.language)
    if findings.contains(where: { $0.level == .failure }) { throw PartialSuccess() }
  }

  private func report(_ findings: [Finding], _ language: Language) {
    if json {
      let objects = findings.map { finding in
        JSONValue.object([
          "check": .string(finding.check), "level": .string(finding.level.rawValue),
          "value": .string(finding.value), "advice": .string(finding.advice?(language) ?? ""),
        ])
      }
      Output.line(JSONValue.array(objects).written(pretty: true))
      return
    }
    for finding in findings {
      let mark = ["ok": "✓", "warning": "~", "failure": "!"][finding.level.rawValue] ?? "?"
      let advice = finding.advice.map { ": " + $0(language) } ?? ""
      Output.line("\(mark) \(finding.check)  \(finding.value)\(advice)")
    }
  }
}

/// What one check found.
struct Finding {
  enum Level: String {
    case ok, warning, failure
  }

  var check: String
  var level: Level
  var value: String
  var advice: Words?

  init(_ check: String, _ level: Level, _ value: String, _ advice: Words? = nil) {
    self.check = check
    self.level = level
    self.value = value
    self.advice = advice
  }
}

/// The checks of the doctor. Each takes what it looks at as a value, so that a test can make it
/// fail.
enum Doctor {
  static func machine(_ environment: [String: String]) -> [Finding] {
    [locale(setlocale(LC_ALL, ""), nl_langinfo(Int32(CODESET))), terminal(environment["TERM"])]
  }

  private static func locale(
    _ name: UnsafeMutablePointer<CChar>?, _ codeset: UnsafeMutablePointer<CChar>?
  ) -> Finding {
    locale(name: name.map { String(cString: $0) }, codeset: codeset.map { String(cString: $0) })
  }

  static func locale(name: String?, codeset: String?) -> Finding {
    guard let name, codeset == "UTF-8" else {
      return Finding(
        "locale", .warning, name ?? "?",
        Words(
          vietnamese: "không phải UTF-8; đặt LANG=C.UTF-8",
          english: "is not UTF-8; set LANG=C.UTF-8"))
    }
    return Finding("locale", .ok, "\(name) (UTF-8)")
  }

  static func terminal(_ name: String?) -> Finding {
    guard let name, !name.isEmpty, name != "dumb" else {
      return Finding(
        "terminal", .warning, name ?? "",
        Words(vietnamese: "màn hình sẽ không mở được", english: "the screens cannot open"))
    }
    return Finding("terminal", .ok, name)
  }

  static func database(_ open: OpenDatabase) throws -> [Finding] {
    var findings = [Finding("database", .ok, open.database.displayName)]
    let wrong = try Blocking.run { try await ProjectionCheck.run(open.database) }
    findings.append(projections(wrong))
    guard let file = open.file, let path = file.path else { return findings }
    let facts = try Blocking.run { try await file.facts() }
    findings += [
      engine(facts.engineVersion), synchronous(facts.synchronous),
      lock(isFree: facts.isLockFree, holder: facts.lockHolder), fileSystem(facts.unsafeFileSystem),
      disk(freeBytes: freeBytes(path)), permissions(mode(path)),
      backup(BackupStamp.read(for: path), today: RealWorld.now().localDate),
    ]
    return findings
  }

  static func projections(_ wrong: [String]) -> Finding {
    guard !wrong.isEmpty else { return Finding("projections", .ok, "") }
    return Finding(
      "projections", .failure, wrong.prefix(5).joined(separator: ", "),
      Words(
        vietnamese: "số đếm hoặc giai đoạn không khớp với lịch sử; hãy báo nhà phát triển",
        english: "counters or stages do not agree with the history; please report this"))
  }

  /// Versions 3.7.0 to 3.51.2 have the WAL-reset bug, but for the backports 3.44.6 and 3.50.7.
  static func engine(_ version: String) -> Finding {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard parts.count >= 3 else { return Finding("sqlite", .warning, version) }
    let number = parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2]
    let isMended =
      number >= 3_051_003 || (number >= 3_044_006 && number < 3_045_000)
      || (number >= 3_050_007 && number < 3_051_000)
    guard !isMended else { return Finding("sqlite", .ok, version) }
    return Finding(
      "sqlite", .warning, version,
      Words(
        vietnamese: "có lỗi WAL-reset (sửa ở 3.51.3); khóa ghi của chương trình này tránh lỗi đó, "
          + "nhưng đừng ghi vào tệp bằng công cụ khác",
        english: "has the WAL-reset bug (mended in 3.51.3); the write lock of this program keeps "
          + "clear of it, but do not write to the file with other tools"))
  }

  static func synchronous(_ level: Int) -> Finding {
    guard level == 2 else {
      return Finding(
        "synchronous", .failure, "\(level)",
        Words(
          vietnamese: "không phải FULL: mất điện có thể mất dữ liệu",
          english: "is not FULL: a power cut may lose data"))
    }
    return Finding("synchronous", .ok, "FULL")
  }

  static func lock(isFree: Bool, holder: Int32?) -> Finding {
    guard !isFree else { return Finding("lock", .ok, "") }
    return Finding(
      "lock", .warning, holder.map { "pid \($0)" } ?? "",
      Words(vietnamese: "đang có chương trình khác ghi", english: "another program is writing"))
  }

  static func fileSystem(_ doubtful: String?) -> Finding {
    guard let doubtful else { return Finding("file-system", .ok, "") }
    return Finding(
      "file-system", .failure, doubtful,
      Words(
        vietnamese: "khóa tệp không đáng tin; dùng đĩa trong máy hoặc PostgreSQL",
        english: "its locks are not to be trusted; use a local disk or PostgreSQL"))
  }

  static func disk(freeBytes: Int64?) -> Finding {
    guard let freeBytes else { return Finding("disk", .warning, "?") }
    let megabytes = freeBytes / 1_000_000
    guard megabytes >= 500 else {
      return Finding(
        "disk", megabytes < 200 ? .failure : .warning, "\(megabytes) MB",
        Words(vietnamese: "gần đầy; dọn bớt đĩa", english: "is nearly full; make room"))
    }
    return Finding("disk", .ok, "\(megabytes) MB")
  }

  static func permissions(_ mode: mode_t?) -> Finding {
    guard let mode else { return Finding("permissions", .warning, "?") }
    let text = String(mode & 0o777, radix: 8)
    guard mode & 0o007 == 0 else {
      return Finding(
        "permissions", .failure, text,
        Words(
          vietnamese: "ai cũng đọc được tệp; chạy chmod 660",
          english: "everybody can read the file; run chmod 660"))
    }
    return Finding("permissions", .ok, text)
  }

  static func backup(_ day: LocalDate?, today: LocalDate) -> Finding {
    guard let day else {
      return Finding(
        "backup", .warning, "",
        Words(
          vietnamese: "chưa sao lưu lần nào; chạy vuonuom backup TỆP",
          english: "never backed up; run vuonuom backup FILE"))
    }
    let age = today.days(since: day)
    guard age <= 7 else {
      return Finding(
        "backup", .warning, day.formatted,
        Words(
          vietnamese: "đã \(age) ngày; nên sao lưu lại",
          english: "is \(age) days old; back up again"))
    }
    return Finding("backup", .ok, day.formatted)
  }

  private static func freeBytes(_ path: String) -> Int64? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Int64(info.f_bavail) * Int64(info.f_frsize)
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode
  }
}
