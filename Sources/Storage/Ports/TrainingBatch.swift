public import Incubation

/// What an import of sessions will do, planned and shown before it is done.
public struct TrainingBatch: Sendable {
  /// The course that a new session belongs to.
  public enum Target: Hashable, Sendable {
    /// One that is there.
    case existing(Identifier<Course>)
    /// One to be made: its place in `courses`.
    case new(Int)
  }

  /// A session that is to be made.
  public struct NewSession: Hashable, Sendable {
    /// Its course.
    public var course: Target
    /// What it says; its hall and trainers are named beside.
    public var content: SessionContent
    /// Name of its hall; empty for none.
    public var venue: SafeText
    /// Names of its trainers.
    public var trainers: [SafeText]
    /// What calendars know it by; empty for one of our own.
    public var uid: SafeText
    /// Its sequence number in the file.
    public var sequence: Int
    /// Whether it was called off.
    public var isCancelled: Bool

    /// A session.
    public init(
      course: Target, content: SessionContent, venue: SafeText, trainers: [SafeText] = [],
      uid: SafeText, sequence: Int, isCancelled: Bool
    ) {
      self.course = course
      self.content = content
      self.venue = venue
      self.trainers = trainers
      self.uid = uid
      self.sequence = sequence
      self.isCancelled = isCancelled
    }
  }

  /// A session that is there already and is newer in the file.
  public struct Update: Hashable, Sendable {
    /// Which.
    public var id: Identifier<CourseSession>
    /// The version it was compared with.
    public var ifVersion: Int
    /// What the file says.
    public var session: NewSession

    /// An update.
    public init(id: Identifier<CourseSession>, ifVersion: Int, session: NewSession) {
      (self.id, self.ifVersion, self.session) = (id, ifVersion, session)
    }
  }

  /// Name of the file, without its folder.
  public var fileName: SafeText
  /// Courses to be made.
  public var courses: [CourseContent] = []
  /// Sessions to be made.
  public var new: [NewSession] = []
  /// Sessions to be changed.
  public var updates: [Update] = []
  /// How many parts of the file were refused.
  public var refused = 0

  /// An import that does nothing yet.
  public init(fileName: SafeText) { self.fileName = fileName }
}
