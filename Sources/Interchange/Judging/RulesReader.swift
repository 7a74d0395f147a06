public import Incubation

/// Makes rules of the values of a rules file. Nothing is guessed: what is not understood is a
/// problem with its place.
public enum RulesReader {
  /// Reads and checks rules.
  ///
  /// - Throws: `JudgingFileProblems`.
  public static func read(
    _ root: [String: RulesValue]
  ) throws(JudgingFileProblems) -> RoundRules {
    var table = RulesTable(root, at: "")
    let rules = RoundRules.read(&table)
    let problems = table.finish()
    let found = problems.isEmpty ? rules.problems : problems
    if !found.isEmpty {
      throw JudgingFileProblems(problems: found.map { JudgingFileProblem(.rules, .rules($0)) })
    }
    return rules
  }
}

extension RoundRules {
  fileprivate static func read(_ table: inout RulesTable) -> RoundRules {
    RoundRules(
      criteria: table.tables("criterion") { Criterion.read(&$0) },
      components: table.tables("component") { Component.read(&$0) },
      panel: table.table("panel") { Panel.read(&$0) } ?? Panel(),
      rounding: table.table("rounding") { Rounding.read(&$0) } ?? Rounding(),
      quorum: table.whole("quorum") ?? 0,
      gates: table.table("gates") { Gates.read(&$0) } ?? Gates(),
      advancing: table.table("advance") { $0.whole("top", isRequired: true) } ?? nil,
      awards: table.tables("award") { Award.read(&$0) },
      ties: table.tables("tie") { TieStep.read(&$0) }.compactMap(\.self))
  }
}

extension RoundRules.Rounding {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    Self(
      places: table.whole("places") ?? 2, mode: table.choice("mode") ?? .halfUp,
      after: Set(table.choices("after")))
  }
}

extension RoundRules.Panel {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    Self(
      combination: table.choice("combine") ?? .criterion, method: table.choice("method") ?? .mean,
      dropHigh: table.whole("drop_high") ?? 0, dropLow: table.whole("drop_low") ?? 0,
      points: table.numbers("points"))
  }
}

extension Criterion {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    let levels = table.table("anchors") { levels in
      levels.names.map { name in
        let score = Rational(decimal: name)
        if score == nil { levels.report(name, .expected(.number)) }
        return Anchor(score: score ?? .zero, title: levels.title(name))
      }
    }
    let code = table.text("code")
    return Self(
      code: code, title: table.title("title", code: code), minimum: table.number("min") ?? .zero,
      maximum: table.number("max", isRequired: true) ?? .zero, step: table.number("step"),
      factor: table.number("factor") ?? .one,
      anchors: (levels ?? []).sorted { $0.score < $1.score })
  }
}

extension RoundRules.Component {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    let sign = table.whole("sign") ?? 1
    if sign != 1, sign != -1 {
      table.report("sign", .noneOf(value: String(sign), choices: ["1", "-1"]))
    }
    let code = table.text("code")
    return Self(
      code: code, title: table.title("title", code: code), isDeduction: sign == -1,
      maximum: table.number("max"), fallback: table.number("default"))
  }
}

extension RoundRules.Gates {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    let minimums = table.table("min_criteria") { codes in
      Dictionary(uniqueKeysWithValues: codes.names.map { ($0, codes.number($0) ?? .zero) })
    }
    return Self(
      minimumTotal: table.number("min_total"),
      refusesZeroCriterion: table.truth("no_zero_criterion") ?? false,
      largestZeroShare: table.share("zero_share_max"), minimumCriteria: minimums ?? [:])
  }
}

extension RoundRules.Award {
  fileprivate static func read(_ table: inout RulesTable) -> Self {
    let code = table.text("code")
    return Self(
      code: code, title: table.title("title", code: code), quota: table.whole("quota"),
      minimumTotal: table.number("min_total"), isShared: table.truth("shared") ?? false)
  }
}

extension TieStep {
  fileprivate static func read(_ table: inout RulesTable) -> TieStep? {
    let name = table.text("by")
    let step = TieStep(name: name)
    if step == nil, !name.isEmpty { table.report("by", .unknownTie(name)) }
    return step
  }
}
