/// The colours of a style in a picture.
public struct SVGColours: Hashable, Sendable {
  /// The text, as "#rrggbb".
  public var foreground: String
  /// What it lies on, as "#rrggbb".
  public var background: String
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is underlined.
  public var isUnderlined: Bool

  /// Colours as "#rrggbb".
  public init(
    foreground: String, background: String, isBold: Bool = false, isUnderlined: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isUnderlined = isUnderlined
  }
}

/// Draws a canvas as an SVG picture, for documentation. The same canvas gives the same bytes.
///
/// Every run of text carries its length, so that columns align in whatever monospace font the
/// viewer has; lines and blocks are drawn as shapes, so that frames close.
public struct SVGRenderer {
  /// Sizes are kept in tenths of a pixel, so that no floating point reaches the file.
  static let cellWidth = 84
  static let cellHeight = 170
  private static let baseline = 125
  private static let margin = 80
  private static let fonts =
    "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace"

  private let colours: (Style) -> SVGColours

  /// A renderer that asks the closure for the colours of each style.
  public init(colours: @escaping (Style) -> SVGColours) {
    self.colours = colours
  }

  /// The picture as a complete SVG document. `title` is read by screen readers.
  public func render(_ canvas: Canvas, title: String) -> String {
    let width = canvas.size.width * Self.cellWidth + 2 * Self.margin
    let height = canvas.size.height * Self.cellHeight + 2 * Self.margin
    let ground = colours(Style()).background
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number(width)) "
        + "\(number(height))\" font-family=\"\(Self.fonts)\" font-size=\"14\" role=\"img\">",
      "<title>\(escaped(title))</title>",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(ground)\"/>",
      "<g transform=\"translate(\(number(Self.margin)) \(number(Self.margin)))\" "
        + "xml:space=\"preserve\">",
    ]
    for y in 0..<canvas.size.height {
      let row = SVGRow(canvas, y: y, colours: colours)
      parts += row.runs(by: \.background).filter { $0.colours.background != ground }.map {
        rectangle(
          x: $0.x * Self.cellWidth, y: y * Self.cellHeight,
          width: $0.width * Self.cellWidth, height: Self.cellHeight, $0.colours.background)
      }
      parts += row.shapes
      parts += row.textRuns().map { text($0, y: y) }
    }
    parts += ["</g>", "</svg>", ""]
    return parts.joined(separator: "\n")
  }

  private func text(_ run: SVGRun, y: Int) -> String {
    let weight = run.colours.isBold ? " font-weight=\"bold\"" : ""
    let line = run.colours.isUnderlined ? " text-decoration=\"underline\"" : ""
    return "<text x=\"\(number(run.x * Self.cellWidth))\" "
      + "y=\"\(number(y * Self.cellHeight + Self.baseline))\" "
      + "textLength=\"\(number(run.width * Self.cellWidth))\" "
      + "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(run.colours.foreground)\""
      + "\(weight)\(line)>\(escaped(run.text))</text>"
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

/// A rectangle, in tenths of a pixel.
func rectangle(x: Int, y: Int, width: Int, height: Int, _ colour: String) -> String {
  "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
    + "height=\"\(number(height))\" fill=\"\(colour)\"/>"
}

/// Tenths as a decimal number.
func number(_ tenths: Int) -> String {
  tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
}
