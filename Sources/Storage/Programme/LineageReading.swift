import Incubation

/// Gathers the line of a venture, inside a transaction.
struct LineageReading {
  let connection: any SQLConnection
  private typealias Entry = Lineage.Entry

  func lineage(of id: Identifier<Venture>) throws -> Lineage {
    let columns = (VentureColumns.head + VentureColumns.content).joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM venture WHERE id = ? AND deleted = 0", [.id(id)],
      VentureColumns.venture)
    guard let venture = found else { throw StorageError.notFound(entity: "venture") }
    let content = venture.content
    let entries =
      try discovery(content) + stages(id) + contests(id) + courses(id) + programme(id)
      + tasks(id) + money(id)
    return Lineage(
      code: venture.code, title: content.title,
      owner: content.organisation.isBlank ? content.representative : content.organisation,
      entries: entries)
  }

  private func discovery(_ content: VentureContent) -> [Entry] {
    guard let day = content.foundOn else { return [] }
    let unknown = Bilingual(vietnamese: "Chưa rõ nguồn", english: "Source unknown")
    return [
      Entry(
        on: day, .found, content.sourceKind?.labels ?? unknown, title: content.sourceName,
        note: content.place)
    ]
  }

  private func stages(_ id: Identifier<Venture>) throws -> [Entry] {
    let pipelines = try CatalogueReading.pipelines(on: connection)
    return try connection.rows(
      """
      SELECT m.kind, m.to_stage, m.moved_at, m.reason, v.pipeline FROM stage_move m
      JOIN venture v ON v.id = m.venture
      WHERE m.venture = ? AND m.kind <> 'cancelled' AND m.id NOT IN (
        SELECT c.cancels FROM stage_move c WHERE c.venture = ? AND c.cancels IS NOT NULL)
      ORDER BY m.position
      """, [.id(id), .id(id)]
    ) { row in
      var reader = RowReader(row)
      let kind: StageMove.Kind = try reader.choice()
      let (stage, moment) = (reader.string(), Timestamp(milliseconds: reader.int64()))
      let reason = reader.safe()
      let code = reader.string()
      let pipeline = pipelines.first { $0.code == code }
      let title = pipeline?.stages.first { $0.code == stage }?.title(.vietnamese) ?? .empty
      return Entry(on: moment.localDate, .stage, kind.labels, title: title, note: reason)
    }
  }

  /// Every round that an entry of the venture was in, with the published place.
  private func contests(_ id: Identifier<Venture>) throws -> [Entry] {
    let rounds = try connection.rows(
      """
      SELECT r.id, r.title_vi, r.title_en, r.state, e.code, c.title_vi, COALESCE(r.held_day,
          (SELECT MAX(d.day) FROM competition_deadline d WHERE d.competition = c.id), 0)
      FROM contest_entry e JOIN competition c ON c.id = e.competition
      JOIN round_entry x ON x.entry = e.id JOIN contest_round r ON r.id = x.round
      WHERE e.venture = ? AND e.deleted = 0 AND c.deleted = 0 AND r.deleted = 0
      ORDER BY r.held_day, r.position
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let round: Identifier<Round> = try reader.id()
      let title = Bilingual(vietnamese: reader.safe(), english: reader.safe())
      let state = reader.string()
      let entry = Entry(
        on: LocalDate(dayNumber: 0), .contest, title, code: reader.safe(), title: reader.safe())
      return (round, state, entry, reader.day())
    }
    return try rounds.map { round, state, entry, day in
      var entry = entry
      entry.day = day
      guard state == "published" || state == "archived",
        let row = try RoundReading.verdict(of: round, on: connection)?.verdict.result.rows
          .first(where: { $0.entry == entry.code.string })
      else { return entry }
      if let rank = row.rank {
        entry.what = Self.text(
          "\(entry.what.vietnamese), hạng \(rank)", "\(entry.what.english), place \(rank)")
      }
      entry.note = SafeText(
        escaping: [row.total, row.award].filter { !$0.isEmpty }.joined(separator: ", "))
      return entry
    }
  }

  private static func text(_ vietnamese: String, _ english: String) -> Bilingual {
    Bilingual(vietnamese: SafeText(escaping: vietnamese), english: SafeText(escaping: english))
  }

  /// Courses that its founder, its members or its organisation's people took; without names.
  private func courses(_ id: Identifier<Venture>) throws -> [Entry] {
    try connection.rows(
      """
      SELECT c.code, c.title, e.state, MIN(s.start_minute), COUNT(DISTINCT e.id)
      FROM enrolment e JOIN course c ON c.id = e.course
      JOIN venture v ON v.id = ?
      JOIN course_session s ON s.course = c.id AND s.deleted = 0
      LEFT JOIN organisation o ON o.id = v.organisation
      WHERE e.deleted = 0 AND c.deleted = 0 AND e.state IN ('registered', 'approved', 'attended')
        AND (e.person = v.representative OR e.unit_key = o.name_key OR e.person IN (
          SELECT m.person FROM venture_member m WHERE m.venture = v.id))
      GROUP BY c.code, c.title, e.state ORDER BY MIN(s.start_minute), c.code
      """, [.id(id)]
    ) { row in
      var reader = RowReader(row)
      let (code, title) = (reader.safe(), reader.safe())
      let state: Enrolment.State = try reader.choice()
      let day = LocalMoment(minutes: reader.int()).day
      let people = reader.int()
      return Entry(
        on: day, .course,
        Self.text(
          "\(state.label(.vietnamese)), \(people) người",
          "\(state.label(.english)), \(people) of them"), code: code, title: title)
    }
  }

  private func programme(_ id: Identifier<Venture>) throws -> [Entry] {
    var entries: [Entry] = []
    for row in try ProgrammeReading.rows(.support, of: id, on: connection) {
      entries.append(support(try PartnershipColumns.support(row)))
    }
    for held in try PartnershipReading.connections(of: id, on: connection) {
      let steps = try ProgrammeReading.facts(of: held.id.bytes, .step, on: connection)
      for fact in steps where !fact.isCancelled {
        let step = try PartnershipColumns.step(fact)
        entries.append(
          Entry(
            on: step.day, .connection, step.step.labels, code: held.code,
            title: held.partnerName, note: step.note, amount: step.amount))
      }
    }
    for row in try ProgrammeReading.rows(.application, of: id, on: connection) {
      let application = try ProgrammeColumns.application(row)
      entries.append(
        Entry(
          on: application.day, .application, application.state.labels, code: application.code,
          title: application.title, amount: application.amount))
    }
    for row in try ProgrammeReading.rows(.round, of: id, on: connection) {
      let round = try PartnershipColumns.round(row)
      let investors = round.investors.map(\.string).joined(separator: ", ")
      entries.append(
        Entry(
          on: round.day, .round,
          Bilingual(vietnamese: "Chốt vòng gọi vốn", english: "Round closed"), code: round.code,
          title: round.title, note: SafeText(escaping: investors), amount: round.amount))
    }
    return entries
  }

  private func support(_ support: EnterpriseSupport) -> Entry {
    let content = support.content
    let change =
      content.before.isBlank ? "" : "\(content.measure): \(content.before) → \(content.after)"
    let test = [content.laboratory.string, content.standard.string, content.result.string]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let made = content.prototypes > 0 ? " (\(content.prototypes))" : ""
    let note = [change, test].filter { !$0.isEmpty }.joined(separator: "; ")
    let kind = SupportKind(rawValue: content.kind.string)
    return Entry(
      on: content.day, .support,
      Self.text(
        (kind?.label(.vietnamese) ?? content.kind.string) + made,
        (kind?.label(.english) ?? content.kind.string) + made), code: support.code,
      title: content.title, note: SafeText(escaping: note), amount: content.supported)
  }

  private func tasks(_ id: Identifier<Venture>) throws -> [Entry] {
    let regimes = try ProgrammeReading.regimes(on: connection)
    return try ProgrammeReading.rows(.task, of: id, on: connection).flatMap { row in
      let content = ProgrammeColumns.taskContent(row)
      let regime = regimes.first { $0.code == content.regime }
      let moves = try ProgrammeReading.facts(of: row.id, .move, on: connection)
        .filter { !$0.isCancelled }.map(ProgrammeColumns.move)
      return moves.map { move in
        var what = regime?.state(move.to)?.title ?? Bilingual(vietnamese: "?", english: "?")
        if move.kind == .extend { what = TaskTransition.Kind.extend.labels }
        let note = [move.document.string, move.reason.string].filter { !$0.isEmpty }
          .joined(separator: ": ")
        return Entry(
          on: move.day, .task, what, code: row.code, title: content.title,
          note: SafeText(escaping: note))
      }
    }
  }

  private func money(_ id: Identifier<Venture>) throws -> [Entry] {
    try MoneyReading.ledger(LedgerFilter(), of: id, on: connection).map { line in
      Entry(
        on: line.entry.day, .money, line.entry.kind.labels, code: line.commitment,
        title: line.source, note: line.entry.document, amount: line.entry.amount)
    }
  }
}
