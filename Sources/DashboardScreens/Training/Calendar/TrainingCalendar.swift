import DashboardKit
import Incubation
import Storage

/// The days of the calendar: holidays, festivals and lunar dates, worked out once for all screens.
enum TrainingCalendar {
  /// The calendar by law; announcements of a year can still move single days.
  static let content = CalendarContent()

  /// Days with what the chosen layers show of them.
  static func days(_ dates: [LocalDate], _ layers: Set<CalendarLayer>) -> [CalendarDay] {
    var shown = content
    shown.layers = layers
    return shown.days(dates)
  }
}

/// A day of a contest that calendars of training show, so that halls and people are free for it.
struct ContestDay: Hashable, Sendable {
  var day: LocalDate
  var title: Bilingual
  /// Whether entries are due on this day; otherwise a round is held.
  var isDeadline: Bool

  /// The days of contests: their rounds, and the last day for entries.
  static func all(_ contests: [CompetitionSummary]) -> [ContestDay] {
    contests.flatMap { contest -> [ContestDay] in
      let title = contest.competition.content.title
      let rounds = contest.rounds.compactMap { round -> ContestDay? in
        round.content.heldOn.map { day in
          let name = round.content.title
          return ContestDay(
            day: day,
            title: Bilingual(
              vietnamese: SafeText(escaping: "\(name.vietnamese) · \(title.vietnamese)"),
              english: SafeText(escaping: "\(name.english) · \(title.english)")),
            isDeadline: false)
        }
      }
      return rounds
        + (contest.deadline.map { [ContestDay(day: $0.day, title: title, isDeadline: true)] } ?? [])
    }
  }
}

/// The ways in which the screen of training shows what there is.
enum TrainingView: String, CaseIterable, Sendable {
  case year, month, week, day, agenda, courses, figures

  /// Whether it shows days.
  var isCalendar: Bool { self != .courses && self != .figures }
}

/// The days that a view shows.
enum CalendarSpan {
  /// How many days the agenda looks ahead.
  static let agendaDays = 62

  static func days(_ view: TrainingView, around day: LocalDate) -> ClosedRange<LocalDate> {
    let (year, month, number) = day.components
    switch view {
    case .day: return day...day
    case .week:
      let monday = day.adding(days: 1 - day.weekday)
      return monday...monday.adding(days: 6)
    case .agenda: return day...day.adding(days: agendaDays)
    case .year:
      let first = LocalDate(year: year, month: 1, day: 1) ?? day
      return first...(LocalDate(year: year, month: 12, day: 31) ?? day)
    case .month, .courses, .figures:
      // Whole weeks, so that the grid needs nothing else.
      let first = day.adding(days: 1 - number)
      let last = first.adding(days: LocalDate.length(ofMonth: month, year: year) - 1)
      return first.adding(days: 1 - first.weekday)...last.adding(days: 7 - last.weekday)
    }
  }

  /// The same day of another month, or its last day.
  static func adding(months: Int, to day: LocalDate) -> LocalDate {
    let (year, month, number) = day.components
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let last = LocalDate.length(ofMonth: newMonth, year: newYear)
    return LocalDate(year: newYear, month: newMonth, day: min(number, last)) ?? day
  }
}

/// What sessions that are shown have in common at the same time: a trainer or a hall.
struct SessionClash: Hashable, Sendable {
  /// With which session.
  var other: SafeText
  /// The trainer who would be at both; nil when it is the hall.
  var trainer: SafeText?
  /// The hall; nil when it is a trainer.
  var venue: SafeText?

  /// The clashes of sessions, by session. Those that are called off clash with none.
  static func all(_ sessions: [SessionSummary]) -> [Identifier<CourseSession>: SessionClash] {
    let held = sessions.filter { !$0.session.isCancelled }
      .sorted { $0.session.content.span < $1.session.content.span }
    var result: [Identifier<CourseSession>: SessionClash] = [:]
    for (index, one) in held.enumerated() {
      for other in held[(index + 1)...] {
        guard other.session.content.span.start < one.session.content.span.end else { break }
        if let clash = Self.between(one, other) {
          result[one.session.id] = clash
          result[other.session.id] = Self.between(other, one)
        }
      }
    }
    return result
  }

  private static func between(_ one: SessionSummary, _ other: SessionSummary) -> SessionClash? {
    if let trainer = one.trainers.first(where: { other.trainers.contains($0) }) {
      return SessionClash(other: other.title, trainer: trainer)
    }
    guard let venue = one.venue, venue.id == other.venue?.id else { return nil }
    return SessionClash(other: other.title, venue: venue.name)
  }
}
