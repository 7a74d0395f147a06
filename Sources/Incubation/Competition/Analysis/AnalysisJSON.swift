/// JSON with floating-point numbers, only for what is computed and never read back: records of the
/// program have none.
indirect enum StatisticsJSON {
  case null
  case bool(Bool)
  case integer(Int)
  /// The shortest digits that read back as the same number; infinite and undefined ones are null.
  case number(Double?)
  case string(String)
  case array([StatisticsJSON])
  /// Values by name, in the order they are to be written.
  case object([(String, StatisticsJSON)])

  /// The value on one line, or on many with two spaces a level when `indent` is not nil.
  func write(to result: inout String, indent: Int?) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += Self.digits(value)
    case .string(let value): result += JSONValue.string(value).written()
    case .array(let values):
      Self.list(values, "[", "]", to: &result, indent) { $0.write(to: &$1, indent: $2) }
    case .object(let fields):
      Self.list(fields, "{", "}", to: &result, indent) { field, result, inner in
        result += JSONValue.string(field.0).written()
        result += inner == nil ? ":" : ": "
        field.1.write(to: &result, indent: inner)
      }
    }
  }

  private static func digits(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    return value == 0 ? "0.0" : value.description
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to result: inout String,
    _ indent: Int?, _ body: (Element, inout String, Int?) -> Void
  ) {
    result += open
    for (index, element) in elements.enumerated() {
      if index > 0 { result += "," }
      if let indent { result += "\n" + String(repeating: "  ", count: indent + 1) }
      body(element, &result, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty {
      result += "\n" + String(repeating: "  ", count: indent)
    }
    result += close
  }
}

extension AnalysisReport {
  /// The report as JSON, with the keys that `vuonuom judging analyse --format json` promises.
  /// Reasons in `undefined` are sentences in `language`.
  public func jsonText(pretty: Bool = false, language: Language = .english) -> String {
    var fields: [(String, StatisticsJSON)] = [("n", .integer(completeEntries))]
    for figure in AnalysisFigure.correlations {
      fields.append((figure.rawValue, correlations[figure].map(Self.json) ?? .null))
    }
    let single: [AnalysisFigure] = [
      .kendallW, .kendallWUncorrected, .alphaNominal, .alphaOrdinal, .alphaInterval, .alphaRatio,
    ]
    for figure in single { fields.append((figure.rawValue, .number(values[figure]))) }
    fields.append(("additive", additiveJSON))
    fields.append(("blup", predictionsJSON))
    fields.append(("zscores", byEntry(standardised) { .number($0) }))
    fields.append(
      (
        "bradley_terry",
        abilities.map { byEntry($0.values) { Self.json($0, "ability") } } ?? .null
      ))
    fields.append(("judges", judgesJSON))
    fields.append(("outliers", .array(outliers.map(Self.json))))
    fields.append(("rank_intervals", rankIntervals.map { byEntry($0, Self.json) } ?? .null))
    let reasons = undefined.sorted { $0.key < $1.key }
    fields.append(("undefined", .object(reasons.map { ($0, .string($1.words(language))) })))
    var text = ""
    StatisticsJSON.object(fields).write(to: &text, indent: pretty ? 0 : nil)
    return text
  }

  private func byEntry<Figure>(
    _ figures: [Figure?], _ body: (Figure) -> StatisticsJSON
  ) -> StatisticsJSON {
    .object(zip(entries, figures).map { ($0, $1.map(body) ?? .null) })
  }

  private static func json(_ figure: IntraclassCorrelation) -> StatisticsJSON {
    .object([
      ("value", .number(figure.value)), ("low", .number(figure.low)),
      ("high", .number(figure.high)), ("f", .number(figure.f)), ("df1", .number(figure.df1)),
      ("df2", .number(figure.df2)), ("p", .number(figure.p)), ("n", .integer(figure.n)),
    ])
  }

  private static func json(_ effect: Effect, _ name: String) -> StatisticsJSON {
    .object([(name, .number(effect.effect)), ("se", .number(effect.se))])
  }

  private static func json(_ outlier: Outlier) -> StatisticsJSON {
    .object([
      ("entry", .string(outlier.entry)), ("judge", .string(outlier.judge)),
      ("value", .number(outlier.value)), ("expected", .number(outlier.expected)),
    ])
  }

  private static func json(_ interval: RankInterval) -> StatisticsJSON {
    .object([
      ("low", .integer(interval.low)), ("high", .integer(interval.high)),
      ("first", .number(interval.first)),
    ])
  }

  private var additiveJSON: StatisticsJSON {
    func effects(_ ids: [String], _ effects: [Effect?]?) -> StatisticsJSON {
      effects.map { effects in
        .object(zip(ids, effects).map { ($0, $1.map { Self.json($0, "effect") } ?? .null) })
      } ?? .null
    }
    return .object([
      ("mean", .number(additive.mean)), ("entries", effects(entries, additive.entries)),
      ("judges", effects(judges, additive.judges)),
      ("residual_ms", .number(additive.residualMeanSquare)),
      ("df", additive.df.map { .integer($0) } ?? .null),
      ("connected", .bool(additive.isConnected)),
    ])
  }

  private var predictionsJSON: StatisticsJSON {
    guard let predictions else { return .null }
    let variances: [(String, StatisticsJSON)] = [
      ("variance_entry", .number(predictions.varianceEntry)),
      ("variance_judge", .number(predictions.varianceJudge)),
      ("variance_residual", .number(predictions.varianceResidual)),
    ]
    // An entry with the name of a variance gives way to it.
    let values = zip(entries, predictions.values).filter { entry, _ in
      !variances.contains { $0.0 == entry }
    }
    return .object(
      values.map { ($0, $1.map { .object([("value", .number($0))]) } ?? .null) } + variances)
  }

  private var judgesJSON: StatisticsJSON {
    .object(
      zip(judges, judgeFigures).map { id, figure in
        (
          id,
          .object([
            ("severity", .number(figure.severity)), ("correlation", .number(figure.correlation)),
            ("infit", .number(figure.infit)),
            ("changes_podium", figure.changesPodium.map { .bool($0) } ?? .null),
            ("own_organisation_residual", .number(figure.ownOrganisationResidual)),
            ("p", .number(figure.p)),
          ])
        )
      })
  }
}
