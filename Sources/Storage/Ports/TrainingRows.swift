public import Incubation

/// Which courses a list shows.
public struct CourseFilter: Hashable, Sendable {
  /// Only these kinds; empty for all.
  public var kinds: Set<Course.Kind> = []
  /// Only these states; empty for all.
  public var statuses: Set<Course.Status> = []
  /// Only courses with a session in these days; nil for all.
  public var days: ClosedRange<LocalDate>?
  /// A few letters of name or code; empty for all.
  public var text = ""

  /// All courses.
  public init() {}
}

/// A course in a list.
public struct CourseSummary: Hashable, Sendable {
  /// The course.
  public var course: Course
  /// Its sessions that are not called off.
  public var sessions: Int
  /// Days of the first and the last of them; nil when there is none.
  public var days: ClosedRange<LocalDate>?
  /// How many registrations are in each state, those for single sessions counted as well.
  public var people: [Enrolment.State: Int]

  /// How many hold a place.
  public var placesHeld: Int { people.reduce(0) { $0 + ($1.key.holdsPlace ? $1.value : 0) } }

  /// A course in a list.
  public init(
    course: Course, sessions: Int, days: ClosedRange<LocalDate>?, people: [Enrolment.State: Int]
  ) {
    self.course = course
    self.sessions = sessions
    self.days = days
    self.people = people
  }
}

/// Everything about one course but its people.
public struct CourseRecord: Hashable, Sendable {
  /// The course in short.
  public var summary: CourseSummary
  /// Its sessions in order, those called off as well.
  public var sessions: [SessionSummary]

  /// Everything about one course.
  public init(summary: CourseSummary, sessions: [SessionSummary]) {
    (self.summary, self.sessions) = (summary, sessions)
  }
}

/// Which sessions are asked for.
public struct SessionWindow: Hashable, Sendable {
  /// The first day.
  public var from: LocalDate
  /// The last day.
  public var through: LocalDate
  /// Only of this course; nil for all.
  public var course: Identifier<Course>?
  /// Only with this trainer; nil for all.
  public var trainer: Identifier<Person>?
  /// Only in this hall; nil for all.
  public var venue: Identifier<Venue>?
  /// Only those for which this person is registered; nil for all.
  public var person: Identifier<Person>?
  /// Whether those that were called off are wanted.
  public var includesCancelled = true
  /// Whether those that were taken back are wanted too, as cancelled: for calendars that have
  /// them.
  public var includesRemoved = false

  /// All sessions from one day through another.
  public init(from: LocalDate, through: LocalDate) { (self.from, self.through) = (from, through) }

  /// All sessions of all years.
  public static let all = SessionWindow(
    from: LocalDate(dayNumber: -100_000), through: LocalDate(dayNumber: 200_000))
}

/// A session as calendars show it.
public struct SessionSummary: Hashable, Sendable {
  /// The session.
  public var session: CourseSession
  /// Code of its course.
  public var courseCode: SafeText
  /// Name of its course.
  public var courseTitle: SafeText
  /// Kind of its course.
  public var kind: Course.Kind
  /// Its hall; nil when not decided.
  public var venue: Venue?
  /// Names of its trainers, in order.
  public var trainers: [SafeText]

  /// What it is about: its topic, or the name of the course.
  public var title: SafeText { session.content.topic.isBlank ? courseTitle : session.content.topic }

  /// A session as calendars show it.
  public init(
    session: CourseSession, courseCode: SafeText, courseTitle: SafeText, kind: Course.Kind,
    venue: Venue?, trainers: [SafeText]
  ) {
    self.session = session
    self.courseCode = courseCode
    self.courseTitle = courseTitle
    self.kind = kind
    self.venue = venue
    self.trainers = trainers
  }
}

/// A change of state of a registration.
public struct EnrolmentMove: Hashable, Sendable {
  /// The state before; nil for the first.
  public var from: Enrolment.State?
  /// The state after.
  public var to: Enrolment.State
  /// When.
  public var movedAt: Timestamp
  /// Who: a login.
  public var actor: String
  /// Why; empty when nobody said.
  public var reason: SafeText

  /// A change.
  public init(
    from: Enrolment.State?, to: Enrolment.State, movedAt: Timestamp, actor: String,
    reason: SafeText
  ) {
    self.from = from
    self.to = to
    self.movedAt = movedAt
    self.actor = actor
    self.reason = reason
  }
}

/// Who was where in a course.
public struct AttendanceSheet: Hashable, Sendable {
  /// A person's line.
  public struct Line: Hashable, Sendable {
    /// The registration.
    public var enrolment: Enrolment
    /// What was seen, by session; sessions without attendance are not in it.
    public var marks: [Identifier<CourseSession>: Attendance]
    /// How far the person is from the certificate.
    public var standing: PassingStanding

    /// A line.
    public init(
      enrolment: Enrolment, marks: [Identifier<CourseSession>: Attendance],
      standing: PassingStanding
    ) {
      self.enrolment = enrolment
      self.marks = marks
      self.standing = standing
    }
  }

  /// The sessions in order, those called off left out.
  public var sessions: [CourseSession]
  /// The people by given name: those of whom attendance is taken.
  public var lines: [Line]

  /// A sheet.
  public init(sessions: [CourseSession], lines: [Line]) {
    (self.sessions, self.lines) = (sessions, lines)
  }
}
