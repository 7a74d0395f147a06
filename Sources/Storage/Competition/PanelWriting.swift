import Incubation

/// Judges, conflicts of interest, assignment and the running order.
extension ContestWriting {
  func addJudge(
    _ content: JudgeContent, to id: Identifier<Competition>
  ) throws -> (id: Identifier<Judge>, receipt: ChangeReceipt) {
    try context.require(.manageCompetitions)
    _ = try locked(id)
    if content.name.isBlank { throw StorageError.contestRefused(.missing(.name)) }
    let others = try ContestReading.judges(where: "competition = ?", [.id(id)], on: connection)
    var code = content.code
    if code.isEmpty {
      var number = others.count + 1
      while others.contains(where: { $0.code == "GK\(number)" }) { number += 1 }
      code = "GK\(number)"
    }
    guard CompetitionContent.isCode(code) else { throw StorageError.contestRefused(.badCode(code)) }
    if others.contains(where: { $0.code == code }) {
      throw StorageError.contestRefused(.codeTaken(code))
    }
    if let login = content.login, others.contains(where: { $0.login == login }) {
      throw StorageError.contestRefused(.codeTaken(login))
    }
    let judge = context.newID(Judge.self)
    try connection.execute(
      """
      INSERT INTO contest_judge (id, competition, code, login, name, organisation, department,
        deleted, version) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1)
      """,
      [
        .id(judge), .id(id), .text(code), .text(content.login), .text(content.name),
        .text(content.organisation), .id(content.department),
      ])
    let receipt = try record(
      .contestChanged, "contest-judge", judge.bytes, title: content.name,
      after: ["code": .string(code)])
    return (judge, receipt)
  }

  func seat(_ seats: [Seat], in id: Identifier<Round>) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try requireSettingUp(round)
    let known = Set(
      try ContestReading.judges(
        where: "competition = ?", [.id(round.competition)], on: connection
      ).map(\.id))
    for seat in seats {
      guard known.contains(seat.judge) else { throw StorageError.notFound(entity: "judge") }
      try connection.execute(
        """
        INSERT INTO round_judge (round, judge, shadow, present, substitute_for, capacity,
          declared_at) VALUES (?, ?, ?, 1, NULL, ?, NULL)
        ON CONFLICT (round, judge) DO UPDATE
        SET shadow = excluded.shadow, capacity = excluded.capacity
        """,
        [.id(id), .id(seat.judge), .integer(seat.isShadow ? 1 : 0), .integer(seat.capacity)])
    }
    try proposeConflicts(in: id)
    return try record(
      .contestChanged, round,
      after: ["seated": .array(seats.map { .string($0.judge.description) })])
  }

  /// A panel is put together before a round opens, and filled up while it is open.
  private func requireSettingUp(_ round: Round) throws {
    guard round.state == .draft || round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
  }

  /// Proposes what the records of the program say; what was decided already stays so.
  func proposeConflicts(in id: Identifier<Round>) throws {
    let judges = try RoundReading.judges(of: id, on: connection)
    let ties = try TieReading.ties(in: id, on: connection)
    for conflict in ConflictOfInterest.proposals(judges, ties) {
      try connection.execute(
        """
        INSERT INTO interest_conflict (round, entry, judge, kind, status, reason, recorded_by,
          recorded_at) VALUES (?, ?, ?, ?, 'proposed', ?, ?, ?)
        ON CONFLICT (round, entry, judge) DO NOTHING
        """,
        [
          .id(id), .id(conflict.entry), .id(conflict.judge), .text(conflict.kind.rawValue),
          .text(conflict.reason), .text(login), .integer(context.now.milliseconds),
        ])
    }
  }

  func setPresence(
    _ isPresent: Bool, of judge: Identifier<Judge>, in id: Identifier<Round>
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let round = try locked(id)
    let changed = try connection.execute(
      "UPDATE round_judge SET present = ? WHERE round = ? AND judge = ?",
      [.integer(isPresent ? 1 : 0), .id(id), .id(judge)])
    guard changed == 1 else { throw StorageError.notFound(entity: "judge") }
    return try record(
      .contestChanged, round,
      after: ["judge": .string(judge.description), "present": .bool(isPresent)])
  }

  func substitute(
    _ judge: Identifier<Judge>, with other: Identifier<Judge>, in id: Identifier<Round>
  ) throws -> ChangeReceipt {
    try context.require(.runCompetitions)
    let round = try locked(id)
    try requireSettingUp(round)
    _ = try setPresence(false, of: judge, in: id)
    try connection.execute(
      """
      INSERT INTO round_judge (round, judge, shadow, present, substitute_for, capacity,
        declared_at) VALUES (?, ?, 0, 1, ?, NULL, NULL)
      ON CONFLICT (round, judge) DO UPDATE
      SET present = 1, substitute_for = excluded.substitute_for
      """, [.id(id), .id(other), .id(judge)])
    try proposeConflicts(in: id)
    let snapshot = try RoundReading.whole(id, on: connection)
    let blocked = snapshot.blocked
    for place in snapshot.assigned where place.judge == judge {
      let mine = SheetPlace(entry: place.entry, judge: other)
      if snapshot.sheet(place).isComplete(snapshot.rules.criteria) || blocked.contains(mine) {
        continue
      }
      try connection.execute(
        "DELETE FROM assignment WHERE round = ? AND entry = ? AND judge = ?",
        [.id(id), .id(place.entry), .id(judge)])
      try connection.execute(
        "INSERT INTO assignment (round, entry, judge) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [.id(id), .id(place.entry), .id(other)])
    }
    return try record(
      .assigned, round,
      before: ["judge": .string(judge.description)], after: ["judge": .string(other.description)])
  }

  // MARK: - Conflicts

  func declare(
    _ conflict: ConflictOfInterest, in id: Identifier<Round>
  ) throws -> ChangeReceipt {
    let round = try locked(id)
    let judges = try RoundReading.judges(of: id, on: connection)
    guard let judge = judges.first(where: { $0.judge == conflict.judge }) else {
      throw StorageError.notFound(entity: "judge")
    }
    // A judge says so for oneself, and cannot dismiss what was found.
    if judge.login != login || conflict.status == .dismissed {
      try context.require(.runCompetitions)
    }
    if judge.login == login, conflict.status == .dismissed {
      throw StorageError.contestRefused(.needsSecondPerson(login))
    }
    if round.state >= .verified { throw StorageError.contestRefused(.wrongState(round.state)) }
    if conflict.status == .dismissed, conflict.reason.isBlank {
      throw StorageError.contestRefused(.missing(.reason))
    }
    try connection.execute(
      """
      INSERT INTO interest_conflict (round, entry, judge, kind, status, reason, recorded_by,
        recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (round, entry, judge) DO UPDATE
      SET kind = excluded.kind, status = excluded.status, reason = excluded.reason,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
      """,
      [
        .id(id), .id(conflict.entry), .id(conflict.judge), .text(conflict.kind.rawValue),
        .text(conflict.status.rawValue), .text(conflict.reason), .text(login),
        .integer(context.now.milliseconds),
      ])
    try context.touch(.scores)
    return try record(
      .conflictRecorded, round,
      after: [
        "entry": .string(conflict.entry.description), "judge": .string(judge.code),
        "kind": .string(conflict.kind.rawValue), "status": .string(conflict.status.rawValue),
      ], reason: conflict.reason)
  }

  func declareComplete(
    _ judge: Identifier<Judge>, in id: Identifier<Round>
  ) throws -> ChangeReceipt {
    let round = try locked(id)
    let own = try RoundReading.judges(of: id, on: connection).first { $0.judge == judge }
    guard let own else { throw StorageError.notFound(entity: "judge") }
    if own.login != login { try context.require(.runCompetitions) }
    try connection.execute(
      "UPDATE round_judge SET declared_at = ? WHERE round = ? AND judge = ?",
      [.integer(context.now.milliseconds), .id(id), .id(judge)])
    return try record(
      .conflictRecorded, round, after: ["judge": .string(own.code), "declared": .bool(true)])
  }

  // MARK: - Assignment and draw

  func assign(
    _ settings: AssignmentSettings, in id: Identifier<Round>
  ) throws -> (plan: AssignmentPlan, receipt: ChangeReceipt) {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try requireSettingUp(round)
    try proposeConflicts(in: id)
    let snapshot = try RoundReading.whole(id, on: connection)
    let request = snapshot.assignmentRequest(settings.panelSize, seed: settings.seed)
    let plan: AssignmentPlan
    do {
      plan =
        settings.panelSize == nil
        ? try PanelAssignment.full(request) : try PanelAssignment.balanced(request)
    } catch {
      throw StorageError.contestRefused(.assignment(error))
    }
    try store(plan, settings, snapshot)
    let receipt = try record(
      .assigned, round,
      after: [
        "seed": .string(String(settings.seed)), "panelSize": Self.json(settings.panelSize),
        "sheets": .integer(Int64(plan.pairs.count)),
      ])
    return (plan, receipt)
  }

  private func store(
    _ plan: AssignmentPlan, _ settings: AssignmentSettings, _ snapshot: RoundSnapshot
  ) throws {
    let id = snapshot.round.id
    let entries = Dictionary(uniqueKeysWithValues: snapshot.entries.map { ($0.code, $0.entry) })
    let judges = Dictionary(uniqueKeysWithValues: snapshot.judges.map { ($0.code, $0.judge) })
    try connection.execute("DELETE FROM assignment WHERE round = ?", [.id(id)])
    var places = plan.pairs.compactMap { pair -> SheetPlace? in
      guard let entry = entries[pair.entry], let judge = judges[pair.judge] else { return nil }
      return SheetPlace(entry: entry, judge: judge)
    }
    // Shadow judges score what everybody does; they are no part of the plan.
    let blocked = snapshot.blocked
    for judge in snapshot.judges where judge.isShadow {
      places += snapshot.entries.filter { !$0.isWithdrawn }
        .map { SheetPlace(entry: $0.entry, judge: judge.judge) }
        .filter { !blocked.contains($0) }
    }
    try connection.executeMany(
      "INSERT INTO assignment (round, entry, judge) VALUES (?, ?, ?)",
      places.sorted().map { [.id(id), .id($0.entry), .id($0.judge)] })
    let number =
      try connection.first(
        "SELECT COALESCE(MAX(number), 0) FROM assignment_plan WHERE round = ?", [.id(id)]
      ) { Int($0.integer(0)) } ?? 0
    try connection.execute(
      """
      INSERT INTO assignment_plan (round, number, kind, panel_size, seed, efficiency, bound,
        made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(id), .integer(number + 1), .text(settings.panelSize == nil ? "full" : "balanced"),
        .integer(settings.panelSize ?? 0), .text(String(settings.seed)),
        .text(plan.efficiency.map { "\($0)" } ?? ""),
        .text(plan.efficiencyBound.map { "\($0)" } ?? ""), .text(login),
        .integer(context.now.milliseconds),
      ])
  }

  func draw(
    seed: UInt64, in id: Identifier<Round>, ifVersion: Int
  ) throws -> ChangeReceipt {
    try context.require(.manageCompetitions)
    let round = try locked(id)
    try check(round.version, is: ifVersion, of: round.content.title.vietnamese.string, id.bytes)
    guard round.state == .draft else {
      throw StorageError.contestRefused(.wrongState(round.state))
    }
    let entries = try RoundReading.entries(of: id, on: connection)
    let byCode = Dictionary(uniqueKeysWithValues: entries.map { ($0.code, $0.entry) })
    let order = RunningOrder.draw(entries.map(\.code), seed: seed)
    try connection.executeMany(
      "UPDATE round_entry SET lot = ? WHERE round = ? AND entry = ?",
      order.enumerated().map { index, code in
        [.integer(index + 1), .id(id), .id(byCode[code])]
      })
    try connection.execute(
      "UPDATE contest_round SET draw_seed = ?, version = version + 1 WHERE id = ?",
      [.text(String(seed)), .id(id)])
    return try record(
      .assigned, round,
      after: [
        "drawSeed": .string(String(seed)), "order": .array(order.map { .string($0) }),
      ])
  }
}

/// What the program's own records know about the entries of a round.
enum TieReading {
  static func ties(
    in id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [EntryTies] {
    var ties: [Identifier<Entry>: EntryTies] = [:]
    try connection.forEachRow(
      """
      SELECT r.entry, e.organisation, e.leader, v.organisation_name, v.representative_name,
        v.lead_owner, v.support_owner
      FROM round_entry r JOIN contest_entry e ON e.id = r.entry
        LEFT JOIN venture v ON v.id = e.venture WHERE r.round = ?
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let entry: Identifier<Entry> = try reader.id()
      var tie = EntryTies(entry: entry)
      tie.organisations = [reader.string()]
      tie.founders = [reader.string()]
      tie.organisations.append(reader.string())
      tie.founders.append(reader.string())
      tie.mentors = [reader.string(), reader.string()]
      ties[entry] = tie
    }
    try connection.forEachRow(
      """
      SELECT r.entry, p.full_name FROM round_entry r JOIN contest_entry e ON e.id = r.entry
        JOIN venture_member m ON m.venture = e.venture JOIN person p ON p.id = m.person
      WHERE r.round = ?
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let entry: Identifier<Entry> = try reader.id()
      ties[entry]?.founders.append(reader.string())
    }
    return ties.values.map { tie in
      var tie = tie
      for path in [\EntryTies.organisations, \.founders, \.mentors] {
        tie[keyPath: path].removeAll { TextFolding.fold($0).isEmpty }
      }
      return tie
    }
  }
}
