public import TerminalCanvas

/// A column of a table: what it is called, and how much room it wants.
public struct TableColumn<ID: Hashable & Sendable>: Equatable, Sendable {
  /// To which side its cells keep.
  public enum Alignment: Equatable, Sendable {
    case leading, trailing
  }

  /// Which column.
  public var id: ID
  /// Its title.
  public var title: String
  /// The least cells that it needs.
  public var minimum: Int
  /// Its share of the room that is left over; 0 when it never grows.
  public var weight: Int
  /// To which side its cells keep.
  public var alignment: Alignment
  /// What is left out first when there is no room: the greatest rank. 0 always stays.
  public var rank: Int

  /// A column.
  public init(
    _ id: ID, title: String, minimum: Int, weight: Int = 0, alignment: Alignment = .leading,
    rank: Int = 0
  ) {
    self.id = id
    self.title = title
    self.minimum = minimum
    self.weight = weight
    self.alignment = alignment
    self.rank = rank
  }
}

/// What a cell of a table says.
public struct TableCell: Equatable, Sendable {
  /// The text; cut with an ellipsis when it does not fit.
  public var text: String
  /// What it means.
  public var role: Role

  /// A cell.
  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// Draws a window of a list as a table: a header, a mark for the row in focus, marks for marked
/// rows.
public enum Table {
  /// The cells left of the first column: `▶` for the focus, `✓` for a mark.
  public static let gutter = 3
  /// The cells between two columns.
  static let gap = 2

  /// A column with its place, in cells from the left edge of the area.
  public struct Placed<ID: Hashable & Sendable>: Equatable, Sendable {
    /// The column.
    public var column: TableColumn<ID>
    /// Where it starts.
    public var x: Int
    /// How wide it is.
    public var width: Int
  }

  /// The columns that fit into a width, those of the greatest rank left out first.
  public static func layout<ID>(_ columns: [TableColumn<ID>], width: Int) -> [Placed<ID>] {
    var kept = columns
    func needed() -> Int {
      gutter + kept.reduce(0) { $0 + $1.minimum } + gap * max(0, kept.count - 1)
    }
    while needed() > width, let worst = kept.map(\.rank).max(), worst > 0,
      let index = kept.lastIndex(where: { $0.rank == worst })
    {
      kept.remove(at: index)
    }
    var spare = max(0, width - needed())
    var weights = kept.reduce(0) { $0 + $1.weight }
    var x = gutter
    return kept.map { column in
      let extra = weights > 0 ? spare * column.weight / weights : 0
      weights -= column.weight
      spare -= extra
      let placed = Placed(column: column, x: x, width: column.minimum + extra)
      x += placed.width + gap
      return placed
    }
  }

  /// Draws the header into the first row of the area, and the rows below it. Returns where each
  /// shown row stands.
  @discardableResult
  public static func draw<Row, ID>(
    _ list: VirtualList<Row>, _ columns: [Placed<ID>], in area: Rectangle,
    on canvas: inout Canvas, isFocused: Bool, cell: (Row, ID) -> TableCell
  ) -> [(place: Int, area: Rectangle)] {
    let (header, body) = area.splitTop(1)
    for placed in columns {
      put(
        TableCell(placed.column.title, .heading), placed, in: header, on: &canvas, surface: .base)
    }
    var result: [(place: Int, area: Rectangle)] = []
    for place in list.visible(height: body.height) {
      let line = body.row(place - list.firstVisible(height: body.height))
      result.append((place, line))
      let isFocus = place == list.focus
      let surface: Surface = isFocus ? (isFocused ? .selected : .selectedInactive) : .base
      canvas.fill(line, style: Style(.text, on: surface))
      if isFocus { canvas.put("▶", in: line, style: Style(.focus, on: surface)) }
      if isFocus, isFocused { canvas.pointCursor(at: line) }
      guard let row = list.row(at: place) else {
        canvas.put("…", in: line, offset: gutter, style: Style(.muted, on: surface))
        continue
      }
      if list.marks.contains(row.id) {
        canvas.put("✓", in: line, offset: 1, style: Style(.marked, on: surface))
      }
      for placed in columns {
        put(cell(row, placed.column.id), placed, in: line, on: &canvas, surface: surface)
      }
    }
    return result
  }

  private static func put<ID>(
    _ cell: TableCell, _ placed: Placed<ID>, in line: Rectangle, on canvas: inout Canvas,
    surface: Surface
  ) {
    let room = Rectangle(x: line.x + placed.x, y: line.y, width: placed.width, height: 1)
      .intersection(line)
    let text = TextWidth.cut(cell.text, to: room.width)
    let offset =
      placed.column.alignment == .trailing ? room.width - TextWidth.width(of: text) : 0
    canvas.put(text, in: room, offset: offset, style: Style(cell.role, on: surface))
  }
}
