/// The official count of a round: from rules, entries and sheets to ranks, exactly as the decision
/// on the contest lays it down. Files and screens use this one.
///
/// A tabulation keeps what each entry came to, so that after `set` only the entries concerned are
/// added up again.
public struct Tabulation: Sendable {
  /// The rules; checked.
  public let rules: RoundRules
  /// The entries.
  public let entries: [Entry]
  /// The judges, shadow judges among them.
  public let judges: [Judge]

  /// Sheets that count, by entry, in the order of the judges' codes.
  private var sheets: [[Sheet]]
  /// Places of entries by board in the order of their codes, boards in the order of their names.
  let boards: [(name: String, entries: [Int])]
  /// Places of judges in the order of their codes.
  private let judgeOrder: [Int]
  private(set) var tallies: [EntryTally]
  private let adder: EntryAdder

  /// Counts a round.
  ///
  /// - Throws: `TabulationRefusal` when no result can come of the rules and entries.
  public init(_ record: RoundRecord) throws(TabulationRefusal) {
    try Self.check(record)
    rules = record.rules
    entries = record.entries
    judges = record.judges
    adder = EntryAdder(rules: rules)
    var order = [Int](repeating: 0, count: judges.count)
    let sorted = record.judges.indices.sorted { record.judges[$0].id < record.judges[$1].id }
    for (place, judge) in sorted.enumerated() { order[judge] = place }
    judgeOrder = order
    let byCode = record.entries.indices.sorted { record.entries[$0].id < record.entries[$1].id }
    boards = Dictionary(grouping: byCode) { record.entries[$0].board }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    sheets = Array(repeating: [], count: record.entries.count)
    tallies = Array(repeating: EntryTally(), count: record.entries.count)
    for sheet in record.sheets where !judges[sheet.judge].isShadow {
      sheets[sheet.entry].append(sheet)
    }
    for entry in entries.indices {
      sheets[entry].sort { order[$0.judge] < order[$1.judge] }
      tallies[entry] = adder.tally(sheets[entry], of: entries[entry])
    }
  }

  /// Puts a sheet in the place of the same judge's earlier sheet of the same entry, if there is
  /// one. The sheet of a shadow judge changes nothing.
  public mutating func set(_ sheet: Sheet) {
    guard !judges[sheet.judge].isShadow else { return }
    var list = sheets[sheet.entry]
    let place = list.firstIndex { judgeOrder[$0.judge] >= judgeOrder[sheet.judge] } ?? list.count
    if place < list.count, list[place].judge == sheet.judge {
      list[place] = sheet
    } else {
      list.insert(sheet, at: place)
    }
    sheets[sheet.entry] = list
    tallies[sheet.entry] = adder.tally(list, of: entries[sheet.entry])
  }

  /// The untrimmed totals of the complete sheets that count, by the places of entry and judge: what
  /// statistics work on.
  public var sheetTotals: [(entry: Int, judge: Int, total: Rational)] {
    tallies.enumerated().flatMap { entry, tally in
      tally.sheets.map { (entry, $0.judge, $0.total) }
    }
  }

  /// The result as the sheets stand.
  ///
  /// - Throws: `TabulationRefusal.incompletePanel`.
  public func result() throws(TabulationRefusal) -> TabulationResult {
    var notes = ruleNotes
    var rows: [TabulationResult.Row] = []
    let absent = absentJudges
    let totals = try totals()
    for (index, board) in boards.enumerated() {
      let panel = panel(of: board.entries, absent: absent)
      var board = BoardRanking(tabulation: self, board: index, totals: totals, panel: panel)
      rows += board.rows()
      notes += board.notes
    }
    return TabulationResult(rules: rules, rows: rows, notes: notes)
  }

  /// Judges without a sheet on any board, even an empty one: absent from all of them.
  private var absentJudges: [Int] {
    var isPresent = judges.map(\.isShadow)
    for list in sheets { for sheet in list { isPresent[sheet.judge] = true } }
    return judges.indices.filter { !isPresent[$0] }
  }

  /// The judges of a board: those with a sheet on it, complete or not, and those who were absent
  /// from everything; in the order of their codes.
  private func panel(of members: [Int], absent: [Int]) -> [Int] {
    var isMember = judges.map { _ in false }
    for judge in absent { isMember[judge] = true }
    for entry in members { for sheet in sheets[entry] { isMember[sheet.judge] = true } }
    return judges.indices.filter { isMember[$0] }.sorted { judgeOrder[$0] < judgeOrder[$1] }
  }

  /// The final totals of all entries.
  private func totals() throws(TabulationRefusal) -> [Rational?] {
    guard rules.panel.method.isByRank else { return tallies.map(\.total) }
    var totals = entries.map { _ in Rational?.none }
    for board in boards {
      let members = board.entries
      let count = RankCount(rules: rules, tallies: members.map { tallies[$0] })
      if let (member, judge) = count.gap {
        throw .incompletePanel(
          entry: entries[members[member]].id, judge: judges[judge].id, rules.panel.method)
      }
      for (entry, total) in zip(members, count.totals()) { totals[entry] = total }
    }
    return totals
  }

  private static func check(_ record: RoundRecord) throws(TabulationRefusal) {
    let problems = record.rules.problems
    guard problems.isEmpty else { throw .rules(problems) }
    let method = record.rules.panel.method
    if method.isByRank, let entry = record.entries.first(where: { $0.multiplier != .one }) {
      throw .multiplier(entry: entry.id, method)
    }
    for case .judge(let id) in record.rules.ties {
      if record.judges.contains(where: { $0.id == id && $0.isShadow }) { throw .shadowTieJudge(id) }
    }
    let count = record.rules.criteria.count
    precondition(record.sheets.allSatisfy { $0.scores.count == count }, "sheets fit the criteria")
  }

  private var ruleNotes: [TabulationNote] {
    var used: Set<RoundRules.Rounding.Point> = [.factor, .total]
    used.formUnion(rules.panel.combination == .criterion ? [.criterion] : [.sheet, .panel])
    let unused = RoundRules.Rounding.Point.allCases.filter {
      rules.rounding.points.contains($0) && !used.contains($0) && $0 != .criterion
    }
    let strangers = rules.ties.compactMap { step -> TabulationNote? in
      guard case .judge(let id) = step, !judges.contains(where: { $0.id == id }) else { return nil }
      return .unknownTieJudge(id)
    }
    return unused.map { .roundingWithoutUse($0) } + strangers
  }
}
