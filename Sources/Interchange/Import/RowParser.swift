import Incubation

/// A row, read by its columns.
struct ParsedRow {
  var line: Int
  var byteOffset: Int
  var content: VentureContent
  /// The fields of `content` that the row fills.
  var filled: [VentureField] = []
  var code: SafeText = .empty
  var note: SafeText = .empty
  var pipeline = ""
  var stage: String?
  var status = Venture.Status.active
  var enteredOn: LocalDate
  var warnings: [ImportWarning] = []
}

/// Why a row cannot be read: the column, and the reason.
struct RowRefusal: Error {
  var column: Int?
  var reason: ImportRefusal
}

/// Reads rows by the columns of a mapping.
struct RowParser {
  let mapping: ColumnMapping
  let options: ImportOptions
  private let order: [Int]
  private var repeated: [SafeText: SafeText] = [:]
  private var kinds = Remembered<Venture.Kind?>()
  private var sources = Remembered<DiscoverySource?>()
  private var guesses = Remembered<DiscoverySource?>()
  var statuses = Remembered<Venture.Status?>()
  var pipelines = Remembered<Pipeline?>()
  var stages = Remembered<String?>()

  init(mapping: ColumnMapping, options: ImportOptions) {
    self.mapping = mapping
    self.options = options
    // The name of a source holds against a name in the column of its kind, so it comes later.
    let names = mapping.columns.indices.filter { mapping.columns[$0] == .field(.sourceName) }
    order = mapping.columns.indices.filter { !names.contains($0) } + names
  }

  /// Reads a row.
  mutating func parse(_ row: CSVRow) throws(RowRefusal) -> ParsedRow {
    let columns = mapping.columns
    if row.count > columns.count, (columns.count..<row.count).contains(where: { !row.isEmpty($0) })
    {
      throw RowRefusal(
        column: nil, reason: .surplusCells(found: row.count, headings: columns.count))
    }
    if let encoding = row.legacyEncoding {
      throw RowRefusal(column: nil, reason: .legacyEncoding(encoding))
    }
    var parsed = ParsedRow(
      line: row.line, byteOffset: row.byteRange.lowerBound,
      content: VentureContent(title: .empty), enteredOn: options.today)
    parsed.content.kind = options.defaultKind
    var names: (pipeline: (Int, String)?, stage: (Int, String)?) = (nil, nil)
    for index in order {
      guard let column = columns[index], !row.isEmpty(index) else { continue }
      let text = FormulaGuard.unguarding(row[index])
      guard !Self.isBlank(text) else { continue }
      switch column {
      case .field(.pipeline): names.pipeline = (index, text)
      case .field(.stage): names.stage = (index, text)
      default:
        do throws(ImportRefusal) {
          try take(text, as: column, at: index, into: &parsed)
        } catch {
          throw RowRefusal(column: index, reason: error)
        }
      }
    }
    guard !parsed.content.title.isBlank else {
      throw RowRefusal(column: mapping.index(of: .field(.title)), reason: .noTitle)
    }
    try place(names.pipeline, names.stage, in: &parsed)
    share(&parsed.content)
    return parsed
  }

  private mutating func take(
    _ text: String, as column: ImportColumn, at index: Int, into parsed: inout ParsedRow
  ) throws(ImportRefusal) {
    noteStripped(text, at: index, in: &parsed)
    switch column {
    case .status: parsed.status = try status(text)
    case .enteredOn: parsed.enteredOn = try day(text)
    case .field(.code): parsed.code = try safe(text, .line)
    case .field(.note): parsed.note = try safe(text, .note)
    case .field(.sourceKind): try takeSource(text, at: index, into: &parsed)
    case .field(.kind):
      guard let kind = kinds.value(of: text, else: Venture.Kind.named) else {
        throw .value(.choice(Venture.Kind.options))
      }
      parsed.content.kind = kind
      parsed.filled.append(.kind)
    case .field(let field): try set(field, text, at: index, in: &parsed)
    }
  }

  private func set(
    _ field: VentureField, _ text: String, at index: Int, in parsed: inout ParsedRow
  ) throws(ImportRefusal) {
    var text = text
    if let joined = CellRepair.onOneLine(text, field) {
      text = joined
      warn(.linesJoined, at: index, in: &parsed)
    }
    do throws(FieldRefusal) {
      try parsed.content.set(field, from: text)
      if field == .phone { noteConversion(text, at: index, in: &parsed) }
    } catch {
      guard let repaired = CellRepair.repaired(text, field),
        let content = try? parsed.content.setting(field, from: repaired.text)
      else { throw .value(error) }
      parsed.content = content
      if repaired.isZeroRestored {
        warn(.zeroRestored(SafeText(escaping: repaired.text)), at: index, in: &parsed)
      }
    }
    parsed.filled.append(field)
  }

  /// The kind of a source, or, as people often write, its name.
  private mutating func takeSource(
    _ text: String, at index: Int, into parsed: inout ParsedRow
  ) throws(ImportRefusal) {
    if let kind = sources.value(of: text, else: DiscoverySource.named) {
      parsed.content.sourceKind = kind
      parsed.filled.append(.sourceKind)
      return
    }
    let name = try safe(text, .line)
    let kind = guesses.value(of: text, else: SourceGuess.kind)
    parsed.content.sourceName = name
    parsed.content.sourceKind = kind
    parsed.filled.append(.sourceName)
    if kind != nil { parsed.filled.append(.sourceKind) }
    warn(.sourceGuessed(kind), at: index, in: &parsed)
  }

  /// Values that repeat from row to row are held once.
  private mutating func share(_ content: inout VentureContent) {
    share(&content.field)
    share(&content.organisation)
    share(&content.place)
    share(&content.sourceName)
    share(&content.leadOwner)
    share(&content.supportOwner)
    share(&content.nextStep)
    share(&content.technology)
  }

  private mutating func share(_ text: inout SafeText) {
    // Up to 15 bytes live in the value itself.
    guard text.string.utf8.count > 15 else { return }
    if let held = repeated[text] {
      text = held
    } else if repeated.count < 4_096 {
      repeated[text] = text
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
