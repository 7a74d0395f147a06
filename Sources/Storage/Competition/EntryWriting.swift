import Incubation

/// Entries of a contest and of its rounds.
extension ContestWriting {
  func addEntries(
    _ contents: [EntryContent], to id: Identifier<Competition>
  ) throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt) {
    try context.require(.runCompetitions)
    let competition = try locked(id)
    var taken = Set(
      try connection.rows("SELECT code FROM contest_entry WHERE competition = ?", [.id(id)]) {
        $0.text(0)
      })
    var last =
      try connection.first("SELECT last_entry FROM competition WHERE id = ?", [.id(id)]) {
        Int($0.integer(0))
      } ?? 0
    var ids: [Identifier<Entry>] = []
    for content in contents {
      try check(content, competition)
      var code = content.code
      if code.isEmpty {
        repeat {
          last += 1
          code = last < 10 ? "0\(last)" : String(last)
        } while taken.contains(code)
      }
      guard taken.insert(code).inserted else {
        throw StorageError.contestRefused(.codeTaken(code))
      }
      let entry = context.newID(Entry.self)
      try insert(content, code: code, entry, of: id)
      ids.append(entry)
      try refuseTooMany(content, competition)
    }
    try connection.execute(
      "UPDATE competition SET last_entry = ? WHERE id = ?", [.integer(last), .id(id)])
    let title = contents.first?.title ?? competition.content.title.vietnamese
    let more = contents.count > 1 ? " +\(contents.count - 1)" : ""
    let receipt = try record(
      .contestChanged, Self.entryList, id.bytes, title: SafeText(escaping: title.string + more),
      after: ["entries": .array(ids.map { .string($0.description) })])
    return (ids, receipt)
  }

  /// Entity of events that added entries: undo takes them away.
  static let entryList = "contest-entries"

  private func check(_ content: EntryContent, _ competition: Competition) throws {
    if content.title.isBlank { throw StorageError.contestRefused(.missing(.title)) }
    if !content.code.isEmpty, !CompetitionContent.isCode(content.code) {
      throw StorageError.contestRefused(.badCode(content.code))
    }
    if !competition.content.boards.contains(where: { $0.code == content.board }) {
      throw StorageError.contestRefused(.unknownBoard(content.board))
    }
  }

  private func insert(
    _ content: EntryContent, code: String, _ entry: Identifier<Entry>,
    of id: Identifier<Competition>
  ) throws {
    try connection.execute(
      """
      INSERT INTO contest_entry (id, competition, code, board, title, title_key, organisation,
        organisation_key, leader, leader_key, venture, summary, eligibility, eligibility_reason,
        withdrawn, deleted, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', '', 0, 0, 1)
      """, [.id(entry), .id(id), .text(code)] + Self.values(of: content))
  }

  private static func values(of content: EntryContent) -> [SQLValue] {
    [
      .text(content.board), .text(content.title), .text(TextFolding.fold(content.title.string)),
      .text(content.organisation), .text(TextFolding.fold(content.organisation.string)),
      .text(content.leader), .text(TextFolding.fold(content.leader.string)),
      .id(content.venture), .text(content.summary),
    ]
  }

  /// Refuses one more than the rules of the contest allow of a leader or an organisation.
  private func refuseTooMany(_ content: EntryContent, _ competition: Competition) throws {
    let limits: [(column: String, name: SafeText, limit: Int?)] = [
      ("leader_key", content.leader, competition.content.mostOfPerson),
      ("organisation_key", content.organisation, competition.content.mostOfOrganisation),
    ]
    for (column, name, limit) in limits {
      guard let limit, !name.isBlank else { continue }
      let count = try connection.first(
        """
        SELECT COUNT(*) FROM contest_entry WHERE competition = ? AND deleted = 0
          AND withdrawn = 0 AND \(column) = ?
        """, [.id(competition.id), .text(TextFolding.fold(name.string))]
      ) { Int($0.integer(0)) }
      if let count, count > limit {
        throw StorageError.contestRefused(.tooMany(name.string, limit: limit))
      }
    }
  }

  func enter(
    _ ventures: [Identifier<Venture>], board: String, in id: Identifier<Competition>
  ) throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt) {
    let contents = try ventures.map { venture in
      let content = try VentureReading.venture(venture, on: connection).content
      return EntryContent(
        title: content.title, board: board, organisation: content.organisation,
        leader: content.representative, venture: venture, summary: content.summary)
    }
    return try addEntries(contents, to: id)
  }

  func lockedEntry(_ id: Identifier<Entry>) throws -> Entry {
    try context.lockRow("SELECT 1 FROM contest_entry WHERE id = ? FOR UPDATE", .id(id))
    return try ContestReading.entry(id, on: connection)
  }

  func updateEntry(
    _ id: Identifier<Entry>, to content: EntryContent, ifVersion: Int, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let current = try lockedEntry(id)
    try check(current.version, is: ifVersion, of: current.content.title.string, id.bytes)
    let competition = try ContestReading.competition(current.competition, on: connection)
    var content = content
    content.code = current.code
    try check(content, competition)
    try connection.execute(
      """
      UPDATE contest_entry SET board = ?, title = ?, title_key = ?, organisation = ?,
        organisation_key = ?, leader = ?, leader_key = ?, venture = ?, summary = ?,
        version = version + 1 WHERE id = ?
      """, Self.values(of: content) + [.id(id)])
    try refuseTooMany(content, competition)
    return try record(
      .contestChanged, Self.entryEntity, id.bytes, title: content.title,
      before: Self.fields(current.content), after: Self.fields(content), undoes: undoes)
  }

  static let entryEntity = "contest-entry"

  static func fields(_ content: EntryContent) -> [String: JSONValue] {
    [
      "board": .string(content.board), "title": .string(content.title.string),
      "organisation": .string(content.organisation.string),
      "leader": .string(content.leader.string),
      "venture": content.venture.map { .string($0.description) } ?? .null,
      "summary": .string(content.summary.string),
    ]
  }

  func setEligibility(
    _ eligibility: Entry.Eligibility, reason: SafeText, of ids: [Identifier<Entry>]
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    if eligibility == .refused, reason.isBlank {
      throw StorageError.contestRefused(.missing(.reason))
    }
    var receipt: ChangeReceipt?
    for id in ids {
      let current = try lockedEntry(id)
      try connection.execute(
        """
        UPDATE contest_entry SET eligibility = ?, eligibility_reason = ?, version = version + 1
        WHERE id = ?
        """, [.text(eligibility.rawValue), .text(reason), .id(id)])
      receipt = try record(
        .contestChanged, Self.entryEntity, id.bytes, title: current.content.title,
        before: [
          "eligibility": .string(current.eligibility.rawValue),
          "eligibilityReason": .string(current.eligibilityReason.string),
        ],
        after: [
          "eligibility": .string(eligibility.rawValue),
          "eligibilityReason": .string(reason.string),
        ], reason: reason)
    }
    guard let receipt else { throw StorageError.notFound(entity: "entry") }
    return receipt
  }

  func setWithdrawn(
    _ isWithdrawn: Bool, reason: SafeText, of id: Identifier<Entry>, undoes: Int64? = nil
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let current = try lockedEntry(id)
    try refuseSettled(current)
    try connection.execute(
      "UPDATE contest_entry SET withdrawn = ?, version = version + 1 WHERE id = ?",
      [.integer(isWithdrawn ? 1 : 0), .id(id)])
    return try record(
      .contestChanged, Self.entryEntity, id.bytes, title: current.content.title,
      before: ["withdrawn": .integer(current.isWithdrawn ? 1 : 0)],
      after: ["withdrawn": .integer(isWithdrawn ? 1 : 0)], reason: reason, undoes: undoes)
  }

  /// An entry does not leave a round, or come back to it, after its result was verified.
  private func refuseSettled(_ entry: Entry) throws {
    let states = try connection.rows(
      """
      SELECT r.state FROM round_entry e JOIN contest_round r ON r.id = e.round WHERE e.entry = ?
      """, [.id(entry.id)]
    ) { RoundState(rawValue: $0.text(0)) ?? .archived }
    if let state = states.first(where: { $0 >= .verified }), states.allSatisfy({ $0 >= .verified })
    {
      throw StorageError.contestRefused(.wrongState(state))
    }
  }

  // MARK: - Rounds

  func admit(
    _ entries: [Identifier<Entry>], to id: Identifier<Round>
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let round = try locked(id)
    guard round.state == .draft || round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    var taken = try connection.rows(
      "SELECT code FROM round_entry WHERE round = ?", [.id(id)]
    ) { $0.text(0) }
    let found = try entries.map { try ContestReading.entry($0, on: connection) }
    if let wrong = found.first(where: { !$0.mayCompete || $0.competition != round.competition }) {
      throw StorageError.contestRefused(.notEligible(wrong.code))
    }
    let codes = round.content.isBlind ? blindCodes(found.count, taken) : found.map(\.code)
    for (entry, code) in zip(found, codes) {
      if taken.contains(code) { continue }
      taken.append(code)
      try connection.execute(
        """
        INSERT INTO round_entry (round, entry, code, lot, multiplier, decision, calibration)
        VALUES (?, ?, ?, NULL, '1', NULL, 0) ON CONFLICT (round, entry) DO NOTHING
        """, [.id(id), .id(entry.id), .text(code)])
    }
    return try record(
      .contestChanged, round,
      after: ["admitted": .array(found.map { .string($0.code) })])
  }

  /// Codes for a blind round: "M" and a number that says nothing about the order of entry.
  private func blindCodes(_ count: Int, _ taken: [String]) -> [String] {
    let size = max(90, (count + taken.count) * 2)
    var random = SplitMix64(seed: context.session.random())
    var numbers = Array(10..<(10 + size))
    random.shuffle(&numbers)
    return numbers.map { "M\($0)" }.filter { !taken.contains($0) }.prefix(count).map(\.self)
  }

  func setEntry(
    _ id: Identifier<Entry>, multiplier: Rational, decision: Int?, isCalibration: Bool,
    in roundID: Identifier<Round>
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let round = try locked(roundID)
    // The council decides between tied entries when the round is closed; the rest comes before.
    let before = try RoundReading.entries(of: roundID, on: connection).first { $0.entry == id }
    guard let before else { throw StorageError.notFound(entity: "entry") }
    let onlyDecision =
      before.multiplier == multiplier && before.isCalibration == isCalibration
    guard round.state == .draft || (onlyDecision && round.state <= .closed) else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    try connection.execute(
      """
      UPDATE round_entry SET multiplier = ?, decision = ?, calibration = ?
      WHERE round = ? AND entry = ?
      """,
      [
        .text(multiplier.description), .integer(decision), .integer(isCalibration ? 1 : 0),
        .id(roundID), .id(id),
      ])
    try context.touch(.scores)
    return try record(
      .contestChanged, round,
      before: ["entry": .string(before.code), "decision": Self.json(before.decision)],
      after: [
        "entry": .string(before.code), "decision": Self.json(decision),
        "multiplier": .string(multiplier.description), "calibration": .bool(isCalibration),
      ])
  }

  static func json(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
}
