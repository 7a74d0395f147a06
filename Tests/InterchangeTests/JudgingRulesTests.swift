import Incubation
import Interchange
import Testing

@Suite("Rules files")
struct JudgingRulesTests {
  private let title = RulesValue.table(["vi": .text("Kỹ năng"), "en": .text("Skills")])

  private var smallest: [String: RulesValue] {
    ["criterion": .list([.table(["code": .text("SS"), "title": title, "max": .whole(10)])])]
  }

  private func problems(_ change: (inout [String: RulesValue]) -> Void) -> [String] {
    var values = smallest
    change(&values)
    do throws(JudgingFileProblems) {
      _ = try RulesReader.read(values)
      return []
    } catch {
      return error.problems.map { $0.words(.english) }
    }
  }

  @Test("decimal numbers keep their digits; keys, strings, comments and headings stay")
  func decimals() {
    let pairs = [
      ("step = 0.25", "step = \"0.25\""), ("a=-1.50#x 2.5", "a=\"-1.50\"#x 2.5"),
      ("a = [1.5, 2, +3.25]", "a = [\"1.5\", 2, \"+3.25\"]"),
      ("a = { SS = 5.5, b = 1 }", "a = { SS = \"5.5\", b = 1 }"),
      ("a = \"0.25\"", "a = \"0.25\""), ("a = '0.25'", "a = '0.25'"),
      ("[a.1.5]\nb = 1.5", "[a.1.5]\nb = \"1.5\""), ("1.5 = 2", "1.5 = 2"),
      ("a = 1_000.5", "a = \"1000.5\""), ("a = 1979-05-27", "a = 1979-05-27"),
      ("a = 1e5", "a = 1e5"),
      ("a = \"\"\"\n0.5 \"x\n\"\"\"\nb=0.5", "a = \"\"\"\n0.5 \"x\n\"\"\"\nb=\"0.5\""),
      ("a = [\n  [0.5],\n]\n[[b]]", "a = [\n  [\"0.5\"],\n]\n[[b]]"),
      ("a = \"x\\\" 0.5\" # 0.5", "a = \"x\\\" 0.5\" # 0.5"),
      ("a = \"không đóng 0.5", "a = \"không đóng 0.5"),
    ]
    for (text, expected) in pairs { #expect(RulesDecimals.quoted(text) == expected) }
  }

  @Test("the smallest rules, and what is left out")
  func defaults() throws {
    let rules = try RulesReader.read(smallest)
    #expect(rules.criteria[0].factor == .one && rules.criteria[0].minimum == .zero)
    #expect(rules.criteria[0].step == nil && rules.quorum == 0 && rules.advancing == nil)
    #expect(rules.rounding == RoundRules.Rounding() && rules.panel == RoundRules.Panel())
    #expect(rules.gates == RoundRules.Gates() && rules.awards.isEmpty && rules.ties.isEmpty)
  }

  @Test("a name may be one text for both languages, or left out for the code")
  func titles() throws {
    let plain: [String: RulesValue] = [
      "criterion": .list([
        .table(["code": .text("SS"), "title": .text("Kỹ năng"), "max": .whole(10)]),
        .table(["code": .text("KT"), "max": .text("4.5")]),
      ])
    ]
    let rules = try RulesReader.read(plain)
    #expect(rules.criteria.map(\.title.english.string) == ["Kỹ năng", "KT"])
    #expect(rules.criteria[1].maximum == Rational(9, over: 2))
    #expect(
      problems { $0["award"] = .list([.table(["code": .text("n"), "title": .table([:])])]) }
        == ["award[1].title: must be a name: { vi = \"…\", en = \"…\" }."])
  }

  @Test("what is not understood is named with its place")
  func refusals() {
    #expect(problems { _ in } == [])
    #expect(problems { $0 = [:] } == ["criterion: there is no criterion."])
    #expect(
      problems { $0["quorrum"] = .whole(3) } == ["quorrum: rules have no such key."])
    #expect(problems { $0["quorum"] = .text("3") } == ["quorum: must be a whole number."])
    #expect(
      problems { $0["panel"] = .table(["method": .text("average")]) }
        == [
          "panel.method: \"average\" will not do; it takes mean, median, sum, rank, rank-points,"
            + " borda."
        ])
    #expect(
      problems { $0["rounding"] = .table(["after": .list([.text("end")])]) }
        == [
          "rounding.after: \"end\" will not do; it takes criterion, factor, sheet, panel, total."
        ])
    #expect(
      problems { $0["criterion"] = .list([.table(["code": .text("A"), "titel": title])]) }
        == [
          "criterion[1].max: is missing.", "criterion[1].titel: rules have no such key.",
        ])
    #expect(
      problems { $0["gates"] = .table(["zero_share_max": .text("1/0")]) }
        == ["gates.zero_share_max: must be a number or a fraction such as \"1/3\"."])
    #expect(problems { $0["gates"] = .list([]) } == ["gates: must be a table."])
    #expect(problems { $0["tie"] = .list([.table(["by": .text("toss")])]) }.count == 1)
    #expect(problems { $0["tie"] = .list([.whole(1)]) } == ["tie: must be a table."])
    #expect(problems { $0["advance"] = .table([:]) } == ["advance.top: is missing."])
    #expect(
      problems {
        $0["component"] = .list([
          .table(["code": .text("T"), "title": title, "sign": .whole(0), "max": .other])
        ])
      } == [
        "component[1].sign: \"0\" will not do; it takes 1, -1.",
        "component[1].max: must be a number of up to 30 digits.",
      ])
  }

  @Test("written rules name everything that they were made of")
  func writing() {
    let name = Bilingual(vietnamese: "Kỹ \"năng\"", english: "Skills \\ x")
    let rules = RoundRules(
      criteria: [
        Criterion(
          code: "SS", title: name, maximum: Rational(10), step: Rational(1, over: 4),
          factor: Rational(5, over: 2), anchors: [.init(score: Rational(5), title: name)])
      ],
      components: [
        .init(code: "T", title: name, isDeduction: true, maximum: Rational(4), fallback: .zero)
      ],
      panel: .init(combination: .sheet, dropHigh: 1), rounding: .init(after: [.total, .sheet]),
      quorum: 3,
      gates: .init(
        minimumTotal: Rational(50), refusesZeroCriterion: true,
        largestZeroShare: Rational(1, over: 3), minimumCriteria: ["SS": Rational(5)]),
      advancing: 5, awards: [.init(code: "n", title: name, quota: 1, minimumTotal: Rational(9))],
      ties: [.component("T"), .countBack])
    #expect(RulesWriter.write(rules) == writtenRules)
  }
}

/// What the test of writing expects.
private let writtenRules: String = {
  let text = #"{ vi = "Kỹ \"năng\"", en = "Skills \\ x" }"#
  return """
    quorum = 3

    [rounding]
    places = 2
    mode = "half-up"
    after = ["sheet", "total"]

    [panel]
    combine = "sheet"
    method = "mean"
    drop_high = 1

    [[criterion]]
    code = "SS"
    title = \(text)
    min = 0
    max = 10
    step = 0.25
    factor = 2.5
    anchors = { "5" = \(text) }

    [[component]]
    code = "T"
    title = \(text)
    sign = -1
    max = 4
    default = 0

    [gates]
    min_total = 50
    no_zero_criterion = true
    zero_share_max = "1/3"
    min_criteria = { "SS" = 5 }

    [advance]
    top = 5

    [[award]]
    code = "n"
    title = \(text)
    quota = 1
    min_total = 9
    shared = false

    [[tie]]
    by = "component:T"

    [[tie]]
    by = "count-back"

    """
}()
