/// A session of a course: once, at one time and place.
///
/// A recurring session is kept as its occurrences, because people register for, come to and miss
/// occurrences, not rules; each remembers its series and the beginning that the rule gave it.
public struct CourseSession: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<CourseSession>
  /// The course.
  public var course: Identifier<Course>
  /// What it says.
  public var content: SessionContent
  /// The series it belongs to, by the identity of its first session; nil for a single session.
  public var series: Identifier<CourseSession>?
  /// The beginning that the rule of its series gave it; nil for a single session.
  public var original: LocalMoment?
  /// What calendars know it by, the same for ever.
  public var uid: SafeText
  /// Raised by one with every change that calendars must hear of.
  public var sequence: Int
  /// Whether it has been called off.
  public var isCancelled: Bool
  /// When it was changed last.
  public var changedAt: Timestamp
  /// Raised by one with every change.
  public var version: Int

  /// A session.
  public init(
    id: Identifier<CourseSession>, course: Identifier<Course>, content: SessionContent,
    series: Identifier<CourseSession>? = nil, original: LocalMoment? = nil, uid: SafeText,
    sequence: Int = 0, isCancelled: Bool = false, changedAt: Timestamp, version: Int = 1
  ) {
    self.id = id
    self.course = course
    self.content = content
    self.series = series
    self.original = original
    self.uid = uid
    self.sequence = sequence
    self.isCancelled = isCancelled
    self.changedAt = changedAt
    self.version = version
  }

  /// What calendars know a session by that was made here.
  public static func uid(of id: Identifier<CourseSession>) -> SafeText {
    SafeText(escaping: "\(id)@vuonuom")
  }
}

/// What a person may edit of a session.
public struct SessionContent: Hashable, Sendable {
  /// What it is about; empty takes the name of the course.
  public var topic: SafeText = .empty
  /// When, by the clock on the wall.
  public var span: TimeSpan
  /// Who teaches, in order.
  public var trainers: [Identifier<Person>] = []
  /// Where; nil when not decided.
  public var venue: Identifier<Venue>?
  /// Places of this session; nil takes those of the hall or the course.
  public var capacity: Int?
  /// What is handed out or to be brought; empty for nothing.
  public var materials: SafeText = .empty
  /// Why it is held although it collides; empty when it does not.
  public var overrideReason: SafeText = .empty

  /// A session at a time, nothing else decided.
  public init(span: TimeSpan) { self.span = span }

  /// Checks what cannot be: no places.
  ///
  /// - Throws: `TrainingRefusal`.
  public func checked() throws(TrainingRefusal) -> SessionContent {
    if let capacity, capacity < 1 { throw .noCapacity(capacity) }
    return self
  }
}
