/// The statistics of a round from its sheet totals. The same totals give the same report on every
/// machine: the draws have a fixed seed.
public enum JudgingAnalysis {
  /// The seed of the draws.
  public static let seed: UInt64 = 20_200_915
  /// How many draws the rank intervals take.
  public static let draws = 2000
  /// The most entries that pairs are compared for.
  public static let pairLimit = 1000
  /// The most entries that ranks are drawn for.
  public static let rankLimit = 3000

  /// The report of sheet totals. `judgeOrganisations` and `entryOrganisations` name the
  /// organisation of judges and entries by id, as far as known, compared without regard to case
  /// and accents. With `draws` 0 there are no rank intervals.
  public static func analyse(
    _ sheets: SheetTotals, judgeOrganisations: [String: String] = [:],
    entryOrganisations: [String: String] = [:], draws: Int = draws
  ) -> AnalysisReport {
    let design = SheetDesign(sheets)
    var builder = AnalysisBuilder(sheets, design)
    builder.addAgreement()
    let additive = builder.addAdditive()
    builder.addPredictions()
    builder.addStandardised()
    builder.addAbilities()
    builder.addJudges(
      additive,
      judgeOrganisations: judgeOrganisations.mapValues(TextFolding.fold),
      entryOrganisations: entryOrganisations.mapValues(TextFolding.fold))
    builder.addOutliers()
    builder.addRanks(draws: draws)
    return builder.report
  }
}

/// Fills in a report figure by figure.
private struct AnalysisBuilder {
  private(set) var report: AnalysisReport
  private let sheets: SheetTotals
  private let design: SheetDesign
  private let parts: Int

  init(_ sheets: SheetTotals, _ design: SheetDesign) {
    self.sheets = sheets
    self.design = design
    parts = design.parts.count
    report = AnalysisReport(entries: sheets.entries, judges: sheets.judges)
  }

  /// Figures of rows of the design at the places of the entries.
  private func placed<Figure>(_ figures: [Figure]) -> [Figure?] {
    var result = [Figure?](repeating: nil, count: sheets.entries.count)
    for (row, figure) in figures.enumerated() { result[design.rowPlaces[row]] = figure }
    return result
  }

  private mutating func lackEmptyEntries(_ key: String) {
    let present = Set(design.rowPlaces)
    for entry in sheets.entries.indices where !present.contains(entry) {
      report.lack("\(key).\(sheets.entries[entry])", .noSheets)
    }
  }

  /// Why nothing can be said at all about two-sided figures; nil when something can.
  private var emptiness: AnalysisReason? {
    design.rowCount < 2 ? .tooFewEntries : design.columnCount < 2 ? .tooFewJudges : nil
  }

  mutating func addAgreement() {
    let table = design.completeCases
    report.completeEntries = table.rows
    let variance = PanelVariance(table)
    let missing = emptiness ?? (variance == nil ? .tooFewCompleteEntries : .noVariation)
    let forms: [(AnalysisFigure, PanelVariance.Form)] = [
      (.icc11, .single(.oneWay)), (.icc21, .single(.random)), (.icc31, .single(.fixed)),
      (.icc1k, .mean(.oneWay)), (.icc2k, .mean(.random)), (.icc3k, .mean(.fixed)),
    ]
    for (figure, form) in forms {
      guard let correlation = variance?.correlation(form) else {
        report.lack(figure.rawValue, variance?.lack ?? missing)
        continue
      }
      report.correlations[figure] = correlation
      let key = figure.rawValue
      if correlation.f == nil { report.lack(key + ".f", .exactAgreement) }
      if correlation.df2 == nil { report.lack(key + ".df2", .exactAgreement) }
      if correlation.p == nil { report.lack(key + ".p", .exactAgreement) }
      if correlation.low == nil { report.lack(key + ".low", .atTheBound) }
      if correlation.high == nil { report.lack(key + ".high", .atTheBound) }
    }
    let concordance = KendallConcordance(table)
    set(.kendallW, concordance?.corrected, missing)
    set(.kendallWUncorrected, concordance?.uncorrected, missing)
    let alpha = KrippendorffAlpha(design)
    let none: AnalysisReason = alpha.isEmpty ? .nothingRepeated : .noVariation
    set(.alphaNominal, alpha.value(.nominal), none)
    set(.alphaOrdinal, alpha.value(.ordinal), none)
    set(.alphaInterval, alpha.value(.interval), none)
    set(.alphaRatio, alpha.value(.ratio), alpha.hasNegative ? .negativeTotals : none)
  }

  private mutating func set(_ figure: AnalysisFigure, _ value: Double?, _ reason: AnalysisReason) {
    if let value, value.isFinite {
      report.values[figure] = value
    } else {
      report.lack(figure.rawValue, reason)
    }
  }

  mutating func addAdditive() -> AdditiveModel? {
    report.additive.isConnected = parts == 1
    guard let model = AdditiveModel(design) else {
      report.lack("additive", design.count == 0 ? .noSheets : .parts(parts))
      return nil
    }
    let variance = model.residualMeanSquare
    func effects(_ side: AdditiveModel.Side) -> [AnalysisReport.Effect] {
      zip(side.effects, side.variances).map { effect, share in
        AnalysisReport.Effect(
          effect: effect, se: variance.map { ($0 * max(0, share)).squareRoot() })
      }
    }
    report.additive.mean = model.mean
    report.additive.entries = placed(effects(model.rows))
    var judges = [AnalysisReport.Effect?](repeating: nil, count: sheets.judges.count)
    for (column, effect) in effects(model.columns).enumerated() {
      judges[design.columnPlaces[column]] = effect
    }
    report.additive.judges = judges
    report.additive.residualMeanSquare = variance
    report.additive.df = model.df
    if variance == nil {
      report.lack("additive.residual_ms", .noDegreesOfFreedom)
      report.lack("additive.se", .noDegreesOfFreedom)
    }
    lackEmptyEntries("additive.entries")
    for (judge, effect) in judges.enumerated() where effect == nil {
      report.lack("additive.judges.\(sheets.judges[judge])", .noSheets)
    }
    return model
  }

  mutating func addPredictions() {
    guard let model = RandomEffects(design) else {
      let spare = design.count - design.rowCount - design.columnCount + parts
      report.lack("blup", emptiness ?? (spare > 0 ? .noVariation : .noDegreesOfFreedom))
      return
    }
    report.predictions = AnalysisReport.Predictions(
      values: placed(model.rows), mean: model.mean, varianceEntry: model.rowVariance,
      varianceJudge: model.columnVariance, varianceResidual: model.residualVariance)
    lackEmptyEntries("blup")
  }

  mutating func addStandardised() {
    report.standardised = placed(StandardisedTotals.means(design))
    lackEmptyEntries("zscores")
  }

  mutating func addAbilities() {
    let limit = JudgingAnalysis.pairLimit
    guard design.rowCount <= limit else {
      report.lack("bradley_terry", .tooManyEntries(limit))
      return
    }
    do throws(BradleyTerry.Refusal) {
      let model = try BradleyTerry(design)
      let values = model.abilities.enumerated().map { row, ability in
        AnalysisReport.Effect(
          effect: ability, se: model.errors.indices.contains(row) ? model.errors[row] : nil)
      }
      report.abilities = AnalysisReport.Abilities(
        values: placed(values), isRegularised: model.isRegularised)
      lackEmptyEntries("bradley_terry")
    } catch {
      switch error {
      case .nothingCompared:
        report.lack("bradley_terry", emptiness == .tooFewEntries ? .tooFewEntries : .parts(parts))
      case .parts(let count): report.lack("bradley_terry", .parts(count))
      }
    }
  }

  mutating func addJudges(
    _ additive: AdditiveModel?, judgeOrganisations: [String: String],
    entryOrganisations: [String: String]
  ) {
    let figures = JudgeFigures(design, additive: additive)
    let changes = figures.changesPodium()
    var columns = [Int?](repeating: nil, count: sheets.judges.count)
    for (column, judge) in design.columnPlaces.enumerated() { columns[judge] = column }
    for (judge, id) in sheets.judges.enumerated() {
      var figure = AnalysisReport.JudgeFigure()
      defer { report.judgeFigures.append(figure) }
      guard let column = columns[judge] else {
        report.lack("judges.\(id)", .noSheets)
        continue
      }
      figure.severity = additive.map { 0 - $0.columns.effects[column] }
      figure.correlation = figures.correlation(column)
      figure.infit = figures.infit(column)
      figure.changesPodium = changes[column]
      let own = judgeOrganisations[id] ?? ""
      let affinity = figures.affinity(column) { row in
        !own.isEmpty && entryOrganisations[sheets.entries[design.rowPlaces[row]]] == own
      }
      figure.ownOrganisationResidual = affinity?.residual
      figure.p = affinity?.p
      lackParts(of: figure, key: "judges.\(id)", additive)
    }
  }

  private mutating func lackParts(
    of figure: AnalysisReport.JudgeFigure, key: String, _ additive: AdditiveModel?
  ) {
    if figure.severity == nil { report.lack(key + ".severity", .parts(parts)) }
    if figure.correlation == nil { report.lack(key + ".correlation", .noCommonVariation) }
    if figure.infit == nil {
      let reason: AnalysisReason =
        additive == nil
        ? .parts(parts) : additive?.df == 0 ? .noDegreesOfFreedom : .exactAgreement
      report.lack(key + ".infit", reason)
    }
    if figure.ownOrganisationResidual == nil {
      report.lack(key + ".own_organisation_residual", .noOwnEntries)
      report.lack(key + ".p", .noOwnEntries)
    }
  }

  mutating func addOutliers() {
    report.outliers = OutlyingSheets.find(design).map { found in
      AnalysisReport.Outlier(
        entry: sheets.entries[design.rowPlaces[found.row]],
        judge: sheets.judges[design.columnPlaces[design.columns[found.sheet]]],
        value: design.values[found.sheet], expected: found.expected)
    }
  }

  mutating func addRanks(draws: Int) {
    let limit = JudgingAnalysis.rankLimit
    guard draws > 0 else { return report.lack("rank_intervals", .notAsked) }
    guard design.rowCount <= limit else {
      return report.lack("rank_intervals", .tooManyEntries(limit))
    }
    let spreads = RankBootstrap.spreads(design, draws: draws, seed: JudgingAnalysis.seed)
    report.rankIntervals = placed(
      spreads.map { AnalysisReport.RankInterval(low: $0.low, high: $0.high, first: $0.first) })
    lackEmptyEntries("rank_intervals")
  }
}
