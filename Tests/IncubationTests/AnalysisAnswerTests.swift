import Testing

@testable import Incubation

@Suite("Known answers of judging statistics")
struct AnalysisAnswerTests {
  private func report(_ rows: [[Double?]]) throws -> AnalysisReport {
    JudgingAnalysis.analyse(try AnalysisVectors.sheets(rows))
  }

  @Test("Shrout and Fleiss 1979: the six correlations")
  func shroutFleiss() throws {
    let report = try report(AnalysisVectors.shroutFleiss)
    let expected: [(AnalysisFigure, Double, Double, Double, Double)] = [
      (.icc11, 0.1657418, -0.1329323, 0.7225601, 5e-8),
      (.icc21, 0.2897638, 0.0187865, 0.7610844, 5e-8),
      (.icc31, 0.7148407, 0.3424648, 0.9458583, 5e-8),
      (.icc1k, 0.4427971, -0.8844422, 0.9124154, 5e-8),
      // The limits of the psych package, four decimals; irr takes another way.
      (.icc2k, 0.6200505, 0.0711, 0.9272, 5e-5),
      (.icc3k, 0.9093155, 0.6756747, 0.9858917, 5e-8),
    ]
    for (figure, value, low, high, tolerance) in expected {
      let found = try #require(report.correlations[figure])
      #expect(isNear(found.value, value, 5e-8), "\(figure)")
      #expect(isNear(found.low, low, tolerance), "\(figure)")
      #expect(isNear(found.high, high, tolerance), "\(figure)")
      #expect(found.n == 6)
      #expect(found.df1 == 5)
    }
    let single = try #require(report.correlations[.icc31])
    #expect(isNear(single.f, 11.02725, 5e-6))
    #expect(single.df2 == 15)
    #expect(isNear(single.p, 0.000134567, 5e-10))
    let oneWay = try #require(report.correlations[.icc11])
    #expect(isNear(oneWay.f, 1.794678))
    #expect(oneWay.df2 == 18)
    #expect(isNear(oneWay.p, 0.164769))
  }

  @Test("Shrout and Fleiss 1979: mean squares, judges, concordance")
  func shroutFleissJudges() throws {
    let design = try AnalysisVectors.design(AnalysisVectors.shroutFleiss)
    let variance = try #require(PanelVariance(design.completeCases))
    #expect(isNear(variance.entries, 11.24, 0.005))
    #expect(isNear(variance.judges, 32.49, 0.005))
    #expect(isNear(variance.error, 1.02, 0.005))
    #expect(isNear(variance.within, 6.26, 0.005))
    let report = try report(AnalysisVectors.shroutFleiss)
    let correlations = [0.8058, 0.8593, 0.8445, 0.7902]
    let means = [7.6667, 2.5, 4.3333, 6.6667]
    let mean = try #require(report.additive.mean)
    for (judge, figure) in report.judgeFigures.enumerated() {
      #expect(isNear(figure.correlation, correlations[judge], 5e-5))
      let severity = try #require(figure.severity)
      #expect(isNear(mean - severity, means[judge], 5e-5))
    }
    #expect(isNear(report.values[.kendallW], 0.8870370, 5e-8))
    #expect(isNear(report.values[.kendallWUncorrected], 0.8553571, 5e-8))
  }

  @Test("anxiety of irr")
  func anxiety() throws {
    let report = try report(AnalysisVectors.anxiety)
    let agreement = try #require(report.correlations[.icc21])
    #expect(isNear(agreement.value, 0.1979983, 5e-8))
    #expect(isNear(agreement.f, 1.826772))
    #expect(agreement.df1 == 19)
    #expect(isNear(agreement.df2, 39.746, 5e-4))
    #expect(isNear(agreement.p, 0.0542657, 5e-8))
    #expect(isNear(agreement.low, -0.0389109))
    #expect(isNear(agreement.high, 0.4935740))
    let others: [(AnalysisFigure, Double)] = [
      (.icc31, 0.2160494), (.icc11, 0.1750224), (.icc2k, 0.4254988), (.icc3k, 0.4525862),
    ]
    for (figure, value) in others {
      #expect(isNear(report.correlations[figure]?.value, value, 5e-8), "\(figure)")
    }
    let design = try AnalysisVectors.design(AnalysisVectors.anxiety)
    let concordance = try #require(KendallConcordance(design.completeCases))
    #expect(isNear(concordance.corrected, 0.5396569, 5e-8))
    #expect(isNear(concordance.chiSquare, 30.76044, 5e-6))
    #expect(isNear(concordance.p, 0.0428835, 5e-8))
    #expect(isNear(concordance.uncorrected, 0.5019215, 5e-8))
    let plain = 3 * 19 * concordance.uncorrected
    #expect(isNear(plain, 28.60952, 5e-6))
    #expect(isNear(ChiSquare.upper(plain, degrees: 19), 0.0723804, 5e-8))
  }

  @Test("concordance with ties, without, and of Friedman's test")
  func concordance() throws {
    let tied = try AnalysisVectors.design(AnalysisVectors.tiedRanks)
    let first = try #require(KendallConcordance(tied.completeCases))
    #expect(first.squares == 591)
    #expect(isNear(first.corrected, 0.8277311, 5e-8))
    #expect(isNear(first.uncorrected, 0.7959596, 5e-8))
    let plain = try AnalysisVectors.design([[1, 1, 2, 3], [3, 2, 3, 1], [2, 3, 1, 2]])
    let second = try #require(KendallConcordance(plain.completeCases))
    #expect(isNear(second.corrected, 1.0 / 16, 1e-15))
    #expect(isNear(second.uncorrected, 1.0 / 16, 1e-15))
    let times = try AnalysisVectors.design(AnalysisVectors.roundingTimes)
    let third = try #require(KendallConcordance(times.completeCases))
    #expect(isNear(third.chiSquare, 11.14286, 5e-6))
    #expect(isNear(third.p, 0.003805, 5e-7))
    #expect(isNear(third.corrected, 0.2532468, 5e-8))
  }

  @Test("Krippendorff's alphas with missing values")
  func alphas() throws {
    let report = try report(AnalysisVectors.krippendorff)
    #expect(isNear(report.values[.alphaNominal], 0.743421))
    #expect(isNear(report.values[.alphaOrdinal], 0.815388))
    #expect(isNear(report.values[.alphaInterval], 0.849107))
    #expect(isNear(report.values[.alphaRatio], 0.797403))
  }

  @Test("Montgomery's catalysts: additive model of an incomplete design")
  func catalysts() throws {
    let design = try AnalysisVectors.design(AnalysisVectors.catalysts)
    let model = try #require(AdditiveModel(design))
    #expect(isNear(model.mean, 72.5, 1e-12))
    for (found, expected) in zip(model.rows.effects, [-1.125, -0.875, -0.5, 2.5]) {
      #expect(isNear(found, expected, 1e-12))
    }
    for (found, expected) in zip(model.columns.effects, [0.875, 3, -3.875, 0]) {
      #expect(isNear(found, expected, 1e-12))
    }
    #expect(isNear(model.adjustedRowSquares, 22.75, 1e-10))
    #expect(isNear(model.columnSquares, 55, 1e-10))
    #expect(isNear(model.residualSquares, 3.25, 1e-10))
    #expect(model.df == 5)
    #expect(isNear(model.residualMeanSquare, 0.65, 1e-10))
    let f = model.adjustedRowSquares / 3 / 0.65
    #expect(isNear(f, 11.667, 5e-4))
    #expect(isNear(FDistribution.upper(f, 3, 5), 0.01074, 5e-6))
    // Of two entries in a balanced design: each variance is 3/4 of half that of a difference.
    let difference = (0.65 * model.rows.variances[0] * 2 * 4 / 3).squareRoot()
    #expect(isNear(difference, 0.6982, 5e-5))
  }

  @Test("Montgomery's catalysts: judges at random")
  func catalystsAtRandom() throws {
    let design = try AnalysisVectors.design(AnalysisVectors.catalysts)
    let fit = try #require(RandomEffects(design, fixedRows: true))
    #expect(isNear(fit.columnVariance, 8.0167, 5e-5))
    #expect(isNear(fit.residualVariance, 0.65, 1e-6))
    let center = fit.rows.reduce(0, +) / 4
    for (found, expected) in zip(fit.rows, [-1.0869, -0.8836, -0.5, 2.4705]) {
      #expect(isNear(found - center, expected, 5e-5))
    }
    // Both at random, by direct maximisation with dense matrices.
    let both = try #require(RandomEffects(design))
    #expect(isNear(both.residualVariance, 0.6606189, 5e-7))
    #expect(isNear(both.rowVariance, 2.5218207, 5e-6))
    #expect(isNear(both.columnVariance, 7.7971599, 5e-6))
    #expect(isNear(both.criterion, 47.1772396, 5e-7))
    for (found, expected) in zip(both.rows, [-0.9884557, -0.8051572, -0.4554152, 2.2490280]) {
      #expect(isNear(found, expected, 5e-7))
    }
  }

  @Test("Penicillin of lme4: variances and predictions")
  func penicillin() throws {
    let design = try AnalysisVectors.design(AnalysisVectors.penicillin)
    let fit = try #require(RandomEffects(design))
    #expect(isNear(fit.mean, 22.972222))
    #expect(isNear(fit.rowVariance, 0.716908))
    #expect(isNear(fit.columnVariance, 3.730918))
    #expect(isNear(fit.residualVariance, 0.302415))
    #expect(isNear(fit.criterion, 330.8606, 5e-5))
    #expect(isNear(fit.meanError, 0.8086, 5e-5))
    let samples = [2.18706, -1.01048, 1.93790, -0.09689, -0.01384, -3.00374]
    for (found, expected) in zip(fit.columns, samples) { #expect(isNear(found, expected, 5e-6)) }
    #expect(isNear(fit.rows[0], 0.804547))
    #expect(isNear(fit.rows[6], -1.375516))
    let report = try report(AnalysisVectors.penicillin)
    let correlations: [(AnalysisFigure, Double)] = [
      (.icc11, 0.02303), (.icc21, 0.15092), (.icc31, 0.70332), (.icc2k, 0.51608),
      (.icc3k, 0.93431),
    ]
    for (figure, value) in correlations {
      #expect(isNear(report.correlations[figure]?.value, value, 5e-6), "\(figure)")
    }
    #expect(isNear(report.predictions?.values[0], 0.804547))
    #expect(isNear(report.predictions?.varianceEntry, 0.716908))
    let shrinkage = 6 * fit.rowVariance / (6 * fit.rowVariance + fit.residualVariance)
    #expect(isNear(shrinkage, 0.934313))
  }

  @Test("Fleiss' kappa of 14 raters")
  func kappa() throws {
    let found = try #require(
      FleissKappa.value([
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
      ]))
    #expect(isNear(found.kappa, 0.2099307, 5e-8))
    #expect(isNear(found.observed, 0.378022))
    #expect(isNear(found.expected, 0.212755))
    #expect(FleissKappa.value([[3, 0], [3, 0]]) == nil)
    #expect(FleissKappa.value([[3, 0], [2, 0]]) == nil)
    #expect(FleissKappa.value([]) == nil)
  }

  @Test("how many judges a reliability of 0.80 needs")
  func judgesNeeded() {
    let found = [0.2, 0.3, 0.5, 0.7].map { Reliability.judgesNeeded(single: $0, target: 0.8) }
    #expect(found == [16, 10, 4, 2])
    #expect(Reliability.judgesNeeded(single: 0, target: 0.8) == nil)
    #expect(Reliability.judgesNeeded(single: -0.2, target: 0.8) == nil)
    #expect(Reliability.judgesNeeded(single: 1, target: 0.8) == 1)
  }
}
