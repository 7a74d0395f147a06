import Foundation
import Testing

/// `vuonuom training` of the real program, over the demo season.
@Suite("Training command")
struct TrainingCommandTests {
  private func demo() throws -> CommandRunner {
    let runner = try CommandRunner()
    let made = try runner.run("demo", "--no-open", "--keep", "demo.db")
    #expect(made.code == 0, "\(made.errors)")
    return runner
  }

  private func run(_ runner: CommandRunner, _ arguments: String...) throws -> CommandRunner.Result {
    try runner.run(["--database", "demo.db", "--as", "lan"] + arguments)
  }

  @Test("the courses of the demo season, their people, and the sessions of a month")
  func looking() throws {
    let runner = try demo()
    let list = try run(runner, "training", "list")
    #expect(list.code == 0, "\(list.errors)")
    #expect(list.output.split(separator: "\n").count == 20)
    #expect(list.output.contains("KH-0001  11/03/2019–01/04/2019  4 buổi"))
    let english = try run(runner, "training", "list", "--text", "KH-0015", "--language", "en")
    #expect(english.output.contains("waiting  Open  Huấn luyện đội thi ý tưởng 2020"))
    let json = try run(runner, "training", "list", "--json")
    let courses = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((courses as? [[String: Any]])?.count == 20)
    let roster = try run(runner, "training", "roster", "kh-0001", "--format", "csv")
    #expect(roster.output.hasPrefix("STT,Họ và tên,Đơn vị,Điện thoại,Trạng thái,Dự"))
    #expect(roster.output.contains("Đã dự"))
    #expect(try run(runner, "training", "roster", "KH-0001").output.contains("STT  Họ và tên"))
    #expect(try run(runner, "training", "roster", "KH-9999").code == 65)
    let month = try run(runner, "calendar", "--month", "2020-09")
    #expect(month.output.contains("13:30–17:00 Hồ sơ công nghệ"), "\(month.output)")
  }

  @Test("a calendar goes out without names, and comes in elsewhere as one that can be undone")
  func files() throws {
    let runner = try demo()
    let export = try run(
      runner, "training", "export", "--ics", "lich.ics", "--course", "KH-0015")
    #expect(export.code == 0, "\(export.errors)")
    let text = try String(contentsOfFile: runner.path("lich.ics"), encoding: .utf8)
    #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 6)
    #expect(!text.contains("Đoàn Minh Khôi"))
    let hall = try run(runner, "training", "export", "--ics", "-", "--venue", "phong hop a")
    #expect(hall.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(try run(runner, "training", "export", "--ics", "-", "--trainer", "không ai").code == 65)
    // The same sessions are known; others make a course.
    let same = try run(runner, "training", "import", "lich.ics", "--dry-run")
    #expect(same.output == "Khóa mới: 0, buổi mới: 0, cập nhật: 0, giữ nguyên: 5, không nhận: 0\n")
    let changed = text.replacingOccurrences(of: "@vuonuom", with: "@khac")
      .replacingOccurrences(of: "CATEGORIES:Huấn luyện đội thi ý tưởng 2020", with: "X-A:1")
    try runner.write("moi.ics", changed)
    let dry = try run(runner, "training", "import", "moi.ics", "--dry-run")
    #expect(dry.output.hasPrefix("Khóa mới: 0, buổi mới: 5"), "\(dry.output)\(dry.errors)")
    let done = try run(runner, "training", "import", "moi.ics", "--course", "KH-0016")
    #expect(done.code == 0, "\(done.errors)")
    #expect(try run(runner, "training", "list", "--text", "KH-0016").output.contains("8 buổi"))
    let number = try #require(
      done.errors.split(separator: " ").last.map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      })
    #expect(try run(runner, "training", "undo", number).code == 0)
    #expect(try run(runner, "training", "list", "--text", "KH-0016").output.contains("3 buổi"))
  }

  @Test("a list with bad rows: the good ones go in, the others are told")
  func list() throws {
    let runner = try demo()
    try runner.write(
      "buoi.csv",
      "Khóa học,Chủ đề,Ngày,Bắt đầu,Kết thúc\nLớp mới,Buổi 1,12/10/2020,8:00,11:00\n"
        + "Lớp mới,Buổi 2,31/2/2020,8:00,11:00\nLớp mới,Buổi 3,13/10/2020,11:00,8:00\n")
    let run = try run(runner, "training", "import", "buoi.csv")
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("Khóa mới: 1, buổi mới: 1"))
    #expect(run.errors.contains("Dòng 3: «31/2/2020»"), "\(run.errors)")
    #expect(run.errors.contains("Dòng 4: Giờ kết thúc (13/10/2020 08:00)"))
    try runner.write("rac.ics", String(repeating: "vô nghĩa\n", count: 500_000))
    let nonsense = try self.run(runner, "training", "import", "rac.ics")
    #expect(nonsense.code == 1)
    #expect(nonsense.errors.contains("không phải lịch iCalendar"))
  }
}
