import Incubation
import Testing

/// What must hold for every round, on rounds drawn from a seed.
@Suite("Tabulation: properties")
struct TabulationPropertyTests {
  /// A round with gaps, boards, components, ties in plenty and any method.
  private func record(_ random: inout SeededRandom) -> RoundRecord {
    let method = random.pick(RoundRules.Panel.Method.allCases)
    let isByRank = method.isByRank
    let criteria = (1...random.number(1...4)).map {
      criterion("C\($0)", "5", factor: random.pick(["1", "0.5", "2", "0.333"]))
    }
    let steps: [TieStep] = [
      .criterion("C1"), .criteriaTotal, .countBack, .firstPlaces, .scoringJudges, .median,
      .judge("J1"), .lot, .decision,
    ]
    let rules = RoundRules(
      criteria: criteria,
      components: isByRank || random.number(0...1) == 0
        ? [] : [.init(code: "CC", title: title("x"), isDeduction: random.number(0...1) == 0)],
      panel: .init(
        combination: isByRank ? .sheet : random.pick([.criterion, .sheet]), method: method,
        dropHigh: random.number(0...1), dropLow: random.number(0...1), points: [q("5"), q("3")]),
      rounding: .init(
        places: random.number(0...2), mode: random.pick(Rational.RoundingMode.allCases),
        after: Set(RoundRules.Rounding.Point.allCases.filter { _ in random.number(0...1) == 0 })),
      quorum: random.number(0...3), gates: .init(refusesZeroCriterion: random.number(0...3) == 0),
      advancing: random.number(0...3),
      awards: [
        .init(code: "n", title: title("x"), quota: 1),
        .init(code: "h", title: title("x"), quota: 2),
      ],
      ties: steps.filter { _ in random.number(0...2) == 0 })
    let judges = random.number(1...5)
    let grid = (0..<random.number(1...12)).map { entry in
      (
        "E\(entry)",
        (0..<judges).map { _ in
          if !isByRank, random.number(0...5) == 0 {
            return random.pick(["", blank(criteria.count)])
          }
          return (0..<criteria.count).map { _ in String(random.number(0...5)) }
            .joined(separator: " ")
        }
      )
    }
    return round(rules, grid) { entry in
      entry.board = random.pick(["", "b"])
      entry.lot = random.number(0...1) == 0 ? Rational(random.number(1...9)) : nil
      if !isByRank { entry.multiplier = random.pick([.one, q("1.5")]) }
      if !rules.components.isEmpty { entry.components = [random.pick([nil, q("1"), q("2.5")])] }
    }
  }

  private func blank(_ count: Int) -> String {
    Array(repeating: "-", count: count).joined(separator: " ")
  }

  /// The rows without the places in the lists, which a permutation changes.
  private func shown(_ record: RoundRecord) throws -> [String] {
    try result(record).rows.map { row in
      let numbers = ([row.total] + row.criteria + row.components)
        .map { $0?.description ?? "-" }.joined(separator: " ")
      let rank = row.rank.map(String.init) ?? "-"
      let next = row.advances.map(String.init) ?? "-"
      return [
        rank, row.id, row.board, row.status.rawValue, row.tie?.name ?? "-", next,
        row.award ?? "-", numbers,
      ].joined(separator: "|")
    }
  }

  @Test("the order of entries, judges and sheets changes nothing", arguments: seeds)
  func permutations(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<40 {
      let record = record(&random)
      var other = record
      let entries = record.entries.indices.shuffled(using: &random)
      let judges = record.judges.indices.shuffled(using: &random)
      other.entries = entries.map { record.entries[$0] }
      other.judges = judges.map { record.judges[$0] }
      other.sheets = try record.sheets.shuffled(using: &random).map { sheet in
        Tabulation.Sheet(
          entry: try #require(entries.firstIndex(of: sheet.entry)),
          judge: try #require(judges.firstIndex(of: sheet.judge)), scores: sheet.scores)
      }
      #expect(try shown(record) == shown(other), "seed \(seed), round \(turn)")
    }
  }

  @Test("a shadow judge changes nothing", arguments: seeds)
  func shadow(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<40 {
      let record = record(&random)
      var other = record
      other.judges.append(Tabulation.Judge(id: "A-shadow", isShadow: true))
      for entry in record.entries.indices where random.number(0...2) > 0 {
        other.sheets.append(
          Tabulation.Sheet(
            entry: entry, judge: record.judges.count,
            scores: record.rules.criteria.map { _ in Rational(random.number(0...5)) }))
      }
      #expect(try shown(record) == shown(other), "seed \(seed), round \(turn)")
    }
  }

  @Test("all factors times the same number: the same order", arguments: seeds)
  func scaling(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<40 {
      var record = record(&random)
      record.rules.rounding.points = []
      record.rules.components = []
      for entry in record.entries.indices { record.entries[entry].components = [] }
      var other = record
      let factor = Rational(random.number(1...9), over: random.number(1...9))
      for place in other.rules.criteria.indices {
        other.rules.criteria[place].factor = other.rules.criteria[place].factor * factor
      }
      #expect(try result(record).picture == result(other).picture, "seed \(seed), round \(turn)")
    }
  }

  @Test("a better score never costs the entry a place", arguments: seeds)
  func monotony(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<60 {
      var record = record(&random)
      // A zero gate can keep an entry out, a chain may look at things that the score lowers
      // relative to others; totals alone must follow.
      record.rules.ties = []
      record.rules.gates = .init()
      guard
        let place = record.sheets.indices.filter({ record.sheets[$0].isComplete })
          .randomElement(using: &random)
      else { continue }
      var better = record
      let criterion = random.number(0...record.rules.criteria.count - 1)
      better.sheets[place].scores[criterion] = q("5")
      let id = record.entries[record.sheets[place].entry].id
      let before = try #require(try result(record).row(id).rank)
      let after = try #require(try result(better).row(id).rank)
      #expect(after <= before, "seed \(seed), round \(turn), \(id)")
    }
  }

  @Test("counting on after a change is counting anew", arguments: seeds)
  func increments(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<30 {
      let record = record(&random)
      var early = record
      early.sheets = record.sheets.filter { _ in random.number(0...1) == 0 }
      var tabulation = try Tabulation(early)
      for sheet in record.sheets.shuffled(using: &random) {
        var draft = sheet
        draft.scores[0] = nil
        tabulation.set(draft)
        tabulation.set(sheet)
      }
      #expect(
        try tabulation.result() == Tabulation(record).result(), "seed \(seed), round \(turn)")
    }
  }

  @Test("ranks: 1 first, shared places leave the next ones empty", arguments: seeds)
  func ranks(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for turn in 0..<40 {
      let counted = try result(record(&random))
      for board in ["", "b"] {
        let ranks = counted.rows.filter { $0.board == board }.compactMap(\.rank)
        for rank in ranks {
          #expect(ranks.count { $0 < rank } == rank - 1, "seed \(seed), round \(turn)")
        }
      }
      for row in counted.rows {
        let isRanked = row.status == .final || row.status == .provisional
        #expect((row.rank != nil) == isRanked, "seed \(seed), round \(turn), \(row.id)")
        #expect((row.total == nil) == (row.status == .noResult), "seed \(seed), round \(turn)")
      }
    }
  }

  @Test("nothing at all, one judge, one entry, everyone absent, all equal")
  func edges() throws {
    for method in RoundRules.Panel.Method.allCases {
      let rules = RoundRules(
        criteria: [criterion("A")],
        panel: .init(
          combination: .sheet, method: method, dropHigh: 1, dropLow: 1, points: [q("3")]),
        rounding: .init(after: Set(RoundRules.Rounding.Point.allCases)), ties: [.countBack, .lot])
      #expect(try result(round(rules, [])).rows.isEmpty)
      let absent = try result(round(rules, [("A", [""]), ("B", ["-"])]))
      #expect(absent.rows.allSatisfy { $0.status == .noResult && $0.rank == nil })
      let single = try result(round(rules, [("A", ["0"])]))
      #expect(try single.row("A").rank == 1)
      let equal = try result(round(rules, (0..<9).map { ("E\($0)", ["7", "7", "7"]) }))
      #expect(equal.rows.allSatisfy { $0.rank == 1 && $0.tie == .shared })
    }
  }
}
