import Foundation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// What the board looks like in each theme at each depth of colour: which letters stand in which
/// colours, stored as text, so that a changed theme shows what it changes.
@Suite("Colour layers")
struct ThemeLayerTests {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(component: "Snapshots")
  }

  /// The stored board of 80 columns, as styles.
  private static func board() throws -> [[SnapshotLayers.Cell]] {
    let file = folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(components: "DashboardScreensTests", "Snapshots", "board", "normal-vi.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = ("\n" + text).components(separatedBy: "\n=== ")
    let part = try #require(parts.first { $0.hasPrefix("80x24\n") })
    return try SnapshotLayers(String(part.dropFirst(6))).cells
  }

  private static func name(_ colour: ThemeColour) -> String {
    switch colour {
    case .default: return "default"
    case .ansi(let number): return "ansi \(number)"
    case .rgb(let red, let green, let blue):
      return "#"
        + [red, green, blue].map {
          ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }
  }

  private static func layer(
    _ theme: Theme, _ depth: ColourDepth, _ cells: [[SnapshotLayers.Cell]]
  ) throws -> String {
    var known: [String] = []
    var lines: [String] = []
    for row in cells {
      var line = ""
      for cell in row {
        let look = theme.colours(for: try #require(cell.style), depth: depth)
        var words = name(look.fg) + " on " + name(look.bg)
        if look.isBold { words += " bold" }
        if look.isUnderlined { words += " underlined" }
        if look.isReversed { words += " reversed" }
        if !known.contains(words) { known.append(words) }
        let place = known.firstIndex(of: words) ?? 0
        line.append(letters[min(place, letters.count - 1)])
      }
      lines.append(line)
    }
    let legend = known.enumerated().map {
      "\(letters[min($0.offset, letters.count - 1)]) \($0.element)"
    }
    return (["=== \(depth)"] + lines + legend).joined(separator: "\n") + "\n"
  }

  @Test("each theme at each depth", arguments: ContrastGate.names)
  func layers(_ name: String) throws {
    let theme = try #require(try ThemeFiles.loader().loadAll().0.first { $0.name == name })
    let cells = try Self.board()
    let depths: [ColourDepth] = [.direct, .indexed256, .ansi16, .mono]
    let text = try depths.map { try Self.layer(theme, $0, cells) }.joined()
    let file = Self.folder.appending(component: "colours-\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded colours-\(name).txt")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "colours-\(name).txt")
  }
}
