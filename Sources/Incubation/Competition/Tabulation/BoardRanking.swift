/// Puts the entries of one board in order: status, ranks, ties, who goes on, awards.
struct BoardRanking {
  let tabulation: Tabulation
  let name: String
  /// Places of the entries of the board.
  let members: [Int]
  /// Their final totals, by place of the entry.
  let totals: [Int: Rational]
  /// Judges whose sheets a full panel has.
  let panel: [Int]
  private(set) var notes: [TabulationNote] = []

  private var ranks: [Int: Int] = [:]
  private var ties: [Int: TabulationResult.Tie] = [:]
  private var awards: [Int: String] = [:]

  init(tabulation: Tabulation, board: Int, totals: [Rational?], panel: [Int]) {
    self.tabulation = tabulation
    name = tabulation.boards[board].name
    members = tabulation.boards[board].entries.sorted {
      tabulation.entries[$0].id < tabulation.entries[$1].id
    }
    var known: [Int: Rational] = [:]
    for (entry, total) in zip(tabulation.boards[board].entries, totals) { known[entry] = total }
    self.totals = known
    self.panel = panel
  }

  private var rules: RoundRules { tabulation.rules }

  /// The rows of the result.
  mutating func rows() -> [TabulationResult.Row] {
    let states = members.map { ($0, state(of: $0)) }
    let ranked = states.filter { $0.1.status == .final || $0.1.status == .provisional }
      .map(\.0)
    let groups = groups(of: ranked)
    giveRanks(groups)
    giveAwards(groups)
    let order = groups.flatMap(\.entries)
    let known = Dictionary(uniqueKeysWithValues: states)
    let below = states.filter { $0.1.status == .belowGate }.map(\.0)
      .sorted { isAhead($0, $1) }
    let without = states.filter { $0.1.status == .noResult }.map(\.0)
    return (order + below + without).compactMap { entry in
      known[entry].map { row(of: entry, $0) }
    }
  }

  private func row(of entry: Int, _ state: State) -> TabulationResult.Row {
    let source = tabulation.entries[entry]
    let tally = tabulation.tallies[entry]
    let rank = ranks[entry]
    return TabulationResult.Row(
      entry: entry, id: source.id, title: source.title, board: source.board, rank: rank,
      total: totals[entry], status: state.status, tie: ties[entry],
      advances: rules.advancing.map { line in rank.map { $0 <= line } ?? false },
      award: awards[entry],
      criteria: tally.criteria.isEmpty ? rules.criteria.map { _ in nil } : tally.criteria,
      components: zip(rules.components, source.components).map { $1 ?? $0.fallback },
      sheetCount: tally.sheets.count, failedGate: state.gate)
  }

  // MARK: - Status

  private typealias State = (status: TabulationResult.Status, gate: TabulationResult.Gate?)

  private mutating func state(of entry: Int) -> State {
    let tally = tabulation.tallies[entry]
    guard let total = totals[entry], !tally.sheets.isEmpty else { return (.noResult, nil) }
    let before = notes.count
    noteMissing(entry, tally)
    let isProvisional = notes.count > before
    if tally.isUntrimmed {
      let id = tabulation.entries[entry].id
      notes.append(.nothingDropped(entry: id, sheets: tally.sheets.count))
    }
    let gate = failedGate(tally, total)
    if isProvisional { return (.provisional, gate) }
    return (gate == nil ? .final : .belowGate, gate)
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

  /// With mean ranks the lowest total is ahead.
  private func isAhead(_ entry: Int, _ other: Int) -> Bool {
    guard let total = totals[entry], let otherTotal = totals[other] else { return false }
    if total == otherTotal { return tabulation.entries[entry].id < tabulation.entries[other].id }
    return rules.panel.method == .rank ? total < otherTotal : total > otherTotal
  }

  private func groups(of ranked: [Int]) -> [TieChain.Group] {
    let sorted = ranked.sorted { isAhead($0, $1) }
    let chain = TieChain(tabulation: tabulation, members: members)
    var groups: [TieChain.Group] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, totals[sorted[end]] == totals[sorted[start]] { end += 1 }
      groups += chain.separate(Array(sorted[start..<end]))
      start = end
    }
    return groups
  }

  private mutating func giveRanks(_ groups: [TieChain.Group]) {
    var place = 1
    for group in groups {
      for entry in group.entries {
        ranks[entry] = place
        ties[entry] = group.tie
      }
      let next = place + group.entries.count
      if let line = rules.advancing, place <= line, next - 1 > line {
        notes.append(.tieAtLine(board: name, place: place, entries: group.entries.count))
      }
      place = next
    }
  }

  /// Awards go down the ranks. A level that cannot be given to the next group is left behind, and
  /// may stay empty: nobody further down may have it instead.
  private mutating func giveAwards(_ groups: [TieChain.Group]) {
    var level = 0
    var given = 0
    var place = 1
    for group in groups {
      while level < rules.awards.count {
        if gives(rules.awards[level], to: group, at: place, given) {
          for entry in group.entries { awards[entry] = rules.awards[level].code }
          given += group.entries.count
          break
        }
        level += 1
        given = 0
      }
      place += group.entries.count
    }
  }

  private mutating func gives(
    _ award: RoundRules.Award, to group: TieChain.Group, at place: Int, _ given: Int
  ) -> Bool {
    guard let first = group.entries.first, let total = totals[first] else { return false }
    if let minimum = award.minimumTotal, total < minimum { return false }
    guard let quota = award.quota else { return true }
    if given >= quota { return false }
    if given + group.entries.count <= quota || award.isShared { return true }
    notes.append(
      .awardNotShared(
        board: name, award: award.code, place: place, entries: group.entries.count))
    return false
  }
}
