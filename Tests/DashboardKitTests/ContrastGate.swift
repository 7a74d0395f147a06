import TerminalCanvas

@testable import DashboardKit

/// Measures every pair of letters and ground that the code can compose.
enum ContrastGate {
  /// What a role is drawn with. There is no default case: a new role does not build before
  /// somebody has said what it is for.
  enum Kind {
    /// Words. WCAG 2.2: 4.5 (1.4.3, AA) or 7 (1.4.6, AAA).
    case word
    /// Words of what cannot be used now, which WCAG exempts; they still have to be read.
    case unusable
    /// Marks, lines and bars: 3 (1.4.11). They never carry letters; the snapshots prove it.
    case mark
  }

  static func kind(of role: Role) -> Kind {
    switch role {
    case .text, .muted, .heading, .title, .link, .focus, .keyHint, .keyLabel, .input,
      .placeholder, .danger, .warning, .ok, .info, .match, .tab, .tabActive:
      .word
    case .disabled: .unusable
    case .border, .borderFocus, .marked, .chart1, .chart2, .chart3, .chart4, .chart5, .chart6,
      .track:
      .mark
    }
  }

  /// Themes of level AAA; the others are AA.
  static let highContrast: Set<String> = ["contrast", "contrast-light"]

  /// The seven, in the order of their names.
  static let names = [
    "colour-blind", "contrast", "contrast-light", "dark", "light", "mono", "terminal",
  ]

  /// Depths with colours.
  static let depths: [ColourDepth] = [.direct, .indexed256, .ansi16]

  /// Every style there is: no pair of a role and a surface is left out, at any weight. So a screen
  /// may draw what it likes on whatever it likes.
  static let styles: [Style] = Role.allCases.flatMap { role in
    Surface.allCases.flatMap { surface in
      (0..<8).map { Style(role, on: surface, emphasis: Emphasis(rawValue: $0)) }
    }
  }

  /// What a role needs in a theme. High contrast asks 4.5 of marks too, except in 16 colours,
  /// where there are too few for six series of a chart.
  static func needed(_ role: Role, in theme: String, _ depth: ColourDepth) -> Double {
    let isHigh = highContrast.contains(theme)
    return switch kind(of: role) {
    case .word: isHigh ? 7 : 4.5
    case .unusable, .mark: isHigh && depth != .ansi16 ? 4.5 : 3
    }
  }

  /// The pairs of a theme that cannot be read: a line for each, with its contrast. Colours that a
  /// theme leaves to the terminal are measured on black and on white; where it names neither
  /// letters nor ground, that comes to the terminal's own pair.
  static func failures(of theme: Theme, _ depth: ColourDepth) -> [String] {
    var found: [String] = []
    for style in styles {
      let colours = theme.colours(for: style, depth: depth)
      let needed = needed(style.role, in: theme.name, depth)
      for terminal in ShownTerminal.allCases {
        let (letters, ground) = terminal.show(colours)
        let ratio = letters.contrast(with: ground)
        guard ratio < needed else { continue }
        found.append(
          "\(style.role) on \(style.surface), weight \(style.emphasis.rawValue), \(terminal): "
            + "\(ratio) of \(needed)")
      }
    }
    return found
  }
}
