/// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea, Flood,
/// "Fast Splittable Pseudorandom Number Generators", 2014). For made-up data only.
struct Dice: Sendable {
  private var state: UInt64

  /// Dice for one place of a season, independent of those of its neighbours.
  init(seed: UInt64, index: Int) {
    state = seed
    let start = next()
    state = start ^ (UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03)
  }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `bound`, which must be positive.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 11) % bound }

  /// A number from `low` to `high`, both included.
  mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
