import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// The supervisor's page.
extension ProgrammePage {
  func sections(
    of overview: ProgrammeOverview
  ) -> (left: [[ProgrammeLine]], right: [[ProgrammeLine]]) {
    let late = ProgrammeLate(overview, text: text, today: today).items
    return (
      [agreement(overview), self.late(late)],
      [money(overview), work(overview), ways]
    )
  }

  // MARK: The agreement against its plan

  private func agreement(_ overview: ProgrammeOverview) -> [ProgrammeLine] {
    guard let record = overview.agreement else {
      return heading(text.agreement, text.noAgreement)
    }
    let content = record.agreement.content
    let id = record.agreement.id
    var lines = heading(text.agreementHeading(content), text.progressWords(overview, today))
    lines += content.items.indices.map { index in
      itemLine(index, content.items[index], overview.progress, record, id)
    }
    return lines
  }

  /// A content item by the sum of its aims up to this year: done of planned, and who did it.
  func itemLine(
    _ index: Int, _ item: AgreementContent.Item, _ progress: [[TargetProgress]],
    _ record: AgreementRecord, _ id: Identifier<Agreement>
  ) -> ProgrammeLine {
    let aims = progress.indices.contains(index) ? progress[index] : []
    let now = ItemProgress(aims, on: today)
    let name = "\(index + 1) " + text.shortItem(item.title(language).string)
    let names = record.partyNames.map { names in
      let name = text.short(names.name(on: today).string)
      return paneWidth < 90 ? text.initials(name) : name
    }
    let key = "item \(index)"
    guard !aims.isEmpty else {
      return ProgrammeLine(
        [piece("  " + name + "  ", .text), piece(text.noAims, .muted)],
        .place(.item(id, index + 1)), key: key)
    }
    let late = now.late.isEmpty ? "" : " " + text.lateMark(now.late)
    let shares = now.shares.isEmpty ? "" : " · " + text.shares(now.shares, names)
    return bar(
      name, now.percent, text.doneOf(now.met, aims.count, now.percent) + late, shares,
      isLate: !now.late.isEmpty, .place(.item(id, index + 1)), key: key)
  }

  // MARK: What is late

  private func late(_ items: [ProgrammeLate.Item]) -> [ProgrammeLine] {
    // On a small screen the money stays in sight below.
    let isWide = paneWidth < width - 2
    let most = isWide ? 12 : max(3, min(8, context.size.height - 17))
    let title = text.lateHeading(items.count)
    guard !items.isEmpty else { return heading(title, text.nothingLate) }
    let rows = items.prefix(most).map { item in
      ProgrammeLine(
        [
          piece("  " + (item.isLate ? "!" : "~") + " ", item.isLate ? .danger : .warning),
          piece(
            TextWidth.cut(item.words, to: max(8, paneWidth - 5)),
            item.isLate ? .text : .muted),
        ], item.target, key: item.key)
    }
    let left = items.count - rows.count
    let more = ProgrammeLine(
      [piece("    " + text.moreLate(left), .info)], .place(.tasks), key: "more late")
    return heading(title) + rows + (left > 0 ? [more] : [])
  }

  // MARK: Where the money is

  private func money(_ overview: ProgrammeOverview) -> [ProgrammeLine] {
    func value(_ code: String, in values: [IndicatorValue]) -> Int64 {
      values.first { $0.indicator.code == code }?.value ?? 0
    }
    let allotted = value("money-allotted", in: overview.now)
    let codes = ["money-allotted", "money-committed", "money-paid", "money-settled"]
    let rows = codes.map { code -> ProgrammeLine in
      let (now, before) = (value(code, in: overview.now), value(code, in: overview.before))
      let percent = allotted > 0 ? Int(now / 1_000 * 100 / max(1, allotted / 1_000)) : 0
      let share = code == codes[0] ? "" : " \(percent) %"
      return bar(
        text.moneyName(code), percent, Money(dong: now).compact(language) + share,
        " · " + text.aYearAgo(Money(dong: before).compact(language)), isLate: false,
        .place(.figure(code)), key: code)
    }
    let words = text.moneyWords(
      allotted: Money(dong: allotted), paid: Money(dong: value("money-paid", in: overview.now)),
      advances: Money(dong: value("advances", in: overview.now)))
    return heading(text.moneyHeading, words) + rows
  }

  // MARK: What else is going on

  /// The figures that a supervisor asks for, each beside that of a year ago.
  static let shown = [
    "tasks-running", "tasks-acceptance", "tasks-finished", "tasks-suspended", "ventures-active",
    "introductions", "deals", "deal-capital", "investment", "supports",
  ]

  private func work(_ overview: ProgrammeOverview) -> [ProgrammeLine] {
    let rows = Self.shown.compactMap { code -> ProgrammeLine? in
      guard let now = overview.now.first(where: { $0.indicator.code == code }) else { return nil }
      return figureLine(now, overview.before.first { $0.indicator.code == code })
    }
    return heading(text.figuresHeading) + rows
  }

  func figureLine(_ now: IndicatorValue, _ before: IndicatorValue?) -> ProgrammeLine {
    let names = min(28, max(16, paneWidth / 3))
    let numbers = now.indicator.unit == .dong ? 12 : 8
    func short(_ value: IndicatorValue) -> String {
      guard value.indicator.unit == .dong, let amount = value.value else {
        return value.text(language)
      }
      return Money(dong: amount).compact(language)
    }
    let old = before.map { text.aYearAgo(short($0)) } ?? ""
    return ProgrammeLine(
      [
        piece("  " + padded(now.indicator.title(language).string, names) + " ", .text),
        piece(right(short(now), numbers), .heading),
        piece(
          "  " + TextWidth.cut(old, to: max(0, paneWidth - names - numbers - 6)), .muted),
      ], .place(.figure(now.indicator.code)), key: now.indicator.code)
  }

  /// Where the records are.
  private var ways: [ProgrammeLine] {
    let places: [ProgrammePlace] = [
      .tasks, .money, .agreements, .connections, .calls, .supports, .exchanges, .partners,
      .figures, .wallboard,
    ]
    return heading(text.recordsHeading)
      + places.map { row("→", .muted, text.title(of: $0), .text, "", .place($0)) }
  }
}

/// How a content item stands: its aims of this year and of years that are over.
struct ItemProgress {
  /// The aims that have been reached.
  var met = 0
  /// Hundredths that are done on the average, each aim counting for 100 at most.
  var percent = 0
  /// What each party did, counted in records; empty when there is nothing.
  var shares: [Int64] = []
  /// The aims that lag behind.
  var late: [TargetProgress] = []

  init(_ aims: [TargetProgress], on day: LocalDate) {
    guard !aims.isEmpty else { return }
    met = aims.count { $0.percent >= 100 }
    percent = aims.reduce(0) { $0 + min(100, max(0, $1.percent)) } / aims.count
    late = aims.filter { $0.isLate(on: day) && $0.percent < 100 }
    let counted = aims.filter { Indicator.named($0.target.indicator)?.unit != .dong }
    let parties = aims.map(\.shares.count).max() ?? 0
    let sums = (0..<parties).map { party in
      counted.reduce(Int64(0)) {
        $0 + ($1.shares.indices.contains(party) ? $1.shares[party] : 0)
      }
    }
    shares = sums.contains { $0 > 0 } ? sums : []
  }
}

/// What is late or about to be, in order of consequence.
struct ProgrammeLate {
  /// Something late.
  struct Item: Equatable {
    /// How grave it is, the gravest first.
    var rank: Int
    /// Working days since it was due.
    var days: Int
    /// What it is.
    var words: String
    /// Whether its day has passed.
    var isLate: Bool
    /// What it opens.
    var target: ProgrammeTarget
    /// A name of its own.
    var key: String
  }

  /// Everything, the gravest first.
  let items: [Item]

  init(_ overview: ProgrammeOverview, text: ProgrammeText, today: LocalDate) {
    let all =
      overview.tasks.flatMap { Self.task($0, text) }
      + overview.commitments.flatMap { Self.payments($0, text, today) }
      + Self.aims(overview, text, today) + overview.calls.map { Self.call($0, text, today) }
    items = all.filter { $0.days > -15 }
      .sorted { ($0.rank, -$0.days, $0.key) < ($1.rank, -$1.days, $1.key) }
  }

  private static func task(_ row: TaskSummary, _ text: ProgrammeText) -> [Item] {
    row.alerts.map { alert in
      let rank =
        switch alert.kind {
        case .contract: 0
        case .state: 1
        case .report: 2
        }
      return Item(
        rank: alert.isOverdue ? rank : 6, days: alert.daysLate,
        words: "\(row.task.code): \(alert.words(text.language)) · \(row.task.content.title)",
        isLate: alert.isOverdue, target: .place(.task(row.task.id)),
        key: "late \(row.task.code) \(alert.kind)")
    }
  }

  /// Parts of commitments whose day has come and that were not paid.
  private static func payments(
    _ record: CommitmentRecord, _ text: ProgrammeText, _ today: LocalDate
  ) -> [Item] {
    let paid = Set(record.entries.filter { !$0.isCancelled }.compactMap(\.tranche))
    guard record.balance[.promised].dong > 0 else { return [] }
    let parts = record.commitment.content.tranches
    return parts.indices.compactMap { index in
      let days = parts[index].due.dayNumber - today.dayNumber
      guard !paid.contains(index + 1), days < 15 else { return nil }
      return Item(
        rank: days < 0 ? 3 : 6, days: -days,
        words: text.paymentDue(record.commitment, index + 1, parts[index], today),
        isLate: days < 0, target: .place(.commitment(record.commitment.id)),
        key: "late \(record.commitment.code) \(index)")
    }
  }

  private static func aims(
    _ overview: ProgrammeOverview, _ text: ProgrammeText, _ today: LocalDate
  ) -> [Item] {
    guard let id = overview.agreement?.agreement.id else { return [] }
    return overview.progress.indices.flatMap { index in
      ItemProgress(overview.progress[index], on: today).late.map { aim in
        Item(
          rank: 4, days: 0, words: text.aimLate(index + 1, aim), isLate: true,
          target: .place(.item(id, index + 1)),
          key: "late aim \(index) \(aim.target.year) \(aim.target.indicator)")
      }
    }
  }

  private static func call(
    _ record: CallRecord, _ text: ProgrammeText, _ today: LocalDate
  ) -> Item {
    let left = record.call.closes.dayNumber - today.dayNumber
    return Item(
      rank: 5, days: -left, words: text.callCloses(record.call, left), isLate: false,
      target: .place(.calls), key: "call \(record.call.code)")
  }
}
