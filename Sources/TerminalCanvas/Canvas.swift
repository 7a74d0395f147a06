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

  /// An empty canvas.
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

  /// Draws one line of text from the left edge of `area`'s first row, shifted by `offset` cells,
  /// cut where `area` ends. Returns how many cells were written.
  @discardableResult
  public mutating func put(
    _ text: String, in area: Rectangle, offset: Int = 0, style: Style
  ) -> Int {
    let clip = area.intersection(bounds)
    guard !clip.isEmpty, clip.y == area.y else { return 0 }
    var x = area.x + offset
    let start = x
    for piece in TextWidth.pieces(of: text) {
      guard x + piece.width <= clip.maxX else { break }
      if x >= clip.x { place(piece, x: x, y: area.y, style: style) }
      x += piece.width
    }
    return x - start
  }

  /// Fills an area with one character of width 1.
  public mutating func fill(_ area: Rectangle, _ text: String = " ", style: Style) {
    let clip = area.intersection(bounds)
    for y in clip.y..<max(clip.y, clip.maxY) {
      for x in clip.x..<max(clip.x, clip.maxX) {
        place(TextWidth.Piece(text: text, width: 1), x: x, y: y, style: style)
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

  private mutating func place(_ piece: TextWidth.Piece, x: Int, y: Int, style: Style) {
    let index = y * size.width + x
    mendWide(at: index, x: x)
    cells[index] = Cell(piece.text, style)
    guard piece.width == 2 else { return }
    mendWide(at: index + 1, x: x + 1)
    cells[index + 1] = Cell("", style)
  }

  /// A wide character whose half is overwritten becomes a blank in the other half.
  private mutating func mendWide(at index: Int, x: Int) {
    if cells[index].text.isEmpty, x > 0 { cells[index - 1].text = " " }
    if x + 1 < size.width, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
  }
}
