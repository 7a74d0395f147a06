import TerminalCanvas
import Testing

@Suite("Cutting, padding and wrapping")
struct TextLayoutTests {
  @Test(
    "Cut",
    arguments: [
      ("Nguyễn", 6, "Nguyễn"), ("Nguyễn", 5, "Nguy…"), ("Nguyễn", 1, "…"), ("Nguyễn", 0, ""),
      ("", 3, ""), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 6, "日本語"), ("a", -1, ""),
    ])
  func cut(_ text: String, _ width: Int, _ expected: String) {
    #expect(TextWidth.cut(text, to: width) == expected)
  }

  @Test("Pad fills or cuts to exactly the width")
  func pad() {
    #expect(TextWidth.pad("Việt", to: 6) == "Việt  ")
    #expect(TextWidth.pad("Việt", to: 6, alignment: .right) == "  Việt")
    #expect(TextWidth.pad("Việt", to: 7, alignment: .centre) == " Việt  ")
    #expect(TextWidth.pad("日本語", to: 4) == "日… ")
    for width in 0..<9 {
      #expect(TextWidth.width(of: TextWidth.pad("đổi日mới", to: width)) == width)
    }
  }

  @Test("Wrap breaks at blanks and keeps line feeds")
  func wrap() {
    #expect(
      TextWidth.wrap("Sở Khoa học và Công nghệ", width: 10)
        == ["Sở Khoa", "học và", "Công nghệ"])
    #expect(TextWidth.wrap("một\n\nhai ba", width: 20) == ["một", "", "hai ba"])
    #expect(TextWidth.wrap("một\r\nhai", width: 20) == ["một", "hai"])
    #expect(TextWidth.wrap("", width: 5) == [""])
    #expect(TextWidth.wrap("abc", width: 0).isEmpty)
  }

  @Test("A word that is longer than a line is broken; blanks at a break are left out")
  func longWords() {
    #expect(TextWidth.wrap("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(TextWidth.wrap("ab cdefgh", width: 4) == ["ab", "cdef", "gh"])
    #expect(TextWidth.wrap("abcd  efgh", width: 4) == ["abcd", "efgh"])
    #expect(TextWidth.wrap("abcd ", width: 4) == ["abcd"])
    #expect(TextWidth.wrap("  ab cd", width: 4) == ["  ab", "cd"])
    #expect(TextWidth.wrap("日本語", width: 4) == ["日本", "語"])
  }

  @Test("No line is wider than asked, and no letter is lost")
  func property() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let text = String((0..<60).map { _ in "ab đổiễ日 ".randomElement(using: &random) ?? " " })
      let width = Int.random(in: 2...20, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.width(of: $0) <= width }, "seed \(seed)")
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed): \(text)")
    }
  }
}
