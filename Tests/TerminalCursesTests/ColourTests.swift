import TerminalCanvas
import Testing

@testable import TerminalCurses

@Suite("Colours by what the terminal can show")
struct ColourTests {
  private func foreground(_ colour: ColourValue, _ depth: ColourDepth) -> Int {
    depth.numbers(of: TerminalColours(foreground: colour)).foreground
  }

  @Test(
    "The nearest of 256",
    arguments: [
      ((0, 0, 0), 16), ((255, 255, 255), 231), ((255, 0, 0), 196), ((0, 0, 255), 21),
      ((95, 135, 175), 67), ((8, 8, 8), 232), ((238, 238, 238), 255), ((128, 128, 128), 244),
      ((11, 83, 148), 24),
    ] as [((UInt8, UInt8, UInt8), Int)])
  func indexed(_ rgb: (UInt8, UInt8, UInt8), _ number: Int) {
    #expect(foreground(.rgb(rgb.0, rgb.1, rgb.2), .indexed) == number)
  }

  @Test("Every colour of the cube and of the greys is itself")
  func fixedPoints() {
    for number in 16...255 {
      let (red, green, blue) = ColourDepth.components(of: number, depth: .indexed)
      let shown = foreground(.rgb(UInt8(red), UInt8(green), UInt8(blue)), .indexed)
      let same = ColourDepth.components(of: shown, depth: .indexed)
      #expect(same == (red, green, blue), "\(number) became \(shown)")
    }
  }

  @Test("Sixteen, eight, none and direct")
  func others() {
    #expect(foreground(.rgb(250, 10, 10), .sixteen) == 9)
    #expect(foreground(.rgb(200, 0, 0), .eight) == 1)
    #expect(foreground(.ansi(12), .sixteen) == 12 && foreground(.ansi(12), .eight) == 4)
    #expect(foreground(.ansi(12), .indexed) == 12)
    #expect(foreground(.rgb(0x12, 0x34, 0x56), .direct) == 0x123456)
    #expect(foreground(.rgb(0, 0, 1), .direct) == 8 && foreground(.ansi(3), .direct) == 3)
    for depth in ColourDepth.allCases { #expect(foreground(.default, depth) == -1) }
    #expect(foreground(.rgb(1, 2, 3), .monochrome) == -1 && foreground(.ansi(1), .monochrome) == -1)
  }

  @Test("Two colours that differ never become the same")
  func neverVanishes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    func colour() -> ColourValue {
      if Bool.random(using: &random) { return .ansi(.random(in: 0...15, using: &random)) }
      let grey = UInt8.random(in: 0...255, using: &random)
      return .rgb(grey, grey, UInt8.random(in: 0...255, using: &random))
    }
    for _ in 0..<5000 {
      let pair = TerminalColours(foreground: colour(), background: colour())
      for depth in [ColourDepth.eight, .sixteen, .indexed, .direct] {
        let (one, other) = depth.numbers(of: pair)
        #expect(one != other || pair.foreground == pair.background, "\(pair) \(depth) seed \(seed)")
      }
    }
  }

  @Test("The depth follows the terminal and NO_COLOR, which counts only when it is not empty")
  func depths() {
    func depth(_ count: Int, direct: Bool = false, none: Bool = false) -> ColourDepth {
      ColourDepth(colourCount: count, isDirect: direct, wantsNone: none)
    }
    #expect(depth(0) == .monochrome && depth(8) == .eight && depth(16) == .sixteen)
    #expect(depth(88) == .sixteen && depth(256) == .indexed)
    #expect(depth(1 << 24, direct: true) == .direct && depth(256, none: true) == .monochrome)
    #expect(ColourDepth.wantsNone(["NO_COLOR": "1"]))
    #expect(!ColourDepth.wantsNone(["NO_COLOR": ""]) && !ColourDepth.wantsNone([:]))
  }

  @Test("Without UTF-8, letters lose their marks and frames become ASCII")
  func ascii() {
    let shown = "Đổi mới ─│┌█…₫日".map { PlainLetters.ascii(String($0)) }
    #expect(String(decoding: shown.map { UInt8($0) }, as: UTF8.self) == "Doi moi -|+#.d?")
  }

  @Test("Marks that differ stay apart without UTF-8, and nothing that screens use becomes ?")
  func asciiMarks() {
    let marks = "·×«»“”‹›‖…←↑→↓─━│┌┐└┘█░■▲▶▸▼▾◂◆○●◐✓▁▂▃▄▅▆▇▏▎▍▌▋▊▉"
    for mark in marks { #expect(PlainLetters.ascii(String(mark)) != 0x3F, "\(mark)") }
    func differ(_ group: String) {
      #expect(Set(group.map { PlainLetters.ascii(String($0)) }).count == group.count, "\(group)")
    }
    differ("○◐●")
    differ("█░")
    differ("▲▼▶◂")
  }

  /// Symbols of Debian's Vietnamese-Fixed16.psf beside letters, as its table of Unicode says.
  private static let console: Set<String> = Set(
    "·×«»“”‹›…←↑→↓─━│┌┐└┘█░▒▓■▲▶▸▼▾◂●".map { String($0) })

  @Test("The Linux console is given only marks that its fonts have, and no braille")
  func consoleMarks() {
    let marks = "·×«»“”‹›‖…←↑→↓─━│┌┐└┘█░■▲▶▸▼▾◂◆○●◐✓▁▂▃▄▅▆▇▏▎▍▌▋▊▉⣿⠁"
    for mark in marks {
      let shown = PlainLetters.console(String(mark)) ?? String(mark)
      let isThere = shown.unicodeScalars.allSatisfy(\.isASCII) || Self.console.contains(shown)
      #expect(isThere, "\(mark) is shown as \(shown)")
    }
    #expect(PlainLetters.console("ộ") == nil && PlainLetters.console("Đ") == nil)
    #expect(GlyphSet(isUTF8: true, terminal: "linux") == .console)
    #expect(GlyphSet(isUTF8: true, terminal: "xterm-256color") == .all)
    #expect(GlyphSet(isUTF8: false, terminal: "linux") == .ascii)
  }

  @Test("Black letters on a colour are not bold where bold may mean bright")
  func greyWhenBold() {
    for depth in [ColourDepth.eight, .sixteen, .indexed] {
      #expect(depth.isGreyWhenBold(0, 6, isReversed: false))
      #expect(depth.isGreyWhenBold(6, 0, isReversed: true))
      #expect(depth.isGreyWhenBold(-1, -1, isReversed: true))
      #expect(!depth.isGreyWhenBold(0, -1, isReversed: false))
      #expect(!depth.isGreyWhenBold(7, 4, isReversed: false))
    }
    #expect(!ColourDepth.monochrome.isGreyWhenBold(-1, -1, isReversed: true))
    #expect(!ColourDepth.direct.isGreyWhenBold(0, 6, isReversed: false))
  }

  @Test("Esc waits longer over ssh")
  func escapeDelay() {
    func options(_ environment: [String: String]) -> TerminalOptions {
      TerminalOptions(environment: environment, logPath: nil, crashMessage: "")
    }
    #expect(options([:]).escapeDelay == 25)
    #expect(options(["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]).escapeDelay == 100)
    #expect(options(["TERM": "xterm-256color"]).mayAskForSynchronisedOutput)
    #expect(!options(["TERM": "xterm-256color", "TMUX": "x"]).mayAskForSynchronisedOutput)
    #expect(!options(["TERM": "linux"]).mayAskForSynchronisedOutput)
  }
}
