import Incubation

/// Contests over a database.
struct SQLCompetitionStore: CompetitionPort {
  let database: any SQLDatabase

  private func read<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let user = session.user
    return try await database.read { connection in
      guard user.may(.viewCompetitions) else {
        throw StorageError.notAllowed(.viewCompetitions, login: user.login)
      }
      return try body(connection)
    }
  }

  private func write<T: Sendable>(
    _ session: Session, _ body: @escaping @Sendable (ContestWriting) throws -> T
  ) async throws -> T {
    try await database.write { try body(ContestWriting(WriteContext($0, session))) }
  }

  func competitions(by session: Session) async throws -> [CompetitionSummary] {
    let login = session.user.login
    return try await read(session) { connection in
      try ContestReading.competitions(where: "1 = 1", [], on: connection).map { competition in
        let id = competition.id
        func count(_ table: String) throws -> Int {
          try connection.first(
            "SELECT COUNT(*) FROM \(table) WHERE competition = ? AND deleted = 0", [.id(id)]
          ) { Int($0.integer(0)) } ?? 0
        }
        return CompetitionSummary(
          competition: competition,
          rounds: try ContestReading.rounds(
            where: "competition = ?", [.id(id)], on: connection),
          entryCount: try count("contest_entry"), judgeCount: try count("contest_judge"),
          deadline: try ContestReading.deadlines(of: id, on: connection).last,
          ownJudge: try ContestReading.ownJudge(login, of: id, on: connection))
      }
    }
  }

  func competition(
    _ id: Identifier<Competition>, by session: Session
  ) async throws -> CompetitionRecord {
    let user = session.user
    return try await read(session) { connection in
      let rounds = try ContestReading.rounds(where: "competition = ?", [.id(id)], on: connection)
      var entries = try ContestReading.entries(
        where: "competition = ?", [.id(id)], on: connection)
      let hidden = try Self.hiddenEntries(rounds, user, connection)
      for index in entries.indices where hidden.contains(entries[index].id) {
        entries[index].content.title = .empty
        entries[index].content.organisation = .empty
        entries[index].content.leader = .empty
        entries[index].content.summary = .empty
        entries[index].content.venture = nil
      }
      return CompetitionRecord(
        competition: try ContestReading.competition(id, on: connection),
        deadlines: try ContestReading.deadlines(of: id, on: connection), rounds: rounds,
        entries: entries,
        judges: try ContestReading.judges(where: "competition = ?", [.id(id)], on: connection))
    }
  }

  /// Entries of blind rounds that the user judges, or may not see whole: the list of the contest
  /// must not tell which name belongs to which code.
  private static func hiddenEntries(
    _ rounds: [Round], _ user: User, _ connection: any SQLConnection
  ) throws -> Set<Identifier<Entry>> {
    var hidden: Set<Identifier<Entry>> = []
    for round in rounds where round.content.isBlind && round.state < .published {
      let judges = try RoundReading.judges(of: round.id, on: connection)
      let isJudge = judges.contains { $0.login == user.login }
      if isJudge || !user.may(.viewScores) {
        hidden.formUnion(
          try RoundReading.entries(of: round.id, on: connection).map(\.entry))
      }
    }
    return hidden
  }

  func findRound(_ name: String, by session: Session) async throws -> Identifier<Round>? {
    try await read(session) { connection in
      let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
      if parts.count == 1 {
        guard let id = Identifier<Round>(name) else { return nil }
        return try ContestReading.rounds(where: "id = ?", [.id(id)], on: connection).first?.id
      }
      let competition = try ContestReading.competitions(
        where: "code_key = ?", [.text(TextFolding.fold(parts[0]))], on: connection
      ).first
      guard let competition else { return nil }
      return try ContestReading.rounds(
        where: "competition = ?", [.id(competition.id)], on: connection
      ).first { TextFolding.fold($0.content.code) == TextFolding.fold(parts[1]) }?.id
    }
  }

  func create(
    _ content: CompetitionContent, by session: Session
  ) async throws -> (id: Identifier<Competition>, receipt: ChangeReceipt) {
    try await write(session) { try $0.create(content) }
  }

  func update(
    _ id: Identifier<Competition>, to content: CompetitionContent, ifVersion: Int,
    by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.update(id, to: content, ifVersion: ifVersion) }
  }

  func setDeadline(
    _ deadline: EntryDeadline, of id: Identifier<Competition>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.setDeadline(deadline, of: id) }
  }

  func addRound(
    _ content: RoundContent, rules: RoundRules, to id: Identifier<Competition>,
    by session: Session
  ) async throws -> (id: Identifier<Round>, receipt: ChangeReceipt) {
    try await write(session) { try $0.addRound(content, rules: rules, to: id) }
  }

  func updateRound(
    _ id: Identifier<Round>, to content: RoundContent, ifVersion: Int, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.updateRound(id, to: content, ifVersion: ifVersion) }
  }

  func changeRules(
    _ rules: RoundRules, of id: Identifier<Round>, reason: SafeText, ifVersion: Int,
    by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) {
      try $0.changeRules(rules, of: id, reason: reason, ifVersion: ifVersion)
    }
  }

  func approveRules(
    _ number: Int, of id: Identifier<Round>, ifVersion: Int, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.approveRules(number, of: id, ifVersion: ifVersion) }
  }

  func rulesVersions(
    of id: Identifier<Round>, by session: Session
  ) async throws -> [RulesVersion] {
    try await read(session) { try RoundReading.versions(of: id, on: $0) }
  }

  func addEntries(
    _ entries: [EntryContent], to id: Identifier<Competition>, by session: Session
  ) async throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt) {
    try await write(session) { try $0.addEntries(entries, to: id) }
  }

  func enter(
    _ ventures: [Identifier<Venture>], board: String, in id: Identifier<Competition>,
    by session: Session
  ) async throws -> (ids: [Identifier<Entry>], receipt: ChangeReceipt) {
    try await write(session) { try $0.enter(ventures, board: board, in: id) }
  }

  func updateEntry(
    _ id: Identifier<Entry>, to content: EntryContent, ifVersion: Int, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.updateEntry(id, to: content, ifVersion: ifVersion) }
  }

  func setEligibility(
    _ eligibility: Entry.Eligibility, reason: SafeText, of ids: [Identifier<Entry>],
    by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.setEligibility(eligibility, reason: reason, of: ids) }
  }

  func setWithdrawn(
    _ isWithdrawn: Bool, reason: SafeText, of id: Identifier<Entry>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.setWithdrawn(isWithdrawn, reason: reason, of: id) }
  }

  func duplicates(
    of id: Identifier<Competition>, by session: Session
  ) async throws -> [EntryDuplicate] {
    let user = session.user
    return try await read(session) { connection in
      guard user.may(.runCompetitions) else {
        throw StorageError.notAllowed(.runCompetitions, login: user.login)
      }
      return try connection.rows(
        """
        SELECT e.id, e.code, e.title, c.code, o.code
        FROM contest_entry e JOIN contest_entry o
          ON o.competition <> e.competition AND o.deleted = 0
            AND (o.title_key = e.title_key OR o.venture = e.venture)
          JOIN competition c ON c.id = o.competition AND c.deleted = 0
        WHERE e.competition = ? AND e.deleted = 0 ORDER BY e.code, c.code, o.code
        """, [.id(id)]
      ) { row in
        var reader = RowReader(row)
        return EntryDuplicate(
          entry: try reader.id(), code: reader.string(), title: reader.safe(),
          otherCompetition: reader.string(), otherCode: reader.string())
      }
    }
  }

  func admit(
    _ entries: [Identifier<Entry>], to id: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.admit(entries, to: id) }
  }

  func setEntry(
    _ id: Identifier<Entry>, multiplier: Rational, decision: Int?, isCalibration: Bool,
    in round: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) {
      try $0.setEntry(
        id, multiplier: multiplier, decision: decision, isCalibration: isCalibration, in: round)
    }
  }

  func addJudge(
    _ judge: JudgeContent, to id: Identifier<Competition>, by session: Session
  ) async throws -> (id: Identifier<Judge>, receipt: ChangeReceipt) {
    try await write(session) { try $0.addJudge(judge, to: id) }
  }

  func seat(
    _ judges: [Seat], in id: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.seat(judges, in: id) }
  }

  func setPresence(
    _ isPresent: Bool, of judge: Identifier<Judge>, in id: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.setPresence(isPresent, of: judge, in: id) }
  }

  func substitute(
    _ judge: Identifier<Judge>, with other: Identifier<Judge>, in id: Identifier<Round>,
    by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.substitute(judge, with: other, in: id) }
  }

  func declare(
    _ conflict: ConflictOfInterest, in id: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.declare(conflict, in: id) }
  }

  func declareComplete(
    _ judge: Identifier<Judge>, in id: Identifier<Round>, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.declareComplete(judge, in: id) }
  }

  func assign(
    _ settings: AssignmentSettings, in id: Identifier<Round>, by session: Session
  ) async throws -> (plan: AssignmentPlan, receipt: ChangeReceipt) {
    try await write(session) { try $0.assign(settings, in: id) }
  }

  func draw(
    seed: UInt64, in id: Identifier<Round>, ifVersion: Int, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.draw(seed: seed, in: id, ifVersion: ifVersion) }
  }

  func obstacles(
    to state: RoundState, of id: Identifier<Round>, by session: Session
  ) async throws -> [RoundObstacle] {
    let user = session.user
    return try await read(session) { connection in
      let snapshot = try RoundReading.whole(id, on: connection)
      guard let edge = RoundEdge.between(snapshot.round.state, state) else {
        throw StorageError.contestRefused(.noWay(snapshot.round.state, state))
      }
      // The list names sheets that are missing: more than a judge may know.
      guard user.may(edge.permission) else {
        throw StorageError.notAllowed(edge.permission, login: user.login)
      }
      guard try RoundReading.sight(of: snapshot, for: user) == .everything else {
        throw StorageError.contestRefused(.hidden)
      }
      return try ContestWriting.obstacles(to: edge, of: snapshot, on: connection)
    }
  }

  func move(
    _ id: Identifier<Round>, to state: RoundState, accepting: Bool, reason: SafeText,
    ifVersion: Int, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) {
      try $0.move(id, to: state, accepting: accepting, reason: reason, ifVersion: ifVersion)
    }
  }

  func sign(
    _ id: Identifier<Round>, capacity: SafeText, by session: Session
  ) async throws -> ChangeReceipt {
    try await write(session) { try $0.sign(id, capacity: capacity) }
  }

  func setStage(
    _ stage: StageCall, of id: Identifier<Round>, by session: Session
  ) async throws {
    try await write(session) { try $0.setStage(stage, of: id) }
  }

  func setReveal(_ step: Int?, of id: Identifier<Round>, by session: Session) async throws {
    try await write(session) { try $0.setReveal(step, of: id) }
  }

  func reveal(of id: Identifier<Round>, by session: Session) async throws -> RevealView {
    let user = session.user
    return try await read(session) { try RevealReading.view(of: id, for: user, on: $0) }
  }
}
