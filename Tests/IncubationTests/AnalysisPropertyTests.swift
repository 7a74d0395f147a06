import Testing

@testable import Incubation

@Suite("Judging statistics: what always holds")
struct AnalysisPropertyTests {
  private func report(_ rows: [[Double?]], draws: Int = 200) throws -> AnalysisReport {
    JudgingAnalysis.analyse(try AnalysisVectors.sheets(rows), draws: draws)
  }

  @Test("the mildness of a judge changes no severity-free figure")
  func shift() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let rows = AnalysisVectors.random(&random, entries: 12, judges: 5, missing: 20)
      let shifted = rows.map { row in
        row.enumerated().map { judge, value in value.map { $0 + (judge == 2 ? 8 : 0) } }
      }
      let (before, after) = (try report(rows), try report(shifted))
      guard before.additive.isConnected else { continue }
      let note = Comment("seed \(seed)")
      for (old, new) in zip(before.additive.entries ?? [], after.additive.entries ?? []) {
        #expect(isNear(new?.effect, old?.effect ?? .nan, 1e-9), note)
        #expect(isNear(new?.se, old?.se ?? .nan, 1e-9), note)
      }
      let severity = try #require(before.judgeFigures[2].severity)
      #expect(isNear(after.judgeFigures[2].severity, severity - 8 * 4.0 / 5, 1e-9), note)
      for (old, new) in zip(before.judgeFigures, after.judgeFigures) {
        #expect(isNear(new.correlation, old.correlation ?? .nan, 1e-9), note)
        #expect(isNear(new.infit, old.infit ?? .nan, 1e-7), note)
      }
      #expect(before.abilities == after.abilities, note)
      for (old, new) in zip(before.standardised, after.standardised) {
        #expect(isNear(new, old ?? .nan, 1e-9), note)
      }
    }
  }

  @Test("the additive model is the least sum of squares, from either side")
  func leastSquares() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for missing in [0, 30] {
        let rows = AnalysisVectors.random(&random, entries: 9, judges: 5, missing: missing)
        let design = try AnalysisVectors.design(rows)
        guard let model = AdditiveModel(design) else { continue }
        let turned = try #require(AdditiveModel(design.transposed))
        let note = Comment("seed \(seed), \(missing) % missing")
        #expect(isNear(turned.mean, model.mean, 1e-9), note)
        for (left, right) in zip(model.rows.effects, turned.columns.effects) {
          #expect(isNear(left, right, 1e-9), note)
        }
        for (left, right) in zip(model.rows.variances, turned.columns.variances) {
          #expect(isNear(left, right, 1e-9), note)
        }
        for (left, right) in zip(model.columns.expectedSquares, turned.rows.expectedSquares) {
          #expect(isNear(left, right, 1e-9), note)
        }
        // The normal equations: residuals of every row and column add up to 0.
        var sums = [Double](repeating: 0, count: design.columnCount)
        for row in 0..<design.rowCount {
          var sum = 0.0
          for sheet in design.sheets(of: row) {
            let column = design.columns[sheet]
            let fitted = model.mean + model.rows.effects[row] + model.columns.effects[column]
            sum += design.values[sheet] - fitted
            sums[column] += design.values[sheet] - fitted
          }
          #expect(isNear(sum, 0, 1e-9), note)
        }
        #expect(sums.allSatisfy { isNear($0, 0, 1e-9) }, note)
        // Leverages: what is free adds up to the degrees of freedom.
        let free = model.columns.expectedSquares.reduce(0, +)
        #expect(isNear(free, Double(model.df), 1e-8), note)
      }
    }
  }

  @Test("pairs: expected wins are the wins, and two entries have the closed form")
  func pairs() throws {
    let two = try BradleyTerry(
      try AnalysisVectors.design([[5, 5, 5, 1], [1, 1, 1, 5]]))
    #expect(isNear(two.abilities[0] - two.abilities[1], Elementary.log(3), 1e-9))
    // Information of the difference is 4 x 3/4 x 1/4; each ability is half of it.
    #expect(isNear(two.errors[0], (4.0 / 3).squareRoot() / 2, 1e-9))
    #expect(!two.isRegularised)
    let always = try BradleyTerry(try AnalysisVectors.design([[5, 5, 5, 5], [1, 1, 1, 1]]))
    #expect(always.isRegularised)
    // 4.25 against 0.25.
    #expect(isNear(always.abilities[0] - always.abilities[1], Elementary.log(17), 1e-9))
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let rows = AnalysisVectors.random(&random, entries: 10, judges: 7, missing: 15)
      let design = try AnalysisVectors.design(rows)
      let fit = try BradleyTerry(design)
      guard !fit.isRegularised else { continue }
      let strengths = fit.abilities.map(Elementary.exp)
      for left in rows.indices {
        var (wins, expected) = (0.0, 0.0)
        for right in rows.indices where right != left {
          for (mine, yours) in zip(rows[left], rows[right]) {
            guard let mine, let yours else { continue }
            wins += mine > yours ? 1 : mine == yours ? 0.5 : 0
            expected += strengths[left] / (strengths[left] + strengths[right])
          }
        }
        #expect(isNear(wins, expected, 1e-7), "seed \(seed)")
      }
    }
  }

  @Test("parts without a common judge are refused by name")
  func parts() throws {
    let report = try report([[1, 2, nil, nil], [2, 4, nil, nil], [nil, nil, 3, 4]])
    #expect(report.additive.isConnected == false)
    #expect(report.additive.entries == nil)
    #expect(report.undefined["additive"] == .parts(2))
    #expect(report.undefined["bradley_terry"] == .parts(2))
    #expect(report.undefined["icc21"] == .tooFewCompleteEntries)
    #expect(report.undefined["judges.j1.severity"] == .parts(2))
  }

  @Test("a judge whose totals do not vary says nothing, and nothing breaks")
  func flatJudge() throws {
    let report = try report([[7, 5, 6], [7, 8, 9], [7, 2, 1]])
    let spread = try #require(Moments.variance([5, 8, 2])).squareRoot()
    let other = try #require(Moments.variance([6, 9, 1])).squareRoot()
    let first = (0 + 0 + (6 - 16.0 / 3) / other) / 3
    #expect(isNear(report.standardised[0], first, 1e-12))
    #expect(isNear(report.standardised[1], (3 / spread + (9 - 16.0 / 3) / other) / 3, 1e-12))
    #expect(report.undefined["judges.j1.correlation"] == .noCommonVariation)
    #expect(report.judgeFigures[1].correlation != nil)
  }

  @Test("favour for the own organisation is found, with an exact probability")
  func ownOrganisation() throws {
    let base: [Double] = [70, 64, 81, 75, 60, 68]
    let rows: [[Double?]] = base.enumerated().map { entry, level in
      [level + (entry == 2 ? 9 : 1), level, level - 1, level + 2]
    }
    let report = JudgingAnalysis.analyse(
      try AnalysisVectors.sheets(rows), judgeOrganisations: ["j1": "Sở KH&CN", "j2": "Đại học"],
      entryOrganisations: ["e3": "SỞ KH&CN ", "e1": "khác"].mapValues { $0 }, draws: 0)
    let figure = report.judgeFigures[0]
    #expect(isNear(figure.ownOrganisationResidual, 8, 1e-9))
    #expect(isNear(figure.p, 1.0 / 6, 1e-12))
    #expect(report.judgeFigures[1].p == nil)
    #expect(report.undefined["judges.j2.p"] == .noOwnEntries)
    #expect(report.undefined["rank_intervals"] == .notAsked)
  }

  @Test("a drawn permutation test comes near the counted one")
  func permutations() throws {
    let values = (0..<20).map { Double($0 * $0 % 23) }
    let exact = try #require(PermutationTest.p(values, chosen: [4, 9, 13], seed: 1))
    // 20 over 10 is beyond counting.
    let drawn = try #require(PermutationTest.p(values, chosen: Array(0..<10), seed: 1))
    #expect(exact > 0 && exact <= 1)
    #expect(drawn > 0.0001 && drawn <= 1)
    #expect(PermutationTest.p(values, chosen: [], seed: 1) == nil)
    #expect(PermutationTest.p([1, 2, 3, 10], chosen: [3], seed: 1) == 0.25)
  }

  @Test("the podium changes exactly when a judge decides it")
  func podium() throws {
    let report = try report([[9, 5, 5], [4, 7, 7], [3, 3, 3], [1, 1, 1]])
    // Means 6.33 and 6: without the first judge the second entry leads.
    #expect(report.judgeFigures.map(\.changesPodium) == [true, false, false])
    // Places one and two are clear; the last judge decides the third, nobody the fourth.
    let third = try self.report([
      [9, 9, 9], [8, 8, 8], [4, 4, 2], [3, 3, 6], [2, 1, 0], [1, 2, 0],
    ])
    #expect(third.judgeFigures.map(\.changesPodium) == [false, false, true])
  }

  @Test("rank intervals are the same again and lie around clear ranks")
  func ranks() throws {
    var random = SeededRandom(seed: 5)
    let rows = AnalysisVectors.random(&random, entries: 8, judges: 6)
    let first = try report(rows, draws: 500)
    #expect(try report(rows, draws: 500) == first)
    for interval in first.rankIntervals ?? [] {
      let interval = try #require(interval)
      #expect(interval.low >= 1 && interval.low <= interval.high && interval.high <= 8)
      #expect(interval.first >= 0 && interval.first <= 1)
    }
    let clear = try report([[10, 10, 10], [5, 5, 5], [5, 5, 5], [1, 1, 1]])
    #expect(clear.rankIntervals?.map { $0?.low } == [1, 2, 2, 4])
    #expect(clear.rankIntervals?.map { $0?.high } == [1, 2, 2, 4])
    #expect(clear.rankIntervals?.map { $0?.first } == [1, 0, 0, 0])
  }

  @Test("outliers: none among near totals, one where most agree, none in pairs")
  func outliers() throws {
    #expect(try report([[70, 71, 72], [60, 61, 60]]).outliers.isEmpty)
    #expect(try report([[5, 90], [90, 5]]).outliers.isEmpty)
    let found = try report([[80, 80, 80, 80, 95], [60, 61, 60, 62, 60]]).outliers
    #expect(found.map(\.entry) == ["e1"])
    #expect(found.map(\.judge) == ["j5"])
    #expect(found.map(\.expected) == [80])
  }
}
