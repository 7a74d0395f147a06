import DashboardKit
import Incubation
import Storage
import TerminalCanvas

/// A course in a list, known by its own identity.
struct CourseRow: ListRow {
  var summary: CourseSummary
  var id: Identifier<Course> { summary.course.id }
}

/// What the screen of training knows.
struct TrainingState: Equatable, Sendable {
  var view = TrainingView.month
  /// The day in focus.
  var day: LocalDate
  /// The sessions of the days shown, in order.
  var sessions: [SessionSummary] = []
  /// How many sessions each day of the year has.
  var counts: [LocalDate: Int] = [:]
  /// The session in focus; nil for the first of the day.
  var session: Identifier<CourseSession>?
  var layers = Set(CalendarLayer.allCases)
  /// Days of contests, and whether they are shown.
  var contests: [ContestDay] = []
  var showsContests = true
  var trainer: Identifier<Person>?
  var venue: Identifier<Venue>?
  var lists = TrainingLists()
  /// Letters that narrow the list of courses.
  var find = ""
  /// All courses, and those that the list shows.
  var allCourses: [CourseSummary] = []
  var courses = VirtualList<CourseRow>()
  /// Only these courses, behind a figure; nil for all.
  var behind: Set<Identifier<Course>>?
  var figures = TrainingFigures()
  var panel: TrainingPanel?
  /// The session clicked last, while nothing else was.
  var clicked: Identifier<CourseSession>?
  /// A session held by the mouse.
  var drag: Drag?
  var isLoading = true
  var problem: StorageError?

  /// A session that is being dragged.
  struct Drag: Equatable, Sendable {
    var session: Identifier<CourseSession>
    var origin: LocalDate
    /// Where it would go.
    var target: LocalDate
  }

  init(day: LocalDate) { self.day = day }

  /// The sessions of a day, in order; none while their layer is off.
  func sessions(on day: LocalDate) -> [SessionSummary] {
    guard layers.contains(.sessions) else { return [] }
    return sessions.filter { $0.session.content.span.days.contains(day) }
  }

  /// What contests have on a day; nothing while their layer is off.
  func contests(on day: LocalDate) -> [ContestDay] {
    showsContests ? contests.filter { $0.day == day } : []
  }

  /// The session in focus: the stored one while it is on the day, else the first of the day.
  var focused: SessionSummary? {
    let own = sessions(on: day)
    return own.first { $0.session.id == session } ?? own.first
  }

  /// The question that the sessions shown answer.
  var window: SessionWindow {
    let days = CalendarSpan.days(view, around: day)
    var window = SessionWindow(from: days.lowerBound, through: days.upperBound)
    (window.trainer, window.venue) = (trainer, venue)
    return window
  }

  var trainerName: SafeText? { lists.trainers.first { $0.id == trainer }?.fullName }
  var venueName: SafeText? { lists.venues.first { $0.id == venue }?.name }
}

/// What can happen to it.
enum TrainingAction: Equatable, Sendable {
  // From outside.
  case loaded([SessionSummary], SessionWindow)
  case counted([LocalDate: Int], SessionWindow)
  case listed(TrainingLists, [CourseSummary])
  case contested([ContestDay])
  case figured([CourseFigures])
  case failed(StorageError)
  case finished(TrainingWork?, TrainingOutcome)
  case reload
  // From the person.
  case show(TrainingView)
  case nextView(Int)
  case stroke(KeyStroke)
  case typed(String)
  case erase
  case pick(LocalDate)
  case pickSession(Identifier<CourseSession>, LocalDate)
  case dragged(Point)
  case released
  case row(Int)
  case figureRow(Int)
  case group
  case open
  case goTo, today, filter, layers, clearFilter
  case newCourse, newSession, editSession, cancelSession, newVenue, newTrainer
  case move(days: Int, minutes: Int, stretch: Int)
  case export
  case attend
  case panel(PanelAction)
  case close
}

/// What it asks for.
enum TrainingEffect: ScreenEffect {
  case load(SessionWindow)
  case count(SessionWindow)
  case lists
  case contests
  case figures([CourseSummary], today: LocalDate)
  case work(TrainingWork)
  case write(TrainingExport, path: String, Language, today: LocalDate)

  var cancellationKey: String? {
    switch self {
    case .load: "sessions"
    case .count: "counts"
    case .lists: "lists"
    case .contests: "contests"
    case .figures: "figures"
    case .work, .write: nil
    }
  }
}
