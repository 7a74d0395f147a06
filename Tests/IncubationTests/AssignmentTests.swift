import Testing

@testable import Incubation

@Suite("Assignment of judges")
struct AssignmentTests {
  private typealias Pair = AssignmentRequest.Pair

  private func request(
    _ entries: Int, _ judges: Int, demand: Int, capacity: Int? = nil, conflicts: Set<Pair> = [],
    seed: UInt64 = 42
  ) -> AssignmentRequest {
    AssignmentRequest(
      entries: (0..<entries).map { .init(id: "B\(100 + $0)", demand: demand) },
      judges: (0..<judges).map { .init(id: "GK\(100 + $0)", capacity: capacity) },
      conflicts: conflicts, seed: seed)
  }

  private func pair(_ entry: Int, _ judge: Int) -> Pair {
    Pair(entry: "B\(100 + entry)", judge: "GK\(100 + judge)")
  }

  @Test("SplitMix64 gives the published numbers")
  func splitMix() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test("every order of a lot is equally likely")
  func fairLot() {
    var counts: [[String]: Int] = [:]
    for seed in 0..<1200 as Range<UInt64> {
      counts[RunningOrder.draw(["a", "b", "c"], seed: seed), default: 0] += 1
    }
    #expect(counts.count == 6)
    let chi = counts.values.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 }
    #expect(ChiSquare.upper(chi, degrees: 5) > 0.001)
  }

  @Test("a lot depends on the ids and the seed only")
  func repeatableLot() {
    let ids = (1...20).map { "B\($0)" }
    let order = RunningOrder.draw(ids, seed: 2020)
    #expect(order == RunningOrder.draw(ids.reversed(), seed: 2020))
    #expect(order != RunningOrder.draw(ids, seed: 2021))
    #expect(order.sorted() == ids.sorted())
    #expect(RunningOrder.draw([], seed: 1).isEmpty)
    #expect(RunningOrder.draw(["x"], seed: 1) == ["x"])
  }

  /// v, b, k, r, lambda and the efficiency of balanced incomplete block designs.
  static let designs: [(Int, Int, Int, Int, Int, Double)] = [
    (4, 4, 3, 3, 2, 0.889), (6, 10, 3, 5, 2, 0.8), (7, 7, 3, 3, 1, 0.778),
    (8, 14, 4, 7, 3, 0.857), (9, 12, 3, 4, 1, 0.75), (10, 15, 4, 6, 2, 0.833),
    (11, 11, 5, 5, 2, 0.88), (13, 13, 4, 4, 1, 0.8125), (21, 21, 5, 5, 1, 0.84),
  ]

  @Test("balanced incomplete block designs are found", arguments: designs)
  func balancedDesigns(v: Int, b: Int, k: Int, r: Int, lambda: Int, efficiency: Double) throws {
    let plan = try PanelAssignment.balanced(request(v, b, demand: r, capacity: k))
    #expect(plan.loadRange == k...k)
    #expect(plan.entryPairRange == lambda...lambda)
    #expect(plan.parts == 1)
    #expect(isNear(plan.efficiency, efficiency, 6e-4))
    #expect(isNear(plan.efficiencyBound, efficiency, 6e-4))
    #expect(isNear(plan.efficiency, plan.efficiencyBound ?? 0, 1e-9))
  }

  @Test("difference sets meet every difference equally often", arguments: [7, 11, 13, 21])
  func differenceSets(size: Int) throws {
    let demand = [7: 3, 11: 5, 13: 4, 21: 5][size] ?? 0
    let plan = try PanelAssignment.balanced(request(size, size, demand: demand))
    #expect(plan.entryPairRange?.count == 1)
    #expect(plan.judgePairRange?.count == 1)
  }

  @Test("a full panel leaves conflicts out, is connected and wholly efficient without them")
  func fullPanel() throws {
    let plan = try PanelAssignment.full(request(6, 4, demand: 0))
    #expect(plan.pairs.count == 24)
    #expect(isNear(plan.efficiency, 1, 1e-12))
    #expect(isNear(plan.efficiencyBound, 1, 1e-12))
    let some = try PanelAssignment.full(
      request(6, 4, demand: 0, conflicts: [pair(0, 0), pair(0, 1)]), quorum: 2)
    #expect(some.pairs.count == 22)
    #expect(some.panels[0].judges == ["GK102", "GK103"])
    #expect {
      try PanelAssignment.full(
        request(6, 4, demand: 0, conflicts: [pair(0, 0), pair(0, 1)]), quorum: 3)
    } throws: { error in
      guard case AssignmentRefusal.shortage(let shortage)? = error as? AssignmentRefusal else {
        return false
      }
      return shortage.entry == "B100" && shortage.conflicts == ["GK100", "GK101"]
    }
  }

  @Test("what cannot be names the entry and the reason")
  func infeasible() throws {
    let blocked: Set<Pair> = [pair(2, 0), pair(2, 1)]
    do {
      _ = try PanelAssignment.balanced(request(5, 4, demand: 3, conflicts: blocked))
      Issue.record("entry 2 has two judges only")
    } catch {
      #expect(
        error.words(.vietnamese)
          == "Bài B102 cần 3 giám khảo nhưng chỉ có thể có 2: "
          + "xung đột lợi ích: GK100, GK101.")
      #expect(
        error.words(.english)
          == "Entry B102 needs 3 judges but can have only 2: "
          + "conflict of interest: GK100, GK101.")
    }
    do {
      _ = try PanelAssignment.balanced(request(5, 3, demand: 2, capacity: 3))
      Issue.record("nine places for ten sheets")
    } catch {
      guard case .shortage(let shortage) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(shortage.found == 1)
      #expect(shortage.conflicts.isEmpty)
      #expect(shortage.full.count == 2)
    }
    #expect(throws: AssignmentRefusal.self) {
      try PanelAssignment.balanced(request(1, 0, demand: 1))
    }
  }

  @Test("chains of exchanges find the only plan there is")
  func chains() throws {
    // Entry i may have judges i and i + 1 only; the last entry only the last judge, which forces
    // every other entry down to its first.
    var conflicts: Set<Pair> = []
    for entry in 0..<6 {
      for judge in 0..<6 where judge != entry && (judge != entry + 1 || entry == 5) {
        conflicts.insert(pair(entry, judge))
      }
    }
    for seed in seeds {
      let plan = try PanelAssignment.balanced(
        request(6, 6, demand: 1, capacity: 1, conflicts: conflicts, seed: seed))
      #expect(plan.pairs == Set((0..<6).map { pair($0, $0) }), "seed \(seed)")
    }
  }

  @Test("loads are evened out, by chains where conflicts bar the direct way")
  func levelling() throws {
    // The first judge may hand on to the second only, the second to the third.
    let conflicts = Set((0..<6).map { pair($0, 2) })
    var board = try AssignmentBoard(request(9, 3, demand: 1, conflicts: conflicts))
    for entry in 0..<6 { board.place(entry, 0) }
    for entry in 6..<9 { board.place(entry, 1) }
    board.levelLoads()
    #expect(board.loads == [3, 3, 3])
    var full = try AssignmentBoard(request(9, 3, demand: 1, capacity: 6, conflicts: conflicts))
    for entry in 0..<6 { full.place(entry, 0) }
    full.levelLoads()
    #expect(full.loads == [3, 3, 0])
  }

  @Test("bad requests are refused")
  func badRequests() {
    let entry = AssignmentRequest.Entry(id: "B1", demand: 1)
    let judge = AssignmentRequest.Judge(id: "GK1")
    func refusal(_ request: AssignmentRequest) -> AssignmentRefusal? {
      do {
        _ = try PanelAssignment.balanced(request)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      refusal(.init(entries: [entry, entry], judges: [judge], seed: 1)) == .entryTwice("B1"))
    #expect(
      refusal(.init(entries: [entry], judges: [judge, judge], seed: 1)) == .judgeTwice("GK1"))
    #expect(
      refusal(.init(entries: [.init(id: "B1", demand: -1)], judges: [judge], seed: 1))
        == .negative("B1"))
    let stranger = Pair(entry: "B1", judge: "GK9")
    #expect(
      refusal(.init(entries: [entry], judges: [judge], conflicts: [stranger], seed: 1))
        == .unknown(stranger))
    let own = Pair(entry: "B1", judge: "GK1")
    let both = refusal(
      .init(entries: [entry], judges: [judge], conflicts: [own], finished: [own], seed: 1))
    #expect(both == .finishedInConflict(own))
    #expect(both?.words(.english).isEmpty == false)
  }
}
