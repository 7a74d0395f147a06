import TerminalCanvas
import Testing

@Suite("Rectangles")
struct GeometryTests {
  @Test("Splits cover the rectangle without overlap, whatever is asked for")
  func splits() {
    let area = Rectangle(x: 3, y: 4, width: 10, height: 6)
    for count in [-2, 0, 1, 5, 6, 9] {
      let (top, rest) = area.splitTop(count)
      #expect(top.height + rest.height == 6 && rest.y == top.maxY)
      let (above, bottom) = area.splitBottom(count)
      #expect(above.height + bottom.height == 6 && bottom.maxY == area.maxY)
      let (left, right) = area.splitLeft(count)
      #expect(left.width + right.width == 10 && right.x == left.maxX)
    }
  }

  @Test("Rectangles that do not meet share nothing")
  func intersection() {
    let one = Rectangle(x: 0, y: 0, width: 4, height: 4)
    #expect(one.intersection(Rectangle(x: 4, y: 0, width: 2, height: 2)).isEmpty)
    #expect(one.intersection(Rectangle(x: 9, y: 9, width: 2, height: 2)).isEmpty)
    #expect(
      one.intersection(Rectangle(x: -2, y: 1, width: 4, height: 9))
        == Rectangle(x: 0, y: 1, width: 2, height: 3))
  }

  @Test("A row that does not exist is empty, and the middle is never outside")
  func rows() {
    let area = Rectangle(x: 1, y: 1, width: 4, height: 2)
    #expect(area.row(1) == Rectangle(x: 1, y: 2, width: 4, height: 1))
    #expect(area.row(2).isEmpty && area.row(-1).isEmpty)
    #expect(area.centred(Size(width: 99, height: 1)) == Rectangle(x: 1, y: 1, width: 4, height: 1))
  }
}
