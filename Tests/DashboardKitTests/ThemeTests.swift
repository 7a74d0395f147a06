import Incubation
import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Colours of themes")
struct ThemeTests {
  @Test("contrast: the published examples of WCAG 2.2")
  func contrast() throws {
    func ratio(_ first: String, _ second: String) throws -> Double {
      let a = try #require(ThemeColour(first))
      let b = try #require(ThemeColour(second))
      return try #require(Contrast.ratio(a, b))
    }
    let extreme = try ratio("#000000", "#ffffff")
    #expect(abs(extreme - 21) < 0.000_1)
    let grey = try ratio("#777777", "#ffffff")
    #expect(abs(grey - 4.478) < 0.001)
    let darker = try ratio("#767676", "#ffffff")
    #expect(abs(darker - 4.542) < 0.001)
    let red = try ratio("#ff0000", "#ffffff")
    #expect(abs(red - 3.998) < 0.001)
    let same = try ratio("#123456", "#123456")
    #expect(same == 1)
    #expect(Contrast.ratio(.default, .rgb(0, 0, 0)) == nil)
  }

  @Test("colours are read from hexadecimal digits, names and “default”")
  func parsing() {
    #expect(ThemeColour("#1b2A27") == .rgb(0x1B, 0x2A, 0x27))
    #expect(ThemeColour("bright-red") == .ansi(9))
    #expect(ThemeColour("default") == .default)
    for wrong in ["", "#12345", "#1234567", "#12345g", "1b2a27", "pink", "#+12345"] {
      #expect(ThemeColour(wrong) == nil, "\(wrong)")
    }
  }

  @Test("256 colours: what they have stays exactly, the rest goes to the nearest")
  func quantising() {
    for index in 16...255 {
      let (red, green, blue) = ThemeColour.components(of: index)
      let colour = ThemeColour.rgb(UInt8(red), UInt8(green), UInt8(blue))
      #expect(colour.quantised == colour)
    }
    #expect(ThemeColour.rgb(0, 95, 96).quantised == .rgb(0, 95, 95))
    #expect(ThemeColour.rgb(0x1C, 0x1C, 0x1D).quantised == .rgb(0x1C, 0x1C, 0x1C))
    #expect(ThemeColour.default.quantised == .default)
    #expect(ThemeColour.ansi(3).quantised == .ansi(3))
  }

  @Test("the compiled-in theme is themes/dark.toml")
  func fallback() throws {
    let (theme, warnings) = try #require(try ThemeFiles.loader().load("dark"))
    #expect(warnings.isEmpty)
    #expect(theme == .fallback)
  }

  @Test("every shipped file loads without a warning, and seven can be chosen")
  func shipped() throws {
    let (themes, warnings) = try ThemeFiles.loader().loadAll()
    #expect(warnings.isEmpty, "\(warnings)")
    #expect(themes.map(\.name) == ContrastGate.names)
    #expect(themes.map(\.variant) == [.dark, .dark, .light, .dark, .light, .any, .any])
    #expect(Set(themes.flatMap { [$0.vietnameseTitle, $0.englishTitle] }).count == 14)
    for theme in themes {
      #expect(theme.roles.count == Role.allCases.count)
      #expect(theme.surfaces.count == Surface.allCases.count)
      #expect(theme.title(.vietnamese) != theme.title(.english))
    }
  }

  @Test("a theme is made of its own file and those it inherits alone, as at the start")
  func alone() throws {
    let all = try ThemeFiles.loader()
    #expect(Set(all.sources.keys) == Set(ContrastGate.names + ["base"]))
    for name in ContrastGate.names {
      let own = ThemeLoader(sources: all.sources.filter { $0.key == name || $0.key == "base" })
      #expect(own.load(name)?.theme == all.load(name)?.theme)
      #expect(own.loadAll().themes.map(\.name) == [name])
    }
  }

  @Test("the folder holds no theme that is not measured")
  func folder() throws {
    #expect(try ThemeFiles.stored() == ThemeFiles.names)
  }

  @Test("16 colours are the terminal's own, whatever the palette calls by their names")
  func ownColours() throws {
    for name in ContrastGate.names {
      let theme = try #require(try ThemeFiles.loader().load(name)).theme
      for style in ContrastGate.styles {
        let colours = theme.colours(for: style, depth: .ansi16)
        for colour in [colours.fg, colours.bg] {
          if case .rgb = colour { Issue.record("\(name): \(style)") }
        }
      }
    }
  }

  @Test("bold is left out where it would turn black on white to grey")
  func paleBold() throws {
    let light = try #require(try ThemeFiles.loader().load("light")).theme
    let bold = Style(.text, on: .base, emphasis: .bold)
    #expect(!light.colours(for: bold, depth: .ansi16).isBold)
    #expect(light.colours(for: bold, depth: .direct).isBold)
    #expect(Theme.fallback.colours(for: bold, depth: .ansi16).isBold)
  }

  @Test("the selected row stands out from the screen at every depth")
  func selection() throws {
    for name in ContrastGate.names {
      let theme = try #require(try ThemeFiles.loader().load(name)).theme
      for depth in ColourDepth.allCases {
        let plain = theme.colours(for: Style(), depth: depth)
        let selected = theme.colours(for: Style(.text, on: .selected), depth: depth)
        #expect(plain.bg != selected.bg || plain.isReversed != selected.isReversed)
        #expect(depth != .mono || (selected.fg == .default && selected.bg == .default))
      }
    }
  }

  @Test("16 colours name only these, none names nothing")
  func depths() {
    for role in Role.allCases {
      for surface in Surface.allCases {
        let style = Style(role, on: surface)
        let ansi = Theme.fallback.colours(for: style, depth: .ansi16)
        for colour in [ansi.fg, ansi.bg] {
          if case .rgb = colour { Issue.record("\(style)") }
          if case .ansi(let index) = colour { #expect(index < 16) }
        }
        let mono = Theme.fallback.colours(for: style, depth: .mono)
        #expect(mono.fg == .default && mono.bg == .default)
      }
    }
  }

  @Test("weight of role, surface and text add up; two reversals cancel")
  func weights() {
    let theme = Theme.fallback
    let active = theme.colours(for: Style(.tabActive, on: .bar), depth: .mono)
    #expect(active.isReversed && active.isBold)
    let selected = theme.colours(for: Style(.tabActive, on: .selected), depth: .mono)
    #expect(!selected.isReversed)
    let marked = theme.colours(
      for: Style(.text, on: .base, emphasis: [.bold, .reverse]), depth: .mono)
    #expect(marked.isBold && marked.isReversed && !marked.isUnderlined)
  }
}
