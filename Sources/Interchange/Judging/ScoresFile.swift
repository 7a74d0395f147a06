public import Incubation

/// `scores.csv`: one score a line.
public enum ScoresFile {
  /// Reads the file.
  ///
  /// - Parameter judges: the judges of `judges.csv`; nil when there is no such file, and the
  ///   scores themselves say who judges.
  /// - Throws: `JudgingFileProblems`.
  public static func read(
    _ bytes: [UInt8], rules: RoundRules, entries: [Tabulation.Entry], judges: [Tabulation.Judge]?
  ) throws(JudgingFileProblems) -> (
    judges: [Tabulation.Judge], sheets: [Tabulation.Sheet], warnings: [JudgingFileWarning]
  ) {
    var reader: ScoresReader
    do { reader = try ScoresReader(bytes, rules, entries, judges) } catch {
      throw JudgingFileProblems(problems: [error])
    }
    reader.readAll()
    guard reader.sheet.problems.isEmpty else {
      throw JudgingFileProblems(problems: reader.sheet.problems)
    }
    let unused = reader.sheet.others(than: names)
    return (reader.judges, reader.sheets, unused.map { .unusedColumn(.scores, $0) })
  }

  /// Writes the file so that it reads back the same. Missing scores stand there as empty cells.
  public static func write(_ record: RoundRecord) -> [UInt8] {
    var table = JudgingTableWriter()
    table.row(names.map { .text($0) })
    for sheet in record.sheets {
      for (criterion, score) in zip(record.rules.criteria, sheet.scores) {
        table.row([
          .text(record.entries[sheet.entry].id), .text(record.judges[sheet.judge].id),
          .text(criterion.code), .number(score),
        ])
      }
    }
    return table.bytes
  }

  static let names = ["entry", "judge", "criterion", "score"]
}

/// Gathers scores into sheets. Half a million rows come through here: codes that stand below
/// themselves are not looked up again.
private struct ScoresReader {
  var sheet: JudgingSheetReader
  private let rules: RoundRules
  private let isListed: Bool
  private(set) var judges: [Tabulation.Judge]

  private var entryCodes: CodeLookup
  private var judgeCodes: CodeLookup
  private var criterionCodes: CodeLookup
  private let columns: (entry: Int, judge: Int, criterion: Int, score: Int)
  private let entryIDs: [String]

  /// Places of sheets in the lists below, by entry and judge.
  private var places: [Int: Int] = [:]
  private var last: (key: Int, place: Int) = (-1, -1)
  private var keys: [(entry: Int, judge: Int)] = []
  private var scores: [Rational?] = []
  /// The line of each score; 0 for none.
  private var lines: [Int32] = []

  init(
    _ bytes: [UInt8], _ rules: RoundRules, _ entries: [Tabulation.Entry],
    _ judges: [Tabulation.Judge]?
  ) throws(JudgingFileProblem) {
    sheet = try JudgingSheetReader(bytes, .scores, required: ScoresFile.names)
    let places = ScoresFile.names.map { [sheet] name in sheet.column(name) ?? 0 }
    columns = (places[0], places[1], places[2], places[3])
    self.rules = rules
    self.judges = judges ?? []
    isListed = judges != nil
    entryIDs = entries.map(\.id)
    entryCodes = CodeLookup(entryIDs)
    judgeCodes = CodeLookup(self.judges.map(\.id))
    criterionCodes = CodeLookup(rules.criteria.map(\.code))
  }

  mutating func readAll() {
    while let row = sheet.next() { read(row) }
  }

  var sheets: [Tabulation.Sheet] {
    let count = rules.criteria.count
    return keys.enumerated().map { place, key in
      Tabulation.Sheet(
        entry: key.entry, judge: key.judge,
        scores: Array(scores[place * count..<(place + 1) * count]))
    }
  }

  private mutating func read(_ row: CSVRow) {
    guard let entry = entry(row), let judge = judge(row), let criterion = criterion(row),
      let score = sheet.number(row, columns.score)
    else { return }
    let cell = sheetPlace(entry, judge) * rules.criteria.count + criterion
    guard lines[cell] == 0 else {
      return sheet.report(
        .repeatedScore(
          entry: entryIDs[entry], judge: judges[judge].id,
          criterion: rules.criteria[criterion].code, line: Int(lines[cell])), row, columns.score)
    }
    lines[cell] = Int32(truncatingIfNeeded: row.line)
    guard let score else { return }
    if let refusal = rules.criteria[criterion].refusal(of: score) {
      report(refusal, of: score, rules.criteria[criterion], row)
    } else {
      scores[cell] = score
    }
  }

  private mutating func report(
    _ refusal: Criterion.ScoreRefusal, of score: Rational, _ criterion: Criterion, _ row: CSVRow
  ) {
    let (minimum, text) = (criterion.minimum.description, score.description)
    switch refusal {
    case .outOfRange:
      sheet.report(
        .outOfRange(text, minimum: minimum, maximum: criterion.maximum.description), row,
        columns.score)
    case .offStep:
      let step = criterion.step?.description ?? ""
      sheet.report(.offStep(text, minimum: minimum, step: step), row, columns.score)
    }
  }

  private mutating func sheetPlace(_ entry: Int, _ judge: Int) -> Int {
    let key = entry << 24 | judge
    if key == last.key { return last.place }
    let place = places[key] ?? keys.count
    if place == keys.count {
      places[key] = place
      keys.append((entry, judge))
      scores.append(contentsOf: repeatElement(nil, count: rules.criteria.count))
      lines.append(contentsOf: repeatElement(0, count: rules.criteria.count))
    }
    last = (key, place)
    return place
  }

  // MARK: - Codes

  private mutating func entry(_ row: CSVRow) -> Int? {
    if let place = entryCodes.place(row, columns.entry) { return place }
    guard let code = sheet.code(row, columns.entry) else { return nil }
    if let place = entryCodes.place(of: code) { return place }
    sheet.report(.unknownEntry(code), row, columns.entry)
    return nil
  }

  private mutating func judge(_ row: CSVRow) -> Int? {
    if let place = judgeCodes.place(row, columns.judge) { return place }
    guard let code = sheet.code(row, columns.judge) else { return nil }
    if let place = judgeCodes.place(of: code) { return place }
    guard !isListed else {
      sheet.report(.unknownJudge(code), row, columns.judge)
      return nil
    }
    judges.append(Tabulation.Judge(id: code))
    judgeCodes.add(code)
    return judges.count - 1
  }

  private mutating func criterion(_ row: CSVRow) -> Int? {
    if let place = criterionCodes.place(row, columns.criterion) { return place }
    guard let code = sheet.code(row, columns.criterion) else { return nil }
    if let place = criterionCodes.place(of: code) { return place }
    sheet.report(.unknownCriterion(code), row, columns.criterion)
    return nil
  }
}

/// Finds the place of a code in a list.
private struct CodeLookup {
  private var places: [String: Int] = [:]
  private var lastBytes: [UInt8] = []
  private var lastPlace: Int?

  init(_ codes: [String]) {
    for code in codes { add(code) }
  }

  mutating func add(_ code: String) { places[code] = places.count }

  func place(of code: String) -> Int? { places[code] }

  /// The place of the code in a cell, when it stands there just as in the list.
  mutating func place(_ row: CSVRow, _ column: Int) -> Int? {
    let bytes = row.trimmedBytes(column)
    if let lastPlace, bytes.elementsEqual(lastBytes) { return lastPlace }
    // An apostrophe may be a guard, which is no part of the code.
    guard bytes.first != 0x27 else { return nil }
    guard let place = places[String(decoding: bytes, as: UTF8.self)] else { return nil }
    lastBytes = Array(bytes)
    lastPlace = place
    return place
  }
}
