public import Incubation
public import TerminalCanvas

/// What a form says about one of its fields.
public struct FieldLabel: Equatable, Sendable {
  /// Its name.
  public var title: String
  /// What is expected, shown while the field has the focus or is empty; empty for nothing.
  public var hint: String

  /// A label.
  public init(_ title: String, hint: String = "") {
    self.title = title
    self.hint = hint
  }
}

extension Form {
  /// The cells that labels get in an area of this width.
  public static func labelWidth(in width: Int) -> Int {
    // A third, but on narrow screens enough for the names of shipped requirements.
    min(26, max(12, width / 3, min(21, width * 2 / 5)))
  }

  /// The rows that the whole form takes; the words about an error get two.
  public var height: Int { fields.reduce(0) { $0 + $1.rows + ($1.problem == nil ? 0 : 2) } }

  /// The words about what is wrong with a field, in at most two lines beside it.
  private func problem(
    of field: Field, width: Int, _ words: (Problem) -> String
  ) -> [String] {
    guard let problem = field.problem else { return [] }
    let room = max(1, width - Self.labelWidth(in: width))
    let lines = TextWrap.lines(of: "! " + words(problem), width: room)
    guard lines.count > 2 else { return lines }
    return [lines[0], TextWidth.cut(lines[1...].joined(separator: " "), to: room)]
  }

  /// Draws the part of the form that fits, with the field in focus in it. Returns where each shown
  /// field stands.
  @discardableResult
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, surface: Surface, language: Language,
    label: (ID) -> FieldLabel, words: (Problem) -> String
  ) -> [(id: ID, area: Rectangle)] {
    let problems = fields.map { problem(of: $0, width: area.width, words) }
    let heights = zip(fields, problems).map { $0.rows + $1.count }
    var y = -firstRow(heights, height: area.height)
    var result: [(id: ID, area: Rectangle)] = []
    for (index, field) in fields.enumerated() {
      let rows = heights[index]
      defer { y += rows }
      guard y >= 0, y < area.height else { continue }
      let part = Rectangle(
        x: area.x, y: area.y + y, width: area.width, height: min(rows, area.height - y))
      draw(
        field, isFocused: index == focus, in: part, on: &canvas, surface: surface,
        language: language, label: label(field.id))
      let indent = Self.labelWidth(in: area.width)
      for (place, words) in problems[index].enumerated() where part.height > field.rows + place {
        canvas.put(
          words, in: part.row(field.rows + place).splitLeft(indent).rest,
          style: Style(.danger, on: surface))
      }
      result.append((field.id, part))
    }
    return result
  }

  /// The first row shown, such that the field in focus is seen whole.
  private func firstRow(_ heights: [Int], height: Int) -> Int {
    var row = 0
    var ends: [Int] = []
    for rows in heights {
      row += rows
      ends.append(row)
    }
    guard row > height, fields.indices.contains(focus) else { return 0 }
    let wanted = max(0, ends[focus] - height)
    // Whole fields only: a field whose first row is above the area would show its second alone.
    return ([0] + ends).first { $0 >= wanted } ?? 0
  }

  private func draw(
    _ field: Field, isFocused: Bool, in part: Rectangle, on canvas: inout Canvas,
    surface: Surface, language: Language, label: FieldLabel
  ) {
    let (left, right) = part.splitLeft(Self.labelWidth(in: part.width))
    let role: Role = field.problem != nil ? .danger : isFocused ? .heading : .text
    let mark = isFocused ? "▶" : " "
    canvas.put(mark, in: left.row(0), style: Style(.focus, on: surface))
    let star = field.isRequired ? " *" : ""
    let room = max(0, left.width - 2)
    canvas.put(
      TextWidth.cut(label.title, to: max(0, room - star.count)) + star,
      in: left.row(0).splitLeft(room + 1).left, offset: 1, style: Style(role, on: surface))
    let box = Rectangle(
      x: right.x, y: right.y, width: right.width, height: min(field.rows, right.height))
    switch field.editor {
    case .line(let editor):
      editor.draw(in: box, on: &canvas, isFocused: isFocused, placeholder: label.hint)
    case .area(let editor, _):
      editor.draw(in: box, on: &canvas, isFocused: isFocused, placeholder: label.hint)
    case .choice(let choices, let selected, let typed):
      drawChoice(
        choices.first { $0.id == selected }, typed: typed, isFocused: isFocused, in: box,
        on: &canvas, language: language)
    }
  }

  private func drawChoice(
    _ choice: Choice?, typed: String, isFocused: Bool, in box: Rectangle,
    on canvas: inout Canvas, language: Language
  ) {
    let surface: Surface = isFocused ? .inputFocus : .input
    canvas.fill(box, style: Style(.input, on: surface))
    let note = choice.map { $0.note.isEmpty ? "" : " (" + $0.note + ")" } ?? ""
    let tail = typed.isEmpty ? "" : "  " + typed
    let room = max(0, box.width - 4 - TextWidth.width(of: tail))
    let title = TextWidth.cut((choice?.title(language).string ?? "") + note, to: room)
    canvas.put("‹ " + title + " ›", in: box, style: Style(.input, on: surface))
    canvas.put(
      tail, in: box, offset: 4 + TextWidth.width(of: title), style: Style(.match, on: surface))
    if isFocused, !box.isEmpty { canvas.cursor = Point(x: box.x, y: box.y) }
  }
}
