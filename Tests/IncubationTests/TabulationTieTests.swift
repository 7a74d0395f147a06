import Incubation
import Testing

/// Ties, gates, places that go on, and awards.
@Suite("Tabulation: ties and awards")
struct TabulationTieTests {
  private func tied(
    _ ties: [TieStep], _ grid: [(String, [String])],
    components: [RoundRules.Component] = [], change: (inout Tabulation.Entry) -> Void = { _ in }
  ) throws -> String {
    let rules = RoundRules(
      criteria: [criterion("A"), criterion("B")], components: components, ties: ties)
    return try result(round(rules, grid, change: change)).rows
      .map { "\($0.rank ?? 0)\($0.id) \($0.tie?.name ?? "-")" }.joined(separator: ", ")
  }

  @Test("nothing in the chain: shared places 1, 2, 2, 4")
  func shared() throws {
    let grid = [("D", ["1 1"]), ("C", ["5 5"]), ("B", ["6 4"]), ("A", ["9 9"])]
    #expect(try tied([], grid) == "1A -, 2B shared, 2C shared, 4D -")
  }

  @Test("a criterion, then what it cannot separate goes to the next step")
  func criterionStep() throws {
    let grid = [("A", ["5 5", "5 5"]), ("B", ["6 4", "6 4"]), ("C", ["7 3", "5 5"])]
    #expect(
      try tied([.criterion("A")], grid)
        == "1B shared, 1C shared, 3A criterion:A")
    let further = [("A", ["5 5", "5 5"]), ("B", ["6 4", "6 4"]), ("C", ["7 4", "5 4"])]
    #expect(
      try tied([.criterion("A"), .judge("J1"), .judge("J2")], further)
        == "1C judge:J1, 2B judge:J1, 3A criterion:A")
  }

  @Test("a component; of a deduction the lower is ahead; a missing one separates nobody")
  func componentStep() throws {
    let grid = [("A", ["5 5"]), ("B", ["4 4"])]
    let bonus = RoundRules.Component(code: "CC", title: title("x"))
    #expect(
      try tied([.component("CC")], grid, components: [bonus]) {
        $0.components = [$0.id == "A" ? q("0") : q("2")]
      } == "1B component:CC, 2A component:CC")
    let penalty = RoundRules.Component(code: "TR", title: title("x"), isDeduction: true)
    #expect(
      try tied([.component("TR")], [("A", ["5 5"]), ("B", ["5 4"])], components: [penalty]) {
        $0.components = [$0.id == "A" ? q("1") : q("0")]
      } == "1B component:TR, 2A component:TR")
    #expect(
      try tied([.component("CC")], [("A", ["5 5"]), ("B", ["4 4"])], components: [bonus]) {
        $0.components = [$0.id == "A" ? nil : q("2")]
      } == "1A shared, 1B shared")
  }

  @Test("the criteria's total, before multiplier and components")
  func criteriaTotal() throws {
    #expect(
      try tied([.criteriaTotal], [("A", ["4 4"]), ("B", ["5 5"])]) {
        $0.multiplier = $0.id == "A" ? q("1.25") : .one
      } == "1B criteria-total, 2A criteria-total")
  }

  @Test("count-back: the highest sheet first, untrimmed; the longer list is ahead")
  func countBack() throws {
    #expect(
      try tied([.countBack], [("A", ["5 5", "5 5"]), ("B", ["6 6", "4 4"])])
        == "1B count-back, 2A count-back")
    #expect(
      try tied([.countBack], [("A", ["5 5"]), ("B", ["5 5", "5 5"])])
        == "1B count-back, 2A count-back")
  }

  @Test("first places, alone or shared, on the board")
  func firstPlaces() throws {
    let grid = [
      ("A", ["9 9", "5 5", "4 4"]), ("B", ["3 3", "7 7", "8 8"]), ("C", ["9 9", "1 1", "1 1"]),
    ]
    #expect(
      try tied([.firstPlaces], grid) == "1B first-places, 2A first-places, 3C -")
  }

  @Test("scoring judges, the median, a judge's own sheet")
  func sheetSteps() throws {
    #expect(
      try tied([.scoringJudges], [("A", ["0 0", "6 6"]), ("B", ["2 2", "4 4"])])
        == "1B scoring-judges, 2A scoring-judges")
    let medians = [("A", ["0 0", "4 4", "8 8"]), ("B", ["1 1", "5 5", "6 6"])]
    #expect(try tied([.median], medians) == "1B median, 2A median")
    let chair = [("A", ["4 4", "6 6"]), ("B", ["6 6", "4 4"])]
    #expect(try tied([.judge("J2")], chair) == "1A judge:J2, 2B judge:J2")
    // The chair had a conflict with A: no score is no low score.
    #expect(
      try tied([.judge("J2")], [("A", ["5 5", ""]), ("B", ["4 4", "6 6"])])
        == "1A shared, 1B shared")
  }

  @Test("lot and decision: the smallest first, a missing one last")
  func lotAndDecision() throws {
    let grid = [("A", ["5 5"]), ("B", ["5 5"]), ("C", ["5 5"])]
    let lots = ["A": "10", "B": "9"]
    #expect(
      try tied([.lot], grid) { $0.lot = lots[$0.id].map(q) } == "1B lot, 2A lot, 3C lot")
    #expect(
      try tied([.decision, .lot], grid) {
        $0.decision = $0.id == "C" ? q("1") : nil
        $0.lot = q("3")
      } == "1C decision, 2A shared, 2B shared")
  }

  @Test("equal after the last rounding is a tie; not rounded, it is none")
  func roundedTies() throws {
    let grid = [("A", ["7.004"]), ("B", ["7"])]
    let rules = RoundRules(criteria: [criterion("A")], rounding: .init(after: [.total]))
    #expect(try result(round(rules, grid)).picture == "1A 1B")
    var exact = rules
    exact.rounding.points = []
    #expect(try result(round(exact, grid)).picture == "1A 2B")
  }

  @Test("gates: total, share of zeros, lowest criterion; provisional comes first")
  func gates() throws {
    let criteria = [criterion("A"), criterion("B")]
    func gate(_ gates: RoundRules.Gates, _ sheets: [String], quorum: Int = 0) throws
      -> TabulationResult.Row
    {
      let rules = RoundRules(criteria: criteria, quorum: quorum, gates: gates)
      return try result(round(rules, [("X", sheets)])).row("X")
    }
    let third = RoundRules.Gates(largestZeroShare: q("1/3"))
    #expect(try gate(third, ["0 5", "5 5", "5 5"]).status == .final)
    #expect(try gate(third, ["0 5", "0 5", "5 5"]).failedGate == .zeroShare(0))
    let lowest = RoundRules.Gates(minimumCriteria: ["B": q("5")])
    #expect(try gate(lowest, ["9 5"]).status == .final)
    #expect(try gate(lowest, ["9 4.99"]).failedGate == .minimumCriterion(1))
    let total = RoundRules.Gates(minimumTotal: q("10"))
    #expect(try gate(total, ["5 5"]).status == .final)
    let below = try gate(total, ["5 4.99"])
    #expect(below.status == .belowGate && below.rank == nil && below.total == q("9.99"))
    let early = try gate(total, ["5 4.99"], quorum: 2)
    #expect(early.status == .provisional && early.rank == 1)
    #expect(try gate(total, ["5 -"]).status == .noResult)
  }

  @Test("a tie at the line takes all of it along, and says so")
  func line() throws {
    let rules = RoundRules(criteria: [criterion("A")], advancing: 2)
    let counted = try result(
      round(rules, [("A", ["9"]), ("B", ["8"]), ("C", ["8"]), ("D", ["1"])]))
    #expect(counted.rows.map(\.advances) == [true, true, true, false])
    #expect(counted.notes == [.tieAtLine(board: "", place: 2, entries: 2)])
    let without = RoundRules(criteria: [criterion("A")])
    #expect(try result(round(without, [("A", ["9"])])).rows.map(\.advances) == [nil])
  }

  private func awards(
    _ levels: [(code: String, quota: Int?, minimum: String?, shared: Bool)], _ scores: [String]
  ) throws -> (awards: [String], notes: [TabulationNote]) {
    let rules = RoundRules(
      criteria: [criterion("A", "100")],
      awards: levels.map {
        .init(
          code: $0.code, title: title("x"), quota: $0.quota, minimumTotal: $0.minimum.map(q),
          isShared: $0.shared)
      })
    let counted = try result(
      round(rules, scores.enumerated().map { ("E\($0 + 1)", [$1]) }))
    return (
      try scores.indices.map { try counted.row("E\($0 + 1)").award ?? "-" }, counted.notes
    )
  }

  /// Trà Vinh 2021: no first prize, 1 second, 1 third, 4 consolation.
  @Test("a level stays empty when nobody reaches it")
  func emptyLevel() throws {
    let levels: [(String, Int?, String?, Bool)] = [
      ("nhat", 1, "90", false), ("nhi", 1, "80", false), ("ba", 1, nil, false),
      ("kk", 4, nil, false),
    ]
    let given = try awards(levels, ["88", "85", "80", "70", "60", "50", "40"])
    #expect(given.awards == ["nhi", "ba", "kk", "kk", "kk", "kk", "-"])
    #expect(given.notes.isEmpty)
  }

  @Test("shared places: together when the level is shared, else the level stays empty")
  func sharedAward() throws {
    let shared: [(String, Int?, String?, Bool)] = [("nhat", 1, nil, true), ("nhi", 1, nil, false)]
    #expect(try awards(shared, ["90", "90", "80", "70"]).awards == ["nhat", "nhat", "nhi", "-"])
    let alone: [(String, Int?, String?, Bool)] = [("nhat", 1, nil, false), ("nhi", 2, nil, false)]
    let given = try awards(alone, ["90", "90", "80", "70"])
    #expect(given.awards == ["nhi", "nhi", "-", "-"])
    #expect(
      given.notes == [.awardNotShared(board: "", award: "nhat", place: 1, entries: 2)])
    // Nobody further down gets what the tied could not.
    let last: [(String, Int?, String?, Bool)] = [("nhat", 1, nil, false)]
    #expect(try awards(last, ["90", "90", "80"]).awards == ["-", "-", "-"])
  }
}
