public import TerminalCanvas

/// A field of one line. It changes with the events it is offered and is drawn from its value; the
/// terminal's own cursor stands at its caret, where input methods look for it.
public struct TextField: Equatable, Sendable {
  /// The most letters of a field that nobody has given another limit.
  public static let usualLimit = 1_000

  /// What it holds; the built-in typing method works in words only.
  public let accepts: InputKind
  /// The most letters that can be typed or pasted.
  public let limit: Int
  /// What was done with the latest input, when that is worth saying; nil otherwise.
  public private(set) var notice: FieldNotice?
  /// What was copied or cut, for pasting; empty for nothing.
  public var clipboard = ""
  private var edited: EditedText
  /// The word that is being composed; nil when none is.
  private var word: TypedWord?

  /// A field with text, the caret behind it.
  public init(
    _ text: String = "", accepts: InputKind = .text, limit: Int = TextField.usualLimit
  ) {
    self.accepts = accepts
    self.limit = limit
    edited = EditedText(Self.oneLine(text))
  }

  /// What has been typed, in NFC. Setting it puts the caret behind it and forgets what was typed.
  public var text: String {
    get { edited.text }
    set {
      word = nil
      notice = nil
      edited = EditedText(Self.oneLine(newValue))
    }
  }

  /// The place of the caret, in graphemes from the start.
  public var caret: Int { edited.caret }

  /// What is selected; nil when nothing is.
  public var selectedText: String? { edited.selectedText }

  /// Whether Ctrl+Z would take back something that was typed here.
  public var canUndo: Bool { edited.canUndo }

  /// Whether Ctrl+Y would make something again here.
  public var canRedo: Bool { edited.canRedo }

  /// Puts the caret before a grapheme; places outside count as the nearest end.
  public mutating func moveCaret(to place: Int) {
    word = nil
    edited.move(to: place)
  }

  /// Selects all of it: what is typed next takes its place, the arrows keep it.
  public mutating func selectAll() {
    word = nil
    edited.move(to: 0)
    edited.move(to: edited.count, selecting: true)
  }

  /// Takes out `count` graphemes before the caret and puts other text in their place, as a typing
  /// method does when a key changes what was typed.
  public mutating func replaceBeforeCaret(_ count: Int, with text: String) {
    word = nil
    edited.replace(before: count, with: Self.oneLine(text))
  }

  /// Puts other text in the place of all, as one change that can be taken back.
  public mutating func rewrite(_ text: String) {
    guard text != self.text else { return }
    word = nil
    edited.remove(from: 0, to: edited.count)
    edited.insert(Self.oneLine(text), as: .other)
  }

  /// Takes an event in. `typing` composes Vietnamese letters out of what is typed, in fields that
  /// accept words; pastes are never touched. False when the event means nothing here, so that
  /// others may be asked.
  public mutating func handle(_ event: InputEvent, typing: Typing = .off) -> Bool {
    switch event {
    case .text(let typed):
      notice = nil
      word = edited.type(
        Self.oneLine(typed), after: word, accepts.isComposed ? typing : .off, limit, &notice)
      return true
    case .paste(let pasted):
      paste(pasted)
      return true
    case .key(let stroke):
      word = nil
      notice = nil
      return handle(stroke)
    case .mouse, .focus, .resize, .modeReport, .invalidBytes:
      return false
    }
  }

  private mutating func paste(_ text: String) {
    word = nil
    var lines = text[...]
    while lines.last?.isNewline == true { lines.removeLast() }
    let feeds = lines.utf8.count { $0 == 0x0A }
    notice = feeds > 0 ? .joinedLines(feeds + 1) : nil
    edited.paste(lines, limit, &notice, cleaned: Self.inLine)
  }

  private mutating func handle(_ stroke: KeyStroke) -> Bool {
    if stroke == .control("v") {
      guard !clipboard.isEmpty else { return false }
      paste(clipboard)
      return true
    }
    switch edited.handle(stroke, line: 0..<edited.count) {
    case .ignored: return false
    case .handled: break
    case .copied(let text): clipboard = text
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
    var x = 0
    let selected = edited.selection ?? 0..<0
    for (place, piece) in pieces.enumerated().dropFirst(first) where x < line.width {
      let emphasis: Emphasis = selected.contains(place) ? .reverse : []
      canvas.put(
        piece.text, in: line, offset: x, style: Style(.input, on: surface, emphasis: emphasis))
      x += piece.width
    }
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

  private static func oneLine(_ text: String) -> String { String(text.map(inLine)) }

  private static func inLine(_ letter: Character) -> Character {
    letter.isNewline || letter == "\t" ? " " : letter
  }
}
