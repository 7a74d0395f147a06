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

/// The work on one plan.
struct PlanWork {
  /// A row whose place in the plan is not decided yet.
  struct Pending {
    var row: Result<ParsedRow, RowRefusal>
    var line: Int
    var byteOffset: Int
    /// Which of the existing keys it is; nil for a new one.
    var match: Int?
    /// Another venture with the same tax code; nil when there is none.
    var sameTaxCode: Int?
  }

  var plan: ImportPlan
  var pending: [Pending] = []
  private let existing: ExistingVentures
  private var parser: RowParser
  private var index: MatchIndex
  private var byCode: [String: Int] = [:]
  private var byTaxCode: [TaxCode: Int] = [:]
  private var earlier = EarlierRows()

  init(
    mapping: ColumnMapping, existing: ExistingVentures, options: ImportOptions,
    delimiter: CSVDelimiter
  ) {
    plan = ImportPlan(mapping: mapping, options: options, delimiter: delimiter)
    parser = RowParser(mapping: mapping, options: options)
    self.existing = existing
    index = MatchIndex(capacity: existing.keys.count)
    for (number, key) in existing.keys.enumerated() {
      index.add(
        MatchFacts(
          title: key.title, taxCode: key.taxCode, phone: key.phone, birthYear: key.birthYear))
      if !key.taxCode.isEmpty { byTaxCode[TaxCode(stored: key.taxCode)] = number }
      if let code = existing.codes[key.id] { byCode[TextFolding.fold(code.string)] = number }
    }
  }

  /// Makes room, so that growing arrays do not hold everything twice.
  mutating func reserve(rows: Int) {
    plan.entries.reserveCapacity(min(rows + 1, CSVLimits().rows))
    plan.new.reserveCapacity(min(rows + 1, CSVLimits().rows))
  }

  /// Reads a row and finds out which venture it is.
  mutating func read(_ row: CSVRow) {
    var item = Pending(
      row: .failure(RowRefusal(column: nil, reason: .noTitle)), line: row.line,
      byteOffset: row.byteRange.lowerBound)
    do throws(RowRefusal) {
      var parsed = try parser.parse(row)
      item.match = try match(&parsed)
      item.sameTaxCode = parsed.content.taxCode.flatMap { byTaxCode[$0] }
      item.row = .success(parsed)
    } catch {
      item.row = .failure(error)
    }
    pending.append(item)
  }

  /// Which existing venture a row is; nil for a new one.
  private mutating func match(_ parsed: inout ParsedRow) throws(RowRefusal) -> Int? {
    let facts = MatchFacts(parsed.content)
    let code = TextFolding.fold(parsed.code.string)
    var found = byCode[code]
    if found == nil {
      switch index.match(facts) {
      case .one(let number): found = number
      case .several(let numbers):
        throw RowRefusal(column: nil, reason: .ambiguous(numbers.count))
      case .none(let titleIsKnown):
        if titleIsKnown { warn(.sameTitle, &parsed) }
      }
    }
    switch earlier.find(facts, code: code, match: found) {
    case .same(let line): throw RowRefusal(column: nil, reason: .duplicate(ofLine: line))
    case .alike(let line): warn(.likeLine(line), &parsed)
    case nil: break
    }
    earlier.add(facts, code: code, match: found, line: parsed.line)
    noteOrganisation(&parsed)
    return found
  }

  private func warn(_ kind: ImportWarning.Kind, _ parsed: inout ParsedRow) {
    parsed.warnings.append(ImportWarning(line: parsed.line, column: nil, kind: kind))
  }

  private mutating func noteOrganisation(_ parsed: inout ParsedRow) {
    guard let taxCode = parsed.content.taxCode, !parsed.content.organisation.isBlank else { return }
    if let other = earlier.organisation(of: taxCode, named: parsed.content.organisation) {
      warn(.otherOrganisation(other), &parsed)
    }
  }

  /// Puts the rows read so far into the plan.
  mutating func settle() async throws {
    let ids = Set(pending.flatMap { [$0.match, $0.sameTaxCode] }.compactMap { $0 })
      .map { existing.keys[$0].id }
    let contents = ids.isEmpty ? [:] : try await existing.contents(ids)
    let matched = pending.compactMap { $0.match.map { existing.keys[$0].id } }
    let notes = matched.isEmpty ? [:] : try await existing.notes?(matched) ?? [:]
    for item in pending { settle(item, contents, notes) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func settle(
    _ item: Pending, _ contents: [Identifier<Venture>: VersionedContent],
    _ notes: [Identifier<Venture>: [SafeText]]
  ) {
    switch item.row {
    case .failure(let refusal): refuse(item, refusal)
    case .success(var row):
      if let number = item.sameTaxCode, let other = contents[existing.keys[number].id]?.content {
        compareOrganisation(&row, with: other)
      }
      guard let match = item.match, let found = contents[existing.keys[match].id] else {
        return addNew(row)
      }
      let id = existing.keys[match].id
      addMatched(row, item, id: id, found: found, notes: notes[id] ?? [])
    }
  }

  private func compareOrganisation(_ row: inout ParsedRow, with other: VentureContent) {
    let name = row.content.organisation
    guard !name.isBlank, !other.organisation.isBlank, other.taxCode == row.content.taxCode,
      TextFolding.fold(name.string) != TextFolding.fold(other.organisation.string)
    else { return }
    let warning = ImportWarning.Kind.otherOrganisation(other.organisation)
    if !row.warnings.contains(where: { $0.kind == warning }) { warn(warning, &row) }
  }

  private mutating func addNew(_ row: ParsedRow) {
    enter(.new, plan.new.count, line: row.line)
    plan.warnings += row.warnings
    plan.new.append(
      ImportBatch.NewVenture(
        code: row.code, content: row.content, pipeline: row.pipeline, stage: row.stage,
        note: row.note, enteredOn: row.enteredOn, status: row.status))
  }

  private mutating func addMatched(
    _ row: ParsedRow, _ item: Pending, id: Identifier<Venture>, found: VersionedContent,
    notes: [SafeText]
  ) {
    var content = found.content
    var differences: [ImportPlan.Difference] = []
    for field in VentureField.allCases where row.filled.contains(field) {
      let (before, after) = (found.content.text(of: field), row.content.text(of: field))
      guard before != after else { continue }
      do throws(FieldRefusal) {
        content = try content.setting(field, from: after)
      } catch {
        let column = plan.mapping.index(of: .field(field))
        return refuse(item, RowRefusal(column: column, reason: .value(error)))
      }
      differences.append(ImportPlan.Difference(field: field, before: before, after: after))
    }
    var row = row
    let note = newNote(&row, notes)
    let isChanged = !differences.isEmpty || note != .empty
    enter(.matched, plan.matched.count, line: row.line)
    plan.warnings += row.warnings
    plan.matched.append(
      ImportPlan.Matched(
        id: id, title: found.content.title, differences: differences,
        update: isChanged ? Int32(plan.updates.count) : -1))
    guard isChanged else { return }
    plan.updates.append(
      ImportBatch.Update(id: id, content: content, ifVersion: found.version, note: note))
  }

  /// The remark that is not there yet; empty when there is none to add.
  private func newNote(_ row: inout ParsedRow, _ known: [SafeText]) -> SafeText {
    guard !row.note.isBlank else { return .empty }
    guard existing.notes != nil else {
      let column = plan.mapping.index(of: .field(.note)).map(plan.mapping.name)
      row.warnings.append(ImportWarning(line: row.line, column: column, kind: .noteLeftOut))
      return .empty
    }
    return known.contains(row.note) ? .empty : row.note
  }

  private mutating func refuse(_ item: Pending, _ refusal: RowRefusal) {
    enter(.refused, plan.refused.count, line: item.line)
    plan.refused.append(
      ImportPlan.Refused(
        line: item.line, column: refusal.column.map(plan.mapping.name), reason: refusal.reason,
        byteOffset: item.byteOffset))
  }

  private mutating func enter(_ kind: ImportPlan.Entry.Kind, _ index: Int, line: Int) {
    plan.entries.append(
      ImportPlan.Entry(line: Int32(line), index: Int32(index), kind: kind))
  }
}
