public import Incubation

/// Writes ventures as CSV or JSON, one by one, so that 100,000 of them never stand in memory.
///
/// Bytes are handed over in pieces of about 64 KiB to a closure, which writes them to a file. What
/// is exported as CSV, in either language, can be imported again, and then says the same.
public struct VentureExporter: Sendable {
  /// What is written.
  public enum Format: Sendable {
    /// CSV, with headings in a language.
    case csv(CSVWriter, Language)
    /// A JSON array of objects, one a line: the fields by their codes, days as ISO 8601; unknown
    /// ones are left out.
    case json
  }

  private let format: Format
  private let pipelines: [String: Pipeline]
  private var names: [String: String] = [:]
  private var buffer: [UInt8] = []
  private var count = 0

  /// An exporter.
  ///
  /// - Parameter pipelines: those of the database, for the names of pipelines and stages in CSV.
  public init(_ format: Format, pipelines: [Pipeline]) {
    self.format = format
    self.pipelines = Dictionary(pipelines.map { ($0.code, $0) }) { first, _ in first }
    begin()
  }

  /// Adds a venture.
  ///
  /// - Parameters:
  ///   - note: a remark to go with it, such as the latest; empty for none.
  ///   - sink: takes finished bytes, in order.
  /// - Throws: what the sink throws.
  public mutating func add(
    _ venture: Venture, note: SafeText = .empty, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    switch format {
    case .csv(let writer, let language):
      writer.append(cells(of: venture, note, language), to: &buffer)
    case .json:
      buffer.append(contentsOf: (count == 0 ? "\n" : ",\n").utf8)
      buffer.append(contentsOf: JSONValue.object(fields(of: venture, note)).written().utf8)
    }
    count += 1
    if buffer.count >= Self.pieceBytes { try flush(to: sink) }
  }

  /// Ends the file and hands over the last bytes. Nothing may be added afterwards.
  ///
  /// - Throws: what the sink throws.
  public mutating func finish(to sink: ([UInt8]) throws -> Void) rethrows {
    if case .json = format { buffer.append(contentsOf: (count == 0 ? "]\n" : "\n]\n").utf8) }
    try flush(to: sink)
  }

  private mutating func begin() {
    switch format {
    case .csv(let writer, let language):
      buffer += writer.prologue
      writer.append(ImportColumn.allCases.map { $0.heading(language).string }, to: &buffer)
    case .json: buffer.append(UInt8(ascii: "["))
    }
  }

  private mutating func flush(to sink: ([UInt8]) throws -> Void) rethrows {
    guard !buffer.isEmpty else { return }
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static let pieceBytes = 65_536
}

extension VentureExporter {
  private mutating func cells(
    of venture: Venture, _ note: SafeText, _ language: Language
  ) -> [CSVWriter.Cell] {
    let pipeline = pipelineName(venture.position.pipeline, language)
    let stage = stageName(venture.position, language)
    return ImportColumn.allCases.map { column in
      switch column {
      case .status: return .text(venture.position.status.label(language))
      case .enteredOn: return .text(venture.position.enteredOn.formatted)
      case .field(.code): return .text(venture.code.string)
      case .field(.note): return .text(note.string)
      case .field(.pipeline): return .text(pipeline)
      case .field(.stage): return .text(stage)
      case .field(.birthYear): return Self.number(venture.content.birthYear)
      case .field(.needManagement): return Self.number(venture.content.needs[.management])
      case .field(.needVision): return Self.number(venture.content.needs[.vision])
      case .field(.needApproach): return Self.number(venture.content.needs[.approach])
      case .field(let field): return .text(venture.content.describe(field, language))
      }
    }
  }

  private static func number(_ value: Int?) -> CSVWriter.Cell {
    value.map(CSVWriter.Cell.number) ?? .empty
  }

  /// The name, or the code where the name would not lead back to it.
  private mutating func pipelineName(_ code: String, _ language: Language) -> String {
    if let known = names[code] { return known }
    var result = code
    if let name = pipelines[code]?.title(language).string {
      let meant = pipelines.values.filter { Names.match(name, code: $0.code, title: $0.title) }
      if meant.count == 1 { result = name }
    }
    names[code] = result
    return result
  }

  private mutating func stageName(_ position: StagePosition, _ language: Language) -> String {
    let key = position.pipeline + "\n" + position.stage
    if let known = names[key] { return known }
    var result = position.stage
    let stages = pipelines[position.pipeline]?.stages ?? []
    if let name = stages.first(where: { $0.code == position.stage })?.title(language).string {
      let meant = stages.filter { Names.match(name, code: $0.code, title: $0.title) }
      if meant.count == 1 { result = name }
    }
    names[key] = result
    return result
  }

  private func fields(of venture: Venture, _ note: SafeText) -> [String: JSONValue] {
    var fields = venture.content.canonicalFields()
    fields["id"] = .string(venture.id.description)
    fields["version"] = .integer(Int64(venture.version))
    fields[VentureField.code.rawValue] = .string(venture.code.string)
    fields[VentureField.pipeline.rawValue] = .string(venture.position.pipeline)
    fields[VentureField.stage.rawValue] = .string(venture.position.stage)
    fields[ImportColumn.status.key] = .string(venture.position.status.rawValue)
    fields[ImportColumn.enteredOn.key] = .string(venture.position.enteredOn.description)
    if !note.isBlank { fields[VentureField.note.rawValue] = .string(note.string) }
    return fields
  }
}
