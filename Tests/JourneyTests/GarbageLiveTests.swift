import Foundation
import TestSupport
import Testing

/// Garbage into the running program: it lives, it answers, and no command comes of it.
@Suite("Garbage typed at the running program")
struct GarbageLiveTests {
  /// Bytes that are no keys: broken letters, sequences that no key has, strings for terminals, and
  /// the beginnings of all of them. A failure names the seed.
  struct Noise {
    var random: SplitMix

    mutating func bytes(_ count: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < count { bytes += piece() }
      // What is begun is ended: the string terminator means nothing anywhere else.
      return bytes + [0x1B, 0x5C, 0x18]
    }

    private mutating func piece() -> [UInt8] {
      switch random.next() % 6 {
      case 0: many(1...40, 0x80...0xC1)
      case 1: many(1...9, 0xF5...0xFF)
      case 2: [0x1B, 0x5B] + many(0...90, 0x30...0x3F) + [finals[Int(random.next() % 9)]]
      case 3: [0x1B, introducers[Int(random.next() % 4)]] + many(0...300, 0x20...0x7E) + [0x07]
      case 4: [0x1B, 0x5B] + many(1...3, 0x3A...0x3B) + [0x18]
      default:
        [[0xE1, 0xBB], [0xE1], [0xF0, 0x9F, 0x87], [0xED, 0xA0, 0x80]][
          Int(random.next() % 4)] + [0xFF]
      }
    }

    private let finals = Array("gjklpqrtw".utf8)
    private let introducers = Array("]P_^".utf8)

    private mutating func many(
      _ count: ClosedRange<Int>, _ values: ClosedRange<UInt8>
    ) -> [UInt8] {
      let number = count.lowerBound + Int(random.next() % UInt64(count.count))
      return (0..<number).map { _ in
        values.lowerBound + UInt8(random.next() % UInt64(values.count))
      }
    }

    init(seed: UInt64) { random = SplitMix(state: seed) }
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  @Test("No command comes of bytes that are no keys, and a key is answered soon after")
  func noise() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var noise = Noise(seed: seed)
    let runner = try CommandRunner()
    let file = runner.path("demo.db")
    try #require(try runner.run("demo", "--keep", file, "--no-open").code == 0)
    let before = try runner.run("export", "ventures", "--database", file, "--format", "json")
    let program = try TerminalProbe(
      columns: 80, rows: 24, arguments: ["demo", "--keep", file])
    try program.waitForBoard()
    let board = program.lines.dropLast(4)
    var waits: [Double] = []
    for round in 0..<20 {
      program.terminal.write(noise.bytes(16_000))
      program.settle(milliseconds: 120)
      // What was begun and never ended is over after 100 ms; then a key is a key.
      let count = program.terminal.output.count
      let start = Date()
      program.terminal.write(round % 2 == 0 ? "\u{1B}[B" : "\u{1B}[A")
      try #require(
        program.terminal.read(seconds: 10) { $0.output.count > count },
        "no answer after round \(round), seed \(seed): \(program.text)")
      waits.append(Date().timeIntervalSince(start) * 1_000)
    }
    program.settle()
    #expect(program.lines.dropLast(4) == board, "seed \(seed): \(program.text)")
    // On a busy machine one of them may be late for reasons of its own.
    #expect(waits.sorted()[waits.count / 2] <= 100, "ms, seed \(seed): \(waits)")
    program.stop()
    let after = try runner.run("export", "ventures", "--database", file, "--format", "json")
    #expect(before.code == 0 && before.output == after.output, "a record changed, seed \(seed)")
  }

  @Test("Any bytes at all: the program lives, or has left in order by a key that was among them")
  func anything() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    for _ in 0..<3 {
      let program = try TerminalProbe(columns: 80, rows: 24)
      try program.waitForBoard()
      for _ in 0..<20 {
        var bytes: [UInt8] = []
        for _ in 0..<100 {
          let bits = random.next()
          for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
          }
        }
        // Ctrl+Q leaves and Ctrl+Z may stop a program: what is looked for is a crash or a hang.
        program.terminal.write(bytes.filter { $0 != 0x11 && $0 != 0x1A })
        program.terminal.read(seconds: 0.02) { _ in false }
      }
      program.settle(milliseconds: 300)
      program.terminal.write("\u{18}\u{1B}\\")
      let ending = program.terminal.waitForEnd(seconds: 0.2)
      if ending == nil {
        program.terminal.signal(SIGTERM)
        let last = program.terminal.waitForEnd(seconds: 10)
        #expect(last != nil, "hangs, seed \(seed)")
      } else {
        #expect(ending == .exited(0), "seed \(seed): \(program.terminal.textOnMainScreen ?? "")")
      }
      #expect(program.terminal.hasSettingsOfBefore, "seed \(seed)")
    }
  }
}
