/// A character that is drawn as a shape, because fonts leave gaps between its neighbours.
enum SVGShape {
  /// Lines from the middle of the cell to some of its edges.
  case lines(left: Bool, right: Bool, up: Bool, down: Bool)
  /// A part of the cell from its lower edge, in eighths.
  case lowerEighths(Int)
  /// A part of the cell from its left edge, in eighths.
  case leftEighths(Int)

  private static let lineCharacters: [String: SVGShape] = [
    "─": .lines(left: true, right: true, up: false, down: false),
    "│": .lines(left: false, right: false, up: true, down: true),
    "┌": .lines(left: false, right: true, up: false, down: true),
    "┐": .lines(left: true, right: false, up: false, down: true),
    "└": .lines(left: false, right: true, up: true, down: false),
    "┘": .lines(left: true, right: false, up: true, down: false),
    "├": .lines(left: false, right: true, up: true, down: true),
    "┤": .lines(left: true, right: false, up: true, down: true),
    "┬": .lines(left: true, right: true, up: false, down: true),
    "┴": .lines(left: true, right: true, up: true, down: false),
    "┼": .lines(left: true, right: true, up: true, down: true),
  ]

  /// The shape of a character; nil when the font draws it.
  static func of(_ text: String) -> SVGShape? {
    guard let value = text.unicodeScalars.first?.value, value >= 0x2500, value < 0x2590 else {
      return nil
    }
    switch value {
    case 0x2581...0x2588: return .lowerEighths(Int(value - 0x2580))
    case 0x2589...0x258F: return .leftEighths(Int(0x2590 - value))
    default: return lineCharacters[text]
    }
  }

  /// The block in a cell whose upper left corner is given in tenths of a pixel; nil for lines.
  func block(x: Int, y: Int, _ colour: String) -> String? {
    let width = SVGRenderer.cellWidth
    let height = SVGRenderer.cellHeight
    switch self {
    case .lines: return nil
    case .lowerEighths(let part):
      let top = height * (8 - part) / 8
      return rectangle(x: x, y: y + top, width: width, height: height - top, colour)
    case .leftEighths(let part):
      return rectangle(x: x, y: y, width: width * part / 8, height: height, colour)
    }
  }

  /// Adds the lines in such a cell.
  func addLines(to path: inout SVGPath, x: Int, y: Int) {
    guard case .lines(let left, let right, let up, let down) = self else { return }
    let middle = (x: x + SVGRenderer.cellWidth / 2, y: y + SVGRenderer.cellHeight / 2)
    if left || right {
      path.addHorizontal(
        y: middle.y, from: left ? x : middle.x, to: right ? x + SVGRenderer.cellWidth : middle.x)
    }
    if up || down {
      path.addVertical(
        x: middle.x, from: up ? y : middle.y, to: down ? y + SVGRenderer.cellHeight : middle.y)
    }
  }
}

/// Lines, in tenths of a pixel. A horizontal line that goes on where the last one ended makes it
/// longer.
struct SVGPath {
  private var horizontals: [(y: Int, from: Int, to: Int)] = []
  private var verticals: [(x: Int, from: Int, to: Int)] = []

  var isEmpty: Bool { horizontals.isEmpty && verticals.isEmpty }

  mutating func addHorizontal(y: Int, from: Int, to: Int) {
    if let last = horizontals.last, last.y == y, last.to == from {
      horizontals[horizontals.count - 1].to = to
    } else {
      horizontals.append((y, from, to))
    }
  }

  mutating func addVertical(x: Int, from: Int, to: Int) {
    verticals.append((x, from, to))
  }

  /// The lines as the data of an SVG path.
  var data: String {
    horizontals.map { "M\(number($0.from)) \(number($0.y))H\(number($0.to))" }.joined()
      + verticals.map { "M\(number($0.x)) \(number($0.from))V\(number($0.to))" }.joined()
  }
}
