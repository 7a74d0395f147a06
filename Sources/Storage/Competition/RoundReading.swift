import Incubation

/// All of a round, inside a transaction.
enum RoundReading {
  /// A round, all of it.
  static func whole(
    _ id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> RoundSnapshot {
    let round = try ContestReading.round(id, on: connection)
    let rules = try rules(of: round, on: connection)
    let code = try connection.first(
      "SELECT code FROM competition WHERE id = ?", [.id(round.competition)]
    ) { $0.text(0) }
    let late = try connection.first(
      "SELECT COUNT(*), MAX(number) FROM score_event WHERE round = ? AND late = 1", [.id(id)]
    ) { Int($0.integer(0)) }
    let last = try connection.first(
      "SELECT MAX(number) FROM score_event WHERE round = ?", [.id(id)]
    ) { $0.integer(0) }
    let sheets = try sheets(of: id, on: connection)
    return RoundSnapshot(
      round: round, competitionCode: code ?? "", rules: rules.rules, rulesHash: rules.hash,
      entries: try entries(of: id, on: connection), judges: try judges(of: id, on: connection),
      assigned: try assigned(in: id, on: connection),
      conflicts: try conflicts(in: id, on: connection), sheets: sheets, lateCount: late ?? 0,
      lastEvent: last ?? 0)
  }

  /// How much of a round a user may see.
  static func sight(
    of snapshot: RoundSnapshot, for user: User
  ) throws -> RoundSight {
    guard user.may(.viewCompetitions) else {
      throw StorageError.notAllowed(.viewCompetitions, login: user.login)
    }
    let own = snapshot.judges.first { $0.login == user.login }?.judge
    return RoundSight.of(
      user, judge: own, in: snapshot.round,
      hasSealedAll: own.map(snapshot.hasSealedAll) ?? false)
  }

  // MARK: - Rules

  static func versions(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [RulesVersion] {
    try connection.rows(
      """
      SELECT number, body, hash, proposed_by, proposed_at, reason, approved_by, in_force
      FROM round_rules WHERE round = ? ORDER BY number DESC
      """, [.id(id)], version)
  }

  static func rules(of round: Round, on connection: any SQLConnection) throws -> RulesVersion {
    let found = try connection.first(
      """
      SELECT number, body, hash, proposed_by, proposed_at, reason, approved_by, in_force
      FROM round_rules WHERE round = ? AND number = ?
      """, [.id(round.id), .integer(round.rulesVersion)], version)
    guard let found else { throw StorageError.notFound(entity: "rules") }
    return found
  }

  private static func version(_ row: any SQLRow) throws -> RulesVersion {
    var reader = RowReader(row)
    let number = reader.int()
    let body = reader.string()
    let rules: RoundRules
    do {
      rules = try RoundRules(canonical: try JSONValue.parse(body))
    } catch {
      throw StorageError.engine(code: "rules", message: "\(error)")
    }
    return RulesVersion(
      number: number, rules: rules, hash: reader.string(), proposedBy: reader.string(),
      proposedAt: Timestamp(milliseconds: reader.int64()), reason: reader.safe(),
      approvedBy: reader.optionalString(), isInForce: reader.int() == 1)
  }

  // MARK: - Entries and panel

  static func entries(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [RoundEntry] {
    let components = try components(of: id, on: connection)
    return try connection.rows(
      """
      SELECT r.entry, r.code, e.board, e.title, e.organisation, r.lot, r.multiplier, r.decision,
        e.withdrawn, r.calibration
      FROM round_entry r JOIN contest_entry e ON e.id = r.entry WHERE r.round = ?
      ORDER BY COALESCE(r.lot, 1000000), r.code
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let entry: Identifier<Entry> = try reader.id()
      return RoundEntry(
        entry: entry, code: reader.string(), board: reader.string(), title: reader.safe(),
        organisation: reader.safe(), lot: reader.optionalInt(),
        multiplier: Rational(share: reader.string()) ?? .one, decision: reader.optionalInt(),
        components: components[entry] ?? [:], isWithdrawn: reader.int() == 1,
        isCalibration: reader.int() == 1)
    }
  }

  private static func components(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [Identifier<Entry>: [String: Int]] {
    var found: [Identifier<Entry>: [String: Int]] = [:]
    try connection.forEachRow(
      """
      SELECT entry, component, hundredths FROM component_event WHERE round = ? ORDER BY number
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let entry: Identifier<Entry> = try reader.id()
      let code = reader.string()
      found[entry, default: [:]][code] = reader.optionalInt()
    }
    return found
  }

  static func judges(
    of id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [RoundJudge] {
    try connection.rows(
      """
      SELECT r.judge, j.code, j.login, j.name, j.organisation, r.shadow, r.present,
        r.substitute_for, r.capacity, r.declared_at
      FROM round_judge r JOIN contest_judge j ON j.id = r.judge WHERE r.round = ? ORDER BY j.code
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return RoundJudge(
        judge: try reader.id(), code: reader.string(), login: reader.optionalString(),
        name: reader.safe(), organisation: reader.safe(), isShadow: reader.int() == 1,
        isPresent: reader.int() == 1, substituteFor: try reader.optionalID(),
        capacity: reader.optionalInt(),
        declaredAt: reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) })
    }
  }

  static func assigned(
    in id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> Set<SheetPlace> {
    Set(
      try connection.rows("SELECT entry, judge FROM assignment WHERE round = ?", [.id(id)]) {
        row in
        var reader = RowReader(row)
        return SheetPlace(entry: try reader.id(), judge: try reader.id())
      })
  }

  static func conflicts(
    in id: Identifier<Round>, on connection: any SQLConnection
  ) throws -> [ConflictOfInterest] {
    try connection.rows(
      """
      SELECT entry, judge, kind, status, reason, recorded_by FROM interest_conflict
      WHERE round = ? ORDER BY entry, judge
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return ConflictOfInterest(
        entry: try reader.id(), judge: try reader.id(), kind: try reader.choice(),
        status: try reader.choice(), reason: reader.safe(), recordedBy: reader.string())
    }
  }
}
