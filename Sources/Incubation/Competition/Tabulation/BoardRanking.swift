/// Puts the entries of one board in order: status, ranks, ties, who goes on, awards.
struct BoardRanking {
  let tabulation: Tabulation
  let name: String
  /// Places of the entries of the board.
  let members: [Int]
  /// The final totals of all entries, by their places.
  private let totals: [Rational?]
  /// Judges whose sheets a full panel has.
  private let panel: [Int]
  private(set) var notes: [TabulationNote] = []

  init(tabulation: Tabulation, board: Int, totals: [Rational?], panel: [Int]) {
    self.tabulation = tabulation
    name = tabulation.boards[board].name
    members = tabulation.boards[board].entries
    self.totals = totals
    self.panel = panel
  }

  private var rules: RoundRules { tabulation.rules }

  /// An entry on its way to a row.
  private struct Candidate {
    let entry: Int
    let total: Rational?
    let status: TabulationResult.Status
    let gate: TabulationResult.Gate?
    var place: Place?
  }

  /// Where an entry came to stand.
  private struct Place {
    var rank: Int
    var tie: TabulationResult.Tie?
    var award: String?
  }

  /// The rows of the result.
  mutating func rows() -> [TabulationResult.Row] {
    let candidates = members.map { candidate($0) }
    let ranked = candidates.filter { $0.status == .final || $0.status == .provisional }
    let below = candidates.filter { $0.status == .belowGate }
    let without = candidates.filter { $0.status == .noResult }
    let rest = (inOrder(below) + without).map(row)
    return placed(groups(of: inOrder(ranked))).map(row) + rest
  }

  private func row(of candidate: Candidate) -> TabulationResult.Row {
    let source = tabulation.entries[candidate.entry]
    let tally = tabulation.tallies[candidate.entry]
    let place = candidate.place
    return TabulationResult.Row(
      entry: candidate.entry, id: source.id, title: source.title, board: source.board,
      rank: place?.rank, total: candidate.total, status: candidate.status, tie: place?.tie,
      advances: rules.advancing.map { line in place.map { $0.rank <= line } ?? false },
      award: place?.award,
      criteria: tally.criteria.isEmpty ? rules.criteria.map { _ in nil } : tally.criteria,
      components: zip(rules.components, source.components).map { $1 ?? $0.fallback },
      sheetCount: tally.sheets.count, failedGate: candidate.gate)
  }

  // MARK: - Status

  private mutating func candidate(_ entry: Int) -> Candidate {
    let tally = tabulation.tallies[entry]
    guard let total = totals[entry] else {
      return Candidate(entry: entry, total: nil, status: .noResult, gate: nil)
    }
    let before = notes.count
    noteMissing(entry, tally)
    let isProvisional = notes.count > before
    if tally.isUntrimmed {
      let id = tabulation.entries[entry].id
      notes.append(.nothingDropped(entry: id, sheets: tally.sheets.count))
    }
    let gate = failedGate(tally, total)
    let status: TabulationResult.Status =
      isProvisional ? .provisional : gate == nil ? .final : .belowGate
    return Candidate(entry: entry, total: total, status: status, gate: gate)
  }

  /// Notes everything that makes a result provisional.
  private mutating func noteMissing(_ entry: Int, _ tally: EntryTally) {
    let source = tabulation.entries[entry]
    if tally.sheets.count < rules.quorum {
      notes.append(
        .belowQuorum(entry: source.id, sheets: tally.sheets.count, quorum: rules.quorum))
    }
    for (component, value) in zip(rules.components, source.components)
    where value == nil && component.fallback == nil {
      notes.append(.missingComponent(entry: source.id, component: component.code))
    }
    guard rules.panel.method == .sum, tally.sheets.count < panel.count else { return }
    let present = Set(tally.sheets.map(\.judge))
    let absent = panel.filter { !present.contains($0) }.map { tabulation.judges[$0].id }
    notes.append(.absentFromSum(entry: source.id, judges: absent))
  }

  private func failedGate(
    _ tally: EntryTally, _ total: Rational
  ) -> TabulationResult.Gate? {
    let gates = rules.gates
    if let minimum = gates.minimumTotal, total < minimum { return .minimumTotal }
    for (place, value) in tally.criteria.enumerated() {
      if gates.refusesZeroCriterion, value.isZero { return .zeroCriterion(place) }
      if let share = gates.largestZeroShare,
        Rational(tally.zeroCounts[place], over: tally.sheets.count) > share
      {
        return .zeroShare(place)
      }
      if let minimum = gates.minimumCriteria[rules.criteria[place].code], value < minimum {
        return .minimumCriterion(place)
      }
    }
    return nil
  }

  // MARK: - Order

  /// Best first; with mean ranks that is the lowest. Members stand in the order of their codes, and
  /// equals stay so.
  private func inOrder(_ candidates: [Candidate]) -> [Candidate] {
    let isLowest = rules.panel.method == .rank
    let keyed = candidates.indices.map { ($0, candidates[$0].total ?? .zero) }
    let sorted = keyed.sorted { one, other in
      if one.1 == other.1 { return one.0 < other.0 }
      return isLowest ? one.1 < other.1 : one.1 > other.1
    }
    return sorted.map { candidates[$0.0] }
  }

  /// Entries place by place, ties separated.
  private func groups(of sorted: [Candidate]) -> [([Candidate], TabulationResult.Tie?)] {
    let chain = TieChain(tabulation: tabulation, members: members)
    var groups: [([Candidate], TabulationResult.Tie?)] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].total == sorted[start].total { end += 1 }
      let tied = sorted[start..<end]
      if tied.count == 1 {
        groups.append((Array(tied), nil))
      } else {
        let byEntry = Dictionary(uniqueKeysWithValues: tied.map { ($0.entry, $0) })
        groups += chain.separate(tied.map(\.entry)).map { group in
          (group.entries.compactMap { byEntry[$0] }, group.tie)
        }
      }
      start = end
    }
    return groups
  }

  /// The entries with ranks and awards.
  private mutating func placed(
    _ groups: [([Candidate], TabulationResult.Tie?)]
  ) -> [Candidate] {
    var awarding = (level: 0, given: 0)
    var rank = 1
    var placed: [Candidate] = []
    for (candidates, tie) in groups {
      let award = award(for: candidates, at: rank, &awarding)
      for var candidate in candidates {
        candidate.place = Place(rank: rank, tie: tie, award: award)
        placed.append(candidate)
      }
      let next = rank + candidates.count
      if let line = rules.advancing, rank <= line, next - 1 > line {
        notes.append(.tieAtLine(board: name, place: rank, entries: candidates.count))
      }
      rank = next
    }
    return placed
  }

  /// Awards go down the ranks. A level that cannot be given to the next group is left behind, and
  /// may stay empty: nobody further down may have it instead.
  private mutating func award(
    for group: [Candidate], at place: Int, _ awarding: inout (level: Int, given: Int)
  ) -> String? {
    while awarding.level < rules.awards.count {
      let award = rules.awards[awarding.level]
      if gives(award, to: group, at: place, awarding.given) {
        awarding.given += group.count
        return award.code
      }
      awarding = (awarding.level + 1, 0)
    }
    return nil
  }

  private mutating func gives(
    _ award: RoundRules.Award, to group: [Candidate], at place: Int, _ given: Int
  ) -> Bool {
    guard let total = group.first?.total else { return false }
    if let minimum = award.minimumTotal, total < minimum { return false }
    guard let quota = award.quota else { return true }
    if given >= quota { return false }
    if given + group.count <= quota || award.isShared { return true }
    notes.append(
      .awardNotShared(
        board: name, award: award.code, place: place, entries: group.count))
    return false
  }
}
