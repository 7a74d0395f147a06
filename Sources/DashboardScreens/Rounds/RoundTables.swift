import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The parts of a round that are lists.
struct RoundTables {
  let state: RoundDeskState
  let page: RoundPage
  let text: ContestText
  let context: ScreenContext

  var current: ContestTable {
    switch state.section {
    case .course: course
    case .grid: ContestTable(columns: [], ids: []) { _ in [] }
    case .board: state.showsAlerts ? alerts : BoardTable(state, page, text).table
    case .stage: stage
    case .panel: panel
    case .rules: rules
    }
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    text.say(vietnamese, english)
  }

  // MARK: Course

  private struct Step {
    var id: String
    var title: String
    var detail: TableCell
  }

  private var steps: [Step] {
    let round = page.round
    var steps = RoundEdge.all.filter { $0.from == round.state }.map { edge -> Step in
      Step(
        id: "move:" + edge.to.rawValue, title: edge.name.label(text.language),
        detail: detail(of: edge))
    }
    if round.state == .signed {
      steps.append(
        Step(
          id: "sign", title: say("Ký thêm", "Sign as well"),
          detail: TableCell(signatures, .muted)))
    }
    guard page.seesAll else { return steps }
    steps.append(
      Step(
        id: "verify", title: say("Đối chiếu sự kiện", "Replay the events"),
        detail: TableCell(
          say(
            "tính lại từ mọi sự kiện, so với điểm và kết quả đã lưu",
            "recounts from every event and compares with what is stored"), .muted)))
    steps.append(
      Step(
        id: "reveal", title: say("Trao giải trên màn chiếu", "Reveal on a projector"),
        detail: TableCell(
          round.state >= .signed
            ? say("từ dưới lên, hai màn hình", "bottom-up, two screens")
            : say("tập dượt trên số liệu chưa đủ", "rehearsal on incomplete data"),
          round.state >= .signed ? .ok : .muted)))
    steps += ContestPaper.allCases.map { paper in
      Step(
        id: "paper:" + paper.rawValue, title: paper.title(text.language),
        detail: TableCell(
          round.state >= .signed
            ? say("theo kết quả đã ký", "of the signed result")
            : say("bản nháp: kết quả chưa ký", "draft: the result is not signed"), .muted))
    }
    steps.append(
      Step(
        id: "files", title: say("Tệp để tính lại", "Files for a recount"),
        detail: TableCell("rules.toml, entries.csv, scores.csv, judges.csv, heads.txt", .muted)))
    return steps
  }

  private func detail(of edge: RoundEdge) -> TableCell {
    guard context.user.may(edge.permission) else {
      return TableCell(say("vai trò khác làm", "for another role"), .muted)
    }
    let obstacles = page.obstacles[edge.to] ?? []
    if !obstacles.isEmpty {
      let bars = obstacles.contains { !$0.canBeOverridden }
      let words = obstacles.map { $0.words(text.language) }.joined(separator: "; ")
      return TableCell(
        (bars ? "× " : "! ") + words, bars ? .danger : .warning)
    }
    if edge.needsSecondPerson, page.round.movedBy == context.user.login {
      return TableCell(say("! người thứ hai phải làm", "! a second person must"), .warning)
    }
    return TableCell(say("✓ không vướng gì", "✓ nothing in the way"), .ok)
  }

  /// Who signed.
  var signatures: String {
    let names = (page.verdict?.signatures ?? []).map { signature in
      signature.capacity.isBlank
        ? signature.name.string : signature.name.string + " (" + signature.capacity.string + ")"
    }
    return names.isEmpty
      ? say("chưa ai ký", "nobody signed yet")
      : say("đã ký: ", "signed: ") + names.joined(separator: ", ")
  }

  private var course: ContestTable {
    let steps = steps
    let byID = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    return ContestTable(
      columns: [
        TableColumn(0, title: say("Việc", "Step"), minimum: 26),
        TableColumn(1, title: say("Hiện trạng", "How it stands"), minimum: 12, weight: 1),
      ], ids: steps.map(\.id)
    ) { id in
      guard let step = byID[id] else { return [] }
      return [TableCell(step.title), step.detail]
    }
  }

  // MARK: Alerts

  private var alerts: ContestTable {
    let all = page.board.alerts
    return ContestTable(
      columns: [
        TableColumn(
          0, title: say("Cảnh báo (tham khảo)", "Alerts (advice)"), minimum: 20, weight: 1)
      ], ids: all.indices.map(String.init)
    ) { id in
      guard let place = Int(id), all.indices.contains(place) else { return [] }
      return [TableCell("! " + all[place].words(text.language), .warning)]
    }
  }

  // MARK: Stage

  private var stage: ContestTable {
    let entries = page.snapshot.entries
    let byID = Dictionary(entries.map { ($0.entry.description, $0) }) { first, _ in first }
    let places = Dictionary(entries.enumerated().map { ($1.entry, $0) }) { first, _ in first }
    return ContestTable(
      columns: [
        TableColumn(0, title: say("Lượt", "Turn"), minimum: 4, alignment: .trailing),
        TableColumn(1, title: say("Mã", "Code"), minimum: 4),
        TableColumn(2, title: say("Bài dự thi", "Entry"), minimum: 14, weight: 3),
        TableColumn(3, title: say("Trên sân khấu", "On stage"), minimum: 16),
        TableColumn(4, title: say("Phiếu đủ", "Complete"), minimum: 8, rank: 1),
      ], ids: entries.map(\.entry.description)
    ) { id in
      guard let entry = byID[id] else { return [] }
      let isOn = page.round.stage.entry == entry.entry
      let cells = places[entry.entry].flatMap {
        page.grid.indices.contains($0) ? page.grid[$0] : nil
      }
      let counted = (cells ?? []).filter { $0 != .notAssigned && $0 != .conflict }
      let done = counted.count { [.complete, .confirmed, .sealed].contains($0) }
      return [
        TableCell(entry.lot.map { String($0) } ?? "-", .muted), TableCell(entry.code, .muted),
        TableCell(entry.title.isBlank ? say("(giấu tên)", "(blind)") : entry.title.string),
        isOn
          ? TableCell(say("● đang trình bày", "● presenting"), .warning)
          : entry.isWithdrawn
            ? TableCell(say("- đã rút", "- withdrawn"), .muted)
            : entry.isCalibration
              ? TableCell(say("bài chấm thử", "calibration"), .muted) : TableCell(""),
        TableCell(cells == nil ? "" : "\(done)/\(counted.count)", .muted),
      ]
    }
  }

  // MARK: Panel

  private var panel: ContestTable {
    let snapshot = page.snapshot
    let conflicts = snapshot.conflicts.sorted {
      ($0.status == .proposed ? 0 : 1, $0.judge, $0.entry)
        < ($1.status == .proposed ? 0 : 1, $1.judge, $1.entry)
    }
    let ids =
      page.reopenings.map { "r:" + $0.id.description }
      + snapshot.judges.map { "j:" + $0.judge.description } + conflicts.indices.map { "c:\($0)" }
    return ContestTable(
      columns: [
        TableColumn(0, title: say("Ai, gì", "Who, what"), minimum: 18, weight: 2),
        TableColumn(1, title: say("Tình trạng", "State"), minimum: 16, weight: 2),
        TableColumn(2, title: say("Phiếu", "Sheets"), minimum: 6, rank: 1),
        TableColumn(
          3, title: say("Đơn vị, lý do", "Organisation, reason"), minimum: 12, weight: 2, rank: 2),
      ], ids: ids
    ) { id in
      let rest = String(id.dropFirst(2))
      switch id.first {
      case "j":
        return snapshot.judges.first { $0.judge.description == rest }.map(judge) ?? []
      case "r":
        return page.reopenings.first { $0.id.description == rest }.map(reopening) ?? []
      default:
        guard let place = Int(rest), conflicts.indices.contains(place) else { return [] }
        return conflict(conflicts[place])
      }
    }
  }

  /// The conflicts in the order of their lines.
  static func conflicts(_ page: RoundPage) -> [ConflictOfInterest] {
    page.snapshot.conflicts.sorted {
      ($0.status == .proposed ? 0 : 1, $0.judge, $0.entry)
        < ($1.status == .proposed ? 0 : 1, $1.judge, $1.entry)
    }
  }

  private func judge(_ judge: RoundJudge) -> [TableCell] {
    let own = page.snapshot.assigned.subtracting(page.snapshot.blocked)
      .filter { $0.judge == judge.judge }
    let done = own.count { page.snapshot.sheet($0).isComplete(page.snapshot.rules.criteria) }
    var words: [String] = []
    words.append(judge.isPresent ? say("✓ có mặt", "✓ present") : say("- vắng", "- absent"))
    if judge.declaredAt == nil { words.append(say("! chưa kê khai", "! not declared")) }
    if judge.isShadow { words.append(say("chấm thử", "shadow")) }
    if let other = judge.substituteFor.flatMap(page.snapshot.judge) {
      words.append(say("thay ", "for ") + other.code)
    }
    let isCalm = judge.isPresent && judge.declaredAt != nil
    return [
      TableCell(judge.code + " " + judge.name.string),
      TableCell(words.joined(separator: " · "), isCalm ? .ok : .warning),
      TableCell("\(done)/\(own.count)", .muted), TableCell(judge.organisation.string, .muted),
    ]
  }

  private func conflict(_ conflict: ConflictOfInterest) -> [TableCell] {
    let entry = page.snapshot.entry(conflict.entry)?.code ?? "?"
    let judge = page.snapshot.judge(conflict.judge)?.code ?? "?"
    let kind = conflict.kind.label(text.language)
    let state: TableCell =
      switch conflict.status {
      case .proposed: TableCell(say("! đề xuất: \(kind)", "! proposed: \(kind)"), .warning)
      case .confirmed: TableCell(say("× xung đột: \(kind)", "× conflict: \(kind)"), .danger)
      case .dismissed: TableCell(say("không phải: \(kind)", "dismissed: \(kind)"), .muted)
      }
    return [
      TableCell("  × " + judge + " · " + say("bài ", "entry ") + entry), state, TableCell(""),
      TableCell(conflict.reason.string, .muted),
    ]
  }

  private func reopening(_ reopening: SheetReopening) -> [TableCell] {
    let key = page.snapshot.key(reopening.place)
    return [
      TableCell("! " + key.judge + " · " + say("bài ", "entry ") + key.entry, .warning),
      TableCell(
        say("xin mở lại: chờ duyệt", "reopening asked: to approve"), .warning), TableCell(""),
      TableCell(reopening.askedBy + ": " + reopening.reason.string, .muted),
    ]
  }

  // MARK: Rules

  private var rules: ContestTable {
    let versions = page.versions
    let width = max(20, context.size.width - 8)
    let lines = RulesWords(rules: page.snapshot.rules, language: text.language).all
      .flatMap { TextWrap.lines(of: $0, width: width) }
    return ContestTable(
      columns: [
        TableColumn(
          0,
          title: say(
            "Thể lệ của vòng, bản \(page.round.rulesVersion)",
            "The rules, version \(page.round.rulesVersion)"),
          minimum: 20, weight: 1)
      ], ids: versions.map { "v:\($0.number)" } + lines.indices.map { "l:\($0)" }
    ) { id in
      guard let number = Int(id.dropFirst(2)) else { return [] }
      if id.first == "l" { return lines.indices.contains(number) ? [TableCell(lines[number])] : [] }
      guard let version = versions.first(where: { $0.number == number }) else { return [] }
      return [self.version(version)]
    }
  }

  private func version(_ version: RulesVersion) -> TableCell {
    let by = version.proposedBy + (version.reason.isBlank ? "" : ": " + version.reason.string)
    if version.number == page.round.rulesVersion {
      return TableCell(
        say(
          "✓ Bản \(version.number), đang áp dụng · \(by)",
          "✓ Version \(version.number), in force · \(by)"),
        .ok)
    }
    if !version.isInForce {
      return TableCell(
        say(
          "! Bản \(version.number), chờ người khác duyệt (Enter) · \(by)",
          "! Version \(version.number), to be approved (Enter) · \(by)"), .warning)
    }
    return TableCell(
      say("Bản \(version.number), đã thay · \(by)", "Version \(version.number), replaced · \(by)"),
      .muted)
  }
}
