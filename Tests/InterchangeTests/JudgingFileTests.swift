import Incubation
import Interchange
import Testing

@Suite("Files of a round")
struct JudgingFileTests {
  private let entries = "entry,title,TES\nE1,Gạo ST,5\nE2,Bột sen,\n"

  @Test("entries, scores and judges come together")
  func reading() throws {
    let (record, warnings) = try readRound(
      entries: "\u{FEFF}entry;title;organisation;board;multiplier;lot;decision;TES\r\n"
        + "E1;Gạo ST;HTX Vàng;Ý tưởng;1,5;7;1;12,25\r\nE2;Bột sen;;;;;;\r\n",
      scores: "entry,judge,criterion,score\nE1,J2,SS,7.25\nE1,J2,KT,\"3,5\"\nE2,J1,SS,\n",
      judges: "judge,name,organisation,role\nJ1,Lý Thị Hoa,Sở KH&CN,chair\nJ2,An,,Shadow\n")
    #expect(warnings.isEmpty)
    let first = record.entries[0]
    #expect(first.title.string == "Gạo ST" && first.organisation.string == "HTX Vàng")
    #expect(first.board == "Ý tưởng" && first.multiplier == Rational(3, over: 2))
    #expect(first.lot == Rational(7) && first.decision == .one)
    #expect(first.components == [Rational(49, over: 4)])
    #expect(
      record.entries[1]
        == Tabulation.Entry(
          id: "E2", title: "Bột sen", components: [nil]))
    #expect(record.judges.map(\.isShadow) == [false, true])
    #expect(record.judges[0].organisation.string == "Sở KH&CN")
    #expect(
      record.sheets == [
        Tabulation.Sheet(
          entry: 0, judge: 1, scores: [Rational(29, over: 4), Rational(7, over: 2)]),
        Tabulation.Sheet(entry: 1, judge: 0, scores: [nil, nil]),
      ])
  }

  @Test("without judges.csv the scores say who judges; columns may stand in any order")
  func unlistedJudges() throws {
    let (record, warnings) = try readRound(
      entries: entries,
      scores: "score;note;Criterion;JUDGE;entry\n7;x;SS;Bà Hoa;E1\n3;;KT;Bà Hoa;E1\n")
    #expect(record.judges.map(\.id) == ["Bà Hoa"])
    #expect(record.sheets[0].scores == [Rational(7), Rational(3)])
    #expect(warnings == [.unusedColumn(.scores, "note")])
  }

  @Test("a component without a column and a column without use are told")
  func warnings() throws {
    let (record, warnings) = try readRound(
      entries: "entry,TESS\nE1,5\n", scores: "entry,judge,criterion,score\n")
    #expect(record.entries[0].components == [nil])
    #expect(warnings == [.unusedColumn(.entries, "TESS"), .noComponentColumn("TES")])
  }

  @Test("codes are the same in every normal form and behind a spreadsheet's apostrophe")
  func codes() throws {
    let (record, _) = try readRound(
      entries: "entry,title\nBài-é,x\n'=1,y\n",
      scores: "entry,judge,criterion,score\nBài-e\u{301},J,SS,1\n =1,J,SS,2\n'=1,J,KT,2\n")
    #expect(record.sheets.map(\.entry) == [0, 1])
    #expect(record.sheets[1].scores == [Rational(2), Rational(2)])
  }

  @Test(
    "bad scores, with line and column",
    arguments: [
      ("E9,J1,SS,7", 1, JudgingFileProblem.Kind.unknownEntry("E9")),
      ("E1,J9,SS,7", 2, .unknownJudge("J9")), ("E1,J1,XX,7", 3, .unknownCriterion("XX")),
      ("E1,J1,ss,7", 3, .unknownCriterion("ss")), (",J1,SS,7", 1, .empty),
      ("E1,,SS,7", 2, .empty), ("E1,J1,,7", 3, .empty),
      ("E1,J1,SS,10.25", 4, .outOfRange("10.25", minimum: "0", maximum: "10")),
      ("E1,J1,SS,-1", 4, .outOfRange("-1", minimum: "0", maximum: "10")),
      ("E1,J1,KT,0.5", 4, .outOfRange("0.5", minimum: "1", maximum: "5")),
      ("E1,J1,SS,7.1", 4, .offStep("7.1", minimum: "0", step: "0.25")),
      ("E1,J1,SS,NaN", 4, .notANumber("NaN")), ("E1,J1,SS,1e1", 4, .notANumber("1e1")),
      ("E1,J1,SS,=7", 4, .notANumber("=7")), ("E1,J1,SS,7,5", 5, .tooManyCells(4)),
      (
        "E1,J2,SS,3", 4,
        .repeatedScore(entry: "E1", judge: "J2", criterion: "SS", line: 2)
      ),
      (
        "E1,J2,KT,3", 4,
        .repeatedScore(entry: "E1", judge: "J2", criterion: "KT", line: 3)
      ),
    ])
  func badScores(_ line: String, _ column: Int, _ kind: JudgingFileProblem.Kind) throws {
    let scores = "entry,judge,criterion,score\nE1,J2,SS,7\nE1,J2,KT,\n\(line)\n"
    let problems = try #require(throws: JudgingFileProblems.self) {
      try readRound(entries: entries, scores: scores, judges: "judge,role\nJ1,\nJ2,\n")
    }
    let problem = try #require(problems.problems.first)
    #expect(problems.problems.count == 1)
    #expect(problem.file == .scores && problem.line == 4 && problem.column == column)
    #expect(problem.kind == kind)
    for language in Language.allCases {
      let place = language == .vietnamese ? "Dòng 4, cột \(column)" : "Line 4, column \(column)"
      #expect(problem.words(language).hasPrefix(place))
    }
  }

  @Test(
    "bad entries, with line and column",
    arguments: [
      ("E1,x,,,", 1, JudgingFileProblem.Kind.repeated("E1", line: 2)), (",x,,,", 1, .empty),
      ("E2,x,-1,,", 3, .negative("-1")), ("E2,x,abc,,", 3, .notANumber("abc")),
      ("E2,x,,first,", 4, .notANumber("first")),
      ("E2,x,,,41", 5, .aboveMaximum("41", maximum: "40")), ("E2,x,,,-2", 5, .negative("-2")),
      ("E2,a\u{202E}b,,,", 2, .unusableText), ("E2,x,,,1,9", 6, .tooManyCells(5)),
    ])
  func badEntries(_ line: String, _ column: Int, _ kind: JudgingFileProblem.Kind) throws {
    let text = "entry,title,multiplier,lot,TES\nE1,x,,,\n\(line)\n"
    let problems = try #require(throws: JudgingFileProblems.self) {
      try EntriesFile.read(file(text), rules: judgingRules)
    }
    #expect(
      problems.problems.map(\.kind) == [kind] && problems.problems[0].line == 3
        && problems.problems[0].column == column && problems.problems[0].file == .entries)
  }

  @Test(
    "bad headings and bad files",
    arguments: [
      ("entry,judge,criterion\n", JudgingFileProblem.Kind.missingColumn("score")),
      ("a,b\n", .missingColumn("entry")),
      ("entry,judge,criterion,score,score\n", .repeatedColumn("score")),
      ("", .unreadable(.empty)),
      (
        "entry,judge,criterion,score\nE1,\"J1,SS,7\n",
        .unreadable(.unterminatedQuote(line: 2, column: 2, byteOffset: 31))
      ),
    ])
  func badHeadings(_ text: String, _ kind: JudgingFileProblem.Kind) throws {
    let problems = try #require(throws: JudgingFileProblems.self) {
      try readRound(entries: entries, scores: text)
    }
    #expect(problems.problems.map(\.kind) == [kind])
  }

  @Test("a judge twice, and reading stops after twenty problems")
  func manyProblems() throws {
    let judges = try #require(throws: JudgingFileProblems.self) {
      try JudgesFile.read(file("judge\nJ1\nJ2\nJ1\n"))
    }
    #expect(judges.problems.map(\.kind) == [.repeated("J1", line: 2)])
    let lines = String(repeating: "E9,J1,SS,7\n", count: 500)
    let problems = try #require(throws: JudgingFileProblems.self) {
      try readRound(entries: entries, scores: "entry,judge,criterion,score\n" + lines)
    }
    #expect(problems.problems.count == JudgingFileProblems.most)
    #expect(problems.problems.last?.line == 21)
  }

  @Test("empty files of a heading alone are a round without entries and sheets")
  func nothing() throws {
    let (record, _) = try readRound(
      entries: "entry,title,TES\n", scores: "entry,judge,criterion,score\n")
    #expect(record.entries.isEmpty && record.judges.isEmpty && record.sheets.isEmpty)
    let result = try Tabulation(record).result()
    #expect(result.rows.isEmpty)
    #expect(ResultWriter(result).written(.json, .english) == file("[]\n"))
  }

  @Test("the four files read back as the round that was written")
  func roundTrip() throws {
    for seed in UInt64(1)...5 {
      var random = SeededGenerator(seed: seed)
      let record = RoundRecord(
        rules: judgingRules,
        entries: (0..<9).map { place in
          Tabulation.Entry(
            id: ["=", "-", "", "a\"b,"].randomElement(using: &random).map { $0 + "E\(place)" }
              ?? "", title: "Dự án", organisation: "HTX; Vàng, \"x\"",
            board: Bool.random(using: &random) ? "Ý tưởng" : "",
            multiplier: Rational(Int.random(in: 1...99, using: &random), over: 20),
            lot: Bool.random(using: &random) ? Rational(place) : nil,
            components: [Bool.random(using: &random) ? Rational(place, over: 8) : nil])
        },
        judges: (0..<4).map { Tabulation.Judge(id: "J\($0)", name: "Lý", isShadow: $0 == 3) },
        sheets: (0..<9).flatMap { entry in
          (0..<4).map { judge in
            Tabulation.Sheet(
              entry: entry, judge: judge,
              scores: [
                Bool.random(using: &random)
                  ? Rational(Int.random(in: 0...40, using: &random), over: 4) : nil,
                Rational(Int.random(in: 8...40, using: &random), over: 8),
              ])
          }
        })
      let files = Dictionary(uniqueKeysWithValues: RoundFiles.write(record).map { ($0.0, $0.1) })
      let (back, warnings) = try RoundFiles.read(
        rules: judgingRules, entries: try #require(files[.entries]),
        scores: try #require(files[.scores]), judges: files[.judges])
      #expect(back == record, "seed \(seed)")
      #expect(warnings.isEmpty, "seed \(seed)")
    }
  }
}
