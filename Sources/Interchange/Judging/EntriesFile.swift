public import Incubation

/// `entries.csv`: the entries of a round, with what the organiser enters for each.
public enum EntriesFile {
  /// Reads the file.
  ///
  /// - Throws: `JudgingFileProblems`.
  public static func read(
    _ bytes: [UInt8], rules: RoundRules
  ) throws(JudgingFileProblems) -> (
    entries: [Tabulation.Entry], warnings: [JudgingFileWarning]
  ) {
    var reader: EntriesReader
    do { reader = try EntriesReader(bytes, rules: rules) } catch {
      throw JudgingFileProblems(problems: [error])
    }
    reader.readAll()
    guard reader.sheet.problems.isEmpty else {
      throw JudgingFileProblems(problems: reader.sheet.problems)
    }
    return (reader.entries, reader.warnings)
  }

  /// Writes the file so that it reads back the same.
  public static func write(_ record: RoundRecord) -> [UInt8] {
    var table = JudgingTableWriter()
    let codes = record.rules.components.map(\.code)
    table.row(names.map { .text($0) } + codes.map { .text($0) })
    for entry in record.entries {
      table.row(
        [
          .text(entry.id), .text(entry.title.string), .text(entry.organisation.string),
          .text(entry.board), .number(entry.multiplier == .one ? nil : entry.multiplier),
          .number(entry.lot), .number(entry.decision),
        ] + entry.components.map { .number($0) })
    }
    return table.bytes
  }

  static let names = [
    "entry", "title", "organisation", "board", "multiplier", "lot", "decision",
  ]
}

private struct EntriesReader {
  var sheet: JudgingSheetReader
  let rules: RoundRules
  var entries: [Tabulation.Entry] = []
  private var lines: [String: Int] = [:]
  private let components: [Int?]

  init(_ bytes: [UInt8], rules: RoundRules) throws(JudgingFileProblem) {
    sheet = try JudgingSheetReader(bytes, .entries, required: ["entry"])
    self.rules = rules
    let sheet = sheet
    components = rules.components.map { sheet.column($0.code) }
  }

  var warnings: [JudgingFileWarning] {
    let codes = rules.components.map(\.code)
    return sheet.others(than: EntriesFile.names + codes).map { .unusedColumn(.entries, $0) }
      + codes.filter { sheet.column($0) == nil }.map { .noComponentColumn($0) }
  }

  mutating func readAll() {
    while let row = sheet.next() { read(row) }
  }

  private mutating func read(_ row: CSVRow) {
    guard let column = sheet.column("entry"), let id = sheet.code(row, column) else { return }
    if let line = lines[id] { return sheet.report(.repeated(id, line: line), row, column) }
    lines[id] = row.line
    let title = sheet.text(row, sheet.column("title"))
    let organisation = sheet.text(row, sheet.column("organisation"))
    let board = sheet.text(row, sheet.column("board"))
    let multiplier = sheet.positiveNumber(row, sheet.column("multiplier"))
    let lot = sheet.number(row, sheet.column("lot"))
    let decision = sheet.number(row, sheet.column("decision"))
    let values = components.indices.map { component(row, $0) }
    guard let title, let organisation, let board, let multiplier, let lot, let decision else {
      return
    }
    entries.append(
      Tabulation.Entry(
        id: id, title: title, organisation: organisation, board: board.string,
        multiplier: multiplier ?? .one, lot: lot, decision: decision, components: values))
  }

  private mutating func component(_ row: CSVRow, _ place: Int) -> Rational? {
    guard let column = components[place], let found = sheet.positiveNumber(row, column),
      let value = found
    else { return nil }
    guard let maximum = rules.components[place].maximum, value > maximum else { return value }
    sheet.report(
      .aboveMaximum(value.description, maximum: maximum.description), row, column)
    return nil
  }
}
