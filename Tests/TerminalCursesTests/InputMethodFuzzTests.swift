import DashboardKit
import TerminalCanvas
import TerminalCurses
import Testing

/// Garbage of every kind through the decoder into the fields: nothing traps, nothing hangs, the
/// keyboard stays alive. Ten parts of 1.15 MB go through the decoder, and every third read of them
/// on into the fields, which cost ten times as much in a debug build. A failure names its seed.
@Suite("Fuzzing the decoder and the fields")
struct InputMethodFuzzTests {
  private static let part = 1_150_000
  private static let readSizes = [1, 2, 7, 64, 512, 4096, 16_384]

  @Test("Random and mutated bytes", arguments: UInt64(1)...10)
  func garbage(_ seed: UInt64) {
    var source = GarbageSource(seed: seed)
    var target = FuzzedFields(seed: seed)
    var count = 0
    var read = 0
    while count < Self.part {
      read += 1
      let bytes = source.bytes(Self.readSizes[read % Self.readSizes.count])
      count += bytes.count
      target.take(bytes)
      if read % 50 == 0 { target.expectAlive() }
    }
    target.expectAlive()
    #expect(count >= Self.part)
  }

  /// Every sequence here is whole, and none is a key that anybody has.
  @Test("Unknown sequences give no event, so no command comes of them", arguments: UInt64(1)...4)
  func unknown(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let finals = Array("efghijklnopqrstvwxzJKLNTUVWXY\\]_`{|}".utf8)
    let introducers = Array("]PX^_".utf8)
    for step in 0..<4000 {
      var bytes: [UInt8] = [0x1B]
      let count = Int.random(in: 0...90, using: &random)
      if Bool.random(using: &random) {
        bytes.append(0x5B)
        for _ in 0..<count { bytes.append(UInt8.random(in: 0x30...0x3F, using: &random)) }
        bytes.append(finals[Int.random(in: finals.indices, using: &random)])
      } else {
        bytes.append(introducers[Int.random(in: introducers.indices, using: &random)])
        for _ in 0..<count { bytes.append(UInt8.random(in: 0x20...0x7E, using: &random)) }
        bytes += Bool.random(using: &random) ? [0x07] : [0x1B, 0x5C]
      }
      var decoder = InputDecoder()
      let events = decoder.feed(bytes, at: 0)
      #expect(events.isEmpty, "seed \(seed), step \(step): \(bytes)")
      #expect(decoder.feed([0x61], at: 0) == [.text("a")], "seed \(seed), step \(step)")
    }
  }
}

/// Bytes without end: random ones, and what terminals and input methods send, damaged.
struct GarbageSource {
  private var random: SeededRandom
  private let pool: [[UInt8]]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    var pool = Self.sequences.map { Array($0.utf8) }
    for (index, word) in InputMethodCorpus.words.enumerated() where index % 7 == 0 {
      let program = InputMethodStreams.Program.allCases[index % 6]
      let streams = InputMethodStreams(
        program: program, backspace: index % 2 == 0 ? 0x7F : 0x08, toneAtEnd: true)
      pool.append(streams.presses(word).flatMap { $0 } + [0x20])
      pool.append(Array(InputMethodKeys.telex(word, .toneLast).utf8) + [0x20])
    }
    self.pool = pool
  }

  private static let sequences = [
    "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}OH", "\u{1B}[<0;12;5M", "\u{1B}[<0;12;5m",
    "\u{1B}[200~dán\nhai dòng\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[I", "\u{1B}[O",
    "\u{1B}[?2026;2$y", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}",
    "\u{1B}[M !!", "\u{1B}[97;5u", "\u{1B}[27;5;97~", "\u{1B}[[A", "\u{1B}x", "\u{1B}\u{1B}[D",
    "\u{1}", "\u{B}", "\u{15}", "\u{17}", "\r", "\t", "👩‍👩‍👧‍👦", "🇻🇳", "한글", "e\u{301}\u{323}",
    "\u{200D}", "\u{FE0F}", "\u{202E}", "\u{301}", "\u{1100}", "𝔘", "\u{FFFD}", "\u{E000}",
  ]

  /// Some bytes, about as many as asked for.
  mutating func bytes(_ count: Int) -> [UInt8] {
    random.next() % 3 == 0 ? noise(count) : damaged(count)
  }

  private mutating func noise(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count {
      let bits = random.next()
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
    }
    return bytes
  }

  private mutating func damaged(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let bits = random.next()
      var piece = pool[Int(bits % UInt64(pool.count))]
      let place = Int((bits >> 32) % UInt64(piece.count))
      switch (bits >> 16) & 15 {
      case 0: piece[place] = UInt8(truncatingIfNeeded: bits >> 56)
      case 1: piece.removeSubrange(place...)
      case 2: piece.insert(UInt8(truncatingIfNeeded: bits >> 48), at: place)
      case 3: piece.remove(at: place)
      default: break
      }
      bytes += piece
    }
    return bytes
  }
}

/// A decoder with a field and a note behind it, and what must hold of them at any time.
struct FuzzedFields {
  private let seed: UInt64
  private var decoder = InputDecoder()
  private var field = TextField()
  private var area = TextArea()
  private var time: Int64 = 0
  private var events = 0
  private var reads = 0

  init(seed: UInt64) { self.seed = seed }

  mutating func take(_ bytes: [UInt8]) {
    time += Int64(bytes.count % 130)
    reads += 1
    let came = decoder.expire(at: time) + decoder.feed(bytes, at: time)
    if reads % 3 == 0 { for event in came { take(event) } }
  }

  private mutating func take(_ event: InputEvent) {
    events += 1
    // Composing letter by letter costs most in a debug build: runs of events have it, most not.
    let methods: [InputMethod] = [.telex, .vni, .off, .off, .off, .off, .off, .off]
    let typing = Typing(methods[events / 97 % methods.count], usesBrackets: events % 2 == 0)
    if events % 16 > 0 {
      _ = field.handle(event, typing: typing)
      if field.text.utf8.count > 48 { field.text = String(field.text.suffix(4)) }
    } else {
      _ = area.handle(event, width: 1 + events % 40, typing: typing)
      if area.text.utf8.count > 96 { area.text = String(area.text.suffix(8)) }
    }
    if events % 256 == 0 { expectSound() }
  }

  private func expectSound() {
    let isSound =
      (0...field.text.count).contains(field.caret) && (0...area.text.count).contains(area.caret)
      && TextWidth.normalised(field.text).utf8.elementsEqual(field.text.utf8)
      && TextWidth.normalised(area.text).utf8.elementsEqual(area.text.utf8)
      && !field.text.contains { $0.isNewline || $0 == "\t" }
    if !isSound { Issue.record("seed \(seed), event \(events): \(field) \(area)") }
    var canvas = Canvas(Size(width: 12, height: 3))
    field.draw(in: canvas.bounds, on: &canvas, isFocused: events % 512 == 0)
    area.draw(in: canvas.bounds, on: &canvas, isFocused: true)
    if canvas.cursor == nil { Issue.record("seed \(seed), event \(events): no cursor") }
  }

  /// After 100 ms a letter is a letter, unless a paste has begun, which Esc ends after 500 ms.
  mutating func expectAlive() {
    time += 100
    for event in decoder.expire(at: time) { take(event) }
    if decoder.deadline != nil {
      time += 500
      for event in decoder.expire(at: time) { take(event) }
    }
    var answer = decoder.feed([0x61], at: time)
    if answer != [.text("a")] {
      time += 500
      _ = decoder.expire(at: time)
      _ = decoder.feed([0x1B], at: time)
      time += 100
      _ = decoder.expire(at: time)
      answer = decoder.feed([0x61], at: time)
    }
    if answer != [.text("a")] {
      Issue.record("seed \(seed), event \(events): the keyboard is dead, \(answer)")
    }
  }
}
