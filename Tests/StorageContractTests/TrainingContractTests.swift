import Incubation
import Storage
import Testing

/// Courses from plan to certificate, on every engine.
@Suite("Courses on every engine")
struct TrainingContractTests {
  @Test(
    "a course is planned, people come, and those who passed get numbers",
    arguments: Engine.allCases)
  func skeleton(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let first = try await desk.plan(course, 21)
    let second = try await desk.plan(course, 22)
    let people = try await desk.enrol(["Trần Thị Đào", "Lý Văn An"], course)
    _ = try await desk.training.markAllPresent(but: [], in: first, by: desk.session())
    _ = try await desk.training.markAllPresent(but: [people[1]], in: second, by: desk.session())
    let sheet = try await desk.training.attendance(of: course)
    #expect(sheet.lines.map(\.enrolment.name.string) == ["Lý Văn An", "Trần Thị Đào"])
    #expect(sheet.lines[1].standing.outcome == .passed)
    #expect(
      sheet.lines[0].standing.outcome == .impossible([.attendance(have: 50, need: 80)]))
    let issued = try await desk.training.issueCertificates(to: [people[0]], by: desk.session())
    #expect(issued.certificates.map(\.number.string) == ["GCN-2020-0001"])
    #expect(issued.certificates[0].minutes == 360)
    let lacking = await refused {
      _ = try await desk.training.issueCertificates(to: [people[1]], by: desk.session())
    }
    #expect(lacking == .notPassed("Lý Văn An", [.attendance(have: 50, need: 80)]))
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test(
    "a number is never given twice, and a revoked one stays listed",
    arguments: Engine.allCases)
  func register(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course { $0.passing.share = 0 }
    try await desk.plan(course)
    let person = try await desk.enrol(["Lý Văn An"], course)
    let training = desk.training
    _ = try await training.issueCertificates(to: person, by: desk.session())
    #expect(
      await refused { _ = try await training.issueCertificates(to: person, by: desk.session()) }
        == .certifiedAlready("Lý Văn An"))
    let receipt = try await training.revoke(
      certificate: "gcn-2020-0001", reason: "sai tên", by: desk.session())
    #expect(
      await refused { _ = try await training.undo(receipt.event, by: desk.session()) }
        == .notUndoable)
    _ = try await training.issueCertificates(to: person, by: desk.session())
    let all = try await training.certificates(of: nil)
    #expect(all.map(\.number.string) == ["GCN-2020-0001", "GCN-2020-0002"])
    #expect(all.map { $0.revokedOn != nil } == [true, false])
    #expect(all[0].revokedBecause == "sai tên")
  }

  @Test(
    "collisions are named, refused, and allowed by a supervisor with a reason",
    arguments: Engine.allCases)
  func collisions(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let training = desk.training
    let hall = try await training.addVenue(
      "Hội trường A", address: .empty, capacity: 30, by: desk.session()
    ).id
    let trainer = try await training.addTrainer(Registrant("Mai Văn Tư"), by: desk.session()).id
    let course = try await desk.course { $0.capacity = 40 }
    try await desk.plan(course, 21) { $0.trainers = [trainer] }
    let other = try await desk.course("Sở hữu trí tuệ")
    try await desk.plan(other, 21, 13) { $0.venue = hall }
    // A trainer of this hour, a hall of the afternoon, too small, on National Day.
    var content = SessionContent(span: try Desk.span(21, 10, hours: 4))
    (content.trainers, content.venue) = ([trainer], hall)
    let found = try await training.conflicts(of: content, in: course, replacing: nil)
    let words = found.map { $0.words(.vietnamese) }
    #expect(
      words == [
        "giảng viên Mai Văn Tư bận «Khởi sự doanh nghiệp» 21/09/2020 08:00–11:00",
        "Hội trường A đã có «Sở hữu trí tuệ» 21/09/2020 13:00–16:00",
        "Hội trường A chỉ có 30 chỗ, cần 40",
      ])
    #expect(
      await refused {
        _ = try await training.schedule(
          content, repeating: nil, in: course, allowing: .empty, by: desk.session())
      } == .conflicts(found))
    let denied = await caught {
      _ = try await training.schedule(
        content, repeating: nil, in: course, allowing: "khách mời", by: desk.session())
    }
    #expect(denied == .notAllowed(.overrideConflicts, login: "lan"))
    let made = try await training.schedule(
      content, repeating: nil, in: course, allowing: "khách mời",
      by: desk.session("minh", [.supervisor]))
    let kept = try await training.record(course).sessions
    #expect(
      kept.first { $0.session.id == made.ids[0] }?.session.content.overrideReason
        == "khách mời")
    #expect(
      await refused { try await desk.plan(other, 2) }
        == .conflicts([
          .holiday(
            LocalDate(dayNumber: try Desk.span(2).start.day.dayNumber),
            Bilingual(vietnamese: "Quốc khánh", english: "National Day"))
        ]))
  }

  @Test(
    "a rule makes its sessions, some left out and some moved; one undo takes all away",
    arguments: Engine.allCases)
  func recurring(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    var rule = try Recurrence.parse("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6")
    let start = try Desk.span(21).start
    rule.exceptions = [start.adding(days: 7)]
    rule.moved = [start.adding(days: 9): start.adding(days: 11)]
    let made = try await desk.training.schedule(
      SessionContent(span: try Desk.span(21)), repeating: rule, in: course, allowing: .empty,
      by: desk.session())
    let sessions = try await desk.training.record(course).sessions.map(\.session)
    #expect(
      sessions.map { $0.content.span.start.day.days(since: start.day) } == [0, 2, 11, 14, 16])
    #expect(sessions[2].original == start.adding(days: 9))
    #expect(Set(sessions.map(\.series)) == [made.ids[0]])
    let undone = try await desk.training.undo(made.receipt.event, by: desk.session())
    #expect(try await desk.training.record(course).sessions.isEmpty)
    var window = SessionWindow.all
    window.includesRemoved = true
    let feed = try await desk.training.sessions(in: window)
    #expect(feed.count == 5 && feed.allSatisfy { $0.session.isCancelled })
    _ = try await desk.stores.ventures.undo(undone.event, by: desk.session())
    #expect(try await desk.training.record(course).sessions.count == 5)
  }

  @Test(
    "moving a session raises its sequence; undo brings it back; a stale write is a conflict",
    arguments: Engine.allCases)
  func moving(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let id = try await desk.plan(course)
    let training = desk.training
    let moved = SessionContent(span: try Desk.span(23))
    let receipt = try await training.update(
      id, to: moved, ifVersion: 1, allowing: .empty, by: desk.session())
    func session() async throws -> CourseSession {
      try await training.record(course).sessions[0].session
    }
    #expect(try await session().content.span == Desk.span(23))
    #expect(try await session().sequence == 1)
    let stale = await caught {
      _ = try await training.update(
        id, to: moved, ifVersion: 1, allowing: .empty, by: desk.session())
    }
    guard case .conflict(let conflict)? = stale else {
      Issue.record("\(String(describing: stale))")
      return
    }
    #expect(conflict.currentVersion == 2)
    _ = try await training.undo(receipt.event, by: desk.session())
    #expect(try await session().content.span == Desk.span(21))
    #expect(try await session().sequence == 2)
    _ = try await training.cancel(
      id, reason: "giảng viên ốm", ifVersion: 3, by: desk.session())
    #expect(try await session().isCancelled)
    #expect(try await session().sequence == 3)
  }

  @Test(
    "windows show the sessions of a day, a hall, a trainer and a person",
    arguments: Engine.allCases)
  func windows(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let training = desk.training
    let trainer = try await training.addTrainer(Registrant("Mai Văn Tư"), by: desk.session()).id
    let course = try await desk.course()
    try await desk.plan(course, 21) { $0.trainers = [trainer] }
    try await desk.plan(course, 22)
    let day = try Desk.span(21).start.day
    var window = SessionWindow(from: day, through: day)
    #expect(try await training.sessions(in: window).count == 1)
    window.through = day.adding(days: 6)
    #expect(try await training.sessions(in: window).count == 2)
    #expect(
      try await training.sessionCounts(in: window) == [day: 1, day.adding(days: 1): 1])
    window.trainer = trainer
    let taught = try await training.sessions(in: window)
    #expect(taught.map(\.trainers) == [["Mai Văn Tư"]])
    let enrolled = try await desk.enrol(["Lý Văn An"], course)
    var mine = SessionWindow.all
    mine.person = try await desk.enrolment(enrolled[0], in: course).person
    #expect(try await training.sessions(in: mine).count == 2)
  }

  @Test("no places, no name, and other people's rights are refused", arguments: Engine.allCases)
  func refusals(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let training = desk.training
    #expect(
      await refused {
        _ = try await training.addVenue(
          "Hội trường", address: .empty, capacity: 0, by: desk.session())
      } == .noCapacity(0))
    #expect(await refused { _ = try await desk.course { $0.capacity = 0 } } == .noCapacity(0))
    #expect(await refused { _ = try await desk.course(" ") } == .titleMissing)
    let judge = desk.session("thay", [.judge])
    let denied = await caught {
      _ = try await training.create(CourseContent(title: "A", kind: .staff), by: judge)
    }
    #expect(denied == .notAllowed(.editTraining, login: "thay"))
    #expect(try await training.courses(CourseFilter()).isEmpty)
  }

  @Test("feedback is counted and names nobody", arguments: Engine.allCases)
  func feedback(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let forms = [
      try FeedbackForm([5, 4, nil, 1, 5], comment: "Phòng nóng"),
      try FeedbackForm([4, 4, 3, 2, 5]), try FeedbackForm([5], comment: "Bài hay"),
    ]
    _ = try await desk.training.addFeedback(forms, for: course, by: desk.session())
    let summary = try await desk.training.feedback(of: course)
    #expect(summary.forms == 3)
    #expect(summary.distribution[0] == [0, 0, 0, 1, 2])
    #expect(summary.means == [467, 400, 300, 150, 500])
    #expect(summary.comments == ["Bài hay", "Phòng nóng"])
  }
}
