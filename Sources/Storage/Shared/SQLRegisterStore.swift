import Incubation

/// Registers over a database.
struct SQLRegisterStore: RegisterPort {
  let database: any SQLDatabase

  func next(
    _ key: RegisterKey, for subject: SafeText, on day: LocalDate, from first: Int?,
    by session: Session
  ) async throws -> RegisterEntry {
    try Self.checked { () throws(RegisterRefusal) in
      try RegisterRules.check(key, day: day, subject: subject)
    }
    return try await database.write { connection in
      let context = WriteContext(connection, session)
      try context.require(.issueNumbers)
      let number = try Self.take(key, from: first, on: connection)
      let entry = RegisterEntry(
        key: key, number: number, day: day, subject: subject, actor: session.user.login,
        takenAt: context.now)
      try connection.execute(
        """
        INSERT INTO register_entry (agency, kind, year, number, day, subject, actor, taken_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Self.values(key) + [
          .integer(number), .integer(day.dayNumber), .text(subject), .text(entry.actor),
          .integer(context.now.milliseconds),
        ])
      try Self.record(.created, entry, reason: .empty, context)
      return entry
    }
  }

  func entries(_ key: RegisterKey) async throws -> [RegisterEntry] {
    try await database.read { try Self.entries(key, number: nil, on: $0) }
  }

  func void(
    _ number: Int, in key: RegisterKey, reason: SafeText, by session: Session
  ) async throws -> RegisterEntry {
    try await database.write { connection in
      let context = WriteContext(connection, session)
      try context.require(.issueNumbers)
      // Two people must not void one number with two reasons: the topic's row is held first.
      try context.touch(.registers)
      guard let entry = try Self.entries(key, number: number, on: connection).first else {
        let reference = key.kind.reference(number, agency: key.agency)
        throw StorageError.registerRefused(.unknown(reference))
      }
      try Self.checked { () throws(RegisterRefusal) in
        try RegisterRules.checkVoiding(entry, reason: reason)
      }
      try connection.execute(
        """
        INSERT INTO register_void (agency, kind, year, number, reason, actor, voided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        Self.values(key) + [
          .integer(number), .text(reason), .text(session.user.login),
          .integer(context.now.milliseconds),
        ])
      try Self.record(.edited, entry, reason: reason, context)
      return try Self.entries(key, number: number, on: connection).first ?? entry
    }
  }

  /// Raises the counter. Its row is held until the end of the transaction, so that nobody else
  /// can get the same number, and a transaction that fails gives it back.
  private static func take(
    _ key: RegisterKey, from first: Int?, on connection: any SQLConnection
  ) throws -> Int {
    try connection.execute(
      """
      INSERT INTO register_counter (agency, kind, year, last) VALUES (?, ?, ?, 0)
      ON CONFLICT (agency, kind, year) DO UPDATE SET last = register_counter.last
      """, values(key))
    let last = try connection.first(
      "SELECT last FROM register_counter WHERE agency = ? AND kind = ? AND year = ?", values(key)
    ) { Int($0.integer(0)) }
    let number = try checked { () throws(RegisterRefusal) in
      try RegisterRules.next(after: last ?? 0, from: first)
    }
    try connection.execute(
      "UPDATE register_counter SET last = ? WHERE agency = ? AND kind = ? AND year = ?",
      [.integer(number)] + values(key))
    return number
  }

  private static func entries(
    _ key: RegisterKey, number: Int?, on connection: any SQLConnection
  ) throws -> [RegisterEntry] {
    try connection.rows(
      """
      SELECT e.number, e.day, e.subject, e.actor, e.taken_at, v.reason, v.actor, v.voided_at
      FROM register_entry e LEFT JOIN register_void v ON v.agency = e.agency AND v.kind = e.kind
        AND v.year = e.year AND v.number = e.number
      WHERE e.agency = ? AND e.kind = ? AND e.year = ? AND e.number BETWEEN ? AND ?
      ORDER BY e.number
      """,
      values(key) + [.integer(number ?? 1), .integer(number ?? Int(Int32.max))]
    ) { row in
      RegisterEntry(
        key: key, number: Int(row.integer(0)), day: LocalDate(dayNumber: Int(row.integer(1))),
        subject: SafeText(escaping: row.text(2)), actor: row.text(3),
        takenAt: Timestamp(milliseconds: row.integer(4)),
        voided: row.isNull(7)
          ? nil
          : RegisterEntry.Voiding(
            reason: SafeText(escaping: row.text(5)), actor: row.text(6),
            at: Timestamp(milliseconds: row.integer(7))))
    }
  }

  private static func values(_ key: RegisterKey) -> [SQLValue] {
    [.text(key.agency), .text(key.kind.rawValue), .integer(key.year)]
  }

  private static func record(
    _ kind: ChangeSummary.Kind, _ entry: RegisterEntry, reason: SafeText, _ context: WriteContext
  ) throws {
    try context.touch(.registers)
    let fields: [String: JSONValue] = [
      "number": .string(entry.reference), "year": .string(String(entry.key.year)),
      "day": .string(entry.day.description), "subject": .string(entry.subject.string),
    ]
    _ = try context.record(
      WriteContext.Entry(
        kind: kind, action: kind, entity: "register",
        entityID: Array("\(entry.reference) \(entry.key.year)".utf8),
        before: kind == .created ? [:] : fields, after: fields, reason: reason))
  }

  /// A refusal of the rules as an error of storage.
  private static func checked<T>(_ rule: () throws(RegisterRefusal) -> T) throws -> T {
    do { return try rule() } catch { throw StorageError.registerRefused(error) }
  }
}
