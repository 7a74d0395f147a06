public import Incubation

/// Plays the contests of a made-up season into a new database, through the verbs that people use;
/// only the scores are written in bulk.
public struct ContestSeeding: Sendable {
  private let database: any SQLDatabase
  private let session: Session

  /// Seeds into this database, with identities from the session's random numbers.
  public init(_ database: any SQLDatabase, by session: Session) {
    self.database = database
    self.session = session
  }

  /// Writes contests, all in one transaction.
  ///
  /// - Throws: `StorageError`.
  public func seed(_ contests: [DemoContest]) async throws {
    let session = session
    try await database.write { connection in
      for contest in contests { try ContestPlay(contest, session, connection).play() }
    }
  }
}

/// One contest, inside a transaction.
private final class ContestPlay {
  private let contest: DemoContest
  private let session: Session
  private let connection: any SQLConnection
  private var ventures: [Int: Identifier<Entry>] = [:]
  private var judges: [String: Identifier<Judge>] = [:]

  init(_ contest: DemoContest, _ session: Session, _ connection: any SQLConnection) {
    self.contest = contest
    self.session = session
    self.connection = connection
  }

  /// The verbs, as one of the people of the season at a moment.
  private func acting(_ login: String, _ role: UserRole, at now: Timestamp) -> ContestWriting {
    ContestWriting(context(login, role, at: now))
  }

  private func context(_ login: String, _ role: UserRole, at now: Timestamp) -> WriteContext {
    var session = session
    let name =
      (try? SQLUserStore.users(where: "u.login = ?", [.text(login)], on: connection))?.first?
      .displayName
    session.user = User(
      login: login, displayName: name ?? SafeText(escaping: login), roles: [role])
    session.now = { now }
    return WriteContext(connection, session)
  }

  func play() throws {
    let begin = contest.deadline.day.adding(days: -50).at(hour: 9)
    let organiser = acting("son", .organiser, at: begin)
    let id = try organiser.create(contest.content).id
    _ = try organiser.setDeadline(contest.deadline, of: id)
    try addEntries(to: id)
    for member in contest.members {
      try addAccount(member)
      judges[member.code] = try organiser.addJudge(
        JudgeContent(
          name: member.name, code: member.code, login: member.login,
          organisation: member.organisation), to: id
      ).id
    }
    var admitted = contest.ventures.indices.compactMap { ventures[$0] }
    for place in contest.stages.indices {
      admitted = try play(place, of: id, entries: admitted)
    }
  }

  private func addAccount(_ member: DemoContest.Member) throws {
    try connection.execute(
      """
      INSERT INTO app_user (login, display_name, department) VALUES (?, ?, NULL)
      ON CONFLICT (login) DO NOTHING
      """, [.text(member.login), .text(member.name)])
    try connection.execute(
      "INSERT INTO user_role (login, role) VALUES (?, 'judge') ON CONFLICT DO NOTHING",
      [.text(member.login)])
  }

  private func addEntries(to id: Identifier<Competition>) throws {
    let secretary = acting("thu", .secretary, at: contest.deadline.day.at(hour: 15))
    var contents: [EntryContent] = []
    for code in contest.ventures {
      let found = try connection.first(
        "SELECT id FROM venture WHERE code_key = ?", [.text(TextFolding.fold(code.string))]
      ) { Identifier<Venture>(bytes: $0.blob(0)) }
      guard let venture = found ?? nil else { throw StorageError.notFound(entity: "venture") }
      let content = try VentureReading.venture(venture, on: connection).content
      contents.append(
        EntryContent(
          title: content.title, board: DemoContest.board(of: content.kind),
          organisation: content.organisation, leader: content.representative, venture: venture,
          summary: content.summary))
    }
    let ids = try secretary.addEntries(contents, to: id).ids
    for (place, entry) in ids.enumerated() { ventures[place] = entry }
    _ = try secretary.setEligibility(.eligible, reason: "Đủ hồ sơ theo thể lệ", of: ids)
  }

  // MARK: - A round

  /// Plays a round; the entries that go on.
  private func play(
    _ place: Int, of id: Identifier<Competition>, entries: [Identifier<Entry>]
  ) throws -> [Identifier<Entry>] {
    let stage = contest.stages[place]
    let day = stage.content.heldOn ?? contest.deadline.day
    let organiser = acting("son", .organiser, at: day.adding(days: -3).at(hour: 9))
    let round = try organiser.addRound(stage.content, rules: stage.rules, to: id).id
    _ = try organiser.admit(entries, to: round)
    let panel = stage.judges.compactMap { judges[$0] }
    _ = try organiser.seat(panel.map { Seat($0) }, in: round)
    try settleConflicts(in: round, at: day.adding(days: -2).at(hour: 14))
    _ = try organiser.assign(
      AssignmentSettings(panelSize: stage.panelSize, seed: stage.seed), in: round)
    _ = try organiser.draw(
      seed: stage.seed, in: round,
      ifVersion: try ContestReading.round(round, on: connection).version)
    for judge in contest.members {
      guard let seat = judges[judge.code], panel.contains(seat) else { continue }
      let own = acting(judge.login, .judge, at: day.at(hour: 7, minute: 40))
      _ = try own.declareComplete(seat, in: round)
    }
    try move(round, to: .open, "son", .organiser, at: day.at(hour: 8))
    try score(round, place, stage, from: day.at(hour: 8, minute: 5))
    if stage.state < .closed { return [] }
    return try finish(round, day)
  }

  private func settleConflicts(in round: Identifier<Round>, at now: Timestamp) throws {
    let secretary = acting("thu", .secretary, at: now)
    for conflict in try RoundReading.conflicts(in: round, on: connection) {
      var conflict = conflict
      conflict.status = .confirmed
      _ = try secretary.declare(conflict, in: round)
    }
  }

  private func move(
    _ round: Identifier<Round>, to state: RoundState, _ login: String, _ role: UserRole,
    at now: Timestamp
  ) throws {
    _ = try acting(login, role, at: now).move(
      round, to: state, accepting: false, reason: .empty,
      ifVersion: try ContestReading.round(round, on: connection).version)
  }

  private func finish(
    _ round: Identifier<Round>, _ day: LocalDate
  ) throws -> [Identifier<Entry>] {
    try move(round, to: .closed, "son", .organiser, at: day.at(hour: 16))
    try move(round, to: .verified, "thu", .secretary, at: day.at(hour: 16, minute: 20))
    for (login, role, capacity, minute) in [
      (DemoSeason.supervisor, UserRole.supervisor, "Chủ tịch hội đồng" as SafeText, 30),
      ("son", .organiser, "Trưởng ban tổ chức", 35),
    ] {
      _ = try acting(login, role, at: day.at(hour: 16, minute: minute))
        .sign(round, capacity: capacity)
    }
    try move(
      round, to: .published, DemoSeason.supervisor, .supervisor, at: day.at(hour: 17))
    let codes = try RoundReading.verdict(of: round, on: connection)?.verdict.result.rows
      .filter(\.advances).map(\.entry)
    let known = Set(codes ?? [])
    return try RoundReading.entries(of: round, on: connection)
      .filter { known.contains($0.code) }.map(\.entry)
  }

  // MARK: - Scores

  /// The rows of the scores, by table.
  private struct Rows {
    var events: [[SQLValue]] = []
    var cells: [[SQLValue]] = []
    var sheets: [[SQLValue]] = []
  }

  private func score(
    _ round: Identifier<Round>, _ number: Int, _ stage: DemoContest.Stage, from start: Timestamp
  ) throws {
    let assigned = try RoundReading.assigned(in: round, on: connection).sorted()
    let places = Dictionary(uniqueKeysWithValues: ventures.map { ($1, $0) })
    var ids = IdentifierSource(random: session.random)
    var rows = Rows()
    for (judgePlace, member) in contest.members.enumerated() {
      guard let judge = judges[member.code] else { continue }
      var full: [Identifier<Entry>] = []
      var now = start.milliseconds
      for place in assigned where place.judge == judge {
        guard let entry = places[place.entry] else { continue }
        let scores = contest.scores(entry: entry, judge: judgePlace, round: number)
        for criterion in stage.rules.criteria {
          guard let hundredths = scores[criterion.code] else { continue }
          now += 9_000
          add(
            .value(criterion: criterion.code, hundredths: hundredths),
            ids.next(at: Timestamp(milliseconds: now)), place, round, member.login, now, &rows)
        }
        if !scores.isEmpty {
          rows.sheets.append(
            ScoreWriting.key(place, round) + [.integer(Int64(now))])
        }
        if scores.count == stage.rules.criteria.count { full.append(place.entry) }
      }
      try store(&rows)
      if stage.state >= .closed, !full.isEmpty {
        let context = context(member.login, .judge, at: Timestamp(milliseconds: now + 60_000))
        _ = try SealWriting(context).seal(full, of: judge, in: round)
      }
    }
    try context("thu", .secretary, at: start).touch(.scores)
  }

  private func add(
    _ kind: ScoreEvent.Kind, _ id: Identifier<ScoreEvent>, _ place: SheetPlace,
    _ round: Identifier<Round>, _ login: String, _ now: Int64, _ rows: inout Rows
  ) {
    let columns = kind.columns
    let key = ScoreWriting.key(place, round)
    rows.events.append(
      key + [
        .text(columns.name), .text(columns.criterion), .integer(columns.number), .id(id),
        .integer(now), .integer(now), .text(login),
      ])
    rows.cells.append(
      key + [.text(kind.slot), .integer(columns.number), .integer(now), .id(id)])
  }

  private func store(_ rows: inout Rows) throws {
    try connection.executeMany(
      """
      INSERT INTO score_event (round, entry, judge, sheet_version, step, criterion, value, text,
        late, client_event, typed_at, recorded_at, actor, device, source)
      VALUES (?, ?, ?, 1, ?, ?, ?, '', 0, ?, ?, ?, ?, '', 'screen')
      """, rows.events)
    try connection.executeMany(
      """
      INSERT INTO score_cell (round, entry, judge, slot, value, text, typed_at, client_event)
      VALUES (?, ?, ?, ?, ?, '', ?, ?)
      """, rows.cells)
    try connection.executeMany(
      """
      INSERT INTO score_sheet (round, entry, judge, version, sealed_at, saved_at)
      VALUES (?, ?, ?, 1, NULL, ?)
      """, rows.sheets)
    rows = Rows()
  }
}
