public import Incubation

extension SeasonSeeding {
  /// Plays the cooperation of a season, day by day, through the rules by which people work.
  ///
  /// - Throws: `StorageError`, also when the season breaks a rule.
  public func seed(_ programme: DemoProgramme) async throws {
    try await write { context in try ProgrammeSeeding(context).play(programme) }
  }
}

/// The same, inside a transaction.
final class ProgrammeSeeding {
  private let outer: WriteContext
  private var ventures: [SafeText: Identifier<Venture>] = [:]
  private var departments: [String: Identifier<Organisation>] = [:]
  private var tasks: [String: Identifier<ScienceTask>] = [:]
  private var sources: [SafeText: Identifier<FundingSource>] = [:]
  private var calls: [String: Identifier<FundingCall>] = [:]
  private var applications: [String: Identifier<FundingApplication>] = [:]
  private var commitments: [String: Identifier<Commitment>] = [:]
  private var agreements: [String: Identifier<Agreement>] = [:]
  private var partners: [String: Identifier<Partner>] = [:]
  private var connections: [String: Identifier<Connection>] = [:]
  private let calendar = WorkingDays()

  init(_ context: WriteContext) { outer = context }

  func play(_ programme: DemoProgramme) throws {
    try outer.connection.forEachRow("SELECT code, id FROM venture", []) { row in
      ventures[SafeText(escaping: row.text(0))] = Identifier(bytes: row.blob(1))
    }
    for (id, names) in try ProgrammeReading.departments(on: outer.connection) {
      let isCity = names.contains { $0.name.string.contains("Hồ Chí Minh") }
      departments[isCity ? "hcmc" : "soctrang"] = id
    }
    for (index, action) in programme.actions.enumerated() {
      // In the afternoon of its day, as a clerk would.
      let moment = action.day.at(hour: 14 + index % 3, minute: index * 7 % 60)
      let session = Session(
        user: User(login: action.actor, displayName: .empty, roles: [.administrator]),
        now: { moment }, random: outer.session.random, today: { action.day })
      try play(action, WriteContext(outer.connection, session))
    }
  }

  private func found<T>(_ value: T?) throws -> T {
    guard let value else { throw StorageError.notFound(entity: "demo") }
    return value
  }

  private func play(_ action: DemoProgramme.Action, _ context: WriteContext) throws {
    let day = action.day
    switch action.step {
    case .propose(let key, let content, let venture, let department):
      var content = content
      content.venture = try venture.map { try found(ventures[$0]) }
      content.department = departments[department]
      tasks[key] = try TaskWriting(context).create(content, proposedOn: day).id
    case .move(let key, let request):
      let id = try found(tasks[key])
      _ = try TaskWriting(context).move(id, request, ifVersion: try version(id.bytes))
    case .report(let key, let report):
      _ = try TaskWriting(context).report(report, of: found(tasks[key]), calendar: calendar)
    case .sign(let key, let content, let parties, let renews):
      var content = content
      for (place, party) in parties.enumerated() {
        content.parties[place].organisation = try found(departments[party])
      }
      content.renews = renews.flatMap { agreements[$0] }
      agreements[key] = try PartnershipWriting(context).sign(content).id
    case .review(let key, let review):
      _ = try PartnershipWriting(context).review(review, of: found(agreements[key]))
    case .source, .allot, .call, .apply, .decide, .commit, .money:
      try playMoney(action.step, on: day, MoneyWriting(context))
    default:
      try playPartnership(action.step, on: day, PartnershipWriting(context))
    }
  }

  private func version(_ id: [UInt8]) throws -> Int {
    try found(
      outer.connection.first("SELECT version FROM programme_record WHERE id = ?", [.blob(id)]) {
        Int($0.integer(0))
      })
  }

  private func playMoney(
    _ step: DemoProgramme.Step, on day: LocalDate, _ writing: MoneyWriting
  ) throws {
    switch step {
    case .source(let code, let title, let kind):
      sources[code] = try writing.addSource(code, title: title, kind: kind).id
    case .allot(let source, let amount, let document):
      _ = try writing.allot(amount, to: found(sources[source]), on: day, document: document)
    case .call(let key, let title, let source, let closes):
      calls[key] = try writing.addCall(
        title, source: found(sources[source]), opens: day, closes: closes
      ).id
    case .apply(let key, let title, let call, let venture, let amount):
      applications[key] = try writing.apply(
        title, to: found(calls[call]), venture: found(ventures[venture]), amount: amount, on: day
      ).id
    case .decide(let key, let state, let document):
      _ = try writing.decide(found(applications[key]), state, on: day, document: document)
    case .commit(let key, let source, let task, let title, let amount, let tranches):
      var content = CommitmentContent(title: title, source: try found(sources[source]))
      let row = try ProgrammeReading.row(found(tasks[task]).bytes, .task, on: outer.connection)
      content.task = tasks[task]
      content.venture = row.venture.flatMap { Identifier(bytes: $0) }
      content.department = row.department.flatMap { Identifier(bytes: $0) }
      content.item = row.item
      content.tranches = tranches
      commitments[key] = try writing.commit(
        content, amount, on: day, document: SafeText(escaping: "\(task)/HĐ-SKHCN")
      ).id
    case .money(let key, let kind, let amount, let tranche, let document):
      _ = try writing.add(
        kind, amount, to: found(commitments[key]), on: day, tranche: tranche,
        document: document)
    default: break
    }
  }

  private func playPartnership(
    _ step: DemoProgramme.Step, on day: LocalDate, _ writing: PartnershipWriting
  ) throws {
    switch step {
    case .partner(let key, let content): partners[key] = try writing.add(content).id
    case .connect(let key, let venture, let partner, let department, let note):
      connections[key] = try writing.connect(
        found(ventures[venture]), with: found(partners[partner]), on: day,
        department: departments[department], note: note
      ).id
    case .advance(let key, let step):
      let id = try found(connections[key])
      _ = try writing.advance(id, step, ifVersion: version(id.bytes))
    case .support(let content, let venture, let department):
      var content = content
      content.venture = try found(ventures[venture])
      content.department = departments[department]
      _ = try writing.support(content)
    case .exchange(let kind, let title, let department, let people, let result):
      _ = try writing.exchange(
        kind, title, on: day, department: departments[department], people: people,
        result: result)
    case .round(let title, let venture, let amount, let investors):
      _ = try writing.closeRound(
        title, of: found(ventures[venture]), on: day, amount: amount, investors: investors)
    default: break
    }
  }
}
