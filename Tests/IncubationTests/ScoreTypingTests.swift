import Incubation
import Testing

@Suite("Typing a score")
struct ScoreTypingTests {
  private func typing(_ least: String, _ most: String, _ step: String?) throws -> ScoreTyping {
    ScoreTyping(
      Criterion(
        code: "A", title: Bilingual(vietnamese: "A", english: "A"),
        minimum: try #require(Rational(decimal: least)),
        maximum: try #require(Rational(decimal: most)),
        step: try step.map { try #require(Rational(decimal: $0)) }))
  }

  /// Types keys one after the other; what came of the last.
  private func type(_ keys: String, _ typing: ScoreTyping) -> ScoreTyping.Reply? {
    var typed = ""
    var last: ScoreTyping.Reply?
    for key in keys {
      last = typing.take(key, after: typed)
      switch last {
      case .typing(let text)?: typed = text
      case .whole?, .refused?, nil: return last
      }
    }
    return last
  }

  @Test("a number is whole when nothing that follows would fit")
  func whole() throws {
    let twenty = try typing("0", "20", "1")
    #expect(type("7", twenty) == .whole("7", hundredths: 700))
    #expect(type("1", twenty) == .typing("1"))
    #expect(type("17", twenty) == .whole("17", hundredths: 1_700))
    #expect(type("20", twenty) == .whole("20", hundredths: 2_000))
    #expect(type("0", twenty) == .whole("0", hundredths: 0))
    let half = try typing("0", "10", "0.5")
    #expect(type("7", half) == .typing("7"))
    #expect(type("7,5", half) == .whole("7,5", hundredths: 750))
    #expect(type("7.5", half) == .whole("7,5", hundredths: 750))
    #expect(type("10", half) == .whole("10", hundredths: 1_000))
    #expect(type("0,5", half) == .whole("0,5", hundredths: 50))
    #expect(type(",5", half) == .whole(",5", hundredths: 50))
    let quarter = try typing("0", "10", "0.25")
    #expect(type("7,2", quarter) == .typing("7,2"))
    #expect(type("7,25", quarter) == .whole("7,25", hundredths: 725))
    let any = try typing("0", "5", nil)
    #expect(type("4,5", any) == .typing("4,5"))
    #expect(type("4,55", any) == .whole("4,55", hundredths: 455))
  }

  @Test("what begins no score is refused, with the reason")
  func refused() throws {
    let twenty = try typing("0", "20", "1")
    #expect(type("25", twenty) == .refused(.outOfRange))
    #expect(type("1,", twenty) == .refused(.offStep))
    let half = try typing("0", "10", "0.5")
    #expect(type("7,3", half) == .refused(.offStep))
    let middle = try typing("40", "60", "1")
    #expect(type("7", middle) == .refused(.outOfRange))
    #expect(type("5", middle) == .typing("5"))
    #expect(twenty.take("x", after: "") == nil)
    #expect(half.take(",", after: "1,") == nil)
    #expect(twenty.take("-", after: "") == nil)
  }

  @Test("scores below zero begin with a minus")
  func negative() throws {
    let swing = try typing("-5", "5", "1")
    #expect(type("-", swing) == .typing("-"))
    #expect(type("-3", swing) == .whole("-3", hundredths: -300))
    #expect(type("-7", swing) == .refused(.outOfRange))
  }

  @Test("every score can be typed, and no prefix of one is refused", arguments: seeds)
  func everyScore(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let step = [1, 5, 10, 25, 50, 100, 200].randomElement(using: &random) ?? 100
      let least = Int.random(in: 0...30, using: &random) * 50
      let most = least + step * Int.random(in: 1...60, using: &random)
      let criterion = Criterion(
        code: "A", title: Bilingual(vietnamese: "A", english: "A"),
        minimum: Rational(least, over: 100), maximum: Rational(most, over: 100),
        step: Rational(step, over: 100))
      let typing = ScoreTyping(criterion)
      for value in stride(from: least, through: most, by: step) {
        let text = NumberText.hundredths(Int64(value), .vietnamese)
        guard !text.contains(".") else { continue }
        switch type(text, typing) {
        case .typing(let typed)?:
          #expect(ScoreTyping.hundredths(of: typed) == value, "\(text) of \(typing)")
        case .whole(_, let hundredths)?: #expect(hundredths == value, "\(text) of \(typing)")
        case let other: Issue.record("\(text) of \(typing): \(String(describing: other))")
        }
        #expect(typing.refusal(of: value) == nil)
      }
    }
  }
}
