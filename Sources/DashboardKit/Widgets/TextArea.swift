public import TerminalCanvas

/// A field of several lines: notes, summaries. Enter makes a new line; long lines are wrapped.
public struct TextArea: Equatable, Sendable {
  /// The most letters of an area that nobody has given another limit.
  public static let usualLimit = 10_000

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
  public init(_ text: String = "", limit: Int = TextArea.usualLimit) {
    self.limit = limit
    edited = EditedText(text)
  }

  /// What has been typed, in NFC, lines separated by line feeds. Setting it puts the caret behind
  /// and forgets what was typed.
  public var text: String {
    get { edited.text }
    set {
      word = nil
      notice = nil
      edited = EditedText(newValue)
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

  /// Takes out `count` graphemes before the caret and puts other text in their place.
  public mutating func replaceBeforeCaret(_ count: Int, with text: String) {
    word = nil
    edited.replace(before: count, with: text)
  }

  /// Takes an event in. `width` is where lines wrap on the screen, for up and down, and `height`
  /// how many are shown, for a page. `typing` composes Vietnamese letters out of what is typed;
  /// pastes are never touched. False when the event means nothing here, as up in the first line
  /// and down in the last do.
  public mutating func handle(
    _ event: InputEvent, width: Int, height: Int = 4, typing: Typing = .off
  ) -> Bool {
    switch event {
    case .text(let typed):
      notice = nil
      word = edited.type(typed, after: word, typing, limit, &notice)
      return true
    case .paste(let pasted):
      paste(pasted)
      return true
    case .key(let stroke):
      word = nil
      notice = nil
      return handle(stroke, width: width, height: height)
    case .mouse, .focus, .resize, .modeReport, .invalidBytes:
      return false
    }
  }

  private mutating func paste(_ text: String) {
    word = nil
    notice = nil
    edited.paste(text[...], limit, &notice) { $0.isNewline ? "\n" : $0 }
  }

  private mutating func handle(_ stroke: KeyStroke, width: Int, height: Int) -> Bool {
    switch stroke {
    case KeyStroke(.enter):
      if edited.count < limit { edited.insert("\n") } else { notice = .full(limit: limit) }
      return true
    case .control("v"):
      guard !clipboard.isEmpty else { return false }
      paste(clipboard)
      return true
    default: break
    }
    // Where lines begin and end is asked only for keys that care.
    let isTyped = [Key.backspace, .delete, .left, .right].contains(stroke.key)
    if isTyped { return take(edited.handle(stroke, line: 0..<edited.count)) }
    let lines = TextWrap.places(of: edited.letters, width: width)
    let row = Self.row(of: caret, in: lines)
    if let by = Self.rows(stroke, height: height) {
      let next = min(max(0, row + by), lines.count - 1)
      guard next != row else { return false }
      let place = min(lines[next].start + caret - lines[row].start, lines[next].end)
      edited.move(to: place, selecting: stroke.modifiers.contains(.shift))
      return true
    }
    return take(edited.handle(stroke, line: lines[row].start..<lines[row].end))
  }

  private mutating func take(_ reply: EditedText.Reply) -> Bool {
    if case .copied(let text) = reply { clipboard = text }
    return reply != .ignored
  }

  /// How many lines a key goes down; nil when it goes to another line by no number.
  private static func rows(_ stroke: KeyStroke, height: Int) -> Int? {
    guard stroke.modifiers.subtracting(.shift).isEmpty else { return nil }
    switch stroke.key {
    case .up: return -1
    case .down: return 1
    case .pageUp: return -max(1, height - 1)
    case .pageDown: return max(1, height - 1)
    default: return nil
    }
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
    let letters = edited.letters
    let lines = TextWrap.places(of: letters, width: area.width)
    let row = Self.row(of: caret, in: lines)
    let first = isFocused ? max(0, row - area.height + 1) : 0
    for (index, line) in lines.enumerated().dropFirst(first).prefix(area.height) {
      let isCut = !isFocused && index - first == area.height - 1 && index + 1 < lines.count
      let shown = String(letters[line.start..<line.end])
      canvas.put(
        isCut ? TextWidth.cut(shown, to: max(0, area.width - 1)) + "…" : shown,
        in: area.row(index - first), style: Style(.input, on: surface))
      if isFocused { drawSelection(line, in: area.row(index - first), on: &canvas) }
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

  private func drawSelection(
    _ line: TextWrap.Line, in row: Rectangle, on canvas: inout Canvas
  ) {
    guard let selected = edited.selection?.clamped(to: line.start..<line.end), !selected.isEmpty
    else { return }
    let letters = edited.letters
    let offset = TextWidth.width(of: String(letters[line.start..<selected.lowerBound]))
    canvas.put(
      String(letters[selected]), in: row, offset: offset,
      style: Style(.input, on: .inputFocus, emphasis: .reverse))
  }
}
