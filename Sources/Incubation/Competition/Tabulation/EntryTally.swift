/// What the sheets of one entry come to, before it is compared with others.
struct EntryTally: Sendable {
  /// A complete sheet that counts: its judge and its total.
  struct SheetTotal: Sendable {
    var judge: Int
    var total: Rational
  }

  /// The complete sheets with their untrimmed totals, in the order of the judges' codes.
  var sheets: [SheetTotal] = []
  /// The combined, rounded criteria before their factors; empty without a sheet.
  var criteria: [Rational] = []
  /// The sum after the factors, before the multiplier; nil without a sheet.
  var criteriaTotal: Rational?
  /// The final total; nil without a sheet. Methods by rank put theirs here later.
  var total: Rational?
  /// How many judges gave 0, by criterion.
  var zeroCounts: [Int] = []
  /// Whether highest and lowest were to be dropped, and could not be.
  var isUntrimmed = false
}

/// Adds up the sheets of an entry, step by step in the order that the rules lay down.
struct EntryAdder: Sendable {
  let rules: RoundRules

  /// - Parameters:
  ///   - sheets: those that count, in the order of the judges' codes; incomplete ones are passed
  ///     over.
  ///   - entry: whose multiplier and components are applied.
  func tally(_ sheets: [Tabulation.Sheet], of entry: Tabulation.Entry) -> EntryTally {
    var tally = EntryTally()
    let scores = sheets.compactMap { sheet -> [Rational]? in
      let given = sheet.scores.compactMap(\.self)
      guard given.count == rules.criteria.count else { return nil }
      tally.sheets.append(EntryTally.SheetTotal(judge: sheet.judge, total: total(of: given)))
      return given
    }
    guard !scores.isEmpty else { return tally }
    tally.zeroCounts = rules.criteria.indices.map { place in scores.count { $0[place].isZero } }
    let panel = rules.panel
    tally.isUntrimmed =
      panel.dropHigh + panel.dropLow > 0 && scores.count <= panel.dropHigh + panel.dropLow
    switch panel.combination {
    case .criterion: addCriteria(scores, to: &tally)
    case .sheet: addSheets(scores, to: &tally)
    }
    if !panel.method.isByRank, let sum = tally.criteriaTotal {
      tally.total = finalTotal(sum, of: entry)
    }
    return tally
  }

  /// The total of one sheet. The roundings of factors and sheets belong to the way of combining
  /// that works on sheets.
  private func total(of scores: [Rational]) -> Rational {
    let isRounded = rules.panel.combination == .sheet
    var total = Rational.zero
    for (criterion, score) in zip(rules.criteria, scores) {
      let product = score * criterion.factor
      total += isRounded ? rules.rounding.apply(product, at: .factor) : product
    }
    return isRounded ? rules.rounding.apply(total, at: .sheet) : total
  }

  private func addCriteria(_ scores: [[Rational]], to tally: inout EntryTally) {
    tally.criteria = rules.criteria.indices.map { place in
      let kept = rules.panel.trimmed(scores.map { $0[place] })
      return rules.rounding.apply(rules.panel.combined(kept), at: .criterion)
    }
    tally.criteriaTotal = weighted(tally.criteria)
  }

  private func weighted(_ criteria: [Rational]) -> Rational {
    Rational.sum(
      zip(rules.criteria, criteria).map { criterion, value in
        rules.rounding.apply(value * criterion.factor, at: .factor)
      })
  }

  /// The criteria are combined over the sheets that are kept, so that with the mean the columns
  /// add up to the total.
  private func addSheets(_ scores: [[Rational]], to tally: inout EntryTally) {
    let panel = rules.panel
    let order = tally.sheets.indices.sorted {
      (tally.sheets[$0].total, $0) < (tally.sheets[$1].total, $1)
    }
    let kept = panel.method.isByRank ? order : panel.trimmed(sorted: order)
    tally.criteria = rules.criteria.indices.map { place in
      let combined = panel.combined(kept.map { scores[$0][place] })
      return rules.rounding.apply(combined, at: .criterion)
    }
    if panel.method.isByRank {
      tally.criteriaTotal = weighted(tally.criteria)
    } else {
      let combined = panel.combined(kept.map { tally.sheets[$0].total })
      tally.criteriaTotal = rules.rounding.apply(combined, at: .panel)
    }
  }

  private func finalTotal(_ sum: Rational, of entry: Tabulation.Entry) -> Rational {
    var total = sum * entry.multiplier
    for (component, value) in zip(rules.components, entry.components) {
      guard let value = value ?? component.fallback else { continue }
      total += component.isDeduction ? -value : value
    }
    return rules.rounding.apply(total, at: .total)
  }
}

extension RoundRules.Panel {
  /// The values without the highest and lowest; all of them when too few would be left.
  func trimmed(_ values: [Rational]) -> [Rational] {
    dropHigh + dropLow > 0 ? trimmed(sorted: values.sorted()) : values
  }

  /// What is left of a list from the lowest to the highest.
  func trimmed<Value>(sorted values: [Value]) -> [Value] {
    guard values.count > dropHigh + dropLow else { return values }
    return Array(values[dropLow..<(values.count - dropHigh)])
  }

  /// Several numbers as one; there is at least one. Methods by rank use it for the criteria alone,
  /// whose mean is shown.
  func combined(_ values: [Rational]) -> Rational {
    let sum = Rational.sum(values)
    switch method {
    case .sum: return sum
    case .median: return Rational.median(values) ?? sum
    case .mean, .rank, .rankPoints, .borda: return sum / Rational(values.count)
    }
  }
}
