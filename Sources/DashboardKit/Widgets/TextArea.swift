public import TerminalCanvas

/// A field of several lines: notes, summaries. Enter makes a new line; long lines are wrapped.
public struct TextArea: Equatable, Sendable {
  private var edited: EditedText
  /// The word that is being composed; nil when none is.
  private var word: TypedWord?

  /// A field with text, the caret behind it.
  public init(_ text: String = "") { edited = EditedText(text) }

  /// What has been typed, in NFC, lines separated by line feeds. Setting it puts the caret behind.
  public var text: String {
    get { edited.text }
    set {
      word = nil
      edited = EditedText(newValue)
    }
  }

  /// The place of the caret, in graphemes from the start.
  public var caret: Int { edited.caret }

  /// Takes out `count` graphemes before the caret and puts other text in their place.
  public mutating func replaceBeforeCaret(_ count: Int, with text: String) {
    word = nil
    edited.replace(before: count, with: text)
  }

  /// Takes an event in. `width` is where lines wrap on the screen, for up and down. `typing`
  /// composes Vietnamese letters out of what is typed; pastes are never touched. False when the
  /// event means nothing here, as up in the first line and down in the last do.
  public mutating func handle(_ event: InputEvent, width: Int, typing: Typing = .off) -> Bool {
    switch event {
    case .text(let typed):
      type(typed, typing)
      return true
    case .paste(let pasted):
      word = nil
      edited.insert(pasted)
      return true
    case .key(let stroke):
      word = nil
      return handle(stroke, width: width)
    case .mouse, .focus, .resize, .modeReport, .invalidBytes:
      return false
    }
  }

  private mutating func type(_ text: String, _ typing: Typing) {
    guard typing.isOn else {
      word = nil
      return edited.insert(text)
    }
    for character in text {
      word = TypedWord.type(character, into: &edited, after: word, typing)
    }
  }

  private mutating func handle(_ stroke: KeyStroke, width: Int) -> Bool {
    let lines = TextWrap.places(of: Array(text), width: width)
    let row = Self.row(of: caret, in: lines)
    switch (stroke.key, stroke.modifiers) {
    case (.enter, []): edited.insert("\n")
    case (.up, []):
      guard row > 0 else { return false }
      moveCaret(from: lines[row], to: lines[row - 1])
    case (.down, []):
      guard row + 1 < lines.count else { return false }
      moveCaret(from: lines[row], to: lines[row + 1])
    case (.home, []), (.character("a"), .control): edited.move(to: lines[row].start)
    case (.end, []), (.character("e"), .control): edited.move(to: lines[row].end)
    case (.home, .control): edited.move(to: 0)
    case (.end, .control): edited.move(to: edited.count)
    case (.character("u"), .control): edited.remove(from: lines[row].start, to: caret)
    case (.character("k"), .control): edited.remove(from: caret, to: lines[row].end)
    default: return edited.handle(stroke)
    }
    return true
  }

  private mutating func moveCaret(from line: TextWrap.Line, to other: TextWrap.Line) {
    edited.move(to: min(other.start + caret - line.start, other.end))
  }

  private static func row(of caret: Int, in lines: [TextWrap.Line]) -> Int {
    max(0, lines.lastIndex { $0.start <= caret } ?? 0)
  }

  /// Draws the field, scrolled so that the caret is seen. With the focus it sets the canvas's
  /// cursor; an empty field shows the placeholder.
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, isFocused: Bool, placeholder: String = ""
  ) {
    guard !area.isEmpty else { return }
    let surface: Surface = isFocused ? .inputFocus : .input
    canvas.fill(area, style: Style(.input, on: surface))
    let letters = Array(text)
    let lines = TextWrap.places(of: letters, width: area.width)
    let row = Self.row(of: caret, in: lines)
    let first = isFocused ? max(0, row - area.height + 1) : 0
    for (index, line) in lines.enumerated().dropFirst(first).prefix(area.height) {
      let isCut = !isFocused && index - first == area.height - 1 && index + 1 < lines.count
      let shown = String(letters[line.start..<line.end])
      canvas.put(
        isCut ? TextWidth.cut(shown, to: max(0, area.width - 1)) + "…" : shown,
        in: area.row(index - first), style: Style(.input, on: surface))
    }
    if letters.isEmpty {
      canvas.put(
        TextWidth.cut(placeholder, to: area.width), in: area.row(0),
        style: Style(.placeholder, on: surface))
    }
    guard isFocused else { return }
    let cells = TextWidth.width(of: String(letters[lines[row].start..<caret]))
    canvas.cursor = Point(x: area.x + min(cells, area.width - 1), y: area.y + row - first)
  }
}
