/// A plan in the making: entries and judges by number, in the order of their ids.
struct AssignmentBoard {
  let entryIDs: [String]
  let judgeIDs: [String]
  let demands: [Int]
  private let capacities: [Int]
  private let present: [Bool]
  /// By entry and judge: must not be.
  private var blocked: [Bool]
  /// By entry and judge: is.
  private var placed: [Bool]
  /// By entry and judge: a finished sheet, never moved.
  private var fixed: [Bool]
  /// By entry and judge: kept from the previous plan, moved only when there is no other way.
  private var kept: [Bool]
  /// The judges of each entry.
  private(set) var panels: [[Int]]
  /// The entries of each judge, counted.
  private(set) var loads: [Int]

  var entryCount: Int { entryIDs.count }
  var judgeCount: Int { judgeIDs.count }

  /// A board with what is finished and what is kept of the previous plan.
  init(_ request: AssignmentRequest) throws(AssignmentRefusal) {
    let entries = request.entries.sorted { $0.id < $1.id }
    let judges = request.judges.sorted { $0.id < $1.id }
    for (left, right) in zip(entries, entries.dropFirst()) where left.id == right.id {
      throw .entryTwice(left.id)
    }
    for (left, right) in zip(judges, judges.dropFirst()) where left.id == right.id {
      throw .judgeTwice(left.id)
    }
    if let entry = entries.first(where: { $0.demand < 0 }) { throw .negative(entry.id) }
    if let judge = judges.first(where: { ($0.capacity ?? 0) < 0 }) { throw .negative(judge.id) }
    entryIDs = entries.map(\.id)
    judgeIDs = judges.map(\.id)
    demands = entries.map(\.demand)
    capacities = judges.map { $0.capacity ?? Int.max }
    present = judges.map(\.isPresent)
    let empty = [Bool](repeating: false, count: entries.count * judges.count)
    (blocked, placed, fixed, kept) = (empty, empty, empty, empty)
    panels = [[Int]](repeating: [], count: entries.count)
    loads = [Int](repeating: 0, count: judges.count)
    let places = Places(entryIDs, judgeIDs)
    for pair in request.conflicts.sorted() {
      let (entry, judge) = try places.find(pair)
      blocked[entry * judgeIDs.count + judge] = true
    }
    for pair in request.finished.sorted() {
      let (entry, judge) = try places.find(pair)
      if blocked[entry * judgeIDs.count + judge] { throw .finishedInConflict(pair) }
      place(entry, judge)
      fixed[entry * judgeIDs.count + judge] = true
    }
    for pair in request.previous.subtracting(request.finished).sorted() {
      let (entry, judge) = try places.find(pair)
      guard isOpen(entry, judge), loads[judge] < capacities[judge],
        panels[entry].count < demands[entry]
      else { continue }
      place(entry, judge)
      kept[entry * judgeIDs.count + judge] = true
    }
  }

  /// Numbers of ids.
  private struct Places {
    private let entries: [String: Int]
    private let judges: [String: Int]

    init(_ entryIDs: [String], _ judgeIDs: [String]) {
      entries = Dictionary(
        uniqueKeysWithValues: entryIDs.enumerated().map { ($0.element, $0.offset) })
      judges = Dictionary(
        uniqueKeysWithValues: judgeIDs.enumerated().map { ($0.element, $0.offset) })
    }

    func find(_ pair: AssignmentRequest.Pair) throws(AssignmentRefusal) -> (Int, Int) {
      guard let entry = entries[pair.entry], let judge = judges[pair.judge] else {
        throw .unknown(pair)
      }
      return (entry, judge)
    }
  }

  /// Whether a judge may take an entry and has not: present, no conflict. Says nothing of places.
  func isOpen(_ entry: Int, _ judge: Int) -> Bool {
    let cell = entry * judgeCount + judge
    return present[judge] && !blocked[cell] && !placed[cell]
  }

  /// Whether a judge has a place left.
  func hasRoom(_ judge: Int) -> Bool { loads[judge] < capacities[judge] }

  /// Whether a judge's entry may go to another to even things out.
  func isLoose(_ entry: Int, _ judge: Int) -> Bool {
    let cell = entry * judgeCount + judge
    return placed[cell] && !fixed[cell] && !kept[cell]
  }

  /// Whether nothing at all is in the way of any plan.
  var isFree: Bool {
    !blocked.contains(true) && present.allSatisfy { $0 } && panels.allSatisfy(\.isEmpty)
  }

  /// The fewest places of a judge.
  var smallestCapacity: Int { capacities.min() ?? 0 }

  mutating func place(_ entry: Int, _ judge: Int) {
    placed[entry * judgeCount + judge] = true
    panels[entry].append(judge)
    loads[judge] += 1
  }

  mutating func take(_ entry: Int, _ judge: Int) {
    placed[entry * judgeCount + judge] = false
    kept[entry * judgeCount + judge] = false
    panels[entry].removeAll { $0 == judge }
    loads[judge] -= 1
  }

  /// Gives each entry its judges: those with the fewest to choose from first, always to the judge
  /// with the lightest load who met the others least; by exchanges where nobody has room.
  mutating func fill(_ random: inout SplitMix64) throws(AssignmentRefusal) {
    var together = [Int](repeating: 0, count: judgeCount * judgeCount)
    for panel in panels {
      for left in panel { for right in panel { together[left * judgeCount + right] += 1 } }
    }
    var order = Array(0..<entryCount)
    random.shuffle(&order)
    let choices = (0..<entryCount).map { entry in
      (0..<judgeCount).count { isOpen(entry, $0) } - demands[entry]
    }
    order.sort { choices[$0] < choices[$1] }
    for entry in order {
      while panels[entry].count < demands[entry] {
        var best: (judge: Int, load: Int, met: Int, lot: UInt64)?
        for judge in 0..<judgeCount where isOpen(entry, judge) && hasRoom(judge) {
          let met = panels[entry].reduce(0) { $0 + together[$1 * judgeCount + judge] }
          let lot = random.next()
          if let known = best, (known.load, known.met, known.lot) <= (loads[judge], met, lot) {
            continue
          }
          best = (judge, loads[judge], met, lot)
        }
        if let judge = best?.judge {
          for other in panels[entry] {
            together[other * judgeCount + judge] += 1
            together[judge * judgeCount + other] += 1
          }
          place(entry, judge)
        } else if !exchange(for: entry) {
          throw .shortage(shortage(of: entry, demand: demands[entry]))
        }
      }
    }
  }

  /// Makes room for an entry by a chain of moves: a full judge takes it and hands one of the own
  /// entries on, and so forth, to a judge with room. False when there is no such chain.
  private mutating func exchange(for entry: Int) -> Bool {
    var from = [(judge: Int, entry: Int)?](repeating: nil, count: judgeCount)
    var open = (0..<judgeCount).filter { isOpen(entry, $0) }
    var seen = Set(open)
    var next = 0
    while next < open.count {
      let judge = open[next]
      next += 1
      if hasRoom(judge) {
        var end = judge
        while let step = from[end] {
          take(step.entry, step.judge)
          place(step.entry, end)
          end = step.judge
        }
        place(entry, end)
        return true
      }
      for other in 0..<entryCount where other != entry && isMovable(other, judge) {
        for taker in 0..<judgeCount where isOpen(other, taker) && !seen.contains(taker) {
          seen.insert(taker)
          from[taker] = (judge, other)
          open.append(taker)
        }
      }
    }
    return false
  }

  private func isMovable(_ entry: Int, _ judge: Int) -> Bool {
    placed[entry * judgeCount + judge] && !fixed[entry * judgeCount + judge]
  }

  /// Moves loose entries from judges with many to judges with few, by chains, until no chain makes
  /// the loads more even.
  mutating func levelLoads() {
    var settled: Set<Int> = []
    while let heavy = (0..<judgeCount).filter({ !settled.contains($0) })
      .max(by: { (loads[$0], $1) < (loads[$1], $0) })
    {
      if !lighten(heavy) { settled.insert(heavy) }
    }
  }

  private mutating func lighten(_ heavy: Int) -> Bool {
    guard
      (0..<judgeCount).contains(where: {
        present[$0] && loads[$0] + 2 <= loads[heavy] && hasRoom($0)
      })
    else { return false }
    var from = [(judge: Int, entry: Int)?](repeating: nil, count: judgeCount)
    var open = [heavy]
    var seen: Set = [heavy]
    var next = 0
    while next < open.count {
      let judge = open[next]
      next += 1
      if loads[judge] + 2 <= loads[heavy], hasRoom(judge) {
        var end = judge
        while let step = from[end] {
          take(step.entry, step.judge)
          place(step.entry, end)
          end = step.judge
        }
        return true
      }
      for entry in 0..<entryCount where isLoose(entry, judge) {
        for taker in 0..<judgeCount where isOpen(entry, taker) && !seen.contains(taker) {
          seen.insert(taker)
          from[taker] = (judge, entry)
          open.append(taker)
        }
      }
    }
    return false
  }

  /// What keeps an entry from its judges.
  func shortage(of entry: Int, demand: Int) -> AssignmentRefusal.Shortage {
    let others = (0..<judgeCount).filter { !placed[entry * judgeCount + $0] }
    func ids(_ isMeant: (Int) -> Bool) -> [String] {
      others.filter(isMeant).map { judgeIDs[$0] }
    }
    return AssignmentRefusal.Shortage(
      entry: entryIDs[entry], demand: demand, found: panels[entry].count,
      conflicts: ids { blocked[entry * judgeCount + $0] },
      absent: ids { !blocked[entry * judgeCount + $0] && !present[$0] },
      full: ids { isOpen(entry, $0) && !hasRoom($0) })
  }

  /// Parts of the graph of entries and judges, without judges that have no entry, and without
  /// entries that have no judge.
  var parts: (ofEntry: [Int], count: Int) {
    var sets = DisjointSets(count: entryCount + judgeCount)
    var count = panels.count { !$0.isEmpty } + loads.count { $0 > 0 }
    for (entry, panel) in panels.enumerated() {
      for judge in panel where sets.join(entry, entryCount + judge) { count -= 1 }
    }
    return ((0..<entryCount).map { sets.root($0) }, count)
  }

  /// Joins parts by exchanging judges between them, as long as that is found to help.
  mutating func connect(_ random: inout SplitMix64) {
    var current = parts
    var tries = 0
    let loose = panels.indices.filter { entry in panels[entry].contains { isLoose(entry, $0) } }
    while current.count > 1, tries < 5000, loose.count > 1 {
      tries += 1
      let (left, right) = (loose[random.below(loose.count)], loose[random.below(loose.count)])
      if current.ofEntry[left] == current.ofEntry[right] { continue }
      let mine = panels[left][random.below(panels[left].count)]
      let yours = panels[right][random.below(panels[right].count)]
      guard isLoose(left, mine), isLoose(right, yours), isOpen(left, yours), isOpen(right, mine)
      else { continue }
      exchange(left, mine, right, yours)
      let changed = parts
      if changed.count < current.count {
        current = changed
      } else {
        exchange(left, yours, right, mine)
      }
    }
  }

  /// Two judges change places.
  mutating func exchange(_ left: Int, _ mine: Int, _ right: Int, _ yours: Int) {
    take(left, mine)
    take(right, yours)
    place(left, yours)
    place(right, mine)
  }
}
