import Incubation
import Storage

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
  let existing: ExistingVentures
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
        let codes = numbers.prefix(4).compactMap { existing.codes[existing.keys[$0].id] }
        throw RowRefusal(column: nil, reason: .ambiguous(numbers.count, codes: codes))
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

  func warn(_ kind: ImportWarning.Kind, _ parsed: inout ParsedRow) {
    parsed.warnings.append(ImportWarning(line: parsed.line, column: nil, kind: kind))
  }

  private mutating func noteOrganisation(_ parsed: inout ParsedRow) {
    guard let taxCode = parsed.content.taxCode, !parsed.content.organisation.isBlank else { return }
    if let other = earlier.organisation(of: taxCode, named: parsed.content.organisation) {
      warn(.otherOrganisation(other), &parsed)
    }
  }
}
