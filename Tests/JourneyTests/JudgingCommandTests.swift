import Foundation
import Testing

/// `vuonuom judging`, from files alone.
@Suite("Judging from files")
struct JudgingCommandTests {
  /// The rules as the documentation prints them, comments and all, with smaller gates.
  private let rules = """
    quorum = 3                       # fewer complete sheets than this: provisional
    [rounding]
    places = 2
    mode = "half-up"                 # half-up | half-even | down
    after = ["criterion", "factor", "total"]
    [panel]
    combine = "criterion"            # criterion | sheet
    method = "mean"
    drop_high = 1
    drop_low = 1
    points = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1]  # for rank-points and borda
    [[criterion]]
    code = "SS"
    title = { vi = "Kỹ năng", en = "Skills" }
    min = 0
    max = 10
    step = 0.25                      # counted from min
    factor = 2.0                     # 1 when left out; not normalised
    anchors = { "5" = { vi = "Đạt", en = "Fair" } }
    [[component]]                    # entered by the organiser; sign -1 is a deduction
    code = "TES"
    title = { vi = "Kỹ thuật", en = "Technical" }
    sign = 1
    max = 40
    default = 0
    [gates]
    min_total = 5                    # of the final total
    no_zero_criterion = true
    zero_share_max = "1/3"
    min_criteria = { SS = 5 }
    [advance]
    top = 1
    [[award]]
    code = "nhat"
    title = { vi = "Giải nhất", en = "First prize" }
    quota = 1
    min_total = 20.25
    shared = false
    [[tie]]                          # tried in order
    by = "component:TES"

    """

  private func runner(scores: String) throws -> CommandRunner {
    let runner = try CommandRunner()
    try runner.write("rules.toml", rules)
    try runner.write(
      "entries.csv", "\u{FEFF}entry;title;TES\r\nE1;Gạo ST;5\r\nE2;Bột sen;\"0,5\"\r\nE3;Mắm;\r\n")
    try runner.write("scores.csv", "entry,judge,criterion,score\n" + scores)
    return runner
  }

  private let scores = """
    E1,J1,SS,7
    E1,J2,SS,"7,25"
    E1,J3,SS,8
    E1,J4,SS,9.5
    E2,J1,SS,9.5
    E2,J2,SS,9.5
    E2,J9,SS,10
    E3,J1,SS,

    """

  private let files = [
    "--rules", "rules.toml", "--entries", "entries.csv", "--scores", "scores.csv",
  ]

  @Test("the result alone is on standard output, warnings beside it")
  func tabulate() throws {
    let runner = try runner(scores: scores)
    let csv = try runner.run(["judging", "tabulate"] + files + ["--format", "csv"])
    #expect(csv.code == 0, "\(csv.errors)")
    // E1: 7.25 and 8 are left, 7.625 → 7.63, × 2 = 15.26, + 5; E2: 9.5 × 2 + 0.5
    #expect(
      csv.output == "rank,entry,board,total,status,tie,advances,award,SS,TES\r\n"
        + "1,E1,,20.26,final,,true,nhat,7.63,5.00\r\n2,E2,,19.50,final,,false,,9.50,0.50\r\n"
        + ",E3,,,no-result,,false,,,0.00\r\n")
    #expect(csv.errors.isEmpty)
    let json = try runner.run(["judging", "tabulate"] + files + ["--format", "json"])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 3 && rows[0]["rank"] as? Int == 1)
    #expect(rows[0]["award"] as? String == "nhat" && rows[2]["total"] is NSNull)
    let table = try runner.run(["--language", "en", "judging", "tabulate"] + files)
    #expect(table.code == 0 && table.output.contains("First prize"))
  }

  @Test("a shadow judge never counts; the rest is then too few, and said to be")
  func shadow() throws {
    let runner = try runner(scores: scores)
    try runner.write("judges.csv", "judge,role\nJ1,\nJ2,\nJ3,\nJ4,\nJ9,shadow\n")
    let run = try runner.run(
      ["judging", "tabulate", "--judges", "judges.csv", "--format", "csv"] + files)
    #expect(run.code == 0)
    #expect(run.output.contains(",E2,,19.50,provisional,"))
    #expect(run.errors.contains("Bài E2: chỉ có 2 phiếu nên không bỏ"))
    #expect(run.errors.contains("Bài E2: có 2 phiếu đủ điểm, cần 3"))
  }

  @Test("bad scores: each with file, line and column; nothing on standard output")
  func badScores() throws {
    let runner = try runner(scores: "E1,J1,SS,7.1\nE9,J1,SS,7\nE1,J1,XX,7\nE1,J1,SS,11\n")
    let run = try runner.run(["judging", "tabulate"] + files)
    #expect(run.code == 65 && run.output.isEmpty)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("scores.csv: Dòng 2, cột 4 («score»): điểm 7.1"))
    #expect(lines[1].hasPrefix("scores.csv: Dòng 3, cột 1 («entry»): không có bài"))
    #expect(lines[2].hasPrefix("scores.csv: Dòng 4, cột 3 («criterion»): thể lệ không có"))
  }

  @Test("bad rules: a sentence with the place")
  func badRules() throws {
    let runner = try runner(scores: scores)
    let run = ["--language", "en", "judging", "tabulate"] + files
    for (old, new, words) in [
      ("factor = 2.0 ", "factor = 0.0 ", "rules.toml: criterion: all factors are 0"),
      ("step = 0.25", "step = 0.3", "rules.toml: criterion[1].step: the step must"),
      ("code = \"TES\"", "code = \"SS\"", "rules.toml: component[1].code: the code \"SS\" is"),
      ("component:TES", "toss", "rules.toml: tie[1].by: there is no tie step \"toss\""),
      ("quorum", "quorrum", "rules.toml: quorrum: rules have no such key."),
      ("places = 2", "places = nan", "rules.toml: rounding.places: must be a whole number."),
      ("[rounding]", "[rounding", "rules.toml: Line 2: this is not valid TOML."),
      ("method = \"mean\"", "method = \"rank\"", "rules.toml: panel.method: \"rank\" goes with"),
    ] {
      try runner.write("rules.toml", rules.replacingOccurrences(of: old, with: new))
      let result = try runner.run(run)
      #expect(result.code == 65 && result.output.isEmpty, "\(words)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
    try FileManager.default.removeItem(atPath: runner.path("rules.toml"))
    #expect(try runner.run(run).code == 65)
    #expect(try runner.run(run + ["--format", "xml"]).code == 64)
  }

  @Test("decimal numbers of rules are exact, as no binary number is")
  func exactRules() throws {
    let runner = try CommandRunner()
    try runner.write(
      "rules.toml",
      """
      [[criterion]]
      code = "A"
      title = { vi = "A", en = "A" }
      max = 1
      step = 0.1
      factor = 1.005

      [rounding]
      after = ["total"]
      """)
    try runner.write("entries.csv", "entry,title\nX,x\n")
    try runner.write("scores.csv", "entry,judge,criterion,score\nX,J,A,1\n")
    let run = try runner.run(["judging", "tabulate", "--format", "csv"] + files)
    #expect(run.output.contains("1,X,,1.01,final"), "\(run.output)\(run.errors)")
    try runner.write("scores.csv", "entry,judge,criterion,score\nX,J,A,0.3\n")
    #expect(try runner.run(["judging", "tabulate"] + files).code == 0)
  }

  @Test("statistics are JSON with the promised keys")
  func analyse() throws {
    let runner = try runner(scores: scores)
    let run = try runner.run(["judging", "analyse", "--format", "json"] + files)
    #expect(run.code == 0, "\(run.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    for key in ["icc21", "kendall_w", "alpha_interval", "additive", "judges", "undefined"] {
      #expect(report[key] != nil, "\(key)")
    }
  }
}
