import DashboardKit
import Incubation
import TerminalCanvas

/// What a card says below its title.
struct CardWords {
  private let card: VentureSummary
  private let text: PipelineText
  private let today: LocalDate
  private let stage: Stage?

  init(_ card: VentureSummary, _ text: PipelineText, _ context: ScreenContext, stage: Stage?) {
    self.card = card
    self.text = text
    self.stage = stage
    today = context.today
  }

  private var days: Int { max(0, today.days(since: card.position.enteredOn)) }
  private var isStalled: Bool { stage?.usualDays.map { days > $0 } ?? false }
  private var overdueDays: Int { card.nextStepDue.map { today.days(since: $0) } ?? 0 }
  /// The names of the organisation, or of who speaks for it, longest first.
  private var names: [String] {
    if !card.organisation.isBlank { return ShortNames.organisation(card.organisation.string) }
    return card.representative.isBlank ? [] : ShortNames.person(card.representative.string)
  }

  /// The days in the stage, behind the organisation or who speaks for it; those of a venture that
  /// stands still instead of both.
  func second(width: Int) -> (String, Role) {
    if isStalled {
      let ventures = text.ventures
      let words = [ventures.stalled(days), ventures.stalledShort(days), ventures.shortDays(days)]
      return (fitting("~ ", words, width), .warning)
    }
    let whole = Formatting(text.language).days(days)
    let short = text.ventures.shortDays(days)
    let tails = [whole, short]
    if names.isEmpty { return (ShortNames.fitting(tails, width: width), .muted) }
    // A name that is whole is worth more than a word for days.
    for name in names {
      let fits = tails.map { name + " · " + $0 }.first { TextWidth.width(of: $0) <= width }
      if let fits { return (fits, .muted) }
    }
    let room = width - TextWidth.width(of: short) - 3
    guard room >= 4 else { return (ShortNames.fitting(names, width: width), .muted) }
    return (ShortNames.fitting(names, width: room) + " · " + short, .muted)
  }

  /// The next step with its day; how late it is when it is late.
  func third(width: Int) -> (String, Role) {
    if overdueDays > 0 {
      let late = overdueDays
      let ventures = text.ventures
      let words = [ventures.overdue(late), ventures.overdueShort(late), ventures.shortDays(late)]
      return (fitting("! ", words, width), .danger)
    }
    if card.nextStep.isBlank { return (TextWidth.cut(text.ventures.noNextStep, to: width), .muted) }
    let step = "→ " + card.nextStep.string
    guard let due = card.nextStepDue else { return (TextWidth.cut(step, to: width), .text) }
    let tail = " " + text.shortDay(due, today: today)
    let room = width - TextWidth.width(of: tail)
    guard room >= 6 else { return (TextWidth.cut(step, to: width), .text) }
    return (TextWidth.cut(step, to: room) + tail, .text)
  }

  /// The words in full when there is room, else in short, else the days alone: a mark and a number
  /// that are whole say more than a word that is cut.
  private func fitting(_ mark: String, _ words: [String], _ width: Int) -> String {
    let fits = words.first { TextWidth.width(of: mark + $0) <= width }
    return TextWidth.cut(mark + (fits ?? words.last ?? ""), to: width)
  }

  /// The card in one line, whole: what its three lines had to cut.
  var status: String {
    var parts = [card.code.string, card.title.string]
    parts += [card.organisation.string, card.representative.string].filter { !$0.isEmpty }
    if overdueDays > 0 { parts.append("! " + text.ventures.overdue(overdueDays)) }
    if !card.nextStep.isBlank { parts.append("→ " + card.nextStep.string) }
    return parts.joined(separator: " · ")
  }
}
