import Foundation
import Testing

/// `vuonuom task`, `money`, `indicators`, `lineage` and `report` of the real program, over the demo
/// season.
@Suite("Programme command")
struct ProgrammeCommandTests {
  private func demo() throws -> CommandRunner {
    let runner = try CommandRunner()
    let made = try runner.run("demo", "--no-open", "--keep", "demo.db")
    #expect(made.code == 0, "\(made.errors)")
    return runner
  }

  private func run(_ runner: CommandRunner, _ arguments: String...) throws -> CommandRunner.Result {
    try runner.run(["--database", "demo.db", "--as", "lan"] + arguments)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("tasks: list, what is late, one with its steps, and a step that the law does not know")
  func tasks() throws {
    let runner = try demo()
    let all = try run(runner, "task", "list")
    #expect(all.code == 0, "\(all.errors)")
    #expect(all.output.contains("Đang thực hiện"))
    let late = try run(runner, "task", "list", "--overdue", "--format", "json")
    let tasks = try #require(
      JSONSerialization.jsonObject(with: Data(late.output.utf8)) as? [[String: Any]])
    #expect(!tasks.isEmpty && tasks.count < all.output.split(separator: "\n").count)
    let code = try #require(tasks.first?["code"] as? String)
    let shown = try run(runner, "task", "show", code.lowercased())
    #expect(shown.output.contains("! ") && shown.output.contains("Luật KH&CN 29/2013/QH13"))
    let csv = try run(runner, "task", "list", "--format", "csv")
    #expect(csv.output.hasPrefix("code,title,regime,state,"))
    let proposed = try #require(
      all.output.split(separator: "\n").first { $0.contains("Đề xuất") }
    ).prefix(7)
    let wrong = try run(runner, "task", "move", String(proposed), "liquidated")
    #expect(wrong.code == 1 && wrong.errors.contains("không chuyển được sang"), "\(wrong.errors)")
    let english = try run(
      runner, "task", "move", String(proposed), "liquidated", "--language", "en")
    #expect(english.errors.contains("cannot become"))
    let without = try run(runner, "task", "move", String(proposed), "determined")
    #expect(without.errors.contains("cần văn bản"))
    let moved = try run(
      runner, "task", "move", String(proposed), "determined", "--document", "77/BB-SKHCN")
    #expect(moved.code == 0 && moved.output.contains("Xác định nhiệm vụ"), "\(moved.errors)")
    #expect(try run(runner, "task", "show", "NV-9999").code == 65)
    // The sequel under the law of 2025 is seen when a later day counts as today.
    let later = try run(runner, "task", "list", "--today", "15/09/2026")
    #expect(later.output.contains("Không đạt, chấp nhận rủi ro"))
    #expect(!all.output.contains("chấp nhận rủi ro"))
  }

  @Test("a province's own limits are brought in from a file, and a wrong file is refused")
  func regime() throws {
    let runner = try demo()
    let printed = try run(runner, "task", "regime", "2013")
    #expect(printed.code == 0)
    try runner.write("luat.json", printed.output)
    let clerk = try run(runner, "task", "regime", "--set", "luat.json")
    #expect(clerk.code == 77)
    let kept = try runner.run([
      "--database", "demo.db", "--as", "khoa", "task", "regime", "--set", "luat.json",
    ])
    #expect(kept.code == 0, "\(kept.errors)")
    #expect(try run(runner, "task", "regime", "2013").output == printed.output)
    try runner.write("sai.json", "{\"code\": \"2013\"}")
    let wrong = try run(runner, "task", "regime", "--set", "sai.json")
    #expect(wrong.code == 65 && wrong.errors.contains("extensions"), "\(wrong.errors)")
  }

  @Test("the ledger balances in every format, by year and by group")
  func ledger() throws {
    let runner = try demo()
    let json = try object(
      try run(runner, "money", "ledger", "--year", "2019", "--format", "json").output)
    #expect(json["balanced"] as? Bool == true)
    let entries = try #require(json["entries"] as? [[String: Any]])
    let csv = try run(runner, "money", "ledger", "--year", "2019", "--format", "csv").output
    #expect(csv.split(separator: "\r\n").count == entries.count + 1)
    #expect(entries.allSatisfy { ($0["day"] as? String)?.hasPrefix("2019") == true })
    for by in ["year", "source", "task", "venture", "department", "item"] {
      let grouped = try object(
        try run(runner, "money", "ledger", "--by", by, "--format", "json").output)
      #expect(grouped["balanced"] as? Bool == true && grouped["groups"] != nil, "\(by)")
    }
    let text = try run(runner, "money", "ledger").output
    #expect(text.contains("Đã giải ngân: ") && text.contains(" đồng)"))
    #expect(try run(runner, "money", "ledger", "--year", "19").code == 64)
    #expect(try run(runner, "money", "ledger", "--by", "colour").code == 64)
  }

  @Test("a figure is the same in every format, in the report, and as its records")
  func figures() throws {
    let runner = try demo()
    let arguments = ["--from", "01/10/2019", "--as-of", "31/12/2019"]
    func print(_ more: [String]) throws -> String {
      try runner.run(
        ["--database", "demo.db", "--as", "minh", "indicators"] + arguments + more
      ).output
    }
    let json = try object(try print(["--format", "json"]))
    let indicators = try #require(json["indicators"] as? [[String: Any]])
    let found = try #require(
      indicators.first { $0["code"] as? String == "ventures-found" }?["value"] as? Int)
    #expect(found > 0)
    let csv = try print(["--format", "csv"])
    #expect(csv.contains("ventures-found,Hồ sơ tìm được,\(found),count"))
    #expect(
      try print(["--behind", "ventures-found"]).split(separator: "\n").count == found)
    let report = try run(runner, "report", "quarter", "2019-Q4", "--format", "csv").output
    #expect(report.contains("indicator,ventures-found,Hồ sơ tìm được,count,\(found),"))
    #expect(
      try run(runner, "indicators", "--from", "02/01/2020", "--as-of", "01/01/2020").code == 64)
    #expect(try run(runner, "indicators", "--as-of", "31/02/2020").code == 64)
    #expect(try run(runner, "indicators", "--behind", "happiness").code == 64)
    // Before anything was recorded, nothing was known.
    let early = try object(
      try print(["--known-at", "01/01/2015", "--format", "json"]))
    let money = (early["indicators"] as? [[String: Any]])?.first {
      $0["code"] as? String == "money-paid"
    }
    #expect(money?["value"] as? Int == 0)
  }

  @Test("the line of a venture as text and as JSON")
  func lineage() throws {
    let runner = try demo()
    let text = try run(runner, "lineage", "st-0001")
    #expect(text.code == 0, "\(text.errors)")
    for word in ["Phát hiện: ", "Nhiệm vụ: ", "Kinh phí: ", "Kết nối: ", "Hỗ trợ: "] {
      #expect(text.output.contains(word), "\(word)")
    }
    let json = try object(try run(runner, "lineage", "ST-0001", "--format", "json").output)
    #expect(
      (json["entries"] as? [Any])?.count == text.output.split(separator: "\n").count - 1)
    #expect(try run(runner, "lineage", "ST-9999").code == 65)
  }

  @Test("the quarter report as text and office document; periods without data are refused")
  func report() throws {
    let runner = try demo()
    let text = try run(runner, "report", "quarter", "2019-Q4")
    #expect(text.code == 0, "\(text.errors)")
    for word in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quý IV năm 2019", "45/BBHT-SKHCN", "Hai bên",
      "Được giao",
    ] {
      #expect(text.output.contains(word), "\(word)")
    }
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let again = try run(runner, "report", "quarter", "2019-Q4", "--known-at", "15/09/2020")
    let known = try run(runner, "report", "quarter", "2019-Q4", "--known-at", "15/09/2020")
    #expect(again.output == known.output && again.output.contains("ghi nhận đến 15/09/2020"))
    #expect(try run(runner, "report", "quarter", "2019-Q4", "--format", "odt").code == 64)
    let odt = try run(
      runner, "report", "quarter", "2019-Q4", "--format", "odt", "--output", "quy.odt")
    #expect(odt.code == 0, "\(odt.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: runner.path("quy.odt"))).count > 2_000)
    let early = try run(runner, "report", "quarter", "2010-Q1")
    #expect(early.code == 65 && early.errors.contains("Chưa có dữ liệu"), "\(early.errors)")
    let future = try run(runner, "report", "quarter", "2021-Q1", "--language", "en")
    #expect(future.code == 65 && future.errors.contains("begins on 01/01/2021"))
    #expect(try run(runner, "report", "quarter", "2019-Q7").code == 64)
  }
}
