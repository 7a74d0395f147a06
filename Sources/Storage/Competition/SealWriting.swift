import Incubation

/// Sealing sheets, opening them again, and paper sheets, inside a transaction.
struct SealWriting {
  let context: WriteContext
  private let connection: any SQLConnection
  private let scores: ScoreWriting
  private let contest: ContestWriting

  init(_ context: WriteContext) {
    self.context = context
    connection = context.connection
    scores = ScoreWriting(context)
    contest = ContestWriting(context)
  }

  private var login: String { context.session.user.login }

  /// The desk of a judge, for the judge, or for whoever keeps the sheets of a judge without an
  /// account.
  private func desk(
    _ judge: Identifier<Judge>, in round: Identifier<Round>
  ) throws -> ScoreWriting.Desk {
    guard let desk = try scores.desk(round, { $0.judge == judge }) else {
      throw StorageError.notFound(entity: "judge")
    }
    if desk.judge.login == login {
      try context.require(.scoreEntries)
    } else {
      try context.require(.runCompetitions)
      if desk.judge.login != nil { throw StorageError.contestRefused(.notAJudge(login)) }
    }
    guard desk.round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(desk.round.state))
    }
    return desk
  }

  func seal(
    _ entries: [Identifier<Entry>], of judge: Identifier<Judge>, in id: Identifier<Round>
  ) throws -> (seals: [SheetSeal], receipt: ChangeReceipt) {
    let desk = try desk(judge, in: id)
    // One chain, one link after the other, whatever device seals.
    if connection.dialect.engine == .postgres {
      try connection.forEachRow(
        "SELECT 1 FROM round_judge WHERE round = ? AND judge = ? FOR UPDATE", [.id(id), .id(judge)]
      ) { _ in }
    }
    var end = try lastLink(of: judge, in: id)
    let rulesHash = try RoundReading.rules(of: desk.round, on: connection).hash
    let contestCode =
      try connection.first(
        "SELECT code FROM competition WHERE id = ?", [.id(desk.round.competition)]
      ) { $0.text(0) } ?? ""
    var seals: [SheetSeal] = []
    for entry in entries {
      let sheet = try sealable(SheetPlace(entry: entry, judge: judge), desk)
      let body = SheetSeal.body(
        of: sheet, round: contestCode + "/" + desk.round.content.code,
        entry: desk.entries[entry] ?? "", judge: desk.judge.code, rulesHash: rulesHash,
        criteria: desk.rules.criteria, sealedAt: context.now)
      let hash = SheetHash.hex(
        SheetSeal.bytes(previous: end.hash, number: end.number + 1, body: body))
      let seal = SheetSeal(
        judge: judge, entry: entry, number: end.number + 1, sheetVersion: sheet.version,
        body: body, previous: end.hash, hash: hash, sealedAt: context.now)
      try store(seal, in: id)
      end = (seal.number, seal.hash)
      seals.append(seal)
    }
    try context.touch(.scores)
    let receipt = try contest.record(
      .sealed, desk.round,
      after: [
        "judge": .string(desk.judge.code), "head": .string(end.hash),
        "entries": .array(entries.map { .string(desk.entries[$0] ?? "") }),
      ])
    return (seals, receipt)
  }

  private func lastLink(
    of judge: Identifier<Judge>, in id: Identifier<Round>
  ) throws -> (number: Int, hash: String) {
    try connection.first(
      """
      SELECT number, hash FROM sheet_seal WHERE round = ? AND judge = ?
      ORDER BY number DESC LIMIT 1
      """, [.id(id), .id(judge)]
    ) { (Int($0.integer(0)), $0.text(1)) } ?? (0, SheetSeal.origin)
  }

  private func sealable(_ place: SheetPlace, _ desk: ScoreWriting.Desk) throws -> ScoreSheet {
    let code = desk.entries[place.entry] ?? "?"
    if desk.blocked.contains(place.entry) { throw StorageError.contestRefused(.conflict(code)) }
    guard desk.assigned.contains(place.entry) else {
      throw StorageError.contestRefused(.notAssigned(code))
    }
    let head = try scores.lockedSheet(place, in: desk.round.id)
    if head.sealedAt != nil { throw StorageError.contestRefused(.sealed(code)) }
    let sheets = try RoundReading.sheets(
      of: desk.round.id, judge: place.judge, entry: place.entry, on: connection)
    guard let sheet = sheets[place], sheet.isComplete(desk.rules.criteria) else {
      throw StorageError.contestRefused(.incomplete(code))
    }
    return sheet
  }

  private func store(_ seal: SheetSeal, in id: Identifier<Round>) throws {
    try connection.execute(
      """
      INSERT INTO sheet_seal (round, judge, number, entry, sheet_version, body, previous, hash,
        sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(id), .id(seal.judge), .integer(seal.number), .id(seal.entry),
        .integer(seal.sheetVersion), .text(seal.body), .text(seal.previous), .text(seal.hash),
        .integer(seal.sealedAt.milliseconds),
      ])
    let place = SheetPlace(entry: seal.entry, judge: seal.judge)
    try connection.execute(
      """
      UPDATE score_sheet SET sealed_at = ?, saved_at = ?
      WHERE round = ? AND entry = ? AND judge = ?
      """,
      [.integer(context.now.milliseconds), .integer(context.now.milliseconds)]
        + ScoreWriting.key(place, id))
    try step("seal", place, in: id, version: seal.sheetVersion)
  }

  private func step(
    _ name: String, _ place: SheetPlace, in id: Identifier<Round>, version: Int
  ) throws {
    try scores.insert(
      ScoreEvent.Kind.Columns(name: name, criterion: "", number: nil, text: ""),
      context.newID(), place, in: id, version: version, isLate: false, typedAt: context.now,
      device: "", source: .screen)
  }

  // MARK: - Opening again

  func askReopening(
    of place: SheetPlace, in id: Identifier<Round>, reason: SafeText
  ) throws -> ChangeReceipt {
    if reason.isBlank { throw StorageError.contestRefused(.missing(.reason)) }
    guard let desk = try scores.desk(id, { $0.judge == place.judge }) else {
      throw StorageError.notFound(entity: "judge")
    }
    if desk.judge.login != login { try context.require(.runCompetitions) }
    guard desk.round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(desk.round.state))
    }
    let code = desk.entries[place.entry] ?? "?"
    guard try scores.lockedSheet(place, in: id).sealedAt != nil else {
      throw StorageError.contestRefused(.notSealed(code))
    }
    try connection.execute(
      """
      INSERT INTO sheet_reopening (id, round, entry, judge, reason, asked_by, asked_at,
        approved_by, approved_at) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)
      """,
      [
        .id(context.newID(SheetReopening.self)), .id(id), .id(place.entry), .id(place.judge),
        .text(reason), .text(login), .integer(context.now.milliseconds),
      ])
    return try contest.record(
      .contestChanged, desk.round,
      after: ["reopening": .string(code), "judge": .string(desk.judge.code)], reason: reason)
  }

  static func reopenings(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [(round: Identifier<Round>, reopening: SheetReopening)] {
    try connection.rows(
      """
      SELECT round, id, entry, judge, reason, asked_by, asked_at FROM sheet_reopening
      WHERE approved_by IS NULL AND \(condition) ORDER BY asked_at, id
      """, values
    ) { row in
      var reader = RowReader(row)
      let round: Identifier<Round> = try reader.id()
      return (
        round,
        SheetReopening(
          id: try reader.id(),
          place: SheetPlace(entry: try reader.id(), judge: try reader.id()),
          reason: reader.safe(), askedBy: reader.string(),
          askedAt: Timestamp(milliseconds: reader.int64()))
      )
    }
  }

  func approveReopening(_ id: Identifier<SheetReopening>) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    guard
      let (roundID, asked) = try Self.reopenings(
        where: "id = ?", [.id(id)], on: connection
      ).first
    else { throw StorageError.notFound(entity: "reopening") }
    guard let desk = try scores.desk(roundID, { $0.judge == asked.place.judge }) else {
      throw StorageError.notFound(entity: "judge")
    }
    if asked.askedBy == login || desk.judge.login == login {
      throw StorageError.contestRefused(.needsSecondPerson(login))
    }
    guard desk.round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(desk.round.state))
    }
    let code = desk.entries[asked.place.entry] ?? "?"
    let head = try scores.lockedSheet(asked.place, in: roundID)
    guard head.sealedAt != nil else { throw StorageError.contestRefused(.notSealed(code)) }
    try connection.execute(
      "UPDATE sheet_reopening SET approved_by = ?, approved_at = ? WHERE id = ?",
      [.text(login), .integer(context.now.milliseconds), .id(id)])
    try connection.execute(
      """
      UPDATE score_sheet SET version = version + 1, sealed_at = NULL
      WHERE round = ? AND entry = ? AND judge = ?
      """, ScoreWriting.key(asked.place, roundID))
    try step("reopen", asked.place, in: roundID, version: head.version + 1)
    try context.touch(.scores)
    return try contest.record(
      .reopened, desk.round,
      before: ["askedBy": .string(asked.askedBy)],
      after: [
        "entry": .string(code), "judge": .string(desk.judge.code),
        "version": .integer(Int64(head.version + 1)),
      ], reason: asked.reason)
  }
}
