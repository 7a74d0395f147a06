import DashboardKit
import TerminalCanvas
import TerminalCurses
import Testing

/// How the bytes of a word are cut into reads.
enum Splitting: CaseIterable {
  case byBytes, byPresses, atOnce, atRandom

  func reads(_ presses: [[UInt8]], _ random: inout SeededRandom) -> [[UInt8]] {
    let bytes = presses.flatMap { $0 }
    switch self {
    case .byBytes: return bytes.map { [$0] }
    case .byPresses: return presses
    case .atOnce: return [bytes]
    case .atRandom:
      var reads: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(7, rest.count), using: &random)
        reads.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      return reads
    }
  }
}

/// A decoder and a field, as in the program, with a clock of their own.
struct TypedInto {
  var decoder = InputDecoder()
  var field: TextField
  var time: Int64 = 1000
  var typing = Typing.off

  init(_ text: String = "Ông ", typing: Typing = .off) {
    field = TextField(text)
    self.typing = typing
  }

  /// Hands in reads, each so many milliseconds after the one before; what the decoder waits for
  /// is decided in between, as the event loop does.
  mutating func take(_ reads: [[UInt8]], gap: Int64) {
    for read in reads {
      time += gap
      for event in decoder.expire(at: time) + decoder.feed(read, at: time) {
        _ = field.handle(event, typing: typing)
      }
    }
  }
}

@Suite("Input methods outside of the program")
struct InputMethodReplayTests {
  @Test("The corpus has 500 words and all 134 accented letters")
  func coverage() {
    #expect(Set(InputMethodCorpus.words).count >= 500)
    #expect(InputMethodCorpus.letters.count == 67)
    let used = Set(InputMethodCorpus.all.joined())
    #expect(InputMethodCorpus.letters.subtracting(used).isEmpty)
    let capitals = Set(InputMethodCorpus.letters.compactMap { $0.uppercased().first })
    #expect(capitals.count == 67 && capitals.subtracting(used).isEmpty)
    for word in InputMethodCorpus.all {
      #expect(Array(TextWidth.normalised(word).utf8) == Array(word.utf8), "\(word) is not NFC")
    }
  }

  @Test(
    "Every word arrives exactly, however it is composed and cut into reads",
    arguments: InputMethodStreams.Program.allCases, [UInt8(0x7F), 0x08])
  func words(_ program: InputMethodStreams.Program, _ backspace: UInt8) {
    let seed: UInt64 = 2_006_2019
    var random = SeededRandom(seed: seed)
    for word in InputMethodCorpus.all {
      for toneAtEnd in [true, false] {
        let streams = InputMethodStreams(
          program: program, backspace: backspace, toneAtEnd: toneAtEnd)
        let presses = streams.presses(word)
        for splitting in Splitting.allCases {
          var typed = TypedInto()
          typed.take(splitting.reads(presses, &random), gap: splitting == .byBytes ? 20 : 0)
          expect(typed, "Ông " + word, "\(splitting) \(toneAtEnd) seed \(seed)")
        }
      }
    }
  }

  /// A pause of 200 ms lies between presses. Within a letter it cannot lie: an input method writes
  /// a letter whole, and what a line tears apart by more than 100 ms the decoder gives up.
  @Test("Pauses between presses change nothing", arguments: [Int64(0), 20, 200])
  func pauses(_ gap: Int64) {
    for program in InputMethodStreams.Program.allCases {
      for word in InputMethodCorpus.all {
        let streams = InputMethodStreams(program: program, backspace: 0x7F, toneAtEnd: true)
        var typed = TypedInto()
        typed.take(streams.presses(word), gap: gap)
        expect(typed, "Ông " + word, "\(program) \(gap)")
      }
    }
  }

  @Test("A sentence in one field, and words put into the middle of others")
  func sentences() {
    let words = ["Nguyễn", "Thị", "Tuyết", "khởi", "nghiệp", "ở", "Sóc", "Trăng"]
    for program in InputMethodStreams.Program.allCases {
      let streams = InputMethodStreams(program: program, backspace: 0x7F, toneAtEnd: true)
      var typed = TypedInto("đầu cuối")
      typed.field.moveCaret(to: 4)
      for word in words { typed.take(streams.presses(word) + [[0x20]], gap: 0) }
      expect(typed, "đầu " + words.joined(separator: " ") + " cuối", "\(program)")
    }
  }

  @Test("Backspace takes one letter, however the letter came")
  func backspace() {
    for letter in ["ệ", "e\u{323}\u{302}", "ê\u{323}"] {
      var typed = TypedInto("vi")
      typed.take([Array(letter.utf8), [0x7F]], gap: 20)
      expect(typed, "vi", letter)
    }
  }

  private func expect(
    _ typed: TypedInto, _ wanted: String, _ how: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard Array(typed.field.text.utf8) != Array(wanted.utf8) else { return }
    Issue.record("\(wanted) became \(typed.field.text): \(how)", sourceLocation: sourceLocation)
  }
}
