public import Incubation
public import TerminalCanvas

/// One thing to choose.
public struct Choice: Equatable, Sendable {
  /// What it stands for.
  public var id: String
  /// What it is called.
  public var title: Bilingual
  /// What stands beside it, as a count; empty for nothing.
  public var note: String

  /// A choice.
  public init(_ id: String, _ title: Bilingual, note: String = "") {
    self.id = id
    self.title = title
    self.note = note
  }

  /// Whether typed text, folded, is found in either name.
  func matches(_ folded: String) -> Bool {
    folded.isEmpty || TextFolding.fold(title.vietnamese.string).contains(folded)
      || TextFolding.fold(title.english.string).contains(folded)
  }
}

/// A list to choose one of; typing narrows it, accents optional.
public struct ChoiceList: Equatable, Sendable {
  /// What came of an event.
  public enum Reply: Equatable, Sendable {
    /// It means nothing here.
    case ignored
    /// The list changed.
    case handled
    /// This was chosen.
    case chosen(String)
    /// The list is to go away.
    case cancelled
  }

  /// Everything that can be chosen.
  public var choices: [Choice]
  /// What has been typed.
  public private(set) var query = TextField()
  /// The place of the focus among the choices that match.
  public private(set) var focus = 0

  /// A list, with the focus on a choice.
  public init(_ choices: [Choice], selected: String? = nil) {
    self.choices = choices
    focus = choices.firstIndex { $0.id == selected } ?? 0
  }

  /// The choices that match what has been typed.
  public var matching: [Choice] {
    let folded = TextFolding.fold(query.text)
    return choices.filter { $0.matches(folded) }
  }

  /// The choice in focus; nil when none matches.
  public var focused: Choice? {
    let shown = matching
    return shown.indices.contains(focus) ? shown[focus] : nil
  }

  /// Takes an event in. `typing` composes Vietnamese letters in the field that narrows the list.
  public mutating func handle(_ event: InputEvent, typing: Typing = .off) -> Reply {
    let shown = matching
    let last = max(0, shown.count - 1)
    if case .mouse(let mouse) = event {
      guard mouse.kind == .wheelUp || mouse.kind == .wheelDown else { return .ignored }
      focus = min(max(0, focus + (mouse.kind == .wheelUp ? -3 : 3)), last)
      return .handled
    }
    guard case .key(let stroke) = event, stroke.modifiers.isEmpty else {
      return narrow(event, typing)
    }
    switch stroke.key {
    case .escape: return .cancelled
    case .enter: return shown.indices.contains(focus) ? .chosen(shown[focus].id) : .handled
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(last, focus + 1)
    case .pageUp: focus = max(0, focus - 8)
    case .pageDown: focus = min(last, focus + 8)
    case .home where query.text.isEmpty: focus = 0
    case .end where query.text.isEmpty: focus = last
    default: return narrow(event, typing)
    }
    return .handled
  }

  private mutating func narrow(_ event: InputEvent, _ typing: Typing) -> Reply {
    let before = query.text
    guard query.handle(event, typing: typing) else { return .ignored }
    if query.text != before { focus = 0 }
    return .handled
  }

  /// Draws the field and the choices; with `marks`, a box before each says whether it is one of
  /// them. Returns where each shown choice stands.
  @discardableResult
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, language: Language, placeholder: String,
    marks: Set<String>? = nil
  ) -> [(id: String, area: Rectangle)] {
    let (field, rest) = area.splitTop(1)
    query.draw(in: field, on: &canvas, isFocused: true, placeholder: placeholder)
    let shown = matching
    let first = max(0, focus - rest.height + 1)
    var result: [(id: String, area: Rectangle)] = []
    for (index, choice) in shown.enumerated().dropFirst(first).prefix(rest.height) {
      let line = rest.row(index - first)
      result.append((choice.id, line))
      let surface: Surface = index == focus ? .selected : .overlay
      canvas.fill(line, style: Style(.text, on: surface))
      canvas.put(index == focus ? "▶" : " ", in: line, style: Style(.focus, on: surface))
      let noteWidth = TextWidth.width(of: choice.note)
      let box = marks.map { $0.contains(choice.id) ? "[x] " : "[ ] " } ?? ""
      canvas.put(
        TextWidth.cut(box + choice.title(language).string, to: max(0, line.width - 3 - noteWidth)),
        in: line, offset: 2, style: Style(.text, on: surface))
      canvas.put(
        choice.note, in: line, offset: line.width - noteWidth, style: Style(.muted, on: surface))
    }
    return result
  }
}
