import Incubation

/// Contests, rounds, entries and judges, inside a transaction.
enum ContestReading {
  static let competitionColumns =
    "id, code, title_vi, title_en, decision, most_of_person, most_of_organisation, version"

  static func competitions(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [Competition] {
    let columns = competitionColumns
    let rows = try connection.rows(
      "SELECT \(columns) FROM competition WHERE deleted = 0 AND \(condition) ORDER BY id DESC",
      values
    ) { row in
      var reader = RowReader(row)
      let id: Identifier<Competition> = try reader.id()
      let content = CompetitionContent(
        code: reader.string(),
        title: Bilingual(vietnamese: reader.safe(), english: reader.safe()),
        decision: reader.safe(), boards: [], mostOfPerson: reader.optionalInt(),
        mostOfOrganisation: reader.optionalInt())
      return Competition(id: id, content: content, version: reader.int())
    }
    return try rows.map { competition in
      var competition = competition
      competition.content.boards = try boards(of: competition.id, on: connection)
      return competition
    }
  }

  static func competition(
    _ id: Identifier<Competition>, on connection: any SQLConnection
  ) throws -> Competition {
    let found = try competitions(where: "id = ?", [.id(id)], on: connection).first
    guard let found else { throw StorageError.notFound(entity: "competition") }
    return found
  }

  private static func boards(
    of id: Identifier<Competition>, on connection: any SQLConnection
  ) throws -> [Board] {
    try connection.rows(
      """
      SELECT code, title_vi, title_en FROM competition_board WHERE competition = ?
      ORDER BY position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return Board(
        code: reader.string(),
        title: Bilingual(vietnamese: reader.safe(), english: reader.safe()))
    }
  }

  static func deadlines(
    of id: Identifier<Competition>, on connection: any SQLConnection
  ) throws -> [EntryDeadline] {
    try connection.rows(
      """
      SELECT day, decision, reason, set_by, set_at FROM competition_deadline
      WHERE competition = ? ORDER BY position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      return EntryDeadline(
        day: reader.day(), decision: reader.safe(), reason: reader.safe(), setBy: reader.string(),
        setAt: Timestamp(milliseconds: reader.int64()))
    }
  }

  static let roundColumns =
    "id, competition, code, title_vi, title_en, position, held_day, blind, others_visible, "
    + "public_board, pitch_minutes, question_minutes, state, rules_version, draw_seed, "
    + "frozen_at, moved_by, stage_entry, stage_phase, stage_since, stage_elapsed, "
    + "stage_limit, version"

  static func rounds(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [Round] {
    let columns = roundColumns
    return try connection.rows(
      """
      SELECT \(columns) FROM contest_round WHERE deleted = 0 AND \(condition)
      ORDER BY competition, position, code
      """, values, round)
  }

  static func round(_ id: Identifier<Round>, on connection: any SQLConnection) throws -> Round {
    guard let found = try rounds(where: "id = ?", [.id(id)], on: connection).first else {
      throw StorageError.notFound(entity: "round")
    }
    return found
  }

  private static func round(_ row: any SQLRow) throws -> Round {
    var reader = RowReader(row)
    let id: Identifier<Round> = try reader.id()
    let competition: Identifier<Competition> = try reader.id()
    let content = RoundContent(
      code: reader.string(), title: Bilingual(vietnamese: reader.safe(), english: reader.safe()),
      position: reader.int(), heldOn: reader.optionalDay(), isBlind: reader.int() == 1,
      othersVisible: try reader.choice(), hasPublicBoard: reader.int() == 1,
      pitchMinutes: reader.int(), questionMinutes: reader.int())
    let state: RoundState = try reader.choice()
    let rules = reader.int()
    let seed = reader.optionalString().flatMap { UInt64($0) }
    let frozen = reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) }
    let mover = reader.string()
    let stage = StageCall(
      entry: try reader.optionalID(), phase: try reader.choice(),
      runningSince: reader.optionalInt().map { Timestamp(milliseconds: Int64($0)) },
      elapsed: reader.int64(), limit: reader.int64())
    return Round(
      id: id, competition: competition, content: content, state: state, rulesVersion: rules,
      drawSeed: seed, frozenAt: frozen, movedBy: mover, stage: stage, version: reader.int())
  }

  static let entryColumns =
    "id, competition, code, board, title, organisation, leader, venture, summary, eligibility, "
    + "eligibility_reason, withdrawn, version"

  static func entries(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [Entry] {
    let columns = entryColumns
    return try connection.rows(
      "SELECT \(columns) FROM contest_entry WHERE deleted = 0 AND \(condition) ORDER BY code",
      values
    ) { row in
      var reader = RowReader(row)
      let id: Identifier<Entry> = try reader.id()
      let competition: Identifier<Competition> = try reader.id()
      let code = reader.string()
      let board = reader.string()
      let content = EntryContent(
        title: reader.safe(), code: code, board: board, organisation: reader.safe(),
        leader: reader.safe(), venture: try reader.optionalID(), summary: reader.safe())
      return Entry(
        id: id, competition: competition, code: code, content: content,
        eligibility: try reader.choice(), eligibilityReason: reader.safe(),
        isWithdrawn: reader.int() == 1, version: reader.int())
    }
  }

  static func entry(_ id: Identifier<Entry>, on connection: any SQLConnection) throws -> Entry {
    guard let found = try entries(where: "id = ?", [.id(id)], on: connection).first else {
      throw StorageError.notFound(entity: "entry")
    }
    return found
  }

  static func judges(
    where condition: String, _ values: [SQLValue], on connection: any SQLConnection
  ) throws -> [Judge] {
    try connection.rows(
      """
      SELECT id, competition, code, login, name, organisation, department, version
      FROM contest_judge WHERE deleted = 0 AND \(condition) ORDER BY code
      """, values
    ) { row in
      var reader = RowReader(row)
      return Judge(
        id: try reader.id(), competition: try reader.id(), code: reader.string(),
        login: reader.optionalString(), name: reader.safe(), organisation: reader.safe(),
        department: try reader.optionalID(), version: reader.int())
    }
  }

  /// The user as a judge of a contest; nil when they are none.
  static func ownJudge(
    _ login: String, of id: Identifier<Competition>, on connection: any SQLConnection
  ) throws -> Identifier<Judge>? {
    try judges(where: "competition = ? AND login = ?", [.id(id), .text(login)], on: connection)
      .first?.id
  }
}
