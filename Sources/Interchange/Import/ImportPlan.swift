public import Incubation
public import Storage

/// What an import would do, row by row, before anything is done.
public struct ImportPlan: Sendable {
  /// A row whose venture is there already.
  public struct Matched: Sendable {
    /// The venture.
    public var id: Identifier<Venture>
    /// Its name now.
    public var title: SafeText
    /// What the file would change; empty when it says nothing else.
    public var differences: [Difference]
    var update: Int32
  }

  /// One field that the file would change, as text.
  public struct Difference: Hashable, Sendable {
    /// The field.
    public var field: VentureField
    /// What it says now; empty when nothing.
    public var before: String
    /// What the file says.
    public var after: String

    /// One field.
    public init(field: VentureField, before: String, after: String) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  /// A row that cannot be taken.
  public struct Refused: Hashable, Sendable {
    /// Its line, from 1.
    public var line: Int
    /// The heading of the column; nil when it concerns the whole row.
    public var column: SafeText?
    /// Why.
    public var reason: ImportRefusal
    var byteOffset: Int
  }

  /// What becomes of a row.
  public enum Outcome: Sendable {
    /// It is a new venture.
    case new(ImportBatch.NewVenture)
    /// Its venture is there already.
    case matched(Matched)
    /// It cannot be taken.
    case refused(Refused)
  }

  struct Entry: Sendable {
    enum Kind: UInt8, Sendable { case new, matched, refused }
    var line: Int32
    var index: Int32
    var kind: Kind
  }

  /// What every column of the file is.
  public let mapping: ColumnMapping
  /// How the file is to be read.
  public var options: ImportOptions
  /// What stands between the cells of the file.
  public let delimiter: CSVDelimiter
  /// Rows that cannot be taken, by line.
  public internal(set) var refused: [Refused] = []
  /// What a person should know about rows that are taken, by line.
  public internal(set) var warnings: [ImportWarning] = []

  var headingOffset = 0
  var entries: [Entry] = []
  var new: [ImportBatch.NewVenture] = []
  var matched: [Matched] = []
  var updates: [ImportBatch.Update] = []

  init(mapping: ColumnMapping, options: ImportOptions, delimiter: CSVDelimiter) {
    self.mapping = mapping
    self.options = options
    self.delimiter = delimiter
  }

  /// How many rows the file has, without headings and blank lines.
  public var rowCount: Int { entries.count }
  /// How many rows are new ventures.
  public var newCount: Int { new.count }
  /// How many rows are ventures that are there already.
  public var matchedCount: Int { matched.count }
  /// How many of these say something else than what is there.
  public var changedCount: Int { updates.count }

  /// The line of a row, from 1; rows count from 0.
  public func line(at row: Int) -> Int { Int(entries[row].line) }

  /// What becomes of a row; rows count from 0, in the order of the file.
  public func outcome(at row: Int) -> Outcome {
    let entry = entries[row]
    switch entry.kind {
    case .new: return .new(new[Int(entry.index)])
    case .matched: return .matched(matched[Int(entry.index)])
    case .refused: return .refused(refused[Int(entry.index)])
    }
  }

  /// What a person should know about the row on a line.
  public func warnings(onLine line: Int) -> [ImportWarning] {
    var low = 0
    var high = warnings.count
    while low < high {
      let middle = (low + high) / 2
      if warnings[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return Array(warnings[low...].prefix { $0.line == line })
  }

  /// What storage is to do. Ventures that are there already are among the updates only when
  /// `options.onMatch` says so and the file says something else.
  public var batch: ImportBatch {
    let taken = options.onMatch == .update ? updates : []
    return ImportBatch(
      fileName: options.fileName, new: new, updates: taken, refused: refused.count,
      skipped: matched.count - taken.count)
  }
}
