public import Incubation

/// Reads ventures in bulk: for exports, and for imports that name ventures by their numbers.
public struct VentureTransfer: Sendable {
  /// A venture on its way into a file.
  public struct Outgoing: Sendable {
    /// The venture.
    public var venture: Venture
    /// Its latest remark; empty when it has none.
    public var note: SafeText
  }

  private let database: any SQLDatabase

  /// Reads from this database.
  public init(_ database: any SQLDatabase) { self.database = database }

  /// The next ventures of an export, by identity: `limit` of them after `last`, or the first.
  ///
  /// - Throws: `StorageError`.
  public func page(
    _ filter: VentureFilter, after last: Identifier<Venture>?, limit: Int, today: LocalDate
  ) async throws -> [Outgoing] {
    try await database.read { connection in
      let conditions = try VentureReading.conditions(filter, today, connection)
      let columns = (VentureColumns.head + VentureColumns.content)
        .map { "venture." + $0 }.joined(separator: ", ")
      let ventures = try connection.rows(
        """
        SELECT \(columns), (SELECT text FROM venture_note n
            WHERE n.venture = venture.id AND n.cancelled = 0
            ORDER BY n.written_at DESC, n.id DESC LIMIT 1)
        FROM venture WHERE \(conditions.sql) AND id > ? ORDER BY id LIMIT ?
        """,
        conditions.values + [.blob(last?.bytes ?? []), .integer(limit)]
      ) { row in
        let note = row.text(VentureColumns.head.count + VentureColumns.content.count)
        return Outgoing(
          venture: try VentureColumns.venture(row), note: SafeText(escaping: note))
      }
      return ventures
    }
  }

  /// The number of every venture that is not deleted.
  ///
  /// - Throws: `StorageError`.
  public func codes() async throws -> [Identifier<Venture>: SafeText] {
    try await database.read { connection in
      var result: [Identifier<Venture>: SafeText] = [:]
      try connection.forEachRow("SELECT id, code FROM venture WHERE deleted = 0", []) { row in
        guard let id = Identifier<Venture>(bytes: row.blob(0)) else { return }
        result[id] = SafeText(escaping: row.text(1))
      }
      return result
    }
  }

  /// The remarks of some ventures.
  ///
  /// - Throws: `StorageError`.
  public func notes(
    of ids: [Identifier<Venture>]
  ) async throws -> [Identifier<Venture>: [SafeText]] {
    try await database.read { connection in
      var result: [Identifier<Venture>: [SafeText]] = [:]
      for id in ids {
        result[id] = try connection.rows(
          "SELECT text FROM venture_note WHERE venture = ? AND cancelled = 0", [.id(id)]
        ) { SafeText(escaping: $0.text(0)) }
      }
      return result
    }
  }
}
