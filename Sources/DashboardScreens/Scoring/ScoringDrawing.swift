import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Draws the score sheet: where we are, the entry, the criteria, and at the foot where the scores
/// are.
struct ScoringDrawing {
  let state: ScoringState
  let area: Rectangle
  let text: ScoringText
  let context: ScreenContext

  func draw(on frame: inout Frame<ScoringAction>) {
    guard let page = state.page else {
      let words = state.hasNoRound ? text.noRound : text.loading
      for (index, line) in TextWrap.lines(of: words, width: max(1, area.width - 2)).enumerated()
      where index < area.height {
        frame.canvas.put(
          line, in: area.row(index).inset(horizontal: 1), style: Style(.muted))
      }
      return
    }
    let head = headLines(page)
    let foot = footLines(page)
    let (top, below) = area.splitTop(min(head.count, area.height))
    for (index, line) in head.prefix(top.height).enumerated() {
      put(line, in: top.row(index), on: &frame)
    }
    let room = below.height - foot.count
    let (middle, bottom) = below.splitBottom(room < 3 ? min(1, below.height) : foot.count)
    if let entry = state.entry {
      SheetTable(state: state, page: page, entry: entry, area: middle, text: text)
        .draw(on: &frame)
    } else {
      frame.canvas.put(
        text.noEntries, in: middle.row(0).inset(horizontal: 1), style: Style(.muted))
    }
    for (index, line) in foot.suffix(bottom.height).enumerated() {
      put(line, in: bottom.row(index), on: &frame)
    }
    if let panel = state.panel {
      ScoringPanelDrawing(panel: panel, state: state, area: area, text: text, context: context)
        .draw(on: &frame)
    }
  }

  /// A line with something at its right end, and what a click on it does.
  private struct Line {
    var words: String
    var role: Role = .text
    var right = ""
    var rightRole: Role = .muted
    /// Whether the words are cut for what stands at the right.
    var keepsRight = false
    var action: ScoringAction?
  }

  private func put(_ line: Line, in row: Rectangle, on frame: inout Frame<ScoringAction>) {
    let row = row.inset(horizontal: 1)
    let rightWidth = TextWidth.width(of: line.right)
    let fits = rightWidth + TextWidth.width(of: line.words) + 2 <= row.width
    let shown = fits || line.words.isEmpty || line.keepsRight ? min(rightWidth, row.width) : 0
    let room = max(0, row.width - (shown > 0 ? shown + 2 : 0))
    frame.canvas.put(TextWidth.cut(line.words, to: room), in: row, style: Style(line.role))
    if shown > 0 {
      frame.canvas.put(
        TextWidth.cut(line.right, to: row.width), in: row, offset: max(0, row.width - shown),
        style: Style(line.rightRole))
    }
    if let action = line.action { frame.target(row.intersection(area), action) }
  }

  // MARK: - The head

  private func headLines(_ page: ScoringPage) -> [Line] {
    let round = page.snapshot.round
    let title =
      page.contest(context.language).string + " · "
      + round.content.title(context.language).string
    let isRoomy = area.height >= 18
    var lines = [
      Line(
        words: title, role: .heading, right: round.state.label(context.language),
        rightRole: round.state.takesScores ? .ok : .warning),
      Line(words: "", right: progress(page)),
    ]
    if page.snapshot.judge(page.judge)?.isShadow == true {
      lines.append(Line(words: text.shadow, role: .info))
    }
    if let stage = stageLine(page) { lines += apart(stage) }
    guard let entry = state.entry else { return lines }
    if isRoomy { lines.append(Line(words: "")) }
    lines.append(
      Line(
        words: " " + text.name(of: entry), role: .title, right: marks(entry, page),
        rightRole: .warning))
    lines.append(Line(words: " " + about(entry, page), role: .muted))
    if let conflict = page.conflict(with: entry.entry) {
      lines.append(Line(words: " " + text.conflictLine(conflict), role: .danger))
    } else if isRoomy {
      lines.append(Line(words: ""))
    }
    return lines
  }

  /// The stage on two lines where the clock leaves no room for the name.
  private func apart(_ stage: Line) -> [Line] {
    let room = area.width - 4 - TextWidth.width(of: stage.right)
    guard room < 30, TextWidth.width(of: stage.words) > room else { return [stage] }
    var (name, clock) = (stage, stage)
    name.right = ""
    clock.words = ""
    return [name, clock]
  }

  private func progress(_ page: ScoringPage) -> String {
    var (done, begun, blank, sealed) = (0, 0, 0, 0)
    for entry in page.entries where page.conflict(with: entry.entry) == nil {
      guard let sheet = state.sheet(of: entry) else { continue }
      let filled = sheet.filled(page.criteria)
      if sheet.isSealed {
        sealed += 1
      } else if filled == page.criteria.count {
        done += 1
      } else if filled > 0 {
        begun += 1
      } else {
        blank += 1
      }
    }
    return text.sheets + ": "
      + text.counts(done: done, begun: begun, blank: blank, sealed: sealed)
  }

  private func stageLine(_ page: ScoringPage) -> Line? {
    guard let called = page.onStage else { return nil }
    let clock = StageClock(page.snapshot.round, now: state.now).words(text)
    let isMine = page.entries.contains { $0.entry == called.entry }
    let isHere = called.entry == state.entry?.entry
    let canFollow = isMine && !isHere
    let offer = canFollow ? " · " + text.followOffer("F7") : ""
    return Line(
      words: text.onStage(called), role: clock.role, right: clock.words + offer,
      rightRole: clock.role, keepsRight: true, action: canFollow ? .follow : nil)
  }

  private func about(_ entry: RoundEntry, _ page: ScoringPage) -> String {
    var parts = [page.boards[entry.board]?(context.language).string ?? entry.board]
    if !entry.organisation.isBlank { parts.append(entry.organisation.string) }
    parts.append(text.place(state.place + 1, of: page.entries.count))
    if entry.isCalibration { parts.append(text.calibration) }
    return parts.joined(separator: " · ")
  }

  private func marks(_ entry: RoundEntry, _ page: ScoringPage) -> String {
    guard let sheet = state.sheet else { return "" }
    var parts: [String] = []
    if sheet.isFlagged { parts.append(text.flagged) }
    if let at = sheet.sealedAt {
      parts.append(text.sealed(Formatting(context.language).moment(at, today: context.today)))
    }
    if sheet.version > 1 { parts.append(text.version(sheet.version)) }
    if page.reopenings.contains(where: { $0.place.entry == entry.entry }) {
      parts.append(text.reopeningAsked)
    }
    return parts.joined(separator: " · ")
  }

  // MARK: - The foot

  private func footLines(_ page: ScoringPage) -> [Line] {
    guard let sheet = state.sheet, let entry = state.entry else { return [whereabouts(page)] }
    let criteria = page.criteria
    let filled = sheet.filled(criteria)
    var lines: [Line] = []
    if area.height >= 16 { lines.append(Line(words: "")) }
    let isOpen = page.conflict(with: entry.entry) == nil
    if isOpen {
      let most = Rational.sum(criteria.map { $0.maximum * $0.factor })
      let total = text.total(
        text.number(hundredths: sheet.total(criteria).hundredths),
        text.number(hundredths: most.hundredths), missing: criteria.count - filled)
      let spread = OwnSpread(of: page, state).totals.map(text.words) ?? ""
      let fits =
        TextWidth.width(of: total) + TextWidth.width(of: spread) + 4 <= area.width
      lines.append(Line(words: total, role: .heading, right: fits ? spread : ""))
      if !fits, !spread.isEmpty { lines.append(Line(words: spread, role: .muted)) }
      lines += explanation(page)
    }
    if let refusal = state.refusal,
      let criterion = criteria.first(where: { $0.code == refusal.criterion })
    {
      lines.append(Line(words: "! " + text.refusal(refusal, criterion), role: .danger))
    }
    var last = whereabouts(page)
    last.right = text.filled(filled, of: criteria.count)
    lines.append(last)
    return lines
  }

  /// What the criterion in focus means: its levels, the judge's own scores of it, the remark.
  private func explanation(_ page: ScoringPage) -> [Line] {
    guard let criterion = state.criterion, area.height >= 15 else { return [] }
    var lines: [Line] = []
    let levels = criterion.anchors.map {
      text.number(hundredths: $0.score.hundredths) + " " + $0.title(context.language).string
    }.joined(separator: " · ")
    let step = text.stepWords(ScoreTyping(criterion).step)
    let words = [step, levels].filter { !$0.isEmpty }.joined(separator: " · ")
    let most = area.height >= 22 ? 2 : 1
    lines += TextWrap.lines(of: words, width: max(1, area.width - 2)).prefix(most)
      .filter { !$0.isEmpty }.map { Line(words: $0, role: .muted) }
    if area.height >= 22, let own = OwnSpread(of: page, state).scores(criterion) {
      lines.append(
        Line(
          words: criterion.title(context.language).string + ". " + text.words(own),
          role: .muted))
    }
    if let comment = state.sheet?.comments[criterion.code]?.value, !comment.isBlank {
      lines.append(Line(words: text.comment(comment), role: .info))
    }
    return lines
  }

  /// Where the scores are: written, on this machine, or in the database.
  private func whereabouts(_ page: ScoringPage) -> Line {
    let work = state.work
    if work.isOnItsWay {
      return Line(words: text.writingLine(work.queue.count + work.writing.count), role: .muted)
    }
    let waiting = max(work.waiting, work.entered.count)
    if work.failures > 0, waiting > 0 {
      let retry = work.retryAt ?? state.now ?? page.readAt
      return Line(
        words: text.waitingLine(waiting, TimeWords.seconds(retry)), role: .warning)
    }
    if waiting > 0 { return Line(words: text.enteredLine(waiting), role: .info) }
    let saved = [work.savedAt, state.sheet?.savedAt].compactMap { $0 }.max()
    guard let saved else { return Line(words: "") }
    let isToday = saved.localDate == context.today
    let time =
      isToday
      ? TimeWords.seconds(saved) : Formatting(context.language).moment(saved, today: context.today)
    return Line(words: text.savedLine(time), role: .ok)
  }
}

/// Times of day with their seconds.
enum TimeWords {
  static func seconds(_ moment: Timestamp) -> String {
    let (hour, minute, second) = moment.localTime
    return [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Minutes and seconds: "4:12"; hours are minutes too.
  static func minutes(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1_000
    return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }
}
