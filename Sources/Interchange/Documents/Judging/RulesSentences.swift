import Incubation

/// The rules of a round in sentences, as minutes print them, so that a stranger can recount.
struct RulesSentences {
  private let rules: RoundRules

  init(_ rules: RoundRules) { self.rules = rules }

  var all: [String] {
    [criteria, components, panel, rounding, quorum].compactMap(\.self) + gates
      + [advancing, ties]
      .compactMap(\.self) + awards
  }

  private func exact(_ value: Rational) -> String { PaperNumber.exact(value) }

  private var criteria: String {
    let list = rules.criteria.map { criterion in
      let range = "\(exact(criterion.minimum))-\(exact(criterion.maximum)) điểm"
      let factor = criterion.factor == .one ? "" : ", hệ số \(exact(criterion.factor))"
      return "\(criterion.title.vietnamese.string) (\(criterion.code), \(range)\(factor))"
    }
    return "Tiêu chí: " + list.joined(separator: "; ") + "."
  }

  private var components: String? {
    if rules.components.isEmpty { return nil }
    let list = rules.components.map { component in
      let most = component.maximum.map { ", tối đa \(exact($0))" } ?? ""
      return "\(component.title.vietnamese.string) (\(component.code), "
        + "\(component.isDeduction ? "trừ" : "cộng") vào tổng\(most))"
    }
    return "Điểm do ban tổ chức nhập: " + list.joined(separator: "; ") + "."
  }

  private var panel: String {
    let panel = rules.panel
    let what = panel.combination == .criterion ? "từng tiêu chí" : "tổng điểm của các phiếu"
    let how =
      switch panel.method {
      case .mean: "lấy trung bình cộng \(what)"
      case .median: "lấy trung vị \(what)"
      case .sum: "cộng \(what)"
      case .rank: "lấy trung bình thứ hạng do từng giám khảo xếp, thấp nhất đứng đầu"
      case .rankPoints: "xếp theo trung bình thứ hạng, quy ra điểm theo bảng"
      case .borda: "quy thứ hạng của từng giám khảo ra điểm theo bảng rồi cộng"
      }
    let dropped = [(panel.dropHigh, "cao nhất"), (panel.dropLow, "thấp nhất")]
      .filter { $0.0 > 0 }.map { "\($0.0) điểm \($0.1)" }
    let drop = dropped.isEmpty ? "" : " sau khi bỏ \(dropped.joined(separator: " và "))"
    return "Cách gộp điểm của hội đồng: \(how)\(drop). Phiếu thiếu điểm không được tính."
  }

  private var rounding: String {
    let points = RoundRules.Rounding.Point.allCases.filter { rules.rounding.points.contains($0) }
    if points.isEmpty { return "Không làm tròn khi tính; số in ra có \(places)." }
    let names = points.map { point in
      switch point {
      case .criterion: "điểm tiêu chí"
      case .factor: "điểm đã nhân hệ số"
      case .sheet: "tổng phiếu"
      case .panel: "điểm của hội đồng"
      case .total: "tổng điểm"
      }
    }
    let mode =
      switch rules.rounding.mode {
      case .halfUp: "nửa làm tròn lên"
      case .halfEven: "nửa làm tròn về số chẵn"
      case .down: "bỏ phần lẻ"
      }
    return "Làm tròn \(names.joined(separator: ", ")) đến \(places), \(mode)."
  }

  private var places: String { "\(rules.rounding.places) chữ số thập phân" }

  private var quorum: String? {
    rules.quorum == 0
      ? nil : "Bài có ít hơn \(rules.quorum) phiếu đủ điểm thì kết quả là tạm tính."
  }

  private var gates: [String] {
    var sentences: [String] = []
    if let least = rules.gates.minimumTotal {
      sentences.append("Chỉ xếp hạng bài có tổng điểm từ \(exact(least)) trở lên.")
    }
    if rules.gates.refusesZeroCriterion {
      sentences.append("Không xếp hạng bài có tiêu chí 0 điểm.")
    }
    if let share = rules.gates.largestZeroShare {
      sentences.append(
        "Không xếp hạng bài có hơn \(exact(share)) số giám khảo cho 0 điểm ở một tiêu chí.")
    }
    for (code, least) in rules.gates.minimumCriteria.sorted(by: { $0.key < $1.key }) {
      sentences.append("Chỉ xếp hạng bài có điểm \(title(code)) từ \(exact(least)) trở lên.")
    }
    return sentences
  }

  private var advancing: String? {
    rules.advancing.map { "Chọn \($0) bài xếp hạng cao nhất của mỗi bảng vào vòng sau." }
  }

  private var ties: String? {
    if rules.ties.isEmpty { return "Bài bằng tổng điểm thì đồng hạng." }
    return "Khi bằng tổng điểm, phân định lần lượt theo: "
      + rules.ties.map(words).joined(separator: "; ") + "; vẫn bằng thì đồng hạng."
  }

  private var awards: [String] {
    if rules.awards.isEmpty { return [] }
    let list = rules.awards.map { award in
      let quota = award.quota.map { "\($0) giải" } ?? "không giới hạn số giải"
      let least = award.minimumTotal.map { ", từ \(exact($0)) điểm" } ?? ""
      return "\(award.title.vietnamese.string) (\(quota)\(least))"
    }
    return ["Cơ cấu giải của mỗi bảng: " + list.joined(separator: "; ") + "; giải có thể để trống."]
  }

  private func title(_ code: String) -> String {
    let titles =
      rules.criteria.map { ($0.code, $0.title) } + rules.components.map { ($0.code, $0.title) }
    return titles.first { $0.0 == code }.map { "«\($0.1.vietnamese.string)»" } ?? "«\(code)»"
  }

  /// A step that separates entries of one total.
  func words(_ step: TieStep) -> String {
    switch step {
    case .component(let code): "điểm \(title(code)) do ban tổ chức nhập"
    case .criterion(let code): "điểm tiêu chí \(title(code))"
    case .criteriaTotal: "tổng điểm các tiêu chí"
    case .countBack: "so lần lượt các tổng phiếu từ cao xuống thấp"
    case .firstPlaces: "số giám khảo xếp hạng nhất"
    case .scoringJudges: "số phiếu có điểm trên 0"
    case .median: "trung vị tổng các phiếu"
    case .judge(let judge): "tổng phiếu của giám khảo \(judge)"
    case .lot: "bốc thăm"
    case .decision: "quyết định của hội đồng"
    }
  }
}
