import Incubation

/// The verbs that change contests, inside a transaction.
struct ContestWriting {
  let context: WriteContext
  let connection: any SQLConnection

  init(_ context: WriteContext) {
    self.context = context
    connection = context.connection
  }

  var login: String { context.session.user.login }

  // MARK: - What they share

  /// A round that nobody else moves or sets up until this transaction ends.
  func locked(_ id: Identifier<Round>) throws -> Round {
    try context.lockRow("SELECT 1 FROM contest_round WHERE id = ? FOR UPDATE", .id(id))
    return try ContestReading.round(id, on: connection)
  }

  func locked(_ id: Identifier<Competition>) throws -> Competition {
    try context.lockRow("SELECT 1 FROM competition WHERE id = ? FOR UPDATE", .id(id))
    return try ContestReading.competition(id, on: connection)
  }

  func refuse(_ refusal: ContestRefusal?) throws {
    if let refusal { throw StorageError.contestRefused(refusal) }
  }

  func check(_ version: Int, is expected: Int, of title: String, _ id: [UInt8]) throws {
    guard version != expected else { return }
    let last = try connection.first(
      "SELECT actor, recorded_at FROM event WHERE entity_id = ? ORDER BY number DESC LIMIT 1",
      [.blob(id)]
    ) { ($0.text(0), Timestamp(milliseconds: $0.integer(1))) }
    throw StorageError.conflict(
      Conflict(
        title: title, changedBy: last?.0 ?? "", changedAt: last?.1 ?? context.now,
        currentVersion: version, expectedVersion: expected, differences: []))
  }

  /// Writes the event of a change.
  func record(
    _ kind: ChangeSummary.Kind, _ entity: String, _ id: [UInt8], title: SafeText,
    before: [String: JSONValue] = [:], after: [String: JSONValue] = [:],
    reason: SafeText = .empty, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    let event = try context.record(
      WriteContext.Entry(
        kind: kind, action: kind, entity: entity, entityID: id, before: before, after: after,
        reason: reason, undoes: undoes))
    try context.touch(.competitions)
    return ChangeReceipt(event: event, summary: ChangeSummary(kind: kind, title: title))
  }

  func record(
    _ kind: ChangeSummary.Kind, _ round: Round, before: [String: JSONValue] = [:],
    after: [String: JSONValue] = [:], reason: SafeText = .empty
  ) throws -> ChangeReceipt {
    try record(
      kind, "round", round.id.bytes, title: round.content.title.vietnamese, before: before,
      after: after, reason: reason)
  }

  func raiseVersion(_ id: Identifier<Round>) throws {
    try connection.execute(
      "UPDATE contest_round SET version = version + 1 WHERE id = ?", [.id(id)])
  }

  // MARK: - Contests

  func create(
    _ content: CompetitionContent
  ) throws -> (id: Identifier<Competition>, receipt: ChangeReceipt) {
    try context.require(.manageCompetitions)
    try refuse(content.refusal)
    try refuseTaken(content.code, except: nil)
    let id = context.newID(Competition.self)
    try connection.execute(
      """
      INSERT INTO competition (id, code, code_key, title_vi, title_en, decision, most_of_person,
        most_of_organisation, last_entry, deleted, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1)
      """,
      [
        .id(id), .text(content.code), .text(TextFolding.fold(content.code)),
        .text(content.title.vietnamese), .text(content.title.english), .text(content.decision),
        .integer(content.mostOfPerson), .integer(content.mostOfOrganisation),
      ])
    try store(content.boards, of: id)
    let receipt = try record(
      .contestChanged, "competition", id.bytes, title: content.title.vietnamese,
      after: ["code": .string(content.code)])
    return (id, receipt)
  }

  private func refuseTaken(_ code: String, except id: Identifier<Competition>?) throws {
    let other = try ContestReading.competitions(
      where: "code_key = ?", [.text(TextFolding.fold(code))], on: connection
    ).first
    if let other, other.id != id { throw StorageError.contestRefused(.codeTaken(code)) }
  }

  private func store(_ boards: [Board], of id: Identifier<Competition>) throws {
    try connection.execute("DELETE FROM competition_board WHERE competition = ?", [.id(id)])
    try connection.executeMany(
      """
      INSERT INTO competition_board (competition, code, position, title_vi, title_en)
      VALUES (?, ?, ?, ?, ?)
      """,
      boards.enumerated().map { index, board in
        [
          .id(id), .text(board.code), .integer(index), .text(board.title.vietnamese),
          .text(board.title.english),
        ]
      })
  }

  func update(
    _ id: Identifier<Competition>, to content: CompetitionContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let current = try locked(id)
    try check(
      current.version, is: ifVersion, of: current.content.title.vietnamese.string, id.bytes)
    try refuse(content.refusal)
    try refuseTaken(content.code, except: id)
    let used = try connection.rows(
      "SELECT DISTINCT board FROM contest_entry WHERE competition = ? AND deleted = 0", [.id(id)]
    ) { $0.text(0) }
    if let gone = used.first(where: { code in !content.boards.contains { $0.code == code } }) {
      throw StorageError.contestRefused(.hasSheets(gone))
    }
    try connection.execute(
      """
      UPDATE competition SET code = ?, code_key = ?, title_vi = ?, title_en = ?, decision = ?,
        most_of_person = ?, most_of_organisation = ?, version = version + 1 WHERE id = ?
      """,
      [
        .text(content.code), .text(TextFolding.fold(content.code)),
        .text(content.title.vietnamese), .text(content.title.english), .text(content.decision),
        .integer(content.mostOfPerson), .integer(content.mostOfOrganisation), .id(id),
      ])
    try store(content.boards, of: id)
    return try record(
      .contestChanged, "competition", id.bytes, title: content.title.vietnamese,
      before: [
        "code": .string(current.content.code),
        "title": .string(current.content.title.vietnamese.string),
      ],
      after: [
        "code": .string(content.code), "title": .string(content.title.vietnamese.string),
      ])
  }

  func setDeadline(
    _ deadline: EntryDeadline, of id: Identifier<Competition>
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let current = try locked(id)
    let earlier = try ContestReading.deadlines(of: id, on: connection)
    if !earlier.isEmpty, deadline.reason.isBlank {
      throw StorageError.contestRefused(.missing(.reason))
    }
    try connection.execute(
      """
      INSERT INTO competition_deadline (competition, position, day, decision, reason, set_by,
        set_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(id), .integer(earlier.count), .integer(deadline.day.dayNumber),
        .text(deadline.decision), .text(deadline.reason), .text(login),
        .integer(context.now.milliseconds),
      ])
    var before: [String: JSONValue] = [:]
    if let last = earlier.last { before["deadline"] = .integer(Int64(last.day.dayNumber)) }
    return try record(
      .contestChanged, "competition", id.bytes, title: current.content.title.vietnamese,
      before: before, after: ["deadline": .integer(Int64(deadline.day.dayNumber))],
      reason: deadline.reason)
  }
}
