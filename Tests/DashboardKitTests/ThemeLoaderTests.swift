import TerminalCanvas
import Testing

@testable import DashboardKit

@Suite("Reading themes")
struct ThemeLoaderTests {
  private func table(_ entries: [String: ThemeValue]) -> ThemeValue { .table(entries) }

  private func load(
    _ sources: [String: ThemeValue], _ name: String
  ) throws -> (theme: Theme, warnings: [ThemeWarning]) {
    try #require(ThemeLoader(sources: sources).load(name))
  }

  @Test("keys are inherited one by one, and the palette below can be recoloured above")
  func inheritance() throws {
    let sources = [
      "a": table([
        "palette": table(["leaf": .string("#00ff00")]),
        "roles": table([
          "ok": table(["fg": .string("leaf"), "mono": .string("bold")]),
          "danger": table(["fg": .string("#ff0000")]),
        ]),
      ]),
      "b": table(["inherits": .string("a"), "palette": table(["leaf": .string("#008800")])]),
      "c": table([
        "inherits": .string("b"), "variant": .string("light"),
        "roles": table(["danger": table(["weight": .string("bold underline")])]),
      ]),
    ]
    let theme = try load(sources, "c").theme
    #expect(theme.variant == .light)
    #expect(theme.roles[.ok]?.full.fg == .rgb(0, 0x88, 0))
    #expect(theme.roles[.ok]?.mono.emphasis == .bold)
    #expect(theme.roles[.danger]?.full.fg == .rgb(255, 0, 0))
    #expect(theme.roles[.danger]?.full.emphasis == [.bold, .underline])
  }

  @Test("what nobody describes comes from the built-in theme, with a warning")
  func missing() throws {
    let (theme, warnings) = try load(["a": table([:])], "a")
    #expect(theme.roles == Theme.fallback.roles)
    #expect(theme.surfaces == Theme.fallback.surfaces)
    #expect(warnings.count == Role.allCases.count + Surface.allCases.count)
    #expect(warnings.contains(ThemeWarning(theme: "a", key: "roles.text", problem: .missing)))
  }

  @Test("a circle of inheritance is named, and ends")
  func cycle() throws {
    let sources = [
      "a": table(["inherits": .string("b")]), "b": table(["inherits": .string("a")]),
      "self": table(["inherits": .string("self")]),
    ]
    let found = try load(sources, "a").warnings.filter { $0.problem != .missing }
    #expect(found == [ThemeWarning(theme: "b", key: "inherits", problem: .cycle(["a", "b", "a"]))])
    let own = try load(sources, "self").warnings.first
    #expect(own?.problem == .cycle(["self", "self"]))
  }

  @Test("an unknown parent is named")
  func unknownParent() throws {
    let warnings = try load(["a": table(["inherits": .string("nowhere")])], "a").warnings
    #expect(warnings.first?.problem == .unknownParent("nowhere"))
    #expect(ThemeLoader(sources: [:]).load("a") == nil)
  }

  @Test("unknown keys and bad values are named by their place, and the rest counts")
  func oddities() throws {
    let source = table([
      "colour": .string("red"), "variant": .string("grey"),
      "palette": table(["leaf": .string("green-ish"), "bark": .other("3")]),
      "roles": table([
        "text": table(["fg": .string("nowhere"), "bold": .string("yes"), "ansi": .other("7")]),
        "texts": table([:]), "ok": .string("green"),
        "info": table(["ansi": .string("bold sky"), "mono": .string("bold")]),
      ]),
    ])
    let (theme, warnings) = try load(["a": source], "a")
    let found = Set(warnings.filter { $0.problem != .missing }.map(\.key))
    #expect(
      found == [
        "colour", "variant", "palette.leaf", "palette.bark", "roles.text.fg", "roles.text.bold",
        "roles.text.ansi", "roles.texts", "roles.ok", "roles.info.ansi",
      ])
    #expect(theme.roles[.info]?.mono.emphasis == .bold)
  }

  @Test("16 colours: weights, letters, and what they stand on")
  func ansi() throws {
    let source = table([
      "surfaces": table([
        "selected": table(["ansi": .string("bold black on bright-cyan")]),
        "lifted": table(["ansi": .string("on yellow")]),
      ])
    ])
    let theme = try load(["a": source], "a").theme
    let selected = Theme.Look(fg: .ansi(0), bg: .ansi(14), emphasis: .bold)
    #expect(theme.surfaces[.selected]?.ansi == selected)
    #expect(theme.surfaces[.lifted]?.ansi == Theme.Look(bg: .ansi(3)))
  }

  @Test("16 colours are never those of the palette, even by the same name")
  func ansiPalette() throws {
    let source = table([
      "palette": table(["white": .string("#eeeeee"), "leaf": .string("#00ff00")]),
      "roles": table([
        "text": table(["fg": .string("white"), "ansi": .string("white")]),
        "ok": table(["ansi": .string("leaf")]), "info": table(["ansi": .string("#00ff00")]),
      ]),
    ])
    let (theme, warnings) = try load(["a": source], "a")
    #expect(theme.roles[.text]?.full.fg == .rgb(0xEE, 0xEE, 0xEE))
    #expect(theme.roles[.text]?.ansi.fg == .ansi(7))
    let named = warnings.filter { $0.problem != .missing }
    #expect(named.map(\.key) == ["roles.ok.ansi", "roles.info.ansi"])
  }

  @Test("names in files are those of the code, with hyphens")
  func names() {
    #expect(Role.borderFocus.themeKey == "border-focus")
    #expect(Surface.selectedInactive.themeKey == "selected-inactive")
    #expect(Role.chart1.themeKey == "chart1")
    for role in Role.allCases { #expect(role.themeKey == hyphenated("\(role)")) }
    for surface in Surface.allCases { #expect(surface.themeKey == hyphenated("\(surface)")) }
  }
}

private func hyphenated(_ name: String) -> String {
  name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
}
