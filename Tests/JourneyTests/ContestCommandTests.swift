import Foundation
import Testing

/// `vuonuom judging`, over the contests of the demo.
@Suite("Judging from the database")
struct ContestCommandTests {
  private func demo() throws -> CommandRunner {
    let runner = try CommandRunner()
    let made = try runner.run("demo", "--keep", runner.path("demo.db"), "--no-open")
    #expect(made.code == 0, "\(made.errors)")
    return runner
  }

  private func judging(
    _ runner: CommandRunner, _ arguments: String..., by login: String = "son"
  ) throws -> CommandRunner.Result {
    try runner.run(
      ["--database", runner.path("demo.db"), "--as", login, "judging"] + arguments)
  }

  @Test("a stranger recounts an exported round to the same ranks, and the heads verify")
  func recount() throws {
    let runner = try demo()
    let rounds = try judging(runner, "rounds")
    let names = rounds.output.split(separator: "\n").map { $0.split(separator: " ")[0] }
    #expect(
      Set(names) == ["YT2019/so-khao", "YT2019/ban-ket", "YT2019/chung-ket", "YT2020/chung-ket"])
    for name in names.map(String.init) {
      let folder = runner.path(name.replacingOccurrences(of: "/", with: "-"))
      let export = try judging(runner, "export", name, "--folder", folder)
      #expect(export.code == 0, "\(export.errors)")
      let official = try judging(runner, "result", name, "--format", "csv")
      let recount = try runner.run(
        "judging", "tabulate", "--rules", folder + "/rules.toml", "--entries",
        folder + "/entries.csv", "--scores", folder + "/scores.csv", "--judges",
        folder + "/judges.csv", "--format", "csv")
      #expect(recount.code == 0, "\(recount.errors)")
      #expect(recount.output == official.output, "\(name)")
      #expect(official.output.split(whereSeparator: \.isNewline).count > 5)
      let check = try judging(runner, "verify", name, "--against", folder + "/heads.txt")
      #expect(check.code == 0, "\(check.errors)")
    }
    // A printed head that is not the stored one is named.
    let heads = runner.path("heads.txt")
    try runner.write("heads.txt", "GK1 1 " + String(repeating: "0", count: 64) + "\n")
    let wrong = try judging(runner, "verify", "YT2019/chung-ket", "--against", heads)
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("GK1"))
  }

  @Test("a judge is given nothing of others, and wrong names have their sentence")
  func refusals() throws {
    let runner = try demo()
    let hidden = try judging(runner, "result", "YT2020/chung-ket", by: "mai")
    #expect(hidden.code != 0)
    #expect(hidden.errors.contains("chưa được xem"))
    let folder = runner.path("out")
    let export = try judging(runner, "export", "YT2020/chung-ket", "--folder", folder, by: "lan")
    #expect(export.code != 0)
    #expect(!FileManager.default.fileExists(atPath: folder))
    let missing = try judging(runner, "result", "YT2020/ban-ket")
    #expect(missing.code == 65)
    #expect(missing.errors.contains("YT2020/ban-ket"))
  }

  @Test("entries come in from a file, or all of them stay out")
  func entries() throws {
    let runner = try demo()
    let good = runner.path("good.csv")
    try runner.write("good.csv", "title,leader,board\nGạo mới,Lý Hoa,y-tuong\nMắm mới,,du-an\n")
    let made = try judging(runner, "import-entries", "yt2020", good, by: "thu")
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.errors.contains("2"))
    let bad = runner.path("bad.csv")
    try runner.write("bad.csv", "title,board\nX,y-tuong\nY,khong-co\n")
    let refused = try judging(runner, "import-entries", "YT2020", bad, by: "thu")
    #expect(refused.code != 0)
    #expect(refused.errors.contains("khong-co"))
    let clerk = try judging(runner, "import-entries", "YT2020", good, by: "lan")
    #expect(clerk.code == 77)
  }
}
