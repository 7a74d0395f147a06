extension AssignmentBoard {
  /// The plan as it stands, with its figures.
  func plan(_ request: AssignmentRequest) -> AssignmentPlan {
    let panels = panels.enumerated().map { entry, judges in
      AssignmentPlan.Panel(entry: entryIDs[entry], judges: judges.sorted().map { judgeIDs[$0] })
    }
    let pairs = Set(
      panels.flatMap { panel in
        panel.judges.map { AssignmentRequest.Pair(entry: panel.entry, judge: $0) }
      })
    let absent = Set(request.judges.filter { !$0.isPresent }.map(\.id))
    let counted = judgeIDs.indices.filter { !absent.contains(judgeIDs[$0]) }.map { loads[$0] }
    let efficiency = efficiency
    return AssignmentPlan(
      panels: panels, loads: Dictionary(uniqueKeysWithValues: zip(judgeIDs, loads)),
      loadRange: Self.range(counted), judgePairRange: judgePairRange,
      entryPairRange: entryPairRange, parts: parts.count, efficiency: efficiency?.value,
      efficiencyBound: efficiency?.bound,
      added: pairs.subtracting(request.previous).subtracting(request.finished).sorted(),
      removed: request.previous.subtracting(pairs).sorted(), seed: request.seed)
  }

  private static func range(_ numbers: [Int]) -> ClosedRange<Int>? {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }

  private var judgePairRange: ClosedRange<Int>? {
    var together = [Int](repeating: 0, count: judgeCount * judgeCount)
    for panel in panels {
      for left in panel { for right in panel { together[left * judgeCount + right] += 1 } }
    }
    let active = loads.indices.filter { loads[$0] > 0 }
    return Self.range(
      active.flatMap { left in
        active.filter { $0 < left }.map { together[left * judgeCount + $0] }
      })
  }

  private var entryPairRange: ClosedRange<Int>? {
    var lists = [[Int]](repeating: [], count: judgeCount)
    for (entry, panel) in panels.enumerated() { for judge in panel { lists[judge].append(entry) } }
    var low = Int.max
    var high = Int.min
    var common = [Int](repeating: 0, count: entryCount)
    for (entry, panel) in panels.enumerated() {
      for place in 0..<entry { common[place] = 0 }
      for judge in panel { for other in lists[judge] where other < entry { common[other] += 1 } }
      for place in 0..<entry {
        low = min(low, common[place])
        high = max(high, common[place])
      }
    }
    return low <= high ? low...high : nil
  }

  /// The efficiency from the judges' side, which is shorter: of M = K^-1/2 N' R^-1 N K^-1/2, with
  /// panels R, loads K and the table N, every eigenvalue e but the 1 of the whole is a canonical
  /// efficiency 1 - e of entries; all other efficiencies are 1.
  private var efficiency: (value: Double, bound: Double)? {
    let judges = loads.indices.filter { loads[$0] > 0 }
    let judged = panels.filter { !$0.isEmpty }
    guard judged.count > 1 else { return nil }
    let sheets = judged.reduce(0) { $0 + $1.count }
    let (entries, panelSize) = (Double(judged.count), Double(sheets) / Double(judged.count))
    let bound = Double(sheets - judges.count) / (panelSize * (entries - 1))
    guard parts.count == 1 else { return (0, bound) }
    var rows = [Int](repeating: 0, count: judgeCount)
    for (row, judge) in judges.enumerated() { rows[judge] = row }
    let roots = judges.map { Double(loads[$0]).squareRoot() }
    var matrix = SymmetricMatrix(size: judges.count)
    for row in judges.indices {
      matrix[row, row] = 1
      // The eigenvector of 1 is moved out of the way.
      for column in judges.indices {
        matrix[row, column] += roots[row] * roots[column] / Double(sheets)
      }
    }
    for panel in judged {
      for left in panel {
        for right in panel {
          let (row, column) = (rows[left], rows[right])
          matrix[row, column] -= 1 / (Double(panel.count) * roots[row] * roots[column])
        }
      }
    }
    guard let inverse = matrix.factored()?.inverseDiagonal() else { return (0, bound) }
    let sum = inverse.reduce(0, +) - 1 + (entries - Double(judges.count))
    return sum > 0 ? ((entries - 1) / sum, bound) : nil
  }
}
