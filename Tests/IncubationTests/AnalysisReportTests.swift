import Testing

@testable import Incubation

@Suite("The report of judging statistics")
struct AnalysisReportTests {
  /// Tables that leave little or nothing to compute.
  static let poor: [[[Double?]]] = [
    [], [[]], [[nil]], [[7]], [[7, 8, 9]], [[7], [8], [9]], [[nil, nil], [nil, nil]],
    [[5, 5], [5, 5]], [[0, 0, 0], [0, 0, 0], [0, 0, 0]], [[1, 2], [1, 2]], [[1, 1], [2, 2]],
    [[1, 2], [3, 4], [5, 6]], [[1, nil], [nil, 2]], [[1, nil], [2, nil], [3, 1]],
    [[1e300, -1e300], [1e-300, 3]], [[-1, 2], [3, -4]], [[1, 2, 3], [3, 2, 1]],
    [[5, 5, 5], [5, 5, 5], [5, 5, 6]], [[nil, 3, 3], [4, nil, 4], [9, 9, nil]],
    [[0.1, 0.2, 0.3], [0.3, 0.1, 0.2], [0.2, 0.3, 0.1]],
    [[100, 100], [100, 100.0000001], [100, 100]],
  ]

  @Test("no table gives anything that is not JSON, and every null has a reason", arguments: poor)
  func poorTables(rows: [[Double?]]) throws {
    let report = JudgingAnalysis.analyse(try AnalysisVectors.sheets(rows), draws: 50)
    let text = report.jsonText()
    #expect(!text.contains("nan") && !text.contains("inf,") && !text.contains("inf}"))
    // The additive model has a part of the name "judges".
    for figure in AnalysisFigure.allCases
    where figure != .judges && text.contains("\"\(figure.rawValue)\":null") {
      #expect(report.undefined[figure.rawValue] != nil, "\(figure)")
    }
    #expect(report.judgeFigures.count == report.judges.count)
    for (judge, figure) in zip(report.judges, report.judgeFigures) where figure.infit == nil {
      let whole = report.undefined["judges.\(judge)"]
      #expect(whole != nil || report.undefined["judges.\(judge).infit"] != nil)
    }
  }

  @Test("random tables with gaps, too")
  func randomTables() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for round in 0..<8 {
        let rows = AnalysisVectors.random(
          &random, entries: random.number(1...9), judges: random.number(1...6),
          missing: random.number(0...70))
        let report = JudgingAnalysis.analyse(try AnalysisVectors.sheets(rows), draws: 20)
        let text = report.jsonText(pretty: true, language: .vietnamese)
        #expect(!text.contains("nan") && !text.contains(": inf"), "seed \(seed) round \(round)")
        for (figure, correlation) in report.correlations {
          #expect(correlation.value <= 1, "\(figure) seed \(seed) round \(round)")
          if let low = correlation.low, let high = correlation.high {
            #expect(low <= correlation.value + 1e-9, "\(figure) seed \(seed) round \(round)")
            #expect(high >= correlation.value - 1e-9, "\(figure) seed \(seed) round \(round)")
          }
        }
        for (figure, value) in report.values {
          #expect(value <= 1 + 1e-12, "\(figure) seed \(seed) round \(round)")
        }
      }
    }
  }

  @Test("the keys are those that were promised")
  func keys() throws {
    let sheets = try AnalysisVectors.sheets(AnalysisVectors.shroutFleiss)
    let text = JudgingAnalysis.analyse(sheets, draws: 100).jsonText()
    let expected =
      ["n"] + AnalysisFigure.correlations.map(\.rawValue)
      + [
        "kendall_w", "kendall_w_uncorrected", "alpha_nominal", "alpha_ordinal",
        "alpha_interval", "alpha_ratio", "additive", "blup", "zscores", "bradley_terry",
        "judges", "outliers", "rank_intervals", "undefined",
      ]
    #expect(topKeys(text) == expected)
    for part in [
      #""icc31":{"value":0.714"#, #""df1":5.0,"df2":15.0"#, #""n":6}"#,
      #""additive":{"mean":5.29"#, #""entries":{"e1":{"effect":"#, #""residual_ms":1.01"#,
      #""df":15,"connected":true}"#, #""blup":{"e1":{"value":"#, #""variance_residual":1.01"#,
      #""bradley_terry":{"e1":{"ability":"#, #""judges":{"j1":{"severity":-2.37"#,
      #""own_organisation_residual":null,"p":null"#, #""rank_intervals":{"e1":{"low":"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  /// Names at the first level of an object on one line.
  private func topKeys(_ text: String) -> [String] {
    var keys: [String] = []
    var depth = 0
    var name = ""
    var isInside = false
    var last = ""
    for character in text {
      if character == "\"" {
        isInside.toggle()
        if isInside { name = "" } else { last = name }
      } else if isInside {
        name.append(character)
      } else if character == "{" || character == "[" {
        depth += 1
      } else if character == "}" || character == "]" {
        depth -= 1
      } else if character == ":", depth == 1 {
        keys.append(last)
      }
    }
    return keys
  }

  @Test("numbers read back as themselves; what is none is null")
  func numbers() {
    func written(_ value: Double?) -> String {
      var text = ""
      StatisticsJSON.number(value).write(to: &text, indent: nil)
      return text
    }
    for value in [0.1, 1.0 / 3, -2.5e-7, 1e22, 123_456_789.125, .leastNonzeroMagnitude] {
      #expect(Double(written(value)) == value)
    }
    #expect(written(-0.0) == "0.0")
    #expect([nil, .nan, .infinity, -.infinity].map(written) == Array(repeating: "null", count: 4))
    var text = ""
    StatisticsJSON.object([("a\"", .array([.integer(1), .null])), ("b", .object([]))])
      .write(to: &text, indent: 0)
    #expect(text == "{\n  \"a\\\"\": [\n    1,\n    null\n  ],\n  \"b\": {}\n}")
  }

  @Test("totals that cannot be are refused")
  func refusals() {
    func refusal(
      _ entries: [String], _ judges: [String], _ totals: [Double?]
    ) -> SheetTotals.Refusal? {
      do {
        _ = try SheetTotals(entries: entries, judges: judges, totals: totals)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(["a", "a"], ["j"], [1, 2]) == .entryTwice("a"))
    #expect(refusal(["a"], ["j", "j"], [1, 2]) == .judgeTwice("j"))
    #expect(refusal(["a"], ["j"], [1, 2]) == .shape(expected: 1, found: 2))
    #expect(refusal(["a"], ["j", "k"], [1, .nan]) == .notFinite(entry: "a", judge: "k"))
    #expect(refusal(["a"], ["j", "k"], [1, nil]) == nil)
    #expect(
      SheetTotals.Refusal.entryTwice("B1").words(.vietnamese) == "Bài dự thi B1 có hai lần.")
  }

  @Test("every figure has words in both languages")
  func words() {
    var meanings: Set<String> = []
    for figure in AnalysisFigure.allCases {
      let vietnamese = figure.words(.vietnamese)
      let english = figure.words(.english)
      #expect(vietnamese != english)
      #expect(vietnamese.hasSuffix(".") && english.hasSuffix("."), "\(figure)")
      meanings.insert(english)
    }
    #expect(meanings.count == AnalysisFigure.allCases.count)
    #expect(Reliability(0.49) == .low)
    #expect(Reliability(0.5) == .fair)
    #expect(Reliability(0.75) == .good)
  }
}
