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
  private let mapping: ColumnMapping
  private let options: ImportOptions
  private let order: [Int]
  private var repeated: [SafeText: SafeText] = [:]
  private var kinds = Remembered<Venture.Kind?>()
  private var sources = Remembered<DiscoverySource?>()
  private var guesses = Remembered<DiscoverySource?>()
  private var statuses = Remembered<Venture.Status?>()
  private var pipelines = Remembered<Pipeline?>()
  private var stages = Remembered<String?>()

  init(mapping: ColumnMapping, options: ImportOptions) {
    self.mapping = mapping
    self.options = options
    // The name of a source holds against a name in the column of its kind, so it comes later.
    order = mapping.columns.indices.sorted { left, right in
      let (first, second) = (mapping.columns[left], mapping.columns[right])
      if second == .field(.sourceName) && first == .field(.sourceKind) { return true }
      if first == .field(.sourceName) && second == .field(.sourceKind) { return false }
      return left < right
    }
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

  private mutating func place(
    _ pipelineName: (column: Int, text: String)?, _ stageName: (column: Int, text: String)?,
    in parsed: inout ParsedRow
  ) throws(RowRefusal) {
    let pipeline: Pipeline?
    if let (column, text) = pipelineName {
      pipeline = pipelines.value(of: text) { text in
        options.pipelines.first { Names.match(text, code: $0.code, title: $0.title) }
      }
      if pipeline == nil {
        throw RowRefusal(
          column: column,
          reason: .unknownPipeline(Names.shown(text), known: options.pipelines.map(\.title)))
      }
    } else {
      let kind = parsed.content.kind
      pipeline = options.pipelines.first { $0.kinds.contains(kind) } ?? options.pipelines.first
    }
    parsed.pipeline = pipeline?.code ?? ""
    guard let (column, text) = stageName else { return }
    let known = pipeline?.stages ?? []
    let stage = stages.value(of: parsed.pipeline + "\n" + text) { _ in
      let exact = known.first { $0.code == text }
      return (exact ?? known.first { Names.match(text, code: $0.code, title: $0.title) })?.code
    }
    guard let stage else {
      throw RowRefusal(
        column: column, reason: .unknownStage(Names.shown(text), known: known.map(\.title)))
    }
    parsed.stage = stage
  }

  private mutating func status(_ text: String) throws(ImportRefusal) -> Venture.Status {
    guard let status = statuses.value(of: text, else: Venture.Status.named) else {
      throw .unknownStatus(Names.shown(text))
    }
    return status
  }

  private func day(_ text: String) throws(ImportRefusal) -> LocalDate {
    do throws(FieldRefusal) {
      return try LocalDate.parse(CellRepair.withoutMidnight(text) ?? text)
    } catch { throw .value(error) }
  }

  private func safe(_ text: String, _ kind: SafeText.Kind) throws(ImportRefusal) -> SafeText {
    do throws(SafeText.Refusal) { return try SafeText(text, kind) } catch {
      throw .value(.text(error))
    }
  }

  private func noteStripped(_ text: String, at index: Int, in parsed: inout ParsedRow) {
    guard let cleaned = try? SafeText.clean(text, .note), cleaned.strippedScalars > 0 else {
      return
    }
    warn(.stripped(cleaned.strippedScalars), at: index, in: &parsed)
  }

  private func noteConversion(_ text: String, at index: Int, in parsed: inout ParsedRow) {
    guard let phone = try? PhoneNumber.parse(text), phone.converted else { return }
    warn(.phoneConverted(from: Names.shown(text), to: phone.number), at: index, in: &parsed)
  }

  private func warn(_ kind: ImportWarning.Kind, at index: Int, in parsed: inout ParsedRow) {
    parsed.warnings.append(
      ImportWarning(line: parsed.line, column: mapping.name(of: index), kind: kind))
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
