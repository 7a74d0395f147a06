import Incubation

/// The rows of a file that were taken so far, to find the ones that come twice.
struct EarlierRows {
  /// What an earlier row is to a later one.
  enum Finding {
    /// The same venture; its line.
    case same(line: Int)
    /// The same by all that is known, but with another number; its line.
    case alike(line: Int)
  }

  private struct Organisation {
    var name: SafeText
    var folded: String
  }

  private var index = MatchIndex(capacity: 0)
  private var lines: [Int32] = []
  private var codes: [String] = []
  private var lineOfCode: [String: Int] = [:]
  private var lineOfMatch: [Int: Int] = [:]
  private var organisations: [TaxCode: Organisation] = [:]

  /// The earlier row that is the same venture; nil when there is none.
  ///
  /// - Parameters:
  ///   - code: the folded number that the row names; empty when it names none. Two rows with
  ///     different numbers are different ventures.
  ///   - match: which existing venture the row is; nil for a new one.
  func find(_ facts: MatchFacts, code: String, match: Int?) -> Finding? {
    if let match, let line = lineOfMatch[match] { return .same(line: line) }
    if !code.isEmpty, let line = lineOfCode[code] { return .same(line: line) }
    let items: [Int]
    switch index.match(facts) {
    case .none: return nil
    case .one(let item): items = [item]
    case .several(let several): items = several.sorted()
    }
    if let same = items.first(where: { code.isEmpty || codes[$0].isEmpty }) {
      return .same(line: Int(lines[same]))
    }
    return items.first.map { .alike(line: Int(lines[$0])) }
  }

  /// Adds a row that was taken.
  mutating func add(_ facts: MatchFacts, code: String, match: Int?, line: Int) {
    index.add(facts)
    lines.append(Int32(line))
    codes.append(code)
    if !code.isEmpty { lineOfCode[code] = line }
    if let match { lineOfMatch[match] = line }
  }

  /// The name under which an earlier row has the tax code, when it is another one; nil otherwise.
  mutating func organisation(of taxCode: TaxCode, named name: SafeText) -> SafeText? {
    let folded = TextFolding.fold(name.string)
    guard let known = organisations[taxCode] else {
      organisations[taxCode] = Organisation(name: name, folded: folded)
      return nil
    }
    return known.folded == folded ? nil : known.name
  }
}
