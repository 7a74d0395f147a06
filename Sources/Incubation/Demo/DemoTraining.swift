/// The courses of the demo season, 2019 and 2020: made up, the same on every machine. Records point
/// to each other by their places in these lists, because identities are made by storage.
public struct DemoTraining: Hashable, Sendable {
  /// A registration.
  public struct Registration: Hashable, Sendable {
    /// The person: place in `people`.
    public var person: Int
    /// States in order, from the first to the present one.
    public var states: [Enrolment.State]
    /// Rank on the waiting list; nil when not on it.
    public var rank: Int?
    /// What was seen in each session that was held, in order.
    public var marks: [Attendance.Mark]
  }

  /// A hall.
  public struct Hall: Hashable, Sendable {
    /// Its name.
    public var name: SafeText
    /// Where it is.
    public var address: SafeText
    /// How many people it holds.
    public var capacity: Int
  }

  /// A session.
  public struct Session: Hashable, Sendable {
    /// What it says, without hall and trainers.
    public var content: SessionContent
    /// The hall: place in `venues`.
    public var venue: Int
    /// The trainer: place in `trainers`.
    public var trainer: Int
  }

  /// A course.
  public struct DemoCourse: Hashable, Sendable {
    /// Its number.
    public var code: SafeText
    /// What it says.
    public var content: CourseContent
    /// Where it stands.
    public var status: Course.Status
    /// Its sessions in order.
    public var sessions: [Session]
    /// Its registrations.
    public var registrations: [Registration]
    /// When it was planned.
    public var plannedAt: Timestamp
    /// Who keeps it: a login.
    public var actor: String
    /// Feedback forms.
    public var feedback: [FeedbackForm]
  }

  /// Halls.
  public var venues: [Hall]
  /// Names of trainers.
  public var trainers: [SafeText]
  /// People who register.
  public var people: [Registrant]
  /// Courses, by their first day.
  public var courses: [DemoCourse]
}

extension DemoTraining {
  /// The courses as of 15/09/2020.
  public static let season2020 = DemoTrainingBuilder(today: DemoSeed.day(200_915)).built()
}

/// Draws the people, registrations and attendance of the courses in the table.
struct DemoTrainingBuilder {
  let today: LocalDate
  private var dice = Dice(seed: 20_190_101, index: 7)
  private var people: [Registrant] = []
  private let working = WorkingDays()

  init(today: LocalDate) { self.today = today }

  func built() -> DemoTraining {
    var copy = self
    return copy.build()
  }

  private mutating func build() -> DemoTraining {
    people = (0..<160).map { index in
      Registrant(
        LargeSeasonWords.fullName(&dice), unit: Self.unit(index, &dice),
        phone: PhoneNumber(stored: LargeSeasonWords.mobile(&dice)))
    }
    let courses = DemoTrainingTables.courses.enumerated().map { course($0.offset, $0.element) }
    return DemoTraining(
      venues: DemoTrainingTables.venues, trainers: DemoTrainingTables.trainers, people: people,
      courses: courses)
  }

  private static func unit(_ index: Int, _ dice: inout Dice) -> SafeText {
    index < 60 ? dice.pick(DemoTrainingTables.offices) : dice.pick(DemoTrainingTables.firms)
  }

  private mutating func course(
    _ index: Int, _ seed: DemoTrainingTables.Seed
  ) -> DemoTraining.DemoCourse {
    var content = CourseContent(title: seed.title, kind: seed.kind)
    content.contentItem = seed.item
    content.organiser = "Sở Khoa học và Công nghệ tỉnh Sóc Trăng"
    content.supporter = "Sở Khoa học và Công nghệ Thành phố Hồ Chí Minh"
    content.budget = Money(dong: Int64(seed.million) * 1_000_000)
    content.goals = seed.goals
    content.capacity = seed.places
    if seed.kind == .coaching { content.registration.waiting = .lot }
    let sessions = sessions(seed)
    let held = sessions.count { $0.content.span.end.day < today }
    let isOver = held == sessions.count
    let number = LocalDate.padded(index + 1, 4)
    return DemoTraining.DemoCourse(
      code: SafeText(escaping: "KH-\(number)"), content: content,
      status: isOver ? .closed : held > 0 || index % 2 == 0 ? .open : .planned,
      sessions: sessions, registrations: registrations(seed, held: held, isOver: isOver),
      plannedAt: DemoSeed.day(seed.first).adding(days: -30).at(hour: 9, minute: index % 60),
      actor: index % 2 == 0 ? "lan" : "ray", feedback: isOver ? feedback(seed.places) : [])
  }

  /// On working days only, one after the other, as the table asks.
  private func sessions(_ seed: DemoTrainingTables.Seed) -> [DemoTraining.Session] {
    var day = working.adding(0, to: DemoSeed.day(seed.first))
    var sessions: [DemoTraining.Session] = []
    for (index, topic) in seed.topics.enumerated() {
      let hour = seed.isAfternoon ? 13 * 60 + 30 : 7 * 60 + 30
      let start = LocalMoment(day, minute: hour)
      var content = SessionContent(
        span: TimeSpan(trusted: start, start.adding(minutes: 210)))
      content.topic = topic
      content.materials = index == 0 ? "Tài liệu phát tay" : .empty
      sessions.append(
        DemoTraining.Session(
          content: content, venue: seed.venue,
          trainer: (seed.trainer + index) % DemoTrainingTables.trainers.count))
      day = working.adding(0, to: day.adding(days: seed.step))
    }
    return sessions
  }

  private mutating func registrations(
    _ seed: DemoTrainingTables.Seed, held: Int, isOver: Bool
  ) -> [DemoTraining.Registration] {
    let isStaff = seed.kind == .staff
    let first = isStaff ? 0 : 60
    let count = isStaff ? 60 : people.count - 60
    let start = dice.below(count)
    var names: Set<SafeText> = []
    var result: [DemoTraining.Registration] = []
    var waiting = 0
    for step in 0..<min(seed.asked, count) {
      let person = first + (start + step) % count
      guard names.insert(people[person].name).inserted else { continue }
      let hasPlace = result.count { $0.states.last?.holdsPlace ?? false } < seed.places
      if hasPlace {
        result.append(placed(person, held: held, isOver: isOver))
      } else {
        waiting += 1
        let isLot = seed.kind == .coaching
        result.append(
          DemoTraining.Registration(
            person: person, states: [.waiting], rank: isLot ? nil : waiting, marks: []))
      }
    }
    return result
  }

  private mutating func placed(
    _ person: Int, held: Int, isOver: Bool
  ) -> DemoTraining.Registration {
    if dice.below(20) == 0 {
      return DemoTraining.Registration(
        person: person, states: [.registered, .cancelled], rank: nil, marks: [])
    }
    let diligence = dice.below(10)
    let marks = (0..<held).map { _ -> Attendance.Mark in
      switch dice.below(20) {
      case 0: .late
      case 1: .excused
      case 2 where diligence < 4: .leftEarly
      case 3...(diligence < 2 ? 12 : 3): .absent
      default: .present
      }
    }
    var states: [Enrolment.State] = [.registered, .approved]
    if isOver { states.append(marks.contains(where: \.isThere) ? .attended : .noShow) }
    return DemoTraining.Registration(person: person, states: states, rank: nil, marks: marks)
  }

  private mutating func feedback(_ places: Int) -> [FeedbackForm] {
    (0..<(places / 2)).compactMap { index in
      let answers = (0..<FeedbackForm.questions).map { _ in dice.between(3, 5) }
      let comment = index % 7 == 0 ? dice.pick(DemoTrainingTables.comments) : .empty
      return try? FeedbackForm(answers, comment: comment)
    }
  }
}
