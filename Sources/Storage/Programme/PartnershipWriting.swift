import Incubation

/// The verbs about agreements, partners, connections, supports, exchanges and rounds, inside a
/// transaction.
struct PartnershipWriting {
  let writing: ProgrammeWriting
  private var context: WriteContext { writing.context }
  private var connection: any SQLConnection { writing.connection }

  init(_ context: WriteContext) { writing = ProgrammeWriting(context: context) }

  // MARK: Agreements

  func sign(
    _ content: AgreementContent
  ) throws -> (id: Identifier<Agreement>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let checked = try ProgrammeWriting.ruled { try content.checked() }
    let id = context.newID(Agreement.self)
    var row = ProgrammeRow(.agreement, id: id.bytes, code: checked.number, title: checked.title)
    PartnershipColumns.write(checked, to: &row)
    return (id, try writing.insert(row))
  }

  func update(
    _ id: Identifier<Agreement>, to content: AgreementContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let current = try writing.locked(id.bytes, .agreement)
    try writing.expect(ifVersion, of: current)
    let checked = try ProgrammeWriting.ruled { try content.checked() }
    try refuseCircle(id, checked.renews)
    var row = current
    PartnershipColumns.write(checked, to: &row)
    return try writing.write(row, over: current)
  }

  private func refuseCircle(
    _ id: Identifier<Agreement>, _ renews: Identifier<Agreement>?
  ) throws {
    var next = renews?.bytes
    var seen: Set<[UInt8]> = [id.bytes]
    while let current = next {
      guard seen.insert(current).inserted else {
        throw StorageError.programmeRefused(.renewalCircle)
      }
      next = try ProgrammeReading.row(current, .agreement, on: connection).parent
    }
  }

  func review(
    _ review: AgreementReview, of id: Identifier<Agreement>
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let row = try writing.locked(id.bytes, .agreement)
    if review.day > writing.today {
      throw StorageError.programmeRefused(.dayInFuture(review.day))
    }
    var fact = FactRow(
      .review, id: context.newID(TaskMove.self).bytes, of: row.id, on: review.day)
    fact.state = review.kind.rawValue
    (fact.document, fact.note) = (review.document, review.summary)
    return try writing.add(fact, to: row)
  }

  // MARK: Partners

  func add(
    _ content: PartnerContent
  ) throws -> (id: Identifier<Partner>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let id = context.newID(Partner.self)
    var row = ProgrammeRow(
      .partner, id: id.bytes, code: try writing.nextCode("DT"), title: content.name)
    PartnershipColumns.write(content, to: &row)
    return (id, try writing.insert(row))
  }

  func update(
    _ id: Identifier<Partner>, to content: PartnerContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let current = try writing.locked(id.bytes, .partner)
    try writing.expect(ifVersion, of: current)
    var row = current
    PartnershipColumns.write(content, to: &row)
    return try writing.write(row, over: current)
  }

  // MARK: Connections

  func connect(
    _ venture: Identifier<Venture>, with partner: Identifier<Partner>, on day: LocalDate,
    department: Identifier<Organisation>?, note: SafeText
  ) throws -> (id: Identifier<Connection>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let held = try PartnershipColumns.partner(writing.locked(partner.bytes, .partner))
    let first = ConnectionStep(.introduced, on: day, note: note)
    let busy = try PartnershipReading.load(on: connection)[partner, default: 0]
    try ProgrammeWriting.ruled {
      try first.check(after: nil, today: writing.today)
      if !held.content.isAvailable { throw ProgrammeRefusal.partnerAway(held.content.name) }
      if let most = held.content.capacity, busy >= most {
        throw ProgrammeRefusal.partnerFull(held.content.name, most)
      }
    }
    let title = try ventureTitle(venture)
    let id = context.newID(Connection.self)
    var row = ProgrammeRow(
      .connection, id: id.bytes, code: try writing.nextCode("KN"), title: title)
    (row.parent, row.venture) = (partner.bytes, venture.bytes)
    row.department = department?.bytes
    (row.state, row.since, row.from) = (first.step.rawValue, day, day)
    let receipt = try writing.insert(row)
    var fact = FactRow(.step, id: context.newID(TaskMove.self).bytes, of: row.id, on: day)
    (fact.state, fact.note) = (first.step.rawValue, note)
    fact.recordedAt = context.now
    fact.actor = context.session.user.login
    try connection.execute(FactRow.insert, fact.values)
    return (id, receipt)
  }

  private func ventureTitle(_ id: Identifier<Venture>) throws -> SafeText {
    let found = try connection.first(
      "SELECT title FROM venture WHERE id = ? AND deleted = 0", [.id(id)]
    ) { SafeText(escaping: $0.text(0)) }
    guard let found else { throw StorageError.notFound(entity: "venture") }
    return found
  }

  func advance(
    _ id: Identifier<Connection>, _ step: ConnectionStep, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    var row = try writing.locked(id.bytes, .connection)
    try writing.expect(ifVersion, of: row)
    let last = try steps(of: row).last
    try ProgrammeWriting.ruled { try step.check(after: last, today: writing.today) }
    var fact = FactRow(.step, id: context.newID(TaskMove.self).bytes, of: row.id, on: step.day)
    (fact.from, fact.state, fact.note) = (row.state, step.step.rawValue, step.note)
    fact.amount = step.amount?.dong
    (row.state, row.since) = (step.step.rawValue, step.day)
    if let amount = step.amount { row.amount = amount.dong }
    return try writing.add(fact, to: row)
  }

  private func steps(of row: ProgrammeRow) throws -> [ConnectionStep] {
    try ProgrammeReading.facts(of: row.id, .step, on: connection)
      .filter { !$0.isCancelled }.map(PartnershipColumns.step)
  }

  /// The row as its steps say, after one was cancelled or brought back.
  func projected(_ row: ProgrammeRow) throws -> ProgrammeRow {
    var row = row
    let steps = try steps(of: row)
    if let last = steps.last { (row.state, row.since) = (last.step.rawValue, last.day) }
    row.amount = steps.compactMap(\.amount).last?.dong
    return row
  }

  // MARK: Support, exchange, rounds

  func support(
    _ content: SupportContent
  ) throws -> (id: Identifier<EnterpriseSupport>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let checked = try ProgrammeWriting.ruled { try content.checked(today: writing.today) }
    _ = try ventureTitle(checked.venture)
    let id = context.newID(EnterpriseSupport.self)
    var row = ProgrammeRow(
      .support, id: id.bytes, code: try writing.nextCode("HT"), title: checked.title)
    PartnershipColumns.write(checked, to: &row)
    return (id, try writing.insert(row))
  }

  func exchange(
    _ kind: Exchange.Kind, _ title: SafeText, on day: LocalDate,
    department: Identifier<Organisation>?, people: SafeText, result: SafeText
  ) throws -> (id: Identifier<Exchange>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    if day > writing.today { throw StorageError.programmeRefused(.dayInFuture(day)) }
    let id = context.newID(Exchange.self)
    var row = ProgrammeRow(
      .exchange, id: id.bytes, code: try writing.nextCode("TD"), title: title)
    (row.state, row.from, row.department) = (kind.rawValue, day, department?.bytes)
    row.body = ["people": .string(people.string), "result": .string(result.string)]
    return (id, try writing.insert(row))
  }

  func closeRound(
    _ title: SafeText, of venture: Identifier<Venture>, on day: LocalDate, amount: Money,
    investors: [SafeText]
  ) throws -> (id: Identifier<InvestmentRound>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    try ProgrammeWriting.ruled {
      if amount.dong <= 0 { throw ProgrammeRefusal.notAbove(amount) }
      if day > writing.today { throw ProgrammeRefusal.dayInFuture(day) }
    }
    _ = try ventureTitle(venture)
    let id = context.newID(InvestmentRound.self)
    var row = ProgrammeRow(
      .round, id: id.bytes, code: try writing.nextCode("VG"), title: title)
    (row.from, row.venture, row.amount) = (day, venture.bytes, amount.dong)
    row.body = ["investors": .array(investors.map { .string($0.string) })]
    return (id, try writing.insert(row))
  }
}
