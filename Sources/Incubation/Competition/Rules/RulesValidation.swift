extension RoundRules {
  /// Everything that is wrong with the rules, in the order of the file; empty when a round can be
  /// judged by them.
  public var problems: [RulesProblem] {
    var problems: [RulesProblem] = []
    if quorum < 0 { problems.append(RulesProblem("quorum", .below(0))) }
    problems += roundingProblems + panelProblems
    if criteria.isEmpty { problems.append(RulesProblem("criterion", .noCriteria)) }
    for (index, criterion) in criteria.enumerated() {
      problems += criterion.problems(at: "criterion[\(index + 1)]")
    }
    if !criteria.isEmpty, criteria.allSatisfy(\.factor.isZero) {
      problems.append(RulesProblem("criterion", .allFactorsZero))
    }
    problems += componentProblems + codeProblems + gateProblems
    if let advancing, advancing < 0 { problems.append(RulesProblem("advance.top", .below(0))) }
    return problems + awardProblems + tieProblems
  }

  /// Names of columns of the files and of the result, which no criterion and no component may have.
  public static let reservedCodes: Set<String> = [
    "entry", "title", "organisation", "board", "multiplier", "lot", "decision", "rank", "total",
    "status", "tie", "advances", "award", "judge", "criterion", "score",
  ]

  private var roundingProblems: [RulesProblem] {
    if rounding.places < 0 { return [RulesProblem("rounding.places", .below(0))] }
    if rounding.places > 9 { return [RulesProblem("rounding.places", .above(Rational(9)))] }
    return []
  }

  private var panelProblems: [RulesProblem] {
    var problems: [RulesProblem] = []
    if panel.dropHigh < 0 { problems.append(RulesProblem("panel.drop_high", .below(0))) }
    if panel.dropLow < 0 { problems.append(RulesProblem("panel.drop_low", .below(0))) }
    guard panel.method.isByRank else { return problems }
    let method = panel.method
    if panel.combination == .criterion {
      problems.append(RulesProblem("panel.method", .methodNeedsSheets(method)))
    }
    if method != .rank, panel.points.isEmpty {
      problems.append(RulesProblem("panel.points", .methodNeedsPoints(method)))
    }
    if !components.isEmpty {
      problems.append(RulesProblem("component", .methodRefuses(method, .components)))
    }
    if gates.minimumTotal != nil {
      problems.append(RulesProblem("gates.min_total", .methodRefuses(method, .minimumTotal)))
    }
    for (index, award) in awards.enumerated() where award.minimumTotal != nil {
      problems.append(
        RulesProblem("award[\(index + 1)].min_total", .methodRefuses(method, .minimumTotal)))
    }
    return problems
  }

  private var componentProblems: [RulesProblem] {
    components.enumerated().flatMap { index, component -> [RulesProblem] in
      let place = "component[\(index + 1)]"
      var problems: [RulesProblem] = []
      if let maximum = component.maximum, maximum.isNegative {
        problems.append(RulesProblem(place + ".max", .below(0)))
      }
      if let fallback = component.fallback {
        if fallback.isNegative { problems.append(RulesProblem(place + ".default", .below(0))) }
        if let maximum = component.maximum, fallback > maximum {
          problems.append(RulesProblem(place + ".default", .above(maximum)))
        }
      }
      return problems
    }
  }

  private var codeProblems: [RulesProblem] {
    let codes =
      criteria.enumerated().map { ("criterion[\($0 + 1)].code", $1.code) }
      + components.enumerated().map { ("component[\($0 + 1)].code", $1.code) }
    return Self.codeProblems(codes, reserved: Self.reservedCodes)
      + Self.codeProblems(
        awards.enumerated().map { ("award[\($0 + 1)].code", $1.code) }, reserved: [])
  }

  private static func codeProblems(
    _ codes: [(place: String, code: String)], reserved: Set<String>
  ) -> [RulesProblem] {
    var seen: Set<String> = []
    return codes.compactMap { place, code in
      if !isCode(code) { return RulesProblem(place, .badCode(code)) }
      if reserved.contains(code.lowercased()) { return RulesProblem(place, .reserved(code: code)) }
      return seen.insert(code).inserted ? nil : RulesProblem(place, .repeated(code: code))
    }
  }

  private static func isCode(_ code: String) -> Bool {
    (1...20).contains(code.count)
      && code.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ["-", "_", "."].contains(scalar)
      }
  }

  private var gateProblems: [RulesProblem] {
    var problems: [RulesProblem] = []
    if let share = gates.largestZeroShare {
      if share.isNegative { problems.append(RulesProblem("gates.zero_share_max", .below(0))) }
      if share > .one { problems.append(RulesProblem("gates.zero_share_max", .above(.one))) }
    }
    for (code, minimum) in gates.minimumCriteria.sorted(by: { $0.key < $1.key }) {
      let place = "gates.min_criteria.\(code)"
      guard let criterion = criteria.first(where: { $0.code == code }) else {
        problems.append(RulesProblem(place, .unknownCode(code)))
        continue
      }
      if panel.method != .sum, minimum > criterion.maximum {
        problems.append(RulesProblem(place, .above(criterion.maximum)))
      }
    }
    return problems
  }

  private var awardProblems: [RulesProblem] {
    var problems: [RulesProblem] = []
    var lowest: Rational?
    for (index, award) in awards.enumerated() {
      let place = "award[\(index + 1)]"
      if let quota = award.quota, quota < 0 {
        problems.append(RulesProblem(place + ".quota", .below(0)))
      }
      guard let minimum = award.minimumTotal else { continue }
      if let lowest, minimum > lowest {
        problems.append(RulesProblem(place + ".min_total", .awardOutOfOrder))
      }
      lowest = minimum
    }
    return problems
  }

  private var tieProblems: [RulesProblem] {
    var seen: Set<TieStep> = []
    return ties.enumerated().compactMap { index, step in
      let place = "tie[\(index + 1)].by"
      guard seen.insert(step).inserted else {
        return RulesProblem(place, .repeatedTie(step.name))
      }
      switch step {
      case .component(let code):
        return components.contains { $0.code == code }
          ? nil : RulesProblem(place, .unknownCode(code))
      case .criterion(let code):
        return criteria.contains { $0.code == code }
          ? nil : RulesProblem(place, .unknownCode(code))
      default: return nil
      }
    }
  }
}

extension Criterion {
  fileprivate func problems(at place: String) -> [RulesProblem] {
    var problems: [RulesProblem] = []
    if factor.isNegative { problems.append(RulesProblem(place + ".factor", .below(0))) }
    guard minimum < maximum else {
      return problems + [RulesProblem(place + ".max", .emptyRange)]
    }
    if let step {
      guard step > .zero, ((maximum - minimum) / step).isWhole else {
        return problems + [RulesProblem(place + ".step", .stepDoesNotDivide)]
      }
    }
    for anchor in anchors where refusal(of: anchor.score) != nil {
      problems.append(
        RulesProblem(place + ".anchors", .anchorOutsideScale(anchor.score.description)))
    }
    return problems
  }
}
