public import TerminalCanvas

/// A framed area above a screen: a small dialog of one screen.
public enum Panel {
  /// Draws a frame with a title, and returns the area inside it.
  public static func draw(_ title: String, in area: Rectangle, on canvas: inout Canvas) -> Rectangle
  {
    guard area.width >= 4, area.height >= 2 else { return area }
    let style = Style(.borderFocus, on: .overlay)
    canvas.fill(area, style: Style(.text, on: .overlay))
    let bar = String(repeating: "─", count: area.width - 2)
    canvas.put("┌" + bar + "┐", in: area.row(0), style: style)
    canvas.put("└" + bar + "┘", in: area.row(area.height - 1), style: style)
    for y in 1..<(area.height - 1) {
      canvas.put("│", in: area.row(y), style: style)
      canvas.put("│", in: area.row(y), offset: area.width - 1, style: style)
    }
    guard !title.isEmpty else { return area.inset(horizontal: 2, vertical: 1) }
    canvas.put(
      " " + TextWidth.cut(title, to: area.width - 6) + " ", in: area.row(0), offset: 2,
      style: Style(.heading, on: .overlay))
    return area.inset(horizontal: 2, vertical: 1)
  }
}
