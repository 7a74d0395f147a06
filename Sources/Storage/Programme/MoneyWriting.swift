import Incubation

/// The verbs about money, inside a transaction. Every one locks the source first, so that what it
/// has is counted by one at a time.
struct MoneyWriting {
  let writing: ProgrammeWriting
  private var context: WriteContext { writing.context }
  private var connection: any SQLConnection { writing.connection }

  init(_ context: WriteContext) { writing = ProgrammeWriting(context: context) }

  func addSource(
    _ code: SafeText, title: SafeText, kind: FundingSource.Kind
  ) throws -> (id: Identifier<FundingSource>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    if code.isBlank { throw StorageError.programmeRefused(.titleMissing) }
    let id = context.newID(FundingSource.self)
    var row = ProgrammeRow(.source, id: id.bytes, code: code, title: title)
    row.state = kind.rawValue
    return (id, try writing.insert(row))
  }

  func allot(
    _ amount: Money, to source: Identifier<FundingSource>, on day: LocalDate, document: SafeText
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let row = try writing.locked(source.bytes, .source)
    return try add(.allotted, amount, on: day, document, to: row, source: row.id, tranche: nil)
  }

  func addCall(
    _ title: SafeText, source: Identifier<FundingSource>, opens: LocalDate, closes: LocalDate
  ) throws -> (id: Identifier<FundingCall>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    _ = try ProgrammeReading.row(source.bytes, .source, on: connection)
    if closes < opens { throw StorageError.programmeRefused(.endBeforeStart(opens, closes)) }
    let id = context.newID(FundingCall.self)
    var row = ProgrammeRow(
      .call, id: id.bytes, code: try writing.nextCode("KG"), title: title)
    (row.parent, row.from, row.to) = (source.bytes, opens, closes)
    return (id, try writing.insert(row))
  }

  func apply(
    _ title: SafeText, to call: Identifier<FundingCall>, venture: Identifier<Venture>?,
    amount: Money, on day: LocalDate
  ) throws -> (id: Identifier<FundingApplication>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let held = try ProgrammeColumns.call(
      try ProgrammeReading.row(call.bytes, .call, on: connection))
    try ProgrammeWriting.ruled {
      if amount.dong <= 0 { throw ProgrammeRefusal.notAbove(amount) }
      if day > writing.today { throw ProgrammeRefusal.dayInFuture(day) }
      if day < held.opens || day > held.closes {
        throw ProgrammeRefusal.callClosed(day, opens: held.opens, closes: held.closes)
      }
    }
    let id = context.newID(FundingApplication.self)
    var row = ProgrammeRow(
      .application, id: id.bytes, code: try writing.nextCode("DX"), title: title)
    (row.parent, row.venture, row.from) = (call.bytes, venture?.bytes, day)
    (row.amount, row.state) = (amount.dong, FundingApplication.State.submitted.rawValue)
    return (id, try writing.insert(row))
  }

  func decide(
    _ id: Identifier<FundingApplication>, _ state: FundingApplication.State, on day: LocalDate,
    document: SafeText
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    var row = try writing.locked(id.bytes, .application)
    try ProgrammeWriting.ruled {
      if row.state != FundingApplication.State.submitted.rawValue || state == .submitted {
        throw ProgrammeRefusal.decidedAlready
      }
      if day > writing.today { throw ProgrammeRefusal.dayInFuture(day) }
      if let from = row.from, day < from { throw ProgrammeRefusal.dayBefore(day, last: from) }
    }
    var fact = FactRow(
      .decision, id: context.newID(TaskMove.self).bytes, of: row.id, on: day)
    (fact.from, fact.state, fact.document) = (row.state, state.rawValue, document)
    (row.state, row.since) = (state.rawValue, day)
    return try writing.add(fact, to: row)
  }

  // MARK: Commitments

  func commit(
    _ content: CommitmentContent, _ amount: Money, on day: LocalDate, document: SafeText
  ) throws -> (id: Identifier<Commitment>, receipt: ChangeReceipt) {
    try context.require(.editProgramme)
    let source = try writing.locked(content.source.bytes, .source)
    let id = context.newID(Commitment.self)
    var row = ProgrammeRow(
      .commitment, id: id.bytes, code: try writing.nextCode("CK"), title: content.title)
    ProgrammeColumns.write(content, to: &row)
    row.since = day
    let receipt = try writing.insert(row)
    let entry = try checked(.committed, amount, on: day, document, of: row, source: source.id)
    try connection.execute(FactRow.insert, entry.values)
    return (id, receipt)
  }

  func add(
    _ kind: MoneyEntry.Kind, _ amount: Money, to commitment: Identifier<Commitment>,
    on day: LocalDate, tranche: Int?, document: SafeText
  ) throws -> ChangeReceipt {
    try context.require(.editProgramme)
    let unlocked = try ProgrammeReading.row(commitment.bytes, .commitment, on: connection)
    guard let source = unlocked.parent, kind != .allotted else {
      throw StorageError.programmeRefused(.commitmentMissing)
    }
    _ = try writing.locked(source, .source)
    let row = try writing.locked(commitment.bytes, .commitment)
    let parts = try ProgrammeColumns.commitment(row).content.tranches.count
    if let tranche, !(1...max(1, parts)).contains(tranche) || parts == 0 {
      throw StorageError.programmeRefused(.noSuchTranche(tranche, last: parts))
    }
    return try add(kind, amount, on: day, document, to: row, source: source, tranche: tranche)
  }

  private func add(
    _ kind: MoneyEntry.Kind, _ amount: Money, on day: LocalDate, _ document: SafeText,
    to row: ProgrammeRow, source: [UInt8], tranche: Int?
  ) throws -> ChangeReceipt {
    var fact = try checked(kind, amount, on: day, document, of: row, source: source)
    fact.number = tranche
    return try writing.add(fact, to: row)
  }

  private func checked(
    _ kind: MoneyEntry.Kind, _ amount: Money, on day: LocalDate, _ document: SafeText,
    of row: ProgrammeRow, source: [UInt8]
  ) throws -> FactRow {
    var fact = FactRow(
      .money, id: context.newID(MoneyEntry.self).bytes, of: row.id, on: day)
    (fact.state, fact.amount, fact.document) = (kind.rawValue, amount.dong, document)
    fact.recordedAt = context.now
    fact.actor = context.session.user.login
    let entry = try ProgrammeColumns.entry(
      fact, source: source, commitment: row.kind == .commitment ? row.id : nil)
    let earlier = try MoneyReading.entries(ofSource: source, on: connection)
    try ProgrammeWriting.ruled {
      try LedgerRules.check(entry, after: earlier, today: writing.today)
    }
    return fact
  }

  /// Checks that a fact about money may be cancelled.
  func checkCancelling(_ fact: FactRow, of row: ProgrammeRow) throws {
    let source = row.kind == .source ? row.id : row.parent ?? row.id
    _ = try writing.locked(source, .source)
    let entry = try ProgrammeColumns.entry(
      fact, source: source, commitment: row.kind == .commitment ? row.id : nil)
    let all = try MoneyReading.entries(ofSource: source, on: connection)
    try ProgrammeWriting.ruled { try LedgerRules.checkCancelling(entry, among: all) }
  }

  /// Checks that a fact that was cancelled may count again.
  func checkRestoring(_ fact: FactRow, of row: ProgrammeRow) throws {
    let source = row.kind == .source ? row.id : row.parent ?? row.id
    _ = try writing.locked(source, .source)
    var entry = try ProgrammeColumns.entry(
      fact, source: source, commitment: row.kind == .commitment ? row.id : nil)
    entry.isCancelled = false
    let all = try MoneyReading.entries(ofSource: source, on: connection)
    try ProgrammeWriting.ruled {
      try LedgerRules.check(entry, after: all, today: writing.today)
    }
  }
}
