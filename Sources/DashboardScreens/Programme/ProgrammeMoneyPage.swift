import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// Sources, commitments, the ledger, calls.
extension ProgrammePage {
  func money(_ accounts: ProgrammeAccounts) -> [[ProgrammeLine]] {
    var all = LedgerBalance()
    for source in accounts.sources { all.add(source.balance) }
    let sources =
      heading(
        text.sourcesHeading, text.balanceOfFunds(all, isBalanced: all.isBalanced))
      + columns
      + accounts.sources.map { record in
        accountLine(
          record.source.code.string, record.source.title.string, record.balance,
          .form(.allot), key: "source \(record.source.code)")
      }
    return [sources, gathered(accounts.lines), commitments(accounts.commitments)]
  }

  private var amounts: Int { paneWidth >= 100 ? 13 : 12 }

  /// The names of the columns of balances.
  private var columns: [ProgrammeLine] {
    let room = max(10, paneWidth - 4 - 4 * (amounts + 1))
    let names = text.accountNames.map { right($0, amounts) }
    return [
      ProgrammeLine(
        [piece("    " + padded("", room) + " " + names.joined(separator: " "), .muted)],
        kind: .sentence)
    ]
  }

  private func accountLine(
    _ code: String, _ title: String, _ balance: LedgerBalance, _ target: ProgrammeTarget?,
    key: String
  ) -> ProgrammeLine {
    let room = max(10, paneWidth - 4 - 4 * (amounts + 1))
    let name = [code, title].filter { !$0.isEmpty }.joined(separator: "  ")
    let values = [
      balance.total(.allotted).dong == 0 ? "" : balance.total(.allotted).compact(language),
      balance.committed.compact(language), balance.paid.compact(language),
      balance[.advances].compact(language),
    ]
    return ProgrammeLine(
      [
        piece("    " + padded(name, room) + " ", target == nil ? .text : .link),
        piece(values.map { right($0, amounts) }.joined(separator: " "), .text),
      ], target, key: key)
  }

  private func gathered(_ lines: [LedgerLine]) -> [ProgrammeLine] {
    let title = text.ledgerHeading(state.grouping.label(language))
    if lines.isEmpty { return heading(title, text.noMoney) }
    if state.grouping == .entry {
      let rows = Array(lines.reversed())
      return heading(title, text.entriesWords(lines.count))
        + capped(rows) { ledgerLine($0) }
    }
    let groups = lines.balances(by: state.grouping)
    return heading(title, text.groupWords)
      + columns
      + groups.map { group in
        accountLine(
          group.key.isEmpty ? text.withoutGroup : group.key, "", group.balance, nil,
          key: "group \(group.key)")
      }
  }

  func ledgerLine(_ line: LedgerLine) -> ProgrammeLine {
    let entry = line.entry
    let kind = padded(entry.kind.label(language), 18)
    let amount = right(entry.amount.formatted(language), 18)
    let rest = [
      line.commitment.string, line.title.string, entry.document.string, line.source.string,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let target: ProgrammeTarget? = entry.commitment.map { .place(.commitment($0)) }
    return ProgrammeLine(
      [
        piece("  " + (entry.isCancelled ? "×" : " ") + " ", .muted),
        piece(entry.day.formatted + "  ", .muted), piece(kind, .text),
        piece(amount + "  ", entry.isCancelled ? .muted : .heading),
        piece(
          TextWidth.cut(
            entry.isCancelled ? text.takenBack + " · " + rest : rest,
            to: max(0, paneWidth - 54)), .muted),
      ], target, key: "entry \(entry.id)")
  }

  private func commitments(_ all: [CommitmentRecord]) -> [ProgrammeLine] {
    let title = text.commitmentsHeading
    if all.isEmpty { return heading(title, text.noCommitments) }
    return heading(title, text.commitmentsWords(all.count))
      + capped(all) { record in
        let content = record.commitment.content
        let (paid, whole) = (record.balance.paid.dong, record.balance.committed.dong)
        let percent = whole > 0 ? Int(paid / 1_000 * 100 / max(1, whole / 1_000)) : 0
        return bar(
          record.commitment.code.string + " " + content.title.string, percent,
          text.paidOf(record.balance), " · " + record.source.string, isLate: false,
          .place(.commitment(record.commitment.id)), key: record.commitment.code.string)
      }
  }

  // MARK: One commitment

  func commitment(_ record: CommitmentRecord) -> [[ProgrammeLine]] {
    let content = record.commitment.content
    let balance = record.balance
    let accounts: [(String, Money)] = [
      (text.kindName(.committed), balance.committed),
      (text.paidName, balance.paid), (text.leftName, balance[.promised]),
      (text.advancesName, balance[.advances]),
    ]
    let head =
      heading("\(record.commitment.code)  \(content.title)", record.source.string)
      + accounts.flatMap { pair($0.0, text.amount($0.1)) }
      + (content.task.map { pair(text.taskName, text.openTask, .text, .place(.task($0))) }
        ?? [])
      + (content.venture.map {
        pair(text.ventureName, text.openVenture, .text, .venture($0))
      } ?? [])
      + pair(text.label("department"), department(content.department))
    return [head, tranches(record), payments(record), entries(record)]
  }

  private func tranches(_ record: CommitmentRecord) -> [ProgrammeLine] {
    let parts = record.commitment.content.tranches
    guard !parts.isEmpty else { return heading(text.tranchesHeading, text.noTranches) }
    let paid = record.entries.filter { !$0.isCancelled && $0.tranche != nil }
    return heading(text.tranchesHeading)
      + parts.indices.map { index in
        let part = parts[index]
        let entry = paid.first { $0.tranche == index + 1 }
        let isLate = entry == nil && part.due < today
        let words =
          entry.map { text.paidOn($0.day) } ?? (isLate ? text.dueSince(part.due) : "")
        return row(
          entry != nil ? "✓" : isLate ? "!" : "·",
          entry != nil ? .ok : isLate ? .danger : .muted,
          text.tranche(index + 1, part), .text,
          [words, part.condition.string].filter { !$0.isEmpty }.joined(separator: " · "),
          entry == nil ? .form(.pay(.disbursed)) : nil, key: "part \(index)")
      }
  }

  private func payments(_ record: CommitmentRecord) -> [ProgrammeLine] {
    let kinds: [MoneyEntry.Kind] = [
      .disbursed, .advanced, .settled, .returned, .recovered, .released,
    ]
    return heading(text.recordHeading)
      + kinds.map {
        row(
          "+", .focus, $0.label(language), .text, text.effect($0, record.balance),
          .form(.pay($0)), key: "pay \($0.rawValue)")
      }
  }

  private func entries(_ record: CommitmentRecord) -> [ProgrammeLine] {
    heading(text.historyHeading)
      + record.entries.reversed().map { entry in
        let parts = [
          entry.kind.label(language), entry.amount.formatted(language),
          entry.tranche.map(text.part) ?? "", entry.document.string, entry.actor,
          entry.isCancelled ? text.takenBack : "",
        ].filter { !$0.isEmpty }
        return row(
          entry.isCancelled ? "×" : "•", .muted,
          entry.day.formatted + "  " + parts.joined(separator: " · "),
          entry.isCancelled ? .muted : .text, key: "entry \(entry.id)")
      }
  }

  // MARK: Calls

  func calls(_ calls: [CallRecord]) -> [[ProgrammeLine]] {
    if calls.isEmpty { return [heading(text.title(of: .calls), text.noCalls)] }
    return calls.reversed().map { record in
      let call = record.call
      let isOpen = call.opens <= today && today <= call.closes
      let source = state.lists.sources.first { $0.id == call.source }?.title.string ?? ""
      let opening =
        isOpen
        ? [
          row(
            "+", .focus, text.applyLine, .text, "", .form(.apply(call.id)),
            key: "apply \(call.code)")
        ] : []
      return heading("\(call.code)  \(call.title)", text.callWords(call, source, today)) + opening
        + record.applications.map { application in
          row(
            text.mark(application.state), .muted,
            "\(application.code)  \(application.title)", .text,
            [
              application.state.label(language), application.amount.compact(language),
              application.day.formatted,
            ].joined(separator: " · "),
            application.state == .submitted ? .form(.decide(application.id)) : nil,
            key: application.code.string)
        }
    }
  }
}
