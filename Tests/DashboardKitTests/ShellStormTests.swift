import Incubation
import Storage
import TerminalCanvas
import Testing

@testable import DashboardKit

/// A source of random numbers that can be repeated (SplitMix64, Steele, Lea and Flood 2014).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@MainActor
@Suite("Any events at any size")
struct ShellStormTests {
  private static let strokes: [KeyStroke] =
    [.enter, .escape, .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace]
    .map { KeyStroke($0) }
    + (1...9).map(KeyStroke.function)
    + ["p", "z", "y", "r", "c", "a", "u", "k", "w", "t"].map { KeyStroke.control($0) }
    + ["l", "t", "m"].map { KeyStroke.alt($0) }

  private static func event(_ random: inout Seeded) -> InputEvent {
    let place = Point(
      x: Int.random(in: -1...130, using: &random), y: Int.random(in: -1...50, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      return .text(
        ["đ", "a", "?", "/", "ệ", "e\u{323}\u{302}", " ", "王"].randomElement(using: &random) ?? "a")
    case 1: return .paste("dán\nhai dòng")
    case 2, 3: return .mouse(MouseEvent(.press, at: place))
    case 4: return .mouse(MouseEvent(.wheelDown, .none, at: place))
    case 5:
      return .resize(
        Size(
          width: Int.random(in: 0...130, using: &random),
          height: Int.random(in: 0...50, using: &random)))
    case 6: return .invalidBytes(2)
    default: return .key(strokes.randomElement(using: &random) ?? KeyStroke(.enter))
    }
  }

  @Test("nothing traps, and every canvas is whole", arguments: [1, 2, 3, 2020, 90_210] as [UInt64])
  func storm(seed: UInt64) async {
    var random = Seeded(state: seed)
    let world = World()
    var other = Theme.fallback
    other.name = "other"
    let shell = world.shell(themes: [.fallback, other])
    shell.history.remember(TestScreen.receipt)
    for step in 0..<1_500 {
      shell.handle([Self.event(&random)])
      let canvas = shell.draw(shell.size)
      #expect(canvas.size == shell.size, "seed \(seed), step \(step)")
      #expect(
        shell.targets.allSatisfy {
          canvas.bounds.intersection($0.area) == $0.area || $0.area.isEmpty
        }, "seed \(seed), step \(step)")
      guard ShellLayout.fits(shell.size) else { continue }
      let footer = canvas.line(shell.size.height - 1)
      #expect(footer.contains("F1 ") || footer.contains("Esc "), "seed \(seed), step \(step)")
    }
    // The storm may have found the way out through the menu; it must end all the same.
    await shell.untilIdle()
  }
}
