/// The characters that a frame is made of; each takes one cell.
public struct FrameLines: Hashable, Sendable {
  let horizontal, vertical: String
  let topLeft, topRight, bottomLeft, bottomRight: String

  /// Thin lines: ┌─┐.
  public static let light = FrameLines(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘")
  /// Double lines, for the part that has the focus on screens without colours: ╔═╗.
  public static let double = FrameLines(
    horizontal: "═", vertical: "║", topLeft: "╔", topRight: "╗", bottomLeft: "╚",
    bottomRight: "╝")
}

extension Canvas {
  /// Draws a frame along the edge of `area`, with a title in the upper line, and returns what is
  /// inside. Nothing is drawn, and the area itself returned, when it has not 2 cells each way.
  ///
  /// The inside is left as it is. A title that does not fit is cut; an empty one leaves the line
  /// whole. `titleStyle` is the frame's style when nil.
  @discardableResult
  public mutating func box(
    in area: Rectangle, style: Style, title: String = "", titleStyle: Style? = nil,
    lines: FrameLines = .light
  ) -> Rectangle {
    guard area.width >= 2, area.height >= 2 else { return area }
    let inside = area.inset(horizontal: 1, vertical: 1)
    let bottom = area.row(area.height - 1)
    horizontalLine(in: area.row(0), style: style, lines: lines)
    horizontalLine(in: bottom, style: style, lines: lines)
    for x in [area.x, area.maxX - 1] {
      let column = Rectangle(x: x, y: inside.y, width: 1, height: inside.height)
      verticalLine(in: column, style: style, lines: lines)
    }
    put(lines.topLeft, in: area, style: style)
    put(lines.topRight, in: area, offset: area.width - 1, style: style)
    put(lines.bottomLeft, in: bottom, style: style)
    put(lines.bottomRight, in: bottom, offset: area.width - 1, style: style)
    let room = area.width - 4
    if !title.isEmpty, room >= 3 {
      let shown = " " + TextWidth.cut(title, to: room - 2) + " "
      put(shown, in: area.inset(horizontal: 2), style: titleStyle ?? style)
    }
    return inside
  }

  /// Draws a line through the first row of `area`, over its whole width.
  public mutating func horizontalLine(
    in area: Rectangle, style: Style, lines: FrameLines = .light
  ) {
    fill(area.row(0), lines.horizontal, style: style)
  }

  /// Draws a line through the first column of `area`, over its whole height.
  public mutating func verticalLine(
    in area: Rectangle, style: Style, lines: FrameLines = .light
  ) {
    fill(area.splitLeft(1).left, lines.vertical, style: style)
  }
}
