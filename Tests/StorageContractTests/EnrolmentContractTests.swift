import Incubation
import Storage
import Testing

/// Registration, waiting lists and attendance, on every engine.
@Suite("Registration on every engine")
struct EnrolmentContractTests {
  @Test(
    "who comes late waits, is told the place, and gets the first one that is free",
    arguments: Engine.allCases)
  func waiting(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course { $0.capacity = 2 }
    let people = try await desk.enrol(["An", "Bình", "Chi", "Dung"], course)
    #expect(try await desk.states(course) == [.registered: 2, .waiting: 2])
    #expect(try await desk.training.waitingPlace(of: people[2]) == 1)
    #expect(try await desk.training.waitingPlace(of: people[3]) == 2)
    #expect(try await desk.training.waitingPlace(of: people[0]) == nil)
    try await desk.bring(people[0], of: course, to: .cancelled)
    #expect(try await desk.enrolment(people[2], in: course).state == .offered)
    #expect(try await desk.training.waitingPlace(of: people[3]) == 1)
    // The offer expires after 48 hours, and the next one gets it.
    let late = await refused {
      try await desk.bring(people[2], of: course, to: .registered, daysLater: 3)
    }
    #expect(late == .offerExpired("Chi"))
    _ = try await desk.training.renewOffers(
      for: course, session: nil, by: desk.session(daysLater: 3))
    #expect(
      try await desk.states(course) == [
        .registered: 1, .offered: 1, .expired: 1, .cancelled: 1,
      ])
    try await desk.bring(people[3], of: course, to: .registered, daysLater: 3)
    let history = try await desk.training.history(of: people[3])
    #expect(history.map(\.to) == [.waiting, .offered, .registered])
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test(
    "nobody is registered twice, by telephone or by name and unit; all or none",
    arguments: Engine.allCases)
  func twice(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let phone = PhoneNumber(stored: "0912345678")
    func register(_ people: [Registrant]) async -> TrainingRefusal? {
      await refused {
        _ = try await desk.training.register(
          people, for: course, session: nil, by: desk.session())
      }
    }
    #expect(await register([Registrant("Lý Văn An", unit: "A", phone: phone)]) == nil)
    #expect(
      await register([Registrant("Bình"), Registrant("lý văn an", unit: "B", phone: phone)])
        == .registeredAlready("lý văn an"))
    #expect(await register([Registrant("Lý Văn An", unit: "A")]) == .registeredAlready("Lý Văn An"))
    #expect(await register([Registrant("Lý Văn An", unit: "C")]) == nil)
    #expect(try await desk.states(course) == [.registered: 2])
    // Whoever was called off may come back, and is the same person.
    let people = try await desk.training.roster(of: course, session: nil, search: "")
    try await desk.bring(people[0].id, of: course, to: .cancelled)
    let again = Registrant(people[0].name, person: people[0].person)
    #expect(await register([again]) == nil)
    #expect(try await desk.states(course) == [.registered: 2])
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("a quota keeps places for others", arguments: Engine.allCases)
  func quota(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course {
      $0.capacity = 3
      $0.registration.quotas = [.init(.unit, "Sở A", seats: 1)]
    }
    _ = try await desk.enrol(["An", "Bình"], course, unit: "Sở A")
    #expect(try await desk.states(course) == [.registered: 1, .waiting: 1])
    let others = try await desk.enrol(["Chi", "Dung"], course, unit: "Sở B")
    #expect(try await desk.states(course) == [.registered: 3, .waiting: 1])
    try await desk.bring(others[0], of: course, to: .cancelled)
    #expect(try await desk.states(course) == [.registered: 2, .waiting: 1, .cancelled: 1])
  }

  @Test("lots are drawn with a seed that is kept", arguments: Engine.allCases)
  func lots(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course {
      $0.capacity = 1
      $0.registration.waiting = .lot
    }
    let people = try await desk.enrol(["An", "Bình", "Chi", "Dung"], course)
    #expect(try await desk.training.waitingPlace(of: people[1]) == nil)
    try await desk.bring(people[0], of: course, to: .cancelled)
    #expect(try await desk.states(course) == [.waiting: 3, .cancelled: 1])
    _ = try await desk.training.drawLots(
      for: course, session: nil, seed: 2020, by: desk.session())
    #expect(try await desk.states(course) == [.offered: 1, .waiting: 2, .cancelled: 1])
    let seeds = try await desk.database.read { connection in
      try connection.rows("SELECT seed, drawn FROM waiting_lot") {
        "\($0.text(0)) \($0.integer(1))"
      }
    }
    #expect(seeds == ["2020 3"])
  }

  @Test("places are never more than there are under twenty writers", arguments: Engine.allCases)
  func concurrent(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let other = try await desk.neighbour()
    let course = try await desk.course { $0.capacity = 7 }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<20 {
        group.addTask {
          let mine = index % 2 == 0 ? desk : other
          let name = SafeText(escaping: "Người \(index)")
          guard let ids = try? await mine.enrol([name], course) else {
            Issue.record("\(name) was lost")
            return
          }
          if index % 5 == 0 { _ = try? await mine.bring(ids[0], of: course, to: .cancelled) }
        }
      }
    }
    let summary = try await desk.training.record(course).summary
    #expect(summary.placesHeld == 7)
    #expect(summary.people.values.reduce(0, +) == 20)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("one search letter finds by given name, without accents", arguments: Engine.allCases)
  func search(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    _ = try await desk.enrol(["Đào Thị Hà", "Trần Văn Đạo", "Lý Thị Đào", "Hồ Ân"], course)
    let found = try await desk.training.roster(of: course, session: nil, search: "dao")
    #expect(found.map(\.name.string) == ["Lý Thị Đào", "Trần Văn Đạo", "Đào Thị Hà"])
  }

  @Test(
    "attendance is kept as records; undo brings the marks before back",
    arguments: Engine.allCases)
  func attendance(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let session = try await desk.plan(course)
    let people = try await desk.enrol(["An", "Bình"], course)
    let training = desk.training
    _ = try await training.markAllPresent(but: [people[1]], in: session, by: desk.session())
    let late = Attendance(session: session, enrolment: people[1], mark: .late, missed: 20)
    let receipt = try await training.mark([late], in: session, by: desk.session())
    func marks() async throws -> [Attendance.Mark?] {
      try await training.attendance(of: course).lines.map { $0.marks[session]?.mark }
    }
    #expect(try await marks() == [.present, .late])
    let undone = try await training.undo(receipt.event, by: desk.session())
    #expect(try await marks() == [.present, .absent])
    _ = try await training.undo(undone.event, by: desk.session())
    #expect(try await marks() == [.present, .late])
    let records = try await desk.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM attendance_record") { Int($0.integer(0)) }
    }
    #expect(records == 5)
    let wrong = Attendance(session: session, enrolment: people[1], mark: .late, missed: 500)
    #expect(
      await refused { _ = try await training.mark([wrong], in: session, by: desk.session()) }
        == .minutes(500))
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test(
    "undo takes a registration back and gives its place to those who wait",
    arguments: Engine.allCases)
  func undoing(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course { $0.capacity = 1 }
    let first = try await desk.training.register(
      [Registrant("An")], for: course, session: nil, by: desk.session())
    _ = try await desk.training.register(
      [Registrant("Bình")], for: try await desk.course(), session: nil, by: desk.session())
    _ = try await desk.training.undo(first.receipt.event, by: desk.session())
    #expect(try await desk.states(course) == [.cancelled: 1])
    let moved = try await desk.training.register(
      [Registrant("Chi")], for: course, session: nil, by: desk.session())
    let receipt = try await desk.bring(moved.ids[0], of: course, to: .approved)
    _ = try await desk.training.undo(receipt.event, by: desk.session())
    #expect(try await desk.enrolment(moved.ids[0], in: course).state == .registered)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("projections that went wrong are found and made anew", arguments: Engine.allCases)
  func projections(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let course = try await desk.course()
    let session = try await desk.plan(course)
    _ = try await desk.enrol(["An"], course)
    _ = try await desk.training.markAllPresent(but: [], in: session, by: desk.session())
    try await desk.database.write { connection in
      try connection.execute("UPDATE enrolment_count SET n = 5")
      try connection.execute("UPDATE attendance SET missed = 3")
    }
    #expect(try await ProjectionCheck.run(desk.database) == ["enrolment_count", "attendance"])
    try await ProjectionCheck.rebuildCounters(desk.database)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }
}
