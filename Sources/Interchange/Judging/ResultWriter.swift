public import Incubation

/// Writes the official result for people and for other programs.
public struct ResultWriter: Sendable {
  /// In which form.
  public enum Format: String, CaseIterable, Sendable {
    /// CSV with one row an entry.
    case csv
    /// A JSON array of objects with the same keys.
    case json
    /// Columns in line, with words in the chosen language.
    case table
  }

  private let result: TabulationResult

  /// A writer of one result.
  public init(_ result: TabulationResult) { self.result = result }

  /// The whole output.
  public func written(_ format: Format, _ language: Language) -> [UInt8] {
    switch format {
    case .csv: csv()
    case .json: Array(json().utf8)
    case .table: Array(ResultTable(result, language).text.utf8)
    }
  }

  /// The keys that every result has, in order; the codes of criteria and components follow.
  public static let keys = [
    "rank", "entry", "board", "total", "status", "tie", "advances", "award",
  ]

  private var codes: [String] {
    result.rules.criteria.map(\.code) + result.rules.components.map(\.code)
  }

  private func csv() -> [UInt8] {
    var table = JudgingTableWriter()
    table.row((Self.keys + codes).map { .text($0) })
    for row in result.rows {
      table.row(
        [
          .plain(row.rank.map(String.init) ?? ""), .text(row.id), .text(row.board),
          .plain(number(row.total)), .plain(row.status.rawValue), .text(row.tie?.name ?? ""),
          .plain(row.advances.map(String.init) ?? ""), .text(row.award ?? ""),
        ] + (row.criteria + row.components).map { .plain(number($0)) })
    }
    return table.bytes
  }

  private func number(_ value: Rational?) -> String {
    guard let value else { return "" }
    return value.written(places: result.rules.rounding.places, result.rules.rounding.mode)
  }

  private func json() -> String {
    if result.rows.isEmpty { return "[]\n" }
    return "[\n" + result.rows.map(object).joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ row: TabulationResult.Row) -> String {
    let values =
      [
        row.rank.map(String.init) ?? "null", text(row.id), text(row.board), json(row.total),
        text(row.status.rawValue), text(row.tie?.name), row.advances.map(String.init) ?? "null",
        text(row.award),
      ] + (row.criteria + row.components).map(json)
    let fields = zip(Self.keys + codes, values).map { "\(text($0)): \($1)" }
    return "  {" + fields.joined(separator: ", ") + "}"
  }

  /// A JSON number with its decimals, which no reader has to take for a binary one.
  private func json(_ value: Rational?) -> String { value == nil ? "null" : number(value) }

  private func text(_ text: String?) -> String {
    text.map { JSONValue.string($0).written() } ?? "null"
  }
}
