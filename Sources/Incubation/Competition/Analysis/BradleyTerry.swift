/// Abilities from pairs: whoever of two entries has the higher total of the same judge wins, equal
/// totals are half a win each; neither severity nor scale of a judge matters. P(i beats k) =
/// p(i) / (p(i) + p(k)), ability = log p.
struct BradleyTerry {
  /// Abilities of the rows of the design, adding up to 0.
  let abilities: [Double]
  /// Their standard errors, as if pairs of one judge were independent: too small rather than too
  /// large.
  let errors: [Double]
  /// Whether half a virtual draw was added to each compared pair, because some entry, or group of
  /// entries, never lost or never won against the rest.
  let isRegularised: Bool

  /// Why there are no abilities.
  enum Refusal: Error {
    case nothingCompared
    case parts(Int)
  }

  /// The abilities of a design, at their greatest likelihood.
  init(_ design: SheetDesign) throws(Refusal) {
    var pairs = PairTable(design)
    guard design.rowCount > 1 else { throw .nothingCompared }
    let parts = pairs.parts
    guard parts == 1 else { throw parts == design.rowCount ? .nothingCompared : .parts(parts) }
    isRegularised = !pairs.isStronglyConnected
    if isRegularised { pairs.addVirtualDraws() }
    var solver = BradleyTerrySolver(pairs)
    solver.minorise(sweeps: 20)
    solver.finish()
    abilities = solver.abilities
    errors = solver.errors()
  }
}

/// How often each pair was compared, and the wins.
private struct PairTable {
  let size: Int
  /// How often row met column.
  private(set) var meetings: [Double]
  /// How often row beat column; half for a draw.
  private(set) var wins: [Double]

  init(_ design: SheetDesign) {
    let size = design.rowCount
    self.size = size
    var meetings = [Double](repeating: 0, count: size * size)
    var wins = meetings
    let judges = design.transposed
    meetings.withUnsafeMutableBufferPointer { meetings in
      wins.withUnsafeMutableBufferPointer { wins in
        for judge in 0..<judges.rowCount {
          let sheets = judges.sheets(of: judge)
          for first in sheets {
            let row = judges.columns[first] * size
            let value = judges.values[first]
            for second in sheets where second != first {
              let cell = row + judges.columns[second]
              let other = judges.values[second]
              meetings[cell] += 1
              wins[cell] += value > other ? 1 : value == other ? 0.5 : 0
            }
          }
        }
      }
    }
    self.meetings = meetings
    self.wins = wins
  }

  /// Parts that were never compared with each other.
  var parts: Int {
    var sets = DisjointSets(count: size)
    var parts = size
    for row in 0..<size {
      for column in 0..<row where meetings[row * size + column] > 0 {
        if sets.join(row, column) { parts -= 1 }
      }
    }
    return parts
  }

  /// Whether from every entry a chain of wins leads to every other, so that a greatest likelihood
  /// exists (Ford 1957).
  var isStronglyConnected: Bool {
    reached { wins[$0 * size + $1] > 0 } == size && reached { wins[$1 * size + $0] > 0 } == size
  }

  private func reached(_ isLinked: (Int, Int) -> Bool) -> Int {
    var seen = [Bool](repeating: false, count: size)
    var open = [0]
    seen[0] = true
    var count = 1
    while let row = open.popLast() {
      for column in 0..<size where !seen[column] && isLinked(row, column) {
        seen[column] = true
        count += 1
        open.append(column)
      }
    }
    return count
  }

  mutating func addVirtualDraws() {
    for cell in meetings.indices where meetings[cell] > 0 {
      meetings[cell] += 0.5
      wins[cell] += 0.25
    }
  }
}

/// Minorisation and maximisation (Hunter 2004) for the start, Newton for the last digits.
private struct BradleyTerrySolver {
  let size: Int
  private let meetings: [Double]
  private let totalWins: [Double]
  private(set) var abilities: [Double]
  /// Curvature of the likelihood by pair at the last abilities.
  private var weights: [Double]

  init(_ pairs: PairTable) {
    size = pairs.size
    meetings = pairs.meetings
    totalWins = (0..<pairs.size).map { row in
      pairs.wins[(row * pairs.size)..<((row + 1) * pairs.size)].reduce(0, +)
    }
    abilities = [Double](repeating: 0, count: pairs.size)
    weights = [Double](repeating: 0, count: pairs.size * pairs.size)
  }

  mutating func minorise(sweeps: Int) {
    var strengths = abilities.map(Elementary.exp)
    for _ in 0..<sweeps {
      let old = strengths
      for row in 0..<size {
        var sum = 0.0
        for column in 0..<size where column != row {
          sum += meetings[row * size + column] / (old[row] + old[column])
        }
        strengths[row] = totalWins[row] / sum
      }
      let logarithms = strengths.map(Elementary.log)
      let middle = logarithms.reduce(0, +) / Double(size)
      abilities = logarithms.map { $0 - middle }
      strengths = abilities.map(Elementary.exp)
    }
  }

  mutating func finish() {
    for _ in 0..<100 {
      let gradient = curve()
      guard let step = information()?.factor.solve(gradient) else { break }
      let largest = step.reduce(0) { max($0, abs($1)) }
      // The likelihood is concave; a long step of Newton can still overshoot.
      let share = largest > 2 ? 2 / largest : 1
      for row in 0..<size { abilities[row] += share * step[row] }
      let middle = abilities.reduce(0, +) / Double(size)
      for row in 0..<size { abilities[row] -= middle }
      if largest < 1e-9 { break }
    }
  }

  /// The slope of the likelihood; fills in the curvature.
  private mutating func curve() -> [Double] {
    let strengths = abilities.map(Elementary.exp)
    var gradient = totalWins
    for row in 0..<size {
      for column in 0..<size where column != row {
        let cell = row * size + column
        let share = strengths[row] / (strengths[row] + strengths[column])
        gradient[row] -= meetings[cell] * share
        weights[cell] = meetings[cell] * share * (1 - share)
      }
    }
    return gradient
  }

  /// The curvature, made regular in the direction in which nothing changes, and what was added.
  private func information() -> (factor: SymmetricMatrix.Factor, shift: Double)? {
    let diagonal = (0..<size).map { weights[($0 * size)..<(($0 + 1) * size)].reduce(0, +) }
    let shift = diagonal.reduce(0, +) / Double(size * size)
    var matrix = SymmetricMatrix(size: size)
    for row in 0..<size {
      for column in 0..<row {
        matrix.cells[row * size + column] = shift - weights[row * size + column]
      }
      matrix.cells[row * size + row] = diagonal[row] + shift
    }
    return matrix.factored().map { ($0, shift) }
  }

  /// Standard errors with abilities adding up to 0: the inverse of the curvature in that space.
  mutating func errors() -> [Double] {
    _ = curve()
    guard let (factor, shift) = information() else { return [] }
    let constant = 1 / (shift * Double(size * size))
    return factor.inverseDiagonal().map { max(0, $0 - constant).squareRoot() }
  }
}
