/// A course: what is taught, to whom, by whom organised, for what money.
public struct Course: Hashable, Sendable {
  /// What a course is for.
  public enum Kind: String, Labelled {
    /// Training of the departments' own staff.
    case staff
    /// Training of enterprises.
    case enterprise
    /// Coaching of ideas and startups.
    case coaching
  }

  /// Where a course stands.
  public enum Status: String, Labelled {
    /// Planned, not yet announced.
    case planned
    /// Open for registration.
    case open
    /// Over: nothing is registered any more.
    case closed
    /// Called off.
    case cancelled
  }

  /// Identity.
  public var id: Identifier<Course>
  /// The number by which people call it: "KH-0007". Never reused.
  public var code: SafeText
  /// What it says.
  public var content: CourseContent
  /// Where it stands.
  public var status: Status
  /// Raised by one with every change.
  public var version: Int

  /// A course.
  public init(
    id: Identifier<Course>, code: SafeText, content: CourseContent, status: Status, version: Int
  ) {
    self.id = id
    self.code = code
    self.content = content
    self.status = status
    self.version = version
  }
}

/// What a person may edit of a course.
public struct CourseContent: Hashable, Sendable {
  /// Its name.
  public var title: SafeText
  /// What it is for.
  public var kind: Course.Kind
  /// The content item of the agreement it belongs to, by its text or number; empty for none.
  public var contentItem: SafeText = .empty
  /// The department that organises it; empty when unknown.
  public var organiser: SafeText = .empty
  /// The department that supports; empty for none.
  public var supporter: SafeText = .empty
  /// What it may cost; nil when not decided.
  public var budget: Money?
  /// What trainees are to know afterwards; empty when not written down.
  public var goals: SafeText = .empty
  /// Places of the whole course; nil for no limit of its own.
  public var capacity: Int?
  /// How people are registered.
  public var registration = RegistrationRules()
  /// What it takes to pass.
  public var passing = PassingRule()

  /// A course with a name, nothing else decided.
  public init(title: SafeText, kind: Course.Kind) {
    self.title = title
    self.kind = kind
  }

  /// Checks what cannot be: no name, no places, quotas of nothing.
  ///
  /// - Throws: `TrainingRefusal`.
  public func checked() throws(TrainingRefusal) -> CourseContent {
    if title.isBlank { throw .titleMissing }
    if let capacity, capacity < 1 { throw .noCapacity(capacity) }
    for quota in registration.quotas where quota.seats < 1 { throw .noCapacity(quota.seats) }
    if let budget, budget.dong < 0 { throw .negativeBudget }
    guard (0...100).contains(passing.share) else { throw .share(passing.share) }
    return self
  }
}

/// How people are registered for a course.
public struct RegistrationRules: Hashable, Sendable {
  /// What people register for.
  public enum Scope: String, Labelled {
    /// The whole course.
    case course
    /// Single sessions.
    case session
  }

  /// In which order those who wait get free places.
  public enum WaitingOrder: String, Labelled {
    /// As they came.
    case order
    /// As lots were drawn; nobody is offered a place before.
    case lot
  }

  /// Some of the places are the most that one side gets.
  public struct Quota: Hashable, Sendable {
    /// What the quota is for.
    public enum Kind: String, CaseIterable, Sendable {
      /// A department or enterprise, by its name.
      case unit
      /// A group of people, by its name: "nữ", "thanh niên".
      case group
    }

    /// What it is for.
    public var kind: Kind
    /// Name of the unit or group; compared folded.
    public var name: SafeText
    /// The most places.
    public var seats: Int

    /// A quota.
    public init(_ kind: Kind, _ name: SafeText, seats: Int) {
      (self.kind, self.name, self.seats) = (kind, name, seats)
    }
  }

  /// What people register for.
  public var scope = Scope.course
  /// Whether somebody has to approve each registration.
  public var needsApproval = false
  /// The most places for units and groups; those that are not named have none of their own.
  public var quotas: [Quota] = []
  /// Order of the waiting list.
  public var waiting = WaitingOrder.order
  /// How long an offered place is kept, in hours.
  public var offerHours = 48

  /// The whole course, without approval, as people come.
  public init() {}
}

/// What it takes to get a certificate.
public struct PassingRule: Hashable, Sendable {
  /// What the share is counted in.
  public enum Basis: String, Labelled {
    /// Sessions, however long; whoever came late or left early was there.
    case sessions
    /// Hours; minutes missed are missed.
    case hours
  }

  /// What the share is counted in.
  public var basis = Basis.sessions
  /// Share of the sessions or hours that is needed, in hundredths; 0 asks for nothing.
  public var share = 80
  /// Points of the test that are needed, in hundredths of a point; nil when there is no test.
  public var minimumScore: Int?
  /// Whether the feedback form must have been handed in.
  public var needsFeedback = false

  /// Four fifths of the sessions.
  public init() {}
}

/// A place where sessions are held: a hall with so many seats.
public struct Venue: Hashable, Sendable {
  /// Identity.
  public var id: Identifier<Venue>
  /// Its name.
  public var name: SafeText
  /// Where it is; empty when its name says so.
  public var address: SafeText
  /// How many people it holds; at least 1.
  public var capacity: Int
  /// Raised by one with every change.
  public var version: Int

  /// A place.
  public init(
    id: Identifier<Venue>, name: SafeText, address: SafeText = .empty, capacity: Int,
    version: Int = 1
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.capacity = capacity
    self.version = version
  }
}
