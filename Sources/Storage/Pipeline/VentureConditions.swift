import Incubation

/// A filter as the condition of a query, with its bound values.
struct VentureConditions {
  private(set) var clauses = ["deleted = 0"]
  private(set) var values: [SQLValue] = []

  /// The condition, to stand after WHERE.
  var sql: String { clauses.joined(separator: " AND ") }

  init(_ filter: VentureFilter, pipelines: [Pipeline], today: LocalDate) {
    if let pipeline = filter.pipeline { add("pipeline = ?", .text(pipeline)) }
    addAny("stage", filter.stages.sorted())
    addAny("status", filter.statuses.map(\.rawValue).sorted())
    if let field = filter.field { add("field_key = ?", Self.folded(field)) }
    if let place = filter.place { add("place_key = ?", Self.folded(place)) }
    if let owner = filter.owner {
      add("(lead_owner_key = ? OR support_owner_key = ?)", Self.folded(owner), Self.folded(owner))
    }
    if let source = filter.source { add("source_kind = ?", .text(source.rawValue)) }
    if let tag = filter.tag {
      let key = "\n" + TextFolding.fold(tag.string) + "\n"
      add("tags_key LIKE ? ESCAPE '!'", .text(Self.contains(key)))
    }
    if let day = filter.dueBy { add("status = 'active' AND due_day <= ?", .integer(day.dayNumber)) }
    if filter.onlyStalled { addStalled(pipelines, today: today) }
    // More words, or longer ones, than anybody types are left out rather than searched for.
    let words = TextFolding.fold(String(filter.text.prefix(200))).split(separator: " ")
    for word in words.prefix(12) {
      add("search_key LIKE ? ESCAPE '!'", .text(Self.contains(String(word))))
    }
    if let ids = filter.ids { addIDs(ids) }
  }

  private mutating func add(_ clause: String, _ bound: SQLValue...) {
    clauses.append(clause)
    values += bound
  }

  private mutating func addAny(_ column: String, _ choices: [String]) {
    guard !choices.isEmpty else { return }
    let marks = choices.map { _ in "?" }.joined(separator: ", ")
    clauses.append("\(column) IN (\(marks))")
    values += choices.map { .text($0) }
  }

  private mutating func addIDs(_ ids: [Identifier<Venture>]) {
    guard !ids.isEmpty else { return clauses.append("1 = 0") }
    clauses.append("id IN (" + ids.map { _ in "?" }.joined(separator: ", ") + ")")
    values += ids.map { .id($0) }
  }

  /// Stalled means: active, and in the stage for more days than the stage usually takes.
  private mutating func addStalled(_ pipelines: [Pipeline], today: LocalDate) {
    var parts: [String] = []
    for pipeline in pipelines {
      for stage in pipeline.stages {
        guard let usual = stage.usualDays else { continue }
        parts.append("(pipeline = ? AND stage = ? AND entered_day < ?)")
        values += [
          .text(pipeline.code), .text(stage.code), .integer(today.dayNumber - usual),
        ]
      }
    }
    let any = parts.isEmpty ? "1 = 0" : parts.joined(separator: " OR ")
    clauses.append("status = 'active' AND (\(any))")
  }

  private static func folded(_ text: SafeText) -> SQLValue {
    .text(TextFolding.fold(text.string))
  }

  /// A pattern of LIKE for text that contains these letters, whatever they are.
  private static func contains(_ text: String) -> String {
    var pattern = "%"
    for character in text {
      if character == "%" || character == "_" || character == "!" { pattern.append("!") }
      pattern.append(character)
    }
    return pattern + "%"
  }
}

extension VentureSort {
  /// The columns to order by; the identity makes the order total. Rows without a day come last.
  var columns: [String] {
    switch key {
    case .title: return ["title_sort", "id"]
    case .code: return ["code_key", "id"]
    case .stage: return ["stage_position", "entered_day", "id"]
    case .entered: return ["entered_day", "id"]
    case .due: return ["COALESCE(due_day, \(descending ? -1 : 9_999_999))", "id"]
    case .place: return ["place_key", "title_sort", "id"]
    case .field: return ["field_key", "title_sort", "id"]
    case .owner: return ["lead_owner_key", "title_sort", "id"]
    case .representative: return ["representative_sort", "title_sort", "id"]
    case .organisation: return ["organisation_sort", "title_sort", "id"]
    }
  }

  /// The clause, to stand after ORDER BY.
  var sql: String {
    columns.map { descending ? $0 + " DESC" : $0 }.joined(separator: ", ")
  }
}
