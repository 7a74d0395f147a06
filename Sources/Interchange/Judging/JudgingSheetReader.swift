import Incubation

/// Reads one of the CSV files of a round: a heading, then rows; keeps what is wrong with them.
struct JudgingSheetReader {
  let file: JudgingFileProblem.File
  /// The headings, as they stand there.
  let headings: [String]
  private(set) var problems: [JudgingFileProblem] = []

  private var reader: CSVReader
  private var columns: [String: Int] = [:]

  /// More than any contest has: 400 entries × 20 judges × 20 criteria, thirty times over.
  static let limits: CSVLimits = {
    var limits = CSVLimits()
    limits.bytes = 256_000_000
    limits.rows = 5_000_001
    return limits
  }()

  /// - Throws: `JudgingFileProblem` when the file is no CSV, or lacks a column.
  init(
    _ bytes: [UInt8], _ file: JudgingFileProblem.File, required: [String]
  ) throws(JudgingFileProblem) {
    self.file = file
    do {
      reader = try CSVReader(bytes, limits: Self.limits)
      headings = try reader.next()?.texts.map(Self.trimmed) ?? []
    } catch {
      throw JudgingFileProblem(file, .unreadable(error))
    }
    for (column, heading) in headings.enumerated() where !heading.isEmpty {
      guard columns.updateValue(column, forKey: heading) == nil else {
        throw JudgingFileProblem(
          file, line: 1, column: column + 1, heading: heading, .repeatedColumn(heading))
      }
    }
    for name in required where self.column(name) == nil {
      throw JudgingFileProblem(file, line: 1, .missingColumn(name))
    }
  }

  /// The place of a column, by its exact heading or else without regard to case.
  func column(_ name: String) -> Int? {
    columns[name]
      ?? headings.firstIndex { $0.lowercased() == name.lowercased() }
  }

  /// Headings that are none of these.
  func others(than names: [String]) -> [String] {
    let known = Set(names.compactMap { column($0) })
    return headings.indices.filter { !known.contains($0) && !headings[$0].isEmpty }
      .map { headings[$0] }
  }

  /// The next row that is not blank; nil at the end, or when too much is wrong already.
  mutating func next() -> CSVRow? {
    while problems.count < JudgingFileProblems.most {
      do {
        guard let row = try reader.next() else { return nil }
        if row.isBlank { continue }
        guard row.count <= headings.count || hasOnlyEmptyCells(row, from: headings.count) else {
          let kind = JudgingFileProblem.Kind.tooManyCells(headings.count)
          problems.append(
            JudgingFileProblem(file, line: row.line, column: headings.count + 1, kind))
          continue
        }
        return row
      } catch {
        problems.append(JudgingFileProblem(file, .unreadable(error)))
        return nil
      }
    }
    return nil
  }

  private func hasOnlyEmptyCells(_ row: CSVRow, from start: Int) -> Bool {
    (start..<row.count).allSatisfy(row.isEmpty)
  }

  /// Keeps a problem of a cell.
  mutating func report(_ kind: JudgingFileProblem.Kind, _ row: CSVRow, _ column: Int) {
    problems.append(
      JudgingFileProblem(
        file, line: row.line, column: column + 1,
        heading: column < headings.count ? headings[column] : nil, kind))
  }

  // MARK: - Cells

  /// Safe text; nil, with a problem kept, when it is not. A missing column reads as empty.
  mutating func text(_ row: CSVRow, _ column: Int?) -> SafeText? {
    guard let column, !row.isEmpty(column) else { return .empty }
    if let text = try? SafeText(FormulaGuard.unguarding(row[column])) { return text }
    report(.unusableText, row, column)
    return nil
  }

  /// A code that must be there; nil, with a problem kept, when it is not.
  mutating func code(_ row: CSVRow, _ column: Int) -> String? {
    guard let text = text(row, column) else { return nil }
    if !text.isBlank { return text.string }
    report(.empty, row, column)
    return nil
  }

  /// A number: `.some(nil)` for an empty cell; nil, with a problem kept, for no number.
  mutating func number(_ row: CSVRow, _ column: Int?) -> Rational?? {
    guard let column, !row.isEmpty(column) else { return .some(nil) }
    if let number = Rational(decimalBytes: row.trimmedBytes(column)) { return number }
    let text = Self.trimmed(row[column])
    if text.isEmpty { return .some(nil) }
    report(.notANumber(SafeText(escaping: text).string), row, column)
    return nil
  }

  /// A number that is not below 0; see `number`.
  mutating func positiveNumber(_ row: CSVRow, _ column: Int?) -> Rational?? {
    guard let found = number(row, column) else { return nil }
    guard let column, let value = found, value.isNegative else { return found }
    report(.negative(value.description), row, column)
    return nil
  }

  static func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}

extension CSVRow {
  /// The bytes of a cell without spaces around them. Numbers never hold doubled quotation marks.
  func trimmedBytes(_ column: Int) -> ArraySlice<UInt8> {
    guard column < cells.count else { return [] }
    var (start, end) = (Int(cells[column].start), Int(cells[column].end))
    while start < end, bytes[start] == CSVByte.space { start += 1 }
    while end > start, bytes[end - 1] == CSVByte.space { end -= 1 }
    return bytes[start..<end]
  }
}
