/// Cells of one row that are drawn in one go.
struct SVGRun {
  var x: Int
  var width: Int
  var text: String
  var colours: SVGColours
}

/// One row of a canvas, made ready for a picture.
struct SVGRow {
  private let cells: [(text: String, colours: SVGColours)]
  private let y: Int

  init(_ canvas: Canvas, y: Int, colours: (Style) -> SVGColours) {
    self.y = y
    cells = (0..<canvas.size.width).map { x in
      let cell = canvas[x, y]
      var shown = colours(cell.style)
      if cell.style.emphasis.contains(.bold) { shown.isBold = true }
      if cell.style.emphasis.contains(.underline) { shown.isUnderlined = true }
      if cell.style.emphasis.contains(.reverse) {
        swap(&shown.foreground, &shown.background)
      }
      return (cell.text, shown)
    }
  }

  /// Neighbours that agree in one property.
  func runs<Value: Equatable>(by property: KeyPath<SVGColours, Value>) -> [SVGRun] {
    var runs: [SVGRun] = []
    for (x, cell) in cells.enumerated() {
      if let last = runs.last, last.colours[keyPath: property] == cell.colours[keyPath: property] {
        runs[runs.count - 1].width += 1
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append(SVGRun(x: x, width: 1, text: cell.text, colours: cell.colours))
      }
    }
    return runs
  }

  /// The letters: neighbours of one look together, without blanks at either end. A wide
  /// character is a run of its own, because its advance is not that of its neighbours.
  func textRuns() -> [SVGRun] {
    var runs: [SVGRun] = []
    var isOpen = false
    for (x, cell) in cells.enumerated() where !cell.text.isEmpty {
      let isWide = x + 1 < cells.count && cells[x + 1].text.isEmpty
      let isBlank = cell.text == " " || SVGShape.of(cell.text) != nil
      if isOpen, !isWide, !isBlank, let last = runs.last, looksAlike(last.colours, cell.colours) {
        let gap = x - last.x - last.width
        runs[runs.count - 1].text += String(repeating: " ", count: gap) + cell.text
        runs[runs.count - 1].width += gap + 1
      } else if !isBlank {
        let width = isWide ? 2 : 1
        runs.append(SVGRun(x: x, width: width, text: cell.text, colours: cell.colours))
        isOpen = !isWide
      }
      // An underline shows on blanks as well, and a shape must not be painted over by blanks.
      if cell.text != " ", isBlank { isOpen = false }
    }
    return runs
  }

  /// Lines and blocks.
  var shapes: [String] {
    cells.enumerated().compactMap { x, cell in
      SVGShape.of(cell.text)?.drawn(
        x: x * SVGRenderer.cellWidth, y: y * SVGRenderer.cellHeight, cell.colours.foreground)
    }
  }

  private func looksAlike(_ one: SVGColours, _ other: SVGColours) -> Bool {
    one.foreground == other.foreground && one.isBold == other.isBold
      && one.isUnderlined == other.isUnderlined
  }
}

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

  /// The shape in a cell whose upper left corner is given in tenths of a pixel.
  func drawn(x: Int, y: Int, _ colour: String) -> String {
    let width = SVGRenderer.cellWidth
    let height = SVGRenderer.cellHeight
    switch self {
    case .lowerEighths(let part):
      let top = height * (8 - part) / 8
      return rectangle(x: x, y: y + top, width: width, height: height - top, colour)
    case .leftEighths(let part):
      return rectangle(x: x, y: y, width: width * part / 8, height: height, colour)
    case .lines(let left, let right, let up, let down):
      let middleX = number(x + width / 2)
      let middleY = number(y + height / 2)
      var path = ""
      if left || right {
        path += "M\(left ? number(x) : middleX) \(middleY)H\(right ? number(x + width) : middleX)"
      }
      if up || down {
        path += "M\(middleX) \(up ? number(y) : middleY)V\(down ? number(y + height) : middleY)"
      }
      return "<path d=\"\(path)\" stroke=\"\(colour)\" fill=\"none\"/>"
    }
  }
}
