/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// What is shown: one grapheme in NFC of width 1 or 2; the empty string in the second cell of
  /// a wide one.
  public var text: String
  /// How.
  public var style: Style

  /// A cell.
  public init(_ text: String = " ", _ style: Style = Style()) {
    self.text = text
    self.style = style
  }
}

/// A grid of cells that screens draw into, without a terminal.
///
/// Drawing is clipped to the rectangle that it is given, text is brought to NFC and stripped of
/// everything that a terminal could take as a command, so whatever is drawn is safe to show.
public struct Canvas: Hashable, Sendable {
  /// The extent.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor is to stand; nil hides it.
  public var cursor: Point?
  /// Texts that did not fit where they were put, and how they were to be shown: what a test looks
  /// at that forbids it. Nil, as a rule, keeps none.
  public var overflows: [Cell]?

  /// A canvas of blanks in one style.
  public init(_ size: Size, style: Style = Style()) {
    self.size = size
    self.cells = Array(repeating: Cell(" ", style), count: size.width * size.height)
  }

  /// The whole of it.
  public var bounds: Rectangle { Rectangle(size) }

  /// The cell at a place; a blank one outside.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return Cell() }
    return cells[y * size.width + x]
  }

  /// Draws one line of text from the left edge of `area`'s first row, shifted by `offset` cells
  /// (a negative offset hides the beginning), cut where `area` ends. A wide character of which
  /// only half lies inside becomes a blank. Returns how many cells the text advanced.
  @discardableResult
  public mutating func put(
    _ text: String, in area: Rectangle, offset: Int = 0, style: Style
  ) -> Int {
    let clip = area.intersection(bounds)
    guard !clip.isEmpty, clip.y == area.y else { return 0 }
    let start = area.x + offset
    let row = clip.y * size.width
    var x = start
    if overflows != nil, start + TextWidth.width(of: text) > clip.maxX {
      overflows?.append(Cell(text, style))
    }
    if TextWidth.isPlain(text) {
      for scalar in text.unicodeScalars {
        guard x < clip.maxX else { break }
        if x >= clip.x { placeNarrow(PlainText.string(of: scalar), row: row, x: x, style: style) }
        x += 1
      }
      return x - start
    }
    TextWidth.forEachPiece(of: text) { piece in
      guard x < clip.maxX else { return false }
      let end = x + piece.width
      if x >= clip.x, end <= clip.maxX {
        place(piece, row: row, x: x, style: style)
      } else if end > clip.x {
        placeNarrow(" ", row: row, x: max(x, clip.x), style: style)
      }
      x = min(end, clip.maxX)
      return true
    }
    return x - start
  }

  /// Puts the cursor at the beginning of the part in focus, where screen readers and magnifiers
  /// look for it. An area without room, or outside of the canvas, changes nothing.
  public mutating func pointCursor(at area: Rectangle) {
    let seen = area.intersection(bounds)
    if !seen.isEmpty { cursor = Point(x: seen.x, y: seen.y) }
  }

  /// Fills an area with one character of width 1; a blank stands for anything else.
  public mutating func fill(_ area: Rectangle, _ text: String = " ", style: Style) {
    let pieces = TextWidth.pieces(of: text)
    let filling = pieces.count == 1 && pieces[0].width == 1 ? pieces[0].text : " "
    let clip = area.intersection(bounds)
    for y in clip.y..<max(clip.y, clip.maxY) {
      for x in clip.x..<max(clip.x, clip.maxX) {
        placeNarrow(filling, row: y * size.width, x: x, style: style)
      }
    }
  }

  /// Gives an area another surface, keeping what is written and what it means.
  public mutating func restyle(_ area: Rectangle, _ change: (inout Style) -> Void) {
    let clip = area.intersection(bounds)
    for y in clip.y..<max(clip.y, clip.maxY) {
      for x in clip.x..<max(clip.x, clip.maxX) {
        change(&cells[y * size.width + x].style)
      }
    }
  }

  private mutating func place(_ piece: TextWidth.Piece, row: Int, x: Int, style: Style) {
    placeNarrow(piece.text, row: row, x: x, style: style)
    guard piece.width == 2 else { return }
    mendWide(row: row, x: x + 1)
    cells[row + x + 1] = Cell("", style)
  }

  @inline(__always)
  private mutating func placeNarrow(_ text: String, row: Int, x: Int, style: Style) {
    mendWide(row: row, x: x)
    cells[row + x] = Cell(text, style)
  }

  /// A wide character whose half is overwritten becomes a blank in the other half.
  @inline(__always)
  private mutating func mendWide(row: Int, x: Int) {
    let index = row + x
    if x > 0, cells[index].text.isEmpty { cells[index - 1].text = " " }
    if x + 1 < size.width, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
  }
}
