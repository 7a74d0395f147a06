import TerminalCanvas
import Testing

@testable import TerminalCurses

/// Bytes and the events that they must become.
struct DecoderCase: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let events: [InputEvent]

  init(_ text: String, _ events: InputEvent...) {
    bytes = Array(text.utf8)
    self.events = events
  }

  init(bytes: [UInt8], _ events: InputEvent...) {
    self.bytes = bytes
    self.events = events
  }

  var testDescription: String { String(reflecting: String(decoding: bytes, as: UTF8.self)) }
}

func key(_ key: Key, _ modifiers: Modifiers = []) -> InputEvent {
  .key(KeyStroke(key, modifiers))
}

func alt(_ character: Character, _ more: Modifiers = []) -> InputEvent {
  key(.character(character), more.union(.alt))
}

func control(_ character: Character) -> InputEvent { key(.character(character), .control) }

func mouse(
  _ kind: MouseEvent.Kind, _ button: MouseEvent.Button, _ x: Int, _ y: Int, _ held: Modifiers = []
) -> InputEvent {
  .mouse(MouseEvent(kind, button, at: Point(x: x, y: y), modifiers: held))
}

/// Neighbouring texts, and neighbouring counts of bad bytes, as one: what does not depend on how
/// the bytes were cut into reads.
func joined(_ events: [InputEvent]) -> [InputEvent] {
  events.reduce(into: []) { result, event in
    switch (result.last, event) {
    case (.text(let one), .text(let other)): result[result.count - 1] = .text(one + other)
    case (.invalidBytes(let one), .invalidBytes(let other)):
      result[result.count - 1] = .invalidBytes(one + other)
    default: result.append(event)
    }
  }
}

@Suite("Input decoder")
struct DecoderTests {
  @Test("Bytes become events", arguments: DecoderTables.all)
  func tables(_ example: DecoderCase) {
    var decoder = InputDecoder()
    let events = decoder.feed(example.bytes, at: 0)
    #expect(events == example.events)
    #expect(decoder.deadline == nil, "nothing waits")
  }

  @Test("Cut anywhere, the bytes become the same events", arguments: DecoderTables.all)
  func splits(_ example: DecoderCase) {
    for cut in 0...example.bytes.count {
      var decoder = InputDecoder()
      let events =
        decoder.feed(example.bytes[..<cut], at: 0) + decoder.feed(example.bytes[cut...], at: 0)
      #expect(joined(events) == joined(example.events), "cut at \(cut)")
    }
    var decoder = InputDecoder()
    let events = example.bytes.flatMap { decoder.feed([$0], at: 0) }
    #expect(joined(events) == joined(example.events), "byte by byte")
  }

  @Test("The text of one read is one event")
  func oneRead() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("Đổi mới".utf8), at: 0) == [.text("Đổi mới")])
  }

  @Test("Every table one after another, in one read")
  func together() {
    var decoder = InputDecoder()
    let events = decoder.feed(DecoderTables.all.flatMap(\.bytes), at: 0)
    #expect(joined(events) == joined(DecoderTables.all.flatMap(\.events)))
  }

  @Test(
    "Keys of the terminal description are used for what is not otherwise known",
    arguments: [("\u{1B}[999~", KeyStroke.function(3)), ("\u{1B}Ox", .function(5))])
  func described(_ sequence: String, _ stroke: KeyStroke) {
    let bytes = Array(sequence.utf8)
    var decoder = InputDecoder(described: [bytes: stroke, Array("\u{1B}?".utf8): .function(7)])
    let isKeypad = sequence.hasSuffix("Ox")
    #expect(decoder.feed(bytes, at: 0) == [isKeypad ? .text("8") : .key(stroke)])
    #expect(decoder.feed(Array("\u{1B}?".utf8), at: 0) == [.key(.function(7))])
  }
}
