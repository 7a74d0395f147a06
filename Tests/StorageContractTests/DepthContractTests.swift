import Incubation
import Storage
import Testing

@Suite("Teams, many at once, views and figures on every engine")
struct DepthContractTests {
  @Test("a team is set, changed, undone and redone", arguments: Engine.allCases)
  func team(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.venture("Gạo sạch")
    let first = [
      TeamEntry(
        fullName: "Lý Thị Hoa", duty: "kỹ thuật", phone: PhoneNumber(stored: "0912345678")),
      TeamEntry(fullName: "Danh Kim"),
    ]
    let one = try await desk.ventures.setTeam(first, of: id, ifVersion: 1, by: desk.session())
    let stored = try await desk.ventures.record(id).team
    #expect(stored.map(\.person.fullName) == ["Lý Thị Hoa", "Danh Kim"])
    #expect(stored.map(\.duty) == ["kỹ thuật", .empty])
    var entries = stored.map {
      TeamEntry(
        person: $0.person.id, fullName: $0.person.fullName, duty: $0.duty, phone: $0.person.phone)
    }
    entries.removeLast()
    entries[0].duty = "điều hành"
    entries[0].phone = PhoneNumber(stored: "0987654321")
    let two = try await desk.ventures.setTeam(entries, of: id, ifVersion: 2, by: desk.session())
    let changed = try await desk.ventures.record(id)
    #expect(changed.team.map(\.duty) == ["điều hành"])
    #expect(changed.team.first?.person.id == stored.first?.person.id)
    #expect(changed.team.first?.person.phone?.digits == "0987654321")
    let undone = try await desk.ventures.undo(two.event, by: desk.session())
    #expect(
      try await desk.ventures.record(id).team.map(\.person.phone) == stored.map(\.person.phone))
    _ = try await desk.ventures.undo(undone.event, by: desk.session())
    #expect(try await desk.ventures.record(id).team.map(\.duty) == ["điều hành"])
    #expect(one.summary.kind == .edited)
    let stale = await caught {
      _ = try await desk.ventures.setTeam([], of: id, ifVersion: 1, by: desk.session())
    }
    guard case .conflict = stale else {
      Issue.record("a stale team was taken: \(String(describing: stale))")
      return
    }
    let judge = desk.session("mai", [.judge])
    let refused = await caught {
      _ = try await desk.ventures.setTeam([], of: id, ifVersion: 5, by: judge)
    }
    #expect(refused == .notAllowed(.editVentures, login: "mai"))
  }

  @Test("many are changed by one receipt, and one undo takes all back", arguments: Engine.allCases)
  func bulk(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let ids = [
      try await desk.venture("A"), try await desk.venture("B") { $0.tags = ["ocop"] },
      try await desk.venture("C"),
    ]
    let change = BulkChange.addTag("OCOP")
    let plan = try await desk.ventures.plan(change, for: ids)
    #expect(plan.changes.map(\.title) == ["A", "C"])
    #expect(plan.unchanged == 1 && plan.refused.isEmpty)
    let receipt = try await desk.ventures.apply(change, to: plan.changes, by: desk.session())
    #expect(receipt.summary.title == "A +1" && receipt.summary.kind == .edited)
    #expect(try await desk.ventures.record(ids[2]).venture.content.tags == ["OCOP"])
    let undone = try await desk.ventures.undo(receipt.event, by: desk.session())
    for id in [ids[0], ids[2]] {
      #expect(try await desk.ventures.record(id).venture.content.tags.isEmpty)
    }
    _ = try await desk.ventures.undo(undone.event, by: desk.session())
    #expect(try await desk.ventures.record(ids[0]).venture.content.tags == ["OCOP"])
    #expect(try await desk.ventures.record(ids[0]).events.first?.kind == .redone)
  }

  @Test("a bulk move names what the rules refuse", arguments: Engine.allCases)
  func bulkMove(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let ready = try await desk.venture("Đủ") {
      $0.phone = PhoneNumber(stored: "0912345678")
      $0.problem = "mặn"
      $0.representative = "Sơn"
    }
    let missing = try await desk.venture("Thiếu")
    let gone = try await desk.venture("Xóa")
    _ = try await desk.ventures.delete(gone, ifVersion: 1, by: desk.session())
    let change = BulkChange.move(.stage("screening"), reason: .empty)
    let plan = try await desk.ventures.plan(change, for: [ready, missing, gone])
    #expect(plan.changes.map(\.id) == [ready])
    #expect(
      plan.refused.map(\.reason) == [
        .move(.missing([.field(.phone), .field(.problem)])), .gone,
      ])
    let receipt = try await desk.ventures.apply(change, to: plan.changes, by: desk.session())
    #expect(receipt.summary.stage == "screening")
    _ = try await desk.ventures.undo(receipt.event, by: desk.session())
    #expect(try await desk.ventures.record(ready).venture.position.stage == "discovery")
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
    let field = try await desk.ventures.plan(.set(.nextStepDue, "32/13/2020"), for: [ready])
    #expect(field.changes.isEmpty && field.refused.count == 1)
  }

  @Test("all or nothing: a conflict leaves every venture as it was", arguments: Engine.allCases)
  func atomic(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let ids = [try await desk.venture("A"), try await desk.venture("B")]
    let change = BulkChange.set(.leadOwner, "Lan")
    let plan = try await desk.ventures.plan(change, for: ids)
    let receipt = try await desk.ventures.apply(change, to: plan.changes, by: desk.session())
    let stale = await caught {
      _ = try await desk.ventures.apply(
        .set(.leadOwner, "Minh"), to: plan.changes, by: desk.session())
    }
    guard case .conflict(let first) = stale else {
      Issue.record("a stale plan was applied")
      return
    }
    #expect(first.title == "A")
    let base = try await desk.ventures.record(ids[1]).venture
    _ = try await desk.ventures.update(
      ids[1], to: VentureContent(title: "B mới"), base: base.content, ifVersion: base.version,
      by: desk.session("minh"))
    let error = await caught {
      _ = try await desk.ventures.undo(receipt.event, by: desk.session())
    }
    guard case .conflict(let conflict) = error else {
      Issue.record("no conflict but \(String(describing: error))")
      return
    }
    #expect(conflict.title == "B mới" && conflict.changedBy == "minh")
    #expect(try await desk.ventures.record(ids[0]).venture.content.leadOwner == "Lan")
  }

  @Test("views belong to their user and come back by undo", arguments: Engine.allCases)
  func views(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let lan = desk.session()
    let view = SavedView(name: "Đứng lại", definition: #"{"stalled":true}"#)
    let made = try await desk.ventures.save(view, by: lan)
    #expect(try await desk.ventures.savedViews(by: lan) == [view])
    #expect(try await desk.ventures.savedViews(by: desk.session("minh")).isEmpty)
    let other = SavedView(name: "đứng lại", definition: "{}")
    let replaced = try await desk.ventures.save(other, by: lan)
    #expect(try await desk.ventures.savedViews(by: lan) == [other])
    _ = try await desk.ventures.undo(replaced.event, by: lan)
    #expect(try await desk.ventures.savedViews(by: lan) == [view])
    let deleted = try await desk.ventures.deleteView(named: "dung lai", by: lan)
    #expect(try await desk.ventures.savedViews(by: lan).isEmpty)
    #expect(
      await caught { _ = try await desk.ventures.deleteView(named: "x", by: lan) }
        == .notFound(entity: "view"))
    let back = try await desk.ventures.undo(deleted.event, by: lan)
    #expect(try await desk.ventures.savedViews(by: lan) == [view])
    _ = try await desk.ventures.undo(back.event, by: lan)
    #expect(try await desk.ventures.savedViews(by: lan).isEmpty)
    #expect(
      await caught { _ = try await desk.ventures.undo(made.event, by: desk.session("minh")) }
        == .notAllowed(.viewVentures, login: "minh"))
  }

  @Test("the overview counts as the lists do", arguments: Engine.allCases)
  func overview(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let later = desk.today.adding(days: 400)
    for number in 0..<5 {
      let id = try await desk.venture(SafeText(escaping: "V\(number)")) {
        $0.sourceKind = number < 3 ? .contest : number == 3 ? .event : nil
        $0.phone = PhoneNumber(stored: "0912345678")
        $0.problem = "mặn"
        $0.representative = "Sơn"
      }
      guard number < 2 else { continue }
      _ = try await desk.ventures.move(
        id, .stage("screening"), reason: .empty, ifVersion: 1, by: desk.session(daysLater: 3))
    }
    let figures = try await desk.ventures.overview(of: "startup", today: later)
    #expect(figures.statistics.total == 5)
    #expect(figures.statistics.stages.prefix(2).map(\.reached) == [5, 2])
    #expect(figures.statistics.stages[0].conversion == 4_000)
    #expect(figures.statistics.stages[0].medianDays == 3)
    #expect(figures.sources.map(\.count) == [3, 1, 1])
    #expect(figures.sources.first?.source == .contest)
    #expect(figures.ages[0].over == 3 && figures.ages[0].longest == 400)
    #expect(figures.months.count == 12)
    let near = try await desk.ventures.overview(of: "startup", today: desk.today)
    #expect(near.months.last?.count == 5)
    let reached = try await desk.ventures.ventures(
      behind: .reached(stage: "screening"), in: "startup")
    #expect(reached.count == 2)
    let entered = try await desk.ventures.ventures(
      behind: .entered(from: desk.today, to: desk.today), in: "startup")
    #expect(entered.count == 5)
    let unknown = try await desk.ventures.ventures(behind: .unknownSource, in: "startup")
    #expect(unknown.count == 1)
    var filter = VentureFilter(pipeline: "startup")
    filter.onlyStalled = true
    let page = try await desk.ventures.page(
      filter, sort: VentureSort(.entered), offset: 0, limit: 50, today: later)
    #expect(page.total == figures.ages.reduce(0) { $0 + $1.over })
  }
}
