import Incubation
import TerminalCanvas

/// The panel of a tour below the screen: which step it is, what to do, and how to go on without.
struct TourPanel {
  /// Its rows: a heading, three lines of words, and the keys.
  static let height = 5
  static let textRows = 3

  var progress: TourProgress
  var text: ShellText
  /// Keys of commands by their ids.
  var keys: [String: KeyStroke]
  /// The screen that is seen.
  var sight: TourProgress.Sight
  /// The name of the screen on which the step is done; nil when it is seen, or any will do.
  var elsewhere: String?

  /// What to do, with the keys in their places.
  var words: String {
    guard let step = progress.step else { return "" }
    if let elsewhere { return text.tourElsewhere(elsewhere) }
    return Self.fill(step.words(text.language).string, keys, text.language)
  }

  static func fill(_ words: String, _ keys: [String: KeyStroke], _ language: Language) -> String {
    var result = ""
    for (index, part) in words.split(separator: "{", omittingEmptySubsequences: false).enumerated()
    {
      guard index > 0, let end = part.firstIndex(of: "}") else {
        result += part
        continue
      }
      let id = String(part[..<end])
      result += keys[id].map { KeyNames.name($0, language) } ?? id
      result += part[part.index(after: end)...]
    }
    return result
  }

  /// Draws it, and says where its two commands can be clicked.
  func draw(in area: Rectangle, on canvas: inout Canvas) -> [(command: String, area: Rectangle)] {
    canvas.fill(area, style: Style(.text, on: .overlay))
    canvas.put(
      String(repeating: "─", count: area.width), in: area.row(0),
      style: Style(.borderFocus, on: .overlay))
    let inside = area.inset(horizontal: 1)
    let heading = text.tourHeading(
      progress.tour.role, step: progress.place + 1, of: progress.tour.steps.count)
    canvas.put(
      " " + TextWidth.cut(heading, to: inside.width - 4) + " ", in: inside.row(0), offset: 1,
      style: Style(.heading, on: .overlay))
    let lines = TextWrap.lines(of: words, width: inside.width)
    for (index, line) in lines.prefix(Self.textRows).enumerated() {
      canvas.put(line, in: inside.row(index + 1), style: Style(.text, on: .overlay))
    }
    return drawKeys(in: inside.row(Self.height - 1), on: &canvas)
  }

  private func drawKeys(
    in row: Rectangle, on canvas: inout Canvas
  ) -> [(command: String, area: Rectangle)] {
    var places: [(String, Rectangle)] = []
    var x = row.x
    for (command, stroke, label) in [
      (TourCommands.nextID, TourCommands.nextKey, text.tourNext),
      (TourCommands.leaveID, TourCommands.leaveKey, text.tourLeave),
    ] {
      let key = KeyNames.name(stroke, text.language)
      let width = TextWidth.width(of: key) + 1 + TextWidth.width(of: label)
      let place = Rectangle(x: x, y: row.y, width: width, height: 1).intersection(row)
      let used = canvas.put(key, in: place, style: Style(.keyHint, on: .overlay))
      canvas.put(label, in: place, offset: used + 1, style: Style(.muted, on: .overlay))
      places.append((command, place))
      x += width + 3
    }
    return places
  }
}
