import Incubation

/// The way of a round from draft to archive.
extension ContestWriting {
  /// What stands in the way of an edge, events replayed where it asks for that.
  static func obstacles(
    to edge: RoundEdge, of snapshot: RoundSnapshot, on connection: any SQLConnection
  ) throws -> [RoundObstacle] {
    var finding: ReplayFinding?
    if edge.conditions.contains(.chain) {
      let verdict =
        edge.from >= .verified
        ? try RoundReading.verdict(of: snapshot.round.id, on: connection)?.verdict.result : nil
      finding = try RoundReading.replay(snapshot, on: connection).replay.finding(result: verdict)
    }
    return snapshot.obstacles(to: edge, finding: finding)
  }

  func move(
    _ id: Identifier<Round>, to state: RoundState, accepting: Bool, reason: SafeText,
    ifVersion: Int
  ) throws -> ChangeReceipt {
    let round = try locked(id)
    guard let edge = RoundEdge.between(round.state, state) else {
      throw StorageError.contestRefused(.noWay(round.state, state))
    }
    try context.require(edge.permission)
    try check(round.version, is: ifVersion, of: round.content.title.vietnamese.string, id.bytes)
    if edge.name == .sign { return try sign(id, capacity: .empty) }
    if edge.needsReason, reason.isBlank { throw StorageError.contestRefused(.missing(.reason)) }
    if edge.needsSecondPerson, round.movedBy == login {
      throw StorageError.contestRefused(.needsSecondPerson(login))
    }
    let snapshot = try RoundReading.whole(id, on: connection)
    let obstacles = try Self.obstacles(to: edge, of: snapshot, on: connection)
    let barring = obstacles.filter { !($0.canBeOverridden && accepting) }
    if !barring.isEmpty { throw StorageError.contestRefused(.obstacles(obstacles)) }
    if !obstacles.isEmpty, reason.isBlank {
      throw StorageError.contestRefused(.missing(.reason))
    }
    try carryOut(edge, snapshot)
    return try finish(edge, round, overriding: obstacles, reason)
  }

  private func finish(
    _ edge: RoundEdge, _ round: Round, overriding obstacles: [RoundObstacle], _ reason: SafeText
  ) throws -> ChangeReceipt {
    try connection.execute(
      "UPDATE contest_round SET state = ?, moved_by = ?, version = version + 1 WHERE id = ?",
      [.text(edge.to.rawValue), .text(login), .id(round.id)])
    // What a judge may see changes with the state.
    try context.touch(.scores)
    return try record(
      .roundMoved, round, before: ["state": .string(edge.from.rawValue)],
      after: [
        "state": .string(edge.to.rawValue), "step": .string(edge.name.rawValue),
        "overridden": .array(obstacles.map { .string($0.words(.vietnamese)) }),
      ], reason: reason)
  }

  /// What a step does besides changing the state.
  private func carryOut(_ edge: RoundEdge, _ snapshot: RoundSnapshot) throws {
    let id = snapshot.round.id
    switch edge.name {
    case .freeze: try freeze(snapshot)
    case .close where snapshot.round.frozenAt == nil: try freeze(snapshot)
    case .thaw:
      try connection.execute(
        "UPDATE contest_round SET frozen_at = NULL, frozen_board = NULL WHERE id = ?", [.id(id)])
    case .verify: try storeResult(snapshot)
    case .unverify, .annul:
      for table in ["round_result", "round_signature"] {
        try connection.execute("UPDATE \(table) SET annulled = 1 WHERE round = ?", [.id(id)])
      }
    case .open, .close, .reopen, .sign, .publish, .archive: break
    }
  }

  /// The public board is kept as it is, so that nothing that comes later can move it.
  private func freeze(_ snapshot: RoundSnapshot) throws {
    let result = try? snapshot.result()
    let board = result.map { StoredResult($0, rulesHash: snapshot.rulesHash).canonical }
    try connection.execute(
      "UPDATE contest_round SET frozen_at = ?, frozen_board = ? WHERE id = ?",
      [.integer(context.now.milliseconds), .text(board), .id(snapshot.round.id)])
  }

  private func storeResult(_ snapshot: RoundSnapshot) throws {
    let result: TabulationResult
    do { result = try snapshot.result() } catch {
      throw StorageError.contestRefused(.tabulation(error))
    }
    let body = StoredResult(result, rulesHash: snapshot.rulesHash).canonical
    let number =
      try connection.first(
        "SELECT COALESCE(MAX(number), 0) FROM round_result WHERE round = ?",
        [.id(snapshot.round.id)]
      ) { Int($0.integer(0)) } ?? 0
    try connection.execute(
      """
      INSERT INTO round_result (round, number, body, hash, verified_by, verified_at, annulled)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .id(snapshot.round.id), .integer(number + 1), .text(body), .text(SheetHash.hex(body)),
        .text(login), .integer(context.now.milliseconds),
      ])
  }

  func sign(_ id: Identifier<Round>, capacity: SafeText) throws -> ChangeReceipt {
    try context.require(.signResults)
    let round = try locked(id)
    guard round.state == .verified || round.state == .signed,
      let edge = RoundEdge.between(.verified, .signed)
    else { throw StorageError.contestRefused(.noWay(round.state, .signed)) }
    guard let (number, verdict) = try RoundReading.verdict(of: id, on: connection) else {
      throw StorageError.notFound(entity: "result")
    }
    if verdict.signatures.contains(where: { $0.login == login }) {
      throw StorageError.contestRefused(.needsSecondPerson(login))
    }
    let snapshot = try RoundReading.whole(id, on: connection)
    let obstacles = try Self.obstacles(to: edge, of: snapshot, on: connection)
    if !obstacles.isEmpty { throw StorageError.contestRefused(.obstacles(obstacles)) }
    try connection.execute(
      """
      INSERT INTO round_signature (round, number, login, name, capacity, signed_at, annulled)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .id(id), .integer(number), .text(login), .text(context.session.user.displayName),
        .text(capacity), .integer(context.now.milliseconds),
      ])
    if round.state == .verified { return try finish(edge, round, overriding: [], .empty) }
    try raiseVersion(id)
    return try record(
      .roundMoved, round,
      after: ["state": .string("signed"), "signature": .string(login)])
  }

  func setStage(_ stage: StageCall, of id: Identifier<Round>) throws {
    try context.require(.runCompetitions)
    let round = try locked(id)
    guard round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    try connection.execute(
      """
      UPDATE contest_round SET stage_entry = ?, stage_phase = ?, stage_since = ?,
        stage_elapsed = ?, stage_limit = ? WHERE id = ?
      """,
      [
        .id(stage.entry), .text(stage.phase.rawValue),
        stage.runningSince.map { .integer($0.milliseconds) } ?? .null, .integer(stage.elapsed),
        .integer(stage.limit), .id(id),
      ])
    try context.touch(.competitions)
  }
}
