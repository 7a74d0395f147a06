public import Incubation

extension SeasonSeeding {
  /// Writes so many made-up tasks over ten years before a day, each with its money and five
  /// connections of ventures, for measurements. Rows go in many at once, past the rules.
  ///
  /// - Throws: `StorageError`.
  public func seedTasks(_ count: Int, upTo today: LocalDate) async throws {
    if count <= 0 { return }
    try await write { context in
      try LargeProgrammeSeeding(context, today: today).seed(count)
    }
  }
}

/// The same, inside a transaction.
private final class LargeProgrammeSeeding {
  private let context: WriteContext
  private let today: LocalDate
  private let regime = ShippedRegimes.all[0]
  private var ventures: [[UInt8]] = []
  private var records: [[SQLValue]] = []
  private var facts: [[SQLValue]] = []
  private var source: [UInt8] = []
  private var partner: [UInt8] = []

  init(_ context: WriteContext, today: LocalDate) {
    (self.context, self.today) = (context, today)
  }

  func seed(_ count: Int) throws {
    ventures = try context.connection.rows("SELECT id FROM venture ORDER BY id") { $0.blob(0) }
    if ventures.isEmpty { return }
    source = context.newID(FundingSource.self).bytes
    partner = context.newID(Partner.self).bytes
    var row = ProgrammeRow(.source, id: source, code: "LON", title: "Nguồn để đo")
    row.state = FundingSource.Kind.provincial.rawValue
    add(row, on: today.adding(days: -3_660))
    row = ProgrammeRow(.partner, id: partner, code: "DT-LON", title: "Đối tác để đo")
    row.state = Partner.Kind.expert.rawValue
    add(row, on: today.adding(days: -3_660))
    for index in 0..<count {
      let first = today.adding(days: -3_650 + index * 3_640 / count)
      addTask(index, first)
      for offset in 0..<5 { addConnection(index * 5 + offset, first.adding(days: offset * 7)) }
      if records.count > 20_000 { try flush() }
    }
    try flush()
    try context.touch(.programme)
  }

  private func flush() throws {
    try context.connection.executeMany(ProgrammeRow.insert, records)
    try context.connection.executeMany(FactRow.insert, facts)
    (records, facts) = ([], [])
  }

  private func add(_ row: ProgrammeRow, on day: LocalDate) {
    records.append(row.values(recordedAt: day.at(hour: 15)))
  }

  private func add(_ fact: FactRow, at position: Int) {
    var fact = fact
    fact.position = position
    fact.recordedAt = fact.day.at(hour: 15)
    fact.actor = "lan"
    facts.append(fact.values)
  }

  /// A task goes on every 40 days until the tenth of its states, or until today.
  private func addTask(_ index: Int, _ first: LocalDate) {
    var content = TaskContent(title: "Nhiệm vụ để đo", regime: regime.code)
    content.venture = Identifier(bytes: ventures[index % ventures.count])
    (content.from, content.to) = (first.adding(days: 200), first.adding(days: 565))
    let id = context.newID(ScienceTask.self).bytes
    var row = ProgrammeRow(
      .task, id: id, code: SafeText(escaping: "NVL-\(index)"), title: content.title)
    ProgrammeColumns.write(content, to: &row)
    row.to = content.to
    let route = [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map { regime.states[$0] }
    var from = ""
    for (position, state) in route.enumerated() {
      let day = first.adding(days: position * 40 + (position > 6 ? 360 : 0))
      if day > today { break }
      var fact = FactRow(.move, id: context.newID(TaskMove.self).bytes, of: id, on: day)
      (fact.from, fact.state, fact.phase) = (from, state.code, state.phase.rawValue)
      if position > 0 { fact.number = ProgrammeColumns.number(of: .advance) }
      add(fact, at: position)
      (from, row.state, row.phase, row.since) = (state.code, state.code, fact.phase, day)
    }
    add(row, on: first)
    addMoney(index, id, content)
  }

  private func addMoney(_ index: Int, _ task: [UInt8], _ content: TaskContent) {
    guard let from = content.from, from <= today else { return }
    let id = context.newID(Commitment.self).bytes
    var row = ProgrammeRow(
      .commitment, id: id, code: SafeText(escaping: "CKL-\(index)"), title: content.title)
    (row.parent, row.task, row.venture) = (source, task, content.venture?.bytes)
    add(row, on: from)
    let steps: [(MoneyEntry.Kind, Int, Int64)] = [
      (.committed, 0, 600), (.advanced, 10, 300), (.settled, 300, 300), (.disbursed, 370, 300),
    ]
    for (position, step) in steps.enumerated() where from.adding(days: step.1) <= today {
      var fact = FactRow(
        .money, id: context.newID(MoneyEntry.self).bytes, of: id,
        on: from.adding(days: step.1))
      (fact.state, fact.amount) = (step.0.rawValue, step.2 * 1_000_000)
      add(fact, at: position)
    }
  }

  private func addConnection(_ index: Int, _ first: LocalDate) {
    let id = context.newID(Connection.self).bytes
    var row = ProgrammeRow(
      .connection, id: id, code: SafeText(escaping: "KNL-\(index)"), title: "Kết nối để đo")
    (row.parent, row.venture) = (partner, ventures[index % ventures.count])
    let steps: [Connection.Step] = [.introduced, .met, .followUp, .agreed]
    var from = ""
    for (position, step) in steps.enumerated() {
      let day = first.adding(days: position * 15)
      if day > today { break }
      var fact = FactRow(.step, id: context.newID(TaskMove.self).bytes, of: id, on: day)
      (fact.from, fact.state) = (from, step.rawValue)
      add(fact, at: position)
      (from, row.state, row.since) = (step.rawValue, step.rawValue, day)
    }
    add(row, on: first)
  }
}
