import Foundation
import TerminalCanvas
import Testing

@testable import DashboardKit

/// What the stored snapshots draw is what the gate measures.
@Suite("Contrast of what is drawn")
struct ContrastSnapshotTests {
  private static func files() throws -> [(name: String, text: String)] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<2 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("DashboardScreensTests/Snapshots")
    let walk = try #require(FileManager.default.enumerator(atPath: folder.path))
    let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") }.sorted()
    return try names.flatMap { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
        let size = part.prefix { $0 != "\n" }
        return (name: "\(name) \(size)", text: String(part.dropFirst(size.count + 1)))
      }
    }
  }

  @Test("every pair in the snapshots is one that is measured")
  func pairs() throws {
    let files = try Self.files()
    #expect(files.count >= 100)
    let measured = Set(ContrastGate.styles)
    var drawn: Set<Style> = []
    for file in files {
      let layers = try SnapshotLayers(file.text)
      #expect(layers.unknown.isEmpty, "\(file.name): \(layers.unknown.sorted())")
      drawn.formUnion(layers.cells.flatMap { $0.compactMap(\.style) })
    }
    #expect(drawn.subtracting(measured).isEmpty)
    #expect(drawn.count > 30)
  }

  @Test("roles that are measured as marks carry no letters")
  func marks() throws {
    for file in try Self.files() {
      for (y, row) in try SnapshotLayers(file.text).cells.enumerated() {
        for (x, cell) in row.enumerated() {
          guard let role = cell.style?.role, ContrastGate.kind(of: role) == .mark else { continue }
          let isWord = cell.sign.isLetter || cell.sign.isNumber
          #expect(!isWord, "\(file.name), \(x),\(y): \(cell.sign) as \(role)")
        }
      }
    }
  }

  @Test("what is selected, lifted or was selected has a mark besides its ground")
  func selection() throws {
    var seen = 0
    for file in try Self.files() {
      let cells = try SnapshotLayers(file.text).cells
      for surface in [Surface.selected, .selectedInactive, .lifted] {
        for patch in SnapshotLayers.patches(of: surface, in: cells) {
          seen += 1
          // A menu may lie over the beginning of a card, and its mark with it.
          let isCovered = patch.contains { place in
            place.x > 0 && cells[place.y][place.x - 1].style?.surface == .overlay
              && cells[place.y][place.x].style?.surface != .overlay
              && "│┘".contains(cells[place.y][place.x - 1].sign)
          }
          if isCovered, surface == .selected, file.name.contains("menu") { continue }
          // A dialog may lie over the middle of a row, so the whole of its rows counts.
          let rows = Set(patch.map(\.y)).flatMap { cells[$0] }
          let isMarked = rows.contains { $0.style?.surface == surface && "▶◆".contains($0.sign) }
          let first = patch[0]
          #expect(isMarked, "\(file.name): \(surface) from \(first.x),\(first.y)")
        }
      }
    }
    #expect(seen > 50)
  }

  @Test("a snapshot with a letter that no role has is refused")
  func unknown() throws {
    let text = "ab\n----+----1 10x1\nno cursor\n\nroles\n?m\n? new, m muted\n"
    let layers = try SnapshotLayers(text)
    #expect(layers.unknown == ["?"])
    #expect(layers.cells[0][0].style == nil)
    #expect(layers.cells[0][1].style == Style(.muted))
    #expect(layers.cells[0].count == 10)
  }
}

/// The cells of a stored snapshot.
struct SnapshotLayers {
  struct Cell {
    /// What stands there; a blank in the second column of something wide.
    var sign: Character
    /// How; nil when a layer has a letter that nothing in the code has.
    var style: Style?
  }

  private(set) var cells: [[Cell]] = []
  private(set) var unknown: Set<Character> = []

  private static let roles = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { ($0.snapshotLetter, $0) })
  private static let surfaces = Dictionary(
    uniqueKeysWithValues: Surface.allCases.map { ($0.snapshotLetter, $0) })

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let height = try #require(lines.firstIndex { $0.hasPrefix("----+----1") && $0.contains("x") })
    let size = try #require(lines[height].split(separator: " ").last).split(separator: "x")
    let width = try #require(size.first.flatMap { Int($0) })
    try #require(size.last.flatMap { Int($0) } == height)
    func layer(_ name: String) -> [[Character]] {
      let start = lines.indices.dropFirst(height).first { $0 > 0 && lines[$0] == name }
      return (0..<height).map { y in
        let line = start.map { Array(lines[$0 + 1 + y]) } ?? []
        return line + Array(repeating: ".", count: width - line.count)
      }
    }
    let (roles, surfaces, weights) = (layer("roles"), layer("surfaces"), layer("emphasis"))
    for y in 0..<height {
      let signs = Self.columns(lines[y], width)
      cells.append(
        (0..<width).map { x in
          Cell(sign: signs[x], style: style(roles[y][x], surfaces[y][x], weights[y][x]))
        })
    }
  }

  private mutating func style(
    _ role: Character, _ surface: Character, _ weight: Character
  ) -> Style? {
    let bits = weight == "." ? 0 : weight.wholeNumberValue.flatMap { UInt8(exactly: $0) }
    if Self.roles[role] == nil { unknown.insert(role) }
    if Self.surfaces[surface] == nil { unknown.insert(surface) }
    if bits == nil { unknown.insert(weight) }
    guard let role = Self.roles[role], let surface = Self.surfaces[surface], let bits else {
      return nil
    }
    return Style(role, on: surface, emphasis: Emphasis(rawValue: bits))
  }

  private static func columns(_ line: String, _ width: Int) -> [Character] {
    var signs: [Character] = []
    for sign in line {
      signs.append(sign)
      let more = TextWidth.width(of: String(sign)) - 1
      if more > 0 { signs += Array(repeating: " ", count: more) }
    }
    return signs + Array(repeating: " ", count: max(0, width - signs.count))
  }

  /// The connected patches of a surface, each as its places.
  static func patches(of surface: Surface, in cells: [[Cell]]) -> [[(x: Int, y: Int)]] {
    var seen: Set<Point> = []
    var patches: [[(x: Int, y: Int)]] = []
    for y in cells.indices {
      for x in cells[y].indices where cells[y][x].style?.surface == surface {
        var patch: [(x: Int, y: Int)] = []
        var next = [Point(x: x, y: y)]
        while let place = next.popLast() {
          guard cells.indices.contains(place.y), cells[place.y].indices.contains(place.x),
            cells[place.y][place.x].style?.surface == surface, seen.insert(place).inserted
          else { continue }
          patch.append((place.x, place.y))
          for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            next.append(Point(x: place.x + dx, y: place.y + dy))
          }
        }
        if !patch.isEmpty { patches.append(patch) }
      }
    }
    return patches
  }
}
