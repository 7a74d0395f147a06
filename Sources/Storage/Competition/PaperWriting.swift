import Incubation

/// Paper sheets, keyed twice by two people, inside a transaction.
struct PaperWriting {
  let context: WriteContext
  private var connection: any SQLConnection { context.connection }

  func key(_ paper: PaperKeying, in id: Identifier<Round>) throws -> PaperOutcome {
    try context.require(.runCompetitions)
    let login = context.session.user.login
    let scores = ScoreWriting(context)
    guard let desk = try scores.desk(id, { $0.judge == paper.judge }) else {
      throw StorageError.notFound(entity: "judge")
    }
    guard desk.round.state.takesScores else {
      throw StorageError.contestRefused(.wrongState(desk.round.state))
    }
    let code = desk.entries[paper.entry] ?? "?"
    for (criterion, hundredths) in paper.scores.sorted(by: { $0.key < $1.key }) {
      if let refusal = desk.rules.refusal(of: hundredths, for: criterion) {
        throw StorageError.contestRefused(refusal)
      }
    }
    guard paper.addsUp(desk.rules.criteria) else {
      throw StorageError.contestRefused(.checksum(code))
    }
    var mine = paper
    mine.keyedBy = login
    // The sheet is held first, so that two people who key at once see each other.
    let place = SheetPlace(entry: paper.entry, judge: paper.judge)
    if try scores.lockedSheet(place, in: id).sealedAt != nil {
      throw StorageError.contestRefused(.sealed(code))
    }
    try insert(mine, in: id)
    guard let other = try latest(place, in: id, notBy: login) else { return .waitsForSecond }
    let differences = other.differences(from: mine, desk.rules.criteria)
    if !differences.isEmpty { return .differs(differences) }
    try enter(mine, desk, scores)
    return .entered
  }

  private func insert(_ paper: PaperKeying, in id: Identifier<Round>) throws {
    let fields = paper.scores.mapValues { JSONValue.integer(Int64($0)) }
    try connection.execute(
      """
      INSERT INTO paper_keying (round, entry, judge, keyed_by, keyed_at, scores, checksum, settled)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0)
      """,
      [
        .id(id), .id(paper.entry), .id(paper.judge), .text(paper.keyedBy),
        .integer(context.now.milliseconds), .text(CanonicalJSON.write(fields)),
        .integer(paper.checksum),
      ])
  }

  /// The last keying of the sheet by somebody else that is not settled.
  private func latest(
    _ place: SheetPlace, in id: Identifier<Round>, notBy login: String
  ) throws -> PaperKeying? {
    try connection.first(
      """
      SELECT scores, checksum, keyed_by FROM paper_keying
      WHERE round = ? AND entry = ? AND judge = ? AND keyed_by <> ? AND settled = 0
      ORDER BY number DESC LIMIT 1
      """, ScoreWriting.key(place, id) + [.text(login)]
    ) { row in
      var reader = RowReader(row)
      var scores: [String: Int] = [:]
      for (code, value) in try CanonicalJSON.read(reader.string()) {
        if case .integer(let number) = value { scores[code] = Int(number) }
      }
      return PaperKeying(
        entry: place.entry, judge: place.judge, scores: scores, checksum: reader.optionalInt(),
        keyedBy: reader.string())
    }
  }

  private func enter(
    _ paper: PaperKeying, _ desk: ScoreWriting.Desk, _ scores: ScoreWriting
  ) throws {
    for criterion in desk.rules.criteria {
      let event = ScoreEvent(
        id: context.newID(), round: desk.round.id, entry: paper.entry, judge: paper.judge,
        kind: .value(criterion: criterion.code, hundredths: paper.scores[criterion.code]),
        typedAt: context.now)
      if case .refused(let refusal) = try scores.record(event, desk, source: .paper) {
        throw StorageError.contestRefused(refusal)
      }
    }
    try connection.execute(
      "UPDATE paper_keying SET settled = 1 WHERE round = ? AND entry = ? AND judge = ?",
      ScoreWriting.key(SheetPlace(entry: paper.entry, judge: paper.judge), desk.round.id))
    try context.touch(.scores)
  }
}
