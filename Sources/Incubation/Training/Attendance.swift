/// Whether and how long somebody was at a session.
public struct Attendance: Hashable, Sendable {
  /// What was seen.
  public enum Mark: String, Labelled {
    case present, late
    case leftEarly = "left-early"
    case absent, excused

    /// Whether the person was there.
    public var isThere: Bool { self == .present || self == .late || self == .leftEarly }
  }

  /// The session.
  public var session: Identifier<CourseSession>
  /// Whose.
  public var enrolment: Identifier<Enrolment>
  /// What was seen.
  public var mark: Mark
  /// Minutes missed by coming late or leaving early; 0 otherwise.
  public var missed: Int

  /// An observation.
  public init(
    session: Identifier<CourseSession>, enrolment: Identifier<Enrolment>, mark: Mark,
    missed: Int = 0
  ) {
    self.session = session
    self.enrolment = enrolment
    self.mark = mark
    self.missed = missed
  }

  /// Minutes at a session of such a length.
  public func minutes(of length: Int) -> Int { mark.isThere ? max(0, length - missed) : 0 }
}

/// What somebody lacks for the certificate.
public enum PassingLack: Hashable, Sendable {
  /// Hundredths of the sessions or hours attended, and needed.
  case attendance(have: Int, need: Int)
  /// Points of the test, nil when there are none, and needed; hundredths.
  case score(have: Int?, need: Int)
  /// The feedback form was not handed in.
  case feedback
}

/// How far somebody is from the certificate.
public struct PassingStanding: Hashable, Sendable {
  /// Where it leads.
  public enum Outcome: Hashable, Sendable {
    /// All that is needed is there.
    case passed
    /// Something is missing and can still come.
    case open([PassingLack])
    /// Passing has become impossible: too much was missed, whatever comes.
    case impossible([PassingLack])
  }

  /// A session as the rule counts it.
  public struct Held: Hashable, Sendable {
    /// Its length in minutes.
    public var minutes: Int
    /// What was seen; nil when attendance was not taken yet.
    public var attendance: Attendance?

    /// A session.
    public init(minutes: Int, attendance: Attendance?) {
      (self.minutes, self.attendance) = (minutes, attendance)
    }
  }

  /// Sessions attended.
  public let attendedSessions: Int
  /// Sessions of the course that count.
  public let sessions: Int
  /// Minutes attended.
  public let attendedMinutes: Int
  /// Minutes of the course.
  public let minutes: Int
  /// Where it leads.
  public let outcome: Outcome

  /// The standing of somebody under a rule, over the sessions that are not called off.
  public init(_ rule: PassingRule, held: [Held], score: Int?, gaveFeedback: Bool) {
    sessions = held.count
    minutes = held.reduce(0) { $0 + $1.minutes }
    attendedSessions = held.count { $0.attendance?.mark.isThere ?? false }
    attendedMinutes = held.reduce(0) { sum, session in
      sum + (session.attendance?.minutes(of: session.minutes) ?? 0)
    }
    let open = held.filter { $0.attendance == nil }
    let isBySession = rule.basis == .sessions
    let whole = isBySession ? sessions : minutes
    let have = isBySession ? attendedSessions : attendedMinutes
    let coming = isBySession ? open.count : open.reduce(0) { $0 + $1.minutes }
    var lacks: [PassingLack] = []
    let isEnough = have * 100 >= whole * rule.share && (whole > 0 || rule.share == 0)
    if !isEnough {
      lacks.append(.attendance(have: whole == 0 ? 0 : have * 100 / whole, need: rule.share))
    }
    if let need = rule.minimumScore, score.map({ $0 < need }) ?? true {
      lacks.append(.score(have: score, need: need))
    }
    if rule.needsFeedback, !gaveFeedback { lacks.append(.feedback) }
    let isReachable = whole == 0 || (have + coming) * 100 >= whole * rule.share
    outcome = lacks.isEmpty ? .passed : isReachable ? .open(lacks) : .impossible(lacks)
  }
}

/// A certificate as the register keeps it; one that was revoked stays in it.
public struct Certificate: Hashable, Sendable {
  /// Its number, never given twice.
  public var number: SafeText
  /// Whose registration.
  public var enrolment: Identifier<Enrolment>
  /// The course.
  public var course: Identifier<Course>
  /// Name of the course when it was issued.
  public var courseTitle: SafeText
  /// Name of the person when it was issued.
  public var name: SafeText
  /// Minutes attended.
  public var minutes: Int
  /// The first day of the course.
  public var from: LocalDate
  /// The last day of the course.
  public var to: LocalDate
  /// The day of issue.
  public var issuedOn: LocalDate
  /// Who issued it: a login.
  public var issuedBy: String
  /// The day on which it was revoked; nil while it counts.
  public var revokedOn: LocalDate?
  /// Why it was revoked; empty while it counts.
  public var revokedBecause: SafeText

  /// A certificate.
  public init(
    number: SafeText, enrolment: Identifier<Enrolment>, course: Identifier<Course>,
    courseTitle: SafeText, name: SafeText, minutes: Int, from: LocalDate, to: LocalDate,
    issuedOn: LocalDate, issuedBy: String, revokedOn: LocalDate? = nil,
    revokedBecause: SafeText = .empty
  ) {
    self.number = number
    self.enrolment = enrolment
    self.course = course
    self.courseTitle = courseTitle
    self.name = name
    self.minutes = minutes
    self.from = from
    self.to = to
    self.issuedOn = issuedOn
    self.issuedBy = issuedBy
    self.revokedOn = revokedOn
    self.revokedBecause = revokedBecause
  }
}

/// A feedback form as the clerk keys it in: five questions and a free one. It names nobody, and
/// nothing says when or in which order it came in.
public struct FeedbackForm: Hashable, Sendable {
  /// How many questions have marks.
  public static let questions = 5

  /// Marks from 1, poor, to 5, excellent; nil where nothing was ticked.
  public let answers: [Int?]
  /// What was written; empty for nothing.
  public let comment: SafeText

  /// A form; missing answers are left open, those beyond the fifth are dropped.
  ///
  /// - Throws: `TrainingRefusal.answer`.
  public init(_ answers: [Int?], comment: SafeText = .empty) throws(TrainingRefusal) {
    for answer in answers { if let answer, !(1...5).contains(answer) { throw .answer(answer) } }
    let open: [Int?] = Array(repeating: nil, count: Self.questions)
    self.answers = Array((answers + open).prefix(Self.questions))
    self.comment = comment
  }
}

/// What the forms of a course say together.
public struct FeedbackSummary: Hashable, Sendable {
  /// How many forms.
  public let forms: Int
  /// For each question, how often each mark from 1 to 5 was given.
  public let distribution: [[Int]]
  /// For each question the mean in hundredths, rounded half up; nil without answers.
  public let means: [Int?]
  /// The comments, in the order of the alphabet, so that the order tells nothing.
  public let comments: [SafeText]

  /// The sum of forms.
  public init(_ forms: [FeedbackForm]) {
    self.forms = forms.count
    let distribution = (0..<FeedbackForm.questions).map { question in
      (1...5).map { mark in forms.count { $0.answers[question] == mark } }
    }
    self.distribution = distribution
    means = distribution.map { counts in
      let total = counts.reduce(0, +)
      if total == 0 { return nil }
      let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
      return (sum * 200 + total) / (2 * total)
    }
    comments = forms.map(\.comment).filter { !$0.isBlank }
      .sorted { VietnameseCollation.isLess($0.string, $1.string) }
  }
}
