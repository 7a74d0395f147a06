/// Evens out how often two judges meet by exchanging judges between entries (simulated annealing
/// with a seed). The sum of squared pair counts of judges and that of entries differ by a constant
/// when loads stay, so both become even at once.
struct PairSmoothing {
  /// The best board so far.
  private(set) var board: AssignmentBoard
  private var current: AssignmentBoard
  /// How many entries two judges have in common.
  private var together: [Int]
  private var cost: Int

  /// Begins with a board.
  init(_ board: AssignmentBoard) {
    self.board = board
    current = board
    together = [Int](repeating: 0, count: board.judgeCount * board.judgeCount)
    for panel in board.panels {
      for left in panel {
        for right in panel where right != left { together[left * board.judgeCount + right] += 1 }
      }
    }
    cost = together.reduce(0) { $0 + $1 * $1 } / 2
  }

  /// The least sum of squares that could be: pair counts of judges, and of entries, all equal or
  /// one apart.
  private var bound: Int {
    func even(_ total: Int, _ cells: Int) -> Int {
      if cells == 0 { return 0 }
      let (each, more) = total.quotientAndRemainder(dividingBy: cells)
      return more * (each + 1) * (each + 1) + (cells - more) * each * each
    }
    func choose(_ number: Int) -> Int { number * (number - 1) / 2 }
    let sizes = board.panels.map(\.count)
    let loads = board.loads
    let judges = even(sizes.reduce(0) { $0 + choose($1) }, choose(loads.count { $0 > 0 }))
    let entries = even(loads.reduce(0) { $0 + choose($1) }, choose(sizes.count { $0 > 0 }))
    let turned =
      (sizes.reduce(0) { $0 + $1 * $1 } - loads.reduce(0) { $0 + $1 * $1 } + 2 * entries) / 2
    return max(judges, turned)
  }

  /// Anneals until pair counts are even or the steps are used up; small boards are begun anew a
  /// few times.
  mutating func run(_ random: inout SplitMix64) {
    // An entry stands once for each judge that may be exchanged.
    let sheets = board.panels.indices.flatMap { entry in
      board.panels[entry].filter { board.isLoose(entry, $0) }.map { _ in entry }
    }
    guard sheets.count > 1 else { return }
    let bound = bound
    var best = cost
    let steps = min(400_000, max(20_000, sheets.count * 200))
    for _ in 0..<(sheets.count < 300 ? 12 : 1) where best > bound {
      var heat = 3.0
      let cooling = Elementary.exp(Elementary.log(0.1 / heat) / Double(steps))
      for _ in 0..<steps where best > bound {
        let left = sheets[random.below(sheets.count)]
        let right = sheets[random.below(sheets.count)]
        step(left, right, heat: heat, &random)
        heat *= cooling
        if cost < best {
          best = cost
          board = current
        }
      }
    }
  }

  private mutating func step(
    _ left: Int, _ right: Int, heat: Double, _ random: inout SplitMix64
  ) {
    let (first, second) = (current.panels[left], current.panels[right])
    let mine = first[random.below(first.count)]
    let yours = second[random.below(second.count)]
    guard left != right, mine != yours, current.isLoose(left, mine),
      current.isLoose(right, yours), current.isOpen(left, yours), current.isOpen(right, mine)
    else { return }
    let before = cost
    change(first, mine, yours)
    change(second, yours, mine)
    let rise = Double(cost - before)
    let chance = Double(random.next() >> 11) * 0x1p-53
    if rise <= 0 || chance < Elementary.exp(-rise / heat) {
      current.exchange(left, mine, right, yours)
    } else {
      change(first, yours, mine)
      change(second, mine, yours)
    }
  }

  /// A judge takes another's place among the rest of a panel.
  private mutating func change(_ panel: [Int], _ old: Int, _ new: Int) {
    for other in panel where other != old && other != new {
      count(old, other, -1)
      count(new, other, 1)
    }
  }

  private mutating func count(_ left: Int, _ right: Int, _ step: Int) {
    let cell = left * board.judgeCount + right
    cost += 2 * step * together[cell] + 1
    together[cell] += step
    together[right * board.judgeCount + left] += step
  }
}

/// Balanced designs known in closed form: as many judges as entries, each panel a difference set
/// moved along (Colbourn and Dinitz, Handbook of Combinatorial Designs).
enum CyclicDesign {
  private static let sets: [Int: [Int]] = [
    7: [0, 1, 3], 11: [1, 3, 4, 5, 9], 13: [0, 1, 3, 9], 21: [3, 6, 7, 12, 14],
  ]

  /// Fills an empty board with a known design, judges and entries by lot; false when none fits.
  static func fill(_ board: inout AssignmentBoard, _ random: inout SplitMix64) -> Bool {
    let size = board.entryCount
    guard size == board.judgeCount, let set = sets[size], board.isFree,
      board.demands.allSatisfy({ $0 == set.count }), board.smallestCapacity >= set.count
    else { return false }
    var entries = Array(0..<size)
    var judges = entries
    random.shuffle(&entries)
    random.shuffle(&judges)
    for (place, entry) in entries.enumerated() {
      for step in set { board.place(entry, judges[(place + step) % size]) }
    }
    return true
  }
}
