import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Tasks, and one task.
extension ProgrammePage {
  func tasks(_ rows: [TaskSummary]) -> [ProgrammeLine] {
    let shown = rows.filter(state.filter.includes)
    let late = shown.count { $0.alerts.contains(where: \.isOverdue) }
    let words = text.tasksWords(shown.count, of: rows.count, late: late, state.filter, language)
    if shown.isEmpty { return heading(text.title(of: .tasks), text.noTasks) }
    let sorted = shown.sorted { left, right in
      let (one, two) = (left.alerts.first?.daysLate ?? 0, right.alerts.first?.daysLate ?? 0)
      return one == two ? left.task.code.string < right.task.code.string : one > two
    }
    return heading(text.title(of: .tasks), words) + capped(sorted, taskLine)
  }

  func taskLine(_ row: TaskSummary) -> ProgrammeLine {
    let alert = row.alerts.first(where: \.isOverdue)
    let states = min(24, max(14, paneWidth / 5))
    let code = padded(row.task.code.string, 8)
    let tail = alert.map { $0.words(language) } ?? text.since(row.task.since)
    let tails = paneWidth >= 100 ? 46 : 0
    let room = max(8, paneWidth - 4 - 9 - states - 7 - (tails > 0 ? tails + 1 : 0))
    return ProgrammeLine(
      [
        piece("  " + (alert == nil ? " " : "!") + " ", .danger), piece(code + " ", .muted),
        piece(padded(row.task.content.title.string, room), .link),
        piece(" " + padded(row.state.title(language).string, states), .text),
        piece(" " + padded(row.regime, 5), .muted),
        piece(
          tails > 0 ? TextWidth.cut(tail, to: tails) : "", alert == nil ? .muted : .warning),
      ], .place(.task(row.task.id)), key: row.task.code.string)
  }

  // MARK: One task

  func task(_ record: TaskRecord) -> [[ProgrammeLine]] {
    let task = record.summary.task
    let top = heading("\(task.code)  \(task.content.title)", "") + wrappedStates(record)
    return [
      top + alerts(record.summary.alerts), transitions(record), reports(record), facts(record),
      moneyOf(record), history(record),
    ]
  }

  /// The states of the regime one after another: what was, what is, what may come.
  private func wrappedStates(_ record: TaskRecord) -> [ProgrammeLine] {
    let now = record.summary.task.state
    let passed = Set(record.moves.filter { !$0.isCancelled }.flatMap { [$0.from ?? "", $0.to] })
    let isOut = record.summary.state.phase == .ended || record.summary.state.phase == .suspended
    var names: [String] = []
    var isAhead = false
    for state in record.regime.states {
      let title = state.title(language).string
      if state.code == now {
        names.append("▶ " + title)
        isAhead = true
      } else if passed.contains(state.code) {
        names.append("✓ " + title)
      } else if state.phase != .ended, state.phase != .suspended, !isOut, isAhead {
        names.append("· " + title)
      }
    }
    let words = names.joined(separator: " → ")
    return sentence(record.regime.title(language).string)
      + TextWrap.lines(of: words, width: max(10, paneWidth - 4)).map {
        ProgrammeLine([piece("    " + $0, .text)], key: "states " + $0)
      }
  }

  private func alerts(_ alerts: [TaskAlert]) -> [ProgrammeLine] {
    alerts.map { alert in
      let target: ProgrammeTarget? =
        if case .report(let number) = alert.kind { .form(.report(number)) } else { nil }
      return row(
        alert.isOverdue ? "!" : "~", alert.isOverdue ? .danger : .warning,
        alert.words(language), alert.isOverdue ? .danger : .warning,
        target == nil ? "" : text.enterReport, target)
    }
  }

  private func transitions(_ record: TaskRecord) -> [ProgrammeLine] {
    let path = TaskPath(
      record.moves, of: record.summary.task.content, under: record.regime)
    let lines = record.transitions.flatMap { transition -> [ProgrammeLine] in
      let to = record.regime.state(path.destination(of: transition))
      let mark = transition.kind == .advance || transition.kind == .resume ? "→" : "↩"
      let title = transition.title(language).string
      let name = transition.kind == .extend ? "" : to?.title(language).string ?? ""
      let words = name.isEmpty || name == title ? "" : "→ " + name
      let key = "move \(transition.kind.rawValue) \(transition.to ?? "")"
      return [
        row(
          transition.kind == .exit ? "×" : mark, .focus, title, .text, words,
          .form(.move(Self.moveCode(transition, record.summary.task.state))), key: key)
      ] + sentence(text.needs(transition, record.regime, to, language), indent: 6)
    }
    let title = text.nextHeading
    return lines.isEmpty ? heading(title, text.noNext) : heading(title) + lines
  }

  /// What a request names a transition by.
  static func moveCode(_ transition: TaskTransition, _ now: String) -> String {
    switch transition.kind {
    case .resume: TaskMoveRequest.resume
    case .extend: now
    default: transition.to ?? now
    }
  }

  private func reports(_ record: TaskRecord) -> [ProgrammeLine] {
    guard !record.reportDays.isEmpty else { return [] }
    let lines = record.reportDays.indices.map { index -> ProgrammeLine in
      let number = index + 1
      let due = record.reportDays[index]
      if let report = record.reports.first(where: { $0.number == number }) {
        return row(
          "✓", .ok, text.reportCame(number, report.day), .text,
          [report.document.string, report.summary.string].filter { !$0.isEmpty }
            .joined(separator: " · "))
      }
      let isLate = due < today && record.summary.state.phase == .running
      return row(
        isLate ? "!" : "·", isLate ? .danger : .muted, text.reportDue(number, due),
        isLate ? .danger : .text, "", .form(.report(number)))
    }
    return heading(text.reportsHeading, text.reportsWords(record.regime.reportMonths)) + lines
  }

  private func facts(_ record: TaskRecord) -> [ProgrammeLine] {
    let content = record.summary.task.content
    let venture = [record.summary.ventureCode.string, record.summary.ventureTitle.string]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let term = content.from.map { from in
      text.term(from, content.to ?? from, end: record.summary.task.end)
    }
    let limit = TaskClock(WorkingDays()).limit(of: record.summary.task, under: record.regime)
    let pairs: [(String, String, ProgrammeTarget?)] = [
      (text.label("kind"), content.kind.string, nil),
      (text.limitName, limit.map(\.formatted) ?? text.noLimit, nil),
      (text.label("host"), content.host.string, nil),
      (text.label("leader"), content.leader.string, nil),
      (text.ventureName, venture, content.venture.map { .venture($0) }),
      (text.label("department"), department(content.department), nil),
      (text.label("item"), content.item.map(String.init) ?? "", nil),
      (text.label("budget"), content.budget.map(text.amount) ?? "", nil),
      (text.label("contract"), content.contract.string, nil),
      (text.termName, term ?? "", nil),
      (text.label("products"), content.products.string, nil),
      (text.label("use"), content.use.string, nil),
    ]
    return heading(text.aboutHeading)
      + pairs.flatMap { pair($0.0, $0.1, .text, $0.2) }
  }

  private func moneyOf(_ record: TaskRecord) -> [ProgrammeLine] {
    guard !record.money.isEmpty else { return heading(text.moneyHeading, text.noMoney) }
    let balance = record.money.balance
    let words = text.balanceWords(balance)
    return heading(text.moneyHeading, words) + record.money.map { ledgerLine($0) }
  }

  private func history(_ record: TaskRecord) -> [ProgrammeLine] {
    let lines = record.moves.reversed().map { move -> ProgrammeLine in
      let to = record.regime.state(move.to)?.title(language).string ?? move.to
      let kind = move.kind.map { $0.label(language) } ?? text.proposed
      var parts = [kind + ": " + to, move.document.string, move.reason.string]
      if let until = move.until { parts.append(text.untilDay(until)) }
      parts.append(move.actor)
      if move.isCancelled { parts.append(text.takenBack) }
      return row(
        move.isCancelled ? "×" : "•", .muted,
        move.day.formatted + "  " + parts.filter { !$0.isEmpty }.joined(separator: " · "),
        move.isCancelled ? .muted : .text, key: "move \(move.id)")
    }
    return heading(text.historyHeading) + lines
  }
}
