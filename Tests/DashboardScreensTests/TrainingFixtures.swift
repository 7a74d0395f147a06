import Incubation
import Storage

@testable import DashboardKit
@testable import DashboardScreens

/// A small office of training: two courses, seven sessions of September 2020, nine people.
enum TrainingFixtures {
  typealias Calendar = TrainingScreen<NoFiles>
  typealias Page = CourseScreen<NoFiles>

  static func course(_ number: Int) -> Identifier<Course> {
    Identifier(high: 2, low: UInt64(number))
  }
  static func session(_ number: Int) -> Identifier<CourseSession> {
    Identifier(high: 3, low: UInt64(number))
  }
  static func person(_ number: Int) -> Identifier<Person> {
    Identifier(high: 4, low: UInt64(number))
  }
  static func enrolment(_ number: Int) -> Identifier<Enrolment> {
    Identifier(high: 5, low: UInt64(number))
  }

  static let hall = Venue(
    id: Identifier(high: 6, low: 1), name: "Hội trường lớn", capacity: 120)
  static let room = Venue(id: Identifier(high: 6, low: 2), name: "Phòng 2", capacity: 30)
  static let trainers = [
    Person(id: person(91), fullName: "Ngô Thị Mai"),
    Person(id: person(92), fullName: "Thạch Sơn Rươl"),
  ]

  static func day(_ number: Int) -> LocalDate {
    (LocalDate(year: 2020, month: 9, day: 1) ?? Fixtures.today).adding(days: number - 1)
  }

  static func span(_ day: Int, _ from: Int, _ to: Int) -> TimeSpan {
    TimeSpan(
      storedStart: LocalMoment(self.day(day), minute: from).minutes,
      end: LocalMoment(self.day(day), minute: to).minutes)
  }

  static func content(_ number: Int) -> CourseContent {
    var content = CourseContent(
      title: number == 1 ? "Gọi vốn cho người mới bắt đầu" : "Quản trị tinh gọn",
      kind: number == 1 ? .coaching : .enterprise)
    content.contentItem = "2. Đào tạo doanh nghiệp"
    content.organiser = "Sở KH&CN Sóc Trăng"
    content.supporter = "Sở KH&CN TP.HCM"
    content.budget = Money(dong: 45_000_000)
    content.goals = "Viết được một trang gọi vốn và trình bày trong năm phút."
    content.capacity = 6
    content.registration.needsApproval = true
    return content
  }

  static func course(_ number: Int, _ status: Course.Status = .open) -> Course {
    Course(
      id: course(number), code: SafeText(escaping: "KH-000\(number)"), content: content(number),
      status: status, version: 2)
  }

  static func summary(
    _ number: Int, of course: Int, _ span: TimeSpan, _ topic: SafeText, venue: Venue? = hall,
    trainer: Int = 0, isCancelled: Bool = false
  ) -> SessionSummary {
    var content = SessionContent(span: span)
    content.topic = topic
    content.venue = venue?.id
    content.trainers = [trainers[trainer].id]
    return SessionSummary(
      session: CourseSession(
        id: session(number), course: self.course(course), content: content,
        uid: CourseSession.uid(of: session(number)), isCancelled: isCancelled,
        changedAt: Timestamp(milliseconds: 0), version: 4),
      courseCode: SafeText(escaping: "KH-000\(course)"),
      courseTitle: self.content(course).title, kind: self.content(course).kind, venue: venue,
      trainers: [trainers[trainer].fullName])
  }

  /// Two of the fifteenth overlap with the same trainer, one of the eighteenth was called off.
  static let sessions: [SessionSummary] = [
    summary(1, of: 1, span(14, 480, 690), "Trang gọi vốn"),
    summary(2, of: 2, span(15, 810, 990), "Bảy lãng phí", venue: room),
    summary(3, of: 1, span(15, 900, 1_020), "Tập trình bày", venue: hall),
    summary(4, of: 1, span(16, 480, 690), "Định giá", trainer: 1),
    summary(5, of: 2, span(18, 480, 690), "Sở hữu trí tuệ", venue: nil, isCancelled: true),
    summary(6, of: 1, span(21, 480, 690), "Thuyết trình trước nhà đầu tư"),
    summary(7, of: 2, span(24, 810, 990), "Thuyết trình", venue: room, trainer: 1),
  ]

  static var lists: TrainingLists {
    TrainingLists(
      venues: [hall, room], trainers: trainers, courses: [course(1), course(2, .planned)])
  }

  static var courses: [CourseSummary] {
    [
      CourseSummary(
        course: course(1), sessions: 4, days: day(14)...day(21),
        people: [.approved: 4, .registered: 1, .offered: 1, .waiting: 2, .cancelled: 1]),
      CourseSummary(
        course: course(2, .planned), sessions: 2, days: day(15)...day(24), people: [:]),
    ]
  }

  /// The calendar as it is after its first load.
  static func calendar(
    _ context: ScreenContext, _ view: TrainingView = .month,
    sessions: [SessionSummary] = sessions
  ) -> TrainingState {
    var (state, _) = Calendar.start(Destination(.training), context)
    _ = Calendar.update(&state, .listed(lists, courses), context)
    _ = Calendar.update(&state, .contested(contests), context)
    _ = Calendar.update(&state, .show(view), context)
    if view == .year {
      let counts = Dictionary(grouping: sessions, by: \.day).mapValues(\.count)
      _ = Calendar.update(&state, .counted(counts, state.window), context)
    } else {
      let own = sessions.filter { $0.day >= state.window.from && $0.day <= state.window.through }
      _ = Calendar.update(&state, .loaded(own, state.window), context)
    }
    let figures = CourseFigures(
      course: course(1), held: 1, trainees: 5, there: 4, marks: 5, minutes: 210, certificates: 2)
    _ = Calendar.update(&state, .figured([figures]), context)
    return state
  }

  static let contests = [
    ContestDay(
      day: day(25), title: Bilingual(vietnamese: "Bán kết · Ý tưởng 2020", english: "Semi-final"),
      isDeadline: false),
    ContestDay(
      day: day(10), title: Bilingual(vietnamese: "Ý tưởng 2020", english: "Ideas 2020"),
      isDeadline: true),
  ]

  // MARK: A course

  static let names: [SafeText] = [
    "Trần Thị Ánh", "Lý Hoàng Ân", "Nguyễn Văn Đạo", "Thạch Thị Sô Phi", "Đỗ Minh Đức",
    "Lâm Ngọc Hân", "Kim Danh", "Trương Mỹ Linh", "Phạm Gia Bảo",
  ]
  static let states: [Enrolment.State] = [
    .approved, .approved, .approved, .approved, .registered, .offered, .waiting, .waiting,
    .cancelled,
  ]

  static var roster: [Enrolment] {
    zip(names, states).enumerated().map { index, one in
      Enrolment(
        id: enrolment(index + 1), course: course(1), session: nil, person: person(index + 1),
        name: one.0, unit: index % 2 == 0 ? "HTX Hạt Vàng" : "Trường THPT Hoàng Diệu",
        group: index == 3 ? "nữ" : .empty,
        phone: (try? PhoneNumber.parse("091234567\(index)"))?.number,
        guardianConsent: index == 3 ? "phiếu 12, 01/09/2020" : .empty, state: one.1,
        rank: one.1 == .waiting ? index : nil,
        offeredUntil: one.1 == .offered ? Fixtures.today.at(hour: 16) : nil,
        score: index == 0 ? 8_500 : nil, gaveFeedback: index == 0, version: 1)
    }
  }

  static var sheet: AttendanceSheet {
    let held = sessions.filter { $0.session.course == course(1) }.map(\.session)
    let marks: [Attendance.Mark] = [.present, .late, .absent, .excused]
    let lines = roster.prefix(5).enumerated().map { index, one -> AttendanceSheet.Line in
      var seen: [Identifier<CourseSession>: Attendance] = [:]
      if index < marks.count {
        for session in held.prefix(index == 0 ? 4 : 1) {
          seen[session.id] = Attendance(
            session: session.id, enrolment: one.id, mark: marks[index],
            missed: marks[index] == .late ? 15 : 0)
        }
      }
      let standing = PassingStanding(
        PassingRule(),
        held: held.map { .init(minutes: $0.content.span.minutes, attendance: seen[$0.id]) },
        score: one.score, gaveFeedback: one.gaveFeedback)
      return AttendanceSheet.Line(enrolment: one, marks: seen, standing: standing)
    }
    return AttendanceSheet(sessions: held, lines: lines)
  }

  static var certificates: [Certificate] {
    (1...2).map { number in
      Certificate(
        number: SafeText(escaping: "GCN-2020-000\(number)"), enrolment: enrolment(number + 1),
        course: course(1), courseTitle: content(1).title, name: names[number], minutes: 720,
        from: day(14), to: day(21), issuedOn: Fixtures.today, issuedBy: "lan",
        revokedOn: number == 2 ? Fixtures.today : nil,
        revokedBecause: number == 2 ? "ghi sai họ tên" : .empty)
    }
  }

  static var contents: CourseContents {
    let forms = [[5, 4, 4, 5, 3], [4, 4, nil, 5, 2]].compactMap {
      try? FeedbackForm($0, comment: "Cần thêm giờ thực hành.")
    }
    return CourseContents(
      record: CourseRecord(
        summary: courses[0], sessions: sessions.filter { $0.session.course == course(1) }),
      roster: roster, places: [enrolment(7): 1, enrolment(8): 2], sheet: sheet,
      certificates: certificates, feedback: FeedbackSummary(forms), lists: lists)
  }

  /// The page of the first course at one of its parts.
  static func page(_ context: ScreenContext, _ section: CourseSection = .plan) -> CourseState {
    var destination = Destination(.course)
    destination.course = course(1)
    var (state, _) = Page.start(destination, context)
    _ = Page.update(&state, .loaded(contents), context)
    _ = Page.update(&state, .show(section), context)
    return state
  }

  // MARK: States that tests of all screens draw

  static func calendars(_ context: ScreenContext) -> [(String, TrainingState)] {
    let views = TrainingView.allCases.map { ("training \($0.rawValue)", calendar(context, $0)) }
    var collides = calendar(context)
    _ = Calendar.update(&collides, .editSession, context)
    collides.panel?.show(conflicts, ways, context)
    var goingTo = calendar(context)
    _ = Calendar.update(&goingTo, .goTo, context)
    var filtered = calendar(context)
    _ = Calendar.update(&filtered, .filter, context)
    return views + [
      ("training collides", collides), ("training go to", goingTo),
      ("training filter", filtered),
    ]
  }

  static let conflicts: [TrainingConflict] = [
    .trainer(
      "Ngô Thị Mai",
      .init(
        session: session(3), course: "Gọi vốn cho người mới bắt đầu", span: span(15, 900, 1_020))),
    .hall("Phòng 2", holds: 30, asked: 60),
    .holiday(day(2), Bilingual(vietnamese: "Quốc khánh", english: "National Day")),
  ]
  static let ways: [SessionWay] = [.venue("Hội trường lớn"), .span(span(16, 810, 990))]

  static func pages(_ context: ScreenContext) -> [(String, CourseState)] {
    let parts = CourseSection.allCases.map { ("course \($0.rawValue)", page(context, $0)) }
    var registering = page(context, .people)
    _ = Page.update(&registering, .register, context)
    var finding = page(context, .attendance)
    _ = Page.update(&finding, .typed("d"), context)
    return parts + [
      ("course register", registering), ("course finding", finding),
      ("course new", Page.start(Destination(.course), context).0),
    ]
  }
}
