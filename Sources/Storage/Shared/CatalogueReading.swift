import Incubation

/// Pipelines, fields of work and settings, inside a transaction.
enum CatalogueReading {
  static func pipelines(on connection: any SQLConnection) throws -> [Pipeline] {
    let requirements = try requirements(on: connection)
    var stages: [String: [Stage]] = [:]
    try connection.forEachRow(
      """
      SELECT pipeline, code, title_vi, title_en, usual_days FROM stage ORDER BY pipeline, position
      """, []
    ) { row in
      var reader = RowReader(row)
      let pipeline = reader.string()
      let code = reader.string()
      stages[pipeline, default: []].append(
        Stage(
          code: code,
          title: Bilingual(vietnamese: reader.safe(), english: reader.safe()),
          usualDays: reader.optionalInt(),
          exitRequirements: requirements[pipeline + " " + code] ?? []))
    }
    return try connection.rows(
      "SELECT code, title_vi, title_en, kinds FROM pipeline ORDER BY position"
    ) { row in
      let kinds = row.text(3).split(separator: " ").compactMap { Venture.Kind(rawValue: "\($0)") }
      return Pipeline(
        code: row.text(0),
        title: Bilingual(
          vietnamese: SafeText(escaping: row.text(1)), english: SafeText(escaping: row.text(2))),
        stages: stages[row.text(0)] ?? [], kinds: Set(kinds))
    }
  }

  static func pipeline(_ code: String, on connection: any SQLConnection) throws -> Pipeline {
    guard let found = try pipelines(on: connection).first(where: { $0.code == code }) else {
      throw StorageError.notFound(entity: "pipeline")
    }
    return found
  }

  private static func requirements(on connection: any SQLConnection) throws
    -> [String: [ExitRequirement]]
  {
    var result: [String: [ExitRequirement]] = [:]
    try connection.forEachRow(
      """
      SELECT pipeline, stage, field, evidence, title_vi, title_en FROM stage_requirement
      ORDER BY pipeline, stage, position
      """, []
    ) { row in
      let key = row.text(0) + " " + row.text(1)
      if let field = VentureField(rawValue: row.text(2)) {
        result[key, default: []].append(.field(field))
      } else {
        let title = Bilingual(
          vietnamese: SafeText(escaping: row.text(4)), english: SafeText(escaping: row.text(5)))
        result[key, default: []].append(.evidence(code: row.text(3), title: title))
      }
    }
    return result
  }

  static func fieldNames(on connection: any SQLConnection) throws -> [Bilingual] {
    try connection.rows("SELECT title_vi, title_en FROM work_field ORDER BY position") { row in
      Bilingual(
        vietnamese: SafeText(escaping: row.text(0)), english: SafeText(escaping: row.text(1)))
    }
  }

  static func setting(_ name: String, on connection: any SQLConnection) throws -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(name)]) { $0.text(0) }
  }

  static func profile(on connection: any SQLConnection) throws -> DatabaseProfile {
    let vietnamese = try setting("department-vi", on: connection) ?? ""
    let english = try setting("department-en", on: connection) ?? ""
    let today = try setting("demo-today", on: connection).flatMap(Int.init)
    return DatabaseProfile(
      department: Bilingual(
        vietnamese: SafeText(escaping: vietnamese), english: SafeText(escaping: english)),
      demoToday: today.map(LocalDate.init(dayNumber:)))
  }
}

/// Pipelines, fields of work and settings over a database.
struct SQLCatalogueStore: CataloguePort {
  let database: any SQLDatabase

  func pipelines() async throws -> [Pipeline] {
    try await database.read { try CatalogueReading.pipelines(on: $0) }
  }

  func fieldNames() async throws -> [Bilingual] {
    try await database.read { try CatalogueReading.fieldNames(on: $0) }
  }

  func profile() async throws -> DatabaseProfile {
    try await database.read { try CatalogueReading.profile(on: $0) }
  }
}
