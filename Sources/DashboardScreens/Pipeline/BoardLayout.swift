import TerminalCanvas

/// Where the parts of the board stand, computed from the size alone, so that drawing and the
/// windows to load agree.
struct BoardLayout: Equatable, Sendable {
  /// The least cells of a column.
  static let leastColumn = 18
  /// The most cells of a column; more would tear title and count apart.
  static let mostColumn = 34
  /// The cells between two columns.
  static let gap = 2
  /// The rows of a card, and the one below it.
  static let cardRows = 4
  /// The rows above the cards: two lines of the board, three of the column's head.
  static let headRows = 5

  /// How many columns are shown.
  let shown: Int
  /// The cells of a column.
  let columnWidth: Int
  /// How many cards a column shows.
  let capacity: Int

  /// The layout of so many columns in a size.
  init(_ size: Size, columns: Int) {
    let room = max(1, size.width - 2)
    let fitting = max(1, (room + Self.gap) / (Self.leastColumn + Self.gap))
    shown = max(1, min(fitting, columns))
    columnWidth = min(
      Self.mostColumn, max(1, (room - Self.gap * (shown - 1)) / shown))
    capacity = max(1, (size.height - Self.headRows - 1) / Self.cardRows)
  }

  /// The first column to show, so that the one in focus is seen.
  func firstColumn(_ stored: Int, focus: Int, columns: Int) -> Int {
    min(max(min(stored, focus), focus - shown + 1, 0), max(0, columns - shown))
  }

  /// The left edge of a shown column, counted from the edge of the area.
  func x(of index: Int) -> Int { 1 + index * (columnWidth + Self.gap) }
}
