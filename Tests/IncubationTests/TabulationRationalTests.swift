import Incubation
import Testing

@Suite("Exact fractions")
struct TabulationRationalTests {
  @Test("decimal text is read exactly, and only decimal text")
  func reading() {
    #expect(Rational(decimal: "7.25") == Rational(29, over: 4))
    #expect(Rational(decimal: "7,25") == Rational(29, over: 4))
    #expect(Rational(decimal: "-0.5") == Rational(-1, over: 2))
    #expect(Rational(decimal: "+3") == Rational(3))
    #expect(Rational(decimal: "007.50") == Rational(15, over: 2))
    #expect(Rational(decimal: "1.000") == .one)
    for text in [
      "", "-", ".", "7.", ".5", "1,234.5", "1.2.3", "1e3", "nan", "inf", "7 5", "--1", "1-", "٣",
      "0x10", "1_000", String(repeating: "9", count: 31),
    ] {
      #expect(Rational(decimal: text) == nil, "\(text)")
    }
    #expect(Rational(share: "1/3") == Rational(1, over: 3))
    #expect(Rational(share: "0.5") == Rational(1, over: 2))
    for text in ["1/0", "1/2/3", "/2", "1/", "a/b"] { #expect(Rational(share: text) == nil) }
  }

  @Test("a tenth added ten times is one, which binary numbers do not manage")
  func exactness() {
    #expect(Rational.sum(Array(repeating: q("0.1"), count: 10)) == .one)
    #expect(q("0.1") + q("0.2") == q("0.3"))
    #expect(Rational(1, over: 3) * Rational(3) == .one)
    #expect(Rational.mean([q("1"), q("2"), q("2")]) == Rational(5, over: 3))
    #expect(Rational.median([q("3"), q("1"), q("2"), q("10")]) == q("2.5"))
    #expect(Rational.median([q("3"), q("1"), q("2")]) == q("2"))
    #expect(Rational.median([]) == nil)
    #expect(Rational.mean([]) == nil)
  }

  @Test(
    "rounding, by hand",
    arguments: [
      ("0.125", "0.13", "0.12", "0.12"), ("0.135", "0.14", "0.14", "0.13"),
      ("0.1251", "0.13", "0.13", "0.12"), ("-0.125", "-0.13", "-0.12", "-0.12"),
      ("-0.135", "-0.14", "-0.14", "-0.13"), ("2/3", "0.67", "0.67", "0.66"),
      ("-0.001", "0.00", "0.00", "0.00"), ("1.005", "1.01", "1.00", "1.00"),
      ("2.675", "2.68", "2.68", "2.67"), ("7", "7.00", "7.00", "7.00"),
    ])
  func rounding(_ value: String, _ up: String, _ even: String, _ down: String) {
    #expect(q(value).written(places: 2, .halfUp) == up)
    #expect(q(value).written(places: 2, .halfEven) == even)
    #expect(q(value).written(places: 2, .down) == down)
    #expect(q(value).rounded(places: 2, .halfUp).written(places: 2) == up)
  }

  @Test("no places, many places, and text without end")
  func writing() {
    #expect(q("2.5").written(places: 0) == "3")
    #expect(q("2.5").written(places: 0, .halfEven) == "2")
    #expect(q("0.05").written(places: 3) == "0.050")
    #expect(q("1/3").written(places: 9) == "0.333333333")
    #expect(q("0.25").description == "0.25")
    #expect(q("-7").description == "-7")
    #expect(q("1/3").description == "1/3")
  }

  /// 30! and 2¹⁰⁰ as every table of factorials and powers has them.
  @Test("numbers grow beyond 64 and 128 bits")
  func growth() {
    let factorial = (1...30).reduce(Rational.one) { $0 * Rational($1) }
    #expect(factorial.description == "265252859812191058636308480000000")
    let power = (0..<100).reduce(Rational.one) { value, _ in value * Rational(2) }
    #expect(power.description == "1267650600228229401496703205376")
    #expect((power + .one) - power == .one)
    #expect(factorial / (factorial / Rational(7)) == Rational(7))
    #expect((1...30).reduce(factorial) { $0 / Rational($1) } == .one)
    #expect(power > factorial / Rational(1_000_000) && power < factorial)
    #expect(-power < -power + .one)
    #expect((power / Rational(3)).written(places: 2) == "422550200076076467165567735125.33")
    let least = Rational(Int.min)
    #expect((least - .one).description == "-9223372036854775809")
    #expect((-least).description == "9223372036854775808")
    #expect(least - .one + .one == least)
    #expect((least * least).description == "85070591730234615865843651857942052864")
    #expect(Rational(Int.min, over: Int.min) == .one)
  }

  @Test("approximations for statistics are the nearest or beside it")
  func approximation() {
    #expect(q("0.1").approximation == 0.1)
    #expect(q("-2/3").approximation == -2.0 / 3)
    let huge = (0..<40).reduce(Rational.one) { value, _ in value * Rational(1_000) }
    #expect(abs(huge.approximation / 1e120 - 1) < 1e-15)
    #expect(abs((.one / huge).approximation * 1e120 - 1) < 1e-15)
    #expect(((-huge) / (huge + .one)).approximation == -1)
  }

  @Test("the laws of arithmetic hold, small and large", arguments: seeds)
  func laws(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func number() -> Rational {
      var value = Rational(random.number(-999...999), over: random.number(1...999))
      for _ in 0..<random.number(0...6) {
        let factor = random.number(1...Int.max)
        value = random.number(0...1) == 0 ? value * Rational(factor) : value / Rational(factor)
      }
      return value
    }
    for _ in 0..<60 {
      let (a, b, c) = (number(), number(), number())
      #expect((a + b) + c == a + (b + c), "seed \(seed): \(a), \(b), \(c)")
      #expect((a * b) * c == a * (b * c), "seed \(seed): \(a), \(b), \(c)")
      #expect(a * (b + c) == a * b + a * c, "seed \(seed): \(a), \(b), \(c)")
      #expect(a - b + b == a, "seed \(seed): \(a), \(b)")
      if !b.isZero { #expect(a / b * b == a, "seed \(seed): \(a), \(b)") }
      #expect((a < b) == (b - a > .zero), "seed \(seed): \(a), \(b)")
      let down = a.rounded(places: 3, .down)
      let up = a.rounded(places: 3, .halfUp)
      #expect(
        a.isNegative ? down >= a && up <= down : down <= a && up >= down, "seed \(seed): \(a)")
      let distance = up < a ? a - up : up - a
      #expect(distance <= q("0.0005"), "seed \(seed): \(a) → \(up)")
      #expect((a + b).hashValue == (b + a).hashValue, "seed \(seed): \(a), \(b)")
    }
  }

  @Test("text and back", arguments: seeds)
  func roundTrip(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<150 {
      let places = random.number(0...9)
      let value = Rational(random.number(-99_999...99_999), over: 8)
        .rounded(places: places, .halfEven)
      #expect(Rational(decimal: value.written(places: places)) == value, "seed \(seed): \(value)")
      #expect(Rational(decimal: value.description) == value, "seed \(seed): \(value)")
    }
  }
}
