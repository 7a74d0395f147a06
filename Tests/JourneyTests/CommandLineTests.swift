import Foundation
import Testing

/// The subcommands of the real program, as a person or a script would use them.
@Suite("Command line")
struct CommandLineTests {
  private let list = """
    Tên dự án;Loại;Đơn vị;Mã số thuế;Người đại diện;Điện thoại;Địa phương;Ghi chú
    Gạo ST hữu cơ;khởi nghiệp;HTX Vàng;2200100090;Lý Thị Hoa;0912 345 678;Mỹ Xuyên;tốt
    Bột sen;ý tưởng;;;Thạch Sô Phia;0168 123 4567;Kế Sách;"hai dòng
    ghi chú"
    Dòng hỏng;ý tưởng;;123;;;;
    """

  @Test("a list goes in, bad rows come back in a file, and the import is taken back")
  func importListUndo() throws {
    let runner = try CommandRunner()
    try runner.write("danh-sach.csv", list)
    let first = try runner.run("import", "ventures", "danh-sach.csv", "--database", "a.db")
    #expect(first.code == 1, "\(first.errors)")
    #expect(first.output.isEmpty)
    #expect(first.errors.contains("2 mới"))
    let rejected = try runner.read("danh-sach.rejected.csv")
    #expect(rejected.contains("Dòng hỏng"))
    #expect(!rejected.contains("Bột sen"))
    let again = try runner.run("--database", "a.db", "import", "ventures", "danh-sach.csv")
    #expect(again.errors.contains("0 mới"))
    let listed = try runner.run("import", "list", "--database", "a.db", "--json")
    #expect(listed.code == 0)
    #expect(listed.output.contains("\"created\""))
    let undone = try runner.run("import", "undo", "1", "--database", "a.db")
    #expect(undone.code == 0, "\(undone.errors)")
    let export = try runner.run("export", "ventures", "--database", "a.db", "--format", "json")
    #expect(export.output.filter { !$0.isWhitespace } == "[]")
    #expect(try runner.run("import", "undo", "1", "--database", "a.db").code == 65)
  }

  @Test("a dry run writes nothing")
  func dryRun() throws {
    let runner = try CommandRunner()
    try runner.write("danh-sach.csv", list)
    let missing = try runner.run(
      "import", "ventures", "danh-sach.csv", "--database", "a.db", "--dry-run")
    #expect(missing.code == 1 && missing.errors.contains("Xem trước: 2 mới"))
    #expect(!FileManager.default.fileExists(atPath: runner.path("a.db")))
    try runner.run("demo", "--keep", "demo.db", "--no-open")
    let before = try runner.run("export", "ventures", "--database", "demo.db")
    let dry = try runner.run(
      "import", "ventures", "danh-sach.csv", "--database", "demo.db", "--dry-run")
    #expect(dry.errors.contains("Xem trước: 2 mới"))
    let after = try runner.run("export", "ventures", "--database", "demo.db")
    #expect(before.output == after.output)
  }

  @Test("what is exported is imported again without a difference")
  func roundTrip() throws {
    let runner = try CommandRunner()
    #expect(try runner.run("demo", "--keep", "demo.db", "--no-open").code == 0)
    for extra in [["--bom"], ["--delimiter", ";"], ["--language", "en"]] {
      let export = try runner.run(
        ["export", "ventures", "--database", "demo.db", "--output", "out.csv"] + extra)
      #expect(export.code == 0, "\(export.errors)")
      let plan = try runner.run(
        "import", "ventures", "out.csv", "--database", "demo.db", "--dry-run", "--on-match",
        "update", "--json", "--language", "en")
      #expect(plan.code == 0, "\(plan.errors)")
      #expect(plan.output.contains("\"new\": 0"), "\(plan.output)")
      #expect(plan.output.contains("\"updated\": 0"))
      #expect(plan.output.contains("\"matched\": 62"))
    }
    let fresh = try runner.run("import", "ventures", "out.csv", "--database", "new.db")
    #expect(fresh.code == 0, "\(fresh.errors)")
    let one = try runner.run("export", "ventures", "--database", "demo.db", "--format", "json")
    let two = try runner.run("export", "ventures", "--database", "new.db", "--format", "json")
    let said = try Self.ventures(one.output)
    #expect(said.count == 62)
    #expect(try Self.ventures(two.output) == said)
  }

  /// Ventures of a JSON export by their numbers, without identities and versions, which are the
  /// database's own.
  private static func ventures(_ json: String) throws -> [String: NSDictionary] {
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let rows = try #require(parsed as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let kept = row.filter { $0.key != "id" && $0.key != "version" }
        return (row["code"] as? String ?? "", kept as NSDictionary)
      })
  }

  @Test("the demo is the same every time")
  func deterministicDemo() throws {
    let runner = try CommandRunner()
    for name in ["a.db", "b.db"] { try runner.run("demo", "--keep", name, "--no-open") }
    let exports = try ["a.db", "b.db"].map {
      try runner.run("export", "ventures", "--database", $0, "--format", "json").output
    }
    #expect(exports[0] == exports[1])
    #expect(exports[0].contains("Gạo ST tuần hoàn"))
  }

  @Test("filters of an export keep what they name")
  func exportFilter() throws {
    let runner = try CommandRunner()
    try runner.run("demo", "--keep", "a.db", "--no-open")
    let export = try runner.run(
      "export", "ventures", "--database", "a.db", "--format", "json", "--filter", "text=gao st")
    let count = export.output.split(separator: "\n").count { $0.hasPrefix("{") }
    #expect(count > 0 && count < 10)
    let wrong = try runner.run("export", "ventures", "--database", "a.db", "--filter", "mau=do")
    #expect(wrong.code == 64)
  }

  @Test("users: the first is administrator, others are added by them")
  func users() throws {
    let runner = try CommandRunner()
    let add = try runner.run("user", "add", "mai", "--role", "judge", "--database", "a.db")
    #expect(add.code == 0, "\(add.errors)")
    let list = try runner.run("user", "list", "--database", "a.db", "--json")
    #expect(list.output.contains("administrator"))
    #expect(list.output.contains("mai"))
    #expect(try runner.run("user", "grant", "mai", "thư ký", "--database", "a.db").code == 0)
    #expect(try runner.run("user", "grant", "mai", "vua", "--database", "a.db").code == 64)
    #expect(try runner.run("user", "add", "Mai!", "--database", "a.db").code == 64)
  }

  @Test("a judge of the demo may not import, and --as is for demos only")
  func permissions() throws {
    let runner = try CommandRunner()
    try runner.write("danh-sach.csv", list)
    try runner.run("demo", "--keep", "demo.db", "--no-open")
    let refused = try runner.run(
      "import", "ventures", "danh-sach.csv", "--database", "demo.db", "--as", "mai")
    #expect(refused.code == 77, "\(refused.errors)")
    try runner.run("import", "ventures", "danh-sach.csv", "--database", "real.db")
    let other = try runner.run("user", "list", "--database", "real.db", "--as", "mai")
    #expect(other.code == 77)
  }

  @Test("a backup is verified and restored, and the old file is kept")
  func backupRestore() throws {
    let runner = try CommandRunner()
    try runner.write("danh-sach.csv", list)
    try runner.run("import", "ventures", "danh-sach.csv", "--database", "a.db")
    let backup = try runner.run("backup", "copy.db", "--database", "a.db")
    #expect(backup.code == 0, "\(backup.errors)")
    let before = try runner.run("export", "ventures", "--database", "a.db").output
    try runner.run("import", "undo", "1", "--database", "a.db")
    let restore = try runner.run("restore", "copy.db", "--database", "a.db")
    #expect(restore.code == 0, "\(restore.errors)")
    #expect(try runner.run("export", "ventures", "--database", "a.db").output == before)
    #expect(FileManager.default.fileExists(atPath: runner.path("a.db.before-restore")))
    let doctor = try runner.run("doctor", "--database", "a.db", "--json")
    #expect(doctor.code == 0, "\(doctor.output)")
    #expect(doctor.output.contains("\"synchronous\""))
  }

  @Test("a demo is never made over real data, and a full disk is told")
  func demoAndFullDisk() throws {
    let runner = try CommandRunner()
    try runner.write("danh-sach.csv", list)
    try runner.run("import", "ventures", "danh-sach.csv", "--database", "real.db")
    let refused = try runner.run("demo", "--keep", "real.db", "--no-open")
    #expect(refused.code == 65 && refused.errors.contains("dữ liệu thật"), "\(refused.errors)")
    let full = try runner.run(
      "export", "ventures", "--database", "real.db", "--output", "/dev/full/x")
    #expect(full.code == 73)
  }

  @Test("keys and help are data on standard output")
  func helpAndKeys() throws {
    let runner = try CommandRunner()
    let help = try runner.run("--help")
    #expect(help.code == 0 && help.errors.isEmpty && help.output.contains("import"))
    let keys = try runner.run("keys", "--language", "en")
    #expect(keys.code == 0 && keys.output.contains("Ctrl+P"))
    #expect(try runner.run("--version").output == "1.0\n")
  }
}

/// Every wrong file, flag and database gets one sentence and an exit code of its own.
@Suite("Bad input on the command line")
struct BadInputTests {
  struct Case: CustomStringConvertible {
    var description: String
    var arguments: [String]
    var code: Int32
    var vietnamese: String
    var english: String
  }

  static let cases: [Case] = [
    Case(
      description: "a text file as database",
      arguments: ["user", "list", "--database", "text.db"], code: 65,
      vietnamese: "không phải cơ sở dữ liệu", english: "not a database"),
    Case(
      description: "a folder as database", arguments: ["user", "list", "--database", "folder"],
      code: 69, vietnamese: "folder", english: "folder"),
    Case(
      description: "no database", arguments: ["user", "list", "--database", "none.db"], code: 69,
      vietnamese: "Chưa có", english: "There is no database"),
    Case(
      description: "a symbolic link", arguments: ["user", "list", "--database", "link.db"],
      code: 69, vietnamese: "link.db", english: "link.db"),
    Case(
      description: "a password in the address",
      arguments: ["user", "list", "--database", "postgresql://lan:secret@host/db"], code: 64,
      vietnamese: "pgpass", english: "pgpass"),
    Case(
      description: "an address of another kind",
      arguments: ["user", "list", "--database", "mysql://host/db"], code: 64,
      vietnamese: "postgresql://", english: "postgresql://"),
    Case(
      description: "a server that is not there",
      arguments: ["user", "list", "--database", "postgresql:///x?host=/nowhere"], code: 69,
      vietnamese: "Không kết nối", english: "cannot be reached"),
    Case(
      description: "no terminal", arguments: ["demo"], code: 64, vietnamese: "terminal",
      english: "terminal"),
    Case(
      description: "an unknown flag", arguments: ["doctor", "--mau-do"], code: 64,
      vietnamese: "--mau-do", english: "--mau-do"),
    Case(
      description: "a day that does not exist",
      arguments: ["user", "list", "--database", "x.db", "--today", "31/2/2020"], code: 64,
      vietnamese: "31/2/2020", english: "31/2/2020"),
    Case(
      description: "a file that does not exist",
      arguments: ["import", "ventures", "none.csv", "--database", "x.db"], code: 65,
      vietnamese: "none.csv", english: "none.csv"),
    Case(
      description: "a folder as CSV",
      arguments: ["import", "ventures", "folder", "--database", "x.db"], code: 65,
      vietnamese: "thư mục", english: "folder"),
    Case(
      description: "a line of a million characters",
      arguments: ["import", "ventures", "long.csv", "--database", "x.db"], code: 65,
      vietnamese: "long.csv", english: "long.csv"),
    Case(
      description: "invalid UTF-8 at byte 7,000,000",
      arguments: ["import", "ventures", "bytes.csv", "--database", "x.db"], code: 65,
      vietnamese: "7.000.000", english: "7,000,000"),
    Case(
      description: "a target that cannot be made",
      arguments: ["export", "ventures", "--database", "demo.db", "--output", "none/out.csv"],
      code: 73, vietnamese: "none/out.csv", english: "none/out.csv"),
    Case(
      description: "an export over a database",
      arguments: ["export", "ventures", "--database", "demo.db", "--output", "demo.db"], code: 73,
      vietnamese: "không ghi đè", english: "not overwritten"),
    Case(
      description: "an empty condition",
      arguments: ["export", "ventures", "--database", "demo.db", "--filter", ""], code: 64,
      vietnamese: "điều kiện", english: "condition"),
    Case(
      description: "a stage that does not exist",
      arguments: ["export", "ventures", "--database", "demo.db", "--filter", "stage=xx"],
      code: 64, vietnamese: "discovery", english: "discovery"),
    Case(
      description: "a backup that is none",
      arguments: ["restore", "text.db", "--database", "demo.db", "--as", "khoa"], code: 65,
      vietnamese: "không phải cơ sở dữ liệu", english: "not a database"),
    Case(
      description: "a theme that does not exist",
      arguments: ["screenshot", "--theme", "mau-tim"], code: 64, vietnamese: "mau-tim",
      english: "mau-tim"),
  ]

  @Test("one sentence, its own code, nothing changed", arguments: cases)
  func sentence(wrong: Case) throws {
    let runner = try CommandRunner()
    try runner.write("text.db", String(repeating: "đây là văn bản\n", count: 20))
    try FileManager.default.createDirectory(
      atPath: runner.path("folder"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: runner.path("link.db"), withDestinationPath: runner.path("text.db"))
    try Self.prepare(wrong, runner)
    let before = try runner.read("text.db")
    for (language, expected) in [("vi", wrong.vietnamese), ("en", wrong.english)] {
      let result = try runner.run(wrong.arguments + ["--language", language])
      #expect(result.code == wrong.code, "\(result.errors)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(expected), "\(result.errors)")
      #expect(!result.errors.contains("secret"))
      #expect(!result.errors.contains("Fatal error"))
    }
    #expect(try runner.read("text.db") == before)
    #expect(!FileManager.default.fileExists(atPath: runner.path("x.db")))
  }

  private static func prepare(_ wrong: Case, _ runner: CommandRunner) throws {
    if wrong.arguments.contains("demo.db") {
      try runner.run("demo", "--keep", "demo.db", "--no-open")
    }
    if wrong.arguments.contains("long.csv") {
      try runner.write("long.csv", "Tên dự án\n" + String(repeating: "a", count: 1_000_001))
    }
    if wrong.arguments.contains("bytes.csv") {
      var bytes = Array("Tên dự án,Ghi chú\n".utf8)
      while bytes.count < 6_999_900 { bytes += Array("Gạo sạch,tốt\n".utf8) }
      bytes += [UInt8](repeating: 0x61, count: 7_000_000 - bytes.count) + [0xFF, 0x0A]
      try Data(bytes).write(to: URL(fileURLWithPath: runner.path("bytes.csv")))
    }
  }
}
