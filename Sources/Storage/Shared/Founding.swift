public import Incubation

/// What a new database begins with.
public struct FoundingContent: Sendable {
  /// The pipelines.
  public var pipelines: [Pipeline]
  /// Names of fields of work.
  public var fieldNames: [Bilingual]
  /// What it says about itself.
  public var profile: DatabaseProfile
  /// What the numbers of ventures begin with: "ST".
  public var codePrefix: String

  /// What a new database begins with.
  public init(
    pipelines: [Pipeline], fieldNames: [Bilingual], profile: DatabaseProfile, codePrefix: String
  ) {
    self.pipelines = pipelines
    self.fieldNames = fieldNames
    self.profile = profile
    self.codePrefix = codePrefix
  }
}

/// Fills a new database with pipelines, fields and settings.
public enum Founding {
  /// Writes what a new database begins with. Does nothing when the database has pipelines already.
  ///
  /// - Throws: `StorageError`.
  public static func found(_ database: any SQLDatabase, with foundation: FoundingContent)
    async throws
  {
    try await database.write { connection in
      let isFounded = try connection.first("SELECT 1 FROM pipeline") { _ in true } ?? false
      guard !isFounded else { return }
      for (index, pipeline) in foundation.pipelines.enumerated() {
        try insert(pipeline, at: index, on: connection)
      }
      try connection.executeMany(
        "INSERT INTO work_field (field_key, position, title_vi, title_en) VALUES (?, ?, ?, ?)",
        foundation.fieldNames.enumerated().map { index, name in
          [
            .text(TextFolding.fold(name.vietnamese.string)), .integer(index),
            .text(name.vietnamese), .text(name.english),
          ]
        })
      try insertSettings(foundation, on: connection)
    }
  }

  private static func insert(
    _ pipeline: Pipeline, at index: Int, on connection: any SQLConnection
  ) throws {
    try connection.execute(
      "INSERT INTO pipeline (code, position, title_vi, title_en, kinds) VALUES (?, ?, ?, ?, ?)",
      [
        .text(pipeline.code), .integer(index), .text(pipeline.title.vietnamese),
        .text(pipeline.title.english),
        .text(pipeline.kinds.map(\.rawValue).sorted().joined(separator: " ")),
      ])
    for (position, stage) in pipeline.stages.enumerated() {
      try connection.execute(
        """
        INSERT INTO stage (pipeline, code, position, title_vi, title_en, usual_days)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          .text(pipeline.code), .text(stage.code), .integer(position),
          .text(stage.title.vietnamese), .text(stage.title.english), .integer(stage.usualDays),
        ])
      for (order, requirement) in stage.exitRequirements.enumerated() {
        try insert(requirement, order, of: stage.code, in: pipeline.code, on: connection)
      }
    }
  }

  private static func insert(
    _ requirement: ExitRequirement, _ order: Int, of stage: String, in pipeline: String,
    on connection: any SQLConnection
  ) throws {
    var values: [SQLValue] = [.text(pipeline), .text(stage), .integer(order)]
    switch requirement {
    case .field(let field):
      values += [.text(field.rawValue), .null, .null, .null]
    case .evidence(let code, let title):
      values += [.null, .text(code), .text(title.vietnamese), .text(title.english)]
    }
    try connection.execute(
      """
      INSERT INTO stage_requirement (pipeline, stage, position, field, evidence, title_vi, title_en)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, values)
  }

  private static func insertSettings(
    _ foundation: FoundingContent, on connection: any SQLConnection
  ) throws {
    var settings = [
      "department-vi": foundation.profile.department.vietnamese.string,
      "department-en": foundation.profile.department.english.string,
      "code-prefix": foundation.codePrefix,
    ]
    if let today = foundation.profile.demoToday { settings["demo-today"] = "\(today.dayNumber)" }
    try connection.executeMany(
      "INSERT INTO setting (name, value) VALUES (?, ?)",
      settings.sorted { $0.key < $1.key }.map { [.text($0.key), .text($0.value)] })
  }
}
