import Foundation
import Testing

/// `vuonuom judging minutes`, from files alone, and what LibreOffice makes of it.
@Suite("Papers of a round")
struct MinutesCommandTests {
  private let arguments = MinutesFixture.arguments

  @Test("minutes as text: everything that the law and a stranger ask for, 80 columns at most")
  func text() throws {
    let run = try MinutesFixture.runner().run(arguments)
    #expect(run.code == 0, "\(run.errors)")
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/BB-SKHCN", "BIÊN BẢN",
      "Quyết định số 45/QĐ-SKHCN ngày 01 tháng 12 năm 2019",
      "Thời gian bắt đầu: 08 giờ 00 phút, ngày 09 tháng 02 năm 2020.",
      "Bà Ngô Thị Mai, Trường Đại học Cần Thơ - Chủ tịch;",
      "Ông Lâm Hòa - Ủy viên; lý do: đi công tác;", "Số thành viên có mặt: 3/4; cần ít nhất 3.",
      // 17 + 25 + 15 = 16,67 + 25,33 + 15 = 57,00: a tie of 07 and 03 that feasibility separates.
      "57,00", "Đội Sen: Đề nghị xem lại điểm khả thi", "01234567 89abcdef", "(Đã ký)", "Giải nhất",
      "ngưỡng", "Phụ lục I",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("feedback names no judge; certificates bear number, award and the minutes' number")
  func others() throws {
    let runner = try MinutesFixture.runner()
    let feedback = try runner.run(arguments + ["--document", "feedback"])
    #expect(feedback.code == 0 && feedback.output.contains("Cần nêu rõ giá bán"))
    for judge in ["GK1", "GK2", "Ngô Thị Mai", "Trần Văn Bình"] {
      #expect(!feedback.output.contains(judge), "\(judge)")
    }
    let certificates = try runner.run(arguments + ["--document", "certificates"])
    #expect(certificates.output.contains("Số: 03/GCN-SKHCN"))
    #expect(certificates.output.contains("Số: 04/GCN-SKHCN"))
    #expect(certificates.output.contains("Theo Biên bản số 05/BB-SKHCN"))
    #expect(certificates.output.contains("Số: ……/GCN-SKHCN"))
    let awards = try runner.run(arguments + ["--document", "awards"])
    #expect(awards.output.contains("40.000.000 đồng (Bốn mươi triệu đồng)."), "\(awards.output)")
    let scores = try runner.run(arguments + ["--document", "scores"])
    #expect(scores.output.contains("BẢNG TỔNG HỢP ĐIỂM") && scores.output.contains("GK3"))
  }

  @Test("wrong facts are named with their line; nothing is written")
  func wrongFacts() throws {
    let runner = try MinutesFixture.runner()
    for (old, new, words) in [
      ("duty = \"chair\"", "duty = \"boss\"", "facts.toml: Dòng 23: member[1].duty: «boss»"),
      ("judge = \"GK3\"", "judge = \"GK9\"", "facts.toml: Dòng 34: member[3].judge: vòng này"),
      ("begins = \"08:00 ", "begins = \"08:60 ", "facts.toml: Dòng 5: begins: phải là giờ"),
      ("ends = \"11:30", "ends = \"07:30", "facts.toml: Dòng 6: ends: giờ kết thúc"),
      ("venue =", "place =", "facts.toml: Dòng 4: place: không có mục này"),
      ("03 = 3", "02 = 3", "certificates.02: bài «02» không đạt giải"),
      ("competition = \"", "competition = ", "facts.toml: Dòng 1: sai cú pháp TOML."),
      ("GK1 = \"0", "GK1 = \"x", "heads.GK1: phải là 64 chữ số"),
    ] {
      try runner.write(
        "facts.toml", MinutesFixture.facts.replacingOccurrences(of: old, with: new))
      let run = try runner.run(arguments)
      #expect(run.code == 65 && run.output.isEmpty, "\(words)")
      #expect(run.errors.contains(words), "\(words)\n\(run.errors)")
    }
  }

  @Test("a file that is there is not overwritten, and an odt needs a name")
  func output() throws {
    let runner = try MinutesFixture.runner()
    let named = arguments + ["--format", "odt", "--output", "a.odt"]
    #expect(try runner.run(named).code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: runner.path("a.odt")))
    let again = try runner.run(named)
    #expect(again.code == 73 && again.errors.contains("a.odt đã có"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: runner.path("a.odt"))) == before)
    #expect(try runner.run(arguments + ["--format", "odt"]).code == 64)
    #expect(try runner.run(arguments + ["--format", "doc"]).code == 64)
    #expect(try runner.run(arguments + ["--document", "poem"]).code == 64)
  }

  @Test(
    "LibreOffice opens every paper, with every word of it",
    arguments: ["minutes", "scores", "feedback", "awards", "certificates"])
  func office(document: String) throws {
    let runner = try MinutesFixture.runner()
    let paper = arguments + ["--document", document]
    let written = try runner.run(paper + ["--format", "odt", "--output", "paper.odt"])
    #expect(written.code == 0, "\(written.errors)")
    // A profile of its own, so that programs that run at once do not wait for each other.
    let words = [
      "env", "HOME=\(runner.folder)", "soffice", "-env:UserInstallation=file://\(runner.folder)/lo",
      "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", runner.folder,
      runner.path("paper.odt"),
    ]
    let status = try CommandRunner.spawn(
      "/usr/bin/env", words,
      files: ["/dev/null", runner.path("lo.out"), runner.path("lo.err")])
    let complaint = try runner.read("lo.err")
    #expect(status == 0, "soffice: \(complaint)")
    let seen = Self.words(of: try runner.read("paper.txt"))
    let expected = Self.words(of: try runner.run(paper).output)
    #expect(expected.count > 30)
    let missing = expected.subtracting(seen)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  /// The words of a text, without the lines of tables.
  private static func words(of text: String) -> Set<String> {
    let parts = text.split { $0.isWhitespace || "│─┌┬┐├┼┤└┴┘-\u{FEFF}".contains($0) }
    // A table that goes on below is a matter of narrow pages.
    return Set(parts.map(String.init)).subtracting(["(tiếp", "theo)"])
  }
}
