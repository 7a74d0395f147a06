import TerminalCanvas
import Testing

@Suite("Pictures of a canvas")
struct CanvasPicturesTests {
  private var canvas: Canvas {
    var canvas = Canvas(Size(width: 12, height: 3))
    canvas.put("Hồ sơ <&>", in: canvas.bounds, style: Style(.heading, emphasis: .bold))
    canvas.put("日本 ├█", in: canvas.bounds.row(1), style: Style(.text, on: .selected))
    canvas.cursor = Point(x: 2, y: 1)
    return canvas
  }

  @Test("The snapshot has the text, a ruler, the cursor and the layers that are used")
  func snapshot() {
    #expect(
      canvas.snapshot() == """
        Hồ sơ <&>
        日本 ├█

        ----+----1-- 12x3
        cursor 2,1

        roles
        hhhhhhhhh


        h heading

        surfaces

        sssssss

        s selected

        emphasis
        111111111


        1 bold

        """)
  }

  @Test("A canvas of ordinary text has no layers")
  func plainSnapshot() {
    #expect(Canvas(Size(width: 3, height: 1)).snapshot() == "\n--- 3x1\nno cursor\n")
  }

  @Test("No two roles and no two surfaces share a letter")
  func letters() {
    #expect(Set(Role.allCases.map(\.snapshotLetter)).count == Role.allCases.count)
    #expect(Set(Surface.allCases.map(\.snapshotLetter)).count == Surface.allCases.count)
  }

  private var renderer: SVGRenderer {
    SVGRenderer { style in
      SVGColours(
        foreground: style.role == .heading ? "#112233" : "#445566",
        background: style.surface == .selected ? "#aabbcc" : "#ffffff")
    }
  }

  @Test("The picture escapes, merges runs, aligns them and is the same every time")
  func svg() {
    let picture = renderer.render(canvas, title: "A & B")
    #expect(picture == renderer.render(canvas, title: "A & B"))
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 116.8 67\""))
    #expect(picture.contains("<title>A &amp; B</title>"))
    // Nine cells of 8.4: one run with its length.
    let heading =
      "<text x=\"0\" y=\"12.5\" textLength=\"75.6\" lengthAdjust=\"spacingAndGlyphs\" "
      + "fill=\"#112233\" font-weight=\"bold\">Hồ sơ &lt;&amp;&gt;</text>"
    #expect(picture.contains(heading))
    #expect(
      picture.contains("<rect x=\"0\" y=\"17\" width=\"58.8\" height=\"17\" fill=\"#aabbcc\"/>"))
    // Wide characters stand alone, two cells each; frames and blocks are shapes.
    #expect(picture.contains("<text x=\"16.8\" y=\"29.5\" textLength=\"16.8\""))
    #expect(picture.contains("<path d=\"M46.2 25.5H50.4M46.2 17V34\""))
    #expect(
      picture.contains("<rect x=\"50.4\" y=\"17\" width=\"8.4\" height=\"17\" fill=\"#445566\"/>"))
    #expect(!picture.contains("├") && !picture.contains("█"))
  }

  @Test("A bar is one rectangle and a line is one path, however many cells they have")
  func merged() {
    var canvas = Canvas(Size(width: 10, height: 1))
    canvas.put("███▌──────", in: canvas.bounds, style: Style())
    let shapes = renderer.render(canvas, title: "").split(separator: "\n").dropFirst(4).dropLast(2)
    #expect(
      shapes.sorted() == [
        "<path d=\"M33.6 8.5H84\" stroke=\"#445566\" fill=\"none\"/>",
        "<rect x=\"0\" y=\"0\" width=\"25.2\" height=\"17\" fill=\"#445566\"/>",
        "<rect x=\"25.2\" y=\"0\" width=\"4.2\" height=\"17\" fill=\"#445566\"/>",
      ])
  }
}
