import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the page of a round.
struct RoundDrawing {
  let state: RoundDeskState
  let area: Rectangle
  let text: ContestText
  let context: ScreenContext

  /// The rows of the explanation below a list.
  static func detailHeight(_ section: RoundSection, _ height: Int) -> Int {
    guard height >= 12 else { return 0 }
    switch section {
    case .course: return min(8, height / 3)
    case .board: return min(6, height / 4)
    case .grid, .stage, .panel, .rules: return 0
    }
  }

  /// The rows of a list, for moving in it.
  static func listHeight(_ state: RoundDeskState, _ context: ScreenContext) -> Int {
    let height = context.size.height
    let header = state.section == .board ? 4 : 3
    return max(1, height - header - detailHeight(state.section, height))
  }

  func draw(on frame: inout Frame<RoundDeskAction>) {
    drawHeader(in: area.row(0).inset(horizontal: 1), on: &frame)
    let parts = RoundSection.allCases.map { (text.section($0), $0 == state.section) }
    for (place, part) in PartsLine.draw(parts, in: area.row(1), on: &frame.canvas) {
      frame.target(part, .chooseSection(RoundSection.allCases[place]))
    }
    let body = area.splitTop(2).rest
    if let page = state.page {
      draw(page, in: body, on: &frame)
    } else {
      let problem = state.problem.map { ErrorWords(text.language).sentence(for: $0) }
      say(
        problem ?? (state.isLoading ? text.loading : text.empty), problem == nil ? .muted : .danger,
        in: body, on: &frame)
    }
    state.panel?.draw(
      in: area, on: &frame, context, field: RoundDeskAction.field, pick: RoundDeskAction.pick)
  }

  private func say(
    _ words: String, _ role: Role, in body: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    let inside = body.inset(horizontal: 1)
    for (index, line) in TextWrap.lines(of: words, width: max(1, inside.width)).enumerated() {
      frame.canvas.put(line, in: inside.row(index), style: Style(role))
    }
    frame.canvas.pointCursor(at: inside.row(0))
  }

  private func draw(
    _ page: RoundPage, in body: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    let isHidden = !page.seesAll && [.grid].contains(state.section)
    let isEmptyBoard =
      state.section == .board && page.board.lines.isEmpty && !state.showsAlerts
    if isHidden || isEmptyBoard {
      let words =
        page.board.refusal.map { $0.words(text.language).joined(separator: " ") }
        ?? ContestRefusal.hidden.words(text.language)
      say(words, .warning, in: body, on: &frame)
      return
    }
    if state.section == .grid {
      GridDrawing(page: page, focus: GridFocus(state), text: text, context: context)
        .draw(in: body, on: &frame)
      return
    }
    let (list, detail) = body.splitBottom(Self.detailHeight(state.section, area.height))
    drawList(page, in: list, on: &frame)
    drawDetail(page, in: detail, on: &frame)
  }

  // MARK: Header

  private func drawHeader(in line: Rectangle, on frame: inout Frame<RoundDeskAction>) {
    guard let page = state.page else { return }
    let round = page.round
    let stage = StageWords(round.stage, page.snapshot, text.language)
      .line(at: state.now ?? page.loadedAt)
    let stands = text.state(round.state)
    let name =
      page.snapshot.competitionCode + " · " + round.content.title(text.language).string + "  "
    var x = frame.canvas.put(
      TextWidth.cut(name, to: line.width), in: line, style: Style(.heading))
    x += frame.canvas.put(
      TextWidth.cut(stands.text, to: max(0, line.width - x)), in: line, offset: x,
      style: Style(stands.role))
    if page.seesAll {
      let (done, all) = page.progress
      let words = text.say("  phiếu \(done)/\(all)", "  sheets \(done)/\(all)")
      x += frame.canvas.put(
        TextWidth.cut(words, to: max(0, line.width - x)), in: line, offset: x, style: Style(.muted))
    }
    let width = TextWidth.width(of: stage.text)
    guard !stage.text.isEmpty, x + 2 + width <= line.width else { return }
    frame.canvas.put(stage.text, in: line, offset: line.width - width, style: Style(stage.role))
  }

  // MARK: Lists

  private func drawList(
    _ page: RoundPage, in list: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    let table = RoundTables(state: state, page: page, text: text, context: context).current
    var place = list
    let columns = Table.layout(table.columns, width: list.width)
    if state.section == .board, !state.showsAlerts {
      drawSides(columns, in: list.row(0), on: &frame)
      place = list.splitTop(1).rest
    }
    guard !table.ids.isEmpty else {
      say(
        state.showsAlerts ? text.noAlerts : text.emptySection, .muted,
        in: place.splitTop(1).rest, on: &frame)
      return
    }
    let rows = Table.draw(
      state.list, columns, in: place, on: &frame.canvas, isFocused: state.panel == nil
    ) { row, column in
      let cells = table.cells(row.id)
      return cells.indices.contains(column) ? cells[column] : TableCell("")
    }
    for (place, line) in rows {
      frame.target(
        line.intersection(area), place == state.list.focus ? .open : .place(place))
    }
  }

  /// Which columns are the result, and which are only advice.
  private func drawSides(
    _ columns: [Table.Placed<Int>], in line: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    let official =
      state.page?.round.state == .frozen && state.page?.seesAll == false
      ? text.say("CHÍNH THỨC, đóng băng", "OFFICIAL, frozen")
      : text.say("CHÍNH THỨC, theo thể lệ", "OFFICIAL, by the rules")
    frame.canvas.put(
      TextWidth.cut(official, to: max(0, line.width - 3)), in: line, offset: 3,
      style: Style(.heading))
    guard let first = columns.first(where: { $0.column.id >= BoardTable.firstAdvice }) else {
      return
    }
    let start = max(first.x, 3 + TextWidth.width(of: official) + 2)
    let words = text.say("│ tham khảo, không đổi kết quả", "│ advice, not the result")
    frame.canvas.fill(line.splitLeft(start - 2).rest, style: Style(.text))
    frame.canvas.put(
      TextWidth.cut(words, to: max(0, line.width - start + 2)), in: line, offset: start - 2,
      style: Style(.info))
  }

  // MARK: What the line in focus means

  private func drawDetail(
    _ page: RoundPage, in detail: Rectangle, on frame: inout Frame<RoundDeskAction>
  ) {
    guard detail.height > 1 else { return }
    frame.canvas.fill(detail.row(0), "─", style: Style(.border))
    let inside = detail.splitTop(1).rest.inset(horizontal: 1)
    let lines = RoundDetail(state: state, page: page, text: text).lines.flatMap { words, role in
      TextWrap.lines(of: words, width: max(1, inside.width)).map { ($0, role) }
    }
    for (index, line) in lines.prefix(inside.height).enumerated() {
      let isCut = index == inside.height - 1 && lines.count > inside.height
      frame.canvas.put(
        isCut ? TextWidth.cut(line.0, to: max(0, inside.width - 2)) + " …" : line.0,
        in: inside.row(index), style: Style(line.1))
    }
  }
}

/// The sentences about the line in focus.
struct RoundDetail {
  let state: RoundDeskState
  let page: RoundPage
  let text: ContestText

  var lines: [(String, Role)] {
    switch state.section {
    case .course: course
    case .board: board
    case .grid, .stage, .panel, .rules: []
    }
  }

  private var course: [(String, Role)] {
    guard let id = state.list.focused?.id, id.hasPrefix("move:"),
      let to = RoundState(rawValue: String(id.dropFirst(5)))
    else {
      let tables = RoundTables(
        state: state, page: page, text: text, context: Self.none(text.language))
      return page.verdict == nil ? [] : [(tables.signatures, .muted)]
    }
    let obstacles = page.obstacles[to] ?? []
    if obstacles.isEmpty {
      return [
        (text.say("Không vướng gì; Enter để làm.", "Nothing is in the way; Enter does it."), .ok)
      ]
    }
    return obstacles.map { obstacle in
      let ending =
        obstacle.canBeOverridden
        ? text.say(" (có thể vượt qua, ghi lý do)", " (can be overridden with a reason)")
        : text.say(" (phải giải quyết trước)", " (must be settled first)")
      return (
        (obstacle.canBeOverridden ? "! " : "× ") + obstacle.words(text.language) + ending,
        obstacle.canBeOverridden ? .warning : .danger
      )
    }
  }

  private static func none(_ language: Language) -> ScreenContext {
    ScreenContext(
      language: language, today: LocalDate(dayNumber: 0),
      user: User(login: "", displayName: .empty, roles: []), pipelines: [], fieldNames: [],
      size: Size(width: 80, height: 24))
  }

  private var board: [(String, Role)] {
    let board = page.board
    if state.showsAlerts {
      guard let place = state.list.focused.flatMap({ Int($0.id) }),
        board.alerts.indices.contains(place)
      else { return [] }
      return [(board.alerts[place].meaning(text.language), .text)]
    }
    var lines: [(String, Role)] = []
    if state.isOutOfOrder {
      lines.append(
        (
          text.say(
            "! Thứ hạng đã đổi; Alt+O xếp lại.", "! The order has changed; Alt+O sorts again."),
          .warning
        ))
    }
    if !board.alerts.isEmpty {
      let first = board.alerts[0].words(text.language)
      let more =
        board.alerts.count > 1
        ? text.say(
          " (còn \(board.alerts.count - 1): Alt+W)", " (\(board.alerts.count - 1) more: Alt+W)")
        : ""
      lines.append(("! " + first + more, .warning))
    }
    if let reliability = board.reliability { lines.append((reliability(text.language), .info)) }
    let (short, others) = (
      board.notes.filter { if case .belowQuorum = $0 { true } else { false } },
      board.notes.filter { if case .belowQuorum = $0 { false } else { true } }
    )
    lines += others.map { ($0.words(text.language), .muted) }
    if short.count == 1 { lines.append((short[0].words(text.language), .muted)) }
    if short.count > 1 {
      let quorum = page.snapshot.rules.quorum
      lines.append(
        (
          text.say(
            "\(short.count) bài chưa đủ \(quorum) phiếu nên kết quả là tạm tính.",
            "\(short.count) entries have fewer than \(quorum) sheets: provisional."), .muted
        ))
    }
    return lines
  }
}

/// The entry on the stage and its clock in words.
struct StageWords {
  private let stage: StageCall
  private let snapshot: RoundSnapshot
  private let language: Language

  init(_ stage: StageCall, _ snapshot: RoundSnapshot, _ language: Language) {
    self.stage = stage
    self.snapshot = snapshot
    self.language = language
  }

  /// Minutes and seconds of milliseconds.
  static func clock(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }

  /// "07 đang trình bày 4:12 / 8:00"; empty when nobody is on the stage.
  func line(at now: Timestamp) -> TableCell {
    guard let entry = stage.entry.flatMap(snapshot.entry) else { return TableCell("") }
    let elapsed = stage.elapsed(at: now)
    let phase =
      stage.phase == .questions
      ? language.say("hỏi đáp", "questions") : language.say("trình bày", "pitch")
    let stands = stage.runningSince == nil ? language.say(" (dừng)", " (paused)") : ""
    let limit = stage.limit > 0 ? " / " + Self.clock(stage.limit) : ""
    let isOver = stage.limit > 0 && elapsed > stage.limit
    let over = isOver ? language.say(" ! quá giờ", " ! over time") : ""
    return TableCell(
      entry.code + " " + phase + " " + Self.clock(elapsed) + limit + stands + over,
      isOver ? .danger : .info)
  }
}
