import Incubation
import Testing

@Suite("Rules of a round")
struct TabulationRulesTests {
  private func places(_ rules: RoundRules) -> [String] { rules.problems.map(\.place) }

  private func rules(_ change: (inout RoundRules) -> Void) -> RoundRules {
    var rules = RoundRules(criteria: [criterion("A"), criterion("B")])
    change(&rules)
    return rules
  }

  @Test("what a round can be judged by has no problems")
  func valid() {
    #expect(rules { _ in }.problems.isEmpty)
    #expect(rules { $0.criteria[0].step = q("0.25") }.problems.isEmpty)
    #expect(rules { $0.criteria[0].factor = .zero }.problems.isEmpty)
    #expect(rules { $0.criteria[0].code = "TÍNH-MỚI" }.problems.isEmpty)
  }

  @Test("no criterion, all factors 0, a criterion twice")
  func criteria() {
    #expect(RoundRules(criteria: []).problems == [RulesProblem("criterion", .noCriteria)])
    let zero = rules {
      $0.criteria[0].factor = .zero
      $0.criteria[1].factor = .zero
    }
    #expect(zero.problems == [RulesProblem("criterion", .allFactorsZero)])
    let twice = rules { $0.criteria[1].code = "A" }
    #expect(twice.problems == [RulesProblem("criterion[2].code", .repeated(code: "A"))])
    let component = rules { $0.components = [.init(code: "A", title: title("x"))] }
    #expect(component.problems == [RulesProblem("component[1].code", .repeated(code: "A"))])
    #expect(places(rules { $0.criteria[0].factor = q("-1") }) == ["criterion[1].factor"])
  }

  @Test("codes that files cannot carry", arguments: ["", "a b", "a,b", "x:y", "Total", "entry"])
  func codes(_ code: String) {
    #expect(places(rules { $0.criteria[0].code = code }) == ["criterion[1].code"])
  }

  @Test("scales: range, step, anchors")
  func scales() {
    #expect(places(rules { $0.criteria[0].minimum = q("10") }) == ["criterion[1].max"])
    for step in ["0", "-1", "0.3", "20", "4"] {
      #expect(
        rules { $0.criteria[0].step = q(step) }.problems
          == [RulesProblem("criterion[1].step", .stepDoesNotDivide)], "\(step)")
    }
    let anchored = rules {
      $0.criteria[0].minimum = q("1")
      $0.criteria[0].step = q("3")
      $0.criteria[0].anchors = ["1", "4", "5", "11"].map { .init(score: q($0), title: title("x")) }
    }
    #expect(
      anchored.problems
        == ["5", "11"].map {
          RulesProblem("criterion[1].anchors", .anchorOutsideScale($0))
        })
  }

  @Test("scores are checked against range and step")
  func scores() {
    var scale = criterion("A")
    scale.minimum = q("1")
    scale.step = q("0.25")
    for score in ["1", "1.25", "10", "9.75"] { #expect(scale.refusal(of: q(score)) == nil) }
    for score in ["0.99", "0", "10.25", "-1"] {
      #expect(scale.refusal(of: q(score)) == .outOfRange)
    }
    for score in ["1.1", "9.9", "1.2500001"] { #expect(scale.refusal(of: q(score)) == .offStep) }
    scale.step = nil
    #expect(scale.refusal(of: q("3.14159")) == nil)
  }

  @Test(
    "methods by rank refuse what they cannot count",
    arguments: [RoundRules.Panel.Method.rank, .rankPoints, .borda])
  func rankMethods(_ method: RoundRules.Panel.Method) {
    let sound = rules {
      $0.panel = .init(combination: .sheet, method: method, points: [q("3"), q("1")])
    }
    #expect(sound.problems.isEmpty)
    func broken(_ change: (inout RoundRules) -> Void) -> [String] {
      var copy = sound
      change(&copy)
      return places(copy)
    }
    #expect(broken { $0.panel.combination = .criterion } == ["panel.method"])
    #expect(
      broken { $0.components = [.init(code: "CC", title: title("x"))] } == ["component"])
    #expect(broken { $0.gates.minimumTotal = q("5") } == ["gates.min_total"])
    #expect(
      broken {
        $0.awards = [.init(code: "n", title: title("x"), quota: 1, minimumTotal: q("5"))]
      } == ["award[1].min_total"])
    #expect(broken { $0.panel.points = [] } == (method == .rank ? [] : ["panel.points"]))
  }

  @Test("bounds, gates, ties")
  func others() {
    #expect(places(rules { $0.quorum = -1 }) == ["quorum"])
    #expect(places(rules { $0.rounding.places = 10 }) == ["rounding.places"])
    #expect(places(rules { $0.rounding.places = -1 }) == ["rounding.places"])
    #expect(places(rules { $0.panel.dropHigh = -1 }) == ["panel.drop_high"])
    #expect(places(rules { $0.advancing = -1 }) == ["advance.top"])
    #expect(
      places(rules { $0.gates.largestZeroShare = q("1.5") }) == ["gates.zero_share_max"])
    #expect(
      places(rules { $0.gates.minimumCriteria = ["Z": q("5")] }) == ["gates.min_criteria.Z"])
    #expect(
      places(rules { $0.gates.minimumCriteria = ["A": q("11")] }) == ["gates.min_criteria.A"])
    #expect(
      places(rules { $0.ties = [.component("A"), .criterion("Z"), .lot, .lot] })
        == ["tie[1].by", "tie[2].by", "tie[4].by"])
    let awards = rules {
      $0.awards = ["80", "90"].map {
        .init(code: "g" + $0, title: title("x"), quota: 1, minimumTotal: q($0))
      }
    }
    #expect(awards.problems == [RulesProblem("award[2].min_total", .awardOutOfOrder)])
  }

  @Test("every step of the chain has a name that reads back")
  func tieNames() {
    let steps: [TieStep] = [
      .component("TES"), .criterion("SS"), .judge("Bà Hoa"), .criteriaTotal, .countBack,
      .firstPlaces, .scoringJudges, .median, .lot, .decision,
    ]
    for step in steps { #expect(TieStep(name: step.name) == step) }
    for name in ["", "component", "component:", "random", "Lot", "x:y"] {
      #expect(TieStep(name: name) == nil, "\(name)")
    }
  }

  @Test("problems are sentences in both languages, with their place")
  func words() {
    let broken = rules {
      $0.criteria[1].code = "A"
      $0.quorum = -1
      $0.ties = [.component("Z")]
      $0.panel = .init(method: .borda)
    }
    #expect(broken.problems.count == 5)
    for problem in broken.problems {
      for language in Language.allCases {
        let words = problem.words(language)
        #expect(words.hasPrefix(problem.place + ": ") && words.hasSuffix("."), "\(words)")
      }
      #expect(problem.words(.vietnamese) != problem.words(.english))
    }
  }
}
