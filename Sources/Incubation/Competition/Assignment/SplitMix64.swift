/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from a seed on every machine, so that
/// a lot that was drawn can be drawn again by anyone who knows the recorded seed.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Numbers from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `bound`, each equally likely: the remainder of the
  /// next number, where those of the last incomplete round of the bound are drawn anew. `bound`
  /// is positive.
  public mutating func below(_ bound: Int) -> Int {
    let width = UInt64(bound)
    let surplus = (0 &- width) % width
    var number = next()
    while number < surplus { number = next() }
    return Int(number % width)
  }

  /// Puts a list into a random order: Fisher and Yates, from the end.
  public mutating func shuffle<Element>(_ list: inout [Element]) {
    for place in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(place, below(place + 1))
    }
  }
}
