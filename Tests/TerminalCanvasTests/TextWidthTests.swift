import Testing

@testable import TerminalCanvas

@Suite("Width of text")
struct TextWidthTests {
  @Test(
    "Known widths",
    arguments: [
      ("", 0), ("abc", 3), ("Việt Nam", 8), ("Đổi mới sáng tạo", 16), ("日本語", 6), ("한국어", 6),
      ("ｆｕｌｌ", 8), ("│─┐", 3), ("⣿⡇", 2), ("▁█", 2), ("…", 1), ("₫", 1), ("→", 1), ("😀", 2),
      ("👩‍🔬", 4), ("👍🏽", 2), ("❤️", 1), ("🇻🇳", 2), ("e\u{301}", 1), ("\u{301}", 1), ("\u{0}", 1),
      ("\u{200B}", 1), ("\u{202E}", 1), ("\u{FEFF}", 1), ("\u{AD}", 1), ("\u{E000}", 1),
      ("\u{378}", 1), ("\u{3000}", 2), ("\u{A0}", 1), ("\u{1100}\u{1161}", 2),
    ])
  func known(_ text: String, _ width: Int) {
    #expect(TextWidth.width(of: text) == width)
    #expect(TextWidth.pieces(of: text).reduce(0) { $0 + $1.width } == width)
  }

  /// All 134 letters of Vietnamese beyond ASCII, in form C.
  static let letters: [String] = {
    let small =
      "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
    return (small + small.uppercased()).map { String($0) }
  }()

  @Test("Every Vietnamese letter takes one cell, composed or not, and is shown composed")
  func vietnamese() {
    #expect(Self.letters.count == 134)
    for letter in Self.letters {
      let apart = String(String.UnicodeScalarView(decomposed(letter)))
      #expect(TextWidth.isPlain(letter), "\(letter) is drawn the slow way")
      for form in [letter, apart] {
        let pieces = TextWidth.pieces(of: form)
        #expect(pieces == [TextWidth.Piece(text: letter, width: 1)], "\(letter)")
        #expect(pieces.map { Array($0.text.unicodeScalars) } == [Array(letter.unicodeScalars)])
      }
      #expect(Array(TextWidth.normalised(apart).unicodeScalars) == Array(letter.unicodeScalars))
    }
  }

  /// Form D, put together from the marks: a second way than the library's.
  private func decomposed(_ letter: String) -> [Unicode.Scalar] {
    let marks: [Unicode.Scalar] = [
      "\u{323}", "\u{31B}", "\u{302}", "\u{306}", "\u{301}", "\u{300}", "\u{309}", "\u{303}",
    ]
    for base in "aeiouyAEIOUY".unicodeScalars {
      for first in [nil] + marks.map(Optional.some) {
        for second in [nil] + marks.map(Optional.some) {
          let scalars = [base] + [first, second].compactMap { $0 }
          if String(String.UnicodeScalarView(scalars)) == letter { return scalars }
        }
      }
    }
    return Array(letter.unicodeScalars)
  }

  @Test("What could command a terminal or turn text around is replaced, each by one cell")
  func hidden() {
    let bad = "a\u{1B}[31m\u{202E}b\u{200B}\u{2066}\u{85}\u{7F}\n\u{E000}\u{10FFFF}c"
    #expect(
      TextWidth.pieces(of: bad).map(\.text).joined()
        == "a\u{FFFD}[31m\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c")
  }

  @Test("Joiners, variation selectors and skin tones are left out")
  func dropped() {
    #expect(TextWidth.pieces(of: "👩‍🔬👍🏽❤️").map(\.text) == ["👩", "🔬", "👍", "\u{2764}"])
    #expect(TextWidth.pieces(of: "🇻🇳").map(\.text) == ["V", "N"])
  }

  @Test("A mark without a base gets a dotted circle; a fifth mark is left out")
  func marks() {
    #expect(TextWidth.pieces(of: "\u{323}a").map(\.text) == ["\u{25CC}\u{323}", "a"])
    let zalgo = "x" + String(repeating: "\u{330}", count: 9) + "y"
    #expect(TextWidth.pieces(of: zalgo).map { $0.text.unicodeScalars.count } == [5, 1])
  }

  @Test("What lies unassigned among the finals of Hangul is hidden like all unassigned scalars")
  func unassignedHangul() {
    #expect(TextWidth.pieces(of: "가\u{D7C7}").map(\.text) == ["가", "\u{FFFD}"])
    #expect(TextWidth.pieces(of: "x\u{D7FC}").map(\.text) == ["x", "\u{FFFD}"])
  }

  @Test("Whatever comes in, no piece holds anything that a terminal obeys")
  func fuzz() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        let tops: [UInt32] = [0x100, 0x2100, 0x3000, 0x1F900, 0x110000]
        let top = tops.randomElement(using: &random) ?? 0x100
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<top, using: &random)) {
          text.append(scalar)
        }
      }
      for piece in TextWidth.pieces(of: String(text)) {
        let scalars = Array(piece.text.unicodeScalars)
        #expect((1...2).contains(piece.width) && (1...5).contains(scalars.count), "seed \(seed)")
        for scalar in scalars {
          let category = scalar.properties.generalCategory
          #expect(
            ![.control, .format, .privateUse, .unassigned, .lineSeparator].contains(category),
            "seed \(seed): \(scalar.value)")
        }
      }
    }
  }
}
