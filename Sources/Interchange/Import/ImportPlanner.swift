import Incubation
import Storage

/// Turns a CSV file into a plan: what is new, what is there already and would change, what cannot
/// be taken and why. Nothing is written.
///
/// A row is a venture that is there already when it names its number; else when title and tax code
/// are the same; else title and telephone, or title and year of birth; else when neither knows more
/// than the title. Rows of one file are compared in the same way. Only content and remarks of
/// such a venture are updated: its stage is moved by people, not by files.
public struct ImportPlanner: Sendable {
  private let existing: ExistingVentures
  private let options: ImportOptions

  /// A planner.
  public init(existing: ExistingVentures, options: ImportOptions) {
    self.existing = existing
    self.options = options
  }

  /// What the columns of a file are taken for, to be shown and corrected.
  ///
  /// - Throws: `CSVFailure`.
  public static func mapping(
    of bytes: [UInt8], corrections: MappingFile = MappingFile(), delimiter: CSVDelimiter? = nil
  ) throws(CSVFailure) -> ColumnMapping {
    var reader = try CSVReader(bytes, delimiter: delimiter)
    guard let headings = try Self.headings(&reader) else { throw .empty }
    return ColumnMapping(
      guessing: headings.texts.map(FormulaGuard.unguarding), corrections: corrections)
  }

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - mapping: what the columns are; nil to go by the headings.
  ///   - progress: told now and then how many rows were read; when it returns false, the work ends.
  /// - Throws: `CSVFailure`, `MappingFailure`, `CancellationError`, and what reading the existing
  ///   ventures throws.
  public func plan(
    _ bytes: [UInt8], mapping: ColumnMapping? = nil,
    progress: @Sendable (Int) -> Bool = { _ in true }
  ) async throws -> ImportPlan {
    var reader = try CSVReader(bytes, delimiter: options.delimiter)
    guard let headings = try Self.headings(&reader) else { throw CSVFailure.empty }
    let columns =
      try mapping ?? ColumnMapping(headings: headings.texts.map(FormulaGuard.unguarding))
    try columns.check()
    var work = PlanWork(
      mapping: columns, existing: existing, options: options, delimiter: reader.delimiter)
    work.plan.headingOffset = headings.byteRange.lowerBound
    work.reserve(rows: bytes.count { $0 == CSVByte.lineFeed })
    while let row = try reader.next() {
      if row.isBlank { continue }
      work.read(row)
      if work.pending.count == Self.rowsAtATime {
        try await work.settle()
        guard progress(work.plan.rowCount), !Task.isCancelled else { throw CancellationError() }
      }
    }
    try await work.settle()
    guard progress(work.plan.rowCount), !Task.isCancelled else { throw CancellationError() }
    return work.plan
  }

  private static func headings(_ reader: inout CSVReader) throws(CSVFailure) -> CSVRow? {
    while let row = try reader.next() {
      if let encoding = row.legacyEncoding {
        throw .legacyEncoding(name: encoding.name, line: row.line)
      }
      if !row.isBlank { return row }
    }
    return nil
  }

  private static let rowsAtATime = 500
}
