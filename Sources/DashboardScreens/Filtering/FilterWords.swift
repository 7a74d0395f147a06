import DashboardKit
import Incubation

/// The words about filters that the board and the table share.
struct FilterWords: Wording {
  let language: Language

  var title: String { say("Lọc hồ sơ", "Filter ventures") }
  var hint: String {
    say(
      "← → đổi · Space mở · gõ tìm · Enter áp dụng · Esc thôi",
      "← → change · Space open · type · Enter apply · Esc leave")
  }
  var all: String { say("tất cả", "all") }

  func name(_ key: FormKey) -> String {
    guard case .filter(let key) = key else { return "" }
    switch key {
    case .status: return say("Tình trạng", "Status")
    case .stage: return ventures.label(.stage).title
    case .field: return ventures.label(.field).title
    case .place: return ventures.label(.place).title
    case .owner: return say("Phụ trách", "Owner")
    case .source: return ventures.label(.sourceKind).title
    case .due: return say("Hạn bước tới", "Next step due")
    case .stalled: return say("Đứng lại", "Stalled")
    case .tag: return ventures.label(.tags).title
    }
  }

  /// What a filter lets through, each condition in a few words.
  func chips(_ filter: VentureFilter, _ pipeline: Pipeline?, today: LocalDate) -> [String] {
    var result: [String] = []
    let stages = filter.stages.compactMap { pipeline?.stage($0)?.title(language).string }
    if !stages.isEmpty { result.append(stages.sorted().joined(separator: ", ")) }
    let statuses = Venture.Status.allCases.filter { filter.statuses.contains($0) }
    if !statuses.isEmpty {
      result.append(statuses.map { $0.label(language) }.joined(separator: ", "))
    }
    for text in [filter.field, filter.place, filter.owner].compactMap(\.self) {
      result.append(text.string)
    }
    if let source = filter.source { result.append(source.label(language)) }
    if let tag = filter.tag { result.append("#" + tag.string) }
    if let due = filter.dueBy {
      result.append(
        due < today
          ? say("quá hạn", "overdue")
          : say("hạn đến ", "due by ") + due.formatted)
    }
    if filter.onlyStalled { result.append(say("đứng lại", "stalled")) }
    if let ids = filter.ids {
      result.append(say("\(number(ids.count)) hồ sơ đã chọn", "\(number(ids.count)) chosen"))
    }
    return result
  }

  /// Whether a filter lets everything of its pipeline through.
  static func isOpen(_ filter: VentureFilter) -> Bool {
    filter == VentureFilter(pipeline: filter.pipeline)
  }

  var open: CommandWords {
    words(
      ("Lọc", "Filter"),
      (
        "Chọn giai đoạn, lĩnh vực, địa bàn, người phụ trách… để chỉ hiện những hồ sơ cần xem.",
        "Choose stage, field, place, owner… so that only the ventures in question are shown."
      ))
  }
  var clear: CommandWords {
    words(
      ("Bỏ lọc", "Clear filter"),
      ("Bỏ mọi điều kiện lọc và từ tìm kiếm.", "Takes away every condition and the search."))
  }
  var apply: CommandWords {
    words(("Áp dụng", "Apply"), ("Hiện những hồ sơ đã chọn.", "Shows the ventures chosen."))
  }
}
