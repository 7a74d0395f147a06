import TerminalCanvas
import Testing

@testable import TerminalCurses

@Suite("Input decoder: waiting and giving up")
struct DecoderTimeTests {
  private func waited(
    _ bytes: [UInt8], delay: Int64 = 25
  ) -> (before: [InputEvent], after: [InputEvent], deadline: Int64?) {
    var decoder = InputDecoder(escapeDelay: delay)
    let before = decoder.feed(bytes, at: 1000)
    guard let deadline = decoder.deadline else { return (before, [], nil) }
    #expect(decoder.expire(at: deadline - 1).isEmpty, "not before the deadline")
    let after = decoder.expire(at: deadline)
    return (before, after, deadline)
  }

  @Test("A lone Esc is the key after the delay", arguments: [Int64(25), 100])
  func escape(_ delay: Int64) {
    let result = waited([0x1B], delay: delay)
    #expect(result.before.isEmpty && result.after == [key(.escape)])
    #expect(result.deadline == 1000 + delay)
    #expect(waited([0x1B, 0x1B]).after == [key(.escape), key(.escape)])
  }

  @Test(
    "A sequence that stops is the Alt key it may have been, or nothing, never letters",
    arguments: [
      ("\u{1B}[", [alt("[")]), ("\u{1B}O", [alt("o", .shift)]), ("\u{1B}]", [alt("]")]),
      ("\u{1B}P", [alt("p", .shift)]), ("\u{1B}[1;5", []), ("\u{1B}]0;title", []),
      ("\u{1B}[[", []), ("\u{1B}[M!", []), ("\u{1B}O5", []), ("\u{1B}]0;t\u{1B}", [key(.escape)]),
    ])
  func stopped(_ text: String, _ events: [InputEvent]) {
    let result = waited(Array(text.utf8))
    #expect(result.before.isEmpty && result.after == events)
    #expect(result.deadline == 1100)
  }

  @Test("A letter that stops in the middle is reported once, and typing goes on")
  func letter() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0xE1, 0xBB], at: 0).isEmpty)
    #expect(decoder.expire(at: 100) == [.invalidBytes(2)])
    #expect(decoder.deadline == nil && decoder.expire(at: 999).isEmpty)
    #expect(decoder.feed(Array("aaa".utf8), at: 1000) == [.text("aaa")])
  }

  @Test("Late bytes continue a sequence as long as nobody has asked for its end")
  func late() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.feed(Array("[A".utf8), at: 500) == [key(.up)])
  }

  @Test("Each byte moves the deadline of what is unfinished")
  func moving() {
    var decoder = InputDecoder()
    for step in 0..<5 { _ = decoder.feed(Array("\u{1B}]52;"[...].utf8), at: Int64(step) * 90) }
    #expect(decoder.deadline == Int64(460))
  }

  @Test("A paste that pauses is handed on and goes on being a paste")
  func pause() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~một".utf8), at: 0).isEmpty)
    #expect(decoder.deadline == 500)
    #expect(decoder.expire(at: 500) == [.paste("một")])
    #expect(decoder.deadline == nil)
    #expect(decoder.feed(Array("\nhai\u{1B}[201~\r".utf8), at: 900).last == key(.enter))
  }

  @Test("A paste without an end lets Esc and the arrows through after a pause")
  func lostEnd() {
    var decoder = InputDecoder()
    _ = decoder.feed(Array("\u{1B}[200~một".utf8), at: 0)
    _ = decoder.expire(at: 500)
    #expect(decoder.feed(Array("\u{1B}[Bx".utf8), at: 900) == [key(.down), .text("x")])
  }

  @Test("An Esc at the end of a paste that never ends is the key in the end")
  func escapeInPaste() {
    var decoder = InputDecoder()
    _ = decoder.feed(Array("\u{1B}[200~một\u{1B}".utf8), at: 0)
    #expect(decoder.expire(at: 500) == [.paste("một")])
    #expect(decoder.expire(at: 525) == [key(.escape)])
    #expect(decoder.feed(Array("x".utf8), at: 600) == [.text("x")])
  }

  @Test("A long paste comes in parts, cut between letters and not inside a line end")
  func longPaste() {
    let text = String(repeating: "đổi mới\r\n日本\r\n", count: 40)
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    for limit in 16...40 {
      var decoder = InputDecoder(escapeDelay: 25, described: [:], pasteLimit: limit)
      let parts = decoder.feed(bytes, at: 0).map { event -> String in
        guard case .paste(let part) = event else { return "not a paste: \(event)" }
        return part
      }
      #expect(parts.count > 10 && parts.joined() == replaced(text), "limit \(limit)")
    }
  }

  private func replaced(_ text: String) -> String {
    String(text.map { $0 == "\r\n" ? "\n" : $0 })
  }

  @Test("No bytes stop the keyboard or become control characters")
  func fuzz() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces: [[UInt8]] =
      DecoderTables.all.map(\.bytes) + [[0x1B], [0x9B], [0xE1, 0xBB], [0x1B, 0x5D]]
    var fed = 0
    while fed < 300_000 {
      var bytes: [UInt8] = []
      for _ in 0..<50 {
        if Bool.random(using: &random) {
          bytes += (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
        } else {
          bytes += (pieces.randomElement(using: &random) ?? []).filter { _ in
            UInt8.random(in: 0...20, using: &random) > 0
          }
        }
      }
      fed += bytes.count
      expectAlive(after: bytes, seed: seed)
    }
  }

  /// Whole, byte by byte: the same events; and after a pause and an Esc, letters are letters.
  private func expectAlive(after bytes: [UInt8], seed: UInt64) {
    var whole = InputDecoder()
    let events = whole.feed(bytes, at: 0)
    var single = InputDecoder()
    let others = bytes.flatMap { single.feed([$0], at: 0) }
    #expect(joined(events) == joined(others), "seed \(seed)")
    for event in events {
      if case .text(let text) = event {
        #expect(!text.isEmpty, "seed \(seed)")
        #expect(
          text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
          "seed \(seed)")
      }
    }
    var now: Int64 = 0
    for byte in [nil, UInt8(0x1B)] {
      if let byte { _ = whole.feed([byte], at: now) }
      while let deadline = whole.deadline {
        now = deadline
        _ = whole.expire(at: now)
      }
    }
    #expect(whole.feed(Array("ổa".utf8), at: now) == [.text("ổa")], "seed \(seed)")
  }
}
