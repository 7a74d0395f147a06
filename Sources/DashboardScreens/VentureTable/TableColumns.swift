import DashboardKit
import Incubation
import TerminalCanvas

/// A column as the user wants it.
struct ColumnSetting: Equatable, Sendable {
  /// Which column.
  var id: VentureColumn
  /// Whether it is shown when there is room.
  var isShown = true
  /// Its width in cells; nil for as wide as it needs.
  var width: Int?

  /// All columns as they are at first.
  static let standard = VentureColumn.allCases.map { ColumnSetting(id: $0) }
  /// The narrowest and the widest that a column can be made.
  static let widths = 4...60
}

/// Where the columns stand, computed from the state and the size, so that drawing and the mouse
/// agree.
enum TableColumns {
  static func placed(
    _ state: TableState, _ text: TableText, width: Int
  ) -> [Table.Placed<VentureColumn>] {
    let shown = state.columns.filter(\.isShown)
    return Table.layout(shown.map { column($0, state, text) }, width: width - 1)
  }

  /// The column with its title, which says by an arrow whether the list is sorted by it.
  private static func column(
    _ setting: ColumnSetting, _ state: TableState, _ text: TableText
  ) -> TableColumn<VentureColumn> {
    var name = TableText.name(setting.id)(text.language).string
    if setting.id.sortKey == state.sort.key { name += state.sort.descending ? " ▼" : " ▲" }
    var column = standard(setting.id, name)
    if let width = setting.width {
      column.minimum = width
      column.weight = 0
    }
    return column
  }

  private static func standard(
    _ id: VentureColumn, _ name: String
  ) -> TableColumn<VentureColumn> {
    switch id {
    case .code: TableColumn(id, title: name, minimum: 8, rank: 3)
    case .title: TableColumn(id, title: name, minimum: 18, weight: 4)
    case .stage: TableColumn(id, title: name, minimum: 13, rank: 1)
    case .days: TableColumn(id, title: name, minimum: 9, alignment: .trailing, rank: 2)
    case .representative: TableColumn(id, title: name, minimum: 16, weight: 2, rank: 5)
    case .place: TableColumn(id, title: name, minimum: 12, weight: 1, rank: 7)
    case .field: TableColumn(id, title: name, minimum: 12, weight: 1, rank: 8)
    case .next: TableColumn(id, title: name, minimum: 14, weight: 2, rank: 6)
    case .due: TableColumn(id, title: name, minimum: 10, rank: 4)
    case .owner: TableColumn(id, title: name, minimum: 11, weight: 1, rank: 9)
    }
  }

  /// Moves a column to the place of another.
  static func move(
    _ id: VentureColumn, to target: VentureColumn, in columns: inout [ColumnSetting]
  ) {
    guard let from = columns.firstIndex(where: { $0.id == id }),
      let to = columns.firstIndex(where: { $0.id == target }), from != to
    else { return }
    columns.insert(columns.remove(at: from), at: to)
  }
}

/// A part of the table's header that the mouse holds.
struct HeaderPress: Equatable, Sendable {
  /// Which column.
  var column: VentureColumn
  /// Whether its right edge is held, to make it wider or narrower.
  var isEdge: Bool
  /// The column over which it is held; nil while it has not been moved.
  var over: VentureColumn?
  /// The columns as they were, for Esc.
  var before: [ColumnSetting] = []
}

/// The dialog in which columns are shown, hidden, moved and made wider.
struct ColumnsPanel: Equatable, Sendable {
  /// What came of an event.
  enum Reply: Equatable, Sendable {
    case ignored, handled, cancelled, done
  }

  /// The columns in their order.
  var columns: [ColumnSetting]
  /// The place of the column in focus.
  var focus = 0

  /// Takes an event in.
  mutating func handle(_ event: InputEvent) -> Reply {
    guard let stroke = event.plainStroke, columns.indices.contains(focus) else { return .ignored }
    switch (stroke.key, stroke.modifiers) {
    case (.escape, _): return .cancelled
    case (.enter, _), (.character("s"), .control): return .done
    case (.up, .alt), (.pageUp, []): move(-1)
    case (.down, .alt), (.pageDown, []): move(1)
    case (.up, []): focus = max(0, focus - 1)
    case (.down, []), (.tab, []): focus = min(columns.count - 1, focus + 1)
    case (.home, []): focus = 0
    case (.end, []): focus = columns.count - 1
    case (.character(" "), []): toggle(focus)
    case (.left, []): resize(-1)
    case (.right, []): resize(1)
    case (.delete, []), (.backspace, []): columns[focus].width = nil
    case (.character(let letter), []): return jump(to: letter)
    default: return .ignored
    }
    return .handled
  }

  /// The next column whose Vietnamese or English name begins with a letter, accents optional.
  private mutating func jump(to typed: Character) -> Reply {
    guard let letter = LetterJump.letter(String(typed)) else { return .ignored }
    for language in Language.allCases {
      let names = columns.map { TableText.name($0.id)(language).string }
      if let next = LetterJump.next(letter, after: focus, in: names) {
        focus = next
        return .handled
      }
    }
    return .ignored
  }

  /// Shows or hides a column; the name of the venture always stays.
  mutating func toggle(_ place: Int) {
    guard columns.indices.contains(place), columns[place].id != .title else { return }
    columns[place].isShown.toggle()
  }

  private mutating func move(_ by: Int) {
    let to = focus + by
    guard columns.indices.contains(to) else { return }
    columns.swapAt(focus, to)
    focus = to
  }

  private mutating func resize(_ by: Int) {
    let width = (columns[focus].width ?? 12) + by
    let limits = ColumnSetting.widths
    columns[focus].width = min(max(limits.lowerBound, width), limits.upperBound)
  }

  /// Draws the dialog in the middle of an area. Returns where each column stands.
  func draw(
    in area: Rectangle, on canvas: inout Canvas, _ text: TableText
  ) -> [(place: Int, area: Rectangle)] {
    let size = Size(width: min(54, area.width), height: min(columns.count + 5, area.height))
    let inside = Panel.draw(text.columnsTitle, in: area.centred(size), on: &canvas)
    let (body, below) = inside.splitBottom(2)
    for (index, words) in text.columnsHints.enumerated() {
      canvas.put(
        TextWidth.cut(words, to: below.width), in: below.row(index),
        style: Style(.muted, on: .overlay))
    }
    let first = max(0, focus - body.height + 1)
    var result: [(place: Int, area: Rectangle)] = []
    for (place, setting) in columns.enumerated().dropFirst(first).prefix(body.height) {
      let line = body.row(place - first)
      let surface: Surface = place == focus ? .selected : .overlay
      canvas.fill(line, style: Style(.text, on: surface))
      if place == focus { canvas.pointCursor(at: line) }
      let name = TableText.name(setting.id)(text.language).string
      let mark = (place == focus ? "▶" : " ") + (setting.isShown ? " ✓ " : "   ") + name
      canvas.put(
        TextWidth.cut(mark, to: line.width), in: line,
        style: Style(setting.isShown ? .text : .muted, on: surface))
      let width = setting.width.map { text.cells($0) } ?? text.automatic
      canvas.put(
        width, in: line, offset: max(0, line.width - TextWidth.width(of: width)),
        style: Style(.muted, on: surface))
      result.append((place, line))
    }
    return result
  }
}
