public import Incubation

/// Writes rules as `rules.toml`, so that they read back the same.
public enum RulesWriter {
  /// The text of the file.
  public static func write(_ rules: RoundRules) -> String {
    var lines: [String] = []
    if rules.quorum > 0 { lines.append("quorum = \(rules.quorum)") }
    lines += rounding(rules.rounding) + panel(rules.panel)
    lines += rules.criteria.flatMap(criterion) + rules.components.flatMap(component)
    lines += gates(rules.gates)
    if let advancing = rules.advancing { lines += ["", "[advance]", "top = \(advancing)"] }
    lines += rules.awards.flatMap(award)
    lines += rules.ties.flatMap { ["", "[[tie]]", "by = \(quoted($0.name))"] }
    return lines.drop(while: \.isEmpty).joined(separator: "\n") + "\n"
  }

  private static func rounding(_ rounding: RoundRules.Rounding) -> [String] {
    let points = RoundRules.Rounding.Point.allCases.filter(rounding.points.contains)
    return [
      "", "[rounding]", "places = \(rounding.places)", "mode = \(quoted(rounding.mode.rawValue))",
      "after = [" + points.map { quoted($0.rawValue) }.joined(separator: ", ") + "]",
    ]
  }

  private static func panel(_ panel: RoundRules.Panel) -> [String] {
    var lines = [
      "", "[panel]", "combine = \(quoted(panel.combination.rawValue))",
      "method = \(quoted(panel.method.rawValue))",
    ]
    if panel.dropHigh > 0 { lines.append("drop_high = \(panel.dropHigh)") }
    if panel.dropLow > 0 { lines.append("drop_low = \(panel.dropLow)") }
    if !panel.points.isEmpty {
      lines.append("points = [" + panel.points.map(number).joined(separator: ", ") + "]")
    }
    return lines
  }

  private static func criterion(_ criterion: Criterion) -> [String] {
    var lines = [
      "", "[[criterion]]", "code = \(quoted(criterion.code))", "title = \(title(criterion.title))",
      "min = \(number(criterion.minimum))", "max = \(number(criterion.maximum))",
    ]
    if let step = criterion.step { lines.append("step = \(number(step))") }
    if criterion.factor != .one { lines.append("factor = \(number(criterion.factor))") }
    if !criterion.anchors.isEmpty {
      let levels = criterion.anchors.map {
        "\(quoted($0.score.description)) = \(title($0.title))"
      }
      lines.append("anchors = { " + levels.joined(separator: ", ") + " }")
    }
    return lines
  }

  private static func component(_ component: RoundRules.Component) -> [String] {
    var lines = [
      "", "[[component]]", "code = \(quoted(component.code))", "title = \(title(component.title))",
      "sign = \(component.isDeduction ? -1 : 1)",
    ]
    if let maximum = component.maximum { lines.append("max = \(number(maximum))") }
    if let fallback = component.fallback { lines.append("default = \(number(fallback))") }
    return lines
  }

  private static func gates(_ gates: RoundRules.Gates) -> [String] {
    var lines: [String] = []
    if let minimum = gates.minimumTotal { lines.append("min_total = \(number(minimum))") }
    if gates.refusesZeroCriterion { lines.append("no_zero_criterion = true") }
    if let share = gates.largestZeroShare {
      lines.append("zero_share_max = \(quoted(share.description))")
    }
    if !gates.minimumCriteria.isEmpty {
      let codes = gates.minimumCriteria.sorted { $0.key < $1.key }
        .map { "\(quoted($0.key)) = \(number($0.value))" }
      lines.append("min_criteria = { " + codes.joined(separator: ", ") + " }")
    }
    return lines.isEmpty ? [] : ["", "[gates]"] + lines
  }

  private static func award(_ award: RoundRules.Award) -> [String] {
    var lines = [
      "", "[[award]]", "code = \(quoted(award.code))", "title = \(title(award.title))",
    ]
    if let quota = award.quota { lines.append("quota = \(quota)") }
    if let minimum = award.minimumTotal { lines.append("min_total = \(number(minimum))") }
    return lines + ["shared = \(award.isShared)"]
  }

  private static func number(_ value: Rational) -> String { value.description }

  private static func title(_ title: Bilingual) -> String {
    "{ vi = \(quoted(title.vietnamese.string)), en = \(quoted(title.english.string)) }"
  }

  /// A basic string of TOML. Safe text has no control characters.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
