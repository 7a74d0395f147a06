/// Counts a board by the order in which its judges see the entries, not by their numbers.
struct RankCount {
  let rules: RoundRules
  /// The tallies of the board.
  let tallies: [EntryTally]

  /// The first entry that a judge of the board has no complete sheet for, and the judge; nil when
  /// the panel is complete. Places within the board, and within the list of judges.
  var gap: (member: Int, judge: Int)? {
    var judges: [Int] = []
    var seen: Set<Int> = []
    for tally in tallies {
      for sheet in tally.sheets where seen.insert(sheet.judge).inserted {
        judges.append(sheet.judge)
      }
    }
    for (member, tally) in tallies.enumerated() where tally.sheets.count < judges.count {
      let present = Set(tally.sheets.map(\.judge))
      if let judge = judges.first(where: { !present.contains($0) }) { return (member, judge) }
    }
    return nil
  }

  /// The final totals of a complete panel; nil throughout when there is no sheet at all.
  func totals() -> [Rational?] {
    let judgeCount = tallies.first?.sheets.count ?? 0
    guard judgeCount > 0 else { return tallies.map { _ in nil } }
    var values = tallies.map { _ in [Rational]() }
    for judge in 0..<judgeCount {
      let places = Self.places(of: tallies.map { $0.sheets[judge].total }, highestFirst: true)
      for (member, place) in places.enumerated() {
        values[member].append(rules.panel.method == .borda ? points(for: place) : place.meanRank)
      }
    }
    let numbers = values.map { rules.rounding.apply(combined($0), at: .panel) }
    guard rules.panel.method == .rankPoints else {
      return numbers.map { rules.rounding.apply($0, at: .total) }
    }
    return Self.places(of: numbers, highestFirst: false)
      .map { rules.rounding.apply(points(for: $0), at: .total) }
  }

  /// The best ranks are the lowest numbers, so that dropping the highest drops those.
  private func combined(_ values: [Rational]) -> Rational {
    let panel = rules.panel
    if panel.method == .borda { return Rational.sum(panel.trimmed(values)) }
    let kept = panel.trimmed(values.map { -$0 })
    return -Rational.sum(kept) / Rational(kept.count)
  }

  /// Where an entry stands: behind how many, beside how many.
  struct Place {
    /// How many entries are ahead.
    var ahead: Int
    /// How many entries share the place, itself among them.
    var sharing: Int

    /// The mean of the ranks that the sharing entries take up.
    var meanRank: Rational { Rational(2 * ahead + sharing + 1, over: 2) }
  }

  /// The places of values in their order.
  static func places(of values: [Rational], highestFirst: Bool) -> [Place] {
    let order = values.indices.sorted {
      highestFirst ? values[$0] > values[$1] : values[$0] < values[$1]
    }
    var places = values.map { _ in Place(ahead: 0, sharing: 1) }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for index in start..<end {
        places[order[index]] = Place(ahead: start, sharing: end - start)
      }
      start = end
    }
    return places
  }

  /// Entries that share a place share the mean of the points of the places that they take up.
  private func points(for place: Place) -> Rational {
    let table = rules.panel.points
    let taken = (place.ahead..<place.ahead + place.sharing).map {
      $0 < table.count ? table[$0] : .zero
    }
    return Rational.sum(taken) / Rational(place.sharing)
  }
}
