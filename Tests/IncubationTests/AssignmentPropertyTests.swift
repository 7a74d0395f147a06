import Testing

@testable import Incubation

@Suite("Assignment of judges: what always holds")
struct AssignmentPropertyTests {
  private typealias Pair = AssignmentRequest.Pair

  private func request(_ random: inout SeededRandom) -> AssignmentRequest {
    let judges = random.number(4...12)
    let entries = random.number(3...40)
    let demand = random.number(2...min(4, judges - 1))
    let capacity = (entries * demand + judges - 1) / judges + 3
    var request = AssignmentRequest(
      entries: (0..<entries).map { .init(id: "e\($0)", demand: demand) },
      judges: (0..<judges).map { .init(id: "j\($0)", capacity: capacity) },
      seed: random.next())
    for _ in 0..<random.number(0...(entries / 3)) {
      request.conflicts.insert(
        Pair(
          entry: "e\(random.number(0...(entries - 1)))",
          judge: "j\(random.number(0...(judges - 1)))"))
    }
    return request
  }

  private func check(_ plan: AssignmentPlan, _ request: AssignmentRequest, _ note: String) {
    let demands = Dictionary(uniqueKeysWithValues: request.entries.map { ($0.id, $0.demand) })
    for panel in plan.panels {
      #expect(panel.judges.count >= demands[panel.entry] ?? 0, "\(note)")
      #expect(Set(panel.judges).count == panel.judges.count, "\(note)")
    }
    #expect(plan.pairs.isDisjoint(with: request.conflicts), "\(note)")
    #expect(plan.pairs.isSuperset(of: request.finished), "\(note)")
    for judge in request.judges {
      #expect(plan.loads[judge.id] ?? 0 <= judge.capacity ?? .max, "\(note)")
    }
    if let efficiency = plan.efficiency, let bound = plan.efficiencyBound {
      #expect(efficiency <= bound + 1e-9, "\(note)")
    }
  }

  @Test("demand, capacity, conflicts and connection; the order of the input does not matter")
  func newPlans() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for round in 0..<4 {
        var request = request(&random)
        let note = "seed \(seed) round \(round)"
        guard let plan = try? PanelAssignment.balanced(request) else { continue }
        check(plan, request, note)
        #expect(plan.panels.allSatisfy { $0.judges.count == request.entries[0].demand }, "\(note)")
        if request.conflicts.isEmpty {
          #expect((plan.loadRange?.count ?? 0) <= 2, "\(note)")
        }
        // Fewer sheets than links cannot connect.
        if plan.pairs.count >= request.entries.count + request.judges.count + 2 {
          #expect(plan.isConnected, "\(note)")
        }
        request.entries.reverse()
        request.judges.shuffle(using: &random)
        #expect(try PanelAssignment.balanced(request) == plan, "\(note)")
      }
    }
  }

  @Test("after somebody stays away finished sheets stay and little else moves")
  func replanning() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      for round in 0..<4 {
        var request = request(&random)
        let note = "seed \(seed) round \(round)"
        guard let plan = try? PanelAssignment.balanced(request) else { continue }
        let pairs = plan.pairs.sorted()
        request.finished = Set(pairs.filter { _ in random.number(0...2) == 0 })
        request.previous = plan.pairs
        let gone = random.pick(request.judges).id
        request.judges = request.judges.map {
          .init(id: $0.id, capacity: ($0.capacity ?? 0) + 6, isPresent: $0.id != gone)
        }
        guard let next = try? PanelAssignment.balanced(request) else { continue }
        check(next, request, note)
        let lost = pairs.filter { $0.judge == gone && !request.finished.contains($0) }
        #expect(next.removed == lost, "\(note)")
        #expect(next.added.count == lost.count, "\(note)")
        #expect(next.added.allSatisfy { $0.judge != gone }, "\(note)")
        #expect(try PanelAssignment.balanced(request) == next, "\(note)")
      }
    }
  }

  @Test("a plan that needs no change stays as it is")
  func unchanged() throws {
    var random = SeededRandom(seed: 9)
    for round in 0..<4 {
      var request = request(&random)
      guard let plan = try? PanelAssignment.balanced(request) else { continue }
      request.previous = plan.pairs
      let again = try PanelAssignment.balanced(request)
      #expect(again.pairs == plan.pairs, "round \(round)")
      #expect(again.added.isEmpty && again.removed.isEmpty, "round \(round)")
    }
  }

  @Test("sixty entries by twelve judges: even loads, even pairs, near the bound")
  func screening() throws {
    let request = AssignmentRequest(
      entries: (1...60).map { .init(id: "B\($0)", demand: 3) },
      judges: (1...12).map { .init(id: "GK\($0)", capacity: 16) },
      conflicts: [Pair(entry: "B1", judge: "GK1"), Pair(entry: "B7", judge: "GK12")], seed: 2019)
    let plan = try PanelAssignment.balanced(request)
    check(plan, request, "screening")
    #expect(plan.loadRange == 15...15)
    #expect(plan.judgePairRange == 2...3)
    #expect(plan.isConnected)
    let efficiency = try #require(plan.efficiency)
    let bound = try #require(plan.efficiencyBound)
    #expect(efficiency > 0.97 * bound)
  }

  @Test("the efficiency is that of the information of the entries, computed the long way")
  func efficiency() throws {
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let request = request(&random)
      guard let plan = try? PanelAssignment.balanced(request), plan.isConnected else { continue }
      // With equal panels of r: the mean variance of differences is 2 / (r E).
      let size = plan.panels.count
      let demand = Double(request.entries[0].demand)
      var matrix = SymmetricMatrix(size: size)
      for row in 0..<size {
        matrix[row, row] = demand
        for column in 0..<size { matrix[row, column] += 1 / Double(size) }
      }
      for row in 0..<size {
        for column in 0..<size {
          for judge in plan.panels[row].judges
          where plan.panels[column].judges.contains(judge) {
            matrix[row, column] -= 1 / Double(plan.loads[judge] ?? 0)
          }
        }
      }
      let factor = try #require(matrix.factored())
      let trace = factor.inverseDiagonal().reduce(0, +) - 1
      let expected = Double(size - 1) / (demand * trace)
      #expect(isNear(plan.efficiency, expected, 1e-9), "seed \(seed)")
    }
  }
}
