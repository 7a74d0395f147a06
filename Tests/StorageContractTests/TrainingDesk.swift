import Incubation
import Storage

/// Short ways to courses and people for the tests of courses.
extension Desk {
  var training: any TrainingPort { stores.training }

  /// From a time on a day of September 2020 (Monday the 21st by default) for so many hours.
  static func span(_ day: Int = 21, _ hour: Int = 8, hours: Int = 3) throws -> TimeSpan {
    let date = LocalDate(year: 2020, month: 9, day: 1)?.adding(days: day - 1)
    let start = LocalMoment(date ?? start.localDate, minute: hour * 60)
    return try TimeSpan(start, start.adding(minutes: hours * 60))
  }

  func course(
    _ title: SafeText = "Khởi sự doanh nghiệp",
    _ change: (inout CourseContent) -> Void = { _ in }
  ) async throws -> Identifier<Course> {
    var content = CourseContent(title: title, kind: .coaching)
    change(&content)
    return try await training.create(content, by: session()).id
  }

  @discardableResult
  func plan(
    _ course: Identifier<Course>, _ day: Int = 21, _ hour: Int = 8,
    allowing: SafeText = .empty, by login: String = "lan", _ roles: Set<UserRole> = [.clerk],
    _ change: (inout SessionContent) -> Void = { _ in }
  ) async throws -> Identifier<CourseSession> {
    var content = SessionContent(span: try Self.span(day, hour))
    change(&content)
    return try await training.schedule(
      content, repeating: nil, in: course, allowing: allowing, by: session(login, roles)
    ).ids[0]
  }

  func enrol(
    _ names: [SafeText], _ course: Identifier<Course>, unit: SafeText = "Sở KH&CN"
  ) async throws -> [Identifier<Enrolment>] {
    try await training.register(
      names.map { Registrant($0, unit: unit) }, for: course, session: nil, by: session()
    ).ids
  }

  func enrolment(
    _ id: Identifier<Enrolment>, in course: Identifier<Course>
  ) async throws -> Enrolment {
    let all = try await training.roster(of: course, session: nil, search: "")
    guard let found = all.first(where: { $0.id == id }) else {
      throw StorageError.notFound(entity: "enrolment")
    }
    return found
  }

  @discardableResult
  func bring(
    _ id: Identifier<Enrolment>, of course: Identifier<Course>, to state: Enrolment.State,
    daysLater: Int = 0
  ) async throws -> ChangeReceipt {
    let current = try await enrolment(id, in: course)
    return try await training.move(
      id, to: state, reason: .empty, ifVersion: current.version,
      by: session(daysLater: daysLater))
  }

  func states(_ course: Identifier<Course>) async throws -> [Enrolment.State: Int] {
    try await training.record(course).summary.people
  }
}

/// What the rules of courses refused; nil when something else happened.
func refused(_ body: () async throws -> Void) async -> TrainingRefusal? {
  guard case .trainingRefused(let refusal)? = await caught(body) else { return nil }
  return refusal
}
