import ArgumentParser
import DashboardKit
import Foundation
import Incubation
import TerminalCanvas

struct ScreenshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screenshot",
    abstract: "Vẽ một màn hình của dữ liệu mẫu ra SVG / draw a screen of the demo as SVG")
  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "pipeline | table | record | import | overview | settings | training | course | programme"))
  var screen = "pipeline"
  @Option(help: ArgumentHelp("COLUMNSxROWS")) var size = "120x36"
  @OptionGroup var look: LookOptions
  @Option(help: "Tệp đích; không có: ra màn hình / target file; without it: standard output")
  var svg: String?
  @Flag(help: "Chữ thay cho SVG / text instead of SVG") var text = false

  func run() throws {
    let options = try global.resolved()
    guard let screen = ScreenID(rawValue: screen) else {
      let all = ScreenID.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage, vi: "Không có màn hình «\(screen)»; các màn hình: \(all).",
        en: "There is no screen \"\(screen)\"; the screens are \(all).")
    }
    let picture = Screenshot(
      screen: screen, language: options.language, size: try cells(), theme: try chosenTheme())
    let output = try text ? picture.text() : picture.svg()
    guard let svg else { return Output.bytes(Array(output.utf8)) }
    try Files.write(svg) { try $0(Array(output.utf8)) }
  }

  private func cells() throws -> Size {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (20...400).contains(parts[0]), (5...200).contains(parts[1]) else {
      throw Failure(
        .usage, vi: "--size: viết như 120x36 (cột x dòng).", en: "--size: write it as 120x36.")
    }
    return Size(width: parts[0], height: parts[1])
  }

  private func chosenTheme() throws -> Theme {
    let themes = ThemeFiles.load().themes
    guard let theme = look.theme else { return .fallback }
    if let found = themes.first(where: { $0.name == theme }) { return found }
    throw ThemeFiles.unknown(theme, themes)
  }
}

/// A real screen of the demo, drawn without a terminal.
struct Screenshot {
  let screen: ScreenID
  let language: Language
  let size: Size
  let theme: Theme

  func svg() throws -> String {
    SVGRenderer { theme.svgColours(for: $0) }
      .render(try canvas(), title: "Vườn Ươm: \(screen.rawValue)")
  }

  func text() throws -> String { try canvas().snapshot() }

  private func canvas() throws -> Canvas {
    let isJudges = screen == .sheets || screen == .scoring
    let rehearsal = try Rehearsal(
      language: language, size: size, login: DemoSeason.login(of: isJudges ? .judge : .clerk))
    return try MainRun.wait { @MainActor in
      let shell = rehearsal.shell(opening: screen, theme: theme)
      await shell.untilIdle()
      return shell.draw(size)
    }
  }
}

extension Theme {
  /// A style as a picture shows it. What is left to the terminal is shown as most terminals have
  /// it: light on dark, or dark on light.
  func svgColours(for style: Style) -> SVGColours {
    let colours = colours(for: style, depth: .direct)
    let isLight = variant == .light
    var foreground = Self.hex(colours.fg) ?? (isLight ? "#1c1c1c" : "#d8d8d8")
    var background = Self.hex(colours.bg) ?? (isLight ? "#ffffff" : "#101010")
    if colours.isReversed { swap(&foreground, &background) }
    return SVGColours(
      foreground: foreground, background: background, isBold: colours.isBold,
      isUnderlined: colours.isUnderlined)
  }

  private static func hex(_ colour: ThemeColour) -> String? {
    guard let (red, green, blue) = colour.components else { return nil }
    return "#" + [red, green, blue].map { String(format: "%02x", Int($0)) }.joined()
  }
}
