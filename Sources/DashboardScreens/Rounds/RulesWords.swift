import DashboardKit
import Incubation

/// The rules of a round in sentences, for the screen.
struct RulesWords {
  let rules: RoundRules
  let language: Language

  private func say(_ vietnamese: String, _ english: String) -> String {
    language.say(vietnamese, english)
  }
  private func exact(_ value: Rational) -> String { ContestNumbers.text(value, language) }

  /// All sentences, those about criteria first.
  var all: [String] {
    [say("Tiêu chí:", "Criteria:")] + rules.criteria.map { "  " + criterion($0) }
      + components + [panel, rounding, quorum] + gates + advancing + awards + [ties]
  }

  private func criterion(_ criterion: Criterion) -> String {
    let range = exact(criterion.minimum) + " - " + exact(criterion.maximum)
    let step = criterion.step.map { say(", bước ", ", step ") + exact($0) } ?? ""
    let factor =
      criterion.factor == .one ? "" : say(", hệ số ", ", factor ") + exact(criterion.factor)
    let levels = criterion.anchors.map { exact($0.score) + " " + $0.title(language).string }
    let words = levels.isEmpty ? "" : " (" + levels.joined(separator: ", ") + ")"
    return criterion.code + " · " + criterion.title(language).string + ": " + range + step + factor
      + words
  }

  private var components: [String] {
    guard !rules.components.isEmpty else { return [] }
    let list = rules.components.map { component in
      let sign = component.isDeduction ? say("trừ", "deducted") : say("cộng", "added")
      let most = component.maximum.map { say(", tối đa ", ", at most ") + exact($0) } ?? ""
      return component.title(language).string + " (" + component.code + ", " + sign + most + ")"
    }
    return [
      say("Điểm ban tổ chức nhập: ", "Entered by the organiser: ") + list.joined(separator: "; ")
        + "."
    ]
  }

  private var panel: String {
    let panel = rules.panel
    let what =
      panel.combination == .criterion
      ? say("từng tiêu chí", "each criterion") : say("tổng điểm phiếu", "sheet totals")
    let how =
      switch panel.method {
      case .mean: say("trung bình \(what)", "the mean of \(what)")
      case .median: say("trung vị \(what)", "the median of \(what)")
      case .sum: say("tổng \(what)", "the sum of \(what)")
      case .rank: say("trung bình thứ hạng, thấp nhất đứng đầu", "the mean rank, the lowest first")
      case .rankPoints: say("điểm theo thứ hạng trung bình", "points for the mean rank")
      case .borda: say("điểm theo thứ hạng của từng giám khảo", "points for every judge's rank")
      }
    let drop =
      panel.dropHigh + panel.dropLow == 0
      ? ""
      : say(
        ", bỏ \(panel.dropHigh) cao nhất và \(panel.dropLow) thấp nhất",
        ", the \(panel.dropHigh) highest and \(panel.dropLow) lowest dropped")
    return say("Gộp điểm hội đồng: ", "Combining the panel: ") + how + drop + "."
  }

  private var rounding: String {
    let names = RoundRules.Rounding.Point.allCases.filter(rules.rounding.points.contains).map {
      switch $0 {
      case .criterion: say("điểm tiêu chí", "criteria")
      case .factor: say("điểm nhân hệ số", "scores times factor")
      case .sheet: say("tổng phiếu", "sheet totals")
      case .panel: say("điểm hội đồng", "panel scores")
      case .total: say("tổng cuối", "the final total")
      }
    }
    let mode =
      switch rules.rounding.mode {
      case .halfUp: say("nửa lên", "half up")
      case .halfEven: say("nửa về chẵn", "half to even")
      case .down: say("cắt bỏ", "down")
      }
    if names.isEmpty { return say("Không làm tròn khi tính.", "Nothing is rounded on the way.") }
    return say(
      "Làm tròn \(rules.rounding.places) số lẻ (\(mode)): ",
      "Rounded to \(rules.rounding.places) places (\(mode)): ")
      + names.joined(separator: ", ") + "."
  }

  private var quorum: String {
    rules.quorum == 0
      ? say("Không quy định số phiếu tối thiểu.", "No least number of sheets.")
      : say(
        "Mỗi bài cần ít nhất \(rules.quorum) phiếu đủ điểm; ít hơn thì kết quả là tạm thời.",
        "An entry needs \(rules.quorum) complete sheets; with fewer its result is provisional.")
  }

  private var gates: [String] {
    let gates = rules.gates
    var found: [String] = []
    if let minimum = gates.minimumTotal {
      found.append(say("tổng từ ", "a total of at least ") + exact(minimum))
    }
    if gates.refusesZeroCriterion {
      found.append(say("không tiêu chí nào bằng 0", "no criterion at 0"))
    }
    if let share = gates.largestZeroShare {
      found.append(
        say("tỷ lệ giám khảo cho 0 không quá ", "judges giving 0 at most ") + exact(share))
    }
    for (code, least) in gates.minimumCriteria.sorted(by: { $0.key < $1.key }) {
      found.append(code + " ≥ " + exact(least))
    }
    return found.isEmpty
      ? [] : [say("Để được xếp hạng: ", "To be ranked: ") + found.joined(separator: "; ") + "."]
  }

  private var advancing: [String] {
    rules.advancing.map {
      [
        say(
          "Vào vòng sau: \($0) hạng đầu của mỗi bảng.",
          "Going on: the first \($0) places of each board.")
      ]
    } ?? []
  }

  private var awards: [String] {
    guard !rules.awards.isEmpty else { return [] }
    let list = rules.awards.map { award in
      let quota = award.quota.map { " \($0)" } ?? ""
      let least = award.minimumTotal.map { say(" từ ", " from ") + exact($0) } ?? ""
      let shared = award.isShared ? say(", có thể đồng giải", ", may be shared") : ""
      return award.title(language).string + quota + least + shared
    }
    return [
      say("Giải (mỗi bảng, có thể để trống): ", "Awards (each board, may stay empty): ")
        + list.joined(separator: "; ") + "."
    ]
  }

  private var ties: String {
    if rules.ties.isEmpty {
      return say("Bằng điểm thì đồng hạng.", "Equal totals share the place.")
    }
    return say("Bằng điểm, xét lần lượt: ", "Ties, in this order: ")
      + rules.ties.map(step).joined(separator: "; ")
      + say("; vẫn bằng thì đồng hạng.", "; else the place is shared.")
  }

  /// A step of the tie chain in words.
  func step(_ step: TieStep) -> String {
    func criterion(_ code: String) -> String {
      rules.criteria.first { $0.code == code }?.title(language).string
        ?? rules.components.first { $0.code == code }?.title(language).string ?? code
    }
    switch step {
    case .component(let code), .criterion(let code): return criterion(code)
    case .criteriaTotal: return say("tổng tiêu chí", "the sum of the criteria")
    case .countBack: return say("phiếu cao nhất, rồi nhì…", "the highest sheets, in order")
    case .firstPlaces: return say("số lần xếp nhất", "first places")
    case .scoringJudges: return say("số phiếu trên 0", "sheets above 0")
    case .median: return say("trung vị", "the median")
    case .judge(let code): return say("điểm của \(code)", "the score of \(code)")
    case .lot: return say("bốc thăm", "the lot")
    case .decision: return say("hội đồng quyết định", "the council's decision")
    }
  }
}
