import Incubation

/// A venture on its way into its table.
struct VentureInsert {
  var venture: Venture
  var stageIndex: Int
  var organisation: Identifier<Organisation>?
  var representative: Identifier<Person>?
  var unit: Identifier<AdminUnit>?

  private static let head = [
    "id", "code", "code_key", "pipeline", "stage", "stage_position", "status", "entered_day",
    "organisation", "representative", "place_unit", "deleted", "version",
  ]

  static let sql: String = {
    let columns = head + VentureColumns.content + VentureColumns.derived
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO venture (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }()

  var values: [SQLValue] {
    let position = venture.position
    let head: [SQLValue] = [
      .id(venture.id), .text(venture.code), .text(VentureCodes.key(venture.code)),
      .text(position.pipeline), .text(position.stage), .integer(stageIndex),
      .text(position.status.rawValue), .integer(position.enteredOn.dayNumber), .id(organisation),
      .id(representative), .id(unit), .integer(0), .integer(venture.version),
    ]
    return head + VentureColumns.values(of: venture.content)
      + VentureColumns.derived(from: venture.content, code: venture.code)
  }
}

/// A stage move on its way into its table.
enum StageMoveInsert {
  static let sql = """
    INSERT INTO stage_move (id, venture, kind, from_stage, to_stage, moved_at, actor, reason,
      cancels, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func values(of move: StageMove, at position: Int) -> [SQLValue] {
    [
      .id(move.id), .id(move.venture), .text(move.kind.rawValue), .text(move.from),
      .text(move.to), .integer(move.movedAt.milliseconds), .text(move.actor),
      .text(move.reason), .id(move.cancels), .integer(position),
    ]
  }
}

/// The numbers by which people call ventures: "ST-0042". Never reused.
enum VentureCodes {
  /// What codes are compared and ordered by.
  static func key(_ code: SafeText) -> String { TextFolding.fold(code.string) }

  /// The next free number.
  static func next(on connection: any SQLConnection) throws -> SafeText {
    let prefix = try prefix(on: connection)
    while true {
      let number = try connection.rows(
        """
        INSERT INTO code_counter (prefix, last) VALUES (?, 1)
        ON CONFLICT (prefix) DO UPDATE SET last = code_counter.last + 1 RETURNING last
        """, [.text(prefix)]
      ) { Int($0.integer(0)) }[0]
      let code = code(prefix, number)
      let isTaken = try connection.first(
        "SELECT 1 FROM venture WHERE code_key = ?", [.text(key(code))]
      ) { _ in true }
      if isTaken == nil { return code }
    }
  }

  /// The number of a venture that is brought back: its own, or the next free one when another has
  /// it by now.
  static func reclaimed(_ venture: Venture, on connection: any SQLConnection) throws -> SafeText {
    let isTaken = try connection.first(
      "SELECT 1 FROM venture WHERE code_key = ?", [.text(key(venture.code))]
    ) { _ in true }
    return isTaken == nil ? venture.code : try next(on: connection)
  }

  static func prefix(on connection: any SQLConnection) throws -> String {
    try CatalogueReading.setting("code-prefix", on: connection) ?? "HS"
  }

  static func code(_ prefix: String, _ number: Int) -> SafeText {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return SafeText(escaping: "\(prefix)-\(zeros)\(digits)")
  }
}
