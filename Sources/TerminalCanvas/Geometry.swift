/// A place on the screen, in cells, counted from the top left corner.
public struct Point: Hashable, Sendable {
  /// Column, 0 is the leftmost.
  public var x: Int
  /// Row, 0 is the topmost.
  public var y: Int

  /// A place by column and row.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// An extent in cells. Neither side is ever negative.
public struct Size: Hashable, Sendable {
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// An extent; negative sides count as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle of cells. All drawing happens inside one, and never leaves it.
public struct Rectangle: Hashable, Sendable {
  /// The leftmost column.
  public let x: Int
  /// The topmost row.
  public let y: Int
  /// Columns, never negative.
  public let width: Int
  /// Rows, never negative.
  public let height: Int

  /// A rectangle; negative sides count as 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle of a whole screen.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The column after the last.
  public var maxX: Int { x + width }
  /// The row after the last.
  public var maxY: Int { y + height }
  /// Whether no cell is inside.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The extent.
  public var size: Size { Size(width: width, height: height) }

  /// Whether the cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The part that both share; empty when they do not meet.
  public func intersection(_ other: Rectangle) -> Rectangle {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rectangle(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle made smaller by a margin on each side.
  public func inset(horizontal: Int = 0, vertical: Int = 0) -> Rectangle {
    Rectangle(
      x: x + horizontal, y: y + vertical, width: width - 2 * horizontal,
      height: height - 2 * vertical)
  }

  /// One row of it, counted from its top; empty when there is no such row.
  public func row(_ index: Int) -> Rectangle {
    guard index >= 0, index < height else { return Rectangle(x: x, y: y, width: 0, height: 0) }
    return Rectangle(x: x, y: y + index, width: width, height: 1)
  }

  /// The first `count` rows and what remains below them.
  public func splitTop(_ count: Int) -> (top: Rectangle, rest: Rectangle) {
    let taken = min(max(0, count), height)
    return (
      Rectangle(x: x, y: y, width: width, height: taken),
      Rectangle(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// What remains above the last `count` rows, and these rows.
  public func splitBottom(_ count: Int) -> (rest: Rectangle, bottom: Rectangle) {
    let taken = min(max(0, count), height)
    let parts = splitTop(height - taken)
    return (parts.top, parts.rest)
  }

  /// The first `count` columns and what remains to the right of them.
  public func splitLeft(_ count: Int) -> (left: Rectangle, rest: Rectangle) {
    let taken = min(max(0, count), width)
    return (
      Rectangle(x: x, y: y, width: taken, height: height),
      Rectangle(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// A rectangle of this size in the middle, cut to fit.
  public func centred(_ size: Size) -> Rectangle {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rectangle(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width,
      height: height)
  }
}
