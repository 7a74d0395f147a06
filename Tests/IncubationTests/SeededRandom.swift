import Incubation

/// A source of random numbers with a seed (SplitMix64, Steele, Lea and Flood 2014). A test that
/// fails prints the seed, and is repeated with it.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of the range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of the elements; the list must not be empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }
}

/// The seeds of property tests.
let seeds: [UInt64] = [1, 2, 3, 20_200_915]

/// Text from outside, made safe. A literal given to `SafeText` itself would be taken as text of the
/// program's own source.
func safe(_ text: String, _ kind: SafeText.Kind = .line) throws(SafeText.Refusal) -> SafeText {
  try SafeText(text, kind)
}
