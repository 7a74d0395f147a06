import Incubation

/// Rounds and their rules.
extension ContestWriting {
  func addRound(
    _ content: RoundContent, rules: RoundRules, to id: Identifier<Competition>
  ) throws -> (id: Identifier<Round>, receipt: ChangeReceipt) {
    try context.require(.manageCompetitions)
    _ = try locked(id)
    try refuse(content.refusal)
    try refuse(Self.refusal(of: rules))
    let others = try ContestReading.rounds(
      where: "competition = ? AND code = ?", [.id(id), .text(content.code)], on: connection)
    if !others.isEmpty { throw StorageError.contestRefused(.codeTaken(content.code)) }
    let round = Round(id: context.newID(), competition: id, content: content)
    try insert(round)
    try insert(rules, number: 1, of: round.id, reason: .empty, isInForce: true)
    let receipt = try record(
      .contestChanged, round, after: ["code": .string(content.code), "rules": .integer(1)])
    return (round.id, receipt)
  }

  static func refusal(of rules: RoundRules) -> ContestRefusal? {
    if !rules.problems.isEmpty { return .rules(rules.problems) }
    return rules.tooFine.isEmpty ? nil : .tooFine(rules.tooFine)
  }

  func insert(_ round: Round) throws {
    let content = round.content
    try connection.execute(
      """
      INSERT INTO contest_round (id, competition, code, position, title_vi, title_en, held_day,
        blind, others_visible, public_board, pitch_minutes, question_minutes, state,
        rules_version, draw_seed, frozen_at, frozen_board, moved_by, stage_entry, stage_phase,
        stage_since, stage_elapsed, stage_limit, deleted, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, NULL, NULL, NULL, '', NULL,
        'idle', NULL, 0, 0, 0, 1)
      """,
      [
        .id(round.id), .id(round.competition), .text(content.code), .integer(content.position),
        .text(content.title.vietnamese), .text(content.title.english), .day(content.heldOn),
        .integer(content.isBlind ? 1 : 0), .text(content.othersVisible.rawValue),
        .integer(content.hasPublicBoard ? 1 : 0), .integer(content.pitchMinutes),
        .integer(content.questionMinutes), .text(round.state.rawValue),
      ])
  }

  func insert(
    _ rules: RoundRules, number: Int, of id: Identifier<Round>, reason: SafeText,
    isInForce: Bool
  ) throws {
    let body = rules.canonical.written()
    try connection.execute(
      """
      INSERT INTO round_rules (round, number, body, hash, proposed_by, proposed_at, reason,
        approved_by, in_force) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)
      """,
      [
        .id(id), .integer(number), .text(body), .text(SheetHash.hex(body)), .text(login),
        .integer(context.now.milliseconds), .text(reason), .integer(isInForce ? 1 : 0),
      ])
  }

  func updateRound(
    _ id: Identifier<Round>, to content: RoundContent, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try check(round.version, is: ifVersion, of: round.content.title.vietnamese.string, id.bytes)
    try refuse(content.refusal)
    if round.state != .draft {
      var allowed = round.content
      allowed.title = content.title
      allowed.heldOn = content.heldOn
      allowed.pitchMinutes = content.pitchMinutes
      allowed.questionMinutes = content.questionMinutes
      guard allowed == content else {
        throw StorageError.contestRefused(.wrongState(round.state))
      }
    }
    let others = try ContestReading.rounds(
      where: "competition = ? AND code = ? AND id <> ?",
      [.id(round.competition), .text(content.code), .id(id)], on: connection)
    if !others.isEmpty { throw StorageError.contestRefused(.codeTaken(content.code)) }
    try connection.execute(
      """
      UPDATE contest_round SET code = ?, position = ?, title_vi = ?, title_en = ?, held_day = ?,
        blind = ?, others_visible = ?, public_board = ?, pitch_minutes = ?, question_minutes = ?,
        version = version + 1 WHERE id = ?
      """,
      [
        .text(content.code), .integer(content.position), .text(content.title.vietnamese),
        .text(content.title.english), .day(content.heldOn), .integer(content.isBlind ? 1 : 0),
        .text(content.othersVisible.rawValue), .integer(content.hasPublicBoard ? 1 : 0),
        .integer(content.pitchMinutes), .integer(content.questionMinutes), .id(id),
      ])
    return try record(
      .contestChanged, round,
      before: ["title": .string(round.content.title.vietnamese.string)],
      after: ["title": .string(content.title.vietnamese.string)])
  }

  // MARK: - Rules

  func changeRules(
    _ rules: RoundRules, of id: Identifier<Round>, reason: SafeText, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try check(round.version, is: ifVersion, of: round.content.title.vietnamese.string, id.bytes)
    try refuse(Self.refusal(of: rules))
    let isDraft = round.state == .draft
    guard isDraft || round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    if !isDraft {
      if reason.isBlank { throw StorageError.contestRefused(.missing(.reason)) }
      try refuseBreaking(rules, id)
    }
    let last = try RoundReading.versions(of: id, on: connection).first?.number ?? 0
    try insert(rules, number: last + 1, of: id, reason: reason, isInForce: isDraft)
    if isDraft { try setRules(last + 1, of: id) } else { try raiseVersion(id) }
    return try record(
      .contestChanged, round, before: ["rules": .integer(Int64(round.rulesVersion))],
      after: ["rules": .integer(Int64(last + 1)), "inForce": .bool(isDraft)], reason: reason)
  }

  /// A score that was given stays one that can be given: the rules may not take its criterion or
  /// its place on the scale away.
  private func refuseBreaking(_ rules: RoundRules, _ id: Identifier<Round>) throws {
    for sheet in try RoundReading.sheets(of: id, on: connection).values {
      for (code, cell) in sheet.scores.sorted(by: { $0.key < $1.key }) {
        if let hundredths = cell.value { try refuse(rules.refusal(of: hundredths, for: code)) }
      }
    }
  }

  private func setRules(_ number: Int, of id: Identifier<Round>) throws {
    try connection.execute(
      "UPDATE contest_round SET rules_version = ?, version = version + 1 WHERE id = ?",
      [.integer(number), .id(id)])
  }

  func approveRules(
    _ number: Int, of id: Identifier<Round>, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try check(round.version, is: ifVersion, of: round.content.title.vietnamese.string, id.bytes)
    guard round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    guard
      let version = try RoundReading.versions(of: id, on: connection).first(where: {
        $0.number == number && !$0.isInForce
      })
    else { throw StorageError.notFound(entity: "rules") }
    if version.proposedBy == login {
      throw StorageError.contestRefused(.needsSecondPerson(login))
    }
    try refuseBreaking(version.rules, id)
    try connection.execute(
      "UPDATE round_rules SET in_force = 1, approved_by = ? WHERE round = ? AND number = ?",
      [.text(login), .id(id), .integer(number)])
    try setRules(number, of: id)
    return try record(
      .contestChanged, round, before: ["rules": .integer(Int64(round.rulesVersion))],
      after: ["rules": .integer(Int64(number)), "inForce": .bool(true)], reason: version.reason)
  }
}
