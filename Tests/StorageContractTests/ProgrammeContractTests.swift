import Incubation
import Storage
import Testing

/// Tasks, money, agreements, connections and figures, on every engine.
@Suite("Programme on every engine")
struct ProgrammeContractTests {
  @Test("a task goes its legal way, and nothing else", arguments: Engine.allCases)
  func tasks(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.runningTask()
    var record = try await desk.record(id)
    #expect(record.summary.task.code == "NV-0001" && record.summary.state.phase == .running)
    #expect(record.moves.count == 7 && record.moves.last?.day == Desk.day(2019, 6, 10))
    // Reports of December 2019 and June 2020 are missing on 15/09/2020.
    #expect(record.summary.alerts.filter(\.isOverdue).map(\.kind) == [.report(1), .report(2)])
    _ = try await desk.programme.report(
      TaskReport(number: 1, day: Desk.day(2019, 12, 2), document: "12/BC"), of: id,
      calendar: Desk.calendar, by: desk.session())
    record = try await desk.record(id)
    #expect(record.summary.alerts.filter(\.isOverdue).map(\.kind) == [.report(2)])
    let wrong = await declined { try await desk.take(id, to: "liquidated", on: desk.today) }
    guard case .noTransition? = wrong else {
      Issue.record("\(String(describing: wrong))")
      return
    }
    try await desk.take(id, to: "implementing", on: Desk.day(2020, 5, 4)) {
      $0.until = Desk.day(2022, 6, 2)
    }
    record = try await desk.record(id)
    #expect(record.summary.task.end == Desk.day(2022, 6, 2))
    #expect(record.summary.task.since == Desk.day(2019, 6, 10))
    var filter = TaskFilter()
    filter.overdueOnly = true
    filter.text = "may say"
    let late = try await desk.programme.tasks(
      filter, calendar: Desk.calendar, on: desk.today)
    #expect(late.map(\.task.id) == [id])
    #expect(try await desk.programme.task(code: "nv-0001") == id)
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("a step is taken back and made again; both stay", arguments: Engine.allCases)
  func undo(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let id = try await desk.task()
    let receipt = try await desk.take(id, to: "determined", on: Desk.day(2019, 2, 12))
    let undone = try await desk.ventures.undo(receipt.event, by: desk.session())
    var record = try await desk.record(id)
    #expect(record.summary.task.state == "proposed")
    #expect(record.summary.task.since == Desk.day(2019, 1, 10))
    #expect(record.moves.map(\.isCancelled) == [false, true])
    #expect(
      await declined { _ = try await desk.programme.undo(receipt.event, by: desk.session()) }
        == .notUndoable)
    _ = try await desk.programme.undo(undone.event, by: desk.session())
    record = try await desk.record(id)
    #expect(record.summary.task.state == "determined")
    #expect(record.moves.map(\.isCancelled) == [false, true, false])
    var content = record.summary.task.content
    content.title = "Máy sấy mới"
    let edited = try await desk.programme.update(
      id, to: content, ifVersion: record.summary.task.version, by: desk.session())
    guard
      case .conflict? = await caught({
        _ = try await desk.programme.update(
          id, to: content, ifVersion: record.summary.task.version, by: desk.session())
      })
    else {
      Issue.record("a stale write was taken")
      return
    }
    _ = try await desk.programme.undo(edited.event, by: desk.session())
    #expect(try await desk.record(id).summary.task.content.title == "Máy sấy lúa tầng sôi")
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test(
    "tasks begin under the law in force; a province's own regime goes first",
    arguments: Engine.allCases)
  func regimes(engine: Engine) async throws {
    let desk = try await engine.fresh()
    guard
      case .regimeNotInForce? = await declined({
        _ = try await desk.task { $0.regime = "2025" }
      }),
      case .unknownRegime? = await declined({ _ = try await desk.task { $0.regime = "1999" } })
    else {
      Issue.record("a task began under the wrong law")
      return
    }
    var own = try #require(try await desk.programme.regimes().first)
    own.states[1].limit = TaskLimit(5, .workingDays)
    let kept = own
    guard
      case .notAllowed? = await caught({
        try await desk.programme.keep(kept, by: desk.session())
      })
    else {
      Issue.record("a clerk changed the law")
      return
    }
    try await desk.programme.keep(own, by: desk.session("khoa", [.administrator]))
    #expect(try await desk.programme.regimes().map(\.code) == ["2013", "2025"])
    #expect(try await desk.programme.regimes().first == own)
  }

  @Test(
    "money: the ledger balances, nothing is paid beyond its promise",
    arguments: Engine.allCases)
  func money(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let source = try await desk.source(300)
    let task = try await desk.task()
    let first = try await desk.commitment(source, 200, task: task)
    try await desk.pay(.advanced, 80, first)
    try await desk.pay(.settled, 60, first, on: Desk.day(2020, 1, 6))
    try await desk.pay(.disbursed, 120, first, on: Desk.day(2020, 3, 2))
    let over = await declined { try await desk.pay(.disbursed, 1, first) }
    #expect(
      over
        == .overCommitment(
          asked: Money(dong: 1_000_000), committed: Money(dong: 200_000_000),
          paid: Money(dong: 200_000_000), left: Money(dong: 0)))
    #expect(
      await declined { _ = try await desk.commitment(source, 101) }
        == .overSource(
          asked: Money(dong: 101_000_000), left: Money(dong: 100_000_000), committing: true))
    let lines = try await desk.programme.ledger(LedgerFilter())
    #expect(lines.balance.isBalanced && lines.count == 5)
    #expect(lines.balance[.advances] == Money(dong: 20_000_000))
    #expect(lines.balances(by: .year).map(\.key) == ["2019", "2020"])
    #expect(lines.balances(by: .task).map(\.key) == ["", "NV-0001"])
    var filter = LedgerFilter()
    (filter.from, filter.to) = (Desk.day(2020, 1, 1), Desk.day(2020, 12, 31))
    #expect(try await desk.programme.ledger(filter).map(\.entry.kind) == [.settled, .disbursed])
    let record = try #require(try await desk.programme.commitments(of: nil).first)
    #expect(record.balance.paid == Money(dong: 200_000_000) && record.entries.count == 4)
    #expect(try await desk.programme.sources()[0].balance[.available].dong == 100_000_000)
    #expect(try await desk.record(task).money.count == 4)
  }

  @Test("a payment that others rest on is not taken back", arguments: Engine.allCases)
  func moneyUndo(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let source = try await desk.source(300)
    let id = try await desk.commitment(source, 200)
    let advance = try await desk.pay(.advanced, 80, id)
    let undone = try await desk.programme.undo(advance.event, by: desk.session())
    #expect(try await desk.programme.ledger(LedgerFilter()).balance[.advances].dong == 0)
    _ = try await desk.programme.undo(undone.event, by: desk.session())
    #expect(
      try await desk.programme.ledger(LedgerFilter()).balance[.advances].dong == 80_000_000)
    try await desk.pay(.settled, 80, id)
    #expect(
      await declined { _ = try await desk.programme.undo(advance.event, by: desk.session()) }
        == .notUndoable)
    let judge = await caught {
      _ = try await desk.programme.allot(
        Money(dong: 1), to: source, on: desk.today, document: "", by: desk.session("mai", [.judge])
      )
    }
    #expect(judge == .notAllowed(.editProgramme, login: "mai"))
  }

  @Test(
    "a call takes applications while it is open, and each is decided once",
    arguments: Engine.allCases)
  func calls(engine: Engine) async throws {
    let desk = try await engine.fresh()
    let source = try await desk.source()
    let call = try await desk.programme.addCall(
      "Đề án 844 năm 2020", source: source, opens: Desk.day(2020, 2, 3),
      closes: Desk.day(2020, 3, 31), by: desk.session()
    ).id
    let late = await declined {
      _ = try await desk.programme.apply(
        "Gạo mầm", to: call, venture: nil, amount: Money(dong: 5), on: Desk.day(2020, 4, 1),
        by: desk.session())
    }
    #expect(
      late
        == .callClosed(
          Desk.day(2020, 4, 1), opens: Desk.day(2020, 2, 3), closes: Desk.day(2020, 3, 31)))
    let id = try await desk.programme.apply(
      "Gạo mầm", to: call, venture: nil, amount: Money(dong: 5), on: Desk.day(2020, 3, 31),
      by: desk.session()
    ).id
    _ = try await desk.programme.decide(
      id, .approved, on: Desk.day(2020, 5, 4), document: "9/QĐ", by: desk.session())
    #expect(
      await declined {
        _ = try await desk.programme.decide(
          id, .refused, on: Desk.day(2020, 5, 5), document: "", by: desk.session())
      } == .decidedAlready)
    #expect(try await desk.programme.calls()[0].applications.map(\.state) == [.approved])
  }
}
