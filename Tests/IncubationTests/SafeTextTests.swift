import Incubation
import Testing

@Suite("Safe text")
struct SafeTextTests {
  @Test("Vietnamese in NFD becomes NFC: 11 scalars become 9")
  func composes() throws {
    let decomposed = "So\u{301}c Tra\u{306}ng"
    #expect(decomposed.unicodeScalars.count == 11)
    let safe = try safe(decomposed)
    #expect(Array(safe.string.unicodeScalars) == Array("Sóc Trăng".unicodeScalars))
    #expect(safe.string.unicodeScalars.count == 9)
  }

  @Test(
    "Controls, bidirectional controls, private, unassigned and hidden scalars are refused",
    arguments: [
      0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x180E, 0x200E, 0x202A, 0x202E, 0x2028, 0x2029,
      0x2066, 0x2069, 0xE000, 0xFFFF, 0xFDD0, 0x0378, 0xE0041, 0x3164, 0x115F, 0xFFF9,
    ] as [UInt32])
  func refuses(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "Gạo \(Character(scalar))ST"
    let refusal = SafeText.Refusal.forbidden(scalar: value, position: 4)
    #expect(throws: refusal) { try safe(text) }
    #expect(throws: refusal) { try safe(text, .note) }
  }

  @Test(
    "What has no width is taken out and counted",
    arguments: ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{FE0F}"])
  func strips(hidden: String) throws {
    let cleaned = try SafeText.clean("\(hidden)Sóc\(hidden) Trăng")
    #expect(cleaned.text.string == "Sóc Trăng")
    #expect(cleaned.strippedScalars == 2)
    #expect(cleaned.text.string.unicodeScalars.count == 9)
  }

  @Test("A hidden character between a letter and its mark does not keep them apart")
  func composesAcrossHidden() throws {
    #expect(try safe("a\u{200B}\u{301}").string.unicodeScalars.count == 1)
  }

  @Test("All spaces become one kind; outer ones of a line go")
  func spaces() throws {
    #expect(try safe("\u{A0} Gạo\tST\u{2003}25\u{3000} ").string == "Gạo ST 25")
    #expect(try safe("   ").string.isEmpty)
    #expect(try safe("", .note).string.isEmpty)
  }

  @Test("A line refuses line feeds; a note keeps them in one form")
  func lineFeeds() throws {
    #expect(throws: SafeText.Refusal.forbidden(scalar: 0x0A, position: 1)) { try safe("a\nb") }
    let note = try safe("một\r\nhai\rba\nbốn\n\nnăm\r\r\n", .note)
    #expect(note.string == "một\nhai\nba\nbốn\n\nnăm\n\n")
  }

  @Test("Four marks on a letter may stay, five are refused")
  func marks() throws {
    let four = "x" + String(repeating: "\u{302}", count: 4)
    #expect(try safe(four).string.unicodeScalars.count == 5)
    #expect(throws: SafeText.Refusal.tooManyMarks(position: 5)) { try safe(four + "\u{302}") }
  }

  @Test("The bound counts scalars, not bytes")
  func length() throws {
    let exact = String(repeating: "ệ", count: 200)
    #expect(try safe(exact).string == exact)
    #expect(throws: SafeText.Refusal.tooLong(length: 201, limit: 200)) { try safe(exact + "a") }
    #expect(try safe(exact + "a", .note).string.unicodeScalars.count == 201)
    let long = String(repeating: "a", count: 10_001)
    #expect(throws: SafeText.Refusal.tooLong(length: 10_001, limit: 10_000)) {
      try safe(long, .note)
    }
    #expect(try safe(String(repeating: " ", count: 300) + "a").string == "a")
  }

  @Test("Old data shows what is forbidden instead of passing it on")
  func escapes() {
    #expect(SafeText(escaping: "a\u{202E}b").string == "a<U+202E>b")
    #expect(SafeText(escaping: "\u{1B}[31m").string == "<U+001B>[31m")
    #expect(SafeText(escaping: "\u{E0041}").string == "<U+E0041>")
    #expect(SafeText(escaping: "Sóc Trăng\nmột\u{A0}hai").string == "Sóc Trăng\nmột hai")
    #expect(SafeText(escaping: "a\u{301}\u{200B}").string == "á<U+200B>")
  }

  @Test("Khmer, Chinese and emoji are text, too")
  func otherScripts() throws {
    for text in ["ខ្មែរ", "朔庄", "🌾", "Ærøskøbing", "Ω 5 %"] {
      #expect(try safe(text).string == text)
    }
  }

  @Test("Whatever comes out is clean: cleaning again changes nothing", arguments: seeds)
  func idempotent(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let pool: [Unicode.Scalar] = [
      "a", "Đ", "ệ", " ", "\u{A0}", "\u{301}", "\u{302}", "\u{323}", "\u{31B}", "\u{200B}", "ơ",
      "\n", "\r", "\t", "\u{AD}", "ក", "្", "é", "–", "\u{202E}", "\u{1B}", "\u{E000}", "中",
    ]
    var accepted = 0
    for _ in 0..<2_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<random.number(0...12) { scalars.append(random.pick(pool)) }
      let text = String(scalars)
      for kind in [SafeText.Kind.line, .note] {
        guard let once = try? SafeText.clean(text, kind) else { continue }
        accepted += 1
        let twice = try SafeText.clean(once.text.string, kind)
        #expect(
          Array(twice.text.string.unicodeScalars) == Array(once.text.string.unicodeScalars)
            && twice.strippedScalars == 0, "seed \(seed): \(text.debugDescription)")
        #expect(SafeText(escaping: once.text.string).string == once.text.string)
      }
    }
    #expect(accepted > 500)
  }
}
