import Incubation
import Storage
import Testing

/// The cooperation of the demo season, played through the rules into a database.
@Suite("Demo season: cooperation")
struct ProgrammeSeasonTests {
  private func desk() async throws -> Desk {
    let desk = try await Engine.memory.fresh()
    let seeding = SeasonSeeding(desk.database, by: desk.session("demo", [.administrator]))
    try await seeding.seed(DemoSeason.season2020)
    try await seeding.seed(DemoTraining.season2020)
    try await seeding.seed(DemoProgramme.season2020)
    return desk
  }

  @Test("every state of both laws has a task, each on a day on which its law was in force")
  func states() async throws {
    let desk = try await desk()
    let day = DemoProgramme.sequelDay
    let tasks = try await desk.programme.tasks(TaskFilter(), calendar: Desk.calendar, on: day)
    for regime in try await desk.programme.regimes() {
      let states = Set(tasks.filter { $0.regime == regime.code }.map(\.task.state))
      let missing = Set(regime.states.map(\.code)).subtracting(states)
      // What was handed to a failure of the old law is settled in the end; both are there.
      #expect(missing.isEmpty, "\(regime.code): \(missing.sorted())")
    }
    let then = try await desk.programme.tasks(
      TaskFilter(), calendar: Desk.calendar, on: DemoSeason.season2020.today)
    #expect(!then.isEmpty && then.allSatisfy { $0.regime == "2013" })
    let late = then.filter { $0.alerts.contains(where: \.isOverdue) }
    #expect((3...10).contains(late.count), "\(late.map(\.task.code))")
    #expect(try await ProjectionCheck.run(desk.database).isEmpty)
  }

  @Test("its ledger balances after every line, and every source has a line")
  func money() async throws {
    let desk = try await desk()
    let lines = try await desk.programme.ledger(LedgerFilter())
    var balance = LedgerBalance()
    for line in lines {
      balance.add(line.entry.kind, line.entry.amount)
      #expect(balance.isBalanced)
    }
    #expect(lines.count > 60)
    #expect(Set(lines.map(\.entry.kind)) == Set(MoneyEntry.Kind.allCases))
    for record in try await desk.programme.commitments(of: nil) {
      #expect(record.balance.paid <= record.balance.committed, "\(record.commitment.code)")
    }
    for by in LedgerGrouping.allCases {
      var sum = LedgerBalance()
      for group in lines.balances(by: by) { sum.add(group.balance) }
      #expect(sum == balance, "\(by)")
    }
  }

  @Test("the agreement has plan, progress and both sides' share; some aims are met, some are late")
  func agreement() async throws {
    let desk = try await desk()
    let today = DemoSeason.season2020.today
    let agreement = try #require(
      try await desk.programme.agreements().first {
        $0.content.from <= today && $0.content.to >= today
      })
    let record = try await desk.programme.agreement(agreement.id)
    #expect(record.renewed == ["12/BBHT-SKHCN"] && record.reviews.count == 1)
    #expect(record.agreement.content.items.count == 5)
    let progress = try await desk.programme.progress(
      of: agreement.id, IndicatorQuestion(asOf: today), calendar: Desk.calendar
    ).flatMap { $0 }
    for one in progress where one.target.indicator != "contest-entries" {
      #expect(one.done > 0, "\(one.target)")
    }
    #expect(progress.contains { $0.isLate(on: today) })
    #expect(progress.contains { !$0.isLate(on: today) && $0.target.year == 2020 })
    #expect(progress.contains { $0.shares.allSatisfy { $0 > 0 } })
  }

  @Test("the line of a venture goes from where it was found to its investors")
  func lineage() async throws {
    let desk = try await desk()
    let id = try #require(try await desk.ventures.find(code: "ST-0001"))
    let line = try await desk.programme.lineage(of: id)
    let kinds = Set(line.entries.map(\.kind))
    #expect(kinds.isSuperset(of: [.found, .stage, .support, .connection, .task, .money]))
    #expect(line.entries.first?.kind == .found)
    #expect(zip(line.entries, line.entries.dropFirst()).allSatisfy { $0.day <= $1.day })
    let other = try #require(try await desk.ventures.find(code: "ST-0002"))
    #expect(
      try await desk.programme.lineage(of: other).entries.contains { $0.kind == .round })
  }

  @Test(
    "every figure but those without records in the season has a value that its records add up to")
  func figures() async throws {
    let desk = try await desk()
    let question = IndicatorQuestion(asOf: DemoSeason.season2020.today)
    let values = try await desk.programme.indicators(question, calendar: Desk.calendar)
    for value in values where value.indicator.code != "contest-entries" {
      #expect((value.value ?? 0) > 0, "\(value.indicator.code)")
    }
    // Quarter by quarter, what happened adds up to the whole.
    let quarters = (2018...2020).flatMap { year in
      (1...4).compactMap { Quarter(year: year, number: $0) }
    }
    let before = try await desk.programme.series(
      [IndicatorQuestion(asOf: quarters[0].first.adding(days: -1))]
        + quarters.map { IndicatorQuestion(from: $0.first, asOf: $0.last) }
        + [IndicatorQuestion(asOf: quarters[11].last)], knownAt: nil, calendar: Desk.calendar)
    for (place, indicator) in Indicator.all.enumerated()
    where !indicator.rule.isStock && indicator.unit != .percent {
      let parts = before.dropLast().reduce(Int64(0)) { $0 + ($1[place].value ?? 0) }
      #expect(parts == before.last?[place].value, "\(indicator.code)")
    }
  }
}
