import Incubation

/// Queries about agreements, partners and connections, inside a transaction.
enum PartnershipReading {
  /// Open connections by partner.
  static func load(on connection: any SQLConnection) throws -> [Identifier<Partner>: Int] {
    var load: [Identifier<Partner>: Int] = [:]
    try connection.forEachRow(
      """
      SELECT parent, COUNT(*) FROM programme_record
      WHERE kind = 'connection' AND deleted_at IS NULL AND state NOT IN ('agreed', 'declined')
      GROUP BY parent
      """, []
    ) { row in
      if let id = Identifier<Partner>(bytes: row.blob(0)) { load[id] = Int(row.integer(1)) }
    }
    return load
  }

  static func partners(on connection: any SQLConnection) throws -> [Partner] {
    try ProgrammeReading.rows(.partner, on: connection).map(PartnershipColumns.partner)
  }

  /// Connections, the latest first; of one venture, or of all.
  static func connections(
    of venture: Identifier<Venture>?, on connection: any SQLConnection
  ) throws -> [Connection] {
    let columns = ProgrammeRow.columns.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns), v.title, p.title, p.state FROM programme_record r
      JOIN venture v ON v.id = r.venture JOIN programme_record p ON p.id = r.parent
      WHERE r.kind = 'connection' AND r.deleted_at IS NULL AND (? = 1 OR r.venture = ?)
      ORDER BY r.state_day DESC, r.code_key DESC
      """, [.integer(venture == nil ? 1 : 0), .blob(venture?.bytes ?? [])]
    ) { row in
      let count = ProgrammeRow.columns.count
      return try PartnershipColumns.connection(
        ProgrammeRow(row),
        names: (
          SafeText(escaping: row.text(count)), SafeText(escaping: row.text(count + 1)),
          row.text(count + 2)
        ))
    }
  }

  static func matches(
    for venture: Identifier<Venture>, on connection: any SQLConnection
  ) throws -> [PartnerMatch] {
    let columns = (VentureColumns.head + VentureColumns.content).joined(separator: ", ")
    let found = try connection.first(
      "SELECT \(columns) FROM venture WHERE id = ? AND deleted = 0", [.id(venture)],
      VentureColumns.venture)
    guard let found else { throw StorageError.notFound(entity: "venture") }
    let earlier = try connections(of: venture, on: connection)
      .filter { $0.step != .declined }.map(\.partner)
    return PartnerMatch.rank(
      try partners(on: connection), for: found.content, load: try load(on: connection),
      earlier: Set(earlier))
  }

  static func agreement(
    _ id: Identifier<Agreement>, on connection: any SQLConnection
  ) throws -> AgreementRecord {
    let row = try ProgrammeReading.row(id.bytes, .agreement, on: connection)
    let agreement = try PartnershipColumns.agreement(row)
    var chain: [SafeText] = []
    var next = row.parent
    while let earlier = next, chain.count < 100 {
      let found = try ProgrammeReading.row(earlier, .agreement, deletedToo: true, on: connection)
      chain.append(found.code)
      next = found.parent
    }
    let departments = try ProgrammeReading.departments(on: connection)
    return AgreementRecord(
      agreement: agreement,
      partyNames: agreement.content.parties.map { departments[$0.organisation] ?? [] },
      reviews: try ProgrammeReading.facts(of: id.bytes, .review, on: connection)
        .filter { !$0.isCancelled }.map(PartnershipColumns.review), renewed: chain)
  }

  /// How the aims of an agreement stand: for each item those of its years that have begun.
  static func progress(
    of id: Identifier<Agreement>, _ question: IndicatorQuestion, calendar: WorkingDays,
    on connection: any SQLConnection
  ) throws -> [[TargetProgress]] {
    let agreement = try PartnershipColumns.agreement(
      ProgrammeReading.row(id.bytes, .agreement, on: connection))
    let reading = IndicatorReading(connection: connection, calendar: calendar)
    let parties = agreement.content.parties.map(\.organisation)
    return try agreement.content.items.enumerated().map { place, item in
      try item.targets.compactMap { target in
        guard let first = LocalDate(year: target.year, month: 1, day: 1),
          let last = LocalDate(year: target.year, month: 12, day: 31),
          let indicator = Indicator.named(target.indicator)
        else { return nil }
        var period = question
        period.from = first
        period.asOf = min(last, question.asOf)
        guard period.asOf >= first else {
          return TargetProgress(
            target: target, done: 0, shares: parties.map { _ in 0 }, evidence: [])
        }
        let records = try reading.records(behind: indicator, period)
          .filter { $0.item == nil || $0.item == place + 1 }.map(\.record)
        return TargetProgress(
          target: target, done: records.reduce(0) { $0 + $1.amount },
          shares: records.shares(of: parties), evidence: records)
      }
    }
  }
}
