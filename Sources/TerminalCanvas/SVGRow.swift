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

  /// Lines and blocks: the lines of one colour as one path, blocks one by one.
  var shapes: [String] {
    var paths: [(colour: String, path: SVGPath)] = []
    var blocks: [String] = []
    var bar: (x: Int, width: Int, colour: String)?
    func closeBar() {
      guard let done = bar else { return }
      let top = y * SVGRenderer.cellHeight
      blocks.append(
        rectangle(
          x: done.x * SVGRenderer.cellWidth, y: top, width: done.width * SVGRenderer.cellWidth,
          height: SVGRenderer.cellHeight, done.colour))
      bar = nil
    }
    for (x, cell) in cells.enumerated() {
      guard let shape = SVGShape.of(cell.text) else { continue }
      let corner = (x: x * SVGRenderer.cellWidth, y: y * SVGRenderer.cellHeight)
      let colour = cell.colours.foreground
      // Full blocks side by side are one bar: between two rectangles a seam would show.
      if cell.text == "█" {
        if let open = bar, open.x + open.width == x, open.colour == colour {
          bar?.width += 1
        } else {
          closeBar()
          bar = (x, 1, colour)
        }
        continue
      }
      if let block = shape.block(x: corner.x, y: corner.y, colour) { blocks.append(block) }
      if paths.last?.colour != colour { paths.append((colour, SVGPath())) }
      shape.addLines(to: &paths[paths.count - 1].path, x: corner.x, y: corner.y)
    }
    closeBar()
    return blocks
      + paths.filter { !$0.path.isEmpty }.map {
        "<path d=\"\($0.path.data)\" stroke=\"\($0.colour)\" fill=\"none\"/>"
      }
  }

  private func looksAlike(_ one: SVGColours, _ other: SVGColours) -> Bool {
    one.foreground == other.foreground && one.isBold == other.isBold
      && one.isUnderlined == other.isUnderlined
  }
}
