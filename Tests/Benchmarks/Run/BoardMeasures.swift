import Incubation

/// What a live round costs inside the process.
enum BoardMeasures {
  /// A new score to the updated official board: 1,000 entries, 9 judges, 6 criteria.
  static func measure(_ report: inout Report) throws {
    let (snapshot, events) = round(entries: 1_000, judges: 9, criteria: 6)
    var board = try LiveBoard(snapshot)
    var samples = Samples()
    var ranked = 0
    for event in events {
      let start = Clock.milliseconds
      board.apply(event)
      ranked += try board.result().rows.count
      samples.add(Clock.milliseconds - start)
    }
    report.add(
      "score to board, 1,000 x 9 x 6, ms p50 (\(ranked / events.count) rows)", samples.median)
    report.add(
      "score to board, 1,000 x 9 x 6, ms p95", samples.p95, most: 5, asked: "5 ms")
  }

  private static func id<T>(_ number: Int) -> Identifier<T> {
    Identifier(high: UInt64(number), low: 1)
  }

  private static func round(
    entries: Int, judges: Int, criteria: Int
  ) -> (RoundSnapshot, [StoredScoreEvent]) {
    var random = SplitMix64(seed: 1)
    let name = Bilingual(vietnamese: "Vòng", english: "Round")
    let rules = RoundRules(
      criteria: (0..<criteria).map {
        Criterion(code: "C\($0)", title: name, maximum: Rational(20), step: Rational(1, over: 2))
      },
      panel: RoundRules.Panel(dropHigh: 1, dropLow: 1),
      rounding: RoundRules.Rounding(places: 2, after: [.criterion, .total]), quorum: 3,
      advancing: 10, ties: [.criterion("C0"), .countBack])
    var sheets: [SheetPlace: ScoreSheet] = [:]
    for entry in 0..<entries {
      for judge in 0..<judges {
        let place = SheetPlace(entry: id(entry), judge: id(judge))
        var sheet = ScoreSheet(entry: place.entry, judge: place.judge)
        for criterion in rules.criteria {
          sheet.apply(
            .value(criterion: criterion.code, hundredths: random.below(41) * 50),
            typedAt: Timestamp(milliseconds: 0), event: id(1))
        }
        sheets[place] = sheet
      }
    }
    let snapshot = RoundSnapshot(
      round: Round(id: id(1), competition: id(1), content: RoundContent(code: "v", title: name)),
      competitionCode: "C", rules: rules, rulesHash: "",
      entries: (0..<entries).map { RoundEntry(entry: id($0), code: "E\($0)", board: "b") },
      judges: (0..<judges).map { RoundJudge(judge: id($0), code: "GK\($0)") },
      assigned: Set(sheets.keys), conflicts: [], sheets: sheets)
    let events = (1...300).map { number in
      StoredScoreEvent(
        number: Int64(number), id: id(1_000 + number), entry: id(random.below(entries)),
        judge: id(random.below(judges)), sheetVersion: 1,
        step: .scored(
          .value(
            criterion: "C\(random.below(criteria))", hundredths: random.below(41) * 50),
          isLate: false),
        typedAt: Timestamp(milliseconds: Int64(number)),
        recordedAt: Timestamp(milliseconds: Int64(number)), actor: "gk")
    }
    return (snapshot, events)
  }
}
