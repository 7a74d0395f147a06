import TerminalCanvas
import Testing

@Suite("Canvas")
struct CanvasTests {
  private func row(_ canvas: Canvas, _ y: Int = 0) -> String {
    (0..<canvas.size.width).map { canvas[$0, y].text }.joined()
  }

  @Test("Text is clipped to its rectangle on every side")
  func clipping() {
    var canvas = Canvas(Size(width: 8, height: 2))
    canvas.fill(canvas.bounds, ".", style: Style())
    let area = Rectangle(x: 2, y: 0, width: 4, height: 1)
    #expect(canvas.put("Vietnam", in: area, style: Style()) == 4)
    #expect(row(canvas) == "..Viet..")
    canvas.put("Vietnam", in: area, offset: -3, style: Style())
    #expect(row(canvas) == "..tnam..")
    canvas.put("xy", in: area, offset: 3, style: Style())
    #expect(row(canvas) == "..tnax..")
    #expect(canvas.put("x", in: Rectangle(x: 0, y: -1, width: 9, height: 3), style: Style()) == 0)
    #expect(canvas.put("x", in: Rectangle(x: 0, y: 5, width: 9, height: 3), style: Style()) == 0)
    #expect(row(canvas, 1) == "........")
  }

  @Test("A wide character never shows half, at neither edge and under no overwriting")
  func wide() {
    var canvas = Canvas(Size(width: 5, height: 1))
    canvas.put("日本語", in: canvas.bounds, style: Style())
    #expect((0..<5).map { canvas[$0, 0].text } == ["日", "", "本", "", " "])
    canvas.put("x", in: canvas.bounds, offset: 1, style: Style())
    #expect((0..<5).map { canvas[$0, 0].text } == [" ", "x", "本", "", " "])
    canvas.put("語", in: canvas.bounds, offset: 1, style: Style())
    #expect((0..<5).map { canvas[$0, 0].text } == [" ", "語", "", " ", " "])
    canvas.put("日", in: canvas.bounds, offset: -1, style: Style())
    #expect((0..<5).map { canvas[$0, 0].text } == [" ", "語", "", " ", " "])
  }

  @Test("Decomposed text is stored composed, and an outside cell is blank")
  func composed() {
    var canvas = Canvas(Size(width: 4, height: 1))
    canvas.put("Vie\u{323}\u{302}t", in: canvas.bounds, style: Style(.heading))
    #expect(Array(canvas[2, 0].text.unicodeScalars) == ["\u{1EC7}"])
    #expect(canvas[3, 0] == Cell("t", Style(.heading)))
    #expect(canvas[4, 0] == Cell() && canvas[0, -1] == Cell())
  }

  @Test("Random drawing keeps every wide character whole")
  func property() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    var canvas = Canvas(Size(width: 12, height: 3))
    for _ in 0..<2000 {
      let area = Rectangle(
        x: .random(in: -2...12, using: &random), y: .random(in: -1...3, using: &random),
        width: .random(in: 0...9, using: &random), height: .random(in: 0...3, using: &random))
      let text = ["日本", "ổi", "x", "한a", "\u{1B}é"].randomElement(using: &random) ?? ""
      canvas.put(text, in: area, offset: .random(in: -3...3, using: &random), style: Style())
      for y in 0..<3 {
        for x in 0..<12 where canvas[x, y].text.isEmpty {
          #expect(x > 0 && TextWidth.width(of: canvas[x - 1, y].text) == 2, "seed \(seed)")
        }
        for x in 0..<12 where TextWidth.width(of: canvas[x, y].text) == 2 {
          #expect(x < 11 && canvas[x + 1, y].text.isEmpty, "seed \(seed)")
        }
      }
    }
  }

  @Test("Fill takes one character of width 1, and a blank for anything else")
  func fill() {
    var canvas = Canvas(Size(width: 3, height: 1))
    canvas.fill(canvas.bounds, "█", style: Style(.track))
    #expect(row(canvas) == "███")
    for bad in ["日", "ab", "", "\u{200D}"] {
      canvas.fill(canvas.bounds, bad, style: Style())
      #expect(row(canvas) == "   ")
    }
  }

  @Test("Boxes")
  func boxes() {
    var canvas = Canvas(Size(width: 12, height: 4))
    let inside = canvas.box(
      in: canvas.bounds, style: Style(.border), title: "Hồ sơ dự án",
      titleStyle: Style(.heading))
    #expect(inside == Rectangle(x: 1, y: 1, width: 10, height: 2))
    #expect(row(canvas) == "┌─ Hồ sơ… ─┐" || row(canvas) == "┌─ Hồ s… ──┐")
    #expect(row(canvas, 1) == "│          │")
    #expect(row(canvas, 3) == "└──────────┘")
    #expect(canvas[4, 0].style == Style(.heading) && canvas[0, 0].style == Style(.border))
    let thin = Rectangle(x: 0, y: 0, width: 1, height: 4)
    #expect(canvas.box(in: thin, style: Style()) == thin)
    canvas.horizontalLine(in: inside, style: Style(.border), lines: .double)
    #expect(row(canvas, 1) == "│══════════│")
  }
}

@Suite struct CanvasOverflowTests {
  @Test func whatDoesNotFitIsKeptWhenAsked() {
    var canvas = Canvas(Size(width: 10, height: 2))
    canvas.put("Sóc Trăng 2020", in: canvas.bounds, style: Style(.heading))
    #expect(canvas.overflows == nil)
    canvas.overflows = []
    canvas.put("Sóc Trăng", in: canvas.bounds, style: Style())
    canvas.put("Sóc Trăng", in: canvas.bounds, offset: 1, style: Style())
    #expect(canvas.overflows == [])
    canvas.put("Sóc Trăng", in: canvas.bounds, offset: 2, style: Style(.heading))
    canvas.put("漢字漢字漢字", in: canvas.bounds, style: Style())
    #expect(canvas.overflows?.map(\.text) == ["Sóc Trăng", "漢字漢字漢字"])
  }
}
