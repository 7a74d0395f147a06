import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Contrast of every pair")
struct ContrastTests {
  private func theme(_ name: String) throws -> Theme {
    try #require(try ThemeFiles.loader().load(name)).theme
  }

  @Test("the measures: WCAG, the fixed points of the simulation, and CIE76")
  func measures() {
    let (black, white) = (ShownColour((0, 0, 0)), ShownColour((255, 255, 255)))
    #expect(abs(black.contrast(with: white) - 21) < 0.000_1)
    #expect(abs(ShownColour((119, 119, 119)).contrast(with: white) - 4.478) < 0.001)
    // sRGB red, green and blue in L*a*b* under D65, as Lindbloom's calculator gives them.
    let known: [((Int, Int, Int), (Double, Double, Double))] = [
      ((255, 0, 0), (53.241, 80.092, 67.203)), ((0, 255, 0), (87.735, -86.183, 83.179)),
      ((0, 0, 255), (32.297, 79.188, -107.860)), ((255, 255, 255), (100, 0, 0)),
    ]
    for (steps, wanted) in known {
      let lab = ShownColour((red: steps.0, green: steps.1, blue: steps.2)).lab
      #expect(abs(lab.lightness - wanted.0) < 0.05)
      #expect(abs(lab.a - wanted.1) < 0.05 && abs(lab.b - wanted.2) < 0.05)
    }
    // Greys stay: each row of a matrix sums to 1. Red and green of equal lightness come close.
    for step in [0, 51, 128, 255] {
      let grey = ShownColour((step, step, step))
      #expect(grey.distance(to: grey.deuteranopic) < 0.1)
      #expect(grey.distance(to: grey.protanopic) < 0.1)
    }
    let (red, green) = (ShownColour((200, 80, 60)), ShownColour((122, 122, 36)))
    #expect(red.deuteranopic.distance(to: green.deuteranopic) < red.distance(to: green) / 2)
  }

  @Test(
    "every role on every surface at every weight can be read",
    arguments: ContrastGate.names, ContrastGate.depths)
  func legible(name: String, depth: ColourDepth) throws {
    #expect(ContrastGate.styles.count == Role.allCases.count * Surface.allCases.count * 8)
    let failures = ContrastGate.failures(of: try theme(name), depth)
    #expect(
      failures.isEmpty, "\(failures.count): \(failures.prefix(12).joined(separator: "\n"))")
  }

  @Test("the gate sees a spoiled role and a spoiled surface", arguments: ContrastGate.depths)
  func spoiled(depth: ColourDepth) throws {
    var dim = try theme("dark")
    dim.roles[.danger]?.full.fg = .rgb(0x70, 0x30, 0x30)
    dim.roles[.danger]?.ansi.fg = .ansi(1)
    let words = ContrastGate.failures(of: dim, depth)
    #expect(!words.isEmpty && words.allSatisfy { $0.hasPrefix("danger on ") })
    var pale = try theme("light")
    pale.surfaces[.selected]?.full.bg = .rgb(0xC0, 0xC0, 0xC0)
    pale.surfaces[.selected]?.ansi.fg = .ansi(6)
    let rows = ContrastGate.failures(of: pale, depth)
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(" on selected,") })
  }

  /// Surfaces that may lie close to the screen, because whatever lies on them also has a mark
  /// (▶ or ◆), in every theme; the snapshots prove it. The selected row has both.
  static let marked: Set<Surface> = [.selectedInactive, .lifted]

  @Test(
    "the selected row has 3 to 1 against what surrounds it", arguments: ContrastGate.names,
    ContrastGate.depths)
  func selection(name: String, depth: ColourDepth) throws {
    let theme = try theme(name)
    for around in [Surface.base, .overlay] {
      let plain = theme.colours(for: Style(.text, on: around), depth: depth)
      let row = theme.colours(for: Style(.text, on: .selected), depth: depth)
      for terminal in ShownTerminal.allCases {
        let ratio = terminal.show(row).ground.contrast(with: terminal.show(plain).ground)
        #expect(ratio >= 3, "selected on \(around), \(terminal)")
      }
    }
  }

  @Test("without colours nothing names one, and the selected row is reversed")
  func mono() throws {
    for name in ContrastGate.names {
      let depths = name == "mono" ? ColourDepth.allCases : [.mono]
      for depth in depths {
        let theme = try theme(name)
        for style in ContrastGate.styles {
          let colours = theme.colours(for: style, depth: depth)
          #expect(colours.fg == .default && colours.bg == .default)
        }
        let selected = theme.colours(for: Style(.text, on: .selected), depth: depth)
        #expect(selected.isReversed)
      }
    }
  }

  /// Two states are told apart from this distance on. Stone, Szafir and Setlur ("An Engineering
  /// Model for Color Difference as a Function of Size", CIC 22, 2014) fit the difference that half
  /// of all people notice in marks of a third of a degree, about one letter on a terminal, to 7.3
  /// in L*, 10 in a* and 14 in b*; the plain threshold of 2.3 holds for large patches side by side.
  static let distance = (hue: 15.0, lightness: 8.0)

  /// Whether two looks differ: in their letters or their ground by a noticeable distance, or in
  /// that one of them is a filled block and the other is not.
  static func differ(
    _ first: ThemeColours, _ second: ThemeColours, on terminal: ShownTerminal,
    by least: Double, seen: (ShownColour) -> ShownColour
  ) -> Bool {
    if first.isReversed != second.isReversed { return true }
    let (one, two) = (terminal.show(first), terminal.show(second))
    return seen(one.letters).distance(to: seen(two.letters)) >= least
      || seen(one.ground).distance(to: seen(two.ground)) >= least
  }

  /// The pairs of states that an eye without green or red cones, or one before a grey screen,
  /// confuses.
  static func confused(in theme: Theme, _ depth: ColourDepth) -> [String] {
    let states: [Role] = [.danger, .warning, .ok, .info]
    var found: [String] = []
    for surface in Surface.allCases {
      // A surface with its own letters leaves the state to its mark and its word.
      let own = theme.surfaces[surface]
      if (depth == .ansi16 ? own?.ansi.fg : own?.full.fg) != nil { continue }
      for (index, one) in states.enumerated() {
        for two in states[(index + 1)...] {
          let first = theme.colours(for: Style(one, on: surface), depth: depth)
          let second = theme.colours(for: Style(two, on: surface), depth: depth)
          for terminal in ShownTerminal.allCases {
            let byHue = differ(first, second, on: terminal, by: distance.hue) { $0.deuteranopic }
            let byGrey = differ(first, second, on: terminal, by: distance.lightness) { $0.grey }
            let byRed = differ(first, second, on: terminal, by: distance.hue) { $0.protanopic }
            if !byRed { found.append("\(one), \(two) on \(surface): protanopia") }
            if !byHue { found.append("\(one), \(two) on \(surface): deuteranopia") }
            if !byGrey { found.append("\(one), \(two) on \(surface): grey") }
          }
        }
      }
    }
    return found
  }

  @Test(
    "colour-blind: danger, warning, ok and info stay four, in deuteranopia, protanopia and in grey",
    arguments: ContrastGate.depths)
  func states(depth: ColourDepth) throws {
    let confused = Self.confused(in: try theme("colour-blind"), depth)
    #expect(confused.isEmpty, "\(confused.prefix(12).joined(separator: "\n"))")
  }

  @Test("the same measure finds red and green confused, so it can fail")
  func confusion() throws {
    var theme = try theme("colour-blind")
    theme.roles[.danger]?.full.fg = .rgb(0xD0, 0x70, 0x50)
    theme.roles[.ok]?.full.fg = .rgb(0x90, 0x90, 0x40)
    let found = Self.confused(in: theme, .direct)
    #expect(found.contains("danger, ok on base: deuteranopia"))
    #expect(found.contains("danger, ok on base: grey"))
  }
}
