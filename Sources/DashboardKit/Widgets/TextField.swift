public import TerminalCanvas

/// A field of one line. It changes with the events it is offered and is drawn from its value; the
/// terminal's own cursor stands at its caret, where input methods look for it.
public struct TextField: Equatable, Sendable {
  /// What it holds; the built-in typing method works in words only.
  public let accepts: InputKind
  private var edited: EditedText
  /// The word that is being composed; nil when none is.
  private var word: TypedWord?

  /// A field with text, the caret behind it.
  public init(_ text: String = "", accepts: InputKind = .text) {
    self.accepts = accepts
    edited = EditedText(Self.oneLine(text))
  }

  /// What has been typed, in NFC. Setting it puts the caret behind it.
  public var text: String {
    get { edited.text }
    set {
      word = nil
      edited = EditedText(Self.oneLine(newValue))
    }
  }

  /// The place of the caret, in graphemes from the start.
  public var caret: Int { edited.caret }

  /// Puts the caret before a grapheme; places outside count as the nearest end.
  public mutating func moveCaret(to place: Int) {
    word = nil
    edited.move(to: place)
  }

  /// Takes out `count` graphemes before the caret and puts other text in their place, as a typing
  /// method does when a key changes what was typed.
  public mutating func replaceBeforeCaret(_ count: Int, with text: String) {
    word = nil
    edited.replace(before: count, with: Self.oneLine(text))
  }

  /// Takes an event in. `typing` composes Vietnamese letters out of what is typed, in fields that
  /// accept words; pastes are never touched. False when the event means nothing here, so that
  /// others may be asked.
  public mutating func handle(_ event: InputEvent, typing: Typing = .off) -> Bool {
    switch event {
    case .text(let typed):
      type(Self.oneLine(typed), typing)
      return true
    case .paste(let pasted):
      word = nil
      edited.insert(Self.oneLine(pasted))
      return true
    case .key(let stroke):
      word = nil
      return handle(stroke)
    case .mouse, .focus, .resize, .modeReport, .invalidBytes:
      return false
    }
  }

  private mutating func type(_ text: String, _ typing: Typing) {
    guard typing.isOn, accepts.isComposed else {
      word = nil
      return edited.insert(text)
    }
    for character in text {
      word = TypedWord.type(character, into: &edited, after: word, typing)
    }
  }

  private mutating func handle(_ stroke: KeyStroke) -> Bool {
    switch (stroke.key, stroke.modifiers) {
    case (.home, []), (.character("a"), .control): edited.move(to: 0)
    case (.end, []), (.character("e"), .control): edited.move(to: edited.count)
    case (.character("u"), .control): edited.remove(from: 0, to: edited.caret)
    case (.character("k"), .control): edited.remove(from: edited.caret, to: edited.count)
    default: return edited.handle(stroke)
    }
    return true
  }

  /// Draws the field into the first row of an area, scrolled so that the caret is seen. With the
  /// focus it sets the canvas's cursor; an empty field shows the placeholder.
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, isFocused: Bool, placeholder: String = ""
  ) {
    let line = area.row(0)
    guard !line.isEmpty else { return }
    let surface: Surface = isFocused ? .inputFocus : .input
    canvas.fill(line, style: Style(.input, on: surface))
    let pieces = TextWidth.pieces(of: text)
    if pieces.isEmpty {
      canvas.put(
        TextWidth.cut(placeholder, to: line.width), in: line,
        style: Style(.placeholder, on: surface))
    }
    guard isFocused else {
      canvas.put(
        TextWidth.cut(text, to: line.width), in: line, style: Style(.input, on: surface))
      return
    }
    let first = firstVisible(pieces, width: line.width)
    canvas.put(
      pieces[first...].map(\.text).joined(), in: line, style: Style(.input, on: surface))
    let cells = pieces[first..<max(first, min(caret, pieces.count))].reduce(0) { $0 + $1.width }
    canvas.cursor = Point(x: line.x + min(cells, line.width - 1), y: line.y)
  }

  /// The first grapheme shown, such that the caret still has a cell of its own.
  private func firstVisible(_ pieces: [TextWidth.Piece], width: Int) -> Int {
    var first = min(caret, pieces.count)
    var free = width - 1
    while first > 0, pieces[first - 1].width <= free {
      free -= pieces[first - 1].width
      first -= 1
    }
    return first
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
