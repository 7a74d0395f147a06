import Foundation
import Incubation
import Testing

@testable import vuonuom

/// Every check of the doctor: what it says when all is well, and what makes it fail.
@Suite("Doctor")
struct DoctorTests {
  private static let today = LocalDate(year: 2020, month: 9, day: 15)

  struct Case: CustomStringConvertible {
    var description: String
    var good: Finding
    var bad: [(Finding, Finding.Level)]
  }

  static let cases: [Case] = [
    Case(
      description: "locale", good: Doctor.locale(name: "C.UTF-8", codeset: "UTF-8"),
      bad: [
        (Doctor.locale(name: "C", codeset: "ANSI_X3.4-1968"), .warning),
        (Doctor.locale(name: nil, codeset: nil), .warning),
      ]),
    Case(
      description: "terminal", good: Doctor.terminal("xterm-256color", isKnown: true),
      bad: [
        (Doctor.terminal(nil, isKnown: false), .warning),
        (Doctor.terminal("dumb", isKnown: true), .warning),
        (Doctor.terminal("mau-tim", isKnown: false), .warning),
      ]),
    Case(
      description: "database", good: Doctor.database("a.db", problem: nil, isReadOnly: false),
      bad: [
        (Doctor.database("a.db", problem: nil, isReadOnly: true), .warning),
        (Doctor.missing("a.db"), .warning),
        (
          Doctor.database(
            "a.db", problem: Words(vietnamese: "hỏng", english: "damaged"), isReadOnly: false),
          .failure
        ),
      ]),
    Case(
      description: "schema", good: Doctor.schema(missing: []),
      bad: [(Doctor.schema(missing: ["pipeline-2"]), .warning)]),
    Case(
      description: "projections", good: Doctor.projections([]),
      bad: [(Doctor.projections(["ST-0001"]), .failure)]),
    Case(
      description: "engine", good: Doctor.engine("3.51.3"),
      bad: ["3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.2", "?"].map {
        (Doctor.engine($0), .warning)
      }),
    Case(
      description: "synchronous", good: Doctor.synchronous(2),
      bad: [(Doctor.synchronous(1), .failure), (Doctor.synchronous(0), .failure)]),
    Case(
      description: "lock", good: Doctor.lock(isFree: true, holder: nil, isStopped: false),
      bad: [
        (Doctor.lock(isFree: false, holder: nil, isStopped: false), .warning),
        (Doctor.lock(isFree: false, holder: 42, isStopped: false), .warning),
        (Doctor.lock(isFree: false, holder: 42, isStopped: true), .failure),
      ]),
    Case(
      description: "file system", good: Doctor.fileSystem(nil),
      bad: [(Doctor.fileSystem("nfs4"), .failure)]),
    Case(
      description: "disk", good: Doctor.disk(freeBytes: 500_000_000),
      bad: [
        (Doctor.disk(freeBytes: 499_000_000), .warning),
        (Doctor.disk(freeBytes: 199_000_000), .failure), (Doctor.disk(freeBytes: nil), .warning),
      ]),
    Case(
      description: "permissions", good: Doctor.permissions([("a.db", 0o660), ("a.db-wal", 0o640)]),
      bad: [
        (Doctor.permissions([("a.db", 0o660), ("a.db-wal", 0o664)]), .failure),
        (Doctor.permissions([("a.db", 0o662)]), .failure),
      ]),
    Case(
      description: "backup", good: backup(days: 7),
      bad: [8, nil, -1].map { (backup(days: $0), .warning) }),
  ]

  /// The finding for a backup that is so many days old.
  private static func backup(days: Int?) -> Finding {
    guard let today else { preconditionFailure("a day that does not exist") }
    return Doctor.backup(days.map { today.adding(days: -$0) }, today: today)
  }

  @Test("each check can fail, and then says what to do", arguments: cases)
  func check(checked: Case) {
    #expect(checked.good.level == .ok)
    #expect(checked.good.advice == nil)
    for (finding, level) in checked.bad {
      #expect(finding.level == level)
      #expect(finding.check == checked.good.check)
      for language in [Language.vietnamese, .english] {
        #expect(finding.advice?(language).isEmpty == false)
        #expect(!finding.title(language).isEmpty)
        #expect(!finding.value(language).isEmpty)
      }
      #expect(finding.advice?.vietnamese != finding.advice?.english)
    }
  }

  @Test("backports of the mended engine are told from their neighbours")
  func backports() {
    for version in ["3.44.6", "3.50.7", "3.51.3", "3.53.0", "4.0.0"] {
      #expect(Doctor.engine(version).level == .ok, "\(version)")
    }
  }

  @Test("a line for each finding, in columns, and a line that counts them")
  func report() {
    let findings = [
      Doctor.locale(name: "C.UTF-8", codeset: "UTF-8"), Doctor.disk(freeBytes: 12_345_000_000),
      Doctor.backup(nil, today: Self.today ?? LocalDate(dayNumber: 0)),
      Doctor.synchronous(1),
    ]
    #expect(
      DoctorReport(findings: findings, language: .vietnamese).lines == [
        "✓ Bảng mã chữ         UTF-8 (C.UTF-8)",
        "✓ Chỗ trống trên đĩa  12 GB",
        "~ Sao lưu gần nhất    chưa lần nào → chạy vuonuom backup TỆP",
        "! Độ bền khi lưu      synchronous = 1 → không phải FULL, mất điện có thể mất dữ liệu; "
          + "đừng nhập thêm, báo người quản trị",
        "", "4 mục: 2 tốt (✓), 1 cần để ý (~), 1 hỏng (!).",
      ])
    #expect(
      DoctorReport(findings: Array(findings.prefix(3)), language: .english).lines == [
        "✓ Character set    UTF-8 (C.UTF-8)", "✓ Free disk space  12 GB",
        "~ Last backup      never → run vuonuom backup FILE", "",
        "3 checks: 2 good (✓), 1 to look at (~), 0 broken (!).",
      ])
  }
}

/// The doctor of the real program.
@Suite("Doctor of the real program")
struct DoctorJourneyTests {
  private func levels(_ runner: CommandRunner, _ arguments: String...) throws -> [String: String] {
    let result = try runner.run(["doctor", "--json"] + arguments)
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let rows = try #require(parsed as? [[String: String]], "\(result.errors)")
    let failed = rows.contains { $0["level"] == "failure" }
    #expect(result.code == (failed ? 1 : 0))
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["check"] ?? "", $0["level"] ?? "") })
  }

  @Test("a healthy database, then one thing after another goes wrong")
  func breaking() throws {
    let runner = try CommandRunner()
    try runner.run("demo", "--keep", "a.db", "--no-open")
    var found = try levels(runner, "--database", "a.db")
    for check in ["database", "schema", "projections", "synchronous", "lock", "permissions"] {
      #expect(found[check] == "ok", "\(check)")
    }
    #expect(found["backup"] == "warning")
    try runner.run("backup", "copy.db", "--database", "a.db", "--as", "khoa")
    chmod(runner.path("a.db"), 0o666)
    found = try levels(runner, "--database", "a.db")
    #expect(found["backup"] == "ok")
    #expect(found["permissions"] == "failure")
    chmod(runner.path("a.db"), 0o660)
    let holder = try Background(
      "exec 9<>a.db.lock; flock 9; echo $$ > a.db.lock; exec sleep 60", in: runner.folder)
    for _ in 0..<4_000 where try runner.read("a.db.lock") != "\(holder.process)\n" {
      usleep(5_000)
    }
    #expect(try levels(runner, "--database", "a.db")["lock"] == "warning")
    holder.signal(SIGSTOP)
    #expect(try levels(runner, "--database", "a.db")["lock"] == "failure")
    holder.end()
    #expect(truncate(runner.path("a.db"), 20_000) == 0)
    #expect(try levels(runner, "--database", "a.db")["database"] == "failure")
    #expect(try levels(runner, "--database", "none.db")["database"] == "warning")
  }

  @Test("on a person's screen: every finding one line, in both languages")
  func lines() throws {
    let runner = try CommandRunner()
    try runner.run("demo", "--keep", "a.db", "--no-open")
    for (language, word) in [("vi", "Khóa ghi"), ("en", "Write lock")] {
      let result = try runner.run("doctor", "--database", "a.db", "--language", language)
      #expect(result.code == 0)
      #expect(result.errors.isEmpty)
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 15, "\(result.output)")
      #expect(lines.contains { $0.contains(word) })
    }
  }
}
