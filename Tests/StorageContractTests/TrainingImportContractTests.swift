import Incubation
import Storage
import Testing

/// Imports of sessions, undo of courses and the demo season, on every engine.
@Suite("Imports of sessions on every engine")
struct TrainingImportContractTests {
  private func session(
    _ day: Int, _ uid: SafeText, sequence: Int = 0
  ) throws -> TrainingBatch.NewSession {
    var content = SessionContent(span: try Desk.span(day))
    content.topic = "Buổi nhập"
    return TrainingBatch.NewSession(
      course: .new(0), content: content, venue: "Nhà văn hóa xã", trainers: ["Mai Văn Tư"],
      uid: uid, sequence: sequence, isCancelled: false)
  }

  @Test(
    "an import makes course, trainers and sessions; one undo takes all away",
    arguments: Engine.allCases)
  func whole(engine: Engine) async throws {
    let desk = try await engine.fresh()
    var batch = TrainingBatch(fileName: "lich.ics")
    batch.courses = [CourseContent(title: "Lớp của trung tâm", kind: .enterprise)]
    batch.new = [try session(21, "a@x"), try session(22, "b@x")]
    let receipt = try await desk.training.publish(batch, by: desk.session())
    let courses = try await desk.training.courses(CourseFilter())
    #expect(courses.map(\.sessions) == [2])
    let sessions = try await desk.training.record(courses[0].course.id).sessions
    #expect(sessions[0].trainers == ["Mai Văn Tư"])
    #expect(sessions[0].session.content.materials == "Nhà văn hóa xã")
    // A newer version changes what is there.
    let known = try await desk.training.sessions(uids: ["a@x", "c@x"])
    let there = try #require(known["a@x"])
    var update = TrainingBatch(fileName: "lich.ics")
    update.updates = [
      .init(id: there.id, ifVersion: there.version, session: try session(24, "a@x", sequence: 3))
    ]
    let second = try await desk.training.publish(update, by: desk.session())
    #expect(try await desk.training.sessions(uids: ["a@x"])["a@x"]?.sequence == 3)
    let early = await refused {
      _ = try await desk.training.undo(receipt.event, by: desk.session())
    }
    #expect(early == .notUndoable)
    _ = try await desk.training.undo(second.event, by: desk.session())
    let back = try #require(try await desk.training.sessions(uids: ["a@x"])["a@x"])
    #expect(back.content.span == (try Desk.span(21)))
    #expect(back.sequence == 4)
  }

  @Test("an import that nobody touched is taken back whole", arguments: Engine.allCases)
  func undone(engine: Engine) async throws {
    let desk = try await engine.fresh()
    var batch = TrainingBatch(fileName: "lich.ics")
    batch.courses = [CourseContent(title: "Lớp của trung tâm", kind: .enterprise)]
    batch.new = [try session(21, "a@x"), try session(22, "b@x")]
    let receipt = try await desk.training.publish(batch, by: desk.session())
    _ = try await desk.stores.ventures.undo(receipt.event, by: desk.session())
    #expect(try await desk.training.courses(CourseFilter()).isEmpty)
    #expect(try await desk.training.sessions(in: .all).isEmpty)
    // The same file goes in again.
    _ = try await desk.training.publish(batch, by: desk.session())
    #expect(try await desk.training.sessions(in: .all).count == 2)
  }

  @Test(
    "a course is edited, called off and deleted, and each is undone",
    arguments: Engine.allCases)
  func courses(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let training = desk.training
    let id = try await desk.course()
    let session = try await desk.plan(id, 21)
    func course() async throws -> Course { try await training.record(id).summary.course }
    var content = try await course().content
    (content.title, content.budget) = ("Tên mới", Money(dong: 5_000_000))
    let edited = try await training.update(id, to: content, ifVersion: 1, by: desk.session())
    #expect(try await course().content == content)
    _ = try await training.undo(edited.event, by: desk.session())
    #expect(try await course().content.title == "Khởi sự doanh nghiệp")
    let off = try await training.setStatus(
      .cancelled, of: id, ifVersion: 3, by: desk.session())
    #expect(try await training.record(id).sessions[0].session.isCancelled)
    #expect(
      await refused { _ = try await desk.enrol(["An"], id) }
        == .courseNotOpen(
          "Khởi sự doanh nghiệp"))
    _ = try await training.undo(off.event, by: desk.session())
    #expect(try await !training.record(id).sessions[0].session.isCancelled)
    let gone = try await training.delete(id, ifVersion: 5, by: desk.session())
    #expect(try await training.courses(CourseFilter()).isEmpty)
    _ = try await training.undo(gone.event, by: desk.session())
    #expect(try await training.record(id).sessions.map(\.session.id) == [session])
    _ = try await desk.enrol(["An"], id)
    #expect(
      await refused { _ = try await training.delete(id, ifVersion: 7, by: desk.session()) }
        == .inUse)
  }

  @Test(
    "people register for single sessions where the course says so",
    arguments: Engine.allCases)
  func bySession(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let training = desk.training
    let hall = try await training.addVenue(
      "Phòng nhỏ", address: .empty, capacity: 1, by: desk.session()
    ).id
    let course = try await desk.course { $0.registration.scope = .session }
    let first = try await desk.plan(course, 21) { $0.venue = hall }
    let second = try await desk.plan(course, 22)
    #expect(await refused { _ = try await desk.enrol(["An"], course) } == .wrongScope)
    let people = try await training.register(
      [Registrant("An"), Registrant("Bình")], for: course, session: first, by: desk.session())
    #expect(try await desk.states(course) == [.registered: 1, .waiting: 1])
    _ = try await training.register(
      [Registrant("An")], for: course, session: second, by: desk.session())
    let sheet = try await training.attendance(of: course)
    #expect(sheet.lines.map(\.standing.sessions) == [1, 1])
    let stranger = Attendance(session: second, enrolment: people.ids[0], mark: .present)
    #expect(
      await refused { _ = try await training.mark([stranger], in: second, by: desk.session()) }
        == .notOnList)
    // The same person at the same hour elsewhere is a collision.
    let other = try await desk.course("Lớp khác")
    _ = try await training.register(
      [Registrant("An", person: sheet.lines[0].enrolment.person)], for: other, session: nil,
      by: desk.session())
    guard case .conflicts(let found)? = await refused({ try await desk.plan(other, 21) }),
      case .trainees(1, "An", _)? = found.first
    else {
      Issue.record("the trainee was not seen")
      return
    }
  }

  @Test(
    "the demo's courses agree with their records, and numbers go on after them",
    arguments: Engine.allCases)
  func demo(engine: Engine) async throws {
    let desk = try await engine.fresh()
    try await SeasonSeeding(desk.database, by: desk.session()).seed(DemoTraining.season2020)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
    let courses = try await desk.training.courses(CourseFilter())
    #expect(courses.count == 20)
    for summary in courses {
      let places = summary.course.content.capacity ?? 0
      #expect(summary.placesHeld <= places, "\(summary.course.code)")
      let collisions = try await desk.training.record(summary.course.id).sessions
        .filter { !WorkingDays().isWorkingDay($0.session.content.span.start.day) }
      #expect(collisions.isEmpty)
    }
    #expect(courses.contains { ($0.people[.waiting] ?? 0) > 0 })
    let numbers = try await desk.training.certificates(of: nil).map(\.number)
    #expect(numbers.count > 300 && Set(numbers).count == numbers.count)
    let next = try await desk.training.create(
      CourseContent(title: "Khóa sau", kind: .staff), by: desk.session())
    #expect(try await desk.training.record(next.id).summary.course.code == "KH-0021")
  }
}
