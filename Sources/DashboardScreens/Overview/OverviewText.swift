import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The words of the overview.
struct OverviewText: Wording {
  let language: Language

  var board: PipelineText { PipelineText(language: language) }
  var moves: MoveWords { MoveWords(language: language) }

  var title: String { say("Tổng quan", "Overview") }
  var loading: String { say("Đang tính số liệu…", "Working out the figures…") }
  var empty: String {
    say("Chưa có hồ sơ nào trong quy trình này.", "There are no ventures in this pipeline yet.")
  }
  var funnel: String { say("Phễu", "Funnel") }
  var ages: String { say("Thời gian ở mỗi giai đoạn", "Time in each stage") }
  var sources: String { say("Nguồn phát hiện", "How they were found") }
  var months: String { say("Hồ sơ mới, 12 tháng", "New, twelve months") }
  var stalledTitle: String { say("Đứng lại lâu nhất", "Stalled longest") }

  /// Hundredths of a per cent with one decimal: 4583 is 45,8 %.
  func percent(_ hundredths: Int) -> String {
    let tenths = (hundredths + 5) / 10
    let point = say(",", ".")
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10)\(point)\(tenths % 10) %"
  }

  /// A part of a whole in per cent.
  func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "" : percent((part * 20_000 + whole) / (2 * whole))
  }

  func ventures(_ number: Int) -> String { self.count(number, "hồ sơ", "venture", "ventures") }

  /// The funnel in one sentence.
  func funnelWords(_ statistics: PipelineStatistics, _ pipeline: Pipeline?) -> String {
    guard let last = statistics.stages.last else { return empty }
    let stage = moves.stage(last.stage, pipeline)
    var words = say(
      "\(ventures(statistics.total)) đã vào, \(number(last.reached)) đến \(stage)",
      "\(ventures(statistics.total)) came in, \(number(last.reached)) reached \(stage)")
    let share = share(last.reached, of: statistics.total)
    if !share.isEmpty { words += " (\(share))" }
    if let narrow = statistics.bottleneck {
      let name = moves.stage(narrow, pipeline)
      words += say("; chậm nhất: \(name)", "; slowest: \(name)")
    }
    return words + "."
  }

  /// What stands right of a bar of the funnel.
  func conversion(_ figures: PipelineStatistics.StageFigures) -> String {
    guard let next = figures.reachedNext, let conversion = figures.conversion else { return "" }
    return "→ \(number(next)) (\(percent(conversion)))"
  }

  /// How long ventures are in a stage, in words, as many of them as fit into so many cells.
  func age(
    _ ages: PipelineOverview.StageAges, _ figures: PipelineStatistics.StageFigures, width: Int
  ) -> String {
    let parts = ageParts(ages, figures)
    let count = parts.indices.last { last in
      TextWidth.width(of: parts[...last].joined(separator: " · ")) <= width
    }
    return parts.prefix((count ?? 0) + 1).joined(separator: " · ")
  }

  private func ageParts(
    _ ages: PipelineOverview.StageAges, _ figures: PipelineStatistics.StageFigures
  ) -> [String] {
    var parts = [ventures(ages.within + ages.over)]
    if ages.over > 0 { parts.append("~ " + say("\(ages.over) đứng lại", "\(ages.over) stalled")) }
    if let median = figures.medianDays {
      parts.append(say("giữa ", "median ") + self.ventures.shortDays(median))
    }
    if let usual = figures.usualDays {
      parts.append(say("thường ", "usual ") + self.ventures.shortDays(usual))
    }
    if let longest = ages.longest {
      parts.append(say("lâu nhất ", "longest ") + self.ventures.shortDays(longest))
    }
    return parts
  }

  func agesWords(_ ages: [PipelineOverview.StageAges]) -> String {
    let all = ages.reduce(0) { $0 + $1.within + $1.over }
    let over = ages.reduce(0) { $0 + $1.over }
    return say(
      "\(number(over)) trong \(ventures(all)) đang theo dõi đứng lại quá lâu.",
      "\(number(over)) of \(ventures(all)) being followed stand still for too long.")
  }

  func source(_ source: DiscoverySource?) -> String {
    source?.label(language) ?? say("chưa rõ", "unknown")
  }

  func sourcesWords(_ sources: [PipelineOverview.SourceCount]) -> String {
    guard let first = sources.first else { return empty }
    let all = sources.reduce(0) { $0 + $1.count }
    let share = share(first.count, of: all)
    let name = source(first.source)
    return say(
      "Nhiều nhất: \(name), \(number(first.count)) trong \(number(all)) (\(share)).",
      "Most: \(name), \(number(first.count)) of \(number(all)) (\(share)).")
  }

  func monthsWords(_ months: [PipelineOverview.Month]) -> String {
    let all = months.reduce(0) { $0 + $1.count }
    let last = months.last?.count ?? 0
    return say(
      "\(number(all)) hồ sơ mới trong 12 tháng, \(number(last)) trong tháng này.",
      "\(number(all)) new in twelve months, \(number(last)) this month.")
  }

  func month(_ start: LocalDate) -> String {
    let parts = start.components
    return say("Tháng \(parts.month)/\(parts.year)", "\(parts.month)/\(parts.year)")
  }

  func stalledWords(_ number: Int) -> String {
    number == 0
      ? say("Không hồ sơ nào đứng lại.", "Nothing stands still.")
      : say("\(ventures(number)) đứng lại; mở tất cả", "\(ventures(number)) stalled; open all")
  }

  // MARK: Commands

  var open: CommandWords {
    words(
      ("Hồ sơ đứng sau", "Records behind"),
      (
        "Mở những hồ sơ đứng sau con số đang chọn.",
        "Opens the ventures behind the figure in focus."
      ))
  }
  var cross: CommandWords {
    words(
      ("Cột kia", "Other side"),
      ("Sang phần kế tiếp của trang.", "Goes to the next part of the page."))
  }
  var next: CommandWords {
    words(
      ("Quy trình", "Pipeline"),
      ("Chuyển sang số liệu của quy trình kế tiếp.", "Shows the figures of the next pipeline."))
  }
  var showBoard: CommandWords {
    words(
      ("Bảng", "Board"),
      ("Mở bảng của quy trình này.", "Opens the board of this pipeline."))
  }
}
