/// What the steps of a task lead to, and which may follow.
public struct TaskPath: Hashable, Sendable {
  /// The steps that count, oldest first.
  public let moves: [TaskMove]
  private let content: TaskContent
  private let regime: TaskRegime

  /// The path of a task; steps that were taken back do not count.
  public init(_ moves: [TaskMove], of content: TaskContent, under regime: TaskRegime) {
    self.moves = moves.filter { !$0.isCancelled }
    self.content = content
    self.regime = regime
  }

  /// Code of the state reached; the regime's first one without any step.
  public var state: String { moves.last?.to ?? regime.states.first?.code ?? "" }

  /// The day on which the state was reached; an extension does not change it.
  public var since: LocalDate? { moves.last { $0.kind != .extend }?.day }

  /// The end of the contract, extensions included; nil without contract.
  public var end: LocalDate? { moves.compactMap(\.until).last ?? content.to }

  /// The transition that a request means.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func transition(for request: TaskMoveRequest) throws(ProgrammeRefusal) -> TaskTransition {
    let possible = regime.transitions(from: state)
    if let found = possible.first(where: { destination(of: $0) == request.to }) { return found }
    if request.to == TaskMoveRequest.resume,
      let found = possible.first(where: { $0.kind == .resume })
    {
      return found
    }
    guard let wanted = regime.state(request.to) else {
      throw .unknownState(SafeText(escaping: request.to), regime: regime)
    }
    throw .noTransition(
      from: regime.state(state)?.title ?? .none, to: wanted.title, regime: regime.title,
      possible: possible.map(\.title))
  }

  /// Code of the state that a transition leads to from here.
  public func destination(of transition: TaskTransition) -> String {
    switch transition.kind {
    case .resume: moves.last { $0.kind == .suspend }?.from ?? state
    case .extend: state
    default: transition.to ?? state
    }
  }

  /// Checks a step and says where it leads.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func check(
    _ request: TaskMoveRequest, today: LocalDate
  ) throws(ProgrammeRefusal) -> (transition: TaskTransition, to: String) {
    let transition = try transition(for: request)
    if request.day > today { throw .dayInFuture(request.day) }
    if let last = moves.last?.day, request.day < last { throw .dayBefore(request.day, last: last) }
    if transition.needsReason, request.reason.isBlank { throw .reasonMissing(transition.title) }
    if let document = transition.document, request.document.isBlank {
      throw .documentMissing(document)
    }
    if destination(of: transition) == "implementing", end == nil { throw .termMissing }
    if transition.kind == .extend { try checkExtension(request) }
    return (transition, destination(of: transition))
  }

  private func checkExtension(_ request: TaskMoveRequest) throws(ProgrammeRefusal) {
    guard let from = content.from, let agreed = content.to, let end else { throw .termMissing }
    let rule = regime.extensions
    let used = moves.count { $0.kind == .extend }
    if used >= rule.times { throw .extendedAlready(rule.times) }
    guard let until = request.until, until > end else { throw .extensionNotLater(end) }
    let most = rule.most(forTerm: from.months(to: agreed.adding(days: 1)))
    let last = agreed.adding(months: most)
    if until > last { throw .extensionTooLong(months: most, last: last) }
  }
}

extension Bilingual {
  /// No name.
  static let none = Bilingual(vietnamese: "?", english: "?")
}

/// Something about a task that is late, or about to be.
public struct TaskAlert: Hashable, Sendable {
  /// What.
  public enum Kind: Hashable, Sendable {
    /// The task is longer in its state than the regime allows.
    case state
    /// A progress report with this number was not handed in.
    case report(Int)
    /// The contract is over and the work goes on.
    case contract
  }

  /// What.
  public var kind: Kind
  /// The last day on which it was in time.
  public var due: LocalDate
  /// Working days since; negative when it is not late yet.
  public var daysLate: Int

  /// Something late.
  public init(kind: Kind, due: LocalDate, daysLate: Int) {
    self.kind = kind
    self.due = due
    self.daysLate = daysLate
  }

  /// Whether the day has passed.
  public var isOverdue: Bool { daysLate > 0 }
}

/// The clocks of tasks: what is due when, in days that offices work.
public struct TaskClock: Sendable {
  /// The days that are worked.
  public let calendar: WorkingDays

  /// Clocks over a calendar.
  public init(_ calendar: WorkingDays) { self.calendar = calendar }

  /// The days on which progress reports are due, in order; a day off moves to the next working
  /// day. Empty without contract.
  public func reportDays(of task: ScienceTask, under regime: TaskRegime) -> [LocalDate] {
    guard let from = task.content.from, let end = task.end, regime.reportMonths > 0 else {
      return []
    }
    var days: [LocalDate] = []
    for number in 1...600 {
      let day = from.adding(months: number * regime.reportMonths)
      // The report at the end of the contract is the final one.
      if day >= end { break }
      days.append(calendar.adding(0, to: day))
    }
    return days
  }

  /// The last day in the present state; nil without limit.
  public func limit(of task: ScienceTask, under regime: TaskRegime) -> LocalDate? {
    guard let limit = regime.state(task.state)?.limit else { return nil }
    switch limit.start {
    case .arrival: return limit.end(after: task.since, calendar)
    case .contractEnd: return task.end.map { limit.end(after: $0, calendar) }
    }
  }

  /// What is due or late on a day, the latest first: reports that are due within `ahead` days, and
  /// the limit of the state.
  public func alerts(
    for task: ScienceTask, under regime: TaskRegime, on day: LocalDate, ahead: Int = 0
  ) -> [TaskAlert] {
    guard let state = regime.state(task.state) else { return [] }
    let horizon = day.adding(days: ahead)
    var alerts: [TaskAlert] = []
    if state.phase == .running {
      for (index, due) in reportDays(of: task, under: regime).enumerated()
      where due <= horizon && !task.reports.contains(index + 1) {
        alerts.append(alert(.report(index + 1), due, day))
      }
    }
    if let due = limit(of: task, under: regime), due <= horizon {
      alerts.append(alert(state.phase == .running ? .contract : .state, due, day))
    }
    return alerts.sorted { ($0.daysLate, $1.due) > ($1.daysLate, $0.due) }
  }

  private func alert(_ kind: TaskAlert.Kind, _ due: LocalDate, _ day: LocalDate) -> TaskAlert {
    // On the last day itself it is in time.
    TaskAlert(
      kind: kind, due: due,
      daysLate: day > due ? max(1, calendar.count(from: due, to: day)) : -(day.distance(to: due)))
  }

  /// Checks a report before it is kept.
  ///
  /// - Throws: `ProgrammeRefusal`.
  public func check(
    _ report: TaskReport, of task: ScienceTask, under regime: TaskRegime, today: LocalDate
  ) throws(ProgrammeRefusal) {
    let days = reportDays(of: task, under: regime)
    guard (1...max(1, days.count)).contains(report.number), !days.isEmpty else {
      throw .noSuchReport(report.number, last: days.count)
    }
    if task.reports.contains(report.number) { throw .reportedAlready(report.number) }
    if report.day > today { throw .dayInFuture(report.day) }
    if let from = task.content.from, report.day < from { throw .dayBefore(report.day, last: from) }
  }
}

extension LocalDate {
  /// The same day of the month so many months later (earlier when negative); the last day of a
  /// month that is shorter.
  public func adding(months: Int) -> LocalDate {
    let (year, month, day) = components
    let sum = year * 12 + month - 1 + months
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    let last = LocalDate.length(ofMonth: newMonth, year: newYear)
    return LocalDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  /// The whole months from this day to another.
  public func months(to other: LocalDate) -> Int {
    let (from, to) = (components, other.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return adding(months: months) > other ? months - 1 : months
  }

  /// The days from this day to another.
  func distance(to other: LocalDate) -> Int { other.dayNumber - dayNumber }
}
