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

/// Where the parts of a form stand, for the mouse.
public struct FormPlaces<ID: Hashable & Sendable>: Sendable {
  /// The fields that are shown.
  public var fields: [(id: ID, area: Rectangle)] = []
  /// The parts of the open panel; it lies above the fields.
  public var panel: [(pick: FormPick, area: Rectangle)] = []

  /// Places of nothing.
  public init() {}
}

extension Frame {
  /// Makes a form clickable.
  public mutating func target<ID>(
    _ places: FormPlaces<ID>, field: (ID) -> Action, pick: (FormPick) -> Action
  ) {
    for (id, area) in places.fields { target(area, field(id)) }
    for (part, area) in places.panel { target(area, pick(part)) }
  }
}

extension Form {
  /// The cells that labels get in an area of this width.
  public static func labelWidth(in width: Int) -> Int {
    // A third, but on narrow screens enough for the names of shipped requirements.
    min(26, max(12, width / 3, min(21, width * 2 / 5)))
  }

  /// The rows that the whole form takes; the words about an error get two, a notice one.
  public var height: Int {
    fields.indices.reduce(0) {
      $0 + fields[$1].rows + (fields[$1].problem == nil ? 0 : 2) + (notice(of: $1) == nil ? 0 : 1)
    }
  }

  /// The line that says what * means; empty when nothing must be filled in.
  public func legend(_ language: Language) -> String {
    fields.contains(where: \.isRequired) ? language.say("* bắt buộc", "* required") : ""
  }

  /// What the field in focus did with what was typed or pasted; nil when there is nothing to say.
  private func notice(of index: Int) -> FieldNotice? {
    guard index == focus else { return nil }
    switch fields[index].editor {
    case .line(let field): return field.notice
    case .area(let area, _): return area.notice
    case .choice, .several: return nil
    }
  }

  /// The words under a field: what is wrong with it in at most two lines, and what it did.
  private func remarks(
    on index: Int, width: Int, _ language: Language, _ words: (Problem) -> String
  ) -> [(String, Role)] {
    let room = max(1, width - Self.labelWidth(in: width))
    var result: [(String, Role)] = []
    if let notice = notice(of: index) {
      result.append((TextWidth.cut("! " + notice.words(language), to: room), .warning))
    }
    guard let problem = fields[index].problem else { return result }
    let lines = TextWrap.lines(of: "! " + words(problem), width: room)
    let shown =
      lines.count > 2
      ? [lines[0], TextWidth.cut(lines[1...].joined(separator: " "), to: room)] : lines
    return result + shown.map { ($0, .danger) }
  }

  /// Draws the part of the form that fits, with the field in focus in it. What is open over a field
  /// may use all of `room`, or of the area without one. Returns where everything shown stands.
  @discardableResult
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, surface: Surface, _ settings: FieldSettings,
    within room: Rectangle? = nil, label: (ID) -> FieldLabel, words: (Problem) -> String
  ) -> FormPlaces<ID> {
    let remarks = fields.indices.map {
      self.remarks(on: $0, width: area.width, settings.language, words)
    }
    let heights = zip(fields, remarks).map { $0.rows + $1.count }
    var y = -firstRow(heights, height: area.height)
    var places = FormPlaces<ID>()
    var open: Rectangle?
    for (index, field) in fields.enumerated() {
      let rows = heights[index]
      defer { y += rows }
      guard y >= 0, y < area.height else { continue }
      let part = Rectangle(
        x: area.x, y: area.y + y, width: area.width, height: min(rows, area.height - y))
      draw(
        field, isFocused: index == focus, in: part, on: &canvas, surface: surface, settings,
        label: label(field.id))
      let indent = Self.labelWidth(in: area.width)
      for (place, remark) in remarks[index].enumerated() where part.height > field.rows + place {
        canvas.put(
          remark.0, in: part.row(field.rows + place).splitLeft(indent).rest,
          style: Style(remark.1, on: surface))
      }
      places.fields.append((field.id, part))
      if index == focus { open = part.row(0).splitLeft(indent).rest }
    }
    if let open {
      places.panel = drawPanel(at: open, within: room ?? area, on: &canvas, settings.language)
    }
    return places
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
    surface: Surface, _ settings: FieldSettings, label: FieldLabel
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
      draw(editor, isFocused: isFocused, in: box, on: &canvas, settings, hint: label.hint)
    case .area(let editor, _):
      editor.draw(in: box, on: &canvas, isFocused: isFocused, placeholder: label.hint)
    case .choice(let choices, let selected, let typed):
      let choice = choices.first { $0.id == selected }
      let note = choice.map { $0.note.isEmpty ? "" : " (" + $0.note + ")" } ?? ""
      drawChoice(
        (choice?.title(settings.language).string ?? "") + note, typed: typed,
        isFocused: isFocused, in: box, on: &canvas)
    case .several(let choices, let selected):
      let titles = choices.filter { selected.contains($0.id) }
        .map { $0.title(settings.language).string }
      drawChoice(
        titles.isEmpty ? label.hint : titles.joined(separator: ", "), typed: "",
        isFocused: isFocused, in: box, on: &canvas)
    }
  }

  /// A line; behind what was typed for a day, a number or an amount stands how it is understood.
  private func draw(
    _ editor: TextField, isFocused: Bool, in box: Rectangle, on canvas: inout Canvas,
    _ settings: FieldSettings, hint: String
  ) {
    let surface: Surface = isFocused ? .inputFocus : .input
    var line = box
    if editor.accepts == .date, box.width > 12 {
      let mark: Rectangle
      (line, mark) = box.splitLeft(box.width - 2)
      canvas.put(" ▾", in: mark, style: Style(.muted, on: surface))
    }
    if isFocused, let words = editor.accepts.understood(editor.text, settings) {
      let shown = "  → " + words
      let width = TextWidth.width(of: shown)
      if TextWidth.width(of: editor.text) + 1 + width <= line.width {
        let (left, right) = line.splitLeft(line.width - width)
        canvas.put(shown, in: right, style: Style(.info, on: surface))
        line = left
      }
    }
    editor.draw(in: line, on: &canvas, isFocused: isFocused, placeholder: hint)
  }

  private func drawChoice(
    _ words: String, typed: String, isFocused: Bool, in box: Rectangle, on canvas: inout Canvas
  ) {
    let surface: Surface = isFocused ? .inputFocus : .input
    canvas.fill(box, style: Style(.input, on: surface))
    let tail = typed.isEmpty ? "" : "  " + typed
    let room = max(0, box.width - 6 - TextWidth.width(of: tail))
    let title = TextWidth.cut(words, to: room)
    canvas.put("‹ " + title + " ›", in: box, style: Style(.input, on: surface))
    canvas.put(
      tail, in: box, offset: 4 + TextWidth.width(of: title), style: Style(.match, on: surface))
    canvas.put("▾", in: box, offset: box.width - 1, style: Style(.muted, on: surface))
    if isFocused, !box.isEmpty { canvas.cursor = Point(x: box.x, y: box.y) }
  }
}
