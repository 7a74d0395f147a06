extension RoundSnapshot {
  /// What stands in a cell of the organiser's grid of entries and judges.
  public enum CellState: String, CaseIterable, Sendable {
    /// The judge does not judge the entry.
    case notAssigned = "not-assigned"
    /// A conflict of interest keeps the judge from it.
    case conflict
    /// The judge is not there and has not finished the sheet.
    case absent
    /// No score yet.
    case blank
    /// Some scores.
    case partial
    /// All scores.
    case complete
    /// All scores, and the judge has looked at them.
    case confirmed
    /// Sealed.
    case sealed
  }

  /// What stands in a cell.
  public func cell(_ place: SheetPlace) -> CellState {
    state(of: place, blocked: blocked, judge: judge(place.judge))
  }

  private func state(
    of place: SheetPlace, blocked: Set<SheetPlace>, judge: RoundJudge?
  ) -> CellState {
    if blocked.contains(place) { return .conflict }
    guard assigned.contains(place) else { return .notAssigned }
    let sheet = sheet(place)
    if sheet.isSealed { return .sealed }
    let filled = sheet.filled(rules.criteria)
    if filled == rules.criteria.count { return sheet.isConfirmed ? .confirmed : .complete }
    if judge?.isPresent == false { return .absent }
    return filled == 0 ? .blank : .partial
  }

  /// All cells: a row for each entry, in it a cell for each judge, in their orders.
  public var grid: [[CellState]] {
    let blocked = blocked
    return entries.map { entry in
      judges.map { judge in
        state(
          of: SheetPlace(entry: entry.entry, judge: judge.judge), blocked: blocked, judge: judge)
      }
    }
  }

  /// A sheet that is missing, with what still hangs on it.
  public struct Missing: Hashable, Sendable {
    /// The sheet.
    public var place: SheetPlace
    /// By codes.
    public var key: SheetKey
    /// How many criteria have a score.
    public var filled: Int
    /// When the judge last touched it; nil when never.
    public var lastTouched: Timestamp?
    /// By how many places the entry could still rise or fall; nil when that is not known.
    public var reach: ClosedRange<Int>?
    /// Whether the sheet can still change who is among the first.
    public var touchesTop: Bool
  }

  /// The sheets that keep the round from being closed, those first that can still move the top
  /// places, then those that can move an entry furthest.
  ///
  /// - Parameter top: how many places count as the top.
  public func chaseList(top: Int = 3) -> [Missing] {
    let ranges = possibleRanks()
    let missing = missingPlaces.map { place -> Missing in
      let entry = entry(place.entry)
      let sheet = sheet(place)
      let reach = entry.flatMap { ranges[$0.code] }
      return Missing(
        place: place,
        key: SheetKey(entry: entry?.code ?? "", judge: judge(place.judge)?.code ?? ""),
        filled: sheet.filled(rules.criteria), lastTouched: sheet.savedAt, reach: reach,
        touchesTop: reach.map { $0.lowerBound <= top && $0.upperBound > top } ?? false)
    }
    return missing.sorted { left, right in
      if left.touchesTop != right.touchesTop { return left.touchesTop }
      let (one, other) = (left.reach?.count ?? 0, right.reach?.count ?? 0)
      return one == other ? left.key < right.key : one > other
    }
  }

  /// Sheets that are assigned and not complete, of judges who count, in order.
  public var missingPlaces: [SheetPlace] {
    let shadows = Set(judges.filter(\.isShadow).map(\.judge))
    let out = Set(entries.filter { !$0.counts }.map(\.entry))
    return assigned.subtracting(blocked).filter { place in
      !shadows.contains(place.judge) && !out.contains(place.entry)
        && !sheet(place).isComplete(rules.criteria)
    }.sorted()
  }

  /// For each entry by code, the best and the worst place that it can still reach on its board when
  /// missing scores become the highest or the lowest; nothing for methods by ranks.
  public func possibleRanks() -> [String: ClosedRange<Int>] {
    guard !rules.panel.method.isByRank else { return [:] }
    let missing = Set(missingPlaces)
    guard let low = totals(filling: missing, \.minimum),
      let high = totals(filling: missing, \.maximum)
    else { return [:] }
    var ranges: [String: ClosedRange<Int>] = [:]
    for entries in Dictionary(grouping: self.entries.filter(\.counts), by: \.board).values {
      let codes = entries.map(\.code)
      let sure = codes.filter { isSureToRank($0, low) }
      let lows = sure.compactMap { low[$0] }.sorted()
      let highs = codes.compactMap { high[$0] }.sorted()
      for code in codes {
        guard let worst = low[code], let best = high[code] else { continue }
        // Ahead for certain: those whose lowest is above my highest. Perhaps: those whose highest
        // is not below my lowest, for a tie may be separated either way; I am one of them.
        let certain = lows.count - Self.firstIndex(above: best, in: lows)
        let below = Self.firstIndex(notBelow: worst, in: highs)
        ranges[code] = (certain + 1)...max(certain + 1, highs.count - below)
      }
    }
    return ranges
  }

  /// Whether an entry keeps a rank whatever comes: no gate can take it away.
  private func isSureToRank(_ code: String, _ low: [String: Rational]) -> Bool {
    let gates = rules.gates
    guard !gates.refusesZeroCriterion, gates.largestZeroShare == nil,
      gates.minimumCriteria.isEmpty
    else { return false }
    guard let minimum = gates.minimumTotal, let total = low[code] else { return true }
    return total >= minimum
  }

  private static func firstIndex(notBelow value: Rational, in sorted: [Rational]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func firstIndex(above value: Rational, in sorted: [Rational]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Final totals by code when missing scores get the value of a bound.
  private func totals(
    filling missing: Set<SheetPlace>, _ bound: KeyPath<Criterion, Rational>
  ) -> [String: Rational]? {
    var filled = self
    for place in missing {
      var sheet = sheet(place)
      for criterion in rules.criteria where sheet.hundredths(criterion.code) == nil {
        let units = (criterion[keyPath: bound] * Rational(100)).rounded(places: 0, .down)
        guard let number = Int(units.description) else { return nil }
        sheet.scores[criterion.code] = ScoreSheet.Cell(
          number, typedAt: Timestamp(milliseconds: 0), event: Identifier(high: 0, low: 0))
      }
      filled.sheets[place] = sheet
    }
    guard let rows = try? filled.result().rows else { return nil }
    return Dictionary(rows.map { ($0.id, $0.total ?? .zero) }) { first, _ in first }
  }
}
