import Incubation
import Testing

/// Every method, rounding and drop, worked out by hand.
@Suite("Tabulation: order of operations")
struct TabulationMethodTests {
  private let two = [criterion("A", "10", factor: "2"), criterion("B", "10", factor: "0.5")]
  private let sheets = [("X", ["7 8", "8 8", "8 9"])]

  @Test(
    "criteria: mean, median, sum",
    arguments: [
      // A: 23/3, B: 25/3 → 46/3 + 25/6 = 19.5
      (RoundRules.Panel.Method.mean, "19.50", ["7.67", "8.33"]),
      (.median, "20.00", ["8.00", "8.00"]),
      (.sum, "58.50", ["23.00", "25.00"]),
    ])
  func criteria(_ method: RoundRules.Panel.Method, _ total: String, _ columns: [String]) throws {
    let rules = RoundRules(criteria: two, panel: .init(method: method))
    let counted = try result(round(rules, sheets))
    #expect(try counted.total("X") == total)
    #expect(try counted.row("X").criteria.compactMap { $0?.written(places: 2) } == columns)
  }

  /// A 23/3 = 7.666…, B 25/3 = 8.333…: where rounding happens decides the last digit.
  @Test(
    "criteria: each point of rounding",
    arguments: [
      ([RoundRules.Rounding.Point](), "39/2"),
      // 7.7 × 2 + 8.3 × 0.5
      ([.criterion], "19.55"),
      // 15.3 + 4.2 (46/3 = 15.33…, 25/6 = 4.166…)
      ([.factor], "19.5"),
      // 15.4 + 4.2 (8.3 × 0.5 = 4.15, half up)
      ([.criterion, .factor], "19.6"), ([.criterion, .total], "19.6"), ([.total], "19.5"),
    ])
  func criterionRounding(_ points: [RoundRules.Rounding.Point], _ total: String) throws {
    let rules = RoundRules(criteria: two, rounding: .init(places: 1, after: Set(points)))
    #expect(try result(round(rules, sheets)).row("X").total == q(total))
  }

  @Test(
    "modes of rounding at the same place",
    arguments: [
      // 7.7 × 2 + 8.3 × 0.5 = 19.55; down 7.6 × 2 + 8.3 × 0.5 = 19.35
      (Rational.RoundingMode.halfUp, "19.6"), (.halfEven, "19.6"), (.down, "19.3"),
    ])
  func modes(_ mode: Rational.RoundingMode, _ total: String) throws {
    let rules = RoundRules(
      criteria: two, rounding: .init(places: 1, mode: mode, after: [.criterion, .total]))
    #expect(try result(round(rules, sheets)).row("X").total == q(total))
  }

  @Test(
    "sheets: mean, median, sum",
    arguments: [
      // Sheets 18, 20, 20.5.
      (RoundRules.Panel.Method.mean, "19.50"), (.median, "20.00"), (.sum, "58.50"),
    ])
  func sheetMethods(_ method: RoundRules.Panel.Method, _ total: String) throws {
    let rules = RoundRules(criteria: two, panel: .init(combination: .sheet, method: method))
    #expect(try result(round(rules, sheets)).total("X") == total)
  }

  /// Factors 1/3 as 0.333: score × factor has three places more than are kept.
  @Test(
    "sheets: each point of rounding",
    arguments: [
      // 7 × 0.333 + 8 = 10.331; 8 × 0.333 + 8 = 10.664; 8 × 0.333 + 9 = 11.664 → 32.659 / 3
      ([RoundRules.Rounding.Point](), "32.659/3"),
      // 2.3 + 8; 2.7 + 8; 2.7 + 9 → 10.3, 10.7, 11.7
      ([.factor], "32.7/3"), ([.sheet], "32.7/3"), ([.panel], "10.9"), ([.total], "10.9"),
      ([.factor, .sheet, .panel, .total], "10.9"),
    ])
  func sheetRounding(_ points: [RoundRules.Rounding.Point], _ total: String) throws {
    let rules = RoundRules(
      criteria: [criterion("A", factor: "0.333"), criterion("B")],
      rounding: .init(places: 1, after: Set(points)))
    var byMean = rules
    byMean.panel = .init(combination: .sheet)
    #expect(try result(round(byMean, sheets)).row("X").total == q(total))
  }

  @Test("drops: by criterion, by sheet, and none when too few are left")
  func drops() throws {
    let criteria = [criterion("A"), criterion("B")]
    let grid = [("X", ["10 1", "5 5", "1 10", "6 6"]), ("Y", ["9 9", "1 1"])]
    let byCriterion = RoundRules(criteria: criteria, panel: .init(dropHigh: 1, dropLow: 1))
    let first = try result(round(byCriterion, grid))
    #expect(try first.row("X").total == q("11"))
    // Two sheets, two to drop: none is dropped, and that is said.
    #expect(try first.row("Y").total == q("10"))
    #expect(first.notes == [.nothingDropped(entry: "Y", sheets: 2)])
    // Sheets 11, 10, 11, 12: 12 and 10 go.
    let bySheet = RoundRules(
      criteria: criteria, panel: .init(combination: .sheet, dropHigh: 1, dropLow: 1))
    let second = try result(round(bySheet, grid))
    #expect(try second.row("X").total == q("11"))
    #expect(try second.row("X").criteria == [q("5.5"), q("5.5")])
    let uneven = RoundRules(criteria: criteria, panel: .init(dropHigh: 0, dropLow: 2))
    #expect(try result(round(uneven, grid)).row("X").total == q("16"))
  }

  @Test("multiplier and components come after the panel, before the last rounding")
  func components() throws {
    let rules = RoundRules(
      criteria: [criterion("A")],
      components: [
        .init(code: "TES", title: title("x"), maximum: q("40"), fallback: q("1.25")),
        .init(code: "TR", title: title("x"), isDeduction: true, fallback: .zero),
      ], rounding: .init(places: 1, after: [.total]))
    let record = round(rules, [("X", ["7", "8"]), ("Y", ["7", "8"])]) { entry in
      entry.multiplier = q("1.1")
      if entry.id == "Y" { entry.components = [q("3"), q("20")] }
    }
    let counted = try result(record)
    // 7.5 × 1.1 = 8.25; + 1.25 = 9.5; and 8.25 + 3 − 20 = −8.75 → −8.8
    #expect(try counted.total("X") == "9.5")
    #expect(try counted.total("Y") == "-8.8")
    #expect(try counted.row("X").components == [q("1.25"), .zero])
  }

  @Test("an incomplete sheet leaves every criterion, and missing is not 0")
  func incompleteSheets() throws {
    let rules = RoundRules(criteria: [criterion("A"), criterion("B")], quorum: 2)
    let counted = try result(
      round(
        rules, [("X", ["8 8", "2 -", "6 6"]), ("Y", ["8 8", "- -"]), ("Z", ["- 5", "", "-  -"])])
    )
    #expect(try counted.row("X").total == q("14"))
    #expect(try counted.row("X").status == .final)
    #expect(try counted.row("Y").total == q("16"))
    #expect(try counted.row("Y").status == .provisional)
    #expect(try counted.row("Z").status == .noResult)
    #expect(try counted.row("Z").total == nil)
    #expect(try counted.row("Z").criteria == [nil, nil])
    #expect(counted.picture == "1Y 2X -Z")
    #expect(counted.notes == [.belowQuorum(entry: "Y", sheets: 1, quorum: 2)])
  }

  @Test("a sum with an absent judge is provisional; a mean is not")
  func absentFromSum() throws {
    let grid = [("X", ["8", "7"]), ("Y", ["9", ""]), ("Z", ["9", "-"])]
    let rules = RoundRules(criteria: [criterion("A")], panel: .init(method: .sum))
    let counted = try result(round(rules, grid))
    #expect(try counted.row("X").status == .final)
    #expect(try counted.row("Y").status == .provisional)
    #expect(try counted.row("Z").status == .provisional)
    #expect(counted.notes.contains(.absentFromSum(entry: "Y", judges: ["J2"])))
    var byMean = rules
    byMean.panel.method = .mean
    #expect(try result(round(byMean, grid)).rows.allSatisfy { $0.status == .final })
    // A listed judge who gave nothing at all is absent from every sum.
    var listed = round(rules, [("X", ["8"])])
    listed.judges.append(Tabulation.Judge(id: "J9"))
    #expect(try result(listed).row("X").status == .provisional)
    listed.judges[1].isShadow = true
    #expect(try result(listed).row("X").status == .final)
  }

  @Test("a component without value and default makes the entry provisional")
  func missingComponent() throws {
    let rules = RoundRules(
      criteria: [criterion("A")], components: [.init(code: "CC", title: title("x"))])
    let counted = try result(round(rules, [("X", ["8"])]))
    #expect(try counted.row("X").status == .provisional)
    #expect(try counted.row("X").rank == 1)
    #expect(try counted.row("X").components == [nil])
    #expect(counted.notes == [.missingComponent(entry: "X", component: "CC")])
  }

  // MARK: - Ranks

  /// J1: X 9, Y 8, Z 8 → ranks 1, 2.5, 2.5; J2: Y, X, Z → 2, 1, 3; J3: X, Y, Z.
  private let ballots = [("X", ["9", "7", "9"]), ("Y", ["8", "9", "5"]), ("Z", ["8", "3", "4"])]

  private func ranked(
    _ method: RoundRules.Panel.Method, dropHigh: Int = 0, dropLow: Int = 0
  ) throws -> TabulationResult {
    let panel = RoundRules.Panel(
      combination: .sheet, method: method, dropHigh: dropHigh, dropLow: dropLow,
      points: [q("12"), q("10")])
    return try result(round(RoundRules(criteria: [criterion("A")], panel: panel), ballots))
  }

  @Test("rank: equal sheets share the mean rank; the lowest mean wins")
  func rank() throws {
    let counted = try ranked(.rank)
    #expect(
      try ["X", "Y", "Z"].map { try counted.row($0).total } == [q("4/3"), q("5.5/3"), q("8.5/3")])
    #expect(counted.picture == "1X 2Y 3Z")
  }

  @Test("borda: points of the table by rank, 0 beyond it, ties share; added")
  func borda() throws {
    let counted = try ranked(.borda)
    // X 12 + 10 + 12; Y 5 + 12 + 10; Z 5 + 0 + 0
    #expect(try ["X", "Y", "Z"].map { try counted.row($0).total } == [q("34"), q("27"), q("5")])
  }

  @Test("rank-points: places by mean rank, then the table")
  func rankPoints() throws {
    let counted = try ranked(.rankPoints)
    #expect(try ["X", "Y", "Z"].map { try counted.row($0).total } == [q("12"), q("10"), .zero])
    let tied = [("X", ["9", "8"]), ("Y", ["8", "9"]), ("Z", ["1", "1"])]
    let panel = RoundRules.Panel(
      combination: .sheet, method: .rankPoints, points: [q("12"), q("10"), q("8")])
    let shared = try result(round(RoundRules(criteria: [criterion("A")], panel: panel), tied))
    #expect(try ["X", "Y", "Z"].map { try shared.row($0).total } == [q("11"), q("11"), q("8")])
    #expect(shared.picture == "1X 1Y 3Z")
  }

  @Test("of ranks, the best are the highest that are dropped")
  func rankDrops() throws {
    // X: 1, 2, 1 → without one best: 1.5; Y: 2.5, 1, 2 → 2.25; Z: 2.5, 3, 3 → 3
    let high = try ranked(.rank, dropHigh: 1)
    #expect(try ["X", "Y", "Z"].map { try high.row($0).total } == [q("1.5"), q("2.25"), q("3")])
    let low = try ranked(.rank, dropLow: 1)
    #expect(try ["X", "Y", "Z"].map { try low.row($0).total } == [q("1"), q("1.5"), q("2.75")])
    let points = try ranked(.borda, dropHigh: 1)
    #expect(try ["X", "Y", "Z"].map { try points.row($0).total } == [q("22"), q("15"), .zero])
  }

  @Test("methods by rank refuse incomplete panels and multipliers, naming them")
  func rankRefusals() throws {
    let panel = RoundRules.Panel(combination: .sheet, method: .rank)
    let rules = RoundRules(criteria: [criterion("A")], panel: panel)
    #expect(throws: TabulationRefusal.incompletePanel(entry: "Y", judge: "J2", .rank)) {
      try result(round(rules, [("X", ["8", "7"]), ("Y", ["9", "-"])]))
    }
    #expect(throws: TabulationRefusal.multiplier(entry: "X", .rank)) {
      try result(round(rules, [("X", ["8"])]) { $0.multiplier = q("2") })
    }
    // Each board has its own panel.
    let boards = round(rules, [("X", ["8", ""]), ("Y", ["", "9"])]) { $0.board = $0.id }
    #expect(try result(boards).picture == "1X 1Y")
  }
}
