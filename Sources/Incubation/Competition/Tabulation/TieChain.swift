/// Separates entries of equal totals by the steps of the rules, tried in order.
struct TieChain {
  private let tabulation: Tabulation
  /// The highest sheet total of each judge on the board; empty when no step asks for it.
  private let best: [Rational?]

  /// - Parameter members: the places of the entries of the board.
  init(tabulation: Tabulation, members: [Int]) {
    self.tabulation = tabulation
    var best: [Rational?] = []
    if tabulation.rules.ties.contains(.firstPlaces) {
      best = tabulation.judges.map { _ in nil }
      for entry in members {
        for sheet in tabulation.tallies[entry].sheets {
          if let known = best[sheet.judge], known >= sheet.total { continue }
          best[sheet.judge] = sheet.total
        }
      }
    }
    self.best = best
  }

  /// Entries that take one place, and how a tie was separated.
  struct Group {
    var entries: [Int]
    var tie: TabulationResult.Tie?
  }

  /// Entries of equal totals in order: groups of more than one share their place. A group of one
  /// carries the step that set it apart from the last of the others.
  func separate(_ tied: [Int]) -> [Group] {
    separate(tied, from: 0, tie: nil)
  }

  private func separate(
    _ tied: [Int], from first: Int, tie: TabulationResult.Tie?
  ) -> [Group] {
    if tied.count == 1 { return [Group(entries: tied, tie: tie)] }
    let steps = tabulation.rules.ties
    for index in first..<max(first, steps.count) {
      guard let parts = parts(of: tied, by: steps[index]), parts.count > 1 else { continue }
      return parts.flatMap { separate($0, from: index + 1, tie: .separated(by: steps[index])) }
    }
    return [Group(entries: tied, tie: .shared)]
  }

  /// The entries in groups of equal keys, the best first; nil when the step cannot be applied to
  /// all of them.
  private func parts(of tied: [Int], by step: TieStep) -> [[Int]]? {
    var keyed: [(entry: Int, key: [Rational])] = []
    for entry in tied {
      guard let key = key(of: entry, by: step) else { return nil }
      keyed.append((entry, key))
    }
    keyed.sort { $1.key.lexicographicallyPrecedes($0.key) }
    var parts: [[Int]] = []
    for (index, pair) in keyed.enumerated() {
      if index > 0, keyed[index - 1].key == pair.key {
        parts[parts.count - 1].append(pair.entry)
      } else {
        parts.append([pair.entry])
      }
    }
    return parts
  }

  /// What the step compares, the larger ahead; a list that is the beginning of another is behind
  /// it. Nil when the entry has nothing to compare: a score that is missing is no low score.
  private func key(of entry: Int, by step: TieStep) -> [Rational]? {
    let tally = tabulation.tallies[entry]
    switch step {
    case .component(let code): return component(code, of: entry).map { [$0] }
    case .criterion(let code):
      return tabulation.rules.criteria.firstIndex { $0.code == code }
        .flatMap { tally.criteria.isEmpty ? nil : [tally.criteria[$0]] }
    case .criteriaTotal: return tally.criteriaTotal.map { [$0] }
    case .countBack: return tally.sheets.map(\.total).sorted(by: >)
    case .firstPlaces: return [Rational(firstPlaces(of: entry))]
    case .scoringJudges: return [Rational(tally.sheets.count { $0.total > .zero })]
    case .median: return Rational.median(tally.sheets.map(\.total)).map { [$0] }
    case .judge(let id):
      return tally.sheets.first { tabulation.judges[$0.judge].id == id }.map { [$0.total] }
    case .lot: return tabulation.entries[entry].lot.map { [-$0] } ?? []
    case .decision: return tabulation.entries[entry].decision.map { [-$0] } ?? []
    }
  }

  private func component(_ code: String, of entry: Int) -> Rational? {
    guard let place = tabulation.rules.components.firstIndex(where: { $0.code == code }) else {
      return nil
    }
    let component = tabulation.rules.components[place]
    guard let value = tabulation.entries[entry].components[place] ?? component.fallback else {
      return nil
    }
    return component.isDeduction ? -value : value
  }

  private func firstPlaces(of entry: Int) -> Int {
    tabulation.tallies[entry].sheets.count { best[$0.judge] == $0.total }
  }
}
