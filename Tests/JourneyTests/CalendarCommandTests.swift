import Foundation
import Testing

/// `vuonuom calendar` of the real program; no database is there, and none is made.
@Suite("Calendar command")
struct CalendarCommandTests {
  @Test("a month with lunar dates, holidays and a legend")
  func month() throws {
    let runner = try CommandRunner()
    let run = try runner.run("calendar", "--month", "2026-02", "--today", "17/2/2026")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("│17◂nghỉ   │"))
    #expect(run.output.contains("16–20/02  nghỉ     Tết Nguyên đán"))
    let english = try runner.run("calendar", "--month", "2/2026", "--language", "en")
    #expect(english.output.hasPrefix("February 2026"))
    let current = try runner.run("calendar", "--today", "15/9/2020")
    #expect(current.output.contains("│15◂"))
    let files = try FileManager.default.contentsOfDirectory(atPath: runner.folder)
    #expect(files.allSatisfy { $0.hasPrefix("std") })
  }

  @Test("the month as JSON")
  func json() throws {
    let runner = try CommandRunner()
    let run = try runner.run(
      "calendar", "--month", "2026-02", "--format", "json", "--layers", "holidays")
    #expect(run.code == 0, "\(run.errors)")
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let month = try #require(parsed as? [String: Any])
    #expect(month["workingDays"] as? Int == 15)
    #expect(month["layers"] as? [String] == ["holidays"])
    let days = try #require(month["days"] as? [[String: Any]])
    #expect(days.count == 28)
    let tet = days[16]
    #expect(tet["date"] as? String == "2026-02-17")
    #expect(tet["working"] as? Bool == false)
    #expect((tet["lunar"] as? [String: Any])?["yearName"] as? String == "Bính Ngọ")
    #expect((tet["marks"] as? [[String: Any]])?.first?["kind"] as? String == "holiday")
  }

  @Test("announced days from a file, and its mistakes by line")
  func overrides() throws {
    let runner = try CommandRunner()
    try runner.write(
      "nghi.txt", "# 2026\n2026-01-02 swap 2026-01-10 \"Hoán đổi\"\n2026-02-28 work \"Làm bù\"\n")
    let good = try runner.run("calendar", "--month", "2026-02", "--overrides", "nghi.txt")
    #expect(good.code == 0, "\(good.errors)")
    #expect(good.output.contains("28/02     đi làm   Làm bù"))
    #expect(good.output.contains("Ngày làm việc trong tháng: 16"))
    try runner.write("sai.txt", "2026-02-31 off\n2026-02-16 nghi\n")
    let bad = try runner.run("calendar", "--overrides", "sai.txt")
    #expect(bad.code == 65)
    #expect(bad.output.isEmpty)
    #expect(bad.errors.contains("Dòng 1: không có ngày 2026-02-31."))
    #expect(bad.errors.contains("Dòng 2: không hiểu «nghi»"))
    #expect(try runner.run("calendar", "--overrides", "khong-co.txt").code == 65)
  }

  @Test("there and back between the calendars")
  func conversions() throws {
    let runner = try CommandRunner()
    let lunar = try runner.run("calendar", "lunar", "2026-02-17")
    #expect(
      lunar.output
        == "Thứ Ba 17/02/2026  =  1/1/2026, mùng 1 tháng giêng năm Bính Ngọ\n")
    let solar = try runner.run("calendar", "solar", "1/1/2026")
    #expect(solar.output == lunar.output)
    let leap = try runner.run("calendar", "solar", "1/6/2025", "--leap", "--json")
    #expect(leap.output.contains("\"date\": \"2025-07-25\""))
    #expect(leap.output.contains("\"leap\": true"))
    let words = try runner.run("calendar", "lunar", "rằm", "tháng", "8", "--today", "1/2/2020")
    #expect(words.output.hasPrefix("Thứ Năm 01/10/2020"))
  }

  @Test(
    "what does not exist ends with 65, what is not understood with 64",
    arguments: [
      (["solar", "30/12/2025"], Int32(65), "chỉ có 29 ngày"),
      (["solar", "1/6/2026", "--leap"], 65, "không có tháng nhuận"),
      (["solar", "1/1/2101"], 65, "1900 đến 2100"), (["solar", "1-1-2026"], 64, "1/1/2026"),
      (["lunar", "31/2/2026"], 65, "31/2/2026"), (["lunar", "1/1/2150"], 65, "01/01/2150"),
      (["lunar", "xyz"], 64, "«xyz»"), (["--month", "2026-13"], 65, "tháng 13"),
      (["--month", "1899-12"], 65, "1899"), (["--month", "thang hai"], 64, "2026-02"),
      (["--layers", "holidays,xyz"], 64, "«xyz»"), (["--format", "csv"], 64, "text hoặc json"),
      (["lunar"], 64, "Còn thiếu"), (["solar", "1/1/2026", "--nhuan"], 64, "--nhuan"),
    ])
  func refusals(arguments: [String], code: Int32, word: String) throws {
    let run = try CommandRunner().run(["calendar"] + arguments)
    #expect(run.code == code, "\(run.output) \(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(word), "\(run.errors)")
  }
}
