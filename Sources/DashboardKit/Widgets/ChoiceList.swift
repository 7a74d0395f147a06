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

  /// Takes an event in.
  public mutating func handle(_ event: InputEvent) -> Reply {
    let shown = matching
    guard case .key(let stroke) = event else {
      guard query.handle(event) else { return .ignored }
      focus = 0
      return .handled
    }
    switch stroke.key {
    case .escape: return .cancelled
    case .enter: return shown.indices.contains(focus) ? .chosen(shown[focus].id) : .handled
    case .up: focus = max(0, focus - 1)
    case .down: focus = min(max(0, shown.count - 1), focus + 1)
    case .pageUp: focus = max(0, focus - 8)
    case .pageDown: focus = min(max(0, shown.count - 1), focus + 8)
    default:
      guard query.handle(event) else { return .ignored }
      focus = 0
    }
    return .handled
  }

  /// Draws the field and the choices. Returns where each shown choice stands.
  @discardableResult
  public func draw(
    in area: Rectangle, on canvas: inout Canvas, language: Language, placeholder: String
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
      canvas.put(
        TextWidth.cut(choice.title(language).string, to: max(0, line.width - 3 - noteWidth)),
        in: line, offset: 2, style: Style(.text, on: surface))
      canvas.put(
        choice.note, in: line, offset: line.width - noteWidth, style: Style(.muted, on: surface))
    }
    return result
  }
}
