import Incubation
import Testing

@Suite("Live judging, pure")
struct ContestLiveTests {
  private static func id<T>(_ number: Int, _: T.Type = T.self) -> Identifier<T> {
    Identifier(high: UInt64(number), low: 7)
  }

  static let rules = RoundRules(
    criteria: [
      Criterion(
        code: "A", title: Bilingual(vietnamese: "Mới", english: "Novelty"), maximum: Rational(10),
        step: Rational(1, over: 4), factor: Rational(1, over: 3),
        anchors: [
          Criterion.Anchor(
            score: Rational(5), title: Bilingual(vietnamese: "Đạt", english: "Fair"))
        ]),
      Criterion(
        code: "B", title: Bilingual(vietnamese: "Khả thi", english: "Feasible"),
        minimum: Rational(-2), maximum: Rational(20)),
    ],
    components: [
      RoundRules.Component(
        code: "TES", title: Bilingual(vietnamese: "Kỹ thuật", english: "Technical"),
        isDeduction: true, maximum: Rational(40), fallback: .zero)
    ],
    panel: RoundRules.Panel(method: .median, dropHigh: 1, dropLow: 1),
    rounding: RoundRules.Rounding(places: 3, mode: .halfEven, after: [.criterion, .total]),
    quorum: 3,
    gates: RoundRules.Gates(
      minimumTotal: Rational(5), refusesZeroCriterion: true, largestZeroShare: Rational(1, over: 3),
      minimumCriteria: ["A": Rational(2)]), advancing: 5,
    awards: [
      RoundRules.Award(
        code: "nhat", title: Bilingual(vietnamese: "Nhất", english: "First"), quota: 1,
        minimumTotal: Rational(90), isShared: true)
    ], ties: [.component("TES"), .judge("GK1"), .countBack, .lot])

  @Test("rules come back from their canonical form, bit by bit")
  func canonicalRules() throws {
    let text = Self.rules.canonical.written()
    let back = try RoundRules(canonical: try JSONValue.parse(text))
    #expect(back == Self.rules)
    #expect(back.canonical.written() == text)
    for damaged in ["{}", "[]", text.replacing("half-even", with: "up")] {
      #expect(throws: JSONRefusal.self) {
        _ = try RoundRules(canonical: try JSONValue.parse(damaged))
      }
    }
  }

  @Test("a sheet is the same in whatever order its events come, and however often")
  func order() {
    var random = SplitMix64(seed: 20_201_125)
    for _ in 0..<200 {
      var events = (0..<12).map { number -> (ScoreEvent.Kind, Timestamp, Identifier<ScoreEvent>) in
        let kind: ScoreEvent.Kind =
          switch random.below(4) {
          case 0: .value(criterion: "A", hundredths: random.below(1_000))
          case 1: .value(criterion: "B", hundredths: random.below(3) == 0 ? nil : 100)
          case 2: .comment(criterion: "", SafeText(escaping: "\(number)"))
          default: .flag(random.below(2) == 0)
          }
        return (kind, Timestamp(milliseconds: Int64(random.below(5))), Self.id(number))
      }
      func sheet() -> ScoreSheet {
        var sheet = ScoreSheet(entry: Self.id(1), judge: Self.id(2))
        for (kind, time, id) in events { sheet.apply(kind, typedAt: time, event: id) }
        return sheet
      }
      let first = sheet()
      random.shuffle(&events)
      events += events.prefix(5)
      #expect(sheet() == first, "seed 20201125")
    }
  }

  @Test("the states of a round lead from draft to archive, and back only with a reason")
  func edges() {
    for edge in RoundEdge.all {
      let isBack = edge.to < edge.from
      #expect(edge.needsReason == isBack, "\(edge.name)")
      #expect(RoundEdge.between(edge.from, edge.to) == edge)
    }
    #expect(RoundEdge.between(.published, .open) == nil)
    // Random walks: once signed, a round takes scores again only after an annulment by a second
    // person; nothing leads out of published but the archive.
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      var state = RoundState.draft
      var isSigned = false
      for _ in 0..<40 {
        let ways = RoundEdge.all.filter { $0.from == state }
        guard !ways.isEmpty else { break }
        let edge = ways[random.below(ways.count)]
        if edge.name == .annul { isSigned = false }
        state = edge.to
        if state == .signed { isSigned = true }
        #expect(!(isSigned && state.takesScores), "seed 7")
      }
    }
    let back = RoundEdge.all.filter { $0.from >= .signed && $0.to < .signed }
    #expect(back.map(\.name) == [.annul])
    #expect(back.allSatisfy { $0.needsReason && $0.needsSecondPerson })
  }

  // MARK: - Journal

  private func events(_ count: Int) -> [ScoreEvent] {
    (0..<count).map { number in
      ScoreEvent(
        id: Self.id(number), round: Self.id(900), entry: Self.id(901), judge: Self.id(902),
        kind: number % 3 == 0
          ? .comment(criterion: "A", SafeText(escaping: "Nhận xét \(number)\ndòng hai"))
          : .value(criterion: "A", hundredths: number % 2 == 0 ? nil : number * 25),
        typedAt: Timestamp(milliseconds: Int64(number)), device: "máy")
    }
  }

  @Test("a journal that is cut anywhere keeps every whole line")
  func cutJournal() {
    let events = events(20)
    var bytes = Array((ScoreJournal.heading + "\n").utf8)
    var ends: [Int] = []
    for event in events {
      bytes += ScoreJournal.bytes(of: .entered(event))
      ends.append(bytes.count)
    }
    for cut in 0...bytes.count {
      let content = ScoreJournal.read(Array(bytes[..<cut]))
      #expect(content.pending == Array(events.prefix(ends.count { $0 <= cut })))
      #expect(content.damaged.isEmpty || cut < ScoreJournal.heading.utf8.count)
    }
  }

  @Test("a damaged line is named and passed over; what is acknowledged is not sent again")
  func damagedJournal() {
    let events = events(6)
    var lines = events.map { ScoreJournal.bytes(of: .entered($0)) }
    lines.append(ScoreJournal.bytes(of: .acknowledged(events[1].id)))
    lines[3][30] ^= 1
    let bytes = Array((ScoreJournal.heading + "\n").utf8) + lines.flatMap(\.self)
    let content = ScoreJournal.read(bytes)
    #expect(content.pending == [events[0], events[2], events[4], events[5]])
    #expect(content.damaged == [5])
    #expect(content.entered == 5)
  }

  // MARK: - Board

  private func snapshot(entries: Int, judges: Int) -> RoundSnapshot {
    let round = Round(
      id: Self.id(1), competition: Self.id(2),
      content: RoundContent(code: "v", title: Bilingual(vietnamese: "Vòng", english: "Round")),
      state: .open)
    var rules = Self.rules
    rules.ties = [.countBack]
    let list = (0..<entries).map {
      RoundEntry(entry: Self.id(100 + $0), code: "E\($0)", board: $0 % 2 == 0 ? "a" : "b")
    }
    let panel = (0..<judges).map { RoundJudge(judge: Self.id(10 + $0), code: "GK\($0)") }
    let assigned = list.flatMap { entry in
      panel.map { SheetPlace(entry: entry.entry, judge: $0.judge) }
    }
    return RoundSnapshot(
      round: round, competitionCode: "C", rules: rules, rulesHash: "", entries: list,
      judges: panel, assigned: Set(assigned), conflicts: [], sheets: [:])
  }

  @Test("a board that takes events in one by one is what a new count gives")
  func liveBoard() throws {
    var random = SplitMix64(seed: 99)
    var whole = snapshot(entries: 8, judges: 4)
    whole.conflicts = [
      ConflictOfInterest(entry: Self.id(100), judge: Self.id(10), kind: .family)
    ]
    var board = try LiveBoard(whole)
    for number in 1...600 {
      let place = SheetPlace(
        entry: Self.id(100 + random.below(8)), judge: Self.id(10 + random.below(4)))
      let code = random.below(2) == 0 ? "A" : "B"
      let value: Int? = random.below(12) == 0 ? nil : random.below(10) * 100
      let event = StoredScoreEvent(
        number: Int64(number), id: Self.id(10_000 + number), entry: place.entry,
        judge: place.judge, sheetVersion: 1,
        step: .scored(.value(criterion: code, hundredths: value), isLate: random.below(15) == 0),
        typedAt: Timestamp(milliseconds: Int64(random.below(1_000))),
        recordedAt: Timestamp(milliseconds: Int64(number)), actor: "x")
      board.apply(event)
      whole.sheets[place, default: ScoreSheet(entry: place.entry, judge: place.judge)]
        .apply(event)
      if number % 20 == 0 {
        #expect(try board.result().rows == whole.result().rows, "seed 99, event \(number)")
      }
    }
  }

  @Test("possible ranks hold whatever the missing scores become")
  func possibleRanks() throws {
    var random = SplitMix64(seed: 5)
    for trial in 0..<60 {
      var whole = snapshot(entries: 5, judges: 3)
      whole.rules.gates = RoundRules.Gates()
      whole.rules.panel = RoundRules.Panel()
      whole.rules.criteria[1].minimum = .zero
      whole.rules.components = []
      func fill(_ share: Int) {
        for place in whole.assigned.sorted() {
          for criterion in ["A", "B"] where whole.sheet(place).hundredths(criterion) == nil {
            guard random.below(100) < share else { continue }
            whole.sheets[place, default: ScoreSheet(entry: place.entry, judge: place.judge)]
              .apply(
                .value(criterion: criterion, hundredths: random.below(11) * 100),
                typedAt: Timestamp(milliseconds: 1), event: Self.id(1))
          }
        }
      }
      fill(60)
      let ranges = whole.possibleRanks()
      fill(100)
      for row in try whole.result().rows {
        let range = try #require(ranges[row.id])
        #expect(range.contains(try #require(row.rank)), "seed 5, trial \(trial), \(row.id)")
      }
    }
  }
}
